// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 9bc1565d3d1c44db134809f9a4042ff9030ab50f4ceed7922a9d0d50b30253e2
// bundle 73e9e473cf39966252f1d3d1589c1d5f058d8ef3166ce51537db9a8ad68fbcb3 esbuild 0.28.2
(async()=>{"use strict";
function qt(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function Q(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+qt(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,s]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=qt(r)+(s?`.${s}`:"");return i==="0"?i:e+i}function Cn(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Q(Number((t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function Co(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Q(Number((t/n).toFixed(2))),e]}var m={lang:"zh",context:{},shown:[],opacity:[],year:null,chosen:null,kept:{},measuring:!1,paper:!1,place:null},Po={language:[],
layers:[],context:[],year:[],hover:[],chosen:[],view:[],opened:[],candidates:[],picked:[],docked:[],paper:[],tasks:[],kept:[]};
function z(t,e){Po[t].push(e)}function O(t,e){for(let n of Po[t])n(e)}function Bo(t){m.lang=t.lang,m.shown=t.layers.map(
e=>e.show),m.opacity=t.groups.map(()=>1)}var ni={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
tableOf:{zh:"图层",en:"Layer"},more:{zh:"显示更多",en:"Show more"},nowhere:{zh:"没有位置，未绘在图上",en:"\
Without a position, so not drawn"},nothingShown:{zh:"没有显示可列成表的图层。",en:"No layer with a table is \
shown."},nothingDue:{zh:"所选年份没有条目。",en:"Nothing in the chosen year."},oneTheme:{zh:"专题任选其一；再点一次取消",
en:"One theme at a time; a second click takes it back"},opacityShort:{zh:"不透明度",en:"Opacity"},opacity:{zh:"不透明度",
en:"Opacity of"},chart:{zh:"图表：",en:"Chart: "},chartHint:{zh:"移到柱上查看；点击定位",en:"Point at a ba\
r; click to go there"},search:{zh:"搜索",en:"Search"},searchHint:{zh:"名称、拼音或代码",en:"Name, pinyin or co\
de"},nothingFound:{zh:"没有找到",en:"Nothing found"},measure:{zh:"量测距离和面积",en:"Measure length and area"},
measureTitle:{zh:"量测（WGS 84 椭球面）",en:"Measure (WGS 84 ellipsoid)"},measureHint:{zh:"在地图上逐点点击；Esc 结束。",
en:"Click point by point on the map; Esc ends."},length:{zh:"长度",en:"Length"},perimeter:{zh:"周长（闭合）",en:"\
Perimeter (closed)"},m2:{zh:"平方米",en:"m²"},ha:{zh:"公顷",en:"ha"},km2:{zh:"平方千米",en:"km²"},area:{zh:"面\
积",en:"Area"},addMiddle:{zh:"在图中心加点",en:"Add the map's middle"},takeBack:{zh:"撤销一点",en:"Remove las\
t"},startOver:{zh:"清除",en:"Clear"},print:{zh:"打印",en:"Print"},creditsOver:{zh:"来源见下一页。",en:"Source\
s: see the next page."},legendOver:{zh:"图例未完，见下一页。",en:"The legend goes on on the next page."},legendMore:{
zh:"图例（续）",en:"Legend, continued"},legend:{zh:"图例",en:"Legend"},north:{zh:"北",en:"N"},ratio:{zh:"图幅中心比例尺\
：",en:"Scale at the middle: "},projection:{zh:"Web 墨卡托投影，数据坐标系 WGS 84",en:"Web Mercator; data in\
 WGS 84"},printed:{zh:"制图日期：",en:"Printed: "},back:{zh:"返回地图",en:"Back to the map"},noReviewLine:{zh:"\
__________",en:"__________"},link:{zh:"复制本视图链接",en:"Copy a link to this view"},linkTitle:{zh:"本视图的链接",
en:"Link to this view"},linkHint:{zh:"链接含位置、缩放、图层、年份和语言；对方须有同一文件，放在相同的位置。",
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
en:"Read as latitude, longitude and put in order; please check."}},oi={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
ri={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} of unknown year, shown i\
n every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1}\
 more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{
zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{
zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t}\
 cells`}};function u(t){let e=typeof t=="string"?ni[t]??oi[t]:t;return e?e[m.lang]:""}function U(t,e){return ri[t][m.lang](
qt(e))}function Io(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[c,d]of Object.entries(l))s.style.setProperty(c,d);else
i.startsWith("on")?s.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,l):s[i]=l;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function x(t,e){return a(e||"span.datum",{dir:"auto"},t)}function je(t){
return[a("span.long",{},u(t)),a("span.short",{},u(`${t}Short`))]}function st(t){document.getElementById("spoken").textContent=
t}function T(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var si={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function Tt(t){return T("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
T("path",{d:si[t]}))}function He(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?a("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):x(e)}function Y(){return a("span.derived",{title:u("derivedHint")},u("derived"))}function Zt(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var b=window.L;async function ii(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var Pn=document.getElementById("gisplan-data"),y=JSON.parse(Pn.dataset.packed?await ii(Pn.textContent):Pn.textContent);var No=new Int8Array(128),Ro="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Ro.length;t++)
No[Ro.charCodeAt(t)]=t;function pe(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=No[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function mt(t,{decimals:e,origin:n}){let o=10**-e,r=pe(t),s=[],[i,
l]=n;for(let c=0;c<r.length;c+=2)i+=r[c],l+=r[c+1],s.push([l*o,i*o]);return s}function Ge(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function F(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function Ye(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,l]=t[r],[c,d]=t[s];i>e!=c>e&&n<(d-l)*(e-i)/(c-i)+l&&(o=!o)}return o}function Do(t){let e=t.arcs?t.arcs.split(" ").map(n=>mt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?mt(n.at,t):[],s=n.anchor?mt(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=F(n.precision,l),c;if(c.
parts=n.shapes[l].map(d=>d.map(p=>Ge(e,p))),c.bounds=b.latLngBounds(c.parts.flatMap(d=>d[0])),c.anchor=s[l],c.anchor){let d=c.
parts.find(([p])=>Ye(p,c.anchor))||c.parts[0];c.room=b.latLngBounds(d[0])}return c})}}function Fo(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>Ye(o,n)&&!r.some(s=>Ye(s,n)))}function _o(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let c=l.map(d=>t.latLngToLayerPoint(d));return c.some((d,p)=>p&&
b.LineUtil.pointToSegmentDistance(r,c[p-1],d)<=o)})}var f=window.map_gisplan,ai=Do(y),$t=Object.fromEntries(Object.entries(y.tables).map(([t,e])=>[t,ai(e)])),M=y.layers.map(
(t,e)=>({...t,number:e,data:y.tables[t.table],places:$t[t.table],geometry:y.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Qt=600;function K(t,e){let n=f.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function me({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function Bn(t,e){m.shown[t.number]=e,e?t.group.addTo(f):t.group.remove()}function J(t,e){if(e&&me(t))for(let n of M)
n!==t&&m.shown[n.number]&&me(n)&&Bn(n,!1);Bn(t,e),O("layers")}function Uo(){let t=M.filter(e=>m.shown[e.number]&&me(e));
for(let e of t.slice(0,-1))Bn(e,!1)}function Ve(t,e){m.opacity[t]=e;for(let n of y.groups[t].layers)f.getPane(M[n].pane).
style.opacity=e;O("view")}var In=new Set;z("paper",()=>{for(let t of In)t.draw()});function Wo(t,e,n){let o=f.options.crs.scale(f.getZoom())/256,r=f.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var At=b.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),In.add(this),this.draw()},onRemove(){In.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
m.paper,this.sheet?.remove(),this.sheet=null,m.paper){this.drawSheet();return}let t=f.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=f.containerPointToLayerPoint(e.multiplyBy(-1));b.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Wo(r,n,o))},drawSheet(){let t=f.getSize(),
e=f.containerPointToLayerPoint([0,0]);this.sheet=T("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Wo(e,t,1))),b.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});function jo({decimals:t,nodes:e,edges:n,lengths:o}){let r=10**t,s=pe(e),i=new Float64Array(s.length/2),l=new Float64Array(
s.length/2),[c,d]=[0,0];for(let k=0;k<i.length;k++)c+=s[2*k],d+=s[2*k+1],i[k]=c/r,l[k]=d/r;let p=pe(n),h=new Int32Array(
p.length/2),w=new Int32Array(p.length/2),g=0;for(let k=0;k<h.length;k++)g+=p[2*k],h[k]=g,w[k]=g+p[2*k+1];return{lon:i,lat:l,
start:h,end:w,length:Float64Array.from(pe(o))}}var Rn=y.context?.seats,qe=Rn?mt(Rn.at,y).map((t,e)=>({at:t,names:Rn.names[e]})):[];var kt=t=>Math.round(10*t)/10,Ze=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${kt(e)} ${kt(n)}`)}lineTo(e,n){this.parts.push(`L${kt(e)} ${kt(n)}`)}arc(e,n,o){
let[r,s]=[kt(o),kt(2*o)];this.parts.push(`M${kt(e-o)} ${kt(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(T("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var li=["county","prefecture","province","country"],ci=y.context?.borders??{},ui={country:0,province:0,prefecture:0,county:7},
Ho={railway:6,river:6.8},X=y.context?y.context.layers.map(di):[],uc=X.find(t=>t.graph)?.graph??null;function di(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=jo(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>Ge(pi(),r)))),e.anchors=
t.anchors?mt(t.anchors,y):[],e}var Nn=null;function pi(){return Nn??(Nn=y.arcs.split(" ").map(t=>mt(t,y))),Nn}function ft(t){
return m.context[t.name]!==!1}function Go(t,e){m.context[t.name]=e,O("context")}function _n([t,e]){let{x:n,y:o}=f.options.
crs.latLngToPoint(b.latLng(t,e),0);return[n,o]}function Fn(t){let e=t.map(_n),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function Yo(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],i)=>{i?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function Vo(t){let e=new Ze;return this.paint(e,t),e.elements}var mi=At.extend({name:"\
context-ground",prepare(){this.areas=X.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.style.
colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(Fn)})))},vectors:Vo,paint(t,e){t.scale(e.ratio,e.ratio);for(let{one:n,
color:o,rings:r}of this.areas)if(ft(n)){t.beginPath();for(let s of r)Yo(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),fi=At.
extend({name:"context-lines",prepare(){this.lines=X.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.paths.
map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>Fn(r))}))})),this.shores=X.filter(e=>e.geometry===
"polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(Fn)}));let t=X.find(e=>e.graph);this.seats=qe.map(({at:e})=>_n(
e)),this.roads=t&&{one:t,...hi(t.graph)}},vectors:Vo,paint(t,e){let n=f.getZoom();t.scale(e.ratio,e.ratio),t.lineJoin="r\
ound";for(let{one:o,rings:r}of this.shores)ft(o)&&fe(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,paths:r}of this.
lines.filter(s=>!s.one.kinds)){if(!ft(o))continue;let s=!o.style.dash;if(!s&&n<Ho.railway)continue;let l=r.filter(d=>!s||
d.named||n>=Ho.river).flatMap(d=>d.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);fe(t,l,e,{color:o.style.color,width:c,dash:[]}),
!s&&n>=7.5&&fe(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&ft(this.roads.one)&&this.paintRoads(t,e,n);for(let{
one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(ft(o))for(let s of li){if(!gi(s,n))continue;let i=r.filter(l=>l.kind===
s).flatMap(l=>l.lines);(s==="province"||s==="country")&&fe(t,i,e,{color:"rgba(120, 98, 140, 0.16)",width:6,dash:[]}),fe(
t,i,e,ci[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)o<e.west||
o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle="#f\
fffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:i,one:l}=this.
roads;t.beginPath();for(let d=0;d<s.length;d++){let[p,h]=[s[d],i[d]];o[p]<e.west&&o[h]<e.west||o[p]>e.east&&o[h]>e.east||
r[p]<e.north&&r[h]<e.north||r[p]>e.south&&r[h]>e.south||(t.moveTo(e.left(o[p])/e.ratio,e.top(r[p])/e.ratio),t.lineTo(e.left(
o[h])/e.ratio,e.top(r[h])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function hi({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let i=0;i<t.length;i++)[r[i],s[i]]=_n(
[e[i],t[i]]);return{x:r,y:s,start:n,end:o}}function fe(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let i of e)Yo(t,
i,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function gi(t,e){let n=M.filter(o=>o.border===t);return n.
length?n.some(o=>m.shown[o.number]):e>=ui[t]}var Dn=[];function qo(){if(!X.length)return;K("gisplan-ground",380);let t=M.
filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.length?t[t.length-1].number:-1;K(
"gisplan-lines",400+Math.max(e,0)),Dn.push(new mi({pane:"gisplan-ground"}).addTo(f)),Dn.push(new fi({pane:"gisplan-lines"}).
addTo(f));let n=()=>{for(let o of Dn)o.draw()};z("context",n),z("layers",n)}function Zo(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Qo(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),s=(p,h)=>{let w=(r.get(
p)??"").split(",").map(g=>g?Number(g):Number.NaN);return w.length===h&&w.every(Number.isFinite)?w:null},i={},l=s("map",3);
if(l&&Math.abs(l[1])<=85&&Math.abs(l[2])<=360&&l[0]>=0&&l[0]<=22&&(i.view=l),r.has("layers")){let p=r.get("layers").split(
" ");i.shown=e.map(h=>p.includes(h))}let c=s("opacity",n);c?.every(p=>p>=0&&p<=100)&&(i.opacity=c.map(p=>p/100)),["zh","\
en"].includes(r.get("lang"))&&(i.lang=r.get("lang"));let d=Number(r.get("year"));return i.year=r.has("year")&&o.includes(
d)?d:null,i}function Ko({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i},l,c=[]){let d=new URLSearchParams;d.set("\
map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),d.set("layers",l.filter((p,h)=>o[h]).join(" ")),r.some(p=>p!==1)&&
d.set("opacity",r.map(p=>Math.round(100*p)).join(",")),s!==null&&d.set("year",s),d.set("lang",i);for(let[p,h]of c)d.set(
p,h);return`#${d.toString().replace(/%2C/g,",")}`}var xt=document.getElementById("about"),Un=null;function Jo(){Un&&xt.replaceChildren(a("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>xt.close()},"×"),a("div.dialog-body",{},Un()))}function bt(t){Un=t,Jo(),xt.open||xt.showModal(),
xt.scrollTop=0}function Xo(){xt.addEventListener("click",t=>{t.target===xt&&xt.close()}),z("language",Jo)}function Ot(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function it(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&Ot(n.words,o)?n.words[o]:{},t.words].find(i=>Ot(i,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):Q(e):e}function at(t,e,n,o){let r=it(t,e,n,o);return e==null||
!t.unit?r:`${r} ${u(t.unit)}`}function ht(t){return(t.type==="integer"||t.type==="number")&&!t.year}function j(t,e,n){let o=t.columns[e],r=F(o.values,n);if(!o.english)return r;let s=F(o.english,n);return m.lang==="zh"?r??
s:s??r}function q(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=j(
t.data,o,e);if(r!=null)return it(n[o],r,t,o)}return u("untitled")}function Ct(t,e){let n=P(t,e),o=q(t,n[0]);return n.length>
1?o+U("others",n.length):o}function tr(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>F(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function jn(t,e){return F(t.data.columns[t.yearColumn].values,e)??null}function lt(t){return!!(t.
yearColumn&&m.year!==null||m.kept[t.table])}function Pt(t,e){if(m.kept[t.table]&&!m.kept[t.table].has(e))return!1;if(!t.
yearColumn||m.year===null)return!0;let n=jn(t,e);return n===null||n<=m.year}function P(t,e){return lt(t)?e.rows.filter(n=>Pt(
t,n)):e.rows}var Wn=new Map;function gt(t,e){let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(Wn.has(o)||
Wn.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[s,r])))),Wn.get(o).get(e)||null)}var vt=-1,he=-2,wi="#d5d9dd";function Kt(t,e){if(!t.each||!lt(t))return t.of[e.at];let n=new Set(P(t,e).map(o=>t.each[o]));
return n.size===1?[...n][0]:he}function er(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===vt?o:e===
he?r:n[e].color}function Qe(t,e){return e===vt?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Hn(t,e){
return!!t.of&&Qe(t,Kt(t,e))}function Bt(t,e){return t.of?er(t,Kt(t,e)):t.style.color}function Ke(t,e){let n=gt(t,e);return n?
t.of?er(t,t.each?t.each[e]:Kt(t,n)):t.style.color:wi}function Je(t){let{legend:e}=t,n={classes:(e.classes||[]).map(s=>s.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!lt(t))return n;let o=t.places.map(s=>({place:s,
rows:P(t,s)})).filter(s=>s.rows.length),r=o.flatMap(s=>s.rows);return{classes:n.classes.map((s,i)=>r.filter(l=>t.each[l]===
i).length),missing:t.each?r.filter(s=>t.each[s]===vt).length:0,several:t.each?o.filter(s=>Kt(t,s.place)===he).length:0,precisions:n.
precisions.map(s=>({...s,count:o.filter(({place:i})=>i.precision===s.name).reduce((i,l)=>i+l.rows.length,0)})).filter(s=>s.
count)}}var It=7,nr=new Set,or=T("defs");document.body.append(T("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},or));
function Xe(t){let e=`hatch-${t.slice(1)}`;if(!nr.has(e)){nr.add(e);let n=T("pattern",{id:e,width:It,height:It,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},T("rect",{width:It,height:It,fill:"#ffffff"}),T("rect",{width:It,height:It/
2,fill:t}),T("rect",{width:It,height:1,fill:"#5b6b78"}));or.append(n)}return`url(#${e})`}var rr={town:[4,0],county:[4,45],prefecture:[6,0]};function tn(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!rr[t]){let c=r(
o),d=p=>`a${c} ${c} 0 1 0 ${p} 0`;return`M${r(e-o)} ${r(n)}${d(2*c)}${d(-2*c)}z`}let[s,i]=rr[t];return`M${Array.from({length:s},
(c,d)=>{let p=(i+360*d/s)*Math.PI/180;return`${r(e+o*Math.cos(p))} ${r(n+o*Math.sin(p))}`}).join("L")}z`}var en={dark:"#\
14222c",light:"#ffffff"},sr={dark:4,light:2.4};function Gn(t,e,n=sr){let o=r=>T("path",{d:t,fill:"none",stroke:en[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),T("path",{d:t,fill:e})]}var _={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},Yn=new Set(["surveyed","digitised","address","site"]);function ge(t,e,n=!1){
let o=2*_[t]+sr.dark,r=o/2;return a(`span.mark.${Yn.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},T("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Gn(tn(t,r,r,_[t]),n?Xe(e):e)))}var yi=3e3,nn=3.2,Vn=new Map;function qn(t){if(Vn.has(t))return Vn.get(t);let e=$t[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,l]=[256,256,0,0];e.forEach(($,S)=>{let A=f.options.crs.latLngToPoint(b.latLng($.point),
0);n[S]=A.x,o[S]=A.y,r=Math.min(r,A.x),i=Math.max(i,A.x),s=Math.min(s,A.y),l=Math.max(l,A.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(i-r,l-s,1e-9)/c,p=$=>Math.min(c-1,Math.max(0,Math.floor(($-r)/d))),h=$=>Math.min(c-1,
Math.max(0,Math.floor(($-s)/d))),w=new Uint32Array(c*c+1);e.forEach(($,S)=>{w[h(o[S])*c+p(n[S])+1]++});for(let $=0;$<c*c;$++)
w[$+1]+=w[$];let g=w.slice(),k=new Uint32Array(e.length);e.forEach(($,S)=>{k[g[h(o[S])*c+p(n[S])]++]=S});let E={x:n,y:o,
side:c,column:p,row:h,starts:w,sorted:k};return Vn.set(t,E),E}function Zn(t,e,n,o,r){let{x:s,y:i,side:l,column:c,row:d,starts:p,
sorted:h}=qn(t),w=[];for(let g=d(n);g<=d(r);g++)for(let k=p[g*l+c(e)];k<p[g*l+c(o)+1];k++){let E=h[k];s[E]>=e&&s[E]<=o&&
i[E]>=n&&i[E]<=r&&w.push(E)}return w}var we={less:3.8,dark:2,light:1};function ki(t,e,n){let o=_[e]-we.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let i=s.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
tn(e,r,r,o));for(let[c,d]of[[we.dark,en.dark],[we.light,en.light]])i.lineWidth=c,i.strokeStyle=d,i.stroke(l);return i.fillStyle=
t,i.fill(l),s}function xi(t,e,n,o){let[r,s,i]=[1,3,5].map(g=>parseInt(t.slice(g,g+2),16)),l=255<<24|i<<16|s<<8|r,c=nn*n,
d=Math.ceil(c),p=Yn.has(e)?(g,k)=>Math.hypot(g,k):(g,k)=>Math.abs(g)+Math.abs(k),[h,w]=[[],[]];for(let g=-d;g<=d;g++)for(let k=-d;k<=
d;k++){let E=p(k,g);E>c||(h.push(g*o+k),w.push(E>c-.9*n?-1:l))}return{steps:Int32Array.from(h),inks:Int32Array.from(w),reach:d}}
var ir=At.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(lt(t)&&!P(t,n).length)return 255;let o=[Bt(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=Zn(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>yi,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=qn(this.layer.table),r=this.looks.map(()=>[]),s=i=>this.stamped?nn-.6:_[i]-we.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(tn(l,t.left(n[i]),t.top(o[i]),s(l)))}return this.looks.map(([i,l],c)=>({
color:i,precision:l,path:r[c].join("")})).filter(i=>i.path).sort((i,l)=>_[l.precision]-_[i.precision]).flatMap(({color:i,
path:l})=>Gn(l,i,we))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:i,y:l}=qn(this.layer.table),[c,d]=[p=>o(
i[p]),p=>r(l[p])];this.stamped?this.stamp(t,s,c,d,n):this.picture(t,s,c,d,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>ki(l,c,r)),i=l=>_[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>i(c)-i(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,l=t.createImageData(
s,i),c=new Int32Array(l.data.buffer),d=this.looks.map(([p,h])=>xi(p,h,r,s));e.forEach(p=>{let{steps:h,inks:w,reach:g}=d[this.
lookOf[p]],[k,E]=[Math.round(n(p)),Math.round(o(p))];if(k<g||E<g||k>=s-g||E>=i-g)return;let $=E*s+k;for(let S=0;S<h.length;S++)
c[$+h[S]]=w[S]}),t.putImageData(l,0,0)}});function on(t){let e=f.latLngToLayerPoint(t),n=[];return[...M].reverse().forEach(o=>{m.shown[o.number]&&bi(o,t).forEach(
r=>{if(!(lt(o)&&!P(o,r).length)){if(o.geometry==="point"){let s=f.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.stamped?
nn:_[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")_o(f,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(Fo(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function bi(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Qt)return n;let o=f.options.crs.scale(f.getZoom())/256,{x:r,y:s}=f.options.
crs.latLngToPoint(e,0),i=18/o;return Zn(t.table,r-i,s-i,r+i,s+i).map(l=>n[l])}K("gisplan-highlight",580);var ye=null,ke=null,xe=[],rn=b.tooltip({className:"hover",direction:"top",offset:[0,-10]});function ar(t){
if(ye&&ye.remove(),ye=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};ye=t.layer.geometry==="line"?b.polyline(t.place.parts.map(([n])=>n),e):
b.polygon(t.place.parts,e),ye.addTo(f)}function tt(t){xe=t?on(t):[];let e=xe[0]||null;f.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&ke&&e.place===ke.place&&e.layer===ke.layer;if(n||ar(e),ke=e,O("hover"),!e){rn.remove();return}
n||rn.setContent(a("div",{},x(Ct(e.layer,e.place),"strong.datum"),vi(e))),rn.setLatLng(e.place.point||t).addTo(f)}function vi({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=j(o,t.column,e.rows[0]);return a("span.headline",{},at(o.columns[t.
column],r))}function Rt(t,e){let n=e===null?null:gt(t,e);ar(n?{layer:t,place:n}:null),xe=n?[{layer:t,place:n}]:[],ke=null,
O("hover")}function lr(){rn.remove()}function cr(){let t=0;f.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>tt(m.measuring?null:e.latlng))}),f.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),tt(null)}),
z("language",()=>tt(null))}var zi=/\s+(?:City|District|Province|County|(?:(?:\w+ )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,Li=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function ur(t,e){if(e==="en")return t.replace(zi,"")||t;let n=t.replace(Li,(o,r)=>r==="区"?"":r);return n.length>1?n:t}function dr(t,e){let n=null,o=0;for(let r of t){let s=[];for(let i of[...r,null])if(i&&e.contains(i))s.push(i);else{let l=Mi(
s);l>o&&([n,o]=[Ei(s,l),l]),s=[]}}return n}function Mi(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function Ei(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var fr=K("gisplan-labels",590);fr.classList.add("leaflet-zoom-hide");var hr=T("svg",{class:"leaders",width:1,height:1,"a\
ria-hidden":"true"}),Jt=[],Qn={leader:4.4,seat:7.5,water:7},Kn=[[0,0],[0,18],[0,-18]],Si=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function Ti(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function $i(){return M.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:Ti(t),name:q(t,e.rows[0]),size:Pi(e)})))}function gr(t){return m.lang==="zh"?t[0]:t[1]||t[0]}function Ai(){
return X.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:gr(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function Oi(){return qe.map(({names:t,at:e})=>({
rank:"seat",name:gr(t),anchor:e}))}var pr=[2,1,3,"seat","water","around"];function Ci(){for(let t of Jt)t.element.remove();
Jt=[...$i(),...Oi(),...Ai()].map(t=>({...t,element:a(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},ur(t.
name,m.lang))})),Jt.sort((t,e)=>pr.indexOf(t.rank)-pr.indexOf(e.rank)||(e.size??0)-(t.size??0)),fr.append(hr,...Jt.map(t=>t.
element)),Jt.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),zt()}function Pi(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function Bi(){let t=f.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=f.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function Ii(){let t=[];return M.forEach(e=>{let n=e.places.
length<=Qt;e.geometry!=="point"||!m.shown[e.number]||!n||e.places.forEach(o=>{if(lt(e)&&!P(e,o).length)return;let r=f.latLngToLayerPoint(
o.point),s=_[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function Ri(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function mr(t,e,[n,o]){let{width:r,height:s}=t,[i,l]=[e.x+n,e.y+o];return[i-r/2,l-s/2,i+r/2,l+s/2]}function Ni(t){
let e=f.getZoom();if(t.layer){if(!m.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,i=f.latLngToLayerPoint(
o.room.getNorthWest()),l=f.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-i.x>.8*r&&l.y-i.y>s,d=f.latLngToLayerPoint(o.
anchor);return f.getBounds().contains(o.anchor)?t.rank===2?{at:d,near:c?Kn:[],far:e<Qn.leader?[]:Si}:c?{at:d,near:Kn,far:[]}:
null:null}if(t.rank==="seat"){if(e<Qn.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:f.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!ft(t.context)||t.rank==="water"&&e<Qn.water)return null;let n=t.paths?
dr(t.paths,f.getBounds()):t.anchor;return n?{at:f.latLngToLayerPoint(n),near:Kn,far:[]}:null}function zt(){let t=f.getSize(),
e=f.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=p=>p[0]>=n[0]&&p[1]>=n[1]&&p[2]<=n[2]&&p[3]<=
n[3],r=Bi(),s=Ii(),i=[],l=new Set,c=[],d=(p,h)=>o(p)&&!h.some(w=>Ri(p,w));Jt.forEach(p=>{let{element:h}=p,w=h.textContent,
g=l.has(w)?null:Ni(p),k=null,E=!1;if(g){let $=[...i,...s,...r];k=g.near.map(S=>mr(p,g.at,S)).find(S=>d(S,$)),k||(k=g.far.
map(S=>mr(p,g.at,S)).find(S=>d(S,$)),E=!!k)}h.hidden=!k,k&&(l.add(w),i.push(k),E&&c.push(Di(g.at,k)),b.DomUtil.setPosition(
h,b.point(Math.round(k[0]),Math.round(k[1]))))}),hr.replaceChildren(...c)}function Di({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return T("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function wr(){z("la\
nguage",Ci);for(let t of["layers","context"])z(t,zt);f.on("moveend viewreset resize",zt)}function Xt(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var V=.0033528106647474805,Nt=6378137*(1-V);var R=Math.PI/180;function to(t,e){return((e-t+540)%360+360)%360-180}function yr(t,e){let n=V*(2-V),o=Math.sin(e*R),r=Math.
cos(e*R),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(t*R),s*r*Math.sin(t*R),s*(1-n)*o]}function kr(t){let e=t*(40680631590769-
Nt*Nt)/(Nt*Nt);return[1+e/16384*(4096+e*(-768+e*(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function xr(t,e,n,o){return t*
e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*o*o-3)))}function br(t){return V/16*t*(4+V*(4-3*t))}function te(t,e,n,o){if(t===
n&&e===o)return 0;let r=Math.atan((1-V)*Math.tan(e*R)),s=Math.atan((1-V)*Math.tan(o*R)),[i,l,c,d]=[Math.sin(r),Math.cos(
r),Math.sin(s),Math.cos(s)],p=to(t,n)*R,h=p;for(let w=0;w<100;w++){let g=Math.sin(h),k=Math.cos(h),E=Math.hypot(d*g,l*c-
i*d*k);if(E===0)return 0;let $=i*c+l*d*k,S=Math.atan2(E,$),A=l*d*g/E,B=1-A*A,H=B>1e-15?$-2*i*c/B:0,rt=br(B),Yt=h;if(h=p+
(1-rt)*V*A*(S+rt*E*(H+rt*$*(2*H*H-1))),Math.abs(h-Yt)<1e-13){let[Vt,We]=kr(B);return Nt*Vt*(S-xr(We,E,$,H))}}return NaN}
function Xn(t,e,n,o){let r=n*R,s=(1-V)*Math.tan(e*R),i=1/Math.sqrt(1+s*s),l=s*i,c=Math.atan2(s,Math.cos(r)),d=i*Math.sin(
r),p=1-d*d,[h,w]=kr(p),g=o/(Nt*h);for(let Yt=0,Vt=1/0;Yt<100&&Math.abs(g-Vt)>1e-13;Yt++)Vt=g,g=o/(Nt*h)+xr(w,Math.sin(g),
Math.cos(g),Math.cos(2*c+g));let[k,E,$]=[Math.sin(g),Math.cos(g),Math.cos(2*c+g)],S=l*k-i*E*Math.cos(r),A=Math.atan2(l*E+
i*k*Math.cos(r),(1-V)*Math.hypot(d,S)),B=Math.atan2(k*Math.sin(r),i*E-l*k*Math.cos(r)),H=br(p),rt=B-(1-H)*V*d*(g+H*k*($+
H*E*(2*$*$-1)));return[A/R,t+rt/R]}function Fi(t,e,n,o,r){let[s,i]=[yr(t,e),yr(n,o)],[l,c,d]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],
[p,h]=[Math.sin(t*R),Math.cos(t*R)],[w,g]=[Math.sin(e*R),Math.cos(e*R)],k=-p*l+h*c,E=-w*h*l-w*p*c+g*d,$=Math.atan2(k,E)/
R;for(let S=0;S<4;S++){let[A,B]=Xn(t,e,$,r),H=to(B,n)*Math.cos(o*R)*R*6378137,rt=(o-A)*R*6378137,[Yt,Vt]=Xn(t,e,$,r*.999),
We=Math.atan2((B-Vt)*Math.cos(o*R),A-Yt),ti=H*Math.cos(We)-rt*Math.sin(We),ei=6378137*Math.sin(Math.min(r/6378137,Math.PI-
.1));$+=ti/ei/R}return $}function be([t,e],[n,o],r,s){let i=te(e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(l===
1||!i||!Number.isFinite(i))return[[n,o]];let c=Fi(e,t,o,n,i);return[...Array.from({length:l-1},(p,h)=>Xn(e,t,c,i*(h+1)/l)),
[n,o]]}function Jn(t){let e=Math.sqrt(V*(2-V)),n=Math.sin(t*R);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function sn(t){
let e=0,n=Jn(t[0][0]);return t.forEach((o,r)=>{let[s,i]=o;be(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=to(i,c)*R*
(Jn(s)-n+Jn(l)-n)/2,[s,i]=[l,c]})}),Math.abs(e)*6378137*6378137/2}function eo(t){return t.slice(1).reduce((e,[n,o],r)=>e+
te(t[r][1],t[r][0],o,n),0)}var N=window.matchMedia("(max-width: 760px)");function an(){if(!y.bounds)return null;let[t,e,n,o]=y.bounds;return b.latLngBounds(
[[e,t],[o,n]])}function no(t){let e=an();return!e||f.getBounds().pad(t).contains(e)}function ve(){let t=an();if(!t)return;
let[e,n]=N.matches?[62,58]:[14,14];f.fitBounds(t,{paddingTopLeft:[N.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function ln(t){let e=no(.05);t(),f.invalidateSize({animate:!1}),e&&ve()}function ze(t,e){if(t.point){(!f.getBounds().
pad(-.1).contains(t.point)||e)&&f.setView(t.point,Math.max(f.getZoom(),e?9:7),{animate:!1});return}let n=f.latLngToLayerPoint(
t.bounds.getNorthWest()),o=f.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&f.getBounds().
contains(t.bounds)||f.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Dt=document.getElementById("dock"),cn=24;function vr(){return!N.matches&&document.body.classList.contains("figures-o\
pen")}var zr=b.Popup.extend({options:{pane:Dt,className:"docked",autoPan:!1},onAdd(t){Dt.hidden=!1,document.body.classList.
add("docked-open"),b.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),O("docked")},onRemove(t){
b.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(Dt.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){_i(this.getLatLng())}});function _i(t){if(Dt.
classList.toggle("over",!vr()),vr())return;let e=f.latLngToContainerPoint(t),n=f.getSize();Dt.classList.toggle("at-left",
!N.matches&&e.x>n.x/2);let o=Dt.getBoundingClientRect(),r=f.getContainer().getBoundingClientRect(),[s,i]=[o.left-r.left-
cn,o.right-r.left+cn],[l,c]=[o.top-r.top-cn,o.bottom-r.top+cn];e.x<=s||e.x>=i||e.y<=l||e.y>=c||(N.matches?f.panBy([0,e.y-
l],{animate:!1}):Dt.classList.contains("at-left")?f.panBy([e.x-i,0],{animate:!1}):f.panBy([e.x-s,0],{animate:!1}))}var Lt=null;function Ui(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(j(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>Ot(y.quotes??{},r));return[...new Set(
o)].map(r=>[a("dt.wide",{},u("quote"),x(r)),a("dd.wide",{},a("blockquote",{lang:"zh-CN"},y.quotes[r]))])}function Wi(t,e){
let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=j(n,r,e),l=/\n|^.{17}/.test(at(s,
i,t,r));o.append(a(l?"dt.wide":"dt",{},x(u(s.title)),s.derived?Y():null),a(l?"dd.wide":"dd",{dir:"auto"},at(s,i,t,r)))}),
o.append(...Ui(t,e).flat()),o}function Le(t,e,n,o){let r=t.popup.length?it(t.data.columns[t.popup[0]],j(t.data,t.popup[0],
e),t,t.popup[0]):q(t,e);return a("details.feature",{open:n},a("summary",{},o?x(u(t.title),"span.kicker"):null,x(r,"span.\
heading")),Wi(t,e))}function un(t){let e=a("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("d\
iv.under",{},u("under")));let s=P(n,o),i=s.length>1;if(i&&e.append(a("div.many",{},x(u(n.title),"span.kicker"),a("span.c\
ount",{},U("here",s.length)))),s.forEach((l,c)=>{e.append(Le(n,l,r===0&&c===0,!i))}),n.geometry==="point"){let l=n.legend.
precisions.find(c=>c.name===o.precision);e.append(a("p.precision",{},u("position")+u(l.title)))}}),e}function Lr(t){return a(
"div",{},t)}function Me(t,e,n){lr(),Lt=new zr().setLatLng(t).setContent(Lr(e())),Lt.again=e,Lt.openOn(f),Mr();let o=Lt.getElement();
o.tabIndex=-1,n&&o.focus()}function Mr(){let t=Lt.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function Er(){z("language",()=>{Lt?.isOpen()&&(Lt.setContent(Lr(Lt.again())),Mr())})}function ji(t,e,n,o){return a(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function ee(t){
return T("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},T("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function Sr(t){let e=ee(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Ee(t,e,n,o="rows"){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:
a("span.count",{},U(o,n)))}function Tr(t,e){let{precisions:n}=t.legend,o=n.map(({name:s})=>t.places.filter(i=>i.precision===
s&&(e===null||Kt(t,i)===e)).length),r=Math.max(...o);return r>0?n[o.indexOf(r)].name:null}function dn(t){let{legend:e,style:n,
geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),s=Je(t);e.title&&r.append(a("p.legend-title",{},x(u(e.title)),
e.unit?x(`（${u(e.unit)}）`.replace(/[（）]/g,p=>m.lang==="zh"?p:p==="（"?" (":")")):null,e.derived?Y():null));let i=a(
"ul"),l=(p,h)=>{let w=h!==void 0&&Qe(t,h);if(o==="point"){let g=Tr(t,h)||Tr(t,null);return g?ge(g,p,w):null}return o==="\
line"?ee({...n,color:p}):ji(p,n.opacity,n.color,w)},c=o==="point"?"items":"rows";if((e.classes||[]).forEach((p,h)=>{if(p.
count===0&&p.low===void 0&&o!=="raster")return;let w=Ee(l(p.color,h),u(p.words),o==="raster"?null:s.classes[h],c);o==="r\
aster"&&w.append(a("span.count",{},U("cells",p.count))),i.append(w)}),(e.widths||[]).forEach(p=>{i.append(Ee(Sr({...n,weight:p.
width}),Q(p.value),null))}),s.several){let p=Ee(l(e.severalColor,he),u(e.severalWords),s.several,"places");i.append(p)}if(s.
missing){let p=n.kind==="flows"?Sr({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,vt),h=Ee(p,u(e.missingWords),
s.missing,c);h.classList.add("missing"),i.append(h)}if(o==="point"){let p=e.classes?"#5b6b78":n.color;s.precisions.forEach(
h=>{let w=Ee(ge(h.name,p),u(h.title),h.count,c);w.classList.add("of-precision"),i.append(w)})}i.children.length&&r.append(
i),r.append(...Hi(t,s));let d=$r(t);return d.length&&r.append(a("button.unplaced",{type:"button",onclick:()=>Yi(t)},U("u\
nplaced",d.length))),r}function Hi(t,e){let n=[],o=l=>n.push(a("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>P(t,l)).
filter(l=>l.length),s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),
m.year!==null&&t.yearColumn){let l=r.flat().filter(c=>jn(t,c)===null).length;l&&o(U("undated",l))}let{legend:i}=t;if(i.classes&&
t.geometry==="polygon"&&s>1){let l=e.missing===s?vt:e.classes.indexOf(s);if(l===vt?e.missing===s:l>=0&&Gi(t,l)){let d=l===
vt?i.missingWords:i.classes[l].words;o([u("allGrey")(s,u(d))," ",x(u(i.meaning||t.data.description))])}}return n}function Gi(t,e){
let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return Qe(t,e)||Math.max(...o)-Math.
min(...o)<32}function $r(t){return t.data.unplaced.filter(e=>Pt(t,e))}function Yi(t){let e=$r(t);bt(()=>[a("h2",{id:"abo\
ut-title"},x(u(t.title))),a("p.lead",{},U("unplacedTitle",e.length)),e.map((n,o)=>Le(t,n,o===0&&e.length<4,!1))])}function Ar(t){let[e,n,o,r]=t.corners;t.overlay=b.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Vi(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=(B,H)=>f.options.crs.
latLngToPoint(b.latLng(B,H),0),[l,c,d]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:p,height:h}=t.pixels.canvas,w=Math.floor(p*
(d.x-l.x)/(c.x-l.x)),g=Math.floor(h*(d.y-l.y)/(c.y-l.y));if(w<0||g<0||w>=p||g>=h)return null;let[k,E,$,S]=t.pixels.getImageData(
w,g,1,1).data;if(!S)return null;let A=`#${[k,E,$].map(B=>B.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(B=>B.color===A)||null}function pn(t){let e=[...M].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:Vi(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},x(u(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),x(u(o.words)),n.legend.unit?x(` ${u(n.legend.unit)}`):null,n.legend.derived?Y():null));
return e.length?a("div.identify",{},e):null}var Or=.8,Cr=At.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>f.options.crs.latLngToPoint(b.latLng(n),0);this.lines=
t.places.filter(n=>P(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(Or,r??0);return s.flatMap(c=>{let d=c.map(({x:g,y:k})=>[t(g),e(k)]),p=T(
"path",{d:`M${d.map(g=>g.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke\
-linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),h=Pr(d,Math.max(3.5,.9*l));if(!h)return[p];let w=T("path",
{d:`M${h.map(g=>g.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[p,w]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let c=i===null?s.missingColor:r.color,d=Math.max(Or,i??0);l.forEach(p=>{t.lineWidth=d,t.setLineDash(i===null?
[3,3]:[]);let h=p.map(({x:w,y:g})=>[n(w)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[w,g]of h)
t.lineTo(w,g);t.stroke(),t.globalAlpha=1,qi(t,h,Math.max(3.5,.9*d),c)})})}});function Pr(t,e){let n=t.slice(1).map(([S,A],B)=>Math.
hypot(S-t[B][0],A-t[B][1])),o=n.reduce((S,A)=>S+A,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(S=>(r-=S,r<=0)),[[i,l],
[c,d]]=[t[s],t[s+1]],p=1+r/n[s],h=Math.atan2(d-l,c-i),[w,g]=[i+p*(c-i),l+p*(d-l)],[k,E]=[Math.cos(h),Math.sin(h)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([S,A])=>[w+k*S-E*A,g+E*S+k*A])}function qi(t,e,n,o){let r=Pr(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,i]of r)t.lineTo(s,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}K("gisplan-measure",630);var Se=b.layerGroup().addTo(f),Te=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Te);var I=[];function Zi(t){let[e,n]=Co(t);return`${e} ${u(n)}`}function oo(t){I.push([t.lat,t.lng]),mn()}
function mn(){Se.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=I.
flatMap((n,o)=>o?be(I[o-1],n,1,60):[n]);I.length>2&&(b.polygon([...e,...be(I[I.length-1],I[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Se),b.polyline([I[I.length-1],...be(I[I.length-1],I[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Se)),e.length>1&&b.polyline(e,{...t,className:"measured"}).addTo(Se);for(let n of I)b.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Se);Br()}function Br(){if(!m.measuring)return;let t=Te.contains(
document.activeElement)?document.activeElement.id:null,e=[...I,I[0]],n=(r,s,i,l)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},u(s));Te.setAttribute("aria-label",u("measureTitle")),Te.replaceChildren(a("div.measure-head",{},a(
"strong",{},u("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>fn(
!1)},"×")),I.length<2?a("p.hint",{},u("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},u("length")),a(
"dd",{id:"measured-length"},Cn(eo(I))),I.length>2?[a("dt",{},u("perimeter")),a("dd",{},Cn(eo(e))),a("dt",{},u("area")),a(
"dd",{id:"measured-area"},Zi(sn(I)))]:[]),a("div.row",{},n("middle","addMiddle",()=>oo(f.getCenter())),n("back","takeBac\
k",()=>{I.pop(),mn()},!I.length),n("clear","startOver",()=>{I=[],mn()},!I.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function fn(t){m.measuring=t,I=[],document.body.classList.toggle("measuring",t),Te.hidden=!t,f.
doubleClickZoom[t?"disable":"enable"](),t&&f.closePopup(),tt(null),mn();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function Ir(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&fn(!1)}),z("language",Br)}var hn=b.layerGroup().addTo(f);function ne(t){if(m.chosen=t,hn.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?b.circleMarker(
o.point,{...e,radius:_[o.precision]+6,weight:3}).addTo(hn):n.geometry==="line"?b.polyline(o.parts.map(([r])=>r),e).addTo(
hn):b.polygon(o.parts,e).addTo(hn)}O("chosen")}function Qi(t){return m.shown[t.number]||t.geometry==="polygon"?null:a("p\
.layer-off",{},u("layerOff"),x(u(t.title)),a("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),J(t,!0)}},
u("showLayer")))}function oe(t,e,n,o){let r=gt(t,e);if(!r){ne({layer:t,place:null,row:e}),bt(()=>[a("h2",{id:"about-titl\
e"},x(q(t,e))),a("p.lead",{},u("nowhere")),Le(t,e,!0,!0)]);return}ze(r,n),ne({layer:t,place:r,row:e}),Me(b.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Qi(t),un([{layer:t,place:r}])],o),st(q(t,e))}function gn(t,e){if(m.place){m.place(t);return}let n=on(t);if(!n.length){pn(t)&&Me(t,()=>pn(t),e);return}ne({...n[0],row:P(
n[0].layer,n[0].place)[0]}),Me(n[0].place.point?b.latLng(n[0].place.point):t,()=>{let o=pn(t),r=un(n);return o&&r.append(
a("div.under",{},u("under")),o),r},e)}function Rr(){f.on("click",t=>{m.measuring?oo(t.latlng):gn(t.latlng,!1)})}function Ki(){let t=M.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||y.basemap)){f.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)b.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(f)}}function Ji(t){let e=f.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let s=o.getElement();s&&s.setAttribute("aria-label",Ct(t,r))});t.nameMarks=n,z("lan\
guage",n),t.group.on("add",n),Dr(t)}else t.geometry==="raster"?Ar(t):Nr(t)}function wn(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?Dr(t):Nr(t)}function Nr(t){if(t.style.kind==="flows")new Cr(t).addTo(t.group);else for(let e of t.
places)Xi(t,e)}function Xi(t,e){let{style:n}=t;if(!P(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,
lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:Hn(t,e)?Xe(Bt(t,e)):Bt(t,e),fillOpacity:n.opacity};if(t.geometry===
"line"){o&&(r.color=Bt(t,e)),b.polyline(e.parts.map(([s])=>s),r).addTo(t.group);return}b.polygon(e.parts,r).addTo(t.group)}
function Dr(t){if(t.places.length>Qt){t.dots=new ir(t).addTo(t.group);return}t.places.filter(e=>P(t,e).length).forEach(e=>{
let n=ge(e.precision,Bt(t,e),Hn(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=b.marker(e.point,{pane:t.pane,keyboard:!0,
icon:b.divIcon({html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(_[e.precision])});t.marks.push(
{marker:r,place:e}),r.on("mouseover",()=>tt(r.getLatLng())),r.on("click",s=>gn(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.
key==="Enter"&&gn(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function Fr(){Ki(),M.forEach(Ji)}function _r({tiles:t}){
for(let e of t)b.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(f)}var $e=document.getElementById("years"),Ur=[...new Set(M.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?tr(t):
[]]))].sort((t,e)=>t-e),G=Ur.length&&y.years.length?y.years:Ur,Wr=y.groups.flatMap(t=>{let e=t.layers.map(n=>M[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Ft=0;function ct(t){
let e=G.includes(t)?t:null;e!==m.year&&(m.year=e,M.filter(n=>n.yearColumn).forEach(wn),Wr.forEach(ta),tt(null),m.chosen?.
place&&!P(m.chosen.layer,m.chosen.place).length&&ne(null),f.closePopup(),so(),st(Ae()),O("year"))}function ta(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&J(n,n===e)}),m.year===null&&
(t.wanted=!1)}function Ae(){if(m.year===null)return u("everyYear");let t=Wr.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return Io(m.year)+(t?u("noYear"):"")}function ro(t){clearInterval(Ft),Ft=t?setInterval(()=>{let e=G.indexOf(m.year)+
1;e<G.length&&ct(G[e]),e>=G.length-1&&ro(!1)},1400):0,t&&ct(G[0]),so()}function so(){if(G.length<2)return;$e.hidden=!1;let t=document.
activeElement&&$e.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?G.length:G.indexOf(m.year);
$e.setAttribute("aria-label",u("years"));let n=[...G.map(String),u("allYears")];$e.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>ro(!Ft),"aria-label":u(Ft?"stop":"play"),title:u(Ft?"stop":"play")},Tt(Ft?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:G.length,step:1,value:e,"a\
ria-label":u("years"),"aria-valuetext":Ae(),oninput:o=>{Ft&&ro(!1),ct(G[o.target.valueAsNumber]??null)}}),a("div.ticks",
{"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>ct(G[r]??null)},o)))),a("output.year-now",{},
Ae())),t&&document.getElementById(t).focus()}function jr(t){z("language",so),new ResizeObserver(()=>{$e.style.setProperty(
"--foot",`${t.offsetHeight}px`)}).observe(t)}var Hr=document.getElementById("sheet"),io=document.getElementById("sheet-more"),ea=.0254/96,na=[];function oa(){let t=f.
getSize(),e=f.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[f.containerPointToLatLng([t.x/2-50,t.y/2]),f.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=te(n.lng,e.lat,o.lng,e.lat)/(100*ea),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${Q(Math.
round(s/i)*i)}`}function ra(){return T("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},T("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),T("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),T("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function sa(){
return[...M].reverse().filter(t=>m.shown[t.number]).map(t=>{let e=dn(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button"))n.replaceWith(a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},x(u(t.title),
"strong.datum"),t.style.kind==="outline"?ee(t.style):null),e.children.length?e:null)})}function ia(){let t=M.filter(n=>m.
shown[n.number]).flatMap(n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(
y.attribution),y.basemap?u(y.basemap.attribution):"",...new Set(t)].filter(Boolean);return a("p.sheet-credits",{},u("cre\
dits"),e.map((n,o)=>[o?"; ":"",x(n)]))}function Gr(t){let e=a("div.sheet-legend",{},sa()),n=a("div.sheet-foot",{},m.year===
null?"":a("p",{},Ae()),a("p.ratio",{},u("ratio"),oa()),a("p",{},u("projection")),ia(),a("p",{},u("printed"),Xt()),a("p.r\
eview",{},u("review"),y.review?x(y.review):u("noReviewLine")));Hr.replaceChildren(a("div.sheet-head",{},a("h2",{},u("leg\
end")),ra()),e,n,t);let o=na.flatMap(r=>r()).filter(Boolean);io.replaceChildren(...aa(e,n),...o),io.hidden=!io.children.
length}function aa(t,e){let n=[],o=e.querySelector(".sheet-credits");e.offsetHeight>Hr.clientHeight/3&&o.replaceWith(a("\
p",{},u("creditsOver")));let r=[];for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),
t.lastElementChild.remove();if(r.length){for(t.append(a("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+
1&&t.children.length>1;){let s=t.children[t.children.length-2];r.unshift(s),s.remove()}n.push(a("h2",{},u("legendMore")),
a("div.sheet-legends",{},r))}return o.isConnected||n.push(a("h2",{},u("source")),o),n}var Yr={A3:"A3 landscape",A4:"A4 landscape"},_t=null,yn="A3";function la(){for(let t of document.styleSheets){let e=[...t.
cssRules].findIndex(n=>n instanceof CSSPageRule);if(!(e<0)){t.deleteRule(e),t.insertRule(`@page { size: ${Yr[yn]}; margi\
n: 12mm; }`,e);return}}}function ca(){return no(.02)?an()??f.getBounds():f.getBounds()}function Vr(){_t||document.body.classList.
contains("printing-list")||(_t={centre:f.getCenter(),zoom:f.getZoom(),bounds:ca()},tt(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,m.paper=!0,qr())}function qr(){
document.body.classList.toggle("paper-a4",yn==="A4"),la(),f.invalidateSize({animate:!1,pan:!1}),f.fitBounds(_t.bounds,{animate:!1,
padding:[8,8]}),O("paper"),Gr(ua()),zt()}function ao(){if(!_t)return;let{centre:t,zoom:e}=_t;_t=null,m.paper=!1,document.
documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById("sheet").
hidden=!0,document.getElementById("sheet-more").hidden=!0,f.invalidateSize({animate:!1,pan:!1}),f.setView(t,e,{animate:!1}),
O("paper"),zt()}function ua(){let t=e=>a("label",{},a("input",{type:"radio",name:"paper-size",id:`paper-${e.toLowerCase()}`,
checked:e===yn,onchange:()=>{yn=e,qr(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);return a("div.s\
heet-tools",{role:"group","aria-label":u("print")},Object.keys(Yr).map(t),a("button.sheet-print",{type:"button",id:"pape\
r-print",onclick:()=>window.print()},u("print")),a("button.sheet-back",{type:"button",onclick:ao},u("back")))}function Zr(){
Vr(),document.getElementById("paper-print").focus()}function kn(){return _t!==null}function Qr(){let t=!1;window.addEventListener(
"beforeprint",()=>{t=kn(),Vr()}),window.addEventListener("afterprint",()=>{t||ao()}),document.addEventListener("keydown",
e=>{e.key==="Escape"&&ao()})}var Ut={last:"",timer:0,ready:!1},Xr=Zo(M),co=[];function ts(t){co.push(t)}function es(){return Qo(window.location.hash,
{keys:Xr,groups:y.groups.length,years:G})}function ns(){let{lat:t,lng:e}=f.getCenter(),n=co.flatMap(o=>o.write());return Ko(
{zoom:f.getZoom(),lat:t,lng:e},m,Xr,n)}function Kr(t){t.shown&&M.forEach((n,o)=>{m.shown[o]!==t.shown[o]&&J(n,t.shown[o])}),
t.opacity?.forEach((n,o)=>{Ve(o,n)}),ct(t.year);let e=new URLSearchParams(window.location.hash.replace(/^#/,""));for(let n of co)
n.follow(e);t.view&&f.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),Ut.ready=!0}function Jr(){!Ut.ready||kn()||(clearTimeout(
Ut.timer),Ut.timer=setTimeout(()=>{if(!kn()){Ut.last=ns();try{window.history.replaceState(null,"",Ut.last)}catch{}}},120))}
async function os(){let t=window.location.href.split("#")[0]+ns(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{
e=!1}bt(()=>[a("h2",{id:"about-title"},u("linkTitle")),a("p.lead",{},e?u("copied"):""," ",u("linkHint")),a("input",{id:"\
link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById(
"link-text").focus()}var lo=es();function rs(){lo.lang&&(m.lang=lo.lang)}function ss(){Kr(lo),window.addEventListener("h\
ashchange",()=>{if(window.location.hash===Ut.last)return;let t=es();t.lang&&t.lang!==m.lang&&(m.lang=t.lang,O("language")),
Kr(t)}),f.on("moveend",Jr);for(let t of["language","layers","year","view","tasks"])z(t,Jr)}var da=b.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!N.matches}),b.DomEvent.disableClickPropagation(
this.box),z("language",()=>this.write()),this.box},write(){let t=[...[...y.context?.layers??[]].reverse().flatMap(r=>r.sources.
map(u)),...Object.values(y.tables).flatMap(r=>r.sources).map(r=>u(r.title)),...y.headlines.flatMap(r=>r.sources.map(u))],
e=[u(y.attribution),y.basemap?u(y.basemap.attribution):"",...new Set(t)].filter(Boolean),n=a(y.review?"span.review":"spa\
n.review.unset",{},u("review"),y.review?x(y.review):u("noReview")),o=a("div.credits",{tabIndex:0},a("span",{},u("credits")));
e.forEach((r,s)=>{o.append(s?"; ":"",x(r))}),this.box.replaceChildren(a("summary",{},n),o)}}),pa=b.Control.extend({onAdd(){
let t=(e,n,o)=>a("button",{type:"button","data-say":e,onclick:o},n);return this.box=a("div.zoom.leaflet-bar",{},t("zoomI\
n","+",()=>f.zoomIn()),t("zoomOut","−",()=>f.zoomOut()),t("home",Tt("home"),ve)),b.DomEvent.disableClickPropagation(this.
box),z("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.dataset.
say),t.setAttribute("aria-label",t.title)})}});function ma(){document.fullscreenElement?document.exitFullscreen():document.
documentElement.requestFullscreen().catch(()=>st(u("full")))}var fa=[["measure",()=>fn(!m.measuring)],["full",ma],["link",
os],["print",Zr]],ha=b.Control.extend({onAdd(){let t=fa.filter(([e])=>e!=="full"||document.fullscreenEnabled);return this.
box=a("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e===
"measure"?"false":null},Tt(e)))),b.DomEvent.disableClickPropagation(this.box),z("language",()=>this.write()),this.box},write(){
this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});
function is(){let t=new da({position:"bottomright"}).addTo(f);return new pa({position:N.matches?"bottomright":"topright"}).
addTo(f),new ha({position:"topright"}).addTo(f),b.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(
f),document.addEventListener("fullscreenchange",()=>f.invalidateSize({animate:!1})),t.box}var cs=K("gisplan-counts",588);cs.classList.add("leaflet-zoom-hide");var Oe=16;function ga(t,e){let[n,o]=[t/2+e*.5,Oe/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Oe/2-e-2],[0,Oe/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function as(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function ls(){let t=M.filter(r=>r.geometry==="point"&&m.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:f.latLngToLayerPoint(s.point),count:P(r,s).length,radius:_[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:i,own:l})=>{let c=String(s),d=8+7*c.length,p=ga(d,i).map(([k,E])=>[r.x+k-d/2,r.y+E-Oe/2,r.x+k+d/2,r.y+E+Oe/2]),h=p.
filter(k=>n.every(E=>as(k,E))),w=h.find(k=>e.every((E,$)=>$===l||as(k,E)))||h[0]||p[0];n.push(w);let g=a("span.mark-coun\
t",{"aria-hidden":"true"},c);return g.style.width=`${d}px`,b.DomUtil.setPosition(g,b.point(Math.round(w[0]),Math.round(w[1]))),
g});cs.replaceChildren(...o)}function us(){f.on("zoomend viewreset resize",ls);for(let t of["language","layers","year","\
kept","paper"])z(t,ls)}var Wt={width:320,height:104,most:160};function ds(t,e,n){let o=e&&t.data.columns[e];return o&&ht(o)?ya(t,e,n):t.legend.
classes?ka(t):null}function wa(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"\
true"},n||""))}function ya(t,e,n){let r=t.data.columns[e],s=n.map(A=>({row:A,value:F(r.values,A)})).filter(A=>typeof A.value==
"number").slice(0,Wt.most);if(s.length<2)return null;let{width:i,height:l}=Wt,c=s.map(A=>A.value),[d,p]=[Math.min(0,...c),
Math.max(0,...c)],h=A=>4+(l-8)*(p-A)/(p-d||1),w=i/s.length,g=w>4?Math.min(3,w*.2):0,k=s.map(({row:A,value:B},H)=>{let rt=T(
"g",{class:"bar","data-row":A});return rt.append(T("rect",{class:"hit",x:H*w,y:0,width:w,height:l}),T("rect",{class:"val\
ue",x:H*w+g/2,width:Math.max(.6,w-g),y:Math.min(h(0),h(B)),height:Math.max(1,Math.abs(h(B)-h(0))),fill:e===t.column?Ke(t,
A):"#4d8296"})),rt}),E=`${u("chart")}${u(r.title)}`,$=T("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":E,preserveAspectRatio:"\
none"},...k,T("line",{class:"zero",x1:0,x2:i,y1:h(0),y2:h(0)}));$.addEventListener("mouseover",A=>Rt(t,Zt(A))),$.addEventListener(
"mouseleave",()=>Rt(t,null)),$.addEventListener("click",A=>{let B=Zt(A);B!==null&&oe(t,B,!1,!1)});let S=s.length===Wt.most&&
n.length>Wt.most?a("span.count",{},` ${U("firstBars",Wt.most)}`):null;return wa([x(u(r.title)),r.unit?x(m.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?Y():null,S],$)}function ka(t){let e=Je(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:u(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,s=T("svg",{viewBox:`0 0 ${Wt.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=Wt.width*i.count/o;s.append(T("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),a("figure.chart",{},a("figcaption",{},x(u(t.legend.title)),t.legend.derived?Y():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),x(i.text),a("span.count",{},` ${U(
"rows",i.count)}`)))))}function ps(t,e,n){let o=t.data.columns[e];return n===null||!o||!ht(o)?[u("chartHint")]:[x(q(t,n),
"strong.datum")," ",at(o,j(t.data,e,n),t,e)]}var Mt=document.getElementById("figures"),bn=document.getElementById("figures-toggle"),C={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},xa=26;function po(){let t=M.filter(r=>m.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===C.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function ms(){let t=po();return!t||t.data.
count<=5e3}function mo(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
Ot(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some((i,l)=>{let c=j(t.data,r,l);return typeof c=="s\
tring"&&!Ot(e[r].words,c)&&(c.length>xa||c.includes(`
`))}))}function ba(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(d,p)=>p).filter(d=>Pt(t,d));if(!e)return s;let i=o.columns[e],l=new Map(s.map(d=>{let p=j(o,e,d);return p==null?
[d,null]:[d,typeof p=="number"?p:it(i,p,t,e)]})),c=n?-1:1;return s.sort((d,p)=>{let[h,w]=[l.get(d),l.get(p)];if(h===null||
w===null)return(h===null)-(w===null)||d-p;let g=typeof h=="number"&&typeof w=="number"?h-w:r.compare(h,w);return c*g||d-
p})}function va(t){if(m.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=m.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function za(){return y.headlines.length?a("dl.headlines",{},y.headlines.
map(t=>va(t)).map(t=>a("div",{title:u("credits")+t.sources.map(u).join("; ")},a("dt",{},x(u(t.title))),a("dd",{},t.before&&
t.value!==null?x(`${u(t.before)} `):null,a("strong",{},La(t)),t.unit&&t.value!==null?x(` ${u(t.unit)}`):null,t.of!==null?
a("span.of",{},U("ofAll",t.of)):null,t.derived?Y():null,m.year!==null&&!t.years?a("span.note",{},u("everyYearAlike")):null,
t.missing?a("span.note",{},U("unknown",t.missing)):null,t.point&&t.value!==null?x(`${u(t.point)} ${xn(t.value)}`,"span.n\
ote"):null,t.worth?x(u(t.worth),"span.note"):null)))):null}function La(t){if(t.value===null)return"—";if(!t.point)return xn(
t.value);let[e,n]=[xn(t.low),xn(t.high)];return e===n?e:`${e}–${n}`}function xn(t){return Math.abs(t)>=1e3?Q(Math.round(
t)):Q(Math.round(t*10)/10)}function Ma(t,e){let n=t.data.columns[e];C.down=C.sort===e?!C.down:ht(n),C.sort=e,jt(),document.
getElementById(`sort-${mo(t).indexOf(e)}`).focus()}function Ea(t,e,n){let o=t.data.columns[e],r=C.sort===e;return a(ht(o)?
"th.number":"th",{scope:"col","aria-sort":r?C.down?"descending":"ascending":"none"},a("button",{type:"button",id:`sort-${n}`,
onclick:()=>Ma(t,e)},x(u(o.title)),a("span.arrow",{"aria-hidden":"true"},r?C.down?"▼":"▲":"")),o.unit?a("span.unit",
{dir:"auto"},u(o.unit)):null,o.derived?Y():null)}function Sa(t,e,n){let o=t.data,r=a("tr",{"data-row":String(n)});return e.
forEach((s,i)=>{let l=o.columns[s],c=it(l,j(o,s,n),t,s);if(i===0){r.append(a("th",{scope:"row"},a("button",{type:"button",
dir:"auto",onclick:d=>oe(t,n,!1,d.detail===0)},c)));return}r.append(a(ht(l)?"td.number":"td",{dir:ht(l)?null:"auto"},s===
t.column&&t.style.kind!=="outline"?a("span.dot",{style:{"--color":Ke(t,n)}}):null,c))}),r}function Ta(t){let e=M.filter(
n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return a("label.pick",{},a("span",{},u("tableOf")),a("select",{id:"\
figures-layer",onchange:n=>{Object.assign(C,{picked:Number(n.target.value),sort:null,most:200}),jt()}},e.map(n=>a("optio\
n",{value:String(n.number),selected:n===t},u(n.title)))))}function $a(t){let e=mo(t),n=C.rows.slice(0,C.most),o=a("table",
{onmouseover:r=>Rt(t,Zt(r)),onmouseleave:()=>Rt(t,null),onfocusin:r=>Rt(t,Zt(r))},a("caption",{},x(u(t.title)),a("span.c\
ount",{},` ${U("tableRows",C.rows.length)}`)),a("thead",{},a("tr",{},e.map((r,s)=>Ea(t,r,s)))),a("tbody",{},n.map(r=>Sa(
t,e,r))));return[C.rows.length?null:a("p.hint",{},u("nothingDue")),a("div.table",{tabIndex:0,role:"region","aria-label":u(
t.title)},o),n.length<C.rows.length?a("button.more",{type:"button",id:"figures-more",onclick:()=>{C.most+=500,jt()}},u("\
more")):null]}function jt(){if(bn.replaceChildren(u("figures")),Mt.setAttribute("aria-label",u("figuresTitle")),!C.open)
return;let t=Mt.contains(document.activeElement)?document.activeElement.id:null,{scrollTop:e}=Mt,n=po(),o=[a("div.figure\
s-head",{},a("h2",{},u("figuresTitle")),a("button.close",{type:"button",id:"figures-close","aria-label":u("close"),onclick:()=>{
Et(!1),bn.focus()}},"×")),za()];if(n){let r=mo(n);if(!r.includes(C.sort)){let s=n.column&&r.includes(n.column)?n.column:
r[0];C.sort=s||null,C.down=!!(s&&ht(n.data.columns[s]))}C.rows=ba(n,C.sort,C.down),o.push(Ta(n),ds(n,C.sort,C.rows),$a(n))}else
o.push(a("p.hint",{},u("nothingShown")));Mt.replaceChildren(...o.flat(1/0).filter(Boolean)),Mt.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),uo(!1)}function uo(t){if(!C.open)return;let e=po();if(!e)return;let n=m.chosen&&m.
chosen.layer.table===e.table?m.chosen:null,o=xe.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;Mt.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let d=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",d),l.tagName==="TR"&&l.setAttribute("aria-selected",String(d)),t&&
d&&l.tagName==="TR"&&Aa(l)});let s=Mt.querySelector(".chart-note"),i=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...ps(e,C.sort,i))}function Aa(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function Et(t){ln(()=>{C.open=t,t&&O("opened","fig\
ures"),Mt.hidden=!t,document.body.classList.toggle("figures-open",t),bn.setAttribute("aria-expanded",String(t)),jt()})}function fs(){
bn.addEventListener("click",()=>Et(!C.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&C.open&&
Et(!1)}),z("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&N.matches)&&C.open&&Et(!1)}),z("language",jt),z("lay\
ers",jt),z("year",jt),z("hover",()=>uo(!1));for(let t of["chosen","docked"])z(t,()=>uo(!0))}function Oa(t){let e=[u(t.publisher),t.date].filter(Boolean),n=a("li",{},x(u(t.title)));for(let o of e)n.append(" · ",x(
o));return t.url&&n.append(" · ",t.link?He(t.url,t.url):x(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},u(t.note))),
n}function Ca(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=a("dl.values"),o=(r,...s)=>n.append(a("dt",{},u(r)),
a("dd",{},...s));return t.vintage&&o("vintage",x(t.vintage)),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(
Oa))),t.licence&&o("licence",x(t.licence)),e.length&&o("meaning",a("ul.plain",{},e.map(r=>a("li",{},x(u(r.title),"strong\
.datum"),r.derived?Y():null," ",x(u(r.meaning)))))),a("section",{},a("h3",{dir:"auto"},u(t.title)),a("p",{dir:"auto"},u(
t.description)),n)}function hs(){return[a("h2",{id:"about-title"},u("about")),a("p.lead",{dir:"auto"},u(y.description)),
Object.values(y.tables).map(Ca),a("p.software",{},u("software"))]}var gs=document.getElementById("about-open"),vn=document.getElementById("language");function Pa(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en",document.title=u(y.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=u(y[t]),e.title=u(y[t])}gs.replaceChildren(...je("about")),vn.replaceChildren(u("language")),vn.setAttribute(
"aria-label",u("languageHint")),vn.lang=m.lang==="zh"?"en":"zh-CN",f.getContainer().setAttribute("role","main"),f.getContainer().
setAttribute("aria-label",u("map"))}function ws(){gs.addEventListener("click",()=>bt(hs)),vn.addEventListener("click",()=>{
m.lang=m.lang==="zh"?"en":"zh",O("language")}),z("language",Pa)}function Ba(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?a("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):T("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},T("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function ys(){return X.length?a("fieldset.context",{},a("legend",{},u("context")),[...X].reverse().
map(t=>{let e=`context-${t.name}`;return a("div.layer",{},a("div.layer-head",{},a("input",{type:"checkbox",id:e,checked:ft(
t),onchange:n=>Go(t,n.target.checked)}),a("label",{for:e,dir:"auto"},x(u(t.title))),Ba(t)))})):null}var fo=document.getElementById("panel"),go=document.getElementById("panel-toggle");function Ia(t,e){return a("input",{type:"\
checkbox",id:e,checked:m.shown[t.number],onchange:n=>J(t,n.target.checked)})}function Ra(t,e){return a("input",{type:"ra\
dio",name:"theme",id:e,checked:m.shown[t.number],title:u("oneTheme"),onclick:()=>J(t,!m.shown[t.number])})}function Na(t){
let e=`layer-${t.number}`,n=a("div.layer",{},a("div.layer-head",{},me(t)?Ra(t,e):Ia(t,e),a("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?ee(t.style):null)),o=dn(t);return o.children.length&&(o.hidden=!m.shown[t.number],n.append(
o)),n}function Da(t,e){return a("label.opacity",{title:u("opacity")},a("span",{"aria-hidden":"true"},u("opacityShort")),
a("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),a("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*m.opacity[e]),oninput:n=>Ve(e,n.target.valueAsNumber/100)}))}function ho(){let t=document.activeElement?.
id;fo.setAttribute("aria-label",u("layers")),fo.replaceChildren(...y.groups.map((e,n)=>a("fieldset",{style:{"--group":m.
opacity[n]}},a("legend",{dir:"auto"},u(e.title)),Da(e,n),[...e.layers].reverse().map(o=>Na(M[o])))).reverse(),ys()??""),
go.replaceChildren(...je("layers")),t&&fo.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(t).focus()}function Ce(t){
document.body.classList.toggle("panel-open",t),go.setAttribute("aria-expanded",String(t)),t&&O("opened","panel"),f.invalidateSize(
{animate:!1})}function Fa(){for(let t of M){let e=document.getElementById(`legend-${t.number}`);e&&(e.hidden=!m.shown[t.
number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=m.shown[t.number])}}function _a(){m.opacity.forEach(
(t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest("fieldset").style.setProperty(
"--group",t))})}function ks(){go.addEventListener("click",()=>Ce(!document.body.classList.contains("panel-open"))),document.
addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&Ce(!1)}),z("opened",t=>{t!=="panel"&&N.matches&&Ce(!1)}),z("\
language",ho),z("year",ho),z("kept",ho),z("layers",Fa),z("view",_a)}function Pe(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function bs({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Pe);return{code:n||"",zh:Pe(t??""),en:Pe(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Pe),initials:r.map(s=>s.slice(0,1)).join("")}}function Ua(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var Wa=3;function xs({entry:t,fit:e}){
return t.unit&&e<=Wa?0:1}function vs(t,e,n){let o=Pe(e);return o?t.map(r=>({entry:r,fit:Ua(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>xs(r)-xs(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var yo=document.getElementById("search"),ja=12,wo=null,W=[],Z=-1;function Ha(){let t=[],e=new Set,n=r=>M.some(s=>s.table===
r&&m.shown[s.number]);return Object.keys(y.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=y.tables[r],{search:i}=s,l=i.
name?s.columns[i.name]:null;for(let c=0;c<s.count;c++){let d=l?F(l.values,c):null,p=l?.english?F(l.english,c):null,h=i.code?
i.code[c]:null,w=h?`${h} ${d}`:null;if(d===null&&p===null&&h===null||w&&e.has(w))continue;w&&e.add(w);let g=i.pinyin?F(i.
pinyin,c):null,k=h!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:k,...bs({zh:d,en:p,code:h,pinyin:g})})}}),t}
function zs(t){return wo=wo||Ha(),vs(wo,t,ja)}function Ls(t){let e=M.filter(n=>n.table===t);return e.filter(n=>m.shown[n.
number]).pop()||e[0]}function Ms(t){let e=Ls(t.table);Ga(),m.year!==null&&!Pt(e,t.row)&&ct(null),oe(e,t.row,!0,!0),N.matches&&
Et(!1)}function Ga(){W=[],Z=-1,Be()}function Ya(t){let e=Ls(t.table),n=y.tables[t.table],o=n.search.name?n.columns[n.search.
name]:null,r=o?.english?F(m.lang==="zh"?o.english:o.values,t.row):null;return[x(q(e,t.row),"strong.datum"),r?x(r,"span.o\
ther"):null,a("span.of",{},t.code?`${t.code} · `:"",x(u(e.title)))]}function Be(){let t=document.getElementById("search\
-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...W.
map((r,s)=>a("li",{id:`found-${s}`,role:"option","aria-selected":String(s===Z),onmousedown:i=>{i.preventDefault(),Ms(r)}},
Ya(r))));let o=document.getElementById("search-none");o.hidden=W.length>0||!n||Z===-2,o.textContent=u("nothingFound"),t.
hidden=!W.length,e.setAttribute("aria-expanded",String(W.length>0)),Z>=0?(e.setAttribute("aria-activedescendant",`found-${Z}`),
document.getElementById(`found-${Z}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Va(t){
W=zs(t.target.value),Z=W.length?0:-1,Be(),t.target.value.trim()&&st(W.length?U("found",W.length):u("nothingFound"))}function qa(t){
let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&W.length?(t.preventDefault(),Z=(Z+e+W.length)%W.length,Be()):t.key==="Escape"&&
(t.stopPropagation(),W.length||(t.target.value=""),W=[],Z=-2,Be())}function Za(){let t=document.getElementById("search-i\
nput");yo.setAttribute("aria-label",u("search")),yo.replaceChildren(a("div.field",{},Tt("search"),a("input",{id:"search-\
input",type:"search",role:"combobox",placeholder:u("searchHint"),"aria-label":`${u("search")}: ${u("searchHint")}`,"aria\
-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Va,
onkeydown:qa,onblur:()=>{Z=-2,W=[],Be()}})),a("ul",{id:"search-list",role:"listbox","aria-label":u("search"),hidden:!0}),
a("p",{id:"search-none",hidden:!0}))}function Es(){yo.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById(
"search-input");W.length||(W=zs(e.value)),W.length&&Ms(W[Math.max(0,Z)])}),document.addEventListener("keydown",t=>{t.key!==
"/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").
focus())}),z("language",Za)}var Ie={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},Ss={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function L(t){return u(Ie[t])}function Ht(t,e){let n=qt(e);return u({zh:Ss[t].zh(
n),en:Ss[t].en(n)})}function zn(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function Ts(t){return u({zh:`${t} ${Ie.dueBy.zh}`,en:`${Ie.dueBy.
en}${t}`})}function $s(t){return u({zh:`${Ie.asOf.zh}：${t}`,en:`${Ie.asOf.en} ${t}`})}var re=["met","partly","short","undecided","awaiting"],et="overdue",Re="aims",Qa=["target","milestone"],Ka=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],Ne=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function As(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return Ka.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function ko(t,e){let n=As(e);if(!n)return[];let o=t.
map(s=>s.names.map(As)),r=s=>o.map((i,l)=>i.some(s)?l:-1).filter(i=>i>=0);for(let s of[i=>i===n,i=>i===`省${n}`,i=>n.length>
1&&i.includes(n)]){let i=r(s);if(i.length)return i}return[]}function Os(t,e){let n=F(t,e);return n?n.split(" ").map(Number):
[]}function Cs({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,i=(c,d)=>r[c]?F(r[c].values,d):null,l=(c,d)=>r[c]?
[i(c,d),r[c].english?F(r[c].english,d):null]:[];return Array.from({length:s},(c,d)=>({row:d,item:i("item",d),kind:i("kin\
d",d),state:i("state",d),year:i("year",d),due:i("due",d),lead:Os(e,d),cooperate:Os(n,d),regions:new Map((F(o,d)||"").split(
" ").filter(Boolean).map(p=>p.split(":")).map(([p,h])=>[Number(p),h])),words:[...l("name",d),i("clause",d),i("item",d),i(
"text_zh",d)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function Ln(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function xo(t){return Qa.
includes(t.kind)}function Ja(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(ko(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(d=>c.some(p=>d[p].some(h=>l.has(h))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===Re?xo(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let i=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);i.push(c=>c.regions.has(l))}return t.mark&&o&&i.push(l=>o.has(l.row)),{found:r,here:i}}function bo(t,e,n){
let{found:o,here:r}=Ja(e,n),s=d=>!e.states.length||e.states.includes(d.state)||e.states.includes(et)&&Ln(d,n.day),i=d=>t.
filter(p=>d.every(h=>h(p))),l=i([...o,...r]),c=e.due?bo(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:i(
[...o,s]),list:Xa(l.filter(s))}}function Xa(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function Mn(t,e){
let n=Object.fromEntries([...re,et].map(o=>[o,0]));for(let o of t)n[o.state]++,Ln(o,e)&&n[et]++;return n}function Ps(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(i=>i.year===o+s)}))}var tl=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function vo(t){return tl.test(t)}function Bs(t,{regions:e,kinds:n,years:o,rows:r}){let s=(i,l)=>{let c=t.get(i)??"";return l(
c)?c:""};return{...Ne,unit:(t.get("unit")??"").slice(0,80),role:s("role",i=>["lead","cooperate"].includes(i)),region:s("\
region",i=>e.some(l=>l.code===i)),due:s("due",i=>i==="none"||o.map(String).includes(i)),kind:s("kind",i=>i===Re||n.includes(
i)),states:(t.get("state")??"").split(" ").filter(i=>[...re,et].includes(i)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",i=>{let[l,c,...d]=i.split(".");return!d.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",vo)}}function zo(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var se=y.tasks,ut=se?Cs(se):[],nt=se?.table,De=se?.units??[],ot=se?.regions??[],Lo=se?.rows??{},ie=Object.keys(Lo),Mo=[...new Set(
ut.map(t=>t.year))].filter(Boolean).sort(),Eo=[...new Set(ut.map(t=>t.kind))],v={open:!1,asked:Ne,found:null,chosen:null};
function En(t,e){let n=Lo[t]?F(Lo[t],e):"";return n?n.split(" ").map(Number):[]}function dt(){return v.asked.asOf||Xt()}
function Fe(t){let[e,n]=t.split("."),o=$t[e]?.[Number(n)];return o?{name:e,place:o}:null}function St(t){v.asked={...v.asked,
...t};let e=v.asked.mark?Fe(v.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(o=>En(e.name,o)));v.found=bo(ut,v.asked,
{units:De,regions:ot,marked:n,day:dt()}),O("tasks")}var el={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},Rs=60,nl=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],ae=Rs;
function _e(t){return a(`span.sign.state-${t}`,{"aria-hidden":"true"},el[t])}function le(t,e){return it(nt.columns[t],e)}
function pt(t){if(t.state===et)return L("overdue");let e=Ln(t,dt())?`${u({zh:"，",en:", "})}${L("overdue")}`:"";return le(
"state",t.state)+e}function D(t,e){return nt.columns[t]?j(nt,t,e):null}function So(t){let e=D("form",t.row),n=le("kind",
t.kind);return e?`${n} · ${le("form",e)}`:n}function ol(t){let e=[...t.regions].filter(([,n])=>n==="place");return zn((e.
length?e:[...t.regions]).map(([n])=>u(ot[n])),4)}function Is(t){let e=D("value",t);if(e==null)return null;let n=D("measu\
re_unit",t)??"";return`${at(nt.columns.value,e)} ${n}`.trim()}function rl(t,e){let n=a("dl.values"),o=(s,...i)=>{n.append(
a("dt.wide",{},x(s)),a("dd.wide",{dir:"auto"},...i))},r=D("text_zh",t.row);r&&o(u(nt.columns.text_zh.title),a("blockquot\
e",{lang:"zh-CN"},r));for(let s of nl){let i=D(s,t.row);if(s==="lead"&&!i&&o(u(nt.columns.lead.title),L("noLead")),s==="\
evidence"&&Is(t.row)&&o(L("known"),Is(t.row)),i==null)continue;let l=at(nt.columns[s],i);o(u(nt.columns[s].title),s==="u\
rl"?He(i,i):l)}return t.regions.size&&o(L("about"),ol(t)),[n,e?a("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
L("onMap")):a("p.hint",{},L("noPlace"))]}function sl(t,{open:e,place:n}){let o=v.chosen===t.row,r=`task-${t.row}`,s=D("l\
ead",t.row);return a(o?"li.task.opened":"li.task",{"data-item":t.item},a("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},_e(t.state),a("span.what",{},x(D("name",t.
row),"span.heading"),a("span.facts",{},a("strong",{},pt(t)),` · ${So(t)} · `,x(D("clause",t.row)),s?[" · ",x(s)]:null))),
o?a("div.details",{id:`${r}-details`},rl(t,n(t))):null)}function Ns(t,e){if(!t.length)return[a("p.hint",{},L("nothing"))];
let n=t.findIndex(i=>i.row===v.chosen);n>=ae&&(ae=n+1);let o=[],r,s;for(let i of t.slice(0,ae)){if(i.year!==r||!s){r=i.year;
let l=t.filter(c=>c.year===r);s=a("ul.tasks"),o.push(a("h3",{},r?Ts(r):L("undated"),a("span.count",{},` ${Ht("tasks",l.length)}`)),
s)}s.append(sl(i,e))}return t.length>ae&&o.push(a("button.more",{type:"button",id:"tasks-more",onclick:()=>{ae+=200,e.again()}},
u("more"))),o}function Ds(){ae=Rs}var Fs={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},ce=b.
layerGroup();function _s(t){return t.geometry==="polygon"?t.data.search.code:null}function Us(t){for(let e of M){let n=_s(
e)?.indexOf(t)??-1,o=n<0?null:gt(e,n);if(o)return{layer:e,place:o}}return null}function Ws(t){let e=ie.map(n=>M.find(o=>o.
table===n)).sort((n,o)=>Number(m.shown[o.number])-Number(m.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,i)=>i).filter(s=>En(n.table,s).includes(t.row)).map(s=>gt(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>Us(ot[n].code)).filter(Boolean)}function js({
layer:t,place:e}){return e.point?b.circleMarker(e.point,{...Fs,radius:_[e.precision]+6}).addTo(ce):b.polygon(e.parts,Fs).
addTo(ce),t}function ue(t){if(ce.clearLayers(),!t)return!1;let e=Ws(t);return e.forEach(js),e.length>0}function Hs(t){let e=Ws(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!m.shown[n.number]&&J(n,!0),ue(t),ze(o,!1)}:null}
function Gs(t){ce.clearLayers();let e=t?Us(t):null;e&&(js(e),ze(e.place,!1))}function il({layer:t,place:e,row:n}){if(ie.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=_s(t)?.[n];if(!o)return null;let r=i=>ot.
some(l=>l.code===i);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function al(){let t=!v.open||!v.found,e=new Set(
t?[]:v.found.anyPlace.map(o=>o.row)),n=!1;for(let o of ie){let r=M.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,d)=>d).filter(c=>En(o,c).some(d=>e.has(d))),i=t||s.length===r[0].data.count?void 0:new Set(s),l=m.kept[o];ll(l,
i)||(m.kept[o]=i,r.forEach(wn),n=!0)}n&&O("kept")}function ll(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function Ys(){ce.addTo(f),z("tasks",al),z("chosen",()=>{let t=m.chosen&&il(m.chosen);t&&(ce.clearLayers(),
St(t))})}var Sn=null;function cl(t){return[[D("said_by",t.row),D("said_on",t.row)].filter(Boolean).join(" "),D("evidence",t.row),
t.state==="awaiting"?null:D("reason",t.row),D("note",t.row),D("found",t.row)].filter(Boolean).join(`
`)}function ul(t){let e=D("asked",t.row),n=D("text_zh",t.row);return[x(D("name",t.row)+(e?` · ${e}`:"")),n?a("blockquot\
e",{lang:"zh-CN"},n):null]}function dl(t){return a("table",{},a("thead",{},a("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>a("th",{scope:"col"},L(n))))),a("tbody",{},t.map(n=>a("tr",{},a("td",{},x(D("clause",n.row))),
a("td",{},n.year?String(n.year):""),a("td",{},So(n)),a("td",{},ul(n)),a("td",{},x(D("lead",n.row)??"—")),a("td",{},pt(
n)),a("td.basis",{dir:"auto"},cl(n))))))}function pl(t,e){Tn();let n=y.tables[Object.keys(y.tables)[0]]?u(y.attribution):
"";Sn=a("section",{id:"tasks-sheet"},a("h1",{},L("title")),a("p",{},e),a("p",{},`${Ht("tasks",t.length)} · ${$s(dt())}`),
dl(t),a("p.foot",{},`${u(y.title)} · ${u("printed")}${Xt()} · ${n}`),a("button.sheet-back",{type:"button",onclick:Tn},
L("back"))),document.body.classList.add("printing-list"),document.body.append(Sn)}function Tn(){Sn?.remove(),Sn=null,document.
body.classList.remove("printing-list")}function Vs(t,e){pl(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function qs(){window.addEventListener("afterprint",Tn),document.addEventListener("keydown",t=>{t.key==="Escape"&&
Tn()})}var wt=0;function Zs(t,e){let n=Ps(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);wt=Math.min(wt,o.length-1);let r=o.
findIndex(c=>c.row===v.chosen);r>=0&&(wt=r);let s=[],i=c=>{let d=j(nt,"name",c.row),p=`${c.year} · ${d} · ${pt(c)}`,h=a(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===wt?0:-1,title:p,"aria-label":p,
"aria-current":c.row===v.chosen?"true":null,onclick:()=>e(c.row)},_e(c.state));return s.push(h),h},l=c=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],p=c.key==="Home"?0:c.key==="End"?s.length-1:d&&wt+d;p===void 0||!s[p]||(c.preventDefault(),
s[wt].tabIndex=-1,wt=p,s[wt].tabIndex=0,s[wt].focus())};return a("section.moments",{},a("h3",{id:"timeline-title"},L("ti\
meline")),a("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:d})=>a(d.length?"div.of-year":"div.of-year.none",{},a("div.dots",{},d.map(i)),a("span.year",{},String(
c))))),a("p.hint",{id:"timeline-hint"},L("timelineHint")),a("details",{},a("summary",{},L("timelineData")),a("div.scroll",
{tabIndex:0,role:"region","aria-label":L("timelineData")},ml(n))))}function ml(t){let e=[...re,et],n=(o,r)=>{let s=Mn(r,
dt());return a("tr",{},a("th",{scope:"row"},o),a("td",{},String(r.length)),e.map(i=>a("td",{},String(s[i]))))};return a(
"table",{id:"timeline-table"},a("caption.unseen",{},L("timeline")),a("thead",{},a("tr",{},a("th",{scope:"col"},L("year")),
a("th",{scope:"col"},L("sum")),e.map(o=>a("th",{scope:"col"},x(pt({state:o})))))),a("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(L("sum"),t.flatMap(o=>o.tasks))))}var An=a("aside",{id:"tasks",hidden:!0}),To=a("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),de=a("div.results"),$o=a(
"div.tasks-body",{},To,de),On=a("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>Ue(!v.open)});function Ue(t){ln(()=>{v.open=t,t&&O("opened","tasks"),An.hidden=!t,document.body.classList.toggle(
"tasks-open",t),On.setAttribute("aria-expanded",String(t)),t||ue(null),St({})})}function yt(t){Ds(),St(t)}function Gt(t,e,n){
return a("div.field",{},a("label",{for:`tasks-${t}`},L(t)),e,n??null)}function $n(t,e,n){let o=v.asked[t];return a("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>a("option",{value:r,selected:r===o},s)))}function fl(){
let t=De.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[a("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:v.asked.unit,placeholder:L("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>yt({unit:e.target.value}),"\
data-list":"tasks-units"}),a("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>a("option",{value:e})))]}function hl(){
let t=[["",L("all")]];return ot.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of ot.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function Ao(){let t=To.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>yt({[r]:s}),[n,o]=fl();n.setAttribute("list","tasks-units"),To.replaceChildren(Gt("unit",n,a("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Gt("role",$n("role",[["",L("anyRole")],["lead",L("lead")],["cooperate",L("cooperate")]],
e("role"))),Gt("region",$n("region",hl(),r=>{yt({region:r,mark:""}),Gs(r)})),Gt("due",$n("due",[["",L("all")],...Mo.map(
r=>[String(r),String(r)]),["none",L("noYear")]],e("due"))),Gt("kind",$n("kind",[["",L("all")],[Re,L("aims")],...Eo.map(r=>[
r,le("kind",r)])],e("kind"))),Gt("words",a("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:v.
asked.words,oninput:r=>yt({words:r.target.value})})),Gt("asOf",a("input",{id:"tasks-asOf",type:"date",value:dt(),onchange:r=>yt(
{asOf:vo(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Ks(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=v.asked,n=ko(De,e),o=i=>{let l=i.now&&u(i.now)!==u(i),c=u({zh:"（",en:" ("}),
d=u({zh:"）",en:")"});return u(i)+(l?c+L("now")+u(i.now)+d:"")},r=n.map(i=>o(De[i])),s=n.length&&!ut.some(i=>gl(i,n));t.
textContent=e.trim()?n.length?(s?L("unnamed"):"")+zn(r,4):L("noUnit"):""}function gl(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function wl(){let t=Mn(v.found.anyState,dt()),e=v.asked.states;return a("div.states",{role:"\
group","aria-label":L("state")},[...re,et].map(n=>a(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>yt({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===et?null:_e(n),
a("span",{},pt({state:n}))," ",a("strong",{},String(t[n])))))}function yl(){let{list:t}=v.found,e=t.filter(xo).length;return a(
"p.sum",{role:"status",id:"tasks-sum"},a("strong",{},Ht("tasks",t.length)),e&&e<t.length?a("span.count",{},` ${Ht("aims",
e)}`):null)}function kl(){let t=v.asked.mark&&Fe(v.asked.mark);if(!t)return null;let e=M.find(n=>n.table===t.name);return a(
"p.marked",{},L("marked"),x(Ct(e,t.place)),a("button",{type:"button",id:"tasks-unmark","aria-label":L("unmark"),onclick:()=>yt(
{mark:""})},"×"))}function xl(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:i}=v.asked,l=v.asked.mark&&Fe(v.
asked.mark);return[t.trim(),e&&L(e),n&&u(ot.find(d=>d.code===n)),l&&Ct(M.find(d=>d.table===l.name),l.place),o&&(o==="non\
e"?L("noYear"):o),r&&(r===Re?L("aims"):le("kind",r)),...s.map(d=>pt({state:d})),i.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||L("all")}function bl(){let t=zo(v.asked).length>0;return a("div.tools",{},a("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{v.chosen=null,ue(null),yt(Ne),Ao(),Ks(),document.getElementById("tasks-unit").focus()}},
L("clear")),a("button",{type:"button",id:"tasks-print",onclick:()=>Vs(v.found.list,xl())},L("print")))}function Qs(t){v.
chosen=v.chosen===t?null:t;let e=v.chosen===null?null:ut[t];ue(e),e&&!v.found.list.includes(e)?St({states:[],due:""}):O(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),st(`${D("name",t)}, ${pt(e)}`))}function Oo(){if(!v.open)return;let t=de.contains(document.activeElement)?
document.activeElement.id:null,e=de.querySelector("details")?.open??!1,{scrollTop:n}=$o,o={open:Qs,place:Hs,again:Oo},r=[
kl(),wl(),yl(),bl(),Zs(v.found.anyYear,Qs),...Ns(v.found.list,o)];de.replaceChildren(...r.filter(Boolean)),e&&de.querySelector(
"details")&&(de.querySelector("details").open=!0),$o.scrollTop=n,t&&document.getElementById(t)?.focus(),Ks()}function vl(){
let t=document.getElementById("tasks-region");t&&t.value!==v.asked.region&&(t.value=v.asked.region)}function zl(){On.replaceChildren(
L("tasks")),An.setAttribute("aria-label",L("title")),An.replaceChildren(a("div.tasks-top",{},a("h2",{},L("title")),a("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{Ue(!1),On.focus()}},"×")),$o),Ao(),Oo()}
function Ll(t){let n=Bs(t,{regions:ot,kinds:Eo,years:Mo,rows:ie});n.mark&&!Fe(n.mark)&&(n.mark="");let o=t.get("item"),r=ut.
find(i=>i.item===o);v.asked=n,v.chosen=r?r.row:null;let s=t.has("tasks");Ao(),s!==v.open?Ue(s):St({}),ue(s?r:null)}function Ml(){
if(!v.open)return[];let t=v.chosen===null?[]:[["item",ut[v.chosen].item]];return[["tasks","1"],...zo(v.asked),...t]}function Js(){
ut.length&&(document.getElementById("tools").prepend(On),document.getElementById("panel").after(An),v.found=null,Ys(),qs(),
St({}),ts({write:Ml,follow:Ll}),window.gisplanTasks={view:v,tasks:ut,ask:yt},z("language",zl),z("tasks",()=>{vl(),Oo()}),
z("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&N.matches)&&v.open&&Ue(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&N.matches&&v.open&&Ue(!1)}))}function Xs(...t){Bo(y),rs(),y.basemap&&_r(y.basemap),wr(),cr(),Er(),Rr(),jr(is()),ks(),fs(),Es(),Ir(),Qr(),Xo(),ws(),Fr(),
qo(),Uo(),us(),Js();for(let e of t)e(y);O("language"),Ce(!N.matches),Et(window.matchMedia("(min-width: 1180px)").matches&&
ms()),ve(),ss(),zt(),window.gisplan={map:f,data:y,state:m,layers:M,places:$t,setYear:ct,geodesicLength:te,geodesicArea:sn}}Xs();
})();
