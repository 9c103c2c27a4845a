// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources c5202cf688a6c559052c5e9ed4c02cc253917365cc86fe7cd841f352eddab4c4
// bundle 4d1eec098fa70a12b6c016e376d5ecb8cb4e34302602114e47d58756417b3aa2 esbuild 0.28.2
(async()=>{"use strict";
var uu=[[1e9,1e8,"亿"],[1e5,1e4,"万"]],fu=[[1e8,1e8,"亿"],[1e4,1e4,"万"]],du=2,pu={digits:null,myriads:!0},mu={digits:3,
myriads:!0};function se(t){return(t<1e21?String(t):String(BigInt(t))).replace(/\B(?=(\d{3})+$)/g,",")}function to(t,e){if(t>=
1e21)return se(t);let[n,o]=t.toFixed(e).split("."),r=(o||"").replace(/0+$/,"");return se(Number(n))+(r?`.${r}`:"")}function hu(t,e){
let n=e&&uu.find(([o])=>t>=o);return n?to(t/n[1],du)+n[2]:Number.isInteger(t)?se(t):t>=1?to(t,t>=1e3?1:2):to(Number(t.toPrecision(
3)),10)}function gu(t,e,n){let o=e,r=Number(t.toPrecision(o));for(;t<100&&r>=100&&o<12;)o+=1,r=Number(t.toPrecision(o));
let s=n&&fu.find(([l])=>r>=l),a=s?r/s[1]:r;return to(a,wu(a))+(s?s[2]:"")}function wu(t){let[e,n]=String(t).split("e"),o=(e.
split(".")[1]||"").length-Number(n||0);return Math.min(10,Math.max(0,o))}function Q(t,e=pu,n="en"){let o=Math.abs(t),r=e.
myriads&&n==="zh",s=e.digits?gu(o,e.digits,r):hu(o,r);return t<0&&s!=="0"?`−${s}`:s}function dn(t,e){return e>0?`${Q(t/
e*100,mu)} %`:"—"}function ur(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Q(Number((t/1e3).toFixed(t<1e5?
3:2)))} km`:"—"}function ae(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(2)} km`:"—"}function ca(t){
let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Q(Number((t/n).toFixed(2))),e]}var p={lang:"zh",context:Object.create(null),shown:[],opacity:[],year:null,chosen:null,kept:Object.create(null),map:0,profile:null,
filter:new Map,more:Object.create(null),measuring:!1,paper:!1,place:null},ua={language:[],layers:[],context:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],
kept:[]};function E(t,e){ua[t].push(e)}function O(t,e){for(let n of ua[t])n(e)}function fa(t){p.lang=t.lang,p.shown=t.layers.
map(e=>e.show),p.opacity=t.groups.map(()=>1)}var yu={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"One theme at a time; a second click takes it back"},onMap:{zh:"在地图",en:"on the map"},profile:{zh:"概况",en:"\
Profile"},printA4:{zh:"打印（A4）",en:"Print (A4)"},units:{zh:"下属单位",en:"Units within"},neighbours:{zh:"相邻单位",
en:"Neighbours"},item:{zh:"项目",en:"Item"},value:{zh:"数值",en:"Value"},unit:{zh:"单位",en:"Unit"},own:{zh:"我的数据",
en:"My own data"},ownShort:{zh:"我的",en:"Own"},ownHint:{zh:"CSV、XLSX、GeoJSON、KML 文件可拖到页面上，或粘贴表格；UTF-8 或 GBK。需有经度、纬度（或\
坐标）列，没有坐标的行可写县名。数据只留在本页。",en:"Drop a CSV, XLSX, GeoJSON or KML file on t\
he page, or paste a table; UTF-8 or GBK. It needs columns of longitude and latitude (or one of coordinates); rows withou\
t may name a county. Nothing leaves this page."},ownDatum:{zh:"坐标系：",en:"Datum:"},datumWgs84:{zh:"WGS 84（GPS、天地图\
）",en:"WGS 84 (GPS)"},datumCgcs2000:{zh:"CGCS2000（国家大地坐标）",en:"CGCS2000"},datumGcj02:{zh:"GCJ-02（高德、腾讯\
）",en:"GCJ-02 (Amap, Tencent)"},datumBd09:{zh:"BD-09（百度）",en:"BD-09 (Baidu)"},ownFile:{zh:"选择文件",en:"C\
hoose a file"},ownPaste:{zh:"在此粘贴表格（含表头）",en:"Paste a table here, with its headings"},ownPasted:{zh:"\
粘贴的表格",en:"Pasted table"},ownTake:{zh:"放到地图上",en:"Put it on the map"},ownClear:{zh:"从地图上移除",
en:"Remove from the map"},ownCandidates:{zh:"作为候选点",en:"As candidate sites"},ownGiven:{zh:"按所给坐标",en:"\
by the coordinates given"},ownUnit:{zh:"只知道所在的县（市、区），绘在其中部",en:"known to the unit on\
ly, drawn in its middle"},ownLarge:{zh:"文件超过 20 MB，请先筛选或拆分。",en:"The file is over 20 MB; filte\
r or split it first."},ownUnread:{zh:"读不了这个文件。请另存为 CSV、XLSX、GeoJSON 或 KML 后再试。",en:"\
This file can't be read. Save it as CSV, XLSX, GeoJSON or KML and try again."},ownNoPlace:{zh:"没有坐标，也没有县名。",
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
en:"Of it off the road"},toRoad:{zh:"到干线公路",en:"To the trunk road"},offRoad:{zh:"太远，公路上到不了",
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
en:"Read as latitude, longitude and put in order; please check."}},bu={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`},
roadRule:{zh:(t,e)=>`沿页面所带的干线公路计；两端到最近公路按直线 × ${e}（声明的假设），不超过 ${t}\
 千米；比这两段还近的直接走直线。`,en:(t,e)=>`Over the trunk roads in this page; from both ends straight\
 x ${e} (a declared assumption) to the nearest road, at most ${t} km; straight where that is no farther than the two leg\
s.`},roadOff:{zh:(t,e)=>`${t} 个居民点（${e}）离公路更远，公路上到不了。`,en:(t,e)=>`${t} settlements\
 (${e}) lie farther off and can't be reached by road.`}},xu={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,
en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 place":`${t} places`},ownTaken:{zh:t=>`采用 ${t} 行。`,en:t=>`${t}\
 rows taken.`},ownShapes:{zh:t=>`另绘线、面 ${t} 个。`,en:t=>`${t} lines or areas drawn.`},ownRefused:{zh:t=>`未采用\
 ${t} 行：`,en:t=>`${t} rows not taken:`},ownRow:{zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{zh:t=>`另有 ${t}\
 项只知道所在的上一级单位，位置在此，未计入`,en:t=>`${t} more are drawn here but known to the unit \
above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} of unknown year, sh\
own in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-
1} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{
zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{
zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t}\
 cells`}};function u(t){let e=typeof t=="string"?yu[t]??bu[t]:t;return e?e[p.lang]:""}function W(t,e){return xu[t][p.lang](
se(e))}function da(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of the report is not known"}:{zh:`以下为 ${e}\
 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态不详：${n.zh}`,en:`Not known in ${t}\
: ${n.en}`}[p.lang]}function pa(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[p.lang]}function i(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[a,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(a==="style")for(let[c,f]of Object.entries(l))s.style.setProperty(c,f);else
a.startsWith("on")?s.addEventListener(a.slice(2),l):a.includes("-")||a==="role"||a==="for"?s.setAttribute(a,l):s[a]=l;for(let a of n.
flat(1/0))a==null||a===""||s.append(a);return s}function S(t,e){return i(e||"span.datum",{dir:"auto"},t)}function eo(t){
return[i("span.long",{},u(t)),i("span.short",{},u(`${t}Short`))]}function ft(t){document.getElementById("spoken").textContent=
t}function I(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var ku={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function ie(t){return I("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},I("path",{d:ku[t]}))}function Ne(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
i("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):S(e)}function et(){return i("span.derived",{title:u(
"derivedHint")},u("derived"))}function Ie(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var M=window.L;async function vu(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var fr=document.getElementById("gisplan-data"),b=JSON.parse(fr.dataset.packed?await vu(fr.textContent):fr.textContent);var ha=new Int8Array(128),ma="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<ma.length;t++)
ha[ma.charCodeAt(t)]=t;function le(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=ha[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function It(t,{decimals:e,origin:n}){let o=10**-e,r=le(t),s=[],[a,
l]=n;for(let c=0;c<r.length;c+=2)a+=r[c],l+=r[c+1],s.push([l*o,a*o]);return s}function no(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let a=r?1:0;a<s.length;a++)n.push(s[a])}),n}function j(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function oo(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
a,l]=t[r],[c,f]=t[s];a>e!=c>e&&n<(f-l)*(e-a)/(c-a)+l&&(o=!o)}return o}function ga(t){let e=t.arcs?t.arcs.split(" ").map(n=>It(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?It(n.at,t):[],s=n.anchor?It(n.anchor,t):[];return Array.from({length:o},(a,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=j(n.precision,l),c;if(c.
parts=n.shapes[l].map(f=>f.map(d=>no(e,d))),c.bounds=M.latLngBounds(c.parts.flatMap(f=>f[0])),c.anchor=s[l],c.anchor){let f=c.
parts.find(([d])=>oo(d,c.anchor))||c.parts[0];c.room=M.latLngBounds(f[0])}return c})}}function Ht(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>oo(o,n)&&!r.some(s=>oo(s,n)))}function wa(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),a=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>a.x+o||r.y>s.y+o||r.y<a.y-o?!1:e.parts.some(([l])=>{let c=l.map(f=>t.latLngToLayerPoint(f));return c.some((f,d)=>d&&
M.LineUtil.pointToSegmentDistance(r,c[d-1],f)<=o)})}var w=window.map_gisplan,Su=ga(b),Rt=Object.fromEntries(Object.entries(b.tables).map(([t,e])=>[t,Su(e)])),$=b.layers.map(
(t,e)=>({...t,number:e,data:b.tables[t.table],places:Rt[t.table],geometry:b.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Re=600;function lt(t,e){let n=w.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function qt({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function ro(t,e){p.shown[t.number]=e,e?t.group.addTo(w):t.group.remove()}function rt(t,e){if(e&&qt(t))for(let n of $)
n!==t&&p.shown[n.number]&&qt(n)&&ro(n,!1);ro(t,e),O("layers")}function ya(t,e){for(let n of $)qt(n)&&ro(n,n===t||n===e);
O("layers")}function ba(){let t=$.filter(e=>p.shown[e.number]&&qt(e));for(let e of t.slice(0,-1))ro(e,!1)}function so(t,e){
p.opacity[t]=e;for(let n of b.groups[t].layers)w.getPane($[n].pane).style.opacity=e;O("view")}var dr=new Set;E("paper",()=>{for(let t of dr)t.draw()});function xa(t,e,n){let o=w.options.crs.scale(w.getZoom())/256,r=w.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var ce=M.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),dr.add(this),this.draw()},onRemove(){dr.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
p.paper,this.sheet?.remove(),this.sheet=null,p.paper){this.drawSheet();return}let t=w.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=w.containerPointToLayerPoint(e.multiplyBy(-1));M.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),xa(r,n,o))},drawSheet(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]);this.sheet=I("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(xa(e,t,1))),M.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});function ka({decimals:t,nodes:e,edges:n,lengths:o,perMetre:r=1}){let s=10**t,a=le(e),l=new Float64Array(a.length/2),c=new Float64Array(
a.length/2),[f,d]=[0,0];for(let x=0;x<l.length;x++)f+=a[2*x],d+=a[2*x+1],l[x]=f/s,c[x]=d/s;let m=le(n),g=new Int32Array(
m.length/2),h=new Int32Array(m.length/2),y=0;for(let x=0;x<g.length;x++)y+=m[2*x],g[x]=y,h[x]=y+m[2*x+1];let k=Float64Array.
from(le(o),x=>x/r);return{lon:l,lat:c,start:g,end:h,length:k}}var pr=b.context?.seats,ao=pr?It(pr.at,b).map((t,e)=>({at:t,names:pr.names[e]})):[];var Kt=t=>Math.round(10*t)/10,io=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${Kt(e)} ${Kt(n)}`)}lineTo(e,n){this.parts.push(`L${Kt(e)} ${Kt(n)}`)}arc(e,n,o){
let[r,s]=[Kt(o),Kt(2*o)];this.parts.push(`M${Kt(e-o)} ${Kt(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(I("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var Mu=["county","prefecture","province","country"],zu=b.context?.borders??{},Eu={country:0,province:0,prefecture:0,county:7},
va={railway:6,river:6.8},mt=b.context?b.context.layers.map(Tu):[],Km=mt.find(t=>t.graph)?.graph??null;function Tu(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=ka(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>no($u(),r)))),e.anchors=
t.anchors?It(t.anchors,b):[],e}var mr=null;function $u(){return mr??(mr=b.arcs.split(" ").map(t=>It(t,b))),mr}function Ft(t){
return p.context[t.name]!==!1}function Sa(t,e){p.context[t.name]=e,O("context")}function wr([t,e]){let{x:n,y:o}=w.options.
crs.latLngToPoint(M.latLng(t,e),0);return[n,o]}function gr(t){let e=t.map(wr),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function Ma(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],a)=>{a?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function za(t){let e=new io;return this.paint(e,t),e.elements}var Lu=ce.extend({name:"\
context-ground",prepare(){this.areas=mt.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(gr)})))},vectors:za,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(Ft(n)){t.beginPath();for(let s of r)Ma(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
Ou=ce.extend({name:"context-lines",prepare(){this.lines=mt.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>gr(r))}))})),this.shores=mt.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(gr)}));let t=mt.find(e=>e.graph);this.seats=ao.
map(({at:e})=>wr(e)),this.roads=t&&{one:t,...Au(t.graph)}},vectors:za,paint(t,e){let n=w.getZoom();t.scale(e.ratio,e.ratio),
t.lineJoin="round";for(let{one:o,rings:r}of this.shores)Ft(o)&&pn(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,
paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!Ft(o))continue;let s=!o.style.dash;if(!s&&n<va.railway)continue;let l=r.
filter(f=>!s||f.named||n>=va.river).flatMap(f=>f.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);pn(t,l,e,{color:o.style.color,
width:c,dash:[]}),!s&&n>=7.5&&pn(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&Ft(this.roads.one)&&this.paintRoads(
t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(Ft(o))for(let s of Mu){if(!Cu(s,n))continue;let a=r.
filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&pn(t,a,e,{color:"rgba(120, 98, 140, 0.16)",width:6,
dash:[]}),pn(t,a,e,zu[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)
o<e.west||o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle=
"#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:a,one:l}=this.
roads;t.beginPath();for(let f=0;f<s.length;f++){let[d,m]=[s[f],a[f]];o[d]<e.west&&o[m]<e.west||o[d]>e.east&&o[m]>e.east||
r[d]<e.north&&r[m]<e.north||r[d]>e.south&&r[m]>e.south||(t.moveTo(e.left(o[d])/e.ratio,e.top(r[d])/e.ratio),t.lineTo(e.left(
o[m])/e.ratio,e.top(r[m])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function Au({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let a=0;a<t.length;a++)[r[a],s[a]]=wr(
[e[a],t[a]]);return{x:r,y:s,start:n,end:o}}function pn(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let a of e)Ma(t,
a,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function Cu(t,e){let n=$.filter(o=>o.border===t);return n.
length?n.some(o=>p.shown[o.number]):e>=Eu[t]}var hr=[];function Ea(){if(!mt.length)return;lt("gisplan-ground",380);let t=$.
filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.length?t[t.length-1].number:-1;lt(
"gisplan-lines",Math.min(499,400+Math.max(e,0))),hr.push(new Lu({pane:"gisplan-ground"}).addTo(w)),hr.push(new Ou({pane:"\
gisplan-lines"}).addTo(w));let n=()=>{for(let o of hr)o.draw()};E("context",n),E("layers",n)}var yr="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Ta=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,Bu=new RegExp(`(${yr})?\\s*[:：=]?\\s*${Ta}`,"gi"),
Pu=new RegExp(`()${Ta}(?:\\s*(${yr}))?`,"gi"),Nu={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},Iu=new Set(["西经","南纬","W","S"]);function Ru(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${yr})`,"i").test(e),r=e.replace(o?Bu:Pu,(s,a,l,c,f,d)=>{let m=(a||(typeof d=="s\
tring"?d:"")).toUpperCase(),g=/^[−-]/.test(l)?-1:1,h=Math.abs(parseFloat(l.replace("−","-"))),y=g*(h+(c?c/60:0)+(f?f/
3600:0)),k=(c===void 0||c<60)&&(f===void 0||f<60);return n.push({value:Iu.has(m)?-y:y,axis:Nu[m]||null,short:k})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function ue(t,e){let n=Ru(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,a=o.axis==="lat"||r.axis==="lon",l=(g,h)=>Math.abs(g)<=180&&Math.abs(h)<=90,c=a?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let f=c.findIndex(([g,h])=>l(g,h)&&e(g,h));if(f<0)return{fault:c.
some(([g,h])=>l(g,h))?"tooFar":"outOfRange"};let[d,m]=c[f].map(yt);return{lon:d,lat:m,note:f===1?"swapped":null}}function yt(t){
return Math.round(t*1e6)/1e6}var ht=.0033528106647474805,fe=6378137*(1-ht),xr=6335439,kr=1e-4,G=Math.PI/180;function vr(t,e){return((e-t+540)%360+360)%
360-180}function Dt(t,e){let n=ht*(2-ht),o=Math.sin(e*G),r=Math.cos(e*G),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*G),s*r*Math.sin(t*G),s*(1-n)*o]}function $a(t){let e=t*(40680631590769-fe*fe)/(fe*fe);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function La(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Oa(t){return ht/16*t*(4+ht*(4-3*t))}function vt(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-ht)*
Math.tan(e*G)),s=Math.atan((1-ht)*Math.tan(o*G)),[a,l,c,f]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],d=vr(t,n)*G,
m=d;for(let g=0;g<100;g++){let h=Math.sin(m),y=Math.cos(m),k=Math.hypot(f*h,l*c-a*f*y);if(k===0)return 0;let x=a*c+l*f*y,
z=Math.atan2(k,x),L=l*f*h/k,T=1-L*L,A=T>1e-15?x-2*a*c/T:0,N=Oa(T),U=m;if(m=d+(1-N)*ht*L*(z+N*k*(A+N*x*(2*A*A-1))),Math.abs(
m-U)<1e-13){let[B,R]=$a(T);return fe*B*(z-La(R,k,x,A))}}return NaN}function de(t,e,n,o){let r=n*G,s=(1-ht)*Math.tan(e*G),
a=1/Math.sqrt(1+s*s),l=s*a,c=Math.atan2(s,Math.cos(r)),f=a*Math.sin(r),d=1-f*f,[m,g]=$a(d),h=o/(fe*m);for(let U=0,B=1/0;U<
100&&Math.abs(h-B)>1e-13;U++)B=h,h=o/(fe*m)+La(g,Math.sin(h),Math.cos(h),Math.cos(2*c+h));let[y,k,x]=[Math.sin(h),Math.cos(
h),Math.cos(2*c+h)],z=l*y-a*k*Math.cos(r),L=Math.atan2(l*k+a*y*Math.cos(r),(1-ht)*Math.hypot(f,z)),T=Math.atan2(y*Math.sin(
r),a*k-l*y*Math.cos(r)),A=Oa(d),N=T-(1-A)*ht*f*(h+A*y*(x+A*k*(2*x*x-1)));return[L/G,t+N/G]}function Fu(t,e,n,o,r){let[s,
a]=[Dt(t,e),Dt(n,o)],[l,c,f]=[a[0]-s[0],a[1]-s[1],a[2]-s[2]],[d,m]=[Math.sin(t*G),Math.cos(t*G)],[g,h]=[Math.sin(e*G),Math.
cos(e*G)],y=-d*l+m*c,k=-g*m*l-g*d*c+h*f,x=Math.atan2(y,k)/G;for(let z=0;z<4;z++){let[L,T]=de(t,e,x,r),A=vr(T,n)*Math.cos(
o*G)*G*6378137,N=(o-L)*G*6378137,[U,B]=de(t,e,x,r*.999),R=Math.atan2((T-B)*Math.cos(o*G),L-U),_=A*Math.cos(R)-N*Math.sin(
R),K=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));x+=_/K/G}return x}function mn([t,e],[n,o],r,s){let a=vt(e,t,o,n),l=Math.
max(r,Math.min(s,Math.ceil(a/2e3)));if(l===1||!a||!Number.isFinite(a))return[[n,o]];let c=Fu(e,t,o,n,a);return[...Array.
from({length:l-1},(d,m)=>de(e,t,c,a*(m+1)/l)),[n,o]]}function br(t){let e=Math.sqrt(ht*(2-ht)),n=Math.sin(t*G);return(1-
e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function lo(t){let e=0,n=br(t[0][0]);return t.forEach((o,r)=>{let[s,a]=o;mn(o,t[(r+
1)%t.length],100,500).forEach(([l,c])=>{e+=vr(a,c)*G*(br(s)-n+br(l)-n)/2,[s,a]=[l,c]})}),Math.abs(e)*6378137*6378137/2}function Sr(t){
return t.slice(1).reduce((e,[n,o],r)=>e+vt(t[r][1],t[r][0],o,n),0)}function Aa({at:t,decimals:e,count:n}){let o=10**e,r=le(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
a=0,l=0;for(let c=0;c<n;c++)a+=r[2*c],l+=r[2*c+1],s.lon[c]=a/o,s.lat[c]=l/o,s.xyz.push(Dt(s.lon[c],s.lat[c]));return s}function Du(t){
let e=Aa(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function Uu(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function _u(t,e,n,o){let r=Dt(
e,n),s=o/11e4,a=[];for(let l=Uu(t,n-s);l<t.count;l++){let c=t.order[l];if(t.lat[c]>n+s)break;let f=t.xyz[c],d=Math.hypot(
f[0]-r[0],f[1]-r[1],f[2]-r[2]);if(d>o+kr)continue;(2*xr*Math.asin(Math.min(1,d/(2*xr)))+kr<=o||vt(t.lon[c],t.lat[c],e,n)<=
o)&&a.push(c)}return a}function ju(t,e){return{placeAt:(n,o)=>({lon:n,lat:o}),siteAt:n=>({lon:e.lon[n],lat:e.lat[n]}),reach:({
lon:n,lat:o},r)=>_u(t,n,o,r),nearest({lon:n,lat:o}){let r=null;for(let s=0;s<e.count;s++){let a=vt(n,o,e.lon[s],e.lat[s]);
(!r||a<r.metres)&&(r={at:s,metres:a})}return r}}}function Wu(t,e,n){let o=null,r=()=>{let s=({lon:a,lat:l})=>Array.from(
a,(c,f)=>t.placeAt(c,l[f]));return o??(o={demand:s(e),sites:s(n)}),o};return{roads:t,placeAt:t.placeAt,siteAt:s=>r().sites[s],
demandAt:s=>r().demand[s],reach(s,a){let l=t.fieldFrom(s,a),c=[];return r().demand.forEach((f,d)=>{let m=t.wayTo(l,f);m&&
m.metres<=a&&c.push(d)}),c},nearest(s){let a=t.fieldFrom(s),l=null;return r().sites.forEach((c,f)=>{let d=t.wayTo(a,c);d&&
(!l||d.metres<l.metres)&&(l={at:f,...d})}),l},offRoad:()=>[...r().demand.keys()].filter(s=>!o.demand[s].on)}}function Ca(t,e,n=null){
let o=Du(t.demand),r={...Aa(t.sites),names:t.sites.names},s=d=>d.reduce((m,g)=>m+o.amounts[g],0),a={straight:ju(o,r)};n&&
(a.road=Wu(n,o,r));let l=new Map;function c(d,m){let g=`${m} ${d}`;if(!l.has(g)){let h=new Uint8Array(o.count);for(let y=0;y<
r.count;y++)for(let k of a[m].reach(a[m].siteAt(y),d))h[k]=1;l.set(g,h)}return l.get(g)}function f(d,m,g="straight"){let h=a[g],
y=c(m,g),k=new Uint16Array(o.count),x=d.map(({lon:B,lat:R})=>h.placeAt(B,R)),z=x.map(B=>{let R=h.reach(B,m);for(let _ of R)
k[_]+=1;return R}),L=d.map(({lon:B,lat:R},_)=>{let K=z[_].filter(it=>!y[it]),ut=s(z[_]),wt=s(K);return{reached:ut,gained:wt,
overlap:ut-wt,only:s(K.filter(it=>k[it]===1)),nearest:h.nearest(x[_]),road:g==="road"?{metres:x[_].foot.distance,on:x[_].
on}:null,county:e(t.counties,B,R),region:e(t.regions,B,R)}}),T=()=>({total:0,before:0,after:0}),A=t.codes.map(T),N=T(),U=[];
for(let B=0;B<o.count;B++){let R=o.amounts[B],_=y[B]||k[B];_&&!y[B]&&U.push(B);for(let K of[N,A[o.region[B]]])K&&(K.total+=
R,y[B]&&(K.before+=R),_&&(K.after+=R))}return{each:L,whole:N,regions:A,gained:U}}return{demand:o,sites:r,ways:a,amountOf:s,
evaluate:f}}function Yt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function st(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&Yt(n.words,o)?n.words[o]:{},t.words].find(a=>Yt(a,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):Q(e,t,p.lang):e}function pe(t,e){if(typeof e!="number"||t.year||
t.words&&Yt(t.words,e))return null;let n=Q(e,{digits:15});return Q(e,t,p.lang)===n?null:n}function Mr(t,{unit:e}){return(/[万亿]$/.
test(t)?"":" ")+u(e)}function dt(t,e,n,o){let r=st(t,e,n,o);return e==null||!t.unit?r:r+Mr(r,t)}function nt(t){return(t.
type==="integer"||t.type==="number")&&!t.year}var Gu=200,Ba=3,Fe=(t,e)=>[t[0]-e[0],t[1]-e[1],t[2]-e[2]],co=(t,e)=>t[0]*e[0]+t[1]*e[1]+t[2]*e[2],Pa=t=>Math.min(1,Math.
max(0,t));function zr(t,e,n){let o=[0,1,2].map(a=>t[a]+n*(e[a]-t[a])),s=((1-n)*Math.hypot(...t)+n*Math.hypot(...e))/Math.
hypot(...o);return o.map(a=>a*s)}function Vu(t,e,n,o){let r=Math.max(Math.ceil(n/Gu),1),s=Fe(e,t),a=Pa(co(Fe(o,t),s)/Math.
max(co(s,s),1e-12)),l=Math.min(r-1,Math.floor(a*r)),c=n/r,f={distance:1/0,offset:0},d=null,m=Math.min(r-1,l+Ba);for(let g=Math.
max(0,l-Ba);g<=m;g++){let h=d??zr(t,e,g/r);d=zr(t,e,(g+1)/r);let y=Fe(d,h),k=Pa(co(Fe(o,h),y)/Math.max(co(y,y),1e-12)),x=Math.
hypot(...[0,1,2].map(z=>h[z]+k*y[z]-o[z]));x<f.distance&&(f={distance:x,offset:g*c+k*c})}return{distance:f.distance,offset:Math.
min(f.offset,n)}}function Na({lon:t,lat:e,start:n,end:o,length:r}){let s=Array.from(t,(f,d)=>Dt(f,e[d])),a=new Float64Array(
3*n.length),l=new Float64Array(n.length);for(let f=0;f<n.length;f++){let[d,m]=[s[n[f]],s[o[f]]],g=zr(d,m,.5);a.set(g,3*f),
l[f]=1+Math.max(Math.hypot(...Fe(g,d)),Math.hypot(...Fe(g,m)))}let c=new Float64Array(n.length);return f=>{let d=-1;for(let h=0;h<
n.length;h++){let y=a[3*h]-f[0],k=a[3*h+1]-f[1],x=a[3*h+2]-f[2];c[h]=Math.sqrt(y*y+k*k+x*x)-l[h],(d<0||c[h]<c[d])&&(d=h)}
let m={edge:-1,offset:0,distance:1/0},g=h=>{let y=Vu(s[n[h]],s[o[h]],r[h],f);y.distance<m.distance&&Object.assign(m,y,{edge:h})};
d>=0&&g(d);for(let h=0;h<n.length;h++)h!==d&&c[h]<=m.distance&&g(h);return m}}var Er=class{constructor(){this.items=[]}push(e){let{items:n}=this,o=n.length;for(n.push(e);o>0;){let r=o-1>>1;if(n[r][0]<=
e[0])break;n[o]=n[r],o=r}n[o]=e}pop(){let{items:e}=this,n=e[0],o=e.pop(),r=0;for(;e.length;){let s=2*r+1;if(s>=e.length||
(s+1<e.length&&e[s+1][0]<e[s][0]&&(s+=1),e[s][0]>=o[0]))break;e[r]=e[s],r=s}return e.length&&(e[r]=o),n}};function Hu({lon:t,
start:e,end:n}){let o=new Int32Array(t.length+1);for(let a of[e,n])for(let l of a)o[l+1]+=1;for(let a=0;a<t.length;a++)o[a+
1]+=o[a];let r=o.slice(),s=new Int32Array(2*e.length);for(let a=0;a<e.length;a++)s[r[e[a]]++]=a,s[r[n[a]]++]=a;return{from:o,
edges:s}}function Ia(t,{access:e,detour:n}){let{lon:o,lat:r,start:s,end:a,length:l}=t,{from:c,edges:f}=Hu(t),d=Na(t);function m(T,A){
let N=Dt(T,A),U=d(N);return{lon:T,lat:A,xyz:N,foot:U,on:U.distance<=e}}function g(T,A=1/0){let N=new Float64Array(o.length).
fill(1/0),U=new Int32Array(o.length).fill(-1),B={place:T,metres:N,by:U};if(!T.on)return B;let R=new Er,_=(wt,it,un)=>{it<
N[wt]&&it<=A&&(N[wt]=it,U[wt]=un,R.push([it,wt]))},{edge:K,offset:ut}=T.foot;for(_(s[K],ut,-1),_(a[K],l[K]-ut,-1);R.items.
length;){let[wt,it]=R.pop();if(!(wt>N[it]))for(let un=c[it];un<c[it+1];un++){let fn=f[un];_(s[fn]===it?a[fn]:s[fn],wt+l[fn],
fn)}}return B}function h({place:T,metres:A},{edge:N,offset:U}){let B=[[A[s[N]]+U,s[N]],[A[a[N]]+l[N]-U,a[N]]];return T.foot.
edge===N&&B.push([Math.abs(T.foot.offset-U),-1]),B.reduce((R,_)=>_[0]<R[0]?_:R)}function y(T,A){let{place:N}=T;if(!N.on||
!A.on)return null;let U=N.foot.distance+A.foot.distance,[B,R]=h(T,A.foot),_=B+U*n,K=Math.hypot(...[0,1,2].map(ut=>N.xyz[ut]-
A.xyz[ut]));return K<=U&&K*n<=_?{metres:K*n,access:K*n,direct:!0,node:R}:Number.isFinite(_)?{metres:_,access:Math.min(U*
n,_),direct:!1,node:R}:null}function k(T,A){let N=l[T]?A/l[T]:0,[U,B]=[s[T],a[T]];return[r[U]+N*(r[B]-r[U]),o[U]+N*(o[B]-
o[U])]}let x=({foot:T})=>k(T.edge,T.offset);function z(T,A){let N=y(T,A);if(!N)return null;let U=[T.place,A].map(R=>[R.lat,
R.lon]);if(N.direct)return{way:N,legs:[U],road:[]};let B=[x(A)];for(let{node:R}=N;R>=0;){B.push([r[R],o[R]]);let _=T.by[R];
R=_<0?-1:s[_]===R?a[_]:s[_]}return B.push(x(T.place)),B.reverse(),{way:N,legs:[[U[0],B[0]],[B[B.length-1],U[1]]],road:B}}
function L(T,A){let N=[],U=T.place.on?T.place.foot:{edge:-1,offset:0};for(let B=0;B<s.length;B++){let R=l[B],_=Math.min(
R,A-T.metres[s[B]]),K=Math.min(R,A-T.metres[a[B]]),ut=[];B===U.edge&&ut.push([Math.max(0,U.offset-A),Math.min(R,U.offset+
A)]),_>0&&K>0&&_+K>=R?ut.push([0,R]):(_>0&&ut.push([0,_]),K>0&&ut.push([R-K,R]));for(let[wt,it]of ut)N.push([k(B,wt),k(B,
it)])}return N}return{access:e,detour:n,placeAt:m,fieldFrom:g,wayTo:y,routeTo:z,stretches:L,footSpot:x}}var Ra=40,me="@prefecture",De="@class";function uo(t,e){return`${t}~${e}`}function fo(t){return uo(t.table,`${De}${t.number}`)}
function hn(t){return p.filter.get(t)??null}function po(t,e){let n=new Set(hn(t)??[]);n.delete(e)||n.add(e),qu(t,n)}function qu(t,e){
e.size?p.filter.set(t,e):p.filter.delete(t),O("filter")}function Fa(){p.filter.clear(),O("filter")}function he(t){return[
...p.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(De)||o===`${De}${t.number}`)})}function Da(t,e,n){
for(let[o,r]of he(t)){let s=o.split("~")[1],a=null;if(s.startsWith(De)?a=String(n.classOfRow(t,e)):s===me?a=$r(t,e,n):a=
String(j(t.data.columns[s].values,e)??""),!r.has(a))return!1}return!0}var Tr=new Map;function $r(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";Tr.has(t.table)||Tr.set(t.table,new Map);let s=Tr.get(t.table);if(s.has(e))return s.get(e);
let a=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=a.findIndex(d=>d.slice(0,4)===String(l).slice(0,4));else{
let d=o(t,e),m=d?.point??d?.anchor;m&&(c=n.places.findIndex(g=>r(g,m)))}let f=c<0?"":String(a[c]);return s.set(e,f),f}function Y(t,e,n){let o=t.columns[e],r=j(o.values,n);if(!o.english)return r;let s=j(o.english,n);return p.lang==="zh"?r??
s:s??r}function X(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=Y(
t.data,o,e);if(r!=null)return st(n[o],r,t,o)}return u("untitled")}function ge(t,e){let n=V(t,e),o=X(t,n[0]);return n.length>
1?o+W("others",n.length):o}function Ua(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>j(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function mo(t,e){return j(t.data.columns[t.yearColumn].values,e)??null}function Or(t,e){if(p.
kept[t.table]&&!p.kept[t.table].has(e))return!1;if(!t.yearColumn||p.year===null)return!0;let n=mo(t,e);return n===null||
n<=p.year}function Ar(t,e){return j(t.data.columns[t.reportColumn].values,e)??null}function Cr(t,e){if(!t.reportColumn||
p.year===null)return!0;let[n,o]=[mo(t,e),Ar(t,e)];return n===null&&o===null?!1:(n??o)<=p.year&&p.year<=(o??1/0)}function Ue(t,e){
if(!Cr(t,e))return-1;if(t.each)return t.each[e];let n=at(t,e);return n&&t.of?t.of[n.at]:-1}var we={classOfRow:Ue,rowPlace:at,
prefectures:null,inPolygon:null};function Et(t){return!!t.yearColumn&&p.year!==null||!!p.kept[t.table]||he(t).length>0}function ye(t,e){
return Or(t,e)&&Da(t,e,we)}function V(t,e){return Et(t)?e.rows.filter(n=>ye(t,n)):e.rows}var Lr=new Map;function at(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(Lr.has(o)||Lr.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),Lr.get(o).get(e)||null)}var v={asked:null,coverage:null,list:[],past:[],future:[],reach:0,by:"straight",figures:null,made:0};function Br(t,e,n){
let o=M.latLng(n,e);return Rt[t].find(r=>Ht(r,o))||null}function _a(t){v.asked=t,v.reach=t.reach;let e=t.roads&&mt.find(
n=>n.name===t.roads.layer)?.graph;v.coverage=Ca(t,Br,e?Ia(e,t.roads):null),Nr()}function _e(){return Object.keys(v.coverage.
ways)}function bt(){return v.by==="road"}function ho(t){return v.coverage.evaluate(t,je(),v.by)}function gn(){return`${v.
reach} km · ${u(bt()?"byRoad":"byStraight")}`}function je(){return v.reach*1e3}function Xt(t){return dt(v.asked.quantity,
t)}function ja(t){return pe(v.asked.quantity,t)}function go(t){let{names:e}=v.coverage.sites;return(p.lang==="zh"?e.zh[t]||
e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function Pr(t){return $.find(e=>e.table===t)}function wo({region:t,county:e}){let n=[
[v.asked.regions,t],[v.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>X(Pr(o),r.rows[0]));return n.length?[...new Set(
n)].join(" · "):u("outside")}function We(t,e){let[n,o,r,s]=b.bounds,a=Math.max(...v.asked.reaches),[l,c]=[a/110,a/(111*
Math.max(.1,Math.cos(e*G)))];return t>=n-c&&t<=r+c&&e>=o-l&&e<=s+l}function Nr(){v.figures=ho(v.list)}function be(t){v.past.
push(v.list),v.future=[],v.list=t,yn()}function wn(t,e=[...v.past,v.list],n=[]){Object.assign(v,{list:t,past:e,future:n}),
yn()}function Wa(t,e){t.length&&(e.push(v.list),v.list=t.pop(),yn())}function Ir(){Wa(v.past,v.future)}function Rr(){Wa(
v.future,v.past)}function yn(){Nr(),O("candidates")}function Ga(t){v.list=t,Nr(),O("candidates","moving")}function Va(t){
v.reach=t,yn()}function Ha(t){_e().includes(t)&&(v.by=t,yn())}function Fr(t,e){let n=new Set(v.list.filter((r,s)=>s!==e).
map(Tt)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function Tt(t){return t.name||`${u("candidate")} ${t.number}`}
function Dr(t,e,n){v.made+=1,be([...v.list,{number:v.made,lon:yt(t),lat:yt(e),name:n?Fr(n):""}])}function bn(t,e){be(v.list.
map((n,o)=>o===t?{...n,...e}:n))}function yo(t){be(v.list.filter((e,n)=>n!==t))}var qa="#9d174d",Ka="#4c1d95";function Ku(t,e,n){return M.polyline(t,{renderer:e,pane:"gisplan-reach",interactive:!1,smoothFactor:0,
...n})}function Ya(t,e){let{coverage:n,list:o,figures:r}=v,{road:s}=n.ways,{roads:a}=s,l=new Set(r.gained),c=(f,d)=>Ku(f,
e,d).addTo(t);o.forEach(({lon:f,lat:d},m)=>{let g=s.placeAt(f,d),h=a.fieldFrom(g),y=je()-g.foot.distance*a.detour,k=g.on&&
y>0?a.stretches(h,y):[];c(k,{color:"#ffffff",weight:6,opacity:.8}),c(k,{color:qa,weight:3,opacity:.75});for(let L of l){
let T=s.demandAt(L),A=a.wayTo(h,T);if(!A||A.metres>je())continue;let N=A.direct?[d,f]:a.footSpot(T),U={color:qa,weight:1,
opacity:.7,dashArray:"2 3"};c([N,[T.lat,T.lon]],U)}let{nearest:x}=r.each[m],z=x&&a.routeTo(h,s.siteAt(x.at));if(z){c(z.road,
{color:"#ffffff",weight:8,opacity:.9}),c(z.road,{color:Ka,weight:4,opacity:1});for(let L of z.legs)c(L,{color:"#ffffff",
weight:5,opacity:.9}),c(L,{color:Ka,weight:2.5,opacity:1,dashArray:"5 5"})}})}var Xa=180,xn=null,Ur=null,_r=null,ti=null;function Ja(){xn.clearLayers(),bt()?Ya(xn,Za()):Yu();let{demand:t}=v.coverage;
for(let e of v.figures.gained)M.circleMarker([t.lat[e],t.lon[e]],{renderer:Za(),pane:"gisplan-reach",interactive:!1,radius:2.5,
stroke:!0,weight:.8,color:"#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(xn)}function Za(){return p.paper?ti:_r}function Yu(){
v.list.forEach(({lon:t,lat:e})=>{let n=Array.from({length:Xa},(o,r)=>de(t,e,r*360/Xa,je()));M.polygon(n,{pane:"gisplan-r\
each",interactive:!1,className:"reach",smoothFactor:0,color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(
xn)})}function Qa(){Ur.clearLayers(),v.list.forEach((t,e)=>{let n=M.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,
autoPan:!0,keyboard:!0,icon:M.divIcon({html:i("span.candidate-mark",{},String(t.number)),className:"candidate-icon",iconSize:[
28,36],iconAnchor:[14,35]})}),o=v.list,r=0,s=()=>{let{lat:l,lng:c}=n.getLatLng();return{...t,lon:yt(c),lat:yt(l)}};n.on(
"drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(()=>Ga(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",()=>{cancelAnimationFrame(
r),v.list=o,be(o.map((l,c)=>c===e?s():l))}),n.on("click",()=>O("picked",e)),n.addTo(Ur);let a=n.getElement();a.setAttribute(
"aria-label",Tt(t)),a.title=Tt(t),a.addEventListener("keydown",l=>Ju(l,e))})}var Xu={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[
0,-1],ArrowDown:[0,1]};function Ju(t,e){if(t.key==="Delete"){yo(e);return}let n=Xu[t.key];if(!n)return;t.preventDefault(),
t.stopPropagation();let{lon:o,lat:r}=v.list[e],s=t.shiftKey?1:10,a=w.latLngToContainerPoint([r,o]).add([n[0]*s,n[1]*s]),
l=w.containerPointToLatLng(a);bn(e,{lon:yt(l.lng),lat:yt(l.lat)});let c=document.querySelectorAll(".candidate-icon")[e];
c&&c.focus()}function ei(){let t=w.createPane("gisplan-candidates");t.style.zIndex=640,lt("gisplan-reach",575),xn=M.layerGroup().
addTo(w),Ur=M.layerGroup().addTo(w),_r=M.canvas({pane:"gisplan-reach"}),ti=M.svg({pane:"gisplan-reach"}),E("candidates",
e=>{Ja(),e||Qa()}),E("paper",()=>{Ja(),p.paper&&_r.remove()}),E("language",Qa)}function kn(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function $t(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=i("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var Lt=["A","B"],ni=40,jr={list:[],past:[],future:[]},vn={at:0};function bo(t){return t===vn.at?v.list:jr.list}function Ge(t){
if(t===vn.at)return;let{list:e,past:n,future:o}=v;vn.at=t;let r={...jr};Object.assign(jr,{list:e,past:n,future:o}),wn(r.
list,r.past,r.future)}function Gr(){if(!Lt.every((r,s)=>bo(s).length))return null;let{coverage:t}=v,[e,n]=Lt.map((r,s)=>new Set(
ho(bo(s)).gained)),o=t.amountOf;return{gained:[o([...e]),o([...n])],both:o([...e].filter(r=>n.has(r))),alone:[o([...e].filter(
r=>!n.has(r))),o([...n].filter(r=>!e.has(r)))]}}function Zu(){let t=new Set,e=Lt.flatMap((n,o)=>{let r=bo(o),{each:s}=r.
length?ho(r):{each:[]};return r.map((a,l)=>{let c=Tt(a),f=t.has(c)?`${c} (${n})`:c;t.add(f);let{reached:d,gained:m,overlap:g,
only:h,nearest:y,road:k}=s[l];return{type:"Feature",properties:{name:f,scenario:n,reach_km:v.reach,by:v.by,reached:d,gained:m,
overlap:g,only:h,nearest_m:y?Math.round(y.metres):null,...k?{nearest_access_m:y?Math.round(y.access):null,to_road_m:Math.
round(k.metres)}:null},geometry:{type:"Point",coordinates:[a.lon,a.lat]}}})});return JSON.stringify({type:"FeatureCollec\
tion",features:e},null,1)}function oi(){$t(`candidates_${b.name}.geojson`,"application/geo+json",Zu())}function Wr({lon:t,
lat:e,name:n}){return v.made+=1,{number:v.made,lon:yt(t),lat:yt(e),name:n}}function Vr(t){let[e,n]=Lt.map(s=>t.filter(a=>(a.
cells?.scenario==="B"?"B":"A")===s)),o=t.map(s=>s.cells??{}).find(s=>s.reach_km!==void 0);v.asked.reaches.includes(Number(
o?.reach_km))&&(v.reach=Number(o.reach_km)),_e().includes(o?.by)&&(v.by=o.by),n.length>0&&(Ge(1),wn([...v.list,...n.map(
Wr)]),Ge(0)),wn([...v.list,...e.map(Wr)])}function Qu(){let t=Lt.map((e,n)=>bo(n).slice(0,ni).map(o=>`${o.lon},${o.lat},${encodeURIComponent(
o.name)}`).join(";"));return t.some(Boolean)?t.join("/"):""}function tf(t){return(t??"").split("/").slice(0,2).map(e=>e.
split(";").filter(Boolean).slice(0,ni).map(n=>{let[o,r,s=""]=n.split(","),a="";try{a=decodeURIComponent(s).slice(0,80)}catch{
a=""}return{lon:Number(o||Number.NaN),lat:Number(r||Number.NaN),name:a}}).filter(({lon:n,lat:o})=>Math.abs(n)<=180&&Math.
abs(o)<=90))}function ef(t){let e=tf(t.sites);if(!e.some(o=>o.length))return;let n=Number(t.reach);v.asked.reaches.includes(
n)&&(v.reach=n),_e().includes(t.by)&&(v.by=t.by),e.forEach((o,r)=>{o.length&&(Ge(r),wn(o.map(Wr)))}),Ge(e[0].length?0:1)}
function ri(){E("linked",ef),E("candidates",t=>{if(t)return;let e=Qu();p.more=Object.assign(Object.create(null),e?{sites:e,
reach:String(v.reach),by:v.by}:null),O("view")})}function Hr(t){return`${u("scenario")} ${Lt[t]}`}function Ut(t,e){return i("tr",{"data-figure-row":t},i("th",{scope:"row"},u(t)),v.list.map((n,o)=>i("td",{},e(v.figures.
each[o],n))))}function qr({road:t}){let e=ae(t.metres);return t.on?e:`${e} · ${u("offRoad")}`}function Kr(){let t=({nearest:n})=>n?
[ae(n.metres)," · ",S(go(n.at))]:"—",e=({nearest:n})=>n?ae(n.access):"—";return i("table.candidates-table",{},i("ca\
ption",{},`${u("evaluateTitle")} · ${gn()}`),i("thead",{},i("tr",{},i("th",{scope:"col"},u("candidate")),v.list.map(n=>i(
"th",{scope:"col"},`${n.number} `,S(Tt(n)))))),i("tbody",{},Ut("gained",n=>Xt(n.gained)),Ut("reached",n=>Xt(n.reached)),
Ut("overlap",n=>Xt(n.overlap)),Ut("only",n=>Xt(n.only)),Ut(bt()?"nearestByRoad":"nearest",t),bt()?Ut("access",e):null,bt()?
Ut("toRoad",qr):null,Ut("lies",n=>S(wo(n))),Ut("coordinateShort",(n,o)=>`${o.lon}, ${o.lat}`)))}var nf=[72.004,.8293,137.8347,55.8271],of=.1,li=1e-9,si=6378245,ai=1-(1-1/298.3)**2,{PI:pt,sin:gt,cos:Xr,sqrt:Yr,abs:xo,
atan2:rf,hypot:sf}=Math;function ii(t,e,n=0){let[o,r,s,a]=nf;return t>=o-n&&t<=s+n&&e>=r-n&&e<=a+n}function ci(t,e){let[
n,o]=[t-105,e-35],r=(20*gt(6*n*pt)+20*gt(2*n*pt))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*Yr(xo(n))+r+(20*gt(n*pt)+40*gt(n/3*
pt))*(2/3)+(150*gt(n/12*pt)+300*gt(n/30*pt))*(2/3),a=-100+2*n+3*o+.2*o*o+.1*n*o+.2*Yr(xo(n))+r+(20*gt(o*pt)+40*gt(o/3*pt))*
(2/3)+(160*gt(o/12*pt)+320*gt(o*pt/30))*(2/3),l=e*pt/180,c=1-ai*gt(l)**2,f=Yr(c);return[s*180/(si/f*Xr(l)*pt),a*180/(si*
(1-ai)/(c*f)*pt)]}function af(t,e){let n=16.666666666666668*pt,o=sf(t,e)+2e-5*gt(e*n),r=rf(e,t)+3e-6*Xr(t*n);return[o*Xr(
r)+.0065-t,o*gt(r)+.006-e]}function lf(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[a,l]=t(o,r),c=Math.max(xo(e-a-o),
xo(n-l-r));if([o,r]=[e-a,n-l],c<li)break}return[o,r]}function ui(t,e,n){if(!ii(t,e,of))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=lf(s,o,r);return ii(o,r,li)?[o,r]:[t,e]}function fi(t,e){return ui(t,e,[ci])}function di(t,e){return ui(t,e,[af,ci])}function mi(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function hi(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=d=>n.split(d).length,r=["	",",",";","，"].sort((d,m)=>o(
m)-o(d))[0],s=[],[a,l,c]=[[],"",!1],f=()=>{a.push(l.trim()),l=""};for(let d=0;d<e.length;d++){let m=e[d];c?m!=='"'?l+=m:
e[d+1]==='"'?l+=e[++d]:c=!1:m==='"'&&l.trim()===""?(c=!0,l=""):m===r?f():m===`
`||m==="\r"?(m==="\r"&&e[d+1]===`
`&&d++,f(),s.push(a),a=[]):l+=m}return(l||a.length)&&(f(),s.push(a)),s}var gi={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function cf(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(gi).map(([n,o])=>[n,e(o)]))}
var Zr={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:fi,bd09:di},wi=Object.keys(Zr);function Jr(t,e,n){t.push({row:e,why:n})}
function pi(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function ko(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,a=cf(r),[l,c]=[[],[]],f=a.lon>=0&&a.lat>=0||a.both>=0;return s.forEach((d,m)=>{let g=m+2;if(d.
every(x=>x===""||x===null))return;let h=a.name>=0?String(d[a.name]??""):"",y=null,k="ownNoPlace";if(f){let x=a.both>=0?n(
String(d[a.both]??"")):{lon:pi(d[a.lon]),lat:pi(d[a.lat])},z=a.both>=0?String(d[a.both]??"")!=="":`${d[a.lon]??""}${d[a.
lat]??""}`.trim()!=="",{lon:L,lat:T}=x;if(Number.isFinite(L)&&Number.isFinite(T)&&Math.abs(L)<=180&&Math.abs(T)<=90){let[
A,N]=Zr[e](L,T);y={lon:A,lat:N,exact:!0}}else z&&(k=Math.abs(L)>1e3?"ownProjected":"ownNotCoordinate")}if(!y&&k==="ownNo\
Place"&&a.unit>=0&&d[a.unit]){let x=o(String(d[a.unit]));x?y={...x,exact:!1}:k="ownNoUnit"}if(!y)Jr(c,g,k);else{let x=Object.
fromEntries(r.map((z,L)=>[z||`#${L+1}`,d[L]]).filter(([,z])=>z!==""&&z!=null));l.push({row:g,name:h||`#${g}`,...y,cells:x})}}),
{taken:l,refused:c}}function vo(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],a=([f,d])=>Number.isFinite(f)&&Number.isFinite(d)&&Math.
abs(f)<=180&&Math.abs(d)<=90,l=f=>typeof f?.[0]=="number"?[f]:(f??[]).flatMap(l),c=f=>typeof f[0]=="number"?Zr[e](f[0],f[1]):
f.map(c);return n.forEach((f,d)=>{let m=f?.geometry,g=f?.properties??{},h=d+1,y=l(m?.coordinates),k=y.some(([x])=>Math.abs(
x)>1e3)?"ownProjected":"ownNotCoordinate";if(!m||!y.length)Jr(r,h,"ownNoPlace");else if(!y.every(a))Jr(r,h,k);else if(m.
type==="Point"){let[x,z]=c(m.coordinates),L=Object.keys(g).find(A=>gi.name.test(A)),T=L?String(g[L]):`#${h}`;o.push({row:h,
name:T,lon:x,lat:z,exact:!0,cells:g})}else s.push({type:"Feature",properties:g,geometry:{type:m.type,coordinates:c(m.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function uf(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function ff(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let a=n.
getUint16(o+10,!0);a>0;a--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],f=[28,30,32].map(g=>n.getUint16(s+g,!0)),
d=new TextDecoder().decode(t.subarray(s+46,s+46+f[0])),m=n.getUint32(s+42,!0);if(e(d)){let g=m+30+n.getUint16(m+26,!0)+n.
getUint16(m+28,!0),h=t.subarray(g,g+c);r[d]=new TextDecoder().decode(l===8?await uf(h):h)}s+=46+f[0]+f[1]+f[2]}return r}
function Qr(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function df(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function pf(t){let e=await ff(t,a=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(a)),n=a=>[...a.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...Qr(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(a=>a.includes("/sheet")).sort((a,l)=>Number(/\d+/.exec(a)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let a of Qr(e[r]).getElementsByTagName("row")){let l=[];for(let f of a.
getElementsByTagName("c")){let d=f.getElementsByTagName("v")[0]?.textContent??"",m=f.getAttribute("t"),g=m==="s"?o[Number(
d)]:m==="inlineStr"?n(f):d;l[df(f.getAttribute("r"))??l.length]=g??""}let c=Number(a.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,f=>f??"")}return Array.from(s,a=>a??[])}function mf(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...Qr(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[a]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),f=null;
return a?f={type:"Point",coordinates:n(a)[0]}:l?f={type:"LineString",coordinates:n(l)}:c&&(f={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:f}})}}async function So(t){
if(t[0]===80&&t[1]===75)return{rows:await pf(t)};let e=mi(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:mf(e)}:{rows:hi(e)}}function Ve(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var _t=-1,Sn=-2,hf="#d5d9dd";function He(t,e){if(!t.each||!Et(t))return t.of[e.at];let n=new Set(V(t,e).map(o=>Ue(t,o)));
return n.size===1?[...n][0]:Sn}function yi(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===_t?o:e===
Sn?r:n[e].color}function Mo(t,e){return e===_t?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function ts(t,e){
return!!t.of&&Mo(t,He(t,e))}function xe(t,e){return t.of?yi(t,He(t,e)):t.style.color}function zo(t,e){let n=at(t,e);return n?
t.of?yi(t,t.each?Ue(t,e):He(t,n)):t.style.color:hf}function Eo(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.count),
missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!Et(t))return n;let o=fo(t),r=p.filter.get(o);p.filter.
delete(o);let s=gf(t,n);return r&&p.filter.set(o,r),s}function gf(t,e){let n=t.places.map(r=>({place:r,rows:V(t,r)})).filter(
r=>r.rows.length),o=n.flatMap(r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(a=>Ue(t,a)===s).length),missing:t.
of?o.filter(r=>Ue(t,r)===_t).length:e.missing,several:t.each?n.filter(r=>He(t,r.place)===Sn).length:0,precisions:e.precisions.
map(r=>({...r,count:n.filter(({place:s})=>s.precision===r.name).reduce((s,a)=>s+a.rows.length,0)})).filter(r=>r.count)}}var Jt=document.getElementById("about"),es=null;function bi(){es&&Jt.replaceChildren(i("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>Jt.close()},"×"),i("div.dialog-body",{},es()))}function Ot(t){es=t,bi(),Jt.open||Jt.showModal(),
Jt.scrollTop=0}function xi(){Jt.addEventListener("click",t=>{t.target===Jt&&Jt.close()}),E("language",bi)}var ke=7,ki=new Set,vi=I("defs");document.body.append(I("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},vi));
function qe(t){let e=`hatch-${t.slice(1)}`;if(!ki.has(e)){ki.add(e);let n=I("pattern",{id:e,width:ke,height:ke,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},I("rect",{width:ke,height:ke,fill:"#ffffff"}),I("rect",{width:ke,height:ke/
2,fill:t}),I("rect",{width:ke,height:1,fill:"#5b6b78"}));vi.append(n)}return`url(#${e})`}var Si={town:[4,0],county:[4,45],prefecture:[6,30]};function To(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!Si[t]){let c=r(
o),f=d=>`a${c} ${c} 0 1 0 ${d} 0`;return`M${r(e-o)} ${r(n)}${f(2*c)}${f(-2*c)}z`}let[s,a]=Si[t];return`M${Array.from({length:s},
(c,f)=>{let d=(a+360*f/s)*Math.PI/180;return`${r(e+o*Math.cos(d))} ${r(n+o*Math.sin(d))}`}).join("L")}z`}var $o={dark:"#\
14222c",light:"#ffffff"},Mi={dark:4,light:2.4};function ns(t,e,n=Mi){let o=r=>I("path",{d:t,fill:"none",stroke:$o[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),I("path",{d:t,fill:e})]}var Z={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},os=new Set(["surveyed","digitised","address","site"]);function ve(t,e,n=!1){
let o=2*Z[t]+Mi.dark,r=o/2;return i(`span.mark.${os.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},I("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...ns(To(t,r,r,Z[t]),n?qe(e):e)))}var H=window.matchMedia("(max-width: 760px)");function Lo(){if(!b.bounds)return null;let[t,e,n,o]=b.bounds;return M.latLngBounds(
[[e,t],[o,n]])}function rs(t){let e=Lo();return!e||w.getBounds().pad(t).contains(e)}function wf(){let t=document.getElementById(
"years");return t&&!t.hidden?t.offsetHeight+14:0}function Mn(){let t=Lo();if(!t)return;let[e,n]=[62,H.matches?58:14];w.fitBounds(
t,{paddingTopLeft:[H.matches?8:14,e],paddingBottomRight:[n,46+wf()],maxZoom:13,animate:!1})}function At(t){let e=rs(.05);
t(),w.invalidateSize({animate:!1}),e&&Mn()}function zn(t,e){if(t.point){(!w.getBounds().pad(-.1).contains(t.point)||e)&&
w.setView(t.point,Math.max(w.getZoom(),e?9:7),{animate:!1});return}let n=w.latLngToLayerPoint(t.bounds.getNorthWest()),o=w.
latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&w.getBounds().contains(t.bounds)||w.fitBounds(
t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Se=document.getElementById("dock"),Oo=24;function zi(){return!H.matches&&document.body.classList.contains("figures-o\
pen")}var Ei=M.Popup.extend({options:{pane:Se,className:"docked",autoPan:!1},onAdd(t){Se.hidden=!1,document.body.classList.
add("docked-open"),M.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),O("docked")},onRemove(t){
M.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(Se.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){yf(this.getLatLng())}});function yf(t){if(Se.
classList.toggle("over",!zi()),zi())return;let e=w.latLngToContainerPoint(t),n=w.getSize();Se.classList.toggle("at-left",
!H.matches&&e.x>n.x/2);let o=Se.getBoundingClientRect(),r=w.getContainer().getBoundingClientRect(),[s,a]=[o.left-r.left-
Oo,o.right-r.left+Oo],[l,c]=[o.top-r.top-Oo,o.bottom-r.top+Oo];e.x<=s||e.x>=a||e.y<=l||e.y>=c||(H.matches?w.panBy([0,e.y-
l],{animate:!1}):Se.classList.contains("at-left")?w.panBy([e.x-a,0],{animate:!1}):w.panBy([e.x-s,0],{animate:!1}))}var bf=3e3,Ao=3.2,ss=new Map;function as(t){if(ss.has(t))return ss.get(t);let e=Rt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,a,l]=[256,256,0,0];e.forEach((x,z)=>{let L=w.options.crs.latLngToPoint(M.latLng(x.point),
0);n[z]=L.x,o[z]=L.y,r=Math.min(r,L.x),a=Math.max(a,L.x),s=Math.min(s,L.y),l=Math.max(l,L.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(a-r,l-s,1e-9)/c,d=x=>Math.min(c-1,Math.max(0,Math.floor((x-r)/f))),m=x=>Math.min(c-1,
Math.max(0,Math.floor((x-s)/f))),g=new Uint32Array(c*c+1);e.forEach((x,z)=>{g[m(o[z])*c+d(n[z])+1]++});for(let x=0;x<c*c;x++)
g[x+1]+=g[x];let h=g.slice(),y=new Uint32Array(e.length);e.forEach((x,z)=>{y[h[m(o[z])*c+d(n[z])]++]=z});let k={x:n,y:o,
side:c,column:d,row:m,starts:g,sorted:y};return ss.set(t,k),k}function is(t,e,n,o,r){let{x:s,y:a,side:l,column:c,row:f,starts:d,
sorted:m}=as(t),g=[];for(let h=f(n);h<=f(r);h++)for(let y=d[h*l+c(e)];y<d[h*l+c(o)+1];y++){let k=m[y];s[k]>=e&&s[k]<=o&&
a[k]>=n&&a[k]<=r&&g.push(k)}return g}var En={less:3.8,dark:2,light:1};function xf(t,e,n){let o=Z[e]-En.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let a=s.getContext("2d");a.scale(n,n),a.lineJoin="round";let l=new Path2D(
To(e,r,r,o));for(let[c,f]of[[En.dark,$o.dark],[En.light,$o.light]])a.lineWidth=c,a.strokeStyle=f,a.stroke(l);return a.fillStyle=
t,a.fill(l),s}function kf(t,e,n,o){let[r,s,a]=[1,3,5].map(h=>parseInt(t.slice(h,h+2),16)),l=255<<24|a<<16|s<<8|r,c=Ao*n,
f=Math.ceil(c),d=os.has(e)?(h,y)=>Math.hypot(h,y):(h,y)=>Math.abs(h)+Math.abs(y),[m,g]=[[],[]];for(let h=-f;h<=f;h++)for(let y=-f;y<=
f;y++){let k=d(y,h);k>c||(m.push(h*o+y),g.push(k>c-.9*n?-1:l))}return{steps:Int32Array.from(m),inks:Int32Array.from(g),reach:f}}
var Ti=ce.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(Et(t)&&!V(t,n).length)return 255;let o=[xe(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=is(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>bf,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=as(this.layer.table),r=this.looks.map(()=>[]),s=a=>this.stamped?Ao-.6:Z[a]-En.less;for(let a of e){let l=this.
looks[this.lookOf[a]][1];r[this.lookOf[a]].push(To(l,t.left(n[a]),t.top(o[a]),s(l)))}return this.looks.map(([a,l],c)=>({
color:a,precision:l,path:r[c].join("")})).filter(a=>a.path).sort((a,l)=>Z[l.precision]-Z[a.precision]).flatMap(({color:a,
path:l})=>ns(l,a,En))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:a,y:l}=as(this.layer.table),[c,f]=[d=>o(
a[d]),d=>r(l[d])];this.stamped?this.stamp(t,s,c,f,n):this.picture(t,s,c,f,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>xf(l,c,r)),a=l=>Z[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>a(c)-a(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:a}=this.canvas,l=t.createImageData(
s,a),c=new Int32Array(l.data.buffer),f=this.looks.map(([d,m])=>kf(d,m,r,s));e.forEach(d=>{let{steps:m,inks:g,reach:h}=f[this.
lookOf[d]],[y,k]=[Math.round(n(d)),Math.round(o(d))];if(y<h||k<h||y>=s-h||k>=a-h)return;let x=k*s+y;for(let z=0;z<m.length;z++)
c[x+m[z]]=g[z]}),t.putImageData(l,0,0)}});function Co(t){let e=w.latLngToLayerPoint(t),n=[];return[...$].reverse().forEach(o=>{p.shown[o.number]&&vf(o,t).forEach(
r=>{if(!(Et(o)&&!V(o,r).length)){if(o.geometry==="point"){let s=w.latLngToLayerPoint(r.point).distanceTo(e),a=o.dots?.stamped?
Ao:Z[r.precision];s<=a+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")wa(w,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(Ht(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function vf(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Re)return n;let o=w.options.crs.scale(w.getZoom())/256,{x:r,y:s}=w.options.
crs.latLngToPoint(e,0),a=18/o;return is(t.table,r-a,s-a,r+a,s+a).map(l=>n[l])}lt("gisplan-highlight",580);var Tn=null,$n=null,Ln=[],Bo=M.tooltip({className:"hover",direction:"top",offset:[0,-10]});function $i(t){
if(Tn&&Tn.remove(),Tn=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};Tn=t.layer.geometry==="line"?M.polyline(t.place.parts.map(([n])=>n),e):
M.polygon(t.place.parts,e),Tn.addTo(w)}function xt(t){Ln=t?Co(t):[];let e=Ln[0]||null;w.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&$n&&e.place===$n.place&&e.layer===$n.layer;if(n||$i(e),$n=e,O("hover"),!e){Bo.remove();return}
n||Bo.setContent(i("div",{},S(ge(e.layer,e.place),"strong.datum"),Sf(e))),Bo.setLatLng(e.place.point||t).addTo(w)}function Sf({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=Y(o,t.column,e.rows[0]);return i("span.headline",{},dt(o.columns[t.
column],r))}function Me(t,e){let n=e===null?null:at(t,e);$i(n?{layer:t,place:n}:null),Ln=n?[{layer:t,place:n}]:[],$n=null,
O("hover")}function Li(){Bo.remove()}function Oi(){let t=0;w.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>xt(p.measuring?null:e.latlng))}),w.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),xt(null)}),
E("language",()=>xt(null))}var Mf=(t,e)=>$.findIndex(n=>n.table===t.table)===e;function Ai(t,e){let n=$.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function On(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:Y(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function ls(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var zf={province:0,prefecture:1,
county:2};function Ci(t,e){let n=at(t,e);if(!n)return[];let o=ls(t.data.search.code[e]);return $.filter((r,s)=>r.geometry===
"point"&&Mf(r,s)).map(r=>{let s=[],a=0;for(let l of r.places)!n.bounds.contains(l.point)||!Ht(n,M.latLng(l.point))||((zf[l.
precision]??3)<o?a+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:a}}).filter(r=>r.rows.length||r.vague)}
function Bi(t){let e=ls(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of $)r.geometry!=="polygon"||
!r.data.search.code||r.data.search.code.forEach((s,a)=>{ls(String(s))===e+1&&String(s).startsWith(n)&&!o.has(s)&&o.set(s,
{layer:r,row:a})});return[...o.values()]}function Pi(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];let r=c=>new Set(n[c].
flat(2).map(f=>f<0?~f:f)),s=c=>typeof o=="number"?[c]:o[c],a=at(t,e);if(!a)return[];let l=r(a.at);return t.places.filter(
c=>c.at!==a.at&&[...r(c.at)].some(f=>l.has(f))).map(c=>({layer:t,row:s(c.at)[0]}))}function Ni(t,e){let{code:n}=t.data.search;
return t.geometry==="polygon"&&n?String(j(n,e)):null}var Zt=null;function Ef(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(Y(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>Yt(b.quotes??{},r));return[...new Set(
o)].map(r=>[i("dt.wide",{},u("quote"),S(r)),i("dd.wide",{},i("blockquote",{lang:"zh-CN"},b.quotes[r]))])}function Tf(t,e){
let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],a=Y(n,r,e),l=/\n|^.{17}/.test(dt(s,
a,t,r));o.append(i(l?"dt.wide":"dt",{},S(u(s.title)),s.derived?et():null),i(l?"dd.wide":"dd",{dir:"auto",title:pe(s,a)},
dt(s,a,t,r)))}),o.append(...Ef(t,e).flat()),o}function $f(t,e){let n=Ni(t,e);return n?i("button.profile-open-button",{type:"\
button",onclick:()=>O("profile",{table:t.table,code:n})},u("profile")):null}function An(t,e,n,o){let r=t.popup.length?st(
t.data.columns[t.popup[0]],Y(t.data,t.popup[0],e),t,t.popup[0]):X(t,e);return i("details.feature",{open:n},i("summary",{},
o?S(u(t.title),"span.kicker"):null,S(r,"span.heading")),Cr(t,e)?null:i("p.precision",{},da(p.year,Ar(t,e))),Tf(t,e),$f(t,
e))}function Po(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("div.under",{},u("\
under")));let s=V(n,o),a=s.length>1;if(a&&e.append(i("div.many",{},S(u(n.title),"span.kicker"),i("span.count",{},W("here",
s.length)))),s.forEach((l,c)=>{e.append(An(n,l,r===0&&c===0,!a))}),n.geometry==="point"){let l=n.legend.precisions.find(
c=>c.name===o.precision);e.append(i("p.precision",{},u("position")+u(l.title)))}}),e}function Ii(t){return i("div",{},t)}
function ze(t,e,n){Li(),Zt=new Ei().setLatLng(t).setContent(Ii(e())),Zt.again=e,Zt.openOn(w),Ri();let o=Zt.getElement();
o.tabIndex=-1,n&&o.focus()}function Ri(){let t=Zt.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function Fi(){E("language",()=>{Zt?.isOpen()&&(Zt.setContent(Ii(Zt.again())),Ri())})}function Lf(t,e,n,o){return i(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function Ke(t){
return I("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},I("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function Di(t){let e=Ke(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Cn(t,e,n,o="rows"){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?null:
i("span.count",{},W(o,n)))}function Ui(t,e,n){let o=fo(e),r=hn(o),s=!r||r.has(String(n)),a=t.querySelector(".what"),l=i(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>po(
o,String(n))});l.append(...a.childNodes),a.replaceWith(l),t.classList.toggle("unwanted",!s)}function _i(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(a=>a.precision===s&&(e===null||He(t,a)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function No(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.number}`}),
s=Eo(t);e.title&&r.append(i("p.legend-title",{},S(u(e.title)),e.unit?S(`（${u(e.unit)}）`.replace(/[（）]/g,d=>p.lang===
"zh"?d:d==="（"?" (":")")):null,e.derived?et():null));let a=i("ul"),l=(d,m)=>{let g=m!==void 0&&Mo(t,m);if(o==="point"){
let h=_i(t,m)||_i(t,null);return h?ve(h,d,g):null}return o==="line"?Ke({...n,color:d}):Lf(d,n.opacity,n.color,g)},c=o===
"point"?"items":"rows";if((e.classes||[]).forEach((d,m)=>{if(d.count===0&&d.low===void 0&&o!=="raster")return;let g=Cn(l(
d.color,m),u(d.words),o==="raster"?null:s.classes[m],c);o!=="raster"&&Ui(g,t,m),o==="raster"&&g.append(i("span.count",{},
W("cells",d.count))),a.append(g)}),(e.widths||[]).forEach(d=>{a.append(Cn(Di({...n,weight:d.width}),u(d.said),null))}),s.
several){let d=Cn(l(e.severalColor,Sn),u(e.severalWords),s.several,"places");a.append(d)}if(s.missing){let d=n.kind==="f\
lows"?Di({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,_t),m=Cn(d,u(e.missingWords),s.missing,c);m.classList.
add("missing"),t.of&&Ui(m,t,_t),a.append(m)}if(o==="point"){let d=e.classes?"#5b6b78":n.color;s.precisions.forEach(m=>{let g=Cn(
ve(m.name,d),u(m.title),m.count,c);g.classList.add("of-precision"),a.append(g)})}a.children.length&&r.append(a),r.append(
...Of(t,s));let f=ji(t);return f.length&&r.append(i("button.unplaced",{type:"button",onclick:()=>Cf(t)},W("unplaced",f.length))),
r}function Of(t,e){let n=[],o=l=>n.push(i("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>V(t,l)).filter(l=>l.length),
s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),p.year!==null&&t.yearColumn&&
!t.reportColumn){let l=r.flat().filter(c=>mo(t,c)===null).length;l&&o(W("undated",l))}let{legend:a}=t;if(a.classes&&t.geometry===
"polygon"&&s>1){let l=e.missing===s?_t:e.classes.indexOf(s);if(l===_t?e.missing===s:l>=0&&Af(t,l)){let f=l===_t?a.missingWords:
a.classes[l].words;o([u("allGrey")(s,u(f))," ",S(u(a.meaning||t.data.description))])}}return n}function Af(t,e){let{color:n}=t.
legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return Mo(t,e)||Math.max(...o)-Math.min(...o)<32}
function ji(t){return t.data.unplaced.filter(e=>ye(t,e))}function Cf(t){let e=ji(t);Ot(()=>[i("h2",{id:"about-title"},S(
u(t.title))),i("p.lead",{},W("unplacedTitle",e.length)),e.map((n,o)=>An(t,n,o===0&&e.length<4,!1))])}function Wi(t){let[e,n,o,r]=t.corners;t.overlay=M.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let a=document.createElement(
"canvas");[a.width,a.height]=[s.naturalWidth,s.naturalHeight];let l=a.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Bf(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,a=(T,A)=>w.options.crs.
latLngToPoint(M.latLng(T,A),0),[l,c,f]=[a(s,n),a(o,r),a(e.lat,e.lng)],{width:d,height:m}=t.pixels.canvas,g=Math.floor(d*
(f.x-l.x)/(c.x-l.x)),h=Math.floor(m*(f.y-l.y)/(c.y-l.y));if(g<0||h<0||g>=d||h>=m)return null;let[y,k,x,z]=t.pixels.getImageData(
g,h,1,1).data;if(!z)return null;let L=`#${[y,k,x].map(T=>T.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(T=>T.color===L)||null}function Io(t){let e=[...$].reverse().filter(n=>n.geometry==="raster"&&p.shown[n.number]).map(
n=>({layer:n,cell:Bf(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},S(u(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),S(u(o.words)),n.legend.unit?S(` ${u(n.legend.unit)}`):null,n.legend.derived?et():null));
return e.length?i("div.identify",{},e):null}var Gi=.8,Vi=ce.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>w.options.crs.latLngToPoint(M.latLng(n),0);this.lines=
t.places.filter(n=>V(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let a=r===null?o.missingColor:n.color,l=Math.max(Gi,r??0);return s.flatMap(c=>{let f=c.map(({x:h,y})=>[t(h),e(y)]),d=I("\
path",{d:`M${f.map(h=>h.join(" ")).join("L")}`,fill:"none",stroke:a,"stroke-width":l,"stroke-opacity":n.opacity,"stroke-\
linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),m=Hi(f,Math.max(3.5,.9*l));if(!m)return[d];let g=I("path",{
d:`M${m.map(h=>h.join(" ")).join("L")}z`,fill:a,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[d,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:a,
paths:l})=>{let c=a===null?s.missingColor:r.color,f=Math.max(Gi,a??0);l.forEach(d=>{t.lineWidth=f,t.setLineDash(a===null?
[3,3]:[]);let m=d.map(({x:g,y:h})=>[n(g)/e,o(h)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[g,h]of m)
t.lineTo(g,h);t.stroke(),t.globalAlpha=1,Pf(t,m,Math.max(3.5,.9*f),c)})})}});function Hi(t,e){let n=t.slice(1).map(([z,L],T)=>Math.
hypot(z-t[T][0],L-t[T][1])),o=n.reduce((z,L)=>z+L,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(z=>(r-=z,r<=0)),[[a,l],
[c,f]]=[t[s],t[s+1]],d=1+r/n[s],m=Math.atan2(f-l,c-a),[g,h]=[a+d*(c-a),l+d*(f-l)],[y,k]=[Math.cos(m),Math.sin(m)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([z,L])=>[g+y*z-k*L,h+k*z+y*L])}function Pf(t,e,n,o){let r=Hi(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,a]of r)t.lineTo(s,a);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}lt("gisplan-measure",630);var Bn=M.layerGroup().addTo(w),Pn=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Pn);var q=[];function Nf(t){let[e,n]=ca(t);return`${e} ${u(n)}`}function cs(t){q.push([t.lat,t.lng]),Ro()}
function Ro(){Bn.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=q.
flatMap((n,o)=>o?mn(q[o-1],n,1,60):[n]);q.length>2&&(M.polygon([...e,...mn(q[q.length-1],q[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Bn),M.polyline([q[q.length-1],...mn(q[q.length-1],q[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Bn)),e.length>1&&M.polyline(e,{...t,className:"measured"}).addTo(Bn);for(let n of q)M.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Bn);qi()}function qi(){if(!p.measuring)return;let t=Pn.contains(
document.activeElement)?document.activeElement.id:null,e=[...q,q[0]],n=(r,s,a,l)=>i("button",{type:"button",id:`measure-${r}`,
onclick:a,disabled:l},u(s));Pn.setAttribute("aria-label",u("measureTitle")),Pn.replaceChildren(i("div.measure-head",{},i(
"strong",{},u("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>Fo(
!1)},"×")),q.length<2?i("p.hint",{},u("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},u("length")),i(
"dd",{id:"measured-length"},ur(Sr(q))),q.length>2?[i("dt",{},u("perimeter")),i("dd",{},ur(Sr(e))),i("dt",{},u("area")),i(
"dd",{id:"measured-area"},Nf(lo(q)))]:[]),i("div.row",{},n("middle","addMiddle",()=>cs(w.getCenter())),n("back","takeBac\
k",()=>{q.pop(),Ro()},!q.length),n("clear","startOver",()=>{q=[],Ro()},!q.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Fo(t){p.measuring=t,q=[],document.body.classList.toggle("measuring",t),Pn.hidden=!t,w.
doubleClickZoom[t?"disable":"enable"](),t&&w.closePopup(),xt(null),Ro();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function Ki(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&p.measuring&&Fo(!1)}),E("language",qi)}var Do=M.layerGroup().addTo(w);function Ye(t){if(p.chosen=t,Do.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?M.circleMarker(
o.point,{...e,radius:Z[o.precision]+6,weight:3}).addTo(Do):n.geometry==="line"?M.polyline(o.parts.map(([r])=>r),e).addTo(
Do):M.polygon(o.parts,e).addTo(Do)}O("chosen")}function If(t){return p.shown[t.number]||t.geometry==="polygon"?null:i("p\
.layer-off",{},u("layerOff"),S(u(t.title)),i("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),rt(t,!0)}},
u("showLayer")))}function Qt(t,e,n,o){let r=at(t,e);if(!r){Ye({layer:t,place:null,row:e}),Ot(()=>[i("h2",{id:"about-titl\
e"},S(X(t,e))),i("p.lead",{},u("nowhere")),An(t,e,!0,!0)]);return}zn(r,n),Ye({layer:t,place:r,row:e}),ze(M.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[If(t),Po([{layer:t,place:r}])],o),ft(X(t,e))}function Uo(t,e){if(p.place){p.place(t);return}let n=Co(t);if(!n.length){Io(t)&&ze(t,()=>Io(t),e);return}Ye({...n[0],row:V(
n[0].layer,n[0].place)[0]}),ze(n[0].place.point?M.latLng(n[0].place.point):t,()=>{let o=Io(t),r=Po(n);return o&&r.append(
i("div.under",{},u("under")),o),r},e)}function Yi(){w.on("click",t=>{p.measuring?cs(t.latlng):Uo(t.latlng,!1)})}function Rf(){let t=$.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||b.basemap)){w.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)M.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(w)}}function Xi(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",ge(t,o))});t.nameMarks=e,E("language",e),t.group.on("add",e),Zi(t)}else t.geometry==="ras\
ter"?Wi(t):Ji(t)}function Nn(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?Zi(t):Ji(t))}function Ji(t){
if(t.style.kind==="flows")new Vi(t).addTo(t.group);else for(let e of t.places)Ff(t,e)}function Ff(t,e){let{style:n}=t;if(!V(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:ts(
t,e)?qe(xe(t,e)):xe(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=xe(t,e)),M.polyline(e.parts.map(([s])=>s),
r).addTo(t.group);return}M.polygon(e.parts,r).addTo(t.group)}function Zi(t){if(t.places.length>Re){t.dots=new Ti(t).addTo(
t.group);return}t.places.filter(e=>V(t,e).length).forEach(e=>{let n=ve(e.precision,xe(t,e),ts(t,e)),o=parseFloat(n.style.
getPropertyValue("--size")),r=M.marker(e.point,{pane:t.pane,keyboard:!0,icon:M.divIcon({html:n,className:"mark-icon",iconSize:[
o,o]}),zIndexOffset:-1e3*Math.round(Z[e.precision])});t.marks.push({marker:r,place:e}),r.on("mouseover",()=>xt(r.getLatLng())),
r.on("click",s=>Uo(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&Uo(r.getLatLng(),!0)}),r.addTo(t.group)}),
t.nameMarks()}function Qi(){Rf();for(let t of $){let[e,n]=t.geometry==="point"?[500,569]:[400,499];w.createPane(t.pane).
style.zIndex=Math.min(n,e+t.number),t.marks=[],p.shown[t.number]?Xi(t):t.group.once("add",()=>Xi(t))}}function tl({tiles:t}){
for(let e of t)M.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(w)}var In=document.getElementById("years"),el=[...new Set($.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?Ua(t):
[]]))].sort((t,e)=>t-e),ct=el.length&&b.years.length?b.years:el,nl=b.groups.flatMap(t=>{let e=t.layers.map(n=>$[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Ee=0;function Ct(t){
let e=ct.includes(t)?t:null;e!==p.year&&(p.year=e,$.filter(n=>n.yearColumn).forEach(Nn),nl.forEach(Df),xt(null),p.chosen?.
place&&!V(p.chosen.layer,p.chosen.place).length&&Ye(null),w.closePopup(),fs(),ft(Rn()),O("year"))}function Df(t){if(t.wanted=
t.wanted||t.layers.some(n=>p.shown[n.number]),!t.wanted)return;let e=p.year===null?t.layers.find(n=>p.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===p.year);t.layers.forEach(n=>{p.shown[n.number]!==(n===e)&&rt(n,n===e)}),p.year===null&&
(t.wanted=!1)}function Rn(){if(p.year===null)return u("everyYear");let t=nl.some(e=>e.wanted&&!e.layers.some(n=>n.year===
p.year));return pa(p.year)+(t?u("noYear"):"")}function us(t){clearInterval(Ee),Ee=t?setInterval(()=>{let e=ct.indexOf(p.
year)+1;e<ct.length&&Ct(ct[e]),e>=ct.length-1&&us(!1)},1400):0,t&&Ct(ct[0]),fs()}function fs(){if(ct.length<2)return;In.
hidden=!1;let t=document.activeElement&&In.contains(document.activeElement)?document.activeElement.id:null,e=p.year===null?
ct.length:ct.indexOf(p.year);In.setAttribute("aria-label",u("years"));let n=[...ct.map(String),u("allYears")];In.replaceChildren(
i("button",{type:"button",id:"years-play",onclick:()=>us(!Ee),"aria-label":u(Ee?"stop":"play"),title:u(Ee?"stop":"play")},
ie(Ee?"pause":"play")),i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:ct.
length,step:1,value:e,"aria-label":u("years"),"aria-valuetext":Rn(),oninput:o=>{Ee&&us(!1),Ct(ct[o.target.valueAsNumber]??
null)}}),i("div.ticks",{"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>Ct(ct[r]??null)},o)))),
i("output.year-now",{},Rn())),t&&document.getElementById(t).focus()}function ol(t){E("language",fs);let e=new Set;E("fil\
ter",()=>{let n=new Set($.filter(o=>he(o).length));for(let o of new Set([...n,...e]))Nn(o);e=n,xt(null),w.closePopup()}),
new ResizeObserver(()=>{In.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var rl=document.getElementById("sheet"),ds=document.getElementById("sheet-more"),Uf=.0254/96,ps=[];function _f(){let t=w.
getSize(),e=w.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[w.containerPointToLatLng([t.x/2-50,t.y/2]),w.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=vt(n.lng,e.lat,o.lng,e.lat)/(100*Uf),a=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${Q(Math.
round(s/a)*a)}`}function jf(){return I("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},I("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),I("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),I("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function Wf(){
return[...$].reverse().filter(t=>p.shown[t.number]).map(t=>{let e=No(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(i("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},S(u(t.title),"strong.datum"),t.style.
kind==="outline"?Ke(t.style):null),e.children.length?e:null)})}function Gf(){let t=$.filter(n=>p.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(b.attribution),b.basemap?
u(b.basemap.attribution):"",...new Set(t)].filter(Boolean);return i("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",S(n)]))}function sl(t){let e=i("div.sheet-legend",{},Wf()),n=i("div.sheet-foot",{},p.year===null?"":i("p",{},Rn()),
i("p.ratio",{},u("ratio"),_f()),i("p",{},u("projection")),Gf(),i("p",{},u("printed"),Ve()),i("p.review",{},u("review"),b.
review?S(b.review):u("noReviewLine")));rl.replaceChildren(i("div.sheet-head",{},i("h2",{},u("legend")),jf()),e,n,t);let o=ps.
flatMap(r=>r()).filter(Boolean);ds.replaceChildren(...Vf(e,n),...o),ds.hidden=!ds.children.length}function Vf(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>rl.clientHeight/3&&o.replaceWith(i("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(i("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(i("h2",{},u("legendMore")),i("div.sheet-legends",{},r))}return o.
isConnected||n.push(i("h2",{},u("source")),o),n}var Te=i("aside",{id:"evaluate",hidden:!0}),_o=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>Fn(!$e.open)}),$e={open:!1,say:null};function Xe(t,e,n){return i(t,{"data-figure":e,
title:ja(n)},Xt(n))}function Fn(t){At(()=>{$e.open=t,t&&(w.closePopup(),O("opened","desk")),Te.hidden=!t,document.body.classList.
toggle("evaluate-open",t),_o.setAttribute("aria-expanded",String(t)),hs(t&&(!!p.place||!v.list.length))})}function hs(t){
p.place=t?e=>{We(e.lng,e.lat)?(Je(null),Dr(e.lng,e.lat)):Je("tooFar")}:null,document.body.classList.toggle("picking",t),
ms()}function Je(t){$e.say=t;let e=document.getElementById("evaluate-note");e&&(e.textContent=t?u(t):"")}function Hf(t){
t.preventDefault();let e=document.getElementById("evaluate-coordinate"),n=document.getElementById("evaluate-name"),o=ue(
e.value,We);if(Je(o.fault||o.note),e.setAttribute("aria-invalid",String(!!o.fault)),o.fault){e.focus();return}let r=n.value.
trim();e.value="",n.value="",Dr(o.lon,o.lat,r),w.getBounds().contains([o.lat,o.lon])||w.panTo([o.lat,o.lon])}function qf(){
return i("form.ask",{onsubmit:Hf,noValidate:!0},i("div.row",{},i("div.field.grow",{},i("label",{for:"evaluate-coordinate"},
u("coordinate")),i("input",{id:"evaluate-coordinate",type:"text",autocomplete:"off",spellcheck:!1,"aria-describedby":"ev\
aluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"evaluate-name"},u("name")),i("input",{id:"evaluate-name",
type:"text",autocomplete:"off",maxLength:80})),i("button.main",{type:"submit"},u("add"))),i("p.note",{id:"evaluate-note",
role:"status"},$e.say?u($e.say):""),i("p.hint",{id:"evaluate-hint"},u("coordinateHint")))}function Kf(){let t=_e();return t.
length<2?null:[i("fieldset.reaches",{},i("legend",{},u("wayOf")),t.map(e=>i("label",{},i("input",{type:"radio",name:"way",
id:`way-${e}`,value:e,checked:e===v.by,onchange:()=>Ha(e)}),i("span",{},u(e==="road"?"byRoad":"byStraight"))))),bt()?i("\
p.hint",{id:"way-hint"},Yf()):null]}function Yf(){let{access:t,detour:e}=v.asked.roads,{ways:n,amountOf:o}=v.coverage,r=n.
road.offRoad();return[u("roadRule")(Q(t/1e3),Q(e)),r.length?` ${u("roadOff")(r.length,Xt(o(r)))}`:""]}function Xf(){return i(
"fieldset.reaches",{},i("legend",{},u(bt()?"reachByRoad":"reachOf")),v.asked.reaches.map((t,e)=>i("label",{},i("input",{
type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===v.reach,onchange:()=>Va(t)}),i("span",{},`${t} km`))))}
function Jf(){let t=Gr();return i("div.scenarios",{},i("div.tools",{role:"group","aria-label":u("scenario")},Lt.map((e,n)=>i(
"button",{type:"button",id:`scenario-${e}`,"aria-pressed":String(n===vn.at),onclick:()=>Ge(n)},Hr(n))),i("label.load",{for:"\
evaluate-load"},u("load"),i("input",{id:"evaluate-load",type:"file",accept:".geojson,.json,.csv,.xlsx,.kml","aria-label":u(
"load"),onchange:Zf}))),t?il(t):null)}function il({gained:t,both:e,alone:n}){let o=(r,s,a)=>i("tr",{},i("th",{scope:"row"},
r),Xe("td",a,s));return i("table.scenario-table",{},i("caption",{},`${u("scenarios")} · ${gn()}`),i("tbody",{},Lt.map((r,s)=>o(
`${Hr(s)}: ${u("gained")}`,t[s],`gained-${r}`)),o(u("gainedByBoth"),e,"both"),Lt.map((r,s)=>o(`${u("gainedOnly")} ${r}`,
n[s],`alone-${r}`))))}async function Zf(t){let[e]=t.target.files;if(e)try{let n=await So(new Uint8Array(await e.arrayBuffer())),
{taken:o,refused:r}=n.features?vo(n.features,"wgs84"):ko(n.rows,"wgs84",{readCoordinate:s=>ue(s,We),unitOf:()=>null});Vr(
o),Je(r.length||!o.length?"loadedPart":"loaded")}catch{Je("ownUnread")}}function Qf(){let t=(n,o,r,s)=>i("button",{type:"\
button",id:n,onclick:r,disabled:s},u(o)),e=!v.list.length;return i("div.tools",{},i("button",{type:"button",id:"evaluate\
-pick","aria-pressed":String(!!p.place),onclick:()=>hs(!p.place)},u("pick")),t("evaluate-undo","undo",Ir,!v.past.length),
t("evaluate-redo","redo",Rr,!v.future.length),t("evaluate-clear","clear",()=>be([]),e))}function td(t,e){let n=v.figures.
each[e],o=Math.max(...v.figures.each.map(c=>c.gained),1),r=Tt(t),s=(c,...f)=>[i("dt",{},u(c)),i("dd",{},...f)],a=c=>{let f=c.
target.value.trim();f!==r&&bn(e,{name:f?Fr(f,e):""})},l=c=>{let f=ue(c.target.value,We);Je(f.fault||f.note),f.fault?c.target.
value=al(t):bn(e,{lon:f.lon,lat:f.lat})};return i("li.candidate",{id:`candidate-${e}`},i("div.candidate-head",{},i("span\
.number",{"aria-hidden":"true"},String(t.number)),i("input.name",{id:`candidate-name-${e}`,type:"text",value:r,maxLength:80,
dir:"auto","aria-label":u("name"),onchange:a}),i("button",{type:"button",id:`candidate-show-${e}`,title:`${u("show")}: ${r}`,
"aria-label":`${u("show")}: ${r}`,onclick:()=>w.setView([t.lat,t.lon],Math.max(w.getZoom(),8))},u("show")),i("button",{type:"\
button",id:`candidate-remove-${e}`,"aria-label":`${u("remove")}: ${r}`,onclick:()=>yo(e)},u("remove"))),i("div.gain",{},
i("span",{},u("gained")),Xe("strong","gained",n.gained),i("span.bar",{"aria-hidden":"true",style:{"--share":`${Math.round(
100*n.gained/o)}%`}})),i("dl.values",{},s("reached",Xe("span","reached",n.reached)),s("overlap",Xe("span","overlap",n.overlap)),
v.list.length>1?s("only",Xe("span","only",n.only)):null,n.nearest?s(bt()?"nearestByRoad":"nearest",i("span",{"data-figur\
e":"nearest"},ae(n.nearest.metres))," · ",S(go(n.nearest.at))):null,n.nearest&&bt()?s("access",i("span",{"data-figure":"\
access"},ae(n.nearest.access))):null,n.road?s("toRoad",qr(n)):null,s("lies",S(wo(n))),i("dt",{},i("label",{for:`candidat\
e-at-${e}`},u("coordinateShort"))),i("dd",{},i("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"off",value:al(t),
onchange:l}))))}function al({lon:t,lat:e}){return`${t}, ${e}`}function ll(){let{whole:t,regions:e}=v.figures,n=(...s)=>i(
"tr",{},s.map(a=>i("th",{scope:"col"},u(a)))),o=Pr(v.asked.regions),r=e.map((s,a)=>({sums:s,at:a})).filter(({sums:s})=>s.
total>0).map(({sums:s,at:a})=>i(s.after>s.before?"tr.changed":"tr",{},i("th",{scope:"row"},S(at(o,a)?X(o,a):v.asked.codes[a])),
i("td",{},dn(s.before,s.total)),i("td",{},dn(s.after,s.total)),i("td",{"data-region":v.asked.codes[a]},s.after>s.before?
`+${Q(s.after-s.before,v.asked.quantity,p.lang)}`:"0")));return i("section.sums",{},i("h3",{},u("together")),i("p.total",
{},i("span",{},u("gained"))," ",Xe("strong","together",t.after-t.before),i("span.change",{},`${dn(t.before,t.total)} → ${dn(
t.after,t.total)}`)),i("table",{},i("caption",{},`${u("byRegion")} · ${gn()}`),i("thead",{},n("region","now","withThem",
"gained")),i("tbody",{},r)))}function ms(){_o.replaceChildren(u("evaluate"));let t=document.activeElement&&Te.contains(document.
activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let s=document.getElementById(
r);return[r,s?s.value:""]}),{scrollTop:n}=Te;Te.setAttribute("aria-label",u("evaluateTitle")),Te.replaceChildren(i("div.\
desk-head",{},i("h2",{},u("evaluateTitle")),i("button.close",{type:"button",id:"evaluate-close","aria-label":u("close"),
onclick:()=>{Fn(!1),_o.focus()}},"×")),Jf(),...[Kf()].flat().filter(Boolean),Xf(),Qf(),i("p.hint.mode",{},u(p.place?"pi\
cking":"notPicking")),qf(),...(v.list.length?[i("ol.candidates",{},v.list.map(td)),v.list.length>1?i("div.compared",{tabIndex:0,
role:"region","aria-label":u("evaluateTitle")},Kr()):null,ll(),i("div.save",{},i("button.main",{type:"button",id:"evalua\
te-save",onclick:oi},u("save")),i("p.hint",{},u("saveHint")))]:[]).filter(Boolean),i("p.hint",{},u("existing"),S(u(v.asked.
existing)),p.lang==="zh"?`（${v.coverage.sites.count}）；`:` (${v.coverage.sites.count}); `,S(u(v.asked.quantity.title)),
v.asked.quantity.derived?et():null)),e.forEach(([r,s])=>{document.getElementById(r).value=s}),Te.scrollTop=n;let o=t&&document.
getElementById(t);o&&!o.disabled&&o.focus()}function ed(t){if(!$e.open)return;let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||
"")&&t.target.type!=="radio",n=t.key.toLowerCase();n==="escape"&&p.place?hs(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n===
"y")&&(t.preventDefault(),n==="y"||t.shiftKey?Rr():Ir())}function cl({evaluate:t}){_a(t),document.getElementById("tools").
prepend(_o),document.getElementById("panel").after(Te),ei(),ri(),E("bring",e=>{Fn(!0),Vr(e)}),ps.push(()=>{if(!v.list.length)
return[];let e=Gr();return[Kr(),e?il(e):null,ll()]}),document.addEventListener("keydown",ed),E("language",ms),E("candida\
tes",ms),E("picked",e=>{Fn(!0);let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView({block:"nearest"})}),
E("opened",e=>{(["figures","tasks"].includes(e)||e==="panel"&&H.matches)&&$e.open&&Fn(!1)}),window.gisplanEvaluate={evaluation:v,
evaluateCandidates:v.coverage.evaluate,geodesicLength:vt,destination:de,placeAt:Br,readCoordinate:ue,inside:We}}var gs=document.getElementById("maps"),nd={name:b.name,title:b.title,description:b.description,groups:b.groups.map((t,e)=>e),
headlines:b.headlines.map((t,e)=>e)};function Le(){return b.maps?b.maps[p.map]:nd}function ws(t){let e=b.groups.findIndex(
n=>n.layers.includes(t.number));return b.maps.findIndex(n=>n.groups.includes(e))}function Ze(t){return!b.maps||ws(t)===p.
map}function Qe(t){return b.maps?u(b.maps[ws(t)].title):""}function jo(t,e){if(!b.maps||t===p.map||!b.maps[t])return;w.closePopup(),
p.map=t;let n=e??b.maps[t].shown;for(let o of $){let r=n.includes(o.number);p.shown[o.number]&&!r&&rt(o,!1)}for(let o of n)
p.shown[o]||rt($[o],!0);At(()=>{O("map"),O("layers")})}function fl(t){b.maps&&jo(ws(t))}function ul(){if(!b.maps)return;
gs.hidden=!1,gs.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.
id:null;gs.replaceChildren(...b.maps.map((e,n)=>i("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===
p.map?"page":null,onclick:()=>jo(n)},u(e.title)))),t&&document.getElementById(t).focus()}function dl(){E("language",ul),
E("map",ul)}var Wo=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function pl(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function ml(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:Wo[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return Wo.
map((r,s)=>{let[a,l]=[o[s],o[s+1]],c=e.filter(f=>hl(f,o)===s).length;return{low:a,high:l,color:r,count:c}})}function hl(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?Wo.length-1:n}function gl(t,e){return e.length===1?e[0].color:Wo[hl(t,[
e[0].low,...e.map(n=>n.high)])]}var Dn=i("section",{id:"compare",hidden:!0}),jt=i("div",{id:"divider",hidden:!0}),D={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},ys=null,Go=()=>$.filter(qt),od=t=>b.maps&&!Ze(t)?`${u(t.title)} · ${Qe(t)}`:u(t.title);function Un(){
for(let a of Go())w.getPane(a.pane).style.clip="";let t=D.open&&D.mode==="swipe";if(jt.hidden=!t,!t)return;let e=w.getSize(),
[n,o]=[w.containerPointToLayerPoint([0,0]),w.containerPointToLayerPoint([e.x,e.y])],r=n.x+e.x*D.at;jt.style.left=`${100*
D.at}%`;let s=(a,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${a}px)`;w.getPane(D.a.pane).style.clip=s(n.x,r),w.getPane(D.b.pane).
style.clip=s(r,o.x)}function wl(t){let e=t.data.columns?.[t.column],{code:n}=t.data.search;return!e||!nt(e)||!n?null:new Map(
n.map((o,r)=>[o,j(e.values,r)??null]))}function bl(){ys.clearLayers();let t=D.open&&D.mode==="difference";for(let f of Go())
w.getPane(f.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,b:n}=D,[o,r]=[wl(e),wl(n)];if(!o||!r)return u(
"noFigures");let s=f=>f.data.columns[f.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let a=pl(o,r);if(!a.size)
return u("noCommon");let l=ml(a.values());e.data.search.code.forEach((f,d)=>{if(!a.has(f))return;let m=a.get(f);M.polygon(
e.places[d].parts,{pane:"gisplan-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape d\
ifference",fillColor:m===null?qe("#d5d9dd"):gl(m,l),fillOpacity:.85}).addTo(ys)});let c=[...a.values()].filter(f=>f===null).
length;return i("ul.difference-legend",{},l.map(({low:f,high:d,color:m,count:g})=>i("li",{},i("span.swatch",{style:{"--c\
olor":m,"--opacity":.85}}),i("span.what",{},f===d?"0":`${Q(f)} – ${Q(d)}`),i("span.count",{},String(g)))),c?i("li",{},
i("span.swatch.hatched",{style:{"--color":"#d5d9dd","--opacity":.85}}),i("span.what",{},u("oneMissing")),i("span.count",
{},String(c))):null)}function yl(t){return i("label",{},i("span",{},u(t==="a"?"leftTheme":"rightTheme")),i("select",{id:`\
compare-${t}`,onchange:e=>{D[t]=$[Number(e.target.value)],xs()}},Go().map(e=>i("option",{value:String(e.number),selected:e===
D[t]},od(e)))))}function bs(){if(Dn.hidden=!D.open,!D.open)return;let t=Dn.contains(document.activeElement)?document.activeElement.
id:null,e=bl(),n=o=>i("label.mode",{},i("input",{type:"radio",name:"compare-mode",id:`compare-${o}`,checked:D.mode===o,onchange:()=>{
D.mode=o,xs()}}),u(o));Dn.setAttribute("aria-label",u("compare")),Dn.replaceChildren(i("div.measure-head",{},i("strong",
{},u("compare")),i("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>Vo(!1)},"×")),yl(
"a"),yl("b"),i("div.row",{},n("swipe"),n("difference")),D.mode==="swipe"?i("input",{id:"compare-at",type:"range",min:0,max:100,
value:Math.round(100*D.at),"aria-label":u("swipe"),oninput:o=>{D.at=o.target.valueAsNumber/100,Un()}}):i("div",{id:"comp\
are-told"},e)),t&&document.getElementById(t)?.focus()}function xs(){ya(D.a,D.b),bs(),Un()}function Vo(t){if(t===D.open)return;
let e=Go();if(!(t&&e.length<2)){if(t){let n=e.find(o=>p.shown[o.number]);D.before=n??null,D.a=n??e[0],D.b=e.find(o=>o!==
D.a&&o.table===D.a.table&&o.year!==null)??e.filter(Ze).find(o=>o!==D.a)??e.find(o=>o!==D.a)}if(D.open=t,document.getElementById(
"tool-compare")?.setAttribute("aria-pressed",String(t)),t){w.closePopup(),xs();return}bs(),bl(),Un();for(let n of[D.a,D.
b])n!==D.before&&p.shown[n.number]&&rt(n,!1);D.before&&rt(D.before,!0)}}function xl(){return D.open}function rd(t){t.preventDefault(),
jt.setPointerCapture(t.pointerId),jt.onpointermove=e=>{let n=w.getContainer().getBoundingClientRect();D.at=Math.min(1,Math.
max(0,(e.clientX-n.left)/n.width));let o=document.getElementById("compare-at");o&&(o.value=Math.round(100*D.at)),Un()},jt.
onpointerup=()=>{jt.onpointermove=null}}function kl(){lt("gisplan-difference",570),ys=M.layerGroup().addTo(w),w.getContainer().
append(jt),jt.addEventListener("pointerdown",rd),M.DomEvent.disableClickPropagation(jt),document.getElementById("search").
after(Dn),w.on("move zoomend resize viewreset",Un),E("language",bs);for(let t of["layers","map"])E(t,()=>{let e=D.open&&
[D.a,D.b].every(n=>p.shown[n.number]);D.open&&!e&&(D.before=null,Vo(!1))})}function vl(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Ho(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function ks(t){try{return decodeURIComponent(t)}catch{
return""}}function Sl(t,e){return`#${new URLSearchParams({find:`${Ho(t)}~${Ho(e)}`})}`}function Ml(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let a=new URLSearchParams(t.replace(/^#/,"")),l=(z,L)=>{let T=(a.get(z)??"").split(",").map(A=>A?
Number(A):Number.NaN);return T.length===L&&T.every(Number.isFinite)?T:null},c={},f=l("map",3);if(f&&Math.abs(f[1])<=85&&
Math.abs(f[2])<=360&&f[0]>=0&&f[0]<=22&&(c.view=f),a.has("layers")){let z=a.get("layers").split(" ");c.shown=e.map(L=>z.
includes(L))}let d=l("opacity",n);d?.every(z=>z>=0&&z<=100)&&(c.opacity=d.map(z=>z/100)),["zh","en"].includes(a.get("lan\
g"))&&(c.lang=a.get("lang")),r.includes(a.get("on"))&&(c.map=r.indexOf(a.get("on")));let m=new Map;for(let z of a.getAll(
"only")){let[L,T,A]=z.split("~");!A||!Object.prototype.hasOwnProperty.call(s,L)||!T.startsWith("@")&&!s[L].includes(T)||
m.set(`${L}~${T}`,new Set(A.split("|").map(ks)))}m.size&&(c.filter=m);let[g,h]=(a.get("find")??"").split("~").map(ks);g&&
h&&(c.find={table:g,name:h});let[y,k]=(a.get("profile")??"").split("~").map(ks);y&&/^\d{6}$/.test(k??"")&&(c.profile={table:y,
code:k}),a.has("sites")&&(c.more=Object.fromEntries(["sites","reach","by"].map(z=>[z,a.get(z)])));let x=Number(a.get("ye\
ar"));return c.year=a.has("year")&&o.includes(x)?x:null,c}function zl({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:a,
filter:l=new Map,map:c=0,profile:f=null,more:d={}},m,g=[],h=[]){let y=new URLSearchParams;h.length&&y.set("on",h[c]);for(let[
k,x]of l)y.append("only",`${k}~${[...x].map(Ho).join("|")}`);y.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join("\
,")),y.set("layers",m.filter((k,x)=>o[x]).join(" ")),r.some(k=>k!==1)&&y.set("opacity",r.map(k=>Math.round(100*k)).join(
","));for(let[k,x]of Object.entries(d))y.set(k,x);s!==null&&y.set("year",s),f&&y.set("profile",`${Ho(f.table)}~${f.code}`),
y.set("lang",a);for(let[k,x]of g)y.set(k,x);return`#${y.toString().replace(/%2C/g,",")}`}var sd=/\s+(?:City|District|Province|County|(?:(?:\w+ )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,ad=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function El(t,e){if(e==="en")return t.replace(sd,"")||t;let n=t.replace(ad,(o,r)=>r==="区"?"":r);return n.length>1?n:t}function Tl(t,e){let n=null,o=0;for(let r of t){let s=[];for(let a of[...r,null])if(a&&e.contains(a))s.push(a);else{let l=id(
s);l>o&&([n,o]=[ld(s,l),l]),s=[]}}return n}function id(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function ld(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var Ol=lt("gisplan-labels",590);Ol.classList.add("leaflet-zoom-hide");var Al=I("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),tn=[],vs={leader:4.4,seat:7.5,water:7},Ss=[[0,0],[0,18],[0,-18]],cd=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function ud(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function fd(){return $.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:ud(t),name:X(t,e.rows[0]),size:hd(e)})))}function Cl(t){return p.lang==="zh"?t[0]:t[1]||t[0]}function dd(){
return mt.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:Cl(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function pd(){return ao.map(({names:t,at:e})=>({
rank:"seat",name:Cl(t),anchor:e}))}var $l=[2,1,3,"seat","water","around"];function md(){for(let t of tn)t.element.remove();
tn=[...fd(),...pd(),...dd()].map(t=>({...t,element:i(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},El(t.
name,p.lang))})),tn.sort((t,e)=>$l.indexOf(t.rank)-$l.indexOf(e.rank)||(e.size??0)-(t.size??0)),Ol.append(Al,...tn.map(t=>t.
element)),tn.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),te()}function hd(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function gd(){let t=w.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=w.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function wd(){let t=[];return $.forEach(e=>{let n=e.places.
length<=Re;e.geometry!=="point"||!p.shown[e.number]||!n||e.places.forEach(o=>{if(Et(e)&&!V(e,o).length)return;let r=w.latLngToLayerPoint(
o.point),s=Z[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function yd(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function Ll(t,e,[n,o]){let{width:r,height:s}=t,[a,l]=[e.x+n,e.y+o];return[a-r/2,l-s/2,a+r/2,l+s/2]}function bd(t){
let e=w.getZoom();if(t.layer){if(!p.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,a=w.latLngToLayerPoint(
o.room.getNorthWest()),l=w.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-a.x>.8*r&&l.y-a.y>s,f=w.latLngToLayerPoint(o.
anchor);return w.getBounds().contains(o.anchor)?t.rank===2?{at:f,near:c?Ss:[],far:e<vs.leader?[]:cd}:c?{at:f,near:Ss,far:[]}:
null:null}if(t.rank==="seat"){if(e<vs.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:w.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!Ft(t.context)||t.rank==="water"&&e<vs.water)return null;let n=t.paths?
Tl(t.paths,w.getBounds()):t.anchor;return n?{at:w.latLngToLayerPoint(n),near:Ss,far:[]}:null}function te(){let t=w.getSize(),
e=w.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=d=>d[0]>=n[0]&&d[1]>=n[1]&&d[2]<=n[2]&&d[3]<=
n[3],r=gd(),s=wd(),a=[],l=new Set,c=[],f=(d,m)=>o(d)&&!m.some(g=>yd(d,g));tn.forEach(d=>{let{element:m}=d,g=m.textContent,
h=l.has(g)?null:bd(d),y=null,k=!1;if(h){let x=[...a,...s,...r];y=h.near.map(z=>Ll(d,h.at,z)).find(z=>f(z,x)),y||(y=h.far.
map(z=>Ll(d,h.at,z)).find(z=>f(z,x)),k=!!y)}m.hidden=!y,y&&(l.add(g),a.push(y),k&&c.push(xd(h.at,y)),M.DomUtil.setPosition(
m,M.point(Math.round(y[0]),Math.round(y[1]))))}),Al.replaceChildren(...c)}function xd({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return I("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function Bl(){E("la\
nguage",md);for(let t of["layers","context","filter"])E(t,te);w.on("moveend viewreset resize",te)}var Es={A3:"A3 landscape",A4:"A4 landscape"},Oe=null,_n="A3";function Ms(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function kd(){return rs(.02)?Lo()??w.getBounds():w.getBounds()}function Pl(){Oe||document.body.classList.
contains("printing-list")||(Oe={centre:w.getCenter(),zoom:w.getZoom(),bounds:kd()},xt(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,p.paper=!0,Nl())}function Nl(){
document.body.classList.toggle("paper-a4",_n==="A4"),Ms(Es[_n]),w.invalidateSize({animate:!1,pan:!1}),w.fitBounds(Oe.bounds,
{animate:!1,padding:[8,8]}),O("paper"),sl(vd()),te()}function zs(){if(!Oe)return;let{centre:t,zoom:e}=Oe;Oe=null,p.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,w.invalidateSize({animate:!1,pan:!1}),w.setView(t,e,{
animate:!1}),O("paper"),te()}function vd(){let t=e=>i("label",{},i("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===_n,onchange:()=>{_n=e,Nl(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return i("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(Es).map(t),i("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),i("button.sheet-back",{type:"button",onclick:zs},u("back")))}
function Il(){Pl(),document.getElementById("paper-print").focus()}function qo(){return Oe!==null}function Rl(){let t=!1;
window.addEventListener("beforeprint",()=>{t=qo(),p.profile?Ms("A4 portrait"):Pl()}),window.addEventListener("afterprint",
()=>{p.profile&&Ms(Es[_n]),t||zs()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&zs()})}var Ae={width:320,height:104,most:160};function Fl(t,e,n){let o=e&&t.data.columns[e];return o&&nt(o)?Md(t,e,n):t.legend.
classes?zd(t):null}function Sd(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"\
true"},n||""))}function Md(t,e,n){let r=t.data.columns[e],s=n.map(L=>({row:L,value:j(r.values,L)})).filter(L=>typeof L.value==
"number").slice(0,Ae.most);if(s.length<2)return null;let{width:a,height:l}=Ae,c=s.map(L=>L.value),[f,d]=[Math.min(0,...c),
Math.max(0,...c)],m=L=>4+(l-8)*(d-L)/(d-f||1),g=a/s.length,h=g>4?Math.min(3,g*.2):0,y=s.map(({row:L,value:T},A)=>{let N=I(
"g",{class:"bar","data-row":L});return N.append(I("rect",{class:"hit",x:A*g,y:0,width:g,height:l}),I("rect",{class:"valu\
e",x:A*g+h/2,width:Math.max(.6,g-h),y:Math.min(m(0),m(T)),height:Math.max(1,Math.abs(m(T)-m(0))),fill:e===t.column?zo(t,
L):"#4d8296"})),N}),k=`${u("chart")}${u(r.title)}`,x=I("svg",{viewBox:`0 0 ${a} ${l}`,role:"img","aria-label":k,preserveAspectRatio:"\
none"},...y,I("line",{class:"zero",x1:0,x2:a,y1:m(0),y2:m(0)}));x.addEventListener("mouseover",L=>Me(t,Ie(L))),x.addEventListener(
"mouseleave",()=>Me(t,null)),x.addEventListener("click",L=>{let T=Ie(L);T!==null&&Qt(t,T,!1,!1)});let z=s.length===Ae.most&&
n.length>Ae.most?i("span.count",{},` ${W("firstBars",Ae.most)}`):null;return Sd([S(u(r.title)),r.unit?S(p.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?et():null,z],x)}function zd(t){let e=Eo(t),n=t.legend.classes.map((a,l)=>({
color:a.color,count:e.classes[l],text:u(a.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((a,l)=>a+l.count,0);if(!o)return null;let r=0,s=I("svg",{viewBox:`0 0 ${Ae.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
a=>a.count).forEach(a=>{let l=Ae.width*a.count/o;s.append(I("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:a.color,
class:"part"})),r+=l}),i("figure.chart",{},i("figcaption",{},S(u(t.legend.title)),t.legend.derived?et():null),s,i("ul.pa\
rts",{},n.filter(a=>a.count).map(a=>i("li",{},i("span.dot",{style:{"--color":a.color}}),S(a.text),i("span.count",{},` ${W(
"rows",a.count)}`)))))}function Dl(t,e,n){let o=t.data.columns[e];return n===null||!o||!nt(o)?[u("chartHint")]:[S(X(t,n),
"strong.datum")," ",dt(o,Y(t.data,e,n),t,e)]}var Ts=new Set;function Os(t){return Array.from({length:t.data.count},(e,n)=>n)}var $s=new Map;function Ls(t,e){let n=uo(
t.table,e);if(!$s.has(n)){let o=new Map;for(let s of Os(t)){let a=e===me?$r(t,s,we):String(j(t.data.columns[e].values,s)??
"");o.set(a,(o.get(a)??0)+1)}let r=o.size>1&&o.size<=Ra&&o.size<t.data.count;$s.set(n,r?o:null)}return $s.get(n)}function Ed(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!nt(e[o])&&Ls(t,o));return we.prefectures&&t.table!=="prefectur\
es"&&Ls(t,me)&&n.push(me),n}function Ul(t,e,n){if(n==="")return u("noValue");if(e===me){let{prefectures:a}=we;return X(a,
a.data.search.code.indexOf(n))}let o=t.data.columns[e],r=Os(t).find(a=>String(j(o.values,a)??"")===n),s=p.lang==="en"&&o.
english?o.english:o.values;return st(o,j(s,r),t,e)}function Td(t,e){let n=uo(t.table,e),o=hn(n),r=e===me?u("prefecture"):
u(t.data.columns[e].title),s=[...Ls(t,e)].sort((c,f)=>f[1]-c[1]),a=o?[...o].map(c=>Ul(t,e,c)).join("、"):"",l=a.length>
18?`${a.slice(0,17)}…`:a;return i(o?"details.chosen":"details",{open:Ts.has(n),ontoggle:c=>{c.target.open?Ts.add(n):Ts.
delete(n)}},i("summary",{id:`chip-${n}`},S(r),l?`：${l}`:""),i("div.values-list",{role:"group","aria-label":r},s.map(([
c,f],d)=>i("label",{},i("input",{type:"checkbox",id:`chip-${n}-${d}`,checked:!!o?.has(c),onchange:()=>po(n,c)}),S(Ul(t,e,
c)),i("span.count",{},String(f))))))}function _l(t){let e=Ed(t),n=p.filter.size>0;if(!e.length&&!n)return null;let o=he(
t).some(([s])=>s.includes(`~${De}`)),r=Os(t).filter(s=>ye(t,s)).length;return i("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>Td(t,s)),n?i("button.clear-filter",{type:"button",id:"filter-clear",onclick:Fa},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}var $d=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function jl(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((a,l)=>{let c=getComputedStyle(a);for(let f of $d)
s[l].setAttribute(f,c.getPropertyValue(f))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function As(t){return new XMLSerializer().serializeToString(t)}async function Ld(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(As(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(a=>{r.toBlob(a,"image/png")})}async function Cs(t,e,n,o){$t(t,"image/png",
await Ld(e,n,o))}function Od(t,e,n){let o=getComputedStyle(t),r=I("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function Wl(){
let t=w.getContainer().getBoundingClientRect(),{x:e,y:n}=w.getSize(),o=l=>{let c=l.getBoundingClientRect();return{left:c.
left-t.left,top:c.top-t.top,width:c.width,height:c.height}},r=I("svg",{xmlns:"http://www.w3.org/2000/svg",width:e,height:n,
viewBox:`0 0 ${e} ${n}`}),s=document.querySelector(".hatches defs");s&&r.append(s.cloneNode(!0)),r.append(I("rect",{width:e,
height:n,fill:"#e8eef2"}));let a=[...w.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort((l,c)=>Number(getComputedStyle(
l).zIndex)-Number(getComputedStyle(c).zIndex));for(let l of a){let c=I("g",{opacity:getComputedStyle(l).opacity});for(let f of l.
children){if(f.classList.contains("leaflet-pane")||f.hidden)continue;let d=o(f),m={x:d.left,y:d.top,width:d.width,height:d.
height};if(f.tagName==="svg"){let g=f.cloneNode(!0);g.removeAttribute("style");for(let[h,y]of Object.entries(m))g.setAttribute(
h,y);c.append(g)}else if(f.tagName==="CANVAS"||f.tagName==="IMG"){let g=f.tagName==="IMG"?f.src:f.toDataURL(),h=f.style.
opacity||1;c.append(I("image",{...m,href:g,opacity:h,preserveAspectRatio:"none"}))}else if(f.querySelector("svg")){let g=f.
querySelector("svg"),h=g.cloneNode(!0),y=o(g);h.setAttribute("x",y.left),h.setAttribute("y",y.top),h.setAttribute("overf\
low","visible"),c.append(h)}else f.textContent.trim()&&d.width&&c.append(Od(f,d))}r.append(c)}return{picture:r,width:e,height:n}}var Ad=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function Cd(t){
let e=4294967295;for(let n of t)e=Ad[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function Bd(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(m,g)=>{let h=new DataView(new ArrayBuffer(4+g.reduce((k,[x])=>k+x,0)));h.setUint32(0,m,!0);let y=4;for(let[k,
x]of g)k===2?h.setUint16(y,x,!0):h.setUint32(y,x,!0),y+=k;return new Uint8Array(h.buffer)};for(let{name:m,text:g}of t){let[
h,y]=[e.encode(m),e.encode(g)],k=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Cd(y)],[4,y.length],[4,y.length],[2,h.length],[2,
0]],x=s(67324752,k),z=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...k,...z]),h),n.push(x,h,y),r+=x.length+
h.length+y.length}let a=o.reduce((m,g)=>m+g.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,a],[4,r],[
2,0]]),c=[...n,...o,l],f=new Uint8Array(c.reduce((m,g)=>m+g.length,0)),d=0;for(let m of c)f.set(m,d),d+=m.length;return f}
function ql(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function Pd(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${ql(t)}</t></is></c>`}var Gl="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",Bs="http://schemas.openxmlformats.org/package/2006",Vl="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",Hl="application/vnd.openxmlformats-officedocument.spread\
sheetml",jn=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function Ko(t,e){let n=ql(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(Pd).join("")}</row\
>`).join(""),r=(s,a,l)=>`<Relationship Id="${s}" Type="${Vl}/${a}" Target="${l}"/>`;return Bd([{name:"[Content_Types].xm\
l",text:`${jn}<Types xmlns="${Bs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${Hl}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${Hl}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${jn}<Relationships xmlns="${Bs}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${jn}<workbook xmlns="${Gl}" xmlns:r="${Vl}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${jn}<Relationships\
 xmlns="${Bs}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${jn}<worksheet xmlns="${Gl}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function Ps(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function Nd(t,e,n){let o=e.map(s=>{let a=t.data.columns[s];return u(a.title)+(a.unit?` (${u(a.unit)})`:"")}),r=n.map(s=>e.
map(a=>{let l=t.data.columns[a],c=Y(t.data,a,s);return c==null?null:nt(l)||l.year?c:st(l,c,t,a)}));return[o,...r]}function Kl(){
let t=document.querySelector("#figures .chart svg");return t?jl(t,640,208):null}function Yl(t,e,n){let o=c=>`${kn(b.name,
u(t.title))}.${c}`,r=()=>Nd(t,e,n),s=async()=>{let c=Ps(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let f=i(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(f),f.select(),document.execCommand("copy"),f.remove()}ft(
u("copied"))},a=(c,f,d)=>i("button",{type:"button",id:`take-${c}`,onclick:d},f),l=document.querySelector.bind(document);
return i("details.takeout",{},i("summary",{id:"take-out"},u("takeOut")),i("div.row",{},a("copy",u("copyTable"),s),a("csv",
"CSV",()=>$t(o("csv"),"text/csv",`\uFEFF${Ps(r(),",")}\r
`)),a("xlsx","XLSX",()=>$t(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",Ko(u(t.title),r()))),
a("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&$t(o("svg"),"image/svg+xml",As(Kl()))}),a("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&Cs(o("png"),Kl(),640,208)}),a("map-png",u("mapPng"),()=>{let{picture:c,width:f,height:d}=Wl();
Cs(`${kn(b.name,u("map"))}.png`,c,f,d)})))}var ee=document.getElementById("figures"),Xo=document.getElementById("figures-toggle"),F={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},Id=26;function Rs(){let t=$.filter(s=>p.shown[s.number]&&s.geometry!=="raster"),
e=t.find(s=>s.number===F.picked);if(e)return e;let n=t.filter(s=>s.geometry==="polygon"),o=n.filter(s=>s.style.kind!=="o\
utline"),r=t.filter(s=>s.style.kind!=="outline");return o[o.length-1]||r[r.length-1]||n.sort((s,a)=>a.places.length-s.places.
length)[0]||t[t.length-1]||null}function Zl(){let t=Rs();return!t||t.data.count<=5e3}function Fs(t){let e=F.hidden.get(t.
table),n=Ql(t);return e?n.filter((o,r)=>r===0||!e.has(o)):n}function Rd(t){let e=F.hidden.get(t.table)??new Set;return i(
"details.columns",{open:F.choosing,ontoggle:n=>{F.choosing=n.target.open}},i("summary",{id:"figures-columns"},u("columns")),
i("div.values-list",{role:"group","aria-label":u("columns")},Ql(t).slice(1).map((n,o)=>i("label",{},i("input",{type:"che\
ckbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{e.delete(n)||e.add(n),F.hidden.set(t.table,e),Wt()}}),S(u(t.data.
columns[n].title))))))}var Fd=/%|‰|率|\/|per |km$|千米$|人\/|户均/;function Dd(t,e){let n=e.map((o,r)=>{let s=t.
data.columns[o];if(r===0||!nt(s)||!s.unit||Fd.test(`${s.unit.zh} ${s.title.zh}`))return null;let a=F.rows.map(l=>Y(t.data,
o,l)).filter(l=>typeof l=="number");return a.length?{sum:a.reduce((l,c)=>l+c,0),missing:F.rows.length-a.length}:null});return n.
every(o=>o===null)?null:i("tfoot",{},i("tr",{},e.map((o,r)=>r===0?i("th",{scope:"row"},u("total")):i("td.number",{},n[r]?
Q(n[r].sum,t.data.columns[e[r]],p.lang):"",n[r]?.missing?i("span.unit",{},W("unknown",n[r].missing)):null))))}function Ns(t){
F.wide=t,document.body.classList.toggle("figures-wide",t),Wt()}function Ql(t){let{columns:e,count:n}=t.data;return[...new Set(
[t.popup[0],t.column,...t.popup])].filter(r=>r&&Yt(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some(
(a,l)=>{let c=Y(t.data,r,l);return typeof c=="string"&&!Yt(e[r].words,c)&&(c.length>Id||c.includes(`
`))}))}function Ud(t,e,n){let o=t.data,r=new Intl.Collator(p.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,d)=>d).filter(f=>ye(t,f));if(!e)return s;let a=o.columns[e],l=new Map(s.map(f=>{let d=Y(o,e,f);return d==null?
[f,null]:[f,typeof d=="number"?d:st(a,d,t,e)]})),c=n?-1:1;return s.sort((f,d)=>{let[m,g]=[l.get(f),l.get(d)];if(m===null||
g===null)return(m===null)-(g===null)||f-d;let h=typeof m=="number"&&typeof g=="number"?m-g:r.compare(m,g);return c*h||f-
d})}function _d(t){if(p.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=p.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function jd(){return Le().headlines.length?i("dl.headlines",{},Le().
headlines.map(t=>_d(b.headlines[t])).map(t=>i("div",{title:u("credits")+t.sources.map(u).join("; ")},i("dt",{},S(u(t.title))),
i("dd",{},t.before&&t.value!==null?S(`${u(t.before)} `):null,i("strong",{title:Wd(t)},Xl(t)),t.unit&&t.value!==null?S(Mr(
Xl(t),t)):null,t.of!==null?i("span.of",{},W("ofAll",t.of)):null,t.derived?et():null,p.year!==null&&!t.years?i("span.note",
{},u("everyYearAlike")):null,t.missing?i("span.note",{},W("unknown",t.missing)):null,t.point&&t.value!==null?S(`${u(t.point)}\
 ${Yo(t,t.value)}`,"span.note"):null,t.worth?S(u(t.worth),"span.note"):null)))):null}function Xl(t){if(t.value===null)return"\
—";if(!t.point)return Yo(t,t.value);let[e,n]=[Yo(t,t.low),Yo(t,t.high)];return e===n?e:`${e}–${n}`}function Yo(t,e){
return Q(e,t,p.lang)}function Wd(t){return t.value===null||t.point?null:pe(t,t.value)}function Gd(t,e){let n=t.data.columns[e];
F.down=F.sort===e?!F.down:nt(n),F.sort=e,Wt(),document.getElementById(`sort-${Fs(t).indexOf(e)}`).focus()}function Vd(t,e,n){
let o=t.data.columns[e],r=F.sort===e;return i(nt(o)?"th.number":"th",{scope:"col","aria-sort":r?F.down?"descending":"asc\
ending":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>Gd(t,e)},S(u(o.title)),i("span.arrow",{"aria-hidden":"\
true"},r?F.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?et():null)}function Jl(t,e,n){
F.wide&&Ns(!1),Qt(t,e,!1,n)}function Hd(t,e,n){let o=t.data,r=i("tr",{"data-row":String(n),onclick:s=>{s.target.closest(
"button")||Jl(t,n,!1)}});return e.forEach((s,a)=>{let l=o.columns[s],c=st(l,Y(o,s,n),t,s);if(a===0){r.append(i("th",{scope:"\
row"},i("button",{type:"button",dir:"auto",onclick:f=>Jl(t,n,f.detail===0)},c)));return}r.append(i(nt(l)?"td.number":"td",
{dir:nt(l)?null:"auto",title:pe(l,Y(o,s,n))},s===t.column&&t.style.kind!=="outline"?i("span.dot",{style:{"--color":zo(t,
n)}}):null,c))}),r}function qd(t){let e=$.filter(n=>p.shown[n.number]&&n.geometry!=="raster").reverse();return i("label.\
pick",{},i("span",{},u("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(F,{picked:Number(n.target.value),
sort:null,most:200}),Wt()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},u(n.title)))))}function Kd(t){let e=Fs(
t),n=F.rows.slice(0,F.most),o=i("table",{onmouseover:r=>Me(t,Ie(r)),onmouseleave:()=>Me(t,null),onfocusin:r=>Me(t,Ie(r))},
i("caption",{},S(u(t.title)),i("span.count",{},` ${W("tableRows",F.rows.length)}`)),i("thead",{},i("tr",{},e.map((r,s)=>Vd(
t,r,s)))),i("tbody",{},n.map(r=>Hd(t,e,r))),Dd(t,e));return[F.rows.length?null:i("p.hint",{},u("nothingDue")),i("div.tab\
le",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<F.rows.length?i("button.more",{type:"button",id:"figu\
res-more",onclick:()=>{F.most+=500,Wt()}},u("more")):null]}function Wt(){if(Xo.replaceChildren(u("figures")),ee.setAttribute(
"aria-label",u("figuresTitle")),!F.open)return;let t=ee.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=ee,n=Rs(),o=[i("div.figures-head",{},i("h2",{},u("figuresTitle")),i("button.wide",{type:"button",id:"figur\
es-wide","aria-pressed":String(F.wide),onclick:()=>Ns(!F.wide)},u(F.wide?"narrowTable":"wideTable")),i("button.close",{type:"\
button",id:"figures-close","aria-label":u("close"),onclick:()=>{F.wide&&Ns(!1),ne(!1),Xo.focus()}},"×")),jd()];if(n){let r=Fs(
n);if(!r.includes(F.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];F.sort=s||null,F.down=!!(s&&nt(n.data.columns[s]))}
F.rows=Ud(n,F.sort,F.down),o.push(qd(n),_l(n),i("div.table-tools",{},Rd(n),Yl(n,r,F.rows)),Fl(n,F.sort,F.rows),Kd(n))}else
o.push(i("p.hint",{},u("nothingShown")));ee.replaceChildren(...o.flat(1/0).filter(Boolean)),ee.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),Is(!1)}function Is(t){if(!F.open)return;let e=Rs();if(!e)return;let n=p.chosen&&p.
chosen.layer.table===e.table?p.chosen:null,o=Ln.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;ee.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let f=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",f),l.tagName==="TR"&&l.setAttribute("aria-selected",String(f)),t&&
f&&l.tagName==="TR"&&Yd(l)});let s=ee.querySelector(".chart-note"),a=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...Dl(e,F.sort,a))}function Yd(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function ne(t){At(()=>{F.open=t,t&&O("opened","fig\
ures"),ee.hidden=!t,document.body.classList.toggle("figures-open",t),Xo.setAttribute("aria-expanded",String(t)),Wt()})}function tc(){
Xo.addEventListener("click",()=>ne(!F.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&H.matches&&F.open&&
ne(!1)}),E("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&H.matches)&&F.open&&ne(!1)}),E("language",Wt),E("lay\
ers",Wt);for(let t of["year","filter","map"])E(t,Wt);E("hover",()=>Is(!1));for(let t of["chosen","docked"])E(t,()=>Is(!0))}function Wn(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function Ds({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Wn);return{code:n||"",zh:Wn(t??""),en:Wn(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Wn),initials:r.map(s=>s.slice(0,1)).join("")}}function Xd(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var Jd=3;function ec({entry:t,fit:e}){
return t.unit&&e<=Jd?0:1}function nc(t,e,n){let o=Wn(e);return o?t.map(r=>({entry:r,fit:Xd(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>ec(r)-ec(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var _s=document.getElementById("search"),Zd=12,Us=null,tt=[],kt=-1;function Qd(){let t=[],e=new Set,n=r=>$.some(s=>s.table===
r&&p.shown[s.number]);Object.keys(b.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=b.tables[r],{search:a}=s,l=a.name?s.
columns[a.name]:null;for(let c=0;c<s.count;c++){let f=l?j(l.values,c):null,d=l?.english?j(l.english,c):null,m=a.code?a.code[c]:
null,g=m?`${m} ${f}`:null;if(f===null&&d===null&&m===null||g&&e.has(g))continue;g&&e.add(g);let h=a.pinyin?j(a.pinyin,c):
null,y=m!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:y,...Ds({zh:f,en:d,code:m,pinyin:h})})}});for(let r of b.
elsewhere??[])r.zh.forEach((s,a)=>{let l=r.en?.[a]??null;if(s===null&&l===null)return;let c=r.pinyin[a];t.push({elsewhere:r,
row:a,...Ds({zh:s,en:l,code:null,pinyin:c})})});return t}function oc(t){return Us=Us||Qd(),nc(Us,t,Zd)}function rc(t){let e=$.
filter(n=>n.table===t);return e.filter(n=>p.shown[n.number]).pop()||e.find(Ze)||e[0]}function sc(t,e){let n=Object.prototype.
hasOwnProperty.call(b.tables,t)&&b.tables[t];if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,a=Array.
from({length:r},(l,c)=>c).find(l=>o.code?.[l]===e||s&&j(s.values,l)===e);a!==void 0&&js({table:t,row:a})}function js(t){
if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,a=r[t.row]??s[t.row];window.location.href=`${n}${b.ending}${Sl(
o,a)}&lang=${p.lang}`;return}let e=rc(t.table);tp(),fl(e),p.year!==null&&!Or(e,t.row)&&Ct(null),Qt(e,t.row,!0,!0),H.matches&&
ne(!1)}function tp(){tt=[],kt=-1,Gn()}function ep(t){if(t.elsewhere){let{zh:s,en:a,title:l,layer:c}=t.elsewhere,f=[s[t.row],
a?.[t.row]??null].filter(d=>d!==null);return p.lang==="en"&&f.reverse(),[S(f[0],"strong.datum"),f[1]?S(f[1],"span.other"):
null,i("span.of",{},S(u(c)),` · ${u("onMap")} `,S(u(l)))]}let e=rc(t.table),n=b.tables[t.table],o=n.search.name?n.columns[n.
search.name]:null,r=o?.english?j(p.lang==="zh"?o.english:o.values,t.row):null;return[S(X(e,t.row),"strong.datum"),r?S(r,
"span.other"):null,i("span.of",{},t.code?`${t.code} · `:"",S(u(e.title)),Ze(e)?null:[` · ${u("onMap")} `,S(Qe(e))])]}function Gn(){
let t=document.getElementById("search-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===
e;t.replaceChildren(...tt.map((r,s)=>i("li",{id:`found-${s}`,role:"option","aria-selected":String(s===kt),onmousedown:a=>{
a.preventDefault(),js(r)}},ep(r))));let o=document.getElementById("search-none");o.hidden=tt.length>0||!n||kt===-2,o.textContent=
u("nothingFound"),t.hidden=!tt.length,e.setAttribute("aria-expanded",String(tt.length>0)),kt>=0?(e.setAttribute("aria-ac\
tivedescendant",`found-${kt}`),document.getElementById(`found-${kt}`).scrollIntoView({block:"nearest"})):e.removeAttribute(
"aria-activedescendant")}function np(t){tt=oc(t.target.value),kt=tt.length?0:-1,Gn(),t.target.value.trim()&&ft(tt.length?
W("found",tt.length):u("nothingFound"))}function op(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&tt.length?(t.preventDefault(),
kt=(kt+e+tt.length)%tt.length,Gn()):t.key==="Escape"&&(t.stopPropagation(),tt.length||(t.target.value=""),tt=[],kt=-2,Gn())}
function rp(){let t=document.getElementById("search-input");_s.setAttribute("aria-label",u("search")),_s.replaceChildren(
i("div.field",{},ie("search"),i("input",{id:"search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"ar\
ia-label":`${u("search")}: ${u("searchHint")}`,"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"\
false",spellcheck:!1,value:t?t.value:"",oninput:np,onkeydown:op,onblur:()=>{kt=-2,tt=[],Gn()}})),i("ul",{id:"search-list",
role:"listbox","aria-label":u("search"),hidden:!0}),i("p",{id:"search-none",hidden:!0}))}function ac(){_s.addEventListener(
"submit",t=>{t.preventDefault();let e=document.getElementById("search-input");tt.length||(tt=oc(e.value)),tt.length&&js(
tt[Math.max(0,kt)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||
"")||(t.preventDefault(),document.getElementById("search-input").focus())}),E("language",rp)}var Ce={last:"",timer:0,ready:!1},cc=vl($),Gs=[];function uc(t){Gs.push(t)}var fc=(b.maps??[]).map(t=>t.name);function dc(){
return Ml(window.location.hash,{keys:cc,groups:b.groups.length,years:ct,maps:fc,columns:Object.fromEntries(Object.entries(
b.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function pc(){let{lat:t,lng:e}=w.getCenter(),n=Gs.flatMap(o=>o.
write());return zl({zoom:w.getZoom(),lat:t,lng:e},p,cc,n,fc)}function ic(t){if(t.map!==void 0&&jo(t.map),t.filter||p.filter.
size){p.filter.clear();for(let[n,o]of t.filter??[])p.filter.set(n,o);O("filter")}t.shown&&$.forEach((n,o)=>{p.shown[o]!==
t.shown[o]&&rt(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{so(o,n)}),Ct(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of Gs)n.follow(e);t.view&&w.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
O("linked",t.more),t.profile&&O("profile",t.profile),t.find&&sc(t.find.table,t.find.name),Ce.ready=!0}function lc(){!Ce.
ready||qo()||(clearTimeout(Ce.timer),Ce.timer=setTimeout(()=>{if(!qo()){Ce.last=pc();try{window.history.replaceState(null,
"",Ce.last)}catch{}}},120))}async function mc(){let t=window.location.href.split("#")[0]+pc(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}Ot(()=>[i("h2",{id:"about-title"},u("linkTitle")),i("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),i("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var Ws=dc();function hc(){Ws.lang&&(p.lang=Ws.lang)}function gc(){ic(Ws),window.
addEventListener("hashchange",()=>{if(window.location.hash===Ce.last)return;let e=dc();e.lang&&e.lang!==p.lang&&(p.lang=
e.lang,O("language")),ic(e)}),w.on("moveend",lc);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
E(e,lc)}var sp=M.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!H.matches}),M.DomEvent.disableClickPropagation(
this.box),E("language",()=>this.write()),this.box},write(){let t=new Map;for(let r of Object.values(b.tables).flatMap(s=>s.
sources)){let s=u(r.title);t.get(s)||t.set(s,r.link?r.url:null)}for(let r of b.headlines.flatMap(s=>s.sources.map(u)))t.
has(r)||t.set(r,null);for(let r of[...b.context?.layers??[]].reverse())for(let s of r.sources)t.has(u(s))||t.set(u(s),null);
let e=[[u(b.attribution),null],b.basemap?[u(b.basemap.attribution),null]:["",null],...t].filter(([r])=>r),n=i(b.review?"\
span.review":"span.review.unset",{},u("review"),b.review?S(b.review):u("noReview")),o=i("div.credits",{tabIndex:0},i("sp\
an",{},u("credits")));e.forEach(([r,s],a)=>{o.append(a?"; ":"",s?Ne(s,r):S(r))}),this.box.replaceChildren(i("summary",{},
n),o)}}),ap=M.Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-say":e,onclick:o},n);return this.box=
i("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>w.zoomIn()),t("zoomOut","−",()=>w.zoomOut()),t("home",ie("home"),Mn)),M.
DomEvent.disableClickPropagation(this.box),E("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("b\
utton").forEach(t=>{t.title=u(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function ip(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>ft(u("full")))}var lp=[["measure",()=>Fo(
!p.measuring)],["compare",()=>Vo(!xl())],["full",ip],["link",mc],["print",Il]],cp=M.Control.extend({onAdd(){let t=lp.filter(
([e])=>e!=="full"||document.fullscreenEnabled);return this.box=i("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>i("butto\
n",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e==="measure"||e==="compare"?"false":null},ie(e)))),M.DomEvent.
disableClickPropagation(this.box),E("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(
t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});function wc(){let t=new sp({position:"\
bottomright"}).addTo(w);return new ap({position:H.matches?"bottomright":"topright"}).addTo(w),new cp({position:"topright"}).
addTo(w),M.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(w),document.addEventListener("fullscree\
nchange",()=>w.invalidateSize({animate:!1})),t.box}var xc=lt("gisplan-counts",588);xc.classList.add("leaflet-zoom-hide");var Vn=16;function up(t,e){let[n,o]=[t/2+e*.5,Vn/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Vn/2-e-2],[0,Vn/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function yc(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function bc(){let t=$.filter(r=>r.geometry==="point"&&p.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:w.latLngToLayerPoint(s.point),count:V(r,s).length,radius:Z[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:a,own:l})=>{let c=String(s),f=8+7*c.length,d=up(f,a).map(([y,k])=>[r.x+y-f/2,r.y+k-Vn/2,r.x+y+f/2,r.y+k+Vn/2]),m=d.
filter(y=>n.every(k=>yc(y,k))),g=m.find(y=>e.every((k,x)=>x===l||yc(y,k)))||m[0]||d[0];n.push(g);let h=i("span.mark-coun\
t",{"aria-hidden":"true"},c);return h.style.width=`${f}px`,M.DomUtil.setPosition(h,M.point(Math.round(g[0]),Math.round(g[1]))),
h});xc.replaceChildren(...o)}function kc(){w.on("zoomend viewreset resize",bc);let t=["language","layers","year","kept",
"filter","paper"];for(let e of t)E(e,bc)}var vc="#7a0177",fp={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},dp=2e7,ot={name:"",
content:null,datum:"wgs84",result:null,fault:null},oe=null;function pp(t){let e=t.trim(),n=new Map;for(let a of $)a.geometry!==
"polygon"||!a.data.search.code||a.data.search.code.forEach((l,c)=>{let f=a.data.columns[a.data.search.name],d=[f?.values,
f?.english].filter(Boolean).map(h=>Array.isArray(h)?h[c]:h.words[h.of===0?0:h.of[c]]).filter(Boolean),m=d.filter(h=>h.length>
2).map(h=>h.slice(0,-1)),g=d.some(h=>e.length>h.length&&e.endsWith(h));(l===e||d.includes(e)||m.includes(e)||g)&&a.places[c]?.
anchor&&n.set(l,a.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var mp=(t,e)=>{let[n,o,r,s]=b.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function Sc(){let{content:t}=ot;
t&&(ot.result=t.features?vo(t.features,ot.datum):ko(t.rows,ot.datum,{readCoordinate:e=>ue(e,mp),unitOf:pp}),gp())}function hp(t){
let e=i("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
i("dt",{},S(n)),i("dd",{dir:"auto"},r))}return i("div.identify",{},S(ot.name,"span.kicker"),S(t.name,"strong.datum"),e,i(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function gp(){oe.clearLayers();let{taken:t,shapes:e=[]}=ot.
result;for(let o of e)M.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:vc,weight:2,fillOpacity:.12}}).addTo(oe);
for(let o of t){let r=ve(o.exact?"site":"county",vc),s=parseFloat(r.style.getPropertyValue("--size")),a=M.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:M.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(oe),
l=c=>ze(a.getLatLng(),()=>hp(o),c);a.on("click",()=>l(!1)),a.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),a.
getElement().setAttribute("aria-label",o.name)}let n=oe.getLayers().length?M.featureGroup(oe.getLayers()).getBounds():null;
n?.isValid()&&w.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function Mc(t,e){Object.assign(ot,{name:t,content:null,
result:null,fault:null}),oe.clearLayers();try{if(e.length>dp)throw new Error("large");ot.content=await So(e),Sc(),ft(W("\
ownTaken",ot.result.taken.length))}catch(n){ot.fault=n.message==="large"?"ownLarge":"ownUnread"}Jo()}async function zc(t){
t&&await Mc(t.name,new Uint8Array(await t.arrayBuffer()))}function wp(){if(ot.fault)return i("p.fault",{role:"alert"},u(
ot.fault));if(!ot.result)return null;let{taken:t,refused:e,shapes:n=[]}=ot.result;return[i("h3",{},S(ot.name)),i("p",{id:"\
own-taken"},W("ownTaken",t.length),n.length?` ${W("ownShapes",n.length)}`:"",e.length?` ${W("ownRefused",e.length)}`:""),
e.length?i("ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>i("li",{},W("ownRow",o),u(r)))):null,i("div\
.row",{},b.evaluate&&t.length?i("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").
close(),O("bring",t)}},u("ownCandidates")):null,i("button",{type:"button",id:"own-clear",onclick:()=>{oe.clearLayers(),Object.
assign(ot,{name:"",content:null,result:null,fault:null}),Jo()}},u("ownClear")))]}function yp(){return[i("h2",{id:"about-\
title"},u("own")),i("p.lead",{},u("ownHint")),i("label.field",{},u("ownDatum")," ",i("select",{id:"own-datum",onchange:t=>{
ot.datum=t.target.value,Sc(),Jo()}},wi.map(t=>i("option",{value:t,selected:t===ot.datum},u(fp[t])))))," ",i("label.load",
{},u("ownFile"),i("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>zc(t.
target.files[0])})),i("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),i("button",
{type:"button",id:"own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&Mc(u("ownPasted"),new TextEncoder().
encode(t))}},u("ownTake")),i("div.own-result",{},wp())]}function Jo(){Ot(yp)}function Ec(){w.createPane("gisplan-own").style.
zIndex=587,oe=M.layerGroup().addTo(w);let t=i("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:Jo});
document.getElementById("about-open").before(t),E("language",()=>{t.replaceChildren(i("span.long",{},u("own")),i("span.s\
hort",{},u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes(
"Files")&&(n.preventDefault(),e==="drop"&&zc(n.dataTransfer.files[0]))})}function bp(t){let e=[u(t.publisher),t.date].filter(Boolean),n=i("li",{},S(u(t.title)));for(let o of e)n.append(" · ",S(
o));return t.url&&n.append(" · ",t.link?Ne(t.url,t.url):S(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},u(t.note))),
n}function xp(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=i("dl.values"),o=(s,...a)=>n.append(i("dt",{},u(s)),
i("dd",{},...a));u(t.vintage)&&o("vintage",S(u(t.vintage))),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(bp))),
u(t.licence)&&o("licence",S(u(t.licence))),e.length&&o("meaning",i("ul.plain",{},e.map(s=>i("li",{},S(u(s.title),"strong\
.datum"),s.derived?et():null," ",S(u(s.meaning))))));let r=b.maps?[...new Set($.filter(s=>s.data===t).map(Qe))]:[];return r.
length&&o("maps",r.map((s,a)=>[a?"；":"",S(s)])),i("section",{},i("h3",{dir:"auto"},u(t.title)),i("p",{dir:"auto"},u(t.
description)),n)}function Tc(){return[i("h2",{id:"about-title"},u("about")),i("p.lead",{dir:"auto"},u(b.description)),Object.
values(b.tables).map(xp),i("p.software",{},u("software"))]}var Lc=document.getElementById("about-open"),Zo=document.getElementById("language");function $c(){document.documentElement.
lang=p.lang==="zh"?"zh-CN":"en";let t=Le();document.title=b.maps?`${u(t.title)} · ${u(b.title)}`:u(b.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}Lc.replaceChildren(...eo(
"about")),Zo.replaceChildren(u("language")),Zo.setAttribute("aria-label",u("languageHint")),Zo.lang=p.lang==="zh"?"en":"\
zh-CN",w.getContainer().setAttribute("role","main"),w.getContainer().setAttribute("aria-label",u("map"))}function Oc(){Lc.
addEventListener("click",()=>Ot(Tc)),Zo.addEventListener("click",()=>{At(()=>{p.lang=p.lang==="zh"?"en":"zh",O("language")})}),
E("language",$c),E("map",$c)}function kp(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?i("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):I("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},I("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function Ac(){return mt.length?i("fieldset.context",{},i("legend",{},u("context")),[...mt].reverse().
map(t=>{let e=`context-${t.name}`;return i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:Ft(
t),onchange:n=>Sa(t,n.target.checked)}),i("label",{for:e,dir:"auto"},S(u(t.title))),kp(t)))})):null}var Vs=document.getElementById("panel"),Hs=document.getElementById("panel-toggle");function vp(t,e){return i("input",{type:"\
checkbox",id:e,checked:p.shown[t.number],onchange:n=>rt(t,n.target.checked)})}function Sp(t,e){return i("input",{type:"r\
adio",name:"theme",id:e,checked:p.shown[t.number],title:u("oneTheme"),onclick:()=>rt(t,!p.shown[t.number])})}function Mp(t){
let e=`layer-${t.number}`,n=i("div.layer",{},i("div.layer-head",{},qt(t)?Sp(t,e):vp(t,e),i("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?Ke(t.style):null)),o=No(t);return o.children.length&&(o.hidden=!p.shown[t.number],n.append(
o)),n}function zp(t,e){return i("label.opacity",{title:u("opacity")},i("span",{"aria-hidden":"true"},u("opacityShort")),
i("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),i("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*p.opacity[e]),oninput:n=>so(e,n.target.valueAsNumber/100)}))}function Cc(){let t=document.activeElement?.
id;Vs.setAttribute("aria-label",u("layers")),Vs.replaceChildren(...Le().groups.map(e=>[b.groups[e],e]).map(([e,n])=>i("f\
ieldset",{style:{"--group":p.opacity[n]}},i("legend",{dir:"auto"},u(e.title)),zp(e,n),[...e.layers].reverse().map(o=>Mp(
$[o])))).reverse(),Ac()??""),Hs.replaceChildren(...eo("layers")),t&&Vs.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function Hn(t){document.body.classList.toggle("panel-open",t),Hs.setAttribute("aria-expanded",String(t)),t&&O(
"opened","panel"),w.invalidateSize({animate:!1})}function Ep(){for(let t of $){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!p.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=p.shown[t.number])}}
function Tp(){p.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function Bc(){Hs.addEventListener("click",()=>Hn(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&H.matches&&Hn(!1)}),E("opened",t=>{t!==
"panel"&&H.matches&&Hn(!1)}),E("language",Cc);for(let t of["year","kept","filter","map"])E(t,Cc);E("layers",Ep),E("view",
Tp)}var tr=document.getElementById("profile"),qs=40;function $p(t,e,n){let o=i("dl.values");for(let{name:r,column:s,value:a}of On(
t,n))o.append(i("dt",{},S(u(s.title)),s.derived?et():null),i("dd",{dir:"auto"},dt(s,a,e,r)));return o}function Lp(t,e){Ys(),
Qt(t,e,!0,!1)}function Op({layer:t,rows:e}){let n=t.popup.filter(s=>t.data.columns[s]).slice(0,5),o=s=>i("th",{scope:"co\
l"},u(t.data.columns[s].title)),r=s=>i("tr",{},n.map((a,l)=>{let c=t.data.columns[a],f=On(t.data,s,[a])[0]?.value??null,
d=st(c,f,t,a);return l?i("td",{dir:"auto"},d):i("th",{scope:"row"},i("button",{type:"button",dir:"auto",onclick:()=>Lp(t,
s)},d))}));return i("table",{},i("thead",{},i("tr",{},n.map(o))),i("tbody",{},e.slice(0,qs).map(r)))}function Pc(t){return i(
"p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",i("button",{type:"button",onclick:()=>Nc(e.table,e.data.search.code[n])},
X(e,n))]))}function Qo(t,...e){return i("section",{},i("h3",{},t),e)}function Ap(t){let e=t.flatMap(n=>n.sources.map(o=>[
u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[...new Set(e)].join("；")}function Cp({table:t,
code:e}){let n=Ai(t,e);if(!n)return null;let{layer:o,row:r}=n,a=$.filter((d,m)=>d.data.search.code&&$.findIndex(g=>g.table===
d.table)===m).map(d=>({layer:d,row:d.data.search.code.indexOf(e)})).filter(d=>d.row>=0&&On(d.layer.data,d.row).length),l=Ci(
o,r),c=Bi(e),f=Pi(o,r);return[i("div.profile-head",{},i("h2",{id:"profile-title"},S(X(o,r))," ",i("small",{},e)),i("div.\
row",{},i("button",{type:"button",id:"profile-print",onclick:()=>window.print()},u("printA4")),i("button",{type:"button",
id:"profile-save",onclick:()=>Bp(a)},"XLSX"),i("button.close",{type:"button",id:"profile-close","aria-label":u("close"),
onclick:Ys},"×"))),a.map(d=>Qo(S(u(d.layer.data.title)),$p(d.layer.data,d.layer,d.row))),l.map(d=>Qo([S(u(d.layer.data.
title)),i("span.count",{},` ${W("items",d.rows.length)}`)],d.rows.length?Op(d):null,d.rows.length>qs?i("p.note",{},W("fi\
rstBars",qs)):null,d.vague?i("p.note",{},W("vague",d.vague)):null)),c.length?Qo(u("units"),Pc(c)):null,f.length?Qo(u("ne\
ighbours"),Pc(f)):null,i("p.note",{},u("credits"),Ap([...a,...l].map(d=>d.layer.data)))]}function Bp(t){let e=[[u("sourc\
e"),u("item"),u("value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of t)for(let{name:a,column:l,value:c}of On(r.data,
s))e.push([u(r.data.title),u(l.title),nt(l)?c:st(l,c,r,a),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);let n=X(t[0].layer,
t[0].row);$t(`${kn(n)}.xlsx`,"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",Ko(n,e))}function Ks(){
let t=p.profile&&Cp(p.profile);if(tr.hidden=!t,document.body.classList.toggle("profile-open",!!t),!t){p.profile=null;return}
tr.setAttribute("aria-labelledby","profile-title"),tr.replaceChildren(...i("div",{},t).childNodes)}function Nc(t,e){p.profile=
{table:t,code:e},Ks(),tr.scrollTop=0,document.getElementById("profile-close")?.focus(),O("view")}function Ys(){p.profile&&
(p.profile=null,Ks(),O("view"))}function Ic(){E("language",Ks),E("profile",({table:t,code:e})=>Nc(t,e)),document.addEventListener(
"keydown",t=>{t.key==="Escape"&&p.profile&&Ys()})}var qn={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},Rc={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function P(t){return u(qn[t])}function Be(t,e){let n=se(e);return u({zh:Rc[t].zh(
n),en:Rc[t].en(n)})}function er(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function Fc(t){return u({zh:`${t} ${qn.dueBy.zh}`,en:`${qn.dueBy.
en}${t}`})}function Dc(t){return u({zh:`${qn.asOf.zh}：${t}`,en:`${qn.asOf.en} ${t}`})}var en=["met","partly","short","undecided","awaiting"],St="overdue",Kn="aims",Pp=["target","milestone"],Np=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],Yn=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function Uc(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return Np.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Xs(t,e){let n=Uc(e);if(!n)return[];let o=t.
map(s=>s.names.map(Uc)),r=s=>o.map((a,l)=>a.some(s)?l:-1).filter(a=>a>=0);for(let s of[a=>a===n,a=>a===`省${n}`,a=>n.length>
1&&a.includes(n)]){let a=r(s);if(a.length)return a}return[]}function _c(t,e){let n=j(t,e);return n?n.split(" ").map(Number):
[]}function jc({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,a=(c,f)=>r[c]?j(r[c].values,f):null,l=(c,f)=>r[c]?
[a(c,f),r[c].english?j(r[c].english,f):null]:[];return Array.from({length:s},(c,f)=>({row:f,item:a("item",f),kind:a("kin\
d",f),state:a("state",f),year:a("year",f),due:a("due",f),lead:_c(e,f),cooperate:_c(n,f),regions:new Map((j(o,f)||"").split(
" ").filter(Boolean).map(d=>d.split(":")).map(([d,m])=>[Number(d),m])),words:[...l("name",f),a("clause",f),a("item",f),a(
"text_zh",f)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function nr(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function Js(t){return Pp.
includes(t.kind)}function Ip(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Xs(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(f=>c.some(d=>f[d].some(m=>l.has(m))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===Kn?Js(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let a=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);a.push(c=>c.regions.has(l))}return t.mark&&o&&a.push(l=>o.has(l.row)),{found:r,here:a}}function Zs(t,e,n){
let{found:o,here:r}=Ip(e,n),s=f=>!e.states.length||e.states.includes(f.state)||e.states.includes(St)&&nr(f,n.day),a=f=>t.
filter(d=>f.every(m=>m(d))),l=a([...o,...r]),c=e.due?Zs(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:a(
[...o,s]),list:Rp(l.filter(s))}}function Rp(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function or(t,e){
let n=Object.fromEntries([...en,St].map(o=>[o,0]));for(let o of t)n[o.state]++,nr(o,e)&&n[St]++;return n}function Wc(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(a=>a.year===o+s)}))}var Fp=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function Qs(t){return Fp.test(t)}function Gc(t,{regions:e,kinds:n,years:o,rows:r}){let s=(a,l)=>{let c=t.get(a)??"";return l(
c)?c:""};return{...Yn,unit:(t.get("unit")??"").slice(0,80),role:s("role",a=>["lead","cooperate"].includes(a)),region:s("\
region",a=>e.some(l=>l.code===a)),due:s("due",a=>a==="none"||o.map(String).includes(a)),kind:s("kind",a=>a===Kn||n.includes(
a)),states:(t.get("state")??"").split(" ").filter(a=>[...en,St].includes(a)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",a=>{let[l,c,...f]=a.split(".");return!f.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",Qs)}}function ta(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var nn=b.tasks,Bt=nn?jc(nn):[],Mt=nn?.table,Xn=nn?.units??[],zt=nn?.regions??[],ea=Object.assign(Object.create(null),nn?.
rows),on=Object.keys(ea),na=[...new Set(Bt.map(t=>t.year))].filter(Boolean).sort(),oa=[...new Set(Bt.map(t=>t.kind))],C={
open:!1,asked:Yn,found:null,chosen:null};function rr(t,e){let n=ea[t]?j(ea[t],e):"";return n?n.split(" ").map(Number):[]}
function Pt(){return C.asked.asOf||Ve()}function Jn(t){let[e,n]=t.split("."),o=Rt[e]?.[Number(n)];return o?{name:e,place:o}:
null}function re(t){C.asked={...C.asked,...t};let e=C.asked.mark?Jn(C.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(
o=>rr(e.name,o)));C.found=Zs(Bt,C.asked,{units:Xn,regions:zt,marked:n,day:Pt()}),O("tasks")}var Dp={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},Hc=60,Up=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],rn=Hc;
function Zn(t){return i(`span.sign.state-${t}`,{"aria-hidden":"true"},Dp[t])}function sn(t,e){return st(Mt.columns[t],e)}
function Nt(t){if(t.state===St)return P("overdue");let e=nr(t,Pt())?`${u({zh:"，",en:", "})}${P("overdue")}`:"";return sn(
"state",t.state)+e}function J(t,e){return Mt.columns[t]?Y(Mt,t,e):null}function ra(t){let e=J("form",t.row),n=sn("kind",
t.kind);return e?`${n} · ${sn("form",e)}`:n}function _p(t){let e=[...t.regions].filter(([,n])=>n==="place");return er((e.
length?e:[...t.regions]).map(([n])=>u(zt[n])),4)}function Vc(t){let e=J("value",t);if(e==null)return null;let n=J("measu\
re_unit",t)??"";return`${dt(Mt.columns.value,e)} ${n}`.trim()}function jp(t,e){let n=i("dl.values"),o=(s,...a)=>{n.append(
i("dt.wide",{},S(s)),i("dd.wide",{dir:"auto"},...a))},r=J("text_zh",t.row);r&&o(u(Mt.columns.text_zh.title),i("blockquot\
e",{lang:"zh-CN"},r));for(let s of Up){let a=J(s,t.row);if(s==="lead"&&!a&&o(u(Mt.columns.lead.title),P("noLead")),s==="\
evidence"&&Vc(t.row)&&o(P("known"),Vc(t.row)),a==null)continue;let l=dt(Mt.columns[s],a);o(u(Mt.columns[s].title),s==="u\
rl"?Ne(a,a):l)}return t.regions.size&&o(P("about"),_p(t)),[n,e?i("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
P("onMap")):i("p.hint",{},P("noPlace"))]}function Wp(t,{open:e,place:n}){let o=C.chosen===t.row,r=`task-${t.row}`,s=J("l\
ead",t.row);return i(o?"li.task.opened":"li.task",{"data-item":t.item},i("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},Zn(t.state),i("span.what",{},S(J("name",t.
row),"span.heading"),i("span.facts",{},i("strong",{},Nt(t)),` · ${ra(t)} · `,S(J("clause",t.row)),s?[" · ",S(s)]:null))),
o?i("div.details",{id:`${r}-details`},jp(t,n(t))):null)}function qc(t,e){if(!t.length)return[i("p.hint",{},P("nothing"))];
let n=t.findIndex(a=>a.row===C.chosen);n>=rn&&(rn=n+1);let o=[],r,s;for(let a of t.slice(0,rn)){if(a.year!==r||!s){r=a.year;
let l=t.filter(c=>c.year===r);s=i("ul.tasks"),o.push(i("h3",{},r?Fc(r):P("undated"),i("span.count",{},` ${Be("tasks",l.length)}`)),
s)}s.append(Wp(a,e))}return t.length>rn&&o.push(i("button.more",{type:"button",id:"tasks-more",onclick:()=>{rn+=200,e.again()}},
u("more"))),o}function Kc(){rn=Hc}var Yc={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},an=M.
layerGroup();function Xc(t){return t.geometry==="polygon"?t.data.search.code:null}function Jc(t){for(let e of $){let n=Xc(
e)?.indexOf(t)??-1,o=n<0?null:at(e,n);if(o)return{layer:e,place:o}}return null}function Zc(t){let e=on.map(n=>$.find(o=>o.
table===n)).sort((n,o)=>Number(p.shown[o.number])-Number(p.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,a)=>a).filter(s=>rr(n.table,s).includes(t.row)).map(s=>at(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>Jc(zt[n].code)).filter(Boolean)}function Qc({
layer:t,place:e}){return e.point?M.circleMarker(e.point,{...Yc,radius:Z[e.precision]+6}).addTo(an):M.polygon(e.parts,Yc).
addTo(an),t}function ln(t){if(an.clearLayers(),!t)return!1;let e=Zc(t);return e.forEach(Qc),e.length>0}function tu(t){let e=Zc(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!p.shown[n.number]&&rt(n,!0),ln(t),zn(o,!1)}:null}
function eu(t){an.clearLayers();let e=t?Jc(t):null;e&&(Qc(e),zn(e.place,!1))}function Gp({layer:t,place:e,row:n}){if(on.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=Xc(t)?.[n];if(!o)return null;let r=a=>zt.
some(l=>l.code===a);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function Vp(){let t=!C.open||!C.found,e=new Set(
t?[]:C.found.anyPlace.map(o=>o.row)),n=!1;for(let o of on){let r=$.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,f)=>f).filter(c=>rr(o,c).some(f=>e.has(f))),a=t||s.length===r[0].data.count?void 0:new Set(s),l=p.kept[o];Hp(l,
a)||(p.kept[o]=a,r.forEach(Nn),n=!0)}n&&O("kept")}function Hp(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function nu(){an.addTo(w),E("tasks",Vp),E("chosen",()=>{let t=p.chosen&&Gp(p.chosen);t&&(an.clearLayers(),
re(t))})}var sr=null;function qp(t){return[[J("said_by",t.row),J("said_on",t.row)].filter(Boolean).join(" "),J("evidence",t.row),
t.state==="awaiting"?null:J("reason",t.row),J("note",t.row),J("found",t.row)].filter(Boolean).join(`
`)}function Kp(t){let e=J("asked",t.row),n=J("text_zh",t.row);return[S(J("name",t.row)+(e?` · ${e}`:"")),n?i("blockquot\
e",{lang:"zh-CN"},n):null]}function Yp(t){return i("table",{},i("thead",{},i("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>i("th",{scope:"col"},P(n))))),i("tbody",{},t.map(n=>i("tr",{},i("td",{},S(J("clause",n.row))),
i("td",{},n.year?String(n.year):""),i("td",{},ra(n)),i("td",{},Kp(n)),i("td",{},S(J("lead",n.row)??"—")),i("td",{},Nt(
n)),i("td.basis",{dir:"auto"},qp(n))))))}function Xp(t,e){ar();let n=b.tables[Object.keys(b.tables)[0]]?u(b.attribution):
"";sr=i("section",{id:"tasks-sheet"},i("h1",{},P("title")),i("p",{},e),i("p",{},`${Be("tasks",t.length)} · ${Dc(Pt())}`),
Yp(t),i("p.foot",{},`${u(b.title)} · ${u("printed")}${Ve()} · ${n}`),i("button.sheet-back",{type:"button",onclick:ar},
P("back"))),document.body.classList.add("printing-list"),document.body.append(sr)}function ar(){sr?.remove(),sr=null,document.
body.classList.remove("printing-list")}function ou(t,e){Xp(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function ru(){window.addEventListener("afterprint",ar),document.addEventListener("keydown",t=>{t.key==="Escape"&&
ar()})}var Gt=0;function su(t,e){let n=Wc(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Gt=Math.min(Gt,o.length-1);let r=o.
findIndex(c=>c.row===C.chosen);r>=0&&(Gt=r);let s=[],a=c=>{let f=Y(Mt,"name",c.row),d=`${c.year} · ${f} · ${Nt(c)}`,m=i(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Gt?0:-1,title:d,"aria-label":d,
"aria-current":c.row===C.chosen?"true":null,onclick:()=>e(c.row)},Zn(c.state));return s.push(m),m},l=c=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],d=c.key==="Home"?0:c.key==="End"?s.length-1:f&&Gt+f;d===void 0||!s[d]||(c.preventDefault(),
s[Gt].tabIndex=-1,Gt=d,s[Gt].tabIndex=0,s[Gt].focus())};return i("section.moments",{},i("h3",{id:"timeline-title"},P("ti\
meline")),i("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:f})=>i(f.length?"div.of-year":"div.of-year.none",{},i("div.dots",{},f.map(a)),i("span.year",{},String(
c))))),i("p.hint",{id:"timeline-hint"},P("timelineHint")),i("details",{},i("summary",{},P("timelineData")),i("div.scroll",
{tabIndex:0,role:"region","aria-label":P("timelineData")},Jp(n))))}function Jp(t){let e=[...en,St],n=(o,r)=>{let s=or(r,
Pt());return i("tr",{},i("th",{scope:"row"},o),i("td",{},String(r.length)),e.map(a=>i("td",{},String(s[a]))))};return i(
"table",{id:"timeline-table"},i("caption.unseen",{},P("timeline")),i("thead",{},i("tr",{},i("th",{scope:"col"},P("year")),
i("th",{scope:"col"},P("sum")),e.map(o=>i("th",{scope:"col"},S(Nt({state:o})))))),i("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(P("sum"),t.flatMap(o=>o.tasks))))}var lr=i("aside",{id:"tasks",hidden:!0}),sa=i("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),cn=i("div.results"),aa=i(
"div.tasks-body",{},sa,cn),cr=i("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>Qn(!C.open)});function Qn(t){At(()=>{C.open=t,t&&O("opened","tasks"),lr.hidden=!t,document.body.classList.toggle(
"tasks-open",t),cr.setAttribute("aria-expanded",String(t)),t||ln(null),re({})})}function Vt(t){Kc(),re(t)}function Pe(t,e,n){
return i("div.field",{},i("label",{for:`tasks-${t}`},P(t)),e,n??null)}function ir(t,e,n){let o=C.asked[t];return i("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>i("option",{value:r,selected:r===o},s)))}function Zp(){
let t=Xn.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[i("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:C.asked.unit,placeholder:P("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>Vt({unit:e.target.value}),"\
data-list":"tasks-units"}),i("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>i("option",{value:e})))]}function Qp(){
let t=[["",P("all")]];return zt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of zt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function ia(){let t=sa.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>Vt({[r]:s}),[n,o]=Zp();n.setAttribute("list","tasks-units"),sa.replaceChildren(Pe("unit",n,i("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Pe("role",ir("role",[["",P("anyRole")],["lead",P("lead")],["cooperate",P("cooperate")]],
e("role"))),Pe("region",ir("region",Qp(),r=>{Vt({region:r,mark:""}),eu(r)})),Pe("due",ir("due",[["",P("all")],...na.map(
r=>[String(r),String(r)]),["none",P("noYear")]],e("due"))),Pe("kind",ir("kind",[["",P("all")],[Kn,P("aims")],...oa.map(r=>[
r,sn("kind",r)])],e("kind"))),Pe("words",i("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:C.
asked.words,oninput:r=>Vt({words:r.target.value})})),Pe("asOf",i("input",{id:"tasks-asOf",type:"date",value:Pt(),onchange:r=>Vt(
{asOf:Qs(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function iu(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=C.asked,n=Xs(Xn,e),o=a=>{let l=a.now&&u(a.now)!==u(a),c=u({zh:"（",en:" ("}),
f=u({zh:"）",en:")"});return u(a)+(l?c+P("now")+u(a.now)+f:"")},r=n.map(a=>o(Xn[a])),s=n.length&&!Bt.some(a=>tm(a,n));t.
textContent=e.trim()?n.length?(s?P("unnamed"):"")+er(r,4):P("noUnit"):""}function tm(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function em(){let t=or(C.found.anyState,Pt()),e=C.asked.states;return i("div.states",{role:"\
group","aria-label":P("state")},[...en,St].map(n=>i(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>Vt({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===St?null:Zn(n),
i("span",{},Nt({state:n}))," ",i("strong",{},String(t[n])))))}function nm(){let{list:t}=C.found,e=t.filter(Js).length;return i(
"p.sum",{role:"status",id:"tasks-sum"},i("strong",{},Be("tasks",t.length)),e&&e<t.length?i("span.count",{},` ${Be("aims",
e)}`):null)}function om(){let t=C.asked.mark&&Jn(C.asked.mark);if(!t)return null;let e=$.find(n=>n.table===t.name);return i(
"p.marked",{},P("marked"),S(ge(e,t.place)),i("button",{type:"button",id:"tasks-unmark","aria-label":P("unmark"),onclick:()=>Vt(
{mark:""})},"×"))}function rm(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:a}=C.asked,l=C.asked.mark&&Jn(C.
asked.mark);return[t.trim(),e&&P(e),n&&u(zt.find(f=>f.code===n)),l&&ge($.find(f=>f.table===l.name),l.place),o&&(o==="non\
e"?P("noYear"):o),r&&(r===Kn?P("aims"):sn("kind",r)),...s.map(f=>Nt({state:f})),a.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||P("all")}function sm(){let t=ta(C.asked).length>0;return i("div.tools",{},i("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{C.chosen=null,ln(null),Vt(Yn),ia(),iu(),document.getElementById("tasks-unit").focus()}},
P("clear")),i("button",{type:"button",id:"tasks-print",onclick:()=>ou(C.found.list,rm())},P("print")))}function au(t){C.
chosen=C.chosen===t?null:t;let e=C.chosen===null?null:Bt[t];ln(e),e&&!C.found.list.includes(e)?re({states:[],due:""}):O(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),ft(`${J("name",t)}, ${Nt(e)}`))}function la(){if(!C.open)return;let t=cn.contains(document.activeElement)?
document.activeElement.id:null,e=cn.querySelector("details")?.open??!1,{scrollTop:n}=aa,o={open:au,place:tu,again:la},r=[
om(),em(),nm(),sm(),su(C.found.anyYear,au),...qc(C.found.list,o)];cn.replaceChildren(...r.filter(Boolean)),e&&cn.querySelector(
"details")&&(cn.querySelector("details").open=!0),aa.scrollTop=n,t&&document.getElementById(t)?.focus(),iu()}function am(){
let t=document.getElementById("tasks-region");t&&t.value!==C.asked.region&&(t.value=C.asked.region)}function im(){cr.replaceChildren(
P("tasks")),lr.setAttribute("aria-label",P("title")),lr.replaceChildren(i("div.tasks-top",{},i("h2",{},P("title")),i("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{Qn(!1),cr.focus()}},"×")),aa),ia(),la()}
function lm(t){let n=Gc(t,{regions:zt,kinds:oa,years:na,rows:on});n.mark&&!Jn(n.mark)&&(n.mark="");let o=t.get("item"),r=Bt.
find(a=>a.item===o);C.asked=n,C.chosen=r?r.row:null;let s=t.has("tasks");ia(),s!==C.open?Qn(s):re({}),ln(s?r:null)}function cm(){
if(!C.open)return[];let t=C.chosen===null?[]:[["item",Bt[C.chosen].item]];return[["tasks","1"],...ta(C.asked),...t]}function lu(){
Bt.length&&(document.getElementById("tools").prepend(cr),document.getElementById("panel").after(lr),C.found=null,nu(),ru(),
re({}),uc({write:cm,follow:lm}),window.gisplanTasks={view:C,tasks:Bt,ask:Vt},E("language",im),E("tasks",()=>{am(),la()}),
E("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&H.matches)&&C.open&&Qn(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&H.matches&&C.open&&Qn(!1)}))}function cu(...t){fa(b),hc(),b.basemap&&tl(b.basemap),Bl(),Oi(),Fi(),Yi(),ol(wc()),Object.assign(we,{prefectures:$.find(
e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>Ht(e,M.latLng(n,o))}),dl(),Bc(),tc(),ac(),Ki(),kl(),
Ec(),Ic(),Rl(),xi(),Oc(),Qi(),Ea(),ba(),kc(),lu();for(let e of t)e(b);O("language"),Hn(!H.matches),ne(window.matchMedia(
"(min-width: 1180px)").matches&&Zl()),Mn(),gc(),te(),window.gisplan={map:w,data:b,state:p,layers:$,places:Rt,setYear:Ct,
geodesicLength:vt,geodesicArea:lo}}cu(cl);
})();
