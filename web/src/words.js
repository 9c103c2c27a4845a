// Every word of the page, in Chinese and English, and how the reader's is chosen.

import { group } from "./numbers.js";
import { state } from "./state.js";

const words = {
  // The page, its panel and its popups
  layersShort: { zh: "图层", en: "Layers" },
  aboutShort: { zh: "说明", en: "About" },
  layers: { zh: "图层与图例", en: "Layers and legend" },
  about: { zh: "关于数据", en: "About the data" },
  language: { zh: "English", en: "中文" },
  languageHint: { zh: "Switch to English", en: "切换为中文" },
  close: { zh: "关闭", en: "Close" },
  zoomIn: { zh: "放大", en: "Zoom in" },
  zoomOut: { zh: "缩小", en: "Zoom out" },
  context: { zh: "底图", en: "Beneath" },
  home: { zh: "显示全图", en: "Show the whole map" },
  map: { zh: "地图", en: "Map" },
  derived: { zh: "推算", en: "derived" },
  derivedHint: { zh: "由其他数据推算，非公布数字", en: "computed from other data, not published" },
  source: { zh: "来源", en: "Sources" },
  credits: { zh: "来源：", en: "Sources: " },
  licence: { zh: "许可", en: "Licence" },
  vintage: { zh: "数据时点", en: "As of" },
  meaning: { zh: "字段说明", en: "Columns" },
  review: { zh: "审图号：", en: "Map review number: " },
  noReview: { zh: "未填写", en: "not set" },
  position: { zh: "位置：", en: "Position: " },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  layerOff: { zh: "所在图层没有显示：", en: "Its layer is not shown: " },
  showLayer: { zh: "显示该图层", en: "Show that layer" },
  under: { zh: "此处还有", en: "Also here" },
  quote: { zh: "规划原文 ", en: "The plan's words, " },
  untitled: { zh: "（无名称）", en: "(no name)" },
  software: {
    zh: "由 gisplan 制作，使用 Folium 与 Leaflet",
    en: "Made with gisplan, Folium and Leaflet",
  },
  // Years
  years: { zh: "年份", en: "Year" },
  allYears: { zh: "全部", en: "All" },
  everyYear: { zh: "全部年份", en: "All years" },
  play: { zh: "逐年播放", en: "Play through the years" },
  stop: { zh: "停止", en: "Stop" },
  everyYearAlike: { zh: "不随年份变化", en: "the same in every year" },
  noYear: {
    zh: "（本图没有该年的分区指标）",
    en: " (this map has no regional figure of that year)",
  },
  // Figures and their table
  figures: { zh: "数据", en: "Figures" },
  figuresTitle: { zh: "数据面板", en: "Figures" },
  takeOut: { zh: "导出", en: "Take out" },
  copyTable: { zh: "复制表格", en: "Copy the table" },
  chartSvg: { zh: "图表 SVG", en: "Chart SVG" },
  chartPng: { zh: "图表 PNG", en: "Chart PNG" },
  mapPng: { zh: "地图 PNG", en: "Map PNG" },
  columns: { zh: "选择列", en: "Columns" },
  total: { zh: "合计", en: "Total" },
  wideTable: { zh: "展开表格", en: "Wide table" },
  narrowTable: { zh: "收起表格", en: "Narrow table" },
  tableOf: { zh: "图层", en: "Layer" },
  more: { zh: "显示更多", en: "Show more" },
  nowhere: { zh: "没有位置，未绘在图上", en: "Without a position, so not drawn" },
  nothingShown: { zh: "没有显示可列成表的图层。", en: "No layer with a table is shown." },
  nothingDue: { zh: "所选年份没有条目。", en: "Nothing in the chosen year." },
  oneTheme: {
    zh: "专题任选其一；再点一次取消",
    en: "One theme at a time; a second click takes it back",
  },
  onMap: { zh: "在地图", en: "on the map" },
  zoneHint: {
    zh: "没有这个单元的边界，只列出资料写明在此的行。",
    en: "Its borders are not known here: listed is what the data say to be in it.",
  },
  profile: { zh: "概况", en: "Profile" },
  printA4: { zh: "打印（A4）", en: "Print (A4)" },
  units: { zh: "下属单位", en: "Units within" },
  neighbours: { zh: "相邻单位", en: "Neighbours" },
  item: { zh: "项目", en: "Item" },
  value: { zh: "数值", en: "Value" },
  unit: { zh: "单位", en: "Unit" },
  own: { zh: "我的数据", en: "My own data" },
  ownShort: { zh: "我的", en: "Own" },
  ownHint: {
    zh: "CSV、XLSX、GeoJSON、KML 文件可拖到页面上，或粘贴表格；UTF-8 或 GBK。需有经度、纬度（或坐标）列，没有坐标的行可写县名。数据只留在本页。",
    en: "Drop a CSV, XLSX, GeoJSON or KML file on the page, or paste a table; UTF-8 or GBK. It needs columns of longitude and latitude (or one of coordinates); rows without may name a county. Nothing leaves this page.",
  },
  ownDatum: { zh: "坐标系：", en: "Datum:" },
  datumWgs84: { zh: "WGS 84（GPS、天地图）", en: "WGS 84 (GPS)" },
  datumCgcs2000: { zh: "CGCS2000（国家大地坐标）", en: "CGCS2000" },
  datumGcj02: { zh: "GCJ-02（高德、腾讯）", en: "GCJ-02 (Amap, Tencent)" },
  datumBd09: { zh: "BD-09（百度）", en: "BD-09 (Baidu)" },
  ownFile: { zh: "选择文件", en: "Choose a file" },
  ownPaste: { zh: "在此粘贴表格（含表头）", en: "Paste a table here, with its headings" },
  ownPasted: { zh: "粘贴的表格", en: "Pasted table" },
  ownTake: { zh: "放到地图上", en: "Put it on the map" },
  ownClear: { zh: "从地图上移除", en: "Remove from the map" },
  ownCandidates: { zh: "作为候选点", en: "As candidate sites" },
  ownGiven: { zh: "按所给坐标", en: "by the coordinates given" },
  ownUnit: {
    zh: "只知道所在的县（市、区），绘在其中部",
    en: "known to the unit only, drawn in its middle",
  },
  ownLarge: {
    zh: "文件超过 20 MB，请先筛选或拆分。",
    en: "The file is over 20 MB; filter or split it first.",
  },
  ownUnread: {
    zh: "读不了这个文件。请另存为 CSV、XLSX、GeoJSON 或 KML 后再试。",
    en: "This file can't be read. Save it as CSV, XLSX, GeoJSON or KML and try again.",
  },
  ownNoPlace: { zh: "没有坐标，也没有县名。", en: "no coordinates and no county." },
  ownNotCoordinate: { zh: "坐标无法识别。", en: "the coordinates are not understood." },
  ownProjected: {
    zh: "像是投影坐标（米），请换算成经纬度。",
    en: "these look like projected metres; convert them to degrees.",
  },
  ownNoUnit: {
    zh: "县名不在本图上，或有重名。",
    en: "the county is not on this map, or several are called so.",
  },
  scenario: { zh: "方案", en: "Scenario" },
  scenarios: { zh: "两个方案对比（同一服务半径）", en: "The two scenarios at the same reach" },
  gainedByBoth: { zh: "两方案都新增", en: "Gained by both" },
  gainedOnly: { zh: "只有这一方案新增：", en: "Gained only by" },
  load: { zh: "载入文件", en: "Load a file" },
  loaded: { zh: "已载入。", en: "Loaded." },
  loadedPart: {
    zh: "有的行没有可用的坐标，未载入。",
    en: "Some rows have no usable coordinates and were not loaded.",
  },
  compare: { zh: "对比两个专题", en: "Compare two themes" },
  gainedAlone: { zh: (one) => `只有${one}新增`, en: (one) => `Gained by ${one} alone` },
  compareOnMap: { zh: "在图上对比 A 与 B", en: "Compare A and B on the map" },
  leftTheme: { zh: "左：", en: "Left:" },
  rightTheme: { zh: "右：", en: "Right:" },
  swipe: { zh: "卷帘", en: "Swipe" },
  difference: { zh: "差值（右减左）", en: "Difference (right less left)" },
  noFigures: {
    zh: "差值需要两个都是数值的专题，或两个方案。",
    en: "A difference needs two themes of figures, or two scenarios.",
  },
  otherUnits: {
    zh: "两个专题的单位不同，不能相减。",
    en: "The units differ, so they can't be subtracted.",
  },
  noCommon: { zh: "两个专题没有共同的行政单位。", en: "The two themes have no unit in common." },
  oneMissing: { zh: "其一没有数据", en: "one has no data" },
  maps: { zh: "地图", en: "Maps" },
  filter: { zh: "筛选", en: "Filter" },
  clearFilter: { zh: "取消筛选", en: "Clear the filter" },
  clearClasses: { zh: "取消筛选（含图例）", en: "Clear the filter and the legend's" },
  noValue: { zh: "（空）", en: "(empty)" },
  prefecture: { zh: "所在市州", en: "Prefecture" },
  onlyClass: {
    zh: "只看这一类；可多选，再点一次取消",
    en: "This class only; more may be added; again to take it back",
  },
  opacityShort: { zh: "不透明度", en: "Opacity" },
  opacity: { zh: "不透明度", en: "Opacity of" },
  // Charts
  chart: { zh: "图表：", en: "Chart: " },
  chartHint: { zh: "移到柱上查看；点击定位", en: "Point at a bar; click to go there" },
  // Search
  search: { zh: "搜索", en: "Search" },
  searchHint: { zh: "名称、拼音或代码", en: "Name, pinyin or code" },
  nothingFound: { zh: "没有找到", en: "Nothing found" },
  // Measuring
  measure: { zh: "量测距离和面积", en: "Measure length and area" },
  measureTitle: { zh: "量测（WGS 84 椭球面）", en: "Measure (WGS 84 ellipsoid)" },
  measureHint: {
    zh: "在地图上逐点点击；Esc 结束。",
    en: "Click point by point on the map; Esc ends.",
  },
  length: { zh: "长度", en: "Length" },
  perimeter: { zh: "周长（闭合）", en: "Perimeter (closed)" },
  m2: { zh: "平方米", en: "m²" },
  ha: { zh: "公顷", en: "ha" },
  km2: { zh: "平方千米", en: "km²" },
  area: { zh: "面积", en: "Area" },
  addMiddle: { zh: "在图中心加点", en: "Add the map's middle" },
  takeBack: { zh: "撤销一点", en: "Remove last" },
  startOver: { zh: "清除", en: "Clear" },
  // Paper
  print: { zh: "打印", en: "Print" },
  creditsOver: { zh: "来源见下一页。", en: "Sources: see the next page." },
  legendOver: { zh: "图例未完，见下一页。", en: "The legend goes on on the next page." },
  legendMore: { zh: "图例（续）", en: "Legend, continued" },
  legend: { zh: "图例", en: "Legend" },
  north: { zh: "北", en: "N" },
  ratio: { zh: "图幅中心比例尺：", en: "Scale at the middle: " },
  projection: { zh: "Web 墨卡托投影，数据坐标系 WGS 84", en: "Web Mercator; data in WGS 84" },
  printed: { zh: "制图日期：", en: "Printed: " },
  back: { zh: "返回地图", en: "Back to the map" },
  noReviewLine: { zh: "__________", en: "__________" },
  // Links
  link: { zh: "复制本视图链接", en: "Copy a link to this view" },
  linkTitle: { zh: "本视图的链接", en: "Link to this view" },
  linkHint: {
    zh: "链接含位置、缩放、图层、年份和语言；对方须有同一文件，放在相同的位置。",
    en: "It holds position, zoom, layers, year and language; who opens it needs the same file in the same place.",
  },
  copied: { zh: "已复制。", en: "Copied." },
  // Tools
  full: { zh: "全屏", en: "Full screen" },
  // Candidate sites
  evaluate: { zh: "选址试算", en: "Try sites" },
  evaluateTitle: { zh: "候选站点试算", en: "Candidate sites" },
  candidate: { zh: "候选点", en: "Candidate" },
  reachOf: { zh: "服务半径（椭球面直线距离）", en: "Reach (straight line on the ellipsoid)" },
  reachByRoad: { zh: "服务范围（公路里程）", en: "Reach (distance by road)" },
  wayOf: { zh: "距离按", en: "Distances" },
  byStraight: { zh: "直线距离", en: "straight" },
  byRoad: { zh: "公路里程", en: "by road" },
  byTime: { zh: "公路时间", en: "by road, minutes" },
  minutes: { zh: "分钟", en: "min" },
  reachInTime: { zh: "服务范围（公路行程时间）", en: "Reach (travel time by road)" },
  timeRule: {
    zh: (road, leg) => `公路 ${road}、接入段 ${leg} 千米/小时（声明的假设）。`,
    en: (road, leg) => `Roads at ${road}, legs at ${leg} km/h (declared assumptions).`,
  },
  nearestByRoad: { zh: "最近现有设施（公路）", en: "Nearest existing, by road" },
  access: { zh: "其中接入段", en: "Of it off the road" },
  toRoad: { zh: "到干线公路", en: "To the trunk road" },
  capacity: { zh: "范围内已知处理能力", en: "Known capacity within reach" },
  ofItGained: { zh: "其中新增", en: "of it gained" },
  atMost: { zh: "至多", en: "at most" },
  atLeast: { zh: "至少", en: "at least" },
  colon: { zh: "：", en: ": " },
  whereDrawn: { zh: "按图上位置", en: "where drawn" },
  drawnSaid: {
    zh: "。名单并不完整，且有设施只知所在县，按图上位置计：实际可近可远。",
    en: ". The list is incomplete, and some sites are known to their county alone: reckoned from where they are drawn, they may stand nearer or farther.",
  },
  boundsSaid: {
    zh: "。名单并不完整：已覆盖的和能力是下限，新增的是上限。",
    en: ". The list is incomplete: what is served and the capacity are least figures, what is gained a most.",
  },
  offRoad: { zh: "太远，公路上到不了", en: "too far, no way by road" },
  pick: { zh: "在地图上点选", en: "Click on the map" },
  picking: {
    zh: "点击地图放置候选点；拖动可移动。",
    en: "Click the map to set a site; drag to move it.",
  },
  notPicking: { zh: "点击地图查看要素。", en: "A click on the map shows what is there." },
  coordinate: { zh: "经度, 纬度（WGS 84）", en: "Longitude, latitude (WGS 84)" },
  coordinateHint: {
    zh: "例：103.8343, 36.0611。高德、百度地图的坐标有几百米偏移，须先换算。",
    en: "Such as 103.8343, 36.0611. Coordinates from Amap or Baidu are off by hundreds of metres; convert them first.",
  },
  coordinateShort: { zh: "坐标", en: "Coordinate" },
  add: { zh: "添加", en: "Add" },
  undo: { zh: "撤销", en: "Undo" },
  redo: { zh: "重做", en: "Redo" },
  clear: { zh: "全部清除", en: "Remove all" },
  save: { zh: "保存 GeoJSON", en: "Save GeoJSON" },
  saveHint: {
    zh: "保存的文件可交给 gisplan sites evaluate 复核。",
    en: "gisplan sites evaluate reads the saved file.",
  },
  name: { zh: "名称", en: "Name" },
  show: { zh: "定位", en: "Show" },
  remove: { zh: "删除", en: "Remove" },
  gained: { zh: "新增", en: "Gained" },
  reached: { zh: "范围内共", en: "Within reach" },
  overlap: { zh: "其中现有设施已覆盖", en: "Served already" },
  only: { zh: "仅此候选点新增", en: "Gained by this one alone" },
  nearest: { zh: "最近现有设施", en: "Nearest existing" },
  lies: { zh: "所在", en: "Lies in" },
  outside: { zh: "不在本图各行政区内", en: "outside the map's units" },
  together: { zh: "全部候选点合计", en: "All candidates together" },
  byRegion: { zh: "各市州覆盖率", en: "Coverage by prefecture" },
  region: { zh: "市州", en: "Prefecture" },
  now: { zh: "现有", en: "Now" },
  withThem: { zh: "加候选点", en: "With them" },
  existing: { zh: "现有设施：", en: "Existing sites: " },
  notCoordinate: {
    zh: "无法识别。请写成两个数：经度, 纬度，例如 103.8343, 36.0611。",
    en: "Not understood. Write two numbers: longitude, latitude, such as 103.8343, 36.0611.",
  },
  projected: {
    zh: "这像是投影坐标（米）。请换算成 WGS 84 经纬度（度）。",
    en: "These look like projected metres. Convert them to WGS 84 degrees.",
  },
  outOfRange: {
    zh: "超出范围：经度 −180 至 180，纬度 −90 至 90。",
    en: "Out of range: longitude −180 to 180, latitude −90 to 90.",
  },
  tooFar: {
    zh: "该点离本图范围太远，服务不到图内人口，请检查经纬度。",
    en: "Too far from the map's area to serve anyone in it; check the numbers.",
  },
  swapped: {
    zh: "按“纬度, 经度”理解，已调换顺序，请核对。",
    en: "Read as latitude, longitude and put in order; please check.",
  },
};
// Words with several things in them.
const phrases = {
  shareMarks: {
    zh: (rows, marks) => `${rows} 项，图上 ${marks} 个标记（同一位置合为一个，旁注项数）`,
    en: (rows, marks) =>
      `${rows} items at ${marks} marks (those in one place share one, with their number beside it)`,
  },
  allGrey: {
    zh: (n, words) => `全部 ${n} 个单位都是“${words}”。`,
    en: (n, words) => `All ${n} units: ${words}.`,
  },
  roadRule: {
    zh: (km, detour) =>
      `沿页面所带的干线公路计；两端到最近公路按直线 × ${detour}（声明的假设），不超过 ${km} 千米；比这两段还近的直接走直线。`,
    en: (km, detour) =>
      `Over the trunk roads in this page; from both ends straight x ${detour} (a declared assumption) to the nearest road, at most ${km} km; straight where that is no farther than the two legs.`,
  },
  roadOff: {
    zh: (n, amount) => `${n} 个居民点（${amount}）离公路更远，公路上到不了。`,
    en: (n, amount) => `${n} settlements (${amount}) lie farther off and can't be reached by road.`,
  },
};
// English counts as they are written: "1 row", "2 rows", "1,234 rows".
const many = (n, one) => `${n} ${one}${n === "1" ? "" : "s"}`;
// Each is given the number as it is written, and the number itself.
const counted = {
  rows: { zh: (n) => `${n} 个`, en: (n) => `${n}` },
  items: { zh: (n) => `${n} 项`, en: (n) => `${n}` },
  sitesThere: { zh: (n) => `${n} 处`, en: (n) => many(n, "site") },
  ofUnknown: {
    zh: (n) => `其中 ${n} 处能力不详`,
    en: (n) => `of unknown capacity: ${n}`,
  },
  settlements: { zh: (n) => `${n} 个居民点`, en: (n) => many(n, "settlement") },
  places: { zh: (n) => `${n} 处`, en: (n) => many(n, "place") },
  ownTaken: { zh: (n) => `采用 ${n} 行。`, en: (n) => `${many(n, "row")} taken.` },
  ownShapes: {
    zh: (n) => `另绘线、面 ${n} 个。`,
    en: (n) => `${n} ${n === "1" ? "line or area" : "lines or areas"} drawn.`,
  },
  ownRefused: { zh: (n) => `未采用 ${n} 行：`, en: (n) => `${many(n, "row")} not taken:` },
  ownRow: { zh: (n) => `第 ${n} 行：`, en: (n) => `Row ${n}: ` },
  vague: {
    zh: (n) => `另有 ${n} 项只知道所在的上一级单位，位置在此，未计入`,
    en: (n) => `${n} more are drawn here but known to the unit above only; not counted`,
  },
  undated: {
    zh: (n) => `其中 ${n} 项年份不详，各年都显示`,
    en: (n) => `${n} of unknown year, shown in every year`,
  },
  here: { zh: (n) => `此处共 ${n} 项`, en: (n) => `${many(n, "item")} here` },
  others: { zh: (n) => ` 等 ${n} 项`, en: (_, all) => ` and ${group(all - 1)} more` },
  unplaced: {
    zh: (n) => `另有 ${n} 项无位置，未绘出`,
    en: (n) => `${n} more without a position, not drawn`,
  },
  unplacedTitle: { zh: (n) => `无位置的 ${n} 项`, en: (n) => `${n} without a position` },
  ofAll: { zh: (n) => `／共 ${n} 项`, en: (n) => ` of ${n}` },
  unknown: { zh: (n) => `另 ${n} 项无数据`, en: (n) => `${n} without data` },
  tableRows: { zh: (n) => `共 ${n} 行`, en: (n) => many(n, "row") },
  leftOut: { zh: (n) => `另有 ${n} 项未列出`, en: (n) => `${n} more, not listed` },
  firstBars: { zh: (n) => `前 ${n} 行`, en: (n) => `first ${many(n, "row")}` },
  found: { zh: (n) => `找到 ${n} 项`, en: (n) => `${n} found` },
  cells: { zh: (n) => `${n} 格`, en: (n) => many(n, "cell") },
};

// Words of {zh, en}, or of the table above by name.
export function say(what) {
  const both = typeof what === "string" ? (words[what] ?? phrases[what]) : what;
  return both ? both[state.lang] : "";
}

// Words with a number in them, by name.
export function sayCount(what, n) {
  return counted[what][state.lang](group(n), n);
}

// That nobody has reported on a year, and of which year what follows is.
export function sayNotKnown(year, report) {
  const of =
    report === null
      ? { zh: "报道年份不详", en: "the year of the report is not known" }
      : { zh: `以下为 ${report} 年的报道`, en: `what follows was reported in ${report}` };
  return { zh: `${year} 年的状态不详：${of.zh}`, en: `Not known in ${year}: ${of.en}` }[state.lang];
}

// The years up to one; a year is a name, and so without a mark between thousands.
export function sayYear(year) {
  return { zh: `截至 ${year} 年`, en: `By ${year}` }[state.lang];
}
