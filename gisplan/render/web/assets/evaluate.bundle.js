// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 67d51842f694414e84f785d9bb60f84eae46815862ac3ecae878de6de0d2699d
// bundle cd15e1b0f6fff91c19f92bae319976f6d3fe38b73adf36aa2f141443874431d1 esbuild 0.28.2
(async()=>{"use strict";
var Sa=["",1],za=[["亿",1e8],["万",1e4]],Iu=10,Ma=2,$a={digits:null,myriads:!0},wr={digits:3,myriads:!0};function Xt(t){
return(t<1e21?String(t):String(BigInt(t))).replace(/\B(?=(\d{3})+$)/g,",")}function gr(t,e){if(t>=1e21)return Xt(t);let[
n,o]=t.toFixed(e).split("."),r=(o||"").replace(/0+$/,"");return Xt(Number(n))+(r?`.${r}`:"")}function yr(t,{digits:e}){let n=Math.
abs(t);if(!e)return n;let o=e,r=Number(n.toPrecision(o));for(;n<100&&r>=100&&o<12;)o+=1,r=Number(n.toPrecision(o));return r}
function Ea(t,{digits:e,myriads:n},o){let r=e?1:Iu;return(n&&o==="zh"?za:[]).find(a=>t>=r*a[1])??Sa}function Ru(t,e,n){let o=t.
map(l=>yr(l,e)).filter(Boolean),r=o.map(l=>Ea(l,e,n)),s=(l,c)=>l>=c&&Number.isInteger(l/c*10**Ma),a=([,l])=>o.every((c,f)=>r[f][1]>=
l||s(c,l));return za.find(l=>r.includes(l)&&a(l))??Sa}function Fu(t){return Number.isInteger(t)?Xt(t):t>=1?gr(t,t>=1e3?1:
2):gr(Number(t.toPrecision(3)),10)}function Ta(t,e,[n,o]){let r=yr(t,e),s=r/o,a="0";return r&&!e.digits&&!n?a=Fu(r):r&&(a=
gr(s,e.digits?Du(s):Ma)+n),t<0&&a!=="0"?`−${a}`:a}function Du(t){let[e,n]=String(t).split("e"),o=(e.split(".")[1]||"").
length-Number(n||0);return Math.min(10,Math.max(0,o))}function st(t,e=$a,n="en"){return Ta(t,e,Ea(yr(t,e),e,n))}function La(t,e=$a,n="\
en"){let o=[...new Set(t)];for(let r=0;;r+=1){let s={...e,digits:e.digits?e.digits+r:e.digits},a=Ru(o,s,n),l=o.map(c=>Ta(
c,s,a));if(!e.digits||r===12||new Set(l).size===o.length)return new Map(o.map((c,f)=>[c,l[f]]))}}function gn(t,e){return e>
0?`${st(t/e*100,wr)} %`:"—"}function br(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${st(Number((t/1e3).toFixed(
t<1e5?3:2)))} km`:"—"}function pe(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(2)} km`:"\
—"}function Aa(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[st(Number((t/n).toFixed(2))),e]}var m={lang:"zh",context:Object.create(null),shown:[],opacity:[],year:null,chosen:null,kept:Object.create(null),map:0,profile:null,
filter:new Map,more:Object.create(null),measuring:!1,paper:!1,place:null},Oa={language:[],layers:[],context:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],
kept:[]};function T(t,e){Oa[t].push(e)}function A(t,e){for(let n of Oa[t])n(e)}function Ca(t){m.lang=t.lang,m.shown=t.layers.
map(e=>e.show),m.opacity=t.groups.map(()=>1)}var _u={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
对比两个专题",en:"Compare two themes"},leftTheme:{zh:"左：",en:"Left:"},rightTheme:{zh:"右：",en:"Right:"},swipe:{
zh:"卷帘",en:"Swipe"},difference:{zh:"差值（右减左）",en:"Difference (right less left)"},noFigures:{zh:"差值需要两个都\
是数值的专题。",en:"A difference needs two themes of figures."},otherUnits:{zh:"两个专题的单位不同，不能相减。",
en:"The units differ, so they can't be subtracted."},noCommon:{zh:"两个专题没有共同的行政单位。",en:"The t\
wo themes have no unit in common."},oneMissing:{zh:"其一没有数据",en:"one has no data"},maps:{zh:"地图",en:"Maps"},
filter:{zh:"筛选",en:"Filter"},clearFilter:{zh:"取消筛选",en:"Clear the filter"},clearClasses:{zh:"取消筛选（含图例）",
en:"Clear the filter and the legend's"},noValue:{zh:"（空）",en:"(empty)"},prefecture:{zh:"所在市州",en:"Prefectu\
re"},onlyClass:{zh:"只看这一类；可多选，再点一次取消",en:"This class only; more may be added; again to t\
ake it back"},opacityShort:{zh:"不透明度",en:"Opacity"},opacity:{zh:"不透明度",en:"Opacity of"},chart:{zh:"图表：",
en:"Chart: "},chartHint:{zh:"移到柱上查看；点击定位",en:"Point at a bar; click to go there"},search:{zh:"搜索",
en:"Search"},searchHint:{zh:"名称、拼音或代码",en:"Name, pinyin or code"},nothingFound:{zh:"没有找到",en:"No\
thing found"},measure:{zh:"量测距离和面积",en:"Measure length and area"},measureTitle:{zh:"量测（WGS 84 椭球面）",
en:"Measure (WGS 84 ellipsoid)"},measureHint:{zh:"在地图上逐点点击；Esc 结束。",en:"Click point by point on \
the map; Esc ends."},length:{zh:"长度",en:"Length"},perimeter:{zh:"周长（闭合）",en:"Perimeter (closed)"},m2:{zh:"\
平方米",en:"m²"},ha:{zh:"公顷",en:"ha"},km2:{zh:"平方千米",en:"km²"},area:{zh:"面积",en:"Area"},addMiddle:{
zh:"在图中心加点",en:"Add the map's middle"},takeBack:{zh:"撤销一点",en:"Remove last"},startOver:{zh:"清除",
en:"Clear"},print:{zh:"打印",en:"Print"},creditsOver:{zh:"来源见下一页。",en:"Sources: see the next page."},legendOver:{
zh:"图例未完，见下一页。",en:"The legend goes on on the next page."},legendMore:{zh:"图例（续）",en:"Lege\
nd, continued"},legend:{zh:"图例",en:"Legend"},north:{zh:"北",en:"N"},ratio:{zh:"图幅中心比例尺：",en:"Scale \
at the middle: "},projection:{zh:"Web 墨卡托投影，数据坐标系 WGS 84",en:"Web Mercator; data in WGS 84"},printed:{
zh:"制图日期：",en:"Printed: "},back:{zh:"返回地图",en:"Back to the map"},noReviewLine:{zh:"__________",en:"___\
_______"},link:{zh:"复制本视图链接",en:"Copy a link to this view"},linkTitle:{zh:"本视图的链接",en:"Link to\
 this view"},linkHint:{zh:"链接含位置、缩放、图层、年份和语言；对方须有同一文件，放在相同的位置。",
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
en:"Read as latitude, longitude and put in order; please check."}},Uu={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`},
roadRule:{zh:(t,e)=>`沿页面所带的干线公路计；两端到最近公路按直线 × ${e}（声明的假设），不超过 ${t}\
 千米；比这两段还近的直接走直线。`,en:(t,e)=>`Over the trunk roads in this page; from both ends straight\
 x ${e} (a declared assumption) to the nearest road, at most ${t} km; straight where that is no farther than the two leg\
s.`},roadOff:{zh:(t,e)=>`${t} 个居民点（${e}）离公路更远，公路上到不了。`,en:(t,e)=>`${t} settlements\
 (${e}) lie farther off and can't be reached by road.`}},Zt=(t,e)=>`${t} ${e}${t==="1"?"":"s"}`,ju={rows:{zh:t=>`${t} 个`,
en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},sitesThere:{zh:t=>`${t} 处`,en:t=>Zt(t,"site")},ofUnknown:{zh:t=>`其\
中 ${t} 处能力不详`,en:t=>`of unknown capacity: ${t}`},places:{zh:t=>`${t} 处`,en:t=>Zt(t,"place")},ownTaken:{zh:t=>`\
采用 ${t} 行。`,en:t=>`${Zt(t,"row")} taken.`},ownShapes:{zh:t=>`另绘线、面 ${t} 个。`,en:t=>`${t} ${t==="1"?
"line or area":"lines or areas"} drawn.`},ownRefused:{zh:t=>`未采用 ${t} 行：`,en:t=>`${Zt(t,"row")} not taken:`},ownRow:{
zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{zh:t=>`另有 ${t} 项只知道所在的上一级单位，位置在此，未计入`,
en:t=>`${t} more are drawn here but known to the unit above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,
en:t=>`${t} of unknown year, shown in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${Zt(t,"item")} here`},others:{
zh:t=>` 等 ${t} 项`,en:(t,e)=>` and ${Xt(e-1)} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t}\
 more without a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{
zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`\
共 ${t} 行`,en:t=>Zt(t,"row")},leftOut:{zh:t=>`另有 ${t} 项未列出`,en:t=>`${t} more, not listed`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${Zt(t,"row")}`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>Zt(
t,"cell")}};function u(t){let e=typeof t=="string"?_u[t]??Uu[t]:t;return e?e[m.lang]:""}function j(t,e){return ju[t][m.lang](
Xt(e),e)}function Pa(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of the report is not known"}:{zh:`以下为 ${e}\
 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态不详：${n.zh}`,en:`Not known in ${t}\
: ${n.en}`}[m.lang]}function Ba(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function i(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[a,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(a==="style")for(let[c,f]of Object.entries(l))s.style.setProperty(c,f);else
a.startsWith("on")?s.addEventListener(a.slice(2),l):a.includes("-")||a==="role"||a==="for"?s.setAttribute(a,l):s[a]=l;for(let a of n.
flat(1/0))a==null||a===""||s.append(a);return s}function S(t,e){return i(e||"span.datum",{dir:"auto"},t)}function ao(t){
return[i("span.long",{},u(t)),i("span.short",{},u(`${t}Short`))]}function pt(t){document.getElementById("spoken").textContent=
t}function N(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var Wu={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function me(t){return N("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},N("path",{d:Wu[t]}))}function je(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
i("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):S(e)}function nt(){return i("span.derived",{title:u(
"derivedHint")},u("derived"))}function We(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var M=window.L;async function Gu(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var xr=document.getElementById("gisplan-data"),k=JSON.parse(xr.dataset.packed?await Gu(xr.textContent):xr.textContent);var Ia=new Int8Array(128),Na="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Na.length;t++)
Ia[Na.charCodeAt(t)]=t;function he(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=Ia[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function Dt(t,{decimals:e,origin:n}){let o=10**-e,r=he(t),s=[],[a,
l]=n;for(let c=0;c<r.length;c+=2)a+=r[c],l+=r[c+1],s.push([l*o,a*o]);return s}function io(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let a=r?1:0;a<s.length;a++)n.push(s[a])}),n}function W(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function lo(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
a,l]=t[r],[c,f]=t[s];a>e!=c>e&&n<(f-l)*(e-a)/(c-a)+l&&(o=!o)}return o}function Ra(t){let e=t.arcs?t.arcs.split(" ").map(n=>Dt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?Dt(n.at,t):[],s=n.anchor?Dt(n.anchor,t):[];return Array.from({length:o},(a,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=W(n.precision,l),c;if(c.
parts=n.shapes[l].map(f=>f.map(d=>io(e,d))),c.bounds=M.latLngBounds(c.parts.flatMap(f=>f[0])),c.anchor=s[l],c.anchor){let f=c.
parts.find(([d])=>lo(d,c.anchor))||c.parts[0];c.room=M.latLngBounds(f[0])}return c})}}function Qt(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>lo(o,n)&&!r.some(s=>lo(s,n)))}function Fa(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),a=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>a.x+o||r.y>s.y+o||r.y<a.y-o?!1:e.parts.some(([l])=>{let c=l.map(f=>t.latLngToLayerPoint(f));return c.some((f,d)=>d&&
M.LineUtil.pointToSegmentDistance(r,c[d-1],f)<=o)})}var w=window.map_gisplan,Hu=Ra(k),_t=Object.fromEntries(Object.entries(k.tables).map(([t,e])=>[t,Hu(e)])),L=k.layers.map(
(t,e)=>({...t,number:e,data:k.tables[t.table],places:_t[t.table],geometry:k.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Ge=600;function ct(t,e){let n=w.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function te({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function co(t,e){m.shown[t.number]=e,e?t.group.addTo(w):t.group.remove()}function at(t,e){if(e&&te(t))for(let n of L)
n!==t&&m.shown[n.number]&&te(n)&&co(n,!1);co(t,e),A("layers")}function Da(t,e){for(let n of L)te(n)&&co(n,n===t||n===e);
A("layers")}function _a(){let t=L.filter(e=>m.shown[e.number]&&te(e));for(let e of t.slice(0,-1))co(e,!1)}function uo(t,e){
m.opacity[t]=e;for(let n of k.groups[t].layers)w.getPane(L[n].pane).style.opacity=e;A("view")}var kr=new Set;T("paper",()=>{for(let t of kr)t.draw()});function Ua(t,e,n){let o=w.options.crs.scale(w.getZoom())/256,r=w.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var ge=M.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),kr.add(this),this.draw()},onRemove(){kr.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
m.paper,this.sheet?.remove(),this.sheet=null,m.paper){this.drawSheet();return}let t=w.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=w.containerPointToLayerPoint(e.multiplyBy(-1));M.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Ua(r,n,o))},drawSheet(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]);this.sheet=N("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Ua(e,t,1))),M.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var gt=.0033528106647474805,we=6378137*(1-gt),Sr=6335439,zr=1e-4,H=Math.PI/180;function Mr(t,e){return((e-t+540)%360+360)%
360-180}function Ut(t,e){let n=gt*(2-gt),o=Math.sin(e*H),r=Math.cos(e*H),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*H),s*r*Math.sin(t*H),s*(1-n)*o]}function ja(t){let e=t*(40680631590769-we*we)/(we*we);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function Wa(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Ga(t){return gt/16*t*(4+gt*(4-3*t))}function mt(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-gt)*
Math.tan(e*H)),s=Math.atan((1-gt)*Math.tan(o*H)),[a,l,c,f]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],d=Mr(t,n)*H,
p=d;for(let h=0;h<100;h++){let g=Math.sin(p),y=Math.cos(p),b=Math.hypot(f*g,l*c-a*f*y);if(b===0)return 0;let x=a*c+l*f*y,
z=Math.atan2(b,x),$=l*f*g/b,E=1-$*$,O=E>1e-15?x-2*a*c/E:0,B=Ga(E),D=p;if(p=d+(1-B)*gt*$*(z+B*b*(O+B*x*(2*O*O-1))),Math.abs(
p-D)<1e-13){let[_,U]=ja(E);return we*_*(z-Wa(U,b,x,O))}}return NaN}function ye(t,e,n,o){let r=n*H,s=(1-gt)*Math.tan(e*H),
a=1/Math.sqrt(1+s*s),l=s*a,c=Math.atan2(s,Math.cos(r)),f=a*Math.sin(r),d=1-f*f,[p,h]=ja(d),g=o/(we*p);for(let D=0,_=1/0;D<
100&&Math.abs(g-_)>1e-13;D++)_=g,g=o/(we*p)+Wa(h,Math.sin(g),Math.cos(g),Math.cos(2*c+g));let[y,b,x]=[Math.sin(g),Math.cos(
g),Math.cos(2*c+g)],z=l*y-a*b*Math.cos(r),$=Math.atan2(l*b+a*y*Math.cos(r),(1-gt)*Math.hypot(f,z)),E=Math.atan2(y*Math.sin(
r),a*b-l*y*Math.cos(r)),O=Ga(d),B=E-(1-O)*gt*f*(g+O*y*(x+O*b*(2*x*x-1)));return[$/H,t+B/H]}function Vu(t,e,n,o,r){let[s,
a]=[Ut(t,e),Ut(n,o)],[l,c,f]=[a[0]-s[0],a[1]-s[1],a[2]-s[2]],[d,p]=[Math.sin(t*H),Math.cos(t*H)],[h,g]=[Math.sin(e*H),Math.
cos(e*H)],y=-d*l+p*c,b=-h*p*l-h*d*c+g*f,x=Math.atan2(y,b)/H;for(let z=0;z<4;z++){let[$,E]=ye(t,e,x,r),O=Mr(E,n)*Math.cos(
o*H)*H*6378137,B=(o-$)*H*6378137,[D,_]=ye(t,e,x,r*.999),U=Math.atan2((E-_)*Math.cos(o*H),$-D),F=O*Math.cos(U)-B*Math.sin(
U),G=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));x+=F/G/H}return x}function wn([t,e],[n,o],r,s){let a=mt(e,t,o,n),l=Math.
max(r,Math.min(s,Math.ceil(a/2e3)));if(l===1||!a||!Number.isFinite(a))return[[n,o]];let c=Vu(e,t,o,n,a);return[...Array.
from({length:l-1},(d,p)=>ye(e,t,c,a*(p+1)/l)),[n,o]]}function vr(t){let e=Math.sqrt(gt*(2-gt)),n=Math.sin(t*H);return(1-
e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function fo(t){let e=0,n=vr(t[0][0]);return t.forEach((o,r)=>{let[s,a]=o;wn(o,t[(r+
1)%t.length],100,500).forEach(([l,c])=>{e+=Mr(a,c)*H*(vr(s)-n+vr(l)-n)/2,[s,a]=[l,c]})}),Math.abs(e)*6378137*6378137/2}function $r(t){
return t.slice(1).reduce((e,[n,o],r)=>e+mt(t[r][1],t[r][0],o,n),0)}function Ha({decimals:t,nodes:e,edges:n,lengths:o,perMetre:r=1}){let s=10**t,a=he(e),l=new Float64Array(a.length/2),c=new Float64Array(
a.length/2),[f,d]=[0,0];for(let x=0;x<l.length;x++)f+=a[2*x],d+=a[2*x+1],l[x]=f/s,c[x]=d/s;let p=he(n),h=new Int32Array(
p.length/2),g=new Int32Array(p.length/2),y=0;for(let x=0;x<h.length;x++)y+=p[2*x],h[x]=y,g[x]=y+p[2*x+1];let b=Float64Array.
from(he(o),(x,z)=>{let[$,E]=[h[z],g[z]];return x?x/r:mt(l[$],c[$],l[E],c[E])});return{lon:l,lat:c,start:h,end:g,length:b}}var Er=k.context?.seats,po=Er?Dt(Er.at,k).map((t,e)=>({at:t,names:Er.names[e]})):[];var ee=t=>Math.round(10*t)/10,mo=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${ee(e)} ${ee(n)}`)}lineTo(e,n){this.parts.push(`L${ee(e)} ${ee(n)}`)}arc(e,n,o){
let[r,s]=[ee(o),ee(2*o)];this.parts.push(`M${ee(e-o)} ${ee(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(N("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var qu=["county","prefecture","province","country"],Ku=k.context?.borders??{},Yu={country:0,province:0,prefecture:0,county:7},
Va={railway:6,river:6.8},wt=k.context?k.context.layers.map(Ju):[],Mh=wt.find(t=>t.graph)?.graph??null;function Ju(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=Ha(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>io(Xu(),r)))),e.anchors=
t.anchors?Dt(t.anchors,k):[],e}var Tr=null;function Xu(){return Tr??(Tr=k.arcs.split(" ").map(t=>Dt(t,k))),Tr}function jt(t){
return m.context[t.name]!==!1}function qa(t,e){m.context[t.name]=e,A("context")}function Or([t,e]){let{x:n,y:o}=w.options.
crs.latLngToPoint(M.latLng(t,e),0);return[n,o]}function Ar(t){let e=t.map(Or),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function Ka(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],a)=>{a?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function Ya(t){let e=new mo;return this.paint(e,t),e.elements}var Zu=ge.extend({name:"\
context-ground",prepare(){this.areas=wt.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(Ar)})))},vectors:Ya,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(jt(n)){t.beginPath();for(let s of r)Ka(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
Qu=ge.extend({name:"context-lines",prepare(){this.lines=wt.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>Ar(r))}))})),this.shores=wt.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(Ar)}));let t=wt.find(e=>e.graph);this.seats=po.
map(({at:e})=>Or(e)),this.roads=t&&{one:t,...tf(t.graph)}},vectors:Ya,paint(t,e){let n=w.getZoom();t.scale(e.ratio,e.ratio),
t.lineJoin="round";for(let{one:o,rings:r}of this.shores)jt(o)&&yn(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,
paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!jt(o))continue;let s=!o.style.dash;if(!s&&n<Va.railway)continue;let l=r.
filter(f=>!s||f.named||n>=Va.river).flatMap(f=>f.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);yn(t,l,e,{color:o.style.color,
width:c,dash:[]}),!s&&n>=7.5&&yn(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&jt(this.roads.one)&&this.paintRoads(
t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(jt(o))for(let s of qu){if(!ef(s,n))continue;let a=r.
filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&yn(t,a,e,{color:"rgba(120, 98, 140, 0.16)",width:6,
dash:[]}),yn(t,a,e,Ku[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)
o<e.west||o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle=
"#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:a,one:l}=this.
roads;t.beginPath();for(let f=0;f<s.length;f++){let[d,p]=[s[f],a[f]];o[d]<e.west&&o[p]<e.west||o[d]>e.east&&o[p]>e.east||
r[d]<e.north&&r[p]<e.north||r[d]>e.south&&r[p]>e.south||(t.moveTo(e.left(o[d])/e.ratio,e.top(r[d])/e.ratio),t.lineTo(e.left(
o[p])/e.ratio,e.top(r[p])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function tf({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let a=0;a<t.length;a++)[r[a],s[a]]=Or(
[e[a],t[a]]);return{x:r,y:s,start:n,end:o}}function yn(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let a of e)Ka(t,
a,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function ef(t,e){let n=L.filter(o=>o.border===t);return n.
length?n.some(o=>m.shown[o.number]):e>=Yu[t]}var Lr=[];function Ja(){if(!wt.length)return;ct("gisplan-ground",380),w.getContainer().
classList.add("on-land");let t=L.filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.
length?t[t.length-1].number:-1;ct("gisplan-lines",Math.min(499,400+Math.max(e,0))),Lr.push(new Zu({pane:"gisplan-ground"}).
addTo(w)),Lr.push(new Qu({pane:"gisplan-lines"}).addTo(w));let n=()=>{for(let o of Lr)o.draw()};T("context",n),T("layers",
n)}var Cr="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Xa=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,nf=new RegExp(`(${Cr})?\\s*[:：=]?\\s*${Xa}`,"gi"),
of=new RegExp(`()${Xa}(?:\\s*(${Cr}))?`,"gi"),rf={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},sf=new Set(["西经","南纬","W","S"]);function af(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${Cr})`,"i").test(e),r=e.replace(o?nf:of,(s,a,l,c,f,d)=>{let p=(a||(typeof d=="s\
tring"?d:"")).toUpperCase(),h=/^[−-]/.test(l)?-1:1,g=Math.abs(parseFloat(l.replace("−","-"))),y=h*(g+(c?c/60:0)+(f?f/
3600:0)),b=(c===void 0||c<60)&&(f===void 0||f<60);return n.push({value:sf.has(p)?-y:y,axis:rf[p]||null,short:b})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function be(t,e){let n=af(t);if(n.length!==2||n.some(h=>!h.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,a=o.axis==="lat"||r.axis==="lon",l=(h,g)=>Math.abs(h)<=180&&Math.abs(g)<=90,c=a?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let f=c.findIndex(([h,g])=>l(h,g)&&e(h,g));if(f<0)return{fault:c.
some(([h,g])=>l(h,g))?"tooFar":"outOfRange"};let[d,p]=c[f].map(bt);return{lon:d,lat:p,note:f===1?"swapped":null}}function bt(t){
return Math.round(t*1e6)/1e6}function Za({at:t,decimals:e,count:n}){let o=10**e,r=he(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
a=0,l=0;for(let c=0;c<n;c++)a+=r[2*c],l+=r[2*c+1],s.lon[c]=a/o,s.lat[c]=l/o,s.xyz.push(Ut(s.lon[c],s.lat[c]));return s}function lf(t){
let e=Za(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function cf({waste:t=[],quantityName:e,demand:n}){let o={[e]:n.amounts};return t.map(r=>{r.whole&&(o[r.basis]=r.whole);let s=r.
values??o[r.basis].map(a=>a*r.factor);return{...r,values:s}})}function uf(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;
t.lat[t.order[r]]<e?n=r+1:o=r}return n}function ff(t,e,n,o){let r=Ut(e,n),s=o/11e4,a=[];for(let l=uf(t,n-s);l<t.count;l++){
let c=t.order[l];if(t.lat[c]>n+s)break;let f=t.xyz[c],d=Math.hypot(f[0]-r[0],f[1]-r[1],f[2]-r[2]);if(d>o+zr)continue;(2*
Sr*Math.asin(Math.min(1,d/(2*Sr)))+zr<=o||mt(t.lon[c],t.lat[c],e,n)<=o)&&a.push(c)}return a}function df(t,e){return{placeAt:(n,o)=>({
lon:n,lat:o}),siteAt:n=>({lon:e.lon[n],lat:e.lat[n]}),reach:({lon:n,lat:o},r)=>ff(t,n,o,r),sitesWithin:({lon:n,lat:o},r)=>[
...e.lon.keys()].filter(s=>mt(n,o,e.lon[s],e.lat[s])<=r),nearest({lon:n,lat:o}){let r=null;for(let s=0;s<e.count;s++){let a=mt(
n,o,e.lon[s],e.lat[s]);(!r||a<r.metres)&&(r={at:s,metres:a})}return r}}}function pf(t,e,n){let o=null,r=()=>{let s=({lon:a,
lat:l})=>Array.from(a,(c,f)=>t.placeAt(c,l[f]));return o??(o={demand:s(e),sites:s(n)}),o};return{roads:t,placeAt:t.placeAt,
siteAt:s=>r().sites[s],demandAt:s=>r().demand[s],reach(s,a){let l=t.fieldFrom(s,a),c=[];return r().demand.forEach((f,d)=>{
let p=t.wayTo(l,f);p&&p.metres<=a&&c.push(d)}),c},sitesWithin(s,a){let l=t.fieldFrom(s,a),c=f=>(t.wayTo(l,f)?.metres??1/0)<=
a;return[...r().sites.keys()].filter(f=>c(o.sites[f]))},nearest(s){let a=t.fieldFrom(s),l=null;return r().sites.forEach(
(c,f)=>{let d=t.wayTo(a,c);d&&(!l||d.metres<l.metres)&&(l={at:f,...d})}),l},offRoad:()=>[...r().demand.keys()].filter(s=>!o.
demand[s].on)}}function Qa(t,e,n=null){let o=lf(t.demand),r={...Za(t.sites),names:t.sites.names},s=cf(t),a=(h,g=o.amounts)=>h.
reduce((y,b)=>y+g[b],0),l={straight:df(o,r)};n&&(l.road=pf(n,o,r));let c=new Map;function f(h,g){let y=`${g} ${h}`;if(!c.
has(y)){let b=new Uint8Array(o.count);for(let x=0;x<r.count;x++)for(let z of l[g].reach(l[g].siteAt(x),h))b[z]=1;c.set(y,
b)}return c.get(y)}function d(h,g,y){let{capacity:b}=t.sites;if(!b)return null;let x=h.sitesWithin(g,y),z=x.map($=>b.values[$]).
filter($=>$!==null);return{known:z.reduce(($,E)=>$+E,0),sites:x.length,unknown:x.length-z.length}}function p(h,g,y="stra\
ight"){let b=l[y],x=f(g,y),z=new Uint16Array(o.count),$=h.map(({lon:F,lat:G})=>b.placeAt(F,G)),E=$.map(F=>{let G=b.reach(
F,g);for(let K of G)z[K]+=1;return G}),O=h.map(({lon:F,lat:G},K)=>{let et=E[K].filter(zt=>!x[zt]),dt=a(E[K]),Jt=a(et);return{
reached:dt,gained:Jt,overlap:dt-Jt,only:a(et.filter(zt=>z[zt]===1)),waste:s.map(({name:zt,values:va})=>({name:zt,reached:a(
E[K],va),gained:a(et,va)})),capacity:d(b,$[K],g),nearest:b.nearest($[K]),road:y==="road"?{metres:$[K].foot.distance,on:$[K].
on}:null,county:e(t.counties,F,G),region:e(t.regions,F,G)}}),B=()=>({total:0,before:0,after:0}),D=t.codes.map(B),_=B(),U=[];
for(let F=0;F<o.count;F++){let G=o.amounts[F],K=x[F]||z[F];K&&!x[F]&&U.push(F);for(let et of[_,D[o.region[F]]])et&&(et.total+=
G,x[F]&&(et.before+=G),K&&(et.after+=G))}return{each:O,whole:_,regions:D,gained:U}}return{demand:o,sites:r,waste:s,ways:l,
amountOf:a,evaluate:p}}function ne(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function it(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&ne(n.words,o)?n.words[o]:{},t.words].find(a=>ne(a,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):st(e,t,m.lang):e}function Wt(t,e){if(typeof e!="number"||t.year||
t.words&&ne(t.words,e))return null;let n=st(e,{digits:15});return st(e,t,m.lang)===n?null:n}function Pr(t,{unit:e}){return(/[万亿]$/.
test(t)?"":" ")+u(e)}function ut(t,e,n,o){let r=it(t,e,n,o);return e==null||!t.unit?r:r+Pr(r,t)}function ot(t){return(t.
type==="integer"||t.type==="number")&&!t.year}var mf=500,Br=.001,ti=3,He=(t,e)=>[t[0]-e[0],t[1]-e[1],t[2]-e[2]],ho=(t,e)=>t[0]*e[0]+t[1]*e[1]+t[2]*e[2],ei=t=>Math.min(
1,Math.max(0,t));function Nr(t,e,n){let o=[0,1,2].map(a=>t[a]+n*(e[a]-t[a])),s=((1-n)*Math.hypot(...t)+n*Math.hypot(...e))/
Math.hypot(...o);return o.map(a=>a*s)}function hf(t,e,n,o){let r=Math.max(Math.ceil(n/mf),1),s=He(e,t),a=ei(ho(He(o,t),s)/
Math.max(ho(s,s),1e-12)),l=Math.min(r-1,Math.floor(a*r)),c=n/r,f={distance:1/0,offset:0},d=null,p=Math.min(r-1,l+ti);for(let h=Math.
max(0,l-ti);h<=p;h++){let g=d??Nr(t,e,h/r);d=Nr(t,e,(h+1)/r);let y=He(d,g),b=ei(ho(He(o,g),y)/Math.max(ho(y,y),1e-12)),x=Math.
hypot(...[0,1,2].map(z=>g[z]+b*y[z]-o[z]));x<f.distance&&(f={distance:x,offset:h*c+b*c})}return{distance:f.distance,offset:Math.
min(f.offset,n)}}function ni({lon:t,lat:e,start:n,end:o,length:r}){let s=Array.from(t,(f,d)=>Ut(f,e[d])),a=new Float64Array(
3*n.length),l=new Float64Array(n.length);for(let f=0;f<n.length;f++){let[d,p]=[s[n[f]],s[o[f]]],h=Nr(d,p,.5);a.set(h,3*f),
l[f]=1+Math.max(Math.hypot(...He(h,d)),Math.hypot(...He(h,p)))}let c=new Float64Array(n.length);return f=>{let d=-1;for(let b=0;b<
n.length;b++){let x=a[3*b]-f[0],z=a[3*b+1]-f[1],$=a[3*b+2]-f[2];c[b]=Math.sqrt(x*x+z*z+$*$)-l[b],(d<0||c[b]<c[d])&&(d=b)}
let p=[],h=1/0,g=b=>{let x=hf(s[n[b]],s[o[b]],r[b],f);x.distance>h+Br||(h=Math.min(h,x.distance),p.push({edge:b,...x}))};
d>=0&&g(d);for(let b=0;b<n.length;b++)b!==d&&c[b]<=h+Br&&g(b);let y={edge:-1,offset:0,distance:1/0};for(let b of p)b.distance<
h+Br&&(y.edge<0||b.edge<y.edge)&&Object.assign(y,b);return y}}var Ir=class{constructor(){this.items=[]}push(e){let{items:n}=this,o=n.length;for(n.push(e);o>0;){let r=o-1>>1;if(n[r][0]<=
e[0])break;n[o]=n[r],o=r}n[o]=e}pop(){let{items:e}=this,n=e[0],o=e.pop(),r=0;for(;e.length;){let s=2*r+1;if(s>=e.length||
(s+1<e.length&&e[s+1][0]<e[s][0]&&(s+=1),e[s][0]>=o[0]))break;e[r]=e[s],r=s}return e.length&&(e[r]=o),n}};function gf({lon:t,
start:e,end:n}){let o=new Int32Array(t.length+1);for(let a of[e,n])for(let l of a)o[l+1]+=1;for(let a=0;a<t.length;a++)o[a+
1]+=o[a];let r=o.slice(),s=new Int32Array(2*e.length);for(let a=0;a<e.length;a++)s[r[e[a]]++]=a,s[r[n[a]]++]=a;return{from:o,
edges:s}}function oi(t,{access:e,detour:n}){let{lon:o,lat:r,start:s,end:a,length:l}=t,{from:c,edges:f}=gf(t),d=ni(t);function p(E,O){
let B=Ut(E,O),D=d(B);return{lon:E,lat:O,xyz:B,foot:D,on:D.distance<=e}}function h(E,O=1/0){let B=new Float64Array(o.length).
fill(1/0),D=new Int32Array(o.length).fill(-1),_={place:E,metres:B,by:D};if(!E.on)return _;let U=new Ir,F=(et,dt,Jt)=>{dt<
B[et]&&dt<=O&&(B[et]=dt,D[et]=Jt,U.push([dt,et]))},{edge:G,offset:K}=E.foot;for(F(s[G],K,-1),F(a[G],l[G]-K,-1);U.items.length;){
let[et,dt]=U.pop();if(!(et>B[dt]))for(let Jt=c[dt];Jt<c[dt+1];Jt++){let zt=f[Jt];F(s[zt]===dt?a[zt]:s[zt],et+l[zt],zt)}}
return _}function g({place:E,metres:O},{edge:B,offset:D}){let _=[[O[s[B]]+D,s[B]],[O[a[B]]+l[B]-D,a[B]]];return E.foot.edge===
B&&_.push([Math.abs(E.foot.offset-D),-1]),_.reduce((U,F)=>F[0]<U[0]?F:U)}function y(E,O){let{place:B}=E;if(!B.on||!O.on)
return null;let D=B.foot.distance+O.foot.distance,[_,U]=g(E,O.foot),F=_+D*n,G=Math.hypot(...[0,1,2].map(K=>B.xyz[K]-O.xyz[K]));
return G<=D&&G*n<=F?{metres:G*n,access:G*n,direct:!0,node:U}:Number.isFinite(F)?{metres:F,access:Math.min(D*n,F),direct:!1,
node:U}:null}function b(E,O){let B=l[E]?O/l[E]:0,[D,_]=[s[E],a[E]];return[r[D]+B*(r[_]-r[D]),o[D]+B*(o[_]-o[D])]}let x=({
foot:E})=>b(E.edge,E.offset);function z(E,O){let B=y(E,O);if(!B)return null;let D=[E.place,O].map(U=>[U.lat,U.lon]);if(B.
direct)return{way:B,legs:[D],road:[]};let _=[x(O)];for(let{node:U}=B;U>=0;){_.push([r[U],o[U]]);let F=E.by[U];U=F<0?-1:s[F]===
U?a[F]:s[F]}return _.push(x(E.place)),_.reverse(),{way:B,legs:[[D[0],_[0]],[_[_.length-1],D[1]]],road:_}}function $(E,O){
let B=[],D=E.place.on?E.place.foot:{edge:-1,offset:0};for(let _=0;_<s.length;_++){let U=l[_],F=Math.min(U,O-E.metres[s[_]]),
G=Math.min(U,O-E.metres[a[_]]),K=[];_===D.edge&&K.push([Math.max(0,D.offset-O),Math.min(U,D.offset+O)]),F>0&&G>0&&F+G>=U?
K.push([0,U]):(F>0&&K.push([0,F]),G>0&&K.push([U-G,U]));for(let[et,dt]of K)B.push([b(_,et),b(_,dt)])}return B}return{access:e,
detour:n,placeAt:p,fieldFrom:h,wayTo:y,routeTo:z,stretches:$,footSpot:x}}var ri=40,xe="@prefecture",Ve="@class";function go(t,e){return`${t}~${e}`}function wo(t){return go(t.table,`${Ve}${t.number}`)}
function bn(t){return m.filter.get(t)??null}function yo(t,e){let n=new Set(bn(t)??[]);n.delete(e)||n.add(e),wf(t,n)}function wf(t,e){
e.size?m.filter.set(t,e):m.filter.delete(t),A("filter")}function si(){m.filter.clear(),A("filter")}function ke(t){return[
...m.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(Ve)||o===`${Ve}${t.number}`)})}function ai(t,e,n){
for(let[o,r]of ke(t)){let s=o.split("~")[1],a=null;if(s.startsWith(Ve)?a=String(n.classOfRow(t,e)):s===xe?a=Fr(t,e,n):a=
String(W(t.data.columns[s].values,e)??""),!r.has(a))return!1}return!0}var Rr=new Map;function Fr(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";Rr.has(t.table)||Rr.set(t.table,new Map);let s=Rr.get(t.table);if(s.has(e))return s.get(e);
let a=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=a.findIndex(d=>d.slice(0,4)===String(l).slice(0,4));else{
let d=o(t,e),p=d?.point??d?.anchor;p&&(c=n.places.findIndex(h=>r(h,p)))}let f=c<0?"":String(a[c]);return s.set(e,f),f}function V(t,e,n){let o=t.columns[e],r=W(o.values,n);if(!o.english)return r;let s=W(o.english,n);return m.lang==="zh"?r??
s:s??r}function Z(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=V(
t.data,o,e);if(r!=null)return it(n[o],r,t,o)}return u("untitled")}function ve(t,e){let n=q(t,e),o=Z(t,n[0]);return n.length>
1?o+j("others",n.length):o}function ii(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>W(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function bo(t,e){return W(t.data.columns[t.yearColumn].values,e)??null}function _r(t,e){if(m.
kept[t.table]&&!m.kept[t.table].has(e))return!1;if(!t.yearColumn||m.year===null)return!0;let n=bo(t,e);return n===null||
n<=m.year}function Ur(t,e){return W(t.data.columns[t.reportColumn].values,e)??null}function jr(t,e){if(!t.reportColumn||
m.year===null)return!0;let[n,o]=[bo(t,e),Ur(t,e)];return n===null&&o===null?!1:(n??o)<=m.year&&m.year<=(o??1/0)}function qe(t,e){
if(!jr(t,e))return-1;if(t.each)return t.each[e];let n=lt(t,e);return n&&t.of?t.of[n.at]:-1}var Se={classOfRow:qe,rowPlace:lt,
prefectures:null,inPolygon:null};function Lt(t){return!!t.yearColumn&&m.year!==null||!!m.kept[t.table]||ke(t).length>0}function ze(t,e){
return _r(t,e)&&ai(t,e,Se)}function q(t,e){return Lt(t)?e.rows.filter(n=>ze(t,n)):e.rows}var Dr=new Map;function lt(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(Dr.has(o)||Dr.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),Dr.get(o).get(e)||null)}var v={asked:null,coverage:null,list:[],past:[],future:[],reach:0,by:"straight",figures:null,made:0};function Wr(t,e,n){
let o=M.latLng(n,e);return _t[t].find(r=>Qt(r,o))||null}function li(t){v.asked=t,v.reach=t.reach;let e=t.roads&&wt.find(
n=>n.name===t.roads.layer)?.graph;v.coverage=Qa(t,Wr,e?oi(e,t.roads):null),Hr()}function Ke(){return Object.keys(v.coverage.
ways)}function xt(){return v.by==="road"}function xo(t){return v.coverage.evaluate(t,Ye(),v.by)}function xn(){return`${v.
reach} km · ${u(xt()?"byRoad":"byStraight")}`}function Ye(){return v.reach*1e3}function oe(t){return ut(v.asked.quantity,
t)}function Me({heading:t},e){return ut(t,e)}function Mt(t){return ci(t,"atMost")}function Gt(t){return ci(t,"atLeast")}
function ci(t,e){let{drawn:n,worth:o}=v.asked;if(!n&&!o)return t;let r=u(n?"whereDrawn":e);return m.lang==="zh"?`${t}（${r}\
）`:`${t} (${r})`}function ui(t){return Wt(v.asked.quantity,t)}function ko(t){let{names:e}=v.coverage.sites;return(m.lang===
"zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function Gr(t){return L.find(e=>e.table===t)}function vo({region:t,
county:e}){let n=[[v.asked.regions,t],[v.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>Z(Gr(o),r.rows[0]));return n.
length?[...new Set(n)].join(" · "):u("outside")}function Je(t,e){let[n,o,r,s]=k.bounds,a=Math.max(...v.asked.reaches),[
l,c]=[a/110,a/(111*Math.max(.1,Math.cos(e*H)))];return t>=n-c&&t<=r+c&&e>=o-l&&e<=s+l}function Hr(){v.figures=xo(v.list)}
function $e(t){v.past.push(v.list),v.future=[],v.list=t,vn()}function kn(t,e=[...v.past,v.list],n=[]){Object.assign(v,{list:t,
past:e,future:n}),vn()}function fi(t,e){t.length&&(e.push(v.list),v.list=t.pop(),vn())}function Vr(){fi(v.past,v.future)}
function qr(){fi(v.future,v.past)}function vn(){Hr(),A("candidates")}function di(t){v.list=t,Hr(),A("candidates","moving")}
function pi(t){v.reach=t,vn()}function mi(t){Ke().includes(t)&&(v.by=t,vn())}function Kr(t,e){let n=new Set(v.list.filter(
(r,s)=>s!==e).map(At)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function At(t){return t.name||`${u("candida\
te")} ${t.number}`}function Yr(t,e,n){v.made+=1,$e([...v.list,{number:v.made,lon:bt(t),lat:bt(e),name:n?Kr(n):""}])}function Sn(t,e){
$e(v.list.map((n,o)=>o===t?{...n,...e}:n))}function So(t){$e(v.list.filter((e,n)=>n!==t))}var hi="#9d174d",gi="#4c1d95";function yf(t,e,n){return M.polyline(t,{renderer:e,pane:"gisplan-reach",interactive:!1,smoothFactor:0,
...n})}function wi(t,e){let{coverage:n,list:o,figures:r}=v,{road:s}=n.ways,{roads:a}=s,l=new Set(r.gained),c=(f,d)=>yf(f,
e,d).addTo(t);o.forEach(({lon:f,lat:d},p)=>{let h=s.placeAt(f,d),g=a.fieldFrom(h),y=Ye()-h.foot.distance*a.detour,b=h.on&&
y>0?a.stretches(g,y):[];c(b,{color:"#ffffff",weight:6,opacity:.8}),c(b,{color:hi,weight:3,opacity:.75});for(let $ of l){
let E=s.demandAt($),O=a.wayTo(g,E);if(!O||O.metres>Ye())continue;let B=O.direct?[d,f]:a.footSpot(E),D={color:hi,weight:1,
opacity:.7,dashArray:"2 3"};c([B,[E.lat,E.lon]],D)}let{nearest:x}=r.each[p],z=x&&a.routeTo(g,s.siteAt(x.at));if(z){c(z.road,
{color:"#ffffff",weight:8,opacity:.9}),c(z.road,{color:gi,weight:4,opacity:1});for(let $ of z.legs)c($,{color:"#ffffff",
weight:5,opacity:.9}),c($,{color:gi,weight:2.5,opacity:1,dashArray:"5 5"})}})}var yi=180,zn=null,Jr=null,Xr=null,vi=null;function bi(){zn.clearLayers(),xt()?wi(zn,xi()):bf();let{demand:t}=v.coverage;
for(let e of v.figures.gained)M.circleMarker([t.lat[e],t.lon[e]],{renderer:xi(),pane:"gisplan-reach",interactive:!1,radius:2.5,
stroke:!0,weight:.8,color:"#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(zn)}function xi(){return m.paper?vi:Xr}function bf(){
v.list.forEach(({lon:t,lat:e})=>{let n=Array.from({length:yi},(o,r)=>ye(t,e,r*360/yi,Ye()));M.polygon(n,{pane:"gisplan-r\
each",interactive:!1,className:"reach",smoothFactor:0,color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(
zn)})}function ki(){Jr.clearLayers(),v.list.forEach((t,e)=>{let n=M.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,
autoPan:!0,keyboard:!0,icon:M.divIcon({html:i("span.candidate-mark",{},String(t.number)),className:"candidate-icon",iconSize:[
28,36],iconAnchor:[14,35]})}),o=v.list,r=0,s=()=>{let{lat:l,lng:c}=n.getLatLng();return{...t,lon:bt(c),lat:bt(l)}};n.on(
"drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(()=>di(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",()=>{cancelAnimationFrame(
r),v.list=o,$e(o.map((l,c)=>c===e?s():l))}),n.on("click",()=>A("picked",e)),n.addTo(Jr);let a=n.getElement();a.setAttribute(
"aria-label",At(t)),a.title=At(t),a.addEventListener("keydown",l=>kf(l,e))})}var xf={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[
0,-1],ArrowDown:[0,1]};function kf(t,e){if(t.key==="Delete"){So(e);return}let n=xf[t.key];if(!n)return;t.preventDefault(),
t.stopPropagation();let{lon:o,lat:r}=v.list[e],s=t.shiftKey?1:10,a=w.latLngToContainerPoint([r,o]).add([n[0]*s,n[1]*s]),
l=w.containerPointToLatLng(a);Sn(e,{lon:bt(l.lng),lat:bt(l.lat)});let c=document.querySelectorAll(".candidate-icon")[e];
c&&c.focus()}function Si(){let t=w.createPane("gisplan-candidates");t.style.zIndex=640,ct("gisplan-reach",575),zn=M.layerGroup().
addTo(w),Jr=M.layerGroup().addTo(w),Xr=M.canvas({pane:"gisplan-reach"}),vi=M.svg({pane:"gisplan-reach"}),T("candidates",
e=>{bi(),e||ki()}),T("paper",()=>{bi(),m.paper&&Xr.remove()}),T("language",ki)}function Mn(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function Ot(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=i("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var Ct=["A","B"],zi=200,Qr={list:[],past:[],future:[]},$n={at:0};function zo(t){return t===$n.at?v.list:Qr.list}function Xe(t){
if(t===$n.at)return;let{list:e,past:n,future:o}=v;$n.at=t;let r={...Qr};Object.assign(Qr,{list:e,past:n,future:o}),kn(r.
list,r.past,r.future)}function es(){if(!Ct.every((a,l)=>zo(l).length))return null;let{coverage:t}=v,[e,n]=Ct.map((a,l)=>new Set(
xo(zo(l)).gained)),o=[...e].filter(a=>n.has(a)),r=[[...e].filter(a=>!n.has(a)),[...n].filter(a=>!e.has(a))],s=a=>{let l=c=>t.
amountOf(c,a);return{gained:[l([...e]),l([...n])],both:l(o),alone:r.map(l)}};return{people:s(),waste:t.waste.map(({values:a})=>s(
a))}}function Zr(t){return Number(t.toFixed(3))}function vf(){let t=new Set,e=Ct.flatMap((n,o)=>{let r=zo(o),{each:s}=r.
length?xo(r):{each:[]};return r.map((a,l)=>{let c=At(a),f=t.has(c)?`${c} (${n})`:c;t.add(f);let{reached:d,gained:p,overlap:h,
only:g,nearest:y,road:b,waste:x,capacity:z}=s[l];return{type:"Feature",properties:{name:f,scenario:n,reach_km:v.reach,by:v.
by,reached:d,gained:p,overlap:h,only:g,...Object.fromEntries(x.flatMap($=>[[`${$.name}_reached`,Zr($.reached)],[`${$.name}\
_gained`,Zr($.gained)]])),...z?{capacity_reached:Zr(z.known),sites_reached:z.sites,sites_of_unknown_capacity:z.unknown}:
null,nearest_m:y?Math.round(y.metres):null,...b?{nearest_access_m:y?Math.round(y.access):null,to_road_m:Math.round(b.metres)}:
null},geometry:{type:"Point",coordinates:[a.lon,a.lat]}}})});return JSON.stringify({type:"FeatureCollection",features:e},
null,1)}function Mi(){Ot(`candidates_${k.name}.geojson`,"application/geo+json",vf())}function ts({lon:t,lat:e,name:n}){return v.
made+=1,{number:v.made,lon:bt(t),lat:bt(e),name:n}}function ns(t){let[e,n]=Ct.map(s=>t.filter(a=>(a.cells?.scenario==="B"?
"B":"A")===s)),o=t.map(s=>s.cells??{}).find(s=>s.reach_km!==void 0);v.asked.reaches.includes(Number(o?.reach_km))&&(v.reach=
Number(o.reach_km)),Ke().includes(o?.by)&&(v.by=o.by),n.length>0&&(Xe(1),kn([...v.list,...n.map(ts)]),Xe(0)),kn([...v.list,
...e.map(ts)])}function Sf(){let t=Ct.map((e,n)=>zo(n).slice(0,zi).map(o=>`${o.lon},${o.lat},${encodeURIComponent(o.name)}`).
join(";"));return t.some(Boolean)?t.join("/"):""}function zf(t){return(t??"").split("/").slice(0,2).map(e=>e.split(";").
filter(Boolean).slice(0,zi).map(n=>{let[o,r,s=""]=n.split(","),a="";try{a=decodeURIComponent(s).slice(0,80)}catch{a=""}return{
lon:Number(o||Number.NaN),lat:Number(r||Number.NaN),name:a}}).filter(({lon:n,lat:o})=>Math.abs(n)<=180&&Math.abs(o)<=90))}
function Mf(t){let e=zf(t.sites);if(!e.some(o=>o.length))return;let n=Number(t.reach);v.asked.reaches.includes(n)&&(v.reach=
n),Ke().includes(t.by)&&(v.by=t.by),e.forEach((o,r)=>{o.length&&(Xe(r),kn(o.map(ts)))}),Xe(e[0].length?0:1)}function $i(){
T("linked",Mf),T("candidates",t=>{if(t)return;let e=Sf();m.more=Object.assign(Object.create(null),e?{sites:e,reach:String(
v.reach),by:v.by}:null),A("view")})}function os(t){return`${u("scenario")} ${Ct[t]}`}function kt(t,e,n=u(t)){return i("tr",{"data-figure-row":t},i("th",{scope:"row"},n),v.list.map((o,r)=>i("td",{},e(v.figures.
each[r],o))))}function Mo({heading:t}){return S(u(t.title))}function rs({known:t,sites:e,unknown:n}){let o=Me(v.asked.sites.
capacity,t),r=j("sitesThere",e);return n?`${o} · ${r} · ${j("ofUnknown",n)}`:`${o} · ${r}`}function ss(){let{drawn:t,
worth:e}=v.asked,n=v.coverage.waste.filter(r=>r.rate).map(r=>i("li",{},Mo(r),u("colon"),S(u(r.rate)))),o=u(t?"drawnSaid":
"boundsSaid");return e&&n.push(i("li",{},u("existing"),S(u(e)),o)),n.length?i("ul.worth-notes",{},n):null}function as({road:t}){
let e=pe(t.metres);return t.on?e:`${e} · ${u("offRoad")}`}function is(){let t=({nearest:n})=>n?[pe(n.metres)," · ",S(ko(
n.at))]:"—",e=({nearest:n})=>n?pe(n.access):"—";return i("table.candidates-table",{},i("caption",{},`${u("evaluateTi\
tle")} · ${xn()}`),i("thead",{},i("tr",{},i("th",{scope:"col"},u("candidate")),v.list.map(n=>i("th",{scope:"col"},`${n.
number} `,S(At(n)))))),i("tbody",{},kt("gained",n=>oe(n.gained),Mt(u("gained"))),kt("reached",n=>oe(n.reached)),kt("over\
lap",n=>oe(n.overlap),Gt(u("overlap"))),kt("only",n=>oe(n.only),Mt(u("only"))),v.coverage.waste.map((n,o)=>[kt(`${n.name}\
-reached`,r=>Me(n,r.waste[o].reached),Mo(n)),kt(`${n.name}-gained`,r=>Me(n,r.waste[o].gained),Mt(u("ofItGained")))]),v.asked.
sites.capacity?kt("capacity",({capacity:n})=>rs(n),Gt(u("capacity"))):null,kt(xt()?"nearestByRoad":"nearest",t),xt()?kt(
"access",e):null,xt()?kt("toRoad",as):null,kt("lies",n=>S(vo(n))),kt("coordinateShort",(n,o)=>`${o.lon}, ${o.lat}`)))}var $f=[72.004,.8293,137.8347,55.8271],Ef=.1,Ai=1e-9,Ei=6378245,Ti=1-(1-1/298.3)**2,{PI:ht,sin:yt,cos:cs,sqrt:ls,abs:$o,
atan2:Tf,hypot:Lf}=Math;function Li(t,e,n=0){let[o,r,s,a]=$f;return t>=o-n&&t<=s+n&&e>=r-n&&e<=a+n}function Oi(t,e){let[
n,o]=[t-105,e-35],r=(20*yt(6*n*ht)+20*yt(2*n*ht))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*ls($o(n))+r+(20*yt(n*ht)+40*yt(n/3*
ht))*(2/3)+(150*yt(n/12*ht)+300*yt(n/30*ht))*(2/3),a=-100+2*n+3*o+.2*o*o+.1*n*o+.2*ls($o(n))+r+(20*yt(o*ht)+40*yt(o/3*ht))*
(2/3)+(160*yt(o/12*ht)+320*yt(o*ht/30))*(2/3),l=e*ht/180,c=1-Ti*yt(l)**2,f=ls(c);return[s*180/(Ei/f*cs(l)*ht),a*180/(Ei*
(1-Ti)/(c*f)*ht)]}function Af(t,e){let n=16.666666666666668*ht,o=Lf(t,e)+2e-5*yt(e*n),r=Tf(e,t)+3e-6*cs(t*n);return[o*cs(
r)+.0065-t,o*yt(r)+.006-e]}function Of(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[a,l]=t(o,r),c=Math.max($o(e-a-o),
$o(n-l-r));if([o,r]=[e-a,n-l],c<Ai)break}return[o,r]}function Ci(t,e,n){if(!Li(t,e,Ef))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=Of(s,o,r);return Li(o,r,Ai)?[o,r]:[t,e]}function Pi(t,e){return Ci(t,e,[Oi])}function Bi(t,e){return Ci(t,e,[Af,Oi])}function Ii(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function Ri(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=d=>n.split(d).length,r=["	",",",";","，"].sort((d,p)=>o(
p)-o(d))[0],s=[],[a,l,c]=[[],"",!1],f=()=>{a.push(l.trim()),l=""};for(let d=0;d<e.length;d++){let p=e[d];c?p!=='"'?l+=p:
e[d+1]==='"'?l+=e[++d]:c=!1:p==='"'&&l.trim()===""?(c=!0,l=""):p===r?f():p===`
`||p==="\r"?(p==="\r"&&e[d+1]===`
`&&d++,f(),s.push(a),a=[]):l+=p}return(l||a.length)&&(f(),s.push(a)),s}var Fi={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function Cf(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(Fi).map(([n,o])=>[n,e(o)]))}
var fs={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:Pi,bd09:Bi},Di=Object.keys(fs);function us(t,e,n){t.push({row:e,why:n})}
function Ni(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function Eo(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,a=Cf(r),[l,c]=[[],[]],f=a.lon>=0&&a.lat>=0||a.both>=0;return s.forEach((d,p)=>{let h=p+2;if(d.
every(x=>x===""||x===null))return;let g=a.name>=0?String(d[a.name]??""):"",y=null,b="ownNoPlace";if(f){let x=a.both>=0?n(
String(d[a.both]??"")):{lon:Ni(d[a.lon]),lat:Ni(d[a.lat])},z=a.both>=0?String(d[a.both]??"")!=="":`${d[a.lon]??""}${d[a.
lat]??""}`.trim()!=="",{lon:$,lat:E}=x;if(Number.isFinite($)&&Number.isFinite(E)&&Math.abs($)<=180&&Math.abs(E)<=90){let[
O,B]=fs[e]($,E);y={lon:O,lat:B,exact:!0}}else z&&(b=Math.abs($)>1e3?"ownProjected":"ownNotCoordinate")}if(!y&&b==="ownNo\
Place"&&a.unit>=0&&d[a.unit]){let x=o(String(d[a.unit]));x?y={...x,exact:!1}:b="ownNoUnit"}if(!y)us(c,h,b);else{let x=Object.
fromEntries(r.map((z,$)=>[z||`#${$+1}`,d[$]]).filter(([,z])=>z!==""&&z!=null));l.push({row:h,name:g||`#${h}`,...y,cells:x})}}),
{taken:l,refused:c}}function To(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],a=([f,d])=>Number.isFinite(f)&&Number.isFinite(d)&&Math.
abs(f)<=180&&Math.abs(d)<=90,l=f=>typeof f?.[0]=="number"?[f]:(f??[]).flatMap(l),c=f=>typeof f[0]=="number"?fs[e](f[0],f[1]):
f.map(c);return n.forEach((f,d)=>{let p=f?.geometry,h=f?.properties??{},g=d+1,y=l(p?.coordinates),b=y.some(([x])=>Math.abs(
x)>1e3)?"ownProjected":"ownNotCoordinate";if(!p||!y.length)us(r,g,"ownNoPlace");else if(!y.every(a))us(r,g,b);else if(p.
type==="Point"){let[x,z]=c(p.coordinates),$=Object.keys(h).find(O=>Fi.name.test(O)),E=$?String(h[$]):`#${g}`;o.push({row:g,
name:E,lon:x,lat:z,exact:!0,cells:h})}else s.push({type:"Feature",properties:h,geometry:{type:p.type,coordinates:c(p.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function Pf(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function Bf(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let a=n.
getUint16(o+10,!0);a>0;a--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],f=[28,30,32].map(h=>n.getUint16(s+h,!0)),
d=new TextDecoder().decode(t.subarray(s+46,s+46+f[0])),p=n.getUint32(s+42,!0);if(e(d)){let h=p+30+n.getUint16(p+26,!0)+n.
getUint16(p+28,!0),g=t.subarray(h,h+c);r[d]=new TextDecoder().decode(l===8?await Pf(g):g)}s+=46+f[0]+f[1]+f[2]}return r}
function ds(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function Nf(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function If(t){let e=await Bf(t,a=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(a)),n=a=>[...a.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...ds(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(a=>a.includes("/sheet")).sort((a,l)=>Number(/\d+/.exec(a)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let a of ds(e[r]).getElementsByTagName("row")){let l=[];for(let f of a.
getElementsByTagName("c")){let d=f.getElementsByTagName("v")[0]?.textContent??"",p=f.getAttribute("t"),h=p==="s"?o[Number(
d)]:p==="inlineStr"?n(f):d;l[Nf(f.getAttribute("r"))??l.length]=h??""}let c=Number(a.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,f=>f??"")}return Array.from(s,a=>a??[])}function Rf(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...ds(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[a]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),f=null;
return a?f={type:"Point",coordinates:n(a)[0]}:l?f={type:"LineString",coordinates:n(l)}:c&&(f={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:f}})}}async function Lo(t){
if(t[0]===80&&t[1]===75)return{rows:await If(t)};let e=Ii(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:Rf(e)}:{rows:Ri(e)}}function Ze(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var Ht=-1,En=-2,Ff="#d5d9dd";function Qe(t,e){if(!t.each||!Lt(t))return t.of[e.at];let n=new Set(q(t,e).map(o=>qe(t,o)));
return n.size===1?[...n][0]:En}function _i(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===Ht?o:e===
En?r:n[e].color}function Ao(t,e){return e===Ht?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function ps(t,e){
return!!t.of&&Ao(t,Qe(t,e))}function Ee(t,e){return t.of?_i(t,Qe(t,e)):t.style.color}function Oo(t,e){let n=lt(t,e);return n?
t.of?_i(t,t.each?qe(t,e):Qe(t,n)):t.style.color:Ff}function Co(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.count),
missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!Lt(t))return n;let o=wo(t),r=m.filter.get(o);m.filter.
delete(o);let s=Df(t,n);return r&&m.filter.set(o,r),s}function Df(t,e){let n=t.places.map(r=>({place:r,rows:q(t,r)})).filter(
r=>r.rows.length),o=n.flatMap(r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(a=>qe(t,a)===s).length),missing:t.
of?o.filter(r=>qe(t,r)===Ht).length:e.missing,several:t.each?n.filter(r=>Qe(t,r.place)===En).length:0,precisions:e.precisions.
map(r=>({...r,count:n.filter(({place:s})=>s.precision===r.name).reduce((s,a)=>s+a.rows.length,0)})).filter(r=>r.count)}}var re=document.getElementById("about"),ms=null;function Ui(){ms&&re.replaceChildren(i("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>re.close()},"×"),i("div.dialog-body",{},ms()))}function Pt(t){ms=t,Ui(),re.open||re.showModal(),
re.scrollTop=0}function ji(){re.addEventListener("click",t=>{t.target===re&&re.close()}),T("language",Ui)}var Te=7,Wi=new Set,Gi=N("defs");document.body.append(N("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},Gi));
function tn(t){let e=`hatch-${t.slice(1)}`;if(!Wi.has(e)){Wi.add(e);let n=N("pattern",{id:e,width:Te,height:Te,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},N("rect",{width:Te,height:Te,fill:"#ffffff"}),N("rect",{width:Te,height:Te/
2,fill:t}),N("rect",{width:Te,height:1,fill:"#5b6b78"}));Gi.append(n)}return`url(#${e})`}var Hi={town:[4,0],county:[4,45],prefecture:[6,30]};function Po(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!Hi[t]){let c=r(
o),f=d=>`a${c} ${c} 0 1 0 ${d} 0`;return`M${r(e-o)} ${r(n)}${f(2*c)}${f(-2*c)}z`}let[s,a]=Hi[t];return`M${Array.from({length:s},
(c,f)=>{let d=(a+360*f/s)*Math.PI/180;return`${r(e+o*Math.cos(d))} ${r(n+o*Math.sin(d))}`}).join("L")}z`}var Bo={dark:"#\
14222c",light:"#ffffff"},Vi={dark:4,light:2.4};function hs(t,e,n=Vi){let o=r=>N("path",{d:t,fill:"none",stroke:Bo[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),N("path",{d:t,fill:e})]}var Q={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},gs=new Set(["surveyed","digitised","address","site"]);function Le(t,e,n=!1){
let o=2*Q[t]+Vi.dark,r=o/2;return i(`span.mark.${gs.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},N("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...hs(Po(t,r,r,Q[t]),n?tn(e):e)))}var Y=window.matchMedia("(max-width: 760px)");function No(){if(!k.bounds)return null;let[t,e,n,o]=k.bounds;return M.latLngBounds(
[[e,t],[o,n]])}function ws(t){let e=No();return!e||w.getBounds().pad(t).contains(e)}function _f(){let t=document.getElementById(
"years");return t&&!t.hidden?t.offsetHeight+14:0}function Tn(){let t=No();if(!t)return;let[e,n]=[62,Y.matches?58:14];w.fitBounds(
t,{paddingTopLeft:[Y.matches?8:14,e],paddingBottomRight:[n,46+_f()],maxZoom:13,animate:!1})}function Bt(t){let e=ws(.05);
t(),w.invalidateSize({animate:!1}),e&&Tn()}function Ln(t,e){if(t.point){(!w.getBounds().pad(-.1).contains(t.point)||e)&&
w.setView(t.point,Math.max(w.getZoom(),e?9:7),{animate:!1});return}let n=w.latLngToLayerPoint(t.bounds.getNorthWest()),o=w.
latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&w.getBounds().contains(t.bounds)||w.fitBounds(
t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Ae=document.getElementById("dock"),Io=24;function qi(){return!Y.matches&&document.body.classList.contains("figures-o\
pen")}var Ki=M.Popup.extend({options:{pane:Ae,className:"docked",autoPan:!1},onAdd(t){Ae.hidden=!1,document.body.classList.
add("docked-open"),M.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),A("docked")},onRemove(t){
M.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(Ae.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){Uf(this.getLatLng())}});function Uf(t){if(Ae.
classList.toggle("over",!qi()),qi())return;let e=w.latLngToContainerPoint(t),n=w.getSize();Ae.classList.toggle("at-left",
!Y.matches&&e.x>n.x/2);let o=Ae.getBoundingClientRect(),r=w.getContainer().getBoundingClientRect(),[s,a]=[o.left-r.left-
Io,o.right-r.left+Io],[l,c]=[o.top-r.top-Io,o.bottom-r.top+Io];e.x<=s||e.x>=a||e.y<=l||e.y>=c||(Y.matches?w.panBy([0,e.y-
l],{animate:!1}):Ae.classList.contains("at-left")?w.panBy([e.x-a,0],{animate:!1}):w.panBy([e.x-s,0],{animate:!1}))}var jf=3e3,Ro=3.2,ys=new Map;function bs(t){if(ys.has(t))return ys.get(t);let e=_t[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,a,l]=[256,256,0,0];e.forEach((x,z)=>{let $=w.options.crs.latLngToPoint(M.latLng(x.point),
0);n[z]=$.x,o[z]=$.y,r=Math.min(r,$.x),a=Math.max(a,$.x),s=Math.min(s,$.y),l=Math.max(l,$.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(a-r,l-s,1e-9)/c,d=x=>Math.min(c-1,Math.max(0,Math.floor((x-r)/f))),p=x=>Math.min(c-1,
Math.max(0,Math.floor((x-s)/f))),h=new Uint32Array(c*c+1);e.forEach((x,z)=>{h[p(o[z])*c+d(n[z])+1]++});for(let x=0;x<c*c;x++)
h[x+1]+=h[x];let g=h.slice(),y=new Uint32Array(e.length);e.forEach((x,z)=>{y[g[p(o[z])*c+d(n[z])]++]=z});let b={x:n,y:o,
side:c,column:d,row:p,starts:h,sorted:y};return ys.set(t,b),b}function xs(t,e,n,o,r){let{x:s,y:a,side:l,column:c,row:f,starts:d,
sorted:p}=bs(t),h=[];for(let g=f(n);g<=f(r);g++)for(let y=d[g*l+c(e)];y<d[g*l+c(o)+1];y++){let b=p[y];s[b]>=e&&s[b]<=o&&
a[b]>=n&&a[b]<=r&&h.push(b)}return h}var An={less:3.8,dark:2,light:1};function Wf(t,e,n){let o=Q[e]-An.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let a=s.getContext("2d");a.scale(n,n),a.lineJoin="round";let l=new Path2D(
Po(e,r,r,o));for(let[c,f]of[[An.dark,Bo.dark],[An.light,Bo.light]])a.lineWidth=c,a.strokeStyle=f,a.stroke(l);return a.fillStyle=
t,a.fill(l),s}function Gf(t,e,n,o){let[r,s,a]=[1,3,5].map(g=>parseInt(t.slice(g,g+2),16)),l=255<<24|a<<16|s<<8|r,c=Ro*n,
f=Math.ceil(c),d=gs.has(e)?(g,y)=>Math.hypot(g,y):(g,y)=>Math.abs(g)+Math.abs(y),[p,h]=[[],[]];for(let g=-f;g<=f;g++)for(let y=-f;y<=
f;y++){let b=d(y,g);b>c||(p.push(g*o+y),h.push(b>c-.9*n?-1:l))}return{steps:Int32Array.from(p),inks:Int32Array.from(h),reach:f}}
var Yi=ge.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(Lt(t)&&!q(t,n).length)return 255;let o=[Ee(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=xs(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>jf,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=bs(this.layer.table),r=this.looks.map(()=>[]),s=a=>this.stamped?Ro-.6:Q[a]-An.less;for(let a of e){let l=this.
looks[this.lookOf[a]][1];r[this.lookOf[a]].push(Po(l,t.left(n[a]),t.top(o[a]),s(l)))}return this.looks.map(([a,l],c)=>({
color:a,precision:l,path:r[c].join("")})).filter(a=>a.path).sort((a,l)=>Q[l.precision]-Q[a.precision]).flatMap(({color:a,
path:l})=>hs(l,a,An))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:a,y:l}=bs(this.layer.table),[c,f]=[d=>o(
a[d]),d=>r(l[d])];this.stamped?this.stamp(t,s,c,f,n):this.picture(t,s,c,f,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>Wf(l,c,r)),a=l=>Q[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>a(c)-a(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:a}=this.canvas,l=t.createImageData(
s,a),c=new Int32Array(l.data.buffer),f=this.looks.map(([d,p])=>Gf(d,p,r,s));e.forEach(d=>{let{steps:p,inks:h,reach:g}=f[this.
lookOf[d]],[y,b]=[Math.round(n(d)),Math.round(o(d))];if(y<g||b<g||y>=s-g||b>=a-g)return;let x=b*s+y;for(let z=0;z<p.length;z++)
c[x+p[z]]=h[z]}),t.putImageData(l,0,0)}});function Fo(t){let e=w.latLngToLayerPoint(t),n=[];return[...L].reverse().forEach(o=>{m.shown[o.number]&&Hf(o,t).forEach(
r=>{if(!(Lt(o)&&!q(o,r).length)){if(o.geometry==="point"){let s=w.latLngToLayerPoint(r.point).distanceTo(e),a=o.dots?.stamped?
Ro:Q[r.precision];s<=a+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")Fa(w,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(Qt(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Hf(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Ge)return n;let o=w.options.crs.scale(w.getZoom())/256,{x:r,y:s}=w.options.
crs.latLngToPoint(e,0),a=18/o;return xs(t.table,r-a,s-a,r+a,s+a).map(l=>n[l])}ct("gisplan-highlight",580);var On=null,Cn=null,Pn=[],Do=M.tooltip({className:"hover",direction:"top",offset:[0,-10]});function Ji(t){
if(On&&On.remove(),On=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};On=t.layer.geometry==="line"?M.polyline(t.place.parts.map(([n])=>n),e):
M.polygon(t.place.parts,e),On.addTo(w)}function vt(t){Pn=t?Fo(t):[];let e=Pn[0]||null;w.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&Cn&&e.place===Cn.place&&e.layer===Cn.layer;if(n||Ji(e),Cn=e,A("hover"),!e){Do.remove();return}
n||Do.setContent(i("div",{},S(ve(e.layer,e.place),"strong.datum"),Vf(e))),Do.setLatLng(e.place.point||t).addTo(w)}function Vf({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=V(o,t.column,e.rows[0]);return i("span.headline",{},ut(o.columns[t.
column],r))}function Oe(t,e){let n=e===null?null:lt(t,e);Ji(n?{layer:t,place:n}:null),Pn=n?[{layer:t,place:n}]:[],Cn=null,
A("hover")}function Xi(){Do.remove()}function Zi(){let t=0;w.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>vt(m.measuring?null:e.latlng))}),w.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),vt(null)}),
T("language",()=>vt(null))}var Qi=(t,e)=>L.findIndex(n=>n.table===t.table)===e;function tl(t,e){let n=L.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function Bn(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:V(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function ks(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var qf=/^(adcode|county|region|place|name)(_zh)?$/,
Kf={province:0,prefecture:1,county:2};function el(t,e){let n=lt(t,e);if(!n)return[];let o=ks(t.data.search.code[e]);return L.
filter((r,s)=>r.geometry==="point"&&Qi(r,s)).map(r=>{let s=[],a=0;for(let l of r.places)!n.bounds.contains(l.point)||!Qt(
n,M.latLng(l.point))||((Kf[l.precision]??3)<o?a+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:a}}).filter(
r=>r.rows.length||r.vague)}function nl(t){let e=ks(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of L)
r.geometry!=="polygon"||!r.data.search.code||r.data.search.code.forEach((s,a)=>{ks(String(s))===e+1&&String(s).startsWith(
n)&&!o.has(s)&&o.set(s,{layer:r,row:a})});return[...o.values()]}function ol(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];
let r=c=>new Set(n[c].flat(2).map(f=>f<0?~f:f)),s=c=>typeof o=="number"?[c]:o[c],a=lt(t,e);if(!a)return[];let l=r(a.at);
return t.places.filter(c=>c.at!==a.at&&[...r(c.at)].some(f=>l.has(f))).map(c=>({layer:t,row:s(c.at)[0]}))}function Nn(t){
let e=k.tasks?.regions.find(o=>o.code===t),n=L.some(o=>o.data.search.code?.includes(t));return e&&!n?e:null}function rl({
code:t,zh:e}){let n=(o,r)=>[t,e].includes(r)||!o.startsWith("name")&&String(r??"").endsWith(e);return L.filter((o,r)=>o.
geometry==="point"&&Qi(o,r)).map(o=>{let r=Object.keys(o.data.columns).filter(a=>qf.test(a)),s=Array.from({length:o.data.
count},(a,l)=>l).filter(a=>r.some(l=>n(l,V(o.data,l,a))));return{layer:o,rows:s,vague:0}}).filter(o=>o.rows.length)}function sl(t,e){
let{code:n}=t.data.search;if(t.geometry==="polygon")return n?String(W(n,e)):null;let{adcode:o}=t.data.columns,r=o&&Nn(V(
t.data,"adcode",e));return r?r.code:null}var se=null;function Yf(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(V(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>ne(k.quotes??{},r));return[...new Set(
o)].map(r=>[i("dt.wide",{},u("quote"),S(r)),i("dd.wide",{},i("blockquote",{lang:"zh-CN"},k.quotes[r]))])}function Jf(t,e){
let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],a=V(n,r,e),l=/\n|^.{17}/.test(ut(s,
a,t,r));o.append(i(l?"dt.wide":"dt",{},S(u(s.title)),s.derived?nt():null),i(l?"dd.wide":"dd",{dir:"auto",title:Wt(s,a)},
ut(s,a,t,r)))}),o.append(...Yf(t,e).flat()),o}function Xf(t,e){let n=sl(t,e);return n?i("button.profile-open-button",{type:"\
button",onclick:()=>A("profile",{table:t.table,code:n})},u("profile")):null}function In(t,e,n,o){let r=t.popup.length?it(
t.data.columns[t.popup[0]],V(t.data,t.popup[0],e),t,t.popup[0]):Z(t,e);return i("details.feature",{open:n},i("summary",{},
o?S(u(t.title),"span.kicker"):null,S(r,"span.heading")),jr(t,e)?null:i("p.precision",{},Pa(m.year,Ur(t,e))),Jf(t,e),Xf(t,
e))}function _o(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("div.under",{},u("\
under")));let s=q(n,o),a=s.length>1;if(a&&e.append(i("div.many",{},S(u(n.title),"span.kicker"),i("span.count",{},j("here",
s.length)))),s.forEach((l,c)=>{e.append(In(n,l,r===0&&c===0,!a))}),n.geometry==="point"){let l=n.legend.precisions.find(
c=>c.name===o.precision);e.append(i("p.precision",{},u("position")+u(l.title)))}}),e}function al(t){return i("div",{},t)}
function Ce(t,e,n){Xi(),se=new Ki().setLatLng(t).setContent(al(e())),se.again=e,se.openOn(w),il();let o=se.getElement();
o.tabIndex=-1,n&&o.focus()}function il(){let t=se.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function ll(){T("language",()=>{se?.isOpen()&&(se.setContent(al(se.again())),il())})}function Zf(t,e,n,o){return i(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function en(t){
return N("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},N("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function cl(t){let e=en(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Rn(t,e,n,o="rows"){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?null:
i("span.count",{},j(o,n)))}function ul(t,e,n){let o=wo(e),r=bn(o),s=!r||r.has(String(n)),a=t.querySelector(".what"),l=i(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>yo(
o,String(n))});l.append(...a.childNodes),a.replaceWith(l),t.classList.toggle("unwanted",!s)}function fl(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(a=>a.precision===s&&(e===null||Qe(t,a)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function Uo(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.number}`}),
s=Co(t);e.title&&r.append(i("p.legend-title",{},S(u(e.title)),e.unit?S(`（${u(e.unit)}）`.replace(/[（）]/g,d=>m.lang===
"zh"?d:d==="（"?" (":")")):null,e.derived?nt():null));let a=i("ul"),l=(d,p)=>{let h=p!==void 0&&Ao(t,p);if(o==="point"){
let g=fl(t,p)||fl(t,null);return g?Le(g,d,h):null}return o==="line"?en({...n,color:d}):Zf(d,n.opacity,n.color,h)},c=o===
"point"?"items":"rows";if((e.classes||[]).forEach((d,p)=>{if(d.count===0&&d.low===void 0&&o!=="raster")return;let h=Rn(l(
d.color,p),u(d.words),o==="raster"?null:s.classes[p],c);o!=="raster"&&ul(h,t,p),o==="raster"&&h.append(i("span.count",{},
j("cells",d.count))),a.append(h)}),(e.widths||[]).forEach(d=>{a.append(Rn(cl({...n,weight:d.width}),u(d.said),null))}),s.
several){let d=Rn(l(e.severalColor,En),u(e.severalWords),s.several,"places");a.append(d)}if(s.missing){let d=n.kind==="f\
lows"?cl({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,Ht),p=Rn(d,u(e.missingWords),s.missing,c);p.classList.
add("missing"),t.of&&ul(p,t,Ht),a.append(p)}if(o==="point"){let d=e.classes?"#5b6b78":n.color;s.precisions.forEach(p=>{let h=Rn(
Le(p.name,d),u(p.title),p.count,c);h.classList.add("of-precision"),a.append(h)})}a.children.length&&r.append(a),r.append(
...Qf(t,s));let f=dl(t);return f.length&&r.append(i("button.unplaced",{type:"button",onclick:()=>ed(t)},j("unplaced",f.length))),
r}function Qf(t,e){let n=[],o=l=>n.push(i("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>q(t,l)).filter(l=>l.length),
s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),m.year!==null&&t.yearColumn&&
!t.reportColumn){let l=r.flat().filter(c=>bo(t,c)===null).length;l&&o(j("undated",l))}let{legend:a}=t;if(a.classes&&t.geometry===
"polygon"&&s>1){let l=e.missing===s?Ht:e.classes.indexOf(s);if(l===Ht?e.missing===s:l>=0&&td(t,l)){let f=l===Ht?a.missingWords:
a.classes[l].words;o([u("allGrey")(s,u(f))," ",S(u(a.meaning||t.data.description))])}}return n}function td(t,e){let{color:n}=t.
legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return Ao(t,e)||Math.max(...o)-Math.min(...o)<32}
function dl(t){return t.data.unplaced.filter(e=>ze(t,e))}function ed(t){let e=dl(t);Pt(()=>[i("h2",{id:"about-title"},S(
u(t.title))),i("p.lead",{},j("unplacedTitle",e.length)),e.map((n,o)=>In(t,n,o===0&&e.length<4,!1))])}function pl(t){let[e,n,o,r]=t.corners;t.overlay=M.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let a=document.createElement(
"canvas");[a.width,a.height]=[s.naturalWidth,s.naturalHeight];let l=a.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function nd(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,a=(E,O)=>w.options.crs.
latLngToPoint(M.latLng(E,O),0),[l,c,f]=[a(s,n),a(o,r),a(e.lat,e.lng)],{width:d,height:p}=t.pixels.canvas,h=Math.floor(d*
(f.x-l.x)/(c.x-l.x)),g=Math.floor(p*(f.y-l.y)/(c.y-l.y));if(h<0||g<0||h>=d||g>=p)return null;let[y,b,x,z]=t.pixels.getImageData(
h,g,1,1).data;if(!z)return null;let $=`#${[y,b,x].map(E=>E.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(E=>E.color===$)||null}function jo(t){let e=[...L].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:nd(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},S(u(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),S(u(o.words)),n.legend.unit?S(` ${u(n.legend.unit)}`):null,n.legend.derived?nt():null));
return e.length?i("div.identify",{},e):null}var ml=.8,hl=ge.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>w.options.crs.latLngToPoint(M.latLng(n),0);this.lines=
t.places.filter(n=>q(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let a=r===null?o.missingColor:n.color,l=Math.max(ml,r??0);return s.flatMap(c=>{let f=c.map(({x:g,y})=>[t(g),e(y)]),d=N("\
path",{d:`M${f.map(g=>g.join(" ")).join("L")}`,fill:"none",stroke:a,"stroke-width":l,"stroke-opacity":n.opacity,"stroke-\
linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),p=gl(f,Math.max(3.5,.9*l));if(!p)return[d];let h=N("path",{
d:`M${p.map(g=>g.join(" ")).join("L")}z`,fill:a,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[d,h]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:a,
paths:l})=>{let c=a===null?s.missingColor:r.color,f=Math.max(ml,a??0);l.forEach(d=>{t.lineWidth=f,t.setLineDash(a===null?
[3,3]:[]);let p=d.map(({x:h,y:g})=>[n(h)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[h,g]of p)
t.lineTo(h,g);t.stroke(),t.globalAlpha=1,od(t,p,Math.max(3.5,.9*f),c)})})}});function gl(t,e){let n=t.slice(1).map(([z,$],E)=>Math.
hypot(z-t[E][0],$-t[E][1])),o=n.reduce((z,$)=>z+$,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(z=>(r-=z,r<=0)),[[a,l],
[c,f]]=[t[s],t[s+1]],d=1+r/n[s],p=Math.atan2(f-l,c-a),[h,g]=[a+d*(c-a),l+d*(f-l)],[y,b]=[Math.cos(p),Math.sin(p)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([z,$])=>[h+y*z-b*$,g+b*z+y*$])}function od(t,e,n,o){let r=gl(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,a]of r)t.lineTo(s,a);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}ct("gisplan-measure",630);var Fn=M.layerGroup().addTo(w),Dn=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Dn);var J=[];function rd(t){let[e,n]=Aa(t);return`${e} ${u(n)}`}function vs(t){J.push([t.lat,t.lng]),Wo()}
function Wo(){Fn.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=J.
flatMap((n,o)=>o?wn(J[o-1],n,1,60):[n]);J.length>2&&(M.polygon([...e,...wn(J[J.length-1],J[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Fn),M.polyline([J[J.length-1],...wn(J[J.length-1],J[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Fn)),e.length>1&&M.polyline(e,{...t,className:"measured"}).addTo(Fn);for(let n of J)M.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Fn);wl()}function wl(){if(!m.measuring)return;let t=Dn.contains(
document.activeElement)?document.activeElement.id:null,e=[...J,J[0]],n=(r,s,a,l)=>i("button",{type:"button",id:`measure-${r}`,
onclick:a,disabled:l},u(s));Dn.setAttribute("aria-label",u("measureTitle")),Dn.replaceChildren(i("div.measure-head",{},i(
"strong",{},u("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>Go(
!1)},"×")),J.length<2?i("p.hint",{},u("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},u("length")),i(
"dd",{id:"measured-length"},br($r(J))),J.length>2?[i("dt",{},u("perimeter")),i("dd",{},br($r(e))),i("dt",{},u("area")),i(
"dd",{id:"measured-area"},rd(fo(J)))]:[]),i("div.row",{},n("middle","addMiddle",()=>vs(w.getCenter())),n("back","takeBac\
k",()=>{J.pop(),Wo()},!J.length),n("clear","startOver",()=>{J=[],Wo()},!J.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Go(t){m.measuring=t,J=[],document.body.classList.toggle("measuring",t),Dn.hidden=!t,w.
doubleClickZoom[t?"disable":"enable"](),t&&w.closePopup(),vt(null),Wo();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function yl(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&Go(!1)}),T("language",wl)}var Ho=M.layerGroup().addTo(w);function nn(t){if(m.chosen=t,Ho.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?M.circleMarker(
o.point,{...e,radius:Q[o.precision]+6,weight:3}).addTo(Ho):n.geometry==="line"?M.polyline(o.parts.map(([r])=>r),e).addTo(
Ho):M.polygon(o.parts,e).addTo(Ho)}A("chosen")}function sd(t){return m.shown[t.number]||t.geometry==="polygon"?null:i("p\
.layer-off",{},u("layerOff"),S(u(t.title)),i("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),at(t,!0)}},
u("showLayer")))}function ae(t,e,n,o){let r=lt(t,e);if(!r){nn({layer:t,place:null,row:e}),Pt(()=>[i("h2",{id:"about-titl\
e"},S(Z(t,e))),i("p.lead",{},u("nowhere")),In(t,e,!0,!0)]);return}Ln(r,n),nn({layer:t,place:r,row:e}),Ce(M.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[sd(t),_o([{layer:t,place:r}])],o),pt(Z(t,e))}function Vo(t,e){if(m.place){m.place(t);return}let n=Fo(t);if(!n.length){jo(t)&&Ce(t,()=>jo(t),e);return}nn({...n[0],row:q(
n[0].layer,n[0].place)[0]}),Ce(n[0].place.point?M.latLng(n[0].place.point):t,()=>{let o=jo(t),r=_o(n);return o&&r.append(
i("div.under",{},u("under")),o),r},e)}function bl(){w.on("click",t=>{m.measuring?vs(t.latlng):Vo(t.latlng,!1)})}function ad(){let t=L.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||k.basemap)){w.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)M.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(w)}}function xl(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",ve(t,o))});t.nameMarks=e,T("language",e),t.group.on("add",e),vl(t)}else t.geometry==="ras\
ter"?pl(t):kl(t)}function _n(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?vl(t):kl(t))}function kl(t){
if(t.style.kind==="flows")new hl(t).addTo(t.group);else for(let e of t.places)id(t,e)}function id(t,e){let{style:n}=t;if(!q(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:ps(
t,e)?tn(Ee(t,e)):Ee(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=Ee(t,e)),M.polyline(e.parts.map(([s])=>s),
r).addTo(t.group);return}M.polygon(e.parts,r).addTo(t.group)}function vl(t){if(t.places.length>Ge){t.dots=new Yi(t).addTo(
t.group);return}t.places.filter(e=>q(t,e).length).forEach(e=>{let n=Le(e.precision,Ee(t,e),ps(t,e)),o=parseFloat(n.style.
getPropertyValue("--size")),r=M.marker(e.point,{pane:t.pane,keyboard:!0,icon:M.divIcon({html:n,className:"mark-icon",iconSize:[
o,o]}),zIndexOffset:-1e3*Math.round(Q[e.precision])});t.marks.push({marker:r,place:e}),r.on("mouseover",()=>vt(r.getLatLng())),
r.on("click",s=>Vo(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&Vo(r.getLatLng(),!0)}),r.addTo(t.group)}),
t.nameMarks()}function Sl(){ad();for(let t of L){let[e,n]=t.geometry==="point"?[500,569]:[400,499];w.createPane(t.pane).
style.zIndex=Math.min(n,e+t.number),t.marks=[],m.shown[t.number]?xl(t):t.group.once("add",()=>xl(t))}}function zl({tiles:t,
packed:e}){for(let n of t)M.tileLayer(n,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(w);e&&cd(e)}var ld="dat\
a:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";function cd({kind:t,zooms:[e,n]}){let o=JSON.parse(
document.getElementById("gisplan-tiles").textContent),r=M.TileLayer.extend({getTileUrl({x:s,y:a}){let l=o[`${this._getZoomForUrl()}\
/${s}/${a}`];return l?`data:${t};base64,${l}`:ld}});new r("",{minNativeZoom:e,maxNativeZoom:n,maxZoom:18,attribution:""}).
addTo(w)}var Un=document.getElementById("years"),Ml=[...new Set(L.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?ii(t):
[]]))].sort((t,e)=>t-e),ft=Ml.length&&k.years.length?k.years:Ml,$l=k.groups.flatMap(t=>{let e=t.layers.map(n=>L[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Pe=0;function Nt(t){
let e=ft.includes(t)?t:null;e!==m.year&&(m.year=e,L.filter(n=>n.yearColumn).forEach(_n),$l.forEach(ud),vt(null),m.chosen?.
place&&!q(m.chosen.layer,m.chosen.place).length&&nn(null),w.closePopup(),zs(),pt(jn()),A("year"))}function ud(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&at(n,n===e)}),m.year===null&&
(t.wanted=!1)}function jn(){if(m.year===null)return u("everyYear");let t=$l.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return Ba(m.year)+(t?u("noYear"):"")}function Ss(t){clearInterval(Pe),Pe=t?setInterval(()=>{let e=ft.indexOf(m.
year)+1;e<ft.length&&Nt(ft[e]),e>=ft.length-1&&Ss(!1)},1400):0,t&&Nt(ft[0]),zs()}function zs(){if(ft.length<2)return;Un.
hidden=!1;let t=document.activeElement&&Un.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?
ft.length:ft.indexOf(m.year);Un.setAttribute("aria-label",u("years"));let n=[...ft.map(String),u("allYears")];Un.replaceChildren(
i("button",{type:"button",id:"years-play",onclick:()=>Ss(!Pe),"aria-label":u(Pe?"stop":"play"),title:u(Pe?"stop":"play")},
me(Pe?"pause":"play")),i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:ft.
length,step:1,value:e,"aria-label":u("years"),"aria-valuetext":jn(),oninput:o=>{Pe&&Ss(!1),Nt(ft[o.target.valueAsNumber]??
null)}}),i("div.ticks",{"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>Nt(ft[r]??null)},o)))),
i("output.year-now",{},jn())),t&&document.getElementById(t).focus()}function El(t){T("language",zs);let e=new Set;T("fil\
ter",()=>{let n=new Set(L.filter(o=>ke(o).length));for(let o of new Set([...n,...e]))_n(o);e=n,vt(null),w.closePopup()}),
new ResizeObserver(()=>{Un.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var Tl=document.getElementById("sheet"),Ms=document.getElementById("sheet-more"),fd=.0254/96,$s=[];function dd(){let t=w.
getSize(),e=w.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[w.containerPointToLatLng([t.x/2-50,t.y/2]),w.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=mt(n.lng,e.lat,o.lng,e.lat)/(100*fd),a=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${st(Math.
round(s/a)*a)}`}function pd(){return N("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},N("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),N("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),N("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function md(){
return[...L].reverse().filter(t=>m.shown[t.number]).map(t=>{let e=Uo(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(i("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},S(u(t.title),"strong.datum"),t.style.
kind==="outline"?en(t.style):null),e.children.length?e:null)})}function hd(){let t=L.filter(n=>m.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(k.attribution),k.basemap?
u(k.basemap.attribution):"",...new Set(t)].filter(Boolean);return i("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",S(n)]))}function Ll(t){let e=i("div.sheet-legend",{},md()),n=i("div.sheet-foot",{},m.year===null?"":i("p",{},jn()),
i("p.ratio",{},u("ratio"),dd()),i("p",{},u("projection")),hd(),i("p",{},u("printed"),Ze()),i("p.review",{},u("review"),k.
review?S(k.review):u("noReviewLine")));Tl.replaceChildren(i("div.sheet-head",{},i("h2",{},u("legend")),pd()),e,n,t);let o=$s.
flatMap(r=>r()).filter(Boolean);Ms.replaceChildren(...gd(e,n),...o),Ms.hidden=!Ms.children.length}function gd(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>Tl.clientHeight/3&&o.replaceWith(i("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(i("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(i("h2",{},u("legendMore")),i("div.sheet-legends",{},r))}return o.
isConnected||n.push(i("h2",{},u("source")),o),n}var Be=i("aside",{id:"evaluate",hidden:!0}),qo=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>Gn(!Ne.open)}),Ne={open:!1,say:null};function Wn(t,e,n){return i(t,{"data-figure":e,
title:ui(n)},oe(n))}function Gn(t){Bt(()=>{Ne.open=t,t&&(w.closePopup(),A("opened","desk")),Be.hidden=!t,document.body.classList.
toggle("evaluate-open",t),qo.setAttribute("aria-expanded",String(t)),Ts(t&&(!!m.place||!v.list.length))})}function Ts(t){
m.place=t?e=>{Je(e.lng,e.lat)?(on(null),Yr(e.lng,e.lat)):on("tooFar")}:null,document.body.classList.toggle("picking",t),
Es()}function on(t){Ne.say=t;let e=document.getElementById("evaluate-note");e&&(e.textContent=t?u(t):"")}function wd(t){
t.preventDefault();let e=document.getElementById("evaluate-coordinate"),n=document.getElementById("evaluate-name"),o=be(
e.value,Je);if(on(o.fault||o.note),e.setAttribute("aria-invalid",String(!!o.fault)),o.fault){e.focus();return}let r=n.value.
trim();e.value="",n.value="",Yr(o.lon,o.lat,r),w.getBounds().contains([o.lat,o.lon])||w.panTo([o.lat,o.lon])}function yd(){
return i("form.ask",{onsubmit:wd,noValidate:!0},i("div.row",{},i("div.field.grow",{},i("label",{for:"evaluate-coordinate"},
u("coordinate")),i("input",{id:"evaluate-coordinate",type:"text",autocomplete:"off",spellcheck:!1,"aria-describedby":"ev\
aluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"evaluate-name"},u("name")),i("input",{id:"evaluate-name",
type:"text",autocomplete:"off",maxLength:80})),i("button.main",{type:"submit"},u("add"))),i("p.note",{id:"evaluate-note",
role:"status"},Ne.say?u(Ne.say):""),i("p.hint",{id:"evaluate-hint"},u("coordinateHint")))}function bd(){let t=Ke();return t.
length<2?null:[i("fieldset.reaches",{},i("legend",{},u("wayOf")),t.map(e=>i("label",{},i("input",{type:"radio",name:"way",
id:`way-${e}`,value:e,checked:e===v.by,onchange:()=>mi(e)}),i("span",{},u(e==="road"?"byRoad":"byStraight"))))),xt()?i("\
p.hint",{id:"way-hint"},xd()):null]}function xd(){let{access:t,detour:e}=v.asked.roads,{ways:n,amountOf:o}=v.coverage,r=n.
road.offRoad();return[u("roadRule")(st(t/1e3),st(e)),r.length?` ${u("roadOff")(r.length,oe(o(r)))}`:""]}function kd(){return i(
"fieldset.reaches",{},i("legend",{},u(xt()?"reachByRoad":"reachOf")),v.asked.reaches.map((t,e)=>i("label",{},i("input",{
type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===v.reach,onchange:()=>pi(t)}),i("span",{},`${t} km`))))}
function vd(){let t=es();return i("div.scenarios",{},i("div.tools",{role:"group","aria-label":u("scenario")},Ct.map((e,n)=>i(
"button",{type:"button",id:`scenario-${e}`,"aria-pressed":String(n===$n.at),onclick:()=>Xe(n)},os(n))),i("label.load",{for:"\
evaluate-load"},u("load"),i("input",{id:"evaluate-load",type:"file",accept:".geojson,.json,.csv,.xlsx,.kml","aria-label":u(
"load"),onchange:zd}))),t?Ol(t):null)}function Sd({unit:t}){return m.lang==="zh"?`（${u(t)}）`:`, ${u(t)}`}function Ol({
people:t,waste:e}){let{quantity:n}=v.asked,o=[...Ct.map((s,a)=>[os(a),`gained-${s}`,l=>l.gained[a]]),[u("gainedByBoth"),
"both",s=>s.both],...Ct.map((s,a)=>[`${u("gainedOnly")} ${s}`,`alone-${s}`,l=>l.alone[a]])],r=(s,a,l="")=>i("tr",{},i("t\
h",{scope:"row"},S(u(s.title)),Sd(s)),o.map(([,c,f])=>i("td",{"data-figure":`${l}${c}`,title:Wt(s,f(a))},st(f(a),s,m.lang))));
return i("div.compared",{tabIndex:0,role:"region","aria-label":u("scenarios")},i("table.scenario-table",{},i("caption",{},
`${u("scenarios")} · ${xn()}`),i("thead",{},i("tr",{},i("th",{scope:"col"},Mt(u("gained"))),o.map(([s])=>i("th",{scope:"\
col"},s)))),i("tbody",{},r(n,t),v.coverage.waste.map(({heading:s,name:a},l)=>r(s,e[l],`${a}-`)))))}async function zd(t){
let[e]=t.target.files;if(e)try{let n=await Lo(new Uint8Array(await e.arrayBuffer())),{taken:o,refused:r}=n.features?To(n.
features,"wgs84"):Eo(n.rows,"wgs84",{readCoordinate:s=>be(s,Je),unitOf:()=>null});ns(o),on(r.length||!o.length?"loadedPa\
rt":"loaded")}catch{on("ownUnread")}}function Md(){let t=(n,o,r,s)=>i("button",{type:"button",id:n,onclick:r,disabled:s},
u(o)),e=!v.list.length;return i("div.tools",{},i("button",{type:"button",id:"evaluate-pick","aria-pressed":String(!!m.place),
onclick:()=>Ts(!m.place)},u("pick")),t("evaluate-undo","undo",Vr,!v.past.length),t("evaluate-redo","redo",qr,!v.future.length),
t("evaluate-clear","clear",()=>$e([]),e))}function $d(t,e){let n=v.figures.each[e],o=Math.max(...v.figures.each.map(f=>f.
gained),1),r=At(t),s=(f,...d)=>[i("dt",{},u(f)),i("dd",{},...d)],a=(f,...d)=>[i("dt",{},f),i("dd",{},...d)],l=f=>{let d=f.
target.value.trim();d!==r&&Sn(e,{name:d?Kr(d,e):""})},c=f=>{let d=be(f.target.value,Je);on(d.fault||d.note),d.fault?f.target.
value=Al(t):Sn(e,{lon:d.lon,lat:d.lat})};return i("li.candidate",{id:`candidate-${e}`},i("div.candidate-head",{},i("span\
.number",{"aria-hidden":"true"},String(t.number)),i("input.name",{id:`candidate-name-${e}`,type:"text",value:r,maxLength:80,
dir:"auto","aria-label":u("name"),onchange:l}),i("button",{type:"button",id:`candidate-show-${e}`,title:`${u("show")}: ${r}`,
"aria-label":`${u("show")}: ${r}`,onclick:()=>w.setView([t.lat,t.lon],Math.max(w.getZoom(),8))},u("show")),i("button",{type:"\
button",id:`candidate-remove-${e}`,"aria-label":`${u("remove")}: ${r}`,onclick:()=>So(e)},u("remove"))),i("div.gain",{},
i("span",{},Mt(u("gained"))),Wn("strong","gained",n.gained),i("span.bar",{"aria-hidden":"true",style:{"--share":`${Math.
round(100*n.gained/o)}%`}})),i("dl.values",{},s("reached",Wn("span","reached",n.reached)),a(Gt(u("overlap")),Wn("span","\
overlap",n.overlap)),v.list.length>1?a(Mt(u("only")),Wn("span","only",n.only)):null,v.coverage.waste.map((f,d)=>a(Mo(f),
i("span",{"data-figure":f.name},Me(f,n.waste[d].reached))," · ",Mt(u("ofItGained"))," ",Me(f,n.waste[d].gained))),n.capacity?
a(Gt(u("capacity")),i("span",{"data-figure":"capacity"},rs(n.capacity))):null,n.nearest?s(xt()?"nearestByRoad":"nearest",
i("span",{"data-figure":"nearest"},pe(n.nearest.metres))," · ",S(ko(n.nearest.at))):null,n.nearest&&xt()?s("access",i("\
span",{"data-figure":"access"},pe(n.nearest.access))):null,n.road?s("toRoad",as(n)):null,s("lies",S(vo(n))),i("dt",{},i(
"label",{for:`candidate-at-${e}`},u("coordinateShort"))),i("dd",{},i("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"\
off",value:Al(t),onchange:c}))))}function Al({lon:t,lat:e}){return`${t}, ${e}`}function Cl(){let{whole:t,regions:e}=v.figures,
n=(...s)=>i("tr",{},s.map(a=>i("th",{scope:"col"},a))),o=Gr(v.asked.regions),r=e.map((s,a)=>({sums:s,at:a})).filter(({sums:s})=>s.
total>0).map(({sums:s,at:a})=>i(s.after>s.before?"tr.changed":"tr",{},i("th",{scope:"row"},S(lt(o,a)?Z(o,a):v.asked.codes[a])),
i("td",{},gn(s.before,s.total)),i("td",{},gn(s.after,s.total)),i("td",{"data-region":v.asked.codes[a]},s.after>s.before?
`+${st(s.after-s.before,v.asked.quantity,m.lang)}`:"0")));return i("section.sums",{},i("h3",{},u("together")),i("p.total",
{},i("span",{},Mt(u("gained")))," ",Wn("strong","together",t.after-t.before),i("span.change",{},Gt(`${gn(t.before,t.total)}\
 → ${gn(t.after,t.total)}`))),i("table",{},i("caption",{},`${u("byRegion")} · ${xn()}`),i("thead",{},n(u("region"),Gt(
u("now")),Gt(u("withThem")),Mt(u("gained")))),i("tbody",{},r)))}function Es(){qo.replaceChildren(u("evaluate"));let t=document.
activeElement&&Be.contains(document.activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-nam\
e"].map(r=>{let s=document.getElementById(r);return[r,s?s.value:""]}),{scrollTop:n}=Be;Be.setAttribute("aria-label",u("e\
valuateTitle")),Be.replaceChildren(i("div.desk-head",{},i("h2",{},u("evaluateTitle")),i("button.close",{type:"button",id:"\
evaluate-close","aria-label":u("close"),onclick:()=>{Gn(!1),qo.focus()}},"×")),vd(),...[bd()].flat().filter(Boolean),kd(),
Md(),i("p.hint.mode",{},u(m.place?"picking":"notPicking")),yd(),...(v.list.length?[i("ol.candidates",{},v.list.map($d)),
v.list.length>1?i("div.compared",{tabIndex:0,role:"region","aria-label":u("evaluateTitle")},is()):null,Cl(),i("div.save",
{},i("button.main",{type:"button",id:"evaluate-save",onclick:Mi},u("save")),i("p.hint",{},u("saveHint")))]:[]).filter(Boolean),
i("p.hint",{},u("existing"),S(u(v.asked.existing)),m.lang==="zh"?`（${v.coverage.sites.count}）；`:` (${v.coverage.sites.
count}); `,S(u(v.asked.quantity.title)),v.asked.quantity.derived?nt():null),...[ss()].filter(Boolean)),e.forEach(([r,s])=>{
document.getElementById(r).value=s}),Be.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}function Ed(t){
if(!Ne.open)return;let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.toLowerCase();
n==="escape"&&m.place?Ts(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||t.shiftKey?qr():
Vr())}function Pl({evaluate:t}){li(t),document.getElementById("tools").prepend(qo),document.getElementById("panel").after(
Be),Si(),$i(),T("bring",e=>{Gn(!0),ns(e)}),$s.push(()=>{if(!v.list.length)return[];let e=es();return[is(),e?Ol(e):null,Cl(),
ss()]}),document.addEventListener("keydown",Ed),T("language",Es),T("candidates",Es),T("picked",e=>{Gn(!0);let n=document.
getElementById(`candidate-${e}`);n&&n.scrollIntoView({block:"nearest"})}),T("opened",e=>{(["figures","tasks"].includes(e)||
e==="panel"&&Y.matches)&&Ne.open&&Gn(!1)}),window.gisplanEvaluate={evaluation:v,evaluateCandidates:v.coverage.evaluate,geodesicLength:mt,
destination:ye,placeAt:Wr,readCoordinate:be,inside:Je}}var Ls=document.getElementById("maps"),Td={name:k.name,title:k.title,description:k.description,groups:k.groups.map((t,e)=>e),
headlines:k.headlines.map((t,e)=>e)};function Ie(){return k.maps?k.maps[m.map]:Td}function As(t){let e=k.groups.findIndex(
n=>n.layers.includes(t.number));return k.maps.findIndex(n=>n.groups.includes(e))}function rn(t){return!k.maps||As(t)===m.
map}function sn(t){return k.maps?u(k.maps[As(t)].title):""}function Ko(t,e){if(!k.maps||t===m.map||!k.maps[t])return;w.closePopup(),
m.map=t;let n=e??k.maps[t].shown;for(let o of L){let r=n.includes(o.number);m.shown[o.number]&&!r&&at(o,!1)}for(let o of n)
m.shown[o]||at(L[o],!0);Bt(()=>{A("map"),A("layers")})}function Nl(t){k.maps&&Ko(As(t))}function Bl(){if(!k.maps)return;
Ls.hidden=!1,Ls.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.
id:null;Ls.replaceChildren(...k.maps.map((e,n)=>i("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===
m.map?"page":null,onclick:()=>Ko(n)},u(e.title)))),t&&document.getElementById(t).focus()}function Il(){T("language",Bl),
T("map",Bl)}var Yo=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function Rl(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function Fl(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:Yo[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return Yo.
map((r,s)=>{let[a,l]=[o[s],o[s+1]],c=e.filter(f=>Dl(f,o)===s).length;return{low:a,high:l,color:r,count:c}})}function Dl(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?Yo.length-1:n}function _l(t,e){return e.length===1?e[0].color:Yo[Dl(t,[
e[0].low,...e.map(n=>n.high)])]}var Hn=i("section",{id:"compare",hidden:!0}),Vt=i("div",{id:"divider",hidden:!0}),R={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},Os=null,Jo=()=>L.filter(te),Ld=t=>k.maps&&!rn(t)?`${u(t.title)} · ${sn(t)}`:u(t.title);function Vn(){
for(let a of Jo())w.getPane(a.pane).style.clip="";let t=R.open&&R.mode==="swipe";if(Vt.hidden=!t,!t)return;let e=w.getSize(),
[n,o]=[w.containerPointToLayerPoint([0,0]),w.containerPointToLayerPoint([e.x,e.y])],r=n.x+e.x*R.at;Vt.style.left=`${100*
R.at}%`;let s=(a,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${a}px)`;w.getPane(R.a.pane).style.clip=s(n.x,r),w.getPane(R.b.pane).
style.clip=s(r,o.x)}function Ul(t){let e=t.data.columns?.[t.column],{code:n}=t.data.search;return!e||!ot(e)||!n?null:new Map(
n.map((o,r)=>[o,W(e.values,r)??null]))}function Wl(){Os.clearLayers();let t=R.open&&R.mode==="difference";for(let p of Jo())
w.getPane(p.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,b:n}=R,[o,r]=[Ul(e),Ul(n)];if(!o||!r)return u(
"noFigures");let s=p=>p.data.columns[p.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let a=Rl(o,r);if(!a.size)
return u("noCommon");let l=Fl(a.values()),{myriads:c}=e.data.columns[e.column],f=La(l.flatMap(({low:p,high:h})=>[p,h]),{
...wr,myriads:c},m.lang);e.data.search.code.forEach((p,h)=>{if(!a.has(p))return;let g=a.get(p);M.polygon(e.places[h].parts,
{pane:"gisplan-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape difference",fillColor:g===
null?tn("#d5d9dd"):_l(g,l),fillOpacity:.85}).addTo(Os)});let d=[...a.values()].filter(p=>p===null).length;return i("ul.d\
ifference-legend",{},l.map(({low:p,high:h,color:g,count:y})=>i("li",{},i("span.swatch",{style:{"--color":g,"--opacity":.85}}),
i("span.what",{},p===h?"0":`${f.get(p)} – ${f.get(h)}`),i("span.count",{},String(y)))),d?i("li",{},i("span.swatch.hatc\
hed",{style:{"--color":"#d5d9dd","--opacity":.85}}),i("span.what",{},u("oneMissing")),i("span.count",{},String(d))):null)}
function jl(t){return i("label",{},i("span",{},u(t==="a"?"leftTheme":"rightTheme")),i("select",{id:`compare-${t}`,onchange:e=>{
R[t]=L[Number(e.target.value)],Ps()}},Jo().map(e=>i("option",{value:String(e.number),selected:e===R[t]},Ld(e)))))}function Cs(){
if(Hn.hidden=!R.open,!R.open)return;let t=Hn.contains(document.activeElement)?document.activeElement.id:null,e=Wl(),n=o=>i(
"label.mode",{},i("input",{type:"radio",name:"compare-mode",id:`compare-${o}`,checked:R.mode===o,onchange:()=>{R.mode=o,
Ps()}}),u(o));Hn.setAttribute("aria-label",u("compare")),Hn.replaceChildren(i("div.measure-head",{},i("strong",{},u("com\
pare")),i("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>Xo(!1)},"×")),jl("a"),jl(
"b"),i("div.row",{},n("swipe"),n("difference")),R.mode==="swipe"?i("input",{id:"compare-at",type:"range",min:0,max:100,value:Math.
round(100*R.at),"aria-label":u("swipe"),oninput:o=>{R.at=o.target.valueAsNumber/100,Vn()}}):i("div",{id:"compare-told"},
e)),t&&document.getElementById(t)?.focus()}function Ps(){Da(R.a,R.b),Cs(),Vn()}function Xo(t){if(t===R.open)return;let e=Jo();
if(!(t&&e.length<2)){if(t){let n=e.find(o=>m.shown[o.number]);R.before=n??null,R.a=n??e[0],R.b=e.find(o=>o!==R.a&&o.table===
R.a.table&&o.year!==null)??e.filter(rn).find(o=>o!==R.a)??e.find(o=>o!==R.a)}if(R.open=t,document.getElementById("tool-c\
ompare")?.setAttribute("aria-pressed",String(t)),t){w.closePopup(),Ps();return}Cs(),Wl(),Vn();for(let n of[R.a,R.b])n!==
R.before&&m.shown[n.number]&&at(n,!1);R.before&&at(R.before,!0)}}function Gl(){return R.open}function Ad(t){t.preventDefault(),
Vt.setPointerCapture(t.pointerId),Vt.onpointermove=e=>{let n=w.getContainer().getBoundingClientRect();R.at=Math.min(1,Math.
max(0,(e.clientX-n.left)/n.width));let o=document.getElementById("compare-at");o&&(o.value=Math.round(100*R.at)),Vn()},Vt.
onpointerup=()=>{Vt.onpointermove=null}}function Hl(){ct("gisplan-difference",570),Os=M.layerGroup().addTo(w),w.getContainer().
append(Vt),Vt.addEventListener("pointerdown",Ad),M.DomEvent.disableClickPropagation(Vt),document.getElementById("search").
after(Hn),w.on("move zoomend resize viewreset",Vn),T("language",Cs);for(let t of["layers","map"])T(t,()=>{let e=R.open&&
[R.a,R.b].every(n=>m.shown[n.number]);R.open&&!e&&(R.before=null,Xo(!1))})}function Vl(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Zo(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function Bs(t){try{return decodeURIComponent(t)}catch{
return""}}function ql(t,e){return`#${new URLSearchParams({find:`${Zo(t)}~${Zo(e)}`})}`}function Kl(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let a=new URLSearchParams(t.replace(/^#/,"")),l=(z,$)=>{let E=(a.get(z)??"").split(",").map(O=>O?
Number(O):Number.NaN);return E.length===$&&E.every(Number.isFinite)?E:null},c={},f=l("map",3);if(f&&Math.abs(f[1])<=85&&
Math.abs(f[2])<=360&&f[0]>=0&&f[0]<=22&&(c.view=f),a.has("layers")){let z=a.get("layers").split(" ");c.shown=e.map($=>z.
includes($))}let d=l("opacity",n);d?.every(z=>z>=0&&z<=100)&&(c.opacity=d.map(z=>z/100)),["zh","en"].includes(a.get("lan\
g"))&&(c.lang=a.get("lang")),r.includes(a.get("on"))&&(c.map=r.indexOf(a.get("on")));let p=new Map;for(let z of a.getAll(
"only")){let[$,E,O]=z.split("~");!O||!Object.prototype.hasOwnProperty.call(s,$)||!E.startsWith("@")&&!s[$].includes(E)||
p.set(`${$}~${E}`,new Set(O.split("|").map(Bs)))}p.size&&(c.filter=p);let[h,g]=(a.get("find")??"").split("~").map(Bs);h&&
g&&(c.find={table:h,name:g});let[y,b]=(a.get("profile")??"").split("~").map(Bs);y&&/^\d{6}$/.test(b??"")&&(c.profile={table:y,
code:b}),a.has("sites")&&(c.more=Object.fromEntries(["sites","reach","by"].map(z=>[z,a.get(z)])));let x=Number(a.get("ye\
ar"));return c.year=a.has("year")&&o.includes(x)?x:null,c}function Yl({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:a,
filter:l=new Map,map:c=0,profile:f=null,more:d={}},p,h=[],g=[]){let y=new URLSearchParams;g.length&&y.set("on",g[c]);for(let[
b,x]of l)y.append("only",`${b}~${[...x].map(Zo).join("|")}`);y.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join("\
,")),y.set("layers",p.filter((b,x)=>o[x]).join(" ")),r.some(b=>b!==1)&&y.set("opacity",r.map(b=>Math.round(100*b)).join(
","));for(let[b,x]of Object.entries(d))y.set(b,x);s!==null&&y.set("year",s),f&&y.set("profile",`${Zo(f.table)}~${f.code}`),
y.set("lang",a);for(let[b,x]of h)y.set(b,x);return`#${y.toString().replace(/%2C/g,",")}`}var Od=/\s+(?:City|District|Province|County|(?:(?:\w+ )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,Cd=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function Jl(t,e){if(e==="en")return t.replace(Od,"")||t;let n=t.replace(Cd,(o,r)=>r==="区"?"":r);return n.length>1?n:t}function Xl(t,e){let n=null,o=0;for(let r of t){let s=[];for(let a of[...r,null])if(a&&e.contains(a))s.push(a);else{let l=Pd(
s);l>o&&([n,o]=[Bd(s,l),l]),s=[]}}return n}function Pd(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function Bd(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var tc=ct("gisplan-labels",590);tc.classList.add("leaflet-zoom-hide");var ec=N("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),an=[],Ns={leader:4.4,seat:7.5,water:7},Is=[[0,0],[0,18],[0,-18]],Nd=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function Id(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function Rd(){return L.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:Id(t),name:Z(t,e.rows[0]),size:Ud(e)})))}function nc(t){return m.lang==="zh"?t[0]:t[1]||t[0]}function Fd(){
return wt.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:nc(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function Dd(){return po.map(({names:t,at:e})=>({
rank:"seat",name:nc(t),anchor:e}))}var Zl=[2,1,3,"seat","water","around"];function _d(){for(let t of an)t.element.remove();
an=[...Rd(),...Dd(),...Fd()].map(t=>({...t,element:i(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},Jl(t.
name,m.lang))})),an.sort((t,e)=>Zl.indexOf(t.rank)-Zl.indexOf(e.rank)||(e.size??0)-(t.size??0)),tc.append(ec,...an.map(t=>t.
element)),an.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),ie()}function Ud(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function jd(){let t=w.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=w.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function Wd(){let t=[];return L.forEach(e=>{let n=e.places.
length<=Ge;e.geometry!=="point"||!m.shown[e.number]||!n||e.places.forEach(o=>{if(Lt(e)&&!q(e,o).length)return;let r=w.latLngToLayerPoint(
o.point),s=Q[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function Gd(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function Ql(t,e,[n,o]){let{width:r,height:s}=t,[a,l]=[e.x+n,e.y+o];return[a-r/2,l-s/2,a+r/2,l+s/2]}function Hd(t){
let e=w.getZoom();if(t.layer){if(!m.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,a=w.latLngToLayerPoint(
o.room.getNorthWest()),l=w.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-a.x>.8*r&&l.y-a.y>s,f=w.latLngToLayerPoint(o.
anchor);return w.getBounds().contains(o.anchor)?t.rank===2?{at:f,near:c?Is:[],far:e<Ns.leader?[]:Nd}:c?{at:f,near:Is,far:[]}:
null:null}if(t.rank==="seat"){if(e<Ns.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:w.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!jt(t.context)||t.rank==="water"&&e<Ns.water)return null;let n=t.paths?
Xl(t.paths,w.getBounds()):t.anchor;return n?{at:w.latLngToLayerPoint(n),near:Is,far:[]}:null}function ie(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=d=>d[0]>=n[0]&&d[1]>=n[1]&&d[2]<=n[2]&&d[3]<=
n[3],r=jd(),s=Wd(),a=[],l=new Set,c=[],f=(d,p)=>o(d)&&!p.some(h=>Gd(d,h));an.forEach(d=>{let{element:p}=d,h=p.textContent,
g=l.has(h)?null:Hd(d),y=null,b=!1;if(g){let x=[...a,...s,...r];y=g.near.map(z=>Ql(d,g.at,z)).find(z=>f(z,x)),y||(y=g.far.
map(z=>Ql(d,g.at,z)).find(z=>f(z,x)),b=!!y)}p.hidden=!y,y&&(l.add(h),a.push(y),b&&c.push(Vd(g.at,y)),M.DomUtil.setPosition(
p,M.point(Math.round(y[0]),Math.round(y[1]))))}),ec.replaceChildren(...c)}function Vd({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return N("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function oc(){T("la\
nguage",_d);for(let t of["layers","context","filter"])T(t,ie);w.on("moveend viewreset resize",ie)}var Ds={A3:"A3 landscape",A4:"A4 landscape"},Re=null,qn="A3";function Rs(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function qd(){return ws(.02)?No()??w.getBounds():w.getBounds()}function rc(){Re||document.body.classList.
contains("printing-list")||(Re={centre:w.getCenter(),zoom:w.getZoom(),bounds:qd()},vt(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,m.paper=!0,sc())}function sc(){
document.body.classList.toggle("paper-a4",qn==="A4"),Rs(Ds[qn]),w.invalidateSize({animate:!1,pan:!1}),w.fitBounds(Re.bounds,
{animate:!1,padding:[8,8]}),A("paper"),Ll(Kd()),ie()}function Fs(){if(!Re)return;let{centre:t,zoom:e}=Re;Re=null,m.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,w.invalidateSize({animate:!1,pan:!1}),w.setView(t,e,{
animate:!1}),A("paper"),ie()}function Kd(){let t=e=>i("label",{},i("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===qn,onchange:()=>{qn=e,sc(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return i("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(Ds).map(t),i("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),i("button.sheet-back",{type:"button",onclick:Fs},u("back")))}
function ac(){rc(),document.getElementById("paper-print").focus()}function Qo(){return Re!==null}function ic(){let t=!1;
window.addEventListener("beforeprint",()=>{t=Qo(),m.profile?Rs("A4 portrait"):rc()}),window.addEventListener("afterprint",
()=>{m.profile&&Rs(Ds[qn]),t||Fs()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&Fs()})}var Fe={width:320,height:104,most:160};function lc(t,e,n){let o=e&&t.data.columns[e];return o&&ot(o)?Jd(t,e,n):t.legend.
classes?Xd(t):null}function Yd(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"\
true"},n||""))}function Jd(t,e,n){let r=t.data.columns[e],s=n.map($=>({row:$,value:W(r.values,$)})).filter($=>typeof $.value==
"number").slice(0,Fe.most);if(s.length<2)return null;let{width:a,height:l}=Fe,c=s.map($=>$.value),[f,d]=[Math.min(0,...c),
Math.max(0,...c)],p=$=>4+(l-8)*(d-$)/(d-f||1),h=a/s.length,g=h>4?Math.min(3,h*.2):0,y=s.map(({row:$,value:E},O)=>{let B=N(
"g",{class:"bar","data-row":$});return B.append(N("rect",{class:"hit",x:O*h,y:0,width:h,height:l}),N("rect",{class:"valu\
e",x:O*h+g/2,width:Math.max(.6,h-g),y:Math.min(p(0),p(E)),height:Math.max(1,Math.abs(p(E)-p(0))),fill:e===t.column?Oo(t,
$):"#4d8296"})),B}),b=`${u("chart")}${u(r.title)}`,x=N("svg",{viewBox:`0 0 ${a} ${l}`,role:"img","aria-label":b,preserveAspectRatio:"\
none"},...y,N("line",{class:"zero",x1:0,x2:a,y1:p(0),y2:p(0)}));x.addEventListener("mouseover",$=>Oe(t,We($))),x.addEventListener(
"mouseleave",()=>Oe(t,null)),x.addEventListener("click",$=>{let E=We($);E!==null&&ae(t,E,!1,!1)});let z=s.length===Fe.most&&
n.length>Fe.most?i("span.count",{},` ${j("firstBars",Fe.most)}`):null;return Yd([S(u(r.title)),r.unit?S(m.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?nt():null,z],x)}function Xd(t){let e=Co(t),n=t.legend.classes.map((a,l)=>({
color:a.color,count:e.classes[l],text:u(a.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((a,l)=>a+l.count,0);if(!o)return null;let r=0,s=N("svg",{viewBox:`0 0 ${Fe.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
a=>a.count).forEach(a=>{let l=Fe.width*a.count/o;s.append(N("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:a.color,
class:"part"})),r+=l}),i("figure.chart",{},i("figcaption",{},S(u(t.legend.title)),t.legend.derived?nt():null),s,i("ul.pa\
rts",{},n.filter(a=>a.count).map(a=>i("li",{},i("span.dot",{style:{"--color":a.color}}),S(a.text),i("span.count",{},` ${j(
"rows",a.count)}`)))))}function cc(t,e,n){let o=t.data.columns[e];return n===null||!o||!ot(o)?[u("chartHint")]:[S(Z(t,n),
"strong.datum")," ",ut(o,V(t.data,e,n),t,e)]}var _s=new Set;function Ws(t){return Array.from({length:t.data.count},(e,n)=>n)}var Us=new Map;function js(t,e){let n=go(
t.table,e);if(!Us.has(n)){let o=new Map;for(let s of Ws(t)){let a=e===xe?Fr(t,s,Se):String(W(t.data.columns[e].values,s)??
"");o.set(a,(o.get(a)??0)+1)}let r=o.size>1&&o.size<=ri&&o.size<t.data.count;Us.set(n,r?o:null)}return Us.get(n)}function Zd(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!ot(e[o])&&js(t,o));return Se.prefectures&&t.table!=="prefectur\
es"&&js(t,xe)&&n.push(xe),n}function uc(t,e,n){if(n==="")return u("noValue");if(e===xe){let{prefectures:a}=Se;return Z(a,
a.data.search.code.indexOf(n))}let o=t.data.columns[e],r=Ws(t).find(a=>String(W(o.values,a)??"")===n),s=m.lang==="en"&&o.
english?o.english:o.values;return it(o,W(s,r),t,e)}function Qd(t,e){let n=go(t.table,e),o=bn(n),r=e===xe?u("prefecture"):
u(t.data.columns[e].title),s=[...js(t,e)].sort((c,f)=>f[1]-c[1]),a=o?[...o].map(c=>uc(t,e,c)).join("、"):"",l=a.length>
18?`${a.slice(0,17)}…`:a;return i(o?"details.chosen":"details",{open:_s.has(n),ontoggle:c=>{c.target.open?_s.add(n):_s.
delete(n)}},i("summary",{id:`chip-${n}`},S(r),l?`：${l}`:""),i("div.values-list",{role:"group","aria-label":r},s.map(([
c,f],d)=>i("label",{},i("input",{type:"checkbox",id:`chip-${n}-${d}`,checked:!!o?.has(c),onchange:()=>yo(n,c)}),S(uc(t,e,
c)),i("span.count",{},String(f))))))}function fc(t){let e=Zd(t),n=m.filter.size>0;if(!e.length&&!n)return null;let o=ke(
t).some(([s])=>s.includes(`~${Ve}`)),r=Ws(t).filter(s=>ze(t,s)).length;return i("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>Qd(t,s)),n?i("button.clear-filter",{type:"button",id:"filter-clear",onclick:si},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}var tp=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function dc(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((a,l)=>{let c=getComputedStyle(a);for(let f of tp)
s[l].setAttribute(f,c.getPropertyValue(f))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function Gs(t){return new XMLSerializer().serializeToString(t)}async function ep(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(Gs(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(a=>{r.toBlob(a,"image/png")})}async function Hs(t,e,n,o){Ot(t,"image/png",
await ep(e,n,o))}function np(t,e,n){let o=getComputedStyle(t),r=N("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function pc(){
let t=w.getContainer().getBoundingClientRect(),{x:e,y:n}=w.getSize(),o=l=>{let c=l.getBoundingClientRect();return{left:c.
left-t.left,top:c.top-t.top,width:c.width,height:c.height}},r=N("svg",{xmlns:"http://www.w3.org/2000/svg",width:e,height:n,
viewBox:`0 0 ${e} ${n}`}),s=document.querySelector(".hatches defs");s&&r.append(s.cloneNode(!0)),r.append(N("rect",{width:e,
height:n,fill:"#e8eef2"}));let a=[...w.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort((l,c)=>Number(getComputedStyle(
l).zIndex)-Number(getComputedStyle(c).zIndex));for(let l of a){let c=N("g",{opacity:getComputedStyle(l).opacity});for(let f of l.
children){if(f.classList.contains("leaflet-pane")||f.hidden)continue;let d=o(f),p={x:d.left,y:d.top,width:d.width,height:d.
height};if(f.tagName==="svg"){let h=f.cloneNode(!0);h.removeAttribute("style");for(let[g,y]of Object.entries(p))h.setAttribute(
g,y);c.append(h)}else if(f.tagName==="CANVAS"||f.tagName==="IMG"){let h=f.tagName==="IMG"?f.src:f.toDataURL(),g=f.style.
opacity||1;c.append(N("image",{...p,href:h,opacity:g,preserveAspectRatio:"none"}))}else if(f.querySelector("svg")){let h=f.
querySelector("svg"),g=h.cloneNode(!0),y=o(h);g.setAttribute("x",y.left),g.setAttribute("y",y.top),g.setAttribute("overf\
low","visible"),c.append(g)}else f.textContent.trim()&&d.width&&c.append(np(f,d))}r.append(c)}return{picture:r,width:e,height:n}}var op=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function rp(t){
let e=4294967295;for(let n of t)e=op[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function sp(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(p,h)=>{let g=new DataView(new ArrayBuffer(4+h.reduce((b,[x])=>b+x,0)));g.setUint32(0,p,!0);let y=4;for(let[b,
x]of h)b===2?g.setUint16(y,x,!0):g.setUint32(y,x,!0),y+=b;return new Uint8Array(g.buffer)};for(let{name:p,text:h}of t){let[
g,y]=[e.encode(p),e.encode(h)],b=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,rp(y)],[4,y.length],[4,y.length],[2,g.length],[2,
0]],x=s(67324752,b),z=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...b,...z]),g),n.push(x,g,y),r+=x.length+
g.length+y.length}let a=o.reduce((p,h)=>p+h.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,a],[4,r],[
2,0]]),c=[...n,...o,l],f=new Uint8Array(c.reduce((p,h)=>p+h.length,0)),d=0;for(let p of c)f.set(p,d),d+=p.length;return f}
function wc(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function ap(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${wc(t)}</t></is></c>`}var mc="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",Vs="http://schemas.openxmlformats.org/package/2006",hc="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",gc="application/vnd.openxmlformats-officedocument.spread\
sheetml",Kn=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function tr(t,e){let n=wc(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(ap).join("")}</row\
>`).join(""),r=(s,a,l)=>`<Relationship Id="${s}" Type="${hc}/${a}" Target="${l}"/>`;return sp([{name:"[Content_Types].xm\
l",text:`${Kn}<Types xmlns="${Vs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${gc}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${gc}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${Kn}<Relationships xmlns="${Vs}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${Kn}<workbook xmlns="${mc}" xmlns:r="${hc}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${Kn}<Relationships\
 xmlns="${Vs}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${Kn}<worksheet xmlns="${mc}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function qs(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function ip(t,e,n){let o=e.map(s=>{let a=t.data.columns[s];return u(a.title)+(a.unit?` (${u(a.unit)})`:"")}),r=n.map(s=>e.
map(a=>{let l=t.data.columns[a],c=V(t.data,a,s);return c==null?null:ot(l)||l.year?c:it(l,c,t,a)}));return[o,...r]}function yc(){
let t=document.querySelector("#figures .chart svg");return t?dc(t,640,208):null}function bc(t,e,n){let o=c=>`${Mn(k.name,
u(t.title))}.${c}`,r=()=>ip(t,e,n),s=async()=>{let c=qs(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let f=i(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(f),f.select(),document.execCommand("copy"),f.remove()}pt(
u("copied"))},a=(c,f,d)=>i("button",{type:"button",id:`take-${c}`,onclick:d},f),l=document.querySelector.bind(document);
return i("details.takeout",{},i("summary",{id:"take-out"},u("takeOut")),i("div.row",{},a("copy",u("copyTable"),s),a("csv",
"CSV",()=>Ot(o("csv"),"text/csv",`\uFEFF${qs(r(),",")}\r
`)),a("xlsx","XLSX",()=>Ot(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",tr(u(t.title),r()))),
a("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&Ot(o("svg"),"image/svg+xml",Gs(yc()))}),a("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&Hs(o("png"),yc(),640,208)}),a("map-png",u("mapPng"),()=>{let{picture:c,width:f,height:d}=pc();
Hs(`${Mn(k.name,u("map"))}.png`,c,f,d)})))}var le=document.getElementById("figures"),nr=document.getElementById("figures-toggle"),I={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},lp=26;function Js(){let t=L.filter(s=>m.shown[s.number]&&s.geometry!=="raster"),
e=t.find(s=>s.number===I.picked);if(e)return e;let n=t.filter(s=>s.geometry==="polygon"),o=n.filter(s=>s.style.kind!=="o\
utline"),r=t.filter(s=>s.style.kind!=="outline");return o[o.length-1]||r[r.length-1]||n.sort((s,a)=>a.places.length-s.places.
length)[0]||t[t.length-1]||null}function vc(){let t=Js();return!t||t.data.count<=5e3}function Xs(t){let e=I.hidden.get(t.
table),n=Sc(t);return e?n.filter((o,r)=>r===0||!e.has(o)):n}function cp(t){let e=I.hidden.get(t.table)??new Set;return i(
"details.columns",{open:I.choosing,ontoggle:n=>{I.choosing=n.target.open}},i("summary",{id:"figures-columns"},u("columns")),
i("div.values-list",{role:"group","aria-label":u("columns")},Sc(t).slice(1).map((n,o)=>i("label",{},i("input",{type:"che\
ckbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{e.delete(n)||e.add(n),I.hidden.set(t.table,e),qt()}}),S(u(t.data.
columns[n].title))))))}var up=/%|‰|率|\/|per |km$|千米$|人\/|户均/;function fp(t,e){let n=e.map((o,r)=>{let s=t.
data.columns[o];if(r===0||!ot(s)||!s.unit||up.test(`${s.unit.zh} ${s.title.zh}`))return null;let a=I.rows.map(l=>V(t.data,
o,l)).filter(l=>typeof l=="number");return a.length?{sum:a.reduce((l,c)=>l+c,0),missing:I.rows.length-a.length}:null});return n.
every(o=>o===null)?null:i("tfoot",{},i("tr",{},e.map((o,r)=>r===0?i("th",{scope:"row"},u("total")):i("td.number",{},n[r]?
st(n[r].sum,t.data.columns[e[r]],m.lang):"",n[r]?.missing?i("span.unit",{},j("unknown",n[r].missing)):null))))}function Ks(t){
I.wide=t,document.body.classList.toggle("figures-wide",t),qt()}function Sc(t){let{columns:e,count:n}=t.data;return[...new Set(
[t.popup[0],t.column,...t.popup])].filter(r=>r&&ne(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some(
(a,l)=>{let c=V(t.data,r,l);return typeof c=="string"&&!ne(e[r].words,c)&&(c.length>lp||c.includes(`
`))}))}function dp(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,d)=>d).filter(f=>ze(t,f));if(!e)return s;let a=o.columns[e],l=new Map(s.map(f=>{let d=V(o,e,f);return d==null?
[f,null]:[f,typeof d=="number"?d:it(a,d,t,e)]})),c=n?-1:1;return s.sort((f,d)=>{let[p,h]=[l.get(f),l.get(d)];if(p===null||
h===null)return(p===null)-(h===null)||f-d;let g=typeof p=="number"&&typeof h=="number"?p-h:r.compare(p,h);return c*g||f-
d})}function pp(t){if(m.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=m.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function mp(){return Ie().headlines.length?i("dl.headlines",{},Ie().
headlines.map(t=>pp(k.headlines[t])).map(t=>i("div",{title:u("credits")+t.sources.map(u).join("; ")},i("dt",{},S(u(t.title))),
i("dd",{},t.before&&t.value!==null?S(`${u(t.before)} `):null,i("strong",{title:hp(t)},xc(t)),t.unit&&t.value!==null?S(Pr(
xc(t),t)):null,t.of!==null?i("span.of",{},j("ofAll",t.of)):null,t.derived?nt():null,m.year!==null&&!t.years?i("span.note",
{},u("everyYearAlike")):null,t.missing?i("span.note",{},j("unknown",t.missing)):null,t.point&&t.value!==null?S(`${u(t.point)}\
 ${er(t,t.value)}`,"span.note"):null,t.worth?S(u(t.worth),"span.note"):null)))):null}function xc(t){if(t.value===null)return"\
—";if(!t.point)return er(t,t.value);let[e,n]=[er(t,t.low),er(t,t.high)];return e===n?e:`${e}–${n}`}function er(t,e){
return st(e,t,m.lang)}function hp(t){return t.value===null||t.point?null:Wt(t,t.value)}function gp(t,e){let n=t.data.columns[e];
I.down=I.sort===e?!I.down:ot(n),I.sort=e,qt(),document.getElementById(`sort-${Xs(t).indexOf(e)}`).focus()}function wp(t,e,n){
let o=t.data.columns[e],r=I.sort===e;return i(ot(o)?"th.number":"th",{scope:"col","aria-sort":r?I.down?"descending":"asc\
ending":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>gp(t,e)},S(u(o.title)),i("span.arrow",{"aria-hidden":"\
true"},r?I.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?nt():null)}function kc(t,e,n){
I.wide&&Ks(!1),ae(t,e,!1,n)}function yp(t,e,n){let o=t.data,r=i("tr",{"data-row":String(n),onclick:s=>{s.target.closest(
"button")||kc(t,n,!1)}});return e.forEach((s,a)=>{let l=o.columns[s],c=it(l,V(o,s,n),t,s);if(a===0){r.append(i("th",{scope:"\
row"},i("button",{type:"button",dir:"auto",onclick:f=>kc(t,n,f.detail===0)},c)));return}r.append(i(ot(l)?"td.number":"td",
{dir:ot(l)?null:"auto",title:Wt(l,V(o,s,n))},s===t.column&&t.style.kind!=="outline"?i("span.dot",{style:{"--color":Oo(t,
n)}}):null,c))}),r}function bp(t){let e=L.filter(n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return i("label.\
pick",{},i("span",{},u("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(I,{picked:Number(n.target.value),
sort:null,most:200}),qt()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},u(n.title)))))}function xp(t){let e=Xs(
t),n=I.rows.slice(0,I.most),o=i("table",{onmouseover:r=>Oe(t,We(r)),onmouseleave:()=>Oe(t,null),onfocusin:r=>Oe(t,We(r))},
i("caption",{},S(u(t.title)),i("span.count",{},` ${j("tableRows",I.rows.length)}`)),i("thead",{},i("tr",{},e.map((r,s)=>wp(
t,r,s)))),i("tbody",{},n.map(r=>yp(t,e,r))),fp(t,e));return[I.rows.length?null:i("p.hint",{},u("nothingDue")),i("div.tab\
le",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<I.rows.length?i("button.more",{type:"button",id:"figu\
res-more",onclick:()=>{I.most+=500,qt()}},u("more")):null]}function qt(){if(nr.replaceChildren(u("figures")),le.setAttribute(
"aria-label",u("figuresTitle")),!I.open)return;let t=le.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=le,n=Js(),o=[i("div.figures-head",{},i("h2",{},u("figuresTitle")),i("button.wide",{type:"button",id:"figur\
es-wide","aria-pressed":String(I.wide),onclick:()=>Ks(!I.wide)},u(I.wide?"narrowTable":"wideTable")),i("button.close",{type:"\
button",id:"figures-close","aria-label":u("close"),onclick:()=>{I.wide&&Ks(!1),ce(!1),nr.focus()}},"×")),mp()];if(n){let r=Xs(
n);if(!r.includes(I.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];I.sort=s||null,I.down=!!(s&&ot(n.data.columns[s]))}
I.rows=dp(n,I.sort,I.down),o.push(bp(n),fc(n),i("div.table-tools",{},cp(n),bc(n,r,I.rows)),lc(n,I.sort,I.rows),xp(n))}else
o.push(i("p.hint",{},u("nothingShown")));le.replaceChildren(...o.flat(1/0).filter(Boolean)),le.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),Ys(!1)}function Ys(t){if(!I.open)return;let e=Js();if(!e)return;let n=m.chosen&&m.
chosen.layer.table===e.table?m.chosen:null,o=Pn.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;le.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let f=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",f),l.tagName==="TR"&&l.setAttribute("aria-selected",String(f)),t&&
f&&l.tagName==="TR"&&kp(l)});let s=le.querySelector(".chart-note"),a=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...cc(e,I.sort,a))}function kp(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function ce(t){Bt(()=>{I.open=t,t&&A("opened","fig\
ures"),le.hidden=!t,document.body.classList.toggle("figures-open",t),nr.setAttribute("aria-expanded",String(t)),qt()})}function zc(){
nr.addEventListener("click",()=>ce(!I.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&Y.matches&&I.open&&
ce(!1)}),T("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&Y.matches)&&I.open&&ce(!1)}),T("language",qt),T("lay\
ers",qt);for(let t of["year","filter","map"])T(t,qt);T("hover",()=>Ys(!1));for(let t of["chosen","docked"])T(t,()=>Ys(!0))}function Yn(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function or({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Yn);return{code:n||"",zh:Yn(t??""),en:Yn(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Yn),initials:r.map(s=>s.slice(0,1)).join("")}}function vp(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var Sp=3;function Mc({entry:t,fit:e}){
return t.unit&&e<=Sp?0:1}function $c(t,e,n){let o=Yn(e);return o?t.map(r=>({entry:r,fit:vp(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Mc(r)-Mc(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var Qs=document.getElementById("search"),zp=12,Zs=null,tt=[],St=-1;function Mp(){let t=[],e=new Set,n=r=>L.some(s=>s.table===
r&&m.shown[s.number]);Object.keys(k.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=k.tables[r],{search:a}=s,l=a.name?s.
columns[a.name]:null;for(let c=0;c<s.count;c++){let f=l?W(l.values,c):null,d=l?.english?W(l.english,c):null,p=a.code?a.code[c]:
null,h=p?`${p} ${f}`:null;if(f===null&&d===null&&p===null||h&&e.has(h))continue;h&&e.add(h);let g=a.pinyin?W(a.pinyin,c):
null,y=p!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:y,...or({zh:f,en:d,code:p,pinyin:g})})}});for(let r of k.
tasks?.regions??[])Nn(r.code)&&t.push({zone:r,unit:!0,...or(r)});for(let r of k.elsewhere??[])r.zh.forEach((s,a)=>{let l=r.
en?.[a]??null;if(s===null&&l===null)return;let c=r.pinyin[a];t.push({elsewhere:r,row:a,...or({zh:s,en:l,code:null,pinyin:c})})});
return t}function Tc(t){return Zs=Zs||Mp(),$c(Zs,t,zp)}function Lc(t){let e=L.filter(n=>n.table===t);return e.filter(n=>m.
shown[n.number]).pop()||e.find(rn)||e[0]}function Ac(t,e){let n=Object.prototype.hasOwnProperty.call(k.tables,t)&&k.tables[t];
if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,a=Array.from({length:r},(l,c)=>c).find(l=>o.code?.[l]===
e||s&&W(s.values,l)===e);a!==void 0&&ta({table:t,row:a})}function ta(t){if(t.zone){Ec(),A("profile",{table:"zone",code:t.
zone.code});return}if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,a=r[t.row]??s[t.row];window.location.href=`${n}${k.
ending}${ql(o,a)}&lang=${m.lang}`;return}let e=Lc(t.table);Ec(),Nl(e),m.year!==null&&!_r(e,t.row)&&Nt(null),ae(e,t.row,!0,
!0),Y.matches&&ce(!1)}function Ec(){tt=[],St=-1,Jn()}function $p(t){if(t.elsewhere){let{zh:s,en:a,title:l,layer:c}=t.elsewhere,
f=[s[t.row],a?.[t.row]??null].filter(d=>d!==null);return m.lang==="en"&&f.reverse(),[S(f[0],"strong.datum"),f[1]?S(f[1],
"span.other"):null,i("span.of",{},S(u(c)),` · ${u("onMap")} `,S(u(l)))]}if(t.zone){let{code:s,zh:a,en:l}=t.zone;return[
S(u(t.zone),"strong.datum"),S(m.lang==="zh"?l:a,"span.other"),i("span.of",{},`${s} · ${u("profile")}`)]}let e=Lc(t.table),
n=k.tables[t.table],o=n.search.name?n.columns[n.search.name]:null,r=o?.english?W(m.lang==="zh"?o.english:o.values,t.row):
null;return[S(Z(e,t.row),"strong.datum"),r?S(r,"span.other"):null,i("span.of",{},t.code?`${t.code} · `:"",S(u(e.title)),
rn(e)?null:[` · ${u("onMap")} `,S(sn(e))])]}function Jn(){let t=document.getElementById("search-list"),e=document.getElementById(
"search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...tt.map((r,s)=>i("li",{id:`found-${s}`,
role:"option","aria-selected":String(s===St),onmousedown:a=>{a.preventDefault(),ta(r)}},$p(r))));let o=document.getElementById(
"search-none");o.hidden=tt.length>0||!n||St===-2,o.textContent=u("nothingFound"),t.hidden=!tt.length,e.setAttribute("ari\
a-expanded",String(tt.length>0)),St>=0?(e.setAttribute("aria-activedescendant",`found-${St}`),document.getElementById(`f\
ound-${St}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Ep(t){tt=Tc(t.target.
value),St=tt.length?0:-1,Jn(),t.target.value.trim()&&pt(tt.length?j("found",tt.length):u("nothingFound"))}function Tp(t){
let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&tt.length?(t.preventDefault(),St=(St+e+tt.length)%tt.length,Jn()):t.key==="Esca\
pe"&&(t.stopPropagation(),tt.length||(t.target.value=""),tt=[],St=-2,Jn())}function Lp(){let t=document.getElementById("\
search-input");Qs.setAttribute("aria-label",u("search")),Qs.replaceChildren(i("div.field",{},me("search"),i("input",{id:"\
search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"aria-label":`${u("search")}: ${u("searchHint")}`,
"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Ep,
onkeydown:Tp,onblur:()=>{St=-2,tt=[],Jn()}})),i("ul",{id:"search-list",role:"listbox","aria-label":u("search"),hidden:!0}),
i("p",{id:"search-none",hidden:!0}))}function Oc(){Qs.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById(
"search-input");tt.length||(tt=Tc(e.value)),tt.length&&ta(tt[Math.max(0,St)])}),document.addEventListener("keydown",t=>{
t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search\
-input").focus())}),T("language",Lp)}var De={last:"",timer:0,ready:!1},Bc=Vl(L),na=[];function Nc(t){na.push(t)}var Ic=(k.maps??[]).map(t=>t.name);function Rc(){
return Kl(window.location.hash,{keys:Bc,groups:k.groups.length,years:ft,maps:Ic,columns:Object.fromEntries(Object.entries(
k.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function Fc(){let{lat:t,lng:e}=w.getCenter(),n=na.flatMap(o=>o.
write());return Yl({zoom:w.getZoom(),lat:t,lng:e},m,Bc,n,Ic)}function Cc(t){if(t.map!==void 0&&Ko(t.map),t.filter||m.filter.
size){m.filter.clear();for(let[n,o]of t.filter??[])m.filter.set(n,o);A("filter")}t.shown&&L.forEach((n,o)=>{m.shown[o]!==
t.shown[o]&&at(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{uo(o,n)}),Nt(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of na)n.follow(e);t.view&&w.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
A("linked",t.more),t.profile&&A("profile",t.profile),t.find&&Ac(t.find.table,t.find.name),De.ready=!0}function Pc(){!De.
ready||Qo()||(clearTimeout(De.timer),De.timer=setTimeout(()=>{if(!Qo()){De.last=Fc();try{window.history.replaceState(null,
"",De.last)}catch{}}},120))}async function Dc(){let t=window.location.href.split("#")[0]+Fc(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}Pt(()=>[i("h2",{id:"about-title"},u("linkTitle")),i("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),i("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var ea=Rc();function _c(){ea.lang&&(m.lang=ea.lang)}function Uc(){Cc(ea),window.
addEventListener("hashchange",()=>{if(window.location.hash===De.last)return;let e=Rc();e.lang&&e.lang!==m.lang&&(m.lang=
e.lang,A("language")),Cc(e)}),w.on("moveend",Pc);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
T(e,Pc)}var Ap=M.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!Y.matches}),M.DomEvent.disableClickPropagation(
this.box),T("language",()=>this.write()),this.box},write(){let t=new Map;for(let r of Object.values(k.tables).flatMap(s=>s.
sources)){let s=u(r.title);t.get(s)||t.set(s,r.link?r.url:null)}for(let r of k.headlines.flatMap(s=>s.sources.map(u)))t.
has(r)||t.set(r,null);for(let r of[...k.context?.layers??[]].reverse())for(let s of r.sources)t.has(u(s))||t.set(u(s),null);
let e=[[u(k.attribution),null],k.basemap?[u(k.basemap.attribution),null]:["",null],...t].filter(([r])=>r),n=i(k.review?"\
span.review":"span.review.unset",{},u("review"),k.review?S(k.review):u("noReview")),o=i("div.credits",{tabIndex:0},i("sp\
an",{},u("credits")));e.forEach(([r,s],a)=>{o.append(a?"; ":"",s?je(s,r):S(r))}),this.box.replaceChildren(i("summary",{},
n),o)}}),Op=M.Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-say":e,onclick:o},n);return this.box=
i("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>w.zoomIn(1)),t("zoomOut","−",()=>w.zoomOut(1)),t("home",me("home"),Tn)),
M.DomEvent.disableClickPropagation(this.box),T("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=u(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function Cp(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>pt(u("full")))}var Pp=[["measure",()=>Go(
!m.measuring)],["compare",()=>Xo(!Gl())],["full",Cp],["link",Dc],["print",ac]],Bp=M.Control.extend({onAdd(){let t=Pp.filter(
([e])=>e!=="full"||document.fullscreenEnabled);return this.box=i("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>i("butto\
n",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e==="measure"||e==="compare"?"false":null},me(e)))),M.DomEvent.
disableClickPropagation(this.box),T("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(
t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});function jc(){let t=new Ap({position:"\
bottomright"}).addTo(w);return new Op({position:Y.matches?"bottomright":"topright"}).addTo(w),new Bp({position:"topright"}).
addTo(w),M.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(w),document.addEventListener("fullscree\
nchange",()=>w.invalidateSize({animate:!1})),t.box}var Hc=ct("gisplan-counts",588);Hc.classList.add("leaflet-zoom-hide");var Xn=16;function Np(t,e){let[n,o]=[t/2+e*.5,Xn/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Xn/2-e-2],[0,Xn/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function Wc(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function Gc(){let t=L.filter(r=>r.geometry==="point"&&m.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:w.latLngToLayerPoint(s.point),count:q(r,s).length,radius:Q[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:a,own:l})=>{let c=String(s),f=8+7*c.length,d=Np(f,a).map(([y,b])=>[r.x+y-f/2,r.y+b-Xn/2,r.x+y+f/2,r.y+b+Xn/2]),p=d.
filter(y=>n.every(b=>Wc(y,b))),h=p.find(y=>e.every((b,x)=>x===l||Wc(y,b)))||p[0]||d[0];n.push(h);let g=i("span.mark-coun\
t",{"aria-hidden":"true"},c);return g.style.width=`${f}px`,M.DomUtil.setPosition(g,M.point(Math.round(h[0]),Math.round(h[1]))),
g});Hc.replaceChildren(...o)}function Vc(){w.on("zoomend viewreset resize",Gc);let t=["language","layers","year","kept",
"filter","paper"];for(let e of t)T(e,Gc)}var qc="#7a0177",Ip={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},Rp=2e7,rt={name:"",
content:null,datum:"wgs84",result:null,fault:null},ue=null;function Fp(t){let e=t.trim(),n=new Map;for(let a of L)a.geometry!==
"polygon"||!a.data.search.code||a.data.search.code.forEach((l,c)=>{let f=a.data.columns[a.data.search.name],d=[f?.values,
f?.english].filter(Boolean).map(g=>Array.isArray(g)?g[c]:g.words[g.of===0?0:g.of[c]]).filter(Boolean),p=d.filter(g=>g.length>
2).map(g=>g.slice(0,-1)),h=d.some(g=>e.length>g.length&&e.endsWith(g));(l===e||d.includes(e)||p.includes(e)||h)&&a.places[c]?.
anchor&&n.set(l,a.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var Dp=(t,e)=>{let[n,o,r,s]=k.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function Kc(){let{content:t}=rt;
t&&(rt.result=t.features?To(t.features,rt.datum):Eo(t.rows,rt.datum,{readCoordinate:e=>be(e,Dp),unitOf:Fp}),Up())}function _p(t){
let e=i("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
i("dt",{},S(n)),i("dd",{dir:"auto"},r))}return i("div.identify",{},S(rt.name,"span.kicker"),S(t.name,"strong.datum"),e,i(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function Up(){ue.clearLayers();let{taken:t,shapes:e=[]}=rt.
result;for(let o of e)M.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:qc,weight:2,fillOpacity:.12}}).addTo(ue);
for(let o of t){let r=Le(o.exact?"site":"county",qc),s=parseFloat(r.style.getPropertyValue("--size")),a=M.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:M.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(ue),
l=c=>Ce(a.getLatLng(),()=>_p(o),c);a.on("click",()=>l(!1)),a.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),a.
getElement().setAttribute("aria-label",o.name)}let n=ue.getLayers().length?M.featureGroup(ue.getLayers()).getBounds():null;
n?.isValid()&&w.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function Yc(t,e){Object.assign(rt,{name:t,content:null,
result:null,fault:null}),ue.clearLayers();try{if(e.length>Rp)throw new Error("large");rt.content=await Lo(e),Kc(),pt(j("\
ownTaken",rt.result.taken.length))}catch(n){rt.fault=n.message==="large"?"ownLarge":"ownUnread"}rr()}async function Jc(t){
t&&await Yc(t.name,new Uint8Array(await t.arrayBuffer()))}function jp(){if(rt.fault)return i("p.fault",{role:"alert"},u(
rt.fault));if(!rt.result)return null;let{taken:t,refused:e,shapes:n=[]}=rt.result;return[i("h3",{},S(rt.name)),i("p",{id:"\
own-taken"},j("ownTaken",t.length),n.length?` ${j("ownShapes",n.length)}`:"",e.length?` ${j("ownRefused",e.length)}`:""),
e.length?i("ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>i("li",{},j("ownRow",o),u(r)))):null,i("div\
.row",{},k.evaluate&&t.length?i("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").
close(),A("bring",t)}},u("ownCandidates")):null,i("button",{type:"button",id:"own-clear",onclick:()=>{ue.clearLayers(),Object.
assign(rt,{name:"",content:null,result:null,fault:null}),rr()}},u("ownClear")))]}function Wp(){return[i("h2",{id:"about-\
title"},u("own")),i("p.lead",{},u("ownHint")),i("label.field",{},u("ownDatum")," ",i("select",{id:"own-datum",onchange:t=>{
rt.datum=t.target.value,Kc(),rr()}},Di.map(t=>i("option",{value:t,selected:t===rt.datum},u(Ip[t])))))," ",i("label.load",
{},u("ownFile"),i("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>Jc(t.
target.files[0])})),i("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),i("button",
{type:"button",id:"own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&Yc(u("ownPasted"),new TextEncoder().
encode(t))}},u("ownTake")),i("div.own-result",{},jp())]}function rr(){Pt(Wp)}function Xc(){w.createPane("gisplan-own").style.
zIndex=587,ue=M.layerGroup().addTo(w);let t=i("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:rr});
document.getElementById("about-open").before(t),T("language",()=>{t.replaceChildren(i("span.long",{},u("own")),i("span.s\
hort",{},u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes(
"Files")&&(n.preventDefault(),e==="drop"&&Jc(n.dataTransfer.files[0]))})}function Gp(t){let e=[u(t.publisher),t.date].filter(Boolean),n=i("li",{},S(u(t.title)));for(let o of e)n.append(" · ",S(
o));return t.url&&n.append(" · ",t.link?je(t.url,t.url):S(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},u(t.note))),
n}function Hp(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=i("dl.values"),o=(s,...a)=>n.append(i("dt",{},u(s)),
i("dd",{},...a));u(t.vintage)&&o("vintage",S(u(t.vintage))),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(Gp))),
u(t.licence)&&o("licence",S(u(t.licence))),e.length&&o("meaning",i("ul.plain",{},e.map(s=>i("li",{},S(u(s.title),"strong\
.datum"),s.derived?nt():null," ",S(u(s.meaning))))));let r=k.maps?[...new Set(L.filter(s=>s.data===t).map(sn))]:[];return r.
length&&o("maps",r.map((s,a)=>[a?"；":"",S(s)])),i("section",{},i("h3",{dir:"auto"},u(t.title)),i("p",{dir:"auto"},u(t.
description)),n)}function Zc(){return[i("h2",{id:"about-title"},u("about")),i("p.lead",{dir:"auto"},u(k.description)),Object.
values(k.tables).map(Hp),i("p.software",{},u("software"))]}var tu=document.getElementById("about-open"),sr=document.getElementById("language");function Qc(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en";let t=Ie();document.title=k.maps?`${u(t.title)} · ${u(k.title)}`:u(k.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}tu.replaceChildren(...ao(
"about")),sr.replaceChildren(u("language")),sr.setAttribute("aria-label",u("languageHint")),sr.lang=m.lang==="zh"?"en":"\
zh-CN",w.getContainer().setAttribute("role","main"),w.getContainer().setAttribute("aria-label",u("map"))}function eu(){tu.
addEventListener("click",()=>Pt(Zc)),sr.addEventListener("click",()=>{Bt(()=>{m.lang=m.lang==="zh"?"en":"zh",A("language")})}),
T("language",Qc),T("map",Qc)}function Vp(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?i("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):N("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},N("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function nu(){return wt.length?i("fieldset.context",{},i("legend",{},u("context")),[...wt].reverse().
map(t=>{let e=`context-${t.name}`;return i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:jt(
t),onchange:n=>qa(t,n.target.checked)}),i("label",{for:e,dir:"auto"},S(u(t.title))),Vp(t)))})):null}var oa=document.getElementById("panel"),ra=document.getElementById("panel-toggle");function qp(t,e){return i("input",{type:"\
checkbox",id:e,checked:m.shown[t.number],onchange:n=>at(t,n.target.checked)})}function Kp(t,e){return i("input",{type:"r\
adio",name:"theme",id:e,checked:m.shown[t.number],title:u("oneTheme"),onclick:()=>at(t,!m.shown[t.number])})}function Yp(t){
let e=`layer-${t.number}`,n=i("div.layer",{},i("div.layer-head",{},te(t)?Kp(t,e):qp(t,e),i("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?en(t.style):null)),o=Uo(t);return o.children.length&&(o.hidden=!m.shown[t.number],n.append(
o)),n}function Jp(t,e){return i("label.opacity",{title:u("opacity")},i("span",{"aria-hidden":"true"},u("opacityShort")),
i("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),i("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*m.opacity[e]),oninput:n=>uo(e,n.target.valueAsNumber/100)}))}function ou(){let t=document.activeElement?.
id;oa.setAttribute("aria-label",u("layers")),oa.replaceChildren(...Ie().groups.map(e=>[k.groups[e],e]).map(([e,n])=>i("f\
ieldset",{style:{"--group":m.opacity[n]}},i("legend",{dir:"auto"},u(e.title)),Jp(e,n),[...e.layers].reverse().map(o=>Yp(
L[o])))).reverse(),nu()??""),ra.replaceChildren(...ao("layers")),t&&oa.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function Zn(t){document.body.classList.toggle("panel-open",t),ra.setAttribute("aria-expanded",String(t)),t&&A(
"opened","panel"),w.invalidateSize({animate:!1})}function Xp(){for(let t of L){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=m.shown[t.number])}}
function Zp(){m.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function ru(){ra.addEventListener("click",()=>Zn(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&Y.matches&&Zn(!1)}),T("opened",t=>{t!==
"panel"&&Y.matches&&Zn(!1)}),T("language",ou);for(let t of["year","kept","filter","map"])T(t,ou);T("layers",Xp),T("view",
Zp)}var fe=document.getElementById("profile"),sa=40,Qp=[40,20,10,5,3,1],tm=[10.5,9.5,8.75,8];function em(t,e,n){let o=i("dl.\
values");for(let{name:r,column:s,value:a}of Bn(t,n))o.append(i("dt",{},S(u(s.title)),s.derived?nt():null),i("dd",{dir:"a\
uto"},ut(s,a,e,r)));return o}function nm(t,e){la(),ae(t,e,!0,!1)}function om({layer:t,rows:e}){let n=t.popup.filter(s=>t.
data.columns[s]).slice(0,5),o=s=>i("th",{scope:"col"},u(t.data.columns[s].title)),r=s=>i("tr",{},n.map((a,l)=>{let c=t.data.
columns[a],f=Bn(t.data,s,[a])[0]?.value??null,d=it(c,f,t,a);return l?i("td",{dir:"auto"},d):i("th",{scope:"row"},i("butt\
on",{type:"button",dir:"auto",onclick:()=>nm(t,s)},d))}));return i("table",{},i("thead",{},i("tr",{},n.map(o))),i("tbody",
{},e.slice(0,sa).map(r)))}function su(t){return i("p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",i("button",{type:"\
button",onclick:()=>iu(e.table,e.data.search.code[n])},Z(e,n))]))}function ar(t,...e){return i("section",{},i("h3",{},t),
e)}function rm({layer:t,rows:e,vague:n}){let o=ar([S(u(t.data.title)),i("span.count",{},` ${j("items",e.length)}`)],e.length?
om({layer:t,rows:e}):null,i("p.note.left-out",{}),n?i("p.note",{},j("vague",n)):null);return o.dataset.rows=String(e.length),
o}function sm(t){let e=t.flatMap(n=>n.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[
...new Set(e)].join("；")}function am({table:t,code:e}){let n=tl(t,e),o=n?null:Nn(e);if(!n&&!o)return null;let r=n?Z(n.
layer,n.row):u(o),a=L.filter((p,h)=>p.data.search.code&&L.findIndex(g=>g.table===p.table)===h).map(p=>({layer:p,row:p.data.
search.code.indexOf(e)})).filter(p=>p.row>=0&&Bn(p.layer.data,p.row).length),l=n?el(n.layer,n.row):rl(o),c=n?nl(e):[],f=n?
ol(n.layer,n.row):[],d=n?a:l.flatMap(p=>p.rows.map(h=>({...p,row:h})));return[i("div.profile-head",{},i("h2",{id:"profil\
e-title"},S(r)," ",i("small",{},e)),i("div.row",{},i("button",{type:"button",id:"profile-print",onclick:()=>window.print()},
u("printA4")),i("button",{type:"button",id:"profile-save",onclick:()=>im(r,d)},"XLSX"),i("button.close",{type:"button",id:"\
profile-close","aria-label":u("close"),onclick:la},"×"))),o?i("p.note",{},u("zoneHint")):null,a.map(p=>ar(S(u(p.layer.data.
title)),em(p.layer.data,p.layer,p.row))),l.map(rm),c.length?ar(u("units"),su(c)):null,f.length?ar(u("neighbours"),su(f)):
null,i("p.note",{},u("credits"),sm([...a,...l].map(p=>p.layer.data)))]}function im(t,e){let n=[[u("source"),u("item"),u(
"value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of e)for(let{name:a,column:l,value:c}of Bn(r.data,s))n.push([u(r.
data.title),u(l.title),ot(l)?c:it(l,c,r,a),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);Ot(`${Mn(t)}.xlsx`,"application\
/vnd.openxmlformats-officedocument.spreadsheetml.sheet",tr(t,n))}function aa(){let t=m.profile&&am(m.profile);if(fe.hidden=
!t,document.body.classList.toggle("profile-open",!!t),!t){m.profile=null;return}fe.setAttribute("aria-labelledby","profi\
le-title"),fe.replaceChildren(...i("div",{},t).childNodes),ia(sa)}function lm(){document.body.classList.add("profile-pap\
er");let t=()=>fe.scrollWidth<=fe.clientWidth+1;for(let e of Qp){ia(e);for(let n of tm)if(fe.style.setProperty("--letter\
s",`${n}px`),t())return}au()}function ia(t){for(let e of fe.querySelectorAll("section")){let n=[...e.querySelectorAll("t\
body tr")];for(let[s,a]of n.entries())a.hidden=s>=t;let o=Number(e.dataset.rows??0)-Math.min(t,n.length),r=e.querySelector(
".left-out");r&&(r.textContent=o>0?j("leftOut",o):"")}}function au(){document.body.classList.remove("profile-paper"),ia(
sa)}function iu(t,e){m.profile={table:t,code:e},aa(),fe.scrollTop=0,document.getElementById("profile-close")?.focus(),A(
"view")}function la(){m.profile&&(m.profile=null,aa(),A("view"))}function lu(){window.addEventListener("beforeprint",()=>{
m.profile&&lm()}),window.addEventListener("afterprint",au),T("language",aa),T("profile",({table:t,code:e})=>iu(t,e)),document.
addEventListener("keydown",t=>{t.key==="Escape"&&m.profile&&la()})}var Qn={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},cu={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function P(t){return u(Qn[t])}function _e(t,e){let n=Xt(e);return u({zh:cu[t].zh(
n),en:cu[t].en(n)})}function ir(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function uu(t){return u({zh:`${t} ${Qn.dueBy.zh}`,en:`${Qn.dueBy.
en}${t}`})}function fu(t){return u({zh:`${Qn.asOf.zh}：${t}`,en:`${Qn.asOf.en} ${t}`})}var ln=["met","partly","short","undecided","awaiting"],$t="overdue",to="aims",cm=["target","milestone"],um=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],eo=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function du(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return um.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function ca(t,e){let n=du(e);if(!n)return[];let o=t.
map(s=>s.names.map(du)),r=s=>o.map((a,l)=>a.some(s)?l:-1).filter(a=>a>=0);for(let s of[a=>a===n,a=>a===`省${n}`,a=>n.length>
1&&a.includes(n)]){let a=r(s);if(a.length)return a}return[]}function pu(t,e){let n=W(t,e);return n?n.split(" ").map(Number):
[]}function mu({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,a=(c,f)=>r[c]?W(r[c].values,f):null,l=(c,f)=>r[c]?
[a(c,f),r[c].english?W(r[c].english,f):null]:[];return Array.from({length:s},(c,f)=>({row:f,item:a("item",f),kind:a("kin\
d",f),state:a("state",f),year:a("year",f),due:a("due",f),lead:pu(e,f),cooperate:pu(n,f),regions:new Map((W(o,f)||"").split(
" ").filter(Boolean).map(d=>d.split(":")).map(([d,p])=>[Number(d),p])),words:[...l("name",f),a("clause",f),a("item",f),a(
"text_zh",f)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function lr(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function ua(t){return cm.
includes(t.kind)}function fm(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(ca(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(f=>c.some(d=>f[d].some(p=>l.has(p))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===to?ua(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let a=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);a.push(c=>c.regions.has(l))}return t.mark&&o&&a.push(l=>o.has(l.row)),{found:r,here:a}}function fa(t,e,n){
let{found:o,here:r}=fm(e,n),s=f=>!e.states.length||e.states.includes(f.state)||e.states.includes($t)&&lr(f,n.day),a=f=>t.
filter(d=>f.every(p=>p(d))),l=a([...o,...r]),c=e.due?fa(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:a(
[...o,s]),list:dm(l.filter(s))}}function dm(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function cr(t,e){
let n=Object.fromEntries([...ln,$t].map(o=>[o,0]));for(let o of t)n[o.state]++,lr(o,e)&&n[$t]++;return n}function hu(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(a=>a.year===o+s)}))}var pm=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function da(t){return pm.test(t)}function gu(t,{regions:e,kinds:n,years:o,rows:r}){let s=(a,l)=>{let c=t.get(a)??"";return l(
c)?c:""};return{...eo,unit:(t.get("unit")??"").slice(0,80),role:s("role",a=>["lead","cooperate"].includes(a)),region:s("\
region",a=>e.some(l=>l.code===a)),due:s("due",a=>a==="none"||o.map(String).includes(a)),kind:s("kind",a=>a===to||n.includes(
a)),states:(t.get("state")??"").split(" ").filter(a=>[...ln,$t].includes(a)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",a=>{let[l,c,...f]=a.split(".");return!f.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",da)}}function pa(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var cn=k.tasks,It=cn?mu(cn):[],Et=cn?.table,no=cn?.units??[],Tt=cn?.regions??[],ma=Object.assign(Object.create(null),cn?.
rows),un=Object.keys(ma),ha=[...new Set(It.map(t=>t.year))].filter(Boolean).sort(),ga=[...new Set(It.map(t=>t.kind))],C={
open:!1,asked:eo,found:null,chosen:null};function ur(t,e){let n=ma[t]?W(ma[t],e):"";return n?n.split(" ").map(Number):[]}
function Rt(){return C.asked.asOf||Ze()}function oo(t){let[e,n]=t.split("."),o=_t[e]?.[Number(n)];return o?{name:e,place:o}:
null}function de(t){C.asked={...C.asked,...t};let e=C.asked.mark?oo(C.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(
o=>ur(e.name,o)));C.found=fa(It,C.asked,{units:no,regions:Tt,marked:n,day:Rt()}),A("tasks")}var mm={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},yu=60,hm=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],fn=yu;
function ro(t){return i(`span.sign.state-${t}`,{"aria-hidden":"true"},mm[t])}function dn(t,e){return it(Et.columns[t],e)}
function Ft(t){if(t.state===$t)return P("overdue");let e=lr(t,Rt())?`${u({zh:"，",en:", "})}${P("overdue")}`:"";return dn(
"state",t.state)+e}function X(t,e){return Et.columns[t]?V(Et,t,e):null}function wa(t){let e=X("form",t.row),n=dn("kind",
t.kind);return e?`${n} · ${dn("form",e)}`:n}function gm(t){let e=[...t.regions].filter(([,n])=>n==="place");return ir((e.
length?e:[...t.regions]).map(([n])=>u(Tt[n])),4)}function wu(t){let e=X("value",t);if(e==null)return null;let n=X("measu\
re_unit",t)??"";return`${ut(Et.columns.value,e)} ${n}`.trim()}function wm(t,e){let n=i("dl.values"),o=(s,...a)=>{n.append(
i("dt.wide",{},S(s)),i("dd.wide",{dir:"auto"},...a))},r=X("text_zh",t.row);r&&o(u(Et.columns.text_zh.title),i("blockquot\
e",{lang:"zh-CN"},r));for(let s of hm){let a=X(s,t.row);if(s==="lead"&&!a&&o(u(Et.columns.lead.title),P("noLead")),s==="\
evidence"&&wu(t.row)&&o(P("known"),wu(t.row)),a==null)continue;let l=ut(Et.columns[s],a);o(u(Et.columns[s].title),s==="u\
rl"?je(a,a):l)}return t.regions.size&&o(P("about"),gm(t)),[n,e?i("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
P("onMap")):i("p.hint",{},P("noPlace"))]}function ym(t,{open:e,place:n}){let o=C.chosen===t.row,r=`task-${t.row}`,s=X("l\
ead",t.row);return i(o?"li.task.opened":"li.task",{"data-item":t.item},i("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},ro(t.state),i("span.what",{},S(X("name",t.
row),"span.heading"),i("span.facts",{},i("strong",{},Ft(t)),` · ${wa(t)} · `,S(X("clause",t.row)),s?[" · ",S(s)]:null))),
o?i("div.details",{id:`${r}-details`},wm(t,n(t))):null)}function bu(t,e){if(!t.length)return[i("p.hint",{},P("nothing"))];
let n=t.findIndex(a=>a.row===C.chosen);n>=fn&&(fn=n+1);let o=[],r,s;for(let a of t.slice(0,fn)){if(a.year!==r||!s){r=a.year;
let l=t.filter(c=>c.year===r);s=i("ul.tasks"),o.push(i("h3",{},r?uu(r):P("undated"),i("span.count",{},` ${_e("tasks",l.length)}`)),
s)}s.append(ym(a,e))}return t.length>fn&&o.push(i("button.more",{type:"button",id:"tasks-more",onclick:()=>{fn+=200,e.again()}},
u("more"))),o}function xu(){fn=yu}var ku={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},pn=M.
layerGroup();function vu(t){return t.geometry==="polygon"?t.data.search.code:null}function Su(t){for(let e of L){let n=vu(
e)?.indexOf(t)??-1,o=n<0?null:lt(e,n);if(o)return{layer:e,place:o}}return null}function zu(t){let e=un.map(n=>L.find(o=>o.
table===n)).sort((n,o)=>Number(m.shown[o.number])-Number(m.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,a)=>a).filter(s=>ur(n.table,s).includes(t.row)).map(s=>lt(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>Su(Tt[n].code)).filter(Boolean)}function Mu({
layer:t,place:e}){return e.point?M.circleMarker(e.point,{...ku,radius:Q[e.precision]+6}).addTo(pn):M.polygon(e.parts,ku).
addTo(pn),t}function mn(t){if(pn.clearLayers(),!t)return!1;let e=zu(t);return e.forEach(Mu),e.length>0}function $u(t){let e=zu(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!m.shown[n.number]&&at(n,!0),mn(t),Ln(o,!1)}:null}
function Eu(t){pn.clearLayers();let e=t?Su(t):null;e&&(Mu(e),Ln(e.place,!1))}function bm({layer:t,place:e,row:n}){if(un.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=vu(t)?.[n];if(!o)return null;let r=a=>Tt.
some(l=>l.code===a);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function xm(){let t=!C.open||!C.found,e=new Set(
t?[]:C.found.anyPlace.map(o=>o.row)),n=!1;for(let o of un){let r=L.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,f)=>f).filter(c=>ur(o,c).some(f=>e.has(f))),a=t||s.length===r[0].data.count?void 0:new Set(s),l=m.kept[o];km(l,
a)||(m.kept[o]=a,r.forEach(_n),n=!0)}n&&A("kept")}function km(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function Tu(){pn.addTo(w),T("tasks",xm),T("chosen",()=>{let t=m.chosen&&bm(m.chosen);t&&(pn.clearLayers(),
de(t))})}var fr=null;function vm(t){return[[X("said_by",t.row),X("said_on",t.row)].filter(Boolean).join(" "),X("evidence",t.row),
t.state==="awaiting"?null:X("reason",t.row),X("note",t.row),X("found",t.row)].filter(Boolean).join(`
`)}function Sm(t){let e=X("asked",t.row),n=X("text_zh",t.row);return[S(X("name",t.row)+(e?` · ${e}`:"")),n?i("blockquot\
e",{lang:"zh-CN"},n):null]}function zm(t){return i("table",{},i("thead",{},i("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>i("th",{scope:"col"},P(n))))),i("tbody",{},t.map(n=>i("tr",{},i("td",{},S(X("clause",n.row))),
i("td",{},n.year?String(n.year):""),i("td",{},wa(n)),i("td",{},Sm(n)),i("td",{},S(X("lead",n.row)??"—")),i("td",{},Ft(
n)),i("td.basis",{dir:"auto"},vm(n))))))}function Mm(t,e){dr();let n=k.tables[Object.keys(k.tables)[0]]?u(k.attribution):
"";fr=i("section",{id:"tasks-sheet"},i("h1",{},P("title")),i("p",{},e),i("p",{},`${_e("tasks",t.length)} · ${fu(Rt())}`),
zm(t),i("p.foot",{},`${u(k.title)} · ${u("printed")}${Ze()} · ${n}`),i("button.sheet-back",{type:"button",onclick:dr},
P("back"))),document.body.classList.add("printing-list"),document.body.append(fr)}function dr(){fr?.remove(),fr=null,document.
body.classList.remove("printing-list")}function Lu(t,e){Mm(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function Au(){window.addEventListener("afterprint",dr),document.addEventListener("keydown",t=>{t.key==="Escape"&&
dr()})}var Kt=0;function Ou(t,e){let n=hu(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Kt=Math.min(Kt,o.length-1);let r=o.
findIndex(c=>c.row===C.chosen);r>=0&&(Kt=r);let s=[],a=c=>{let f=V(Et,"name",c.row),d=`${c.year} · ${f} · ${Ft(c)}`,p=i(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Kt?0:-1,title:d,"aria-label":d,
"aria-current":c.row===C.chosen?"true":null,onclick:()=>e(c.row)},ro(c.state));return s.push(p),p},l=c=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],d=c.key==="Home"?0:c.key==="End"?s.length-1:f&&Kt+f;d===void 0||!s[d]||(c.preventDefault(),
s[Kt].tabIndex=-1,Kt=d,s[Kt].tabIndex=0,s[Kt].focus())};return i("section.moments",{},i("h3",{id:"timeline-title"},P("ti\
meline")),i("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:f})=>i(f.length?"div.of-year":"div.of-year.none",{},i("div.dots",{},f.map(a)),i("span.year",{},String(
c))))),i("p.hint",{id:"timeline-hint"},P("timelineHint")),i("details",{},i("summary",{},P("timelineData")),i("div.scroll",
{tabIndex:0,role:"region","aria-label":P("timelineData")},$m(n))))}function $m(t){let e=[...ln,$t],n=(o,r)=>{let s=cr(r,
Rt());return i("tr",{},i("th",{scope:"row"},o),i("td",{},String(r.length)),e.map(a=>i("td",{},String(s[a]))))};return i(
"table",{id:"timeline-table"},i("caption.unseen",{},P("timeline")),i("thead",{},i("tr",{},i("th",{scope:"col"},P("year")),
i("th",{scope:"col"},P("sum")),e.map(o=>i("th",{scope:"col"},S(Ft({state:o})))))),i("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(P("sum"),t.flatMap(o=>o.tasks))))}var mr=i("aside",{id:"tasks",hidden:!0}),ya=i("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),hn=i("div.results"),ba=i(
"div.tasks-body",{},ya,hn),hr=i("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>so(!C.open)});function so(t){Bt(()=>{C.open=t,t&&A("opened","tasks"),mr.hidden=!t,document.body.classList.toggle(
"tasks-open",t),hr.setAttribute("aria-expanded",String(t)),t||mn(null),de({})})}function Yt(t){xu(),de(t)}function Ue(t,e,n){
return i("div.field",{},i("label",{for:`tasks-${t}`},P(t)),e,n??null)}function pr(t,e,n){let o=C.asked[t];return i("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>i("option",{value:r,selected:r===o},s)))}function Em(){
let t=no.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[i("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:C.asked.unit,placeholder:P("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>Yt({unit:e.target.value}),"\
data-list":"tasks-units"}),i("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>i("option",{value:e})))]}function Tm(){
let t=[["",P("all")]];return Tt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of Tt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function xa(){let t=ya.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>Yt({[r]:s}),[n,o]=Em();n.setAttribute("list","tasks-units"),ya.replaceChildren(Ue("unit",n,i("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Ue("role",pr("role",[["",P("anyRole")],["lead",P("lead")],["cooperate",P("cooperate")]],
e("role"))),Ue("region",pr("region",Tm(),r=>{Yt({region:r,mark:""}),Eu(r)})),Ue("due",pr("due",[["",P("all")],...ha.map(
r=>[String(r),String(r)]),["none",P("noYear")]],e("due"))),Ue("kind",pr("kind",[["",P("all")],[to,P("aims")],...ga.map(r=>[
r,dn("kind",r)])],e("kind"))),Ue("words",i("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:C.
asked.words,oninput:r=>Yt({words:r.target.value})})),Ue("asOf",i("input",{id:"tasks-asOf",type:"date",value:Rt(),onchange:r=>Yt(
{asOf:da(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Pu(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=C.asked,n=ca(no,e),o=a=>{let l=a.now&&u(a.now)!==u(a),c=u({zh:"（",en:" ("}),
f=u({zh:"）",en:")"});return u(a)+(l?c+P("now")+u(a.now)+f:"")},r=n.map(a=>o(no[a])),s=n.length&&!It.some(a=>Lm(a,n));t.
textContent=e.trim()?n.length?(s?P("unnamed"):"")+ir(r,4):P("noUnit"):""}function Lm(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function Am(){let t=cr(C.found.anyState,Rt()),e=C.asked.states;return i("div.states",{role:"\
group","aria-label":P("state")},[...ln,$t].map(n=>i(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>Yt({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===$t?null:ro(n),
i("span",{},Ft({state:n}))," ",i("strong",{},String(t[n])))))}function Om(){let{list:t}=C.found,e=t.filter(ua).length;return i(
"p.sum",{role:"status",id:"tasks-sum"},i("strong",{},_e("tasks",t.length)),e&&e<t.length?i("span.count",{},` ${_e("aims",
e)}`):null)}function Cm(){let t=C.asked.mark&&oo(C.asked.mark);if(!t)return null;let e=L.find(n=>n.table===t.name);return i(
"p.marked",{},P("marked"),S(ve(e,t.place)),i("button",{type:"button",id:"tasks-unmark","aria-label":P("unmark"),onclick:()=>Yt(
{mark:""})},"×"))}function Pm(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:a}=C.asked,l=C.asked.mark&&oo(C.
asked.mark);return[t.trim(),e&&P(e),n&&u(Tt.find(f=>f.code===n)),l&&ve(L.find(f=>f.table===l.name),l.place),o&&(o==="non\
e"?P("noYear"):o),r&&(r===to?P("aims"):dn("kind",r)),...s.map(f=>Ft({state:f})),a.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||P("all")}function Bm(){let t=pa(C.asked).length>0;return i("div.tools",{},i("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{C.chosen=null,mn(null),Yt(eo),xa(),Pu(),document.getElementById("tasks-unit").focus()}},
P("clear")),i("button",{type:"button",id:"tasks-print",onclick:()=>Lu(C.found.list,Pm())},P("print")))}function Cu(t){C.
chosen=C.chosen===t?null:t;let e=C.chosen===null?null:It[t];mn(e),e&&!C.found.list.includes(e)?de({states:[],due:""}):A(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),pt(`${X("name",t)}, ${Ft(e)}`))}function ka(){if(!C.open)return;let t=hn.contains(document.activeElement)?
document.activeElement.id:null,e=hn.querySelector("details")?.open??!1,{scrollTop:n}=ba,o={open:Cu,place:$u,again:ka},r=[
Cm(),Am(),Om(),Bm(),Ou(C.found.anyYear,Cu),...bu(C.found.list,o)];hn.replaceChildren(...r.filter(Boolean)),e&&hn.querySelector(
"details")&&(hn.querySelector("details").open=!0),ba.scrollTop=n,t&&document.getElementById(t)?.focus(),Pu()}function Nm(){
let t=document.getElementById("tasks-region");t&&t.value!==C.asked.region&&(t.value=C.asked.region)}function Im(){hr.replaceChildren(
P("tasks")),mr.setAttribute("aria-label",P("title")),mr.replaceChildren(i("div.tasks-top",{},i("h2",{},P("title")),i("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{so(!1),hr.focus()}},"×")),ba),xa(),ka()}
function Rm(t){let n=gu(t,{regions:Tt,kinds:ga,years:ha,rows:un});n.mark&&!oo(n.mark)&&(n.mark="");let o=t.get("item"),r=It.
find(a=>a.item===o);C.asked=n,C.chosen=r?r.row:null;let s=t.has("tasks");xa(),s!==C.open?so(s):de({}),mn(s?r:null)}function Fm(){
if(!C.open)return[];let t=C.chosen===null?[]:[["item",It[C.chosen].item]];return[["tasks","1"],...pa(C.asked),...t]}function Bu(){
It.length&&(document.getElementById("tools").prepend(hr),document.getElementById("panel").after(mr),C.found=null,Tu(),Au(),
de({}),Nc({write:Fm,follow:Rm}),window.gisplanTasks={view:C,tasks:It,ask:Yt},T("language",Im),T("tasks",()=>{Nm(),ka()}),
T("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&Y.matches)&&C.open&&so(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&Y.matches&&C.open&&so(!1)}))}function Nu(...t){Ca(k),_c(),k.basemap&&zl(k.basemap),oc(),Zi(),ll(),bl(),El(jc()),Object.assign(Se,{prefectures:L.find(
e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>Qt(e,M.latLng(n,o))}),Il(),ru(),zc(),Oc(),yl(),Hl(),
Xc(),lu(),ic(),ji(),eu(),Sl(),Ja(),_a(),Vc(),Bu();for(let e of t)e(k);A("language"),Zn(!Y.matches),ce(window.matchMedia(
"(min-width: 1180px)").matches&&vc()),Tn(),Uc(),ie(),window.gisplan={map:w,data:k,state:m,layers:L,places:_t,setYear:Nt,
geodesicLength:mt,geodesicArea:fo}}Nu(Pl);
})();
