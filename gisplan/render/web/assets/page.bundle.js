// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 28c78326e4eeba83072b9c8460dd0ed19980cb7f4e8c134d3783ce076059d81a
// bundle 98589d077354e0392c4711eab831857d387b5b4f35e56345f7383122b2555901 esbuild 0.28.2
(async()=>{"use strict";
async function rc(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var Bo=document.getElementById("gisplan-data"),y=JSON.parse(Bo.dataset.packed?await rc(Bo.textContent):Bo.textContent);for(let t of Object.
values(y.tables??{}))for(let[e,n]of Object.entries(t))n?.same&&(t[e]=y.tables[n.same][e]);var ps=["",1],ds=[["亿",1e8],["万",1e4]],sc=10,ms=2,hs={digits:null,myriads:!0},gs={digits:3,myriads:!0};function Lt(t){
return(t<1e21?String(t):String(BigInt(t))).replace(/\B(?=(\d{3})+$)/g,",")}function No(t,e){if(t>=1e21)return Lt(t);let[
n,o]=t.toFixed(e).split("."),r=(o||"").replace(/0+$/,"");return Lt(Number(n))+(r?`.${r}`:"")}function Io(t,{digits:e}){let n=Math.
abs(t);if(!e)return n;let o=e,r=Number(n.toPrecision(o));for(;n<100&&r>=100&&o<12;)o+=1,r=Number(n.toPrecision(o));return r}
function ws(t,{digits:e,myriads:n},o){let r=e?1:sc;return(n&&o==="zh"?ds:[]).find(i=>t>=r*i[1])??ps}function ic(t,e,n){let o=t.
map(l=>Io(l,e)).filter(Boolean),r=o.map(l=>ws(l,e,n)),s=(l,c)=>l>=c&&Number.isInteger(l/c*10**ms),i=([,l])=>o.every((c,f)=>r[f][1]>=
l||s(c,l));return ds.find(l=>r.includes(l)&&i(l))??ps}function ac(t){return Number.isInteger(t)?Lt(t):t>=1?No(t,t>=1e3?1:
2):No(Number(t.toPrecision(3)),10)}function ys(t,e,[n,o]){let r=Io(t,e),s=r/o,i="0";return r&&!e.digits&&!n?i=ac(r):r&&(i=
No(s,e.digits?lc(s):ms)+n),t<0&&i!=="0"?`−${i}`:i}function lc(t){let[e,n]=String(t).split("e"),o=(e.split(".")[1]||"").
length-Number(n||0);return Math.min(10,Math.max(0,o))}function ct(t,e=hs,n="en"){return ys(t,e,ws(Io(t,e),e,n))}function bs(t,e=hs,n="\
en"){let o=[...new Set(t)];for(let r=0;;r+=1){let s={...e,digits:e.digits?e.digits+r:e.digits},i=ic(o,s,n),l=o.map(c=>ys(
c,s,i));if(!e.digits||r===12||new Set(l).size===o.length)return new Map(o.map((c,f)=>[c,l[f]]))}}function Ro(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${ct(Number((t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function xs(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[ct(Number((t/n).toFixed(2))),e]}var m={lang:"zh",context:Object.create(null),shown:[],opacity:[],year:null,chosen:null,kept:Object.create(null),map:0,profile:null,
filter:new Map,more:Object.create(null),measuring:!1,paper:!1,place:null},ks={language:[],layers:[],context:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],
kept:[]};function E(t,e){ks[t].push(e)}function L(t,e){for(let n of ks[t])n(e)}function vs(t){m.lang=t.lang,m.shown=t.layers.
map(e=>e.show),m.opacity=t.groups.map(()=>1)}var cc={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},uc={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`},
roadRule:{zh:(t,e)=>`沿页面所带的干线公路计；两端到最近公路按直线 × ${e}（声明的假设），不超过 ${t}\
 千米；比这两段还近的直接走直线。`,en:(t,e)=>`Over the trunk roads in this page; from both ends straight\
 x ${e} (a declared assumption) to the nearest road, at most ${t} km; straight where that is no farther than the two leg\
s.`},roadOff:{zh:(t,e)=>`${t} 个居民点（${e}）离公路更远，公路上到不了。`,en:(t,e)=>`${t} settlements\
 (${e}) lie farther off and can't be reached by road.`}},kt=(t,e)=>`${t} ${e}${t==="1"?"":"s"}`,fc={rows:{zh:t=>`${t} 个`,
en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},sitesThere:{zh:t=>`${t} 处`,en:t=>kt(t,"site")},ofUnknown:{zh:t=>`其\
中 ${t} 处能力不详`,en:t=>`of unknown capacity: ${t}`},settlements:{zh:t=>`${t} 个居民点`,en:t=>kt(t,"settleme\
nt")},places:{zh:t=>`${t} 处`,en:t=>kt(t,"place")},ownTaken:{zh:t=>`采用 ${t} 行。`,en:t=>`${kt(t,"row")} taken.`},
ownShapes:{zh:t=>`另绘线、面 ${t} 个。`,en:t=>`${t} ${t==="1"?"line or area":"lines or areas"} drawn.`},ownRefused:{
zh:t=>`未采用 ${t} 行：`,en:t=>`${kt(t,"row")} not taken:`},ownRow:{zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{
zh:t=>`另有 ${t} 项只知道所在的上一级单位，位置在此，未计入`,en:t=>`${t} more are drawn here but \
known to the unit above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} o\
f unknown year, shown in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${kt(t,"item")} here`},others:{zh:t=>` 等 ${t}\
 项`,en:(t,e)=>` and ${Lt(e-1)} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without \
a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t}\
 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,
en:t=>kt(t,"row")},leftOut:{zh:t=>`另有 ${t} 项未列出`,en:t=>`${t} more, not listed`},firstBars:{zh:t=>`前 ${t} 行`,
en:t=>`first ${kt(t,"row")}`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>kt(t,"cel\
l")}};function u(t){let e=typeof t=="string"?cc[t]??uc[t]:t;return e?e[m.lang]:""}function I(t,e){return fc[t][m.lang](Lt(
e),e)}function Ss(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of the report is not known"}:{zh:`以下为 ${e}\
 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态不详：${n.zh}`,en:`Not known in ${t}\
: ${n.en}`}[m.lang]}function zs(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[c,f]of Object.entries(l))s.style.setProperty(c,f);else
i.startsWith("on")?s.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,l):s[i]=l;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function k(t,e){return a(e||"span.datum",{dir:"auto"},t)}function Ln(t){
return[a("span.long",{},u(t)),a("span.short",{},u(`${t}Short`))]}function Q(t){document.getElementById("spoken").textContent=
t}function C(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var pc={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function Vt(t){return C("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},C("path",{d:pc[t]}))}function we(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
a("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):k(e)}function X(){return a("span.derived",{title:u(
"derivedHint")},u("derived"))}function ye(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var Es=new Int8Array(128),Ms="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Ms.length;t++)
Es[Ms.charCodeAt(t)]=t;function Fe(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=Es[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function vt(t,{decimals:e,origin:n}){let o=10**-e,r=Fe(t),s=[],[i,
l]=n;for(let c=0;c<r.length;c+=2)i+=r[c],l+=r[c+1],s.push([l*o,i*o]);return s}function $n(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function N(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function On(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,l]=t[r],[c,f]=t[s];i>e!=c>e&&n<(f-l)*(e-i)/(c-i)+l&&(o=!o)}return o}var v=window.L;function Ts(t){let e=t.arcs?t.arcs.split(" ").map(n=>vt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?vt(n.at,t):[],s=n.anchor?vt(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=N(n.precision,l),c;if(c.
parts=n.shapes[l].map(f=>f.map(p=>$n(e,p))),c.bounds=v.latLngBounds(c.parts.flatMap(f=>f[0])),c.anchor=s[l],c.anchor){let f=c.
parts.find(([p])=>On(p,c.anchor))||c.parts[0];c.room=v.latLngBounds(f[0])}return c})}}function be(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>On(o,n)&&!r.some(s=>On(s,n)))}function Ls(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let c=l.map(f=>t.latLngToLayerPoint(f));return c.some((f,p)=>p&&
v.LineUtil.pointToSegmentDistance(r,c[p-1],f)<=o)})}var h=window.map_gisplan,dc=Ts(y),qt=Object.fromEntries(Object.entries(y.tables).map(([t,e])=>[t,dc(e)])),M=y.layers.map(
(t,e)=>({...t,number:e,data:y.tables[t.table],places:qt[t.table],geometry:y.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),xe=600;function nt(t,e){let n=h.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function $t({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function An(t,e){m.shown[t.number]=e,e?t.group.addTo(h):t.group.remove()}function K(t,e){if(e&&$t(t))for(let n of M)
n!==t&&m.shown[n.number]&&$t(n)&&An(n,!1);An(t,e),L("layers")}function Do(t,e){for(let n of M)$t(n)&&An(n,n===t||n===e);
L("layers")}function $s(){let t=M.filter(e=>m.shown[e.number]&&$t(e));for(let e of t.slice(0,-1))An(e,!1)}function Cn(t,e){
m.opacity[t]=e;for(let n of y.groups[t].layers)h.getPane(M[n].pane).style.opacity=e;L("view")}var _=window.matchMedia("(max-width: 760px)");function Pn(){let t=y.view||y.bounds;if(!t)return null;let[e,n,o,r]=t;return v.
latLngBounds([[n,e],[r,o]])}function Fo(t){let e=Pn();return!e||h.getBounds().pad(t).contains(e)}function mc(){let t=document.
getElementById("years");return t&&!t.hidden?t.offsetHeight+14:0}function Ue(){let t=Pn();if(!t)return;let[e,n]=[62,_.matches?
58:14];h.fitBounds(t,{paddingTopLeft:[_.matches?8:14,e],paddingBottomRight:[n,46+mc()],maxZoom:13,animate:!1})}function Ot(t){
let e=Fo(.05);t(),h.invalidateSize({animate:!1}),e&&Ue()}function je(t,e){if(t.point){(!h.getBounds().pad(-.1).contains(
t.point)||e)&&h.setView(t.point,Math.max(h.getZoom(),e?9:7),{animate:!1});return}let n=h.latLngToLayerPoint(t.bounds.getNorthWest()),
o=h.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&h.getBounds().contains(t.bounds)||
h.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Uo=document.getElementById("maps"),hc={name:y.name,title:y.title,description:y.description,groups:y.groups.map((t,e)=>e),
headlines:y.headlines.map((t,e)=>e)};function Kt(){return y.maps?y.maps[m.map]:hc}function jo(t){let e=y.groups.findIndex(
n=>n.layers.includes(t.number));return y.maps.findIndex(n=>n.groups.includes(e))}function ke(t){return!y.maps||jo(t)===m.
map}function ve(t){return y.maps?u(y.maps[jo(t)].title):""}function Bn(t,e){if(!y.maps||t===m.map||!y.maps[t])return;h.closePopup(),
m.map=t;let n=e??y.maps[t].shown;for(let o of M){let r=n.includes(o.number);m.shown[o.number]&&!r&&K(o,!1)}for(let o of n)
m.shown[o]||K(M[o],!0);Ot(()=>{L("map"),L("layers")})}function As(t){y.maps&&Bn(jo(t))}function Os(){if(!y.maps)return;Uo.
hidden=!1,Uo.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.
id:null;Uo.replaceChildren(...y.maps.map((e,n)=>a("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===
m.map?"page":null,onclick:()=>Bn(n)},u(e.title)))),t&&document.getElementById(t).focus()}function Cs(){E("language",Os),
E("map",Os)}function In(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Nn(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function _o(t){try{return decodeURIComponent(t)}catch{
return""}}function Ps(t,e){return`#${new URLSearchParams({find:`${Nn(t)}~${Nn(e)}`})}`}function Bs(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let i=new URLSearchParams(t.replace(/^#/,"")),l=(z,T)=>{let B=(i.get(z)??"").split(",").map(D=>D?
Number(D):Number.NaN);return B.length===T&&B.every(Number.isFinite)?B:null},c={},f=l("map",3);if(f&&Math.abs(f[1])<=85&&
Math.abs(f[2])<=360&&f[0]>=0&&f[0]<=22&&(c.view=f),i.has("layers")){let z=i.get("layers").split(" ");c.shown=e.map(T=>z.
includes(T))}let p=l("opacity",n);p?.every(z=>z>=0&&z<=100)&&(c.opacity=p.map(z=>z/100)),["zh","en"].includes(i.get("lan\
g"))&&(c.lang=i.get("lang")),r.includes(i.get("on"))&&(c.map=r.indexOf(i.get("on")));let d=new Map;for(let z of i.getAll(
"only")){let[T,B,D]=z.split("~");!D||!Object.prototype.hasOwnProperty.call(s,T)||!B.startsWith("@")&&!s[T].includes(B)||
d.set(`${T}~${B}`,new Set(D.split("|").map(_o)))}d.size&&(c.filter=d);let[w,g]=(i.get("find")??"").split("~").map(_o);w&&
g&&(c.find={table:w,name:g});let[b,S]=(i.get("profile")??"").split("~").map(_o);b&&/^\d{6}$/.test(S??"")&&(c.profile={table:b,
code:S}),i.has("sites")&&(c.more=Object.fromEntries(["sites","reach","by"].map(z=>[z,i.get(z)])));let x=Number(i.get("ye\
ar"));return c.year=i.has("year")&&o.includes(x)?x:null,c}function Ns({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i,
filter:l=new Map,map:c=0,profile:f=null,more:p={}},d,w=[],g=[]){let b=new URLSearchParams;g.length&&b.set("on",g[c]);for(let[
S,x]of l)b.append("only",`${S}~${[...x].map(Nn).join("|")}`);b.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join("\
,")),b.set("layers",d.filter((S,x)=>o[x]).join(" ")),r.some(S=>S!==1)&&b.set("opacity",r.map(S=>Math.round(100*S)).join(
","));for(let[S,x]of Object.entries(p))b.set(S,x);s!==null&&b.set("year",s),f&&b.set("profile",`${Nn(f.table)}~${f.code}`),
b.set("lang",i);for(let[S,x]of w)b.set(S,x);return`#${b.toString().replace(/%2C/g,",")}`}var Rn=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function Is(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function Rs(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:Rn[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return Rn.
map((r,s)=>{let[i,l]=[o[s],o[s+1]],c=e.filter(f=>Ds(f,o)===s).length;return{low:i,high:l,color:r,count:c}})}function Ds(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?Rn.length-1:n}function Fs(t,e){return e.length===1?e[0].color:Rn[Ds(t,[
e[0].low,...e.map(n=>n.high)])]}function At(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function Y(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&At(n.words,o)?n.words[o]:{},t.words].find(i=>At(i,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):ct(e,t,m.lang):e}function _e(t,e){if(typeof e!="number"||t.year||
t.words&&At(t.words,e))return null;let n=ct(e,{digits:15});return ct(e,t,m.lang)===n?null:n}function Wo(t,{unit:e}){return(/[万亿]$/.
test(t)?"":" ")+u(e)}function it(t,e,n,o){let r=Y(t,e,n,o);return e==null||!t.unit?r:r+Wo(r,t)}function V(t){return(t.type==="integer"||t.type===
"number")&&!t.year}var Yt=7,Us=new Set,js=C("defs");document.body.append(C("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},js));
function Se(t){let e=`hatch-${t.slice(1)}`;if(!Us.has(e)){Us.add(e);let n=C("pattern",{id:e,width:Yt,height:Yt,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},C("rect",{width:Yt,height:Yt,fill:"#ffffff"}),C("rect",{width:Yt,height:Yt/
2,fill:t}),C("rect",{width:Yt,height:1,fill:"#5b6b78"}));js.append(n)}return`url(#${e})`}var Ct=document.getElementById("about"),Go=null;function _s(){Go&&Ct.replaceChildren(a("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>Ct.close()},"×"),a("div.dialog-body",{},Go()))}function mt(t){Go=t,_s(),Ct.open||Ct.showModal(),
Ct.scrollTop=0}function Ws(){Ct.addEventListener("click",t=>{t.target===Ct&&Ct.close()}),E("language",_s)}var Ho=new Set;E("paper",()=>{for(let t of Ho)t.draw()});function Gs(t,e,n){let o=h.options.crs.scale(h.getZoom())/256,r=h.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var Jt=v.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Ho.add(this),this.draw()},onRemove(){Ho.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
m.paper,this.sheet?.remove(),this.sheet=null,m.paper){this.drawSheet();return}let t=h.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=h.containerPointToLayerPoint(e.multiplyBy(-1));v.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Gs(r,n,o))},drawSheet(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]);this.sheet=C("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Gs(e,t,1))),v.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var Hs=40,Xt="@prefecture",ze="@class";function Dn(t,e){return`${t}~${e}`}function Fn(t){return Dn(t.table,`${ze}${t.number}`)}
function We(t){return m.filter.get(t)??null}function Un(t,e){let n=new Set(We(t)??[]);n.delete(e)||n.add(e),gc(t,n)}function gc(t,e){
e.size?m.filter.set(t,e):m.filter.delete(t),L("filter")}function Vs(){m.filter.clear(),L("filter")}function Zt(t){return[
...m.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(ze)||o===`${ze}${t.number}`)})}function qs(t,e,n){
for(let[o,r]of Zt(t)){let s=o.split("~")[1],i=null;if(s.startsWith(ze)?i=String(n.classOfRow(t,e)):s===Xt?i=qo(t,e,n):i=
String(N(t.data.columns[s].values,e)??""),!r.has(i))return!1}return!0}var Vo=new Map;function qo(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";Vo.has(t.table)||Vo.set(t.table,new Map);let s=Vo.get(t.table);if(s.has(e))return s.get(e);
let i=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=i.findIndex(p=>p.slice(0,4)===String(l).slice(0,4));else{
let p=o(t,e),d=p?.point??p?.anchor;d&&(c=n.places.findIndex(w=>r(w,d)))}let f=c<0?"":String(i[c]);return s.set(e,f),f}function R(t,e,n){let o=t.columns[e],r=N(o.values,n);if(!o.english)return r;let s=N(o.english,n);return m.lang==="zh"?r??
s:s??r}function J(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=R(
t.data,o,e);if(r!=null)return Y(n[o],r,t,o)}return u("untitled")}function Qt(t,e){let n=F(t,e),o=J(t,n[0]);return n.length>
1?o+I("others",n.length):o}function Ks(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>N(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function jn(t,e){return N(t.data.columns[t.yearColumn].values,e)??null}function Yo(t,e){if(m.
kept[t.table]&&!m.kept[t.table].has(e))return!1;if(!t.yearColumn||m.year===null)return!0;let n=jn(t,e);return n===null||
n<=m.year}function Jo(t,e){return N(t.data.columns[t.reportColumn].values,e)??null}function Xo(t,e){if(!t.reportColumn||
m.year===null)return!0;let[n,o]=[jn(t,e),Jo(t,e)];return n===null&&o===null?!1:(n??o)<=m.year&&m.year<=(o??1/0)}function Me(t,e){
if(!Xo(t,e))return-1;if(t.each)return t.each[e];let n=tt(t,e);return n&&t.of?t.of[n.at]:-1}var te={classOfRow:Me,rowPlace:tt,
prefectures:null,inPolygon:null};function ht(t){return!!t.yearColumn&&m.year!==null||!!m.kept[t.table]||Zt(t).length>0}function ee(t,e){
return Yo(t,e)&&qs(t,e,te)}function F(t,e){return ht(t)?e.rows.filter(n=>ee(t,n)):e.rows}var Ko=new Map;function tt(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(Ko.has(o)||Ko.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),Ko.get(o).get(e)||null)}var gt=-1,Ge=-2,wc="#d5d9dd";function ne(t,e){if(!t.each||!ht(t))return t.of[e.at];let n=new Set(F(t,e).map(o=>Me(t,o)));
return n.size===1?[...n][0]:Ge}function Ys(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===gt?o:e===
Ge?r:n[e].color}function _n(t,e){return e===gt?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Zo(t,e){
return!!t.of&&_n(t,ne(t,e))}function oe(t,e){return t.of?Ys(t,ne(t,e)):t.style.color}function Js(t,e){let n=t.of?ne(t,e):
gt;return n>=0&&t.legend.classes[n].dash||t.style.dash}function Wn(t,e){let n=tt(t,e);return n?t.of?Ys(t,t.each?Me(t,e):
ne(t,n)):t.style.color:wc}function Gn(t){let{legend:e}=t,n={classes:(e.classes||[]).map(i=>i.count),missing:e.missing,several:e.
several,precisions:e.precisions||[]};if(!ht(t))return n;let o=Fn(t),r=m.filter.get(o);m.filter.delete(o);let s=yc(t,n);return r&&
m.filter.set(o,r),s}function yc(t,e){let n=t.places.map(r=>({place:r,rows:F(t,r)})).filter(r=>r.rows.length),o=n.flatMap(
r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(i=>Me(t,i)===s).length),missing:t.of?o.filter(r=>Me(t,r)===gt).length:
e.missing,several:t.each?n.filter(r=>ne(t,r.place)===Ge).length:0,precisions:e.precisions.map(r=>({...r,count:n.filter(({
place:s})=>s.precision===r.name).reduce((s,i)=>s+i.rows.length,0)})).filter(r=>r.count)}}var Xs={town:[4,0],county:[4,45],prefecture:[6,30]};function Hn(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!Xs[t]){let c=r(
o),f=p=>`a${c} ${c} 0 1 0 ${p} 0`;return`M${r(e-o)} ${r(n)}${f(2*c)}${f(-2*c)}z`}let[s,i]=Xs[t];return`M${Array.from({length:s},
(c,f)=>{let p=(i+360*f/s)*Math.PI/180;return`${r(e+o*Math.cos(p))} ${r(n+o*Math.sin(p))}`}).join("L")}z`}var Vn={dark:"#\
14222c",light:"#ffffff"},Zs={dark:4,light:2.4};function Qo(t,e,n=Zs){let o=r=>C("path",{d:t,fill:"none",stroke:Vn[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),C("path",{d:t,fill:e})]}var G={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},tr=new Set(["surveyed","digitised","address","site"]);function re(t,e,n=!1){
let o=2*G[t]+Zs.dark,r=o/2;return a(`span.mark.${tr.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},C("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Qo(Hn(t,r,r,G[t]),n?Se(e):e)))}var bc=3e3,qn=3.2,er=new Map;function nr(t){if(er.has(t))return er.get(t);let e=qt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,l]=[256,256,0,0];e.forEach((x,z)=>{let T=h.options.crs.latLngToPoint(v.latLng(x.point),
0);n[z]=T.x,o[z]=T.y,r=Math.min(r,T.x),i=Math.max(i,T.x),s=Math.min(s,T.y),l=Math.max(l,T.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(i-r,l-s,1e-9)/c,p=x=>Math.min(c-1,Math.max(0,Math.floor((x-r)/f))),d=x=>Math.min(c-1,
Math.max(0,Math.floor((x-s)/f))),w=new Uint32Array(c*c+1);e.forEach((x,z)=>{w[d(o[z])*c+p(n[z])+1]++});for(let x=0;x<c*c;x++)
w[x+1]+=w[x];let g=w.slice(),b=new Uint32Array(e.length);e.forEach((x,z)=>{b[g[d(o[z])*c+p(n[z])]++]=z});let S={x:n,y:o,
side:c,column:p,row:d,starts:w,sorted:b};return er.set(t,S),S}function or(t,e,n,o,r){let{x:s,y:i,side:l,column:c,row:f,starts:p,
sorted:d}=nr(t),w=[];for(let g=f(n);g<=f(r);g++)for(let b=p[g*l+c(e)];b<p[g*l+c(o)+1];b++){let S=d[b];s[S]>=e&&s[S]<=o&&
i[S]>=n&&i[S]<=r&&w.push(S)}return w}var He={less:3.8,dark:2,light:1};function xc(t,e,n){let o=G[e]-He.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let i=s.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
Hn(e,r,r,o));for(let[c,f]of[[He.dark,Vn.dark],[He.light,Vn.light]])i.lineWidth=c,i.strokeStyle=f,i.stroke(l);return i.fillStyle=
t,i.fill(l),s}function kc(t,e,n,o){let[r,s,i]=[1,3,5].map(g=>parseInt(t.slice(g,g+2),16)),l=255<<24|i<<16|s<<8|r,c=qn*n,
f=Math.ceil(c),p=tr.has(e)?(g,b)=>Math.hypot(g,b):(g,b)=>Math.abs(g)+Math.abs(b),[d,w]=[[],[]];for(let g=-f;g<=f;g++)for(let b=-f;b<=
f;b++){let S=p(b,g);S>c||(d.push(g*o+b),w.push(S>c-.9*n?-1:l))}return{steps:Int32Array.from(d),inks:Int32Array.from(w),reach:f}}
var Qs=Jt.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(ht(t)&&!F(t,n).length)return 255;let o=[oe(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=or(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>bc,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=nr(this.layer.table),r=this.looks.map(()=>[]),s=i=>this.stamped?qn-.6:G[i]-He.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(Hn(l,t.left(n[i]),t.top(o[i]),s(l)))}return this.looks.map(([i,l],c)=>({
color:i,precision:l,path:r[c].join("")})).filter(i=>i.path).sort((i,l)=>G[l.precision]-G[i.precision]).flatMap(({color:i,
path:l})=>Qo(l,i,He))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:i,y:l}=nr(this.layer.table),[c,f]=[p=>o(
i[p]),p=>r(l[p])];this.stamped?this.stamp(t,s,c,f,n):this.picture(t,s,c,f,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>xc(l,c,r)),i=l=>G[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>i(c)-i(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,l=t.createImageData(
s,i),c=new Int32Array(l.data.buffer),f=this.looks.map(([p,d])=>kc(p,d,r,s));e.forEach(p=>{let{steps:d,inks:w,reach:g}=f[this.
lookOf[p]],[b,S]=[Math.round(n(p)),Math.round(o(p))];if(b<g||S<g||b>=s-g||S>=i-g)return;let x=S*s+b;for(let z=0;z<d.length;z++)
c[x+d[z]]=w[z]}),t.putImageData(l,0,0)}});function Kn(t){let e=h.latLngToLayerPoint(t),n=[];return[...M].reverse().forEach(o=>{m.shown[o.number]&&vc(o,t).forEach(
r=>{if(!(ht(o)&&!F(o,r).length)){if(o.geometry==="point"){let s=h.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.stamped?
qn:G[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")Ls(h,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(be(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function vc(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=xe)return n;let o=h.options.crs.scale(h.getZoom())/256,{x:r,y:s}=h.options.
crs.latLngToPoint(e,0),i=18/o;return or(t.table,r-i,s-i,r+i,s+i).map(l=>n[l])}nt("gisplan-highlight",580);var Ve=null,qe=null,Ke=[],Yn=v.tooltip({className:"hover",direction:"top",offset:[0,-10]});function ti(t){
if(Ve&&Ve.remove(),Ve=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};Ve=t.layer.geometry==="line"?v.polyline(t.place.parts.map(([n])=>n),e):
v.polygon(t.place.parts,e),Ve.addTo(h)}function at(t){Ke=t?Kn(t):[];let e=Ke[0]||null;h.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&qe&&e.place===qe.place&&e.layer===qe.layer;if(n||ti(e),qe=e,L("hover"),!e){Yn.remove();return}
n||Yn.setContent(a("div",{},k(Qt(e.layer,e.place),"strong.datum"),Sc(e))),Yn.setLatLng(e.place.point||t).addTo(h)}function Sc({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=R(o,t.column,e.rows[0]);return a("span.headline",{},it(o.columns[t.
column],r))}function se(t,e){let n=e===null?null:tt(t,e);ti(n?{layer:t,place:n}:null),Ke=n?[{layer:t,place:n}]:[],qe=null,
L("hover")}function ei(){Yn.remove()}function ni(){let t=0;h.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>at(m.measuring?null:e.latlng))}),h.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),at(null)}),
E("language",()=>at(null))}var ot=.0033528106647474805,ie=6378137*(1-ot);var j=Math.PI/180;function ir(t,e){return((e-t+540)%360+360)%360-180}function oi(t,e){let n=ot*(2-ot),o=Math.sin(e*j),r=Math.
cos(e*j),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(t*j),s*r*Math.sin(t*j),s*(1-n)*o]}function ri(t){let e=t*(40680631590769-
ie*ie)/(ie*ie);return[1+e/16384*(4096+e*(-768+e*(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function si(t,e,n,o){return t*
e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*o*o-3)))}function ii(t){return ot/16*t*(4+ot*(4-3*t))}function Pt(t,e,n,o){if(t===
n&&e===o)return 0;let r=Math.atan((1-ot)*Math.tan(e*j)),s=Math.atan((1-ot)*Math.tan(o*j)),[i,l,c,f]=[Math.sin(r),Math.cos(
r),Math.sin(s),Math.cos(s)],p=ir(t,n)*j,d=p;for(let w=0;w<100;w++){let g=Math.sin(d),b=Math.cos(d),S=Math.hypot(f*g,l*c-
i*f*b);if(S===0)return 0;let x=i*c+l*f*b,z=Math.atan2(S,x),T=l*f*g/S,B=1-T*T,D=B>1e-15?x-2*i*c/B:0,st=ii(B),he=d;if(d=p+
(1-st)*ot*T*(z+st*S*(D+st*x*(2*D*D-1))),Math.abs(d-he)<1e-13){let[ge,Tn]=ri(B);return ie*ge*(z-si(Tn,S,x,D))}}return NaN}
function sr(t,e,n,o){let r=n*j,s=(1-ot)*Math.tan(e*j),i=1/Math.sqrt(1+s*s),l=s*i,c=Math.atan2(s,Math.cos(r)),f=i*Math.sin(
r),p=1-f*f,[d,w]=ri(p),g=o/(ie*d);for(let he=0,ge=1/0;he<100&&Math.abs(g-ge)>1e-13;he++)ge=g,g=o/(ie*d)+si(w,Math.sin(g),
Math.cos(g),Math.cos(2*c+g));let[b,S,x]=[Math.sin(g),Math.cos(g),Math.cos(2*c+g)],z=l*b-i*S*Math.cos(r),T=Math.atan2(l*S+
i*b*Math.cos(r),(1-ot)*Math.hypot(f,z)),B=Math.atan2(b*Math.sin(r),i*S-l*b*Math.cos(r)),D=ii(p),st=B-(1-D)*ot*f*(g+D*b*(x+
D*S*(2*x*x-1)));return[T/j,t+st/j]}function zc(t,e,n,o,r){let[s,i]=[oi(t,e),oi(n,o)],[l,c,f]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],
[p,d]=[Math.sin(t*j),Math.cos(t*j)],[w,g]=[Math.sin(e*j),Math.cos(e*j)],b=-p*l+d*c,S=-w*d*l-w*p*c+g*f,x=Math.atan2(b,S)/
j;for(let z=0;z<4;z++){let[T,B]=sr(t,e,x,r),D=ir(B,n)*Math.cos(o*j)*j*6378137,st=(o-T)*j*6378137,[he,ge]=sr(t,e,x,r*.999),
Tn=Math.atan2((B-ge)*Math.cos(o*j),T-he),nc=D*Math.cos(Tn)-st*Math.sin(Tn),oc=6378137*Math.sin(Math.min(r/6378137,Math.PI-
.1));x+=nc/oc/j}return x}function Ye([t,e],[n,o],r,s){let i=Pt(e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(l===
1||!i||!Number.isFinite(i))return[[n,o]];let c=zc(e,t,o,n,i);return[...Array.from({length:l-1},(p,d)=>sr(e,t,c,i*(d+1)/l)),
[n,o]]}function rr(t){let e=Math.sqrt(ot*(2-ot)),n=Math.sin(t*j);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function Jn(t){
let e=0,n=rr(t[0][0]);return t.forEach((o,r)=>{let[s,i]=o;Ye(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=ir(i,c)*j*
(rr(s)-n+rr(l)-n)/2,[s,i]=[l,c]})}),Math.abs(e)*6378137*6378137/2}function ar(t){return t.slice(1).reduce((e,[n,o],r)=>e+
Pt(t[r][1],t[r][0],o,n),0)}function ai({decimals:t,nodes:e,edges:n,lengths:o,perMetre:r=1}){let s=10**t,i=Fe(e),l=new Float64Array(i.length/2),c=new Float64Array(
i.length/2),[f,p]=[0,0];for(let x=0;x<l.length;x++)f+=i[2*x],p+=i[2*x+1],l[x]=f/s,c[x]=p/s;let d=Fe(n),w=new Int32Array(
d.length/2),g=new Int32Array(d.length/2),b=0;for(let x=0;x<w.length;x++)b+=d[2*x],w[x]=b,g[x]=b+d[2*x+1];let S=Float64Array.
from(Fe(o),(x,z)=>{let[T,B]=[w[z],g[z]];return x?x/r:Pt(l[T],c[T],l[B],c[B])});return{lon:l,lat:c,start:w,end:g,length:S}}function li(t){return t?vt(t.at,y).map((e,n)=>({at:e,names:t.names[n]})):[]}var Xn=li(y.context?.seats),Zn=li(y.context?.
towns);var Bt=t=>Math.round(10*t)/10,Qn=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${Bt(e)} ${Bt(n)}`)}lineTo(e,n){this.parts.push(`L${Bt(e)} ${Bt(n)}`)}arc(e,n,o){
let[r,s]=[Bt(o),Bt(2*o)];this.parts.push(`M${Bt(e-o)} ${Bt(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(C("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var Mc=["county","prefecture","province","country"],Ec=y.context?.borders??{},Tc={country:0,province:0,prefecture:0,county:7},
ci={railway:6,river:6.8},ut=y.context?y.context.layers.map(Lc):[],Nm=ut.find(t=>t.graph)?.graph??null;function Lc(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=ai(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>$n($c(),r)))),e.anchors=
t.anchors?vt(t.anchors,y):[],e}var lr=null;function $c(){return lr??(lr=y.arcs.split(" ").map(t=>vt(t,y))),lr}function St(t){
return m.context[t.name]!==!1}function ui(t,e){m.context[t.name]=e,L("context")}function to([t,e]){let{x:n,y:o}=h.options.
crs.latLngToPoint(v.latLng(t,e),0);return[n,o]}function ur(t){let e=t.map(to),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function fi(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],i)=>{i?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function pi(t){let e=new Qn;return this.paint(e,t),e.elements}var Oc=Jt.extend({name:"\
context-ground",prepare(){this.areas=ut.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(ur)})))},vectors:pi,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(St(n)){t.beginPath();for(let s of r)fi(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
Ac=Jt.extend({name:"context-lines",prepare(){this.lines=ut.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>ur(r))}))})),this.shores=ut.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(ur)}));let t=ut.find(e=>e.graph);this.seats=Xn.
map(({at:e})=>to(e)),this.towns=Zn.map(({at:e})=>to(e)),this.roads=t&&{one:t,...Cc(t.graph)}},vectors:pi,paint(t,e){let n=h.
getZoom();t.scale(e.ratio,e.ratio),t.lineJoin="round";for(let{one:o,rings:r}of this.shores)St(o)&&Je(t,r,e,{color:"#8dba\
d9",width:.8,dash:[]});for(let{one:o,paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!St(o))continue;let s=!o.style.dash;
if(!s&&n<ci.railway)continue;let l=r.filter(f=>!s||f.named||n>=ci.river).flatMap(f=>f.lines),c=o.style.weight*(n<6.5?.8:
n<9?1:1.6);Je(t,l,e,{color:o.style.color,width:c,dash:[]}),!s&&n>=7.5&&Je(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}
this.roads&&St(this.roads.one)&&this.paintRoads(t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(St(
o))for(let s of Mc){if(!Pc(s,n))continue;let i=r.filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&
Je(t,i,e,{color:"rgba(120, 98, 140, 0.16)",width:6,dash:[]}),Je(t,i,e,Ec[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){n<
7.5||(t.setLineDash([]),this.paintDots(t,e,this.seats,2.6),n>=9&&this.paintDots(t,e,this.towns,1.7))},paintDots(t,e,n,o){
for(let[r,s]of n)r<e.west||r>e.east||s<e.north||s>e.south||(t.beginPath(),t.arc(e.left(r)/e.ratio,e.top(s)/e.ratio,o,0,2*
Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())},paintRoads(t,e,n){let{x:o,y:r,
start:s,end:i,one:l}=this.roads;t.beginPath();for(let f=0;f<s.length;f++){let[p,d]=[s[f],i[f]];o[p]<e.west&&o[d]<e.west||
o[p]>e.east&&o[d]>e.east||r[p]<e.north&&r[d]<e.north||r[p]>e.south&&r[d]>e.south||(t.moveTo(e.left(o[p])/e.ratio,e.top(r[p])/
e.ratio),t.lineTo(e.left(o[d])/e.ratio,e.top(r[d])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&
(t.lineWidth=c+1.6,t.strokeStyle="rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});
function Cc({lon:t,lat:e,start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let i=0;i<t.length;i++)
[r[i],s[i]]=to([e[i],t[i]]);return{x:r,y:s,start:n,end:o}}function Je(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let i of e)
fi(t,i,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function Pc(t,e){let n=M.filter(o=>o.border===t);return n.
length?n.some(o=>m.shown[o.number]):e>=Tc[t]}var cr=[];function di(){if(!ut.length)return;nt("gisplan-ground",380),h.getContainer().
classList.add("on-land");let t=M.filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.
length?t[t.length-1].number:-1;nt("gisplan-lines",Math.min(499,400+e)),cr.push(new Oc({pane:"gisplan-ground"}).addTo(h)),
cr.push(new Ac({pane:"gisplan-lines"}).addTo(h));let n=()=>{for(let o of cr)o.draw()};E("context",n),E("layers",n)}var gi=nt("gisplan-counts",588);gi.classList.add("leaflet-zoom-hide");var Xe=16,fr=[];function Bc(t,e){let[n,o]=[t/2+e*.5,
Xe/2+e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Xe/2-e-2],[0,Xe/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function mi(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}var Nc=3;function Ic(t,e){return t.beside&&e.length<=Nc?e.map(o=>R(t.data,t.beside,
o)??"").join(" "):e.length>1?String(e.length):""}function hi(){let t=M.filter(r=>r.geometry==="point"&&m.shown[r.number]).
flatMap(r=>r.marks.map(({place:s})=>({at:h.latLngToLayerPoint(s.point),text:Ic(r,F(r,s)),told:!!r.beside,radius:G[s.precision]}))),
e=t.map(({at:r,radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.text).flatMap(
({at:r,text:s,told:i,radius:l,own:c})=>{let f=[...s].reduce((b,S)=>b+(S>"⺀"?11.5:7),8),p=Bc(f,l).map(([b,S])=>[r.x+b-f/
2,r.y+S-Xe/2,r.x+b+f/2,r.y+S+Xe/2]),d=p.filter(b=>n.every(S=>mi(b,S))),w=d.find(b=>e.every((S,x)=>x===c||mi(b,S)))||(i?null:
d[0]||p[0]);if(!w)return[];n.push(w);let g=a("span.mark-count",{"aria-hidden":"true"},s);return g.style.width=`${f}px`,v.
DomUtil.setPosition(g,v.point(Math.round(w[0]),Math.round(w[1]))),[g]});fr=n,gi.replaceChildren(...o)}function wi(){h.on(
"zoomend viewreset resize",hi);let t=["language","layers","year","kept","filter","paper"];for(let e of t)E(e,hi)}var Rc=/\s+(?:City|District|Province|County|(?:(?:\w+,? )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,Dc=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function yi(t,e){if(e==="en")return t.replace(Rc,"")||t;let n=t.replace(Dc,(o,r)=>r==="区"?"":r);return n.length>1?n:t.
replace(/族自治(?=[州县]$)/,"")}function bi(t,e){let n=null,o=0;for(let r of t){let s=[];for(let i of[...r,null])if(i&&e.contains(i))s.push(i);else{let l=Fc(
s);l>o&&([n,o]=[Uc(s,l),l]),s=[]}}return n}function Fc(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function Uc(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var vi=nt("gisplan-labels",590);vi.classList.add("leaflet-zoom-hide");var Si=C("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),Ee=[],pr={leader:4.4,seat:7.5,water:7,town:9},dr=[[0,0],[0,18],[0,-18]],jc=[26,40,56,74,94,118,144].
flatMap(t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function _c(t){let e=t.
places.length;return e<=1?1:e<=30?2:3}function Wc(){return M.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.
map(e=>({layer:t,place:e,rank:_c(t),name:J(t,e.rows[0]),size:Kc(e)})))}function mr(t){return m.lang==="zh"?t[0]:t[1]||t[0]}
function Gc(){return ut.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",
name:mr(e),anchor:t.anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function Hc(){return Xn.
map(({names:t,at:e})=>({rank:"seat",name:mr(t),anchor:e}))}function Vc(){return Zn.map(({names:t,at:e},n)=>({rank:"town",
name:mr(t),anchor:e,size:-n}))}var xi=[2,1,3,"seat","water","town","around"];function qc(){for(let t of Ee)t.element.remove();
Ee=[...Wc(),...Hc(),...Vc(),...Gc()].map(t=>({...t,element:a(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},
yi(t.name,m.lang))})),Ee.sort((t,e)=>xi.indexOf(t.rank)-xi.indexOf(e.rank)||(e.size??0)-(t.size??0)),vi.append(Si,...Ee.
map(t=>t.element)),Ee.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),Nt()}
function Kc(t){let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function Yc(){let t=h.getContainer().
getBoundingClientRect();return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #year\
s, #measure, .over-map")].map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=h.containerPointToLayerPoint(
[n.left-t.left,n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function Jc(){let t=[...fr];return M.forEach(
e=>{let n=e.places.length<=xe;e.geometry!=="point"||!m.shown[e.number]||!n||e.places.forEach(o=>{if(ht(e)&&!F(e,o).length)
return;let r=h.latLngToLayerPoint(o.point),s=G[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function Xc(t,e){return t[0]<
e[2]&&t[2]>e[0]&&t[1]<e[3]&&t[3]>e[1]}function ki(t,e,[n,o]){let{width:r,height:s}=t,[i,l]=[e.x+n,e.y+o];return[i-r/2,l-
s/2,i+r/2,l+s/2]}function Zc(t){let e=h.getZoom();if(t.layer){if(!m.shown[t.layer.number])return null;let{place:o,width:r,
height:s}=t,i=h.latLngToLayerPoint(o.room.getNorthWest()),l=h.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-i.x>.8*r&&
l.y-i.y>s,f=h.latLngToLayerPoint(o.anchor);return h.getBounds().contains(o.anchor)?t.rank===2?{at:f,near:c?dr:[],far:e<pr.
leader?[]:jc}:c?{at:f,near:dr,far:[]}:null:null}if(t.rank==="seat"||t.rank==="town"){if(e<pr[t.rank]||t.rank==="town"&&!h.
getBounds().contains(t.anchor))return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:h.latLngToLayerPoint(t.anchor),
near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!St(t.context)||t.rank==="water"&&e<pr.water)return null;let n=t.paths?bi(t.
paths,h.getBounds()):t.anchor;return n?{at:h.latLngToLayerPoint(n),near:dr,far:[]}:null}function Nt(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=p=>p[0]>=n[0]&&p[1]>=n[1]&&p[2]<=n[2]&&p[3]<=
n[3],r=Yc(),s=Jc(),i=[],l=new Set,c=[],f=(p,d)=>o(p)&&!d.some(w=>Xc(p,w));Ee.forEach(p=>{let{element:d}=p,w=d.textContent,
g=l.has(w)?null:Zc(p),b=null,S=!1;if(g){let x=[...i,...s,...r];b=g.near.map(z=>ki(p,g.at,z)).find(z=>f(z,x)),b||(b=g.far.
map(z=>ki(p,g.at,z)).find(z=>f(z,x)),S=!!b)}d.hidden=!b,b&&(l.add(w),i.push(b),S&&c.push(Qc(g.at,b)),v.DomUtil.setPosition(
d,v.point(Math.round(b[0]),Math.round(b[1]))))}),Si.replaceChildren(...c)}function Qc({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return C("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function zi(){E("la\
nguage",qc);for(let t of["layers","context","filter"])E(t,Nt);h.on("moveend viewreset resize",Nt)}function Te(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var ae=document.getElementById("dock"),eo=24;function Mi(){return!_.matches&&document.body.classList.contains("figures-o\
pen")}var Ei=v.Popup.extend({options:{pane:ae,className:"docked",autoPan:!1},onAdd(t){ae.hidden=!1,document.body.classList.
add("docked-open"),v.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),L("docked")},onRemove(t){
v.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(ae.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){tu(this.getLatLng())}});function tu(t){if(ae.
classList.toggle("over",!Mi()),Mi())return;let e=h.latLngToContainerPoint(t),n=h.getSize();ae.classList.toggle("at-left",
!_.matches&&e.x>n.x/2);let o=ae.getBoundingClientRect(),r=h.getContainer().getBoundingClientRect(),[s,i]=[o.left-r.left-
eo,o.right-r.left+eo],[l,c]=[o.top-r.top-eo,o.bottom-r.top+eo];e.x<=s||e.x>=i||e.y<=l||e.y>=c||(_.matches?h.panBy([0,e.y-
l],{animate:!1}):ae.classList.contains("at-left")?h.panBy([e.x-i,0],{animate:!1}):h.panBy([e.x-s,0],{animate:!1}))}var Ti=(t,e)=>M.findIndex(n=>n.table===t.table)===e;function Li(t,e){let n=M.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function Ze(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:R(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function hr(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var eu=/^(adcode|county|region|place|name)(_zh)?$/,
nu={province:0,prefecture:1,county:2};function $i(t,e){let n=tt(t,e);if(!n)return[];let o=hr(t.data.search.code[e]);return M.
filter((r,s)=>r.geometry==="point"&&Ti(r,s)).map(r=>{let s=[],i=0;for(let l of r.places)!n.bounds.contains(l.point)||!be(
n,v.latLng(l.point))||((nu[l.precision]??3)<o?i+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:i}}).filter(
r=>r.rows.length||r.vague)}function Oi(t){let e=hr(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of M)
r.geometry!=="polygon"||!r.data.search.code||r.data.search.code.forEach((s,i)=>{hr(String(s))===e+1&&String(s).startsWith(
n)&&!o.has(s)&&o.set(s,{layer:r,row:i})});return[...o.values()]}function Ai(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];
let r=c=>new Set(n[c].flat(2).map(f=>f<0?~f:f)),s=c=>typeof o=="number"?[c]:o[c],i=tt(t,e);if(!i)return[];let l=r(i.at);
return t.places.filter(c=>c.at!==i.at&&[...r(c.at)].some(f=>l.has(f))).map(c=>({layer:t,row:s(c.at)[0]}))}function Qe(t){
let e=y.tasks?.regions.find(o=>o.code===t),n=M.some(o=>o.data.search.code?.includes(t));return e&&!n?e:null}function Ci({
code:t,zh:e}){let n=(o,r)=>[t,e].includes(r)||!o.startsWith("name")&&String(r??"").endsWith(e);return M.filter((o,r)=>o.
geometry==="point"&&Ti(o,r)).map(o=>{let r=Object.keys(o.data.columns).filter(i=>eu.test(i)),s=Array.from({length:o.data.
count},(i,l)=>l).filter(i=>r.some(l=>n(l,R(o.data,l,i))));return{layer:o,rows:s,vague:0}}).filter(o=>o.rows.length)}function Pi(t,e){
let{code:n}=t.data.search;if(t.geometry==="polygon")return n?String(N(n,e)):null;let{adcode:o}=t.data.columns,r=o&&Qe(R(
t.data,"adcode",e));return r?r.code:null}var It=null;function ou(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(R(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>At(y.quotes??{},r));return[...new Set(
o)].map(r=>[a("dt.wide",{},u("quote"),k(r)),a("dd.wide",{},a("blockquote",{lang:"zh-CN"},y.quotes[r]))])}function ru(t,e){
let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=R(n,r,e),l=/\n|^.{17}/.test(it(s,
i,t,r));o.append(a(l?"dt.wide":"dt",{},k(u(s.title)),s.derived?X():null),a(l?"dd.wide":"dd",{dir:"auto",title:_e(s,i)},it(
s,i,t,r)))}),o.append(...ou(t,e).flat()),o}function su(t,e){let n=Pi(t,e);return n?a("button.profile-open-button",{type:"\
button",onclick:()=>L("profile",{table:t.table,code:n})},u("profile")):null}function tn(t,e,n,o){let r=t.popup.length?Y(
t.data.columns[t.popup[0]],R(t.data,t.popup[0],e),t,t.popup[0]):J(t,e);return a("details.feature",{open:n},a("summary",{},
o?k(u(t.title),"span.kicker"):null,k(r,"span.heading")),Xo(t,e)?null:a("p.precision",{},Ss(m.year,Jo(t,e))),ru(t,e),su(t,
e))}function no(t){let e=a("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("div.under",{},u("\
under")));let s=F(n,o),i=s.length>1;if(i&&e.append(a("div.many",{},k(u(n.title),"span.kicker"),a("span.count",{},I("here",
s.length)))),s.forEach((l,c)=>{e.append(tn(n,l,r===0&&c===0,!i))}),n.geometry==="point"){let l=n.legend.precisions.find(
c=>c.name===o.precision);e.append(a("p.precision",{},u("position")+u(l.title)))}}),e}function Bi(t){return a("div",{},t)}
function le(t,e,n){ei(),It=new Ei().setLatLng(t).setContent(Bi(e())),It.again=e,It.openOn(h),Ni();let o=It.getElement();
o.tabIndex=-1,n&&o.focus()}function Ni(){let t=It.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function Ii(){E("language",()=>{It?.isOpen()&&(It.setContent(Bi(It.again())),Ni())})}function iu(t,e,n,o){return a(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function Le(t){
return C("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},C("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function Ri(t){let e=Le(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function en(t,e,n,o="rows"){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:
a("span.count",{},I(o,n)))}function Di(t,e,n){let o=Fn(e),r=We(o),s=!r||r.has(String(n)),i=t.querySelector(".what"),l=a(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>Un(
o,String(n))});l.append(...i.childNodes),i.replaceWith(l),t.classList.toggle("unwanted",!s)}function Fi(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(i=>i.precision===s&&(e===null||ne(t,i)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function oo(t){let{legend:e,style:n,geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),
s=Gn(t);e.title&&r.append(a("p.legend-title",{},k(u(e.title)),e.unit?k(`（${u(e.unit)}）`.replace(/[（）]/g,p=>m.lang===
"zh"?p:p==="（"?" (":")")):null,e.derived?X():null));let i=a("ul"),l=(p,d,w=n.dash)=>{let g=d!==void 0&&_n(t,d);if(o===
"point"){let b=Fi(t,d)||Fi(t,null);return b?re(b,p,g):null}return o==="line"?Le({...n,color:p,dash:w}):iu(p,n.opacity,n.
color,g)},c=o==="point"?"items":"rows";if((e.classes||[]).forEach((p,d)=>{if(p.count===0&&p.low===void 0&&o!=="raster")return;
let w=en(l(p.color,d,p.dash),u(p.words),o==="raster"?null:s.classes[d],c);o!=="raster"&&Di(w,t,d),o==="raster"&&w.append(
a("span.count",{},I("cells",p.count))),i.append(w)}),(e.widths||[]).forEach(p=>{i.append(en(Ri({...n,weight:p.width}),u(
p.said),null))}),s.several){let p=en(l(e.severalColor,Ge),u(e.severalWords),s.several,"places");i.append(p)}if(s.missing){
let p=n.kind==="flows"?Ri({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,gt),d=en(p,u(e.missingWords),
s.missing,c);d.classList.add("missing"),t.of&&Di(d,t,gt),i.append(d)}if(o==="point"){let p=e.classes?"#5b6b78":n.color;s.
precisions.forEach(d=>{let w=en(re(d.name,p),u(d.title),d.count,c);w.classList.add("of-precision"),i.append(w)})}i.children.
length&&r.append(i),r.append(...au(t,s));let f=Ui(t);return f.length&&r.append(a("button.unplaced",{type:"button",onclick:()=>cu(
t)},I("unplaced",f.length))),r}function au(t,e){let n=[],o=l=>n.push(a("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>F(
t,l)).filter(l=>l.length),s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),
m.year!==null&&t.yearColumn&&!t.reportColumn){let l=r.flat().filter(c=>jn(t,c)===null).length;l&&o(I("undated",l))}let{legend:i}=t;
if(i.classes&&t.geometry==="polygon"&&s>1){let l=e.missing===s?gt:e.classes.indexOf(s);if(l===gt?e.missing===s:l>=0&&lu(
t,l)){let f=l===gt?i.missingWords:i.classes[l].words;o([u("allGrey")(s,u(f))," ",k(u(i.meaning||t.data.description))])}}
return n}function lu(t,e){let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return _n(
t,e)||Math.max(...o)-Math.min(...o)<32}function Ui(t){return t.data.unplaced.filter(e=>ee(t,e))}function cu(t){let e=Ui(
t);mt(()=>[a("h2",{id:"about-title"},k(u(t.title))),a("p.lead",{},I("unplacedTitle",e.length)),e.map((n,o)=>tn(t,n,o===0&&
e.length<4,!1))])}function ji(t){let[e,n,o,r]=t.corners;t.overlay=v.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function uu(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=(B,D)=>h.options.crs.
latLngToPoint(v.latLng(B,D),0),[l,c,f]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:p,height:d}=t.pixels.canvas,w=Math.floor(p*
(f.x-l.x)/(c.x-l.x)),g=Math.floor(d*(f.y-l.y)/(c.y-l.y));if(w<0||g<0||w>=p||g>=d)return null;let[b,S,x,z]=t.pixels.getImageData(
w,g,1,1).data;if(!z)return null;let T=`#${[b,S,x].map(B=>B.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(B=>B.color===T)||null}function ro(t){let e=[...M].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:uu(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},k(u(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),k(u(o.words)),n.legend.unit?k(` ${u(n.legend.unit)}`):null,n.legend.derived?X():null));
return e.length?a("div.identify",{},e):null}var _i=.8,Wi=Jt.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>h.options.crs.latLngToPoint(v.latLng(n),0);this.lines=
t.places.filter(n=>F(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(_i,r??0);return s.flatMap(c=>{let f=c.map(({x:g,y:b})=>[t(g),e(b)]),p=C(
"path",{d:`M${f.map(g=>g.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke\
-linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),d=Gi(f,Math.max(3.5,.9*l));if(!d)return[p];let w=C("path",
{d:`M${d.map(g=>g.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[p,w]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let c=i===null?s.missingColor:r.color,f=Math.max(_i,i??0);l.forEach(p=>{t.lineWidth=f,t.setLineDash(i===null?
[3,3]:[]);let d=p.map(({x:w,y:g})=>[n(w)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[w,g]of d)
t.lineTo(w,g);t.stroke(),t.globalAlpha=1,fu(t,d,Math.max(3.5,.9*f),c)})})}});function Gi(t,e){let n=t.slice(1).map(([z,T],B)=>Math.
hypot(z-t[B][0],T-t[B][1])),o=n.reduce((z,T)=>z+T,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(z=>(r-=z,r<=0)),[[i,l],
[c,f]]=[t[s],t[s+1]],p=1+r/n[s],d=Math.atan2(f-l,c-i),[w,g]=[i+p*(c-i),l+p*(f-l)],[b,S]=[Math.cos(d),Math.sin(d)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([z,T])=>[w+b*z-S*T,g+S*z+b*T])}function fu(t,e,n,o){let r=Gi(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,i]of r)t.lineTo(s,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}nt("gisplan-measure",630);var nn=v.layerGroup().addTo(h),on=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(on);var U=[];function pu(t){let[e,n]=xs(t);return`${e} ${u(n)}`}function gr(t){U.push([t.lat,t.lng]),so()}
function so(){nn.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=U.
flatMap((n,o)=>o?Ye(U[o-1],n,1,60):[n]);U.length>2&&(v.polygon([...e,...Ye(U[U.length-1],U[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(nn),v.polyline([U[U.length-1],...Ye(U[U.length-1],U[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(nn)),e.length>1&&v.polyline(e,{...t,className:"measured"}).addTo(nn);for(let n of U)v.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(nn);Hi()}function Hi(){if(!m.measuring)return;let t=on.contains(
document.activeElement)?document.activeElement.id:null,e=[...U,U[0]],n=(r,s,i,l)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},u(s));on.setAttribute("aria-label",u("measureTitle")),on.replaceChildren(a("div.measure-head",{},a(
"strong",{},u("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>io(
!1)},"×")),U.length<2?a("p.hint",{},u("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},u("length")),a(
"dd",{id:"measured-length"},Ro(ar(U))),U.length>2?[a("dt",{},u("perimeter")),a("dd",{},Ro(ar(e))),a("dt",{},u("area")),a(
"dd",{id:"measured-area"},pu(Jn(U)))]:[]),a("div.row",{},n("middle","addMiddle",()=>gr(h.getCenter())),n("back","takeBac\
k",()=>{U.pop(),so()},!U.length),n("clear","startOver",()=>{U=[],so()},!U.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function io(t){m.measuring=t,U=[],document.body.classList.toggle("measuring",t),on.hidden=!t,h.
doubleClickZoom[t?"disable":"enable"](),t&&h.closePopup(),at(null),so();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function Vi(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&io(!1)}),E("language",Hi)}var ao=v.layerGroup().addTo(h);function $e(t){if(m.chosen=t,ao.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?v.circleMarker(
o.point,{...e,radius:G[o.precision]+6,weight:3}).addTo(ao):n.geometry==="line"?v.polyline(o.parts.map(([r])=>r),e).addTo(
ao):v.polygon(o.parts,e).addTo(ao)}L("chosen")}function du(t){return m.shown[t.number]||t.geometry==="polygon"?null:a("p\
.layer-off",{},u("layerOff"),k(u(t.title)),a("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),K(t,!0)}},
u("showLayer")))}function Rt(t,e,n,o){let r=tt(t,e);if(!r){$e({layer:t,place:null,row:e}),mt(()=>[a("h2",{id:"about-titl\
e"},k(J(t,e))),a("p.lead",{},u("nowhere")),tn(t,e,!0,!0)]);return}je(r,n),$e({layer:t,place:r,row:e}),le(v.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[du(t),no([{layer:t,place:r}])],o),Q(J(t,e))}function lo(t,e){if(m.place){m.place(t);return}let n=Kn(t);if(!n.length){ro(t)&&le(t,()=>ro(t),e);return}$e({...n[0],row:F(
n[0].layer,n[0].place)[0]}),le(n[0].place.point?v.latLng(n[0].place.point):t,()=>{let o=ro(t),r=no(n);return o&&r.append(
a("div.under",{},u("under")),o),r},e)}function qi(){h.on("click",t=>{m.measuring?gr(t.latlng):lo(t.latlng,!1)})}function mu(){let t=M.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||y.basemap)){h.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)v.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(h)}}function Ki(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",Qt(t,o))});t.nameMarks=e,E("language",e),t.group.on("add",e),Ji(t)}else t.geometry==="ras\
ter"?ji(t):Yi(t)}function rn(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?Ji(t):Yi(t))}function Yi(t){
if(t.style.kind==="flows")new Wi(t).addTo(t.group);else for(let e of t.places)hu(t,e)}function hu(t,e){let{style:n}=t;if(!F(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:(t.geometry==="line"?Js(t,e):n.dash)||null,lineJoin:"round",fill:o&&
t.geometry==="polygon",fillColor:Zo(t,e)?Se(oe(t,e)):oe(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=
oe(t,e)),v.polyline(e.parts.map(([s])=>s),r).addTo(t.group);return}v.polygon(e.parts,r).addTo(t.group)}function Ji(t){if(t.
places.length>xe){t.dots=new Qs(t).addTo(t.group);return}t.places.filter(e=>F(t,e).length).forEach(e=>{let n=re(e.precision,
oe(t,e),Zo(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=v.marker(e.point,{pane:t.pane,keyboard:!0,icon:v.divIcon(
{html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(G[e.precision])});t.marks.push({marker:r,place:e}),
r.on("mouseover",()=>at(r.getLatLng())),r.on("click",s=>lo(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Ente\
r"&&lo(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function Xi(){mu();for(let t of M){let[e,n]=t.geometry==="po\
int"?[500,569]:[400,499];h.createPane(t.pane).style.zIndex=Math.min(n,e+t.number),t.marks=[],m.shown[t.number]?Ki(t):t.group.
once("add",()=>Ki(t))}}function Zi({tiles:t,packed:e}){for(let n of t)v.tileLayer(n,{subdomains:"01234567",maxZoom:18,attribution:""}).
addTo(h);e&&wu(e)}var gu="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";function wu({kind:t,
zooms:[e,n]}){let o=JSON.parse(document.getElementById("gisplan-tiles").textContent),r=v.TileLayer.extend({getTileUrl({x:s,
y:i}){let l=o[`${this._getZoomForUrl()}/${s}/${i}`];return l?`data:${t};base64,${l}`:gu}});new r("",{minNativeZoom:e,maxNativeZoom:n,
maxZoom:18,attribution:""}).addTo(h)}var sn=document.getElementById("years"),Qi=[...new Set(M.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?Ks(t):
[]]))].sort((t,e)=>t-e),Z=Qi.length&&y.years.length?y.years:Qi,ta=y.groups.flatMap(t=>{let e=t.layers.map(n=>M[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),ce=0;function wt(t){
let e=Z.includes(t)?t:null;e!==m.year&&(m.year=e,M.filter(n=>n.yearColumn).forEach(rn),ta.forEach(yu),at(null),m.chosen?.
place&&!F(m.chosen.layer,m.chosen.place).length&&$e(null),h.closePopup(),yr(),Q(an()),L("year"))}function yu(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&K(n,n===e)}),m.year===null&&
(t.wanted=!1)}function an(){if(m.year===null)return u("everyYear");let t=ta.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return zs(m.year)+(t?u("noYear"):"")}function wr(t){clearInterval(ce),ce=t?setInterval(()=>{let e=Z.indexOf(m.year)+
1;e<Z.length&&wt(Z[e]),e>=Z.length-1&&wr(!1)},1400):0,t&&wt(Z[0]),yr()}function yr(){if(Z.length<2)return;sn.hidden=!1;let t=document.
activeElement&&sn.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?Z.length:Z.indexOf(m.year);
sn.setAttribute("aria-label",u("years"));let n=[...Z.map(String),u("allYears")];sn.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>wr(!ce),"aria-label":u(ce?"stop":"play"),title:u(ce?"stop":"play")},Vt(ce?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:Z.length,step:1,value:e,"a\
ria-label":u("years"),"aria-valuetext":an(),oninput:o=>{ce&&wr(!1),wt(Z[o.target.valueAsNumber]??null)}}),a("div.ticks",
{"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>wt(Z[r]??null)},o)))),a("output.year-now",{},
an())),t&&document.getElementById(t).focus()}function ea(t){E("language",yr);let e=new Set;E("filter",()=>{let n=new Set(
M.filter(o=>Zt(o).length));for(let o of new Set([...n,...e]))rn(o);e=n,at(null),h.closePopup()}),new ResizeObserver(()=>{
sn.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var na=document.getElementById("sheet"),br=document.getElementById("sheet-more"),bu=.0254/96,xu=[];function ku(){let t=h.
getSize(),e=h.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[h.containerPointToLatLng([t.x/2-50,t.y/2]),h.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=Pt(n.lng,e.lat,o.lng,e.lat)/(100*bu),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${ct(Math.
round(s/i)*i)}`}function vu(){return C("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},C("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),C("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),C("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function Su(){
return[...M].reverse().filter(t=>m.shown[t.number]).map(t=>{let e=oo(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(a("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},k(u(t.title),"strong.datum"),t.style.
kind==="outline"?Le(t.style):null),e.children.length?e:null)})}function zu(){let t=M.filter(n=>m.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(y.attribution),y.basemap?
u(y.basemap.attribution):"",...new Set(t)].filter(Boolean);return a("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",k(n)]))}function oa(t){let e=a("div.sheet-legend",{},Su()),n=a("div.sheet-foot",{},m.year===null?"":a("p",{},an()),
a("p.ratio",{},u("ratio"),ku()),a("p",{},u("projection")),zu(),a("p",{},u("printed"),Te()),a("p.review",{},u("review"),y.
review?k(y.review):u("noReviewLine")));na.replaceChildren(a("div.sheet-head",{},a("h2",{},u("legend")),vu()),e,n,t);let o=xu.
flatMap(r=>r()).filter(Boolean);br.replaceChildren(...Mu(e,n),...o),br.hidden=!br.children.length}function Mu(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>na.clientHeight/3&&o.replaceWith(a("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(a("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(a("h2",{},u("legendMore")),a("div.sheet-legends",{},r))}return o.
isConnected||n.push(a("h2",{},u("source")),o),n}var vr={A3:"A3 landscape",A4:"A4 landscape"},ue=null,ln="A3";function xr(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function Eu(){return Fo(.02)?Pn()??h.getBounds():h.getBounds()}function ra(){ue||document.body.classList.
contains("printing-list")||(ue={centre:h.getCenter(),zoom:h.getZoom(),bounds:Eu()},at(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,m.paper=!0,sa())}function sa(){
document.body.classList.toggle("paper-a4",ln==="A4"),xr(vr[ln]),h.invalidateSize({animate:!1,pan:!1}),h.fitBounds(ue.bounds,
{animate:!1,padding:[8,8]}),L("paper"),oa(Tu()),Nt()}function kr(){if(!ue)return;let{centre:t,zoom:e}=ue;ue=null,m.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,h.invalidateSize({animate:!1,pan:!1}),h.setView(t,e,{
animate:!1}),L("paper"),Nt()}function Tu(){let t=e=>a("label",{},a("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===ln,onchange:()=>{ln=e,sa(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return a("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(vr).map(t),a("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),a("button.sheet-back",{type:"button",onclick:kr},u("back")))}
function ia(){ra(),document.getElementById("paper-print").focus()}function co(){return ue!==null}function aa(){let t=!1;
window.addEventListener("beforeprint",()=>{t=co(),m.profile?xr("A4 portrait"):ra()}),window.addEventListener("afterprint",
()=>{m.profile&&xr(vr[ln]),t||kr()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&kr()})}var fe={width:320,height:104,most:160};function la(t,e,n){let o=e&&t.data.columns[e];return o&&V(o)?$u(t,e,n):t.legend.classes?
Ou(t):null}function Lu(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"true"},
n||""))}function $u(t,e,n){let r=t.data.columns[e],s=n.map(T=>({row:T,value:N(r.values,T)})).filter(T=>typeof T.value=="\
number").slice(0,fe.most);if(s.length<2)return null;let{width:i,height:l}=fe,c=s.map(T=>T.value),[f,p]=[Math.min(0,...c),
Math.max(0,...c)],d=T=>4+(l-8)*(p-T)/(p-f||1),w=i/s.length,g=w>4?Math.min(3,w*.2):0,b=s.map(({row:T,value:B},D)=>{let st=C(
"g",{class:"bar","data-row":T});return st.append(C("rect",{class:"hit",x:D*w,y:0,width:w,height:l}),C("rect",{class:"val\
ue",x:D*w+g/2,width:Math.max(.6,w-g),y:Math.min(d(0),d(B)),height:Math.max(1,Math.abs(d(B)-d(0))),fill:e===t.column?Wn(t,
T):"#4d8296"})),st}),S=`${u("chart")}${u(r.title)}`,x=C("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":S,preserveAspectRatio:"\
none"},...b,C("line",{class:"zero",x1:0,x2:i,y1:d(0),y2:d(0)}));x.addEventListener("mouseover",T=>se(t,ye(T))),x.addEventListener(
"mouseleave",()=>se(t,null)),x.addEventListener("click",T=>{let B=ye(T);B!==null&&Rt(t,B,!1,!1)});let z=s.length===fe.most&&
n.length>fe.most?a("span.count",{},` ${I("firstBars",fe.most)}`):null;return Lu([k(u(r.title)),r.unit?k(m.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?X():null,z],x)}function Ou(t){let e=Gn(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:u(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,s=C("svg",{viewBox:`0 0 ${fe.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=fe.width*i.count/o;s.append(C("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),a("figure.chart",{},a("figcaption",{},k(u(t.legend.title)),t.legend.derived?X():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),k(i.text),a("span.count",{},` ${I(
"rows",i.count)}`)))))}function ca(t,e,n){let o=t.data.columns[e];return n===null||!o||!V(o)?[u("chartHint")]:[k(J(t,n),
"strong.datum")," ",it(o,R(t.data,e,n),t,e)]}var Sr=new Set;function Er(t){return Array.from({length:t.data.count},(e,n)=>n)}var zr=new Map;function Mr(t,e){let n=Dn(
t.table,e);if(!zr.has(n)){let o=new Map;for(let s of Er(t)){let i=e===Xt?qo(t,s,te):String(N(t.data.columns[e].values,s)??
"");o.set(i,(o.get(i)??0)+1)}let r=o.size>1&&o.size<=Hs&&o.size<t.data.count;zr.set(n,r?o:null)}return zr.get(n)}function Au(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!V(e[o])&&Mr(t,o));return te.prefectures&&t.table!=="prefecture\
s"&&Mr(t,Xt)&&n.push(Xt),n}function ua(t,e,n){if(n==="")return u("noValue");if(e===Xt){let{prefectures:i}=te;return J(i,
i.data.search.code.indexOf(n))}let o=t.data.columns[e],r=Er(t).find(i=>String(N(o.values,i)??"")===n),s=m.lang==="en"&&o.
english?o.english:o.values;return Y(o,N(s,r),t,e)}function Cu(t,e){let n=Dn(t.table,e),o=We(n),r=e===Xt?u("prefecture"):
u(t.data.columns[e].title),s=[...Mr(t,e)].sort((c,f)=>f[1]-c[1]),i=o?[...o].map(c=>ua(t,e,c)).join("、"):"",l=i.length>
18?`${i.slice(0,17)}…`:i;return a(o?"details.chosen":"details",{open:Sr.has(n),ontoggle:c=>{c.target.open?Sr.add(n):Sr.
delete(n)}},a("summary",{id:`chip-${n}`},k(r),l?`：${l}`:""),a("div.values-list",{role:"group","aria-label":r},s.map(([
c,f],p)=>a("label",{},a("input",{type:"checkbox",id:`chip-${n}-${p}`,checked:!!o?.has(c),onchange:()=>Un(n,c)}),k(ua(t,e,
c)),a("span.count",{},String(f))))))}function fa(t){let e=Au(t),n=m.filter.size>0;if(!e.length&&!n)return null;let o=Zt(
t).some(([s])=>s.includes(`~${ze}`)),r=Er(t).filter(s=>ee(t,s)).length;return a("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>Cu(t,s)),n?a("button.clear-filter",{type:"button",id:"filter-clear",onclick:Vs},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}function cn(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function Dt(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=a("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var Pu=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function pa(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((i,l)=>{let c=getComputedStyle(i);for(let f of Pu)
s[l].setAttribute(f,c.getPropertyValue(f))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function Tr(t){return new XMLSerializer().serializeToString(t)}async function Bu(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(Tr(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(i=>{r.toBlob(i,"image/png")})}async function Lr(t,e,n,o){Dt(t,"image/png",
await Bu(e,n,o))}function Nu(t,e,n){let o=getComputedStyle(t),r=C("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function da(){
let t=h.getContainer().getBoundingClientRect(),{x:e,y:n}=h.getSize(),o=l=>{let c=l.getBoundingClientRect();return{left:c.
left-t.left,top:c.top-t.top,width:c.width,height:c.height}},r=C("svg",{xmlns:"http://www.w3.org/2000/svg",width:e,height:n,
viewBox:`0 0 ${e} ${n}`}),s=document.querySelector(".hatches defs");s&&r.append(s.cloneNode(!0)),r.append(C("rect",{width:e,
height:n,fill:"#e8eef2"}));let i=[...h.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort((l,c)=>Number(getComputedStyle(
l).zIndex)-Number(getComputedStyle(c).zIndex));for(let l of i){let c=C("g",{opacity:getComputedStyle(l).opacity});for(let f of l.
children){if(f.classList.contains("leaflet-pane")||f.hidden)continue;let p=o(f),d={x:p.left,y:p.top,width:p.width,height:p.
height};if(f.tagName==="svg"){let w=f.cloneNode(!0);w.removeAttribute("style");for(let[g,b]of Object.entries(d))w.setAttribute(
g,b);c.append(w)}else if(f.tagName==="CANVAS"||f.tagName==="IMG"){let w=f.tagName==="IMG"?f.src:f.toDataURL(),g=f.style.
opacity||1;c.append(C("image",{...d,href:w,opacity:g,preserveAspectRatio:"none"}))}else if(f.querySelector("svg")){let w=f.
querySelector("svg"),g=w.cloneNode(!0),b=o(w);g.setAttribute("x",b.left),g.setAttribute("y",b.top),g.setAttribute("overf\
low","visible"),c.append(g)}else f.textContent.trim()&&p.width&&c.append(Nu(f,p))}r.append(c)}return{picture:r,width:e,height:n}}var Iu=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function Ru(t){
let e=4294967295;for(let n of t)e=Iu[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function Du(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(d,w)=>{let g=new DataView(new ArrayBuffer(4+w.reduce((S,[x])=>S+x,0)));g.setUint32(0,d,!0);let b=4;for(let[S,
x]of w)S===2?g.setUint16(b,x,!0):g.setUint32(b,x,!0),b+=S;return new Uint8Array(g.buffer)};for(let{name:d,text:w}of t){let[
g,b]=[e.encode(d),e.encode(w)],S=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Ru(b)],[4,b.length],[4,b.length],[2,g.length],[2,
0]],x=s(67324752,S),z=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...S,...z]),g),n.push(x,g,b),r+=x.length+
g.length+b.length}let i=o.reduce((d,w)=>d+w.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,i],[4,r],[
2,0]]),c=[...n,...o,l],f=new Uint8Array(c.reduce((d,w)=>d+w.length,0)),p=0;for(let d of c)f.set(d,p),p+=d.length;return f}
function wa(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function Fu(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${wa(t)}</t></is></c>`}var ma="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",$r="http://schemas.openxmlformats.org/package/2006",ha="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",ga="application/vnd.openxmlformats-officedocument.spread\
sheetml",un=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function uo(t,e){let n=wa(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(Fu).join("")}</row\
>`).join(""),r=(s,i,l)=>`<Relationship Id="${s}" Type="${ha}/${i}" Target="${l}"/>`;return Du([{name:"[Content_Types].xm\
l",text:`${un}<Types xmlns="${$r}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${ga}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ga}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${un}<Relationships xmlns="${$r}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${un}<workbook xmlns="${ma}" xmlns:r="${ha}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${un}<Relationships\
 xmlns="${$r}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${un}<worksheet xmlns="${ma}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function Or(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function Uu(t,e,n){let o=e.map(s=>{let i=t.data.columns[s];return u(i.title)+(i.unit?` (${u(i.unit)})`:"")}),r=n.map(s=>e.
map(i=>{let l=t.data.columns[i],c=R(t.data,i,s);return c==null?null:V(l)||l.year?c:Y(l,c,t,i)}));return[o,...r]}function ya(){
let t=document.querySelector("#figures .chart svg");return t?pa(t,640,208):null}function ba(t,e,n){let o=c=>`${cn(y.name,
u(t.title))}.${c}`,r=()=>Uu(t,e,n),s=async()=>{let c=Or(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let f=a(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(f),f.select(),document.execCommand("copy"),f.remove()}Q(
u("copied"))},i=(c,f,p)=>a("button",{type:"button",id:`take-${c}`,onclick:p},f),l=document.querySelector.bind(document);
return a("details.takeout",{},a("summary",{id:"take-out"},u("takeOut")),a("div.row",{},i("copy",u("copyTable"),s),i("csv",
"CSV",()=>Dt(o("csv"),"text/csv",`\uFEFF${Or(r(),",")}\r
`)),i("xlsx","XLSX",()=>Dt(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",uo(u(t.title),r()))),
i("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&Dt(o("svg"),"image/svg+xml",Tr(ya()))}),i("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&Lr(o("png"),ya(),640,208)}),i("map-png",u("mapPng"),()=>{let{picture:c,width:f,height:p}=da();
Lr(`${cn(y.name,u("map"))}.png`,c,f,p)})))}var Ft=document.getElementById("figures"),po=document.getElementById("figures-toggle"),P={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},ju=26;function Pr(){let t=M.filter(s=>m.shown[s.number]&&s.geometry!=="raster"),
e=t.find(s=>s.number===P.picked);if(e)return e;let n=t.filter(s=>s.geometry==="polygon"),o=n.filter(s=>s.style.kind!=="o\
utline"),r=t.filter(s=>s.style.kind!=="outline");return o[o.length-1]||r[r.length-1]||n.sort((s,i)=>i.places.length-s.places.
length)[0]||t[t.length-1]||null}function va(){let t=Pr();return!t||t.data.count<=5e3}function Br(t){let e=P.hidden.get(t.
table),n=Sa(t);return e?n.filter((o,r)=>r===0||!e.has(o)):n}function _u(t){let e=P.hidden.get(t.table)??new Set;return a(
"details.columns",{open:P.choosing,ontoggle:n=>{P.choosing=n.target.open}},a("summary",{id:"figures-columns"},u("columns")),
a("div.values-list",{role:"group","aria-label":u("columns")},Sa(t).slice(1).map((n,o)=>a("label",{},a("input",{type:"che\
ckbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{e.delete(n)||e.add(n),P.hidden.set(t.table,e),zt()}}),k(u(t.data.
columns[n].title))))))}var Wu=/%|‰|率|\/|per |km$|千米$|人\/|户均/;function Gu(t,e){let n=e.map((o,r)=>{let s=t.
data.columns[o];if(r===0||!V(s)||!s.unit||Wu.test(`${s.unit.zh} ${s.title.zh}`))return null;let i=P.rows.map(l=>R(t.data,
o,l)).filter(l=>typeof l=="number");return i.length?{sum:i.reduce((l,c)=>l+c,0),missing:P.rows.length-i.length}:null});return n.
every(o=>o===null)?null:a("tfoot",{},a("tr",{},e.map((o,r)=>r===0?a("th",{scope:"row"},u("total")):a("td.number",{},n[r]?
ct(n[r].sum,t.data.columns[e[r]],m.lang):"",n[r]?.missing?a("span.unit",{},I("unknown",n[r].missing)):null))))}function Ar(t){
P.wide=t,document.body.classList.toggle("figures-wide",t),zt()}function Sa(t){let{columns:e,count:n}=t.data;return[...new Set(
[t.popup[0],t.column,...t.popup])].filter(r=>r&&At(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some(
(i,l)=>{let c=R(t.data,r,l);return typeof c=="string"&&!At(e[r].words,c)&&(c.length>ju||c.includes(`
`))}))}function Hu(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,p)=>p).filter(f=>ee(t,f));if(!e)return s;let i=o.columns[e],l=new Map(s.map(f=>{let p=R(o,e,f);return p==null?
[f,null]:[f,typeof p=="number"?p:Y(i,p,t,e)]})),c=n?-1:1;return s.sort((f,p)=>{let[d,w]=[l.get(f),l.get(p)];if(d===null||
w===null)return(d===null)-(w===null)||f-p;let g=typeof d=="number"&&typeof w=="number"?d-w:r.compare(d,w);return c*g||f-
p})}function Vu(t){if(m.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=m.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function qu(){return Kt().headlines.length?a("dl.headlines",{},Kt().
headlines.map(t=>Vu(y.headlines[t])).map(t=>a("div",{title:u("credits")+t.sources.map(u).join("; ")},a("dt",{},k(u(t.title))),
a("dd",{},t.before&&t.value!==null?k(`${u(t.before)} `):null,a("strong",{title:Ku(t)},xa(t)),t.unit&&t.value!==null?k(Wo(
xa(t),t)):null,t.of!==null?a("span.of",{},I("ofAll",t.of)):null,t.derived?X():null,m.year!==null&&!t.years?a("span.note",
{},u("everyYearAlike")):null,t.missing?a("span.note",{},I("unknown",t.missing)):null,t.point&&t.value!==null?k(`${u(t.point)}\
 ${fo(t,t.value)}`,"span.note"):null,t.worth?k(u(t.worth),"span.note"):null)))):null}function xa(t){if(t.value===null)return"\
—";if(!t.point)return fo(t,t.value);let[e,n]=[fo(t,t.low),fo(t,t.high)];return e===n?e:`${e}–${n}`}function fo(t,e){
return ct(e,t,m.lang)}function Ku(t){return t.value===null||t.point?null:_e(t,t.value)}function Yu(t,e){let n=t.data.columns[e];
P.down=P.sort===e?!P.down:V(n),P.sort=e,zt(),document.getElementById(`sort-${Br(t).indexOf(e)}`).focus()}function Ju(t,e,n){
let o=t.data.columns[e],r=P.sort===e;return a(V(o)?"th.number":"th",{scope:"col","aria-sort":r?P.down?"descending":"asce\
nding":"none"},a("button",{type:"button",id:`sort-${n}`,onclick:()=>Yu(t,e)},k(u(o.title)),a("span.arrow",{"aria-hidden":"\
true"},r?P.down?"▼":"▲":"")),o.unit?a("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?X():null)}function ka(t,e,n){
P.wide&&Ar(!1),Rt(t,e,!1,n)}function Xu(t,e,n){let o=t.data,r=a("tr",{"data-row":String(n),onclick:s=>{s.target.closest(
"button")||ka(t,n,!1)}});return e.forEach((s,i)=>{let l=o.columns[s],c=Y(l,R(o,s,n),t,s);if(i===0){r.append(a("th",{scope:"\
row"},a("button",{type:"button",dir:"auto",onclick:f=>ka(t,n,f.detail===0)},c)));return}r.append(a(V(l)?"td.number":"td",
{dir:V(l)?null:"auto",title:_e(l,R(o,s,n))},s===t.column&&t.style.kind!=="outline"?a("span.dot",{style:{"--color":Wn(t,n)}}):
null,c))}),r}function Zu(t){let e=M.filter(n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return a("label.pick",
{},a("span",{},u("tableOf")),a("select",{id:"figures-layer",onchange:n=>{Object.assign(P,{picked:Number(n.target.value),
sort:null,most:200}),zt()}},e.map(n=>a("option",{value:String(n.number),selected:n===t},u(n.title)))))}function Qu(t){let e=Br(
t),n=P.rows.slice(0,P.most),o=a("table",{onmouseover:r=>se(t,ye(r)),onmouseleave:()=>se(t,null),onfocusin:r=>se(t,ye(r))},
a("caption",{},k(u(t.title)),a("span.count",{},` ${I("tableRows",P.rows.length)}`)),a("thead",{},a("tr",{},e.map((r,s)=>Ju(
t,r,s)))),a("tbody",{},n.map(r=>Xu(t,e,r))),Gu(t,e));return[P.rows.length?null:a("p.hint",{},u("nothingDue")),a("div.tab\
le",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<P.rows.length?a("button.more",{type:"button",id:"figu\
res-more",onclick:()=>{P.most+=500,zt()}},u("more")):null]}function zt(){if(po.replaceChildren(u("figures")),Ft.setAttribute(
"aria-label",u("figuresTitle")),!P.open)return;let t=Ft.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=Ft,n=Pr(),o=[a("div.figures-head",{},a("h2",{},u("figuresTitle")),a("button.wide",{type:"button",id:"figur\
es-wide","aria-pressed":String(P.wide),onclick:()=>Ar(!P.wide)},u(P.wide?"narrowTable":"wideTable")),a("button.close",{type:"\
button",id:"figures-close","aria-label":u("close"),onclick:()=>{P.wide&&Ar(!1),Ut(!1),po.focus()}},"×")),qu()];if(n){let r=Br(
n);if(!r.includes(P.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];P.sort=s||null,P.down=!!(s&&V(n.data.columns[s]))}
P.rows=Hu(n,P.sort,P.down),o.push(Zu(n),fa(n),a("div.table-tools",{},_u(n),ba(n,r,P.rows)),la(n,P.sort,P.rows),Qu(n))}else
o.push(a("p.hint",{},u("nothingShown")));Ft.replaceChildren(...o.flat(1/0).filter(Boolean)),Ft.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),Cr(!1)}function Cr(t){if(!P.open)return;let e=Pr();if(!e)return;let n=m.chosen&&m.
chosen.layer.table===e.table?m.chosen:null,o=Ke.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;Ft.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let f=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",f),l.tagName==="TR"&&l.setAttribute("aria-selected",String(f)),t&&
f&&l.tagName==="TR"&&tf(l)});let s=Ft.querySelector(".chart-note"),i=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...ca(e,P.sort,i))}function tf(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function Ut(t){Ot(()=>{P.open=t,t&&L("opened","fig\
ures"),Ft.hidden=!t,document.body.classList.toggle("figures-open",t),po.setAttribute("aria-expanded",String(t)),zt()})}function za(){
po.addEventListener("click",()=>Ut(!P.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&_.matches&&P.open&&
Ut(!1)}),E("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&_.matches)&&P.open&&Ut(!1)}),E("language",zt),E("lay\
ers",zt);for(let t of["year","filter","map"])E(t,zt);E("hover",()=>Cr(!1));for(let t of["chosen","docked"])E(t,()=>Cr(!0))}function fn(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function mo({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(fn);return{code:n||"",zh:fn(t??""),en:fn(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(fn),initials:r.map(s=>s.slice(0,1)).join("")}}function ef(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var nf=3;function Ma({entry:t,fit:e}){
return t.unit&&e<=nf?0:1}function Ea(t,e,n){let o=fn(e);return o?t.map(r=>({entry:r,fit:ef(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Ma(r)-Ma(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var Ir=document.getElementById("search"),of=12,Nr=null,H=[],lt=-1;function rf(){let t=[],e=new Set,n=r=>M.some(s=>s.table===
r&&m.shown[s.number]);Object.keys(y.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=y.tables[r],{search:i}=s,l=i.name?s.
columns[i.name]:null;for(let c=0;c<s.count;c++){let f=l?N(l.values,c):null,p=l?.english?N(l.english,c):null,d=i.code?i.code[c]:
null,w=d?`${d} ${f}`:null;if(f===null&&p===null&&d===null||w&&e.has(w))continue;w&&e.add(w);let g=i.pinyin?N(i.pinyin,c):
null,b=d!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:b,...mo({zh:f,en:p,code:d,pinyin:g})})}});for(let r of y.
tasks?.regions??[])Qe(r.code)&&t.push({zone:r,unit:!0,...mo(r)});for(let r of y.elsewhere??[])r.zh.forEach((s,i)=>{let l=r.
en?.[i]??null;if(s===null&&l===null)return;let c=r.pinyin[i];t.push({elsewhere:r,row:i,...mo({zh:s,en:l,code:null,pinyin:c})})});
return t}function La(t){return Nr=Nr||rf(),Ea(Nr,t,of)}function $a(t){let e=M.filter(n=>n.table===t);return e.filter(n=>m.
shown[n.number]).pop()||e.find(ke)||e[0]}function Oa(t,e){let n=Object.prototype.hasOwnProperty.call(y.tables,t)&&y.tables[t];
if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,i=Array.from({length:r},(l,c)=>c).find(l=>o.code?.[l]===
e||s&&N(s.values,l)===e);i!==void 0&&Rr({table:t,row:i})}function Rr(t){if(t.zone){Ta(),L("profile",{table:"zone",code:t.
zone.code});return}if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,i=r[t.row]??s[t.row];window.location.href=`${n}${y.
ending}${Ps(o,i)}&lang=${m.lang}`;return}let e=$a(t.table);Ta(),As(e),m.year!==null&&!Yo(e,t.row)&&wt(null),Rt(e,t.row,!0,
!0),_.matches&&Ut(!1)}function Ta(){H=[],lt=-1,pn()}function sf(t){if(t.elsewhere){let{zh:s,en:i,title:l,layer:c}=t.elsewhere,
f=[s[t.row],i?.[t.row]??null].filter(p=>p!==null);return m.lang==="en"&&f.reverse(),[k(f[0],"strong.datum"),f[1]?k(f[1],
"span.other"):null,a("span.of",{},k(u(c)),` · ${u("onMap")} `,k(u(l)))]}if(t.zone){let{code:s,zh:i,en:l}=t.zone;return[
k(u(t.zone),"strong.datum"),k(m.lang==="zh"?l:i,"span.other"),a("span.of",{},`${s} · ${u("profile")}`)]}let e=$a(t.table),
n=y.tables[t.table],o=n.search.name?n.columns[n.search.name]:null,r=o?.english?N(m.lang==="zh"?o.english:o.values,t.row):
null;return[k(J(e,t.row),"strong.datum"),r?k(r,"span.other"):null,a("span.of",{},t.code?`${t.code} · `:"",k(u(e.title)),
ke(e)?null:[` · ${u("onMap")} `,k(ve(e))])]}function pn(){let t=document.getElementById("search-list"),e=document.getElementById(
"search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...H.map((r,s)=>a("li",{id:`found-${s}`,
role:"option","aria-selected":String(s===lt),onmousedown:i=>{i.preventDefault(),Rr(r)}},sf(r))));let o=document.getElementById(
"search-none");o.hidden=H.length>0||!n||lt===-2,o.textContent=u("nothingFound"),t.hidden=!H.length,e.setAttribute("aria-\
expanded",String(H.length>0)),lt>=0?(e.setAttribute("aria-activedescendant",`found-${lt}`),document.getElementById(`foun\
d-${lt}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function af(t){H=La(t.target.value),
lt=H.length?0:-1,pn(),t.target.value.trim()&&Q(H.length?I("found",H.length):u("nothingFound"))}function lf(t){let e={ArrowDown:1,
ArrowUp:-1}[t.key];e&&H.length?(t.preventDefault(),lt=(lt+e+H.length)%H.length,pn()):t.key==="Escape"&&(t.stopPropagation(),
H.length||(t.target.value=""),H=[],lt=-2,pn())}function cf(){let t=document.getElementById("search-input");Ir.setAttribute(
"aria-label",u("search")),Ir.replaceChildren(a("div.field",{},Vt("search"),a("input",{id:"search-input",type:"search",role:"\
combobox",placeholder:u("searchHint"),"aria-label":`${u("search")}: ${u("searchHint")}`,"aria-autocomplete":"list","aria\
-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:af,onkeydown:lf,onblur:()=>{lt=
-2,H=[],pn()}})),a("ul",{id:"search-list",role:"listbox","aria-label":u("search"),hidden:!0}),a("p",{id:"search-none",hidden:!0}))}
function Aa(){Ir.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById("search-input");H.length||
(H=La(e.value)),H.length&&Rr(H[Math.max(0,lt)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.
test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").focus())}),E("language",cf)}var pe={last:"",timer:0,ready:!1},Ba=In(M),Fr=[];function ho(t){Fr.push(t)}var Na=(y.maps??[]).map(t=>t.name);function Ia(){
return Bs(window.location.hash,{keys:Ba,groups:y.groups.length,years:Z,maps:Na,columns:Object.fromEntries(Object.entries(
y.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function Ra(){let{lat:t,lng:e}=h.getCenter(),n=Fr.flatMap(o=>o.
write());return Ns({zoom:h.getZoom(),lat:t,lng:e},m,Ba,n,Na)}function Ca(t){if(t.map!==void 0&&Bn(t.map),t.filter||m.filter.
size){m.filter.clear();for(let[n,o]of t.filter??[])m.filter.set(n,o);L("filter")}t.shown&&M.forEach((n,o)=>{m.shown[o]!==
t.shown[o]&&K(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{Cn(o,n)}),wt(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of Fr)n.follow(e);t.view&&h.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
L("linked",t.more),t.profile&&L("profile",t.profile),t.find&&Oa(t.find.table,t.find.name),pe.ready=!0}function Pa(){!pe.
ready||co()||(clearTimeout(pe.timer),pe.timer=setTimeout(()=>{if(!co()){pe.last=Ra();try{window.history.replaceState(null,
"",pe.last)}catch{}}},120))}async function Da(){let t=window.location.href.split("#")[0]+Ra(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}mt(()=>[a("h2",{id:"about-title"},u("linkTitle")),a("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),a("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var Dr=Ia();function Fa(){Dr.lang&&(m.lang=Dr.lang)}function Ua(){Ca(Dr),window.
addEventListener("hashchange",()=>{if(window.location.hash===pe.last)return;let e=Ia();e.lang&&e.lang!==m.lang&&(m.lang=
e.lang,L("language")),Ca(e)}),h.on("moveend",Pa);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
E(e,Pa)}var dn=a("section",{id:"compare",hidden:!0}),Mt=a("div",{id:"divider",hidden:!0}),O={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},uf=["swipe","difference"],go=null,Oe=null,jt=null;var wn=()=>M.filter($t),wo=()=>[...wn(),...Oe?.sides()??[]],ja=t=>t.key??String(t.number),mn=()=>[O.a,O.b].filter(Boolean),
hn=()=>mn().filter(t=>!t.key),gn=()=>O.open&&!hn().length;function ff(t){return t.key?Oe.name(t):y.maps&&!ke(t)?`${u(t.title)}\
 · ${ve(t)}`:u(t.title)}function yn(){for(let i of[...wn(),...mn()])h.getPane(i.pane).style.clip="";let t=O.open&&O.mode===
"swipe";if(Mt.hidden=!t,!t)return;let e=h.getSize(),[n,o]=[h.containerPointToLayerPoint([0,0]),h.containerPointToLayerPoint(
[e.x,e.y])],r=n.x+e.x*O.at;Mt.style.left=`${100*O.at}%`;let s=(i,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${i}px)`;h.getPane(
O.a.pane).style.clip=s(n.x,r),h.getPane(O.b.pane).style.clip=s(r,o.x)}function _a(t){let e=t.data.columns?.[t.column],{code:n}=t.
data.search;return!e||!V(e)||!n?null:new Map(n.map((o,r)=>[o,N(e.values,r)??null]))}function Ga(){go.clearLayers();let t=O.
open&&O.mode==="difference";for(let d of wn())h.getPane(d.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,
b:n}=O;if(gn())return Oe.difference(e,n,go);if(e.key||n.key)return u("noFigures");let[o,r]=[_a(e),_a(n)];if(!o||!r)return u(
"noFigures");let s=d=>d.data.columns[d.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let i=Is(o,r);if(!i.size)
return u("noCommon");let l=Rs(i.values()),{myriads:c}=e.data.columns[e.column],f=bs(l.flatMap(({low:d,high:w})=>[d,w]),{
...gs,myriads:c},m.lang);e.data.search.code.forEach((d,w)=>{if(!i.has(d))return;let g=i.get(d);v.polygon(e.places[w].parts,
{pane:"gisplan-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape difference",fillColor:g===
null?Se("#d5d9dd"):Fs(g,l),fillOpacity:.85}).addTo(go)});let p=[...i.values()].filter(d=>d===null).length;return a("ul.d\
ifference-legend",{},l.map(({low:d,high:w,color:g,count:b})=>a("li",{},a("span.swatch",{style:{"--color":g,"--opacity":.85}}),
a("span.what",{},d===w?"0":`${f.get(d)} – ${f.get(w)}`),a("span.count",{},String(b)))),p?a("li",{},a("span.swatch.hatc\
hed",{style:{"--color":"#d5d9dd","--opacity":.85}}),a("span.what",{},u("oneMissing")),a("span.count",{},String(p))):null)}
function Wa(t){return a("label",{},a("span",{},u(t==="a"?"leftTheme":"rightTheme")),a("select",{id:`compare-${t}`,onchange:e=>{
O[t]=wo().find(n=>ja(n)===e.target.value),xo()}},wo().map(e=>a("option",{value:ja(e),selected:e===O[t]},ff(e)))))}function yo(){
if(dn.hidden=!O.open,!O.open)return;let t=dn.contains(document.activeElement)?document.activeElement.id:null,e=Ga(),n=r=>a(
"label.mode",{},a("input",{type:"radio",name:"compare-mode",id:`compare-${r}`,checked:O.mode===r,onchange:()=>{O.mode=r,
xo()}}),u(r)),o=u(gn()?"scenarios":"compare");dn.setAttribute("aria-label",o),dn.replaceChildren(a("div.measure-head",{},
a("strong",{},o),a("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>_t(!1)},"×")),Wa(
"a"),Wa("b"),a("div.row",{},n("swipe"),n("difference")),O.mode==="swipe"?a("input",{id:"compare-at",type:"range",min:0,max:100,
value:Math.round(100*O.at),"aria-label":u("swipe"),oninput:r=>{O.at=r.target.valueAsNumber/100,yn(),L("view")}}):a("div",
{id:"compare-told"},e),...[gn()?Oe.told(O.a,O.b):null].filter(Boolean)),t&&document.getElementById(t)?.focus()}function xo(){
gn()?Do(O.before,null):Do(...hn()),bo(),yo(),yn(),L("view")}function bo(){let t=O.open?mn().filter(e=>e.key):[];Oe?.show(
t,O.mode)}function pf(t,e){if(!O.open){_t(!0,[t,e]);return}Object.assign(O,{a:t,b:e}),xo()}function _t(t,e=Oe?.first()??
null){if(t===O.open)return;let n=wn();if(!(t&&n.length<2&&!e)){if(t){let o=n.find(r=>m.shown[r.number]);O.before=o??null,
O.a=e?.[0]??o??n[0],O.b=e?.[1]??n.find(r=>r!==O.a&&r.table===O.a.table&&r.year!==null)??n.filter(ke).find(r=>r!==O.a)??n.
find(r=>r!==O.a)}if(O.open=t,document.getElementById("tool-compare")?.setAttribute("aria-pressed",String(t)),t){h.closePopup(),
xo();return}bo(),yo(),Ga(),yn(),L("view");for(let o of hn())o!==O.before&&m.shown[o.number]&&K(o,!1);O.before&&K(O.before,
!0)}}function Ha(){return O.open}function df(t){t.preventDefault(),Mt.setPointerCapture(t.pointerId),Mt.onpointermove=e=>{
let n=h.getContainer().getBoundingClientRect();O.at=Math.min(1,Math.max(0,(e.clientX-n.left)/n.width));let o=document.getElementById(
"compare-at");o&&(o.value=Math.round(100*O.at)),yn()},Mt.onpointerup=()=>{Mt.onpointermove=null,L("view")}}var Ur=t=>t.key??
In(M)[t.number];function mf(){if(!O.open)return[];let{a:t,b:e,mode:n,at:o}=O;return[["compare",[Ur(t),Ur(e),n,Math.round(
100*o)].join(" ")]]}function hf(t){let[e,n,o,r]=(t.get("compare")??"").split(" ");jt=uf.includes(o)?{a:e,b:n,mode:o,at:Number(
r)}:null,jt||_t(!1),Va(),setTimeout(()=>{jt=null})}function Va(){if(!jt)return;let[t,e]=[jt.a,jt.b].map(r=>wo().find(s=>Ur(
s)===r));if(!t||!e)return;let{mode:n,at:o}=jt;jt=null,Object.assign(O,{mode:n,at:o>=0&&o<=100?o/100:.5}),pf(t,e)}function qa(){
nt("gisplan-difference",570),go=v.layerGroup().addTo(h),h.getContainer().append(Mt),Mt.addEventListener("pointerdown",df),
v.DomEvent.disableClickPropagation(Mt),document.getElementById("search").after(dn),h.on("move zoomend resize viewreset",
yn),E("language",()=>{bo(),yo()}),ho({write:mf,follow:hf}),E("candidates",()=>{if(Va(),!O.open||hn().length===2)return;let t=wo();
mn().every(e=>t.includes(e))?(bo(),yo()):_t(!1)}),E("paper",()=>{m.paper&&mn().some(t=>t.key)&&_t(!1)});for(let t of["la\
yers","map"])E(t,()=>{let e=O.open&&hn().every(n=>m.shown[n.number]);gn()&&(O.before=wn().find(n=>m.shown[n.number])??null),
O.open&&!e&&(O.before=null,_t(!1))})}var gf=v.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!_.matches}),v.DomEvent.disableClickPropagation(
this.box),E("language",()=>this.write()),this.box},write(){let t=new Map;for(let s of Object.values(y.tables).flatMap(i=>i.
sources)){let i=u(s.title);t.get(i)||t.set(i,s.link?s.url:null)}for(let s of y.headlines.flatMap(i=>i.sources.map(u)))t.
has(s)||t.set(s,null);let e=y.context?.towns;for(let s of[...e?[e]:[],...y.context?.layers??[]].reverse())for(let i of s.
sources)t.has(u(i))||t.set(u(i),null);let n=[[u(y.attribution),null],y.basemap?[u(y.basemap.attribution),null]:["",null],
...t].filter(([s])=>s),o=a(y.review?"span.review":"span.review.unset",{},u("review"),y.review?k(y.review):u("noReview")),
r=a("div.credits",{tabIndex:0},a("span",{},u("credits")));n.forEach(([s,i],l)=>{r.append(l?"; ":"",i?we(i,s):k(s))}),this.
box.replaceChildren(a("summary",{},o),r)}}),wf=v.Control.extend({onAdd(){let t=(e,n,o)=>a("button",{type:"button","data-\
say":e,onclick:o},n);return this.box=a("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>h.zoomIn(1)),t("zoomOut","−",()=>h.
zoomOut(1)),t("home",Vt("home"),Ue)),v.DomEvent.disableClickPropagation(this.box),E("language",()=>this.write()),this.box},
write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.dataset.say),t.setAttribute("aria-label",t.title)})}});
function yf(){document.fullscreenElement?document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>Q(
u("full")))}var bf=[["measure",()=>io(!m.measuring)],["compare",()=>_t(!Ha())],["full",yf],["link",Da],["print",ia]],xf=v.
Control.extend({onAdd(){let t=bf.filter(([e])=>e!=="full"||document.fullscreenEnabled);return this.box=a("div.zoom.tools\
.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e==="measure"||e==="co\
mpare"?"false":null},Vt(e)))),v.DomEvent.disableClickPropagation(this.box),E("language",()=>this.write()),this.box},write(){
this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});
function Ka(){let t=new gf({position:"bottomright"}).addTo(h);return new wf({position:_.matches?"bottomright":"topright"}).
addTo(h),new xf({position:"topright"}).addTo(h),v.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(
h),document.addEventListener("fullscreenchange",()=>h.invalidateSize({animate:!1})),t.box}var jr="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Ya=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,kf=new RegExp(`(${jr})?\\s*[:：=]?\\s*${Ya}`,"gi"),
vf=new RegExp(`()${Ya}(?:\\s*(${jr}))?`,"gi"),Sf={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},zf=new Set(["西经","南纬","W","S"]);function Mf(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${jr})`,"i").test(e),r=e.replace(o?kf:vf,(s,i,l,c,f,p)=>{let d=(i||(typeof p=="s\
tring"?p:"")).toUpperCase(),w=/^[−-]/.test(l)?-1:1,g=Math.abs(parseFloat(l.replace("−","-"))),b=w*(g+(c?c/60:0)+(f?f/
3600:0)),S=(c===void 0||c<60)&&(f===void 0||f<60);return n.push({value:zf.has(d)?-b:b,axis:Sf[d]||null,short:S})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function Ja(t,e){let n=Mf(t);if(n.length!==2||n.some(w=>!w.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,i=o.axis==="lat"||r.axis==="lon",l=(w,g)=>Math.abs(w)<=180&&Math.abs(g)<=90,c=i?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let f=c.findIndex(([w,g])=>l(w,g)&&e(w,g));if(f<0)return{fault:c.
some(([w,g])=>l(w,g))?"tooFar":"outOfRange"};let[p,d]=c[f].map(Ef);return{lon:p,lat:d,note:f===1?"swapped":null}}function Ef(t){
return Math.round(t*1e6)/1e6}var Tf=[72.004,.8293,137.8347,55.8271],Lf=.1,tl=1e-9,Xa=6378245,Za=1-(1-1/298.3)**2,{PI:et,sin:rt,cos:Wr,sqrt:_r,abs:ko,
atan2:$f,hypot:Of}=Math;function Qa(t,e,n=0){let[o,r,s,i]=Tf;return t>=o-n&&t<=s+n&&e>=r-n&&e<=i+n}function el(t,e){let[
n,o]=[t-105,e-35],r=(20*rt(6*n*et)+20*rt(2*n*et))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*_r(ko(n))+r+(20*rt(n*et)+40*rt(n/3*
et))*(2/3)+(150*rt(n/12*et)+300*rt(n/30*et))*(2/3),i=-100+2*n+3*o+.2*o*o+.1*n*o+.2*_r(ko(n))+r+(20*rt(o*et)+40*rt(o/3*et))*
(2/3)+(160*rt(o/12*et)+320*rt(o*et/30))*(2/3),l=e*et/180,c=1-Za*rt(l)**2,f=_r(c);return[s*180/(Xa/f*Wr(l)*et),i*180/(Xa*
(1-Za)/(c*f)*et)]}function Af(t,e){let n=16.666666666666668*et,o=Of(t,e)+2e-5*rt(e*n),r=$f(e,t)+3e-6*Wr(t*n);return[o*Wr(
r)+.0065-t,o*rt(r)+.006-e]}function Cf(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[i,l]=t(o,r),c=Math.max(ko(e-i-o),
ko(n-l-r));if([o,r]=[e-i,n-l],c<tl)break}return[o,r]}function nl(t,e,n){if(!Qa(t,e,Lf))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=Cf(s,o,r);return Qa(o,r,tl)?[o,r]:[t,e]}function ol(t,e){return nl(t,e,[el])}function rl(t,e){return nl(t,e,[Af,el])}function il(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function al(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=p=>n.split(p).length,r=["	",",",";","，"].sort((p,d)=>o(
d)-o(p))[0],s=[],[i,l,c]=[[],"",!1],f=()=>{i.push(l.trim()),l=""};for(let p=0;p<e.length;p++){let d=e[p];c?d!=='"'?l+=d:
e[p+1]==='"'?l+=e[++p]:c=!1:d==='"'&&l.trim()===""?(c=!0,l=""):d===r?f():d===`
`||d==="\r"?(d==="\r"&&e[p+1]===`
`&&p++,f(),s.push(i),i=[]):l+=d}return(l||i.length)&&(f(),s.push(i)),s}var ll={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function Pf(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(ll).map(([n,o])=>[n,e(o)]))}
var Hr={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:ol,bd09:rl},cl=Object.keys(Hr);function Gr(t,e,n){t.push({row:e,why:n})}
function sl(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function ul(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,i=Pf(r),[l,c]=[[],[]],f=i.lon>=0&&i.lat>=0||i.both>=0;return s.forEach((p,d)=>{let w=d+2;if(p.
every(x=>x===""||x===null))return;let g=i.name>=0?String(p[i.name]??""):"",b=null,S="ownNoPlace";if(f){let x=i.both>=0?n(
String(p[i.both]??"")):{lon:sl(p[i.lon]),lat:sl(p[i.lat])},z=i.both>=0?String(p[i.both]??"")!=="":`${p[i.lon]??""}${p[i.
lat]??""}`.trim()!=="",{lon:T,lat:B}=x;if(Number.isFinite(T)&&Number.isFinite(B)&&Math.abs(T)<=180&&Math.abs(B)<=90){let[
D,st]=Hr[e](T,B);b={lon:D,lat:st,exact:!0}}else z&&(S=Math.abs(T)>1e3?"ownProjected":"ownNotCoordinate")}if(!b&&S==="own\
NoPlace"&&i.unit>=0&&p[i.unit]){let x=o(String(p[i.unit]));x?b={...x,exact:!1}:S="ownNoUnit"}if(!b)Gr(c,w,S);else{let x=Object.
fromEntries(r.map((z,T)=>[z||`#${T+1}`,p[T]]).filter(([,z])=>z!==""&&z!=null));l.push({row:w,name:g||`#${w}`,...b,cells:x})}}),
{taken:l,refused:c}}function fl(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],i=([f,p])=>Number.isFinite(f)&&Number.isFinite(p)&&Math.
abs(f)<=180&&Math.abs(p)<=90,l=f=>typeof f?.[0]=="number"?[f]:(f??[]).flatMap(l),c=f=>typeof f[0]=="number"?Hr[e](f[0],f[1]):
f.map(c);return n.forEach((f,p)=>{let d=f?.geometry,w=f?.properties??{},g=p+1,b=l(d?.coordinates),S=b.some(([x])=>Math.abs(
x)>1e3)?"ownProjected":"ownNotCoordinate";if(!d||!b.length)Gr(r,g,"ownNoPlace");else if(!b.every(i))Gr(r,g,S);else if(d.
type==="Point"){let[x,z]=c(d.coordinates),T=Object.keys(w).find(D=>ll.name.test(D)),B=T?String(w[T]):`#${g}`;o.push({row:g,
name:B,lon:x,lat:z,exact:!0,cells:w})}else s.push({type:"Feature",properties:w,geometry:{type:d.type,coordinates:c(d.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function Bf(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function Nf(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let i=n.
getUint16(o+10,!0);i>0;i--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],f=[28,30,32].map(w=>n.getUint16(s+w,!0)),
p=new TextDecoder().decode(t.subarray(s+46,s+46+f[0])),d=n.getUint32(s+42,!0);if(e(p)){let w=d+30+n.getUint16(d+26,!0)+n.
getUint16(d+28,!0),g=t.subarray(w,w+c);r[p]=new TextDecoder().decode(l===8?await Bf(g):g)}s+=46+f[0]+f[1]+f[2]}return r}
function Vr(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function If(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function Rf(t){let e=await Nf(t,i=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(i)),n=i=>[...i.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...Vr(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(i=>i.includes("/sheet")).sort((i,l)=>Number(/\d+/.exec(i)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let i of Vr(e[r]).getElementsByTagName("row")){let l=[];for(let f of i.
getElementsByTagName("c")){let p=f.getElementsByTagName("v")[0]?.textContent??"",d=f.getAttribute("t"),w=d==="s"?o[Number(
p)]:d==="inlineStr"?n(f):p;l[If(f.getAttribute("r"))??l.length]=w??""}let c=Number(i.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,f=>f??"")}return Array.from(s,i=>i??[])}function Df(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...Vr(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[i]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),f=null;
return i?f={type:"Point",coordinates:n(i)[0]}:l?f={type:"LineString",coordinates:n(l)}:c&&(f={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:f}})}}async function pl(t){
if(t[0]===80&&t[1]===75)return{rows:await Rf(t)};let e=il(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:Df(e)}:{rows:al(e)}}var dl="#7a0177",Ff={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},Uf=2e7,q={name:"",
content:null,datum:"wgs84",result:null,fault:null},Wt=null;function jf(t){let e=t.trim(),n=new Map;for(let i of M)i.geometry!==
"polygon"||!i.data.search.code||i.data.search.code.forEach((l,c)=>{let f=i.data.columns[i.data.search.name],p=[f?.values,
f?.english].filter(Boolean).map(g=>Array.isArray(g)?g[c]:g.words[g.of===0?0:g.of[c]]).filter(Boolean),d=p.filter(g=>g.length>
2).map(g=>g.slice(0,-1)),w=p.some(g=>e.length>g.length&&e.endsWith(g));(l===e||p.includes(e)||d.includes(e)||w)&&i.places[c]?.
anchor&&n.set(l,i.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var _f=(t,e)=>{let[n,o,r,s]=y.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function ml(){let{content:t}=q;
t&&(q.result=t.features?fl(t.features,q.datum):ul(t.rows,q.datum,{readCoordinate:e=>Ja(e,_f),unitOf:jf}),Gf())}function Wf(t){
let e=a("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
a("dt",{},k(n)),a("dd",{dir:"auto"},r))}return a("div.identify",{},k(q.name,"span.kicker"),k(t.name,"strong.datum"),e,a(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function Gf(){Wt.clearLayers();let{taken:t,shapes:e=[]}=q.
result;for(let o of e)v.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:dl,weight:2,fillOpacity:.12}}).addTo(Wt);
for(let o of t){let r=re(o.exact?"site":"county",dl),s=parseFloat(r.style.getPropertyValue("--size")),i=v.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:v.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(Wt),
l=c=>le(i.getLatLng(),()=>Wf(o),c);i.on("click",()=>l(!1)),i.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),i.
getElement().setAttribute("aria-label",o.name)}let n=Wt.getLayers().length?v.featureGroup(Wt.getLayers()).getBounds():null;
n?.isValid()&&h.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function hl(t,e){Object.assign(q,{name:t,content:null,
result:null,fault:null}),Wt.clearLayers();try{if(e.length>Uf)throw new Error("large");q.content=await pl(e),ml(),Q(I("ow\
nTaken",q.result.taken.length))}catch(n){q.fault=n.message==="large"?"ownLarge":"ownUnread"}vo()}async function gl(t){t&&
await hl(t.name,new Uint8Array(await t.arrayBuffer()))}function Hf(){if(q.fault)return a("p.fault",{role:"alert"},u(q.fault));
if(!q.result)return null;let{taken:t,refused:e,shapes:n=[]}=q.result;return[a("h3",{},k(q.name)),a("p",{id:"own-taken"},
I("ownTaken",t.length),n.length?` ${I("ownShapes",n.length)}`:"",e.length?` ${I("ownRefused",e.length)}`:""),e.length?a(
"ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>a("li",{},I("ownRow",o),u(r)))):null,a("div.row",{},y.
evaluate&&t.length?a("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").close(),L(
"bring",t)}},u("ownCandidates")):null,a("button",{type:"button",id:"own-clear",onclick:()=>{Wt.clearLayers(),Object.assign(
q,{name:"",content:null,result:null,fault:null}),vo()}},u("ownClear")))]}function Vf(){return[a("h2",{id:"about-title"},
u("own")),a("p.lead",{},u("ownHint")),a("label.field",{},u("ownDatum")," ",a("select",{id:"own-datum",onchange:t=>{q.datum=
t.target.value,ml(),vo()}},cl.map(t=>a("option",{value:t,selected:t===q.datum},u(Ff[t])))))," ",a("label.load",{},u("own\
File"),a("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>gl(t.target.files[0])})),
a("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),a("button",{type:"button",id:"\
own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&hl(u("ownPasted"),new TextEncoder().encode(
t))}},u("ownTake")),a("div.own-result",{},Hf())]}function vo(){mt(Vf)}function wl(){h.createPane("gisplan-own").style.zIndex=
587,Wt=v.layerGroup().addTo(h);let t=a("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:vo});document.
getElementById("about-open").before(t),E("language",()=>{t.replaceChildren(a("span.long",{},u("own")),a("span.short",{},
u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes("Files")&&
(n.preventDefault(),e==="drop"&&gl(n.dataTransfer.files[0]))})}function qf(t){let e=[u(t.publisher),t.date].filter(Boolean),n=a("li",{},k(u(t.title)));for(let o of e)n.append(" · ",k(
o));return t.url&&n.append(" · ",t.link?we(t.url,t.url):k(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},u(t.note))),
n}function Kf(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=a("dl.values"),o=(s,...i)=>n.append(a("dt",{},u(s)),
a("dd",{},...i));u(t.vintage)&&o("vintage",k(u(t.vintage))),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(qf))),
u(t.licence)&&o("licence",k(u(t.licence))),e.length&&o("meaning",a("ul.plain",{},e.map(s=>a("li",{},k(u(s.title),"strong\
.datum"),s.derived?X():null," ",k(u(s.meaning))))));let r=y.maps?[...new Set(M.filter(s=>s.data===t).map(ve))]:[];return r.
length&&o("maps",r.map((s,i)=>[i?"；":"",k(s)])),a("section",{},a("h3",{dir:"auto"},u(t.title)),a("p",{dir:"auto"},u(t.
description)),n)}function yl(){return[a("h2",{id:"about-title"},u("about")),a("p.lead",{dir:"auto"},u(y.description)),Object.
values(y.tables).map(Kf),a("p.software",{},u("software"))]}var xl=document.getElementById("about-open"),So=document.getElementById("language");function bl(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en";let t=Kt();document.title=y.maps?`${u(t.title)} · ${u(y.title)}`:u(y.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}xl.replaceChildren(...Ln(
"about")),So.replaceChildren(u("language")),So.setAttribute("aria-label",u("languageHint")),So.lang=m.lang==="zh"?"en":"\
zh-CN",h.getContainer().setAttribute("role","main"),h.getContainer().setAttribute("aria-label",u("map"))}function kl(){xl.
addEventListener("click",()=>mt(yl)),So.addEventListener("click",()=>{Ot(()=>{m.lang=m.lang==="zh"?"en":"zh",L("language")})}),
E("language",bl),E("map",bl)}function Yf(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?a("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):C("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},C("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function vl(){return ut.length?a("fieldset.context",{},a("legend",{},u("context")),[...ut].reverse().
map(t=>{let e=`context-${t.name}`;return a("div.layer",{},a("div.layer-head",{},a("input",{type:"checkbox",id:e,checked:St(
t),onchange:n=>ui(t,n.target.checked)}),a("label",{for:e,dir:"auto"},k(u(t.title))),Yf(t)))})):null}var qr=document.getElementById("panel"),Kr=document.getElementById("panel-toggle");function Jf(t,e){return a("input",{type:"\
checkbox",id:e,checked:m.shown[t.number],onchange:n=>K(t,n.target.checked)})}function Xf(t,e){return a("input",{type:"ra\
dio",name:"theme",id:e,checked:m.shown[t.number],title:u("oneTheme"),onclick:()=>K(t,!m.shown[t.number])})}function Zf(t){
let e=`layer-${t.number}`,n=a("div.layer",{},a("div.layer-head",{},$t(t)?Xf(t,e):Jf(t,e),a("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?Le(t.style):null)),o=oo(t);return o.children.length&&(o.hidden=!m.shown[t.number],n.append(
o)),n}function Qf(t,e){return a("label.opacity",{title:u("opacity")},a("span",{"aria-hidden":"true"},u("opacityShort")),
a("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),a("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*m.opacity[e]),oninput:n=>Cn(e,n.target.valueAsNumber/100)}))}function Sl(){let t=document.activeElement?.
id;qr.setAttribute("aria-label",u("layers")),qr.replaceChildren(...Kt().groups.map(e=>[y.groups[e],e]).map(([e,n])=>a("f\
ieldset",{style:{"--group":m.opacity[n]}},a("legend",{dir:"auto"},u(e.title)),Qf(e,n),[...e.layers].reverse().map(o=>Zf(
M[o])))).reverse(),vl()??""),Kr.replaceChildren(...Ln("layers")),t&&qr.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function bn(t){document.body.classList.toggle("panel-open",t),Kr.setAttribute("aria-expanded",String(t)),t&&L(
"opened","panel"),h.invalidateSize({animate:!1})}function tp(){for(let t of M){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=m.shown[t.number])}}
function ep(){m.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function zl(){Kr.addEventListener("click",()=>bn(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&_.matches&&bn(!1)}),E("opened",t=>{t!==
"panel"&&_.matches&&bn(!1)}),E("language",Sl);for(let t of["year","kept","filter","map"])E(t,Sl);E("layers",tp),E("view",
ep)}var Gt=document.getElementById("profile"),Yr=40,np=[40,20,10,5,3,1],op=[10.5,9.5,8.75,8];function rp(t,e,n){let o=a("dl.\
values");for(let{name:r,column:s,value:i}of Ze(t,n))o.append(a("dt",{},k(u(s.title)),s.derived?X():null),a("dd",{dir:"au\
to"},it(s,i,e,r)));return o}function sp(t,e){Zr(),Rt(t,e,!0,!1)}function ip({layer:t,rows:e}){let n=t.popup.filter(s=>t.
data.columns[s]).slice(0,5),o=s=>a("th",{scope:"col"},u(t.data.columns[s].title)),r=s=>a("tr",{},n.map((i,l)=>{let c=t.data.
columns[i],f=Ze(t.data,s,[i])[0]?.value??null,p=Y(c,f,t,i);return l?a("td",{dir:"auto"},p):a("th",{scope:"row"},a("butto\
n",{type:"button",dir:"auto",onclick:()=>sp(t,s)},p))}));return a("table",{},a("thead",{},a("tr",{},n.map(o))),a("tbody",
{},e.slice(0,Yr).map(r)))}function Ml(t){return a("p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",a("button",{type:"\
button",onclick:()=>Tl(e.table,e.data.search.code[n])},J(e,n))]))}function zo(t,...e){return a("section",{},a("h3",{},t),
e)}function ap({layer:t,rows:e,vague:n}){let o=zo([k(u(t.data.title)),a("span.count",{},` ${I("items",e.length)}`)],e.length?
ip({layer:t,rows:e}):null,a("p.note.left-out",{}),n?a("p.note",{},I("vague",n)):null);return o.dataset.rows=String(e.length),
o}function lp(t){let e=t.flatMap(n=>n.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[
...new Set(e)].join("；")}function cp({table:t,code:e}){let n=Li(t,e),o=n?null:Qe(e);if(!n&&!o)return null;let r=n?J(n.
layer,n.row):u(o),i=M.filter((d,w)=>d.data.search.code&&M.findIndex(g=>g.table===d.table)===w).map(d=>({layer:d,row:d.data.
search.code.indexOf(e)})).filter(d=>d.row>=0&&Ze(d.layer.data,d.row).length),l=n?$i(n.layer,n.row):Ci(o),c=n?Oi(e):[],f=n?
Ai(n.layer,n.row):[],p=n?i:l.flatMap(d=>d.rows.map(w=>({...d,row:w})));return[a("div.profile-head",{},a("h2",{id:"profil\
e-title"},k(r)," ",a("small",{},e)),a("div.row",{},a("button",{type:"button",id:"profile-print",onclick:()=>window.print()},
u("printA4")),a("button",{type:"button",id:"profile-save",onclick:()=>up(r,p)},"XLSX"),a("button.close",{type:"button",id:"\
profile-close","aria-label":u("close"),onclick:Zr},"×"))),o?a("p.note",{},u("zoneHint")):null,i.map(d=>zo(k(u(d.layer.data.
title)),rp(d.layer.data,d.layer,d.row))),l.map(ap),c.length?zo(u("units"),Ml(c)):null,f.length?zo(u("neighbours"),Ml(f)):
null,a("p.note",{},u("credits"),lp([...i,...l].map(d=>d.layer.data)))]}function up(t,e){let n=[[u("source"),u("item"),u(
"value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of e)for(let{name:i,column:l,value:c}of Ze(r.data,s))n.push([u(r.
data.title),u(l.title),V(l)?c:Y(l,c,r,i),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);Dt(`${cn(t)}.xlsx`,"application/v\
nd.openxmlformats-officedocument.spreadsheetml.sheet",uo(t,n))}function Jr(){let t=m.profile&&cp(m.profile);if(Gt.hidden=
!t,document.body.classList.toggle("profile-open",!!t),!t){m.profile=null;return}Gt.setAttribute("aria-labelledby","profi\
le-title"),Gt.replaceChildren(...a("div",{},t).childNodes),Xr(Yr)}function fp(){document.body.classList.add("profile-pap\
er");let t=()=>Gt.scrollWidth<=Gt.clientWidth+1;for(let e of np){Xr(e);for(let n of op)if(Gt.style.setProperty("--letter\
s",`${n}px`),t())return}El()}function Xr(t){for(let e of Gt.querySelectorAll("section")){let n=[...e.querySelectorAll("t\
body tr")];for(let[s,i]of n.entries())i.hidden=s>=t;let o=Number(e.dataset.rows??0)-Math.min(t,n.length),r=e.querySelector(
".left-out");r&&(r.textContent=o>0?I("leftOut",o):"")}}function El(){document.body.classList.remove("profile-paper"),Xr(
Yr)}function Tl(t,e){m.profile={table:t,code:e},Jr(),Gt.scrollTop=0,document.getElementById("profile-close")?.focus(),L(
"view")}function Zr(){m.profile&&(m.profile=null,Jr(),L("view"))}function Ll(){window.addEventListener("beforeprint",()=>{
m.profile&&fp()}),window.addEventListener("afterprint",El),E("language",Jr),E("profile",({table:t,code:e})=>Tl(t,e)),document.
addEventListener("keydown",t=>{t.key==="Escape"&&m.profile&&Zr()})}var xn={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},$l={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function A(t){return u(xn[t])}function de(t,e){let n=Lt(e);return u({zh:$l[t].zh(
n),en:$l[t].en(n)})}function Mo(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function Ol(t){return u({zh:`${t} ${xn.dueBy.zh}`,en:`${xn.dueBy.
en}${t}`})}function Al(t){return u({zh:`${xn.asOf.zh}：${t}`,en:`${xn.asOf.en} ${t}`})}var Ae=["met","partly","short","undecided","awaiting"],ft="overdue",kn="aims",pp=["target","milestone"],dp=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],vn=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function Cl(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return dp.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Qr(t,e){let n=Cl(e);if(!n)return[];let o=t.
map(s=>s.names.map(Cl)),r=s=>o.map((i,l)=>i.some(s)?l:-1).filter(i=>i>=0);for(let s of[i=>i===n,i=>i===`省${n}`,i=>n.length>
1&&i.includes(n)]){let i=r(s);if(i.length)return i}return[]}function Pl(t,e){let n=N(t,e);return n?n.split(" ").map(Number):
[]}function Bl({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,i=(c,f)=>r[c]?N(r[c].values,f):null,l=(c,f)=>r[c]?
[i(c,f),r[c].english?N(r[c].english,f):null]:[];return Array.from({length:s},(c,f)=>({row:f,item:i("item",f),kind:i("kin\
d",f),state:i("state",f),year:i("year",f),due:i("due",f),lead:Pl(e,f),cooperate:Pl(n,f),regions:new Map((N(o,f)||"").split(
" ").filter(Boolean).map(p=>p.split(":")).map(([p,d])=>[Number(p),d])),words:[...l("name",f),i("clause",f),i("item",f),i(
"text_zh",f)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function Eo(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function ts(t){return pp.
includes(t.kind)}function mp(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Qr(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(f=>c.some(p=>f[p].some(d=>l.has(d))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===kn?ts(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let i=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);i.push(c=>c.regions.has(l))}return t.mark&&o&&i.push(l=>o.has(l.row)),{found:r,here:i}}function es(t,e,n){
let{found:o,here:r}=mp(e,n),s=f=>!e.states.length||e.states.includes(f.state)||e.states.includes(ft)&&Eo(f,n.day),i=f=>t.
filter(p=>f.every(d=>d(p))),l=i([...o,...r]),c=e.due?es(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:i(
[...o,s]),list:hp(l.filter(s))}}function hp(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function To(t,e){
let n=Object.fromEntries([...Ae,ft].map(o=>[o,0]));for(let o of t)n[o.state]++,Eo(o,e)&&n[ft]++;return n}function Nl(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(i=>i.year===o+s)}))}var gp=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function ns(t){return gp.test(t)}function Il(t,{regions:e,kinds:n,years:o,rows:r}){let s=(i,l)=>{let c=t.get(i)??"";return l(
c)?c:""};return{...vn,unit:(t.get("unit")??"").slice(0,80),role:s("role",i=>["lead","cooperate"].includes(i)),region:s("\
region",i=>e.some(l=>l.code===i)),due:s("due",i=>i==="none"||o.map(String).includes(i)),kind:s("kind",i=>i===kn||n.includes(
i)),states:(t.get("state")??"").split(" ").filter(i=>[...Ae,ft].includes(i)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",i=>{let[l,c,...f]=i.split(".");return!f.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",ns)}}function os(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var Ce=y.tasks,yt=Ce?Bl(Ce):[],pt=Ce?.table,Sn=Ce?.units??[],dt=Ce?.regions??[],rs=Object.assign(Object.create(null),Ce?.
rows),Pe=Object.keys(rs),ss=[...new Set(yt.map(t=>t.year))].filter(Boolean).sort(),is=[...new Set(yt.map(t=>t.kind))],$={
open:!1,asked:vn,found:null,chosen:null};function Lo(t,e){let n=rs[t]?N(rs[t],e):"";return n?n.split(" ").map(Number):[]}
function bt(){return $.asked.asOf||Te()}function zn(t){let[e,n]=t.split("."),o=qt[e]?.[Number(n)];return o?{name:e,place:o}:
null}function Ht(t){$.asked={...$.asked,...t};let e=$.asked.mark?zn($.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(
o=>Lo(e.name,o)));$.found=es(yt,$.asked,{units:Sn,regions:dt,marked:n,day:bt()}),L("tasks")}var wp={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},Dl=60,yp=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],Be=Dl;
function Mn(t){return a(`span.sign.state-${t}`,{"aria-hidden":"true"},wp[t])}function Ne(t,e){return Y(pt.columns[t],e)}
function xt(t){if(t.state===ft)return A("overdue");let e=Eo(t,bt())?`${u({zh:"，",en:", "})}${A("overdue")}`:"";return Ne(
"state",t.state)+e}function W(t,e){return pt.columns[t]?R(pt,t,e):null}function as(t){let e=W("form",t.row),n=Ne("kind",
t.kind);return e?`${n} · ${Ne("form",e)}`:n}function bp(t){let e=[...t.regions].filter(([,n])=>n==="place");return Mo((e.
length?e:[...t.regions]).map(([n])=>u(dt[n])),4)}function Rl(t){let e=W("value",t);if(e==null)return null;let n=W("measu\
re_unit",t)??"";return`${it(pt.columns.value,e)} ${n}`.trim()}function xp(t,e){let n=a("dl.values"),o=(s,...i)=>{n.append(
a("dt.wide",{},k(s)),a("dd.wide",{dir:"auto"},...i))},r=W("text_zh",t.row);r&&o(u(pt.columns.text_zh.title),a("blockquot\
e",{lang:"zh-CN"},r));for(let s of yp){let i=W(s,t.row);if(s==="lead"&&!i&&o(u(pt.columns.lead.title),A("noLead")),s==="\
evidence"&&Rl(t.row)&&o(A("known"),Rl(t.row)),i==null)continue;let l=it(pt.columns[s],i);o(u(pt.columns[s].title),s==="u\
rl"?we(i,i):l)}return t.regions.size&&o(A("about"),bp(t)),[n,e?a("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
A("onMap")):a("p.hint",{},A("noPlace"))]}function kp(t,{open:e,place:n}){let o=$.chosen===t.row,r=`task-${t.row}`,s=W("l\
ead",t.row);return a(o?"li.task.opened":"li.task",{"data-item":t.item},a("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},Mn(t.state),a("span.what",{},k(W("name",t.
row),"span.heading"),a("span.facts",{},a("strong",{},xt(t)),` · ${as(t)} · `,k(W("clause",t.row)),s?[" · ",k(s)]:null))),
o?a("div.details",{id:`${r}-details`},xp(t,n(t))):null)}function Fl(t,e){if(!t.length)return[a("p.hint",{},A("nothing"))];
let n=t.findIndex(i=>i.row===$.chosen);n>=Be&&(Be=n+1);let o=[],r,s;for(let i of t.slice(0,Be)){if(i.year!==r||!s){r=i.year;
let l=t.filter(c=>c.year===r);s=a("ul.tasks"),o.push(a("h3",{},r?Ol(r):A("undated"),a("span.count",{},` ${de("tasks",l.length)}`)),
s)}s.append(kp(i,e))}return t.length>Be&&o.push(a("button.more",{type:"button",id:"tasks-more",onclick:()=>{Be+=200,e.again()}},
u("more"))),o}function Ul(){Be=Dl}var jl={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},Ie=v.
layerGroup();function _l(t){return t.geometry==="polygon"?t.data.search.code:null}function Wl(t){for(let e of M){let n=_l(
e)?.indexOf(t)??-1,o=n<0?null:tt(e,n);if(o)return{layer:e,place:o}}return null}function Gl(t){let e=Pe.map(n=>M.find(o=>o.
table===n)).sort((n,o)=>Number(m.shown[o.number])-Number(m.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,i)=>i).filter(s=>Lo(n.table,s).includes(t.row)).map(s=>tt(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>Wl(dt[n].code)).filter(Boolean)}function Hl({
layer:t,place:e}){return e.point?v.circleMarker(e.point,{...jl,radius:G[e.precision]+6}).addTo(Ie):v.polygon(e.parts,jl).
addTo(Ie),t}function Re(t){if(Ie.clearLayers(),!t)return!1;let e=Gl(t);return e.forEach(Hl),e.length>0}function Vl(t){let e=Gl(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!m.shown[n.number]&&K(n,!0),Re(t),je(o,!1)}:null}
function ql(t){Ie.clearLayers();let e=t?Wl(t):null;e&&(Hl(e),je(e.place,!1))}function vp({layer:t,place:e,row:n}){if(Pe.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=_l(t)?.[n];if(!o)return null;let r=i=>dt.
some(l=>l.code===i);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function Sp(){let t=!$.open||!$.found,e=new Set(
t?[]:$.found.anyPlace.map(o=>o.row)),n=!1;for(let o of Pe){let r=M.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,f)=>f).filter(c=>Lo(o,c).some(f=>e.has(f))),i=t||s.length===r[0].data.count?void 0:new Set(s),l=m.kept[o];zp(l,
i)||(m.kept[o]=i,r.forEach(rn),n=!0)}n&&L("kept")}function zp(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function Kl(){Ie.addTo(h),E("tasks",Sp),E("chosen",()=>{let t=m.chosen&&vp(m.chosen);t&&(Ie.clearLayers(),
Ht(t))})}var $o=null;function Mp(t){return[[W("said_by",t.row),W("said_on",t.row)].filter(Boolean).join(" "),W("evidence",t.row),
t.state==="awaiting"?null:W("reason",t.row),W("note",t.row),W("found",t.row)].filter(Boolean).join(`
`)}function Ep(t){let e=W("asked",t.row),n=W("text_zh",t.row);return[k(W("name",t.row)+(e?` · ${e}`:"")),n?a("blockquot\
e",{lang:"zh-CN"},n):null]}function Tp(t){return a("table",{},a("thead",{},a("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>a("th",{scope:"col"},A(n))))),a("tbody",{},t.map(n=>a("tr",{},a("td",{},k(W("clause",n.row))),
a("td",{},n.year?String(n.year):""),a("td",{},as(n)),a("td",{},Ep(n)),a("td",{},k(W("lead",n.row)??"—")),a("td",{},xt(
n)),a("td.basis",{dir:"auto"},Mp(n))))))}function Lp(t,e){Oo();let n=y.tables[Object.keys(y.tables)[0]]?u(y.attribution):
"";$o=a("section",{id:"tasks-sheet"},a("h1",{},A("title")),a("p",{},e),a("p",{},`${de("tasks",t.length)} · ${Al(bt())}`),
Tp(t),a("p.foot",{},`${u(y.title)} · ${u("printed")}${Te()} · ${n}`),a("button.sheet-back",{type:"button",onclick:Oo},
A("back"))),document.body.classList.add("printing-list"),document.body.append($o)}function Oo(){$o?.remove(),$o=null,document.
body.classList.remove("printing-list")}function Yl(t,e){Lp(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function Jl(){window.addEventListener("afterprint",Oo),document.addEventListener("keydown",t=>{t.key==="Escape"&&
Oo()})}var Et=0;function Xl(t,e){let n=Nl(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Et=Math.min(Et,o.length-1);let r=o.
findIndex(c=>c.row===$.chosen);r>=0&&(Et=r);let s=[],i=c=>{let f=R(pt,"name",c.row),p=`${c.year} · ${f} · ${xt(c)}`,d=a(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Et?0:-1,title:p,"aria-label":p,
"aria-current":c.row===$.chosen?"true":null,onclick:()=>e(c.row)},Mn(c.state));return s.push(d),d},l=c=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],p=c.key==="Home"?0:c.key==="End"?s.length-1:f&&Et+f;p===void 0||!s[p]||(c.preventDefault(),
s[Et].tabIndex=-1,Et=p,s[Et].tabIndex=0,s[Et].focus())};return a("section.moments",{},a("h3",{id:"timeline-title"},A("ti\
meline")),a("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:f})=>a(f.length?"div.of-year":"div.of-year.none",{},a("div.dots",{},f.map(i)),a("span.year",{},String(
c))))),a("p.hint",{id:"timeline-hint"},A("timelineHint")),a("details",{},a("summary",{},A("timelineData")),a("div.scroll",
{tabIndex:0,role:"region","aria-label":A("timelineData")},$p(n))))}function $p(t){let e=[...Ae,ft],n=(o,r)=>{let s=To(r,
bt());return a("tr",{},a("th",{scope:"row"},o),a("td",{},String(r.length)),e.map(i=>a("td",{},String(s[i]))))};return a(
"table",{id:"timeline-table"},a("caption.unseen",{},A("timeline")),a("thead",{},a("tr",{},a("th",{scope:"col"},A("year")),
a("th",{scope:"col"},A("sum")),e.map(o=>a("th",{scope:"col"},k(xt({state:o})))))),a("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(A("sum"),t.flatMap(o=>o.tasks))))}var Co=a("aside",{id:"tasks",hidden:!0}),ls=a("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),De=a("div.results"),cs=a(
"div.tasks-body",{},ls,De),Po=a("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>En(!$.open)});function En(t){Ot(()=>{$.open=t,t&&L("opened","tasks"),Co.hidden=!t,document.body.classList.toggle(
"tasks-open",t),Po.setAttribute("aria-expanded",String(t)),t||Re(null),Ht({})})}function Tt(t){Ul(),Ht(t)}function me(t,e,n){
return a("div.field",{},a("label",{for:`tasks-${t}`},A(t)),e,n??null)}function Ao(t,e,n){let o=$.asked[t];return a("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>a("option",{value:r,selected:r===o},s)))}function Op(){
let t=Sn.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[a("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:$.asked.unit,placeholder:A("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>Tt({unit:e.target.value}),"\
data-list":"tasks-units"}),a("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>a("option",{value:e})))]}function Ap(){
let t=[["",A("all")]];return dt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of dt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function us(){let t=ls.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>Tt({[r]:s}),[n,o]=Op();n.setAttribute("list","tasks-units"),ls.replaceChildren(me("unit",n,a("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,me("role",Ao("role",[["",A("anyRole")],["lead",A("lead")],["cooperate",A("cooperate")]],
e("role"))),me("region",Ao("region",Ap(),r=>{Tt({region:r,mark:""}),ql(r)})),me("due",Ao("due",[["",A("all")],...ss.map(
r=>[String(r),String(r)]),["none",A("noYear")]],e("due"))),me("kind",Ao("kind",[["",A("all")],[kn,A("aims")],...is.map(r=>[
r,Ne("kind",r)])],e("kind"))),me("words",a("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:$.
asked.words,oninput:r=>Tt({words:r.target.value})})),me("asOf",a("input",{id:"tasks-asOf",type:"date",value:bt(),onchange:r=>Tt(
{asOf:ns(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Ql(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=$.asked,n=Qr(Sn,e),o=i=>{let l=i.now&&u(i.now)!==u(i),c=u({zh:"（",en:" ("}),
f=u({zh:"）",en:")"});return u(i)+(l?c+A("now")+u(i.now)+f:"")},r=n.map(i=>o(Sn[i])),s=n.length&&!yt.some(i=>Cp(i,n));t.
textContent=e.trim()?n.length?(s?A("unnamed"):"")+Mo(r,4):A("noUnit"):""}function Cp(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function Pp(){let t=To($.found.anyState,bt()),e=$.asked.states;return a("div.states",{role:"\
group","aria-label":A("state")},[...Ae,ft].map(n=>a(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>Tt({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===ft?null:Mn(n),
a("span",{},xt({state:n}))," ",a("strong",{},String(t[n])))))}function Bp(){let{list:t}=$.found,e=t.filter(ts).length;return a(
"p.sum",{role:"status",id:"tasks-sum"},a("strong",{},de("tasks",t.length)),e&&e<t.length?a("span.count",{},` ${de("aims",
e)}`):null)}function Np(){let t=$.asked.mark&&zn($.asked.mark);if(!t)return null;let e=M.find(n=>n.table===t.name);return a(
"p.marked",{},A("marked"),k(Qt(e,t.place)),a("button",{type:"button",id:"tasks-unmark","aria-label":A("unmark"),onclick:()=>Tt(
{mark:""})},"×"))}function Ip(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:i}=$.asked,l=$.asked.mark&&zn($.
asked.mark);return[t.trim(),e&&A(e),n&&u(dt.find(f=>f.code===n)),l&&Qt(M.find(f=>f.table===l.name),l.place),o&&(o==="non\
e"?A("noYear"):o),r&&(r===kn?A("aims"):Ne("kind",r)),...s.map(f=>xt({state:f})),i.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||A("all")}function Rp(){let t=os($.asked).length>0;return a("div.tools",{},a("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{$.chosen=null,Re(null),Tt(vn),us(),Ql(),document.getElementById("tasks-unit").focus()}},
A("clear")),a("button",{type:"button",id:"tasks-print",onclick:()=>Yl($.found.list,Ip())},A("print")))}function Zl(t){$.
chosen=$.chosen===t?null:t;let e=$.chosen===null?null:yt[t];Re(e),e&&!$.found.list.includes(e)?Ht({states:[],due:""}):L(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),Q(`${W("name",t)}, ${xt(e)}`))}function fs(){if(!$.open)return;let t=De.contains(document.activeElement)?
document.activeElement.id:null,e=De.querySelector("details")?.open??!1,{scrollTop:n}=cs,o={open:Zl,place:Vl,again:fs},r=[
Np(),Pp(),Bp(),Rp(),Xl($.found.anyYear,Zl),...Fl($.found.list,o)];De.replaceChildren(...r.filter(Boolean)),e&&De.querySelector(
"details")&&(De.querySelector("details").open=!0),cs.scrollTop=n,t&&document.getElementById(t)?.focus(),Ql()}function Dp(){
let t=document.getElementById("tasks-region");t&&t.value!==$.asked.region&&(t.value=$.asked.region)}function Fp(){Po.replaceChildren(
A("tasks")),Co.setAttribute("aria-label",A("title")),Co.replaceChildren(a("div.tasks-top",{},a("h2",{},A("title")),a("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{En(!1),Po.focus()}},"×")),cs),us(),fs()}
function Up(t){let n=Il(t,{regions:dt,kinds:is,years:ss,rows:Pe});n.mark&&!zn(n.mark)&&(n.mark="");let o=t.get("item"),r=yt.
find(i=>i.item===o);$.asked=n,$.chosen=r?r.row:null;let s=t.has("tasks");us(),s!==$.open?En(s):Ht({}),Re(s?r:null)}function jp(){
if(!$.open)return[];let t=$.chosen===null?[]:[["item",yt[$.chosen].item]];return[["tasks","1"],...os($.asked),...t]}function tc(){
yt.length&&(document.getElementById("tools").prepend(Po),document.getElementById("panel").after(Co),$.found=null,Kl(),Jl(),
Ht({}),ho({write:jp,follow:Up}),window.gisplanTasks={view:$,tasks:yt,ask:Tt},E("language",Fp),E("tasks",()=>{Dp(),fs()}),
E("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&_.matches)&&$.open&&En(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&_.matches&&$.open&&En(!1)}))}function ec(...t){vs(y),Fa(),y.basemap&&Zi(y.basemap),wi(),zi(),ni(),Ii(),qi(),ea(Ka()),Object.assign(te,{prefectures:M.
find(e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>be(e,v.latLng(n,o))}),Cs(),zl(),za(),Aa(),Vi(),
qa(),wl(),Ll(),aa(),Ws(),kl(),Xi(),di(),$s(),tc();for(let e of t)e(y);L("language"),bn(!_.matches),Ut(window.matchMedia(
"(min-width: 1180px)").matches&&va()),Ue(),Ua(),Nt(),window.gisplan={map:h,data:y,state:m,layers:M,places:qt,setYear:wt,
geodesicLength:Pt,geodesicArea:Jn}}ec();
})();
