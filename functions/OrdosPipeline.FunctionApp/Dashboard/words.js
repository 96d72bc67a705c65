// Every word of the pages, in Chinese and English side by side. What the summary or a finding says brings its own texts.

import { place } from './place.js';

const all = {
  title: ['鄂尔多斯市规划纲要监测', 'Ordos plan monitoring'],
  skip: ['跳到正文', 'Skip to content'],
  plan: ['规划', 'Plan'], quarter: ['季度', 'Quarter'], language: ['English', '中文'],
  navigation: ['主导航', 'Main'],
  overview: ['总览', 'Overview'], indicators: ['指标', 'Indicators'], departments: ['部门与季度', 'Departments'],
  submissions: ['报送', 'Submissions'], own: ['本部门数据', 'Our data'], projects: ['重点工程', 'Projects'], method: ['方法与说明', 'Method'], audit: ['操作记录', 'Audit'],
  'role.reader': ['只读', 'reader'], 'role.department': ['部门', 'department'], 'role.administrator': ['管理员', 'administrator'],
  loading: ['正在读取…', 'Loading…'],
  // Signing in
  keyTitle: ['请输入访问密钥', 'Enter your access key'],
  keyHelp: ['密钥由市发展和改革委员会发放，只保存在本浏览器标签页中，关闭即清除。', 'Keys are issued by the Development and Reform Commission. Yours is kept in this browser tab alone and forgotten when it closes.'],
  keyWrong: ['密钥不对，或已停用。请重新输入；仍不行请联系市发展和改革委员会。', 'The key is wrong, or no longer in use. Enter it again; if that fails, ask the Development and Reform Commission.'],
  keyField: ['访问密钥', 'Access key'], signIn: ['进入', 'Sign in'], signOut: ['退出', 'Sign out'],
  accountTitle: ['请登录', 'Sign in'], accountSignIn: ['用单位账号登录', 'Sign in with your account'],
  // Faults
  failed: ['没有读到数据', 'The data could not be read'], retry: ['重试', 'Try again'], pageFailed: ['页面程序没有正常运行，可能系统刚刚更新。请重试，页面会重新载入；仍不行请把下面这行字告诉系统管理员。', 'The page itself has failed; perhaps the system was just renewed. Try again, which loads the page anew; if it stays so, tell the operator the line below.'], home: ['回到首页', 'To the first page'],
  forbidden: ['不能查看这一页', 'This page is not yours to see'],
  forbiddenDepartment: ['这一页是全市或其他部门的内容。您用的是{0}的密钥，只能查看和报送本部门的数据；如需全市数据，请联系市发展和改革委员会。', 'This page is about the whole city or another department. Your key is that of {0}, for its own data alone; ask the Development and Reform Commission for more.'],
  forbiddenRole: ['这一页只对管理员开放。如需办理，请联系市发展和改革委员会。', 'This page is for administrators. Ask the Development and Reform Commission.'],
  cancel: ['取消', 'Cancel'], working: ['正在办理…', 'Working…'], more: ['再显示 {0} 行', 'Show {0} more rows'],
  notFound: ['没有这一页。', 'There is no such page.'],
  noSummary: ['还没有季度小结', 'There is no summary yet'],
  noSummaryHelp: ['部门报送之后，季度报送期限一过，系统会自动写出小结。管理员也可以用命令 ordos close 立即写出。', 'A summary is written by itself once departments have reported and the deadline of the quarter has passed, or at once by an administrator with the command ordos close.'],
  // Overview
  versionNumber: ['版本', 'Version'],
  version: ['第 {0} 版', 'Version {0}'], published: ['已发布', 'published'], draft: ['未发布', 'not published'], asOf: ['数据截至 {0}', 'As known at {0}'],
  'kind.quarterly': ['季度监测', 'Quarterly monitoring'], 'kind.annual': ['年度评价', 'Annual evaluation'],
  'kind.mid-term': ['中期评估', 'Mid-term evaluation'], 'kind.final': ['总结评估', 'Final evaluation'],
  standingsAll: ['全部指标', 'All indicators'], standingsHeadline: ['主要指标', 'Headline indicators'], standingsBinding: ['约束性指标', 'Binding indicators'], standingsProjects: ['重点工程', 'Projects'],
  
  headline: ['主要指标', 'Headline indicators'],
  completeness: ['报送情况', 'Returns'], missing: ['未报', 'Not reported'], late: ['逾期', 'Late'], nobodyMissing: ['应报部门都已报送。', 'Every department expected has reported.'],
  onTime: ['按时', 'On time'], rate: ['已报率', 'Reported'],
  changes: ['与第 {0} 版（上一次发布）相比', 'Compared with version {0}, published before'],
  reports: ['报告', 'Reports'], reportHtml: ['网页报告', 'Web report'], reportDocx: ['Word 报告', 'Word report'], annex: ['附表（Excel）', 'Annex (Excel)'], summaryJson: ['数据（JSON）', 'Data (JSON)'],
  parts: ['分篇进展', 'By part of the plan'], part: ['篇', 'Part'], total: ['合计', 'Total'],
  broken: ['数据之间的矛盾', 'Contradictions between data'],
  group: ['范围', 'Group'], standing: ['进展', 'Progress'], standings: ['总体进展', 'How the plan stands'], standingsVeto: ['一票否决', 'Vetoes'],
  planYears: ['{0}–{1} 年规划', 'Plan {0}–{1}'],
  attention: ['需要关注', 'Needs attention'], noAttention: ['没有落后的主要指标、约束性指标或一票否决事项。', 'No headline or binding indicator and no veto is behind.'], othersBehind: ['其他慢于预期的指标 {0} 项 ›', '{0} other indicators are behind ›'],
  whoMissing: ['谁还没有报', 'Who has not reported'], ofExpected: ['{0} / 应报 {1}', '{0} of {1} expected'], deadlineDays: ['季后 {0} 日内', 'within {0} days'], matrixLink: ['各部门各季度报送情况 ›', 'All departments and quarters ›'],
  because: ['因为', 'Because of'], aSubmission: ['报送 {0}', 'submission {0}'], someDecisions: ['下达或调整 {0} 件', '{0} decisions'], asOfVersion: ['第 {0} 版的数据截至 {1}', 'Version {0} is as known at {1}'], otherChanges: ['另有 {0} 个部门的报送情况有变化。', 'The returns of {0} departments have changed, too.'], noChanges: ['没有变化。', 'Nothing has changed.'], tensionsCount: ['规划文本中的不一致 {0} 处 ›', '{0} contradictions in the text of the plan ›'],
  laterQuarters: ['{0}是最近有数据的季度。之后的 {1} 个季度还没有部门报送：', '{0} is the latest quarter with data. Nobody has reported for the {1} after it:'],
  noSummaryOf: ['{0}还没有季度小结', 'There is no summary of {0} yet'], noQuarter: ['没有“{0}”这个季度', 'There is no quarter {0}'], noQuarterHelp: ['规划期为 {0}—{1} 年，季度写作 2023Q3。', 'The plan runs from {0} to {1}, and a quarter is written as 2023Q3.'], newestSummary: ['看最近的小结', 'See the latest summary'],
  'standing.achieved': ['已实现', 'Achieved'], 'standing.ahead': ['快于预期', 'Ahead'], 'standing.on-schedule': ['符合预期', 'On schedule'], 'standing.behind': ['慢于预期', 'Behind'], 'standing.open': ['尚不能评价', 'Open'],
  // Lists
  every: ['全部', 'All'], search: ['名称或编码', 'Name or code'], found: ['共 {0} 项', '{0} found'],
  code: ['编码', 'Code'], name: ['名称', 'Name'], department: ['部门', 'Department'], status: ['状态', 'Status'], attribute: ['属性', 'Kind'],
  value: ['现值', 'Value'], target: ['目标', 'Target'], baseline: ['基期', 'Baseline'], progress: ['进度', 'Progress'], schedule: ['时序', 'Schedule'], ratio: ['进度比', 'Ratio'], change: ['比上季', 'Since last quarter'],
  binding: ['约束性', 'Binding'], expectedKind: ['预期性', 'Expected'], 
  redLight: ['红灯', 'red light'], finding: ['问题', 'Finding'],
  stale: ['数据过期', 'stale'], dateAssumed: ['规划未写明年份，按规划期末判断。', 'The plan gives no date; the end of the plan is assumed.'],
  // Indicator
  chart: ['走势', 'Path'], points: ['数据', 'Figures'], actual: ['实际', 'Actual'], singleMonth: ['单月', 'Single month'], scheduleLine: ['时序进度', 'Schedule'], projection: ['预测', 'Projection'], projectionRange: ['95% 范围', '95% range'], revised: ['修订前（已作废）', 'Before revision (struck)'],
  period: ['期间', 'Period'], source: ['出处', 'Source'], text: ['原文', 'As written'], trace: ['溯源', 'Trace'],
  planText: ['规划原文', 'What the plan says'], targetSource: ['目标来源', 'Source of the target'],
  'source.plan': ['规划', 'the plan'], 'source.assigned': ['下达', 'assigned'], 'source.adjusted': ['调整', 'adjusted'], 'source.annual': ['年度计划', 'annual plan'],
  methodNumber: ['公式', 'Formula'], neededPace: ['今后每年需要', 'Needed a year from now on'], projected: ['按现有速度到期末', 'At this pace at the end'], secondOpinion: ['参考评价（Open SDG）', 'Second opinion (Open SDG)'],
  margin: ['距底线', 'Margin to the bound'], evidence: ['依据', 'Evidence'], evidenceText: ['{0} 个数据，最新为 {1}', '{0} figures, the latest of {1}'],
  missingYears: ['缺少年份', 'Years missing'], yearsMet: ['达标年数', 'Years met'],
  related: ['同一数量的另一目标', 'Another target for the same quantity'], tension: ['规划文本中的不一致', 'Where the plan contradicts itself'], decisions: ['目标的下达与调整', 'Targets assigned and adjusted'],
  earlier: ['各季度的评价', 'Quarter by quarter'], history: ['全部报送记录', 'Everything reported'],
  noValues: ['还没有数据。没有数据不等于零。', 'There are no data. No data is not zero.'],
  nobodyReported: ['还没有部门报过；按规划由{0}报送。没有数据不等于零。', 'No department has reported it yet; by the plan it is for {0} to report. No data is not zero.'],
  reportedBy: ['报送部门：{0}', 'Reporting department: {0}'],
  asKnown: ['截至某日当时掌握的数', 'As known on a day'], asKnownHelp: ['到这一天结束时（北京时间）已经收到的数，以后的报送和修订不算。', 'What had come by the end of that day in China; what was reported or revised later is left out.'],
  asKnownOn: ['截至 {0} 当时掌握的数', 'As known on {0}'], nothingKnown: ['到 {0} 还没有收到任何数据。', 'Nothing had been reported by {0}.'], day: ['日期', 'Day'], show: ['查看', 'Show'], revision: ['第几次报送', 'Revision'],
  exportExcel: ['导出 Excel', 'Export to Excel'],
  exportRegion: ['导出全部数据', 'Export every figure'], exportRegionHelp: ['所选地区已报送的全部指标、全部期间的现行数，每行注明部门、文件和单元格。', 'Every figure that counts of the region chosen, of all indicators and periods, each with its department, file and cell.'],
  exportProjects: ['导出工程进展', 'Export the progress of projects'], exportProjectsHelp: ['各工程已报送的全部进展，每行注明部门、文件和单元格。', 'All progress that was reported of every project, each row with its department, file and cell.'],
  region: ['地区', 'Region'],
  averageSoFar: ['至今年均', 'Average so far'], totalSoFar: ['至今累计', 'Total so far'], changeSoFar: ['至今变化', 'Change so far'],
  wholeCity: ['全市', 'Whole city'], targetYear: ['{0} 年', 'by {0}'], pendingTarget: ['待下达', 'pending'], scheduleText: ['时序应到 {0}', 'schedule {0}'], ratioHelp: ['进度÷时序，{0} 以上为符合', 'progress ÷ schedule; on schedule from {0}'], rangeText: ['95% 范围 {0} – {1}', '95% range {0} – {1}'],
  changeOfRatio: ['进度比比上季', 'Ratio since last quarter'], methodMore: ['方法 ›', 'Method ›'], veto: ['一票否决', 'veto'], vetoOf: ['一票否决事项', 'What is vetoed'],
  'baseline.catalogue': ['规划所列', 'of the plan'], 'baseline.administrator': ['管理员录入', 'put on record'], 'baseline.plan-start': ['规划期初', 'start of the plan'], 'baseline.first-observation': ['首个数据', 'first figure'],
  'band.target-achieved': ['已达标', 'target achieved'], 'band.substantial': ['进展充分', 'substantial progress'], 'band.moderate': ['进展一般', 'moderate progress'], 'band.limited': ['进展有限', 'limited progress'], 'band.deterioration': ['退步', 'deterioration'],
  chartUnit: ['单位：{0}', 'Unit: {0}'], chartAxis: ['横轴为各年末', 'The marks below are the ends of years'], yearEnd: ['{0}年末', 'end {0}'],
  regionWithoutTarget: ['规划没有给这个地区定目标，这里只列出它报送的数据。', 'The plan sets no target for this region; these are the figures it has reported.'],
  revisions: ['修订', 'Revisions'], revisedAt: ['修订时间', 'Revised'], revisedBy: ['依据', 'By'], asTable: ['列表', 'As a table'],
  atPart: ['第{0}篇', 'part {0}'], atChapter: ['第{0}章', 'chapter {0}'], atSection: ['第{0}节', 'section {0}'], atBox: ['专栏{0}', 'box {0}'], planTarget: ['目标：{0}', 'Target: {0}'],
  noSuchIndicator: ['规划中没有编码为 {0} 的指标。', 'The plan has no indicator {0}.'], noSuchProject: ['规划中没有编码为 {0} 的工程。', 'The plan has no project {0}.'],
  // Trace
  traceOf: ['{0} {1} 从何而来', 'Where {0} of {1} comes from'], now: ['现行值', 'The value that counts'], then: ['当时的值', 'The value that counted then'], handedIn: ['报送时间', 'Handed in'], by: ['报送人', 'Handed in by'], file: ['文件', 'File'], sheet: ['工作表', 'Sheet'], cellAddress: ['单元格', 'Cell'], remark: ['备注', 'Remark'],
  withdrawn: ['已撤回', 'withdrawn'], usedIn: ['用于哪些小结', 'Summaries that use it'], verdict: ['结论', 'Verdict'],
  // Departments
  matrix: ['部门与季度', 'Departments and quarters'], matrixHelp: ['部门按未报次数排列。点开记号可看该季度的报送；点开季度可看该季度的总览。', 'Departments with most missing returns first. Open a mark to see what was handed in, a quarter to see its overview.'],
  'cell.onTime': ['按时', 'on time'], 'cell.late': ['逾期', 'late'], 'cell.missing': ['未报', 'missing'], 'cell.rejected': ['只有退回的', 'only rejected'], 'cell.none': ['无须报送', 'nothing due'],
  // Submissions
  drop: ['或把文件拖到这里', 'or drop one here'], choose: ['选择文件', 'Choose a file'], dropHelp: ['.xlsx、.xls、.csv，最大 50 MB。先试校验，不保存任何内容；没有错误再正式报送。', '.xlsx, .xls or .csv, up to 50 MB. It is tried first and nothing is stored; hand it in when it is right.'],
  chooseDepartment: ['请先选择部门', 'Choose the department first'], checking: ['正在校验 {0}…', 'Checking {0}…'],
  tried: ['{0} 的试校验结果', 'What {0} would give'], downloadFeedback: ['下载标注后的文件', 'Download the marked workbook'], submitNow: ['正式报送', 'Hand it in'], again: ['换一个文件', 'Another file'], submitted: ['已报送，正在处理。', 'Handed in; it is being processed.'],
  rejectedHelp: ['有错误，不能入库。请改正标红的单元格后再报送。', 'There are errors, so nothing can be stored. Mend the cells marked as errors, then hand it in again.'],
  rejectedFileHelp: ['有错误，不能入库。请按下面所说的处理文件后再报送。', 'There are errors, so nothing can be stored. Do with the file what is said below and hand it in again.'],
  dropTitle: ['报送文件', 'Hand in a file'], dropTitleReader: ['试校验文件', 'Try a file'], dropHelpReader: ['.xlsx、.xls、.csv，最大 50 MB。试校验不保存任何内容。', '.xlsx, .xls or .csv, up to 50 MB. Trying a file stores nothing.'],
  acceptedHelp: ['没有错误，可以正式报送。', 'There are no errors; it can be handed in.'], acceptedHelpReader: ['没有错误，部门可以正式报送。', 'There are no errors; the department can hand it in.'], follow: ['查看处理情况 ›', 'Follow it ›'], template: ['下载 {0} 填报模板', 'Download the template of {0}'],
  openQuarter: ['正在报送 {0} 的数据，{1} 及以前报送为按时。', 'Returns of {0} are being handed in; up to {1} they are on time.'], handedInAll: ['报送台账', 'What was handed in'], handedInOwn: ['本部门的报送', 'What we have handed in'],
  outcome: ['结果', 'Outcome'], 'outcome.accepted': ['通过', 'accepted'], 'outcome.rejected': ['退回', 'rejected'], 'outcome.open': ['处理中', 'on its way'], 'outcome.failed': ['系统故障', 'failed'],
  noneFound: ['没有符合条件的。', 'Nothing matches.'], noSubmission: ['没有这件报送', 'There is no such submission'], noSubmissionHelp: ['刚刚报送的文件要过几秒才会出现，本页会自动更新。', 'A file just handed in takes some seconds to appear; this page follows by itself.'], failedHelpAdministrator: ['这是系统的故障，不是文件的问题，文件没有丢失。排除故障后可以重新处理。', 'This is a fault of the system and not of the file, and nothing is lost. Once it is mended, the submission can be processed again.'], failedHelp: ['这是系统的故障，不是文件的问题，文件没有丢失。请等候管理员处理。', 'This is a fault of the system and not of the file, and nothing is lost. The administrators take care of it.'],
  rowsLeft: ['另有 {0} 行有问题，没有列出，见标注后的文件。', '{0} more rows with findings are in the marked workbook.'], moreFindings: ['另有 {0} 处', '{0} more'],
  frequentHelp: ['按上面所列的报送统计。', 'Counted over the submissions listed above.'], level: ['级别', 'Severity'], places: ['处数', 'Places'], files: ['文件数', 'Files'],
  ownHelp: ['{0}负责的指标和已经报送的最新数据。', 'The indicators of {0} and the latest figures reported.'], latest: ['最新期间', 'Latest'], notReported: ['未报', 'not reported'], noOwn: ['规划中没有由本部门报送的指标。', 'No indicator of the plan is yours to report.'],
  'verdict.accepted': ['通过', 'accepted'], 'verdict.accepted-with-warnings': ['通过（有警告）', 'accepted with warnings'], 'verdict.rejected': ['退回', 'rejected'],
  'state.received': ['已收到', 'received'], 'state.checking': ['校验中', 'checking'], 'state.rejected': ['退回', 'rejected'], 'state.accepted': ['通过', 'accepted'], 'state.applying': ['入库中', 'applying'], 'state.applied': ['已入库', 'applied'], 'state.failed': ['系统故障', 'failed'],
  'severity.error': ['错误', 'error'], 'severity.warning': ['警告', 'warning'], 'severity.info': ['提示', 'info'],
  findings: ['校验问题', 'Findings'], noFindings: ['没有问题。', 'Nothing was found.'], reckoning: ['怎样评价', 'How it judges'], 
  valuesTitle: ['内容', 'Holds'],
  valuesRead: ['读到 {0} 个数据、{1} 行工程进展', '{0} values and {1} rows of projects were read'], 
  marked: ['有问题的行', 'Rows with findings'], frequent: ['最常见的问题', 'Most frequent findings'],
  submission: ['报送编号', 'Submission'], noneYet: ['还没有报送。', 'Nothing has been handed in yet.'], state: ['处理进度', 'State'],
  // Projects
  investment: ['投资', 'Investment'], investmentUnit: ['累计投资（亿元）', 'Investment so far (100 million yuan)'], hundredMillion: ['{0} 亿元', '{0} × 100 million yuan'], physical: ['形象进度', 'Physical progress'], projectState: ['建设状态', 'State'], years: ['建设年份', 'Years'], components: ['包含的工程', 'Components'], quantity: ['工程量', 'Quantity'],
  'project.preparing': ['前期', 'preparing'], 'project.not-started': ['未开工', 'not started'], 'project.under-construction': ['在建', 'under construction'], 'project.completed': ['完工', 'completed'], 'project.suspended': ['停工', 'suspended'],
  
  // Method
  thresholds: ['判断标准', 'Thresholds'], thresholdsHelp: ['国家没有公布统一标准，以下为本系统的设置，写在每份报告中。', 'No authority publishes thresholds. These are this system\'s settings; every report states them.'],
  ahead: ['快于预期：进度比不低于', 'Ahead: ratio at least'], onSchedule: ['符合预期：进度比不低于', 'On schedule: ratio at least'], behind: ['慢于预期：进度比不低于；再低为严重滞后', 'Behind: ratio at least; below it far behind'],
  approximate: ['“左右”允许相差', 'Tolerance of "about"'], staleQuarterly: ['季度指标多少个季度后算过期', 'Quarters until a quarterly indicator is stale'], staleYearly: ['年度指标多少个季度后算过期', 'Quarters until a yearly indicator is stale'], deadline: ['报送期限（季度结束后天数）', 'Deadline, days after the quarter'],
  formulas: ['公式', 'Formulas'], tensions: ['规划文本中的不一致及处理', 'Contradictions in the plan and how they are treated'], document: ['规划原文', 'The plan says'], position: ['处理', 'Treated as'],
  judgedBy: ['适用项数', 'Judged by it'], tensionsHelp: ['规划原文未作改动；以下说明系统按哪一种理解评价。', 'The text of the plan is left as it is; this is how the system reads it.'], apiDescription: ['接口说明（OpenAPI）', 'Description of the API (OpenAPI)'],
  fullMethod: ['完整的方法说明（METHODOLOGY.md）', 'The whole method (METHODOLOGY.md)'],
  // What an administrator does
  administration: ['管理', 'Administration'], close: ['立即生成小结', 'Write the summary now'], publish: ['发布', 'Publish'], replay: ['重新处理', 'Process again'],
  closeTitle: ['立即生成 {0} 的季度小结？', 'Write the summary of {0} now?'], closeSays: ['系统按现有数据重新计算全部指标和工程。', 'Every indicator and project is computed anew from the data there are.'],
  closeSaysDraft: ['数据有变化就写出新的一版，没有变化则保留现有的一版。', 'Where data have changed a new version is written; where not, the present one stays.'],
  closeSaysPublished: ['第 {0} 版已经发布，不会改动；数据有变化时另写新的一版，并列出差异。', 'Version {0} is published and stays as it is; where data have changed, a new version is written and the differences are listed.'],
  publishTitle: ['发布 {0} 的季度小结？', 'Publish the summary of {0}?'], publishSays: ['系统先按现有数据重新计算；数据没有变化时发布第 {0} 版，有变化时发布新的一版。', 'It is computed anew first: version {0} is published where no data have changed, a new version where they have.'],
  publishSaysFrozen: ['发布以后这一版即被固定，不能撤回；以后修改其中已公布的数据，报送部门会收到提醒。', 'A published version is frozen and cannot be withdrawn; whoever changes a published figure later is told so.'],
  onRecord: ['这项操作会记入操作记录。', 'This goes on record.'],
  publishedNow: ['{0} 第 {1} 版已发布。', 'Version {1} of {0} is published.'], closedNow: ['{0} 第 {1} 版已生成。', 'Version {1} of {0} is written.'], closedSame: ['数据没有变化，{0} 仍为第 {1} 版。', 'No data have changed: {0} stays at version {1}.'],
  replayTitle: ['重新处理“{0}”？', 'Process "{0}" again?'], replaySays: ['系统曾多次处理这件报送而没有成功，已经放弃。重新处理会从头校验并入库，不会重复记录。', 'The system has failed on this submission several times and given it up. It is checked and stored anew; nothing is recorded twice.'],
  auditHelp: ['管理员通过网页、接口和命令所做的每一项操作，只增不改。', 'Every act of an administrator by page, API and command line; nothing here is ever changed.'],
  month: ['月份', 'Month'], when: ['时间', 'When'], who: ['何人', 'Who'], act: ['操作', 'Act'], subject: ['对象', 'Subject'], before: ['之前', 'Before'], after: ['之后', 'After'], actOutcome: ['结果', 'Outcome'], noActs: ['这个月没有操作。', 'Nothing was done in this month.'],
  viaCli: ['命令行', 'command line'], viaHttp: ['网页或接口', 'page or API'],
  'act.assign': ['下达目标', 'assign'], 'act.adjust': ['调整规划', 'adjust'], 'act.close': ['生成小结', 'write summary'], 'act.publish': ['发布', 'publish'], 'act.replay': ['重新处理', 'process again'], 'act.sweep': ['补办', 'sweep'], 'act.rebuild': ['重建', 'rebuild'],
  'act.done': ['完成', 'done'], 'act.failed': ['失败', 'failed'], 'act.begun': ['未完成', 'not ended'],
  otherActs: ['不在网页上办理的操作', 'Acts that have no button here'], assignHelp: ['下达目标、规划调整和基期值按表格成批录入：', 'Targets, adjustments and baselines are put on record as a table:'],
  rebuildHelp: ['补办遗漏的报送：ordos sweep。重建全部表：ordos rebuild。', 'To take up what was missed: ordos sweep. To make every table anew: ordos rebuild.'],
};

/** Words in Chinese and English, tone and sign of a status. */
export const statuses = {
  'target-pending': ['待下达目标', 'Target pending', 'neutral', '…'], done: ['已完成', 'Done', 'good', '✓'], due: ['待完成', 'Due', 'neutral', '◷'], overdue: ['逾期', 'Overdue', 'bad', '✕'],
  'no-data': ['无数据', 'No data', 'neutral', '∅'], recorded: ['仅记录', 'Recorded', 'neutral', '•'], incomplete: ['数据不全', 'Incomplete', 'neutral', '◌'], held: ['守住', 'Held', 'good', '✓'],
  breached: ['未守住', 'Breached', 'bad', '✕'], achieved: ['完成', 'Achieved', 'good', '✓'], missed: ['未完成', 'Missed', 'bad', '✕'], 'no-baseline': ['缺基期', 'No baseline', 'neutral', '◌'],
  ahead: ['快于预期', 'Ahead', 'good', '▲'], 'on-schedule': ['符合预期', 'On schedule', 'fair', '●'], behind: ['慢于预期', 'Behind', 'slow', '▼'], 'far-behind': ['严重滞后', 'Far behind', 'bad', '▼▼'],
};

/** Tone and sign of a standing; its word is standing.… above. */
export const standings = {
  achieved: ['good', '✓'], ahead: ['good', '▲'], 'on-schedule': ['fair', '●'], behind: ['bad', '▼'], open: ['neutral', '∅'],
};

/** What each formula of METHODOLOGY.md does, in one sentence. */
export const formulas = {
  M1: ['水平：从基期到目标走了多少，与时间相比', 'Level: how far from the baseline to the target, against time'],
  M2: ['底线：是否守住，距底线多少', 'Hold: whether the bound is kept, and the margin to it'],
  M3: ['年均增长：各年增速连乘，与目标增速相比', 'Average growth: the rates multiplied, against the target rate'],
  M4: ['累计：累计完成量占目标的比例，与时间相比', 'Cumulative total against the target and time'],
  M5: ['变化：五年变化量占目标变化量的比例', 'Change over the plan against the change aimed at'],
  M6: ['每年完成量：当年完成量与当年目标相比', 'Amount a year against the year\'s target'],
  M6g: ['每年的速度：最新一年是否达到', 'Rate a year: whether the latest meets the target'],
  M7: ['是否完成', 'Milestone: done or not'],
  M8: ['目标待上级下达', 'The target is yet to be assigned'],
  M9: ['工程：形象进度、投资或工程量，与建设年份相比', 'Project: physical progress, investment or quantities against its years'],
};

const index = () => place().language === 'en' ? 1 : 0;

/** A word or sentence; {0}, {1} are filled in. An unknown name is a mistake of the code. */
export function t(name, ...values) {
  const pair = all[name];
  if (!pair) throw new Error(`No words for ${name}`);
  return pair[index()].replace(/\{(\d)\}/g, (_, each) => values[each]);
}

/** The one of two texts that is in the reader's language. */
export const pick = (chinese, english) => index() === 1 ? english || chinese : chinese;

/** Name, in the reader's language where there is one. */
export const named = entry => pick(entry.name, entry.nameEn);

/** The status in the reader's language: in Chinese as the summary words it. */
export const statusText = (code, chinese) => index() === 0 && chinese ? chinese : statuses[code]?.[index()] ?? code;

