using System.Collections.Frozen;
using OrdosPipeline.Core.Plan;

namespace OrdosPipeline.Core.Intake;

/// <summary>Reads the state of a project in the words that departments use.</summary>
public static class ProjectStateText
{
    private static readonly FrozenDictionary<string, ProjectState> Words = new (ProjectState State, string[] Words)[]
    {
        (ProjectState.Preparing, ["前期", "前期工作", "前期阶段", "前期工作阶段", "前期准备", "前期手续", "前期手续办理", "办理前期手续", "开展前期", "开展前期工作", "谋划", "谋划阶段", "储备", "筹建", "拟建", "PREPARING"]),
        (ProjectState.NotStarted, ["未开工", "尚未开工", "未动工", "未开始", "待开工", "计划开工", "未启动", "未实施", "NOTSTARTED"]),
        (ProjectState.UnderConstruction, ["在建", "续建", "新建", "已开工", "开工", "新开工", "开工建设", "已开工建设", "建设中", "正在建设", "施工", "施工中", "正在施工", "实施中", "正在实施", "推进中", "进行中", "复工", "已复工", "UNDERCONSTRUCTION"]),
        (ProjectState.Completed, ["完工", "已完工", "竣工", "已竣工", "竣工验收", "投产", "已投产", "建成", "已建成", "建成投产", "建成投用", "投用", "已投用", "投入使用", "完成", "已完成", "验收", "已验收", "COMPLETED"]),
        (ProjectState.Suspended, ["停工", "已停工", "停建", "已停建", "缓建", "暂停", "中止", "终止", "SUSPENDED"]),
    }.SelectMany(group => group.Words.Select(word => (word, group.State))).ToFrozenDictionary(pair => pair.word, pair => pair.State, StringComparer.Ordinal);

    public static bool TryRead(string text, out ProjectState state) => Words.TryGetValue(CompactText.Of(text).TrimEnd('。', '.'), out state);
}
