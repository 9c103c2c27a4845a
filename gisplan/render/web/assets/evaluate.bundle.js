// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources c7de46038ebfda56b233b40eebf569ab515669203b17ce935e9af9e2c6f1580d
// bundle 6eb3ffac01a71113e3827b6470b1d22d774e10ad60c8d6468038a098591e89a4 esbuild 0.28.2
(async()=>{"use strict";
var qa=["",1],Ka=[["亿",1e8],["万",1e4]],lf=10,Ya=2,Xa={digits:null,myriads:!0},Rr={digits:3,myriads:!0};function ne(t){
return(t<1e21?String(t):String(BigInt(t))).replace(/\B(?=(\d{3})+$)/g,",")}function Ir(t,e){if(t>=1e21)return ne(t);let[
n,o]=t.toFixed(e).split("."),r=(o||"").replace(/0+$/,"");return ne(Number(n))+(r?`.${r}`:"")}function Fr(t,{digits:e}){let n=Math.
abs(t);if(!e)return n;let o=e,r=Number(n.toPrecision(o));for(;n<100&&r>=100&&o<12;)o+=1,r=Number(n.toPrecision(o));return r}
function Ja(t,{digits:e,myriads:n},o){let r=e?1:lf;return(n&&o==="zh"?Ka:[]).find(a=>t>=r*a[1])??qa}function cf(t,e,n){let o=t.
map(l=>Fr(l,e)).filter(Boolean),r=o.map(l=>Ja(l,e,n)),s=(l,c)=>l>=c&&Number.isInteger(l/c*10**Ya),a=([,l])=>o.every((c,f)=>r[f][1]>=
l||s(c,l));return Ka.find(l=>r.includes(l)&&a(l))??qa}function uf(t){return Number.isInteger(t)?ne(t):t>=1?Ir(t,t>=1e3?1:
2):Ir(Number(t.toPrecision(3)),10)}function Za(t,e,[n,o]){let r=Fr(t,e),s=r/o,a="0";return r&&!e.digits&&!n?a=uf(r):r&&(a=
Ir(s,e.digits?ff(s):Ya)+n),t<0&&a!=="0"?`−${a}`:a}function ff(t){let[e,n]=String(t).split("e"),o=(e.split(".")[1]||"").
length-Number(n||0);return Math.min(10,Math.max(0,o))}function tt(t,e=Xa,n="en"){return Za(t,e,Ja(Fr(t,e),e,n))}function Qa(t,e=Xa,n="\
en"){let o=[...new Set(t)];for(let r=0;;r+=1){let s={...e,digits:e.digits?e.digits+r:e.digits},a=cf(o,s,n),l=o.map(c=>Za(
c,s,a));if(!e.digits||r===12||new Set(l).size===o.length)return new Map(o.map((c,f)=>[c,l[f]]))}}function ye(t,e){return e>
0?`${tt(t/e*100,Rr)} %`:"—"}function Dr(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${tt(Number((t/1e3).toFixed(
t<1e5?3:2)))} km`:"—"}function be(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(2)} km`:"\
—"}function ti(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[tt(Number((t/n).toFixed(2))),e]}var m={lang:"zh",context:Object.create(null),shown:[],opacity:[],year:null,chosen:null,kept:Object.create(null),map:0,profile:null,
filter:new Map,more:Object.create(null),measuring:!1,paper:!1,place:null},ei={language:[],layers:[],context:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],
kept:[]};function E(t,e){ei[t].push(e)}function A(t,e){for(let n of ei[t])n(e)}function ni(t){m.lang=t.lang,m.shown=t.layers.
map(e=>e.show),m.opacity=t.groups.map(()=>1)}var df={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
 road"},nearestByRoad:{zh:"最近现有设施（公路）",en:"Nearest existing, by road"},access:{zh:"其中接入段",
en:"Of it off the road"},toRoad:{zh:"到干线公路",en:"To the trunk road"},capacity:{zh:"范围内已知处理能力",
en:"Known capacity within reach"},ofItGained:{zh:"其中新增",en:"of it gained"},atMost:{zh:"至多",en:"at most"},atLeast:{
zh:"至少",en:"at least"},colon:{zh:"：",en:": "},whereDrawn:{zh:"按图上位置",en:"where drawn"},drawnSaid:{zh:"。名\
单并不完整，且有设施只知所在县，按图上位置计：实际可近可远。",en:". The list is incomplete\
, and some sites are known to their county alone: reckoned from where they are drawn, they may stand nearer or farther."},
boundsSaid:{zh:"。名单并不完整：已覆盖的和能力是下限，新增的是上限。",en:". The list is incomp\
lete: what is served and the capacity are least figures, what is gained a most."},offRoad:{zh:"太远，公路上到不了",
en:"too far, no way by road"},pick:{zh:"在地图上点选",en:"Click on the map"},picking:{zh:"点击地图放置候选点；拖动可移动。",
en:"Click the map to set a site; drag to move it."},notPicking:{zh:"点击地图查看要素。",en:"A click on the map \
shows what is there."},coordinate:{zh:"经度, 纬度（WGS 84）",en:"Longitude, latitude (WGS 84)"},coordinateHint:{zh:"\
例：103.8343, 36.0611。高德、百度地图的坐标有几百米偏移，须先换算。",en:"Such as 103.8343, 36.0\
611. Coordinates from Amap or Baidu are off by hundreds of metres; convert them first."},coordinateShort:{zh:"坐标",en:"\
Coordinate"},add:{zh:"添加",en:"Add"},undo:{zh:"撤销",en:"Undo"},redo:{zh:"重做",en:"Redo"},clear:{zh:"全部清除",
en:"Remove all"},save:{zh:"保存 GeoJSON",en:"Save GeoJSON"},saveHint:{zh:"保存的文件可交给 gisplan sites evaluate 复核。",
en:"gisplan sites evaluate reads the saved file."},name:{zh:"名称",en:"Name"},show:{zh:"定位",en:"Show"},remove:{zh:"\
删除",en:"Remove"},gained:{zh:"新增",en:"Gained"},reached:{zh:"范围内共",en:"Within reach"},overlap:{zh:"其中现有设施已\
覆盖",en:"Served already"},only:{zh:"仅此候选点新增",en:"Gained by this one alone"},nearest:{zh:"最近现有设施",
en:"Nearest existing"},lies:{zh:"所在",en:"Lies in"},outside:{zh:"不在本图各行政区内",en:"outside the map's u\
nits"},together:{zh:"全部候选点合计",en:"All candidates together"},byRegion:{zh:"各市州覆盖率",en:"Coverage\
 by prefecture"},region:{zh:"市州",en:"Prefecture"},now:{zh:"现有",en:"Now"},withThem:{zh:"加候选点",en:"With th\
em"},existing:{zh:"现有设施：",en:"Existing sites: "},notCoordinate:{zh:"无法识别。请写成两个数：经度, 纬度，例如 103.8343, 36.0611。",
en:"Not understood. Write two numbers: longitude, latitude, such as 103.8343, 36.0611."},projected:{zh:"这像是投影坐标（米）。请换算成 \
WGS 84 经纬度（度）。",en:"These look like projected metres. Convert them to WGS 84 degrees."},outOfRange:{zh:"超出\
范围：经度 −180 至 180，纬度 −90 至 90。",en:"Out of range: longitude −180 to 180, latitude −90 to 90."},
tooFar:{zh:"该点离本图范围太远，服务不到图内人口，请检查经纬度。",en:"Too far from the map's a\
rea to serve anyone in it; check the numbers."},swapped:{zh:"按“纬度, 经度”理解，已调换顺序，请核对。",
en:"Read as latitude, longitude and put in order; please check."}},pf={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`},
roadRule:{zh:(t,e)=>`沿页面所带的干线公路计；两端到最近公路按直线 × ${e}（声明的假设），不超过 ${t}\
 千米；比这两段还近的直接走直线。`,en:(t,e)=>`Over the trunk roads in this page; from both ends straight\
 x ${e} (a declared assumption) to the nearest road, at most ${t} km; straight where that is no farther than the two leg\
s.`},roadOff:{zh:(t,e)=>`${t} 个居民点（${e}）离公路更远，公路上到不了。`,en:(t,e)=>`${t} settlements\
 (${e}) lie farther off and can't be reached by road.`}},jt=(t,e)=>`${t} ${e}${t==="1"?"":"s"}`,mf={rows:{zh:t=>`${t} 个`,
en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},sitesThere:{zh:t=>`${t} 处`,en:t=>jt(t,"site")},ofUnknown:{zh:t=>`其\
中 ${t} 处能力不详`,en:t=>`of unknown capacity: ${t}`},settlements:{zh:t=>`${t} 个居民点`,en:t=>jt(t,"settleme\
nt")},places:{zh:t=>`${t} 处`,en:t=>jt(t,"place")},ownTaken:{zh:t=>`采用 ${t} 行。`,en:t=>`${jt(t,"row")} taken.`},
ownShapes:{zh:t=>`另绘线、面 ${t} 个。`,en:t=>`${t} ${t==="1"?"line or area":"lines or areas"} drawn.`},ownRefused:{
zh:t=>`未采用 ${t} 行：`,en:t=>`${jt(t,"row")} not taken:`},ownRow:{zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{
zh:t=>`另有 ${t} 项只知道所在的上一级单位，位置在此，未计入`,en:t=>`${t} more are drawn here but \
known to the unit above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} o\
f unknown year, shown in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${jt(t,"item")} here`},others:{zh:t=>` 等 ${t}\
 项`,en:(t,e)=>` and ${ne(e-1)} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without \
a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t}\
 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,
en:t=>jt(t,"row")},leftOut:{zh:t=>`另有 ${t} 项未列出`,en:t=>`${t} more, not listed`},firstBars:{zh:t=>`前 ${t} 行`,
en:t=>`first ${jt(t,"row")}`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>jt(t,"cel\
l")}};function u(t){let e=typeof t=="string"?df[t]??pf[t]:t;return e?e[m.lang]:""}function j(t,e){return mf[t][m.lang](ne(
e),e)}function oi(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of the report is not known"}:{zh:`以下为 ${e}\
 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态不详：${n.zh}`,en:`Not known in ${t}\
: ${n.en}`}[m.lang]}function ri(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function i(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[a,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(a==="style")for(let[c,f]of Object.entries(l))s.style.setProperty(c,f);else
a.startsWith("on")?s.addEventListener(a.slice(2),l):a.includes("-")||a==="role"||a==="for"?s.setAttribute(a,l):s[a]=l;for(let a of n.
flat(1/0))a==null||a===""||s.append(a);return s}function S(t,e){return i(e||"span.datum",{dir:"auto"},t)}function vo(t){
return[i("span.long",{},u(t)),i("span.short",{},u(`${t}Short`))]}function mt(t){document.getElementById("spoken").textContent=
t}function I(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var hf={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function xe(t){return I("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},I("path",{d:hf[t]}))}function Xe(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
i("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):S(e)}function ot(){return i("span.derived",{title:u(
"derivedHint")},u("derived"))}function Je(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var z=window.L;async function gf(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var _r=document.getElementById("gisplan-data"),k=JSON.parse(_r.dataset.packed?await gf(_r.textContent):_r.textContent);var ai=new Int8Array(128),si="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<si.length;t++)
ai[si.charCodeAt(t)]=t;function ke(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=ai[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function Wt(t,{decimals:e,origin:n}){let o=10**-e,r=ke(t),s=[],[a,
l]=n;for(let c=0;c<r.length;c+=2)a+=r[c],l+=r[c+1],s.push([l*o,a*o]);return s}function So(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let a=r?1:0;a<s.length;a++)n.push(s[a])}),n}function W(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function zo(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
a,l]=t[r],[c,f]=t[s];a>e!=c>e&&n<(f-l)*(e-a)/(c-a)+l&&(o=!o)}return o}function ii(t){let e=t.arcs?t.arcs.split(" ").map(n=>Wt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?Wt(n.at,t):[],s=n.anchor?Wt(n.anchor,t):[];return Array.from({length:o},(a,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=W(n.precision,l),c;if(c.
parts=n.shapes[l].map(f=>f.map(d=>So(e,d))),c.bounds=z.latLngBounds(c.parts.flatMap(f=>f[0])),c.anchor=s[l],c.anchor){let f=c.
parts.find(([d])=>zo(d,c.anchor))||c.parts[0];c.room=z.latLngBounds(f[0])}return c})}}function oe(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>zo(o,n)&&!r.some(s=>zo(s,n)))}function li(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),a=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>a.x+o||r.y>s.y+o||r.y<a.y-o?!1:e.parts.some(([l])=>{let c=l.map(f=>t.latLngToLayerPoint(f));return c.some((f,d)=>d&&
z.LineUtil.pointToSegmentDistance(r,c[d-1],f)<=o)})}var w=window.map_gisplan,wf=ii(k),Gt=Object.fromEntries(Object.entries(k.tables).map(([t,e])=>[t,wf(e)])),L=k.layers.map(
(t,e)=>({...t,number:e,data:k.tables[t.table],places:Gt[t.table],geometry:k.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Ze=600;function it(t,e){let n=w.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function re({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function Mo(t,e){m.shown[t.number]=e,e?t.group.addTo(w):t.group.remove()}function lt(t,e){if(e&&re(t))for(let n of L)
n!==t&&m.shown[n.number]&&re(n)&&Mo(n,!1);Mo(t,e),A("layers")}function Ur(t,e){for(let n of L)re(n)&&Mo(n,n===t||n===e);
A("layers")}function ci(){let t=L.filter(e=>m.shown[e.number]&&re(e));for(let e of t.slice(0,-1))Mo(e,!1)}function $o(t,e){
m.opacity[t]=e;for(let n of k.groups[t].layers)w.getPane(L[n].pane).style.opacity=e;A("view")}var jr=new Set;E("paper",()=>{for(let t of jr)t.draw()});function ui(t,e,n){let o=w.options.crs.scale(w.getZoom())/256,r=w.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var ve=z.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),jr.add(this),this.draw()},onRemove(){jr.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
m.paper,this.sheet?.remove(),this.sheet=null,m.paper){this.drawSheet();return}let t=w.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=w.containerPointToLayerPoint(e.multiplyBy(-1));z.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),ui(r,n,o))},drawSheet(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]);this.sheet=I("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(ui(e,t,1))),z.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var yt=.0033528106647474805,Se=6378137*(1-yt),Gr=6335439,Hr=1e-4,V=Math.PI/180;function Vr(t,e){return((e-t+540)%360+360)%
360-180}function Ht(t,e){let n=yt*(2-yt),o=Math.sin(e*V),r=Math.cos(e*V),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*V),s*r*Math.sin(t*V),s*(1-n)*o]}function fi(t){let e=t*(40680631590769-Se*Se)/(Se*Se);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function di(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function pi(t){return yt/16*t*(4+yt*(4-3*t))}function ht(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-yt)*
Math.tan(e*V)),s=Math.atan((1-yt)*Math.tan(o*V)),[a,l,c,f]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],d=Vr(t,n)*V,
p=d;for(let h=0;h<100;h++){let g=Math.sin(p),y=Math.cos(p),b=Math.hypot(f*g,l*c-a*f*y);if(b===0)return 0;let x=a*c+l*f*y,
M=Math.atan2(b,x),$=l*f*g/b,T=1-$*$,C=T>1e-15?x-2*a*c/T:0,N=pi(T),_=p;if(p=d+(1-N)*yt*$*(M+N*b*(C+N*x*(2*C*C-1))),Math.abs(
p-_)<1e-13){let[D,U]=fi(T);return Se*D*(M-di(U,b,x,C))}}return NaN}function Vt(t,e,n,o){let r=n*V,s=(1-yt)*Math.tan(e*V),
a=1/Math.sqrt(1+s*s),l=s*a,c=Math.atan2(s,Math.cos(r)),f=a*Math.sin(r),d=1-f*f,[p,h]=fi(d),g=o/(Se*p);for(let _=0,D=1/0;_<
100&&Math.abs(g-D)>1e-13;_++)D=g,g=o/(Se*p)+di(h,Math.sin(g),Math.cos(g),Math.cos(2*c+g));let[y,b,x]=[Math.sin(g),Math.cos(
g),Math.cos(2*c+g)],M=l*y-a*b*Math.cos(r),$=Math.atan2(l*b+a*y*Math.cos(r),(1-yt)*Math.hypot(f,M)),T=Math.atan2(y*Math.sin(
r),a*b-l*y*Math.cos(r)),C=pi(d),N=T-(1-C)*yt*f*(g+C*y*(x+C*b*(2*x*x-1)));return[$/V,t+N/V]}function yf(t,e,n,o,r){let[s,
a]=[Ht(t,e),Ht(n,o)],[l,c,f]=[a[0]-s[0],a[1]-s[1],a[2]-s[2]],[d,p]=[Math.sin(t*V),Math.cos(t*V)],[h,g]=[Math.sin(e*V),Math.
cos(e*V)],y=-d*l+p*c,b=-h*p*l-h*d*c+g*f,x=Math.atan2(y,b)/V;for(let M=0;M<4;M++){let[$,T]=Vt(t,e,x,r),C=Vr(T,n)*Math.cos(
o*V)*V*6378137,N=(o-$)*V*6378137,[_,D]=Vt(t,e,x,r*.999),U=Math.atan2((T-D)*Math.cos(o*V),$-_),F=C*Math.cos(U)-N*Math.sin(
U),G=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));x+=F/G/V}return x}function $n([t,e],[n,o],r,s){let a=ht(e,t,o,n),l=Math.
max(r,Math.min(s,Math.ceil(a/2e3)));if(l===1||!a||!Number.isFinite(a))return[[n,o]];let c=yf(e,t,o,n,a);return[...Array.
from({length:l-1},(d,p)=>Vt(e,t,c,a*(p+1)/l)),[n,o]]}function Wr(t){let e=Math.sqrt(yt*(2-yt)),n=Math.sin(t*V);return(1-
e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function To(t){let e=0,n=Wr(t[0][0]);return t.forEach((o,r)=>{let[s,a]=o;$n(o,t[(r+
1)%t.length],100,500).forEach(([l,c])=>{e+=Vr(a,c)*V*(Wr(s)-n+Wr(l)-n)/2,[s,a]=[l,c]})}),Math.abs(e)*6378137*6378137/2}function qr(t){
return t.slice(1).reduce((e,[n,o],r)=>e+ht(t[r][1],t[r][0],o,n),0)}function mi({decimals:t,nodes:e,edges:n,lengths:o,perMetre:r=1}){let s=10**t,a=ke(e),l=new Float64Array(a.length/2),c=new Float64Array(
a.length/2),[f,d]=[0,0];for(let x=0;x<l.length;x++)f+=a[2*x],d+=a[2*x+1],l[x]=f/s,c[x]=d/s;let p=ke(n),h=new Int32Array(
p.length/2),g=new Int32Array(p.length/2),y=0;for(let x=0;x<h.length;x++)y+=p[2*x],h[x]=y,g[x]=y+p[2*x+1];let b=Float64Array.
from(ke(o),(x,M)=>{let[$,T]=[h[M],g[M]];return x?x/r:ht(l[$],c[$],l[T],c[T])});return{lon:l,lat:c,start:h,end:g,length:b}}var Kr=k.context?.seats,Eo=Kr?Wt(Kr.at,k).map((t,e)=>({at:t,names:Kr.names[e]})):[];var se=t=>Math.round(10*t)/10,Lo=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${se(e)} ${se(n)}`)}lineTo(e,n){this.parts.push(`L${se(e)} ${se(n)}`)}arc(e,n,o){
let[r,s]=[se(o),se(2*o)];this.parts.push(`M${se(e-o)} ${se(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(I("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var bf=["county","prefecture","province","country"],xf=k.context?.borders??{},kf={country:0,province:0,prefecture:0,county:7},
hi={railway:6,river:6.8},bt=k.context?k.context.layers.map(vf):[],sg=bt.find(t=>t.graph)?.graph??null;function vf(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=mi(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>So(Sf(),r)))),e.anchors=
t.anchors?Wt(t.anchors,k):[],e}var Yr=null;function Sf(){return Yr??(Yr=k.arcs.split(" ").map(t=>Wt(t,k))),Yr}function qt(t){
return m.context[t.name]!==!1}function gi(t,e){m.context[t.name]=e,A("context")}function Zr([t,e]){let{x:n,y:o}=w.options.
crs.latLngToPoint(z.latLng(t,e),0);return[n,o]}function Jr(t){let e=t.map(Zr),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function wi(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],a)=>{a?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function yi(t){let e=new Lo;return this.paint(e,t),e.elements}var zf=ve.extend({name:"\
context-ground",prepare(){this.areas=bt.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(Jr)})))},vectors:yi,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(qt(n)){t.beginPath();for(let s of r)wi(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
Mf=ve.extend({name:"context-lines",prepare(){this.lines=bt.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>Jr(r))}))})),this.shores=bt.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(Jr)}));let t=bt.find(e=>e.graph);this.seats=Eo.
map(({at:e})=>Zr(e)),this.roads=t&&{one:t,...$f(t.graph)}},vectors:yi,paint(t,e){let n=w.getZoom();t.scale(e.ratio,e.ratio),
t.lineJoin="round";for(let{one:o,rings:r}of this.shores)qt(o)&&Tn(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,
paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!qt(o))continue;let s=!o.style.dash;if(!s&&n<hi.railway)continue;let l=r.
filter(f=>!s||f.named||n>=hi.river).flatMap(f=>f.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);Tn(t,l,e,{color:o.style.color,
width:c,dash:[]}),!s&&n>=7.5&&Tn(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&qt(this.roads.one)&&this.paintRoads(
t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(qt(o))for(let s of bf){if(!Tf(s,n))continue;let a=r.
filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&Tn(t,a,e,{color:"rgba(120, 98, 140, 0.16)",width:6,
dash:[]}),Tn(t,a,e,xf[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)
o<e.west||o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle=
"#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:a,one:l}=this.
roads;t.beginPath();for(let f=0;f<s.length;f++){let[d,p]=[s[f],a[f]];o[d]<e.west&&o[p]<e.west||o[d]>e.east&&o[p]>e.east||
r[d]<e.north&&r[p]<e.north||r[d]>e.south&&r[p]>e.south||(t.moveTo(e.left(o[d])/e.ratio,e.top(r[d])/e.ratio),t.lineTo(e.left(
o[p])/e.ratio,e.top(r[p])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function $f({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let a=0;a<t.length;a++)[r[a],s[a]]=Zr(
[e[a],t[a]]);return{x:r,y:s,start:n,end:o}}function Tn(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let a of e)wi(t,
a,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function Tf(t,e){let n=L.filter(o=>o.border===t);return n.
length?n.some(o=>m.shown[o.number]):e>=kf[t]}var Xr=[];function bi(){if(!bt.length)return;it("gisplan-ground",380),w.getContainer().
classList.add("on-land");let t=L.filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.
length?t[t.length-1].number:-1;it("gisplan-lines",Math.min(499,400+Math.max(e,0))),Xr.push(new zf({pane:"gisplan-ground"}).
addTo(w)),Xr.push(new Mf({pane:"gisplan-lines"}).addTo(w));let n=()=>{for(let o of Xr)o.draw()};E("context",n),E("layers",
n)}var Qr="东经|西经|北纬|南纬|经度|纬度|[NSEW]",xi=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,Ef=new RegExp(`(${Qr})?\\s*[:：=]?\\s*${xi}`,"gi"),
Lf=new RegExp(`()${xi}(?:\\s*(${Qr}))?`,"gi"),Af={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},Of=new Set(["西经","南纬","W","S"]);function Cf(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${Qr})`,"i").test(e),r=e.replace(o?Ef:Lf,(s,a,l,c,f,d)=>{let p=(a||(typeof d=="s\
tring"?d:"")).toUpperCase(),h=/^[−-]/.test(l)?-1:1,g=Math.abs(parseFloat(l.replace("−","-"))),y=h*(g+(c?c/60:0)+(f?f/
3600:0)),b=(c===void 0||c<60)&&(f===void 0||f<60);return n.push({value:Of.has(p)?-y:y,axis:Af[p]||null,short:b})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function ze(t,e){let n=Cf(t);if(n.length!==2||n.some(h=>!h.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,a=o.axis==="lat"||r.axis==="lon",l=(h,g)=>Math.abs(h)<=180&&Math.abs(g)<=90,c=a?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let f=c.findIndex(([h,g])=>l(h,g)&&e(h,g));if(f<0)return{fault:c.
some(([h,g])=>l(h,g))?"tooFar":"outOfRange"};let[d,p]=c[f].map(kt);return{lon:d,lat:p,note:f===1?"swapped":null}}function kt(t){
return Math.round(t*1e6)/1e6}function ki({at:t,decimals:e,count:n}){let o=10**e,r=ke(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
a=0,l=0;for(let c=0;c<n;c++)a+=r[2*c],l+=r[2*c+1],s.lon[c]=a/o,s.lat[c]=l/o,s.xyz.push(Ht(s.lon[c],s.lat[c]));return s}function Bf(t){
let e=ki(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function Pf({waste:t=[],quantityName:e,demand:n}){let o={[e]:n.amounts};return t.map(r=>{r.whole&&(o[r.basis]=r.whole);let s=r.
values??o[r.basis].map(a=>a*r.factor);return{...r,values:s}})}function Nf(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;
t.lat[t.order[r]]<e?n=r+1:o=r}return n}function If(t,e,n,o){let r=Ht(e,n),s=o/11e4,a=[];for(let l=Nf(t,n-s);l<t.count;l++){
let c=t.order[l];if(t.lat[c]>n+s)break;let f=t.xyz[c],d=Math.hypot(f[0]-r[0],f[1]-r[1],f[2]-r[2]);if(d>o+Hr)continue;(2*
Gr*Math.asin(Math.min(1,d/(2*Gr)))+Hr<=o||ht(t.lon[c],t.lat[c],e,n)<=o)&&a.push(c)}return a}function Rf(t,e){return{placeAt:(n,o)=>({
lon:n,lat:o}),siteAt:n=>({lon:e.lon[n],lat:e.lat[n]}),reach:({lon:n,lat:o},r)=>If(t,n,o,r),sitesWithin:({lon:n,lat:o},r)=>[
...e.lon.keys()].filter(s=>ht(n,o,e.lon[s],e.lat[s])<=r),nearest({lon:n,lat:o}){let r=null;for(let s=0;s<e.count;s++){let a=ht(
n,o,e.lon[s],e.lat[s]);(!r||a<r.metres)&&(r={at:s,metres:a})}return r}}}function Ff(t,e,n){let o=null,r=()=>{let s=({lon:a,
lat:l})=>Array.from(a,(c,f)=>t.placeAt(c,l[f]));return o??(o={demand:s(e),sites:s(n)}),o};return{roads:t,placeAt:t.placeAt,
siteAt:s=>r().sites[s],demandAt:s=>r().demand[s],reach(s,a){let l=t.fieldFrom(s,a),c=[];return r().demand.forEach((f,d)=>{
let p=t.wayTo(l,f);p&&p.metres<=a&&c.push(d)}),c},sitesWithin(s,a){let l=t.fieldFrom(s,a),c=f=>(t.wayTo(l,f)?.metres??1/0)<=
a;return[...r().sites.keys()].filter(f=>c(o.sites[f]))},nearest(s){let a=t.fieldFrom(s),l=null;return r().sites.forEach(
(c,f)=>{let d=t.wayTo(a,c);d&&(!l||d.metres<l.metres)&&(l={at:f,...d})}),l},offRoad:()=>[...r().demand.keys()].filter(s=>!o.
demand[s].on)}}function vi(t,e,n=null){let o=Bf(t.demand),r={...ki(t.sites),names:t.sites.names},s=Pf(t),a=(h,g=o.amounts)=>h.
reduce((y,b)=>y+g[b],0),l={straight:Rf(o,r)};n&&(l.road=Ff(n,o,r));let c=new Map;function f(h,g){let y=`${g} ${h}`;if(!c.
has(y)){let b=new Uint8Array(o.count);for(let x=0;x<r.count;x++)for(let M of l[g].reach(l[g].siteAt(x),h))b[M]=1;c.set(y,
b)}return c.get(y)}function d(h,g,y){let{capacity:b}=t.sites;if(!b)return null;let x=h.sitesWithin(g,y),M=x.map($=>b.values[$]).
filter($=>$!==null);return{known:M.reduce(($,T)=>$+T,0),sites:x.length,unknown:x.length-M.length}}function p(h,g,y="stra\
ight"){let b=l[y],x=f(g,y),M=new Uint16Array(o.count),$=h.map(({lon:F,lat:G})=>b.placeAt(F,G)),T=$.map(F=>{let G=b.reach(
F,g);for(let Y of G)M[Y]+=1;return G}),C=h.map(({lon:F,lat:G},Y)=>{let nt=T[Y].filter($t=>!x[$t]),pt=a(T[Y]),ee=a(nt);return{
reached:pt,gained:ee,overlap:pt-ee,only:a(nt.filter($t=>M[$t]===1)),waste:s.map(({name:$t,values:Va})=>({name:$t,reached:a(
T[Y],Va),gained:a(nt,Va)})),capacity:d(b,$[Y],g),nearest:b.nearest($[Y]),road:y==="road"?{metres:$[Y].foot.distance,on:$[Y].
on}:null,county:e(t.counties,F,G),region:e(t.regions,F,G)}}),N=()=>({total:0,before:0,after:0}),_=t.codes.map(N),D=N(),U=[];
for(let F=0;F<o.count;F++){let G=o.amounts[F],Y=x[F]||M[F];Y&&!x[F]&&U.push(F);for(let nt of[D,_[o.region[F]]])nt&&(nt.total+=
G,x[F]&&(nt.before+=G),Y&&(nt.after+=G))}return{each:C,whole:D,regions:_,gained:U}}return{demand:o,sites:r,waste:s,ways:l,
amountOf:a,evaluate:p}}function ae(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function ct(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&ae(n.words,o)?n.words[o]:{},t.words].find(a=>ae(a,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):tt(e,t,m.lang):e}function Kt(t,e){if(typeof e!="number"||t.year||
t.words&&ae(t.words,e))return null;let n=tt(e,{digits:15});return tt(e,t,m.lang)===n?null:n}function ts(t,{unit:e}){return(/[万亿]$/.
test(t)?"":" ")+u(e)}function Ao({unit:t}){return m.lang==="zh"?`（${u(t)}）`:`, ${u(t)}`}function ft(t,e,n,o){let r=ct(
t,e,n,o);return e==null||!t.unit?r:r+ts(r,t)}function rt(t){return(t.type==="integer"||t.type==="number")&&!t.year}var Df=500,es=.001,Si=3,Qe=(t,e)=>[t[0]-e[0],t[1]-e[1],t[2]-e[2]],Oo=(t,e)=>t[0]*e[0]+t[1]*e[1]+t[2]*e[2],zi=t=>Math.min(
1,Math.max(0,t));function ns(t,e,n){let o=[0,1,2].map(a=>t[a]+n*(e[a]-t[a])),s=((1-n)*Math.hypot(...t)+n*Math.hypot(...e))/
Math.hypot(...o);return o.map(a=>a*s)}function _f(t,e,n,o){let r=Math.max(Math.ceil(n/Df),1),s=Qe(e,t),a=zi(Oo(Qe(o,t),s)/
Math.max(Oo(s,s),1e-12)),l=Math.min(r-1,Math.floor(a*r)),c=n/r,f={distance:1/0,offset:0},d=null,p=Math.min(r-1,l+Si);for(let h=Math.
max(0,l-Si);h<=p;h++){let g=d??ns(t,e,h/r);d=ns(t,e,(h+1)/r);let y=Qe(d,g),b=zi(Oo(Qe(o,g),y)/Math.max(Oo(y,y),1e-12)),x=Math.
hypot(...[0,1,2].map(M=>g[M]+b*y[M]-o[M]));x<f.distance&&(f={distance:x,offset:h*c+b*c})}return{distance:f.distance,offset:Math.
min(f.offset,n)}}function Mi({lon:t,lat:e,start:n,end:o,length:r}){let s=Array.from(t,(f,d)=>Ht(f,e[d])),a=new Float64Array(
3*n.length),l=new Float64Array(n.length);for(let f=0;f<n.length;f++){let[d,p]=[s[n[f]],s[o[f]]],h=ns(d,p,.5);a.set(h,3*f),
l[f]=1+Math.max(Math.hypot(...Qe(h,d)),Math.hypot(...Qe(h,p)))}let c=new Float64Array(n.length);return f=>{let d=-1;for(let b=0;b<
n.length;b++){let x=a[3*b]-f[0],M=a[3*b+1]-f[1],$=a[3*b+2]-f[2];c[b]=Math.sqrt(x*x+M*M+$*$)-l[b],(d<0||c[b]<c[d])&&(d=b)}
let p=[],h=1/0,g=b=>{let x=_f(s[n[b]],s[o[b]],r[b],f);x.distance>h+es||(h=Math.min(h,x.distance),p.push({edge:b,...x}))};
d>=0&&g(d);for(let b=0;b<n.length;b++)b!==d&&c[b]<=h+es&&g(b);let y={edge:-1,offset:0,distance:1/0};for(let b of p)b.distance<
h+es&&(y.edge<0||b.edge<y.edge)&&Object.assign(y,b);return y}}var os=class{constructor(){this.items=[]}push(e){let{items:n}=this,o=n.length;for(n.push(e);o>0;){let r=o-1>>1;if(n[r][0]<=
e[0])break;n[o]=n[r],o=r}n[o]=e}pop(){let{items:e}=this,n=e[0],o=e.pop(),r=0;for(;e.length;){let s=2*r+1;if(s>=e.length||
(s+1<e.length&&e[s+1][0]<e[s][0]&&(s+=1),e[s][0]>=o[0]))break;e[r]=e[s],r=s}return e.length&&(e[r]=o),n}};function Uf({lon:t,
start:e,end:n}){let o=new Int32Array(t.length+1);for(let a of[e,n])for(let l of a)o[l+1]+=1;for(let a=0;a<t.length;a++)o[a+
1]+=o[a];let r=o.slice(),s=new Int32Array(2*e.length);for(let a=0;a<e.length;a++)s[r[e[a]]++]=a,s[r[n[a]]++]=a;return{from:o,
edges:s}}function $i(t,{access:e,detour:n}){let{lon:o,lat:r,start:s,end:a,length:l}=t,{from:c,edges:f}=Uf(t),d=Mi(t);function p(T,C){
let N=Ht(T,C),_=d(N);return{lon:T,lat:C,xyz:N,foot:_,on:_.distance<=e}}function h(T,C=1/0){let N=new Float64Array(o.length).
fill(1/0),_=new Int32Array(o.length).fill(-1),D={place:T,metres:N,by:_};if(!T.on)return D;let U=new os,F=(nt,pt,ee)=>{pt<
N[nt]&&pt<=C&&(N[nt]=pt,_[nt]=ee,U.push([pt,nt]))},{edge:G,offset:Y}=T.foot;for(F(s[G],Y,-1),F(a[G],l[G]-Y,-1);U.items.length;){
let[nt,pt]=U.pop();if(!(nt>N[pt]))for(let ee=c[pt];ee<c[pt+1];ee++){let $t=f[ee];F(s[$t]===pt?a[$t]:s[$t],nt+l[$t],$t)}}
return D}function g({place:T,metres:C},{edge:N,offset:_}){let D=[[C[s[N]]+_,s[N]],[C[a[N]]+l[N]-_,a[N]]];return T.foot.edge===
N&&D.push([Math.abs(T.foot.offset-_),-1]),D.reduce((U,F)=>F[0]<U[0]?F:U)}function y(T,C){let{place:N}=T;if(!N.on||!C.on)
return null;let _=N.foot.distance+C.foot.distance,[D,U]=g(T,C.foot),F=D+_*n,G=Math.hypot(...[0,1,2].map(Y=>N.xyz[Y]-C.xyz[Y]));
return G<=_&&G*n<=F?{metres:G*n,access:G*n,direct:!0,node:U}:Number.isFinite(F)?{metres:F,access:Math.min(_*n,F),direct:!1,
node:U}:null}function b(T,C){let N=l[T]?C/l[T]:0,[_,D]=[s[T],a[T]];return[r[_]+N*(r[D]-r[_]),o[_]+N*(o[D]-o[_])]}let x=({
foot:T})=>b(T.edge,T.offset);function M(T,C){let N=y(T,C);if(!N)return null;let _=[T.place,C].map(U=>[U.lat,U.lon]);if(N.
direct)return{way:N,legs:[_],road:[]};let D=[x(C)];for(let{node:U}=N;U>=0;){D.push([r[U],o[U]]);let F=T.by[U];U=F<0?-1:s[F]===
U?a[F]:s[F]}return D.push(x(T.place)),D.reverse(),{way:N,legs:[[_[0],D[0]],[D[D.length-1],_[1]]],road:D}}function $(T,C){
let N=[],_=T.place.on?T.place.foot:{edge:-1,offset:0};for(let D=0;D<s.length;D++){let U=l[D],F=Math.min(U,C-T.metres[s[D]]),
G=Math.min(U,C-T.metres[a[D]]),Y=[];D===_.edge&&Y.push([Math.max(0,_.offset-C),Math.min(U,_.offset+C)]),F>0&&G>0&&F+G>=U?
Y.push([0,U]):(F>0&&Y.push([0,F]),G>0&&Y.push([U-G,U]));for(let[nt,pt]of Y)N.push([b(D,nt),b(D,pt)])}return N}return{access:e,
detour:n,placeAt:p,fieldFrom:h,wayTo:y,routeTo:M,stretches:$,footSpot:x}}var Ti=40,Me="@prefecture",tn="@class";function Co(t,e){return`${t}~${e}`}function Bo(t){return Co(t.table,`${tn}${t.number}`)}
function En(t){return m.filter.get(t)??null}function Po(t,e){let n=new Set(En(t)??[]);n.delete(e)||n.add(e),jf(t,n)}function jf(t,e){
e.size?m.filter.set(t,e):m.filter.delete(t),A("filter")}function Ei(){m.filter.clear(),A("filter")}function $e(t){return[
...m.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(tn)||o===`${tn}${t.number}`)})}function Li(t,e,n){
for(let[o,r]of $e(t)){let s=o.split("~")[1],a=null;if(s.startsWith(tn)?a=String(n.classOfRow(t,e)):s===Me?a=ss(t,e,n):a=
String(W(t.data.columns[s].values,e)??""),!r.has(a))return!1}return!0}var rs=new Map;function ss(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";rs.has(t.table)||rs.set(t.table,new Map);let s=rs.get(t.table);if(s.has(e))return s.get(e);
let a=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=a.findIndex(d=>d.slice(0,4)===String(l).slice(0,4));else{
let d=o(t,e),p=d?.point??d?.anchor;p&&(c=n.places.findIndex(h=>r(h,p)))}let f=c<0?"":String(a[c]);return s.set(e,f),f}function q(t,e,n){let o=t.columns[e],r=W(o.values,n);if(!o.english)return r;let s=W(o.english,n);return m.lang==="zh"?r??
s:s??r}function J(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=q(
t.data,o,e);if(r!=null)return ct(n[o],r,t,o)}return u("untitled")}function Te(t,e){let n=K(t,e),o=J(t,n[0]);return n.length>
1?o+j("others",n.length):o}function Ai(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>W(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function No(t,e){return W(t.data.columns[t.yearColumn].values,e)??null}function is(t,e){if(m.
kept[t.table]&&!m.kept[t.table].has(e))return!1;if(!t.yearColumn||m.year===null)return!0;let n=No(t,e);return n===null||
n<=m.year}function ls(t,e){return W(t.data.columns[t.reportColumn].values,e)??null}function cs(t,e){if(!t.reportColumn||
m.year===null)return!0;let[n,o]=[No(t,e),ls(t,e)];return n===null&&o===null?!1:(n??o)<=m.year&&m.year<=(o??1/0)}function en(t,e){
if(!cs(t,e))return-1;if(t.each)return t.each[e];let n=st(t,e);return n&&t.of?t.of[n.at]:-1}var Ee={classOfRow:en,rowPlace:st,
prefectures:null,inPolygon:null};function Ct(t){return!!t.yearColumn&&m.year!==null||!!m.kept[t.table]||$e(t).length>0}function Le(t,e){
return is(t,e)&&Li(t,e,Ee)}function K(t,e){return Ct(t)?e.rows.filter(n=>Le(t,n)):e.rows}var as=new Map;function st(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(as.has(o)||as.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),as.get(o).get(e)||null)}var v={asked:null,coverage:null,list:[],past:[],future:[],reach:0,by:"straight",figures:null,made:0};function us(t,e,n){
let o=z.latLng(n,e);return Gt[t].find(r=>oe(r,o))||null}function Oi(t){v.asked=t,v.reach=t.reach;let e=t.roads&&bt.find(
n=>n.name===t.roads.layer)?.graph;v.coverage=vi(t,us,e?$i(e,t.roads):null),fs()}function nn(){return Object.keys(v.coverage.
ways)}function gt(){return v.by==="road"}function on(t){return v.coverage.evaluate(t,Oe(),v.by)}function Ae(){return`${v.
reach} km · ${u(gt()?"byRoad":"byStraight")}`}function Oe(){return v.reach*1e3}function Ci(t){let e=z.latLngBounds([]);
for(let{lon:n,lat:o}of t)for(let r of[0,90,180,270])e.extend(Vt(n,o,r,Oe()));return e}function Bt(t){return ft(v.asked.quantity,
t)}function Ce({heading:t},e){return ft(t,e)}function Tt(t){return Bi(t,"atMost")}function Et(t){return Bi(t,"atLeast")}
function Bi(t,e){let{drawn:n,worth:o}=v.asked;if(!n&&!o)return t;let r=u(n?"whereDrawn":e);return m.lang==="zh"?`${t}（${r}\
）`:`${t} (${r})`}function rn(t){return Kt(v.asked.quantity,t)}function Io(t){let{names:e}=v.coverage.sites;return(m.lang===
"zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function Ln(t){return L.find(e=>e.table===t)}function Ro({region:t,
county:e}){let n=[[v.asked.regions,t],[v.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>J(Ln(o),r.rows[0]));return n.
length?[...new Set(n)].join(" · "):u("outside")}function sn(t,e){let[n,o,r,s]=k.bounds,a=Math.max(...v.asked.reaches),[
l,c]=[a/110,a/(111*Math.max(.1,Math.cos(e*V)))];return t>=n-c&&t<=r+c&&e>=o-l&&e<=s+l}function fs(){v.figures=on(v.list)}
function Be(t){v.past.push(v.list),v.future=[],v.list=t,On()}function An(t,e=[...v.past,v.list],n=[]){Object.assign(v,{list:t,
past:e,future:n}),On()}function Pi(t,e){t.length&&(e.push(v.list),v.list=t.pop(),On())}function ds(){Pi(v.past,v.future)}
function ps(){Pi(v.future,v.past)}function On(){fs(),A("candidates")}function Ni(t){v.list=t,fs(),A("candidates","moving")}
function Ii(t){v.reach=t,On()}function Ri(t){nn().includes(t)&&(v.by=t,On())}function ms(t,e){let n=new Set(v.list.filter(
(r,s)=>s!==e).map(vt)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function vt(t){return t.name||`${u("candida\
te")} ${t.number}`}function hs(t,e,n){v.made+=1,Be([...v.list,{number:v.made,lon:kt(t),lat:kt(e),name:n?ms(n):""}])}function Cn(t,e){
Be(v.list.map((n,o)=>o===t?{...n,...e}:n))}function Fo(t){Be(v.list.filter((e,n)=>n!==t))}var Fi="#9d174d",Di="#4c1d95";function Wf(t,e,n){return z.polyline(t,{...e,interactive:!1,smoothFactor:0,...n})}function _i(t,e,{
list:n,figures:o}){let{road:r}=v.coverage.ways,{roads:s}=r,a=new Set(o.gained),l=(c,f)=>Wf(c,e,f).addTo(t);n.forEach(({lon:c,
lat:f},d)=>{let p=r.placeAt(c,f),h=s.fieldFrom(p),g=Oe()-p.foot.distance*s.detour,y=p.on&&g>0?s.stretches(h,g):[];l(y,{color:"\
#ffffff",weight:6,opacity:.8}),l(y,{color:Fi,weight:3,opacity:.75});for(let M of a){let $=r.demandAt(M),T=s.wayTo(h,$);if(!T||
T.metres>Oe())continue;let C=T.direct?[f,c]:s.footSpot($),N={color:Fi,weight:1,opacity:.7,dashArray:"2 3"};l([C,[$.lat,$.
lon]],N)}let{nearest:b}=o.each[d],x=b&&s.routeTo(h,r.siteAt(b.at));if(x){l(x.road,{color:"#ffffff",weight:8,opacity:.9}),
l(x.road,{color:Di,weight:4,opacity:1});for(let M of x.legs)l(M,{color:"#ffffff",weight:5,opacity:.9}),l(M,{color:Di,weight:2.5,
opacity:1,dashArray:"5 5"})}})}var Ui=180,gs=null,ws=null,Do=null,Gi=null;function ji(){gs.clearLayers(),ys(gs,{pane:"gisplan-reach",renderer:Gf()},v)}
function ys(t,e,{list:n,figures:o}){gt()?_i(t,e,{list:n,figures:o}):xs(t,e,n),bs(t,e,o.gained)}function bs(t,e,n,o){let{
demand:r}=v.coverage;for(let s of n)z.circleMarker([r.lat[s],r.lon[s]],{...e,interactive:!1,radius:2.5,stroke:!0,weight:.8,
color:"#ffffff",fillColor:"#9d174d",fillOpacity:1,...o}).addTo(t)}function Gf(){return m.paper?Gi:Do}function xs(t,{pane:e},n,o){
n.forEach(({lon:r,lat:s})=>{let a=Array.from({length:Ui},(l,c)=>Vt(r,s,c*360/Ui,Oe()));z.polygon(a,{pane:e,interactive:!1,
className:"reach",smoothFactor:0,color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08,...o}).addTo(t)})}function ks(t){
return z.divIcon({html:i("span.candidate-mark",{},t),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}function Wi(){
ws.clearLayers(),v.list.forEach((t,e)=>{let n=z.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,
keyboard:!0,icon:ks(String(t.number))}),o=v.list,r=0,s=()=>{let{lat:l,lng:c}=n.getLatLng();return{...t,lon:kt(c),lat:kt(
l)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(()=>Ni(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",
()=>{cancelAnimationFrame(r),v.list=o,Be(o.map((l,c)=>c===e?s():l))}),n.on("click",()=>A("picked",e)),n.addTo(ws);let a=n.
getElement();a.setAttribute("aria-label",vt(t)),a.title=vt(t),a.addEventListener("keydown",l=>Vf(l,e))})}var Hf={ArrowLeft:[
-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function Vf(t,e){if(t.key==="Delete"){Fo(e);return}let n=Hf[t.key];
if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=v.list[e],s=t.shiftKey?1:10,a=w.latLngToContainerPoint(
[r,o]).add([n[0]*s,n[1]*s]),l=w.containerPointToLatLng(a);Cn(e,{lon:kt(l.lng),lat:kt(l.lat)});let c=document.querySelectorAll(
".candidate-icon")[e];c&&c.focus()}function Hi(){let t=w.createPane("gisplan-candidates");t.style.zIndex=640,it("gisplan\
-reach",575),gs=z.layerGroup().addTo(w),ws=z.layerGroup().addTo(w),Do=z.canvas({pane:"gisplan-reach"}),Gi=z.svg({pane:"g\
isplan-reach"}),E("candidates",e=>{ji(),e||Wi()}),E("paper",()=>{ji(),m.paper&&(Do.remove(),Do=z.canvas({pane:"gisplan-r\
each"}))}),E("language",Wi)}function Uo(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function _o(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function vs(t){try{return decodeURIComponent(t)}catch{
return""}}function Vi(t,e){return`#${new URLSearchParams({find:`${_o(t)}~${_o(e)}`})}`}function qi(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let a=new URLSearchParams(t.replace(/^#/,"")),l=(M,$)=>{let T=(a.get(M)??"").split(",").map(C=>C?
Number(C):Number.NaN);return T.length===$&&T.every(Number.isFinite)?T:null},c={},f=l("map",3);if(f&&Math.abs(f[1])<=85&&
Math.abs(f[2])<=360&&f[0]>=0&&f[0]<=22&&(c.view=f),a.has("layers")){let M=a.get("layers").split(" ");c.shown=e.map($=>M.
includes($))}let d=l("opacity",n);d?.every(M=>M>=0&&M<=100)&&(c.opacity=d.map(M=>M/100)),["zh","en"].includes(a.get("lan\
g"))&&(c.lang=a.get("lang")),r.includes(a.get("on"))&&(c.map=r.indexOf(a.get("on")));let p=new Map;for(let M of a.getAll(
"only")){let[$,T,C]=M.split("~");!C||!Object.prototype.hasOwnProperty.call(s,$)||!T.startsWith("@")&&!s[$].includes(T)||
p.set(`${$}~${T}`,new Set(C.split("|").map(vs)))}p.size&&(c.filter=p);let[h,g]=(a.get("find")??"").split("~").map(vs);h&&
g&&(c.find={table:h,name:g});let[y,b]=(a.get("profile")??"").split("~").map(vs);y&&/^\d{6}$/.test(b??"")&&(c.profile={table:y,
code:b}),a.has("sites")&&(c.more=Object.fromEntries(["sites","reach","by"].map(M=>[M,a.get(M)])));let x=Number(a.get("ye\
ar"));return c.year=a.has("year")&&o.includes(x)?x:null,c}function Ki({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:a,
filter:l=new Map,map:c=0,profile:f=null,more:d={}},p,h=[],g=[]){let y=new URLSearchParams;g.length&&y.set("on",g[c]);for(let[
b,x]of l)y.append("only",`${b}~${[...x].map(_o).join("|")}`);y.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join("\
,")),y.set("layers",p.filter((b,x)=>o[x]).join(" ")),r.some(b=>b!==1)&&y.set("opacity",r.map(b=>Math.round(100*b)).join(
","));for(let[b,x]of Object.entries(d))y.set(b,x);s!==null&&y.set("year",s),f&&y.set("profile",`${_o(f.table)}~${f.code}`),
y.set("lang",a);for(let[b,x]of h)y.set(b,x);return`#${y.toString().replace(/%2C/g,",")}`}var H=window.matchMedia("(max-width: 760px)");function jo(){if(!k.bounds)return null;let[t,e,n,o]=k.bounds;return z.latLngBounds(
[[e,t],[o,n]])}function Ss(t){let e=jo();return!e||w.getBounds().pad(t).contains(e)}function qf(){let t=document.getElementById(
"years");return t&&!t.hidden?t.offsetHeight+14:0}function Bn(){let t=jo();if(!t)return;let[e,n]=[62,H.matches?58:14];w.fitBounds(
t,{paddingTopLeft:[H.matches?8:14,e],paddingBottomRight:[n,46+qf()],maxZoom:13,animate:!1})}function Pt(t){let e=Ss(.05);
t(),w.invalidateSize({animate:!1}),e&&Bn()}function Pn(t,e){if(t.point){(!w.getBounds().pad(-.1).contains(t.point)||e)&&
w.setView(t.point,Math.max(w.getZoom(),e?9:7),{animate:!1});return}let n=w.latLngToLayerPoint(t.bounds.getNorthWest()),o=w.
latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&w.getBounds().contains(t.bounds)||w.fitBounds(
t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var zs=document.getElementById("maps"),Kf={name:k.name,title:k.title,description:k.description,groups:k.groups.map((t,e)=>e),
headlines:k.headlines.map((t,e)=>e)};function Pe(){return k.maps?k.maps[m.map]:Kf}function Ms(t){let e=k.groups.findIndex(
n=>n.layers.includes(t.number));return k.maps.findIndex(n=>n.groups.includes(e))}function an(t){return!k.maps||Ms(t)===m.
map}function ln(t){return k.maps?u(k.maps[Ms(t)].title):""}function Wo(t,e){if(!k.maps||t===m.map||!k.maps[t])return;w.closePopup(),
m.map=t;let n=e??k.maps[t].shown;for(let o of L){let r=n.includes(o.number);m.shown[o.number]&&!r&&lt(o,!1)}for(let o of n)
m.shown[o]||lt(L[o],!0);Pt(()=>{A("map"),A("layers")})}function Xi(t){k.maps&&Wo(Ms(t))}function Yi(){if(!k.maps)return;
zs.hidden=!1,zs.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.
id:null;zs.replaceChildren(...k.maps.map((e,n)=>i("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===
m.map?"page":null,onclick:()=>Wo(n)},u(e.title)))),t&&document.getElementById(t).focus()}function Ji(){E("language",Yi),
E("map",Yi)}var Go=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function Zi(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function Qi(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:Go[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return Go.
map((r,s)=>{let[a,l]=[o[s],o[s+1]],c=e.filter(f=>tl(f,o)===s).length;return{low:a,high:l,color:r,count:c}})}function tl(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?Go.length-1:n}function el(t,e){return e.length===1?e[0].color:Go[tl(t,[
e[0].low,...e.map(n=>n.high)])]}var Ne=7,nl=new Set,ol=I("defs");document.body.append(I("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},ol));
function cn(t){let e=`hatch-${t.slice(1)}`;if(!nl.has(e)){nl.add(e);let n=I("pattern",{id:e,width:Ne,height:Ne,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},I("rect",{width:Ne,height:Ne,fill:"#ffffff"}),I("rect",{width:Ne,height:Ne/
2,fill:t}),I("rect",{width:Ne,height:1,fill:"#5b6b78"}));ol.append(n)}return`url(#${e})`}var ie=document.getElementById("about"),$s=null;function rl(){$s&&ie.replaceChildren(i("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>ie.close()},"×"),i("div.dialog-body",{},$s()))}function Nt(t){$s=t,rl(),ie.open||ie.showModal(),
ie.scrollTop=0}function sl(){ie.addEventListener("click",t=>{t.target===ie&&ie.close()}),E("language",rl)}var Yt=-1,Nn=-2,Yf="#d5d9dd";function un(t,e){if(!t.each||!Ct(t))return t.of[e.at];let n=new Set(K(t,e).map(o=>en(t,o)));
return n.size===1?[...n][0]:Nn}function al(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===Yt?o:e===
Nn?r:n[e].color}function Ho(t,e){return e===Yt?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Ts(t,e){
return!!t.of&&Ho(t,un(t,e))}function Ie(t,e){return t.of?al(t,un(t,e)):t.style.color}function Vo(t,e){let n=st(t,e);return n?
t.of?al(t,t.each?en(t,e):un(t,n)):t.style.color:Yf}function qo(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.count),
missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!Ct(t))return n;let o=Bo(t),r=m.filter.get(o);m.filter.
delete(o);let s=Xf(t,n);return r&&m.filter.set(o,r),s}function Xf(t,e){let n=t.places.map(r=>({place:r,rows:K(t,r)})).filter(
r=>r.rows.length),o=n.flatMap(r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(a=>en(t,a)===s).length),missing:t.
of?o.filter(r=>en(t,r)===Yt).length:e.missing,several:t.each?n.filter(r=>un(t,r.place)===Nn).length:0,precisions:e.precisions.
map(r=>({...r,count:n.filter(({place:s})=>s.precision===r.name).reduce((s,a)=>s+a.rows.length,0)})).filter(r=>r.count)}}var il={town:[4,0],county:[4,45],prefecture:[6,30]};function Ko(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!il[t]){let c=r(
o),f=d=>`a${c} ${c} 0 1 0 ${d} 0`;return`M${r(e-o)} ${r(n)}${f(2*c)}${f(-2*c)}z`}let[s,a]=il[t];return`M${Array.from({length:s},
(c,f)=>{let d=(a+360*f/s)*Math.PI/180;return`${r(e+o*Math.cos(d))} ${r(n+o*Math.sin(d))}`}).join("L")}z`}var Yo={dark:"#\
14222c",light:"#ffffff"},ll={dark:4,light:2.4};function Es(t,e,n=ll){let o=r=>I("path",{d:t,fill:"none",stroke:Yo[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),I("path",{d:t,fill:e})]}var Q={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},Ls=new Set(["surveyed","digitised","address","site"]);function Re(t,e,n=!1){
let o=2*Q[t]+ll.dark,r=o/2;return i(`span.mark.${Ls.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},I("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Es(Ko(t,r,r,Q[t]),n?cn(e):e)))}var Jf=3e3,Xo=3.2,As=new Map;function Os(t){if(As.has(t))return As.get(t);let e=Gt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,a,l]=[256,256,0,0];e.forEach((x,M)=>{let $=w.options.crs.latLngToPoint(z.latLng(x.point),
0);n[M]=$.x,o[M]=$.y,r=Math.min(r,$.x),a=Math.max(a,$.x),s=Math.min(s,$.y),l=Math.max(l,$.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(a-r,l-s,1e-9)/c,d=x=>Math.min(c-1,Math.max(0,Math.floor((x-r)/f))),p=x=>Math.min(c-1,
Math.max(0,Math.floor((x-s)/f))),h=new Uint32Array(c*c+1);e.forEach((x,M)=>{h[p(o[M])*c+d(n[M])+1]++});for(let x=0;x<c*c;x++)
h[x+1]+=h[x];let g=h.slice(),y=new Uint32Array(e.length);e.forEach((x,M)=>{y[g[p(o[M])*c+d(n[M])]++]=M});let b={x:n,y:o,
side:c,column:d,row:p,starts:h,sorted:y};return As.set(t,b),b}function Cs(t,e,n,o,r){let{x:s,y:a,side:l,column:c,row:f,starts:d,
sorted:p}=Os(t),h=[];for(let g=f(n);g<=f(r);g++)for(let y=d[g*l+c(e)];y<d[g*l+c(o)+1];y++){let b=p[y];s[b]>=e&&s[b]<=o&&
a[b]>=n&&a[b]<=r&&h.push(b)}return h}var In={less:3.8,dark:2,light:1};function Zf(t,e,n){let o=Q[e]-In.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let a=s.getContext("2d");a.scale(n,n),a.lineJoin="round";let l=new Path2D(
Ko(e,r,r,o));for(let[c,f]of[[In.dark,Yo.dark],[In.light,Yo.light]])a.lineWidth=c,a.strokeStyle=f,a.stroke(l);return a.fillStyle=
t,a.fill(l),s}function Qf(t,e,n,o){let[r,s,a]=[1,3,5].map(g=>parseInt(t.slice(g,g+2),16)),l=255<<24|a<<16|s<<8|r,c=Xo*n,
f=Math.ceil(c),d=Ls.has(e)?(g,y)=>Math.hypot(g,y):(g,y)=>Math.abs(g)+Math.abs(y),[p,h]=[[],[]];for(let g=-f;g<=f;g++)for(let y=-f;y<=
f;y++){let b=d(y,g);b>c||(p.push(g*o+y),h.push(b>c-.9*n?-1:l))}return{steps:Int32Array.from(p),inks:Int32Array.from(h),reach:f}}
var cl=ve.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(Ct(t)&&!K(t,n).length)return 255;let o=[Ie(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=Cs(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>Jf,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=Os(this.layer.table),r=this.looks.map(()=>[]),s=a=>this.stamped?Xo-.6:Q[a]-In.less;for(let a of e){let l=this.
looks[this.lookOf[a]][1];r[this.lookOf[a]].push(Ko(l,t.left(n[a]),t.top(o[a]),s(l)))}return this.looks.map(([a,l],c)=>({
color:a,precision:l,path:r[c].join("")})).filter(a=>a.path).sort((a,l)=>Q[l.precision]-Q[a.precision]).flatMap(({color:a,
path:l})=>Es(l,a,In))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:a,y:l}=Os(this.layer.table),[c,f]=[d=>o(
a[d]),d=>r(l[d])];this.stamped?this.stamp(t,s,c,f,n):this.picture(t,s,c,f,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>Zf(l,c,r)),a=l=>Q[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>a(c)-a(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:a}=this.canvas,l=t.createImageData(
s,a),c=new Int32Array(l.data.buffer),f=this.looks.map(([d,p])=>Qf(d,p,r,s));e.forEach(d=>{let{steps:p,inks:h,reach:g}=f[this.
lookOf[d]],[y,b]=[Math.round(n(d)),Math.round(o(d))];if(y<g||b<g||y>=s-g||b>=a-g)return;let x=b*s+y;for(let M=0;M<p.length;M++)
c[x+p[M]]=h[M]}),t.putImageData(l,0,0)}});function Jo(t){let e=w.latLngToLayerPoint(t),n=[];return[...L].reverse().forEach(o=>{m.shown[o.number]&&td(o,t).forEach(
r=>{if(!(Ct(o)&&!K(o,r).length)){if(o.geometry==="point"){let s=w.latLngToLayerPoint(r.point).distanceTo(e),a=o.dots?.stamped?
Xo:Q[r.precision];s<=a+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")li(w,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(oe(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function td(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Ze)return n;let o=w.options.crs.scale(w.getZoom())/256,{x:r,y:s}=w.options.
crs.latLngToPoint(e,0),a=18/o;return Cs(t.table,r-a,s-a,r+a,s+a).map(l=>n[l])}it("gisplan-highlight",580);var Rn=null,Fn=null,Dn=[],Zo=z.tooltip({className:"hover",direction:"top",offset:[0,-10]});function ul(t){
if(Rn&&Rn.remove(),Rn=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};Rn=t.layer.geometry==="line"?z.polyline(t.place.parts.map(([n])=>n),e):
z.polygon(t.place.parts,e),Rn.addTo(w)}function St(t){Dn=t?Jo(t):[];let e=Dn[0]||null;w.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&Fn&&e.place===Fn.place&&e.layer===Fn.layer;if(n||ul(e),Fn=e,A("hover"),!e){Zo.remove();return}
n||Zo.setContent(i("div",{},S(Te(e.layer,e.place),"strong.datum"),ed(e))),Zo.setLatLng(e.place.point||t).addTo(w)}function ed({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=q(o,t.column,e.rows[0]);return i("span.headline",{},ft(o.columns[t.
column],r))}function Fe(t,e){let n=e===null?null:st(t,e);ul(n?{layer:t,place:n}:null),Dn=n?[{layer:t,place:n}]:[],Fn=null,
A("hover")}function fl(){Zo.remove()}function dl(){let t=0;w.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>St(m.measuring?null:e.latlng))}),w.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),St(null)}),
E("language",()=>St(null))}var nd=/\s+(?:City|District|Province|County|(?:(?:\w+,? )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,od=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function pl(t,e){if(e==="en")return t.replace(nd,"")||t;let n=t.replace(od,(o,r)=>r==="区"?"":r);return n.length>1?n:t.
replace(/族自治(?=[州县]$)/,"")}function ml(t,e){let n=null,o=0;for(let r of t){let s=[];for(let a of[...r,null])if(a&&e.contains(a))s.push(a);else{let l=rd(
s);l>o&&([n,o]=[sd(s,l),l]),s=[]}}return n}function rd(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function sd(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var wl=it("gisplan-labels",590);wl.classList.add("leaflet-zoom-hide");var yl=I("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),fn=[],Bs={leader:4.4,seat:7.5,water:7},Ps=[[0,0],[0,18],[0,-18]],ad=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function id(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function ld(){return L.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:id(t),name:J(t,e.rows[0]),size:dd(e)})))}function bl(t){return m.lang==="zh"?t[0]:t[1]||t[0]}function cd(){
return bt.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:bl(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function ud(){return Eo.map(({names:t,at:e})=>({
rank:"seat",name:bl(t),anchor:e}))}var hl=[2,1,3,"seat","water","around"];function fd(){for(let t of fn)t.element.remove();
fn=[...ld(),...ud(),...cd()].map(t=>({...t,element:i(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},pl(t.
name,m.lang))})),fn.sort((t,e)=>hl.indexOf(t.rank)-hl.indexOf(e.rank)||(e.size??0)-(t.size??0)),wl.append(yl,...fn.map(t=>t.
element)),fn.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),le()}function dd(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function pd(){let t=w.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=w.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function md(){let t=[];return L.forEach(e=>{let n=e.places.
length<=Ze;e.geometry!=="point"||!m.shown[e.number]||!n||e.places.forEach(o=>{if(Ct(e)&&!K(e,o).length)return;let r=w.latLngToLayerPoint(
o.point),s=Q[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function hd(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function gl(t,e,[n,o]){let{width:r,height:s}=t,[a,l]=[e.x+n,e.y+o];return[a-r/2,l-s/2,a+r/2,l+s/2]}function gd(t){
let e=w.getZoom();if(t.layer){if(!m.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,a=w.latLngToLayerPoint(
o.room.getNorthWest()),l=w.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-a.x>.8*r&&l.y-a.y>s,f=w.latLngToLayerPoint(o.
anchor);return w.getBounds().contains(o.anchor)?t.rank===2?{at:f,near:c?Ps:[],far:e<Bs.leader?[]:ad}:c?{at:f,near:Ps,far:[]}:
null:null}if(t.rank==="seat"){if(e<Bs.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:w.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!qt(t.context)||t.rank==="water"&&e<Bs.water)return null;let n=t.paths?
ml(t.paths,w.getBounds()):t.anchor;return n?{at:w.latLngToLayerPoint(n),near:Ps,far:[]}:null}function le(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=d=>d[0]>=n[0]&&d[1]>=n[1]&&d[2]<=n[2]&&d[3]<=
n[3],r=pd(),s=md(),a=[],l=new Set,c=[],f=(d,p)=>o(d)&&!p.some(h=>hd(d,h));fn.forEach(d=>{let{element:p}=d,h=p.textContent,
g=l.has(h)?null:gd(d),y=null,b=!1;if(g){let x=[...a,...s,...r];y=g.near.map(M=>gl(d,g.at,M)).find(M=>f(M,x)),y||(y=g.far.
map(M=>gl(d,g.at,M)).find(M=>f(M,x)),b=!!y)}p.hidden=!y,y&&(l.add(h),a.push(y),b&&c.push(wd(g.at,y)),z.DomUtil.setPosition(
p,z.point(Math.round(y[0]),Math.round(y[1]))))}),yl.replaceChildren(...c)}function wd({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return I("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function xl(){E("la\
nguage",fd);for(let t of["layers","context","filter"])E(t,le);w.on("moveend viewreset resize",le)}function dn(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var De=document.getElementById("dock"),Qo=24;function kl(){return!H.matches&&document.body.classList.contains("figures-o\
pen")}var vl=z.Popup.extend({options:{pane:De,className:"docked",autoPan:!1},onAdd(t){De.hidden=!1,document.body.classList.
add("docked-open"),z.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),A("docked")},onRemove(t){
z.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(De.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){yd(this.getLatLng())}});function yd(t){if(De.
classList.toggle("over",!kl()),kl())return;let e=w.latLngToContainerPoint(t),n=w.getSize();De.classList.toggle("at-left",
!H.matches&&e.x>n.x/2);let o=De.getBoundingClientRect(),r=w.getContainer().getBoundingClientRect(),[s,a]=[o.left-r.left-
Qo,o.right-r.left+Qo],[l,c]=[o.top-r.top-Qo,o.bottom-r.top+Qo];e.x<=s||e.x>=a||e.y<=l||e.y>=c||(H.matches?w.panBy([0,e.y-
l],{animate:!1}):De.classList.contains("at-left")?w.panBy([e.x-a,0],{animate:!1}):w.panBy([e.x-s,0],{animate:!1}))}var Sl=(t,e)=>L.findIndex(n=>n.table===t.table)===e;function zl(t,e){let n=L.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function _n(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:q(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function Ns(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var bd=/^(adcode|county|region|place|name)(_zh)?$/,
xd={province:0,prefecture:1,county:2};function Ml(t,e){let n=st(t,e);if(!n)return[];let o=Ns(t.data.search.code[e]);return L.
filter((r,s)=>r.geometry==="point"&&Sl(r,s)).map(r=>{let s=[],a=0;for(let l of r.places)!n.bounds.contains(l.point)||!oe(
n,z.latLng(l.point))||((xd[l.precision]??3)<o?a+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:a}}).filter(
r=>r.rows.length||r.vague)}function $l(t){let e=Ns(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of L)
r.geometry!=="polygon"||!r.data.search.code||r.data.search.code.forEach((s,a)=>{Ns(String(s))===e+1&&String(s).startsWith(
n)&&!o.has(s)&&o.set(s,{layer:r,row:a})});return[...o.values()]}function Tl(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];
let r=c=>new Set(n[c].flat(2).map(f=>f<0?~f:f)),s=c=>typeof o=="number"?[c]:o[c],a=st(t,e);if(!a)return[];let l=r(a.at);
return t.places.filter(c=>c.at!==a.at&&[...r(c.at)].some(f=>l.has(f))).map(c=>({layer:t,row:s(c.at)[0]}))}function Un(t){
let e=k.tasks?.regions.find(o=>o.code===t),n=L.some(o=>o.data.search.code?.includes(t));return e&&!n?e:null}function El({
code:t,zh:e}){let n=(o,r)=>[t,e].includes(r)||!o.startsWith("name")&&String(r??"").endsWith(e);return L.filter((o,r)=>o.
geometry==="point"&&Sl(o,r)).map(o=>{let r=Object.keys(o.data.columns).filter(a=>bd.test(a)),s=Array.from({length:o.data.
count},(a,l)=>l).filter(a=>r.some(l=>n(l,q(o.data,l,a))));return{layer:o,rows:s,vague:0}}).filter(o=>o.rows.length)}function Ll(t,e){
let{code:n}=t.data.search;if(t.geometry==="polygon")return n?String(W(n,e)):null;let{adcode:o}=t.data.columns,r=o&&Un(q(
t.data,"adcode",e));return r?r.code:null}var ce=null;function kd(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(q(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>ae(k.quotes??{},r));return[...new Set(
o)].map(r=>[i("dt.wide",{},u("quote"),S(r)),i("dd.wide",{},i("blockquote",{lang:"zh-CN"},k.quotes[r]))])}function vd(t,e){
let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],a=q(n,r,e),l=/\n|^.{17}/.test(ft(s,
a,t,r));o.append(i(l?"dt.wide":"dt",{},S(u(s.title)),s.derived?ot():null),i(l?"dd.wide":"dd",{dir:"auto",title:Kt(s,a)},
ft(s,a,t,r)))}),o.append(...kd(t,e).flat()),o}function Sd(t,e){let n=Ll(t,e);return n?i("button.profile-open-button",{type:"\
button",onclick:()=>A("profile",{table:t.table,code:n})},u("profile")):null}function jn(t,e,n,o){let r=t.popup.length?ct(
t.data.columns[t.popup[0]],q(t.data,t.popup[0],e),t,t.popup[0]):J(t,e);return i("details.feature",{open:n},i("summary",{},
o?S(u(t.title),"span.kicker"):null,S(r,"span.heading")),cs(t,e)?null:i("p.precision",{},oi(m.year,ls(t,e))),vd(t,e),Sd(t,
e))}function tr(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("div.under",{},u("\
under")));let s=K(n,o),a=s.length>1;if(a&&e.append(i("div.many",{},S(u(n.title),"span.kicker"),i("span.count",{},j("here",
s.length)))),s.forEach((l,c)=>{e.append(jn(n,l,r===0&&c===0,!a))}),n.geometry==="point"){let l=n.legend.precisions.find(
c=>c.name===o.precision);e.append(i("p.precision",{},u("position")+u(l.title)))}}),e}function Al(t){return i("div",{},t)}
function _e(t,e,n){fl(),ce=new vl().setLatLng(t).setContent(Al(e())),ce.again=e,ce.openOn(w),Ol();let o=ce.getElement();
o.tabIndex=-1,n&&o.focus()}function Ol(){let t=ce.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function Cl(){E("language",()=>{ce?.isOpen()&&(ce.setContent(Al(ce.again())),Ol())})}function zd(t,e,n,o){return i(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function pn(t){
return I("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},I("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function Bl(t){let e=pn(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Wn(t,e,n,o="rows"){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?null:
i("span.count",{},j(o,n)))}function Pl(t,e,n){let o=Bo(e),r=En(o),s=!r||r.has(String(n)),a=t.querySelector(".what"),l=i(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>Po(
o,String(n))});l.append(...a.childNodes),a.replaceWith(l),t.classList.toggle("unwanted",!s)}function Nl(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(a=>a.precision===s&&(e===null||un(t,a)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function er(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.number}`}),
s=qo(t);e.title&&r.append(i("p.legend-title",{},S(u(e.title)),e.unit?S(`（${u(e.unit)}）`.replace(/[（）]/g,d=>m.lang===
"zh"?d:d==="（"?" (":")")):null,e.derived?ot():null));let a=i("ul"),l=(d,p)=>{let h=p!==void 0&&Ho(t,p);if(o==="point"){
let g=Nl(t,p)||Nl(t,null);return g?Re(g,d,h):null}return o==="line"?pn({...n,color:d}):zd(d,n.opacity,n.color,h)},c=o===
"point"?"items":"rows";if((e.classes||[]).forEach((d,p)=>{if(d.count===0&&d.low===void 0&&o!=="raster")return;let h=Wn(l(
d.color,p),u(d.words),o==="raster"?null:s.classes[p],c);o!=="raster"&&Pl(h,t,p),o==="raster"&&h.append(i("span.count",{},
j("cells",d.count))),a.append(h)}),(e.widths||[]).forEach(d=>{a.append(Wn(Bl({...n,weight:d.width}),u(d.said),null))}),s.
several){let d=Wn(l(e.severalColor,Nn),u(e.severalWords),s.several,"places");a.append(d)}if(s.missing){let d=n.kind==="f\
lows"?Bl({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,Yt),p=Wn(d,u(e.missingWords),s.missing,c);p.classList.
add("missing"),t.of&&Pl(p,t,Yt),a.append(p)}if(o==="point"){let d=e.classes?"#5b6b78":n.color;s.precisions.forEach(p=>{let h=Wn(
Re(p.name,d),u(p.title),p.count,c);h.classList.add("of-precision"),a.append(h)})}a.children.length&&r.append(a),r.append(
...Md(t,s));let f=Il(t);return f.length&&r.append(i("button.unplaced",{type:"button",onclick:()=>Td(t)},j("unplaced",f.length))),
r}function Md(t,e){let n=[],o=l=>n.push(i("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>K(t,l)).filter(l=>l.length),
s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),m.year!==null&&t.yearColumn&&
!t.reportColumn){let l=r.flat().filter(c=>No(t,c)===null).length;l&&o(j("undated",l))}let{legend:a}=t;if(a.classes&&t.geometry===
"polygon"&&s>1){let l=e.missing===s?Yt:e.classes.indexOf(s);if(l===Yt?e.missing===s:l>=0&&$d(t,l)){let f=l===Yt?a.missingWords:
a.classes[l].words;o([u("allGrey")(s,u(f))," ",S(u(a.meaning||t.data.description))])}}return n}function $d(t,e){let{color:n}=t.
legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return Ho(t,e)||Math.max(...o)-Math.min(...o)<32}
function Il(t){return t.data.unplaced.filter(e=>Le(t,e))}function Td(t){let e=Il(t);Nt(()=>[i("h2",{id:"about-title"},S(
u(t.title))),i("p.lead",{},j("unplacedTitle",e.length)),e.map((n,o)=>jn(t,n,o===0&&e.length<4,!1))])}function Rl(t){let[e,n,o,r]=t.corners;t.overlay=z.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let a=document.createElement(
"canvas");[a.width,a.height]=[s.naturalWidth,s.naturalHeight];let l=a.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Ed(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,a=(T,C)=>w.options.crs.
latLngToPoint(z.latLng(T,C),0),[l,c,f]=[a(s,n),a(o,r),a(e.lat,e.lng)],{width:d,height:p}=t.pixels.canvas,h=Math.floor(d*
(f.x-l.x)/(c.x-l.x)),g=Math.floor(p*(f.y-l.y)/(c.y-l.y));if(h<0||g<0||h>=d||g>=p)return null;let[y,b,x,M]=t.pixels.getImageData(
h,g,1,1).data;if(!M)return null;let $=`#${[y,b,x].map(T=>T.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(T=>T.color===$)||null}function nr(t){let e=[...L].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:Ed(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},S(u(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),S(u(o.words)),n.legend.unit?S(` ${u(n.legend.unit)}`):null,n.legend.derived?ot():null));
return e.length?i("div.identify",{},e):null}var Fl=.8,Dl=ve.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>w.options.crs.latLngToPoint(z.latLng(n),0);this.lines=
t.places.filter(n=>K(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let a=r===null?o.missingColor:n.color,l=Math.max(Fl,r??0);return s.flatMap(c=>{let f=c.map(({x:g,y})=>[t(g),e(y)]),d=I("\
path",{d:`M${f.map(g=>g.join(" ")).join("L")}`,fill:"none",stroke:a,"stroke-width":l,"stroke-opacity":n.opacity,"stroke-\
linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),p=_l(f,Math.max(3.5,.9*l));if(!p)return[d];let h=I("path",{
d:`M${p.map(g=>g.join(" ")).join("L")}z`,fill:a,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[d,h]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:a,
paths:l})=>{let c=a===null?s.missingColor:r.color,f=Math.max(Fl,a??0);l.forEach(d=>{t.lineWidth=f,t.setLineDash(a===null?
[3,3]:[]);let p=d.map(({x:h,y:g})=>[n(h)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[h,g]of p)
t.lineTo(h,g);t.stroke(),t.globalAlpha=1,Ld(t,p,Math.max(3.5,.9*f),c)})})}});function _l(t,e){let n=t.slice(1).map(([M,$],T)=>Math.
hypot(M-t[T][0],$-t[T][1])),o=n.reduce((M,$)=>M+$,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(M=>(r-=M,r<=0)),[[a,l],
[c,f]]=[t[s],t[s+1]],d=1+r/n[s],p=Math.atan2(f-l,c-a),[h,g]=[a+d*(c-a),l+d*(f-l)],[y,b]=[Math.cos(p),Math.sin(p)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([M,$])=>[h+y*M-b*$,g+b*M+y*$])}function Ld(t,e,n,o){let r=_l(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,a]of r)t.lineTo(s,a);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}it("gisplan-measure",630);var Gn=z.layerGroup().addTo(w),Hn=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Hn);var X=[];function Ad(t){let[e,n]=ti(t);return`${e} ${u(n)}`}function Is(t){X.push([t.lat,t.lng]),or()}
function or(){Gn.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=X.
flatMap((n,o)=>o?$n(X[o-1],n,1,60):[n]);X.length>2&&(z.polygon([...e,...$n(X[X.length-1],X[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Gn),z.polyline([X[X.length-1],...$n(X[X.length-1],X[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Gn)),e.length>1&&z.polyline(e,{...t,className:"measured"}).addTo(Gn);for(let n of X)z.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Gn);Ul()}function Ul(){if(!m.measuring)return;let t=Hn.contains(
document.activeElement)?document.activeElement.id:null,e=[...X,X[0]],n=(r,s,a,l)=>i("button",{type:"button",id:`measure-${r}`,
onclick:a,disabled:l},u(s));Hn.setAttribute("aria-label",u("measureTitle")),Hn.replaceChildren(i("div.measure-head",{},i(
"strong",{},u("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>rr(
!1)},"×")),X.length<2?i("p.hint",{},u("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},u("length")),i(
"dd",{id:"measured-length"},Dr(qr(X))),X.length>2?[i("dt",{},u("perimeter")),i("dd",{},Dr(qr(e))),i("dt",{},u("area")),i(
"dd",{id:"measured-area"},Ad(To(X)))]:[]),i("div.row",{},n("middle","addMiddle",()=>Is(w.getCenter())),n("back","takeBac\
k",()=>{X.pop(),or()},!X.length),n("clear","startOver",()=>{X=[],or()},!X.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function rr(t){m.measuring=t,X=[],document.body.classList.toggle("measuring",t),Hn.hidden=!t,w.
doubleClickZoom[t?"disable":"enable"](),t&&w.closePopup(),St(null),or();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function jl(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&rr(!1)}),E("language",Ul)}var sr=z.layerGroup().addTo(w);function mn(t){if(m.chosen=t,sr.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?z.circleMarker(
o.point,{...e,radius:Q[o.precision]+6,weight:3}).addTo(sr):n.geometry==="line"?z.polyline(o.parts.map(([r])=>r),e).addTo(
sr):z.polygon(o.parts,e).addTo(sr)}A("chosen")}function Od(t){return m.shown[t.number]||t.geometry==="polygon"?null:i("p\
.layer-off",{},u("layerOff"),S(u(t.title)),i("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),lt(t,!0)}},
u("showLayer")))}function ue(t,e,n,o){let r=st(t,e);if(!r){mn({layer:t,place:null,row:e}),Nt(()=>[i("h2",{id:"about-titl\
e"},S(J(t,e))),i("p.lead",{},u("nowhere")),jn(t,e,!0,!0)]);return}Pn(r,n),mn({layer:t,place:r,row:e}),_e(z.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Od(t),tr([{layer:t,place:r}])],o),mt(J(t,e))}function ar(t,e){if(m.place){m.place(t);return}let n=Jo(t);if(!n.length){nr(t)&&_e(t,()=>nr(t),e);return}mn({...n[0],row:K(
n[0].layer,n[0].place)[0]}),_e(n[0].place.point?z.latLng(n[0].place.point):t,()=>{let o=nr(t),r=tr(n);return o&&r.append(
i("div.under",{},u("under")),o),r},e)}function Wl(){w.on("click",t=>{m.measuring?Is(t.latlng):ar(t.latlng,!1)})}function Cd(){let t=L.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||k.basemap)){w.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)z.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(w)}}function Gl(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",Te(t,o))});t.nameMarks=e,E("language",e),t.group.on("add",e),Vl(t)}else t.geometry==="ras\
ter"?Rl(t):Hl(t)}function Vn(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?Vl(t):Hl(t))}function Hl(t){
if(t.style.kind==="flows")new Dl(t).addTo(t.group);else for(let e of t.places)Bd(t,e)}function Bd(t,e){let{style:n}=t;if(!K(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:Ts(
t,e)?cn(Ie(t,e)):Ie(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=Ie(t,e)),z.polyline(e.parts.map(([s])=>s),
r).addTo(t.group);return}z.polygon(e.parts,r).addTo(t.group)}function Vl(t){if(t.places.length>Ze){t.dots=new cl(t).addTo(
t.group);return}t.places.filter(e=>K(t,e).length).forEach(e=>{let n=Re(e.precision,Ie(t,e),Ts(t,e)),o=parseFloat(n.style.
getPropertyValue("--size")),r=z.marker(e.point,{pane:t.pane,keyboard:!0,icon:z.divIcon({html:n,className:"mark-icon",iconSize:[
o,o]}),zIndexOffset:-1e3*Math.round(Q[e.precision])});t.marks.push({marker:r,place:e}),r.on("mouseover",()=>St(r.getLatLng())),
r.on("click",s=>ar(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&ar(r.getLatLng(),!0)}),r.addTo(t.group)}),
t.nameMarks()}function ql(){Cd();for(let t of L){let[e,n]=t.geometry==="point"?[500,569]:[400,499];w.createPane(t.pane).
style.zIndex=Math.min(n,e+t.number),t.marks=[],m.shown[t.number]?Gl(t):t.group.once("add",()=>Gl(t))}}function Kl({tiles:t,
packed:e}){for(let n of t)z.tileLayer(n,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(w);e&&Nd(e)}var Pd="dat\
a:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";function Nd({kind:t,zooms:[e,n]}){let o=JSON.parse(
document.getElementById("gisplan-tiles").textContent),r=z.TileLayer.extend({getTileUrl({x:s,y:a}){let l=o[`${this._getZoomForUrl()}\
/${s}/${a}`];return l?`data:${t};base64,${l}`:Pd}});new r("",{minNativeZoom:e,maxNativeZoom:n,maxZoom:18,attribution:""}).
addTo(w)}var qn=document.getElementById("years"),Yl=[...new Set(L.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?Ai(t):
[]]))].sort((t,e)=>t-e),dt=Yl.length&&k.years.length?k.years:Yl,Xl=k.groups.flatMap(t=>{let e=t.layers.map(n=>L[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Ue=0;function It(t){
let e=dt.includes(t)?t:null;e!==m.year&&(m.year=e,L.filter(n=>n.yearColumn).forEach(Vn),Xl.forEach(Id),St(null),m.chosen?.
place&&!K(m.chosen.layer,m.chosen.place).length&&mn(null),w.closePopup(),Fs(),mt(Kn()),A("year"))}function Id(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&lt(n,n===e)}),m.year===null&&
(t.wanted=!1)}function Kn(){if(m.year===null)return u("everyYear");let t=Xl.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return ri(m.year)+(t?u("noYear"):"")}function Rs(t){clearInterval(Ue),Ue=t?setInterval(()=>{let e=dt.indexOf(m.
year)+1;e<dt.length&&It(dt[e]),e>=dt.length-1&&Rs(!1)},1400):0,t&&It(dt[0]),Fs()}function Fs(){if(dt.length<2)return;qn.
hidden=!1;let t=document.activeElement&&qn.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?
dt.length:dt.indexOf(m.year);qn.setAttribute("aria-label",u("years"));let n=[...dt.map(String),u("allYears")];qn.replaceChildren(
i("button",{type:"button",id:"years-play",onclick:()=>Rs(!Ue),"aria-label":u(Ue?"stop":"play"),title:u(Ue?"stop":"play")},
xe(Ue?"pause":"play")),i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:dt.
length,step:1,value:e,"aria-label":u("years"),"aria-valuetext":Kn(),oninput:o=>{Ue&&Rs(!1),It(dt[o.target.valueAsNumber]??
null)}}),i("div.ticks",{"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>It(dt[r]??null)},o)))),
i("output.year-now",{},Kn())),t&&document.getElementById(t).focus()}function Jl(t){E("language",Fs);let e=new Set;E("fil\
ter",()=>{let n=new Set(L.filter(o=>$e(o).length));for(let o of new Set([...n,...e]))Vn(o);e=n,St(null),w.closePopup()}),
new ResizeObserver(()=>{qn.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var Zl=document.getElementById("sheet"),Ds=document.getElementById("sheet-more"),Rd=.0254/96,_s=[];function Fd(){let t=w.
getSize(),e=w.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[w.containerPointToLatLng([t.x/2-50,t.y/2]),w.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=ht(n.lng,e.lat,o.lng,e.lat)/(100*Rd),a=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${tt(Math.
round(s/a)*a)}`}function Dd(){return I("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},I("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),I("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),I("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function _d(){
return[...L].reverse().filter(t=>m.shown[t.number]).map(t=>{let e=er(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(i("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},S(u(t.title),"strong.datum"),t.style.
kind==="outline"?pn(t.style):null),e.children.length?e:null)})}function Ud(){let t=L.filter(n=>m.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(k.attribution),k.basemap?
u(k.basemap.attribution):"",...new Set(t)].filter(Boolean);return i("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",S(n)]))}function Ql(t){let e=i("div.sheet-legend",{},_d()),n=i("div.sheet-foot",{},m.year===null?"":i("p",{},Kn()),
i("p.ratio",{},u("ratio"),Fd()),i("p",{},u("projection")),Ud(),i("p",{},u("printed"),dn()),i("p.review",{},u("review"),k.
review?S(k.review):u("noReviewLine")));Zl.replaceChildren(i("div.sheet-head",{},i("h2",{},u("legend")),Dd()),e,n,t);let o=_s.
flatMap(r=>r()).filter(Boolean);Ds.replaceChildren(...jd(e,n),...o),Ds.hidden=!Ds.children.length}function jd(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>Zl.clientHeight/3&&o.replaceWith(i("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(i("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(i("h2",{},u("legendMore")),i("div.sheet-legends",{},r))}return o.
isConnected||n.push(i("h2",{},u("source")),o),n}var Ws={A3:"A3 landscape",A4:"A4 landscape"},je=null,Yn="A3";function Us(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function Wd(){return Ss(.02)?jo()??w.getBounds():w.getBounds()}function tc(){je||document.body.classList.
contains("printing-list")||(je={centre:w.getCenter(),zoom:w.getZoom(),bounds:Wd()},St(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,m.paper=!0,ec())}function ec(){
document.body.classList.toggle("paper-a4",Yn==="A4"),Us(Ws[Yn]),w.invalidateSize({animate:!1,pan:!1}),w.fitBounds(je.bounds,
{animate:!1,padding:[8,8]}),A("paper"),Ql(Gd()),le()}function js(){if(!je)return;let{centre:t,zoom:e}=je;je=null,m.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,w.invalidateSize({animate:!1,pan:!1}),w.setView(t,e,{
animate:!1}),A("paper"),le()}function Gd(){let t=e=>i("label",{},i("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===Yn,onchange:()=>{Yn=e,ec(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return i("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(Ws).map(t),i("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),i("button.sheet-back",{type:"button",onclick:js},u("back")))}
function nc(){tc(),document.getElementById("paper-print").focus()}function ir(){return je!==null}function oc(){let t=!1;
window.addEventListener("beforeprint",()=>{t=ir(),m.profile?Us("A4 portrait"):tc()}),window.addEventListener("afterprint",
()=>{m.profile&&Us(Ws[Yn]),t||js()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&js()})}var We={width:320,height:104,most:160};function rc(t,e,n){let o=e&&t.data.columns[e];return o&&rt(o)?Vd(t,e,n):t.legend.
classes?qd(t):null}function Hd(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"\
true"},n||""))}function Vd(t,e,n){let r=t.data.columns[e],s=n.map($=>({row:$,value:W(r.values,$)})).filter($=>typeof $.value==
"number").slice(0,We.most);if(s.length<2)return null;let{width:a,height:l}=We,c=s.map($=>$.value),[f,d]=[Math.min(0,...c),
Math.max(0,...c)],p=$=>4+(l-8)*(d-$)/(d-f||1),h=a/s.length,g=h>4?Math.min(3,h*.2):0,y=s.map(({row:$,value:T},C)=>{let N=I(
"g",{class:"bar","data-row":$});return N.append(I("rect",{class:"hit",x:C*h,y:0,width:h,height:l}),I("rect",{class:"valu\
e",x:C*h+g/2,width:Math.max(.6,h-g),y:Math.min(p(0),p(T)),height:Math.max(1,Math.abs(p(T)-p(0))),fill:e===t.column?Vo(t,
$):"#4d8296"})),N}),b=`${u("chart")}${u(r.title)}`,x=I("svg",{viewBox:`0 0 ${a} ${l}`,role:"img","aria-label":b,preserveAspectRatio:"\
none"},...y,I("line",{class:"zero",x1:0,x2:a,y1:p(0),y2:p(0)}));x.addEventListener("mouseover",$=>Fe(t,Je($))),x.addEventListener(
"mouseleave",()=>Fe(t,null)),x.addEventListener("click",$=>{let T=Je($);T!==null&&ue(t,T,!1,!1)});let M=s.length===We.most&&
n.length>We.most?i("span.count",{},` ${j("firstBars",We.most)}`):null;return Hd([S(u(r.title)),r.unit?S(m.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?ot():null,M],x)}function qd(t){let e=qo(t),n=t.legend.classes.map((a,l)=>({
color:a.color,count:e.classes[l],text:u(a.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((a,l)=>a+l.count,0);if(!o)return null;let r=0,s=I("svg",{viewBox:`0 0 ${We.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
a=>a.count).forEach(a=>{let l=We.width*a.count/o;s.append(I("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:a.color,
class:"part"})),r+=l}),i("figure.chart",{},i("figcaption",{},S(u(t.legend.title)),t.legend.derived?ot():null),s,i("ul.pa\
rts",{},n.filter(a=>a.count).map(a=>i("li",{},i("span.dot",{style:{"--color":a.color}}),S(a.text),i("span.count",{},` ${j(
"rows",a.count)}`)))))}function sc(t,e,n){let o=t.data.columns[e];return n===null||!o||!rt(o)?[u("chartHint")]:[S(J(t,n),
"strong.datum")," ",ft(o,q(t.data,e,n),t,e)]}var Gs=new Set;function qs(t){return Array.from({length:t.data.count},(e,n)=>n)}var Hs=new Map;function Vs(t,e){let n=Co(
t.table,e);if(!Hs.has(n)){let o=new Map;for(let s of qs(t)){let a=e===Me?ss(t,s,Ee):String(W(t.data.columns[e].values,s)??
"");o.set(a,(o.get(a)??0)+1)}let r=o.size>1&&o.size<=Ti&&o.size<t.data.count;Hs.set(n,r?o:null)}return Hs.get(n)}function Kd(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!rt(e[o])&&Vs(t,o));return Ee.prefectures&&t.table!=="prefectur\
es"&&Vs(t,Me)&&n.push(Me),n}function ac(t,e,n){if(n==="")return u("noValue");if(e===Me){let{prefectures:a}=Ee;return J(a,
a.data.search.code.indexOf(n))}let o=t.data.columns[e],r=qs(t).find(a=>String(W(o.values,a)??"")===n),s=m.lang==="en"&&o.
english?o.english:o.values;return ct(o,W(s,r),t,e)}function Yd(t,e){let n=Co(t.table,e),o=En(n),r=e===Me?u("prefecture"):
u(t.data.columns[e].title),s=[...Vs(t,e)].sort((c,f)=>f[1]-c[1]),a=o?[...o].map(c=>ac(t,e,c)).join("、"):"",l=a.length>
18?`${a.slice(0,17)}…`:a;return i(o?"details.chosen":"details",{open:Gs.has(n),ontoggle:c=>{c.target.open?Gs.add(n):Gs.
delete(n)}},i("summary",{id:`chip-${n}`},S(r),l?`：${l}`:""),i("div.values-list",{role:"group","aria-label":r},s.map(([
c,f],d)=>i("label",{},i("input",{type:"checkbox",id:`chip-${n}-${d}`,checked:!!o?.has(c),onchange:()=>Po(n,c)}),S(ac(t,e,
c)),i("span.count",{},String(f))))))}function ic(t){let e=Kd(t),n=m.filter.size>0;if(!e.length&&!n)return null;let o=$e(
t).some(([s])=>s.includes(`~${tn}`)),r=qs(t).filter(s=>Le(t,s)).length;return i("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>Yd(t,s)),n?i("button.clear-filter",{type:"button",id:"filter-clear",onclick:Ei},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}function Xn(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function Rt(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=i("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var Xd=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function lc(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((a,l)=>{let c=getComputedStyle(a);for(let f of Xd)
s[l].setAttribute(f,c.getPropertyValue(f))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function Ks(t){return new XMLSerializer().serializeToString(t)}async function Jd(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(Ks(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(a=>{r.toBlob(a,"image/png")})}async function Ys(t,e,n,o){Rt(t,"image/png",
await Jd(e,n,o))}function Zd(t,e,n){let o=getComputedStyle(t),r=I("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function cc(){
let t=w.getContainer().getBoundingClientRect(),{x:e,y:n}=w.getSize(),o=l=>{let c=l.getBoundingClientRect();return{left:c.
left-t.left,top:c.top-t.top,width:c.width,height:c.height}},r=I("svg",{xmlns:"http://www.w3.org/2000/svg",width:e,height:n,
viewBox:`0 0 ${e} ${n}`}),s=document.querySelector(".hatches defs");s&&r.append(s.cloneNode(!0)),r.append(I("rect",{width:e,
height:n,fill:"#e8eef2"}));let a=[...w.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort((l,c)=>Number(getComputedStyle(
l).zIndex)-Number(getComputedStyle(c).zIndex));for(let l of a){let c=I("g",{opacity:getComputedStyle(l).opacity});for(let f of l.
children){if(f.classList.contains("leaflet-pane")||f.hidden)continue;let d=o(f),p={x:d.left,y:d.top,width:d.width,height:d.
height};if(f.tagName==="svg"){let h=f.cloneNode(!0);h.removeAttribute("style");for(let[g,y]of Object.entries(p))h.setAttribute(
g,y);c.append(h)}else if(f.tagName==="CANVAS"||f.tagName==="IMG"){let h=f.tagName==="IMG"?f.src:f.toDataURL(),g=f.style.
opacity||1;c.append(I("image",{...p,href:h,opacity:g,preserveAspectRatio:"none"}))}else if(f.querySelector("svg")){let h=f.
querySelector("svg"),g=h.cloneNode(!0),y=o(h);g.setAttribute("x",y.left),g.setAttribute("y",y.top),g.setAttribute("overf\
low","visible"),c.append(g)}else f.textContent.trim()&&d.width&&c.append(Zd(f,d))}r.append(c)}return{picture:r,width:e,height:n}}var Qd=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function tp(t){
let e=4294967295;for(let n of t)e=Qd[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function ep(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(p,h)=>{let g=new DataView(new ArrayBuffer(4+h.reduce((b,[x])=>b+x,0)));g.setUint32(0,p,!0);let y=4;for(let[b,
x]of h)b===2?g.setUint16(y,x,!0):g.setUint32(y,x,!0),y+=b;return new Uint8Array(g.buffer)};for(let{name:p,text:h}of t){let[
g,y]=[e.encode(p),e.encode(h)],b=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,tp(y)],[4,y.length],[4,y.length],[2,g.length],[2,
0]],x=s(67324752,b),M=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...b,...M]),g),n.push(x,g,y),r+=x.length+
g.length+y.length}let a=o.reduce((p,h)=>p+h.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,a],[4,r],[
2,0]]),c=[...n,...o,l],f=new Uint8Array(c.reduce((p,h)=>p+h.length,0)),d=0;for(let p of c)f.set(p,d),d+=p.length;return f}
function pc(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function np(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${pc(t)}</t></is></c>`}var uc="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",Xs="http://schemas.openxmlformats.org/package/2006",fc="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",dc="application/vnd.openxmlformats-officedocument.spread\
sheetml",Jn=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function lr(t,e){let n=pc(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(np).join("")}</row\
>`).join(""),r=(s,a,l)=>`<Relationship Id="${s}" Type="${fc}/${a}" Target="${l}"/>`;return ep([{name:"[Content_Types].xm\
l",text:`${Jn}<Types xmlns="${Xs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${dc}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${dc}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${Jn}<Relationships xmlns="${Xs}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${Jn}<workbook xmlns="${uc}" xmlns:r="${fc}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${Jn}<Relationships\
 xmlns="${Xs}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${Jn}<worksheet xmlns="${uc}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function Js(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function op(t,e,n){let o=e.map(s=>{let a=t.data.columns[s];return u(a.title)+(a.unit?` (${u(a.unit)})`:"")}),r=n.map(s=>e.
map(a=>{let l=t.data.columns[a],c=q(t.data,a,s);return c==null?null:rt(l)||l.year?c:ct(l,c,t,a)}));return[o,...r]}function mc(){
let t=document.querySelector("#figures .chart svg");return t?lc(t,640,208):null}function hc(t,e,n){let o=c=>`${Xn(k.name,
u(t.title))}.${c}`,r=()=>op(t,e,n),s=async()=>{let c=Js(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let f=i(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(f),f.select(),document.execCommand("copy"),f.remove()}mt(
u("copied"))},a=(c,f,d)=>i("button",{type:"button",id:`take-${c}`,onclick:d},f),l=document.querySelector.bind(document);
return i("details.takeout",{},i("summary",{id:"take-out"},u("takeOut")),i("div.row",{},a("copy",u("copyTable"),s),a("csv",
"CSV",()=>Rt(o("csv"),"text/csv",`\uFEFF${Js(r(),",")}\r
`)),a("xlsx","XLSX",()=>Rt(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",lr(u(t.title),r()))),
a("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&Rt(o("svg"),"image/svg+xml",Ks(mc()))}),a("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&Ys(o("png"),mc(),640,208)}),a("map-png",u("mapPng"),()=>{let{picture:c,width:f,height:d}=cc();
Ys(`${Xn(k.name,u("map"))}.png`,c,f,d)})))}var fe=document.getElementById("figures"),ur=document.getElementById("figures-toggle"),R={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},rp=26;function ta(){let t=L.filter(s=>m.shown[s.number]&&s.geometry!=="raster"),
e=t.find(s=>s.number===R.picked);if(e)return e;let n=t.filter(s=>s.geometry==="polygon"),o=n.filter(s=>s.style.kind!=="o\
utline"),r=t.filter(s=>s.style.kind!=="outline");return o[o.length-1]||r[r.length-1]||n.sort((s,a)=>a.places.length-s.places.
length)[0]||t[t.length-1]||null}function yc(){let t=ta();return!t||t.data.count<=5e3}function ea(t){let e=R.hidden.get(t.
table),n=bc(t);return e?n.filter((o,r)=>r===0||!e.has(o)):n}function sp(t){let e=R.hidden.get(t.table)??new Set;return i(
"details.columns",{open:R.choosing,ontoggle:n=>{R.choosing=n.target.open}},i("summary",{id:"figures-columns"},u("columns")),
i("div.values-list",{role:"group","aria-label":u("columns")},bc(t).slice(1).map((n,o)=>i("label",{},i("input",{type:"che\
ckbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{e.delete(n)||e.add(n),R.hidden.set(t.table,e),Xt()}}),S(u(t.data.
columns[n].title))))))}var ap=/%|‰|率|\/|per |km$|千米$|人\/|户均/;function ip(t,e){let n=e.map((o,r)=>{let s=t.
data.columns[o];if(r===0||!rt(s)||!s.unit||ap.test(`${s.unit.zh} ${s.title.zh}`))return null;let a=R.rows.map(l=>q(t.data,
o,l)).filter(l=>typeof l=="number");return a.length?{sum:a.reduce((l,c)=>l+c,0),missing:R.rows.length-a.length}:null});return n.
every(o=>o===null)?null:i("tfoot",{},i("tr",{},e.map((o,r)=>r===0?i("th",{scope:"row"},u("total")):i("td.number",{},n[r]?
tt(n[r].sum,t.data.columns[e[r]],m.lang):"",n[r]?.missing?i("span.unit",{},j("unknown",n[r].missing)):null))))}function Zs(t){
R.wide=t,document.body.classList.toggle("figures-wide",t),Xt()}function bc(t){let{columns:e,count:n}=t.data;return[...new Set(
[t.popup[0],t.column,...t.popup])].filter(r=>r&&ae(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some(
(a,l)=>{let c=q(t.data,r,l);return typeof c=="string"&&!ae(e[r].words,c)&&(c.length>rp||c.includes(`
`))}))}function lp(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,d)=>d).filter(f=>Le(t,f));if(!e)return s;let a=o.columns[e],l=new Map(s.map(f=>{let d=q(o,e,f);return d==null?
[f,null]:[f,typeof d=="number"?d:ct(a,d,t,e)]})),c=n?-1:1;return s.sort((f,d)=>{let[p,h]=[l.get(f),l.get(d)];if(p===null||
h===null)return(p===null)-(h===null)||f-d;let g=typeof p=="number"&&typeof h=="number"?p-h:r.compare(p,h);return c*g||f-
d})}function cp(t){if(m.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=m.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function up(){return Pe().headlines.length?i("dl.headlines",{},Pe().
headlines.map(t=>cp(k.headlines[t])).map(t=>i("div",{title:u("credits")+t.sources.map(u).join("; ")},i("dt",{},S(u(t.title))),
i("dd",{},t.before&&t.value!==null?S(`${u(t.before)} `):null,i("strong",{title:fp(t)},gc(t)),t.unit&&t.value!==null?S(ts(
gc(t),t)):null,t.of!==null?i("span.of",{},j("ofAll",t.of)):null,t.derived?ot():null,m.year!==null&&!t.years?i("span.note",
{},u("everyYearAlike")):null,t.missing?i("span.note",{},j("unknown",t.missing)):null,t.point&&t.value!==null?S(`${u(t.point)}\
 ${cr(t,t.value)}`,"span.note"):null,t.worth?S(u(t.worth),"span.note"):null)))):null}function gc(t){if(t.value===null)return"\
—";if(!t.point)return cr(t,t.value);let[e,n]=[cr(t,t.low),cr(t,t.high)];return e===n?e:`${e}–${n}`}function cr(t,e){
return tt(e,t,m.lang)}function fp(t){return t.value===null||t.point?null:Kt(t,t.value)}function dp(t,e){let n=t.data.columns[e];
R.down=R.sort===e?!R.down:rt(n),R.sort=e,Xt(),document.getElementById(`sort-${ea(t).indexOf(e)}`).focus()}function pp(t,e,n){
let o=t.data.columns[e],r=R.sort===e;return i(rt(o)?"th.number":"th",{scope:"col","aria-sort":r?R.down?"descending":"asc\
ending":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>dp(t,e)},S(u(o.title)),i("span.arrow",{"aria-hidden":"\
true"},r?R.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?ot():null)}function wc(t,e,n){
R.wide&&Zs(!1),ue(t,e,!1,n)}function mp(t,e,n){let o=t.data,r=i("tr",{"data-row":String(n),onclick:s=>{s.target.closest(
"button")||wc(t,n,!1)}});return e.forEach((s,a)=>{let l=o.columns[s],c=ct(l,q(o,s,n),t,s);if(a===0){r.append(i("th",{scope:"\
row"},i("button",{type:"button",dir:"auto",onclick:f=>wc(t,n,f.detail===0)},c)));return}r.append(i(rt(l)?"td.number":"td",
{dir:rt(l)?null:"auto",title:Kt(l,q(o,s,n))},s===t.column&&t.style.kind!=="outline"?i("span.dot",{style:{"--color":Vo(t,
n)}}):null,c))}),r}function hp(t){let e=L.filter(n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return i("label.\
pick",{},i("span",{},u("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(R,{picked:Number(n.target.value),
sort:null,most:200}),Xt()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},u(n.title)))))}function gp(t){let e=ea(
t),n=R.rows.slice(0,R.most),o=i("table",{onmouseover:r=>Fe(t,Je(r)),onmouseleave:()=>Fe(t,null),onfocusin:r=>Fe(t,Je(r))},
i("caption",{},S(u(t.title)),i("span.count",{},` ${j("tableRows",R.rows.length)}`)),i("thead",{},i("tr",{},e.map((r,s)=>pp(
t,r,s)))),i("tbody",{},n.map(r=>mp(t,e,r))),ip(t,e));return[R.rows.length?null:i("p.hint",{},u("nothingDue")),i("div.tab\
le",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<R.rows.length?i("button.more",{type:"button",id:"figu\
res-more",onclick:()=>{R.most+=500,Xt()}},u("more")):null]}function Xt(){if(ur.replaceChildren(u("figures")),fe.setAttribute(
"aria-label",u("figuresTitle")),!R.open)return;let t=fe.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=fe,n=ta(),o=[i("div.figures-head",{},i("h2",{},u("figuresTitle")),i("button.wide",{type:"button",id:"figur\
es-wide","aria-pressed":String(R.wide),onclick:()=>Zs(!R.wide)},u(R.wide?"narrowTable":"wideTable")),i("button.close",{type:"\
button",id:"figures-close","aria-label":u("close"),onclick:()=>{R.wide&&Zs(!1),de(!1),ur.focus()}},"×")),up()];if(n){let r=ea(
n);if(!r.includes(R.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];R.sort=s||null,R.down=!!(s&&rt(n.data.columns[s]))}
R.rows=lp(n,R.sort,R.down),o.push(hp(n),ic(n),i("div.table-tools",{},sp(n),hc(n,r,R.rows)),rc(n,R.sort,R.rows),gp(n))}else
o.push(i("p.hint",{},u("nothingShown")));fe.replaceChildren(...o.flat(1/0).filter(Boolean)),fe.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),Qs(!1)}function Qs(t){if(!R.open)return;let e=ta();if(!e)return;let n=m.chosen&&m.
chosen.layer.table===e.table?m.chosen:null,o=Dn.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;fe.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let f=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",f),l.tagName==="TR"&&l.setAttribute("aria-selected",String(f)),t&&
f&&l.tagName==="TR"&&wp(l)});let s=fe.querySelector(".chart-note"),a=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...sc(e,R.sort,a))}function wp(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function de(t){Pt(()=>{R.open=t,t&&A("opened","fig\
ures"),fe.hidden=!t,document.body.classList.toggle("figures-open",t),ur.setAttribute("aria-expanded",String(t)),Xt()})}function xc(){
ur.addEventListener("click",()=>de(!R.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&H.matches&&R.open&&
de(!1)}),E("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&H.matches)&&R.open&&de(!1)}),E("language",Xt),E("lay\
ers",Xt);for(let t of["year","filter","map"])E(t,Xt);E("hover",()=>Qs(!1));for(let t of["chosen","docked"])E(t,()=>Qs(!0))}function Zn(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function fr({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Zn);return{code:n||"",zh:Zn(t??""),en:Zn(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Zn),initials:r.map(s=>s.slice(0,1)).join("")}}function yp(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var bp=3;function kc({entry:t,fit:e}){
return t.unit&&e<=bp?0:1}function vc(t,e,n){let o=Zn(e);return o?t.map(r=>({entry:r,fit:yp(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>kc(r)-kc(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var oa=document.getElementById("search"),xp=12,na=null,et=[],zt=-1;function kp(){let t=[],e=new Set,n=r=>L.some(s=>s.table===
r&&m.shown[s.number]);Object.keys(k.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=k.tables[r],{search:a}=s,l=a.name?s.
columns[a.name]:null;for(let c=0;c<s.count;c++){let f=l?W(l.values,c):null,d=l?.english?W(l.english,c):null,p=a.code?a.code[c]:
null,h=p?`${p} ${f}`:null;if(f===null&&d===null&&p===null||h&&e.has(h))continue;h&&e.add(h);let g=a.pinyin?W(a.pinyin,c):
null,y=p!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:y,...fr({zh:f,en:d,code:p,pinyin:g})})}});for(let r of k.
tasks?.regions??[])Un(r.code)&&t.push({zone:r,unit:!0,...fr(r)});for(let r of k.elsewhere??[])r.zh.forEach((s,a)=>{let l=r.
en?.[a]??null;if(s===null&&l===null)return;let c=r.pinyin[a];t.push({elsewhere:r,row:a,...fr({zh:s,en:l,code:null,pinyin:c})})});
return t}function zc(t){return na=na||kp(),vc(na,t,xp)}function Mc(t){let e=L.filter(n=>n.table===t);return e.filter(n=>m.
shown[n.number]).pop()||e.find(an)||e[0]}function $c(t,e){let n=Object.prototype.hasOwnProperty.call(k.tables,t)&&k.tables[t];
if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,a=Array.from({length:r},(l,c)=>c).find(l=>o.code?.[l]===
e||s&&W(s.values,l)===e);a!==void 0&&ra({table:t,row:a})}function ra(t){if(t.zone){Sc(),A("profile",{table:"zone",code:t.
zone.code});return}if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,a=r[t.row]??s[t.row];window.location.href=`${n}${k.
ending}${Vi(o,a)}&lang=${m.lang}`;return}let e=Mc(t.table);Sc(),Xi(e),m.year!==null&&!is(e,t.row)&&It(null),ue(e,t.row,!0,
!0),H.matches&&de(!1)}function Sc(){et=[],zt=-1,Qn()}function vp(t){if(t.elsewhere){let{zh:s,en:a,title:l,layer:c}=t.elsewhere,
f=[s[t.row],a?.[t.row]??null].filter(d=>d!==null);return m.lang==="en"&&f.reverse(),[S(f[0],"strong.datum"),f[1]?S(f[1],
"span.other"):null,i("span.of",{},S(u(c)),` · ${u("onMap")} `,S(u(l)))]}if(t.zone){let{code:s,zh:a,en:l}=t.zone;return[
S(u(t.zone),"strong.datum"),S(m.lang==="zh"?l:a,"span.other"),i("span.of",{},`${s} · ${u("profile")}`)]}let e=Mc(t.table),
n=k.tables[t.table],o=n.search.name?n.columns[n.search.name]:null,r=o?.english?W(m.lang==="zh"?o.english:o.values,t.row):
null;return[S(J(e,t.row),"strong.datum"),r?S(r,"span.other"):null,i("span.of",{},t.code?`${t.code} · `:"",S(u(e.title)),
an(e)?null:[` · ${u("onMap")} `,S(ln(e))])]}function Qn(){let t=document.getElementById("search-list"),e=document.getElementById(
"search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...et.map((r,s)=>i("li",{id:`found-${s}`,
role:"option","aria-selected":String(s===zt),onmousedown:a=>{a.preventDefault(),ra(r)}},vp(r))));let o=document.getElementById(
"search-none");o.hidden=et.length>0||!n||zt===-2,o.textContent=u("nothingFound"),t.hidden=!et.length,e.setAttribute("ari\
a-expanded",String(et.length>0)),zt>=0?(e.setAttribute("aria-activedescendant",`found-${zt}`),document.getElementById(`f\
ound-${zt}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Sp(t){et=zc(t.target.
value),zt=et.length?0:-1,Qn(),t.target.value.trim()&&mt(et.length?j("found",et.length):u("nothingFound"))}function zp(t){
let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&et.length?(t.preventDefault(),zt=(zt+e+et.length)%et.length,Qn()):t.key==="Esca\
pe"&&(t.stopPropagation(),et.length||(t.target.value=""),et=[],zt=-2,Qn())}function Mp(){let t=document.getElementById("\
search-input");oa.setAttribute("aria-label",u("search")),oa.replaceChildren(i("div.field",{},xe("search"),i("input",{id:"\
search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"aria-label":`${u("search")}: ${u("searchHint")}`,
"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Sp,
onkeydown:zp,onblur:()=>{zt=-2,et=[],Qn()}})),i("ul",{id:"search-list",role:"listbox","aria-label":u("search"),hidden:!0}),
i("p",{id:"search-none",hidden:!0}))}function Tc(){oa.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById(
"search-input");et.length||(et=zc(e.value)),et.length&&ra(et[Math.max(0,zt)])}),document.addEventListener("keydown",t=>{
t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search\
-input").focus())}),E("language",Mp)}var Ge={last:"",timer:0,ready:!1},Ac=Uo(L),aa=[];function dr(t){aa.push(t)}var Oc=(k.maps??[]).map(t=>t.name);function Cc(){
return qi(window.location.hash,{keys:Ac,groups:k.groups.length,years:dt,maps:Oc,columns:Object.fromEntries(Object.entries(
k.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function Bc(){let{lat:t,lng:e}=w.getCenter(),n=aa.flatMap(o=>o.
write());return Ki({zoom:w.getZoom(),lat:t,lng:e},m,Ac,n,Oc)}function Ec(t){if(t.map!==void 0&&Wo(t.map),t.filter||m.filter.
size){m.filter.clear();for(let[n,o]of t.filter??[])m.filter.set(n,o);A("filter")}t.shown&&L.forEach((n,o)=>{m.shown[o]!==
t.shown[o]&&lt(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{$o(o,n)}),It(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of aa)n.follow(e);t.view&&w.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
A("linked",t.more),t.profile&&A("profile",t.profile),t.find&&$c(t.find.table,t.find.name),Ge.ready=!0}function Lc(){!Ge.
ready||ir()||(clearTimeout(Ge.timer),Ge.timer=setTimeout(()=>{if(!ir()){Ge.last=Bc();try{window.history.replaceState(null,
"",Ge.last)}catch{}}},120))}async function Pc(){let t=window.location.href.split("#")[0]+Bc(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}Nt(()=>[i("h2",{id:"about-title"},u("linkTitle")),i("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),i("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var sa=Cc();function Nc(){sa.lang&&(m.lang=sa.lang)}function Ic(){Ec(sa),window.
addEventListener("hashchange",()=>{if(window.location.hash===Ge.last)return;let e=Cc();e.lang&&e.lang!==m.lang&&(m.lang=
e.lang,A("language")),Ec(e)}),w.on("moveend",Lc);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
E(e,Lc)}var to=i("section",{id:"compare",hidden:!0}),Jt=i("div",{id:"divider",hidden:!0}),B={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},$p=["swipe","difference"],pr=null,He=null,pe=null;function _c(t){He=t}var ro=()=>L.filter(re),mr=()=>[
...ro(),...He?.sides()??[]],Rc=t=>t.key??String(t.number),eo=()=>[B.a,B.b].filter(Boolean),no=()=>eo().filter(t=>!t.key),
oo=()=>B.open&&!no().length;function Tp(t){return t.key?He.name(t):k.maps&&!an(t)?`${u(t.title)} · ${ln(t)}`:u(t.title)}
function so(){for(let a of[...ro(),...eo()])w.getPane(a.pane).style.clip="";let t=B.open&&B.mode==="swipe";if(Jt.hidden=
!t,!t)return;let e=w.getSize(),[n,o]=[w.containerPointToLayerPoint([0,0]),w.containerPointToLayerPoint([e.x,e.y])],r=n.x+
e.x*B.at;Jt.style.left=`${100*B.at}%`;let s=(a,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${a}px)`;w.getPane(B.a.pane).style.
clip=s(n.x,r),w.getPane(B.b.pane).style.clip=s(r,o.x)}function Fc(t){let e=t.data.columns?.[t.column],{code:n}=t.data.search;
return!e||!rt(e)||!n?null:new Map(n.map((o,r)=>[o,W(e.values,r)??null]))}function Uc(){pr.clearLayers();let t=B.open&&B.
mode==="difference";for(let p of ro())w.getPane(p.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,b:n}=B;
if(oo())return He.difference(e,n,pr);if(e.key||n.key)return u("noFigures");let[o,r]=[Fc(e),Fc(n)];if(!o||!r)return u("no\
Figures");let s=p=>p.data.columns[p.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let a=Zi(o,r);if(!a.size)return u(
"noCommon");let l=Qi(a.values()),{myriads:c}=e.data.columns[e.column],f=Qa(l.flatMap(({low:p,high:h})=>[p,h]),{...Rr,myriads:c},
m.lang);e.data.search.code.forEach((p,h)=>{if(!a.has(p))return;let g=a.get(p);z.polygon(e.places[h].parts,{pane:"gisplan\
-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape difference",fillColor:g===null?cn(
"#d5d9dd"):el(g,l),fillOpacity:.85}).addTo(pr)});let d=[...a.values()].filter(p=>p===null).length;return i("ul.differenc\
e-legend",{},l.map(({low:p,high:h,color:g,count:y})=>i("li",{},i("span.swatch",{style:{"--color":g,"--opacity":.85}}),i(
"span.what",{},p===h?"0":`${f.get(p)} – ${f.get(h)}`),i("span.count",{},String(y)))),d?i("li",{},i("span.swatch.hatche\
d",{style:{"--color":"#d5d9dd","--opacity":.85}}),i("span.what",{},u("oneMissing")),i("span.count",{},String(d))):null)}
function Dc(t){return i("label",{},i("span",{},u(t==="a"?"leftTheme":"rightTheme")),i("select",{id:`compare-${t}`,onchange:e=>{
B[t]=mr().find(n=>Rc(n)===e.target.value),wr()}},mr().map(e=>i("option",{value:Rc(e),selected:e===B[t]},Tp(e)))))}function hr(){
if(to.hidden=!B.open,!B.open)return;let t=to.contains(document.activeElement)?document.activeElement.id:null,e=Uc(),n=r=>i(
"label.mode",{},i("input",{type:"radio",name:"compare-mode",id:`compare-${r}`,checked:B.mode===r,onchange:()=>{B.mode=r,
wr()}}),u(r)),o=u(oo()?"scenarios":"compare");to.setAttribute("aria-label",o),to.replaceChildren(i("div.measure-head",{},
i("strong",{},o),i("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>me(!1)},"×")),Dc(
"a"),Dc("b"),i("div.row",{},n("swipe"),n("difference")),B.mode==="swipe"?i("input",{id:"compare-at",type:"range",min:0,max:100,
value:Math.round(100*B.at),"aria-label":u("swipe"),oninput:r=>{B.at=r.target.valueAsNumber/100,so(),A("view")}}):i("div",
{id:"compare-told"},e),...[oo()?He.told(B.a,B.b):null].filter(Boolean)),t&&document.getElementById(t)?.focus()}function wr(){
oo()?Ur(B.before,null):Ur(...no()),gr(),hr(),so(),A("view")}function gr(){let t=B.open?eo().filter(e=>e.key):[];He?.show(
t,B.mode)}function la(t,e){if(!B.open){me(!0,[t,e]);return}Object.assign(B,{a:t,b:e}),wr()}function me(t,e=He?.first()??
null){if(t===B.open)return;let n=ro();if(!(t&&n.length<2&&!e)){if(t){let o=n.find(r=>m.shown[r.number]);B.before=o??null,
B.a=e?.[0]??o??n[0],B.b=e?.[1]??n.find(r=>r!==B.a&&r.table===B.a.table&&r.year!==null)??n.filter(an).find(r=>r!==B.a)??n.
find(r=>r!==B.a)}if(B.open=t,document.getElementById("tool-compare")?.setAttribute("aria-pressed",String(t)),t){w.closePopup(),
wr();return}gr(),hr(),Uc(),so(),A("view");for(let o of no())o!==B.before&&m.shown[o.number]&&lt(o,!1);B.before&&lt(B.before,
!0)}}function jc(){return B.open}function Ep(t){t.preventDefault(),Jt.setPointerCapture(t.pointerId),Jt.onpointermove=e=>{
let n=w.getContainer().getBoundingClientRect();B.at=Math.min(1,Math.max(0,(e.clientX-n.left)/n.width));let o=document.getElementById(
"compare-at");o&&(o.value=Math.round(100*B.at)),so()},Jt.onpointerup=()=>{Jt.onpointermove=null,A("view")}}var ia=t=>t.key??
Uo(L)[t.number];function Lp(){if(!B.open)return[];let{a:t,b:e,mode:n,at:o}=B;return[["compare",[ia(t),ia(e),n,Math.round(
100*o)].join(" ")]]}function Ap(t){let[e,n,o,r]=(t.get("compare")??"").split(" ");pe=$p.includes(o)?{a:e,b:n,mode:o,at:Number(
r)}:null,pe||me(!1),Wc(),setTimeout(()=>{pe=null})}function Wc(){if(!pe)return;let[t,e]=[pe.a,pe.b].map(r=>mr().find(s=>ia(
s)===r));if(!t||!e)return;let{mode:n,at:o}=pe;pe=null,Object.assign(B,{mode:n,at:o>=0&&o<=100?o/100:.5}),la(t,e)}function Gc(){
it("gisplan-difference",570),pr=z.layerGroup().addTo(w),w.getContainer().append(Jt),Jt.addEventListener("pointerdown",Ep),
z.DomEvent.disableClickPropagation(Jt),document.getElementById("search").after(to),w.on("move zoomend resize viewreset",
so),E("language",()=>{gr(),hr()}),dr({write:Lp,follow:Ap}),E("candidates",()=>{if(Wc(),!B.open||no().length===2)return;let t=mr();
eo().every(e=>t.includes(e))?(gr(),hr()):me(!1)}),E("paper",()=>{m.paper&&eo().some(t=>t.key)&&me(!1)});for(let t of["la\
yers","map"])E(t,()=>{let e=B.open&&no().every(n=>m.shown[n.number]);oo()&&(B.before=ro().find(n=>m.shown[n.number])??null),
B.open&&!e&&(B.before=null,me(!1))})}var ut=["A","B"],Hc=200,ua={list:[],past:[],future:[]},ao={at:0};function Ft(t){return t===ao.at?v.list:ua.list}function hn(t){
if(t===ao.at)return;let{list:e,past:n,future:o}=v;ao.at=t;let r={...ua};Object.assign(ua,{list:e,past:n,future:o}),An(r.
list,r.past,r.future)}function da(t,e){let[n,o]=[new Set(t),new Set(e)];return{both:t.filter(r=>o.has(r)),alone:[t.filter(
r=>!o.has(r)),e.filter(r=>!n.has(r))]}}function pa(){if(!ut.every((a,l)=>Ft(l).length))return null;let{coverage:t}=v,[e,
n]=ut.map((a,l)=>on(Ft(l)).gained),{both:o,alone:r}=da(e,n),s=a=>{let l=c=>t.amountOf(c,a);return{gained:[l(e),l(n)],both:l(
o),alone:r.map(l)}};return{people:s(),waste:t.waste.map(({values:a})=>s(a))}}function ca(t){return Number(t.toFixed(3))}
function Op(){let t=new Set,e=ut.flatMap((n,o)=>{let r=Ft(o),{each:s}=r.length?on(r):{each:[]};return r.map((a,l)=>{let c=vt(
a),f=t.has(c)?`${c} (${n})`:c;t.add(f);let{reached:d,gained:p,overlap:h,only:g,nearest:y,road:b,waste:x,capacity:M}=s[l];
return{type:"Feature",properties:{name:f,scenario:n,reach_km:v.reach,by:v.by,reached:d,gained:p,overlap:h,only:g,...Object.
fromEntries(x.flatMap($=>[[`${$.name}_reached`,ca($.reached)],[`${$.name}_gained`,ca($.gained)]])),...M?{capacity_reached:ca(
M.known),sites_reached:M.sites,sites_of_unknown_capacity:M.unknown}:null,nearest_m:y?Math.round(y.metres):null,...b?{nearest_access_m:y?
Math.round(y.access):null,to_road_m:Math.round(b.metres)}:null},geometry:{type:"Point",coordinates:[a.lon,a.lat]}}})});return JSON.
stringify({type:"FeatureCollection",features:e},null,1)}function Vc(){Rt(`candidates_${k.name}.geojson`,"application/geo\
+json",Op())}function fa({lon:t,lat:e,name:n}){return v.made+=1,{number:v.made,lon:kt(t),lat:kt(e),name:n}}function ma(t){
let[e,n]=ut.map(s=>t.filter(a=>(a.cells?.scenario==="B"?"B":"A")===s)),o=t.map(s=>s.cells??{}).find(s=>s.reach_km!==void 0);
v.asked.reaches.includes(Number(o?.reach_km))&&(v.reach=Number(o.reach_km)),nn().includes(o?.by)&&(v.by=o.by),n.length>0&&
(hn(1),An([...v.list,...n.map(fa)]),hn(0)),An([...v.list,...e.map(fa)])}function Cp(){let t=ut.map((e,n)=>Ft(n).slice(0,
Hc).map(o=>`${o.lon},${o.lat},${encodeURIComponent(o.name)}`).join(";"));return t.some(Boolean)?t.join("/"):""}function Bp(t){
return(t??"").split("/").slice(0,2).map(e=>e.split(";").filter(Boolean).slice(0,Hc).map(n=>{let[o,r,s=""]=n.split(","),a="";
try{a=decodeURIComponent(s).slice(0,80)}catch{a=""}return{lon:Number(o||Number.NaN),lat:Number(r||Number.NaN),name:a}}).
filter(({lon:n,lat:o})=>Math.abs(n)<=180&&Math.abs(o)<=90))}function Pp(t){let e=Bp(t.sites);if(!e.some(o=>o.length))return;
let n=Number(t.reach);v.asked.reaches.includes(n)&&(v.reach=n),nn().includes(t.by)&&(v.by=t.by),e.forEach((o,r)=>{o.length&&
(hn(r),An(o.map(fa)))}),hn(e[0].length?0:1)}function qc(){E("linked",Pp),E("candidates",t=>{if(t)return;let e=Cp();m.more=
Object.assign(Object.create(null),e?{sites:e,reach:String(v.reach),by:v.by}:null),A("view")})}function Zt(t){return`${u(
"scenario")} ${ut[t]}`}var Np=360,ha="gisplan-scenarios",io={left:{color:"#b35806",shape:"full",dot:{radius:4,fillColor:"#b35806"}},right:{color:"\
#542788",shape:"ring",dot:{radius:4,color:"#542788",weight:2.5,fillColor:"#ffffff"}},both:{color:"#4b5563",shape:"full.s\
mall",dot:{radius:2.5,fillColor:"#4b5563"}}},lo=ut.map((t,e)=>({key:`@${t}`,at:e,pane:`gisplan-scenario-${e}`})),co=new Map,
uo=({at:t})=>on(Ft(t));function Ip(t,e,n){for(let o of Ft(n.at)){let r=`${ut[n.at]}${o.number}`,s=ks(r),a=`${Zt(n.at)} ·\
 ${vt(o)}`;z.marker([o.lat,o.lon],{pane:e,icon:s,title:a,interactive:!1,keyboard:!1}).addTo(t)}}function Rp(t,e){for(let[
n,{group:o,renderer:r}]of co)o.clearLayers(),r.remove(),co.set(n,{group:o,renderer:z.canvas({pane:n})});for(let n of["gi\
splan-reach","gisplan-candidates"])w.getPane(n).style.visibility=t.length?"hidden":"";if(!(e==="difference"&&t.length<2))
for(let n of new Set(t)){let{group:o,renderer:r}=co.get(n.pane),s=Ft(n.at);if(e==="swipe")ys(o,{pane:n.pane,renderer:r},
{list:s,figures:uo(n)});else if(!gt()){let a=n===t[0]?io.left:io.right,l=n===t[0]?null:"7 5";xs(o,n,s,{color:a.color,fillOpacity:0,
dashArray:l})}Ip(o,n.pane,n)}}function Fp(t,e){let{group:n,renderer:o}=co.get(ha),{both:r,alone:s}=da(uo(t).gained,uo(e).
gained),{amountOf:a}=v.coverage,l=[["both",u("gainedByBoth"),r],["left",u("gainedAlone")(Zt(t.at)),s[0]],["right",u("gai\
nedAlone")(Zt(e.at)),s[1]]],c={pane:ha,renderer:o};for(let[f,,d]of l)bs(n,c,d,io[f].dot);return i("ul.difference-legend",
{},l.map(([f,d,p])=>i("li",{},i(`span.dot.${io[f].shape}`,{style:{"--color":io[f].color}}),i("span.what",{"data-figure":`\
map-${f}`,title:rn(a(p))},d,m.lang==="zh"?"：":": ",`${j("settlements",p.length)} · ${Bt(a(p))}`))))}function Dp(t){let e=tt(
t,v.asked.quantity,m.lang);return t>0?`+${e}`:e}function _p(t,e){let[n,o]=[uo(t),uo(e)],r=Ln(v.asked.regions),s=(l,c,f,d)=>i(
"tr",{"data-region":c},i("th",{scope:"row"},l),[f,d].map(p=>i("td",{title:rn(p.after)},ye(p.after,p.total))),i("td",{title:rn(
d.after-f.after)},Dp(d.after-f.after))),a=[u("region"),...[t,e].map(l=>Zt(l.at)),[`${ut[e.at]} − ${ut[t.at]}`,Ao(v.asked.
quantity)]];return i("section.sums.scenario-sides",{},i("table",{},i("caption",{},`${Et(u("byRegion"))} · ${Ae()}`),i("\
thead",{},i("tr",{},a.map(l=>i("th",{scope:"col"},l)))),i("tbody",{},n.regions.map((l,c)=>{let f=o.regions[c];if(l.after===
l.before&&f.after===f.before)return null;let d=v.asked.codes[c];return s(S(st(r,c)?J(r,c):d),d,l,f)}),s(u("total"),"",n.
whole,o.whole))))}function Kc(){la(...lo),w.fitBounds(Ci(lo.flatMap(({at:t})=>Ft(t))),{paddingTopLeft:H.matches?[0,0]:[Np,
0],animate:!1})}function Yc(){for(let[e,n]of[...lo.map(o=>o.pane),ha].entries())it(n,576+e),co.set(n,{group:z.layerGroup().
addTo(w),renderer:z.canvas({pane:n})});let t=()=>ut.every((e,n)=>Ft(n).length)?lo:[];_c({sides:t,first:()=>document.body.
classList.contains("evaluate-open")&&t().length?lo:null,name:({at:e})=>Zt(e),show:Rp,told:_p,difference:Fp})}function Mt(t,e,n=u(t)){return i("tr",{"data-figure-row":t},i("th",{scope:"row"},n),v.list.map((o,r)=>i("td",{},e(v.figures.
each[r],o))))}function yr({heading:t}){return S(u(t.title))}function ga({known:t,sites:e,unknown:n}){let o=Ce(v.asked.sites.
capacity,t),r=j("sitesThere",e);return n?`${o} · ${r} · ${j("ofUnknown",n)}`:`${o} · ${r}`}function wa(){let{drawn:t,
worth:e}=v.asked,n=v.coverage.waste.filter(r=>r.rate).map(r=>i("li",{},yr(r),u("colon"),S(u(r.rate)))),o=u(t?"drawnSaid":
"boundsSaid");return e&&n.push(i("li",{},u("existing"),S(u(e)),o)),n.length?i("ul.worth-notes",{},n):null}function ya({road:t}){
let e=be(t.metres);return t.on?e:`${e} · ${u("offRoad")}`}function ba(){let t=({nearest:n})=>n?[be(n.metres)," · ",S(Io(
n.at))]:"—",e=({nearest:n})=>n?be(n.access):"—";return i("table.candidates-table",{},i("caption",{},`${u("evaluateTi\
tle")} · ${Ae()}`),i("thead",{},i("tr",{},i("th",{scope:"col"},u("candidate")),v.list.map(n=>i("th",{scope:"col"},`${n.
number} `,S(vt(n)))))),i("tbody",{},Mt("gained",n=>Bt(n.gained),Tt(u("gained"))),Mt("reached",n=>Bt(n.reached)),Mt("over\
lap",n=>Bt(n.overlap),Et(u("overlap"))),Mt("only",n=>Bt(n.only),Tt(u("only"))),v.coverage.waste.map((n,o)=>[Mt(`${n.name}\
-reached`,r=>Ce(n,r.waste[o].reached),yr(n)),Mt(`${n.name}-gained`,r=>Ce(n,r.waste[o].gained),Tt(u("ofItGained")))]),v.asked.
sites.capacity?Mt("capacity",({capacity:n})=>ga(n),Et(u("capacity"))):null,Mt(gt()?"nearestByRoad":"nearest",t),gt()?Mt(
"access",e):null,gt()?Mt("toRoad",ya):null,Mt("lies",n=>S(Ro(n))),Mt("coordinateShort",(n,o)=>`${o.lon}, ${o.lat}`)))}var Up=[72.004,.8293,137.8347,55.8271],jp=.1,Qc=1e-9,Xc=6378245,Jc=1-(1-1/298.3)**2,{PI:wt,sin:xt,cos:ka,sqrt:xa,abs:br,
atan2:Wp,hypot:Gp}=Math;function Zc(t,e,n=0){let[o,r,s,a]=Up;return t>=o-n&&t<=s+n&&e>=r-n&&e<=a+n}function tu(t,e){let[
n,o]=[t-105,e-35],r=(20*xt(6*n*wt)+20*xt(2*n*wt))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*xa(br(n))+r+(20*xt(n*wt)+40*xt(n/3*
wt))*(2/3)+(150*xt(n/12*wt)+300*xt(n/30*wt))*(2/3),a=-100+2*n+3*o+.2*o*o+.1*n*o+.2*xa(br(n))+r+(20*xt(o*wt)+40*xt(o/3*wt))*
(2/3)+(160*xt(o/12*wt)+320*xt(o*wt/30))*(2/3),l=e*wt/180,c=1-Jc*xt(l)**2,f=xa(c);return[s*180/(Xc/f*ka(l)*wt),a*180/(Xc*
(1-Jc)/(c*f)*wt)]}function Hp(t,e){let n=16.666666666666668*wt,o=Gp(t,e)+2e-5*xt(e*n),r=Wp(e,t)+3e-6*ka(t*n);return[o*ka(
r)+.0065-t,o*xt(r)+.006-e]}function Vp(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[a,l]=t(o,r),c=Math.max(br(e-a-o),
br(n-l-r));if([o,r]=[e-a,n-l],c<Qc)break}return[o,r]}function eu(t,e,n){if(!Zc(t,e,jp))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=Vp(s,o,r);return Zc(o,r,Qc)?[o,r]:[t,e]}function nu(t,e){return eu(t,e,[tu])}function ou(t,e){return eu(t,e,[Hp,tu])}function su(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function au(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=d=>n.split(d).length,r=["	",",",";","，"].sort((d,p)=>o(
p)-o(d))[0],s=[],[a,l,c]=[[],"",!1],f=()=>{a.push(l.trim()),l=""};for(let d=0;d<e.length;d++){let p=e[d];c?p!=='"'?l+=p:
e[d+1]==='"'?l+=e[++d]:c=!1:p==='"'&&l.trim()===""?(c=!0,l=""):p===r?f():p===`
`||p==="\r"?(p==="\r"&&e[d+1]===`
`&&d++,f(),s.push(a),a=[]):l+=p}return(l||a.length)&&(f(),s.push(a)),s}var iu={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function qp(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(iu).map(([n,o])=>[n,e(o)]))}
var Sa={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:nu,bd09:ou},lu=Object.keys(Sa);function va(t,e,n){t.push({row:e,why:n})}
function ru(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function xr(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,a=qp(r),[l,c]=[[],[]],f=a.lon>=0&&a.lat>=0||a.both>=0;return s.forEach((d,p)=>{let h=p+2;if(d.
every(x=>x===""||x===null))return;let g=a.name>=0?String(d[a.name]??""):"",y=null,b="ownNoPlace";if(f){let x=a.both>=0?n(
String(d[a.both]??"")):{lon:ru(d[a.lon]),lat:ru(d[a.lat])},M=a.both>=0?String(d[a.both]??"")!=="":`${d[a.lon]??""}${d[a.
lat]??""}`.trim()!=="",{lon:$,lat:T}=x;if(Number.isFinite($)&&Number.isFinite(T)&&Math.abs($)<=180&&Math.abs(T)<=90){let[
C,N]=Sa[e]($,T);y={lon:C,lat:N,exact:!0}}else M&&(b=Math.abs($)>1e3?"ownProjected":"ownNotCoordinate")}if(!y&&b==="ownNo\
Place"&&a.unit>=0&&d[a.unit]){let x=o(String(d[a.unit]));x?y={...x,exact:!1}:b="ownNoUnit"}if(!y)va(c,h,b);else{let x=Object.
fromEntries(r.map((M,$)=>[M||`#${$+1}`,d[$]]).filter(([,M])=>M!==""&&M!=null));l.push({row:h,name:g||`#${h}`,...y,cells:x})}}),
{taken:l,refused:c}}function kr(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],a=([f,d])=>Number.isFinite(f)&&Number.isFinite(d)&&Math.
abs(f)<=180&&Math.abs(d)<=90,l=f=>typeof f?.[0]=="number"?[f]:(f??[]).flatMap(l),c=f=>typeof f[0]=="number"?Sa[e](f[0],f[1]):
f.map(c);return n.forEach((f,d)=>{let p=f?.geometry,h=f?.properties??{},g=d+1,y=l(p?.coordinates),b=y.some(([x])=>Math.abs(
x)>1e3)?"ownProjected":"ownNotCoordinate";if(!p||!y.length)va(r,g,"ownNoPlace");else if(!y.every(a))va(r,g,b);else if(p.
type==="Point"){let[x,M]=c(p.coordinates),$=Object.keys(h).find(C=>iu.name.test(C)),T=$?String(h[$]):`#${g}`;o.push({row:g,
name:T,lon:x,lat:M,exact:!0,cells:h})}else s.push({type:"Feature",properties:h,geometry:{type:p.type,coordinates:c(p.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function Kp(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function Yp(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let a=n.
getUint16(o+10,!0);a>0;a--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],f=[28,30,32].map(h=>n.getUint16(s+h,!0)),
d=new TextDecoder().decode(t.subarray(s+46,s+46+f[0])),p=n.getUint32(s+42,!0);if(e(d)){let h=p+30+n.getUint16(p+26,!0)+n.
getUint16(p+28,!0),g=t.subarray(h,h+c);r[d]=new TextDecoder().decode(l===8?await Kp(g):g)}s+=46+f[0]+f[1]+f[2]}return r}
function za(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function Xp(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function Jp(t){let e=await Yp(t,a=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(a)),n=a=>[...a.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...za(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(a=>a.includes("/sheet")).sort((a,l)=>Number(/\d+/.exec(a)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let a of za(e[r]).getElementsByTagName("row")){let l=[];for(let f of a.
getElementsByTagName("c")){let d=f.getElementsByTagName("v")[0]?.textContent??"",p=f.getAttribute("t"),h=p==="s"?o[Number(
d)]:p==="inlineStr"?n(f):d;l[Xp(f.getAttribute("r"))??l.length]=h??""}let c=Number(a.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,f=>f??"")}return Array.from(s,a=>a??[])}function Zp(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...za(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[a]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),f=null;
return a?f={type:"Point",coordinates:n(a)[0]}:l?f={type:"LineString",coordinates:n(l)}:c&&(f={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:f}})}}async function vr(t){
if(t[0]===80&&t[1]===75)return{rows:await Jp(t)};let e=su(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:Zp(e)}:{rows:au(e)}}var Ve=i("aside",{id:"evaluate",hidden:!0}),Sr=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>gn(!qe.open)}),qe={open:!1,say:null};function fo(t,e,n){return i(t,{"data-figure":e,
title:rn(n)},Bt(n))}function gn(t){Pt(()=>{qe.open=t,t&&(w.closePopup(),A("opened","desk")),Ve.hidden=!t,document.body.classList.
toggle("evaluate-open",t),Sr.setAttribute("aria-expanded",String(t)),$a(t&&(!!m.place||!v.list.length))})}function $a(t){
m.place=t?e=>{sn(e.lng,e.lat)?(wn(null),hs(e.lng,e.lat)):wn("tooFar")}:null,document.body.classList.toggle("picking",t),
Ma()}function wn(t){qe.say=t;let e=document.getElementById("evaluate-note");e&&(e.textContent=t?u(t):"")}function Qp(t){
t.preventDefault();let e=document.getElementById("evaluate-coordinate"),n=document.getElementById("evaluate-name"),o=ze(
e.value,sn);if(wn(o.fault||o.note),e.setAttribute("aria-invalid",String(!!o.fault)),o.fault){e.focus();return}let r=n.value.
trim();e.value="",n.value="",hs(o.lon,o.lat,r),w.getBounds().contains([o.lat,o.lon])||w.panTo([o.lat,o.lon])}function tm(){
return i("form.ask",{onsubmit:Qp,noValidate:!0},i("div.row",{},i("div.field.grow",{},i("label",{for:"evaluate-coordinate"},
u("coordinate")),i("input",{id:"evaluate-coordinate",type:"text",autocomplete:"off",spellcheck:!1,"aria-describedby":"ev\
aluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"evaluate-name"},u("name")),i("input",{id:"evaluate-name",
type:"text",autocomplete:"off",maxLength:80})),i("button.main",{type:"submit"},u("add"))),i("p.note",{id:"evaluate-note",
role:"status"},qe.say?u(qe.say):""),i("p.hint",{id:"evaluate-hint"},u("coordinateHint")))}function em(){let t=nn();return t.
length<2?null:[i("fieldset.reaches",{},i("legend",{},u("wayOf")),t.map(e=>i("label",{},i("input",{type:"radio",name:"way",
id:`way-${e}`,value:e,checked:e===v.by,onchange:()=>Ri(e)}),i("span",{},u(e==="road"?"byRoad":"byStraight"))))),gt()?i("\
p.hint",{id:"way-hint"},nm()):null]}function nm(){let{access:t,detour:e}=v.asked.roads,{ways:n,amountOf:o}=v.coverage,r=n.
road.offRoad();return[u("roadRule")(tt(t/1e3),tt(e)),r.length?` ${u("roadOff")(r.length,Bt(o(r)))}`:""]}function om(){return i(
"fieldset.reaches",{},i("legend",{},u(gt()?"reachByRoad":"reachOf")),v.asked.reaches.map((t,e)=>i("label",{},i("input",{
type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===v.reach,onchange:()=>Ii(t)}),i("span",{},`${t} km`))))}
function rm(){let t=pa();return i("div.scenarios",{},i("div.tools",{role:"group","aria-label":u("scenario")},ut.map((e,n)=>i(
"button",{type:"button",id:`scenario-${e}`,"aria-pressed":String(n===ao.at),onclick:()=>hn(n)},Zt(n))),i("label.load",{for:"\
evaluate-load"},u("load"),i("input",{id:"evaluate-load",type:"file",accept:".geojson,.json,.csv,.xlsx,.kml","aria-label":u(
"load"),onchange:am}))),t?uu(t):null,t?i("button",{type:"button",id:"scenario-compare",onclick:sm},u("compareOnMap")):null)}
function sm(){H.matches&&gn(!1),Kc()}function uu({people:t,waste:e}){let{quantity:n}=v.asked,o=[...ut.map((s,a)=>[Zt(a),
`gained-${s}`,l=>l.gained[a]]),[u("gainedByBoth"),"both",s=>s.both],...ut.map((s,a)=>[`${u("gainedOnly")} ${s}`,`alone-${s}`,
l=>l.alone[a]])],r=(s,a,l="")=>i("tr",{},i("th",{scope:"row"},S(u(s.title)),Ao(s)),o.map(([,c,f])=>i("td",{"data-figure":`${l}${c}`,
title:Kt(s,f(a))},tt(f(a),s,m.lang))));return i("div.compared",{tabIndex:0,role:"region","aria-label":u("scenarios")},i(
"table.scenario-table",{},i("caption",{},`${u("scenarios")} · ${Ae()}`),i("thead",{},i("tr",{},i("th",{scope:"col"},Tt(
u("gained"))),o.map(([s])=>i("th",{scope:"col"},s)))),i("tbody",{},r(n,t),v.coverage.waste.map(({heading:s,name:a},l)=>r(
s,e[l],`${a}-`)))))}async function am(t){let[e]=t.target.files;if(e)try{let n=await vr(new Uint8Array(await e.arrayBuffer())),
{taken:o,refused:r}=n.features?kr(n.features,"wgs84"):xr(n.rows,"wgs84",{readCoordinate:s=>ze(s,sn),unitOf:()=>null});ma(
o),wn(r.length||!o.length?"loadedPart":"loaded")}catch{wn("ownUnread")}}function im(){let t=(n,o,r,s)=>i("button",{type:"\
button",id:n,onclick:r,disabled:s},u(o)),e=!v.list.length;return i("div.tools",{},i("button",{type:"button",id:"evaluate\
-pick","aria-pressed":String(!!m.place),onclick:()=>$a(!m.place)},u("pick")),t("evaluate-undo","undo",ds,!v.past.length),
t("evaluate-redo","redo",ps,!v.future.length),t("evaluate-clear","clear",()=>Be([]),e))}function lm(t,e){let n=v.figures.
each[e],o=Math.max(...v.figures.each.map(f=>f.gained),1),r=vt(t),s=(f,...d)=>[i("dt",{},u(f)),i("dd",{},...d)],a=(f,...d)=>[
i("dt",{},f),i("dd",{},...d)],l=f=>{let d=f.target.value.trim();d!==r&&Cn(e,{name:d?ms(d,e):""})},c=f=>{let d=ze(f.target.
value,sn);wn(d.fault||d.note),d.fault?f.target.value=cu(t):Cn(e,{lon:d.lon,lat:d.lat})};return i("li.candidate",{id:`can\
didate-${e}`},i("div.candidate-head",{},i("span.number",{"aria-hidden":"true"},String(t.number)),i("input.name",{id:`can\
didate-name-${e}`,type:"text",value:r,maxLength:80,dir:"auto","aria-label":u("name"),onchange:l}),i("button",{type:"butt\
on",id:`candidate-show-${e}`,title:`${u("show")}: ${r}`,"aria-label":`${u("show")}: ${r}`,onclick:()=>w.setView([t.lat,t.
lon],Math.max(w.getZoom(),8))},u("show")),i("button",{type:"button",id:`candidate-remove-${e}`,"aria-label":`${u("remove")}\
: ${r}`,onclick:()=>Fo(e)},u("remove"))),i("div.gain",{},i("span",{},Tt(u("gained"))),fo("strong","gained",n.gained),i("\
span.bar",{"aria-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),i("dl.values",{},s("reached",fo("s\
pan","reached",n.reached)),a(Et(u("overlap")),fo("span","overlap",n.overlap)),v.list.length>1?a(Tt(u("only")),fo("span",
"only",n.only)):null,v.coverage.waste.map((f,d)=>a(yr(f),i("span",{"data-figure":f.name},Ce(f,n.waste[d].reached))," · ",
Tt(u("ofItGained"))," ",Ce(f,n.waste[d].gained))),n.capacity?a(Et(u("capacity")),i("span",{"data-figure":"capacity"},ga(
n.capacity))):null,n.nearest?s(gt()?"nearestByRoad":"nearest",i("span",{"data-figure":"nearest"},be(n.nearest.metres)),"\
 · ",S(Io(n.nearest.at))):null,n.nearest&&gt()?s("access",i("span",{"data-figure":"access"},be(n.nearest.access))):null,
n.road?s("toRoad",ya(n)):null,s("lies",S(Ro(n))),i("dt",{},i("label",{for:`candidate-at-${e}`},u("coordinateShort"))),i(
"dd",{},i("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"off",value:cu(t),onchange:c}))))}function cu({lon:t,
lat:e}){return`${t}, ${e}`}function fu(){let{whole:t,regions:e}=v.figures,n=(...s)=>i("tr",{},s.map(a=>i("th",{scope:"co\
l"},a))),o=Ln(v.asked.regions),r=e.map((s,a)=>({sums:s,at:a})).filter(({sums:s})=>s.total>0).map(({sums:s,at:a})=>i(s.after>
s.before?"tr.changed":"tr",{},i("th",{scope:"row"},S(st(o,a)?J(o,a):v.asked.codes[a])),i("td",{},ye(s.before,s.total)),i(
"td",{},ye(s.after,s.total)),i("td",{"data-region":v.asked.codes[a]},s.after>s.before?`+${tt(s.after-s.before,v.asked.quantity,
m.lang)}`:"0")));return i("section.sums",{},i("h3",{},u("together")),i("p.total",{},i("span",{},Tt(u("gained")))," ",fo(
"strong","together",t.after-t.before),i("span.change",{},Et(`${ye(t.before,t.total)} → ${ye(t.after,t.total)}`))),i("t\
able",{},i("caption",{},`${u("byRegion")} · ${Ae()}`),i("thead",{},n(u("region"),Et(u("now")),Et(u("withThem")),Tt(u("g\
ained")))),i("tbody",{},r)))}function Ma(){Sr.replaceChildren(u("evaluate"));let t=document.activeElement&&Ve.contains(document.
activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let s=document.getElementById(
r);return[r,s?s.value:""]}),{scrollTop:n}=Ve;Ve.setAttribute("aria-label",u("evaluateTitle")),Ve.replaceChildren(i("div.\
desk-head",{},i("h2",{},u("evaluateTitle")),i("button.close",{type:"button",id:"evaluate-close","aria-label":u("close"),
onclick:()=>{gn(!1),Sr.focus()}},"×")),rm(),...[em()].flat().filter(Boolean),om(),im(),i("p.hint.mode",{},u(m.place?"pi\
cking":"notPicking")),tm(),...(v.list.length?[i("ol.candidates",{},v.list.map(lm)),v.list.length>1?i("div.compared",{tabIndex:0,
role:"region","aria-label":u("evaluateTitle")},ba()):null,fu(),i("div.save",{},i("button.main",{type:"button",id:"evalua\
te-save",onclick:Vc},u("save")),i("p.hint",{},u("saveHint")))]:[]).filter(Boolean),i("p.hint",{},u("existing"),S(u(v.asked.
existing)),m.lang==="zh"?`（${v.coverage.sites.count}）；`:` (${v.coverage.sites.count}); `,S(u(v.asked.quantity.title)),
v.asked.quantity.derived?ot():null),...[wa()].filter(Boolean)),e.forEach(([r,s])=>{document.getElementById(r).value=s}),
Ve.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}function cm(t){if(!qe.open)return;let e=/^(INPUT|TEXTAREA)$/.
test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.toLowerCase();n==="escape"&&m.place?$a(!1):(t.ctrlKey||t.metaKey)&&
!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||t.shiftKey?ps():ds())}function du({evaluate:t}){Oi(t),document.getElementById(
"tools").prepend(Sr),document.getElementById("panel").after(Ve),Hi(),qc(),Yc(),E("bring",e=>{gn(!0),ma(e)}),_s.push(()=>{
if(!v.list.length)return[];let e=pa();return[ba(),e?uu(e):null,fu(),wa()]}),document.addEventListener("keydown",cm),E("l\
anguage",Ma),E("candidates",Ma),E("picked",e=>{gn(!0);let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView(
{block:"nearest"})}),E("opened",e=>{(["figures","tasks"].includes(e)||e==="panel"&&H.matches)&&qe.open&&gn(!1)}),window.
gisplanEvaluate={evaluation:v,evaluateCandidates:v.coverage.evaluate,geodesicLength:ht,destination:Vt,placeAt:us,readCoordinate:ze,
inside:sn}}var um=z.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!H.matches}),z.DomEvent.disableClickPropagation(
this.box),E("language",()=>this.write()),this.box},write(){let t=new Map;for(let r of Object.values(k.tables).flatMap(s=>s.
sources)){let s=u(r.title);t.get(s)||t.set(s,r.link?r.url:null)}for(let r of k.headlines.flatMap(s=>s.sources.map(u)))t.
has(r)||t.set(r,null);for(let r of[...k.context?.layers??[]].reverse())for(let s of r.sources)t.has(u(s))||t.set(u(s),null);
let e=[[u(k.attribution),null],k.basemap?[u(k.basemap.attribution),null]:["",null],...t].filter(([r])=>r),n=i(k.review?"\
span.review":"span.review.unset",{},u("review"),k.review?S(k.review):u("noReview")),o=i("div.credits",{tabIndex:0},i("sp\
an",{},u("credits")));e.forEach(([r,s],a)=>{o.append(a?"; ":"",s?Xe(s,r):S(r))}),this.box.replaceChildren(i("summary",{},
n),o)}}),fm=z.Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-say":e,onclick:o},n);return this.box=
i("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>w.zoomIn(1)),t("zoomOut","−",()=>w.zoomOut(1)),t("home",xe("home"),Bn)),
z.DomEvent.disableClickPropagation(this.box),E("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=u(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function dm(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>mt(u("full")))}var pm=[["measure",()=>rr(
!m.measuring)],["compare",()=>me(!jc())],["full",dm],["link",Pc],["print",nc]],mm=z.Control.extend({onAdd(){let t=pm.filter(
([e])=>e!=="full"||document.fullscreenEnabled);return this.box=i("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>i("butto\
n",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e==="measure"||e==="compare"?"false":null},xe(e)))),z.DomEvent.
disableClickPropagation(this.box),E("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(
t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});function pu(){let t=new um({position:"\
bottomright"}).addTo(w);return new fm({position:H.matches?"bottomright":"topright"}).addTo(w),new mm({position:"topright"}).
addTo(w),z.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(w),document.addEventListener("fullscree\
nchange",()=>w.invalidateSize({animate:!1})),t.box}var gu=it("gisplan-counts",588);gu.classList.add("leaflet-zoom-hide");var po=16;function hm(t,e){let[n,o]=[t/2+e*.5,po/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-po/2-e-2],[0,po/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function mu(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function hu(){let t=L.filter(r=>r.geometry==="point"&&m.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:w.latLngToLayerPoint(s.point),count:K(r,s).length,radius:Q[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:a,own:l})=>{let c=String(s),f=8+7*c.length,d=hm(f,a).map(([y,b])=>[r.x+y-f/2,r.y+b-po/2,r.x+y+f/2,r.y+b+po/2]),p=d.
filter(y=>n.every(b=>mu(y,b))),h=p.find(y=>e.every((b,x)=>x===l||mu(y,b)))||p[0]||d[0];n.push(h);let g=i("span.mark-coun\
t",{"aria-hidden":"true"},c);return g.style.width=`${f}px`,z.DomUtil.setPosition(g,z.point(Math.round(h[0]),Math.round(h[1]))),
g});gu.replaceChildren(...o)}function wu(){w.on("zoomend viewreset resize",hu);let t=["language","layers","year","kept",
"filter","paper"];for(let e of t)E(e,hu)}var yu="#7a0177",gm={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},wm=2e7,at={name:"",
content:null,datum:"wgs84",result:null,fault:null},he=null;function ym(t){let e=t.trim(),n=new Map;for(let a of L)a.geometry!==
"polygon"||!a.data.search.code||a.data.search.code.forEach((l,c)=>{let f=a.data.columns[a.data.search.name],d=[f?.values,
f?.english].filter(Boolean).map(g=>Array.isArray(g)?g[c]:g.words[g.of===0?0:g.of[c]]).filter(Boolean),p=d.filter(g=>g.length>
2).map(g=>g.slice(0,-1)),h=d.some(g=>e.length>g.length&&e.endsWith(g));(l===e||d.includes(e)||p.includes(e)||h)&&a.places[c]?.
anchor&&n.set(l,a.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var bm=(t,e)=>{let[n,o,r,s]=k.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function bu(){let{content:t}=at;
t&&(at.result=t.features?kr(t.features,at.datum):xr(t.rows,at.datum,{readCoordinate:e=>ze(e,bm),unitOf:ym}),km())}function xm(t){
let e=i("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
i("dt",{},S(n)),i("dd",{dir:"auto"},r))}return i("div.identify",{},S(at.name,"span.kicker"),S(t.name,"strong.datum"),e,i(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function km(){he.clearLayers();let{taken:t,shapes:e=[]}=at.
result;for(let o of e)z.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:yu,weight:2,fillOpacity:.12}}).addTo(he);
for(let o of t){let r=Re(o.exact?"site":"county",yu),s=parseFloat(r.style.getPropertyValue("--size")),a=z.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:z.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(he),
l=c=>_e(a.getLatLng(),()=>xm(o),c);a.on("click",()=>l(!1)),a.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),a.
getElement().setAttribute("aria-label",o.name)}let n=he.getLayers().length?z.featureGroup(he.getLayers()).getBounds():null;
n?.isValid()&&w.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function xu(t,e){Object.assign(at,{name:t,content:null,
result:null,fault:null}),he.clearLayers();try{if(e.length>wm)throw new Error("large");at.content=await vr(e),bu(),mt(j("\
ownTaken",at.result.taken.length))}catch(n){at.fault=n.message==="large"?"ownLarge":"ownUnread"}zr()}async function ku(t){
t&&await xu(t.name,new Uint8Array(await t.arrayBuffer()))}function vm(){if(at.fault)return i("p.fault",{role:"alert"},u(
at.fault));if(!at.result)return null;let{taken:t,refused:e,shapes:n=[]}=at.result;return[i("h3",{},S(at.name)),i("p",{id:"\
own-taken"},j("ownTaken",t.length),n.length?` ${j("ownShapes",n.length)}`:"",e.length?` ${j("ownRefused",e.length)}`:""),
e.length?i("ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>i("li",{},j("ownRow",o),u(r)))):null,i("div\
.row",{},k.evaluate&&t.length?i("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").
close(),A("bring",t)}},u("ownCandidates")):null,i("button",{type:"button",id:"own-clear",onclick:()=>{he.clearLayers(),Object.
assign(at,{name:"",content:null,result:null,fault:null}),zr()}},u("ownClear")))]}function Sm(){return[i("h2",{id:"about-\
title"},u("own")),i("p.lead",{},u("ownHint")),i("label.field",{},u("ownDatum")," ",i("select",{id:"own-datum",onchange:t=>{
at.datum=t.target.value,bu(),zr()}},lu.map(t=>i("option",{value:t,selected:t===at.datum},u(gm[t])))))," ",i("label.load",
{},u("ownFile"),i("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>ku(t.
target.files[0])})),i("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),i("button",
{type:"button",id:"own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&xu(u("ownPasted"),new TextEncoder().
encode(t))}},u("ownTake")),i("div.own-result",{},vm())]}function zr(){Nt(Sm)}function vu(){w.createPane("gisplan-own").style.
zIndex=587,he=z.layerGroup().addTo(w);let t=i("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:zr});
document.getElementById("about-open").before(t),E("language",()=>{t.replaceChildren(i("span.long",{},u("own")),i("span.s\
hort",{},u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes(
"Files")&&(n.preventDefault(),e==="drop"&&ku(n.dataTransfer.files[0]))})}function zm(t){let e=[u(t.publisher),t.date].filter(Boolean),n=i("li",{},S(u(t.title)));for(let o of e)n.append(" · ",S(
o));return t.url&&n.append(" · ",t.link?Xe(t.url,t.url):S(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},u(t.note))),
n}function Mm(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=i("dl.values"),o=(s,...a)=>n.append(i("dt",{},u(s)),
i("dd",{},...a));u(t.vintage)&&o("vintage",S(u(t.vintage))),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(zm))),
u(t.licence)&&o("licence",S(u(t.licence))),e.length&&o("meaning",i("ul.plain",{},e.map(s=>i("li",{},S(u(s.title),"strong\
.datum"),s.derived?ot():null," ",S(u(s.meaning))))));let r=k.maps?[...new Set(L.filter(s=>s.data===t).map(ln))]:[];return r.
length&&o("maps",r.map((s,a)=>[a?"；":"",S(s)])),i("section",{},i("h3",{dir:"auto"},u(t.title)),i("p",{dir:"auto"},u(t.
description)),n)}function Su(){return[i("h2",{id:"about-title"},u("about")),i("p.lead",{dir:"auto"},u(k.description)),Object.
values(k.tables).map(Mm),i("p.software",{},u("software"))]}var Mu=document.getElementById("about-open"),Mr=document.getElementById("language");function zu(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en";let t=Pe();document.title=k.maps?`${u(t.title)} · ${u(k.title)}`:u(k.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}Mu.replaceChildren(...vo(
"about")),Mr.replaceChildren(u("language")),Mr.setAttribute("aria-label",u("languageHint")),Mr.lang=m.lang==="zh"?"en":"\
zh-CN",w.getContainer().setAttribute("role","main"),w.getContainer().setAttribute("aria-label",u("map"))}function $u(){Mu.
addEventListener("click",()=>Nt(Su)),Mr.addEventListener("click",()=>{Pt(()=>{m.lang=m.lang==="zh"?"en":"zh",A("language")})}),
E("language",zu),E("map",zu)}function $m(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?i("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):I("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},I("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function Tu(){return bt.length?i("fieldset.context",{},i("legend",{},u("context")),[...bt].reverse().
map(t=>{let e=`context-${t.name}`;return i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:qt(
t),onchange:n=>gi(t,n.target.checked)}),i("label",{for:e,dir:"auto"},S(u(t.title))),$m(t)))})):null}var Ta=document.getElementById("panel"),Ea=document.getElementById("panel-toggle");function Tm(t,e){return i("input",{type:"\
checkbox",id:e,checked:m.shown[t.number],onchange:n=>lt(t,n.target.checked)})}function Em(t,e){return i("input",{type:"r\
adio",name:"theme",id:e,checked:m.shown[t.number],title:u("oneTheme"),onclick:()=>lt(t,!m.shown[t.number])})}function Lm(t){
let e=`layer-${t.number}`,n=i("div.layer",{},i("div.layer-head",{},re(t)?Em(t,e):Tm(t,e),i("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?pn(t.style):null)),o=er(t);return o.children.length&&(o.hidden=!m.shown[t.number],n.append(
o)),n}function Am(t,e){return i("label.opacity",{title:u("opacity")},i("span",{"aria-hidden":"true"},u("opacityShort")),
i("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),i("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*m.opacity[e]),oninput:n=>$o(e,n.target.valueAsNumber/100)}))}function Eu(){let t=document.activeElement?.
id;Ta.setAttribute("aria-label",u("layers")),Ta.replaceChildren(...Pe().groups.map(e=>[k.groups[e],e]).map(([e,n])=>i("f\
ieldset",{style:{"--group":m.opacity[n]}},i("legend",{dir:"auto"},u(e.title)),Am(e,n),[...e.layers].reverse().map(o=>Lm(
L[o])))).reverse(),Tu()??""),Ea.replaceChildren(...vo("layers")),t&&Ta.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function mo(t){document.body.classList.toggle("panel-open",t),Ea.setAttribute("aria-expanded",String(t)),t&&A(
"opened","panel"),w.invalidateSize({animate:!1})}function Om(){for(let t of L){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=m.shown[t.number])}}
function Cm(){m.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function Lu(){Ea.addEventListener("click",()=>mo(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&H.matches&&mo(!1)}),E("opened",t=>{t!==
"panel"&&H.matches&&mo(!1)}),E("language",Eu);for(let t of["year","kept","filter","map"])E(t,Eu);E("layers",Om),E("view",
Cm)}var ge=document.getElementById("profile"),La=40,Bm=[40,20,10,5,3,1],Pm=[10.5,9.5,8.75,8];function Nm(t,e,n){let o=i("dl.\
values");for(let{name:r,column:s,value:a}of _n(t,n))o.append(i("dt",{},S(u(s.title)),s.derived?ot():null),i("dd",{dir:"a\
uto"},ft(s,a,e,r)));return o}function Im(t,e){Ca(),ue(t,e,!0,!1)}function Rm({layer:t,rows:e}){let n=t.popup.filter(s=>t.
data.columns[s]).slice(0,5),o=s=>i("th",{scope:"col"},u(t.data.columns[s].title)),r=s=>i("tr",{},n.map((a,l)=>{let c=t.data.
columns[a],f=_n(t.data,s,[a])[0]?.value??null,d=ct(c,f,t,a);return l?i("td",{dir:"auto"},d):i("th",{scope:"row"},i("butt\
on",{type:"button",dir:"auto",onclick:()=>Im(t,s)},d))}));return i("table",{},i("thead",{},i("tr",{},n.map(o))),i("tbody",
{},e.slice(0,La).map(r)))}function Au(t){return i("p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",i("button",{type:"\
button",onclick:()=>Cu(e.table,e.data.search.code[n])},J(e,n))]))}function $r(t,...e){return i("section",{},i("h3",{},t),
e)}function Fm({layer:t,rows:e,vague:n}){let o=$r([S(u(t.data.title)),i("span.count",{},` ${j("items",e.length)}`)],e.length?
Rm({layer:t,rows:e}):null,i("p.note.left-out",{}),n?i("p.note",{},j("vague",n)):null);return o.dataset.rows=String(e.length),
o}function Dm(t){let e=t.flatMap(n=>n.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[
...new Set(e)].join("；")}function _m({table:t,code:e}){let n=zl(t,e),o=n?null:Un(e);if(!n&&!o)return null;let r=n?J(n.
layer,n.row):u(o),a=L.filter((p,h)=>p.data.search.code&&L.findIndex(g=>g.table===p.table)===h).map(p=>({layer:p,row:p.data.
search.code.indexOf(e)})).filter(p=>p.row>=0&&_n(p.layer.data,p.row).length),l=n?Ml(n.layer,n.row):El(o),c=n?$l(e):[],f=n?
Tl(n.layer,n.row):[],d=n?a:l.flatMap(p=>p.rows.map(h=>({...p,row:h})));return[i("div.profile-head",{},i("h2",{id:"profil\
e-title"},S(r)," ",i("small",{},e)),i("div.row",{},i("button",{type:"button",id:"profile-print",onclick:()=>window.print()},
u("printA4")),i("button",{type:"button",id:"profile-save",onclick:()=>Um(r,d)},"XLSX"),i("button.close",{type:"button",id:"\
profile-close","aria-label":u("close"),onclick:Ca},"×"))),o?i("p.note",{},u("zoneHint")):null,a.map(p=>$r(S(u(p.layer.data.
title)),Nm(p.layer.data,p.layer,p.row))),l.map(Fm),c.length?$r(u("units"),Au(c)):null,f.length?$r(u("neighbours"),Au(f)):
null,i("p.note",{},u("credits"),Dm([...a,...l].map(p=>p.layer.data)))]}function Um(t,e){let n=[[u("source"),u("item"),u(
"value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of e)for(let{name:a,column:l,value:c}of _n(r.data,s))n.push([u(r.
data.title),u(l.title),rt(l)?c:ct(l,c,r,a),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);Rt(`${Xn(t)}.xlsx`,"application\
/vnd.openxmlformats-officedocument.spreadsheetml.sheet",lr(t,n))}function Aa(){let t=m.profile&&_m(m.profile);if(ge.hidden=
!t,document.body.classList.toggle("profile-open",!!t),!t){m.profile=null;return}ge.setAttribute("aria-labelledby","profi\
le-title"),ge.replaceChildren(...i("div",{},t).childNodes),Oa(La)}function jm(){document.body.classList.add("profile-pap\
er");let t=()=>ge.scrollWidth<=ge.clientWidth+1;for(let e of Bm){Oa(e);for(let n of Pm)if(ge.style.setProperty("--letter\
s",`${n}px`),t())return}Ou()}function Oa(t){for(let e of ge.querySelectorAll("section")){let n=[...e.querySelectorAll("t\
body tr")];for(let[s,a]of n.entries())a.hidden=s>=t;let o=Number(e.dataset.rows??0)-Math.min(t,n.length),r=e.querySelector(
".left-out");r&&(r.textContent=o>0?j("leftOut",o):"")}}function Ou(){document.body.classList.remove("profile-paper"),Oa(
La)}function Cu(t,e){m.profile={table:t,code:e},Aa(),ge.scrollTop=0,document.getElementById("profile-close")?.focus(),A(
"view")}function Ca(){m.profile&&(m.profile=null,Aa(),A("view"))}function Bu(){window.addEventListener("beforeprint",()=>{
m.profile&&jm()}),window.addEventListener("afterprint",Ou),E("language",Aa),E("profile",({table:t,code:e})=>Cu(t,e)),document.
addEventListener("keydown",t=>{t.key==="Escape"&&m.profile&&Ca()})}var ho={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},Pu={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function P(t){return u(ho[t])}function Ke(t,e){let n=ne(e);return u({zh:Pu[t].zh(
n),en:Pu[t].en(n)})}function Tr(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function Nu(t){return u({zh:`${t} ${ho.dueBy.zh}`,en:`${ho.dueBy.
en}${t}`})}function Iu(t){return u({zh:`${ho.asOf.zh}：${t}`,en:`${ho.asOf.en} ${t}`})}var yn=["met","partly","short","undecided","awaiting"],Lt="overdue",go="aims",Wm=["target","milestone"],Gm=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],wo=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function Ru(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return Gm.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Ba(t,e){let n=Ru(e);if(!n)return[];let o=t.
map(s=>s.names.map(Ru)),r=s=>o.map((a,l)=>a.some(s)?l:-1).filter(a=>a>=0);for(let s of[a=>a===n,a=>a===`省${n}`,a=>n.length>
1&&a.includes(n)]){let a=r(s);if(a.length)return a}return[]}function Fu(t,e){let n=W(t,e);return n?n.split(" ").map(Number):
[]}function Du({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,a=(c,f)=>r[c]?W(r[c].values,f):null,l=(c,f)=>r[c]?
[a(c,f),r[c].english?W(r[c].english,f):null]:[];return Array.from({length:s},(c,f)=>({row:f,item:a("item",f),kind:a("kin\
d",f),state:a("state",f),year:a("year",f),due:a("due",f),lead:Fu(e,f),cooperate:Fu(n,f),regions:new Map((W(o,f)||"").split(
" ").filter(Boolean).map(d=>d.split(":")).map(([d,p])=>[Number(d),p])),words:[...l("name",f),a("clause",f),a("item",f),a(
"text_zh",f)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function Er(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function Pa(t){return Wm.
includes(t.kind)}function Hm(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Ba(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(f=>c.some(d=>f[d].some(p=>l.has(p))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===go?Pa(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let a=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);a.push(c=>c.regions.has(l))}return t.mark&&o&&a.push(l=>o.has(l.row)),{found:r,here:a}}function Na(t,e,n){
let{found:o,here:r}=Hm(e,n),s=f=>!e.states.length||e.states.includes(f.state)||e.states.includes(Lt)&&Er(f,n.day),a=f=>t.
filter(d=>f.every(p=>p(d))),l=a([...o,...r]),c=e.due?Na(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:a(
[...o,s]),list:Vm(l.filter(s))}}function Vm(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function Lr(t,e){
let n=Object.fromEntries([...yn,Lt].map(o=>[o,0]));for(let o of t)n[o.state]++,Er(o,e)&&n[Lt]++;return n}function _u(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(a=>a.year===o+s)}))}var qm=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function Ia(t){return qm.test(t)}function Uu(t,{regions:e,kinds:n,years:o,rows:r}){let s=(a,l)=>{let c=t.get(a)??"";return l(
c)?c:""};return{...wo,unit:(t.get("unit")??"").slice(0,80),role:s("role",a=>["lead","cooperate"].includes(a)),region:s("\
region",a=>e.some(l=>l.code===a)),due:s("due",a=>a==="none"||o.map(String).includes(a)),kind:s("kind",a=>a===go||n.includes(
a)),states:(t.get("state")??"").split(" ").filter(a=>[...yn,Lt].includes(a)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",a=>{let[l,c,...f]=a.split(".");return!f.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",Ia)}}function Ra(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var bn=k.tasks,Dt=bn?Du(bn):[],At=bn?.table,yo=bn?.units??[],Ot=bn?.regions??[],Fa=Object.assign(Object.create(null),bn?.
rows),xn=Object.keys(Fa),Da=[...new Set(Dt.map(t=>t.year))].filter(Boolean).sort(),_a=[...new Set(Dt.map(t=>t.kind))],O={
open:!1,asked:wo,found:null,chosen:null};function Ar(t,e){let n=Fa[t]?W(Fa[t],e):"";return n?n.split(" ").map(Number):[]}
function _t(){return O.asked.asOf||dn()}function bo(t){let[e,n]=t.split("."),o=Gt[e]?.[Number(n)];return o?{name:e,place:o}:
null}function we(t){O.asked={...O.asked,...t};let e=O.asked.mark?bo(O.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(
o=>Ar(e.name,o)));O.found=Na(Dt,O.asked,{units:yo,regions:Ot,marked:n,day:_t()}),A("tasks")}var Km={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},Wu=60,Ym=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],kn=Wu;
function xo(t){return i(`span.sign.state-${t}`,{"aria-hidden":"true"},Km[t])}function vn(t,e){return ct(At.columns[t],e)}
function Ut(t){if(t.state===Lt)return P("overdue");let e=Er(t,_t())?`${u({zh:"，",en:", "})}${P("overdue")}`:"";return vn(
"state",t.state)+e}function Z(t,e){return At.columns[t]?q(At,t,e):null}function Ua(t){let e=Z("form",t.row),n=vn("kind",
t.kind);return e?`${n} · ${vn("form",e)}`:n}function Xm(t){let e=[...t.regions].filter(([,n])=>n==="place");return Tr((e.
length?e:[...t.regions]).map(([n])=>u(Ot[n])),4)}function ju(t){let e=Z("value",t);if(e==null)return null;let n=Z("measu\
re_unit",t)??"";return`${ft(At.columns.value,e)} ${n}`.trim()}function Jm(t,e){let n=i("dl.values"),o=(s,...a)=>{n.append(
i("dt.wide",{},S(s)),i("dd.wide",{dir:"auto"},...a))},r=Z("text_zh",t.row);r&&o(u(At.columns.text_zh.title),i("blockquot\
e",{lang:"zh-CN"},r));for(let s of Ym){let a=Z(s,t.row);if(s==="lead"&&!a&&o(u(At.columns.lead.title),P("noLead")),s==="\
evidence"&&ju(t.row)&&o(P("known"),ju(t.row)),a==null)continue;let l=ft(At.columns[s],a);o(u(At.columns[s].title),s==="u\
rl"?Xe(a,a):l)}return t.regions.size&&o(P("about"),Xm(t)),[n,e?i("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
P("onMap")):i("p.hint",{},P("noPlace"))]}function Zm(t,{open:e,place:n}){let o=O.chosen===t.row,r=`task-${t.row}`,s=Z("l\
ead",t.row);return i(o?"li.task.opened":"li.task",{"data-item":t.item},i("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},xo(t.state),i("span.what",{},S(Z("name",t.
row),"span.heading"),i("span.facts",{},i("strong",{},Ut(t)),` · ${Ua(t)} · `,S(Z("clause",t.row)),s?[" · ",S(s)]:null))),
o?i("div.details",{id:`${r}-details`},Jm(t,n(t))):null)}function Gu(t,e){if(!t.length)return[i("p.hint",{},P("nothing"))];
let n=t.findIndex(a=>a.row===O.chosen);n>=kn&&(kn=n+1);let o=[],r,s;for(let a of t.slice(0,kn)){if(a.year!==r||!s){r=a.year;
let l=t.filter(c=>c.year===r);s=i("ul.tasks"),o.push(i("h3",{},r?Nu(r):P("undated"),i("span.count",{},` ${Ke("tasks",l.length)}`)),
s)}s.append(Zm(a,e))}return t.length>kn&&o.push(i("button.more",{type:"button",id:"tasks-more",onclick:()=>{kn+=200,e.again()}},
u("more"))),o}function Hu(){kn=Wu}var Vu={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},Sn=z.
layerGroup();function qu(t){return t.geometry==="polygon"?t.data.search.code:null}function Ku(t){for(let e of L){let n=qu(
e)?.indexOf(t)??-1,o=n<0?null:st(e,n);if(o)return{layer:e,place:o}}return null}function Yu(t){let e=xn.map(n=>L.find(o=>o.
table===n)).sort((n,o)=>Number(m.shown[o.number])-Number(m.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,a)=>a).filter(s=>Ar(n.table,s).includes(t.row)).map(s=>st(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>Ku(Ot[n].code)).filter(Boolean)}function Xu({
layer:t,place:e}){return e.point?z.circleMarker(e.point,{...Vu,radius:Q[e.precision]+6}).addTo(Sn):z.polygon(e.parts,Vu).
addTo(Sn),t}function zn(t){if(Sn.clearLayers(),!t)return!1;let e=Yu(t);return e.forEach(Xu),e.length>0}function Ju(t){let e=Yu(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!m.shown[n.number]&&lt(n,!0),zn(t),Pn(o,!1)}:null}
function Zu(t){Sn.clearLayers();let e=t?Ku(t):null;e&&(Xu(e),Pn(e.place,!1))}function Qm({layer:t,place:e,row:n}){if(xn.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=qu(t)?.[n];if(!o)return null;let r=a=>Ot.
some(l=>l.code===a);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function th(){let t=!O.open||!O.found,e=new Set(
t?[]:O.found.anyPlace.map(o=>o.row)),n=!1;for(let o of xn){let r=L.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,f)=>f).filter(c=>Ar(o,c).some(f=>e.has(f))),a=t||s.length===r[0].data.count?void 0:new Set(s),l=m.kept[o];eh(l,
a)||(m.kept[o]=a,r.forEach(Vn),n=!0)}n&&A("kept")}function eh(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function Qu(){Sn.addTo(w),E("tasks",th),E("chosen",()=>{let t=m.chosen&&Qm(m.chosen);t&&(Sn.clearLayers(),
we(t))})}var Or=null;function nh(t){return[[Z("said_by",t.row),Z("said_on",t.row)].filter(Boolean).join(" "),Z("evidence",t.row),
t.state==="awaiting"?null:Z("reason",t.row),Z("note",t.row),Z("found",t.row)].filter(Boolean).join(`
`)}function oh(t){let e=Z("asked",t.row),n=Z("text_zh",t.row);return[S(Z("name",t.row)+(e?` · ${e}`:"")),n?i("blockquot\
e",{lang:"zh-CN"},n):null]}function rh(t){return i("table",{},i("thead",{},i("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>i("th",{scope:"col"},P(n))))),i("tbody",{},t.map(n=>i("tr",{},i("td",{},S(Z("clause",n.row))),
i("td",{},n.year?String(n.year):""),i("td",{},Ua(n)),i("td",{},oh(n)),i("td",{},S(Z("lead",n.row)??"—")),i("td",{},Ut(
n)),i("td.basis",{dir:"auto"},nh(n))))))}function sh(t,e){Cr();let n=k.tables[Object.keys(k.tables)[0]]?u(k.attribution):
"";Or=i("section",{id:"tasks-sheet"},i("h1",{},P("title")),i("p",{},e),i("p",{},`${Ke("tasks",t.length)} · ${Iu(_t())}`),
rh(t),i("p.foot",{},`${u(k.title)} · ${u("printed")}${dn()} · ${n}`),i("button.sheet-back",{type:"button",onclick:Cr},
P("back"))),document.body.classList.add("printing-list"),document.body.append(Or)}function Cr(){Or?.remove(),Or=null,document.
body.classList.remove("printing-list")}function tf(t,e){sh(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function ef(){window.addEventListener("afterprint",Cr),document.addEventListener("keydown",t=>{t.key==="Escape"&&
Cr()})}var Qt=0;function nf(t,e){let n=_u(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Qt=Math.min(Qt,o.length-1);let r=o.
findIndex(c=>c.row===O.chosen);r>=0&&(Qt=r);let s=[],a=c=>{let f=q(At,"name",c.row),d=`${c.year} · ${f} · ${Ut(c)}`,p=i(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Qt?0:-1,title:d,"aria-label":d,
"aria-current":c.row===O.chosen?"true":null,onclick:()=>e(c.row)},xo(c.state));return s.push(p),p},l=c=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],d=c.key==="Home"?0:c.key==="End"?s.length-1:f&&Qt+f;d===void 0||!s[d]||(c.preventDefault(),
s[Qt].tabIndex=-1,Qt=d,s[Qt].tabIndex=0,s[Qt].focus())};return i("section.moments",{},i("h3",{id:"timeline-title"},P("ti\
meline")),i("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:f})=>i(f.length?"div.of-year":"div.of-year.none",{},i("div.dots",{},f.map(a)),i("span.year",{},String(
c))))),i("p.hint",{id:"timeline-hint"},P("timelineHint")),i("details",{},i("summary",{},P("timelineData")),i("div.scroll",
{tabIndex:0,role:"region","aria-label":P("timelineData")},ah(n))))}function ah(t){let e=[...yn,Lt],n=(o,r)=>{let s=Lr(r,
_t());return i("tr",{},i("th",{scope:"row"},o),i("td",{},String(r.length)),e.map(a=>i("td",{},String(s[a]))))};return i(
"table",{id:"timeline-table"},i("caption.unseen",{},P("timeline")),i("thead",{},i("tr",{},i("th",{scope:"col"},P("year")),
i("th",{scope:"col"},P("sum")),e.map(o=>i("th",{scope:"col"},S(Ut({state:o})))))),i("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(P("sum"),t.flatMap(o=>o.tasks))))}var Pr=i("aside",{id:"tasks",hidden:!0}),ja=i("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),Mn=i("div.results"),Wa=i(
"div.tasks-body",{},ja,Mn),Nr=i("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>ko(!O.open)});function ko(t){Pt(()=>{O.open=t,t&&A("opened","tasks"),Pr.hidden=!t,document.body.classList.toggle(
"tasks-open",t),Nr.setAttribute("aria-expanded",String(t)),t||zn(null),we({})})}function te(t){Hu(),we(t)}function Ye(t,e,n){
return i("div.field",{},i("label",{for:`tasks-${t}`},P(t)),e,n??null)}function Br(t,e,n){let o=O.asked[t];return i("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>i("option",{value:r,selected:r===o},s)))}function ih(){
let t=yo.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[i("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:O.asked.unit,placeholder:P("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>te({unit:e.target.value}),"\
data-list":"tasks-units"}),i("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>i("option",{value:e})))]}function lh(){
let t=[["",P("all")]];return Ot.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of Ot.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function Ga(){let t=ja.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>te({[r]:s}),[n,o]=ih();n.setAttribute("list","tasks-units"),ja.replaceChildren(Ye("unit",n,i("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Ye("role",Br("role",[["",P("anyRole")],["lead",P("lead")],["cooperate",P("cooperate")]],
e("role"))),Ye("region",Br("region",lh(),r=>{te({region:r,mark:""}),Zu(r)})),Ye("due",Br("due",[["",P("all")],...Da.map(
r=>[String(r),String(r)]),["none",P("noYear")]],e("due"))),Ye("kind",Br("kind",[["",P("all")],[go,P("aims")],..._a.map(r=>[
r,vn("kind",r)])],e("kind"))),Ye("words",i("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:O.
asked.words,oninput:r=>te({words:r.target.value})})),Ye("asOf",i("input",{id:"tasks-asOf",type:"date",value:_t(),onchange:r=>te(
{asOf:Ia(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function rf(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=O.asked,n=Ba(yo,e),o=a=>{let l=a.now&&u(a.now)!==u(a),c=u({zh:"（",en:" ("}),
f=u({zh:"）",en:")"});return u(a)+(l?c+P("now")+u(a.now)+f:"")},r=n.map(a=>o(yo[a])),s=n.length&&!Dt.some(a=>ch(a,n));t.
textContent=e.trim()?n.length?(s?P("unnamed"):"")+Tr(r,4):P("noUnit"):""}function ch(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function uh(){let t=Lr(O.found.anyState,_t()),e=O.asked.states;return i("div.states",{role:"\
group","aria-label":P("state")},[...yn,Lt].map(n=>i(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>te({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===Lt?null:xo(n),
i("span",{},Ut({state:n}))," ",i("strong",{},String(t[n])))))}function fh(){let{list:t}=O.found,e=t.filter(Pa).length;return i(
"p.sum",{role:"status",id:"tasks-sum"},i("strong",{},Ke("tasks",t.length)),e&&e<t.length?i("span.count",{},` ${Ke("aims",
e)}`):null)}function dh(){let t=O.asked.mark&&bo(O.asked.mark);if(!t)return null;let e=L.find(n=>n.table===t.name);return i(
"p.marked",{},P("marked"),S(Te(e,t.place)),i("button",{type:"button",id:"tasks-unmark","aria-label":P("unmark"),onclick:()=>te(
{mark:""})},"×"))}function ph(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:a}=O.asked,l=O.asked.mark&&bo(O.
asked.mark);return[t.trim(),e&&P(e),n&&u(Ot.find(f=>f.code===n)),l&&Te(L.find(f=>f.table===l.name),l.place),o&&(o==="non\
e"?P("noYear"):o),r&&(r===go?P("aims"):vn("kind",r)),...s.map(f=>Ut({state:f})),a.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||P("all")}function mh(){let t=Ra(O.asked).length>0;return i("div.tools",{},i("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{O.chosen=null,zn(null),te(wo),Ga(),rf(),document.getElementById("tasks-unit").focus()}},
P("clear")),i("button",{type:"button",id:"tasks-print",onclick:()=>tf(O.found.list,ph())},P("print")))}function of(t){O.
chosen=O.chosen===t?null:t;let e=O.chosen===null?null:Dt[t];zn(e),e&&!O.found.list.includes(e)?we({states:[],due:""}):A(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),mt(`${Z("name",t)}, ${Ut(e)}`))}function Ha(){if(!O.open)return;let t=Mn.contains(document.activeElement)?
document.activeElement.id:null,e=Mn.querySelector("details")?.open??!1,{scrollTop:n}=Wa,o={open:of,place:Ju,again:Ha},r=[
dh(),uh(),fh(),mh(),nf(O.found.anyYear,of),...Gu(O.found.list,o)];Mn.replaceChildren(...r.filter(Boolean)),e&&Mn.querySelector(
"details")&&(Mn.querySelector("details").open=!0),Wa.scrollTop=n,t&&document.getElementById(t)?.focus(),rf()}function hh(){
let t=document.getElementById("tasks-region");t&&t.value!==O.asked.region&&(t.value=O.asked.region)}function gh(){Nr.replaceChildren(
P("tasks")),Pr.setAttribute("aria-label",P("title")),Pr.replaceChildren(i("div.tasks-top",{},i("h2",{},P("title")),i("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{ko(!1),Nr.focus()}},"×")),Wa),Ga(),Ha()}
function wh(t){let n=Uu(t,{regions:Ot,kinds:_a,years:Da,rows:xn});n.mark&&!bo(n.mark)&&(n.mark="");let o=t.get("item"),r=Dt.
find(a=>a.item===o);O.asked=n,O.chosen=r?r.row:null;let s=t.has("tasks");Ga(),s!==O.open?ko(s):we({}),zn(s?r:null)}function yh(){
if(!O.open)return[];let t=O.chosen===null?[]:[["item",Dt[O.chosen].item]];return[["tasks","1"],...Ra(O.asked),...t]}function sf(){
Dt.length&&(document.getElementById("tools").prepend(Nr),document.getElementById("panel").after(Pr),O.found=null,Qu(),ef(),
we({}),dr({write:yh,follow:wh}),window.gisplanTasks={view:O,tasks:Dt,ask:te},E("language",gh),E("tasks",()=>{hh(),Ha()}),
E("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&H.matches)&&O.open&&ko(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&H.matches&&O.open&&ko(!1)}))}function af(...t){ni(k),Nc(),k.basemap&&Kl(k.basemap),xl(),dl(),Cl(),Wl(),Jl(pu()),Object.assign(Ee,{prefectures:L.find(
e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>oe(e,z.latLng(n,o))}),Ji(),Lu(),xc(),Tc(),jl(),Gc(),
vu(),Bu(),oc(),sl(),$u(),ql(),bi(),ci(),wu(),sf();for(let e of t)e(k);A("language"),mo(!H.matches),de(window.matchMedia(
"(min-width: 1180px)").matches&&yc()),Bn(),Ic(),le(),window.gisplan={map:w,data:k,state:m,layers:L,places:Gt,setYear:It,
geodesicLength:ht,geodesicArea:To}}af(du);
})();
