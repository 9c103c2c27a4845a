// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources d5e0462e63172d37dc3f09d265b4a5d86e6d749ac5b21a1d87ea18c955ea270f
// bundle 455b70b9354ee5f0a4444b78aaafaab49126e64bca29a7e8a039ae994cc5e050 esbuild 0.28.2
(async()=>{"use strict";
async function Ml(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var go=document.getElementById("gisplan-data"),b=JSON.parse(go.dataset.packed?await Ml(go.textContent):go.textContent);function ce(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function Z(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+ce(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,s]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=ce(r)+(s?`.${s}`:"");return i==="0"?i:e+i}function wo(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Z(Number((t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function Vr(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Z(Number((t/n).toFixed(2))),e]}var d={lang:"zh",context:{},shown:[],opacity:[],year:null,chosen:null,kept:{},map:0,profile:null,filter:new Map,more:{},
measuring:!1,paper:!1,place:null},qr={language:[],layers:[],context:[],year:[],hover:[],chosen:[],view:[],opened:[],candidates:[],
picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],kept:[]};function E(t,e){qr[t].push(
e)}function $(t,e){for(let n of qr[t])n(e)}function Yr(t){d.lang=t.lang,d.shown=t.layers.map(e=>e.show),d.opacity=t.groups.
map(()=>1)}var El={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Reach (straight line on the ellipsoid)"},pick:{zh:"在地图上点选",en:"Click on the map"},picking:{zh:"点击地图放置候选点\
；拖动可移动。",en:"Click the map to set a site; drag to move it."},notPicking:{zh:"点击地图查看要素。",
en:"A click on the map shows what is there."},coordinate:{zh:"经度, 纬度（WGS 84）",en:"Longitude, latitude (WGS 8\
4)"},coordinateHint:{zh:"例：103.8343, 36.0611。高德、百度地图的坐标有几百米偏移，须先换算。",en:"\
Such as 103.8343, 36.0611. Coordinates from Amap or Baidu are off by hundreds of metres; convert them first."},coordinateShort:{
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
en:"Read as latitude, longitude and put in order; please check."}},Ll={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
Tl={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},ownTaken:{zh:t=>`采用 ${t} 行。`,en:t=>`${t} rows taken.`},ownShapes:{zh:t=>`另绘线、面 ${t}\
 个。`,en:t=>`${t} lines or areas drawn.`},ownRefused:{zh:t=>`未采用 ${t} 行：`,en:t=>`${t} rows not taken:`},ownRow:{
zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{zh:t=>`另有 ${t} 项只知道所在的上一级单位，位置在此，未计入`,
en:t=>`${t} more are drawn here but known to the unit above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,
en:t=>`${t} of unknown year, shown in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>`\
 等 ${t} 项`,en:t=>` and ${t-1} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without\
 a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t}\
 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,
en:t=>`${t} rows`},firstBars:{zh:t=>`前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} f\
ound`},cells:{zh:t=>`${t} 格`,en:t=>`${t} cells`}};function u(t){let e=typeof t=="string"?El[t]??Ll[t]:t;return e?e[d.lang]:
""}function I(t,e){return Tl[t][d.lang](ce(e))}function Kr(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of \
the report is not known"}:{zh:`以下为 ${e} 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态\
不详：${n.zh}`,en:`Not known in ${t}: ${n.en}`}[d.lang]}function Xr(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[d.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[c,f]of Object.entries(l))s.style.setProperty(c,f);else
i.startsWith("on")?s.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,l):s[i]=l;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function x(t,e){return a(e||"span.datum",{dir:"auto"},t)}function gn(t){
return[a("span.long",{},u(t)),a("span.short",{},u(`${t}Short`))]}function tt(t){document.getElementById("spoken").textContent=
t}function A(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var $l={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function Ft(t){return A("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},A("path",{d:$l[t]}))}function ue(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
a("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):x(e)}function J(){return a("span.derived",{title:u(
"derivedHint")},u("derived"))}function fe(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var Zr=new Int8Array(128),Jr="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Jr.length;t++)
Zr[Jr.charCodeAt(t)]=t;function Pe(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=Zr[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function xt(t,{decimals:e,origin:n}){let o=10**-e,r=Pe(t),s=[],[i,
l]=n;for(let c=0;c<r.length;c+=2)i+=r[c],l+=r[c+1],s.push([l*o,i*o]);return s}function wn(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function N(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function yn(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,l]=t[r],[c,f]=t[s];i>e!=c>e&&n<(f-l)*(e-i)/(c-i)+l&&(o=!o)}return o}var k=window.L;function Qr(t){let e=t.arcs?t.arcs.split(" ").map(n=>xt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?xt(n.at,t):[],s=n.anchor?xt(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=N(n.precision,l),c;if(c.
parts=n.shapes[l].map(f=>f.map(p=>wn(e,p))),c.bounds=k.latLngBounds(c.parts.flatMap(f=>f[0])),c.anchor=s[l],c.anchor){let f=c.
parts.find(([p])=>yn(p,c.anchor))||c.parts[0];c.room=k.latLngBounds(f[0])}return c})}}function pe(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>yn(o,n)&&!r.some(s=>yn(s,n)))}function ts(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let c=l.map(f=>t.latLngToLayerPoint(f));return c.some((f,p)=>p&&
k.LineUtil.pointToSegmentDistance(r,c[p-1],f)<=o)})}var h=window.map_gisplan,Ol=Qr(b),Dt=Object.fromEntries(Object.entries(b.tables).map(([t,e])=>[t,Ol(e)])),z=b.layers.map(
(t,e)=>({...t,number:e,data:b.tables[t.table],places:Dt[t.table],geometry:b.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),de=600;function ot(t,e){let n=h.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function Lt({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function bn(t,e){d.shown[t.number]=e,e?t.group.addTo(h):t.group.remove()}function K(t,e){if(e&&Lt(t))for(let n of z)
n!==t&&d.shown[n.number]&&Lt(n)&&bn(n,!1);bn(t,e),$("layers")}function es(t,e){for(let n of z)Lt(n)&&bn(n,n===t||n===e);
$("layers")}function ns(){let t=z.filter(e=>d.shown[e.number]&&Lt(e));for(let e of t.slice(0,-1))bn(e,!1)}function xn(t,e){
d.opacity[t]=e;for(let n of b.groups[t].layers)h.getPane(z[n].pane).style.opacity=e;$("view")}var yo=document.getElementById("maps"),Al={name:b.name,title:b.title,description:b.description,groups:b.groups.map((t,e)=>e),
headlines:b.headlines.map((t,e)=>e)};function Ut(){return b.maps?b.maps[d.map]:Al}function bo(t){let e=b.groups.findIndex(
n=>n.layers.includes(t.number));return b.maps.findIndex(n=>n.groups.includes(e))}function me(t){return!b.maps||bo(t)===d.
map}function he(t){return b.maps?u(b.maps[bo(t)].title):""}function kn(t,e){if(!b.maps||t===d.map||!b.maps[t])return;h.closePopup(),
d.map=t;let n=e??b.maps[t].shown;for(let o of z){let r=n.includes(o.number);d.shown[o.number]&&!r&&K(o,!1)}for(let o of n)
d.shown[o]||K(z[o],!0);$("map"),$("layers")}function rs(t){b.maps&&kn(bo(t))}function os(){if(!b.maps)return;yo.hidden=!1,
yo.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.id:null;yo.
replaceChildren(...b.maps.map((e,n)=>a("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===d.map?"\
page":null,onclick:()=>kn(n)},u(e.title)))),t&&document.getElementById(t).focus()}function ss(){E("language",os),E("map",
os)}var vn=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function is(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function as(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:vn[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return vn.
map((r,s)=>{let[i,l]=[o[s],o[s+1]],c=e.filter(f=>ls(f,o)===s).length;return{low:i,high:l,color:r,count:c}})}function ls(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?vn.length-1:n}function cs(t,e){return e.length===1?e[0].color:vn[ls(t,[
e[0].low,...e.map(n=>n.high)])]}function jt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function X(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&jt(n.words,o)?n.words[o]:{},t.words].find(i=>jt(i,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):Z(e):e}function at(t,e,n,o){let r=X(t,e,n,o);return e==null||!t.
unit?r:`${r} ${u(t.unit)}`}function V(t){return(t.type==="integer"||t.type==="number")&&!t.year}var _t=7,us=new Set,fs=A("defs");document.body.append(A("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},fs));
function ge(t){let e=`hatch-${t.slice(1)}`;if(!us.has(e)){us.add(e);let n=A("pattern",{id:e,width:_t,height:_t,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},A("rect",{width:_t,height:_t,fill:"#ffffff"}),A("rect",{width:_t,height:_t/
2,fill:t}),A("rect",{width:_t,height:1,fill:"#5b6b78"}));fs.append(n)}return`url(#${e})`}var Be=a("section",{id:"compare",hidden:!0}),kt=a("div",{id:"divider",hidden:!0}),P={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},xo=null,Sn=()=>z.filter(Lt),Cl=t=>b.maps&&!me(t)?`${u(t.title)} · ${he(t)}`:u(t.title);function Ne(){
for(let i of Sn())h.getPane(i.pane).style.clip="";let t=P.open&&P.mode==="swipe";if(kt.hidden=!t,!t)return;let e=h.getSize(),
[n,o]=[h.containerPointToLayerPoint([0,0]),h.containerPointToLayerPoint([e.x,e.y])],r=n.x+e.x*P.at;kt.style.left=`${100*
P.at}%`;let s=(i,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${i}px)`;h.getPane(P.a.pane).style.clip=s(n.x,r),h.getPane(P.b.pane).
style.clip=s(r,o.x)}function ps(t){let e=t.data.columns?.[t.column],{code:n}=t.data.search;return!e||!V(e)||!n?null:new Map(
n.map((o,r)=>[o,N(e.values,r)??null]))}function ms(){xo.clearLayers();let t=P.open&&P.mode==="difference";for(let f of Sn())
h.getPane(f.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,b:n}=P,[o,r]=[ps(e),ps(n)];if(!o||!r)return u(
"noFigures");let s=f=>f.data.columns[f.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let i=is(o,r);if(!i.size)
return u("noCommon");let l=as(i.values());e.data.search.code.forEach((f,p)=>{if(!i.has(f))return;let m=i.get(f);k.polygon(
e.places[p].parts,{pane:"gisplan-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape d\
ifference",fillColor:m===null?ge("#d5d9dd"):cs(m,l),fillOpacity:.85}).addTo(xo)});let c=[...i.values()].filter(f=>f===null).
length;return a("ul.difference-legend",{},l.map(({low:f,high:p,color:m,count:w})=>a("li",{},a("span.swatch",{style:{"--c\
olor":m,"--opacity":.85}}),a("span.what",{},f===p?"0":`${Z(f)} – ${Z(p)}`),a("span.count",{},String(w)))),c?a("li",{},
a("span.swatch.hatched",{style:{"--color":"#d5d9dd","--opacity":.85}}),a("span.what",{},u("oneMissing")),a("span.count",
{},String(c))):null)}function ds(t){return a("label",{},a("span",{},u(t==="a"?"leftTheme":"rightTheme")),a("select",{id:`\
compare-${t}`,onchange:e=>{P[t]=z[Number(e.target.value)],vo()}},Sn().map(e=>a("option",{value:String(e.number),selected:e===
P[t]},Cl(e)))))}function ko(){if(Be.hidden=!P.open,!P.open)return;let t=Be.contains(document.activeElement)?document.activeElement.
id:null,e=ms(),n=o=>a("label.mode",{},a("input",{type:"radio",name:"compare-mode",id:`compare-${o}`,checked:P.mode===o,onchange:()=>{
P.mode=o,vo()}}),u(o));Be.setAttribute("aria-label",u("compare")),Be.replaceChildren(a("div.measure-head",{},a("strong",
{},u("compare")),a("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>zn(!1)},"×")),ds(
"a"),ds("b"),a("div.row",{},n("swipe"),n("difference")),P.mode==="swipe"?a("input",{id:"compare-at",type:"range",min:0,max:100,
value:Math.round(100*P.at),"aria-label":u("swipe"),oninput:o=>{P.at=o.target.valueAsNumber/100,Ne()}}):a("div",{id:"comp\
are-told"},e)),t&&document.getElementById(t)?.focus()}function vo(){es(P.a,P.b),ko(),Ne()}function zn(t){if(t===P.open)return;
let e=Sn();if(!(t&&e.length<2)){if(t){let n=e.find(o=>d.shown[o.number]);P.before=n??null,P.a=n??e[0],P.b=e.find(o=>o!==
P.a&&o.table===P.a.table&&o.year!==null)??e.filter(me).find(o=>o!==P.a)??e.find(o=>o!==P.a)}if(P.open=t,document.getElementById(
"tool-compare")?.setAttribute("aria-pressed",String(t)),t){h.closePopup(),vo();return}ko(),ms(),Ne();for(let n of[P.a,P.
b])n!==P.before&&d.shown[n.number]&&K(n,!1);P.before&&K(P.before,!0)}}function hs(){return P.open}function Pl(t){t.preventDefault(),
kt.setPointerCapture(t.pointerId),kt.onpointermove=e=>{let n=h.getContainer().getBoundingClientRect();P.at=Math.min(1,Math.
max(0,(e.clientX-n.left)/n.width));let o=document.getElementById("compare-at");o&&(o.value=Math.round(100*P.at)),Ne()},kt.
onpointerup=()=>{kt.onpointermove=null}}function gs(){ot("gisplan-difference",570),xo=k.layerGroup().addTo(h),h.getContainer().
append(kt),kt.addEventListener("pointerdown",Pl),k.DomEvent.disableClickPropagation(kt),document.getElementById("search").
after(Be),h.on("move zoomend resize viewreset",Ne),E("language",ko);for(let t of["layers","map"])E(t,()=>{let e=P.open&&
[P.a,P.b].every(n=>d.shown[n.number]);P.open&&!e&&(P.before=null,zn(!1))})}var So=new Set;E("paper",()=>{for(let t of So)t.draw()});function ws(t,e,n){let o=h.options.crs.scale(h.getZoom())/256,r=h.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var Wt=k.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),So.add(this),this.draw()},onRemove(){So.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
d.paper,this.sheet?.remove(),this.sheet=null,d.paper){this.drawSheet();return}let t=h.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=h.containerPointToLayerPoint(e.multiplyBy(-1));k.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),ws(r,n,o))},drawSheet(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]);this.sheet=A("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(ws(e,t,1))),k.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});function ys({decimals:t,nodes:e,edges:n,lengths:o}){let r=10**t,s=Pe(e),i=new Float64Array(s.length/2),l=new Float64Array(
s.length/2),[c,f]=[0,0];for(let y=0;y<i.length;y++)c+=s[2*y],f+=s[2*y+1],i[y]=c/r,l[y]=f/r;let p=Pe(n),m=new Int32Array(
p.length/2),w=new Int32Array(p.length/2),g=0;for(let y=0;y<m.length;y++)g+=p[2*y],m[y]=g,w[y]=g+p[2*y+1];return{lon:i,lat:l,
start:m,end:w,length:Float64Array.from(Pe(o))}}var zo=b.context?.seats,Mn=zo?xt(zo.at,b).map((t,e)=>({at:t,names:zo.names[e]})):[];var Tt=t=>Math.round(10*t)/10,En=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${Tt(e)} ${Tt(n)}`)}lineTo(e,n){this.parts.push(`L${Tt(e)} ${Tt(n)}`)}arc(e,n,o){
let[r,s]=[Tt(o),Tt(2*o)];this.parts.push(`M${Tt(e-o)} ${Tt(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(A("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var Bl=["county","prefecture","province","country"],Nl=b.context?.borders??{},Il={country:0,province:0,prefecture:0,county:7},
bs={railway:6,river:6.8},ut=b.context?b.context.layers.map(Rl):[],nd=ut.find(t=>t.graph)?.graph??null;function Rl(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=ys(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>wn(Fl(),r)))),e.anchors=
t.anchors?xt(t.anchors,b):[],e}var Mo=null;function Fl(){return Mo??(Mo=b.arcs.split(" ").map(t=>xt(t,b))),Mo}function vt(t){
return d.context[t.name]!==!1}function xs(t,e){d.context[t.name]=e,$("context")}function To([t,e]){let{x:n,y:o}=h.options.
crs.latLngToPoint(k.latLng(t,e),0);return[n,o]}function Lo(t){let e=t.map(To),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function ks(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],i)=>{i?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function vs(t){let e=new En;return this.paint(e,t),e.elements}var Dl=Wt.extend({name:"\
context-ground",prepare(){this.areas=ut.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(Lo)})))},vectors:vs,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(vt(n)){t.beginPath();for(let s of r)ks(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
Ul=Wt.extend({name:"context-lines",prepare(){this.lines=ut.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>Lo(r))}))})),this.shores=ut.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(Lo)}));let t=ut.find(e=>e.graph);this.seats=Mn.
map(({at:e})=>To(e)),this.roads=t&&{one:t,...jl(t.graph)}},vectors:vs,paint(t,e){let n=h.getZoom();t.scale(e.ratio,e.ratio),
t.lineJoin="round";for(let{one:o,rings:r}of this.shores)vt(o)&&Ie(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,
paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!vt(o))continue;let s=!o.style.dash;if(!s&&n<bs.railway)continue;let l=r.
filter(f=>!s||f.named||n>=bs.river).flatMap(f=>f.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);Ie(t,l,e,{color:o.style.color,
width:c,dash:[]}),!s&&n>=7.5&&Ie(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&vt(this.roads.one)&&this.paintRoads(
t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(vt(o))for(let s of Bl){if(!_l(s,n))continue;let i=r.
filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&Ie(t,i,e,{color:"rgba(120, 98, 140, 0.16)",width:6,
dash:[]}),Ie(t,i,e,Nl[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)
o<e.west||o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle=
"#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:i,one:l}=this.
roads;t.beginPath();for(let f=0;f<s.length;f++){let[p,m]=[s[f],i[f]];o[p]<e.west&&o[m]<e.west||o[p]>e.east&&o[m]>e.east||
r[p]<e.north&&r[m]<e.north||r[p]>e.south&&r[m]>e.south||(t.moveTo(e.left(o[p])/e.ratio,e.top(r[p])/e.ratio),t.lineTo(e.left(
o[m])/e.ratio,e.top(r[m])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function jl({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let i=0;i<t.length;i++)[r[i],s[i]]=To(
[e[i],t[i]]);return{x:r,y:s,start:n,end:o}}function Ie(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let i of e)ks(t,
i,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function _l(t,e){let n=z.filter(o=>o.border===t);return n.
length?n.some(o=>d.shown[o.number]):e>=Il[t]}var Eo=[];function Ss(){if(!ut.length)return;ot("gisplan-ground",380);let t=z.
filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.length?t[t.length-1].number:-1;ot(
"gisplan-lines",400+Math.max(e,0)),Eo.push(new Dl({pane:"gisplan-ground"}).addTo(h)),Eo.push(new Ul({pane:"gisplan-lines"}).
addTo(h));let n=()=>{for(let o of Eo)o.draw()};E("context",n),E("layers",n)}function zs(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Ln(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function $o(t){try{return decodeURIComponent(t)}catch{
return""}}function Ms(t,e){return`#${new URLSearchParams({find:`${Ln(t)}~${Ln(e)}`})}`}function Es(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let i=new URLSearchParams(t.replace(/^#/,"")),l=(M,L)=>{let B=(i.get(M)??"").split(",").map(R=>R?
Number(R):Number.NaN);return B.length===L&&B.every(Number.isFinite)?B:null},c={},f=l("map",3);if(f&&Math.abs(f[1])<=85&&
Math.abs(f[2])<=360&&f[0]>=0&&f[0]<=22&&(c.view=f),i.has("layers")){let M=i.get("layers").split(" ");c.shown=e.map(L=>M.
includes(L))}let p=l("opacity",n);p?.every(M=>M>=0&&M<=100)&&(c.opacity=p.map(M=>M/100)),["zh","en"].includes(i.get("lan\
g"))&&(c.lang=i.get("lang")),r.includes(i.get("on"))&&(c.map=r.indexOf(i.get("on")));let m=new Map;for(let M of i.getAll(
"only")){let[L,B,R]=M.split("~");!R||!Object.prototype.hasOwnProperty.call(s,L)||!B.startsWith("@")&&!s[L].includes(B)||
m.set(`${L}~${B}`,new Set(R.split("|").map($o)))}m.size&&(c.filter=m);let[w,g]=(i.get("find")??"").split("~").map($o);w&&
g&&(c.find={table:w,name:g});let[y,v]=(i.get("profile")??"").split("~").map($o);y&&/^\d{6}$/.test(v??"")&&(c.profile={table:y,
code:v}),i.has("sites")&&(c.more={sites:i.get("sites"),reach:i.get("reach")});let S=Number(i.get("year"));return c.year=
i.has("year")&&o.includes(S)?S:null,c}function Ls({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i,filter:l=new Map,
map:c=0,profile:f=null,more:p={}},m,w=[],g=[]){let y=new URLSearchParams;g.length&&y.set("on",g[c]);for(let[v,S]of l)y.append(
"only",`${v}~${[...S].map(Ln).join("|")}`);y.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),y.set("layers",
m.filter((v,S)=>o[S]).join(" ")),r.some(v=>v!==1)&&y.set("opacity",r.map(v=>Math.round(100*v)).join(","));for(let[v,S]of Object.
entries(p))y.set(v,S);s!==null&&y.set("year",s),f&&y.set("profile",`${Ln(f.table)}~${f.code}`),y.set("lang",i);for(let[v,
S]of w)y.set(v,S);return`#${y.toString().replace(/%2C/g,",")}`}var $t=document.getElementById("about"),Oo=null;function Ts(){Oo&&$t.replaceChildren(a("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>$t.close()},"×"),a("div.dialog-body",{},Oo()))}function mt(t){Oo=t,Ts(),$t.open||$t.showModal(),
$t.scrollTop=0}function $s(){$t.addEventListener("click",t=>{t.target===$t&&$t.close()}),E("language",Ts)}var Os=40,Gt="@prefecture",we="@class";function Tn(t,e){return`${t}~${e}`}function $n(t){return Tn(t.table,`${we}${t.number}`)}
function Re(t){return d.filter.get(t)??null}function On(t,e){let n=new Set(Re(t)??[]);n.delete(e)||n.add(e),Wl(t,n)}function Wl(t,e){
e.size?d.filter.set(t,e):d.filter.delete(t),$("filter")}function As(){d.filter.clear(),$("filter")}function Ht(t){return[
...d.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(we)||o===`${we}${t.number}`)})}function Cs(t,e,n){
for(let[o,r]of Ht(t)){let s=o.split("~")[1],i=null;if(s.startsWith(we)?i=String(n.classOfRow(t,e)):s===Gt?i=Co(t,e,n):i=
String(N(t.data.columns[s].values,e)??""),!r.has(i))return!1}return!0}var Ao=new Map;function Co(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";Ao.has(t.table)||Ao.set(t.table,new Map);let s=Ao.get(t.table);if(s.has(e))return s.get(e);
let i=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=i.findIndex(p=>p.slice(0,4)===String(l).slice(0,4));else{
let p=o(t,e),m=p?.point??p?.anchor;m&&(c=n.places.findIndex(w=>r(w,m)))}let f=c<0?"":String(i[c]);return s.set(e,f),f}function j(t,e,n){let o=t.columns[e],r=N(o.values,n);if(!o.english)return r;let s=N(o.english,n);return d.lang==="zh"?r??
s:s??r}function q(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=j(
t.data,o,e);if(r!=null)return X(n[o],r,t,o)}return u("untitled")}function Vt(t,e){let n=F(t,e),o=q(t,n[0]);return n.length>
1?o+I("others",n.length):o}function Ps(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>N(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function An(t,e){return N(t.data.columns[t.yearColumn].values,e)??null}function Bo(t,e){if(d.
kept[t.table]&&!d.kept[t.table].has(e))return!1;if(!t.yearColumn||d.year===null)return!0;let n=An(t,e);return n===null||
n<=d.year}function No(t,e){return N(t.data.columns[t.reportColumn].values,e)??null}function Io(t,e){if(!t.reportColumn||
d.year===null)return!0;let[n,o]=[An(t,e),No(t,e)];return n===null&&o===null?!1:(n??o)<=d.year&&d.year<=(o??1/0)}function ye(t,e){
if(!Io(t,e))return-1;if(t.each)return t.each[e];let n=et(t,e);return n&&t.of?t.of[n.at]:-1}var qt={classOfRow:ye,rowPlace:et,
prefectures:null,inPolygon:null};function ht(t){return!!t.yearColumn&&d.year!==null||!!d.kept[t.table]||Ht(t).length>0}function Yt(t,e){
return Bo(t,e)&&Cs(t,e,qt)}function F(t,e){return ht(t)?e.rows.filter(n=>Yt(t,n)):e.rows}var Po=new Map;function et(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(Po.has(o)||Po.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),Po.get(o).get(e)||null)}var St=-1,Fe=-2,Gl="#d5d9dd";function be(t,e){if(!t.each||!ht(t))return t.of[e.at];let n=new Set(F(t,e).map(o=>ye(t,o)));
return n.size===1?[...n][0]:Fe}function Bs(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===St?o:e===
Fe?r:n[e].color}function Cn(t,e){return e===St?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Ro(t,e){
return!!t.of&&Cn(t,be(t,e))}function Kt(t,e){return t.of?Bs(t,be(t,e)):t.style.color}function Pn(t,e){let n=et(t,e);return n?
t.of?Bs(t,t.each?ye(t,e):be(t,n)):t.style.color:Gl}function Bn(t){let{legend:e}=t,n={classes:(e.classes||[]).map(i=>i.count),
missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!ht(t))return n;let o=$n(t),r=d.filter.get(o);d.filter.
delete(o);let s=Hl(t,n);return r&&d.filter.set(o,r),s}function Hl(t,e){let n=t.places.map(r=>({place:r,rows:F(t,r)})).filter(
r=>r.rows.length),o=n.flatMap(r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(i=>ye(t,i)===s).length),missing:t.
of?o.filter(r=>ye(t,r)===St).length:e.missing,several:t.each?n.filter(r=>be(t,r.place)===Fe).length:0,precisions:e.precisions.
map(r=>({...r,count:n.filter(({place:s})=>s.precision===r.name).reduce((s,i)=>s+i.rows.length,0)})).filter(r=>r.count)}}var Ns={town:[4,0],county:[4,45],prefecture:[6,0]};function Nn(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!Ns[t]){let c=r(
o),f=p=>`a${c} ${c} 0 1 0 ${p} 0`;return`M${r(e-o)} ${r(n)}${f(2*c)}${f(-2*c)}z`}let[s,i]=Ns[t];return`M${Array.from({length:s},
(c,f)=>{let p=(i+360*f/s)*Math.PI/180;return`${r(e+o*Math.cos(p))} ${r(n+o*Math.sin(p))}`}).join("L")}z`}var In={dark:"#\
14222c",light:"#ffffff"},Is={dark:4,light:2.4};function Fo(t,e,n=Is){let o=r=>A("path",{d:t,fill:"none",stroke:In[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),A("path",{d:t,fill:e})]}var G={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},Do=new Set(["surveyed","digitised","address","site"]);function Xt(t,e,n=!1){
let o=2*G[t]+Is.dark,r=o/2;return a(`span.mark.${Do.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},A("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Fo(Nn(t,r,r,G[t]),n?ge(e):e)))}var Vl=3e3,Rn=3.2,Uo=new Map;function jo(t){if(Uo.has(t))return Uo.get(t);let e=Dt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,l]=[256,256,0,0];e.forEach((S,M)=>{let L=h.options.crs.latLngToPoint(k.latLng(S.point),
0);n[M]=L.x,o[M]=L.y,r=Math.min(r,L.x),i=Math.max(i,L.x),s=Math.min(s,L.y),l=Math.max(l,L.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(i-r,l-s,1e-9)/c,p=S=>Math.min(c-1,Math.max(0,Math.floor((S-r)/f))),m=S=>Math.min(c-1,
Math.max(0,Math.floor((S-s)/f))),w=new Uint32Array(c*c+1);e.forEach((S,M)=>{w[m(o[M])*c+p(n[M])+1]++});for(let S=0;S<c*c;S++)
w[S+1]+=w[S];let g=w.slice(),y=new Uint32Array(e.length);e.forEach((S,M)=>{y[g[m(o[M])*c+p(n[M])]++]=M});let v={x:n,y:o,
side:c,column:p,row:m,starts:w,sorted:y};return Uo.set(t,v),v}function _o(t,e,n,o,r){let{x:s,y:i,side:l,column:c,row:f,starts:p,
sorted:m}=jo(t),w=[];for(let g=f(n);g<=f(r);g++)for(let y=p[g*l+c(e)];y<p[g*l+c(o)+1];y++){let v=m[y];s[v]>=e&&s[v]<=o&&
i[v]>=n&&i[v]<=r&&w.push(v)}return w}var De={less:3.8,dark:2,light:1};function ql(t,e,n){let o=G[e]-De.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let i=s.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
Nn(e,r,r,o));for(let[c,f]of[[De.dark,In.dark],[De.light,In.light]])i.lineWidth=c,i.strokeStyle=f,i.stroke(l);return i.fillStyle=
t,i.fill(l),s}function Yl(t,e,n,o){let[r,s,i]=[1,3,5].map(g=>parseInt(t.slice(g,g+2),16)),l=255<<24|i<<16|s<<8|r,c=Rn*n,
f=Math.ceil(c),p=Do.has(e)?(g,y)=>Math.hypot(g,y):(g,y)=>Math.abs(g)+Math.abs(y),[m,w]=[[],[]];for(let g=-f;g<=f;g++)for(let y=-f;y<=
f;y++){let v=p(y,g);v>c||(m.push(g*o+y),w.push(v>c-.9*n?-1:l))}return{steps:Int32Array.from(m),inks:Int32Array.from(w),reach:f}}
var Rs=Wt.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(ht(t)&&!F(t,n).length)return 255;let o=[Kt(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=_o(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>Vl,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=jo(this.layer.table),r=this.looks.map(()=>[]),s=i=>this.stamped?Rn-.6:G[i]-De.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(Nn(l,t.left(n[i]),t.top(o[i]),s(l)))}return this.looks.map(([i,l],c)=>({
color:i,precision:l,path:r[c].join("")})).filter(i=>i.path).sort((i,l)=>G[l.precision]-G[i.precision]).flatMap(({color:i,
path:l})=>Fo(l,i,De))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:i,y:l}=jo(this.layer.table),[c,f]=[p=>o(
i[p]),p=>r(l[p])];this.stamped?this.stamp(t,s,c,f,n):this.picture(t,s,c,f,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>ql(l,c,r)),i=l=>G[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>i(c)-i(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,l=t.createImageData(
s,i),c=new Int32Array(l.data.buffer),f=this.looks.map(([p,m])=>Yl(p,m,r,s));e.forEach(p=>{let{steps:m,inks:w,reach:g}=f[this.
lookOf[p]],[y,v]=[Math.round(n(p)),Math.round(o(p))];if(y<g||v<g||y>=s-g||v>=i-g)return;let S=v*s+y;for(let M=0;M<m.length;M++)
c[S+m[M]]=w[M]}),t.putImageData(l,0,0)}});function Fn(t){let e=h.latLngToLayerPoint(t),n=[];return[...z].reverse().forEach(o=>{d.shown[o.number]&&Kl(o,t).forEach(
r=>{if(!(ht(o)&&!F(o,r).length)){if(o.geometry==="point"){let s=h.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.stamped?
Rn:G[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")ts(h,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(pe(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Kl(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=de)return n;let o=h.options.crs.scale(h.getZoom())/256,{x:r,y:s}=h.options.
crs.latLngToPoint(e,0),i=18/o;return _o(t.table,r-i,s-i,r+i,s+i).map(l=>n[l])}ot("gisplan-highlight",580);var Ue=null,je=null,_e=[],Dn=k.tooltip({className:"hover",direction:"top",offset:[0,-10]});function Fs(t){
if(Ue&&Ue.remove(),Ue=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};Ue=t.layer.geometry==="line"?k.polyline(t.place.parts.map(([n])=>n),e):
k.polygon(t.place.parts,e),Ue.addTo(h)}function lt(t){_e=t?Fn(t):[];let e=_e[0]||null;h.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&je&&e.place===je.place&&e.layer===je.layer;if(n||Fs(e),je=e,$("hover"),!e){Dn.remove();return}
n||Dn.setContent(a("div",{},x(Vt(e.layer,e.place),"strong.datum"),Xl(e))),Dn.setLatLng(e.place.point||t).addTo(h)}function Xl({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=j(o,t.column,e.rows[0]);return a("span.headline",{},at(o.columns[t.
column],r))}function Jt(t,e){let n=e===null?null:et(t,e);Fs(n?{layer:t,place:n}:null),_e=n?[{layer:t,place:n}]:[],je=null,
$("hover")}function Ds(){Dn.remove()}function Us(){let t=0;h.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>lt(d.measuring?null:e.latlng))}),h.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),lt(null)}),
E("language",()=>lt(null))}var Jl=/\s+(?:City|District|Province|County|(?:(?:\w+ )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,Zl=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function js(t,e){if(e==="en")return t.replace(Jl,"")||t;let n=t.replace(Zl,(o,r)=>r==="区"?"":r);return n.length>1?n:t}function _s(t,e){let n=null,o=0;for(let r of t){let s=[];for(let i of[...r,null])if(i&&e.contains(i))s.push(i);else{let l=Ql(
s);l>o&&([n,o]=[tc(s,l),l]),s=[]}}return n}function Ql(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function tc(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var Hs=ot("gisplan-labels",590);Hs.classList.add("leaflet-zoom-hide");var Vs=A("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),xe=[],Wo={leader:4.4,seat:7.5,water:7},Go=[[0,0],[0,18],[0,-18]],ec=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function nc(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function oc(){return z.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:nc(t),name:q(t,e.rows[0]),size:ac(e)})))}function qs(t){return d.lang==="zh"?t[0]:t[1]||t[0]}function rc(){
return ut.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:qs(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function sc(){return Mn.map(({names:t,at:e})=>({
rank:"seat",name:qs(t),anchor:e}))}var Ws=[2,1,3,"seat","water","around"];function ic(){for(let t of xe)t.element.remove();
xe=[...oc(),...sc(),...rc()].map(t=>({...t,element:a(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},js(t.
name,d.lang))})),xe.sort((t,e)=>Ws.indexOf(t.rank)-Ws.indexOf(e.rank)||(e.size??0)-(t.size??0)),Hs.append(Vs,...xe.map(t=>t.
element)),xe.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),Ot()}function ac(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function lc(){let t=h.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=h.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function cc(){let t=[];return z.forEach(e=>{let n=e.places.
length<=de;e.geometry!=="point"||!d.shown[e.number]||!n||e.places.forEach(o=>{if(ht(e)&&!F(e,o).length)return;let r=h.latLngToLayerPoint(
o.point),s=G[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function uc(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function Gs(t,e,[n,o]){let{width:r,height:s}=t,[i,l]=[e.x+n,e.y+o];return[i-r/2,l-s/2,i+r/2,l+s/2]}function fc(t){
let e=h.getZoom();if(t.layer){if(!d.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,i=h.latLngToLayerPoint(
o.room.getNorthWest()),l=h.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-i.x>.8*r&&l.y-i.y>s,f=h.latLngToLayerPoint(o.
anchor);return h.getBounds().contains(o.anchor)?t.rank===2?{at:f,near:c?Go:[],far:e<Wo.leader?[]:ec}:c?{at:f,near:Go,far:[]}:
null:null}if(t.rank==="seat"){if(e<Wo.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:h.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!vt(t.context)||t.rank==="water"&&e<Wo.water)return null;let n=t.paths?
_s(t.paths,h.getBounds()):t.anchor;return n?{at:h.latLngToLayerPoint(n),near:Go,far:[]}:null}function Ot(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=p=>p[0]>=n[0]&&p[1]>=n[1]&&p[2]<=n[2]&&p[3]<=
n[3],r=lc(),s=cc(),i=[],l=new Set,c=[],f=(p,m)=>o(p)&&!m.some(w=>uc(p,w));xe.forEach(p=>{let{element:m}=p,w=m.textContent,
g=l.has(w)?null:fc(p),y=null,v=!1;if(g){let S=[...i,...s,...r];y=g.near.map(M=>Gs(p,g.at,M)).find(M=>f(M,S)),y||(y=g.far.
map(M=>Gs(p,g.at,M)).find(M=>f(M,S)),v=!!y)}m.hidden=!y,y&&(l.add(w),i.push(y),v&&c.push(pc(g.at,y)),k.DomUtil.setPosition(
m,k.point(Math.round(y[0]),Math.round(y[1]))))}),Vs.replaceChildren(...c)}function pc({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return A("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function Ys(){E("la\
nguage",ic);for(let t of["layers","context","filter"])E(t,Ot);h.on("moveend viewreset resize",Ot)}function ke(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var rt=.0033528106647474805,Zt=6378137*(1-rt);var U=Math.PI/180;function qo(t,e){return((e-t+540)%360+360)%360-180}function Ks(t,e){let n=rt*(2-rt),o=Math.sin(e*U),r=Math.
cos(e*U),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(t*U),s*r*Math.sin(t*U),s*(1-n)*o]}function Xs(t){let e=t*(40680631590769-
Zt*Zt)/(Zt*Zt);return[1+e/16384*(4096+e*(-768+e*(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function Js(t,e,n,o){return t*
e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*o*o-3)))}function Zs(t){return rt/16*t*(4+rt*(4-3*t))}function ve(t,e,n,o){if(t===
n&&e===o)return 0;let r=Math.atan((1-rt)*Math.tan(e*U)),s=Math.atan((1-rt)*Math.tan(o*U)),[i,l,c,f]=[Math.sin(r),Math.cos(
r),Math.sin(s),Math.cos(s)],p=qo(t,n)*U,m=p;for(let w=0;w<100;w++){let g=Math.sin(m),y=Math.cos(m),v=Math.hypot(f*g,l*c-
i*f*y);if(v===0)return 0;let S=i*c+l*f*y,M=Math.atan2(v,S),L=l*f*g/v,B=1-L*L,R=B>1e-15?S-2*i*c/B:0,it=Zs(B),ae=m;if(m=p+
(1-it)*rt*L*(M+it*v*(R+it*S*(2*R*R-1))),Math.abs(m-ae)<1e-13){let[le,hn]=Xs(B);return Zt*le*(M-Js(hn,v,S,R))}}return NaN}
function Vo(t,e,n,o){let r=n*U,s=(1-rt)*Math.tan(e*U),i=1/Math.sqrt(1+s*s),l=s*i,c=Math.atan2(s,Math.cos(r)),f=i*Math.sin(
r),p=1-f*f,[m,w]=Xs(p),g=o/(Zt*m);for(let ae=0,le=1/0;ae<100&&Math.abs(g-le)>1e-13;ae++)le=g,g=o/(Zt*m)+Js(w,Math.sin(g),
Math.cos(g),Math.cos(2*c+g));let[y,v,S]=[Math.sin(g),Math.cos(g),Math.cos(2*c+g)],M=l*y-i*v*Math.cos(r),L=Math.atan2(l*v+
i*y*Math.cos(r),(1-rt)*Math.hypot(f,M)),B=Math.atan2(y*Math.sin(r),i*v-l*y*Math.cos(r)),R=Zs(p),it=B-(1-R)*rt*f*(g+R*y*(S+
R*v*(2*S*S-1)));return[L/U,t+it/U]}function dc(t,e,n,o,r){let[s,i]=[Ks(t,e),Ks(n,o)],[l,c,f]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],
[p,m]=[Math.sin(t*U),Math.cos(t*U)],[w,g]=[Math.sin(e*U),Math.cos(e*U)],y=-p*l+m*c,v=-w*m*l-w*p*c+g*f,S=Math.atan2(y,v)/
U;for(let M=0;M<4;M++){let[L,B]=Vo(t,e,S,r),R=qo(B,n)*Math.cos(o*U)*U*6378137,it=(o-L)*U*6378137,[ae,le]=Vo(t,e,S,r*.999),
hn=Math.atan2((B-le)*Math.cos(o*U),L-ae),Sl=R*Math.cos(hn)-it*Math.sin(hn),zl=6378137*Math.sin(Math.min(r/6378137,Math.PI-
.1));S+=Sl/zl/U}return S}function We([t,e],[n,o],r,s){let i=ve(e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(l===
1||!i||!Number.isFinite(i))return[[n,o]];let c=dc(e,t,o,n,i);return[...Array.from({length:l-1},(p,m)=>Vo(e,t,c,i*(m+1)/l)),
[n,o]]}function Ho(t){let e=Math.sqrt(rt*(2-rt)),n=Math.sin(t*U);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function Un(t){
let e=0,n=Ho(t[0][0]);return t.forEach((o,r)=>{let[s,i]=o;We(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=qo(i,c)*U*
(Ho(s)-n+Ho(l)-n)/2,[s,i]=[l,c]})}),Math.abs(e)*6378137*6378137/2}function Yo(t){return t.slice(1).reduce((e,[n,o],r)=>e+
ve(t[r][1],t[r][0],o,n),0)}var _=window.matchMedia("(max-width: 760px)");function jn(){if(!b.bounds)return null;let[t,e,n,o]=b.bounds;return k.latLngBounds(
[[e,t],[o,n]])}function Ko(t){let e=jn();return!e||h.getBounds().pad(t).contains(e)}function mc(){let t=document.getElementById(
"years");return t&&!t.hidden?t.offsetHeight+14:0}function Ge(){let t=jn();if(!t)return;let[e,n]=_.matches?[62,58]:[14,14];
h.fitBounds(t,{paddingTopLeft:[_.matches?8:14,e],paddingBottomRight:[n,46+mc()],maxZoom:13,animate:!1})}function _n(t){let e=Ko(
.05);t(),h.invalidateSize({animate:!1}),e&&Ge()}function He(t,e){if(t.point){(!h.getBounds().pad(-.1).contains(t.point)||
e)&&h.setView(t.point,Math.max(h.getZoom(),e?9:7),{animate:!1});return}let n=h.latLngToLayerPoint(t.bounds.getNorthWest()),
o=h.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&h.getBounds().contains(t.bounds)||
h.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Qt=document.getElementById("dock"),Wn=24;function Qs(){return!_.matches&&document.body.classList.contains("figures-o\
pen")}var ti=k.Popup.extend({options:{pane:Qt,className:"docked",autoPan:!1},onAdd(t){Qt.hidden=!1,document.body.classList.
add("docked-open"),k.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),$("docked")},onRemove(t){
k.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(Qt.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){hc(this.getLatLng())}});function hc(t){if(Qt.
classList.toggle("over",!Qs()),Qs())return;let e=h.latLngToContainerPoint(t),n=h.getSize();Qt.classList.toggle("at-left",
!_.matches&&e.x>n.x/2);let o=Qt.getBoundingClientRect(),r=h.getContainer().getBoundingClientRect(),[s,i]=[o.left-r.left-
Wn,o.right-r.left+Wn],[l,c]=[o.top-r.top-Wn,o.bottom-r.top+Wn];e.x<=s||e.x>=i||e.y<=l||e.y>=c||(_.matches?h.panBy([0,e.y-
l],{animate:!1}):Qt.classList.contains("at-left")?h.panBy([e.x-i,0],{animate:!1}):h.panBy([e.x-s,0],{animate:!1}))}var gc=(t,e)=>z.findIndex(n=>n.table===t.table)===e;function ei(t,e){let n=z.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function Ve(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:j(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function Xo(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var wc={province:0,prefecture:1,
county:2};function ni(t,e){let n=et(t,e);if(!n)return[];let o=Xo(t.data.search.code[e]);return z.filter((r,s)=>r.geometry===
"point"&&gc(r,s)).map(r=>{let s=[],i=0;for(let l of r.places)!n.bounds.contains(l.point)||!pe(n,k.latLng(l.point))||((wc[l.
precision]??3)<o?i+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:i}}).filter(r=>r.rows.length||r.vague)}
function oi(t){let e=Xo(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of z)r.geometry!=="polygon"||
!r.data.search.code||r.data.search.code.forEach((s,i)=>{Xo(String(s))===e+1&&String(s).startsWith(n)&&!o.has(s)&&o.set(s,
{layer:r,row:i})});return[...o.values()]}function ri(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];let r=c=>new Set(n[c].
flat(2).map(f=>f<0?~f:f)),s=c=>typeof o=="number"?[c]:o[c],i=et(t,e);if(!i)return[];let l=r(i.at);return t.places.filter(
c=>c.at!==i.at&&[...r(c.at)].some(f=>l.has(f))).map(c=>({layer:t,row:s(c.at)[0]}))}function si(t,e){let{code:n}=t.data.search;
return t.geometry==="polygon"&&n?String(N(n,e)):null}var At=null;function yc(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(j(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>jt(b.quotes??{},r));return[...new Set(
o)].map(r=>[a("dt.wide",{},u("quote"),x(r)),a("dd.wide",{},a("blockquote",{lang:"zh-CN"},b.quotes[r]))])}function bc(t,e){
let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=j(n,r,e),l=/\n|^.{17}/.test(at(s,
i,t,r));o.append(a(l?"dt.wide":"dt",{},x(u(s.title)),s.derived?J():null),a(l?"dd.wide":"dd",{dir:"auto"},at(s,i,t,r)))}),
o.append(...yc(t,e).flat()),o}function xc(t,e){let n=si(t,e);return n?a("button.profile-open-button",{type:"button",onclick:()=>$(
"profile",{table:t.table,code:n})},u("profile")):null}function qe(t,e,n,o){let r=t.popup.length?X(t.data.columns[t.popup[0]],
j(t.data,t.popup[0],e),t,t.popup[0]):q(t,e);return a("details.feature",{open:n},a("summary",{},o?x(u(t.title),"span.kick\
er"):null,x(r,"span.heading")),Io(t,e)?null:a("p.precision",{},Kr(d.year,No(t,e))),bc(t,e),xc(t,e))}function Gn(t){let e=a(
"div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("div.under",{},u("under")));let s=F(n,o),i=s.
length>1;if(i&&e.append(a("div.many",{},x(u(n.title),"span.kicker"),a("span.count",{},I("here",s.length)))),s.forEach((l,c)=>{
e.append(qe(n,l,r===0&&c===0,!i))}),n.geometry==="point"){let l=n.legend.precisions.find(c=>c.name===o.precision);e.append(
a("p.precision",{},u("position")+u(l.title)))}}),e}function ii(t){return a("div",{},t)}function te(t,e,n){Ds(),At=new ti().
setLatLng(t).setContent(ii(e())),At.again=e,At.openOn(h),ai();let o=At.getElement();o.tabIndex=-1,n&&o.focus()}function ai(){
let t=At.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute("aria-label",u("close"))}function li(){
E("language",()=>{At?.isOpen()&&(At.setContent(ii(At.again())),ai())})}function kc(t,e,n,o){return a(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function Se(t){
return A("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},A("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function ci(t){let e=Se(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Ye(t,e,n,o="rows"){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:
a("span.count",{},I(o,n)))}function ui(t,e,n){let o=$n(e),r=Re(o),s=!r||r.has(String(n)),i=t.querySelector(".what"),l=a(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>On(
o,String(n))});l.append(...i.childNodes),i.replaceWith(l),t.classList.toggle("unwanted",!s)}function fi(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(i=>i.precision===s&&(e===null||be(t,i)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function Hn(t){let{legend:e,style:n,geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),
s=Bn(t);e.title&&r.append(a("p.legend-title",{},x(u(e.title)),e.unit?x(`（${u(e.unit)}）`.replace(/[（）]/g,p=>d.lang===
"zh"?p:p==="（"?" (":")")):null,e.derived?J():null));let i=a("ul"),l=(p,m)=>{let w=m!==void 0&&Cn(t,m);if(o==="point"){
let g=fi(t,m)||fi(t,null);return g?Xt(g,p,w):null}return o==="line"?Se({...n,color:p}):kc(p,n.opacity,n.color,w)},c=o===
"point"?"items":"rows";if((e.classes||[]).forEach((p,m)=>{if(p.count===0&&p.low===void 0&&o!=="raster")return;let w=Ye(l(
p.color,m),u(p.words),o==="raster"?null:s.classes[m],c);o!=="raster"&&ui(w,t,m),o==="raster"&&w.append(a("span.count",{},
I("cells",p.count))),i.append(w)}),(e.widths||[]).forEach(p=>{i.append(Ye(ci({...n,weight:p.width}),Z(p.value),null))}),
s.several){let p=Ye(l(e.severalColor,Fe),u(e.severalWords),s.several,"places");i.append(p)}if(s.missing){let p=n.kind===
"flows"?ci({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,St),m=Ye(p,u(e.missingWords),s.missing,c);m.
classList.add("missing"),t.of&&ui(m,t,St),i.append(m)}if(o==="point"){let p=e.classes?"#5b6b78":n.color;s.precisions.forEach(
m=>{let w=Ye(Xt(m.name,p),u(m.title),m.count,c);w.classList.add("of-precision"),i.append(w)})}i.children.length&&r.append(
i),r.append(...vc(t,s));let f=pi(t);return f.length&&r.append(a("button.unplaced",{type:"button",onclick:()=>zc(t)},I("u\
nplaced",f.length))),r}function vc(t,e){let n=[],o=l=>n.push(a("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>F(t,l)).
filter(l=>l.length),s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),
d.year!==null&&t.yearColumn&&!t.reportColumn){let l=r.flat().filter(c=>An(t,c)===null).length;l&&o(I("undated",l))}let{legend:i}=t;
if(i.classes&&t.geometry==="polygon"&&s>1){let l=e.missing===s?St:e.classes.indexOf(s);if(l===St?e.missing===s:l>=0&&Sc(
t,l)){let f=l===St?i.missingWords:i.classes[l].words;o([u("allGrey")(s,u(f))," ",x(u(i.meaning||t.data.description))])}}
return n}function Sc(t,e){let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return Cn(
t,e)||Math.max(...o)-Math.min(...o)<32}function pi(t){return t.data.unplaced.filter(e=>Yt(t,e))}function zc(t){let e=pi(
t);mt(()=>[a("h2",{id:"about-title"},x(u(t.title))),a("p.lead",{},I("unplacedTitle",e.length)),e.map((n,o)=>qe(t,n,o===0&&
e.length<4,!1))])}function di(t){let[e,n,o,r]=t.corners;t.overlay=k.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Mc(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=(B,R)=>h.options.crs.
latLngToPoint(k.latLng(B,R),0),[l,c,f]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:p,height:m}=t.pixels.canvas,w=Math.floor(p*
(f.x-l.x)/(c.x-l.x)),g=Math.floor(m*(f.y-l.y)/(c.y-l.y));if(w<0||g<0||w>=p||g>=m)return null;let[y,v,S,M]=t.pixels.getImageData(
w,g,1,1).data;if(!M)return null;let L=`#${[y,v,S].map(B=>B.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(B=>B.color===L)||null}function Vn(t){let e=[...z].reverse().filter(n=>n.geometry==="raster"&&d.shown[n.number]).map(
n=>({layer:n,cell:Mc(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},x(u(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),x(u(o.words)),n.legend.unit?x(` ${u(n.legend.unit)}`):null,n.legend.derived?J():null));
return e.length?a("div.identify",{},e):null}var mi=.8,hi=Wt.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>h.options.crs.latLngToPoint(k.latLng(n),0);this.lines=
t.places.filter(n=>F(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(mi,r??0);return s.flatMap(c=>{let f=c.map(({x:g,y})=>[t(g),e(y)]),p=A("\
path",{d:`M${f.map(g=>g.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke-\
linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),m=gi(f,Math.max(3.5,.9*l));if(!m)return[p];let w=A("path",{
d:`M${m.map(g=>g.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[p,w]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let c=i===null?s.missingColor:r.color,f=Math.max(mi,i??0);l.forEach(p=>{t.lineWidth=f,t.setLineDash(i===null?
[3,3]:[]);let m=p.map(({x:w,y:g})=>[n(w)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[w,g]of m)
t.lineTo(w,g);t.stroke(),t.globalAlpha=1,Ec(t,m,Math.max(3.5,.9*f),c)})})}});function gi(t,e){let n=t.slice(1).map(([M,L],B)=>Math.
hypot(M-t[B][0],L-t[B][1])),o=n.reduce((M,L)=>M+L,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(M=>(r-=M,r<=0)),[[i,l],
[c,f]]=[t[s],t[s+1]],p=1+r/n[s],m=Math.atan2(f-l,c-i),[w,g]=[i+p*(c-i),l+p*(f-l)],[y,v]=[Math.cos(m),Math.sin(m)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([M,L])=>[w+y*M-v*L,g+v*M+y*L])}function Ec(t,e,n,o){let r=gi(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,i]of r)t.lineTo(s,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}ot("gisplan-measure",630);var Ke=k.layerGroup().addTo(h),Xe=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Xe);var D=[];function Lc(t){let[e,n]=Vr(t);return`${e} ${u(n)}`}function Jo(t){D.push([t.lat,t.lng]),qn()}
function qn(){Ke.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=D.
flatMap((n,o)=>o?We(D[o-1],n,1,60):[n]);D.length>2&&(k.polygon([...e,...We(D[D.length-1],D[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Ke),k.polyline([D[D.length-1],...We(D[D.length-1],D[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Ke)),e.length>1&&k.polyline(e,{...t,className:"measured"}).addTo(Ke);for(let n of D)k.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Ke);wi()}function wi(){if(!d.measuring)return;let t=Xe.contains(
document.activeElement)?document.activeElement.id:null,e=[...D,D[0]],n=(r,s,i,l)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},u(s));Xe.setAttribute("aria-label",u("measureTitle")),Xe.replaceChildren(a("div.measure-head",{},a(
"strong",{},u("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>Yn(
!1)},"×")),D.length<2?a("p.hint",{},u("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},u("length")),a(
"dd",{id:"measured-length"},wo(Yo(D))),D.length>2?[a("dt",{},u("perimeter")),a("dd",{},wo(Yo(e))),a("dt",{},u("area")),a(
"dd",{id:"measured-area"},Lc(Un(D)))]:[]),a("div.row",{},n("middle","addMiddle",()=>Jo(h.getCenter())),n("back","takeBac\
k",()=>{D.pop(),qn()},!D.length),n("clear","startOver",()=>{D=[],qn()},!D.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Yn(t){d.measuring=t,D=[],document.body.classList.toggle("measuring",t),Xe.hidden=!t,h.
doubleClickZoom[t?"disable":"enable"](),t&&h.closePopup(),lt(null),qn();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function yi(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&d.measuring&&Yn(!1)}),E("language",wi)}var Kn=k.layerGroup().addTo(h);function ze(t){if(d.chosen=t,Kn.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?k.circleMarker(
o.point,{...e,radius:G[o.precision]+6,weight:3}).addTo(Kn):n.geometry==="line"?k.polyline(o.parts.map(([r])=>r),e).addTo(
Kn):k.polygon(o.parts,e).addTo(Kn)}$("chosen")}function Tc(t){return d.shown[t.number]||t.geometry==="polygon"?null:a("p\
.layer-off",{},u("layerOff"),x(u(t.title)),a("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),K(t,!0)}},
u("showLayer")))}function Ct(t,e,n,o){let r=et(t,e);if(!r){ze({layer:t,place:null,row:e}),mt(()=>[a("h2",{id:"about-titl\
e"},x(q(t,e))),a("p.lead",{},u("nowhere")),qe(t,e,!0,!0)]);return}He(r,n),ze({layer:t,place:r,row:e}),te(k.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Tc(t),Gn([{layer:t,place:r}])],o),tt(q(t,e))}function Xn(t,e){if(d.place){d.place(t);return}let n=Fn(t);if(!n.length){Vn(t)&&te(t,()=>Vn(t),e);return}ze({...n[0],row:F(
n[0].layer,n[0].place)[0]}),te(n[0].place.point?k.latLng(n[0].place.point):t,()=>{let o=Vn(t),r=Gn(n);return o&&r.append(
a("div.under",{},u("under")),o),r},e)}function bi(){h.on("click",t=>{d.measuring?Jo(t.latlng):Xn(t.latlng,!1)})}function $c(){let t=z.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||b.basemap)){h.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)k.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(h)}}function xi(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",Vt(t,o))});t.nameMarks=e,E("language",e),t.group.on("add",e),vi(t)}else t.geometry==="ras\
ter"?di(t):ki(t)}function Je(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?vi(t):ki(t))}function ki(t){
if(t.style.kind==="flows")new hi(t).addTo(t.group);else for(let e of t.places)Oc(t,e)}function Oc(t,e){let{style:n}=t;if(!F(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:Ro(
t,e)?ge(Kt(t,e)):Kt(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=Kt(t,e)),k.polyline(e.parts.map(([s])=>s),
r).addTo(t.group);return}k.polygon(e.parts,r).addTo(t.group)}function vi(t){if(t.places.length>de){t.dots=new Rs(t).addTo(
t.group);return}t.places.filter(e=>F(t,e).length).forEach(e=>{let n=Xt(e.precision,Kt(t,e),Ro(t,e)),o=parseFloat(n.style.
getPropertyValue("--size")),r=k.marker(e.point,{pane:t.pane,keyboard:!0,icon:k.divIcon({html:n,className:"mark-icon",iconSize:[
o,o]}),zIndexOffset:-1e3*Math.round(G[e.precision])});t.marks.push({marker:r,place:e}),r.on("mouseover",()=>lt(r.getLatLng())),
r.on("click",s=>Xn(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&Xn(r.getLatLng(),!0)}),r.addTo(t.group)}),
t.nameMarks()}function Si(){$c();for(let t of z)h.createPane(t.pane).style.zIndex=400+t.number,t.marks=[],d.shown[t.number]?
xi(t):t.group.once("add",()=>xi(t))}function zi({tiles:t}){for(let e of t)k.tileLayer(e,{subdomains:"01234567",maxZoom:18,
attribution:""}).addTo(h)}var Ze=document.getElementById("years"),Mi=[...new Set(z.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?Ps(t):
[]]))].sort((t,e)=>t-e),Q=Mi.length&&b.years.length?b.years:Mi,Ei=b.groups.flatMap(t=>{let e=t.layers.map(n=>z[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),ee=0;function gt(t){
let e=Q.includes(t)?t:null;e!==d.year&&(d.year=e,z.filter(n=>n.yearColumn).forEach(Je),Ei.forEach(Ac),lt(null),d.chosen?.
place&&!F(d.chosen.layer,d.chosen.place).length&&ze(null),h.closePopup(),Qo(),tt(Qe()),$("year"))}function Ac(t){if(t.wanted=
t.wanted||t.layers.some(n=>d.shown[n.number]),!t.wanted)return;let e=d.year===null?t.layers.find(n=>d.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===d.year);t.layers.forEach(n=>{d.shown[n.number]!==(n===e)&&K(n,n===e)}),d.year===null&&
(t.wanted=!1)}function Qe(){if(d.year===null)return u("everyYear");let t=Ei.some(e=>e.wanted&&!e.layers.some(n=>n.year===
d.year));return Xr(d.year)+(t?u("noYear"):"")}function Zo(t){clearInterval(ee),ee=t?setInterval(()=>{let e=Q.indexOf(d.year)+
1;e<Q.length&&gt(Q[e]),e>=Q.length-1&&Zo(!1)},1400):0,t&&gt(Q[0]),Qo()}function Qo(){if(Q.length<2)return;Ze.hidden=!1;let t=document.
activeElement&&Ze.contains(document.activeElement)?document.activeElement.id:null,e=d.year===null?Q.length:Q.indexOf(d.year);
Ze.setAttribute("aria-label",u("years"));let n=[...Q.map(String),u("allYears")];Ze.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>Zo(!ee),"aria-label":u(ee?"stop":"play"),title:u(ee?"stop":"play")},Ft(ee?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:Q.length,step:1,value:e,"a\
ria-label":u("years"),"aria-valuetext":Qe(),oninput:o=>{ee&&Zo(!1),gt(Q[o.target.valueAsNumber]??null)}}),a("div.ticks",
{"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>gt(Q[r]??null)},o)))),a("output.year-now",{},
Qe())),t&&document.getElementById(t).focus()}function Li(t){E("language",Qo);let e=new Set;E("filter",()=>{let n=new Set(
z.filter(o=>Ht(o).length));for(let o of new Set([...n,...e]))Je(o);e=n,lt(null),h.closePopup()}),new ResizeObserver(()=>{
Ze.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var Ti=document.getElementById("sheet"),tr=document.getElementById("sheet-more"),Cc=.0254/96,Pc=[];function Bc(){let t=h.
getSize(),e=h.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[h.containerPointToLatLng([t.x/2-50,t.y/2]),h.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=ve(n.lng,e.lat,o.lng,e.lat)/(100*Cc),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${Z(Math.
round(s/i)*i)}`}function Nc(){return A("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},A("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),A("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),A("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function Ic(){
return[...z].reverse().filter(t=>d.shown[t.number]).map(t=>{let e=Hn(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(a("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},x(u(t.title),"strong.datum"),t.style.
kind==="outline"?Se(t.style):null),e.children.length?e:null)})}function Rc(){let t=z.filter(n=>d.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(b.attribution),b.basemap?
u(b.basemap.attribution):"",...new Set(t)].filter(Boolean);return a("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",x(n)]))}function $i(t){let e=a("div.sheet-legend",{},Ic()),n=a("div.sheet-foot",{},d.year===null?"":a("p",{},Qe()),
a("p.ratio",{},u("ratio"),Bc()),a("p",{},u("projection")),Rc(),a("p",{},u("printed"),ke()),a("p.review",{},u("review"),b.
review?x(b.review):u("noReviewLine")));Ti.replaceChildren(a("div.sheet-head",{},a("h2",{},u("legend")),Nc()),e,n,t);let o=Pc.
flatMap(r=>r()).filter(Boolean);tr.replaceChildren(...Fc(e,n),...o),tr.hidden=!tr.children.length}function Fc(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>Ti.clientHeight/3&&o.replaceWith(a("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(a("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(a("h2",{},u("legendMore")),a("div.sheet-legends",{},r))}return o.
isConnected||n.push(a("h2",{},u("source")),o),n}var or={A3:"A3 landscape",A4:"A4 landscape"},ne=null,tn="A3";function er(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function Dc(){return Ko(.02)?jn()??h.getBounds():h.getBounds()}function Oi(){ne||document.body.classList.
contains("printing-list")||(ne={centre:h.getCenter(),zoom:h.getZoom(),bounds:Dc()},lt(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,d.paper=!0,Ai())}function Ai(){
document.body.classList.toggle("paper-a4",tn==="A4"),er(or[tn]),h.invalidateSize({animate:!1,pan:!1}),h.fitBounds(ne.bounds,
{animate:!1,padding:[8,8]}),$("paper"),$i(Uc()),Ot()}function nr(){if(!ne)return;let{centre:t,zoom:e}=ne;ne=null,d.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,h.invalidateSize({animate:!1,pan:!1}),h.setView(t,e,{
animate:!1}),$("paper"),Ot()}function Uc(){let t=e=>a("label",{},a("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===tn,onchange:()=>{tn=e,Ai(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return a("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(or).map(t),a("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),a("button.sheet-back",{type:"button",onclick:nr},u("back")))}
function Ci(){Oi(),document.getElementById("paper-print").focus()}function Jn(){return ne!==null}function Pi(){let t=!1;
window.addEventListener("beforeprint",()=>{t=Jn(),d.profile?er("A4 portrait"):Oi()}),window.addEventListener("afterprint",
()=>{d.profile&&er(or[tn]),t||nr()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&nr()})}var oe={width:320,height:104,most:160};function Bi(t,e,n){let o=e&&t.data.columns[e];return o&&V(o)?_c(t,e,n):t.legend.classes?
Wc(t):null}function jc(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"true"},
n||""))}function _c(t,e,n){let r=t.data.columns[e],s=n.map(L=>({row:L,value:N(r.values,L)})).filter(L=>typeof L.value=="\
number").slice(0,oe.most);if(s.length<2)return null;let{width:i,height:l}=oe,c=s.map(L=>L.value),[f,p]=[Math.min(0,...c),
Math.max(0,...c)],m=L=>4+(l-8)*(p-L)/(p-f||1),w=i/s.length,g=w>4?Math.min(3,w*.2):0,y=s.map(({row:L,value:B},R)=>{let it=A(
"g",{class:"bar","data-row":L});return it.append(A("rect",{class:"hit",x:R*w,y:0,width:w,height:l}),A("rect",{class:"val\
ue",x:R*w+g/2,width:Math.max(.6,w-g),y:Math.min(m(0),m(B)),height:Math.max(1,Math.abs(m(B)-m(0))),fill:e===t.column?Pn(t,
L):"#4d8296"})),it}),v=`${u("chart")}${u(r.title)}`,S=A("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":v,preserveAspectRatio:"\
none"},...y,A("line",{class:"zero",x1:0,x2:i,y1:m(0),y2:m(0)}));S.addEventListener("mouseover",L=>Jt(t,fe(L))),S.addEventListener(
"mouseleave",()=>Jt(t,null)),S.addEventListener("click",L=>{let B=fe(L);B!==null&&Ct(t,B,!1,!1)});let M=s.length===oe.most&&
n.length>oe.most?a("span.count",{},` ${I("firstBars",oe.most)}`):null;return jc([x(u(r.title)),r.unit?x(d.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?J():null,M],S)}function Wc(t){let e=Bn(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:u(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,s=A("svg",{viewBox:`0 0 ${oe.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=oe.width*i.count/o;s.append(A("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),a("figure.chart",{},a("figcaption",{},x(u(t.legend.title)),t.legend.derived?J():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),x(i.text),a("span.count",{},` ${I(
"rows",i.count)}`)))))}function Ni(t,e,n){let o=t.data.columns[e];return n===null||!o||!V(o)?[u("chartHint")]:[x(q(t,n),
"strong.datum")," ",at(o,j(t.data,e,n),t,e)]}var rr=new Set;function ar(t){return Array.from({length:t.data.count},(e,n)=>n)}var sr=new Map;function ir(t,e){let n=Tn(
t.table,e);if(!sr.has(n)){let o=new Map;for(let s of ar(t)){let i=e===Gt?Co(t,s,qt):String(N(t.data.columns[e].values,s)??
"");o.set(i,(o.get(i)??0)+1)}let r=o.size>1&&o.size<=Os&&o.size<t.data.count;sr.set(n,r?o:null)}return sr.get(n)}function Gc(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!V(e[o])&&ir(t,o));return qt.prefectures&&t.table!=="prefecture\
s"&&ir(t,Gt)&&n.push(Gt),n}function Ii(t,e,n){if(n==="")return u("noValue");if(e===Gt){let{prefectures:i}=qt;return q(i,
i.data.search.code.indexOf(n))}let o=t.data.columns[e],r=ar(t).find(i=>String(N(o.values,i)??"")===n),s=d.lang==="en"&&o.
english?o.english:o.values;return X(o,N(s,r),t,e)}function Hc(t,e){let n=Tn(t.table,e),o=Re(n),r=e===Gt?u("prefecture"):
u(t.data.columns[e].title),s=[...ir(t,e)].sort((c,f)=>f[1]-c[1]),i=o?[...o].map(c=>Ii(t,e,c)).join("、"):"",l=i.length>
18?`${i.slice(0,17)}…`:i;return a(o?"details.chosen":"details",{open:rr.has(n),ontoggle:c=>{c.target.open?rr.add(n):rr.
delete(n)}},a("summary",{id:`chip-${n}`},x(r),l?`：${l}`:""),a("div.values-list",{role:"group","aria-label":r},s.map(([
c,f],p)=>a("label",{},a("input",{type:"checkbox",id:`chip-${n}-${p}`,checked:!!o?.has(c),onchange:()=>On(n,c)}),x(Ii(t,e,
c)),a("span.count",{},String(f))))))}function Ri(t){let e=Gc(t),n=d.filter.size>0;if(!e.length&&!n)return null;let o=Ht(
t).some(([s])=>s.includes(`~${we}`)),r=ar(t).filter(s=>Yt(t,s)).length;return a("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>Hc(t,s)),n?a("button.clear-filter",{type:"button",id:"filter-clear",onclick:As},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}function en(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function Pt(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=a("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var Vc=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function Fi(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((i,l)=>{let c=getComputedStyle(i);for(let f of Vc)
s[l].setAttribute(f,c.getPropertyValue(f))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function lr(t){return new XMLSerializer().serializeToString(t)}async function qc(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(lr(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(i=>{r.toBlob(i,"image/png")})}async function cr(t,e,n,o){Pt(t,"image/png",
await qc(e,n,o))}function Yc(t,e,n){let o=getComputedStyle(t),r=A("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function Di(){
let t=h.getContainer().getBoundingClientRect(),{x:e,y:n}=h.getSize(),o=l=>{let c=l.getBoundingClientRect();return{left:c.
left-t.left,top:c.top-t.top,width:c.width,height:c.height}},r=A("svg",{xmlns:"http://www.w3.org/2000/svg",width:e,height:n,
viewBox:`0 0 ${e} ${n}`}),s=document.querySelector(".hatches defs");s&&r.append(s.cloneNode(!0)),r.append(A("rect",{width:e,
height:n,fill:"#e8eef2"}));let i=[...h.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort((l,c)=>Number(getComputedStyle(
l).zIndex)-Number(getComputedStyle(c).zIndex));for(let l of i){let c=A("g",{opacity:getComputedStyle(l).opacity});for(let f of l.
children){if(f.classList.contains("leaflet-pane")||f.hidden)continue;let p=o(f),m={x:p.left,y:p.top,width:p.width,height:p.
height};if(f.tagName==="svg"){let w=f.cloneNode(!0);w.removeAttribute("style");for(let[g,y]of Object.entries(m))w.setAttribute(
g,y);c.append(w)}else if(f.tagName==="CANVAS"||f.tagName==="IMG"){let w=f.tagName==="IMG"?f.src:f.toDataURL(),g=f.style.
opacity||1;c.append(A("image",{...m,href:w,opacity:g,preserveAspectRatio:"none"}))}else if(f.querySelector("svg")){let w=f.
querySelector("svg"),g=w.cloneNode(!0),y=o(w);g.setAttribute("x",y.left),g.setAttribute("y",y.top),g.setAttribute("overf\
low","visible"),c.append(g)}else f.textContent.trim()&&p.width&&c.append(Yc(f,p))}r.append(c)}return{picture:r,width:e,height:n}}var Kc=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function Xc(t){
let e=4294967295;for(let n of t)e=Kc[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function Jc(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(m,w)=>{let g=new DataView(new ArrayBuffer(4+w.reduce((v,[S])=>v+S,0)));g.setUint32(0,m,!0);let y=4;for(let[v,
S]of w)v===2?g.setUint16(y,S,!0):g.setUint32(y,S,!0),y+=v;return new Uint8Array(g.buffer)};for(let{name:m,text:w}of t){let[
g,y]=[e.encode(m),e.encode(w)],v=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Xc(y)],[4,y.length],[4,y.length],[2,g.length],[2,
0]],S=s(67324752,v),M=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...v,...M]),g),n.push(S,g,y),r+=S.length+
g.length+y.length}let i=o.reduce((m,w)=>m+w.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,i],[4,r],[
2,0]]),c=[...n,...o,l],f=new Uint8Array(c.reduce((m,w)=>m+w.length,0)),p=0;for(let m of c)f.set(m,p),p+=m.length;return f}
function Wi(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function Zc(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${Wi(t)}</t></is></c>`}var Ui="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",ur="http://schemas.openxmlformats.org/package/2006",ji="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",_i="application/vnd.openxmlformats-officedocument.spread\
sheetml",nn=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function Zn(t,e){let n=Wi(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(Zc).join("")}</row\
>`).join(""),r=(s,i,l)=>`<Relationship Id="${s}" Type="${ji}/${i}" Target="${l}"/>`;return Jc([{name:"[Content_Types].xm\
l",text:`${nn}<Types xmlns="${ur}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${_i}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${_i}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${nn}<Relationships xmlns="${ur}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${nn}<workbook xmlns="${Ui}" xmlns:r="${ji}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${nn}<Relationships\
 xmlns="${ur}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${nn}<worksheet xmlns="${Ui}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function fr(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function Qc(t,e,n){let o=e.map(s=>{let i=t.data.columns[s];return u(i.title)+(i.unit?` (${u(i.unit)})`:"")}),r=n.map(s=>e.
map(i=>{let l=t.data.columns[i],c=j(t.data,i,s);return c==null?null:V(l)||l.year?c:X(l,c,t,i)}));return[o,...r]}function Gi(){
let t=document.querySelector("#figures .chart svg");return t?Fi(t,640,208):null}function Hi(t,e,n){let o=c=>`${en(b.name,
u(t.title))}.${c}`,r=()=>Qc(t,e,n),s=async()=>{let c=fr(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let f=a(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(f),f.select(),document.execCommand("copy"),f.remove()}tt(
u("copied"))},i=(c,f,p)=>a("button",{type:"button",id:`take-${c}`,onclick:p},f),l=document.querySelector.bind(document);
return a("details.takeout",{},a("summary",{id:"take-out"},u("takeOut")),a("div.row",{},i("copy",u("copyTable"),s),i("csv",
"CSV",()=>Pt(o("csv"),"text/csv",`\uFEFF${fr(r(),",")}\r
`)),i("xlsx","XLSX",()=>Pt(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",Zn(u(t.title),r()))),
i("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&Pt(o("svg"),"image/svg+xml",lr(Gi()))}),i("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&cr(o("png"),Gi(),640,208)}),i("map-png",u("mapPng"),()=>{let{picture:c,width:f,height:p}=Di();
cr(`${en(b.name,u("map"))}.png`,c,f,p)})))}var Bt=document.getElementById("figures"),to=document.getElementById("figures-toggle"),C={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},tu=26;function mr(){let t=z.filter(r=>d.shown[r.number]&&r.geometry!=="raster"),
e=t.find(r=>r.number===C.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="o\
utline");return o[o.length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function qi(){let t=mr();
return!t||t.data.count<=5e3}function hr(t){let e=C.hidden.get(t.table),n=Yi(t);return e?n.filter((o,r)=>r===0||!e.has(o)):
n}function eu(t){let e=C.hidden.get(t.table)??new Set;return a("details.columns",{open:C.choosing,ontoggle:n=>{C.choosing=
n.target.open}},a("summary",{id:"figures-columns"},u("columns")),a("div.values-list",{role:"group","aria-label":u("colum\
ns")},Yi(t).slice(1).map((n,o)=>a("label",{},a("input",{type:"checkbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{
e.delete(n)||e.add(n),C.hidden.set(t.table,e),zt()}}),x(u(t.data.columns[n].title))))))}var nu=/%|‰|率|\/|per |km$|千米$|人\/|户均/;
function ou(t,e){let n=e.map((o,r)=>{let s=t.data.columns[o];if(r===0||!V(s)||!s.unit||nu.test(`${s.unit.zh} ${s.title.zh}`))
return null;let i=C.rows.map(l=>j(t.data,o,l)).filter(l=>typeof l=="number");return i.length?{sum:i.reduce((l,c)=>l+c,0),
missing:C.rows.length-i.length}:null});return n.every(o=>o===null)?null:a("tfoot",{},a("tr",{},e.map((o,r)=>r===0?a("th",
{scope:"row"},u("total")):a("td.number",{},n[r]?Z(n[r].sum):"",n[r]?.missing?a("span.unit",{},I("unknown",n[r].missing)):
null))))}function pr(t){C.wide=t,document.body.classList.toggle("figures-wide",t),zt()}function Yi(t){let{columns:e,count:n}=t.
data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&jt(e,r)).filter((r,s)=>s===0||r===t.column||!Array.
from({length:n}).some((i,l)=>{let c=j(t.data,r,l);return typeof c=="string"&&!jt(e[r].words,c)&&(c.length>tu||c.includes(
`
`))}))}function ru(t,e,n){let o=t.data,r=new Intl.Collator(d.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,p)=>p).filter(f=>Yt(t,f));if(!e)return s;let i=o.columns[e],l=new Map(s.map(f=>{let p=j(o,e,f);return p==null?
[f,null]:[f,typeof p=="number"?p:X(i,p,t,e)]})),c=n?-1:1;return s.sort((f,p)=>{let[m,w]=[l.get(f),l.get(p)];if(m===null||
w===null)return(m===null)-(w===null)||f-p;let g=typeof m=="number"&&typeof w=="number"?m-w:r.compare(m,w);return c*g||f-
p})}function su(t){if(d.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=d.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function iu(){return Ut().headlines.length?a("dl.headlines",{},Ut().
headlines.map(t=>su(b.headlines[t])).map(t=>a("div",{title:u("credits")+t.sources.map(u).join("; ")},a("dt",{},x(u(t.title))),
a("dd",{},t.before&&t.value!==null?x(`${u(t.before)} `):null,a("strong",{},au(t)),t.unit&&t.value!==null?x(` ${u(t.unit)}`):
null,t.of!==null?a("span.of",{},I("ofAll",t.of)):null,t.derived?J():null,d.year!==null&&!t.years?a("span.note",{},u("eve\
ryYearAlike")):null,t.missing?a("span.note",{},I("unknown",t.missing)):null,t.point&&t.value!==null?x(`${u(t.point)} ${Qn(
t.value)}`,"span.note"):null,t.worth?x(u(t.worth),"span.note"):null)))):null}function au(t){if(t.value===null)return"—";
if(!t.point)return Qn(t.value);let[e,n]=[Qn(t.low),Qn(t.high)];return e===n?e:`${e}–${n}`}function Qn(t){return Math.abs(
t)>=1e3?Z(Math.round(t)):Z(Math.round(t*10)/10)}function lu(t,e){let n=t.data.columns[e];C.down=C.sort===e?!C.down:V(n),
C.sort=e,zt(),document.getElementById(`sort-${hr(t).indexOf(e)}`).focus()}function cu(t,e,n){let o=t.data.columns[e],r=C.
sort===e;return a(V(o)?"th.number":"th",{scope:"col","aria-sort":r?C.down?"descending":"ascending":"none"},a("button",{type:"\
button",id:`sort-${n}`,onclick:()=>lu(t,e)},x(u(o.title)),a("span.arrow",{"aria-hidden":"true"},r?C.down?"▼":"▲":"")),
o.unit?a("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?J():null)}function Vi(t,e,n){C.wide&&pr(!1),Ct(t,e,!1,n)}function uu(t,e,n){
let o=t.data,r=a("tr",{"data-row":String(n),onclick:s=>{s.target.closest("button")||Vi(t,n,!1)}});return e.forEach((s,i)=>{
let l=o.columns[s],c=X(l,j(o,s,n),t,s);if(i===0){r.append(a("th",{scope:"row"},a("button",{type:"button",dir:"auto",onclick:f=>Vi(
t,n,f.detail===0)},c)));return}r.append(a(V(l)?"td.number":"td",{dir:V(l)?null:"auto"},s===t.column&&t.style.kind!=="out\
line"?a("span.dot",{style:{"--color":Pn(t,n)}}):null,c))}),r}function fu(t){let e=z.filter(n=>d.shown[n.number]&&n.geometry!==
"raster").reverse();return a("label.pick",{},a("span",{},u("tableOf")),a("select",{id:"figures-layer",onchange:n=>{Object.
assign(C,{picked:Number(n.target.value),sort:null,most:200}),zt()}},e.map(n=>a("option",{value:String(n.number),selected:n===
t},u(n.title)))))}function pu(t){let e=hr(t),n=C.rows.slice(0,C.most),o=a("table",{onmouseover:r=>Jt(t,fe(r)),onmouseleave:()=>Jt(
t,null),onfocusin:r=>Jt(t,fe(r))},a("caption",{},x(u(t.title)),a("span.count",{},` ${I("tableRows",C.rows.length)}`)),a(
"thead",{},a("tr",{},e.map((r,s)=>cu(t,r,s)))),a("tbody",{},n.map(r=>uu(t,e,r))),ou(t,e));return[C.rows.length?null:a("p\
.hint",{},u("nothingDue")),a("div.table",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<C.rows.length?a(
"button.more",{type:"button",id:"figures-more",onclick:()=>{C.most+=500,zt()}},u("more")):null]}function zt(){if(to.replaceChildren(
u("figures")),Bt.setAttribute("aria-label",u("figuresTitle")),!C.open)return;let t=Bt.contains(document.activeElement)?document.
activeElement.id:null,{scrollTop:e}=Bt,n=mr(),o=[a("div.figures-head",{},a("h2",{},u("figuresTitle")),a("button.wide",{type:"\
button",id:"figures-wide","aria-pressed":String(C.wide),onclick:()=>pr(!C.wide)},u(C.wide?"narrowTable":"wideTable")),a(
"button.close",{type:"button",id:"figures-close","aria-label":u("close"),onclick:()=>{C.wide&&pr(!1),Nt(!1),to.focus()}},
"×")),iu()];if(n){let r=hr(n);if(!r.includes(C.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];C.sort=s||null,
C.down=!!(s&&V(n.data.columns[s]))}C.rows=ru(n,C.sort,C.down),o.push(fu(n),Ri(n),a("div.table-tools",{},eu(n),Hi(n,r,C.rows)),
Bi(n,C.sort,C.rows),pu(n))}else o.push(a("p.hint",{},u("nothingShown")));Bt.replaceChildren(...o.flat(1/0).filter(Boolean)),
Bt.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),dr(!1)}function dr(t){if(!C.open)return;
let e=mr();if(!e)return;let n=d.chosen&&d.chosen.layer.table===e.table?d.chosen:null,o=_e.find(l=>l.layer.table===e.table),
r=o?new Set(o.place.rows):new Set;Bt.querySelectorAll("[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.
toggle("hovered",r.has(c));let f=!!n&&(n.place?n.place.rows.includes(c):n.row===c);l.classList.toggle("picked",f),l.tagName===
"TR"&&l.setAttribute("aria-selected",String(f)),t&&f&&l.tagName==="TR"&&du(l)});let s=Bt.querySelector(".chart-note"),i=o?
o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(...Ni(e,C.sort,i))}function du(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,
t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function Nt(t){
_n(()=>{C.open=t,t&&$("opened","figures"),Bt.hidden=!t,document.body.classList.toggle("figures-open",t),to.setAttribute(
"aria-expanded",String(t)),zt()})}function Ki(){to.addEventListener("click",()=>Nt(!C.open)),document.addEventListener("\
keydown",t=>{t.key==="Escape"&&_.matches&&C.open&&Nt(!1)}),E("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&_.
matches)&&C.open&&Nt(!1)}),E("language",zt),E("layers",zt);for(let t of["year","filter","map"])E(t,zt);E("hover",()=>dr(
!1));for(let t of["chosen","docked"])E(t,()=>dr(!0))}function on(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function gr({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(on);return{code:n||"",zh:on(t??""),en:on(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(on),initials:r.map(s=>s.slice(0,1)).join("")}}function mu(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var hu=3;function Xi({entry:t,fit:e}){
return t.unit&&e<=hu?0:1}function Ji(t,e,n){let o=on(e);return o?t.map(r=>({entry:r,fit:mu(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Xi(r)-Xi(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var yr=document.getElementById("search"),gu=12,wr=null,H=[],ct=-1;function wu(){let t=[],e=new Set,n=r=>z.some(s=>s.table===
r&&d.shown[s.number]);Object.keys(b.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=b.tables[r],{search:i}=s,l=i.name?s.
columns[i.name]:null;for(let c=0;c<s.count;c++){let f=l?N(l.values,c):null,p=l?.english?N(l.english,c):null,m=i.code?i.code[c]:
null,w=m?`${m} ${f}`:null;if(f===null&&p===null&&m===null||w&&e.has(w))continue;w&&e.add(w);let g=i.pinyin?N(i.pinyin,c):
null,y=m!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:y,...gr({zh:f,en:p,code:m,pinyin:g})})}});for(let r of b.
elsewhere??[])r.zh.forEach((s,i)=>{let l=r.en?.[i]??null;if(s===null&&l===null)return;let c=r.pinyin[i];t.push({elsewhere:r,
row:i,...gr({zh:s,en:l,code:null,pinyin:c})})});return t}function Zi(t){return wr=wr||wu(),Ji(wr,t,gu)}function Qi(t){let e=z.
filter(n=>n.table===t);return e.filter(n=>d.shown[n.number]).pop()||e.find(me)||e[0]}function ta(t,e){let n=Object.prototype.
hasOwnProperty.call(b.tables,t)&&b.tables[t];if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,i=Array.
from({length:r},(l,c)=>c).find(l=>o.code?.[l]===e||s&&N(s.values,l)===e);i!==void 0&&br({table:t,row:i})}function br(t){
if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,i=r[t.row]??s[t.row];window.location.href=`${n}${b.ending}${Ms(
o,i)}&lang=${d.lang}`;return}let e=Qi(t.table);yu(),rs(e),d.year!==null&&!Bo(e,t.row)&&gt(null),Ct(e,t.row,!0,!0),_.matches&&
Nt(!1)}function yu(){H=[],ct=-1,rn()}function bu(t){if(t.elsewhere){let{zh:s,en:i,title:l,layer:c}=t.elsewhere,f=[s[t.row],
i?.[t.row]??null].filter(p=>p!==null);return d.lang==="en"&&f.reverse(),[x(f[0],"strong.datum"),f[1]?x(f[1],"span.other"):
null,a("span.of",{},x(u(c)),` · ${u("onMap")} `,x(u(l)))]}let e=Qi(t.table),n=b.tables[t.table],o=n.search.name?n.columns[n.
search.name]:null,r=o?.english?N(d.lang==="zh"?o.english:o.values,t.row):null;return[x(q(e,t.row),"strong.datum"),r?x(r,
"span.other"):null,a("span.of",{},t.code?`${t.code} · `:"",x(u(e.title)),me(e)?null:[` · ${u("onMap")} `,x(he(e))])]}function rn(){
let t=document.getElementById("search-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===
e;t.replaceChildren(...H.map((r,s)=>a("li",{id:`found-${s}`,role:"option","aria-selected":String(s===ct),onmousedown:i=>{
i.preventDefault(),br(r)}},bu(r))));let o=document.getElementById("search-none");o.hidden=H.length>0||!n||ct===-2,o.textContent=
u("nothingFound"),t.hidden=!H.length,e.setAttribute("aria-expanded",String(H.length>0)),ct>=0?(e.setAttribute("aria-acti\
vedescendant",`found-${ct}`),document.getElementById(`found-${ct}`).scrollIntoView({block:"nearest"})):e.removeAttribute(
"aria-activedescendant")}function xu(t){H=Zi(t.target.value),ct=H.length?0:-1,rn(),t.target.value.trim()&&tt(H.length?I(
"found",H.length):u("nothingFound"))}function ku(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&H.length?(t.preventDefault(),
ct=(ct+e+H.length)%H.length,rn()):t.key==="Escape"&&(t.stopPropagation(),H.length||(t.target.value=""),H=[],ct=-2,rn())}
function vu(){let t=document.getElementById("search-input");yr.setAttribute("aria-label",u("search")),yr.replaceChildren(
a("div.field",{},Ft("search"),a("input",{id:"search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"ar\
ia-label":`${u("search")}: ${u("searchHint")}`,"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"\
false",spellcheck:!1,value:t?t.value:"",oninput:xu,onkeydown:ku,onblur:()=>{ct=-2,H=[],rn()}})),a("ul",{id:"search-list",
role:"listbox","aria-label":u("search"),hidden:!0}),a("p",{id:"search-none",hidden:!0}))}function ea(){yr.addEventListener(
"submit",t=>{t.preventDefault();let e=document.getElementById("search-input");H.length||(H=Zi(e.value)),H.length&&br(H[Math.
max(0,ct)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||
(t.preventDefault(),document.getElementById("search-input").focus())}),E("language",vu)}var re={last:"",timer:0,ready:!1},ra=zs(z),kr=[];function sa(t){kr.push(t)}var ia=(b.maps??[]).map(t=>t.name);function aa(){
return Es(window.location.hash,{keys:ra,groups:b.groups.length,years:Q,maps:ia,columns:Object.fromEntries(Object.entries(
b.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function la(){let{lat:t,lng:e}=h.getCenter(),n=kr.flatMap(o=>o.
write());return Ls({zoom:h.getZoom(),lat:t,lng:e},d,ra,n,ia)}function na(t){if(t.map!==void 0&&kn(t.map),t.filter||d.filter.
size){d.filter.clear();for(let[n,o]of t.filter??[])d.filter.set(n,o);$("filter")}t.shown&&z.forEach((n,o)=>{d.shown[o]!==
t.shown[o]&&K(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{xn(o,n)}),gt(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of kr)n.follow(e);t.view&&h.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
$("linked",t.more),t.profile&&$("profile",t.profile),t.find&&ta(t.find.table,t.find.name),re.ready=!0}function oa(){!re.
ready||Jn()||(clearTimeout(re.timer),re.timer=setTimeout(()=>{if(!Jn()){re.last=la();try{window.history.replaceState(null,
"",re.last)}catch{}}},120))}async function ca(){let t=window.location.href.split("#")[0]+la(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}mt(()=>[a("h2",{id:"about-title"},u("linkTitle")),a("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),a("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var xr=aa();function ua(){xr.lang&&(d.lang=xr.lang)}function fa(){na(xr),window.
addEventListener("hashchange",()=>{if(window.location.hash===re.last)return;let e=aa();e.lang&&e.lang!==d.lang&&(d.lang=
e.lang,$("language")),na(e)}),h.on("moveend",oa);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
E(e,oa)}var Su=k.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!_.matches}),k.DomEvent.disableClickPropagation(
this.box),E("language",()=>this.write()),this.box},write(){let t=new Map;for(let r of[...b.context?.layers??[]].reverse())
for(let s of r.sources)t.set(u(s),null);for(let r of Object.values(b.tables).flatMap(s=>s.sources)){let s=u(r.title);t.get(
s)||t.set(s,r.link?r.url:null)}for(let r of b.headlines.flatMap(s=>s.sources.map(u)))t.has(r)||t.set(r,null);let e=[[u(b.
attribution),null],b.basemap?[u(b.basemap.attribution),null]:["",null],...t].filter(([r])=>r),n=a(b.review?"span.review":
"span.review.unset",{},u("review"),b.review?x(b.review):u("noReview")),o=a("div.credits",{tabIndex:0},a("span",{},u("cre\
dits")));e.forEach(([r,s],i)=>{o.append(i?"; ":"",s?ue(s,r):x(r))}),this.box.replaceChildren(a("summary",{},n),o)}}),zu=k.
Control.extend({onAdd(){let t=(e,n,o)=>a("button",{type:"button","data-say":e,onclick:o},n);return this.box=a("div.zoom.\
leaflet-bar",{},t("zoomIn","+",()=>h.zoomIn()),t("zoomOut","−",()=>h.zoomOut()),t("home",Ft("home"),Ge)),k.DomEvent.disableClickPropagation(
this.box),E("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.dataset.
say),t.setAttribute("aria-label",t.title)})}});function Mu(){document.fullscreenElement?document.exitFullscreen():document.
documentElement.requestFullscreen().catch(()=>tt(u("full")))}var Eu=[["measure",()=>Yn(!d.measuring)],["compare",()=>zn(
!hs())],["full",Mu],["link",ca],["print",Ci]],Lu=k.Control.extend({onAdd(){let t=Eu.filter(([e])=>e!=="full"||document.fullscreenEnabled);
return this.box=a("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,onclick:n,"ari\
a-pressed":e==="measure"||e==="compare"?"false":null},Ft(e)))),k.DomEvent.disableClickPropagation(this.box),E("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function pa(){let t=new Su({position:"bottomright"}).addTo(h);return new zu({position:_.
matches?"bottomright":"topright"}).addTo(h),new Lu({position:"topright"}).addTo(h),k.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(h),document.addEventListener("fullscreenchange",()=>h.invalidateSize({animate:!1})),t.box}var ha=ot("gisplan-counts",588);ha.classList.add("leaflet-zoom-hide");var sn=16;function Tu(t,e){let[n,o]=[t/2+e*.5,sn/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-sn/2-e-2],[0,sn/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function da(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function ma(){let t=z.filter(r=>r.geometry==="point"&&d.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:h.latLngToLayerPoint(s.point),count:F(r,s).length,radius:G[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:i,own:l})=>{let c=String(s),f=8+7*c.length,p=Tu(f,i).map(([y,v])=>[r.x+y-f/2,r.y+v-sn/2,r.x+y+f/2,r.y+v+sn/2]),m=p.
filter(y=>n.every(v=>da(y,v))),w=m.find(y=>e.every((v,S)=>S===l||da(y,v)))||m[0]||p[0];n.push(w);let g=a("span.mark-coun\
t",{"aria-hidden":"true"},c);return g.style.width=`${f}px`,k.DomUtil.setPosition(g,k.point(Math.round(w[0]),Math.round(w[1]))),
g});ha.replaceChildren(...o)}function ga(){h.on("zoomend viewreset resize",ma);let t=["language","layers","year","kept",
"filter","paper"];for(let e of t)E(e,ma)}var vr="东经|西经|北纬|南纬|经度|纬度|[NSEW]",wa=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,$u=new RegExp(`(${vr})?\\s*[:：=]?\\s*${wa}`,"gi"),
Ou=new RegExp(`()${wa}(?:\\s*(${vr}))?`,"gi"),Au={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},Cu=new Set(["西经","南纬","W","S"]);function Pu(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${vr})`,"i").test(e),r=e.replace(o?$u:Ou,(s,i,l,c,f,p)=>{let m=(i||(typeof p=="s\
tring"?p:"")).toUpperCase(),w=/^[−-]/.test(l)?-1:1,g=Math.abs(parseFloat(l.replace("−","-"))),y=w*(g+(c?c/60:0)+(f?f/
3600:0)),v=(c===void 0||c<60)&&(f===void 0||f<60);return n.push({value:Cu.has(m)?-y:y,axis:Au[m]||null,short:v})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function ya(t,e){let n=Pu(t);if(n.length!==2||n.some(w=>!w.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,i=o.axis==="lat"||r.axis==="lon",l=(w,g)=>Math.abs(w)<=180&&Math.abs(g)<=90,c=i?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let f=c.findIndex(([w,g])=>l(w,g)&&e(w,g));if(f<0)return{fault:c.
some(([w,g])=>l(w,g))?"tooFar":"outOfRange"};let[p,m]=c[f].map(Bu);return{lon:p,lat:m,note:f===1?"swapped":null}}function Bu(t){
return Math.round(t*1e6)/1e6}var Nu=[72.004,.8293,137.8347,55.8271],Iu=.1,va=1e-9,ba=6378245,xa=1-(1-1/298.3)**2,{PI:nt,sin:st,cos:zr,sqrt:Sr,abs:eo,
atan2:Ru,hypot:Fu}=Math;function ka(t,e,n=0){let[o,r,s,i]=Nu;return t>=o-n&&t<=s+n&&e>=r-n&&e<=i+n}function Sa(t,e){let[
n,o]=[t-105,e-35],r=(20*st(6*n*nt)+20*st(2*n*nt))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*Sr(eo(n))+r+(20*st(n*nt)+40*st(n/3*
nt))*(2/3)+(150*st(n/12*nt)+300*st(n/30*nt))*(2/3),i=-100+2*n+3*o+.2*o*o+.1*n*o+.2*Sr(eo(n))+r+(20*st(o*nt)+40*st(o/3*nt))*
(2/3)+(160*st(o/12*nt)+320*st(o*nt/30))*(2/3),l=e*nt/180,c=1-xa*st(l)**2,f=Sr(c);return[s*180/(ba/f*zr(l)*nt),i*180/(ba*
(1-xa)/(c*f)*nt)]}function Du(t,e){let n=16.666666666666668*nt,o=Fu(t,e)+2e-5*st(e*n),r=Ru(e,t)+3e-6*zr(t*n);return[o*zr(
r)+.0065-t,o*st(r)+.006-e]}function Uu(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[i,l]=t(o,r),c=Math.max(eo(e-i-o),
eo(n-l-r));if([o,r]=[e-i,n-l],c<va)break}return[o,r]}function za(t,e,n){if(!ka(t,e,Iu))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=Uu(s,o,r);return ka(o,r,va)?[o,r]:[t,e]}function Ma(t,e){return za(t,e,[Sa])}function Ea(t,e){return za(t,e,[Du,Sa])}function Ta(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function $a(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=p=>n.split(p).length,r=["	",",",";","，"].sort((p,m)=>o(
m)-o(p))[0],s=[],[i,l,c]=[[],"",!1],f=()=>{i.push(l.trim()),l=""};for(let p=0;p<e.length;p++){let m=e[p];c?m!=='"'?l+=m:
e[p+1]==='"'?l+=e[++p]:c=!1:m==='"'&&l.trim()===""?(c=!0,l=""):m===r?f():m===`
`||m==="\r"?(m==="\r"&&e[p+1]===`
`&&p++,f(),s.push(i),i=[]):l+=m}return(l||i.length)&&(f(),s.push(i)),s}var Oa={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function ju(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(Oa).map(([n,o])=>[n,e(o)]))}
var Er={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:Ma,bd09:Ea},Aa=Object.keys(Er);function Mr(t,e,n){t.push({row:e,why:n})}
function La(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function Ca(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,i=ju(r),[l,c]=[[],[]],f=i.lon>=0&&i.lat>=0||i.both>=0;return s.forEach((p,m)=>{let w=m+2;if(p.
every(S=>S===""||S===null))return;let g=i.name>=0?String(p[i.name]??""):"",y=null,v="ownNoPlace";if(f){let S=i.both>=0?n(
String(p[i.both]??"")):{lon:La(p[i.lon]),lat:La(p[i.lat])},M=i.both>=0?String(p[i.both]??"")!=="":`${p[i.lon]??""}${p[i.
lat]??""}`.trim()!=="",{lon:L,lat:B}=S;if(Number.isFinite(L)&&Number.isFinite(B)&&Math.abs(L)<=180&&Math.abs(B)<=90){let[
R,it]=Er[e](L,B);y={lon:R,lat:it,exact:!0}}else M&&(v=Math.abs(L)>1e3?"ownProjected":"ownNotCoordinate")}if(!y&&v==="own\
NoPlace"&&i.unit>=0&&p[i.unit]){let S=o(String(p[i.unit]));S?y={...S,exact:!1}:v="ownNoUnit"}if(!y)Mr(c,w,v);else{let S=Object.
fromEntries(r.map((M,L)=>[M||`#${L+1}`,p[L]]).filter(([,M])=>M!==""&&M!=null));l.push({row:w,name:g||`#${w}`,...y,cells:S})}}),
{taken:l,refused:c}}function Pa(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],i=([f,p])=>Number.isFinite(f)&&Number.isFinite(p)&&Math.
abs(f)<=180&&Math.abs(p)<=90,l=f=>typeof f?.[0]=="number"?[f]:(f??[]).flatMap(l),c=f=>typeof f[0]=="number"?Er[e](f[0],f[1]):
f.map(c);return n.forEach((f,p)=>{let m=f?.geometry,w=f?.properties??{},g=p+1,y=l(m?.coordinates),v=y.some(([S])=>Math.abs(
S)>1e3)?"ownProjected":"ownNotCoordinate";if(!m||!y.length)Mr(r,g,"ownNoPlace");else if(!y.every(i))Mr(r,g,v);else if(m.
type==="Point"){let[S,M]=c(m.coordinates),L=Object.keys(w).find(R=>Oa.name.test(R)),B=L?String(w[L]):`#${g}`;o.push({row:g,
name:B,lon:S,lat:M,exact:!0,cells:w})}else s.push({type:"Feature",properties:w,geometry:{type:m.type,coordinates:c(m.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function _u(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function Wu(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let i=n.
getUint16(o+10,!0);i>0;i--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],f=[28,30,32].map(w=>n.getUint16(s+w,!0)),
p=new TextDecoder().decode(t.subarray(s+46,s+46+f[0])),m=n.getUint32(s+42,!0);if(e(p)){let w=m+30+n.getUint16(m+26,!0)+n.
getUint16(m+28,!0),g=t.subarray(w,w+c);r[p]=new TextDecoder().decode(l===8?await _u(g):g)}s+=46+f[0]+f[1]+f[2]}return r}
function Lr(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function Gu(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function Hu(t){let e=await Wu(t,i=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(i)),n=i=>[...i.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...Lr(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(i=>i.includes("/sheet")).sort((i,l)=>Number(/\d+/.exec(i)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let i of Lr(e[r]).getElementsByTagName("row")){let l=[];for(let f of i.
getElementsByTagName("c")){let p=f.getElementsByTagName("v")[0]?.textContent??"",m=f.getAttribute("t"),w=m==="s"?o[Number(
p)]:m==="inlineStr"?n(f):p;l[Gu(f.getAttribute("r"))??l.length]=w??""}let c=Number(i.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,f=>f??"")}return Array.from(s,i=>i??[])}function Vu(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...Lr(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[i]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),f=null;
return i?f={type:"Point",coordinates:n(i)[0]}:l?f={type:"LineString",coordinates:n(l)}:c&&(f={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:f}})}}async function Ba(t){
if(t[0]===80&&t[1]===75)return{rows:await Hu(t)};let e=Ta(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:Vu(e)}:{rows:$a(e)}}var Na="#7a0177",qu={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},Yu=2e7,Y={name:"",
content:null,datum:"wgs84",result:null,fault:null},It=null;function Ku(t){let e=t.trim(),n=new Map;for(let i of z)i.geometry!==
"polygon"||!i.data.search.code||i.data.search.code.forEach((l,c)=>{let f=i.data.columns[i.data.search.name],p=[f?.values,
f?.english].filter(Boolean).map(g=>Array.isArray(g)?g[c]:g.words[g.of===0?0:g.of[c]]).filter(Boolean),m=p.filter(g=>g.length>
2).map(g=>g.slice(0,-1)),w=p.some(g=>e.length>g.length&&e.endsWith(g));(l===e||p.includes(e)||m.includes(e)||w)&&i.places[c]?.
anchor&&n.set(l,i.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var Xu=(t,e)=>{let[n,o,r,s]=b.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function Ia(){let{content:t}=Y;
t&&(Y.result=t.features?Pa(t.features,Y.datum):Ca(t.rows,Y.datum,{readCoordinate:e=>ya(e,Xu),unitOf:Ku}),Zu())}function Ju(t){
let e=a("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
a("dt",{},x(n)),a("dd",{dir:"auto"},r))}return a("div.identify",{},x(Y.name,"span.kicker"),x(t.name,"strong.datum"),e,a(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function Zu(){It.clearLayers();let{taken:t,shapes:e=[]}=Y.
result;for(let o of e)k.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:Na,weight:2,fillOpacity:.12}}).addTo(It);
for(let o of t){let r=Xt(o.exact?"site":"county",Na),s=parseFloat(r.style.getPropertyValue("--size")),i=k.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:k.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(It),
l=c=>te(i.getLatLng(),()=>Ju(o),c);i.on("click",()=>l(!1)),i.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),i.
getElement().setAttribute("aria-label",o.name)}let n=It.getLayers().length?k.featureGroup(It.getLayers()).getBounds():null;
n?.isValid()&&h.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function Ra(t,e){Object.assign(Y,{name:t,content:null,
result:null,fault:null}),It.clearLayers();try{if(e.length>Yu)throw new Error("large");Y.content=await Ba(e),Ia(),tt(I("o\
wnTaken",Y.result.taken.length))}catch(n){Y.fault=n.message==="large"?"ownLarge":"ownUnread"}no()}async function Fa(t){t&&
await Ra(t.name,new Uint8Array(await t.arrayBuffer()))}function Qu(){if(Y.fault)return a("p.fault",{role:"alert"},u(Y.fault));
if(!Y.result)return null;let{taken:t,refused:e,shapes:n=[]}=Y.result;return[a("h3",{},x(Y.name)),a("p",{id:"own-taken"},
I("ownTaken",t.length),n.length?` ${I("ownShapes",n.length)}`:"",e.length?` ${I("ownRefused",e.length)}`:""),e.length?a(
"ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>a("li",{},I("ownRow",o),u(r)))):null,a("div.row",{},b.
evaluate&&t.length?a("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").close(),$(
"bring",t)}},u("ownCandidates")):null,a("button",{type:"button",id:"own-clear",onclick:()=>{It.clearLayers(),Object.assign(
Y,{name:"",content:null,result:null,fault:null}),no()}},u("ownClear")))]}function tf(){return[a("h2",{id:"about-title"},
u("own")),a("p.lead",{},u("ownHint")),a("label.field",{},u("ownDatum")," ",a("select",{id:"own-datum",onchange:t=>{Y.datum=
t.target.value,Ia(),no()}},Aa.map(t=>a("option",{value:t,selected:t===Y.datum},u(qu[t])))))," ",a("label.load",{},u("own\
File"),a("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>Fa(t.target.files[0])})),
a("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),a("button",{type:"button",id:"\
own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&Ra(u("ownPasted"),new TextEncoder().encode(
t))}},u("ownTake")),a("div.own-result",{},Qu())]}function no(){mt(tf)}function Da(){h.createPane("gisplan-own").style.zIndex=
587,It=k.layerGroup().addTo(h);let t=a("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:no});document.
getElementById("about-open").before(t),E("language",()=>{t.replaceChildren(a("span.long",{},u("own")),a("span.short",{},
u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes("Files")&&
(n.preventDefault(),e==="drop"&&Fa(n.dataTransfer.files[0]))})}function ef(t){let e=[u(t.publisher),t.date].filter(Boolean),n=a("li",{},x(u(t.title)));for(let o of e)n.append(" · ",x(
o));return t.url&&n.append(" · ",t.link?ue(t.url,t.url):x(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},u(t.note))),
n}function nf(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=a("dl.values"),o=(s,...i)=>n.append(a("dt",{},u(s)),
a("dd",{},...i));t.vintage&&o("vintage",x(t.vintage)),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(ef))),t.
licence&&o("licence",x(t.licence)),e.length&&o("meaning",a("ul.plain",{},e.map(s=>a("li",{},x(u(s.title),"strong.datum"),
s.derived?J():null," ",x(u(s.meaning))))));let r=b.maps?[...new Set(z.filter(s=>s.data===t).map(he))]:[];return r.length&&
o("maps",r.map((s,i)=>[i?"；":"",x(s)])),a("section",{},a("h3",{dir:"auto"},u(t.title)),a("p",{dir:"auto"},u(t.description)),
n)}function Ua(){return[a("h2",{id:"about-title"},u("about")),a("p.lead",{dir:"auto"},u(b.description)),Object.values(b.
tables).map(nf),a("p.software",{},u("software"))]}var _a=document.getElementById("about-open"),oo=document.getElementById("language");function ja(){document.documentElement.
lang=d.lang==="zh"?"zh-CN":"en";let t=Ut();document.title=b.maps?`${u(t.title)} · ${u(b.title)}`:u(b.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}_a.replaceChildren(...gn(
"about")),oo.replaceChildren(u("language")),oo.setAttribute("aria-label",u("languageHint")),oo.lang=d.lang==="zh"?"en":"\
zh-CN",h.getContainer().setAttribute("role","main"),h.getContainer().setAttribute("aria-label",u("map"))}function Wa(){_a.
addEventListener("click",()=>mt(Ua)),oo.addEventListener("click",()=>{d.lang=d.lang==="zh"?"en":"zh",$("language")}),E("\
language",ja),E("map",ja)}function of(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?a("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):A("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},A("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function Ga(){return ut.length?a("fieldset.context",{},a("legend",{},u("context")),[...ut].reverse().
map(t=>{let e=`context-${t.name}`;return a("div.layer",{},a("div.layer-head",{},a("input",{type:"checkbox",id:e,checked:vt(
t),onchange:n=>xs(t,n.target.checked)}),a("label",{for:e,dir:"auto"},x(u(t.title))),of(t)))})):null}var Tr=document.getElementById("panel"),$r=document.getElementById("panel-toggle");function rf(t,e){return a("input",{type:"\
checkbox",id:e,checked:d.shown[t.number],onchange:n=>K(t,n.target.checked)})}function sf(t,e){return a("input",{type:"ra\
dio",name:"theme",id:e,checked:d.shown[t.number],title:u("oneTheme"),onclick:()=>K(t,!d.shown[t.number])})}function af(t){
let e=`layer-${t.number}`,n=a("div.layer",{},a("div.layer-head",{},Lt(t)?sf(t,e):rf(t,e),a("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?Se(t.style):null)),o=Hn(t);return o.children.length&&(o.hidden=!d.shown[t.number],n.append(
o)),n}function lf(t,e){return a("label.opacity",{title:u("opacity")},a("span",{"aria-hidden":"true"},u("opacityShort")),
a("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),a("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*d.opacity[e]),oninput:n=>xn(e,n.target.valueAsNumber/100)}))}function Ha(){let t=document.activeElement?.
id;Tr.setAttribute("aria-label",u("layers")),Tr.replaceChildren(...Ut().groups.map(e=>[b.groups[e],e]).map(([e,n])=>a("f\
ieldset",{style:{"--group":d.opacity[n]}},a("legend",{dir:"auto"},u(e.title)),lf(e,n),[...e.layers].reverse().map(o=>af(
z[o])))).reverse(),Ga()??""),$r.replaceChildren(...gn("layers")),t&&Tr.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function an(t){document.body.classList.toggle("panel-open",t),$r.setAttribute("aria-expanded",String(t)),t&&$(
"opened","panel"),h.invalidateSize({animate:!1})}function cf(){for(let t of z){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!d.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=d.shown[t.number])}}
function uf(){d.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function Va(){$r.addEventListener("click",()=>an(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&_.matches&&an(!1)}),E("opened",t=>{t!==
"panel"&&_.matches&&an(!1)}),E("language",Ha);for(let t of["year","kept","filter","map"])E(t,Ha);E("layers",cf),E("view",
uf)}var so=document.getElementById("profile"),Or=40;function ff(t,e,n){let o=a("dl.values");for(let{name:r,column:s,value:i}of Ve(
t,n))o.append(a("dt",{},x(u(s.title)),s.derived?J():null),a("dd",{dir:"auto"},at(s,i,e,r)));return o}function pf(t,e){Cr(),
Ct(t,e,!0,!1)}function df({layer:t,rows:e}){let n=t.popup.filter(s=>t.data.columns[s]).slice(0,5),o=s=>a("th",{scope:"co\
l"},u(t.data.columns[s].title)),r=s=>a("tr",{},n.map((i,l)=>{let c=t.data.columns[i],f=Ve(t.data,s,[i])[0]?.value??null,
p=X(c,f,t,i);return l?a("td",{dir:"auto"},p):a("th",{scope:"row"},a("button",{type:"button",dir:"auto",onclick:()=>pf(t,
s)},p))}));return a("table",{},a("thead",{},a("tr",{},n.map(o))),a("tbody",{},e.slice(0,Or).map(r)))}function qa(t){return a(
"p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",a("button",{type:"button",onclick:()=>Ya(e.table,e.data.search.code[n])},
q(e,n))]))}function ro(t,...e){return a("section",{},a("h3",{},t),e)}function mf(t){let e=t.flatMap(n=>n.sources.map(o=>[
u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[...new Set(e)].join("；")}function hf({table:t,
code:e}){let n=ei(t,e);if(!n)return null;let{layer:o,row:r}=n,i=z.filter((p,m)=>p.data.search.code&&z.findIndex(w=>w.table===
p.table)===m).map(p=>({layer:p,row:p.data.search.code.indexOf(e)})).filter(p=>p.row>=0&&Ve(p.layer.data,p.row).length),l=ni(
o,r),c=oi(e),f=ri(o,r);return[a("div.profile-head",{},a("h2",{id:"profile-title"},x(q(o,r))," ",a("small",{},e)),a("div.\
row",{},a("button",{type:"button",id:"profile-print",onclick:()=>window.print()},u("printA4")),a("button",{type:"button",
id:"profile-save",onclick:()=>gf(i)},"XLSX"),a("button.close",{type:"button",id:"profile-close","aria-label":u("close"),
onclick:Cr},"×"))),i.map(p=>ro(x(u(p.layer.data.title)),ff(p.layer.data,p.layer,p.row))),l.map(p=>ro([x(u(p.layer.data.
title)),a("span.count",{},` ${I("items",p.rows.length)}`)],p.rows.length?df(p):null,p.rows.length>Or?a("p.note",{},I("fi\
rstBars",Or)):null,p.vague?a("p.note",{},I("vague",p.vague)):null)),c.length?ro(u("units"),qa(c)):null,f.length?ro(u("ne\
ighbours"),qa(f)):null,a("p.note",{},u("credits"),mf([...i,...l].map(p=>p.layer.data)))]}function gf(t){let e=[[u("sourc\
e"),u("item"),u("value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of t)for(let{name:i,column:l,value:c}of Ve(r.data,
s))e.push([u(r.data.title),u(l.title),V(l)?c:X(l,c,r,i),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);let n=q(t[0].layer,
t[0].row);Pt(`${en(n)}.xlsx`,"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",Zn(n,e))}function Ar(){
let t=d.profile&&hf(d.profile);if(so.hidden=!t,document.body.classList.toggle("profile-open",!!t),!t){d.profile=null;return}
so.setAttribute("aria-labelledby","profile-title"),so.replaceChildren(...a("div",{},t).childNodes)}function Ya(t,e){d.profile=
{table:t,code:e},Ar(),so.scrollTop=0,document.getElementById("profile-close")?.focus(),$("view")}function Cr(){d.profile&&
(d.profile=null,Ar(),$("view"))}function Ka(){E("language",Ar),E("profile",({table:t,code:e})=>Ya(t,e)),document.addEventListener(
"keydown",t=>{t.key==="Escape"&&d.profile&&Cr()})}var ln={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},Xa={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function O(t){return u(ln[t])}function se(t,e){let n=ce(e);return u({zh:Xa[t].zh(
n),en:Xa[t].en(n)})}function io(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function Ja(t){return u({zh:`${t} ${ln.dueBy.zh}`,en:`${ln.dueBy.
en}${t}`})}function Za(t){return u({zh:`${ln.asOf.zh}：${t}`,en:`${ln.asOf.en} ${t}`})}var Me=["met","partly","short","undecided","awaiting"],ft="overdue",cn="aims",wf=["target","milestone"],yf=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],un=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function Qa(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return yf.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Pr(t,e){let n=Qa(e);if(!n)return[];let o=t.
map(s=>s.names.map(Qa)),r=s=>o.map((i,l)=>i.some(s)?l:-1).filter(i=>i>=0);for(let s of[i=>i===n,i=>i===`省${n}`,i=>n.length>
1&&i.includes(n)]){let i=r(s);if(i.length)return i}return[]}function tl(t,e){let n=N(t,e);return n?n.split(" ").map(Number):
[]}function el({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,i=(c,f)=>r[c]?N(r[c].values,f):null,l=(c,f)=>r[c]?
[i(c,f),r[c].english?N(r[c].english,f):null]:[];return Array.from({length:s},(c,f)=>({row:f,item:i("item",f),kind:i("kin\
d",f),state:i("state",f),year:i("year",f),due:i("due",f),lead:tl(e,f),cooperate:tl(n,f),regions:new Map((N(o,f)||"").split(
" ").filter(Boolean).map(p=>p.split(":")).map(([p,m])=>[Number(p),m])),words:[...l("name",f),i("clause",f),i("item",f),i(
"text_zh",f)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function ao(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function Br(t){return wf.
includes(t.kind)}function bf(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Pr(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(f=>c.some(p=>f[p].some(m=>l.has(m))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===cn?Br(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let i=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);i.push(c=>c.regions.has(l))}return t.mark&&o&&i.push(l=>o.has(l.row)),{found:r,here:i}}function Nr(t,e,n){
let{found:o,here:r}=bf(e,n),s=f=>!e.states.length||e.states.includes(f.state)||e.states.includes(ft)&&ao(f,n.day),i=f=>t.
filter(p=>f.every(m=>m(p))),l=i([...o,...r]),c=e.due?Nr(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:i(
[...o,s]),list:xf(l.filter(s))}}function xf(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function lo(t,e){
let n=Object.fromEntries([...Me,ft].map(o=>[o,0]));for(let o of t)n[o.state]++,ao(o,e)&&n[ft]++;return n}function nl(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(i=>i.year===o+s)}))}var kf=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function Ir(t){return kf.test(t)}function ol(t,{regions:e,kinds:n,years:o,rows:r}){let s=(i,l)=>{let c=t.get(i)??"";return l(
c)?c:""};return{...un,unit:(t.get("unit")??"").slice(0,80),role:s("role",i=>["lead","cooperate"].includes(i)),region:s("\
region",i=>e.some(l=>l.code===i)),due:s("due",i=>i==="none"||o.map(String).includes(i)),kind:s("kind",i=>i===cn||n.includes(
i)),states:(t.get("state")??"").split(" ").filter(i=>[...Me,ft].includes(i)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",i=>{let[l,c,...f]=i.split(".");return!f.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",Ir)}}function Rr(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var Ee=b.tasks,wt=Ee?el(Ee):[],pt=Ee?.table,fn=Ee?.units??[],dt=Ee?.regions??[],Fr=Ee?.rows??{},Le=Object.keys(Fr),Dr=[...new Set(
wt.map(t=>t.year))].filter(Boolean).sort(),Ur=[...new Set(wt.map(t=>t.kind))],T={open:!1,asked:un,found:null,chosen:null};
function co(t,e){let n=Fr[t]?N(Fr[t],e):"";return n?n.split(" ").map(Number):[]}function yt(){return T.asked.asOf||ke()}
function pn(t){let[e,n]=t.split("."),o=Dt[e]?.[Number(n)];return o?{name:e,place:o}:null}function Rt(t){T.asked={...T.asked,
...t};let e=T.asked.mark?pn(T.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(o=>co(e.name,o)));T.found=Nr(wt,T.asked,
{units:fn,regions:dt,marked:n,day:yt()}),$("tasks")}var vf={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},sl=60,Sf=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],Te=sl;
function dn(t){return a(`span.sign.state-${t}`,{"aria-hidden":"true"},vf[t])}function $e(t,e){return X(pt.columns[t],e)}
function bt(t){if(t.state===ft)return O("overdue");let e=ao(t,yt())?`${u({zh:"，",en:", "})}${O("overdue")}`:"";return $e(
"state",t.state)+e}function W(t,e){return pt.columns[t]?j(pt,t,e):null}function jr(t){let e=W("form",t.row),n=$e("kind",
t.kind);return e?`${n} · ${$e("form",e)}`:n}function zf(t){let e=[...t.regions].filter(([,n])=>n==="place");return io((e.
length?e:[...t.regions]).map(([n])=>u(dt[n])),4)}function rl(t){let e=W("value",t);if(e==null)return null;let n=W("measu\
re_unit",t)??"";return`${at(pt.columns.value,e)} ${n}`.trim()}function Mf(t,e){let n=a("dl.values"),o=(s,...i)=>{n.append(
a("dt.wide",{},x(s)),a("dd.wide",{dir:"auto"},...i))},r=W("text_zh",t.row);r&&o(u(pt.columns.text_zh.title),a("blockquot\
e",{lang:"zh-CN"},r));for(let s of Sf){let i=W(s,t.row);if(s==="lead"&&!i&&o(u(pt.columns.lead.title),O("noLead")),s==="\
evidence"&&rl(t.row)&&o(O("known"),rl(t.row)),i==null)continue;let l=at(pt.columns[s],i);o(u(pt.columns[s].title),s==="u\
rl"?ue(i,i):l)}return t.regions.size&&o(O("about"),zf(t)),[n,e?a("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
O("onMap")):a("p.hint",{},O("noPlace"))]}function Ef(t,{open:e,place:n}){let o=T.chosen===t.row,r=`task-${t.row}`,s=W("l\
ead",t.row);return a(o?"li.task.opened":"li.task",{"data-item":t.item},a("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},dn(t.state),a("span.what",{},x(W("name",t.
row),"span.heading"),a("span.facts",{},a("strong",{},bt(t)),` · ${jr(t)} · `,x(W("clause",t.row)),s?[" · ",x(s)]:null))),
o?a("div.details",{id:`${r}-details`},Mf(t,n(t))):null)}function il(t,e){if(!t.length)return[a("p.hint",{},O("nothing"))];
let n=t.findIndex(i=>i.row===T.chosen);n>=Te&&(Te=n+1);let o=[],r,s;for(let i of t.slice(0,Te)){if(i.year!==r||!s){r=i.year;
let l=t.filter(c=>c.year===r);s=a("ul.tasks"),o.push(a("h3",{},r?Ja(r):O("undated"),a("span.count",{},` ${se("tasks",l.length)}`)),
s)}s.append(Ef(i,e))}return t.length>Te&&o.push(a("button.more",{type:"button",id:"tasks-more",onclick:()=>{Te+=200,e.again()}},
u("more"))),o}function al(){Te=sl}var ll={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},Oe=k.
layerGroup();function cl(t){return t.geometry==="polygon"?t.data.search.code:null}function ul(t){for(let e of z){let n=cl(
e)?.indexOf(t)??-1,o=n<0?null:et(e,n);if(o)return{layer:e,place:o}}return null}function fl(t){let e=Le.map(n=>z.find(o=>o.
table===n)).sort((n,o)=>Number(d.shown[o.number])-Number(d.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,i)=>i).filter(s=>co(n.table,s).includes(t.row)).map(s=>et(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>ul(dt[n].code)).filter(Boolean)}function pl({
layer:t,place:e}){return e.point?k.circleMarker(e.point,{...ll,radius:G[e.precision]+6}).addTo(Oe):k.polygon(e.parts,ll).
addTo(Oe),t}function Ae(t){if(Oe.clearLayers(),!t)return!1;let e=fl(t);return e.forEach(pl),e.length>0}function dl(t){let e=fl(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!d.shown[n.number]&&K(n,!0),Ae(t),He(o,!1)}:null}
function ml(t){Oe.clearLayers();let e=t?ul(t):null;e&&(pl(e),He(e.place,!1))}function Lf({layer:t,place:e,row:n}){if(Le.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=cl(t)?.[n];if(!o)return null;let r=i=>dt.
some(l=>l.code===i);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function Tf(){let t=!T.open||!T.found,e=new Set(
t?[]:T.found.anyPlace.map(o=>o.row)),n=!1;for(let o of Le){let r=z.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,f)=>f).filter(c=>co(o,c).some(f=>e.has(f))),i=t||s.length===r[0].data.count?void 0:new Set(s),l=d.kept[o];$f(l,
i)||(d.kept[o]=i,r.forEach(Je),n=!0)}n&&$("kept")}function $f(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function hl(){Oe.addTo(h),E("tasks",Tf),E("chosen",()=>{let t=d.chosen&&Lf(d.chosen);t&&(Oe.clearLayers(),
Rt(t))})}var uo=null;function Of(t){return[[W("said_by",t.row),W("said_on",t.row)].filter(Boolean).join(" "),W("evidence",t.row),
t.state==="awaiting"?null:W("reason",t.row),W("note",t.row),W("found",t.row)].filter(Boolean).join(`
`)}function Af(t){let e=W("asked",t.row),n=W("text_zh",t.row);return[x(W("name",t.row)+(e?` · ${e}`:"")),n?a("blockquot\
e",{lang:"zh-CN"},n):null]}function Cf(t){return a("table",{},a("thead",{},a("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>a("th",{scope:"col"},O(n))))),a("tbody",{},t.map(n=>a("tr",{},a("td",{},x(W("clause",n.row))),
a("td",{},n.year?String(n.year):""),a("td",{},jr(n)),a("td",{},Af(n)),a("td",{},x(W("lead",n.row)??"—")),a("td",{},bt(
n)),a("td.basis",{dir:"auto"},Of(n))))))}function Pf(t,e){fo();let n=b.tables[Object.keys(b.tables)[0]]?u(b.attribution):
"";uo=a("section",{id:"tasks-sheet"},a("h1",{},O("title")),a("p",{},e),a("p",{},`${se("tasks",t.length)} · ${Za(yt())}`),
Cf(t),a("p.foot",{},`${u(b.title)} · ${u("printed")}${ke()} · ${n}`),a("button.sheet-back",{type:"button",onclick:fo},
O("back"))),document.body.classList.add("printing-list"),document.body.append(uo)}function fo(){uo?.remove(),uo=null,document.
body.classList.remove("printing-list")}function gl(t,e){Pf(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function wl(){window.addEventListener("afterprint",fo),document.addEventListener("keydown",t=>{t.key==="Escape"&&
fo()})}var Mt=0;function yl(t,e){let n=nl(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Mt=Math.min(Mt,o.length-1);let r=o.
findIndex(c=>c.row===T.chosen);r>=0&&(Mt=r);let s=[],i=c=>{let f=j(pt,"name",c.row),p=`${c.year} · ${f} · ${bt(c)}`,m=a(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Mt?0:-1,title:p,"aria-label":p,
"aria-current":c.row===T.chosen?"true":null,onclick:()=>e(c.row)},dn(c.state));return s.push(m),m},l=c=>{let f={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],p=c.key==="Home"?0:c.key==="End"?s.length-1:f&&Mt+f;p===void 0||!s[p]||(c.preventDefault(),
s[Mt].tabIndex=-1,Mt=p,s[Mt].tabIndex=0,s[Mt].focus())};return a("section.moments",{},a("h3",{id:"timeline-title"},O("ti\
meline")),a("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:f})=>a(f.length?"div.of-year":"div.of-year.none",{},a("div.dots",{},f.map(i)),a("span.year",{},String(
c))))),a("p.hint",{id:"timeline-hint"},O("timelineHint")),a("details",{},a("summary",{},O("timelineData")),a("div.scroll",
{tabIndex:0,role:"region","aria-label":O("timelineData")},Bf(n))))}function Bf(t){let e=[...Me,ft],n=(o,r)=>{let s=lo(r,
yt());return a("tr",{},a("th",{scope:"row"},o),a("td",{},String(r.length)),e.map(i=>a("td",{},String(s[i]))))};return a(
"table",{id:"timeline-table"},a("caption.unseen",{},O("timeline")),a("thead",{},a("tr",{},a("th",{scope:"col"},O("year")),
a("th",{scope:"col"},O("sum")),e.map(o=>a("th",{scope:"col"},x(bt({state:o})))))),a("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(O("sum"),t.flatMap(o=>o.tasks))))}var mo=a("aside",{id:"tasks",hidden:!0}),_r=a("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),Ce=a("div.results"),Wr=a(
"div.tasks-body",{},_r,Ce),ho=a("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>mn(!T.open)});function mn(t){_n(()=>{T.open=t,t&&$("opened","tasks"),mo.hidden=!t,document.body.classList.toggle(
"tasks-open",t),ho.setAttribute("aria-expanded",String(t)),t||Ae(null),Rt({})})}function Et(t){al(),Rt(t)}function ie(t,e,n){
return a("div.field",{},a("label",{for:`tasks-${t}`},O(t)),e,n??null)}function po(t,e,n){let o=T.asked[t];return a("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>a("option",{value:r,selected:r===o},s)))}function Nf(){
let t=fn.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[a("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:T.asked.unit,placeholder:O("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>Et({unit:e.target.value}),"\
data-list":"tasks-units"}),a("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>a("option",{value:e})))]}function If(){
let t=[["",O("all")]];return dt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of dt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function Gr(){let t=_r.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>Et({[r]:s}),[n,o]=Nf();n.setAttribute("list","tasks-units"),_r.replaceChildren(ie("unit",n,a("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,ie("role",po("role",[["",O("anyRole")],["lead",O("lead")],["cooperate",O("cooperate")]],
e("role"))),ie("region",po("region",If(),r=>{Et({region:r,mark:""}),ml(r)})),ie("due",po("due",[["",O("all")],...Dr.map(
r=>[String(r),String(r)]),["none",O("noYear")]],e("due"))),ie("kind",po("kind",[["",O("all")],[cn,O("aims")],...Ur.map(r=>[
r,$e("kind",r)])],e("kind"))),ie("words",a("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:T.
asked.words,oninput:r=>Et({words:r.target.value})})),ie("asOf",a("input",{id:"tasks-asOf",type:"date",value:yt(),onchange:r=>Et(
{asOf:Ir(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function xl(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=T.asked,n=Pr(fn,e),o=i=>{let l=i.now&&u(i.now)!==u(i),c=u({zh:"（",en:" ("}),
f=u({zh:"）",en:")"});return u(i)+(l?c+O("now")+u(i.now)+f:"")},r=n.map(i=>o(fn[i])),s=n.length&&!wt.some(i=>Rf(i,n));t.
textContent=e.trim()?n.length?(s?O("unnamed"):"")+io(r,4):O("noUnit"):""}function Rf(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function Ff(){let t=lo(T.found.anyState,yt()),e=T.asked.states;return a("div.states",{role:"\
group","aria-label":O("state")},[...Me,ft].map(n=>a(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>Et({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===ft?null:dn(n),
a("span",{},bt({state:n}))," ",a("strong",{},String(t[n])))))}function Df(){let{list:t}=T.found,e=t.filter(Br).length;return a(
"p.sum",{role:"status",id:"tasks-sum"},a("strong",{},se("tasks",t.length)),e&&e<t.length?a("span.count",{},` ${se("aims",
e)}`):null)}function Uf(){let t=T.asked.mark&&pn(T.asked.mark);if(!t)return null;let e=z.find(n=>n.table===t.name);return a(
"p.marked",{},O("marked"),x(Vt(e,t.place)),a("button",{type:"button",id:"tasks-unmark","aria-label":O("unmark"),onclick:()=>Et(
{mark:""})},"×"))}function jf(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:i}=T.asked,l=T.asked.mark&&pn(T.
asked.mark);return[t.trim(),e&&O(e),n&&u(dt.find(f=>f.code===n)),l&&Vt(z.find(f=>f.table===l.name),l.place),o&&(o==="non\
e"?O("noYear"):o),r&&(r===cn?O("aims"):$e("kind",r)),...s.map(f=>bt({state:f})),i.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||O("all")}function _f(){let t=Rr(T.asked).length>0;return a("div.tools",{},a("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{T.chosen=null,Ae(null),Et(un),Gr(),xl(),document.getElementById("tasks-unit").focus()}},
O("clear")),a("button",{type:"button",id:"tasks-print",onclick:()=>gl(T.found.list,jf())},O("print")))}function bl(t){T.
chosen=T.chosen===t?null:t;let e=T.chosen===null?null:wt[t];Ae(e),e&&!T.found.list.includes(e)?Rt({states:[],due:""}):$(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),tt(`${W("name",t)}, ${bt(e)}`))}function Hr(){if(!T.open)return;let t=Ce.contains(document.activeElement)?
document.activeElement.id:null,e=Ce.querySelector("details")?.open??!1,{scrollTop:n}=Wr,o={open:bl,place:dl,again:Hr},r=[
Uf(),Ff(),Df(),_f(),yl(T.found.anyYear,bl),...il(T.found.list,o)];Ce.replaceChildren(...r.filter(Boolean)),e&&Ce.querySelector(
"details")&&(Ce.querySelector("details").open=!0),Wr.scrollTop=n,t&&document.getElementById(t)?.focus(),xl()}function Wf(){
let t=document.getElementById("tasks-region");t&&t.value!==T.asked.region&&(t.value=T.asked.region)}function Gf(){ho.replaceChildren(
O("tasks")),mo.setAttribute("aria-label",O("title")),mo.replaceChildren(a("div.tasks-top",{},a("h2",{},O("title")),a("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{mn(!1),ho.focus()}},"×")),Wr),Gr(),Hr()}
function Hf(t){let n=ol(t,{regions:dt,kinds:Ur,years:Dr,rows:Le});n.mark&&!pn(n.mark)&&(n.mark="");let o=t.get("item"),r=wt.
find(i=>i.item===o);T.asked=n,T.chosen=r?r.row:null;let s=t.has("tasks");Gr(),s!==T.open?mn(s):Rt({}),Ae(s?r:null)}function Vf(){
if(!T.open)return[];let t=T.chosen===null?[]:[["item",wt[T.chosen].item]];return[["tasks","1"],...Rr(T.asked),...t]}function kl(){
wt.length&&(document.getElementById("tools").prepend(ho),document.getElementById("panel").after(mo),T.found=null,hl(),wl(),
Rt({}),sa({write:Vf,follow:Hf}),window.gisplanTasks={view:T,tasks:wt,ask:Et},E("language",Gf),E("tasks",()=>{Wf(),Hr()}),
E("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&_.matches)&&T.open&&mn(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&_.matches&&T.open&&mn(!1)}))}function vl(...t){Yr(b),ua(),b.basemap&&zi(b.basemap),Ys(),Us(),li(),bi(),Li(pa()),Object.assign(qt,{prefectures:z.find(
e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>pe(e,k.latLng(n,o))}),ss(),Va(),Ki(),ea(),yi(),gs(),
Da(),Ka(),Pi(),$s(),Wa(),Si(),Ss(),ns(),ga(),kl();for(let e of t)e(b);$("language"),an(!_.matches),Nt(window.matchMedia(
"(min-width: 1180px)").matches&&qi()),Ge(),fa(),Ot(),window.gisplan={map:h,data:b,state:d,layers:z,places:Dt,setYear:gt,
geodesicLength:ve,geodesicArea:Un}}vl();
})();
