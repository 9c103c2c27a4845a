// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 28c78326e4eeba83072b9c8460dd0ed19980cb7f4e8c134d3783ce076059d81a
// bundle e218895a54cea0a3614423c9e389b9f2ac5ac75cd62b9015ce0dedc9b177e25c esbuild 0.28.2
(async()=>{"use strict";
var oi=["",1],ri=[["亿",1e8],["万",1e4]],yf=10,si=2,ai={digits:null,myriads:!0},qr={digits:3,myriads:!0};function re(t){
return(t<1e21?String(t):String(BigInt(t))).replace(/\B(?=(\d{3})+$)/g,",")}function Vr(t,e){if(t>=1e21)return re(t);let[
n,o]=t.toFixed(e).split("."),r=(o||"").replace(/0+$/,"");return re(Number(n))+(r?`.${r}`:"")}function Kr(t,{digits:e}){let n=Math.
abs(t);if(!e)return n;let o=e,r=Number(n.toPrecision(o));for(;n<100&&r>=100&&o<12;)o+=1,r=Number(n.toPrecision(o));return r}
function ii(t,{digits:e,myriads:n},o){let r=e?1:yf;return(n&&o==="zh"?ri:[]).find(a=>t>=r*a[1])??oi}function bf(t,e,n){let o=t.
map(l=>Kr(l,e)).filter(Boolean),r=o.map(l=>ii(l,e,n)),s=(l,c)=>l>=c&&Number.isInteger(l/c*10**si),a=([,l])=>o.every((c,f)=>r[f][1]>=
l||s(c,l));return ri.find(l=>r.includes(l)&&a(l))??oi}function xf(t){return Number.isInteger(t)?re(t):t>=1?Vr(t,t>=1e3?1:
2):Vr(Number(t.toPrecision(3)),10)}function li(t,e,[n,o]){let r=Kr(t,e),s=r/o,a="0";return r&&!e.digits&&!n?a=xf(r):r&&(a=
Vr(s,e.digits?kf(s):si)+n),t<0&&a!=="0"?`−${a}`:a}function kf(t){let[e,n]=String(t).split("e"),o=(e.split(".")[1]||"").
length-Number(n||0);return Math.min(10,Math.max(0,o))}function Q(t,e=ai,n="en"){return li(t,e,ii(Kr(t,e),e,n))}function ci(t,e=ai,n="\
en"){let o=[...new Set(t)];for(let r=0;;r+=1){let s={...e,digits:e.digits?e.digits+r:e.digits},a=bf(o,s,n),l=o.map(c=>li(
c,s,a));if(!e.digits||r===12||new Set(l).size===o.length)return new Map(o.map((c,f)=>[c,l[f]]))}}function xe(t,e){return e>
0?`${Q(t/e*100,qr)} %`:"—"}function Yr(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Q(Number((t/1e3).toFixed(
t<1e5?3:2)))} km`:"—"}function Mo(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(2)} km`:"\
—"}function ui(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Q(Number((t/n).toFixed(2))),e]}var m={lang:"zh",context:Object.create(null),shown:[],opacity:[],year:null,chosen:null,kept:Object.create(null),map:0,profile:null,
filter:new Map,more:Object.create(null),measuring:!1,paper:!1,place:null},fi={language:[],layers:[],context:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],
kept:[]};function T(t,e){fi[t].push(e)}function L(t,e){for(let n of fi[t])n(e)}function di(t){m.lang=t.lang,m.shown=t.layers.
map(e=>e.show),m.opacity=t.groups.map(()=>1)}var vf={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
s and legend"},about:{zh:"关于数据",en:"About the data"},language:{zh:"English",en:"中文"},languageHint:{zh:"Switc\
h to English",en:"切换为中文"},close:{zh:"关闭",en:"Close"},zoomIn:{zh:"放大",en:"Zoom in"},zoomOut:{zh:"缩小",
en:"Zoom out"},context:{zh:"底图",en:"Beneath"},home:{zh:"显示全图",en:"Show the whole map"},map:{zh:"地图",en:"\
Map"},derived:{zh:"推算",en:"derived"},derivedHint:{zh:"由其他数据推算，非公布数字",en:"computed from oth\
er data, not published"},source:{zh:"来源",en:"Sources"},credits:{zh:"来源：",en:"Sources: "},licence:{zh:"许可",
en:"Licence"},vintage:{zh:"数据时点",en:"As of"},meaning:{zh:"字段说明",en:"Columns"},review:{zh:"审图号：",
en:"Map review number: "},noReview:{zh:"未填写",en:"not set"},position:{zh:"位置：",en:"Position: "},yes:{zh:"是",
en:"yes"},no:{zh:"否",en:"no"},layerOff:{zh:"所在图层没有显示：",en:"Its layer is not shown: "},showLayer:{zh:"\
显示该图层",en:"Show that layer"},under:{zh:"此处还有",en:"Also here"},quote:{zh:"规划原文 ",en:"The plan's\
 words, "},untitled:{zh:"（无名称）",en:"(no name)"},software:{zh:"由 gisplan 制作，使用 Folium 与 Leaflet",
en:"Made with gisplan, Folium and Leaflet"},years:{zh:"年份",en:"Year"},allYears:{zh:"全部",en:"All"},everyYear:{zh:"\
全部年份",en:"All years"},play:{zh:"逐年播放",en:"Play through the years"},stop:{zh:"停止",en:"Stop"},everyYearAlike:{
zh:"不随年份变化",en:"the same in every year"},noYear:{zh:"（本图没有该年的分区指标）",en:" (this map\
 has no regional figure of that year)"},figures:{zh:"数据",en:"Figures"},figuresTitle:{zh:"数据面板",en:"Figures"},
takeOut:{zh:"导出",en:"Take out"},copyTable:{zh:"复制表格",en:"Copy the table"},chartSvg:{zh:"图表 SVG",en:"Char\
t SVG"},chartPng:{zh:"图表 PNG",en:"Chart PNG"},mapPng:{zh:"地图 PNG",en:"Map PNG"},columns:{zh:"选择列",en:"Colu\
mns"},total:{zh:"合计",en:"Total"},wideTable:{zh:"展开表格",en:"Wide table"},narrowTable:{zh:"收起表格",en:"Na\
rrow table"},tableOf:{zh:"图层",en:"Layer"},more:{zh:"显示更多",en:"Show more"},nowhere:{zh:"没有位置，未绘在图上",
en:"Without a position, so not drawn"},nothingShown:{zh:"没有显示可列成表的图层。",en:"No layer with a table\
 is shown."},nothingDue:{zh:"所选年份没有条目。",en:"Nothing in the chosen year."},oneTheme:{zh:"专题任选其一；再点一次取消",
en:"One theme at a time; a second click takes it back"},onMap:{zh:"在地图",en:"on the map"},zoneHint:{zh:"没有这个单元的边界，只\
列出资料写明在此的行。",en:"Its borders are not known here: listed is what the data say to be in it."},profile:{
zh:"概况",en:"Profile"},printA4:{zh:"打印（A4）",en:"Print (A4)"},units:{zh:"下属单位",en:"Units within"},neighbours:{
zh:"相邻单位",en:"Neighbours"},item:{zh:"项目",en:"Item"},value:{zh:"数值",en:"Value"},unit:{zh:"单位",en:"Uni\
t"},own:{zh:"我的数据",en:"My own data"},ownShort:{zh:"我的",en:"Own"},ownHint:{zh:"CSV、XLSX、GeoJSON、KML 文件可拖到页面上，\
或粘贴表格；UTF-8 或 GBK。需有经度、纬度（或坐标）列，没有坐标的行可写县名。数据只留在本页。",
en:"Drop a CSV, XLSX, GeoJSON or KML file on the page, or paste a table; UTF-8 or GBK. It needs columns of longitude and\
 latitude (or one of coordinates); rows without may name a county. Nothing leaves this page."},ownDatum:{zh:"坐标系：",
en:"Datum:"},datumWgs84:{zh:"WGS 84（GPS、天地图）",en:"WGS 84 (GPS)"},datumCgcs2000:{zh:"CGCS2000（国家大地坐标）",
en:"CGCS2000"},datumGcj02:{zh:"GCJ-02（高德、腾讯）",en:"GCJ-02 (Amap, Tencent)"},datumBd09:{zh:"BD-09（百度）",
en:"BD-09 (Baidu)"},ownFile:{zh:"选择文件",en:"Choose a file"},ownPaste:{zh:"在此粘贴表格（含表头）",en:"\
Paste a table here, with its headings"},ownPasted:{zh:"粘贴的表格",en:"Pasted table"},ownTake:{zh:"放到地图上",
en:"Put it on the map"},ownClear:{zh:"从地图上移除",en:"Remove from the map"},ownCandidates:{zh:"作为候选点",
en:"As candidate sites"},ownGiven:{zh:"按所给坐标",en:"by the coordinates given"},ownUnit:{zh:"只知道所在的县（市、区），绘在其中部",
en:"known to the unit only, drawn in its middle"},ownLarge:{zh:"文件超过 20 MB，请先筛选或拆分。",en:"The f\
ile is over 20 MB; filter or split it first."},ownUnread:{zh:"读不了这个文件。请另存为 CSV、XLSX、GeoJSON 或 KML 后再试。",
en:"This file can't be read. Save it as CSV, XLSX, GeoJSON or KML and try again."},ownNoPlace:{zh:"没有坐标，也没有县名。",
en:"no coordinates and no county."},ownNotCoordinate:{zh:"坐标无法识别。",en:"the coordinates are not understood."},
ownProjected:{zh:"像是投影坐标（米），请换算成经纬度。",en:"these look like projected metres; convert \
them to degrees."},ownNoUnit:{zh:"县名不在本图上，或有重名。",en:"the county is not on this map, or several\
 are called so."},scenario:{zh:"方案",en:"Scenario"},scenarios:{zh:"两个方案对比（同一服务半径）",en:"Th\
e two scenarios at the same reach"},gainedByBoth:{zh:"两方案都新增",en:"Gained by both"},gainedOnly:{zh:"只有这一方案新增：",
en:"Gained only by"},load:{zh:"载入文件",en:"Load a file"},loaded:{zh:"已载入。",en:"Loaded."},loadedPart:{zh:"有\
的行没有可用的坐标，未载入。",en:"Some rows have no usable coordinates and were not loaded."},compare:{zh:"\
对比两个专题",en:"Compare two themes"},gainedAlone:{zh:t=>`只有${t}新增`,en:t=>`Gained by ${t} alone`},compareOnMap:{
zh:"在图上对比 A 与 B",en:"Compare A and B on the map"},leftTheme:{zh:"左：",en:"Left:"},rightTheme:{zh:"右：",
en:"Right:"},swipe:{zh:"卷帘",en:"Swipe"},difference:{zh:"差值（右减左）",en:"Difference (right less left)"},noFigures:{
zh:"差值需要两个都是数值的专题，或两个方案。",en:"A difference needs two themes of figures, or two s\
cenarios."},otherUnits:{zh:"两个专题的单位不同，不能相减。",en:"The units differ, so they can't be subtra\
cted."},noCommon:{zh:"两个专题没有共同的行政单位。",en:"The two themes have no unit in common."},oneMissing:{
zh:"其一没有数据",en:"one has no data"},maps:{zh:"地图",en:"Maps"},filter:{zh:"筛选",en:"Filter"},clearFilter:{
zh:"取消筛选",en:"Clear the filter"},clearClasses:{zh:"取消筛选（含图例）",en:"Clear the filter and the leg\
end's"},noValue:{zh:"（空）",en:"(empty)"},prefecture:{zh:"所在市州",en:"Prefecture"},onlyClass:{zh:"只看这一类；可多选，再点\
一次取消",en:"This class only; more may be added; again to take it back"},opacityShort:{zh:"不透明度",en:"Opacit\
y"},opacity:{zh:"不透明度",en:"Opacity of"},chart:{zh:"图表：",en:"Chart: "},chartHint:{zh:"移到柱上查看；点击定位",
en:"Point at a bar; click to go there"},search:{zh:"搜索",en:"Search"},searchHint:{zh:"名称、拼音或代码",en:"N\
ame, pinyin or code"},nothingFound:{zh:"没有找到",en:"Nothing found"},measure:{zh:"量测距离和面积",en:"Measur\
e length and area"},measureTitle:{zh:"量测（WGS 84 椭球面）",en:"Measure (WGS 84 ellipsoid)"},measureHint:{zh:"在地\
图上逐点点击；Esc 结束。",en:"Click point by point on the map; Esc ends."},length:{zh:"长度",en:"Length"},perimeter:{
zh:"周长（闭合）",en:"Perimeter (closed)"},m2:{zh:"平方米",en:"m²"},ha:{zh:"公顷",en:"ha"},km2:{zh:"平方千米",
en:"km²"},area:{zh:"面积",en:"Area"},addMiddle:{zh:"在图中心加点",en:"Add the map's middle"},takeBack:{zh:"撤销一点",
en:"Remove last"},startOver:{zh:"清除",en:"Clear"},print:{zh:"打印",en:"Print"},creditsOver:{zh:"来源见下一页。",
en:"Sources: see the next page."},legendOver:{zh:"图例未完，见下一页。",en:"The legend goes on on the next pag\
e."},legendMore:{zh:"图例（续）",en:"Legend, continued"},legend:{zh:"图例",en:"Legend"},north:{zh:"北",en:"N"},ratio:{
zh:"图幅中心比例尺：",en:"Scale at the middle: "},projection:{zh:"Web 墨卡托投影，数据坐标系 WGS 84",
en:"Web Mercator; data in WGS 84"},printed:{zh:"制图日期：",en:"Printed: "},back:{zh:"返回地图",en:"Back to the\
 map"},noReviewLine:{zh:"__________",en:"__________"},link:{zh:"复制本视图链接",en:"Copy a link to this view"},linkTitle:{
zh:"本视图的链接",en:"Link to this view"},linkHint:{zh:"链接含位置、缩放、图层、年份和语言；对方须有同一文件，放在相同的位置。",
en:"It holds position, zoom, layers, year and language; who opens it needs the same file in the same place."},copied:{zh:"\
已复制。",en:"Copied."},full:{zh:"全屏",en:"Full screen"},evaluate:{zh:"选址试算",en:"Try sites"},evaluateTitle:{
zh:"候选站点试算",en:"Candidate sites"},candidate:{zh:"候选点",en:"Candidate"},reachOf:{zh:"服务半径（椭球面直线距离）",
en:"Reach (straight line on the ellipsoid)"},reachByRoad:{zh:"服务范围（公路里程）",en:"Reach (distance by roa\
d)"},wayOf:{zh:"距离按",en:"Distances"},byStraight:{zh:"直线距离",en:"straight"},byRoad:{zh:"公路里程",en:"by\
 road"},byTime:{zh:"公路时间",en:"by road, minutes"},minutes:{zh:"分钟",en:"min"},reachInTime:{zh:"服务范围（公路行程时间）",
en:"Reach (travel time by road)"},timeRule:{zh:(t,e)=>`公路 ${t}、接入段 ${e} 千米/小时（声明的假设）。`,
en:(t,e)=>`Roads at ${t}, legs at ${e} km/h (declared assumptions).`},nearestByRoad:{zh:"最近现有设施（公路）",
en:"Nearest existing, by road"},access:{zh:"其中接入段",en:"Of it off the road"},toRoad:{zh:"到干线公路",en:"T\
o the trunk road"},capacity:{zh:"范围内已知处理能力",en:"Known capacity within reach"},ofItGained:{zh:"其中新增",
en:"of it gained"},atMost:{zh:"至多",en:"at most"},atLeast:{zh:"至少",en:"at least"},colon:{zh:"：",en:": "},whereDrawn:{
zh:"按图上位置",en:"where drawn"},drawnSaid:{zh:"。名单并不完整，且有设施只知所在县，按图上位置计：实际可近可远。",
en:". The list is incomplete, and some sites are known to their county alone: reckoned from where they are drawn, they m\
ay stand nearer or farther."},boundsSaid:{zh:"。名单并不完整：已覆盖的和能力是下限，新增的是上限。",
en:". The list is incomplete: what is served and the capacity are least figures, what is gained a most."},offRoad:{zh:"太\
远，公路上到不了",en:"too far, no way by road"},pick:{zh:"在地图上点选",en:"Click on the map"},picking:{zh:"\
点击地图放置候选点；拖动可移动。",en:"Click the map to set a site; drag to move it."},notPicking:{zh:"点击\
地图查看要素。",en:"A click on the map shows what is there."},coordinate:{zh:"经度, 纬度（WGS 84）",en:"Lon\
gitude, latitude (WGS 84)"},coordinateHint:{zh:"例：103.8343, 36.0611。高德、百度地图的坐标有几百米偏移，须先换算。",
en:"Such as 103.8343, 36.0611. Coordinates from Amap or Baidu are off by hundreds of metres; convert them first."},coordinateShort:{
zh:"坐标",en:"Coordinate"},add:{zh:"添加",en:"Add"},undo:{zh:"撤销",en:"Undo"},redo:{zh:"重做",en:"Redo"},clear:{
zh:"全部清除",en:"Remove all"},save:{zh:"保存 GeoJSON",en:"Save GeoJSON"},saveHint:{zh:"保存的文件可交给 gisplan sites eva\
luate 复核。",en:"gisplan sites evaluate reads the saved file."},name:{zh:"名称",en:"Name"},show:{zh:"定位",en:"S\
how"},remove:{zh:"删除",en:"Remove"},gained:{zh:"新增",en:"Gained"},reached:{zh:"范围内共",en:"Within reach"},overlap:{
zh:"其中现有设施已覆盖",en:"Served already"},only:{zh:"仅此候选点新增",en:"Gained by this one alone"},nearest:{
zh:"最近现有设施",en:"Nearest existing"},lies:{zh:"所在",en:"Lies in"},outside:{zh:"不在本图各行政区内",
en:"outside the map's units"},together:{zh:"全部候选点合计",en:"All candidates together"},byRegion:{zh:"各市州覆盖率",
en:"Coverage by prefecture"},region:{zh:"市州",en:"Prefecture"},now:{zh:"现有",en:"Now"},withThem:{zh:"加候选点",
en:"With them"},existing:{zh:"现有设施：",en:"Existing sites: "},notCoordinate:{zh:"无法识别。请写成两个数：经度, 纬度，例如 103.8343,\
 36.0611。",en:"Not understood. Write two numbers: longitude, latitude, such as 103.8343, 36.0611."},projected:{zh:"这像是\
投影坐标（米）。请换算成 WGS 84 经纬度（度）。",en:"These look like projected metres. Convert them to\
 WGS 84 degrees."},outOfRange:{zh:"超出范围：经度 −180 至 180，纬度 −90 至 90。",en:"Out of range: long\
itude −180 to 180, latitude −90 to 90."},tooFar:{zh:"该点离本图范围太远，服务不到图内人口，请检查经纬度。",
en:"Too far from the map's area to serve anyone in it; check the numbers."},swapped:{zh:"按“纬度, 经度”理解，已调换顺序，请核对。",
en:"Read as latitude, longitude and put in order; please check."}},Sf={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`},
roadRule:{zh:(t,e)=>`沿页面所带的干线公路计；两端到最近公路按直线 × ${e}（声明的假设），不超过 ${t}\
 千米；比这两段还近的直接走直线。`,en:(t,e)=>`Over the trunk roads in this page; from both ends straight\
 x ${e} (a declared assumption) to the nearest road, at most ${t} km; straight where that is no farther than the two leg\
s.`},roadOff:{zh:(t,e)=>`${t} 个居民点（${e}）离公路更远，公路上到不了。`,en:(t,e)=>`${t} settlements\
 (${e}) lie farther off and can't be reached by road.`}},Vt=(t,e)=>`${t} ${e}${t==="1"?"":"s"}`,zf={rows:{zh:t=>`${t} 个`,
en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},sitesThere:{zh:t=>`${t} 处`,en:t=>Vt(t,"site")},ofUnknown:{zh:t=>`其\
中 ${t} 处能力不详`,en:t=>`of unknown capacity: ${t}`},settlements:{zh:t=>`${t} 个居民点`,en:t=>Vt(t,"settleme\
nt")},places:{zh:t=>`${t} 处`,en:t=>Vt(t,"place")},ownTaken:{zh:t=>`采用 ${t} 行。`,en:t=>`${Vt(t,"row")} taken.`},
ownShapes:{zh:t=>`另绘线、面 ${t} 个。`,en:t=>`${t} ${t==="1"?"line or area":"lines or areas"} drawn.`},ownRefused:{
zh:t=>`未采用 ${t} 行：`,en:t=>`${Vt(t,"row")} not taken:`},ownRow:{zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{
zh:t=>`另有 ${t} 项只知道所在的上一级单位，位置在此，未计入`,en:t=>`${t} more are drawn here but \
known to the unit above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} o\
f unknown year, shown in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${Vt(t,"item")} here`},others:{zh:t=>` 等 ${t}\
 项`,en:(t,e)=>` and ${re(e-1)} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without \
a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t}\
 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,
en:t=>Vt(t,"row")},leftOut:{zh:t=>`另有 ${t} 项未列出`,en:t=>`${t} more, not listed`},firstBars:{zh:t=>`前 ${t} 行`,
en:t=>`first ${Vt(t,"row")}`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>Vt(t,"cel\
l")}};function u(t){let e=typeof t=="string"?vf[t]??Sf[t]:t;return e?e[m.lang]:""}function U(t,e){return zf[t][m.lang](re(
e),e)}function pi(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of the report is not known"}:{zh:`以下为 ${e}\
 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态不详：${n.zh}`,en:`Not known in ${t}\
: ${n.en}`}[m.lang]}function mi(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function i(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[a,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(a==="style")for(let[c,f]of Object.entries(l))s.style.setProperty(c,f);else
a.startsWith("on")?s.addEventListener(a.slice(2),l):a.includes("-")||a==="role"||a==="for"?s.setAttribute(a,l):s[a]=l;for(let a of n.
flat(1/0))a==null||a===""||s.append(a);return s}function S(t,e){return i(e||"span.datum",{dir:"auto"},t)}function To(t){
return[i("span.long",{},u(t)),i("span.short",{},u(`${t}Short`))]}function wt(t){document.getElementById("spoken").textContent=
t}function P(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var $f={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function ke(t){return P("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},P("path",{d:$f[t]}))}function Je(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
i("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):S(e)}function rt(){return i("span.derived",{title:u(
"derivedHint")},u("derived"))}function Ze(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var z=window.L;async function Mf(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var Xr=document.getElementById("gisplan-data"),k=JSON.parse(Xr.dataset.packed?await Mf(Xr.textContent):Xr.textContent);for(let t of Object.
values(k.tables??{}))for(let[e,n]of Object.entries(t))n?.same&&(t[e]=k.tables[n.same][e]);var gi=new Int8Array(128),hi="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<hi.length;t++)
gi[hi.charCodeAt(t)]=t;function ve(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=gi[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function qt(t,{decimals:e,origin:n}){let o=10**-e,r=ve(t),s=[],[a,
l]=n;for(let c=0;c<r.length;c+=2)a+=r[c],l+=r[c+1],s.push([l*o,a*o]);return s}function Eo(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let a=r?1:0;a<s.length;a++)n.push(s[a])}),n}function W(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function Lo(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
a,l]=t[r],[c,f]=t[s];a>e!=c>e&&n<(f-l)*(e-a)/(c-a)+l&&(o=!o)}return o}function wi(t){let e=t.arcs?t.arcs.split(" ").map(n=>qt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?qt(n.at,t):[],s=n.anchor?qt(n.anchor,t):[];return Array.from({length:o},(a,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=W(n.precision,l),c;if(c.
parts=n.shapes[l].map(f=>f.map(d=>Eo(e,d))),c.bounds=z.latLngBounds(c.parts.flatMap(f=>f[0])),c.anchor=s[l],c.anchor){let f=c.
parts.find(([d])=>Lo(d,c.anchor))||c.parts[0];c.room=z.latLngBounds(f[0])}return c})}}function se(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>Lo(o,n)&&!r.some(s=>Lo(s,n)))}function yi(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),a=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>a.x+o||r.y>s.y+o||r.y<a.y-o?!1:e.parts.some(([l])=>{let c=l.map(f=>t.latLngToLayerPoint(f));return c.some((f,d)=>d&&
z.LineUtil.pointToSegmentDistance(r,c[d-1],f)<=o)})}var w=window.map_gisplan,Tf=wi(k),Kt=Object.fromEntries(Object.entries(k.tables).map(([t,e])=>[t,Tf(e)])),E=k.layers.map(
(t,e)=>({...t,number:e,data:k.tables[t.table],places:Kt[t.table],geometry:k.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Qe=600;function lt(t,e){let n=w.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function ae({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function Oo(t,e){m.shown[t.number]=e,e?t.group.addTo(w):t.group.remove()}function ct(t,e){if(e&&ae(t))for(let n of E)
n!==t&&m.shown[n.number]&&ae(n)&&Oo(n,!1);Oo(t,e),L("layers")}function Jr(t,e){for(let n of E)ae(n)&&Oo(n,n===t||n===e);
L("layers")}function bi(){let t=E.filter(e=>m.shown[e.number]&&ae(e));for(let e of t.slice(0,-1))Oo(e,!1)}function Ao(t,e){
m.opacity[t]=e;for(let n of k.groups[t].layers)w.getPane(E[n].pane).style.opacity=e;L("view")}var Zr=new Set;T("paper",()=>{for(let t of Zr)t.draw()});function xi(t,e,n){let o=w.options.crs.scale(w.getZoom())/256,r=w.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var Se=z.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Zr.add(this),this.draw()},onRemove(){Zr.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
m.paper,this.sheet?.remove(),this.sheet=null,m.paper){this.drawSheet();return}let t=w.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=w.containerPointToLayerPoint(e.multiplyBy(-1));z.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),xi(r,n,o))},drawSheet(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]);this.sheet=P("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(xi(e,t,1))),z.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var xt=.0033528106647474805,ze=6378137*(1-xt),ts=6335439,es=1e-4,K=Math.PI/180;function ns(t,e){return((e-t+540)%360+360)%
360-180}function Yt(t,e){let n=xt*(2-xt),o=Math.sin(e*K),r=Math.cos(e*K),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*K),s*r*Math.sin(t*K),s*(1-n)*o]}function ki(t){let e=t*(40680631590769-ze*ze)/(ze*ze);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function vi(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Si(t){return xt/16*t*(4+xt*(4-3*t))}function yt(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-xt)*
Math.tan(e*K)),s=Math.atan((1-xt)*Math.tan(o*K)),[a,l,c,f]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],d=ns(t,n)*K,
p=d;for(let h=0;h<100;h++){let g=Math.sin(p),y=Math.cos(p),b=Math.hypot(f*g,l*c-a*f*y);if(b===0)return 0;let x=a*c+l*f*y,
$=Math.atan2(b,x),M=l*f*g/b,O=1-M*M,j=O>1e-15?x-2*a*c/O:0,et=Si(O),R=p;if(p=d+(1-et)*xt*M*($+et*b*(j+et*x*(2*j*j-1))),Math.
abs(p-R)<1e-13){let[G,_]=ki(O);return ze*G*($-vi(_,b,x,j))}}return NaN}function Xt(t,e,n,o){let r=n*K,s=(1-xt)*Math.tan(
e*K),a=1/Math.sqrt(1+s*s),l=s*a,c=Math.atan2(s,Math.cos(r)),f=a*Math.sin(r),d=1-f*f,[p,h]=ki(d),g=o/(ze*p);for(let R=0,G=1/0;R<
100&&Math.abs(g-G)>1e-13;R++)G=g,g=o/(ze*p)+vi(h,Math.sin(g),Math.cos(g),Math.cos(2*c+g));let[y,b,x]=[Math.sin(g),Math.cos(
g),Math.cos(2*c+g)],$=l*y-a*b*Math.cos(r),M=Math.atan2(l*b+a*y*Math.cos(r),(1-xt)*Math.hypot(f,$)),O=Math.atan2(y*Math.sin(
r),a*b-l*y*Math.cos(r)),j=Si(d),et=O-(1-j)*xt*f*(g+j*y*(x+j*b*(2*x*x-1)));return[M/K,t+et/K]}function Ef(t,e,n,o,r){let[
s,a]=[Yt(t,e),Yt(n,o)],[l,c,f]=[a[0]-s[0],a[1]-s[1],a[2]-s[2]],[d,p]=[Math.sin(t*K),Math.cos(t*K)],[h,g]=[Math.sin(e*K),
Math.cos(e*K)],y=-d*l+p*c,b=-h*p*l-h*d*c+g*f,x=Math.atan2(y,b)/K;for(let $=0;$<4;$++){let[M,O]=Xt(t,e,x,r),j=ns(O,n)*Math.
cos(o*K)*K*6378137,et=(o-M)*K*6378137,[R,G]=Xt(t,e,x,r*.999),_=Math.atan2((O-G)*Math.cos(o*K),M-R),N=j*Math.cos(_)-et*Math.
sin(_),F=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));x+=N/F/K}return x}function En([t,e],[n,o],r,s){let a=yt(e,t,o,
n),l=Math.max(r,Math.min(s,Math.ceil(a/2e3)));if(l===1||!a||!Number.isFinite(a))return[[n,o]];let c=Ef(e,t,o,n,a);return[
...Array.from({length:l-1},(d,p)=>Xt(e,t,c,a*(p+1)/l)),[n,o]]}function Qr(t){let e=Math.sqrt(xt*(2-xt)),n=Math.sin(t*K);
return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function Co(t){let e=0,n=Qr(t[0][0]);return t.forEach((o,r)=>{let[s,a]=o;
En(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=ns(a,c)*K*(Qr(s)-n+Qr(l)-n)/2,[s,a]=[l,c]})}),Math.abs(e)*6378137*6378137/
2}function os(t){return t.slice(1).reduce((e,[n,o],r)=>e+yt(t[r][1],t[r][0],o,n),0)}function zi({decimals:t,nodes:e,edges:n,lengths:o,perMetre:r=1}){let s=10**t,a=ve(e),l=new Float64Array(a.length/2),c=new Float64Array(
a.length/2),[f,d]=[0,0];for(let x=0;x<l.length;x++)f+=a[2*x],d+=a[2*x+1],l[x]=f/s,c[x]=d/s;let p=ve(n),h=new Int32Array(
p.length/2),g=new Int32Array(p.length/2),y=0;for(let x=0;x<h.length;x++)y+=p[2*x],h[x]=y,g[x]=y+p[2*x+1];let b=Float64Array.
from(ve(o),(x,$)=>{let[M,O]=[h[$],g[$]];return x?x/r:yt(l[M],c[M],l[O],c[O])});return{lon:l,lat:c,start:h,end:g,length:b}}function $i(t){return t?qt(t.at,k).map((e,n)=>({at:e,names:t.names[n]})):[]}var Bo=$i(k.context?.seats),Po=$i(k.context?.
towns);var ie=t=>Math.round(10*t)/10,No=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${ie(e)} ${ie(n)}`)}lineTo(e,n){this.parts.push(`L${ie(e)} ${ie(n)}`)}arc(e,n,o){
let[r,s]=[ie(o),ie(2*o)];this.parts.push(`M${ie(e-o)} ${ie(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(P("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var Lf=["county","prefecture","province","country"],Of=k.context?.borders??{},Af={country:0,province:0,prefecture:0,county:7},
Mi={railway:6,river:6.8},kt=k.context?k.context.layers.map(Cf):[],yg=kt.find(t=>t.graph)?.graph??null;function Cf(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=zi(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>Eo(Bf(),r)))),e.anchors=
t.anchors?qt(t.anchors,k):[],e}var rs=null;function Bf(){return rs??(rs=k.arcs.split(" ").map(t=>qt(t,k))),rs}function Jt(t){
return m.context[t.name]!==!1}function Ti(t,e){m.context[t.name]=e,L("context")}function Io([t,e]){let{x:n,y:o}=w.options.
crs.latLngToPoint(z.latLng(t,e),0);return[n,o]}function as(t){let e=t.map(Io),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function Ei(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],a)=>{a?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function Li(t){let e=new No;return this.paint(e,t),e.elements}var Pf=Se.extend({name:"\
context-ground",prepare(){this.areas=kt.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(as)})))},vectors:Li,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(Jt(n)){t.beginPath();for(let s of r)Ei(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
Nf=Se.extend({name:"context-lines",prepare(){this.lines=kt.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>as(r))}))})),this.shores=kt.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(as)}));let t=kt.find(e=>e.graph);this.seats=Bo.
map(({at:e})=>Io(e)),this.towns=Po.map(({at:e})=>Io(e)),this.roads=t&&{one:t,...If(t.graph)}},vectors:Li,paint(t,e){let n=w.
getZoom();t.scale(e.ratio,e.ratio),t.lineJoin="round";for(let{one:o,rings:r}of this.shores)Jt(o)&&Ln(t,r,e,{color:"#8dba\
d9",width:.8,dash:[]});for(let{one:o,paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!Jt(o))continue;let s=!o.style.dash;
if(!s&&n<Mi.railway)continue;let l=r.filter(f=>!s||f.named||n>=Mi.river).flatMap(f=>f.lines),c=o.style.weight*(n<6.5?.8:
n<9?1:1.6);Ln(t,l,e,{color:o.style.color,width:c,dash:[]}),!s&&n>=7.5&&Ln(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}
this.roads&&Jt(this.roads.one)&&this.paintRoads(t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(Jt(
o))for(let s of Lf){if(!Rf(s,n))continue;let a=r.filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&
Ln(t,a,e,{color:"rgba(120, 98, 140, 0.16)",width:6,dash:[]}),Ln(t,a,e,Of[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){n<
7.5||(t.setLineDash([]),this.paintDots(t,e,this.seats,2.6),n>=9&&this.paintDots(t,e,this.towns,1.7))},paintDots(t,e,n,o){
for(let[r,s]of n)r<e.west||r>e.east||s<e.north||s>e.south||(t.beginPath(),t.arc(e.left(r)/e.ratio,e.top(s)/e.ratio,o,0,2*
Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())},paintRoads(t,e,n){let{x:o,y:r,
start:s,end:a,one:l}=this.roads;t.beginPath();for(let f=0;f<s.length;f++){let[d,p]=[s[f],a[f]];o[d]<e.west&&o[p]<e.west||
o[d]>e.east&&o[p]>e.east||r[d]<e.north&&r[p]<e.north||r[d]>e.south&&r[p]>e.south||(t.moveTo(e.left(o[d])/e.ratio,e.top(r[d])/
e.ratio),t.lineTo(e.left(o[p])/e.ratio,e.top(r[p])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&
(t.lineWidth=c+1.6,t.strokeStyle="rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});
function If({lon:t,lat:e,start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let a=0;a<t.length;a++)
[r[a],s[a]]=Io([e[a],t[a]]);return{x:r,y:s,start:n,end:o}}function Ln(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let a of e)
Ei(t,a,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function Rf(t,e){let n=E.filter(o=>o.border===t);return n.
length?n.some(o=>m.shown[o.number]):e>=Af[t]}var ss=[];function Oi(){if(!kt.length)return;lt("gisplan-ground",380),w.getContainer().
classList.add("on-land");let t=E.filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.
length?t[t.length-1].number:-1;lt("gisplan-lines",Math.min(499,400+e)),ss.push(new Pf({pane:"gisplan-ground"}).addTo(w)),
ss.push(new Nf({pane:"gisplan-lines"}).addTo(w));let n=()=>{for(let o of ss)o.draw()};T("context",n),T("layers",n)}var is="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Ai=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,Ff=new RegExp(`(${is})?\\s*[:：=]?\\s*${Ai}`,"gi"),
Df=new RegExp(`()${Ai}(?:\\s*(${is}))?`,"gi"),_f={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},jf=new Set(["西经","南纬","W","S"]);function Uf(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${is})`,"i").test(e),r=e.replace(o?Ff:Df,(s,a,l,c,f,d)=>{let p=(a||(typeof d=="s\
tring"?d:"")).toUpperCase(),h=/^[−-]/.test(l)?-1:1,g=Math.abs(parseFloat(l.replace("−","-"))),y=h*(g+(c?c/60:0)+(f?f/
3600:0)),b=(c===void 0||c<60)&&(f===void 0||f<60);return n.push({value:jf.has(p)?-y:y,axis:_f[p]||null,short:b})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function $e(t,e){let n=Uf(t);if(n.length!==2||n.some(h=>!h.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,a=o.axis==="lat"||r.axis==="lon",l=(h,g)=>Math.abs(h)<=180&&Math.abs(g)<=90,c=a?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let f=c.findIndex(([h,g])=>l(h,g)&&e(h,g));if(f<0)return{fault:c.
some(([h,g])=>l(h,g))?"tooFar":"outOfRange"};let[d,p]=c[f].map(zt);return{lon:d,lat:p,note:f===1?"swapped":null}}function zt(t){
return Math.round(t*1e6)/1e6}function Ci({at:t,decimals:e,count:n}){let o=10**e,r=ve(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
a=0,l=0;for(let c=0;c<n;c++)a+=r[2*c],l+=r[2*c+1],s.lon[c]=a/o,s.lat[c]=l/o,s.xyz.push(Yt(s.lon[c],s.lat[c]));return s}function Wf(t){
let e=Ci(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function Gf({waste:t=[],quantityName:e,demand:n}){let o={[e]:n.amounts};return t.map(r=>{r.whole&&(o[r.basis]=r.whole);let s=r.
values??o[r.basis].map(a=>a*r.factor);return{...r,values:s}})}function Hf(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;
t.lat[t.order[r]]<e?n=r+1:o=r}return n}function Vf(t,e,n,o){let r=Yt(e,n),s=o/11e4,a=[];for(let l=Hf(t,n-s);l<t.count;l++){
let c=t.order[l];if(t.lat[c]>n+s)break;let f=t.xyz[c],d=Math.hypot(f[0]-r[0],f[1]-r[1],f[2]-r[2]);if(d>o+es)continue;(2*
ts*Math.asin(Math.min(1,d/(2*ts)))+es<=o||yt(t.lon[c],t.lat[c],e,n)<=o)&&a.push(c)}return a}function qf(t,e){return{placeAt:(n,o)=>({
lon:n,lat:o}),siteAt:n=>({lon:e.lon[n],lat:e.lat[n]}),reach:({lon:n,lat:o},r)=>Vf(t,n,o,r),sitesWithin:({lon:n,lat:o},r)=>[
...e.lon.keys()].filter(s=>yt(n,o,e.lon[s],e.lat[s])<=r),nearest({lon:n,lat:o}){let r=null;for(let s=0;s<e.count;s++){let a=yt(
n,o,e.lon[s],e.lat[s]);(!r||a<r.cost)&&(r={at:s,cost:a})}return r}}}function Kf(t,e,n){let o=null,r=()=>{let s=({lon:a,lat:l})=>Array.
from(a,(c,f)=>t.placeAt(c,l[f]));return o??(o={demand:s(e),sites:s(n)}),o};return{roads:t,placeAt:t.placeAt,siteAt:s=>r().
sites[s],demandAt:s=>r().demand[s],reach(s,a){let l=t.fieldFrom(s,a),c=[];return r().demand.forEach((f,d)=>{let p=t.wayTo(
l,f);p&&p.cost<=a&&c.push(d)}),c},sitesWithin(s,a){let l=t.fieldFrom(s,a),c=f=>(t.wayTo(l,f)?.cost??1/0)<=a;return[...r().
sites.keys()].filter(f=>c(o.sites[f]))},nearest(s){let a=t.fieldFrom(s),l=null;return r().sites.forEach((c,f)=>{let d=t.
wayTo(a,c);d&&(!l||d.cost<l.cost)&&(l={at:f,...d})}),l},offRoad:()=>[...r().demand.keys()].filter(s=>!o.demand[s].on)}}function Bi(t,e,n={}){
let o=Wf(t.demand),r={...Ci(t.sites),names:t.sites.names},s=Gf(t),a=(h,g=o.amounts)=>h.reduce((y,b)=>y+g[b],0),l={straight:qf(
o,r)};for(let[h,g]of Object.entries(n))l[h]=Kf(g,o,r);let c=new Map;function f(h,g){let y=`${g} ${h}`;if(!c.has(y)){let b=new Uint8Array(
o.count);for(let x=0;x<r.count;x++)for(let $ of l[g].reach(l[g].siteAt(x),h))b[$]=1;c.set(y,b)}return c.get(y)}function d(h,g,y){
let{capacity:b}=t.sites;if(!b)return null;let x=h.sitesWithin(g,y),$=x.map(M=>b.values[M]).filter(M=>M!==null);return{known:$.
reduce((M,O)=>M+O,0),sites:x.length,unknown:x.length-$.length}}function p(h,g,y="straight"){let b=l[y],x=f(g,y),$=new Uint16Array(
o.count),M=h.map(({lon:N,lat:F})=>b.placeAt(N,F)),O=M.map(N=>{let F=b.reach(N,g);for(let D of F)$[D]+=1;return F}),j=h.map(
({lon:N,lat:F},D)=>{let H=O[D].filter(ot=>!x[ot]),ft=a(O[D]),ht=a(H);return{reached:ft,gained:ht,overlap:ft-ht,only:a(H.
filter(ot=>$[ot]===1)),waste:s.map(({name:ot,values:gt})=>({name:ot,reached:a(O[D],gt),gained:a(H,gt)})),capacity:d(b,M[D],
g),nearest:b.nearest(M[D]),road:y==="straight"?null:{metres:M[D].foot.distance,on:M[D].on},county:e(t.counties,N,F),region:e(
t.regions,N,F)}}),et=()=>({total:0,before:0,after:0}),R=t.codes.map(et),G=et(),_=[];for(let N=0;N<o.count;N++){let F=o.amounts[N],
D=x[N]||$[N];D&&!x[N]&&_.push(N);for(let H of[G,R[o.region[N]]])H&&(H.total+=F,x[N]&&(H.before+=F),D&&(H.after+=F))}return{
each:j,whole:G,regions:R,gained:_}}return{demand:o,sites:r,waste:s,ways:l,amountOf:a,evaluate:p}}function le(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function ut(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&le(n.words,o)?n.words[o]:{},t.words].find(a=>le(a,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):Q(e,t,m.lang):e}function Zt(t,e){if(typeof e!="number"||t.year||
t.words&&le(t.words,e))return null;let n=Q(e,{digits:15});return Q(e,t,m.lang)===n?null:n}function ls(t,{unit:e}){return(/[万亿]$/.
test(t)?"":" ")+u(e)}function Ro({unit:t}){return m.lang==="zh"?`（${u(t)}）`:`, ${u(t)}`}function pt(t,e,n,o){let r=ut(
t,e,n,o);return e==null||!t.unit?r:r+ls(r,t)}function st(t){return(t.type==="integer"||t.type==="number")&&!t.year}var cs=.001,On=(t,e)=>[t[0]-e[0],t[1]-e[1],t[2]-e[2]],Pi=(t,e)=>t[0]*e[0]+t[1]*e[1]+t[2]*e[2],Yf=t=>Math.min(1,Math.max(
0,t));function Ni(t,e,n){let o=[0,1,2].map(a=>t[a]+n*(e[a]-t[a])),s=((1-n)*Math.hypot(...t)+n*Math.hypot(...e))/Math.hypot(
...o);return o.map(a=>a*s)}function Xf(t,e,n,o){let r=On(e,t),s=Math.max(Pi(r,r),1e-12),[a,l]=[0,On(o,t)];for(let c=0;c<
3;c++)a=Yf(a+Pi(l,r)/s),l=On(o,Ni(t,e,a));return{distance:Math.hypot(...l),offset:a*n}}function Ii({lon:t,lat:e,start:n,
end:o,length:r}){let s=Array.from(t,(f,d)=>Yt(f,e[d])),a=new Float64Array(3*n.length),l=new Float64Array(n.length);for(let f=0;f<
n.length;f++){let[d,p]=[s[n[f]],s[o[f]]],h=Ni(d,p,.5);a.set(h,3*f),l[f]=1+Math.max(Math.hypot(...On(h,d)),Math.hypot(...On(
h,p)))}let c=new Float64Array(n.length);return f=>{let d=-1;for(let b=0;b<n.length;b++){let x=a[3*b]-f[0],$=a[3*b+1]-f[1],
M=a[3*b+2]-f[2];c[b]=Math.sqrt(x*x+$*$+M*M)-l[b],(d<0||c[b]<c[d])&&(d=b)}let p=[],h=1/0,g=b=>{let x=Xf(s[n[b]],s[o[b]],r[b],
f);x.distance>h+cs||(h=Math.min(h,x.distance),p.push({edge:b,...x}))};d>=0&&g(d);for(let b=0;b<n.length;b++)b!==d&&c[b]<=
h+cs&&g(b);let y={edge:-1,offset:0,distance:1/0};for(let b of p)b.distance<h+cs&&(y.edge<0||b.edge<y.edge)&&Object.assign(
y,b);return y}}var us=class{constructor(){this.items=[]}push(e){let{items:n}=this,o=n.length;for(n.push(e);o>0;){let r=o-1>>1;if(n[r][0]<=
e[0])break;n[o]=n[r],o=r}n[o]=e}pop(){let{items:e}=this,n=e[0],o=e.pop(),r=0;for(;e.length;){let s=2*r+1;if(s>=e.length||
(s+1<e.length&&e[s+1][0]<e[s][0]&&(s+=1),e[s][0]>=o[0]))break;e[r]=e[s],r=s}return e.length&&(e[r]=o),n}};function Jf({lon:t,
start:e,end:n}){let o=new Int32Array(t.length+1);for(let a of[e,n])for(let l of a)o[l+1]+=1;for(let a=0;a<t.length;a++)o[a+
1]+=o[a];let r=o.slice(),s=new Int32Array(2*e.length);for(let a=0;a<e.length;a++)s[r[e[a]]++]=a,s[r[n[a]]++]=a;return{from:o,
edges:s}}function fs(t,{access:e,detour:n,leg:o=n,pace:r=1}){let{lon:s,lat:a,start:l,end:c,length:f}=t,{from:d,edges:p}=Jf(
t),h=Ii(t),g=f.map(R=>R*r);function y(R,G){let _=Yt(R,G),N=h(_);return{lon:R,lat:G,xyz:_,foot:N,on:N.distance<=e}}function b(R,G=1/0){
let _=new Float64Array(s.length).fill(1/0),N=new Int32Array(s.length).fill(-1),F={place:R,costs:_,by:N};if(!R.on)return F;
let D=new us,H=(ot,gt,Mn)=>{gt<_[ot]&&gt<=G&&(_[ot]=gt,N[ot]=Mn,D.push([gt,ot]))},{edge:ft,offset:ht}=R.foot;for(H(l[ft],
ht*r,-1),H(c[ft],(f[ft]-ht)*r,-1);D.items.length;){let[ot,gt]=D.pop();if(!(ot>_[gt]))for(let Mn=d[gt];Mn<d[gt+1];Mn++){let Tn=p[Mn];
H(l[Tn]===gt?c[Tn]:l[Tn],ot+g[Tn],Tn)}}return F}function x({place:R,costs:G},{edge:_,offset:N}){let F=[[G[l[_]]+N*r,l[_]],
[G[c[_]]+(f[_]-N)*r,c[_]]];return R.foot.edge===_&&F.push([Math.abs(R.foot.offset-N)*r,-1]),F.reduce((D,H)=>H[0]<D[0]?H:
D)}function $(R,G){let{place:_}=R;if(!_.on||!G.on)return null;let N=_.foot.distance+G.foot.distance,[F,D]=x(R,G.foot),H=F+
N*o,ft=Math.hypot(...[0,1,2].map(ht=>_.xyz[ht]-G.xyz[ht]));return ft<=N&&ft*o<=H?{cost:ft*o,access:ft*o,direct:!0,node:D}:
Number.isFinite(H)?{cost:H,access:Math.min(N*o,H),direct:!1,node:D}:null}function M(R,G){let _=f[R]?G/f[R]:0,[N,F]=[l[R],
c[R]];return[a[N]+_*(a[F]-a[N]),s[N]+_*(s[F]-s[N])]}let O=({foot:R})=>M(R.edge,R.offset);function j(R,G){let _=$(R,G);if(!_)
return null;let N=[R.place,G].map(D=>[D.lat,D.lon]);if(_.direct)return{way:_,legs:[N],road:[]};let F=[O(G)];for(let{node:D}=_;D>=
0;){F.push([a[D],s[D]]);let H=R.by[D];D=H<0?-1:l[H]===D?c[H]:l[H]}return F.push(O(R.place)),F.reverse(),{way:_,legs:[[N[0],
F[0]],[F[F.length-1],N[1]]],road:F}}function et(R,G){let _=[],N=R.place.on?R.place.foot:{edge:-1,offset:0};for(let F=0;F<
l.length;F++){let D=f[F],H=Math.min(D,(G-R.costs[l[F]])/r),ft=Math.min(D,(G-R.costs[c[F]])/r),ht=[];if(F===N.edge){let ot=G/
r;ht.push([Math.max(0,N.offset-ot),Math.min(D,N.offset+ot)])}H>0&&ft>0&&H+ft>=D?ht.push([0,D]):(H>0&&ht.push([0,H]),ft>0&&
ht.push([D-ft,D]));for(let[ot,gt]of ht)_.push([M(F,ot),M(F,gt)])}return _}return{access:e,leg:o,pace:r,placeAt:y,fieldFrom:b,
wayTo:$,routeTo:j,stretches:et,footSpot:O}}var Ri=40,Me="@prefecture",tn="@class";function Fo(t,e){return`${t}~${e}`}function Do(t){return Fo(t.table,`${tn}${t.number}`)}
function An(t){return m.filter.get(t)??null}function _o(t,e){let n=new Set(An(t)??[]);n.delete(e)||n.add(e),Zf(t,n)}function Zf(t,e){
e.size?m.filter.set(t,e):m.filter.delete(t),L("filter")}function Fi(){m.filter.clear(),L("filter")}function Te(t){return[
...m.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(tn)||o===`${tn}${t.number}`)})}function Di(t,e,n){
for(let[o,r]of Te(t)){let s=o.split("~")[1],a=null;if(s.startsWith(tn)?a=String(n.classOfRow(t,e)):s===Me?a=ps(t,e,n):a=
String(W(t.data.columns[s].values,e)??""),!r.has(a))return!1}return!0}var ds=new Map;function ps(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";ds.has(t.table)||ds.set(t.table,new Map);let s=ds.get(t.table);if(s.has(e))return s.get(e);
let a=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=a.findIndex(d=>d.slice(0,4)===String(l).slice(0,4));else{
let d=o(t,e),p=d?.point??d?.anchor;p&&(c=n.places.findIndex(h=>r(h,p)))}let f=c<0?"":String(a[c]);return s.set(e,f),f}function V(t,e,n){let o=t.columns[e],r=W(o.values,n);if(!o.english)return r;let s=W(o.english,n);return m.lang==="zh"?r??
s:s??r}function J(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=V(
t.data,o,e);if(r!=null)return ut(n[o],r,t,o)}return u("untitled")}function Ee(t,e){let n=Y(t,e),o=J(t,n[0]);return n.length>
1?o+U("others",n.length):o}function _i(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>W(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function jo(t,e){return W(t.data.columns[t.yearColumn].values,e)??null}function hs(t,e){if(m.
kept[t.table]&&!m.kept[t.table].has(e))return!1;if(!t.yearColumn||m.year===null)return!0;let n=jo(t,e);return n===null||
n<=m.year}function gs(t,e){return W(t.data.columns[t.reportColumn].values,e)??null}function ws(t,e){if(!t.reportColumn||
m.year===null)return!0;let[n,o]=[jo(t,e),gs(t,e)];return n===null&&o===null?!1:(n??o)<=m.year&&m.year<=(o??1/0)}function en(t,e){
if(!ws(t,e))return-1;if(t.each)return t.each[e];let n=at(t,e);return n&&t.of?t.of[n.at]:-1}var Le={classOfRow:en,rowPlace:at,
prefectures:null,inPolygon:null};function Nt(t){return!!t.yearColumn&&m.year!==null||!!m.kept[t.table]||Te(t).length>0}function Oe(t,e){
return hs(t,e)&&Di(t,e,Le)}function Y(t,e){return Nt(t)?e.rows.filter(n=>Oe(t,n)):e.rows}var ms=new Map;function at(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(ms.has(o)||ms.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),ms.get(o).get(e)||null)}var v={asked:null,coverage:null,list:[],past:[],future:[],reach:0,by:"straight",figures:null,made:0};function ys(t,e,n){
let o=z.latLng(n,e);return Kt[t].find(r=>se(r,o))||null}function ji(t){v.asked=t,v.reach=t.reach;let e=t.roads&&kt.find(
r=>r.name===t.roads.layer)?.graph,{roads:n}=t,o=e?{road:fs(e,n)}:{};e&&n.time&&(o.time=fs(e,{...n,...n.time})),v.coverage=
Bi(t,ys,o),ks()}function bs(){return Object.keys(v.coverage.ways)}function vt(){return v.by!=="straight"}function $t(){return v.
by==="time"}function Cn(){let{reaches:t,roads:e}=v.asked;return $t()?e.time.reaches:t}function Uo(t){return`${t} ${$t()?
u("minutes"):"km"}`}function on(t){return $t()?Uo(t.toFixed(1)):Mo(t)}function rn(t){return v.coverage.evaluate(t,nn(),v.
by)}function Ae(){return`${Uo(v.reach)} · ${u(xs[v.by])}`}function nn(){return v.reach*($t()?1:1e3)}function Wo(){if(!$t())
return nn();let{leg:t,pace:e}=v.asked.roads.time;return nn()/Math.min(t,e)}function Ui(t){let e=z.latLngBounds([]);for(let{
lon:n,lat:o}of t)for(let r of[0,90,180,270])e.extend(Xt(n,o,r,Wo()));return e}function It(t){return pt(v.asked.quantity,
t)}function Ce({heading:t},e){return pt(t,e)}function Ot(t){return Wi(t,"atMost")}function At(t){return Wi(t,"atLeast")}
function Wi(t,e){let{drawn:n,worth:o}=v.asked;if(!n&&!o)return t;let r=u(n?"whereDrawn":e);return m.lang==="zh"?`${t}（${r}\
）`:`${t} (${r})`}function sn(t){return Zt(v.asked.quantity,t)}function Go(t){let{names:e}=v.coverage.sites;return(m.lang===
"zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function Bn(t){return E.find(e=>e.table===t)}function Ho({region:t,
county:e}){let n=[[v.asked.regions,t],[v.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>J(Bn(o),r.rows[0]));return n.
length?[...new Set(n)].join(" · "):u("outside")}var xs={straight:"byStraight",road:"byRoad",time:"byTime"};function an(t,e){
let[n,o,r,s]=k.bounds,a=Math.max(...v.asked.reaches,Wo()/1e3),[l,c]=[a/110,a/(111*Math.max(.1,Math.cos(e*K)))];return t>=
n-c&&t<=r+c&&e>=o-l&&e<=s+l}function ks(){v.figures=rn(v.list)}function Be(t){v.past.push(v.list),v.future=[],v.list=t,Nn()}
function Pn(t,e=[...v.past,v.list],n=[]){Object.assign(v,{list:t,past:e,future:n}),Nn()}function Gi(t,e){t.length&&(e.push(
v.list),v.list=t.pop(),Nn())}function vs(){Gi(v.past,v.future)}function Ss(){Gi(v.future,v.past)}function Nn(){ks(),L("c\
andidates")}function Hi(t){v.list=t,ks(),L("candidates","moving")}function Vi(t){v.reach=t,Nn()}function qi(t){Vo(t)&&Nn()}
function Vo(t,e=null){if(bs().includes(t)){let n=Cn().indexOf(v.reach);v.by=t;let o=Cn();o.includes(v.reach)||(v.reach=o[Math.
min(n,o.length-1)])}return Cn().includes(e)&&(v.reach=e),v.by===t}function zs(t,e){let n=new Set(v.list.filter((r,s)=>s!==
e).map(Mt)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function Mt(t){return t.name||`${u("candidate")} ${t.number}`}
function $s(t,e,n){v.made+=1,Be([...v.list,{number:v.made,lon:zt(t),lat:zt(e),name:n?zs(n):""}])}function In(t,e){Be(v.list.
map((n,o)=>o===t?{...n,...e}:n))}function qo(t){Be(v.list.filter((e,n)=>n!==t))}var Ki="#9d174d",Yi="#4c1d95";function Qf(t,e,n){return z.polyline(t,{...e,interactive:!1,smoothFactor:0,...n})}function Xi(t,e,{
list:n,figures:o}){let r=v.coverage.ways[v.by],{roads:s}=r,a=new Set(o.gained),l=(c,f)=>Qf(c,e,f).addTo(t);n.forEach(({lon:c,
lat:f},d)=>{let p=r.placeAt(c,f),h=s.fieldFrom(p),g=nn()-p.foot.distance*s.leg,y=p.on&&g>0?s.stretches(h,g):[];l(y,{color:"\
#ffffff",weight:6,opacity:.8}),l(y,{color:Ki,weight:3,opacity:.75});for(let $ of a){let M=r.demandAt($),O=s.wayTo(h,M);if(!O||
O.cost>nn())continue;let j=O.direct?[f,c]:s.footSpot(M),et={color:Ki,weight:1,opacity:.7,dashArray:"2 3"};l([j,[M.lat,M.
lon]],et)}let{nearest:b}=o.each[d],x=b&&s.routeTo(h,r.siteAt(b.at));if(x){l(x.road,{color:"#ffffff",weight:8,opacity:.9}),
l(x.road,{color:Yi,weight:4,opacity:1});for(let $ of x.legs)l($,{color:"#ffffff",weight:5,opacity:.9}),l($,{color:Yi,weight:2.5,
opacity:1,dashArray:"5 5"})}})}var Ji=180,Ms=null,Ts=null,Ko=null,tl=null;function Zi(){Ms.clearLayers(),Es(Ms,{pane:"gisplan-reach",renderer:td()},v)}
function Es(t,e,{list:n,figures:o}){vt()?Xi(t,e,{list:n,figures:o}):Os(t,e,n),Ls(t,e,o.gained)}function Ls(t,e,n,o){let{
demand:r}=v.coverage;for(let s of n)z.circleMarker([r.lat[s],r.lon[s]],{...e,interactive:!1,radius:2.5,stroke:!0,weight:.8,
color:"#ffffff",fillColor:"#9d174d",fillOpacity:1,...o}).addTo(t)}function td(){return m.paper?tl:Ko}function Os(t,{pane:e},n,o){
n.forEach(({lon:r,lat:s})=>{let a=Array.from({length:Ji},(l,c)=>Xt(r,s,c*360/Ji,Wo()));z.polygon(a,{pane:e,interactive:!1,
className:"reach",smoothFactor:0,color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08,...o}).addTo(t)})}function As(t){
return z.divIcon({html:i("span.candidate-mark",{},t),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}function Qi(){
Ts.clearLayers(),v.list.forEach((t,e)=>{let n=z.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,
keyboard:!0,icon:As(String(t.number))}),o=v.list,r=0,s=()=>{let{lat:l,lng:c}=n.getLatLng();return{...t,lon:zt(c),lat:zt(
l)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(()=>Hi(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",
()=>{cancelAnimationFrame(r),v.list=o,Be(o.map((l,c)=>c===e?s():l))}),n.on("click",()=>L("picked",e)),n.addTo(Ts);let a=n.
getElement();a.setAttribute("aria-label",Mt(t)),a.title=Mt(t),a.addEventListener("keydown",l=>nd(l,e))})}var ed={ArrowLeft:[
-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function nd(t,e){if(t.key==="Delete"){qo(e);return}let n=ed[t.key];
if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=v.list[e],s=t.shiftKey?1:10,a=w.latLngToContainerPoint(
[r,o]).add([n[0]*s,n[1]*s]),l=w.containerPointToLatLng(a);In(e,{lon:zt(l.lng),lat:zt(l.lat)});let c=document.querySelectorAll(
".candidate-icon")[e];c&&c.focus()}function el(){let t=w.createPane("gisplan-candidates");t.style.zIndex=640,lt("gisplan\
-reach",575),Ms=z.layerGroup().addTo(w),Ts=z.layerGroup().addTo(w),Ko=z.canvas({pane:"gisplan-reach"}),tl=z.svg({pane:"g\
isplan-reach"}),T("candidates",e=>{Zi(),e||Qi()}),T("paper",()=>{Zi(),m.paper&&(Ko.remove(),Ko=z.canvas({pane:"gisplan-r\
each"}))}),T("language",Qi)}function Xo(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Yo(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function Cs(t){try{return decodeURIComponent(t)}catch{
return""}}function nl(t,e){return`#${new URLSearchParams({find:`${Yo(t)}~${Yo(e)}`})}`}function ol(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let a=new URLSearchParams(t.replace(/^#/,"")),l=($,M)=>{let O=(a.get($)??"").split(",").map(j=>j?
Number(j):Number.NaN);return O.length===M&&O.every(Number.isFinite)?O:null},c={},f=l("map",3);if(f&&Math.abs(f[1])<=85&&
Math.abs(f[2])<=360&&f[0]>=0&&f[0]<=22&&(c.view=f),a.has("layers")){let $=a.get("layers").split(" ");c.shown=e.map(M=>$.
includes(M))}let d=l("opacity",n);d?.every($=>$>=0&&$<=100)&&(c.opacity=d.map($=>$/100)),["zh","en"].includes(a.get("lan\
g"))&&(c.lang=a.get("lang")),r.includes(a.get("on"))&&(c.map=r.indexOf(a.get("on")));let p=new Map;for(let $ of a.getAll(
"only")){let[M,O,j]=$.split("~");!j||!Object.prototype.hasOwnProperty.call(s,M)||!O.startsWith("@")&&!s[M].includes(O)||
p.set(`${M}~${O}`,new Set(j.split("|").map(Cs)))}p.size&&(c.filter=p);let[h,g]=(a.get("find")??"").split("~").map(Cs);h&&
g&&(c.find={table:h,name:g});let[y,b]=(a.get("profile")??"").split("~").map(Cs);y&&/^\d{6}$/.test(b??"")&&(c.profile={table:y,
code:b}),a.has("sites")&&(c.more=Object.fromEntries(["sites","reach","by"].map($=>[$,a.get($)])));let x=Number(a.get("ye\
ar"));return c.year=a.has("year")&&o.includes(x)?x:null,c}function rl({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:a,
filter:l=new Map,map:c=0,profile:f=null,more:d={}},p,h=[],g=[]){let y=new URLSearchParams;g.length&&y.set("on",g[c]);for(let[
b,x]of l)y.append("only",`${b}~${[...x].map(Yo).join("|")}`);y.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join("\
,")),y.set("layers",p.filter((b,x)=>o[x]).join(" ")),r.some(b=>b!==1)&&y.set("opacity",r.map(b=>Math.round(100*b)).join(
","));for(let[b,x]of Object.entries(d))y.set(b,x);s!==null&&y.set("year",s),f&&y.set("profile",`${Yo(f.table)}~${f.code}`),
y.set("lang",a);for(let[b,x]of h)y.set(b,x);return`#${y.toString().replace(/%2C/g,",")}`}var q=window.matchMedia("(max-width: 760px)");function Jo(){let t=k.view||k.bounds;if(!t)return null;let[e,n,o,r]=t;return z.
latLngBounds([[n,e],[r,o]])}function Bs(t){let e=Jo();return!e||w.getBounds().pad(t).contains(e)}function od(){let t=document.
getElementById("years");return t&&!t.hidden?t.offsetHeight+14:0}function Rn(){let t=Jo();if(!t)return;let[e,n]=[62,q.matches?
58:14];w.fitBounds(t,{paddingTopLeft:[q.matches?8:14,e],paddingBottomRight:[n,46+od()],maxZoom:13,animate:!1})}function Rt(t){
let e=Bs(.05);t(),w.invalidateSize({animate:!1}),e&&Rn()}function Fn(t,e){if(t.point){(!w.getBounds().pad(-.1).contains(
t.point)||e)&&w.setView(t.point,Math.max(w.getZoom(),e?9:7),{animate:!1});return}let n=w.latLngToLayerPoint(t.bounds.getNorthWest()),
o=w.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&w.getBounds().contains(t.bounds)||
w.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Ps=document.getElementById("maps"),rd={name:k.name,title:k.title,description:k.description,groups:k.groups.map((t,e)=>e),
headlines:k.headlines.map((t,e)=>e)};function Pe(){return k.maps?k.maps[m.map]:rd}function Ns(t){let e=k.groups.findIndex(
n=>n.layers.includes(t.number));return k.maps.findIndex(n=>n.groups.includes(e))}function ln(t){return!k.maps||Ns(t)===m.
map}function cn(t){return k.maps?u(k.maps[Ns(t)].title):""}function Zo(t,e){if(!k.maps||t===m.map||!k.maps[t])return;w.closePopup(),
m.map=t;let n=e??k.maps[t].shown;for(let o of E){let r=n.includes(o.number);m.shown[o.number]&&!r&&ct(o,!1)}for(let o of n)
m.shown[o]||ct(E[o],!0);Rt(()=>{L("map"),L("layers")})}function al(t){k.maps&&Zo(Ns(t))}function sl(){if(!k.maps)return;
Ps.hidden=!1,Ps.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.
id:null;Ps.replaceChildren(...k.maps.map((e,n)=>i("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===
m.map?"page":null,onclick:()=>Zo(n)},u(e.title)))),t&&document.getElementById(t).focus()}function il(){T("language",sl),
T("map",sl)}var Qo=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function ll(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function cl(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:Qo[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return Qo.
map((r,s)=>{let[a,l]=[o[s],o[s+1]],c=e.filter(f=>ul(f,o)===s).length;return{low:a,high:l,color:r,count:c}})}function ul(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?Qo.length-1:n}function fl(t,e){return e.length===1?e[0].color:Qo[ul(t,[
e[0].low,...e.map(n=>n.high)])]}var Ne=7,dl=new Set,pl=P("defs");document.body.append(P("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},pl));
function un(t){let e=`hatch-${t.slice(1)}`;if(!dl.has(e)){dl.add(e);let n=P("pattern",{id:e,width:Ne,height:Ne,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},P("rect",{width:Ne,height:Ne,fill:"#ffffff"}),P("rect",{width:Ne,height:Ne/
2,fill:t}),P("rect",{width:Ne,height:1,fill:"#5b6b78"}));pl.append(n)}return`url(#${e})`}var ce=document.getElementById("about"),Is=null;function ml(){Is&&ce.replaceChildren(i("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>ce.close()},"×"),i("div.dialog-body",{},Is()))}function Ft(t){Is=t,ml(),ce.open||ce.showModal(),
ce.scrollTop=0}function hl(){ce.addEventListener("click",t=>{t.target===ce&&ce.close()}),T("language",ml)}var Dt=-1,Dn=-2,sd="#d5d9dd";function Ie(t,e){if(!t.each||!Nt(t))return t.of[e.at];let n=new Set(Y(t,e).map(o=>en(t,o)));
return n.size===1?[...n][0]:Dn}function gl(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===Dt?o:e===
Dn?r:n[e].color}function tr(t,e){return e===Dt?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Rs(t,e){
return!!t.of&&tr(t,Ie(t,e))}function Re(t,e){return t.of?gl(t,Ie(t,e)):t.style.color}function wl(t,e){let n=t.of?Ie(t,e):
Dt;return n>=0&&t.legend.classes[n].dash||t.style.dash}function er(t,e){let n=at(t,e);return n?t.of?gl(t,t.each?en(t,e):
Ie(t,n)):t.style.color:sd}function nr(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.count),missing:e.missing,several:e.
several,precisions:e.precisions||[]};if(!Nt(t))return n;let o=Do(t),r=m.filter.get(o);m.filter.delete(o);let s=ad(t,n);return r&&
m.filter.set(o,r),s}function ad(t,e){let n=t.places.map(r=>({place:r,rows:Y(t,r)})).filter(r=>r.rows.length),o=n.flatMap(
r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(a=>en(t,a)===s).length),missing:t.of?o.filter(r=>en(t,r)===Dt).length:
e.missing,several:t.each?n.filter(r=>Ie(t,r.place)===Dn).length:0,precisions:e.precisions.map(r=>({...r,count:n.filter(({
place:s})=>s.precision===r.name).reduce((s,a)=>s+a.rows.length,0)})).filter(r=>r.count)}}var yl={town:[4,0],county:[4,45],prefecture:[6,30]};function or(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!yl[t]){let c=r(
o),f=d=>`a${c} ${c} 0 1 0 ${d} 0`;return`M${r(e-o)} ${r(n)}${f(2*c)}${f(-2*c)}z`}let[s,a]=yl[t];return`M${Array.from({length:s},
(c,f)=>{let d=(a+360*f/s)*Math.PI/180;return`${r(e+o*Math.cos(d))} ${r(n+o*Math.sin(d))}`}).join("L")}z`}var rr={dark:"#\
14222c",light:"#ffffff"},bl={dark:4,light:2.4};function Fs(t,e,n=bl){let o=r=>P("path",{d:t,fill:"none",stroke:rr[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),P("path",{d:t,fill:e})]}var tt={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},Ds=new Set(["surveyed","digitised","address","site"]);function Fe(t,e,n=!1){
let o=2*tt[t]+bl.dark,r=o/2;return i(`span.mark.${Ds.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},P("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Fs(or(t,r,r,tt[t]),n?un(e):e)))}var id=3e3,sr=3.2,_s=new Map;function js(t){if(_s.has(t))return _s.get(t);let e=Kt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,a,l]=[256,256,0,0];e.forEach((x,$)=>{let M=w.options.crs.latLngToPoint(z.latLng(x.point),
0);n[$]=M.x,o[$]=M.y,r=Math.min(r,M.x),a=Math.max(a,M.x),s=Math.min(s,M.y),l=Math.max(l,M.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(a-r,l-s,1e-9)/c,d=x=>Math.min(c-1,Math.max(0,Math.floor((x-r)/f))),p=x=>Math.min(c-1,
Math.max(0,Math.floor((x-s)/f))),h=new Uint32Array(c*c+1);e.forEach((x,$)=>{h[p(o[$])*c+d(n[$])+1]++});for(let x=0;x<c*c;x++)
h[x+1]+=h[x];let g=h.slice(),y=new Uint32Array(e.length);e.forEach((x,$)=>{y[g[p(o[$])*c+d(n[$])]++]=$});let b={x:n,y:o,
side:c,column:d,row:p,starts:h,sorted:y};return _s.set(t,b),b}function Us(t,e,n,o,r){let{x:s,y:a,side:l,column:c,row:f,starts:d,
sorted:p}=js(t),h=[];for(let g=f(n);g<=f(r);g++)for(let y=d[g*l+c(e)];y<d[g*l+c(o)+1];y++){let b=p[y];s[b]>=e&&s[b]<=o&&
a[b]>=n&&a[b]<=r&&h.push(b)}return h}var _n={less:3.8,dark:2,light:1};function ld(t,e,n){let o=tt[e]-_n.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let a=s.getContext("2d");a.scale(n,n),a.lineJoin="round";let l=new Path2D(
or(e,r,r,o));for(let[c,f]of[[_n.dark,rr.dark],[_n.light,rr.light]])a.lineWidth=c,a.strokeStyle=f,a.stroke(l);return a.fillStyle=
t,a.fill(l),s}function cd(t,e,n,o){let[r,s,a]=[1,3,5].map(g=>parseInt(t.slice(g,g+2),16)),l=255<<24|a<<16|s<<8|r,c=sr*n,
f=Math.ceil(c),d=Ds.has(e)?(g,y)=>Math.hypot(g,y):(g,y)=>Math.abs(g)+Math.abs(y),[p,h]=[[],[]];for(let g=-f;g<=f;g++)for(let y=-f;y<=
f;y++){let b=d(y,g);b>c||(p.push(g*o+y),h.push(b>c-.9*n?-1:l))}return{steps:Int32Array.from(p),inks:Int32Array.from(h),reach:f}}
var xl=Se.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(Nt(t)&&!Y(t,n).length)return 255;let o=[Re(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=Us(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>id,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=js(this.layer.table),r=this.looks.map(()=>[]),s=a=>this.stamped?sr-.6:tt[a]-_n.less;for(let a of e){let l=this.
looks[this.lookOf[a]][1];r[this.lookOf[a]].push(or(l,t.left(n[a]),t.top(o[a]),s(l)))}return this.looks.map(([a,l],c)=>({
color:a,precision:l,path:r[c].join("")})).filter(a=>a.path).sort((a,l)=>tt[l.precision]-tt[a.precision]).flatMap(({color:a,
path:l})=>Fs(l,a,_n))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:a,y:l}=js(this.layer.table),[c,f]=[d=>o(
a[d]),d=>r(l[d])];this.stamped?this.stamp(t,s,c,f,n):this.picture(t,s,c,f,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>ld(l,c,r)),a=l=>tt[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>a(c)-a(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:a}=this.canvas,l=t.createImageData(
s,a),c=new Int32Array(l.data.buffer),f=this.looks.map(([d,p])=>cd(d,p,r,s));e.forEach(d=>{let{steps:p,inks:h,reach:g}=f[this.
lookOf[d]],[y,b]=[Math.round(n(d)),Math.round(o(d))];if(y<g||b<g||y>=s-g||b>=a-g)return;let x=b*s+y;for(let $=0;$<p.length;$++)
c[x+p[$]]=h[$]}),t.putImageData(l,0,0)}});function ar(t){let e=w.latLngToLayerPoint(t),n=[];return[...E].reverse().forEach(o=>{m.shown[o.number]&&ud(o,t).forEach(
r=>{if(!(Nt(o)&&!Y(o,r).length)){if(o.geometry==="point"){let s=w.latLngToLayerPoint(r.point).distanceTo(e),a=o.dots?.stamped?
sr:tt[r.precision];s<=a+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")yi(w,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(se(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function ud(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Qe)return n;let o=w.options.crs.scale(w.getZoom())/256,{x:r,y:s}=w.options.
crs.latLngToPoint(e,0),a=18/o;return Us(t.table,r-a,s-a,r+a,s+a).map(l=>n[l])}lt("gisplan-highlight",580);var jn=null,Un=null,Wn=[],ir=z.tooltip({className:"hover",direction:"top",offset:[0,-10]});function kl(t){
if(jn&&jn.remove(),jn=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};jn=t.layer.geometry==="line"?z.polyline(t.place.parts.map(([n])=>n),e):
z.polygon(t.place.parts,e),jn.addTo(w)}function Tt(t){Wn=t?ar(t):[];let e=Wn[0]||null;w.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&Un&&e.place===Un.place&&e.layer===Un.layer;if(n||kl(e),Un=e,L("hover"),!e){ir.remove();return}
n||ir.setContent(i("div",{},S(Ee(e.layer,e.place),"strong.datum"),fd(e))),ir.setLatLng(e.place.point||t).addTo(w)}function fd({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=V(o,t.column,e.rows[0]);return i("span.headline",{},pt(o.columns[t.
column],r))}function De(t,e){let n=e===null?null:at(t,e);kl(n?{layer:t,place:n}:null),Wn=n?[{layer:t,place:n}]:[],Un=null,
L("hover")}function vl(){ir.remove()}function Sl(){let t=0;w.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>Tt(m.measuring?null:e.latlng))}),w.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),Tt(null)}),
T("language",()=>Tt(null))}var Ml=lt("gisplan-counts",588);Ml.classList.add("leaflet-zoom-hide");var Gn=16,Ws=[];function dd(t,e){let[n,o]=[t/2+e*.5,
Gn/2+e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Gn/2-e-2],[0,Gn/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function zl(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}var pd=3;function md(t,e){return t.beside&&e.length<=pd?e.map(o=>V(t.data,t.beside,
o)??"").join(" "):e.length>1?String(e.length):""}function $l(){let t=E.filter(r=>r.geometry==="point"&&m.shown[r.number]).
flatMap(r=>r.marks.map(({place:s})=>({at:w.latLngToLayerPoint(s.point),text:md(r,Y(r,s)),told:!!r.beside,radius:tt[s.precision]}))),
e=t.map(({at:r,radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.text).flatMap(
({at:r,text:s,told:a,radius:l,own:c})=>{let f=[...s].reduce((y,b)=>y+(b>"⺀"?11.5:7),8),d=dd(f,l).map(([y,b])=>[r.x+y-f/
2,r.y+b-Gn/2,r.x+y+f/2,r.y+b+Gn/2]),p=d.filter(y=>n.every(b=>zl(y,b))),h=p.find(y=>e.every((b,x)=>x===c||zl(y,b)))||(a?null:
p[0]||d[0]);if(!h)return[];n.push(h);let g=i("span.mark-count",{"aria-hidden":"true"},s);return g.style.width=`${f}px`,z.
DomUtil.setPosition(g,z.point(Math.round(h[0]),Math.round(h[1]))),[g]});Ws=n,Ml.replaceChildren(...o)}function Tl(){w.on(
"zoomend viewreset resize",$l);let t=["language","layers","year","kept","filter","paper"];for(let e of t)T(e,$l)}var hd=/\s+(?:City|District|Province|County|(?:(?:\w+,? )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,gd=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function El(t,e){if(e==="en")return t.replace(hd,"")||t;let n=t.replace(gd,(o,r)=>r==="区"?"":r);return n.length>1?n:t.
replace(/族自治(?=[州县]$)/,"")}function Ll(t,e){let n=null,o=0;for(let r of t){let s=[];for(let a of[...r,null])if(a&&e.contains(a))s.push(a);else{let l=wd(
s);l>o&&([n,o]=[yd(s,l),l]),s=[]}}return n}function wd(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function yd(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var Cl=lt("gisplan-labels",590);Cl.classList.add("leaflet-zoom-hide");var Bl=P("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),fn=[],Gs={leader:4.4,seat:7.5,water:7,town:9},Hs=[[0,0],[0,18],[0,-18]],bd=[26,40,56,74,94,118,144].
flatMap(t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function xd(t){let e=t.
places.length;return e<=1?1:e<=30?2:3}function kd(){return E.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.
map(e=>({layer:t,place:e,rank:xd(t),name:J(t,e.rows[0]),size:Md(e)})))}function Vs(t){return m.lang==="zh"?t[0]:t[1]||t[0]}
function vd(){return kt.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",
name:Vs(e),anchor:t.anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function Sd(){return Bo.
map(({names:t,at:e})=>({rank:"seat",name:Vs(t),anchor:e}))}function zd(){return Po.map(({names:t,at:e},n)=>({rank:"town",
name:Vs(t),anchor:e,size:-n}))}var Ol=[2,1,3,"seat","water","town","around"];function $d(){for(let t of fn)t.element.remove();
fn=[...kd(),...Sd(),...zd(),...vd()].map(t=>({...t,element:i(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},
El(t.name,m.lang))})),fn.sort((t,e)=>Ol.indexOf(t.rank)-Ol.indexOf(e.rank)||(e.size??0)-(t.size??0)),Cl.append(Bl,...fn.
map(t=>t.element)),fn.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),ue()}
function Md(t){let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function Td(){let t=w.getContainer().
getBoundingClientRect();return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #year\
s, #measure, .over-map")].map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=w.containerPointToLayerPoint(
[n.left-t.left,n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function Ed(){let t=[...Ws];return E.forEach(
e=>{let n=e.places.length<=Qe;e.geometry!=="point"||!m.shown[e.number]||!n||e.places.forEach(o=>{if(Nt(e)&&!Y(e,o).length)
return;let r=w.latLngToLayerPoint(o.point),s=tt[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function Ld(t,e){
return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&t[3]>e[1]}function Al(t,e,[n,o]){let{width:r,height:s}=t,[a,l]=[e.x+n,e.y+o];return[
a-r/2,l-s/2,a+r/2,l+s/2]}function Od(t){let e=w.getZoom();if(t.layer){if(!m.shown[t.layer.number])return null;let{place:o,
width:r,height:s}=t,a=w.latLngToLayerPoint(o.room.getNorthWest()),l=w.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-a.
x>.8*r&&l.y-a.y>s,f=w.latLngToLayerPoint(o.anchor);return w.getBounds().contains(o.anchor)?t.rank===2?{at:f,near:c?Hs:[],
far:e<Gs.leader?[]:bd}:c?{at:f,near:Hs,far:[]}:null:null}if(t.rank==="seat"||t.rank==="town"){if(e<Gs[t.rank]||t.rank===
"town"&&!w.getBounds().contains(t.anchor))return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:w.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!Jt(t.context)||t.rank==="water"&&e<Gs.water)return null;let n=t.paths?
Ll(t.paths,w.getBounds()):t.anchor;return n?{at:w.latLngToLayerPoint(n),near:Hs,far:[]}:null}function ue(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=d=>d[0]>=n[0]&&d[1]>=n[1]&&d[2]<=n[2]&&d[3]<=
n[3],r=Td(),s=Ed(),a=[],l=new Set,c=[],f=(d,p)=>o(d)&&!p.some(h=>Ld(d,h));fn.forEach(d=>{let{element:p}=d,h=p.textContent,
g=l.has(h)?null:Od(d),y=null,b=!1;if(g){let x=[...a,...s,...r];y=g.near.map($=>Al(d,g.at,$)).find($=>f($,x)),y||(y=g.far.
map($=>Al(d,g.at,$)).find($=>f($,x)),b=!!y)}p.hidden=!y,y&&(l.add(h),a.push(y),b&&c.push(Ad(g.at,y)),z.DomUtil.setPosition(
p,z.point(Math.round(y[0]),Math.round(y[1]))))}),Bl.replaceChildren(...c)}function Ad({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return P("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function Pl(){T("la\
nguage",$d);for(let t of["layers","context","filter"])T(t,ue);w.on("moveend viewreset resize",ue)}function dn(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var _e=document.getElementById("dock"),lr=24;function Nl(){return!q.matches&&document.body.classList.contains("figures-o\
pen")}var Il=z.Popup.extend({options:{pane:_e,className:"docked",autoPan:!1},onAdd(t){_e.hidden=!1,document.body.classList.
add("docked-open"),z.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),L("docked")},onRemove(t){
z.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(_e.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){Cd(this.getLatLng())}});function Cd(t){if(_e.
classList.toggle("over",!Nl()),Nl())return;let e=w.latLngToContainerPoint(t),n=w.getSize();_e.classList.toggle("at-left",
!q.matches&&e.x>n.x/2);let o=_e.getBoundingClientRect(),r=w.getContainer().getBoundingClientRect(),[s,a]=[o.left-r.left-
lr,o.right-r.left+lr],[l,c]=[o.top-r.top-lr,o.bottom-r.top+lr];e.x<=s||e.x>=a||e.y<=l||e.y>=c||(q.matches?w.panBy([0,e.y-
l],{animate:!1}):_e.classList.contains("at-left")?w.panBy([e.x-a,0],{animate:!1}):w.panBy([e.x-s,0],{animate:!1}))}var Rl=(t,e)=>E.findIndex(n=>n.table===t.table)===e;function Fl(t,e){let n=E.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function Hn(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:V(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function qs(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var Bd=/^(adcode|county|region|place|name)(_zh)?$/,
Pd={province:0,prefecture:1,county:2};function Dl(t,e){let n=at(t,e);if(!n)return[];let o=qs(t.data.search.code[e]);return E.
filter((r,s)=>r.geometry==="point"&&Rl(r,s)).map(r=>{let s=[],a=0;for(let l of r.places)!n.bounds.contains(l.point)||!se(
n,z.latLng(l.point))||((Pd[l.precision]??3)<o?a+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:a}}).filter(
r=>r.rows.length||r.vague)}function _l(t){let e=qs(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of E)
r.geometry!=="polygon"||!r.data.search.code||r.data.search.code.forEach((s,a)=>{qs(String(s))===e+1&&String(s).startsWith(
n)&&!o.has(s)&&o.set(s,{layer:r,row:a})});return[...o.values()]}function jl(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];
let r=c=>new Set(n[c].flat(2).map(f=>f<0?~f:f)),s=c=>typeof o=="number"?[c]:o[c],a=at(t,e);if(!a)return[];let l=r(a.at);
return t.places.filter(c=>c.at!==a.at&&[...r(c.at)].some(f=>l.has(f))).map(c=>({layer:t,row:s(c.at)[0]}))}function Vn(t){
let e=k.tasks?.regions.find(o=>o.code===t),n=E.some(o=>o.data.search.code?.includes(t));return e&&!n?e:null}function Ul({
code:t,zh:e}){let n=(o,r)=>[t,e].includes(r)||!o.startsWith("name")&&String(r??"").endsWith(e);return E.filter((o,r)=>o.
geometry==="point"&&Rl(o,r)).map(o=>{let r=Object.keys(o.data.columns).filter(a=>Bd.test(a)),s=Array.from({length:o.data.
count},(a,l)=>l).filter(a=>r.some(l=>n(l,V(o.data,l,a))));return{layer:o,rows:s,vague:0}}).filter(o=>o.rows.length)}function Wl(t,e){
let{code:n}=t.data.search;if(t.geometry==="polygon")return n?String(W(n,e)):null;let{adcode:o}=t.data.columns,r=o&&Vn(V(
t.data,"adcode",e));return r?r.code:null}var fe=null;function Nd(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(V(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>le(k.quotes??{},r));return[...new Set(
o)].map(r=>[i("dt.wide",{},u("quote"),S(r)),i("dd.wide",{},i("blockquote",{lang:"zh-CN"},k.quotes[r]))])}function Id(t,e){
let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],a=V(n,r,e),l=/\n|^.{17}/.test(pt(s,
a,t,r));o.append(i(l?"dt.wide":"dt",{},S(u(s.title)),s.derived?rt():null),i(l?"dd.wide":"dd",{dir:"auto",title:Zt(s,a)},
pt(s,a,t,r)))}),o.append(...Nd(t,e).flat()),o}function Rd(t,e){let n=Wl(t,e);return n?i("button.profile-open-button",{type:"\
button",onclick:()=>L("profile",{table:t.table,code:n})},u("profile")):null}function qn(t,e,n,o){let r=t.popup.length?ut(
t.data.columns[t.popup[0]],V(t.data,t.popup[0],e),t,t.popup[0]):J(t,e);return i("details.feature",{open:n},i("summary",{},
o?S(u(t.title),"span.kicker"):null,S(r,"span.heading")),ws(t,e)?null:i("p.precision",{},pi(m.year,gs(t,e))),Id(t,e),Rd(t,
e))}function cr(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("div.under",{},u("\
under")));let s=Y(n,o),a=s.length>1;if(a&&e.append(i("div.many",{},S(u(n.title),"span.kicker"),i("span.count",{},U("here",
s.length)))),s.forEach((l,c)=>{e.append(qn(n,l,r===0&&c===0,!a))}),n.geometry==="point"){let l=n.legend.precisions.find(
c=>c.name===o.precision);e.append(i("p.precision",{},u("position")+u(l.title)))}}),e}function Gl(t){return i("div",{},t)}
function je(t,e,n){vl(),fe=new Il().setLatLng(t).setContent(Gl(e())),fe.again=e,fe.openOn(w),Hl();let o=fe.getElement();
o.tabIndex=-1,n&&o.focus()}function Hl(){let t=fe.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function Vl(){T("language",()=>{fe?.isOpen()&&(fe.setContent(Gl(fe.again())),Hl())})}function Fd(t,e,n,o){return i(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function pn(t){
return P("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},P("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function ql(t){let e=pn(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Kn(t,e,n,o="rows"){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?null:
i("span.count",{},U(o,n)))}function Kl(t,e,n){let o=Do(e),r=An(o),s=!r||r.has(String(n)),a=t.querySelector(".what"),l=i(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>_o(
o,String(n))});l.append(...a.childNodes),a.replaceWith(l),t.classList.toggle("unwanted",!s)}function Yl(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(a=>a.precision===s&&(e===null||Ie(t,a)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function ur(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.number}`}),
s=nr(t);e.title&&r.append(i("p.legend-title",{},S(u(e.title)),e.unit?S(`（${u(e.unit)}）`.replace(/[（）]/g,d=>m.lang===
"zh"?d:d==="（"?" (":")")):null,e.derived?rt():null));let a=i("ul"),l=(d,p,h=n.dash)=>{let g=p!==void 0&&tr(t,p);if(o===
"point"){let y=Yl(t,p)||Yl(t,null);return y?Fe(y,d,g):null}return o==="line"?pn({...n,color:d,dash:h}):Fd(d,n.opacity,n.
color,g)},c=o==="point"?"items":"rows";if((e.classes||[]).forEach((d,p)=>{if(d.count===0&&d.low===void 0&&o!=="raster")return;
let h=Kn(l(d.color,p,d.dash),u(d.words),o==="raster"?null:s.classes[p],c);o!=="raster"&&Kl(h,t,p),o==="raster"&&h.append(
i("span.count",{},U("cells",d.count))),a.append(h)}),(e.widths||[]).forEach(d=>{a.append(Kn(ql({...n,weight:d.width}),u(
d.said),null))}),s.several){let d=Kn(l(e.severalColor,Dn),u(e.severalWords),s.several,"places");a.append(d)}if(s.missing){
let d=n.kind==="flows"?ql({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,Dt),p=Kn(d,u(e.missingWords),
s.missing,c);p.classList.add("missing"),t.of&&Kl(p,t,Dt),a.append(p)}if(o==="point"){let d=e.classes?"#5b6b78":n.color;s.
precisions.forEach(p=>{let h=Kn(Fe(p.name,d),u(p.title),p.count,c);h.classList.add("of-precision"),a.append(h)})}a.children.
length&&r.append(a),r.append(...Dd(t,s));let f=Xl(t);return f.length&&r.append(i("button.unplaced",{type:"button",onclick:()=>jd(
t)},U("unplaced",f.length))),r}function Dd(t,e){let n=[],o=l=>n.push(i("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>Y(
t,l)).filter(l=>l.length),s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),
m.year!==null&&t.yearColumn&&!t.reportColumn){let l=r.flat().filter(c=>jo(t,c)===null).length;l&&o(U("undated",l))}let{legend:a}=t;
if(a.classes&&t.geometry==="polygon"&&s>1){let l=e.missing===s?Dt:e.classes.indexOf(s);if(l===Dt?e.missing===s:l>=0&&_d(
t,l)){let f=l===Dt?a.missingWords:a.classes[l].words;o([u("allGrey")(s,u(f))," ",S(u(a.meaning||t.data.description))])}}
return n}function _d(t,e){let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return tr(
t,e)||Math.max(...o)-Math.min(...o)<32}function Xl(t){return t.data.unplaced.filter(e=>Oe(t,e))}function jd(t){let e=Xl(
t);Ft(()=>[i("h2",{id:"about-title"},S(u(t.title))),i("p.lead",{},U("unplacedTitle",e.length)),e.map((n,o)=>qn(t,n,o===0&&
e.length<4,!1))])}function Jl(t){let[e,n,o,r]=t.corners;t.overlay=z.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let a=document.createElement(
"canvas");[a.width,a.height]=[s.naturalWidth,s.naturalHeight];let l=a.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Ud(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,a=(O,j)=>w.options.crs.
latLngToPoint(z.latLng(O,j),0),[l,c,f]=[a(s,n),a(o,r),a(e.lat,e.lng)],{width:d,height:p}=t.pixels.canvas,h=Math.floor(d*
(f.x-l.x)/(c.x-l.x)),g=Math.floor(p*(f.y-l.y)/(c.y-l.y));if(h<0||g<0||h>=d||g>=p)return null;let[y,b,x,$]=t.pixels.getImageData(
h,g,1,1).data;if(!$)return null;let M=`#${[y,b,x].map(O=>O.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(O=>O.color===M)||null}function fr(t){let e=[...E].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:Ud(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},S(u(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),S(u(o.words)),n.legend.unit?S(` ${u(n.legend.unit)}`):null,n.legend.derived?rt():null));
return e.length?i("div.identify",{},e):null}var Zl=.8,Ql=Se.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>w.options.crs.latLngToPoint(z.latLng(n),0);this.lines=
t.places.filter(n=>Y(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let a=r===null?o.missingColor:n.color,l=Math.max(Zl,r??0);return s.flatMap(c=>{let f=c.map(({x:g,y})=>[t(g),e(y)]),d=P("\
path",{d:`M${f.map(g=>g.join(" ")).join("L")}`,fill:"none",stroke:a,"stroke-width":l,"stroke-opacity":n.opacity,"stroke-\
linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),p=tc(f,Math.max(3.5,.9*l));if(!p)return[d];let h=P("path",{
d:`M${p.map(g=>g.join(" ")).join("L")}z`,fill:a,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[d,h]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:a,
paths:l})=>{let c=a===null?s.missingColor:r.color,f=Math.max(Zl,a??0);l.forEach(d=>{t.lineWidth=f,t.setLineDash(a===null?
[3,3]:[]);let p=d.map(({x:h,y:g})=>[n(h)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[h,g]of p)
t.lineTo(h,g);t.stroke(),t.globalAlpha=1,Wd(t,p,Math.max(3.5,.9*f),c)})})}});function tc(t,e){let n=t.slice(1).map(([$,M],O)=>Math.
hypot($-t[O][0],M-t[O][1])),o=n.reduce(($,M)=>$+M,0);if(o<4*e)return null;let r=o/2,s=n.findIndex($=>(r-=$,r<=0)),[[a,l],
[c,f]]=[t[s],t[s+1]],d=1+r/n[s],p=Math.atan2(f-l,c-a),[h,g]=[a+d*(c-a),l+d*(f-l)],[y,b]=[Math.cos(p),Math.sin(p)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([$,M])=>[h+y*$-b*M,g+b*$+y*M])}function Wd(t,e,n,o){let r=tc(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,a]of r)t.lineTo(s,a);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}lt("gisplan-measure",630);var Yn=z.layerGroup().addTo(w),Xn=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Xn);var X=[];function Gd(t){let[e,n]=ui(t);return`${e} ${u(n)}`}function Ks(t){X.push([t.lat,t.lng]),dr()}
function dr(){Yn.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=X.
flatMap((n,o)=>o?En(X[o-1],n,1,60):[n]);X.length>2&&(z.polygon([...e,...En(X[X.length-1],X[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Yn),z.polyline([X[X.length-1],...En(X[X.length-1],X[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Yn)),e.length>1&&z.polyline(e,{...t,className:"measured"}).addTo(Yn);for(let n of X)z.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Yn);ec()}function ec(){if(!m.measuring)return;let t=Xn.contains(
document.activeElement)?document.activeElement.id:null,e=[...X,X[0]],n=(r,s,a,l)=>i("button",{type:"button",id:`measure-${r}`,
onclick:a,disabled:l},u(s));Xn.setAttribute("aria-label",u("measureTitle")),Xn.replaceChildren(i("div.measure-head",{},i(
"strong",{},u("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>pr(
!1)},"×")),X.length<2?i("p.hint",{},u("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},u("length")),i(
"dd",{id:"measured-length"},Yr(os(X))),X.length>2?[i("dt",{},u("perimeter")),i("dd",{},Yr(os(e))),i("dt",{},u("area")),i(
"dd",{id:"measured-area"},Gd(Co(X)))]:[]),i("div.row",{},n("middle","addMiddle",()=>Ks(w.getCenter())),n("back","takeBac\
k",()=>{X.pop(),dr()},!X.length),n("clear","startOver",()=>{X=[],dr()},!X.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function pr(t){m.measuring=t,X=[],document.body.classList.toggle("measuring",t),Xn.hidden=!t,w.
doubleClickZoom[t?"disable":"enable"](),t&&w.closePopup(),Tt(null),dr();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function nc(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&pr(!1)}),T("language",ec)}var mr=z.layerGroup().addTo(w);function mn(t){if(m.chosen=t,mr.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?z.circleMarker(
o.point,{...e,radius:tt[o.precision]+6,weight:3}).addTo(mr):n.geometry==="line"?z.polyline(o.parts.map(([r])=>r),e).addTo(
mr):z.polygon(o.parts,e).addTo(mr)}L("chosen")}function Hd(t){return m.shown[t.number]||t.geometry==="polygon"?null:i("p\
.layer-off",{},u("layerOff"),S(u(t.title)),i("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),ct(t,!0)}},
u("showLayer")))}function de(t,e,n,o){let r=at(t,e);if(!r){mn({layer:t,place:null,row:e}),Ft(()=>[i("h2",{id:"about-titl\
e"},S(J(t,e))),i("p.lead",{},u("nowhere")),qn(t,e,!0,!0)]);return}Fn(r,n),mn({layer:t,place:r,row:e}),je(z.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Hd(t),cr([{layer:t,place:r}])],o),wt(J(t,e))}function hr(t,e){if(m.place){m.place(t);return}let n=ar(t);if(!n.length){fr(t)&&je(t,()=>fr(t),e);return}mn({...n[0],row:Y(
n[0].layer,n[0].place)[0]}),je(n[0].place.point?z.latLng(n[0].place.point):t,()=>{let o=fr(t),r=cr(n);return o&&r.append(
i("div.under",{},u("under")),o),r},e)}function oc(){w.on("click",t=>{m.measuring?Ks(t.latlng):hr(t.latlng,!1)})}function Vd(){let t=E.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||k.basemap)){w.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)z.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(w)}}function rc(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",Ee(t,o))});t.nameMarks=e,T("language",e),t.group.on("add",e),ac(t)}else t.geometry==="ras\
ter"?Jl(t):sc(t)}function Jn(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?ac(t):sc(t))}function sc(t){
if(t.style.kind==="flows")new Ql(t).addTo(t.group);else for(let e of t.places)qd(t,e)}function qd(t,e){let{style:n}=t;if(!Y(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:(t.geometry==="line"?wl(t,e):n.dash)||null,lineJoin:"round",fill:o&&
t.geometry==="polygon",fillColor:Rs(t,e)?un(Re(t,e)):Re(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=
Re(t,e)),z.polyline(e.parts.map(([s])=>s),r).addTo(t.group);return}z.polygon(e.parts,r).addTo(t.group)}function ac(t){if(t.
places.length>Qe){t.dots=new xl(t).addTo(t.group);return}t.places.filter(e=>Y(t,e).length).forEach(e=>{let n=Fe(e.precision,
Re(t,e),Rs(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=z.marker(e.point,{pane:t.pane,keyboard:!0,icon:z.divIcon(
{html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(tt[e.precision])});t.marks.push({marker:r,place:e}),
r.on("mouseover",()=>Tt(r.getLatLng())),r.on("click",s=>hr(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Ente\
r"&&hr(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function ic(){Vd();for(let t of E){let[e,n]=t.geometry==="po\
int"?[500,569]:[400,499];w.createPane(t.pane).style.zIndex=Math.min(n,e+t.number),t.marks=[],m.shown[t.number]?rc(t):t.group.
once("add",()=>rc(t))}}function lc({tiles:t,packed:e}){for(let n of t)z.tileLayer(n,{subdomains:"01234567",maxZoom:18,attribution:""}).
addTo(w);e&&Yd(e)}var Kd="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";function Yd({kind:t,
zooms:[e,n]}){let o=JSON.parse(document.getElementById("gisplan-tiles").textContent),r=z.TileLayer.extend({getTileUrl({x:s,
y:a}){let l=o[`${this._getZoomForUrl()}/${s}/${a}`];return l?`data:${t};base64,${l}`:Kd}});new r("",{minNativeZoom:e,maxNativeZoom:n,
maxZoom:18,attribution:""}).addTo(w)}var Zn=document.getElementById("years"),cc=[...new Set(E.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?_i(t):
[]]))].sort((t,e)=>t-e),mt=cc.length&&k.years.length?k.years:cc,uc=k.groups.flatMap(t=>{let e=t.layers.map(n=>E[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Ue=0;function _t(t){
let e=mt.includes(t)?t:null;e!==m.year&&(m.year=e,E.filter(n=>n.yearColumn).forEach(Jn),uc.forEach(Xd),Tt(null),m.chosen?.
place&&!Y(m.chosen.layer,m.chosen.place).length&&mn(null),w.closePopup(),Xs(),wt(Qn()),L("year"))}function Xd(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&ct(n,n===e)}),m.year===null&&
(t.wanted=!1)}function Qn(){if(m.year===null)return u("everyYear");let t=uc.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return mi(m.year)+(t?u("noYear"):"")}function Ys(t){clearInterval(Ue),Ue=t?setInterval(()=>{let e=mt.indexOf(m.
year)+1;e<mt.length&&_t(mt[e]),e>=mt.length-1&&Ys(!1)},1400):0,t&&_t(mt[0]),Xs()}function Xs(){if(mt.length<2)return;Zn.
hidden=!1;let t=document.activeElement&&Zn.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?
mt.length:mt.indexOf(m.year);Zn.setAttribute("aria-label",u("years"));let n=[...mt.map(String),u("allYears")];Zn.replaceChildren(
i("button",{type:"button",id:"years-play",onclick:()=>Ys(!Ue),"aria-label":u(Ue?"stop":"play"),title:u(Ue?"stop":"play")},
ke(Ue?"pause":"play")),i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:mt.
length,step:1,value:e,"aria-label":u("years"),"aria-valuetext":Qn(),oninput:o=>{Ue&&Ys(!1),_t(mt[o.target.valueAsNumber]??
null)}}),i("div.ticks",{"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>_t(mt[r]??null)},o)))),
i("output.year-now",{},Qn())),t&&document.getElementById(t).focus()}function fc(t){T("language",Xs);let e=new Set;T("fil\
ter",()=>{let n=new Set(E.filter(o=>Te(o).length));for(let o of new Set([...n,...e]))Jn(o);e=n,Tt(null),w.closePopup()}),
new ResizeObserver(()=>{Zn.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var dc=document.getElementById("sheet"),Js=document.getElementById("sheet-more"),Jd=.0254/96,Zs=[];function Zd(){let t=w.
getSize(),e=w.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[w.containerPointToLatLng([t.x/2-50,t.y/2]),w.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=yt(n.lng,e.lat,o.lng,e.lat)/(100*Jd),a=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${Q(Math.
round(s/a)*a)}`}function Qd(){return P("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},P("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),P("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),P("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function tp(){
return[...E].reverse().filter(t=>m.shown[t.number]).map(t=>{let e=ur(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(i("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},S(u(t.title),"strong.datum"),t.style.
kind==="outline"?pn(t.style):null),e.children.length?e:null)})}function ep(){let t=E.filter(n=>m.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(k.attribution),k.basemap?
u(k.basemap.attribution):"",...new Set(t)].filter(Boolean);return i("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",S(n)]))}function pc(t){let e=i("div.sheet-legend",{},tp()),n=i("div.sheet-foot",{},m.year===null?"":i("p",{},Qn()),
i("p.ratio",{},u("ratio"),Zd()),i("p",{},u("projection")),ep(),i("p",{},u("printed"),dn()),i("p.review",{},u("review"),k.
review?S(k.review):u("noReviewLine")));dc.replaceChildren(i("div.sheet-head",{},i("h2",{},u("legend")),Qd()),e,n,t);let o=Zs.
flatMap(r=>r()).filter(Boolean);Js.replaceChildren(...np(e,n),...o),Js.hidden=!Js.children.length}function np(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>dc.clientHeight/3&&o.replaceWith(i("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(i("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(i("h2",{},u("legendMore")),i("div.sheet-legends",{},r))}return o.
isConnected||n.push(i("h2",{},u("source")),o),n}var ea={A3:"A3 landscape",A4:"A4 landscape"},We=null,to="A3";function Qs(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function op(){return Bs(.02)?Jo()??w.getBounds():w.getBounds()}function mc(){We||document.body.classList.
contains("printing-list")||(We={centre:w.getCenter(),zoom:w.getZoom(),bounds:op()},Tt(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,m.paper=!0,hc())}function hc(){
document.body.classList.toggle("paper-a4",to==="A4"),Qs(ea[to]),w.invalidateSize({animate:!1,pan:!1}),w.fitBounds(We.bounds,
{animate:!1,padding:[8,8]}),L("paper"),pc(rp()),ue()}function ta(){if(!We)return;let{centre:t,zoom:e}=We;We=null,m.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,w.invalidateSize({animate:!1,pan:!1}),w.setView(t,e,{
animate:!1}),L("paper"),ue()}function rp(){let t=e=>i("label",{},i("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===to,onchange:()=>{to=e,hc(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return i("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(ea).map(t),i("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),i("button.sheet-back",{type:"button",onclick:ta},u("back")))}
function gc(){mc(),document.getElementById("paper-print").focus()}function gr(){return We!==null}function wc(){let t=!1;
window.addEventListener("beforeprint",()=>{t=gr(),m.profile?Qs("A4 portrait"):mc()}),window.addEventListener("afterprint",
()=>{m.profile&&Qs(ea[to]),t||ta()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&ta()})}var Ge={width:320,height:104,most:160};function yc(t,e,n){let o=e&&t.data.columns[e];return o&&st(o)?ap(t,e,n):t.legend.
classes?ip(t):null}function sp(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"\
true"},n||""))}function ap(t,e,n){let r=t.data.columns[e],s=n.map(M=>({row:M,value:W(r.values,M)})).filter(M=>typeof M.value==
"number").slice(0,Ge.most);if(s.length<2)return null;let{width:a,height:l}=Ge,c=s.map(M=>M.value),[f,d]=[Math.min(0,...c),
Math.max(0,...c)],p=M=>4+(l-8)*(d-M)/(d-f||1),h=a/s.length,g=h>4?Math.min(3,h*.2):0,y=s.map(({row:M,value:O},j)=>{let et=P(
"g",{class:"bar","data-row":M});return et.append(P("rect",{class:"hit",x:j*h,y:0,width:h,height:l}),P("rect",{class:"val\
ue",x:j*h+g/2,width:Math.max(.6,h-g),y:Math.min(p(0),p(O)),height:Math.max(1,Math.abs(p(O)-p(0))),fill:e===t.column?er(t,
M):"#4d8296"})),et}),b=`${u("chart")}${u(r.title)}`,x=P("svg",{viewBox:`0 0 ${a} ${l}`,role:"img","aria-label":b,preserveAspectRatio:"\
none"},...y,P("line",{class:"zero",x1:0,x2:a,y1:p(0),y2:p(0)}));x.addEventListener("mouseover",M=>De(t,Ze(M))),x.addEventListener(
"mouseleave",()=>De(t,null)),x.addEventListener("click",M=>{let O=Ze(M);O!==null&&de(t,O,!1,!1)});let $=s.length===Ge.most&&
n.length>Ge.most?i("span.count",{},` ${U("firstBars",Ge.most)}`):null;return sp([S(u(r.title)),r.unit?S(m.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?rt():null,$],x)}function ip(t){let e=nr(t),n=t.legend.classes.map((a,l)=>({
color:a.color,count:e.classes[l],text:u(a.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((a,l)=>a+l.count,0);if(!o)return null;let r=0,s=P("svg",{viewBox:`0 0 ${Ge.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
a=>a.count).forEach(a=>{let l=Ge.width*a.count/o;s.append(P("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:a.color,
class:"part"})),r+=l}),i("figure.chart",{},i("figcaption",{},S(u(t.legend.title)),t.legend.derived?rt():null),s,i("ul.pa\
rts",{},n.filter(a=>a.count).map(a=>i("li",{},i("span.dot",{style:{"--color":a.color}}),S(a.text),i("span.count",{},` ${U(
"rows",a.count)}`)))))}function bc(t,e,n){let o=t.data.columns[e];return n===null||!o||!st(o)?[u("chartHint")]:[S(J(t,n),
"strong.datum")," ",pt(o,V(t.data,e,n),t,e)]}var na=new Set;function sa(t){return Array.from({length:t.data.count},(e,n)=>n)}var oa=new Map;function ra(t,e){let n=Fo(
t.table,e);if(!oa.has(n)){let o=new Map;for(let s of sa(t)){let a=e===Me?ps(t,s,Le):String(W(t.data.columns[e].values,s)??
"");o.set(a,(o.get(a)??0)+1)}let r=o.size>1&&o.size<=Ri&&o.size<t.data.count;oa.set(n,r?o:null)}return oa.get(n)}function lp(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!st(e[o])&&ra(t,o));return Le.prefectures&&t.table!=="prefectur\
es"&&ra(t,Me)&&n.push(Me),n}function xc(t,e,n){if(n==="")return u("noValue");if(e===Me){let{prefectures:a}=Le;return J(a,
a.data.search.code.indexOf(n))}let o=t.data.columns[e],r=sa(t).find(a=>String(W(o.values,a)??"")===n),s=m.lang==="en"&&o.
english?o.english:o.values;return ut(o,W(s,r),t,e)}function cp(t,e){let n=Fo(t.table,e),o=An(n),r=e===Me?u("prefecture"):
u(t.data.columns[e].title),s=[...ra(t,e)].sort((c,f)=>f[1]-c[1]),a=o?[...o].map(c=>xc(t,e,c)).join("、"):"",l=a.length>
18?`${a.slice(0,17)}…`:a;return i(o?"details.chosen":"details",{open:na.has(n),ontoggle:c=>{c.target.open?na.add(n):na.
delete(n)}},i("summary",{id:`chip-${n}`},S(r),l?`：${l}`:""),i("div.values-list",{role:"group","aria-label":r},s.map(([
c,f],d)=>i("label",{},i("input",{type:"checkbox",id:`chip-${n}-${d}`,checked:!!o?.has(c),onchange:()=>_o(n,c)}),S(xc(t,e,
c)),i("span.count",{},String(f))))))}function kc(t){let e=lp(t),n=m.filter.size>0;if(!e.length&&!n)return null;let o=Te(
t).some(([s])=>s.includes(`~${tn}`)),r=sa(t).filter(s=>Oe(t,s)).length;return i("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>cp(t,s)),n?i("button.clear-filter",{type:"button",id:"filter-clear",onclick:Fi},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}function eo(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function jt(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=i("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var up=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function vc(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((a,l)=>{let c=getComputedStyle(a);for(let f of up)
s[l].setAttribute(f,c.getPropertyValue(f))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function aa(t){return new XMLSerializer().serializeToString(t)}async function fp(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(aa(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(a=>{r.toBlob(a,"image/png")})}async function ia(t,e,n,o){jt(t,"image/png",
await fp(e,n,o))}function dp(t,e,n){let o=getComputedStyle(t),r=P("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function Sc(){
let t=w.getContainer().getBoundingClientRect(),{x:e,y:n}=w.getSize(),o=l=>{let c=l.getBoundingClientRect();return{left:c.
left-t.left,top:c.top-t.top,width:c.width,height:c.height}},r=P("svg",{xmlns:"http://www.w3.org/2000/svg",width:e,height:n,
viewBox:`0 0 ${e} ${n}`}),s=document.querySelector(".hatches defs");s&&r.append(s.cloneNode(!0)),r.append(P("rect",{width:e,
height:n,fill:"#e8eef2"}));let a=[...w.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort((l,c)=>Number(getComputedStyle(
l).zIndex)-Number(getComputedStyle(c).zIndex));for(let l of a){let c=P("g",{opacity:getComputedStyle(l).opacity});for(let f of l.
children){if(f.classList.contains("leaflet-pane")||f.hidden)continue;let d=o(f),p={x:d.left,y:d.top,width:d.width,height:d.
height};if(f.tagName==="svg"){let h=f.cloneNode(!0);h.removeAttribute("style");for(let[g,y]of Object.entries(p))h.setAttribute(
g,y);c.append(h)}else if(f.tagName==="CANVAS"||f.tagName==="IMG"){let h=f.tagName==="IMG"?f.src:f.toDataURL(),g=f.style.
opacity||1;c.append(P("image",{...p,href:h,opacity:g,preserveAspectRatio:"none"}))}else if(f.querySelector("svg")){let h=f.
querySelector("svg"),g=h.cloneNode(!0),y=o(h);g.setAttribute("x",y.left),g.setAttribute("y",y.top),g.setAttribute("overf\
low","visible"),c.append(g)}else f.textContent.trim()&&d.width&&c.append(dp(f,d))}r.append(c)}return{picture:r,width:e,height:n}}var pp=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function mp(t){
let e=4294967295;for(let n of t)e=pp[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function hp(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(p,h)=>{let g=new DataView(new ArrayBuffer(4+h.reduce((b,[x])=>b+x,0)));g.setUint32(0,p,!0);let y=4;for(let[b,
x]of h)b===2?g.setUint16(y,x,!0):g.setUint32(y,x,!0),y+=b;return new Uint8Array(g.buffer)};for(let{name:p,text:h}of t){let[
g,y]=[e.encode(p),e.encode(h)],b=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,mp(y)],[4,y.length],[4,y.length],[2,g.length],[2,
0]],x=s(67324752,b),$=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...b,...$]),g),n.push(x,g,y),r+=x.length+
g.length+y.length}let a=o.reduce((p,h)=>p+h.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,a],[4,r],[
2,0]]),c=[...n,...o,l],f=new Uint8Array(c.reduce((p,h)=>p+h.length,0)),d=0;for(let p of c)f.set(p,d),d+=p.length;return f}
function Tc(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function gp(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${Tc(t)}</t></is></c>`}var zc="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",la="http://schemas.openxmlformats.org/package/2006",$c="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",Mc="application/vnd.openxmlformats-officedocument.spread\
sheetml",no=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function wr(t,e){let n=Tc(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(gp).join("")}</row\
>`).join(""),r=(s,a,l)=>`<Relationship Id="${s}" Type="${$c}/${a}" Target="${l}"/>`;return hp([{name:"[Content_Types].xm\
l",text:`${no}<Types xmlns="${la}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${Mc}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${Mc}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${no}<Relationships xmlns="${la}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${no}<workbook xmlns="${zc}" xmlns:r="${$c}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${no}<Relationships\
 xmlns="${la}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${no}<worksheet xmlns="${zc}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function ca(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function wp(t,e,n){let o=e.map(s=>{let a=t.data.columns[s];return u(a.title)+(a.unit?` (${u(a.unit)})`:"")}),r=n.map(s=>e.
map(a=>{let l=t.data.columns[a],c=V(t.data,a,s);return c==null?null:st(l)||l.year?c:ut(l,c,t,a)}));return[o,...r]}function Ec(){
let t=document.querySelector("#figures .chart svg");return t?vc(t,640,208):null}function Lc(t,e,n){let o=c=>`${eo(k.name,
u(t.title))}.${c}`,r=()=>wp(t,e,n),s=async()=>{let c=ca(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let f=i(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(f),f.select(),document.execCommand("copy"),f.remove()}wt(
u("copied"))},a=(c,f,d)=>i("button",{type:"button",id:`take-${c}`,onclick:d},f),l=document.querySelector.bind(document);
return i("details.takeout",{},i("summary",{id:"take-out"},u("takeOut")),i("div.row",{},a("copy",u("copyTable"),s),a("csv",
"CSV",()=>jt(o("csv"),"text/csv",`\uFEFF${ca(r(),",")}\r
`)),a("xlsx","XLSX",()=>jt(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",wr(u(t.title),r()))),
a("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&jt(o("svg"),"image/svg+xml",aa(Ec()))}),a("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&ia(o("png"),Ec(),640,208)}),a("map-png",u("mapPng"),()=>{let{picture:c,width:f,height:d}=Sc();
ia(`${eo(k.name,u("map"))}.png`,c,f,d)})))}var pe=document.getElementById("figures"),br=document.getElementById("figures-toggle"),I={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},yp=26;function da(){let t=E.filter(s=>m.shown[s.number]&&s.geometry!=="raster"),
e=t.find(s=>s.number===I.picked);if(e)return e;let n=t.filter(s=>s.geometry==="polygon"),o=n.filter(s=>s.style.kind!=="o\
utline"),r=t.filter(s=>s.style.kind!=="outline");return o[o.length-1]||r[r.length-1]||n.sort((s,a)=>a.places.length-s.places.
length)[0]||t[t.length-1]||null}function Cc(){let t=da();return!t||t.data.count<=5e3}function pa(t){let e=I.hidden.get(t.
table),n=Bc(t);return e?n.filter((o,r)=>r===0||!e.has(o)):n}function bp(t){let e=I.hidden.get(t.table)??new Set;return i(
"details.columns",{open:I.choosing,ontoggle:n=>{I.choosing=n.target.open}},i("summary",{id:"figures-columns"},u("columns")),
i("div.values-list",{role:"group","aria-label":u("columns")},Bc(t).slice(1).map((n,o)=>i("label",{},i("input",{type:"che\
ckbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{e.delete(n)||e.add(n),I.hidden.set(t.table,e),Qt()}}),S(u(t.data.
columns[n].title))))))}var xp=/%|‰|率|\/|per |km$|千米$|人\/|户均/;function kp(t,e){let n=e.map((o,r)=>{let s=t.
data.columns[o];if(r===0||!st(s)||!s.unit||xp.test(`${s.unit.zh} ${s.title.zh}`))return null;let a=I.rows.map(l=>V(t.data,
o,l)).filter(l=>typeof l=="number");return a.length?{sum:a.reduce((l,c)=>l+c,0),missing:I.rows.length-a.length}:null});return n.
every(o=>o===null)?null:i("tfoot",{},i("tr",{},e.map((o,r)=>r===0?i("th",{scope:"row"},u("total")):i("td.number",{},n[r]?
Q(n[r].sum,t.data.columns[e[r]],m.lang):"",n[r]?.missing?i("span.unit",{},U("unknown",n[r].missing)):null))))}function ua(t){
I.wide=t,document.body.classList.toggle("figures-wide",t),Qt()}function Bc(t){let{columns:e,count:n}=t.data;return[...new Set(
[t.popup[0],t.column,...t.popup])].filter(r=>r&&le(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some(
(a,l)=>{let c=V(t.data,r,l);return typeof c=="string"&&!le(e[r].words,c)&&(c.length>yp||c.includes(`
`))}))}function vp(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,d)=>d).filter(f=>Oe(t,f));if(!e)return s;let a=o.columns[e],l=new Map(s.map(f=>{let d=V(o,e,f);return d==null?
[f,null]:[f,typeof d=="number"?d:ut(a,d,t,e)]})),c=n?-1:1;return s.sort((f,d)=>{let[p,h]=[l.get(f),l.get(d)];if(p===null||
h===null)return(p===null)-(h===null)||f-d;let g=typeof p=="number"&&typeof h=="number"?p-h:r.compare(p,h);return c*g||f-
d})}function Sp(t){if(m.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=m.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function zp(){return Pe().headlines.length?i("dl.headlines",{},Pe().
headlines.map(t=>Sp(k.headlines[t])).map(t=>i("div",{title:u("credits")+t.sources.map(u).join("; ")},i("dt",{},S(u(t.title))),
i("dd",{},t.before&&t.value!==null?S(`${u(t.before)} `):null,i("strong",{title:$p(t)},Oc(t)),t.unit&&t.value!==null?S(ls(
Oc(t),t)):null,t.of!==null?i("span.of",{},U("ofAll",t.of)):null,t.derived?rt():null,m.year!==null&&!t.years?i("span.note",
{},u("everyYearAlike")):null,t.missing?i("span.note",{},U("unknown",t.missing)):null,t.point&&t.value!==null?S(`${u(t.point)}\
 ${yr(t,t.value)}`,"span.note"):null,t.worth?S(u(t.worth),"span.note"):null)))):null}function Oc(t){if(t.value===null)return"\
—";if(!t.point)return yr(t,t.value);let[e,n]=[yr(t,t.low),yr(t,t.high)];return e===n?e:`${e}–${n}`}function yr(t,e){
return Q(e,t,m.lang)}function $p(t){return t.value===null||t.point?null:Zt(t,t.value)}function Mp(t,e){let n=t.data.columns[e];
I.down=I.sort===e?!I.down:st(n),I.sort=e,Qt(),document.getElementById(`sort-${pa(t).indexOf(e)}`).focus()}function Tp(t,e,n){
let o=t.data.columns[e],r=I.sort===e;return i(st(o)?"th.number":"th",{scope:"col","aria-sort":r?I.down?"descending":"asc\
ending":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>Mp(t,e)},S(u(o.title)),i("span.arrow",{"aria-hidden":"\
true"},r?I.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?rt():null)}function Ac(t,e,n){
I.wide&&ua(!1),de(t,e,!1,n)}function Ep(t,e,n){let o=t.data,r=i("tr",{"data-row":String(n),onclick:s=>{s.target.closest(
"button")||Ac(t,n,!1)}});return e.forEach((s,a)=>{let l=o.columns[s],c=ut(l,V(o,s,n),t,s);if(a===0){r.append(i("th",{scope:"\
row"},i("button",{type:"button",dir:"auto",onclick:f=>Ac(t,n,f.detail===0)},c)));return}r.append(i(st(l)?"td.number":"td",
{dir:st(l)?null:"auto",title:Zt(l,V(o,s,n))},s===t.column&&t.style.kind!=="outline"?i("span.dot",{style:{"--color":er(t,
n)}}):null,c))}),r}function Lp(t){let e=E.filter(n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return i("label.\
pick",{},i("span",{},u("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(I,{picked:Number(n.target.value),
sort:null,most:200}),Qt()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},u(n.title)))))}function Op(t){let e=pa(
t),n=I.rows.slice(0,I.most),o=i("table",{onmouseover:r=>De(t,Ze(r)),onmouseleave:()=>De(t,null),onfocusin:r=>De(t,Ze(r))},
i("caption",{},S(u(t.title)),i("span.count",{},` ${U("tableRows",I.rows.length)}`)),i("thead",{},i("tr",{},e.map((r,s)=>Tp(
t,r,s)))),i("tbody",{},n.map(r=>Ep(t,e,r))),kp(t,e));return[I.rows.length?null:i("p.hint",{},u("nothingDue")),i("div.tab\
le",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<I.rows.length?i("button.more",{type:"button",id:"figu\
res-more",onclick:()=>{I.most+=500,Qt()}},u("more")):null]}function Qt(){if(br.replaceChildren(u("figures")),pe.setAttribute(
"aria-label",u("figuresTitle")),!I.open)return;let t=pe.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=pe,n=da(),o=[i("div.figures-head",{},i("h2",{},u("figuresTitle")),i("button.wide",{type:"button",id:"figur\
es-wide","aria-pressed":String(I.wide),onclick:()=>ua(!I.wide)},u(I.wide?"narrowTable":"wideTable")),i("button.close",{type:"\
button",id:"figures-close","aria-label":u("close"),onclick:()=>{I.wide&&ua(!1),me(!1),br.focus()}},"×")),zp()];if(n){let r=pa(
n);if(!r.includes(I.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];I.sort=s||null,I.down=!!(s&&st(n.data.columns[s]))}
I.rows=vp(n,I.sort,I.down),o.push(Lp(n),kc(n),i("div.table-tools",{},bp(n),Lc(n,r,I.rows)),yc(n,I.sort,I.rows),Op(n))}else
o.push(i("p.hint",{},u("nothingShown")));pe.replaceChildren(...o.flat(1/0).filter(Boolean)),pe.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),fa(!1)}function fa(t){if(!I.open)return;let e=da();if(!e)return;let n=m.chosen&&m.
chosen.layer.table===e.table?m.chosen:null,o=Wn.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;pe.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let f=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",f),l.tagName==="TR"&&l.setAttribute("aria-selected",String(f)),t&&
f&&l.tagName==="TR"&&Ap(l)});let s=pe.querySelector(".chart-note"),a=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...bc(e,I.sort,a))}function Ap(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function me(t){Rt(()=>{I.open=t,t&&L("opened","fig\
ures"),pe.hidden=!t,document.body.classList.toggle("figures-open",t),br.setAttribute("aria-expanded",String(t)),Qt()})}function Pc(){
br.addEventListener("click",()=>me(!I.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&q.matches&&I.open&&
me(!1)}),T("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&q.matches)&&I.open&&me(!1)}),T("language",Qt),T("lay\
ers",Qt);for(let t of["year","filter","map"])T(t,Qt);T("hover",()=>fa(!1));for(let t of["chosen","docked"])T(t,()=>fa(!0))}function oo(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function xr({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(oo);return{code:n||"",zh:oo(t??""),en:oo(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(oo),initials:r.map(s=>s.slice(0,1)).join("")}}function Cp(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var Bp=3;function Nc({entry:t,fit:e}){
return t.unit&&e<=Bp?0:1}function Ic(t,e,n){let o=oo(e);return o?t.map(r=>({entry:r,fit:Cp(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Nc(r)-Nc(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var ha=document.getElementById("search"),Pp=12,ma=null,nt=[],Et=-1;function Np(){let t=[],e=new Set,n=r=>E.some(s=>s.table===
r&&m.shown[s.number]);Object.keys(k.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=k.tables[r],{search:a}=s,l=a.name?s.
columns[a.name]:null;for(let c=0;c<s.count;c++){let f=l?W(l.values,c):null,d=l?.english?W(l.english,c):null,p=a.code?a.code[c]:
null,h=p?`${p} ${f}`:null;if(f===null&&d===null&&p===null||h&&e.has(h))continue;h&&e.add(h);let g=a.pinyin?W(a.pinyin,c):
null,y=p!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:y,...xr({zh:f,en:d,code:p,pinyin:g})})}});for(let r of k.
tasks?.regions??[])Vn(r.code)&&t.push({zone:r,unit:!0,...xr(r)});for(let r of k.elsewhere??[])r.zh.forEach((s,a)=>{let l=r.
en?.[a]??null;if(s===null&&l===null)return;let c=r.pinyin[a];t.push({elsewhere:r,row:a,...xr({zh:s,en:l,code:null,pinyin:c})})});
return t}function Fc(t){return ma=ma||Np(),Ic(ma,t,Pp)}function Dc(t){let e=E.filter(n=>n.table===t);return e.filter(n=>m.
shown[n.number]).pop()||e.find(ln)||e[0]}function _c(t,e){let n=Object.prototype.hasOwnProperty.call(k.tables,t)&&k.tables[t];
if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,a=Array.from({length:r},(l,c)=>c).find(l=>o.code?.[l]===
e||s&&W(s.values,l)===e);a!==void 0&&ga({table:t,row:a})}function ga(t){if(t.zone){Rc(),L("profile",{table:"zone",code:t.
zone.code});return}if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,a=r[t.row]??s[t.row];window.location.href=`${n}${k.
ending}${nl(o,a)}&lang=${m.lang}`;return}let e=Dc(t.table);Rc(),al(e),m.year!==null&&!hs(e,t.row)&&_t(null),de(e,t.row,!0,
!0),q.matches&&me(!1)}function Rc(){nt=[],Et=-1,ro()}function Ip(t){if(t.elsewhere){let{zh:s,en:a,title:l,layer:c}=t.elsewhere,
f=[s[t.row],a?.[t.row]??null].filter(d=>d!==null);return m.lang==="en"&&f.reverse(),[S(f[0],"strong.datum"),f[1]?S(f[1],
"span.other"):null,i("span.of",{},S(u(c)),` · ${u("onMap")} `,S(u(l)))]}if(t.zone){let{code:s,zh:a,en:l}=t.zone;return[
S(u(t.zone),"strong.datum"),S(m.lang==="zh"?l:a,"span.other"),i("span.of",{},`${s} · ${u("profile")}`)]}let e=Dc(t.table),
n=k.tables[t.table],o=n.search.name?n.columns[n.search.name]:null,r=o?.english?W(m.lang==="zh"?o.english:o.values,t.row):
null;return[S(J(e,t.row),"strong.datum"),r?S(r,"span.other"):null,i("span.of",{},t.code?`${t.code} · `:"",S(u(e.title)),
ln(e)?null:[` · ${u("onMap")} `,S(cn(e))])]}function ro(){let t=document.getElementById("search-list"),e=document.getElementById(
"search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...nt.map((r,s)=>i("li",{id:`found-${s}`,
role:"option","aria-selected":String(s===Et),onmousedown:a=>{a.preventDefault(),ga(r)}},Ip(r))));let o=document.getElementById(
"search-none");o.hidden=nt.length>0||!n||Et===-2,o.textContent=u("nothingFound"),t.hidden=!nt.length,e.setAttribute("ari\
a-expanded",String(nt.length>0)),Et>=0?(e.setAttribute("aria-activedescendant",`found-${Et}`),document.getElementById(`f\
ound-${Et}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Rp(t){nt=Fc(t.target.
value),Et=nt.length?0:-1,ro(),t.target.value.trim()&&wt(nt.length?U("found",nt.length):u("nothingFound"))}function Fp(t){
let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&nt.length?(t.preventDefault(),Et=(Et+e+nt.length)%nt.length,ro()):t.key==="Esca\
pe"&&(t.stopPropagation(),nt.length||(t.target.value=""),nt=[],Et=-2,ro())}function Dp(){let t=document.getElementById("\
search-input");ha.setAttribute("aria-label",u("search")),ha.replaceChildren(i("div.field",{},ke("search"),i("input",{id:"\
search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"aria-label":`${u("search")}: ${u("searchHint")}`,
"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Rp,
onkeydown:Fp,onblur:()=>{Et=-2,nt=[],ro()}})),i("ul",{id:"search-list",role:"listbox","aria-label":u("search"),hidden:!0}),
i("p",{id:"search-none",hidden:!0}))}function jc(){ha.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById(
"search-input");nt.length||(nt=Fc(e.value)),nt.length&&ga(nt[Math.max(0,Et)])}),document.addEventListener("keydown",t=>{
t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search\
-input").focus())}),T("language",Dp)}var He={last:"",timer:0,ready:!1},Gc=Xo(E),ya=[];function kr(t){ya.push(t)}var Hc=(k.maps??[]).map(t=>t.name);function Vc(){
return ol(window.location.hash,{keys:Gc,groups:k.groups.length,years:mt,maps:Hc,columns:Object.fromEntries(Object.entries(
k.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function qc(){let{lat:t,lng:e}=w.getCenter(),n=ya.flatMap(o=>o.
write());return rl({zoom:w.getZoom(),lat:t,lng:e},m,Gc,n,Hc)}function Uc(t){if(t.map!==void 0&&Zo(t.map),t.filter||m.filter.
size){m.filter.clear();for(let[n,o]of t.filter??[])m.filter.set(n,o);L("filter")}t.shown&&E.forEach((n,o)=>{m.shown[o]!==
t.shown[o]&&ct(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{Ao(o,n)}),_t(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of ya)n.follow(e);t.view&&w.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
L("linked",t.more),t.profile&&L("profile",t.profile),t.find&&_c(t.find.table,t.find.name),He.ready=!0}function Wc(){!He.
ready||gr()||(clearTimeout(He.timer),He.timer=setTimeout(()=>{if(!gr()){He.last=qc();try{window.history.replaceState(null,
"",He.last)}catch{}}},120))}async function Kc(){let t=window.location.href.split("#")[0]+qc(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}Ft(()=>[i("h2",{id:"about-title"},u("linkTitle")),i("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),i("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var wa=Vc();function Yc(){wa.lang&&(m.lang=wa.lang)}function Xc(){Uc(wa),window.
addEventListener("hashchange",()=>{if(window.location.hash===He.last)return;let e=Vc();e.lang&&e.lang!==m.lang&&(m.lang=
e.lang,L("language")),Uc(e)}),w.on("moveend",Wc);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
T(e,Wc)}var so=i("section",{id:"compare",hidden:!0}),te=i("div",{id:"divider",hidden:!0}),C={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},_p=["swipe","difference"],vr=null,Ve=null,he=null;function tu(t){Ve=t}var co=()=>E.filter(ae),Sr=()=>[
...co(),...Ve?.sides()??[]],Jc=t=>t.key??String(t.number),ao=()=>[C.a,C.b].filter(Boolean),io=()=>ao().filter(t=>!t.key),
lo=()=>C.open&&!io().length;function jp(t){return t.key?Ve.name(t):k.maps&&!ln(t)?`${u(t.title)} · ${cn(t)}`:u(t.title)}
function uo(){for(let a of[...co(),...ao()])w.getPane(a.pane).style.clip="";let t=C.open&&C.mode==="swipe";if(te.hidden=
!t,!t)return;let e=w.getSize(),[n,o]=[w.containerPointToLayerPoint([0,0]),w.containerPointToLayerPoint([e.x,e.y])],r=n.x+
e.x*C.at;te.style.left=`${100*C.at}%`;let s=(a,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${a}px)`;w.getPane(C.a.pane).style.
clip=s(n.x,r),w.getPane(C.b.pane).style.clip=s(r,o.x)}function Zc(t){let e=t.data.columns?.[t.column],{code:n}=t.data.search;
return!e||!st(e)||!n?null:new Map(n.map((o,r)=>[o,W(e.values,r)??null]))}function eu(){vr.clearLayers();let t=C.open&&C.
mode==="difference";for(let p of co())w.getPane(p.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,b:n}=C;
if(lo())return Ve.difference(e,n,vr);if(e.key||n.key)return u("noFigures");let[o,r]=[Zc(e),Zc(n)];if(!o||!r)return u("no\
Figures");let s=p=>p.data.columns[p.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let a=ll(o,r);if(!a.size)return u(
"noCommon");let l=cl(a.values()),{myriads:c}=e.data.columns[e.column],f=ci(l.flatMap(({low:p,high:h})=>[p,h]),{...qr,myriads:c},
m.lang);e.data.search.code.forEach((p,h)=>{if(!a.has(p))return;let g=a.get(p);z.polygon(e.places[h].parts,{pane:"gisplan\
-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape difference",fillColor:g===null?un(
"#d5d9dd"):fl(g,l),fillOpacity:.85}).addTo(vr)});let d=[...a.values()].filter(p=>p===null).length;return i("ul.differenc\
e-legend",{},l.map(({low:p,high:h,color:g,count:y})=>i("li",{},i("span.swatch",{style:{"--color":g,"--opacity":.85}}),i(
"span.what",{},p===h?"0":`${f.get(p)} – ${f.get(h)}`),i("span.count",{},String(y)))),d?i("li",{},i("span.swatch.hatche\
d",{style:{"--color":"#d5d9dd","--opacity":.85}}),i("span.what",{},u("oneMissing")),i("span.count",{},String(d))):null)}
function Qc(t){return i("label",{},i("span",{},u(t==="a"?"leftTheme":"rightTheme")),i("select",{id:`compare-${t}`,onchange:e=>{
C[t]=Sr().find(n=>Jc(n)===e.target.value),Mr()}},Sr().map(e=>i("option",{value:Jc(e),selected:e===C[t]},jp(e)))))}function zr(){
if(so.hidden=!C.open,!C.open)return;let t=so.contains(document.activeElement)?document.activeElement.id:null,e=eu(),n=r=>i(
"label.mode",{},i("input",{type:"radio",name:"compare-mode",id:`compare-${r}`,checked:C.mode===r,onchange:()=>{C.mode=r,
Mr()}}),u(r)),o=u(lo()?"scenarios":"compare");so.setAttribute("aria-label",o),so.replaceChildren(i("div.measure-head",{},
i("strong",{},o),i("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>ge(!1)},"×")),Qc(
"a"),Qc("b"),i("div.row",{},n("swipe"),n("difference")),C.mode==="swipe"?i("input",{id:"compare-at",type:"range",min:0,max:100,
value:Math.round(100*C.at),"aria-label":u("swipe"),oninput:r=>{C.at=r.target.valueAsNumber/100,uo(),L("view")}}):i("div",
{id:"compare-told"},e),...[lo()?Ve.told(C.a,C.b):null].filter(Boolean)),t&&document.getElementById(t)?.focus()}function Mr(){
lo()?Jr(C.before,null):Jr(...io()),$r(),zr(),uo(),L("view")}function $r(){let t=C.open?ao().filter(e=>e.key):[];Ve?.show(
t,C.mode)}function xa(t,e){if(!C.open){ge(!0,[t,e]);return}Object.assign(C,{a:t,b:e}),Mr()}function ge(t,e=Ve?.first()??
null){if(t===C.open)return;let n=co();if(!(t&&n.length<2&&!e)){if(t){let o=n.find(r=>m.shown[r.number]);C.before=o??null,
C.a=e?.[0]??o??n[0],C.b=e?.[1]??n.find(r=>r!==C.a&&r.table===C.a.table&&r.year!==null)??n.filter(ln).find(r=>r!==C.a)??n.
find(r=>r!==C.a)}if(C.open=t,document.getElementById("tool-compare")?.setAttribute("aria-pressed",String(t)),t){w.closePopup(),
Mr();return}$r(),zr(),eu(),uo(),L("view");for(let o of io())o!==C.before&&m.shown[o.number]&&ct(o,!1);C.before&&ct(C.before,
!0)}}function nu(){return C.open}function Up(t){t.preventDefault(),te.setPointerCapture(t.pointerId),te.onpointermove=e=>{
let n=w.getContainer().getBoundingClientRect();C.at=Math.min(1,Math.max(0,(e.clientX-n.left)/n.width));let o=document.getElementById(
"compare-at");o&&(o.value=Math.round(100*C.at)),uo()},te.onpointerup=()=>{te.onpointermove=null,L("view")}}var ba=t=>t.key??
Xo(E)[t.number];function Wp(){if(!C.open)return[];let{a:t,b:e,mode:n,at:o}=C;return[["compare",[ba(t),ba(e),n,Math.round(
100*o)].join(" ")]]}function Gp(t){let[e,n,o,r]=(t.get("compare")??"").split(" ");he=_p.includes(o)?{a:e,b:n,mode:o,at:Number(
r)}:null,he||ge(!1),ou(),setTimeout(()=>{he=null})}function ou(){if(!he)return;let[t,e]=[he.a,he.b].map(r=>Sr().find(s=>ba(
s)===r));if(!t||!e)return;let{mode:n,at:o}=he;he=null,Object.assign(C,{mode:n,at:o>=0&&o<=100?o/100:.5}),xa(t,e)}function ru(){
lt("gisplan-difference",570),vr=z.layerGroup().addTo(w),w.getContainer().append(te),te.addEventListener("pointerdown",Up),
z.DomEvent.disableClickPropagation(te),document.getElementById("search").after(so),w.on("move zoomend resize viewreset",
uo),T("language",()=>{$r(),zr()}),kr({write:Wp,follow:Gp}),T("candidates",()=>{if(ou(),!C.open||io().length===2)return;let t=Sr();
ao().every(e=>t.includes(e))?($r(),zr()):ge(!1)}),T("paper",()=>{m.paper&&ao().some(t=>t.key)&&ge(!1)});for(let t of["la\
yers","map"])T(t,()=>{let e=C.open&&io().every(n=>m.shown[n.number]);lo()&&(C.before=co().find(n=>m.shown[n.number])??null),
C.open&&!e&&(C.before=null,ge(!1))})}var dt=["A","B"],su=200,ka={list:[],past:[],future:[]},fo={at:0};function Ut(t){return t===fo.at?v.list:ka.list}function hn(t){
if(t===fo.at)return;let{list:e,past:n,future:o}=v;fo.at=t;let r={...ka};Object.assign(ka,{list:e,past:n,future:o}),Pn(r.
list,r.past,r.future)}function Sa(t,e){let[n,o]=[new Set(t),new Set(e)];return{both:t.filter(r=>o.has(r)),alone:[t.filter(
r=>!o.has(r)),e.filter(r=>!n.has(r))]}}function za(){if(!dt.every((a,l)=>Ut(l).length))return null;let{coverage:t}=v,[e,
n]=dt.map((a,l)=>rn(Ut(l)).gained),{both:o,alone:r}=Sa(e,n),s=a=>{let l=c=>t.amountOf(c,a);return{gained:[l(e),l(n)],both:l(
o),alone:r.map(l)}};return{people:s(),waste:t.waste.map(({values:a})=>s(a))}}function Tr(t){return Number(t.toFixed(3))}
function Hp(){let t=new Set,e=$t()?"min":"m",n=$t()?Tr:Math.round,o=dt.flatMap((r,s)=>{let a=Ut(s),{each:l}=a.length?rn(
a):{each:[]};return a.map((c,f)=>{let d=Mt(c),p=t.has(d)?`${d} (${r})`:d;t.add(p);let{reached:h,gained:g,overlap:y,only:b,
nearest:x,road:$,waste:M,capacity:O}=l[f];return{type:"Feature",properties:{name:p,scenario:r,[`reach_${$t()?"min":"km"}`]:v.
reach,by:v.by,reached:h,gained:g,overlap:y,only:b,...Object.fromEntries(M.flatMap(j=>[[`${j.name}_reached`,Tr(j.reached)],
[`${j.name}_gained`,Tr(j.gained)]])),...O?{capacity_reached:Tr(O.known),sites_reached:O.sites,sites_of_unknown_capacity:O.
unknown}:null,[`nearest_${e}`]:x?n(x.cost):null,...$?{[`nearest_access_${e}`]:x?n(x.access):null,to_road_m:Math.round($.
metres)}:null},geometry:{type:"Point",coordinates:[c.lon,c.lat]}}})});return JSON.stringify({type:"FeatureCollection",features:o},
null,1)}function au(){jt(`candidates_${k.name}.geojson`,"application/geo+json",Hp())}function va({lon:t,lat:e,name:n}){return v.
made+=1,{number:v.made,lon:zt(t),lat:zt(e),name:n}}function $a(t){let[e,n]=dt.map(s=>t.filter(a=>(a.cells?.scenario==="B"?
"B":"A")===s)),o=t.map(s=>s.cells??{}).find(s=>(s.reach_km??s.reach_min)!==void 0);o&&Vo(o.by,Number(o.reach_km??o.reach_min)),
n.length>0&&(hn(1),Pn([...v.list,...n.map(va)]),hn(0)),Pn([...v.list,...e.map(va)])}function Vp(){let t=dt.map((e,n)=>Ut(
n).slice(0,su).map(o=>`${o.lon},${o.lat},${encodeURIComponent(o.name)}`).join(";"));return t.some(Boolean)?t.join("/"):""}
function qp(t){return(t??"").split("/").slice(0,2).map(e=>e.split(";").filter(Boolean).slice(0,su).map(n=>{let[o,r,s=""]=n.
split(","),a="";try{a=decodeURIComponent(s).slice(0,80)}catch{a=""}return{lon:Number(o||Number.NaN),lat:Number(r||Number.
NaN),name:a}}).filter(({lon:n,lat:o})=>Math.abs(n)<=180&&Math.abs(o)<=90))}function Kp(t){let e=qp(t.sites);e.some(n=>n.
length)&&(Vo(t.by,Number(t.reach)),e.forEach((n,o)=>{n.length&&(hn(o),Pn(n.map(va)))}),hn(e[0].length?0:1))}function iu(){
T("linked",Kp),T("candidates",t=>{if(t)return;let e=Vp();m.more=Object.assign(Object.create(null),e?{sites:e,reach:String(
v.reach),by:v.by}:null),L("view")})}function ee(t){return`${u("scenario")} ${dt[t]}`}var Yp=360,Ma="gisplan-scenarios",po={left:{color:"#b35806",shape:"full",dot:{radius:4,fillColor:"#b35806"}},right:{color:"\
#542788",shape:"ring",dot:{radius:4,color:"#542788",weight:2.5,fillColor:"#ffffff"}},both:{color:"#4b5563",shape:"full.s\
mall",dot:{radius:2.5,fillColor:"#4b5563"}}},mo=dt.map((t,e)=>({key:`@${t}`,at:e,pane:`gisplan-scenario-${e}`})),ho=new Map,
go=({at:t})=>rn(Ut(t));function Xp(t,e,n){for(let o of Ut(n.at)){let r=`${dt[n.at]}${o.number}`,s=As(r),a=`${ee(n.at)} ·\
 ${Mt(o)}`;z.marker([o.lat,o.lon],{pane:e,icon:s,title:a,interactive:!1,keyboard:!1}).addTo(t)}}function Jp(t,e){for(let[
n,{group:o,renderer:r}]of ho)o.clearLayers(),r.remove(),ho.set(n,{group:o,renderer:z.canvas({pane:n})});for(let n of["gi\
splan-reach","gisplan-candidates"])w.getPane(n).style.visibility=t.length?"hidden":"";if(!(e==="difference"&&t.length<2))
for(let n of new Set(t)){let{group:o,renderer:r}=ho.get(n.pane),s=Ut(n.at);if(e==="swipe")Es(o,{pane:n.pane,renderer:r},
{list:s,figures:go(n)});else if(!vt()){let a=n===t[0]?po.left:po.right,l=n===t[0]?null:"7 5";Os(o,n,s,{color:a.color,fillOpacity:0,
dashArray:l})}Xp(o,n.pane,n)}}function Zp(t,e){let{group:n,renderer:o}=ho.get(Ma),{both:r,alone:s}=Sa(go(t).gained,go(e).
gained),{amountOf:a}=v.coverage,l=[["both",u("gainedByBoth"),r],["left",u("gainedAlone")(ee(t.at)),s[0]],["right",u("gai\
nedAlone")(ee(e.at)),s[1]]],c={pane:Ma,renderer:o};for(let[f,,d]of l)Ls(n,c,d,po[f].dot);return i("ul.difference-legend",
{},l.map(([f,d,p])=>i("li",{},i(`span.dot.${po[f].shape}`,{style:{"--color":po[f].color}}),i("span.what",{"data-figure":`\
map-${f}`,title:sn(a(p))},d,m.lang==="zh"?"：":": ",`${U("settlements",p.length)} · ${It(a(p))}`))))}function Qp(t){let e=Q(
t,v.asked.quantity,m.lang);return t>0?`+${e}`:e}function tm(t,e){let[n,o]=[go(t),go(e)],r=Bn(v.asked.regions),s=(l,c,f,d)=>i(
"tr",{"data-region":c},i("th",{scope:"row"},l),[f,d].map(p=>i("td",{title:sn(p.after)},xe(p.after,p.total))),i("td",{title:sn(
d.after-f.after)},Qp(d.after-f.after))),a=[u("region"),...[t,e].map(l=>ee(l.at)),[`${dt[e.at]} − ${dt[t.at]}`,Ro(v.asked.
quantity)]];return i("section.sums.scenario-sides",{},i("table",{},i("caption",{},`${At(u("byRegion"))} · ${Ae()}`),i("\
thead",{},i("tr",{},a.map(l=>i("th",{scope:"col"},l)))),i("tbody",{},n.regions.map((l,c)=>{let f=o.regions[c];if(l.after===
l.before&&f.after===f.before)return null;let d=v.asked.codes[c];return s(S(at(r,c)?J(r,c):d),d,l,f)}),s(u("total"),"",n.
whole,o.whole))))}function lu(){xa(...mo),w.fitBounds(Ui(mo.flatMap(({at:t})=>Ut(t))),{paddingTopLeft:q.matches?[0,0]:[Yp,
0],animate:!1})}function cu(){for(let[e,n]of[...mo.map(o=>o.pane),Ma].entries())lt(n,576+e),ho.set(n,{group:z.layerGroup().
addTo(w),renderer:z.canvas({pane:n})});let t=()=>dt.every((e,n)=>Ut(n).length)?mo:[];tu({sides:t,first:()=>document.body.
classList.contains("evaluate-open")&&t().length?mo:null,name:({at:e})=>ee(e),show:Jp,told:tm,difference:Zp})}function Lt(t,e,n=u(t)){return i("tr",{"data-figure-row":t},i("th",{scope:"row"},n),v.list.map((o,r)=>i("td",{},e(v.figures.
each[r],o))))}function Er({heading:t}){return S(u(t.title))}function Ta({known:t,sites:e,unknown:n}){let o=Ce(v.asked.sites.
capacity,t),r=U("sitesThere",e);return n?`${o} · ${r} · ${U("ofUnknown",n)}`:`${o} · ${r}`}function Ea(){let{drawn:t,
worth:e}=v.asked,n=v.coverage.waste.filter(r=>r.rate).map(r=>i("li",{},Er(r),u("colon"),S(u(r.rate)))),o=u(t?"drawnSaid":
"boundsSaid");return e&&n.push(i("li",{},u("existing"),S(u(e)),o)),n.length?i("ul.worth-notes",{},n):null}function La({road:t}){
let e=Mo(t.metres);return t.on?e:`${e} · ${u("offRoad")}`}function Oa(){let t=({nearest:n})=>n?[on(n.cost)," · ",S(Go(
n.at))]:"—",e=({nearest:n})=>n?on(n.access):"—";return i("table.candidates-table",{},i("caption",{},`${u("evaluateTi\
tle")} · ${Ae()}`),i("thead",{},i("tr",{},i("th",{scope:"col"},u("candidate")),v.list.map(n=>i("th",{scope:"col"},`${n.
number} `,S(Mt(n)))))),i("tbody",{},Lt("gained",n=>It(n.gained),Ot(u("gained"))),Lt("reached",n=>It(n.reached)),Lt("over\
lap",n=>It(n.overlap),At(u("overlap"))),Lt("only",n=>It(n.only),Ot(u("only"))),v.coverage.waste.map((n,o)=>[Lt(`${n.name}\
-reached`,r=>Ce(n,r.waste[o].reached),Er(n)),Lt(`${n.name}-gained`,r=>Ce(n,r.waste[o].gained),Ot(u("ofItGained")))]),v.asked.
sites.capacity?Lt("capacity",({capacity:n})=>Ta(n),At(u("capacity"))):null,Lt(vt()?"nearestByRoad":"nearest",t),vt()?Lt(
"access",e):null,vt()?Lt("toRoad",La):null,Lt("lies",n=>S(Ho(n))),Lt("coordinateShort",(n,o)=>`${o.lon}, ${o.lat}`)))}var em=[72.004,.8293,137.8347,55.8271],nm=.1,pu=1e-9,uu=6378245,fu=1-(1-1/298.3)**2,{PI:bt,sin:St,cos:Ca,sqrt:Aa,abs:Lr,
atan2:om,hypot:rm}=Math;function du(t,e,n=0){let[o,r,s,a]=em;return t>=o-n&&t<=s+n&&e>=r-n&&e<=a+n}function mu(t,e){let[
n,o]=[t-105,e-35],r=(20*St(6*n*bt)+20*St(2*n*bt))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*Aa(Lr(n))+r+(20*St(n*bt)+40*St(n/3*
bt))*(2/3)+(150*St(n/12*bt)+300*St(n/30*bt))*(2/3),a=-100+2*n+3*o+.2*o*o+.1*n*o+.2*Aa(Lr(n))+r+(20*St(o*bt)+40*St(o/3*bt))*
(2/3)+(160*St(o/12*bt)+320*St(o*bt/30))*(2/3),l=e*bt/180,c=1-fu*St(l)**2,f=Aa(c);return[s*180/(uu/f*Ca(l)*bt),a*180/(uu*
(1-fu)/(c*f)*bt)]}function sm(t,e){let n=16.666666666666668*bt,o=rm(t,e)+2e-5*St(e*n),r=om(e,t)+3e-6*Ca(t*n);return[o*Ca(
r)+.0065-t,o*St(r)+.006-e]}function am(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[a,l]=t(o,r),c=Math.max(Lr(e-a-o),
Lr(n-l-r));if([o,r]=[e-a,n-l],c<pu)break}return[o,r]}function hu(t,e,n){if(!du(t,e,nm))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=am(s,o,r);return du(o,r,pu)?[o,r]:[t,e]}function gu(t,e){return hu(t,e,[mu])}function wu(t,e){return hu(t,e,[sm,mu])}function bu(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function xu(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=d=>n.split(d).length,r=["	",",",";","，"].sort((d,p)=>o(
p)-o(d))[0],s=[],[a,l,c]=[[],"",!1],f=()=>{a.push(l.trim()),l=""};for(let d=0;d<e.length;d++){let p=e[d];c?p!=='"'?l+=p:
e[d+1]==='"'?l+=e[++d]:c=!1:p==='"'&&l.trim()===""?(c=!0,l=""):p===r?f():p===`
`||p==="\r"?(p==="\r"&&e[d+1]===`
`&&d++,f(),s.push(a),a=[]):l+=p}return(l||a.length)&&(f(),s.push(a)),s}var ku={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function im(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(ku).map(([n,o])=>[n,e(o)]))}
var Pa={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:gu,bd09:wu},vu=Object.keys(Pa);function Ba(t,e,n){t.push({row:e,why:n})}
function yu(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function Or(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,a=im(r),[l,c]=[[],[]],f=a.lon>=0&&a.lat>=0||a.both>=0;return s.forEach((d,p)=>{let h=p+2;if(d.
every(x=>x===""||x===null))return;let g=a.name>=0?String(d[a.name]??""):"",y=null,b="ownNoPlace";if(f){let x=a.both>=0?n(
String(d[a.both]??"")):{lon:yu(d[a.lon]),lat:yu(d[a.lat])},$=a.both>=0?String(d[a.both]??"")!=="":`${d[a.lon]??""}${d[a.
lat]??""}`.trim()!=="",{lon:M,lat:O}=x;if(Number.isFinite(M)&&Number.isFinite(O)&&Math.abs(M)<=180&&Math.abs(O)<=90){let[
j,et]=Pa[e](M,O);y={lon:j,lat:et,exact:!0}}else $&&(b=Math.abs(M)>1e3?"ownProjected":"ownNotCoordinate")}if(!y&&b==="own\
NoPlace"&&a.unit>=0&&d[a.unit]){let x=o(String(d[a.unit]));x?y={...x,exact:!1}:b="ownNoUnit"}if(!y)Ba(c,h,b);else{let x=Object.
fromEntries(r.map(($,M)=>[$||`#${M+1}`,d[M]]).filter(([,$])=>$!==""&&$!=null));l.push({row:h,name:g||`#${h}`,...y,cells:x})}}),
{taken:l,refused:c}}function Ar(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],a=([f,d])=>Number.isFinite(f)&&Number.isFinite(d)&&Math.
abs(f)<=180&&Math.abs(d)<=90,l=f=>typeof f?.[0]=="number"?[f]:(f??[]).flatMap(l),c=f=>typeof f[0]=="number"?Pa[e](f[0],f[1]):
f.map(c);return n.forEach((f,d)=>{let p=f?.geometry,h=f?.properties??{},g=d+1,y=l(p?.coordinates),b=y.some(([x])=>Math.abs(
x)>1e3)?"ownProjected":"ownNotCoordinate";if(!p||!y.length)Ba(r,g,"ownNoPlace");else if(!y.every(a))Ba(r,g,b);else if(p.
type==="Point"){let[x,$]=c(p.coordinates),M=Object.keys(h).find(j=>ku.name.test(j)),O=M?String(h[M]):`#${g}`;o.push({row:g,
name:O,lon:x,lat:$,exact:!0,cells:h})}else s.push({type:"Feature",properties:h,geometry:{type:p.type,coordinates:c(p.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function lm(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function cm(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let a=n.
getUint16(o+10,!0);a>0;a--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],f=[28,30,32].map(h=>n.getUint16(s+h,!0)),
d=new TextDecoder().decode(t.subarray(s+46,s+46+f[0])),p=n.getUint32(s+42,!0);if(e(d)){let h=p+30+n.getUint16(p+26,!0)+n.
getUint16(p+28,!0),g=t.subarray(h,h+c);r[d]=new TextDecoder().decode(l===8?await lm(g):g)}s+=46+f[0]+f[1]+f[2]}return r}
function Na(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function um(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function fm(t){let e=await cm(t,a=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(a)),n=a=>[...a.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...Na(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(a=>a.includes("/sheet")).sort((a,l)=>Number(/\d+/.exec(a)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let a of Na(e[r]).getElementsByTagName("row")){let l=[];for(let f of a.
getElementsByTagName("c")){let d=f.getElementsByTagName("v")[0]?.textContent??"",p=f.getAttribute("t"),h=p==="s"?o[Number(
d)]:p==="inlineStr"?n(f):d;l[um(f.getAttribute("r"))??l.length]=h??""}let c=Number(a.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,f=>f??"")}return Array.from(s,a=>a??[])}function dm(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...Na(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[a]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),f=null;
return a?f={type:"Point",coordinates:n(a)[0]}:l?f={type:"LineString",coordinates:n(l)}:c&&(f={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:f}})}}async function Cr(t){
if(t[0]===80&&t[1]===75)return{rows:await fm(t)};let e=bu(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:dm(e)}:{rows:xu(e)}}var qe=i("aside",{id:"evaluate",hidden:!0}),Br=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>gn(!Ke.open)}),Ke={open:!1,say:null};function wo(t,e,n){return i(t,{"data-figure":e,
title:sn(n)},It(n))}function gn(t){Rt(()=>{Ke.open=t,t&&(w.closePopup(),L("opened","desk")),qe.hidden=!t,document.body.classList.
toggle("evaluate-open",t),Br.setAttribute("aria-expanded",String(t)),Ra(t&&(!!m.place||!v.list.length))})}function Ra(t){
m.place=t?e=>{an(e.lng,e.lat)?(wn(null),$s(e.lng,e.lat)):wn("tooFar")}:null,document.body.classList.toggle("picking",t),
Ia()}function wn(t){Ke.say=t;let e=document.getElementById("evaluate-note");e&&(e.textContent=t?u(t):"")}function pm(t){
t.preventDefault();let e=document.getElementById("evaluate-coordinate"),n=document.getElementById("evaluate-name"),o=$e(
e.value,an);if(wn(o.fault||o.note),e.setAttribute("aria-invalid",String(!!o.fault)),o.fault){e.focus();return}let r=n.value.
trim();e.value="",n.value="",$s(o.lon,o.lat,r),w.getBounds().contains([o.lat,o.lon])||w.panTo([o.lat,o.lon])}function mm(){
return i("form.ask",{onsubmit:pm,noValidate:!0},i("div.row",{},i("div.field.grow",{},i("label",{for:"evaluate-coordinate"},
u("coordinate")),i("input",{id:"evaluate-coordinate",type:"text",autocomplete:"off",spellcheck:!1,"aria-describedby":"ev\
aluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"evaluate-name"},u("name")),i("input",{id:"evaluate-name",
type:"text",autocomplete:"off",maxLength:80})),i("button.main",{type:"submit"},u("add"))),i("p.note",{id:"evaluate-note",
role:"status"},Ke.say?u(Ke.say):""),i("p.hint",{id:"evaluate-hint"},u("coordinateHint")))}function hm(){let t=bs();return t.
length<2?null:[i("fieldset.reaches",{},i("legend",{},u("wayOf")),t.map(e=>i("label",{},i("input",{type:"radio",name:"way",
id:`way-${e}`,value:e,checked:e===v.by,onchange:()=>qi(e)}),i("span",{},u(xs[e]))))),vt()?i("p.hint",{id:"way-hint"},gm()):
null]}function gm(){let{access:t,detour:e,time:n}=v.asked.roads,{ways:o,amountOf:r}=v.coverage,s=o[v.by].offRoad();return[
u("roadRule")(Q(t/1e3),Q(e)),$t()?` ${u("timeRule")(Q(n.kmh),Q(n.accessKmh))}`:"",s.length?` ${u("roadOff")(s.length,It(
r(s)))}`:""]}function wm(){return i("fieldset.reaches",{},i("legend",{},u($t()?"reachInTime":vt()?"reachByRoad":"reachOf")),
Cn().map((t,e)=>i("label",{},i("input",{type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===v.reach,onchange:()=>Vi(
t)}),i("span",{},Uo(t)))))}function ym(){let t=za();return i("div.scenarios",{},i("div.tools",{role:"group","aria-label":u(
"scenario")},dt.map((e,n)=>i("button",{type:"button",id:`scenario-${e}`,"aria-pressed":String(n===fo.at),onclick:()=>hn(
n)},ee(n))),i("label.load",{for:"evaluate-load"},u("load"),i("input",{id:"evaluate-load",type:"file",accept:".geojson,.j\
son,.csv,.xlsx,.kml","aria-label":u("load"),onchange:xm}))),t?zu(t):null,t?i("button",{type:"button",id:"scenario-compar\
e",onclick:bm},u("compareOnMap")):null)}function bm(){q.matches&&gn(!1),lu()}function zu({people:t,waste:e}){let{quantity:n}=v.
asked,o=[...dt.map((s,a)=>[ee(a),`gained-${s}`,l=>l.gained[a]]),[u("gainedByBoth"),"both",s=>s.both],...dt.map((s,a)=>[`${u(
"gainedOnly")} ${s}`,`alone-${s}`,l=>l.alone[a]])],r=(s,a,l="")=>i("tr",{},i("th",{scope:"row"},S(u(s.title)),Ro(s)),o.map(
([,c,f])=>i("td",{"data-figure":`${l}${c}`,title:Zt(s,f(a))},Q(f(a),s,m.lang))));return i("div.compared",{tabIndex:0,role:"\
region","aria-label":u("scenarios")},i("table.scenario-table",{},i("caption",{},`${u("scenarios")} · ${Ae()}`),i("thead",
{},i("tr",{},i("th",{scope:"col"},Ot(u("gained"))),o.map(([s])=>i("th",{scope:"col"},s)))),i("tbody",{},r(n,t),v.coverage.
waste.map(({heading:s,name:a},l)=>r(s,e[l],`${a}-`)))))}async function xm(t){let[e]=t.target.files;if(e)try{let n=await Cr(
new Uint8Array(await e.arrayBuffer())),{taken:o,refused:r}=n.features?Ar(n.features,"wgs84"):Or(n.rows,"wgs84",{readCoordinate:s=>$e(
s,an),unitOf:()=>null});$a(o),wn(r.length||!o.length?"loadedPart":"loaded")}catch{wn("ownUnread")}}function km(){let t=(n,o,r,s)=>i(
"button",{type:"button",id:n,onclick:r,disabled:s},u(o)),e=!v.list.length;return i("div.tools",{},i("button",{type:"butt\
on",id:"evaluate-pick","aria-pressed":String(!!m.place),onclick:()=>Ra(!m.place)},u("pick")),t("evaluate-undo","undo",vs,
!v.past.length),t("evaluate-redo","redo",Ss,!v.future.length),t("evaluate-clear","clear",()=>Be([]),e))}function vm(t,e){
let n=v.figures.each[e],o=Math.max(...v.figures.each.map(f=>f.gained),1),r=Mt(t),s=(f,...d)=>[i("dt",{},u(f)),i("dd",{},
...d)],a=(f,...d)=>[i("dt",{},f),i("dd",{},...d)],l=f=>{let d=f.target.value.trim();d!==r&&In(e,{name:d?zs(d,e):""})},c=f=>{
let d=$e(f.target.value,an);wn(d.fault||d.note),d.fault?f.target.value=Su(t):In(e,{lon:d.lon,lat:d.lat})};return i("li.c\
andidate",{id:`candidate-${e}`},i("div.candidate-head",{},i("span.number",{"aria-hidden":"true"},String(t.number)),i("in\
put.name",{id:`candidate-name-${e}`,type:"text",value:r,maxLength:80,dir:"auto","aria-label":u("name"),onchange:l}),i("b\
utton",{type:"button",id:`candidate-show-${e}`,title:`${u("show")}: ${r}`,"aria-label":`${u("show")}: ${r}`,onclick:()=>w.
setView([t.lat,t.lon],Math.max(w.getZoom(),8))},u("show")),i("button",{type:"button",id:`candidate-remove-${e}`,"aria-la\
bel":`${u("remove")}: ${r}`,onclick:()=>qo(e)},u("remove"))),i("div.gain",{},i("span",{},Ot(u("gained"))),wo("strong","g\
ained",n.gained),i("span.bar",{"aria-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),i("dl.values",
{},s("reached",wo("span","reached",n.reached)),a(At(u("overlap")),wo("span","overlap",n.overlap)),v.list.length>1?a(Ot(u(
"only")),wo("span","only",n.only)):null,v.coverage.waste.map((f,d)=>a(Er(f),i("span",{"data-figure":f.name},Ce(f,n.waste[d].
reached))," · ",Ot(u("ofItGained"))," ",Ce(f,n.waste[d].gained))),n.capacity?a(At(u("capacity")),i("span",{"data-figure":"\
capacity"},Ta(n.capacity))):null,n.nearest?s(vt()?"nearestByRoad":"nearest",i("span",{"data-figure":"nearest"},on(n.nearest.
cost))," · ",S(Go(n.nearest.at))):null,n.nearest&&vt()?s("access",i("span",{"data-figure":"access"},on(n.nearest.access))):
null,n.road?s("toRoad",La(n)):null,s("lies",S(Ho(n))),i("dt",{},i("label",{for:`candidate-at-${e}`},u("coordinateShort"))),
i("dd",{},i("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"off",value:Su(t),onchange:c}))))}function Su({lon:t,
lat:e}){return`${t}, ${e}`}function $u(){let{whole:t,regions:e}=v.figures,n=(...s)=>i("tr",{},s.map(a=>i("th",{scope:"co\
l"},a))),o=Bn(v.asked.regions),r=e.map((s,a)=>({sums:s,at:a})).filter(({sums:s})=>s.total>0).map(({sums:s,at:a})=>i(s.after>
s.before?"tr.changed":"tr",{},i("th",{scope:"row"},S(at(o,a)?J(o,a):v.asked.codes[a])),i("td",{},xe(s.before,s.total)),i(
"td",{},xe(s.after,s.total)),i("td",{"data-region":v.asked.codes[a]},s.after>s.before?`+${Q(s.after-s.before,v.asked.quantity,
m.lang)}`:"0")));return i("section.sums",{},i("h3",{},u("together")),i("p.total",{},i("span",{},Ot(u("gained")))," ",wo(
"strong","together",t.after-t.before),i("span.change",{},At(`${xe(t.before,t.total)} → ${xe(t.after,t.total)}`))),i("t\
able",{},i("caption",{},`${u("byRegion")} · ${Ae()}`),i("thead",{},n(u("region"),At(u("now")),At(u("withThem")),Ot(u("g\
ained")))),i("tbody",{},r)))}function Ia(){Br.replaceChildren(u("evaluate"));let t=document.activeElement&&qe.contains(document.
activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let s=document.getElementById(
r);return[r,s?s.value:""]}),{scrollTop:n}=qe;qe.setAttribute("aria-label",u("evaluateTitle")),qe.replaceChildren(i("div.\
desk-head",{},i("h2",{},u("evaluateTitle")),i("button.close",{type:"button",id:"evaluate-close","aria-label":u("close"),
onclick:()=>{gn(!1),Br.focus()}},"×")),ym(),...[hm()].flat().filter(Boolean),wm(),km(),i("p.hint.mode",{},u(m.place?"pi\
cking":"notPicking")),mm(),...(v.list.length?[i("ol.candidates",{},v.list.map(vm)),v.list.length>1?i("div.compared",{tabIndex:0,
role:"region","aria-label":u("evaluateTitle")},Oa()):null,$u(),i("div.save",{},i("button.main",{type:"button",id:"evalua\
te-save",onclick:au},u("save")),i("p.hint",{},u("saveHint")))]:[]).filter(Boolean),i("p.hint",{},u("existing"),S(u(v.asked.
existing)),m.lang==="zh"?`（${v.coverage.sites.count}）；`:` (${v.coverage.sites.count}); `,S(u(v.asked.quantity.title)),
v.asked.quantity.derived?rt():null),...[Ea()].filter(Boolean)),e.forEach(([r,s])=>{document.getElementById(r).value=s}),
qe.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}function Sm(t){if(!Ke.open)return;let e=/^(INPUT|TEXTAREA)$/.
test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.toLowerCase();n==="escape"&&m.place?Ra(!1):(t.ctrlKey||t.metaKey)&&
!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||t.shiftKey?Ss():vs())}function Mu({evaluate:t}){ji(t),document.getElementById(
"tools").prepend(Br),document.getElementById("panel").after(qe),el(),iu(),cu(),T("bring",e=>{gn(!0),$a(e)}),Zs.push(()=>{
if(!v.list.length)return[];let e=za();return[Oa(),e?zu(e):null,$u(),Ea()]}),document.addEventListener("keydown",Sm),T("l\
anguage",Ia),T("candidates",Ia),T("picked",e=>{gn(!0);let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView(
{block:"nearest"})}),T("opened",e=>{(["figures","tasks"].includes(e)||e==="panel"&&q.matches)&&Ke.open&&gn(!1)}),window.
gisplanEvaluate={evaluation:v,evaluateCandidates:v.coverage.evaluate,geodesicLength:yt,destination:Xt,placeAt:ys,readCoordinate:$e,
inside:an}}var zm=z.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!q.matches}),z.DomEvent.disableClickPropagation(
this.box),T("language",()=>this.write()),this.box},write(){let t=new Map;for(let s of Object.values(k.tables).flatMap(a=>a.
sources)){let a=u(s.title);t.get(a)||t.set(a,s.link?s.url:null)}for(let s of k.headlines.flatMap(a=>a.sources.map(u)))t.
has(s)||t.set(s,null);let e=k.context?.towns;for(let s of[...e?[e]:[],...k.context?.layers??[]].reverse())for(let a of s.
sources)t.has(u(a))||t.set(u(a),null);let n=[[u(k.attribution),null],k.basemap?[u(k.basemap.attribution),null]:["",null],
...t].filter(([s])=>s),o=i(k.review?"span.review":"span.review.unset",{},u("review"),k.review?S(k.review):u("noReview")),
r=i("div.credits",{tabIndex:0},i("span",{},u("credits")));n.forEach(([s,a],l)=>{r.append(l?"; ":"",a?Je(a,s):S(s))}),this.
box.replaceChildren(i("summary",{},o),r)}}),$m=z.Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-\
say":e,onclick:o},n);return this.box=i("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>w.zoomIn(1)),t("zoomOut","−",()=>w.
zoomOut(1)),t("home",ke("home"),Rn)),z.DomEvent.disableClickPropagation(this.box),T("language",()=>this.write()),this.box},
write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.dataset.say),t.setAttribute("aria-label",t.title)})}});
function Mm(){document.fullscreenElement?document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>wt(
u("full")))}var Tm=[["measure",()=>pr(!m.measuring)],["compare",()=>ge(!nu())],["full",Mm],["link",Kc],["print",gc]],Em=z.
Control.extend({onAdd(){let t=Tm.filter(([e])=>e!=="full"||document.fullscreenEnabled);return this.box=i("div.zoom.tools\
.leaflet-bar",{},t.map(([e,n])=>i("button",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e==="measure"||e==="co\
mpare"?"false":null},ke(e)))),z.DomEvent.disableClickPropagation(this.box),T("language",()=>this.write()),this.box},write(){
this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});
function Tu(){let t=new zm({position:"bottomright"}).addTo(w);return new $m({position:q.matches?"bottomright":"topright"}).
addTo(w),new Em({position:"topright"}).addTo(w),z.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(
w),document.addEventListener("fullscreenchange",()=>w.invalidateSize({animate:!1})),t.box}var Eu="#7a0177",Lm={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},Om=2e7,it={name:"",
content:null,datum:"wgs84",result:null,fault:null},we=null;function Am(t){let e=t.trim(),n=new Map;for(let a of E)a.geometry!==
"polygon"||!a.data.search.code||a.data.search.code.forEach((l,c)=>{let f=a.data.columns[a.data.search.name],d=[f?.values,
f?.english].filter(Boolean).map(g=>Array.isArray(g)?g[c]:g.words[g.of===0?0:g.of[c]]).filter(Boolean),p=d.filter(g=>g.length>
2).map(g=>g.slice(0,-1)),h=d.some(g=>e.length>g.length&&e.endsWith(g));(l===e||d.includes(e)||p.includes(e)||h)&&a.places[c]?.
anchor&&n.set(l,a.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var Cm=(t,e)=>{let[n,o,r,s]=k.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function Lu(){let{content:t}=it;
t&&(it.result=t.features?Ar(t.features,it.datum):Or(t.rows,it.datum,{readCoordinate:e=>$e(e,Cm),unitOf:Am}),Pm())}function Bm(t){
let e=i("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
i("dt",{},S(n)),i("dd",{dir:"auto"},r))}return i("div.identify",{},S(it.name,"span.kicker"),S(t.name,"strong.datum"),e,i(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function Pm(){we.clearLayers();let{taken:t,shapes:e=[]}=it.
result;for(let o of e)z.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:Eu,weight:2,fillOpacity:.12}}).addTo(we);
for(let o of t){let r=Fe(o.exact?"site":"county",Eu),s=parseFloat(r.style.getPropertyValue("--size")),a=z.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:z.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(we),
l=c=>je(a.getLatLng(),()=>Bm(o),c);a.on("click",()=>l(!1)),a.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),a.
getElement().setAttribute("aria-label",o.name)}let n=we.getLayers().length?z.featureGroup(we.getLayers()).getBounds():null;
n?.isValid()&&w.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function Ou(t,e){Object.assign(it,{name:t,content:null,
result:null,fault:null}),we.clearLayers();try{if(e.length>Om)throw new Error("large");it.content=await Cr(e),Lu(),wt(U("\
ownTaken",it.result.taken.length))}catch(n){it.fault=n.message==="large"?"ownLarge":"ownUnread"}Pr()}async function Au(t){
t&&await Ou(t.name,new Uint8Array(await t.arrayBuffer()))}function Nm(){if(it.fault)return i("p.fault",{role:"alert"},u(
it.fault));if(!it.result)return null;let{taken:t,refused:e,shapes:n=[]}=it.result;return[i("h3",{},S(it.name)),i("p",{id:"\
own-taken"},U("ownTaken",t.length),n.length?` ${U("ownShapes",n.length)}`:"",e.length?` ${U("ownRefused",e.length)}`:""),
e.length?i("ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>i("li",{},U("ownRow",o),u(r)))):null,i("div\
.row",{},k.evaluate&&t.length?i("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").
close(),L("bring",t)}},u("ownCandidates")):null,i("button",{type:"button",id:"own-clear",onclick:()=>{we.clearLayers(),Object.
assign(it,{name:"",content:null,result:null,fault:null}),Pr()}},u("ownClear")))]}function Im(){return[i("h2",{id:"about-\
title"},u("own")),i("p.lead",{},u("ownHint")),i("label.field",{},u("ownDatum")," ",i("select",{id:"own-datum",onchange:t=>{
it.datum=t.target.value,Lu(),Pr()}},vu.map(t=>i("option",{value:t,selected:t===it.datum},u(Lm[t])))))," ",i("label.load",
{},u("ownFile"),i("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>Au(t.
target.files[0])})),i("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),i("button",
{type:"button",id:"own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&Ou(u("ownPasted"),new TextEncoder().
encode(t))}},u("ownTake")),i("div.own-result",{},Nm())]}function Pr(){Ft(Im)}function Cu(){w.createPane("gisplan-own").style.
zIndex=587,we=z.layerGroup().addTo(w);let t=i("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:Pr});
document.getElementById("about-open").before(t),T("language",()=>{t.replaceChildren(i("span.long",{},u("own")),i("span.s\
hort",{},u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes(
"Files")&&(n.preventDefault(),e==="drop"&&Au(n.dataTransfer.files[0]))})}function Rm(t){let e=[u(t.publisher),t.date].filter(Boolean),n=i("li",{},S(u(t.title)));for(let o of e)n.append(" · ",S(
o));return t.url&&n.append(" · ",t.link?Je(t.url,t.url):S(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},u(t.note))),
n}function Fm(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=i("dl.values"),o=(s,...a)=>n.append(i("dt",{},u(s)),
i("dd",{},...a));u(t.vintage)&&o("vintage",S(u(t.vintage))),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(Rm))),
u(t.licence)&&o("licence",S(u(t.licence))),e.length&&o("meaning",i("ul.plain",{},e.map(s=>i("li",{},S(u(s.title),"strong\
.datum"),s.derived?rt():null," ",S(u(s.meaning))))));let r=k.maps?[...new Set(E.filter(s=>s.data===t).map(cn))]:[];return r.
length&&o("maps",r.map((s,a)=>[a?"；":"",S(s)])),i("section",{},i("h3",{dir:"auto"},u(t.title)),i("p",{dir:"auto"},u(t.
description)),n)}function Bu(){return[i("h2",{id:"about-title"},u("about")),i("p.lead",{dir:"auto"},u(k.description)),Object.
values(k.tables).map(Fm),i("p.software",{},u("software"))]}var Nu=document.getElementById("about-open"),Nr=document.getElementById("language");function Pu(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en";let t=Pe();document.title=k.maps?`${u(t.title)} · ${u(k.title)}`:u(k.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}Nu.replaceChildren(...To(
"about")),Nr.replaceChildren(u("language")),Nr.setAttribute("aria-label",u("languageHint")),Nr.lang=m.lang==="zh"?"en":"\
zh-CN",w.getContainer().setAttribute("role","main"),w.getContainer().setAttribute("aria-label",u("map"))}function Iu(){Nu.
addEventListener("click",()=>Ft(Bu)),Nr.addEventListener("click",()=>{Rt(()=>{m.lang=m.lang==="zh"?"en":"zh",L("language")})}),
T("language",Pu),T("map",Pu)}function Dm(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?i("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):P("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},P("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function Ru(){return kt.length?i("fieldset.context",{},i("legend",{},u("context")),[...kt].reverse().
map(t=>{let e=`context-${t.name}`;return i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:Jt(
t),onchange:n=>Ti(t,n.target.checked)}),i("label",{for:e,dir:"auto"},S(u(t.title))),Dm(t)))})):null}var Fa=document.getElementById("panel"),Da=document.getElementById("panel-toggle");function _m(t,e){return i("input",{type:"\
checkbox",id:e,checked:m.shown[t.number],onchange:n=>ct(t,n.target.checked)})}function jm(t,e){return i("input",{type:"r\
adio",name:"theme",id:e,checked:m.shown[t.number],title:u("oneTheme"),onclick:()=>ct(t,!m.shown[t.number])})}function Um(t){
let e=`layer-${t.number}`,n=i("div.layer",{},i("div.layer-head",{},ae(t)?jm(t,e):_m(t,e),i("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?pn(t.style):null)),o=ur(t);return o.children.length&&(o.hidden=!m.shown[t.number],n.append(
o)),n}function Wm(t,e){return i("label.opacity",{title:u("opacity")},i("span",{"aria-hidden":"true"},u("opacityShort")),
i("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),i("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*m.opacity[e]),oninput:n=>Ao(e,n.target.valueAsNumber/100)}))}function Fu(){let t=document.activeElement?.
id;Fa.setAttribute("aria-label",u("layers")),Fa.replaceChildren(...Pe().groups.map(e=>[k.groups[e],e]).map(([e,n])=>i("f\
ieldset",{style:{"--group":m.opacity[n]}},i("legend",{dir:"auto"},u(e.title)),Wm(e,n),[...e.layers].reverse().map(o=>Um(
E[o])))).reverse(),Ru()??""),Da.replaceChildren(...To("layers")),t&&Fa.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function yo(t){document.body.classList.toggle("panel-open",t),Da.setAttribute("aria-expanded",String(t)),t&&L(
"opened","panel"),w.invalidateSize({animate:!1})}function Gm(){for(let t of E){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=m.shown[t.number])}}
function Hm(){m.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function Du(){Da.addEventListener("click",()=>yo(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&q.matches&&yo(!1)}),T("opened",t=>{t!==
"panel"&&q.matches&&yo(!1)}),T("language",Fu);for(let t of["year","kept","filter","map"])T(t,Fu);T("layers",Gm),T("view",
Hm)}var ye=document.getElementById("profile"),_a=40,Vm=[40,20,10,5,3,1],qm=[10.5,9.5,8.75,8];function Km(t,e,n){let o=i("dl.\
values");for(let{name:r,column:s,value:a}of Hn(t,n))o.append(i("dt",{},S(u(s.title)),s.derived?rt():null),i("dd",{dir:"a\
uto"},pt(s,a,e,r)));return o}function Ym(t,e){Wa(),de(t,e,!0,!1)}function Xm({layer:t,rows:e}){let n=t.popup.filter(s=>t.
data.columns[s]).slice(0,5),o=s=>i("th",{scope:"col"},u(t.data.columns[s].title)),r=s=>i("tr",{},n.map((a,l)=>{let c=t.data.
columns[a],f=Hn(t.data,s,[a])[0]?.value??null,d=ut(c,f,t,a);return l?i("td",{dir:"auto"},d):i("th",{scope:"row"},i("butt\
on",{type:"button",dir:"auto",onclick:()=>Ym(t,s)},d))}));return i("table",{},i("thead",{},i("tr",{},n.map(o))),i("tbody",
{},e.slice(0,_a).map(r)))}function _u(t){return i("p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",i("button",{type:"\
button",onclick:()=>Uu(e.table,e.data.search.code[n])},J(e,n))]))}function Ir(t,...e){return i("section",{},i("h3",{},t),
e)}function Jm({layer:t,rows:e,vague:n}){let o=Ir([S(u(t.data.title)),i("span.count",{},` ${U("items",e.length)}`)],e.length?
Xm({layer:t,rows:e}):null,i("p.note.left-out",{}),n?i("p.note",{},U("vague",n)):null);return o.dataset.rows=String(e.length),
o}function Zm(t){let e=t.flatMap(n=>n.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[
...new Set(e)].join("；")}function Qm({table:t,code:e}){let n=Fl(t,e),o=n?null:Vn(e);if(!n&&!o)return null;let r=n?J(n.
layer,n.row):u(o),a=E.filter((p,h)=>p.data.search.code&&E.findIndex(g=>g.table===p.table)===h).map(p=>({layer:p,row:p.data.
search.code.indexOf(e)})).filter(p=>p.row>=0&&Hn(p.layer.data,p.row).length),l=n?Dl(n.layer,n.row):Ul(o),c=n?_l(e):[],f=n?
jl(n.layer,n.row):[],d=n?a:l.flatMap(p=>p.rows.map(h=>({...p,row:h})));return[i("div.profile-head",{},i("h2",{id:"profil\
e-title"},S(r)," ",i("small",{},e)),i("div.row",{},i("button",{type:"button",id:"profile-print",onclick:()=>window.print()},
u("printA4")),i("button",{type:"button",id:"profile-save",onclick:()=>th(r,d)},"XLSX"),i("button.close",{type:"button",id:"\
profile-close","aria-label":u("close"),onclick:Wa},"×"))),o?i("p.note",{},u("zoneHint")):null,a.map(p=>Ir(S(u(p.layer.data.
title)),Km(p.layer.data,p.layer,p.row))),l.map(Jm),c.length?Ir(u("units"),_u(c)):null,f.length?Ir(u("neighbours"),_u(f)):
null,i("p.note",{},u("credits"),Zm([...a,...l].map(p=>p.layer.data)))]}function th(t,e){let n=[[u("source"),u("item"),u(
"value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of e)for(let{name:a,column:l,value:c}of Hn(r.data,s))n.push([u(r.
data.title),u(l.title),st(l)?c:ut(l,c,r,a),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);jt(`${eo(t)}.xlsx`,"application\
/vnd.openxmlformats-officedocument.spreadsheetml.sheet",wr(t,n))}function ja(){let t=m.profile&&Qm(m.profile);if(ye.hidden=
!t,document.body.classList.toggle("profile-open",!!t),!t){m.profile=null;return}ye.setAttribute("aria-labelledby","profi\
le-title"),ye.replaceChildren(...i("div",{},t).childNodes),Ua(_a)}function eh(){document.body.classList.add("profile-pap\
er");let t=()=>ye.scrollWidth<=ye.clientWidth+1;for(let e of Vm){Ua(e);for(let n of qm)if(ye.style.setProperty("--letter\
s",`${n}px`),t())return}ju()}function Ua(t){for(let e of ye.querySelectorAll("section")){let n=[...e.querySelectorAll("t\
body tr")];for(let[s,a]of n.entries())a.hidden=s>=t;let o=Number(e.dataset.rows??0)-Math.min(t,n.length),r=e.querySelector(
".left-out");r&&(r.textContent=o>0?U("leftOut",o):"")}}function ju(){document.body.classList.remove("profile-paper"),Ua(
_a)}function Uu(t,e){m.profile={table:t,code:e},ja(),ye.scrollTop=0,document.getElementById("profile-close")?.focus(),L(
"view")}function Wa(){m.profile&&(m.profile=null,ja(),L("view"))}function Wu(){window.addEventListener("beforeprint",()=>{
m.profile&&eh()}),window.addEventListener("afterprint",ju),T("language",ja),T("profile",({table:t,code:e})=>Uu(t,e)),document.
addEventListener("keydown",t=>{t.key==="Escape"&&m.profile&&Wa()})}var bo={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
en:"Bureau (old or new name)"},unitHint:{zh:"如 省工信厅、酒泉市",en:"such as 省工信厅 or Jiuquan"},role:{zh:"\
角色",en:"Role"},anyRole:{zh:"牵头或配合",en:"leads or cooperates"},lead:{zh:"牵头",en:"leads"},cooperate:{zh:"\
配合",en:"cooperates"},region:{zh:"地区",en:"Place"},due:{zh:"完成年份",en:"Due"},kind:{zh:"类别",en:"Kind"},words:{
zh:"名称、条款中的字",en:"Words of the name, clause"},all:{zh:"全部",en:"All"},aims:{zh:"目标和时限（评分的）",
en:"aims: targets and milestones"},noYear:{zh:"没有期限",en:"no year"},state:{zh:"状态",en:"State"},overdue:{zh:"逾\
期",en:"overdue"},asOf:{zh:"逾期以此日为准",en:"Overdue as of"},clear:{zh:"清除筛选",en:"Clear"},print:{zh:"\
打印清单",en:"Print the list"},marked:{zh:"图上所选：",en:"Chosen on the map: "},unmark:{zh:"取消图上所选",
en:"Drop the choice on the map"},noUnit:{zh:"规划中没有这个单位。",en:"The plan names no such unit."},unnamed:{
zh:"规划印发给这个单位，但没有哪一项任务点名它：",en:"The plan is addressed to this unit, and name\
s it at no task: "},now:{zh:"现",en:"now "},nothing:{zh:"没有符合的事项。",en:"No task fits."},dueBy:{zh:"年底前",
en:"Due by the end of "},undated:{zh:"没有写明期限",en:"No date given"},noPlace:{zh:"没有点名地点，不在图上",
en:"The plan names no place, so nothing is drawn"},onMap:{zh:"图上位置",en:"On the map"},about:{zh:"涉及地区",en:"\
Places concerned"},noLead:{zh:"规划没有写明",en:"the plan names none"},known:{zh:"已知数值",en:"Known"},timeline:{
zh:"完成时限的时间轴",en:"Timeline of the milestones"},timelineHint:{zh:"方向键移动，回车打开",en:"Arr\
ow keys move, Enter opens"},timelineData:{zh:"时间轴的数据",en:"The timeline as a table"},year:{zh:"年份",en:"Ye\
ar"},sum:{zh:"合计",en:"All"},back:{zh:"返回地图",en:"Back to the map"},clause:{zh:"条款",en:"Clause"},what:{zh:"\
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},Gu={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function B(t){return u(bo[t])}function Ye(t,e){let n=re(e);return u({zh:Gu[t].zh(
n),en:Gu[t].en(n)})}function Rr(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function Hu(t){return u({zh:`${t} ${bo.dueBy.zh}`,en:`${bo.dueBy.
en}${t}`})}function Vu(t){return u({zh:`${bo.asOf.zh}：${t}`,en:`${bo.asOf.en} ${t}`})}var yn=["met","partly","short","undecided","awaiting"],Ct="overdue",xo="aims",nh=["target","milestone"],oh=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],ko=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function qu(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return oh.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Ga(t,e){let n=qu(e);if(!n)return[];let o=t.
map(s=>s.names.map(qu)),r=s=>o.map((a,l)=>a.some(s)?l:-1).filter(a=>a>=0);for(let s of[a=>a===n,a=>a===`省${n}`,a=>n.length>
1&&a.includes(n)]){let a=r(s);if(a.length)return a}return[]}function Ku(t,e){let n=W(t,e);return n?n.split(" ").map(Number):
[]}function Yu({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,a=(c,f)=>r[c]?W(r[c].values,f):null,l=(c,f)=>r[c]?
[a(c,f),r[c].english?W(r[c].english,f):null]:[];return Array.from({length:s},(c,f)=>({row:f,item:a("item",f),kind:a("kin\
d",f),state:a("state",f),year:a("year",f),due:a("due",f),lead:Ku(e,f),cooperate:Ku(n,f),regions:new Map((W(o,f)||"").split(
" ").filter(Boolean).map(d=>d.split(":")).map(([d,p])=>[Number(d),p])),words:[...l("name",f),a("clause",f),a("item",f),a(
"text_zh",f)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function Fr(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function Ha(t){return nh.
includes(t.kind)}function rh(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Ga(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(f=>c.some(d=>f[d].some(p=>l.has(p))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===xo?Ha(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let a=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);a.push(c=>c.regions.has(l))}return t.mark&&o&&a.push(l=>o.has(l.row)),{found:r,here:a}}function Va(t,e,n){
let{found:o,here:r}=rh(e,n),s=f=>!e.states.length||e.states.includes(f.state)||e.states.includes(Ct)&&Fr(f,n.day),a=f=>t.
filter(d=>f.every(p=>p(d))),l=a([...o,...r]),c=e.due?Va(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:a(
[...o,s]),list:sh(l.filter(s))}}function sh(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function Dr(t,e){
let n=Object.fromEntries([...yn,Ct].map(o=>[o,0]));for(let o of t)n[o.state]++,Fr(o,e)&&n[Ct]++;return n}function Xu(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(a=>a.year===o+s)}))}var ah=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function qa(t){return ah.test(t)}function Ju(t,{regions:e,kinds:n,years:o,rows:r}){let s=(a,l)=>{let c=t.get(a)??"";return l(
c)?c:""};return{...ko,unit:(t.get("unit")??"").slice(0,80),role:s("role",a=>["lead","cooperate"].includes(a)),region:s("\
region",a=>e.some(l=>l.code===a)),due:s("due",a=>a==="none"||o.map(String).includes(a)),kind:s("kind",a=>a===xo||n.includes(
a)),states:(t.get("state")??"").split(" ").filter(a=>[...yn,Ct].includes(a)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",a=>{let[l,c,...f]=a.split(".");return!f.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",qa)}}function Ka(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var bn=k.tasks,Wt=bn?Yu(bn):[],Bt=bn?.table,vo=bn?.units??[],Pt=bn?.regions??[],Ya=Object.assign(Object.create(null),bn?.
rows),xn=Object.keys(Ya),Xa=[...new Set(Wt.map(t=>t.year))].filter(Boolean).sort(),Ja=[...new Set(Wt.map(t=>t.kind))],A={
open:!1,asked:ko,found:null,chosen:null};function _r(t,e){let n=Ya[t]?W(Ya[t],e):"";return n?n.split(" ").map(Number):[]}
function Gt(){return A.asked.asOf||dn()}function So(t){let[e,n]=t.split("."),o=Kt[e]?.[Number(n)];return o?{name:e,place:o}:
null}function be(t){A.asked={...A.asked,...t};let e=A.asked.mark?So(A.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(
o=>_r(e.name,o)));A.found=Va(Wt,A.asked,{units:vo,regions:Pt,marked:n,day:Gt()}),L("tasks")}var ih={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},Qu=60,lh=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],kn=Qu;
function zo(t){return i(`span.sign.state-${t}`,{"aria-hidden":"true"},ih[t])}function vn(t,e){return ut(Bt.columns[t],e)}
function Ht(t){if(t.state===Ct)return B("overdue");let e=Fr(t,Gt())?`${u({zh:"，",en:", "})}${B("overdue")}`:"";return vn(
"state",t.state)+e}function Z(t,e){return Bt.columns[t]?V(Bt,t,e):null}function Za(t){let e=Z("form",t.row),n=vn("kind",
t.kind);return e?`${n} · ${vn("form",e)}`:n}function ch(t){let e=[...t.regions].filter(([,n])=>n==="place");return Rr((e.
length?e:[...t.regions]).map(([n])=>u(Pt[n])),4)}function Zu(t){let e=Z("value",t);if(e==null)return null;let n=Z("measu\
re_unit",t)??"";return`${pt(Bt.columns.value,e)} ${n}`.trim()}function uh(t,e){let n=i("dl.values"),o=(s,...a)=>{n.append(
i("dt.wide",{},S(s)),i("dd.wide",{dir:"auto"},...a))},r=Z("text_zh",t.row);r&&o(u(Bt.columns.text_zh.title),i("blockquot\
e",{lang:"zh-CN"},r));for(let s of lh){let a=Z(s,t.row);if(s==="lead"&&!a&&o(u(Bt.columns.lead.title),B("noLead")),s==="\
evidence"&&Zu(t.row)&&o(B("known"),Zu(t.row)),a==null)continue;let l=pt(Bt.columns[s],a);o(u(Bt.columns[s].title),s==="u\
rl"?Je(a,a):l)}return t.regions.size&&o(B("about"),ch(t)),[n,e?i("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
B("onMap")):i("p.hint",{},B("noPlace"))]}function fh(t,{open:e,place:n}){let o=A.chosen===t.row,r=`task-${t.row}`,s=Z("l\
ead",t.row);return i(o?"li.task.opened":"li.task",{"data-item":t.item},i("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},zo(t.state),i("span.what",{},S(Z("name",t.
row),"span.heading"),i("span.facts",{},i("strong",{},Ht(t)),` · ${Za(t)} · `,S(Z("clause",t.row)),s?[" · ",S(s)]:null))),
o?i("div.details",{id:`${r}-details`},uh(t,n(t))):null)}function tf(t,e){if(!t.length)return[i("p.hint",{},B("nothing"))];
let n=t.findIndex(a=>a.row===A.chosen);n>=kn&&(kn=n+1);let o=[],r,s;for(let a of t.slice(0,kn)){if(a.year!==r||!s){r=a.year;
let l=t.filter(c=>c.year===r);s=i("ul.tasks"),o.push(i("h3",{},r?Hu(r):B("undated"),i("span.count",{},` ${Ye("tasks",l.length)}`)),
s)}s.append(fh(a,e))}return t.length>kn&&o.push(i("button.more",{type:"button",id:"tasks-more",onclick:()=>{kn+=200,e.again()}},
u("more"))),o}function ef(){kn=Qu}var nf={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},Sn=z.
layerGroup();function of(t){return t.geometry==="polygon"?t.data.search.code:null}function rf(t){for(let e of E){let n=of(
e)?.indexOf(t)??-1,o=n<0?null:at(e,n);if(o)return{layer:e,place:o}}return null}function sf(t){let e=xn.map(n=>E.find(o=>o.
table===n)).sort((n,o)=>Number(m.shown[o.number])-Number(m.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,a)=>a).filter(s=>_r(n.table,s).includes(t.row)).map(s=>at(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>rf(Pt[n].code)).filter(Boolean)}function af({
layer:t,place:e}){return e.point?z.circleMarker(e.point,{...nf,radius:tt[e.precision]+6}).addTo(Sn):z.polygon(e.parts,nf).
addTo(Sn),t}function zn(t){if(Sn.clearLayers(),!t)return!1;let e=sf(t);return e.forEach(af),e.length>0}function lf(t){let e=sf(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!m.shown[n.number]&&ct(n,!0),zn(t),Fn(o,!1)}:null}
function cf(t){Sn.clearLayers();let e=t?rf(t):null;e&&(af(e),Fn(e.place,!1))}function dh({layer:t,place:e,row:n}){if(xn.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=of(t)?.[n];if(!o)return null;let r=a=>Pt.
some(l=>l.code===a);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function ph(){let t=!A.open||!A.found,e=new Set(
t?[]:A.found.anyPlace.map(o=>o.row)),n=!1;for(let o of xn){let r=E.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,f)=>f).filter(c=>_r(o,c).some(f=>e.has(f))),a=t||s.length===r[0].data.count?void 0:new Set(s),l=m.kept[o];mh(l,
a)||(m.kept[o]=a,r.forEach(Jn),n=!0)}n&&L("kept")}function mh(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function uf(){Sn.addTo(w),T("tasks",ph),T("chosen",()=>{let t=m.chosen&&dh(m.chosen);t&&(Sn.clearLayers(),
be(t))})}var jr=null;function hh(t){return[[Z("said_by",t.row),Z("said_on",t.row)].filter(Boolean).join(" "),Z("evidence",t.row),
t.state==="awaiting"?null:Z("reason",t.row),Z("note",t.row),Z("found",t.row)].filter(Boolean).join(`
`)}function gh(t){let e=Z("asked",t.row),n=Z("text_zh",t.row);return[S(Z("name",t.row)+(e?` · ${e}`:"")),n?i("blockquot\
e",{lang:"zh-CN"},n):null]}function wh(t){return i("table",{},i("thead",{},i("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>i("th",{scope:"col"},B(n))))),i("tbody",{},t.map(n=>i("tr",{},i("td",{},S(Z("clause",n.row))),
i("td",{},n.year?String(n.year):""),i("td",{},Za(n)),i("td",{},gh(n)),i("td",{},S(Z("lead",n.row)??"—")),i("td",{},Ht(
n)),i("td.basis",{dir:"auto"},hh(n))))))}function yh(t,e){Ur();let n=k.tables[Object.keys(k.tables)[0]]?u(k.attribution):
"";jr=i("section",{id:"tasks-sheet"},i("h1",{},B("title")),i("p",{},e),i("p",{},`${Ye("tasks",t.length)} · ${Vu(Gt())}`),
wh(t),i("p.foot",{},`${u(k.title)} · ${u("printed")}${dn()} · ${n}`),i("button.sheet-back",{type:"button",onclick:Ur},
B("back"))),document.body.classList.add("printing-list"),document.body.append(jr)}function Ur(){jr?.remove(),jr=null,document.
body.classList.remove("printing-list")}function ff(t,e){yh(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function df(){window.addEventListener("afterprint",Ur),document.addEventListener("keydown",t=>{t.key==="Escape"&&
Ur()})}var ne=0;function pf(t,e){let n=Xu(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);ne=Math.min(ne,o.length-1);let r=o.
findIndex(c=>c.row===A.chosen);r>=0&&(ne=r);let s=[],a=c=>{let f=V(Bt,"name",c.row),d=`${c.year} · ${f} · ${Ht(c)}`,p=i(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===ne?0:-1,title:d,"aria-label":d,
"aria-current":c.row===A.chosen?"true":null,onclick:()=>e(c.row)},zo(c.state));return s.push(p),p},l=c=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],d=c.key==="Home"?0:c.key==="End"?s.length-1:f&&ne+f;d===void 0||!s[d]||(c.preventDefault(),
s[ne].tabIndex=-1,ne=d,s[ne].tabIndex=0,s[ne].focus())};return i("section.moments",{},i("h3",{id:"timeline-title"},B("ti\
meline")),i("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:f})=>i(f.length?"div.of-year":"div.of-year.none",{},i("div.dots",{},f.map(a)),i("span.year",{},String(
c))))),i("p.hint",{id:"timeline-hint"},B("timelineHint")),i("details",{},i("summary",{},B("timelineData")),i("div.scroll",
{tabIndex:0,role:"region","aria-label":B("timelineData")},bh(n))))}function bh(t){let e=[...yn,Ct],n=(o,r)=>{let s=Dr(r,
Gt());return i("tr",{},i("th",{scope:"row"},o),i("td",{},String(r.length)),e.map(a=>i("td",{},String(s[a]))))};return i(
"table",{id:"timeline-table"},i("caption.unseen",{},B("timeline")),i("thead",{},i("tr",{},i("th",{scope:"col"},B("year")),
i("th",{scope:"col"},B("sum")),e.map(o=>i("th",{scope:"col"},S(Ht({state:o})))))),i("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(B("sum"),t.flatMap(o=>o.tasks))))}var Gr=i("aside",{id:"tasks",hidden:!0}),Qa=i("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),$n=i("div.results"),ti=i(
"div.tasks-body",{},Qa,$n),Hr=i("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>$o(!A.open)});function $o(t){Rt(()=>{A.open=t,t&&L("opened","tasks"),Gr.hidden=!t,document.body.classList.toggle(
"tasks-open",t),Hr.setAttribute("aria-expanded",String(t)),t||zn(null),be({})})}function oe(t){ef(),be(t)}function Xe(t,e,n){
return i("div.field",{},i("label",{for:`tasks-${t}`},B(t)),e,n??null)}function Wr(t,e,n){let o=A.asked[t];return i("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>i("option",{value:r,selected:r===o},s)))}function xh(){
let t=vo.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[i("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:A.asked.unit,placeholder:B("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>oe({unit:e.target.value}),"\
data-list":"tasks-units"}),i("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>i("option",{value:e})))]}function kh(){
let t=[["",B("all")]];return Pt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of Pt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function ei(){let t=Qa.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>oe({[r]:s}),[n,o]=xh();n.setAttribute("list","tasks-units"),Qa.replaceChildren(Xe("unit",n,i("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Xe("role",Wr("role",[["",B("anyRole")],["lead",B("lead")],["cooperate",B("cooperate")]],
e("role"))),Xe("region",Wr("region",kh(),r=>{oe({region:r,mark:""}),cf(r)})),Xe("due",Wr("due",[["",B("all")],...Xa.map(
r=>[String(r),String(r)]),["none",B("noYear")]],e("due"))),Xe("kind",Wr("kind",[["",B("all")],[xo,B("aims")],...Ja.map(r=>[
r,vn("kind",r)])],e("kind"))),Xe("words",i("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:A.
asked.words,oninput:r=>oe({words:r.target.value})})),Xe("asOf",i("input",{id:"tasks-asOf",type:"date",value:Gt(),onchange:r=>oe(
{asOf:qa(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function hf(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=A.asked,n=Ga(vo,e),o=a=>{let l=a.now&&u(a.now)!==u(a),c=u({zh:"（",en:" ("}),
f=u({zh:"）",en:")"});return u(a)+(l?c+B("now")+u(a.now)+f:"")},r=n.map(a=>o(vo[a])),s=n.length&&!Wt.some(a=>vh(a,n));t.
textContent=e.trim()?n.length?(s?B("unnamed"):"")+Rr(r,4):B("noUnit"):""}function vh(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function Sh(){let t=Dr(A.found.anyState,Gt()),e=A.asked.states;return i("div.states",{role:"\
group","aria-label":B("state")},[...yn,Ct].map(n=>i(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>oe({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===Ct?null:zo(n),
i("span",{},Ht({state:n}))," ",i("strong",{},String(t[n])))))}function zh(){let{list:t}=A.found,e=t.filter(Ha).length;return i(
"p.sum",{role:"status",id:"tasks-sum"},i("strong",{},Ye("tasks",t.length)),e&&e<t.length?i("span.count",{},` ${Ye("aims",
e)}`):null)}function $h(){let t=A.asked.mark&&So(A.asked.mark);if(!t)return null;let e=E.find(n=>n.table===t.name);return i(
"p.marked",{},B("marked"),S(Ee(e,t.place)),i("button",{type:"button",id:"tasks-unmark","aria-label":B("unmark"),onclick:()=>oe(
{mark:""})},"×"))}function Mh(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:a}=A.asked,l=A.asked.mark&&So(A.
asked.mark);return[t.trim(),e&&B(e),n&&u(Pt.find(f=>f.code===n)),l&&Ee(E.find(f=>f.table===l.name),l.place),o&&(o==="non\
e"?B("noYear"):o),r&&(r===xo?B("aims"):vn("kind",r)),...s.map(f=>Ht({state:f})),a.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||B("all")}function Th(){let t=Ka(A.asked).length>0;return i("div.tools",{},i("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{A.chosen=null,zn(null),oe(ko),ei(),hf(),document.getElementById("tasks-unit").focus()}},
B("clear")),i("button",{type:"button",id:"tasks-print",onclick:()=>ff(A.found.list,Mh())},B("print")))}function mf(t){A.
chosen=A.chosen===t?null:t;let e=A.chosen===null?null:Wt[t];zn(e),e&&!A.found.list.includes(e)?be({states:[],due:""}):L(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),wt(`${Z("name",t)}, ${Ht(e)}`))}function ni(){if(!A.open)return;let t=$n.contains(document.activeElement)?
document.activeElement.id:null,e=$n.querySelector("details")?.open??!1,{scrollTop:n}=ti,o={open:mf,place:lf,again:ni},r=[
$h(),Sh(),zh(),Th(),pf(A.found.anyYear,mf),...tf(A.found.list,o)];$n.replaceChildren(...r.filter(Boolean)),e&&$n.querySelector(
"details")&&($n.querySelector("details").open=!0),ti.scrollTop=n,t&&document.getElementById(t)?.focus(),hf()}function Eh(){
let t=document.getElementById("tasks-region");t&&t.value!==A.asked.region&&(t.value=A.asked.region)}function Lh(){Hr.replaceChildren(
B("tasks")),Gr.setAttribute("aria-label",B("title")),Gr.replaceChildren(i("div.tasks-top",{},i("h2",{},B("title")),i("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{$o(!1),Hr.focus()}},"×")),ti),ei(),ni()}
function Oh(t){let n=Ju(t,{regions:Pt,kinds:Ja,years:Xa,rows:xn});n.mark&&!So(n.mark)&&(n.mark="");let o=t.get("item"),r=Wt.
find(a=>a.item===o);A.asked=n,A.chosen=r?r.row:null;let s=t.has("tasks");ei(),s!==A.open?$o(s):be({}),zn(s?r:null)}function Ah(){
if(!A.open)return[];let t=A.chosen===null?[]:[["item",Wt[A.chosen].item]];return[["tasks","1"],...Ka(A.asked),...t]}function gf(){
Wt.length&&(document.getElementById("tools").prepend(Hr),document.getElementById("panel").after(Gr),A.found=null,uf(),df(),
be({}),kr({write:Ah,follow:Oh}),window.gisplanTasks={view:A,tasks:Wt,ask:oe},T("language",Lh),T("tasks",()=>{Eh(),ni()}),
T("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&q.matches)&&A.open&&$o(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&q.matches&&A.open&&$o(!1)}))}function wf(...t){di(k),Yc(),k.basemap&&lc(k.basemap),Tl(),Pl(),Sl(),Vl(),oc(),fc(Tu()),Object.assign(Le,{prefectures:E.
find(e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>se(e,z.latLng(n,o))}),il(),Du(),Pc(),jc(),nc(),
ru(),Cu(),Wu(),wc(),hl(),Iu(),ic(),Oi(),bi(),gf();for(let e of t)e(k);L("language"),yo(!q.matches),me(window.matchMedia(
"(min-width: 1180px)").matches&&Cc()),Rn(),Xc(),ue(),window.gisplan={map:w,data:k,state:m,layers:E,places:Kt,setYear:_t,
geodesicLength:yt,geodesicArea:Co}}wf(Mu);
})();
