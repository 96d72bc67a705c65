using OrdosPipeline.Core.Intake;

namespace OrdosPipeline.Core.Validation.Rules.Row;

internal sealed class RegionUnknown() : Rule<ValueReading>(
    FindingCodes.RegionUnknown,
    Severity.Error,
    "不认识的地区",
    "Region not known",
    "{where}“{found}”不是本市的旗区。请填写旗区全称、简称或代码，全市数据填“全市”。",
    "{where}: “{found}” is no region of the city. Write the name or code of a banner or district, or 全市 for the whole city.")
{
    internal override Fault? Find(ValueReading subject, CheckContext context) => subject is { Region: null, RegionAt: { } at } ? new Fault(at) : null;
}
