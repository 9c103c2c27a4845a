// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources d7a14e6e3560abb8ffaaeed1ea39b8cd9e053e4b9c594feff13f81cb59c671b3
// bundle 733eb7eba1b1ce28fd296ac2deb67ec93f0dbbfeb1c1c67952226d82a08436d1 esbuild 0.28.2
(async()=>{"use strict";
async function or(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var $e=document.getElementById("gisplan-data"),x=JSON.parse($e.dataset.packed?await or($e.textContent):$e.textContent);function ne(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function V(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+ne(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,s]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=ne(r)+(s?`.${s}`:"");return i==="0"?i:e+i}function Pe(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${V(Number((t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function un(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[V(Number((t/n).toFixed(2))),e]}var p={lang:"zh",shown:[],opacity:[],year:null,chosen:null,measuring:!1,paper:!1,place:null},pn={language:[],layers:[],year:[],
hover:[],chosen:[],view:[],opened:[],candidates:[],picked:[],docked:[],paper:[]};function M(t,e){pn[t].push(e)}function A(t,e){
for(let n of pn[t])n(e)}function mn(t){p.lang=t.lang,p.shown=t.layers.map(e=>e.show),p.opacity=t.groups.map(()=>1)}var rr={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
s and legend"},about:{zh:"关于数据",en:"About the data"},language:{zh:"English",en:"中文"},languageHint:{zh:"Switc\
h to English",en:"切换为中文"},close:{zh:"关闭",en:"Close"},zoomIn:{zh:"放大",en:"Zoom in"},zoomOut:{zh:"缩小",
en:"Zoom out"},home:{zh:"显示全图",en:"Show the whole map"},map:{zh:"地图",en:"Map"},derived:{zh:"推算",en:"deri\
ved"},derivedHint:{zh:"由其他数据推算，非公布数字",en:"computed from other data, not published"},source:{zh:"\
来源",en:"Sources"},credits:{zh:"来源：",en:"Sources: "},licence:{zh:"许可",en:"Licence"},vintage:{zh:"数据时点",
en:"As of"},meaning:{zh:"字段说明",en:"Columns"},review:{zh:"审图号：",en:"Map review number: "},noReview:{zh:"未\
填写",en:"not set"},position:{zh:"位置：",en:"Position: "},yes:{zh:"是",en:"yes"},no:{zh:"否",en:"no"},layerOff:{
zh:"所在图层没有显示：",en:"Its layer is not shown: "},showLayer:{zh:"显示该图层",en:"Show that layer"},under:{
zh:"此处还有",en:"Also here"},untitled:{zh:"（无名称）",en:"(no name)"},software:{zh:"由 gisplan 制作，使用 Folium 与 \
Leaflet",en:"Made with gisplan, Folium and Leaflet"},years:{zh:"年份",en:"Year"},allYears:{zh:"全部",en:"All"},everyYear:{
zh:"全部年份",en:"All years"},play:{zh:"逐年播放",en:"Play through the years"},stop:{zh:"停止",en:"Stop"},everyYearAlike:{
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
en:"Read as latitude, longitude and put in order; please check."}},sr={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
ir={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} of unknown year, shown i\
n every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1}\
 more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{
zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{
zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t}\
 cells`}};function c(t){let e=typeof t=="string"?rr[t]??sr[t]:t;return e?e[p.lang]:""}function B(t,e){return ir[t][p.lang](
ne(e))}function dn(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[p.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[u,f]of Object.entries(l))s.style.setProperty(u,f);else
i.startsWith("on")?s.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,l):s[i]=l;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function v(t,e){return a(e||"span.datum",{dir:"auto"},t)}function oe(t){
return[a("span.long",{},c(t)),a("span.short",{},c(`${t}Short`))]}function q(t){document.getElementById("spoken").textContent=
t}function T(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var ar={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function ct(t){return T("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
T("path",{d:ar[t]}))}function fn(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?a("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):v(e)}function _(){return a("span.derived",{title:c("derivedHint")},c("derived"))}function Lt(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var y=window.L;function hn(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function gn(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),s=(d,h)=>{let g=(r.get(
d)??"").split(",").map(w=>w?Number(w):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},i={},l=s("map",3);
if(l&&Math.abs(l[1])<=85&&Math.abs(l[2])<=360&&l[0]>=0&&l[0]<=22&&(i.view=l),r.has("layers")){let d=r.get("layers").split(
" ");i.shown=e.map(h=>d.includes(h))}let u=s("opacity",n);u?.every(d=>d>=0&&d<=100)&&(i.opacity=u.map(d=>d/100)),["zh","\
en"].includes(r.get("lang"))&&(i.lang=r.get("lang"));let f=Number(r.get("year"));return i.year=r.has("year")&&o.includes(
f)?f:null,i}function wn({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i},l){let u=new URLSearchParams;return u.set(
"map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),u.set("layers",l.filter((f,d)=>o[d]).join(" ")),r.some(f=>f!==
1)&&u.set("opacity",r.map(f=>Math.round(100*f)).join(",")),s!==null&&u.set("year",s),u.set("lang",i),`#${u.toString().replace(
/%2C/g,",")}`}var tt=document.getElementById("about"),Ie=null;function yn(){Ie&&tt.replaceChildren(a("button.close",{type:"button","ar\
ia-label":c("close"),onclick:()=>tt.close()},"×"),a("div.dialog-body",{},Ie()))}function et(t){Ie=t,yn(),tt.open||tt.showModal(),
tt.scrollTop=0}function bn(){tt.addEventListener("click",t=>{t.target===tt&&tt.close()}),M("language",yn)}var vn=new Int8Array(128),xn="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<xn.length;t++)
vn[xn.charCodeAt(t)]=t;function lr(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=vn[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function re(t,{decimals:e,origin:n}){let o=10**-e,r=lr(t),s=[],[i,
l]=n;for(let u=0;u<r.length;u+=2)i+=r[u],l+=r[u+1],s.push([l*o,i*o]);return s}function kn(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function W(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function se(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,l]=t[r],[u,f]=t[s];i>e!=u>e&&n<(f-l)*(e-i)/(u-i)+l&&(o=!o)}return o}function Mn(t){let e=t.arcs?t.arcs.split(" ").map(n=>re(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?re(n.at,t):[],s=n.anchor?re(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let u={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return u.point=r[l],u.precision=W(n.precision,l),u;if(u.
parts=n.shapes[l].map(f=>f.map(d=>kn(e,d))),u.bounds=y.latLngBounds(u.parts.flatMap(f=>f[0])),u.anchor=s[l],u.anchor){let f=u.
parts.find(([d])=>se(d,u.anchor))||u.parts[0];u.room=y.latLngBounds(f[0])}return u})}}function Ln(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>se(o,n)&&!r.some(s=>se(s,n)))}function zn(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let u=l.map(f=>t.latLngToLayerPoint(f));return u.some((f,d)=>d&&
y.LineUtil.pointToSegmentDistance(r,u[d-1],f)<=o)})}var m=window.map_gisplan,cr=Mn(x),It=Object.fromEntries(Object.entries(x.tables).map(([t,e])=>[t,cr(e)])),E=x.layers.map(
(t,e)=>({...t,number:e,data:x.tables[t.table],places:It[t.table],geometry:x.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),zt=600;function nt(t,e){let n=m.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function Pt({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function Be(t,e){p.shown[t.number]=e,e?t.group.addTo(m):t.group.remove()}function K(t,e){if(e&&Pt(t))for(let n of E)
n!==t&&p.shown[n.number]&&Pt(n)&&Be(n,!1);Be(t,e),A("layers")}function En(){let t=E.filter(e=>p.shown[e.number]&&Pt(e));
for(let e of t.slice(0,-1))Be(e,!1)}function ie(t,e){p.opacity[t]=e;for(let n of x.groups[t].layers)m.getPane(E[n].pane).
style.opacity=e;A("view")}function Bt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function ot(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&Bt(n.words,o)?n.words[o]:{},t.words].find(i=>Bt(i,r));return s?c(s[r]):typeof e=="boo\
lean"?c(e?"yes":"no"):typeof e=="number"?t.year?String(e):V(e):e}function ut(t,e,n,o){let r=ot(t,e,n,o);return e==null||
!t.unit?r:`${r} ${c(t.unit)}`}function X(t){return(t.type==="integer"||t.type==="number")&&!t.year}var Ne=new Set;M("paper",()=>{for(let t of Ne)t.draw()});function Sn(t,e,n){let o=m.options.crs.scale(m.getZoom())/256,r=m.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var ae=y.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Ne.add(this),this.draw()},onRemove(){Ne.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
p.paper,this.sheet?.remove(),this.sheet=null,p.paper){this.drawSheet();return}let t=m.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=m.containerPointToLayerPoint(e.multiplyBy(-1));y.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Sn(r,n,o))},drawSheet(){let t=m.getSize(),
e=m.containerPointToLayerPoint([0,0]);this.sheet=T("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Sn(e,t,1))),y.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});function j(t,e,n){let o=t.columns[e],r=W(o.values,n);if(!o.english)return r;let s=W(o.english,n);return p.lang==="zh"?r??
s:s??r}function G(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=j(
t.data,o,e);if(r!=null)return ot(n[o],r,t,o)}return c("untitled")}function le(t,e){let n=O(t,e),o=G(t,n[0]);return n.length>
1?o+B("others",n.length):o}function Tn(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>W(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function Fe(t,e){return W(t.data.columns[t.yearColumn].values,e)??null}function pt(t,e){if(!t.
yearColumn||p.year===null)return!0;let n=Fe(t,e);return n===null||n<=p.year}function O(t,e){return t.yearColumn&&p.year!==
null?e.rows.filter(n=>pt(t,n)):e.rows}var Re=new Map;function Et(t,e){let{data:n,places:o}=t;return typeof n.rows=="numb\
er"?o[e]||null:(Re.has(o)||Re.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[s,r])))),Re.get(o).get(e)||null)}var rt=-1,Nt=-2,ur="#d5d9dd";function St(t,e){if(!t.each||p.year===null)return t.of[e.at];let n=new Set(O(t,e).map(o=>t.
each[o]));return n.size===1?[...n][0]:Nt}function Cn(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===
rt?o:e===Nt?r:n[e].color}function ce(t,e){return e===rt?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function De(t,e){
return!!t.of&&ce(t,St(t,e))}function mt(t,e){return t.of?Cn(t,St(t,e)):t.style.color}function ue(t,e){let n=Et(t,e);return n?
t.of?Cn(t,t.each?t.each[e]:St(t,n)):t.style.color:ur}function pe(t){let{legend:e}=t,n={classes:(e.classes||[]).map(s=>s.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!t.yearColumn||p.year===null)return n;let o=t.
places.map(s=>({place:s,rows:O(t,s)})).filter(s=>s.rows.length),r=o.flatMap(s=>s.rows);return{classes:n.classes.map((s,i)=>r.
filter(l=>t.each[l]===i).length),missing:t.each?r.filter(s=>t.each[s]===rt).length:0,several:t.each?o.filter(s=>St(t,s.place)===
Nt).length:0,precisions:n.precisions.map(s=>({...s,count:o.filter(({place:i})=>i.precision===s.name).reduce((i,l)=>i+l.rows.
length,0)})).filter(s=>s.count)}}var dt=7,An=new Set,On=T("defs");document.body.append(T("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},On));
function me(t){let e=`hatch-${t.slice(1)}`;if(!An.has(e)){An.add(e);let n=T("pattern",{id:e,width:dt,height:dt,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},T("rect",{width:dt,height:dt,fill:"#ffffff"}),T("rect",{width:dt,height:dt/
2,fill:t}),T("rect",{width:dt,height:1,fill:"#5b6b78"}));On.append(n)}return`url(#${e})`}var $n={town:[4,0],county:[4,45],prefecture:[6,0]};function de(t,e,n,o){let r=u=>Math.round(u*100)/100;if(!$n[t]){let u=r(
o),f=d=>`a${u} ${u} 0 1 0 ${d} 0`;return`M${r(e-o)} ${r(n)}${f(2*u)}${f(-2*u)}z`}let[s,i]=$n[t];return`M${Array.from({length:s},
(u,f)=>{let d=(i+360*f/s)*Math.PI/180;return`${r(e+o*Math.cos(d))} ${r(n+o*Math.sin(d))}`}).join("L")}z`}var fe={dark:"#\
14222c",light:"#ffffff"},Pn={dark:4,light:2.4};function Ue(t,e,n=Pn){let o=r=>T("path",{d:t,fill:"none",stroke:fe[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),T("path",{d:t,fill:e})]}var F={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},_e=new Set(["surveyed","digitised","address","site"]);function Rt(t,e,n=!1){
let o=2*F[t]+Pn.dark,r=o/2;return a(`span.mark.${_e.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},T("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Ue(de(t,r,r,F[t]),n?me(e):e)))}var pr=3e3,he=3.2,We=new Map;function He(t){if(We.has(t))return We.get(t);let e=It[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,l]=[256,256,0,0];e.forEach((z,S)=>{let L=m.options.crs.latLngToPoint(y.latLng(z.point),
0);n[S]=L.x,o[S]=L.y,r=Math.min(r,L.x),i=Math.max(i,L.x),s=Math.min(s,L.y),l=Math.max(l,L.y)});let u=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(i-r,l-s,1e-9)/u,d=z=>Math.min(u-1,Math.max(0,Math.floor((z-r)/f))),h=z=>Math.min(u-1,
Math.max(0,Math.floor((z-s)/f))),g=new Uint32Array(u*u+1);e.forEach((z,S)=>{g[h(o[S])*u+d(n[S])+1]++});for(let z=0;z<u*u;z++)
g[z+1]+=g[z];let w=g.slice(),b=new Uint32Array(e.length);e.forEach((z,S)=>{b[w[h(o[S])*u+d(n[S])]++]=S});let k={x:n,y:o,
side:u,column:d,row:h,starts:g,sorted:b};return We.set(t,k),k}function je(t,e,n,o,r){let{x:s,y:i,side:l,column:u,row:f,starts:d,
sorted:h}=He(t),g=[];for(let w=f(n);w<=f(r);w++)for(let b=d[w*l+u(e)];b<d[w*l+u(o)+1];b++){let k=h[b];s[k]>=e&&s[k]<=o&&
i[k]>=n&&i[k]<=r&&g.push(k)}return g}var Ft={less:3.8,dark:2,light:1};function mr(t,e,n){let o=F[e]-Ft.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let i=s.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
de(e,r,r,o));for(let[u,f]of[[Ft.dark,fe.dark],[Ft.light,fe.light]])i.lineWidth=u,i.strokeStyle=f,i.stroke(l);return i.fillStyle=
t,i.fill(l),s}function dr(t,e,n,o){let[r,s,i]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),l=255<<24|i<<16|s<<8|r,u=he*n,
f=Math.ceil(u),d=_e.has(e)?(w,b)=>Math.hypot(w,b):(w,b)=>Math.abs(w)+Math.abs(b),[h,g]=[[],[]];for(let w=-f;w<=f;w++)for(let b=-f;b<=
f;b++){let k=d(b,w);k>u||(h.push(w*o+b),g.push(k>u-.9*n?-1:l))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:f}}
var In=ae.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(t.yearColumn&&!O(t,n).length)return 255;let o=[mt(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=je(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>pr,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=He(this.layer.table),r=this.looks.map(()=>[]),s=i=>this.stamped?he-.6:F[i]-Ft.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(de(l,t.left(n[i]),t.top(o[i]),s(l)))}return this.looks.map(([i,l],u)=>({
color:i,precision:l,path:r[u].join("")})).filter(i=>i.path).sort((i,l)=>F[l.precision]-F[i.precision]).flatMap(({color:i,
path:l})=>Ue(l,i,Ft))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:i,y:l}=He(this.layer.table),[u,f]=[d=>o(
i[d]),d=>r(l[d])];this.stamped?this.stamp(t,s,u,f,n):this.picture(t,s,u,f,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,u])=>mr(l,u,r)),i=l=>F[this.looks[this.lookOf[l]][1]];e.sort((l,u)=>i(u)-i(l)||l-u).forEach(l=>{let u=s[this.lookOf[l]];
t.drawImage(u,n(l)-u.width/2,o(l)-u.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,l=t.createImageData(
s,i),u=new Int32Array(l.data.buffer),f=this.looks.map(([d,h])=>dr(d,h,r,s));e.forEach(d=>{let{steps:h,inks:g,reach:w}=f[this.
lookOf[d]],[b,k]=[Math.round(n(d)),Math.round(o(d))];if(b<w||k<w||b>=s-w||k>=i-w)return;let z=k*s+b;for(let S=0;S<h.length;S++)
u[z+h[S]]=g[S]}),t.putImageData(l,0,0)}});function ge(t){let e=m.latLngToLayerPoint(t),n=[];return[...E].reverse().forEach(o=>{p.shown[o.number]&&fr(o,t).forEach(
r=>{if(!(o.yearColumn&&!O(o,r).length)){if(o.geometry==="point"){let s=m.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.
stamped?he:F[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")zn(m,r,t,6)&&n.push(
{layer:o,place:r,far:0,order:1});else if(Ln(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function fr(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=zt)return n;let o=m.options.crs.scale(m.getZoom())/256,{x:r,y:s}=m.options.
crs.latLngToPoint(e,0),i=18/o;return je(t.table,r-i,s-i,r+i,s+i).map(l=>n[l])}nt("gisplan-highlight",580);var Dt=null,Ut=null,_t=[],we=y.tooltip({className:"hover",direction:"top",offset:[0,-10]});function Bn(t){
if(Dt&&Dt.remove(),Dt=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};Dt=t.layer.geometry==="line"?y.polyline(t.place.parts.map(([n])=>n),e):
y.polygon(t.place.parts,e),Dt.addTo(m)}function Z(t){_t=t?ge(t):[];let e=_t[0]||null;m.getContainer().classList.toggle("\
over-feature",!!e);let n=e&&Ut&&e.place===Ut.place&&e.layer===Ut.layer;if(n||Bn(e),Ut=e,A("hover"),!e){we.remove();return}
n||we.setContent(a("div",{},v(le(e.layer,e.place),"strong.datum"),hr(e))),we.setLatLng(e.place.point||t).addTo(m)}function hr({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=j(o,t.column,e.rows[0]);return a("span.headline",{},ut(o.columns[t.
column],r))}function ft(t,e){let n=e===null?null:Et(t,e);Bn(n?{layer:t,place:n}:null),_t=n?[{layer:t,place:n}]:[],Ut=null,
A("hover")}function Nn(){we.remove()}function Rn(){let t=0;m.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>Z(p.measuring?null:e.latlng))}),m.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),Z(null)}),
M("language",()=>Z(null))}var Un=nt("gisplan-labels",590);Un.classList.add("leaflet-zoom-hide");var Tt=[];function Fn(t){let e=t.places.length;return e<=
1?1:e<=30?2:3}function gr(){for(let e of Tt)e.element.remove();Tt=E.filter(e=>e.label&&e.geometry==="polygon").flatMap(e=>e.
places.map(n=>({layer:e,place:n,rank:Fn(e),element:a(`span.label.rank-${Fn(e)}`,{"aria-hidden":"true",dir:"auto"},G(e,n.
rows[0]))}))),Tt.sort((e,n)=>e.rank-n.rank||Dn(n.place)-Dn(e.place)),Un.append(...Tt.map(e=>e.element)),Tt.forEach(e=>{e.
width=e.element.offsetWidth,e.height=e.element.offsetHeight}),st()}function Dn(t){let{room:e}=t;return(e.getEast()-e.getWest())*
(e.getNorth()-e.getSouth())}function st(){let t=[];E.forEach(n=>{let o=n.places.length<=zt;n.geometry!=="point"||!p.shown[n.
number]||!o||n.places.forEach(r=>{if(n.yearColumn&&!O(n,r).length)return;let s=m.latLngToLayerPoint(r.point),i=F[r.precision]+
2;t.push([s.x-i,s.y-i,s.x+i,s.y+i])})});let e=new Set;Tt.forEach(n=>{let{place:o,width:r,height:s,element:i}=n,l=i.textContent,
u=null;if(p.shown[n.layer.number]&&!e.has(l)){let f=m.latLngToLayerPoint(o.room.getNorthWest()),d=m.latLngToLayerPoint(o.
room.getSouthEast()),h=d.x-f.x>.8*r&&d.y-f.y>s,g=m.latLngToLayerPoint(o.anchor);u=(h?[0,18,-18]:[]).map(b=>[g.x-r/2,g.y+
b-s/2,g.x+r/2,g.y+b+s/2]).find(b=>!t.some(k=>b[0]<k[2]&&b[2]>k[0]&&b[1]<k[3]&&b[3]>k[1]))}i.hidden=!u,u&&(e.add(l),t.push(
u),y.DomUtil.setPosition(i,y.point(Math.round(u[0]),Math.round(u[1]))))})}function _n(){M("language",gr),M("layers",st),
m.on("zoomend viewreset resize",st)}var H=.0033528106647474805,ht=6378137*(1-H);var I=Math.PI/180;function Ve(t,e){return((e-t+540)%360+360)%360-180}function Wn(t,e){let n=H*(2-H),o=Math.sin(e*I),r=Math.
cos(e*I),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(t*I),s*r*Math.sin(t*I),s*(1-n)*o]}function Hn(t){let e=t*(40680631590769-
ht*ht)/(ht*ht);return[1+e/16384*(4096+e*(-768+e*(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function jn(t,e,n,o){return t*
e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*o*o-3)))}function Gn(t){return H/16*t*(4+H*(4-3*t))}function Ct(t,e,n,o){if(t===
n&&e===o)return 0;let r=Math.atan((1-H)*Math.tan(e*I)),s=Math.atan((1-H)*Math.tan(o*I)),[i,l,u,f]=[Math.sin(r),Math.cos(
r),Math.sin(s),Math.cos(s)],d=Ve(t,n)*I,h=d;for(let g=0;g<100;g++){let w=Math.sin(h),b=Math.cos(h),k=Math.hypot(f*w,l*u-
i*f*b);if(k===0)return 0;let z=i*u+l*f*b,S=Math.atan2(k,z),L=l*f*w/k,$=1-L*L,D=$>1e-15?z-2*i*u/$:0,Q=Gn($),kt=h;if(h=d+(1-
Q)*H*L*(S+Q*k*(D+Q*z*(2*D*D-1))),Math.abs(h-kt)<1e-13){let[Mt,ee]=Hn($);return ht*Mt*(S-jn(ee,k,z,D))}}return NaN}function Ye(t,e,n,o){
let r=n*I,s=(1-H)*Math.tan(e*I),i=1/Math.sqrt(1+s*s),l=s*i,u=Math.atan2(s,Math.cos(r)),f=i*Math.sin(r),d=1-f*f,[h,g]=Hn(
d),w=o/(ht*h);for(let kt=0,Mt=1/0;kt<100&&Math.abs(w-Mt)>1e-13;kt++)Mt=w,w=o/(ht*h)+jn(g,Math.sin(w),Math.cos(w),Math.cos(
2*u+w));let[b,k,z]=[Math.sin(w),Math.cos(w),Math.cos(2*u+w)],S=l*b-i*k*Math.cos(r),L=Math.atan2(l*k+i*b*Math.cos(r),(1-H)*
Math.hypot(f,S)),$=Math.atan2(b*Math.sin(r),i*k-l*b*Math.cos(r)),D=Gn(d),Q=$-(1-D)*H*f*(w+D*b*(z+D*k*(2*z*z-1)));return[
L/I,t+Q/I]}function wr(t,e,n,o,r){let[s,i]=[Wn(t,e),Wn(n,o)],[l,u,f]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],[d,h]=[Math.sin(t*I),
Math.cos(t*I)],[g,w]=[Math.sin(e*I),Math.cos(e*I)],b=-d*l+h*u,k=-g*h*l-g*d*u+w*f,z=Math.atan2(b,k)/I;for(let S=0;S<4;S++){
let[L,$]=Ye(t,e,z,r),D=Ve($,n)*Math.cos(o*I)*I*6378137,Q=(o-L)*I*6378137,[kt,Mt]=Ye(t,e,z,r*.999),ee=Math.atan2(($-Mt)*Math.
cos(o*I),L-kt),er=D*Math.cos(ee)-Q*Math.sin(ee),nr=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));z+=er/nr/I}return z}
function Wt([t,e],[n,o],r,s){let i=Ct(e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(l===1||!i||!Number.isFinite(
i))return[[n,o]];let u=wr(e,t,o,n,i);return[...Array.from({length:l-1},(d,h)=>Ye(e,t,u,i*(h+1)/l)),[n,o]]}function Ge(t){
let e=Math.sqrt(H*(2-H)),n=Math.sin(t*I);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function ye(t){let e=0,n=Ge(t[0][0]);
return t.forEach((o,r)=>{let[s,i]=o;Wt(o,t[(r+1)%t.length],100,500).forEach(([l,u])=>{e+=Ve(i,u)*I*(Ge(s)-n+Ge(l)-n)/2,[
s,i]=[l,u]})}),Math.abs(e)*6378137*6378137/2}function Ze(t){return t.slice(1).reduce((e,[n,o],r)=>e+Ct(t[r][1],t[r][0],o,
n),0)}var N=window.matchMedia("(max-width: 760px)");function be(){if(!x.bounds)return null;let[t,e,n,o]=x.bounds;return y.latLngBounds(
[[e,t],[o,n]])}function Qe(t){let e=be();return!e||m.getBounds().pad(t).contains(e)}function Ht(){let t=be();if(!t)return;
let[e,n]=N.matches?[62,58]:[14,14];m.fitBounds(t,{paddingTopLeft:[N.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function Yn(t){let e=Qe(.05);t(),m.invalidateSize({animate:!1}),e&&Ht()}function Vn(t,e){if(t.point){(!m.getBounds().
pad(-.1).contains(t.point)||e)&&m.setView(t.point,Math.max(m.getZoom(),e?9:7),{animate:!1});return}let n=m.latLngToLayerPoint(
t.bounds.getNorthWest()),o=m.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&m.getBounds().
contains(t.bounds)||m.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var gt=document.getElementById("dock"),xe=24;function Zn(){return!N.matches&&document.body.classList.contains("figures-o\
pen")}var Qn=y.Popup.extend({options:{pane:gt,className:"docked",autoPan:!1},onAdd(t){gt.hidden=!1,document.body.classList.
add("docked-open"),y.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),A("docked")},onRemove(t){
y.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(gt.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){yr(this.getLatLng())}});function yr(t){if(gt.
classList.toggle("over",!Zn()),Zn())return;let e=m.latLngToContainerPoint(t),n=m.getSize();gt.classList.toggle("at-left",
!N.matches&&e.x>n.x/2);let o=gt.getBoundingClientRect(),r=m.getContainer().getBoundingClientRect(),[s,i]=[o.left-r.left-
xe,o.right-r.left+xe],[l,u]=[o.top-r.top-xe,o.bottom-r.top+xe];e.x<=s||e.x>=i||e.y<=l||e.y>=u||(N.matches?m.panBy([0,e.y-
l],{animate:!1}):gt.classList.contains("at-left")?m.panBy([e.x-i,0],{animate:!1}):m.panBy([e.x-s,0],{animate:!1}))}var it=null;function br(t,e){let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=j(n,
r,e),l=/\n|^.{17}/.test(ut(s,i,t,r));o.append(a(l?"dt.wide":"dt",{},v(c(s.title)),s.derived?_():null),a(l?"dd.wide":"dd",
{dir:"auto"},ut(s,i,t,r)))}),o}function jt(t,e,n,o){let r=t.popup.length?ot(t.data.columns[t.popup[0]],j(t.data,t.popup[0],
e),t,t.popup[0]):G(t,e);return a("details.feature",{open:n},a("summary",{},o?v(c(t.title),"span.kicker"):null,v(r,"span.\
heading")),br(t,e))}function ve(t){let e=a("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("d\
iv.under",{},c("under")));let s=O(n,o),i=s.length>1;if(i&&e.append(a("div.many",{},v(c(n.title),"span.kicker"),a("span.c\
ount",{},B("here",s.length)))),s.forEach((l,u)=>{e.append(jt(n,l,r===0&&u===0,!i))}),n.geometry==="point"){let l=n.legend.
precisions.find(u=>u.name===o.precision);e.append(a("p.precision",{},c("position")+c(l.title)))}}),e}function Jn(t){return a(
"div",{},t)}function Gt(t,e,n){Nn(),it=new Qn().setLatLng(t).setContent(Jn(e())),it.again=e,it.openOn(m),Kn();let o=it.getElement();
o.tabIndex=-1,n&&o.focus()}function Kn(){let t=it.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",c("close"))}function Xn(){M("language",()=>{it?.isOpen()&&(it.setContent(Jn(it.again())),Kn())})}function xr(t,e,n,o){return a(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function At(t){
return T("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},T("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function qn(t){let e=At(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Yt(t,e,n,o="rows"){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:
a("span.count",{},B(o,n)))}function to(t,e){let{precisions:n}=t.legend,o=n.map(({name:s})=>t.places.filter(i=>i.precision===
s&&(e===null||St(t,i)===e)).length),r=Math.max(...o);return r>0?n[o.indexOf(r)].name:null}function ke(t){let{legend:e,style:n,
geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),s=pe(t);e.title&&r.append(a("p.legend-title",{},v(c(e.title)),
e.unit?v(`（${c(e.unit)}）`.replace(/[（）]/g,d=>p.lang==="zh"?d:d==="（"?" (":")")):null,e.derived?_():null));let i=a(
"ul"),l=(d,h)=>{let g=h!==void 0&&ce(t,h);if(o==="point"){let w=to(t,h)||to(t,null);return w?Rt(w,d,g):null}return o==="\
line"?At({...n,color:d}):xr(d,n.opacity,n.color,g)},u=o==="point"?"items":"rows";if((e.classes||[]).forEach((d,h)=>{if(d.
count===0&&d.low===void 0&&o!=="raster")return;let g=Yt(l(d.color,h),c(d.words),o==="raster"?null:s.classes[h],u);o==="r\
aster"&&g.append(a("span.count",{},B("cells",d.count))),i.append(g)}),(e.widths||[]).forEach(d=>{i.append(Yt(qn({...n,weight:d.
width}),V(d.value),null))}),s.several){let d=Yt(l(e.severalColor,Nt),c(e.severalWords),s.several,"places");i.append(d)}if(s.
missing){let d=n.kind==="flows"?qn({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,rt),h=Yt(d,c(e.missingWords),
s.missing,u);h.classList.add("missing"),i.append(h)}if(o==="point"){let d=e.classes?"#5b6b78":n.color;s.precisions.forEach(
h=>{let g=Yt(Rt(h.name,d),c(h.title),h.count,u);g.classList.add("of-precision"),i.append(g)})}i.children.length&&r.append(
i),r.append(...vr(t,s));let f=eo(t);return f.length&&r.append(a("button.unplaced",{type:"button",onclick:()=>Mr(t)},B("u\
nplaced",f.length))),r}function vr(t,e){let n=[],o=l=>n.push(a("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>O(t,l)).
filter(l=>l.length),s=r.reduce((l,u)=>l+u.length,0);if(t.geometry==="point"&&s>r.length&&o(c("shareMarks")(s,r.length)),
p.year!==null&&t.yearColumn){let l=r.flat().filter(u=>Fe(t,u)===null).length;l&&o(B("undated",l))}let{legend:i}=t;if(i.classes&&
t.geometry==="polygon"&&s>1){let l=e.missing===s?rt:e.classes.indexOf(s);if(l===rt?e.missing===s:l>=0&&kr(t,l)){let f=l===
rt?i.missingWords:i.classes[l].words;o([c("allGrey")(s,c(f))," ",v(c(i.meaning||t.data.description))])}}return n}function kr(t,e){
let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return ce(t,e)||Math.max(...o)-Math.
min(...o)<32}function eo(t){return t.data.unplaced.filter(e=>pt(t,e))}function Mr(t){let e=eo(t);et(()=>[a("h2",{id:"abo\
ut-title"},v(c(t.title))),a("p.lead",{},B("unplacedTitle",e.length)),e.map((n,o)=>jt(t,n,o===0&&e.length<4,!1))])}function no(t){let[e,n,o,r]=t.corners;t.overlay=y.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Lr(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=($,D)=>m.options.crs.
latLngToPoint(y.latLng($,D),0),[l,u,f]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:d,height:h}=t.pixels.canvas,g=Math.floor(d*
(f.x-l.x)/(u.x-l.x)),w=Math.floor(h*(f.y-l.y)/(u.y-l.y));if(g<0||w<0||g>=d||w>=h)return null;let[b,k,z,S]=t.pixels.getImageData(
g,w,1,1).data;if(!S)return null;let L=`#${[b,k,z].map($=>$.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find($=>$.color===L)||null}function Me(t){let e=[...E].reverse().filter(n=>n.geometry==="raster"&&p.shown[n.number]).map(
n=>({layer:n,cell:Lr(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},v(c(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),v(c(o.words)),n.legend.unit?v(` ${c(n.legend.unit)}`):null,n.legend.derived?_():null));
return e.length?a("div.identify",{},e):null}var oo=.8,ro=ae.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>m.options.crs.latLngToPoint(y.latLng(n),0);this.lines=
t.places.filter(n=>O(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(oo,r??0);return s.flatMap(u=>{let f=u.map(({x:w,y:b})=>[t(w),e(b)]),d=T(
"path",{d:`M${f.map(w=>w.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke\
-linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),h=so(f,Math.max(3.5,.9*l));if(!h)return[d];let g=T("path",
{d:`M${h.map(w=>w.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[d,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let u=i===null?s.missingColor:r.color,f=Math.max(oo,i??0);l.forEach(d=>{t.lineWidth=f,t.setLineDash(i===null?
[3,3]:[]);let h=d.map(({x:g,y:w})=>[n(g)/e,o(w)/e]);t.globalAlpha=r.opacity,t.strokeStyle=u,t.beginPath();for(let[g,w]of h)
t.lineTo(g,w);t.stroke(),t.globalAlpha=1,zr(t,h,Math.max(3.5,.9*f),u)})})}});function so(t,e){let n=t.slice(1).map(([S,L],$)=>Math.
hypot(S-t[$][0],L-t[$][1])),o=n.reduce((S,L)=>S+L,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(S=>(r-=S,r<=0)),[[i,l],
[u,f]]=[t[s],t[s+1]],d=1+r/n[s],h=Math.atan2(f-l,u-i),[g,w]=[i+d*(u-i),l+d*(f-l)],[b,k]=[Math.cos(h),Math.sin(h)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([S,L])=>[g+b*S-k*L,w+k*S+b*L])}function zr(t,e,n,o){let r=so(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,i]of r)t.lineTo(s,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}nt("gisplan-measure",630);var Vt=y.layerGroup().addTo(m),Zt=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Zt);var P=[];function Er(t){let[e,n]=un(t);return`${e} ${c(n)}`}function Je(t){P.push([t.lat,t.lng]),Le()}
function Le(){Vt.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=P.
flatMap((n,o)=>o?Wt(P[o-1],n,1,60):[n]);P.length>2&&(y.polygon([...e,...Wt(P[P.length-1],P[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Vt),y.polyline([P[P.length-1],...Wt(P[P.length-1],P[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Vt)),e.length>1&&y.polyline(e,{...t,className:"measured"}).addTo(Vt);for(let n of P)y.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Vt);io()}function io(){if(!p.measuring)return;let t=Zt.contains(
document.activeElement)?document.activeElement.id:null,e=[...P,P[0]],n=(r,s,i,l)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},c(s));Zt.setAttribute("aria-label",c("measureTitle")),Zt.replaceChildren(a("div.measure-head",{},a(
"strong",{},c("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":c("close"),onclick:()=>ze(
!1)},"×")),P.length<2?a("p.hint",{},c("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},c("length")),a(
"dd",{id:"measured-length"},Pe(Ze(P))),P.length>2?[a("dt",{},c("perimeter")),a("dd",{},Pe(Ze(e))),a("dt",{},c("area")),a(
"dd",{id:"measured-area"},Er(ye(P)))]:[]),a("div.row",{},n("middle","addMiddle",()=>Je(m.getCenter())),n("back","takeBac\
k",()=>{P.pop(),Le()},!P.length),n("clear","startOver",()=>{P=[],Le()},!P.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function ze(t){p.measuring=t,P=[],document.body.classList.toggle("measuring",t),Zt.hidden=!t,m.
doubleClickZoom[t?"disable":"enable"](),t&&m.closePopup(),Z(null),Le();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function ao(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&p.measuring&&ze(!1)}),M("language",io)}var Ee=y.layerGroup().addTo(m);function Ot(t){if(p.chosen=t,Ee.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?y.circleMarker(
o.point,{...e,radius:F[o.precision]+6,weight:3}).addTo(Ee):n.geometry==="line"?y.polyline(o.parts.map(([r])=>r),e).addTo(
Ee):y.polygon(o.parts,e).addTo(Ee)}A("chosen")}function Sr(t){return p.shown[t.number]||t.geometry==="polygon"?null:a("p\
.layer-off",{},c("layerOff"),v(c(t.title)),a("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),K(t,!0)}},
c("showLayer")))}function $t(t,e,n,o){let r=Et(t,e);if(!r){Ot({layer:t,place:null,row:e}),et(()=>[a("h2",{id:"about-titl\
e"},v(G(t,e))),a("p.lead",{},c("nowhere")),jt(t,e,!0,!0)]);return}Vn(r,n),Ot({layer:t,place:r,row:e}),Gt(y.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Sr(t),ve([{layer:t,place:r}])],o),q(G(t,e))}function Se(t,e){if(p.place){p.place(t);return}let n=ge(t);if(!n.length){Me(t)&&Gt(t,()=>Me(t),e);return}Ot({...n[0],row:O(
n[0].layer,n[0].place)[0]}),Gt(n[0].place.point?y.latLng(n[0].place.point):t,()=>{let o=Me(t),r=ve(n);return o&&r.append(
a("div.under",{},c("under")),o),r},e)}function lo(){m.on("click",t=>{p.measuring?Je(t.latlng):Se(t.latlng,!1)})}function Tr(){let t=E.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||x.basemap)){m.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)y.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(m)}}function Cr(t){let e=m.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let s=o.getElement();s&&s.setAttribute("aria-label",le(t,r))});t.nameMarks=n,M("lan\
guage",n),t.group.on("add",n),po(t)}else t.geometry==="raster"?no(t):uo(t)}function co(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?po(t):uo(t)}function uo(t){if(t.style.kind==="flows")new ro(t).addTo(t.group);else for(let e of t.
places)Ar(t,e)}function Ar(t,e){let{style:n}=t;if(!O(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,dashArray:n.dash||null,lineJoin:"round",
fill:o&&t.geometry==="polygon",fillColor:De(t,e)?me(mt(t,e)):mt(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.
color=mt(t,e)),y.polyline(e.parts.map(([s])=>s),r).addTo(t.group);return}y.polygon(e.parts,r).addTo(t.group)}function po(t){
if(t.places.length>zt){t.dots=new In(t).addTo(t.group);return}t.places.filter(e=>O(t,e).length).forEach(e=>{let n=Rt(e.precision,
mt(t,e),De(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=y.marker(e.point,{pane:t.pane,keyboard:!0,icon:y.divIcon(
{html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(F[e.precision])});t.marks.push({marker:r,place:e}),
r.on("mouseover",()=>Z(r.getLatLng())),r.on("click",s=>Se(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&
Se(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function mo(){Tr(),E.forEach(Cr)}function fo({tiles:t}){for(let e of t)
y.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(m)}var Qt=document.getElementById("years"),ho=[...new Set(E.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?Tn(t):
[]]))].sort((t,e)=>t-e),U=ho.length&&x.years.length?x.years:ho,go=x.groups.flatMap(t=>{let e=t.layers.map(n=>E[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),wt=0;function J(t){
let e=U.includes(t)?t:null;e!==p.year&&(p.year=e,E.filter(n=>n.yearColumn).forEach(co),go.forEach(Or),Z(null),p.chosen?.
place&&!O(p.chosen.layer,p.chosen.place).length&&Ot(null),m.closePopup(),Xe(),q(Jt()),A("year"))}function Or(t){if(t.wanted=
t.wanted||t.layers.some(n=>p.shown[n.number]),!t.wanted)return;let e=p.year===null?t.layers.find(n=>p.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===p.year);t.layers.forEach(n=>{p.shown[n.number]!==(n===e)&&K(n,n===e)}),p.year===null&&
(t.wanted=!1)}function Jt(){if(p.year===null)return c("everyYear");let t=go.some(e=>e.wanted&&!e.layers.some(n=>n.year===
p.year));return dn(p.year)+(t?c("noYear"):"")}function Ke(t){clearInterval(wt),wt=t?setInterval(()=>{let e=U.indexOf(p.year)+
1;e<U.length&&J(U[e]),e>=U.length-1&&Ke(!1)},1400):0,t&&J(U[0]),Xe()}function Xe(){if(U.length<2)return;Qt.hidden=!1;let t=document.
activeElement&&Qt.contains(document.activeElement)?document.activeElement.id:null,e=p.year===null?U.length:U.indexOf(p.year);
Qt.setAttribute("aria-label",c("years"));let n=[...U.map(String),c("allYears")];Qt.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>Ke(!wt),"aria-label":c(wt?"stop":"play"),title:c(wt?"stop":"play")},ct(wt?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:U.length,step:1,value:e,"a\
ria-label":c("years"),"aria-valuetext":Jt(),oninput:o=>{wt&&Ke(!1),J(U[o.target.valueAsNumber]??null)}}),a("div.ticks",{
"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>J(U[r]??null)},o)))),a("output.year-now",{},Jt())),
t&&document.getElementById(t).focus()}function wo(t){M("language",Xe),new ResizeObserver(()=>{Qt.style.setProperty("--fo\
ot",`${t.offsetHeight}px`)}).observe(t)}var yo=document.getElementById("sheet"),qe=document.getElementById("sheet-more"),$r=.0254/96,Pr=[];function Ir(){let t=m.
getSize(),e=m.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[m.containerPointToLatLng([t.x/2-50,t.y/2]),m.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=Ct(n.lng,e.lat,o.lng,e.lat)/(100*$r),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${V(Math.
round(s/i)*i)}`}function Br(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}\
-${e(t.getDate())}`}function Nr(){return T("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":c("north")},
T("path",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),T("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","st\
roke-width":"1.2"}),T("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},c("north")))}function Rr(){
return[...E].reverse().filter(t=>p.shown[t.number]).map(t=>{let e=ke(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button"))n.replaceWith(a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},v(c(t.title),
"strong.datum"),t.style.kind==="outline"?At(t.style):null),e.children.length?e:null)})}function Fr(){let t=E.filter(n=>p.
shown[n.number]).flatMap(n=>n.data.sources.map(o=>[c(o.title),c(o.publisher),o.date].filter(Boolean).join(" · "))),e=[c(
x.attribution),x.basemap?c(x.basemap.attribution):"",...new Set(t)].filter(Boolean);return a("p.sheet-credits",{},c("cre\
dits"),e.map((n,o)=>[o?"; ":"",v(n)]))}function bo(t){let e=a("div.sheet-legend",{},Rr()),n=a("div.sheet-foot",{},p.year===
null?"":a("p",{},Jt()),a("p.ratio",{},c("ratio"),Ir()),a("p",{},c("projection")),Fr(),a("p",{},c("printed"),Br()),a("p.r\
eview",{},c("review"),x.review?v(x.review):c("noReviewLine")));yo.replaceChildren(a("div.sheet-head",{},a("h2",{},c("leg\
end")),Nr()),e,n,t);let o=Pr.flatMap(r=>r()).filter(Boolean);qe.replaceChildren(...Dr(e,n),...o),qe.hidden=!qe.children.
length}function Dr(t,e){let n=[],o=e.querySelector(".sheet-credits");e.offsetHeight>yo.clientHeight/3&&o.replaceWith(a("\
p",{},c("creditsOver")));let r=[];for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),
t.lastElementChild.remove();if(r.length){for(t.append(a("p.sheet-over",{},c("legendOver")));t.scrollHeight>t.clientHeight+
1&&t.children.length>1;){let s=t.children[t.children.length-2];r.unshift(s),s.remove()}n.push(a("h2",{},c("legendMore")),
a("div.sheet-legends",{},r))}return o.isConnected||n.push(a("h2",{},c("source")),o),n}var xo={A3:"A3 landscape",A4:"A4 landscape"},yt=null,Te="A3";function Ur(){for(let t of document.styleSheets){let e=[...t.
cssRules].findIndex(n=>n instanceof CSSPageRule);if(!(e<0)){t.deleteRule(e),t.insertRule(`@page { size: ${xo[Te]}; margi\
n: 12mm; }`,e);return}}}function _r(){return Qe(.02)?be()??m.getBounds():m.getBounds()}function vo(){yt||(yt={centre:m.getCenter(),
zoom:m.getZoom(),bounds:_r()},Z(null),document.documentElement.classList.add("printing"),document.body.classList.add("pr\
inting"),document.getElementById("sheet").hidden=!1,p.paper=!0,ko())}function ko(){document.body.classList.toggle("paper\
-a4",Te==="A4"),Ur(),m.invalidateSize({animate:!1,pan:!1}),m.fitBounds(yt.bounds,{animate:!1,padding:[8,8]}),A("paper"),
bo(Wr()),st()}function tn(){if(!yt)return;let{centre:t,zoom:e}=yt;yt=null,p.paper=!1,document.documentElement.classList.
remove("printing"),document.body.classList.remove("printing"),document.getElementById("sheet").hidden=!0,document.getElementById(
"sheet-more").hidden=!0,m.invalidateSize({animate:!1,pan:!1}),m.setView(t,e,{animate:!1}),A("paper"),st()}function Wr(){
let t=e=>a("label",{},a("input",{type:"radio",name:"paper-size",id:`paper-${e.toLowerCase()}`,checked:e===Te,onchange:()=>{
Te=e,ko(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);return a("div.sheet-tools",{role:"group","ar\
ia-label":c("print")},Object.keys(xo).map(t),a("button.sheet-print",{type:"button",id:"paper-print",onclick:()=>window.print()},
c("print")),a("button.sheet-back",{type:"button",onclick:tn},c("back")))}function Mo(){vo(),document.getElementById("pap\
er-print").focus()}function Ce(){return yt!==null}function Lo(){let t=!1;window.addEventListener("beforeprint",()=>{t=Ce(),
vo()}),window.addEventListener("afterprint",()=>{t||tn()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&tn()})}var bt={last:"",timer:0,ready:!1},So=hn(E);function To(){return gn(window.location.hash,{keys:So,groups:x.groups.length,
years:U})}function Co(){let{lat:t,lng:e}=m.getCenter();return wn({zoom:m.getZoom(),lat:t,lng:e},p,So)}function zo(t){t.shown&&
E.forEach((e,n)=>{p.shown[n]!==t.shown[n]&&K(e,t.shown[n])}),t.opacity?.forEach((e,n)=>{ie(n,e)}),J(t.year),t.view&&m.setView(
[t.view[1],t.view[2]],t.view[0],{animate:!1}),bt.ready=!0}function Eo(){!bt.ready||Ce()||(clearTimeout(bt.timer),bt.timer=
setTimeout(()=>{if(!Ce()){bt.last=Co();try{window.history.replaceState(null,"",bt.last)}catch{}}},120))}async function Ao(){
let t=window.location.href.split("#")[0]+Co(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{e=!1}et(()=>[a(
"h2",{id:"about-title"},c("linkTitle")),a("p.lead",{},e?c("copied"):""," ",c("linkHint")),a("input",{id:"link-text",type:"\
text",readOnly:!0,value:t,"aria-label":c("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById("link-tex\
t").focus()}var en=To();function Oo(){en.lang&&(p.lang=en.lang)}function $o(){zo(en),window.addEventListener("hashchange",
()=>{if(window.location.hash===bt.last)return;let t=To();t.lang&&t.lang!==p.lang&&(p.lang=t.lang,A("language")),zo(t)}),
m.on("moveend",Eo);for(let t of["language","layers","year","view"])M(t,Eo)}var Hr=y.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!N.matches}),y.DomEvent.disableClickPropagation(
this.box),M("language",()=>this.write()),this.box},write(){let t=[...Object.values(x.tables).flatMap(r=>r.sources).map(r=>c(
r.title)),...x.headlines.flatMap(r=>r.sources.map(c))],e=[c(x.attribution),x.basemap?c(x.basemap.attribution):"",...new Set(
t)].filter(Boolean),n=a(x.review?"span.review":"span.review.unset",{},c("review"),x.review?v(x.review):c("noReview")),o=a(
"div.credits",{tabIndex:0},a("span",{},c("credits")));e.forEach((r,s)=>{o.append(s?"; ":"",v(r))}),this.box.replaceChildren(
a("summary",{},n),o)}}),jr=y.Control.extend({onAdd(){let t=(e,n,o)=>a("button",{type:"button","data-say":e,onclick:o},n);
return this.box=a("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>m.zoomIn()),t("zoomOut","−",()=>m.zoomOut()),t("home",ct(
"home"),Ht)),y.DomEvent.disableClickPropagation(this.box),M("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=c(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function Gr(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>q(c("full")))}var Yr=[["measure",()=>ze(
!p.measuring)],["full",Gr],["link",Ao],["print",Mo]],Vr=y.Control.extend({onAdd(){let t=Yr.filter(([e])=>e!=="full"||document.
fullscreenEnabled);return this.box=a("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,
onclick:n,"aria-pressed":e==="measure"?"false":null},ct(e)))),y.DomEvent.disableClickPropagation(this.box),M("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=c(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function Po(){let t=new Hr({position:"bottomright"}).addTo(m);return new jr({position:N.
matches?"bottomright":"topright"}).addTo(m),new Vr({position:"topright"}).addTo(m),y.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(m),document.addEventListener("fullscreenchange",()=>m.invalidateSize({animate:!1})),t.box}var No=nt("gisplan-counts",588);No.classList.add("leaflet-zoom-hide");var Kt=16;function Zr(t,e){let[n,o]=[t/2+e*.5,Kt/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Kt/2-e-2],[0,Kt/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function Io(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function Bo(){let t=E.filter(r=>r.geometry==="point"&&p.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:m.latLngToLayerPoint(s.point),count:O(r,s).length,radius:F[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:i,own:l})=>{let u=String(s),f=8+7*u.length,d=Zr(f,i).map(([b,k])=>[r.x+b-f/2,r.y+k-Kt/2,r.x+b+f/2,r.y+k+Kt/2]),h=d.
filter(b=>n.every(k=>Io(b,k))),g=h.find(b=>e.every((k,z)=>z===l||Io(b,k)))||h[0]||d[0];n.push(g);let w=a("span.mark-coun\
t",{"aria-hidden":"true"},u);return w.style.width=`${f}px`,y.DomUtil.setPosition(w,y.point(Math.round(g[0]),Math.round(g[1]))),
w});No.replaceChildren(...o)}function Ro(){m.on("zoomend viewreset resize",Bo);for(let t of["language","layers","year","\
paper"])M(t,Bo)}var xt={width:320,height:104,most:160};function Fo(t,e,n){let o=e&&t.data.columns[e];return o&&X(o)?Jr(t,e,n):t.legend.classes?
Kr(t):null}function Qr(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"true"},
n||""))}function Jr(t,e,n){let r=t.data.columns[e],s=n.map(L=>({row:L,value:W(r.values,L)})).filter(L=>typeof L.value=="\
number").slice(0,xt.most);if(s.length<2)return null;let{width:i,height:l}=xt,u=s.map(L=>L.value),[f,d]=[Math.min(0,...u),
Math.max(0,...u)],h=L=>4+(l-8)*(d-L)/(d-f||1),g=i/s.length,w=g>4?Math.min(3,g*.2):0,b=s.map(({row:L,value:$},D)=>{let Q=T(
"g",{class:"bar","data-row":L});return Q.append(T("rect",{class:"hit",x:D*g,y:0,width:g,height:l}),T("rect",{class:"valu\
e",x:D*g+w/2,width:Math.max(.6,g-w),y:Math.min(h(0),h($)),height:Math.max(1,Math.abs(h($)-h(0))),fill:e===t.column?ue(t,
L):"#4d8296"})),Q}),k=`${c("chart")}${c(r.title)}`,z=T("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":k,preserveAspectRatio:"\
none"},...b,T("line",{class:"zero",x1:0,x2:i,y1:h(0),y2:h(0)}));z.addEventListener("mouseover",L=>ft(t,Lt(L))),z.addEventListener(
"mouseleave",()=>ft(t,null)),z.addEventListener("click",L=>{let $=Lt(L);$!==null&&$t(t,$,!1,!1)});let S=s.length===xt.most&&
n.length>xt.most?a("span.count",{},` ${B("firstBars",xt.most)}`):null;return Qr([v(c(r.title)),r.unit?v(p.lang==="zh"?`（${c(
r.unit)}）`:` (${c(r.unit)})`):null,r.derived?_():null,S],z)}function Kr(t){let e=pe(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:c(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:c(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,s=T("svg",{viewBox:`0 0 ${xt.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${c("chart")}${c(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=xt.width*i.count/o;s.append(T("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),a("figure.chart",{},a("figcaption",{},v(c(t.legend.title)),t.legend.derived?_():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),v(i.text),a("span.count",{},` ${B(
"rows",i.count)}`)))))}function Do(t,e,n){let o=t.data.columns[e];return n===null||!o||!X(o)?[c("chartHint")]:[v(G(t,n),
"strong.datum")," ",ut(o,j(t.data,e,n),t,e)]}var at=document.getElementById("figures"),Ae=document.getElementById("figures-toggle"),C={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},Xr=26;function on(){let t=E.filter(r=>p.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===C.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function Uo(){let t=on();return!t||t.data.
count<=5e3}function rn(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
Bt(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some((i,l)=>{let u=j(t.data,r,l);return typeof u=="s\
tring"&&!Bt(e[r].words,u)&&(u.length>Xr||u.includes(`
`))}))}function qr(t,e,n){let o=t.data,r=new Intl.Collator(p.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,d)=>d).filter(f=>pt(t,f));if(!e)return s;let i=o.columns[e],l=new Map(s.map(f=>{let d=j(o,e,f);return d==null?
[f,null]:[f,typeof d=="number"?d:ot(i,d,t,e)]})),u=n?-1:1;return s.sort((f,d)=>{let[h,g]=[l.get(f),l.get(d)];if(h===null||
g===null)return(h===null)-(g===null)||f-d;let w=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return u*w||f-
d})}function ts(t){if(p.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=p.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function es(){return x.headlines.length?a("dl.headlines",{},x.headlines.
map(t=>ts(t)).map(t=>a("div",{title:c("credits")+t.sources.map(c).join("; ")},a("dt",{},v(c(t.title))),a("dd",{},t.before&&
t.value!==null?v(`${c(t.before)} `):null,a("strong",{},t.value===null?"—":ns(t.value)),t.unit&&t.value!==null?v(` ${c(
t.unit)}`):null,t.of!==null?a("span.of",{},B("ofAll",t.of)):null,t.derived?_():null,p.year!==null&&!t.years?a("span.note",
{},c("everyYearAlike")):null,t.missing?a("span.note",{},B("unknown",t.missing)):null,t.worth?v(c(t.worth),"span.note"):null)))):
null}function ns(t){return Math.abs(t)>=1e3?V(Math.round(t)):V(Math.round(t*10)/10)}function os(t,e){let n=t.data.columns[e];
C.down=C.sort===e?!C.down:X(n),C.sort=e,vt(),document.getElementById(`sort-${rn(t).indexOf(e)}`).focus()}function rs(t,e,n){
let o=t.data.columns[e],r=C.sort===e;return a(X(o)?"th.number":"th",{scope:"col","aria-sort":r?C.down?"descending":"asce\
nding":"none"},a("button",{type:"button",id:`sort-${n}`,onclick:()=>os(t,e)},v(c(o.title)),a("span.arrow",{"aria-hidden":"\
true"},r?C.down?"▼":"▲":"")),o.unit?a("span.unit",{dir:"auto"},c(o.unit)):null,o.derived?_():null)}function ss(t,e,n){
let o=t.data,r=a("tr",{"data-row":String(n)});return e.forEach((s,i)=>{let l=o.columns[s],u=ot(l,j(o,s,n),t,s);if(i===0){
r.append(a("th",{scope:"row"},a("button",{type:"button",dir:"auto",onclick:f=>$t(t,n,!1,f.detail===0)},u)));return}r.append(
a(X(l)?"td.number":"td",{dir:X(l)?null:"auto"},s===t.column&&t.style.kind!=="outline"?a("span.dot",{style:{"--color":ue(
t,n)}}):null,u))}),r}function is(t){let e=E.filter(n=>p.shown[n.number]&&n.geometry!=="raster").reverse();return a("labe\
l.pick",{},a("span",{},c("tableOf")),a("select",{id:"figures-layer",onchange:n=>{Object.assign(C,{picked:Number(n.target.
value),sort:null,most:200}),vt()}},e.map(n=>a("option",{value:String(n.number),selected:n===t},c(n.title)))))}function as(t){
let e=rn(t),n=C.rows.slice(0,C.most),o=a("table",{onmouseover:r=>ft(t,Lt(r)),onmouseleave:()=>ft(t,null),onfocusin:r=>ft(
t,Lt(r))},a("caption",{},v(c(t.title)),a("span.count",{},` ${B("tableRows",C.rows.length)}`)),a("thead",{},a("tr",{},e.map(
(r,s)=>rs(t,r,s)))),a("tbody",{},n.map(r=>ss(t,e,r))));return[C.rows.length?null:a("p.hint",{},c("nothingDue")),a("div.t\
able",{tabIndex:0,role:"region","aria-label":c(t.title)},o),n.length<C.rows.length?a("button.more",{type:"button",id:"fi\
gures-more",onclick:()=>{C.most+=500,vt()}},c("more")):null]}function vt(){if(Ae.replaceChildren(c("figures")),at.setAttribute(
"aria-label",c("figuresTitle")),!C.open)return;let t=at.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=at,n=on(),o=[a("div.figures-head",{},a("h2",{},c("figuresTitle")),a("button.close",{type:"button",id:"figu\
res-close","aria-label":c("close"),onclick:()=>{lt(!1),Ae.focus()}},"×")),es()];if(n){let r=rn(n);if(!r.includes(C.sort)){
let s=n.column&&r.includes(n.column)?n.column:r[0];C.sort=s||null,C.down=!!(s&&X(n.data.columns[s]))}C.rows=qr(n,C.sort,
C.down),o.push(is(n),Fo(n,C.sort,C.rows),as(n))}else o.push(a("p.hint",{},c("nothingShown")));at.replaceChildren(...o.flat(
1/0).filter(Boolean)),at.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),nn(!1)}function nn(t){
if(!C.open)return;let e=on();if(!e)return;let n=p.chosen&&p.chosen.layer.table===e.table?p.chosen:null,o=_t.find(l=>l.layer.
table===e.table),r=o?new Set(o.place.rows):new Set;at.querySelectorAll("[data-row]").forEach(l=>{let u=Number(l.dataset.
row);l.classList.toggle("hovered",r.has(u));let f=!!n&&(n.place?n.place.rows.includes(u):n.row===u);l.classList.toggle("\
picked",f),l.tagName==="TR"&&l.setAttribute("aria-selected",String(f)),t&&f&&l.tagName==="TR"&&ls(l)});let s=at.querySelector(
".chart-note"),i=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(...Do(e,C.sort,i))}function ls(t){let e=t.closest("\
.table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=
n+o-e.clientHeight)}function lt(t){Yn(()=>{C.open=t,t&&A("opened","figures"),at.hidden=!t,document.body.classList.toggle(
"figures-open",t),Ae.setAttribute("aria-expanded",String(t)),vt()})}function _o(){Ae.addEventListener("click",()=>lt(!C.
open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&C.open&&lt(!1)}),M("opened",t=>{(t==="desk"||
t==="panel"&&N.matches)&&C.open&&lt(!1)}),M("language",vt),M("layers",vt),M("year",vt),M("hover",()=>nn(!1));for(let t of[
"chosen","docked"])M(t,()=>nn(!0))}function cs(t){let e=[c(t.publisher),t.date].filter(Boolean),n=a("li",{},v(c(t.title)));for(let o of e)n.append(" · ",v(
o));return t.url&&n.append(" · ",t.link?fn(t.url,t.url):v(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},c(t.note))),
n}function us(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=a("dl.values"),o=(r,...s)=>n.append(a("dt",{},c(r)),
a("dd",{},...s));return t.vintage&&o("vintage",v(t.vintage)),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(
cs))),t.licence&&o("licence",v(t.licence)),e.length&&o("meaning",a("ul.plain",{},e.map(r=>a("li",{},v(c(r.title),"strong\
.datum"),r.derived?_():null," ",v(c(r.meaning)))))),a("section",{},a("h3",{dir:"auto"},c(t.title)),a("p",{dir:"auto"},c(
t.description)),n)}function Wo(){return[a("h2",{id:"about-title"},c("about")),a("p.lead",{dir:"auto"},c(x.description)),
Object.values(x.tables).map(us),a("p.software",{},c("software"))]}var Ho=document.getElementById("about-open"),Oe=document.getElementById("language");function ps(){document.documentElement.
lang=p.lang==="zh"?"zh-CN":"en",document.title=c(x.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=c(x[t]),e.title=c(x[t])}Ho.replaceChildren(...oe("about")),Oe.replaceChildren(c("language")),Oe.setAttribute(
"aria-label",c("languageHint")),Oe.lang=p.lang==="zh"?"en":"zh-CN",m.getContainer().setAttribute("role","main"),m.getContainer().
setAttribute("aria-label",c("map"))}function jo(){Ho.addEventListener("click",()=>et(Wo)),Oe.addEventListener("click",()=>{
p.lang=p.lang==="zh"?"en":"zh",A("language")}),M("language",ps)}var sn=document.getElementById("panel"),an=document.getElementById("panel-toggle");function ms(t,e){return a("input",{type:"\
checkbox",id:e,checked:p.shown[t.number],onchange:n=>K(t,n.target.checked)})}function ds(t,e){return a("input",{type:"ra\
dio",name:"theme",id:e,checked:p.shown[t.number],title:c("oneTheme"),onclick:()=>K(t,!p.shown[t.number])})}function fs(t){
let e=`layer-${t.number}`,n=a("div.layer",{},a("div.layer-head",{},Pt(t)?ds(t,e):ms(t,e),a("label",{for:e,dir:"auto"},c(
t.title)),t.style.kind==="outline"?At(t.style):null)),o=ke(t);return o.children.length&&(o.hidden=!p.shown[t.number],n.append(
o)),n}function hs(t,e){return a("label.opacity",{title:c("opacity")},a("span",{"aria-hidden":"true"},c("opacityShort")),
a("span.unseen",{dir:"auto"},`${c("opacity")} `,c(t.title)),a("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*p.opacity[e]),oninput:n=>ie(e,n.target.valueAsNumber/100)}))}function Go(){let t=document.activeElement?.
id;sn.setAttribute("aria-label",c("layers")),sn.replaceChildren(...x.groups.map((e,n)=>a("fieldset",{style:{"--group":p.
opacity[n]}},a("legend",{dir:"auto"},c(e.title)),hs(e,n),[...e.layers].reverse().map(o=>fs(E[o])))).reverse()),an.replaceChildren(
...oe("layers")),t&&sn.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(t).focus()}function Xt(t){document.body.
classList.toggle("panel-open",t),an.setAttribute("aria-expanded",String(t)),t&&A("opened","panel"),m.invalidateSize({animate:!1})}
function gs(){for(let t of E){let e=document.getElementById(`legend-${t.number}`);e&&(e.hidden=!p.shown[t.number]);let n=document.
getElementById(`layer-${t.number}`);n&&(n.checked=p.shown[t.number])}}function ws(){p.opacity.forEach((t,e)=>{let n=document.
getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest("fieldset").style.setProperty("--group",t))})}function Yo(){
an.addEventListener("click",()=>Xt(!document.body.classList.contains("panel-open"))),document.addEventListener("keydown",
t=>{t.key==="Escape"&&N.matches&&Xt(!1)}),M("opened",t=>{t!=="panel"&&N.matches&&Xt(!1)}),M("language",Go),M("year",Go),
M("layers",gs),M("view",ws)}function qt(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function Zo({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(qt);return{code:n||"",zh:qt(t??""),en:qt(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(qt),initials:r.map(s=>s.slice(0,1)).join("")}}function ys(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var bs=3;function Vo({entry:t,fit:e}){
return t.unit&&e<=bs?0:1}function Qo(t,e,n){let o=qt(e);return o?t.map(r=>({entry:r,fit:ys(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Vo(r)-Vo(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var cn=document.getElementById("search"),xs=12,ln=null,R=[],Y=-1;function vs(){let t=[],e=new Set,n=r=>E.some(s=>s.table===
r&&p.shown[s.number]);return Object.keys(x.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=x.tables[r],{search:i}=s,l=i.
name?s.columns[i.name]:null;for(let u=0;u<s.count;u++){let f=l?W(l.values,u):null,d=l?.english?W(l.english,u):null,h=i.code?
i.code[u]:null,g=h?`${h} ${f}`:null;if(f===null&&d===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let w=i.pinyin?W(i.
pinyin,u):null,b=h!==null&&s.geometry==="polygon";t.push({table:r,row:u,unit:b,...Zo({zh:f,en:d,code:h,pinyin:w})})}}),t}
function Jo(t){return ln=ln||vs(),Qo(ln,t,xs)}function Ko(t){let e=E.filter(n=>n.table===t);return e.filter(n=>p.shown[n.
number]).pop()||e[0]}function Xo(t){let e=Ko(t.table);ks(),p.year!==null&&!pt(e,t.row)&&J(null),$t(e,t.row,!0,!0),N.matches&&
lt(!1)}function ks(){R=[],Y=-1,te()}function Ms(t){let e=Ko(t.table),n=x.tables[t.table],o=n.search.name?n.columns[n.search.
name]:null,r=o?.english?W(p.lang==="zh"?o.english:o.values,t.row):null;return[v(G(e,t.row),"strong.datum"),r?v(r,"span.o\
ther"):null,a("span.of",{},t.code?`${t.code} · `:"",v(c(e.title)))]}function te(){let t=document.getElementById("search\
-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...R.
map((r,s)=>a("li",{id:`found-${s}`,role:"option","aria-selected":String(s===Y),onmousedown:i=>{i.preventDefault(),Xo(r)}},
Ms(r))));let o=document.getElementById("search-none");o.hidden=R.length>0||!n||Y===-2,o.textContent=c("nothingFound"),t.
hidden=!R.length,e.setAttribute("aria-expanded",String(R.length>0)),Y>=0?(e.setAttribute("aria-activedescendant",`found-${Y}`),
document.getElementById(`found-${Y}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Ls(t){
R=Jo(t.target.value),Y=R.length?0:-1,te(),t.target.value.trim()&&q(R.length?B("found",R.length):c("nothingFound"))}function zs(t){
let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&R.length?(t.preventDefault(),Y=(Y+e+R.length)%R.length,te()):t.key==="Escape"&&
(t.stopPropagation(),R.length||(t.target.value=""),R=[],Y=-2,te())}function Es(){let t=document.getElementById("search-i\
nput");cn.setAttribute("aria-label",c("search")),cn.replaceChildren(a("div.field",{},ct("search"),a("input",{id:"search-\
input",type:"search",role:"combobox",placeholder:c("searchHint"),"aria-label":`${c("search")}: ${c("searchHint")}`,"aria\
-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Ls,
onkeydown:zs,onblur:()=>{Y=-2,R=[],te()}})),a("ul",{id:"search-list",role:"listbox","aria-label":c("search"),hidden:!0}),
a("p",{id:"search-none",hidden:!0}))}function qo(){cn.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById(
"search-input");R.length||(R=Jo(e.value)),R.length&&Xo(R[Math.max(0,Y)])}),document.addEventListener("keydown",t=>{t.key!==
"/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").
focus())}),M("language",Es)}function tr(...t){mn(x),Oo(),x.basemap&&fo(x.basemap),_n(),Rn(),Xn(),lo(),wo(Po()),Yo(),_o(),qo(),ao(),Lo(),bn(),jo(),mo(),
En(),Ro();for(let e of t)e(x);A("language"),Xt(!N.matches),lt(window.matchMedia("(min-width: 1180px)").matches&&Uo()),Ht(),
$o(),st(),window.gisplan={map:m,data:x,state:p,layers:E,places:It,setYear:J,geodesicLength:Ct,geodesicArea:ye}}tr();
})();
