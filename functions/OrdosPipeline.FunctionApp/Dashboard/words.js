// Every word of the pages, in Chinese and English side by side. What the summary or a finding says brings its own texts.

import { place } from './place.js';

const all = {
  title: ['鄂尔多斯市规划纲要监测', 'Ordos plan monitoring'],
  skip: ['跳到正文', 'Skip to content'],
  plan: ['规划', 'Plan'], quarter: ['季度', 'Quarter'], language: ['English', '中文'],
  navigation: ['主导航', 'Main'],
  overview: ['总览', 'Overview'], indicators: ['指标', 'Indicators'], departments: ['部门与季度', 'Departments'],
  submissions: ['报送', 'Submissions'], projects: ['重点工程', 'Projects'], method: ['方法与说明', 'Method'],
  loading: ['正在读取…', 'Loading…'],
  // Signing in
  keyTitle: ['请输入访问密钥', 'Enter your access key'],
  keyHelp: ['密钥由市发展和改革委员会发放，只保存在本浏览器标签页中，关闭即清除。', 'Keys are issued by the Development and Reform Commission. Yours is kept in this browser tab alone and forgotten when it closes.'],
  keyWrong: ['密钥不对，或已停用。', 'The key is wrong, or no longer in use.'],
  keyField: ['访问密钥', 'Access key'], signIn: ['进入', 'Sign in'], signOut: ['退出', 'Sign out'],
  // Faults
  failed: ['没有读到数据', 'The data could not be read'], retry: ['重试', 'Try again'],
  forbidden: ['您的角色不能查看这一页。', 'Your role may not see this page.'],
  notFound: ['没有这一页。', 'There is no such page.'],
  noSummary: ['还没有季度小结', 'There is no summary yet'],
  noSummaryHelp: ['部门报送之后，季度报送期限一过，系统会自动写出小结。也可以用命令 ordos close 立即写出。', 'A summary is written by itself once departments have reported and the deadline of the quarter has passed, or at once by the command ordos close.'],
  // Overview
  versionNumber: ['版本', 'Version'],
  version: ['第 {0} 版', 'Version {0}'], published: ['已发布', 'published'], draft: ['未发布', 'not published'], asOf: ['数据截至 {0}', 'As known at {0}'],
  'kind.quarterly': ['季度监测', 'Quarterly monitoring'], 'kind.annual': ['年度评价', 'Annual evaluation'],
  'kind.mid-term': ['中期评估', 'Mid-term evaluation'], 'kind.final': ['总结评估', 'Final evaluation'],
  standingsAll: ['全部指标', 'All indicators'], standingsHeadline: ['主要指标', 'Headline indicators'], standingsBinding: ['约束性指标', 'Binding indicators'], standingsProjects: ['重点工程', 'Projects'],
  red: ['需要立即关注', 'Needs attention now'], noRed: ['没有落后的约束性指标。', 'No binding indicator is behind.'],
  headline: ['主要指标', 'Headline indicators'],
  completeness: ['报送情况', 'Returns'], missing: ['尚未报送', 'Not reported yet'], late: ['逾期报送', 'Late'], nobodyMissing: ['应报部门都已报送。', 'Every department expected has reported.'],
  expected: ['应报', 'Expected'], received: ['收到', 'Received'], accepted: ['接受', 'Accepted'], onTime: ['按时', 'On time'], rate: ['报送率', 'Rate'],
  changes: ['与上一次发布的版本相比', 'Compared with the version published before'],
  reports: ['报告', 'Reports'], reportHtml: ['网页报告', 'Web report'], reportDocx: ['Word 报告', 'Word report'], annex: ['附表（Excel）', 'Annex (Excel)'], summaryJson: ['数据（JSON）', 'Data (JSON)'],
  parts: ['分篇进展', 'By part of the plan'], part: ['篇', 'Part'], total: ['合计', 'Total'],
  broken: ['数据之间的矛盾', 'Contradictions between data'],
  'standing.achieved': ['已实现', 'Achieved'], 'standing.ahead': ['快于预期', 'Ahead'], 'standing.on-schedule': ['符合预期', 'On schedule'], 'standing.behind': ['慢于预期', 'Behind'], 'standing.open': ['尚不能评价', 'Open'],
  // Lists
  filter: ['筛选', 'Filter'], every: ['全部', 'All'], search: ['名称或编码', 'Name or code'], found: ['共 {0} 项', '{0} found'],
  code: ['编码', 'Code'], name: ['名称', 'Name'], department: ['部门', 'Department'], status: ['状态', 'Status'], attribute: ['属性', 'Kind'],
  value: ['现值', 'Value'], target: ['目标', 'Target'], baseline: ['基期', 'Baseline'], progress: ['进度', 'Progress'], schedule: ['时序', 'Schedule'], ratio: ['进度比', 'Ratio'], change: ['比上季', 'Change'],
  binding: ['约束性', 'Binding'], expectedKind: ['预期性', 'Expected'], otherKind: ['其他', 'Other'],
  stale: ['数据过期', 'stale'], dateAssumed: ['规划未写明年份，按规划期末判断。', 'The plan gives no date; the end of the plan is assumed.'],
  // Indicator
  chart: ['走势', 'Path'], points: ['数据', 'Data'], actual: ['实际', 'Actual'], scheduleLine: ['时序进度', 'Schedule'], projection: ['预测', 'Projection'], projectionRange: ['95% 范围', '95% range'], revised: ['修订前', 'Before revision'],
  period: ['期间', 'Period'], source: ['出处', 'Source'], text: ['原文', 'As written'], trace: ['溯源', 'Trace'],
  planText: ['规划原文', 'Text of the plan'], targetSource: ['目标来源', 'Source of the target'],
  'source.plan': ['规划', 'the plan'], 'source.assigned': ['下达', 'assigned'], 'source.adjusted': ['调整', 'adjusted'], 'source.annual': ['年度计划', 'annual plan'],
  methodNumber: ['公式', 'Formula'], neededPace: ['今后每年需要', 'Needed a year from now on'], projected: ['按现有速度到期末', 'At this pace at the end'], secondOpinion: ['参考评价（Open SDG）', 'Second opinion (Open SDG)'],
  margin: ['距底线', 'Margin to the bound'], evidence: ['依据', 'Evidence'], evidenceText: ['{0} 个数据，最新为 {1}', '{0} figures, the latest of {1}'],
  missingYears: ['缺少年份', 'Years missing'], yearsMet: ['达标年数', 'Years met'],
  related: ['同一数量的另一目标', 'Another target for the same quantity'], tension: ['规划文本中的不一致', 'Where the plan contradicts itself'], decisions: ['目标的下达与调整', 'Targets assigned and adjusted'],
  earlier: ['各季度的评价', 'Quarter by quarter'], history: ['全部修订', 'Every revision'],
  noValues: ['还没有数据。没有数据不等于零。', 'There are no data. No data is not zero.'],
  regions: ['旗区', 'Banners and districts'], region: ['地区', 'Region'],
  // Trace
  traceOf: ['{0} {1} 从何而来', 'Where {0} of {1} comes from'], now: ['现行值', 'The value that counts'], handedIn: ['报送时间', 'Handed in'], by: ['报送人', 'By'], file: ['文件', 'File'], sheet: ['工作表', 'Sheet'], cellAddress: ['单元格', 'Cell'], remark: ['备注', 'Remark'],
  withdrawn: ['已撤回', 'withdrawn'], usedIn: ['用于哪些小结', 'Summaries that use it'], verdict: ['结论', 'Verdict'],
  // Departments
  matrix: ['部门与季度', 'Departments and quarters'], matrixHelp: ['每格：● 按时　◐ 逾期　○ 未报　✕ 退回　· 无须报送。点开可看该季度的报送。', 'In each cell: ● on time, ◐ late, ○ missing, ✕ rejected only, · nothing due. Open one to see what was handed in.'],
  'cell.onTime': ['按时', 'on time'], 'cell.late': ['逾期', 'late'], 'cell.missing': ['未报', 'missing'], 'cell.rejected': ['退回', 'rejected'], 'cell.none': ['无须报送', 'nothing due'],
  // Submissions
  drop: ['把文件拖到这里试校验，或', 'Drop a file here to try it, or'], choose: ['选择文件', 'choose a file'], dropHelp: ['.xlsx、.xls、.csv，最大 50 MB。试校验不保存任何内容。', '.xlsx, .xls or .csv, up to 50 MB. Trying a file stores nothing.'],
  chooseDepartment: ['请先选择部门', 'Choose the department first'], checking: ['正在校验 {0}…', 'Checking {0}…'],
  tried: ['{0} 的试校验结果', 'What {0} would give'], downloadFeedback: ['下载标注后的文件', 'Download the marked workbook'], submitNow: ['正式报送', 'Hand it in'], again: ['换一个文件', 'Another file'], submitted: ['已报送，正在处理。', 'Handed in; it is being processed.'],
  rejectedHelp: ['请改正标红的单元格后再报送。', 'Mend the cells marked as errors, then hand it in again.'],
  'verdict.accepted': ['接受', 'accepted'], 'verdict.accepted-with-warnings': ['接受，有需核实之处', 'accepted with warnings'], 'verdict.rejected': ['退回', 'rejected'],
  'state.received': ['已收到', 'received'], 'state.checking': ['校验中', 'checking'], 'state.rejected': ['退回', 'rejected'], 'state.accepted': ['接受', 'accepted'], 'state.applying': ['入库中', 'applying'], 'state.applied': ['已入库', 'applied'], 'state.failed': ['系统故障', 'failed'],
  'severity.error': ['错误', 'error'], 'severity.warning': ['警告', 'warning'], 'severity.info': ['提示', 'info'],
  findings: ['校验问题', 'Findings'], noFindings: ['没有问题。', 'Nothing was found.'], place: ['位置', 'Where'], what: ['问题与改法', 'What is wrong and how to mend it'], count: ['数量', 'Count'],
  valuesTitle: ['内容', 'Holds'],
  valuesRead: ['读到 {0} 个数据、{1} 行工程进展', '{0} values and {1} rows of projects were read'], wholeFile: ['整个文件', 'whole file'],
  marked: ['标注的单元格', 'Marked cells'], understood: ['系统如何理解这个文件', 'What was understood of the file'], frequent: ['最常见的问题', 'Most frequent findings'],
  live: ['自动更新', 'Live'], submission: ['报送编号', 'Submission'], noneYet: ['还没有报送。', 'Nothing has been handed in yet.'], state: ['处理', 'State'],
  // Projects
  investment: ['投资', 'Investment'], physical: ['形象进度', 'Physical progress'], projectState: ['建设状态', 'State'], years: ['建设年份', 'Years'], components: ['包含的工程', 'Components'], quantity: ['工程量', 'Quantity'],
  'project.preparing': ['前期', 'preparing'], 'project.not-started': ['未开工', 'not started'], 'project.under-construction': ['在建', 'under construction'], 'project.completed': ['完工', 'completed'], 'project.suspended': ['停工', 'suspended'],
  parent: ['属于', 'Part of'],
  // Method
  thresholds: ['判断标准', 'Thresholds'], thresholdsHelp: ['国家没有公布统一标准，以下为本系统的设置，写在每份报告中。', 'No authority publishes thresholds. These are this system\'s settings; every report states them.'],
  ahead: ['快于预期：进度比不低于', 'Ahead: ratio at least'], onSchedule: ['符合预期：进度比不低于', 'On schedule: ratio at least'], behind: ['慢于预期：进度比不低于；再低为严重滞后', 'Behind: ratio at least; below it far behind'],
  approximate: ['“左右”允许相差', 'Tolerance of "about"'], staleQuarterly: ['季度指标多少个季度后算过期', 'Quarters until a quarterly indicator is stale'], staleYearly: ['年度指标多少个季度后算过期', 'Quarters until a yearly indicator is stale'], deadline: ['报送期限（季度结束后天数）', 'Deadline, days after the quarter'],
  formulas: ['公式', 'Formulas'], tensions: ['规划文本中的不一致及处理', 'Contradictions in the plan and how they are treated'], document: ['规划原文', 'The plan says'], position: ['处理', 'Treated as'],
  fullMethod: ['完整的方法说明（METHODOLOGY.md）', 'The whole method (METHODOLOGY.md)'],
};

export const statuses = {
  'target-pending': ['待下达目标', 'Target pending', 'neutral', '…'], done: ['已完成', 'Done', 'good', '✓'], due: ['待完成', 'Due', 'neutral', '◷'], overdue: ['逾期', 'Overdue', 'bad', '✕'],
  'no-data': ['无数据', 'No data', 'neutral', '∅'], recorded: ['仅记录', 'Recorded', 'neutral', '•'], incomplete: ['数据不全', 'Incomplete', 'neutral', '◌'], held: ['守住', 'Held', 'good', '✓'],
  breached: ['未守住', 'Breached', 'bad', '✕'], achieved: ['完成', 'Achieved', 'good', '✓'], missed: ['未完成', 'Missed', 'bad', '✕'], 'no-baseline': ['缺基期', 'No baseline', 'neutral', '◌'],
  ahead: ['快于预期', 'Ahead', 'good', '▲'], 'on-schedule': ['符合预期', 'On schedule', 'fair', '●'], behind: ['慢于预期', 'Behind', 'slow', '▼'], 'far-behind': ['严重滞后', 'Far behind', 'bad', '▼▼'],
};

export const standings = {
  achieved: ['已实现', 'Achieved', 'good', '✓'], ahead: ['快于预期', 'Ahead', 'good', '▲'], 'on-schedule': ['符合预期', 'On schedule', 'fair', '●'], behind: ['慢于预期', 'Behind', 'bad', '▼'], open: ['尚不能评价', 'Cannot be judged yet', 'neutral', '∅'],
};

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

export const statusText = (code, chinese) => index() === 0 && chinese ? chinese : statuses[code]?.[index()] ?? code;

export const pairs = all;
