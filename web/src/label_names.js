// Names as a map writes them: without what stands in every one of them.

const GENERIC =
  /\s+(?:City|District|Province|County|(?:(?:\w+,? )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/;
const PEOPLES =
  /(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;

export function shortName(name, lang) {
  if (lang === "en") return name.replace(GENERIC, "") || name;
  // 临夏回族自治州 is written 临夏州, 新疆维吾尔自治区 新疆.
  const short = name.replace(PEOPLES, (_, kind) => (kind === "区" ? "" : kind));
  // 东乡族自治县, which has no other name than its people's, is written 东乡县.
  return short.length > 1 ? short : name.replace(/族自治(?=[州县]$)/, "");
}
