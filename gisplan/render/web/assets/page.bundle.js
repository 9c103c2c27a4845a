// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 7b28c4efd69d9fccc8558eb765053ce3c025c51be1afd7c7715c7c755c4f88ad
// bundle 9078d54b52c277e12cc689a46bf9d112308126ee711752d203fbd53fea2dd39f esbuild 0.28.2
(async()=>{"use strict";
async function Os(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var zn=document.getElementById("gisplan-data"),k=JSON.parse(zn.dataset.packed?await Os(zn.textContent):zn.textContent);function Wt(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function Z(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+Wt(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,s]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=Wt(r)+(s?`.${s}`:"");return i==="0"?i:e+i}function Ln(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Z(Number((t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function go(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Z(Number((t/n).toFixed(2))),e]}var m={lang:"zh",shown:[],opacity:[],year:null,chosen:null,kept:{},measuring:!1,paper:!1,place:null},wo={language:[],layers:[],
year:[],hover:[],chosen:[],view:[],opened:[],candidates:[],picked:[],docked:[],paper:[],tasks:[],kept:[]};function z(t,e){
wo[t].push(e)}function $(t,e){for(let n of wo[t])n(e)}function yo(t){m.lang=t.lang,m.shown=t.layers.map(e=>e.show),m.opacity=
t.groups.map(()=>1)}var $s={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},Cs={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
Bs={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} of unknown year, shown i\
n every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1}\
 more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{
zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{
zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t}\
 cells`}};function c(t){let e=typeof t=="string"?$s[t]??Cs[t]:t;return e?e[m.lang]:""}function U(t,e){return Bs[t][m.lang](
Wt(e))}function bo(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[u,d]of Object.entries(l))s.style.setProperty(u,d);else
i.startsWith("on")?s.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,l):s[i]=l;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function y(t,e){return a(e||"span.datum",{dir:"auto"},t)}function Ne(t){
return[a("span.long",{},c(t)),a("span.short",{},c(`${t}Short`))]}function ot(t){document.getElementById("spoken").textContent=
t}function O(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var Ps={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function Lt(t){return O("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
O("path",{d:Ps[t]}))}function Re(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?a("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):y(e)}function Y(){return a("span.derived",{title:c("derivedHint")},c("derived"))}function jt(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var b=window.L;function ko(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function xo(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),s=(p,h)=>{let g=(r.get(
p)??"").split(",").map(w=>w?Number(w):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},i={},l=s("map",3);
if(l&&Math.abs(l[1])<=85&&Math.abs(l[2])<=360&&l[0]>=0&&l[0]<=22&&(i.view=l),r.has("layers")){let p=r.get("layers").split(
" ");i.shown=e.map(h=>p.includes(h))}let u=s("opacity",n);u?.every(p=>p>=0&&p<=100)&&(i.opacity=u.map(p=>p/100)),["zh","\
en"].includes(r.get("lang"))&&(i.lang=r.get("lang"));let d=Number(r.get("year"));return i.year=r.has("year")&&o.includes(
d)?d:null,i}function vo({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i},l,u=[]){let d=new URLSearchParams;d.set("\
map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),d.set("layers",l.filter((p,h)=>o[h]).join(" ")),r.some(p=>p!==1)&&
d.set("opacity",r.map(p=>Math.round(100*p)).join(",")),s!==null&&d.set("year",s),d.set("lang",i);for(let[p,h]of u)d.set(
p,h);return`#${d.toString().replace(/%2C/g,",")}`}var ht=document.getElementById("about"),En=null;function zo(){En&&ht.replaceChildren(a("button.close",{type:"button","ar\
ia-label":c("close"),onclick:()=>ht.close()},"×"),a("div.dialog-body",{},En()))}function gt(t){En=t,zo(),ht.open||ht.showModal(),
ht.scrollTop=0}function Lo(){ht.addEventListener("click",t=>{t.target===ht&&ht.close()}),z("language",zo)}var Mo=new Int8Array(128),Eo="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Eo.length;t++)
Mo[Eo.charCodeAt(t)]=t;function Is(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=Mo[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function De(t,{decimals:e,origin:n}){let o=10**-e,r=Is(t),s=[],[i,
l]=n;for(let u=0;u<r.length;u+=2)i+=r[u],l+=r[u+1],s.push([l*o,i*o]);return s}function So(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function F(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function Fe(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,l]=t[r],[u,d]=t[s];i>e!=u>e&&n<(d-l)*(e-i)/(u-i)+l&&(o=!o)}return o}function To(t){let e=t.arcs?t.arcs.split(" ").map(n=>De(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?De(n.at,t):[],s=n.anchor?De(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let u={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return u.point=r[l],u.precision=F(n.precision,l),u;if(u.
parts=n.shapes[l].map(d=>d.map(p=>So(e,p))),u.bounds=b.latLngBounds(u.parts.flatMap(d=>d[0])),u.anchor=s[l],u.anchor){let d=u.
parts.find(([p])=>Fe(p,u.anchor))||u.parts[0];u.room=b.latLngBounds(d[0])}return u})}}function Ao(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>Fe(o,n)&&!r.some(s=>Fe(s,n)))}function Oo(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let u=l.map(d=>t.latLngToLayerPoint(d));return u.some((d,p)=>p&&
b.LineUtil.pointToSegmentDistance(r,u[p-1],d)<=o)})}var f=window.map_gisplan,Ns=To(k),Et=Object.fromEntries(Object.entries(k.tables).map(([t,e])=>[t,Ns(e)])),M=k.layers.map(
(t,e)=>({...t,number:e,data:k.tables[t.table],places:Et[t.table],geometry:k.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Ht=600;function wt(t,e){let n=f.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function ie({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function Mn(t,e){m.shown[t.number]=e,e?t.group.addTo(f):t.group.remove()}function K(t,e){if(e&&ie(t))for(let n of M)
n!==t&&m.shown[n.number]&&ie(n)&&Mn(n,!1);Mn(t,e),$("layers")}function $o(){let t=M.filter(e=>m.shown[e.number]&&ie(e));
for(let e of t.slice(0,-1))Mn(e,!1)}function _e(t,e){m.opacity[t]=e;for(let n of k.groups[t].layers)f.getPane(M[n].pane).
style.opacity=e;$("view")}function ae(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function rt(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&ae(n.words,o)?n.words[o]:{},t.words].find(i=>ae(i,r));return s?c(s[r]):typeof e=="boo\
lean"?c(e?"yes":"no"):typeof e=="number"?t.year?String(e):Z(e):e}function st(t,e,n,o){let r=rt(t,e,n,o);return e==null||
!t.unit?r:`${r} ${c(t.unit)}`}function dt(t){return(t.type==="integer"||t.type==="number")&&!t.year}var Sn=new Set;z("paper",()=>{for(let t of Sn)t.draw()});function Co(t,e,n){let o=f.options.crs.scale(f.getZoom())/256,r=f.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var Ue=b.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Sn.add(this),this.draw()},onRemove(){Sn.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
m.paper,this.sheet?.remove(),this.sheet=null,m.paper){this.drawSheet();return}let t=f.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=f.containerPointToLayerPoint(e.multiplyBy(-1));b.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Co(r,n,o))},drawSheet(){let t=f.getSize(),
e=f.containerPointToLayerPoint([0,0]);this.sheet=O("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Co(e,t,1))),b.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});function j(t,e,n){let o=t.columns[e],r=F(o.values,n);if(!o.english)return r;let s=F(o.english,n);return m.lang==="zh"?r??
s:s??r}function Q(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=j(
t.data,o,e);if(r!=null)return rt(n[o],r,t,o)}return c("untitled")}function Mt(t,e){let n=B(t,e),o=Q(t,n[0]);return n.length>
1?o+U("others",n.length):o}function Bo(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>F(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function An(t,e){return F(t.data.columns[t.yearColumn].values,e)??null}function it(t){return!!(t.
yearColumn&&m.year!==null||m.kept[t.table])}function St(t,e){if(m.kept[t.table]&&!m.kept[t.table].has(e))return!1;if(!t.
yearColumn||m.year===null)return!0;let n=An(t,e);return n===null||n<=m.year}function B(t,e){return it(t)?e.rows.filter(n=>St(
t,n)):e.rows}var Tn=new Map;function pt(t,e){let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(Tn.has(o)||
Tn.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[s,r])))),Tn.get(o).get(e)||null)}var yt=-1,le=-2,Rs="#d5d9dd";function Gt(t,e){if(!t.each||!it(t))return t.of[e.at];let n=new Set(B(t,e).map(o=>t.each[o]));
return n.size===1?[...n][0]:le}function Po(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===yt?o:e===
le?r:n[e].color}function We(t,e){return e===yt?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function On(t,e){
return!!t.of&&We(t,Gt(t,e))}function Tt(t,e){return t.of?Po(t,Gt(t,e)):t.style.color}function je(t,e){let n=pt(t,e);return n?
t.of?Po(t,t.each?t.each[e]:Gt(t,n)):t.style.color:Rs}function He(t){let{legend:e}=t,n={classes:(e.classes||[]).map(s=>s.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!it(t))return n;let o=t.places.map(s=>({place:s,
rows:B(t,s)})).filter(s=>s.rows.length),r=o.flatMap(s=>s.rows);return{classes:n.classes.map((s,i)=>r.filter(l=>t.each[l]===
i).length),missing:t.each?r.filter(s=>t.each[s]===yt).length:0,several:t.each?o.filter(s=>Gt(t,s.place)===le).length:0,precisions:n.
precisions.map(s=>({...s,count:o.filter(({place:i})=>i.precision===s.name).reduce((i,l)=>i+l.rows.length,0)})).filter(s=>s.
count)}}var At=7,Io=new Set,No=O("defs");document.body.append(O("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},No));
function Ge(t){let e=`hatch-${t.slice(1)}`;if(!Io.has(e)){Io.add(e);let n=O("pattern",{id:e,width:At,height:At,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},O("rect",{width:At,height:At,fill:"#ffffff"}),O("rect",{width:At,height:At/
2,fill:t}),O("rect",{width:At,height:1,fill:"#5b6b78"}));No.append(n)}return`url(#${e})`}var Ro={town:[4,0],county:[4,45],prefecture:[6,0]};function Ye(t,e,n,o){let r=u=>Math.round(u*100)/100;if(!Ro[t]){let u=r(
o),d=p=>`a${u} ${u} 0 1 0 ${p} 0`;return`M${r(e-o)} ${r(n)}${d(2*u)}${d(-2*u)}z`}let[s,i]=Ro[t];return`M${Array.from({length:s},
(u,d)=>{let p=(i+360*d/s)*Math.PI/180;return`${r(e+o*Math.cos(p))} ${r(n+o*Math.sin(p))}`}).join("L")}z`}var Ve={dark:"#\
14222c",light:"#ffffff"},Do={dark:4,light:2.4};function $n(t,e,n=Do){let o=r=>O("path",{d:t,fill:"none",stroke:Ve[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),O("path",{d:t,fill:e})]}var _={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},Cn=new Set(["surveyed","digitised","address","site"]);function ce(t,e,n=!1){
let o=2*_[t]+Do.dark,r=o/2;return a(`span.mark.${Cn.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},O("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...$n(Ye(t,r,r,_[t]),n?Ge(e):e)))}var Ds=3e3,Qe=3.2,Bn=new Map;function Pn(t){if(Bn.has(t))return Bn.get(t);let e=Et[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,l]=[256,256,0,0];e.forEach((T,A)=>{let S=f.options.crs.latLngToPoint(b.latLng(T.point),
0);n[A]=S.x,o[A]=S.y,r=Math.min(r,S.x),i=Math.max(i,S.x),s=Math.min(s,S.y),l=Math.max(l,S.y)});let u=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(i-r,l-s,1e-9)/u,p=T=>Math.min(u-1,Math.max(0,Math.floor((T-r)/d))),h=T=>Math.min(u-1,
Math.max(0,Math.floor((T-s)/d))),g=new Uint32Array(u*u+1);e.forEach((T,A)=>{g[h(o[A])*u+p(n[A])+1]++});for(let T=0;T<u*u;T++)
g[T+1]+=g[T];let w=g.slice(),x=new Uint32Array(e.length);e.forEach((T,A)=>{x[w[h(o[A])*u+p(n[A])]++]=A});let E={x:n,y:o,
side:u,column:p,row:h,starts:g,sorted:x};return Bn.set(t,E),E}function In(t,e,n,o,r){let{x:s,y:i,side:l,column:u,row:d,starts:p,
sorted:h}=Pn(t),g=[];for(let w=d(n);w<=d(r);w++)for(let x=p[w*l+u(e)];x<p[w*l+u(o)+1];x++){let E=h[x];s[E]>=e&&s[E]<=o&&
i[E]>=n&&i[E]<=r&&g.push(E)}return g}var ue={less:3.8,dark:2,light:1};function Fs(t,e,n){let o=_[e]-ue.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let i=s.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
Ye(e,r,r,o));for(let[u,d]of[[ue.dark,Ve.dark],[ue.light,Ve.light]])i.lineWidth=u,i.strokeStyle=d,i.stroke(l);return i.fillStyle=
t,i.fill(l),s}function _s(t,e,n,o){let[r,s,i]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),l=255<<24|i<<16|s<<8|r,u=Qe*n,
d=Math.ceil(u),p=Cn.has(e)?(w,x)=>Math.hypot(w,x):(w,x)=>Math.abs(w)+Math.abs(x),[h,g]=[[],[]];for(let w=-d;w<=d;w++)for(let x=-d;x<=
d;x++){let E=p(x,w);E>u||(h.push(w*o+x),g.push(E>u-.9*n?-1:l))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:d}}
var Fo=Ue.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(it(t)&&!B(t,n).length)return 255;let o=[Tt(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=In(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>Ds,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=Pn(this.layer.table),r=this.looks.map(()=>[]),s=i=>this.stamped?Qe-.6:_[i]-ue.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(Ye(l,t.left(n[i]),t.top(o[i]),s(l)))}return this.looks.map(([i,l],u)=>({
color:i,precision:l,path:r[u].join("")})).filter(i=>i.path).sort((i,l)=>_[l.precision]-_[i.precision]).flatMap(({color:i,
path:l})=>$n(l,i,ue))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:i,y:l}=Pn(this.layer.table),[u,d]=[p=>o(
i[p]),p=>r(l[p])];this.stamped?this.stamp(t,s,u,d,n):this.picture(t,s,u,d,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,u])=>Fs(l,u,r)),i=l=>_[this.looks[this.lookOf[l]][1]];e.sort((l,u)=>i(u)-i(l)||l-u).forEach(l=>{let u=s[this.lookOf[l]];
t.drawImage(u,n(l)-u.width/2,o(l)-u.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,l=t.createImageData(
s,i),u=new Int32Array(l.data.buffer),d=this.looks.map(([p,h])=>_s(p,h,r,s));e.forEach(p=>{let{steps:h,inks:g,reach:w}=d[this.
lookOf[p]],[x,E]=[Math.round(n(p)),Math.round(o(p))];if(x<w||E<w||x>=s-w||E>=i-w)return;let T=E*s+x;for(let A=0;A<h.length;A++)
u[T+h[A]]=g[A]}),t.putImageData(l,0,0)}});function qe(t){let e=f.latLngToLayerPoint(t),n=[];return[...M].reverse().forEach(o=>{m.shown[o.number]&&Us(o,t).forEach(
r=>{if(!(it(o)&&!B(o,r).length)){if(o.geometry==="point"){let s=f.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.stamped?
Qe:_[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")Oo(f,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(Ao(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Us(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Ht)return n;let o=f.options.crs.scale(f.getZoom())/256,{x:r,y:s}=f.options.
crs.latLngToPoint(e,0),i=18/o;return In(t.table,r-i,s-i,r+i,s+i).map(l=>n[l])}wt("gisplan-highlight",580);var de=null,pe=null,me=[],Ze=b.tooltip({className:"hover",direction:"top",offset:[0,-10]});function _o(t){
if(de&&de.remove(),de=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};de=t.layer.geometry==="line"?b.polyline(t.place.parts.map(([n])=>n),e):
b.polygon(t.place.parts,e),de.addTo(f)}function J(t){me=t?qe(t):[];let e=me[0]||null;f.getContainer().classList.toggle("\
over-feature",!!e);let n=e&&pe&&e.place===pe.place&&e.layer===pe.layer;if(n||_o(e),pe=e,$("hover"),!e){Ze.remove();return}
n||Ze.setContent(a("div",{},y(Mt(e.layer,e.place),"strong.datum"),Ws(e))),Ze.setLatLng(e.place.point||t).addTo(f)}function Ws({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=j(o,t.column,e.rows[0]);return a("span.headline",{},st(o.columns[t.
column],r))}function Ot(t,e){let n=e===null?null:pt(t,e);_o(n?{layer:t,place:n}:null),me=n?[{layer:t,place:n}]:[],pe=null,
$("hover")}function Uo(){Ze.remove()}function Wo(){let t=0;f.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>J(m.measuring?null:e.latlng))}),f.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),J(null)}),
z("language",()=>J(null))}var Go=wt("gisplan-labels",590);Go.classList.add("leaflet-zoom-hide");var Yt=[];function jo(t){let e=t.places.length;return e<=
1?1:e<=30?2:3}function js(){for(let e of Yt)e.element.remove();Yt=M.filter(e=>e.label&&e.geometry==="polygon").flatMap(e=>e.
places.map(n=>({layer:e,place:n,rank:jo(e),element:a(`span.label.rank-${jo(e)}`,{"aria-hidden":"true",dir:"auto"},Q(e,n.
rows[0]))}))),Yt.sort((e,n)=>e.rank-n.rank||Ho(n.place)-Ho(e.place)),Go.append(...Yt.map(e=>e.element)),Yt.forEach(e=>{e.
width=e.element.offsetWidth,e.height=e.element.offsetHeight}),bt()}function Ho(t){let{room:e}=t;return(e.getEast()-e.getWest())*
(e.getNorth()-e.getSouth())}function bt(){let t=[];M.forEach(n=>{let o=n.places.length<=Ht;n.geometry!=="point"||!m.shown[n.
number]||!o||n.places.forEach(r=>{if(it(n)&&!B(n,r).length)return;let s=f.latLngToLayerPoint(r.point),i=_[r.precision]+2;
t.push([s.x-i,s.y-i,s.x+i,s.y+i])})});let e=new Set;Yt.forEach(n=>{let{place:o,width:r,height:s,element:i}=n,l=i.textContent,
u=null;if(m.shown[n.layer.number]&&!e.has(l)){let d=f.latLngToLayerPoint(o.room.getNorthWest()),p=f.latLngToLayerPoint(o.
room.getSouthEast()),h=p.x-d.x>.8*r&&p.y-d.y>s,g=f.latLngToLayerPoint(o.anchor);u=(h?[0,18,-18]:[]).map(x=>[g.x-r/2,g.y+
x-s/2,g.x+r/2,g.y+x+s/2]).find(x=>!t.some(E=>x[0]<E[2]&&x[2]>E[0]&&x[1]<E[3]&&x[3]>E[1]))}i.hidden=!u,u&&(e.add(l),t.push(
u),b.DomUtil.setPosition(i,b.point(Math.round(u[0]),Math.round(u[1]))))})}function Yo(){z("language",js),z("layers",bt),
f.on("zoomend viewreset resize",bt)}function Vt(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var V=.0033528106647474805,$t=6378137*(1-V);var N=Math.PI/180;function Dn(t,e){return((e-t+540)%360+360)%360-180}function Vo(t,e){let n=V*(2-V),o=Math.sin(e*N),r=Math.
cos(e*N),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(t*N),s*r*Math.sin(t*N),s*(1-n)*o]}function Qo(t){let e=t*(40680631590769-
$t*$t)/($t*$t);return[1+e/16384*(4096+e*(-768+e*(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function qo(t,e,n,o){return t*
e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*o*o-3)))}function Zo(t){return V/16*t*(4+V*(4-3*t))}function Qt(t,e,n,o){if(t===
n&&e===o)return 0;let r=Math.atan((1-V)*Math.tan(e*N)),s=Math.atan((1-V)*Math.tan(o*N)),[i,l,u,d]=[Math.sin(r),Math.cos(
r),Math.sin(s),Math.cos(s)],p=Dn(t,n)*N,h=p;for(let g=0;g<100;g++){let w=Math.sin(h),x=Math.cos(h),E=Math.hypot(d*w,l*u-
i*d*x);if(E===0)return 0;let T=i*u+l*d*x,A=Math.atan2(E,T),S=l*d*w/E,P=1-S*S,H=P>1e-15?T-2*i*u/P:0,nt=Zo(P),_t=h;if(h=p+
(1-nt)*V*S*(A+nt*E*(H+nt*T*(2*H*H-1))),Math.abs(h-_t)<1e-13){let[Ut,Ie]=Qo(P);return $t*Ut*(A-qo(Ie,E,T,H))}}return NaN}
function Rn(t,e,n,o){let r=n*N,s=(1-V)*Math.tan(e*N),i=1/Math.sqrt(1+s*s),l=s*i,u=Math.atan2(s,Math.cos(r)),d=i*Math.sin(
r),p=1-d*d,[h,g]=Qo(p),w=o/($t*h);for(let _t=0,Ut=1/0;_t<100&&Math.abs(w-Ut)>1e-13;_t++)Ut=w,w=o/($t*h)+qo(g,Math.sin(w),
Math.cos(w),Math.cos(2*u+w));let[x,E,T]=[Math.sin(w),Math.cos(w),Math.cos(2*u+w)],A=l*x-i*E*Math.cos(r),S=Math.atan2(l*E+
i*x*Math.cos(r),(1-V)*Math.hypot(d,A)),P=Math.atan2(x*Math.sin(r),i*E-l*x*Math.cos(r)),H=Zo(p),nt=P-(1-H)*V*d*(w+H*x*(T+
H*E*(2*T*T-1)));return[S/N,t+nt/N]}function Hs(t,e,n,o,r){let[s,i]=[Vo(t,e),Vo(n,o)],[l,u,d]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],
[p,h]=[Math.sin(t*N),Math.cos(t*N)],[g,w]=[Math.sin(e*N),Math.cos(e*N)],x=-p*l+h*u,E=-g*h*l-g*p*u+w*d,T=Math.atan2(x,E)/
N;for(let A=0;A<4;A++){let[S,P]=Rn(t,e,T,r),H=Dn(P,n)*Math.cos(o*N)*N*6378137,nt=(o-S)*N*6378137,[_t,Ut]=Rn(t,e,T,r*.999),
Ie=Math.atan2((P-Ut)*Math.cos(o*N),S-_t),Ts=H*Math.cos(Ie)-nt*Math.sin(Ie),As=6378137*Math.sin(Math.min(r/6378137,Math.PI-
.1));T+=Ts/As/N}return T}function fe([t,e],[n,o],r,s){let i=Qt(e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(l===
1||!i||!Number.isFinite(i))return[[n,o]];let u=Hs(e,t,o,n,i);return[...Array.from({length:l-1},(p,h)=>Rn(e,t,u,i*(h+1)/l)),
[n,o]]}function Nn(t){let e=Math.sqrt(V*(2-V)),n=Math.sin(t*N);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function Ke(t){
let e=0,n=Nn(t[0][0]);return t.forEach((o,r)=>{let[s,i]=o;fe(o,t[(r+1)%t.length],100,500).forEach(([l,u])=>{e+=Dn(i,u)*N*
(Nn(s)-n+Nn(l)-n)/2,[s,i]=[l,u]})}),Math.abs(e)*6378137*6378137/2}function Fn(t){return t.slice(1).reduce((e,[n,o],r)=>e+
Qt(t[r][1],t[r][0],o,n),0)}var R=window.matchMedia("(max-width: 760px)");function Je(){if(!k.bounds)return null;let[t,e,n,o]=k.bounds;return b.latLngBounds(
[[e,t],[o,n]])}function _n(t){let e=Je();return!e||f.getBounds().pad(t).contains(e)}function he(){let t=Je();if(!t)return;
let[e,n]=R.matches?[62,58]:[14,14];f.fitBounds(t,{paddingTopLeft:[R.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function Xe(t){let e=_n(.05);t(),f.invalidateSize({animate:!1}),e&&he()}function ge(t,e){if(t.point){(!f.getBounds().
pad(-.1).contains(t.point)||e)&&f.setView(t.point,Math.max(f.getZoom(),e?9:7),{animate:!1});return}let n=f.latLngToLayerPoint(
t.bounds.getNorthWest()),o=f.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&f.getBounds().
contains(t.bounds)||f.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Ct=document.getElementById("dock"),tn=24;function Ko(){return!R.matches&&document.body.classList.contains("figures-o\
pen")}var Jo=b.Popup.extend({options:{pane:Ct,className:"docked",autoPan:!1},onAdd(t){Ct.hidden=!1,document.body.classList.
add("docked-open"),b.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),$("docked")},onRemove(t){
b.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(Ct.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){Gs(this.getLatLng())}});function Gs(t){if(Ct.
classList.toggle("over",!Ko()),Ko())return;let e=f.latLngToContainerPoint(t),n=f.getSize();Ct.classList.toggle("at-left",
!R.matches&&e.x>n.x/2);let o=Ct.getBoundingClientRect(),r=f.getContainer().getBoundingClientRect(),[s,i]=[o.left-r.left-
tn,o.right-r.left+tn],[l,u]=[o.top-r.top-tn,o.bottom-r.top+tn];e.x<=s||e.x>=i||e.y<=l||e.y>=u||(R.matches?f.panBy([0,e.y-
l],{animate:!1}):Ct.classList.contains("at-left")?f.panBy([e.x-i,0],{animate:!1}):f.panBy([e.x-s,0],{animate:!1}))}var kt=null;function Ys(t,e){let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=j(n,
r,e),l=/\n|^.{17}/.test(st(s,i,t,r));o.append(a(l?"dt.wide":"dt",{},y(c(s.title)),s.derived?Y():null),a(l?"dd.wide":"dd",
{dir:"auto"},st(s,i,t,r)))}),o}function we(t,e,n,o){let r=t.popup.length?rt(t.data.columns[t.popup[0]],j(t.data,t.popup[0],
e),t,t.popup[0]):Q(t,e);return a("details.feature",{open:n},a("summary",{},o?y(c(t.title),"span.kicker"):null,y(r,"span.\
heading")),Ys(t,e))}function en(t){let e=a("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("d\
iv.under",{},c("under")));let s=B(n,o),i=s.length>1;if(i&&e.append(a("div.many",{},y(c(n.title),"span.kicker"),a("span.c\
ount",{},U("here",s.length)))),s.forEach((l,u)=>{e.append(we(n,l,r===0&&u===0,!i))}),n.geometry==="point"){let l=n.legend.
precisions.find(u=>u.name===o.precision);e.append(a("p.precision",{},c("position")+c(l.title)))}}),e}function Xo(t){return a(
"div",{},t)}function ye(t,e,n){Uo(),kt=new Jo().setLatLng(t).setContent(Xo(e())),kt.again=e,kt.openOn(f),tr();let o=kt.getElement();
o.tabIndex=-1,n&&o.focus()}function tr(){let t=kt.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",c("close"))}function er(){z("language",()=>{kt?.isOpen()&&(kt.setContent(Xo(kt.again())),tr())})}function Vs(t,e,n,o){return a(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function qt(t){
return O("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},O("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function nr(t){let e=qt(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function be(t,e,n,o="rows"){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:
a("span.count",{},U(o,n)))}function or(t,e){let{precisions:n}=t.legend,o=n.map(({name:s})=>t.places.filter(i=>i.precision===
s&&(e===null||Gt(t,i)===e)).length),r=Math.max(...o);return r>0?n[o.indexOf(r)].name:null}function nn(t){let{legend:e,style:n,
geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),s=He(t);e.title&&r.append(a("p.legend-title",{},y(c(e.title)),
e.unit?y(`（${c(e.unit)}）`.replace(/[（）]/g,p=>m.lang==="zh"?p:p==="（"?" (":")")):null,e.derived?Y():null));let i=a(
"ul"),l=(p,h)=>{let g=h!==void 0&&We(t,h);if(o==="point"){let w=or(t,h)||or(t,null);return w?ce(w,p,g):null}return o==="\
line"?qt({...n,color:p}):Vs(p,n.opacity,n.color,g)},u=o==="point"?"items":"rows";if((e.classes||[]).forEach((p,h)=>{if(p.
count===0&&p.low===void 0&&o!=="raster")return;let g=be(l(p.color,h),c(p.words),o==="raster"?null:s.classes[h],u);o==="r\
aster"&&g.append(a("span.count",{},U("cells",p.count))),i.append(g)}),(e.widths||[]).forEach(p=>{i.append(be(nr({...n,weight:p.
width}),Z(p.value),null))}),s.several){let p=be(l(e.severalColor,le),c(e.severalWords),s.several,"places");i.append(p)}if(s.
missing){let p=n.kind==="flows"?nr({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,yt),h=be(p,c(e.missingWords),
s.missing,u);h.classList.add("missing"),i.append(h)}if(o==="point"){let p=e.classes?"#5b6b78":n.color;s.precisions.forEach(
h=>{let g=be(ce(h.name,p),c(h.title),h.count,u);g.classList.add("of-precision"),i.append(g)})}i.children.length&&r.append(
i),r.append(...Qs(t,s));let d=rr(t);return d.length&&r.append(a("button.unplaced",{type:"button",onclick:()=>Zs(t)},U("u\
nplaced",d.length))),r}function Qs(t,e){let n=[],o=l=>n.push(a("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>B(t,l)).
filter(l=>l.length),s=r.reduce((l,u)=>l+u.length,0);if(t.geometry==="point"&&s>r.length&&o(c("shareMarks")(s,r.length)),
m.year!==null&&t.yearColumn){let l=r.flat().filter(u=>An(t,u)===null).length;l&&o(U("undated",l))}let{legend:i}=t;if(i.classes&&
t.geometry==="polygon"&&s>1){let l=e.missing===s?yt:e.classes.indexOf(s);if(l===yt?e.missing===s:l>=0&&qs(t,l)){let d=l===
yt?i.missingWords:i.classes[l].words;o([c("allGrey")(s,c(d))," ",y(c(i.meaning||t.data.description))])}}return n}function qs(t,e){
let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return We(t,e)||Math.max(...o)-Math.
min(...o)<32}function rr(t){return t.data.unplaced.filter(e=>St(t,e))}function Zs(t){let e=rr(t);gt(()=>[a("h2",{id:"abo\
ut-title"},y(c(t.title))),a("p.lead",{},U("unplacedTitle",e.length)),e.map((n,o)=>we(t,n,o===0&&e.length<4,!1))])}function sr(t){let[e,n,o,r]=t.corners;t.overlay=b.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Ks(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=(P,H)=>f.options.crs.
latLngToPoint(b.latLng(P,H),0),[l,u,d]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:p,height:h}=t.pixels.canvas,g=Math.floor(p*
(d.x-l.x)/(u.x-l.x)),w=Math.floor(h*(d.y-l.y)/(u.y-l.y));if(g<0||w<0||g>=p||w>=h)return null;let[x,E,T,A]=t.pixels.getImageData(
g,w,1,1).data;if(!A)return null;let S=`#${[x,E,T].map(P=>P.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(P=>P.color===S)||null}function on(t){let e=[...M].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:Ks(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},y(c(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),y(c(o.words)),n.legend.unit?y(` ${c(n.legend.unit)}`):null,n.legend.derived?Y():null));
return e.length?a("div.identify",{},e):null}var ir=.8,ar=Ue.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>f.options.crs.latLngToPoint(b.latLng(n),0);this.lines=
t.places.filter(n=>B(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(ir,r??0);return s.flatMap(u=>{let d=u.map(({x:w,y:x})=>[t(w),e(x)]),p=O(
"path",{d:`M${d.map(w=>w.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke\
-linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),h=lr(d,Math.max(3.5,.9*l));if(!h)return[p];let g=O("path",
{d:`M${h.map(w=>w.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[p,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let u=i===null?s.missingColor:r.color,d=Math.max(ir,i??0);l.forEach(p=>{t.lineWidth=d,t.setLineDash(i===null?
[3,3]:[]);let h=p.map(({x:g,y:w})=>[n(g)/e,o(w)/e]);t.globalAlpha=r.opacity,t.strokeStyle=u,t.beginPath();for(let[g,w]of h)
t.lineTo(g,w);t.stroke(),t.globalAlpha=1,Js(t,h,Math.max(3.5,.9*d),u)})})}});function lr(t,e){let n=t.slice(1).map(([A,S],P)=>Math.
hypot(A-t[P][0],S-t[P][1])),o=n.reduce((A,S)=>A+S,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(A=>(r-=A,r<=0)),[[i,l],
[u,d]]=[t[s],t[s+1]],p=1+r/n[s],h=Math.atan2(d-l,u-i),[g,w]=[i+p*(u-i),l+p*(d-l)],[x,E]=[Math.cos(h),Math.sin(h)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([A,S])=>[g+x*A-E*S,w+E*A+x*S])}function Js(t,e,n,o){let r=lr(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,i]of r)t.lineTo(s,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}wt("gisplan-measure",630);var ke=b.layerGroup().addTo(f),xe=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(xe);var I=[];function Xs(t){let[e,n]=go(t);return`${e} ${c(n)}`}function Un(t){I.push([t.lat,t.lng]),rn()}
function rn(){ke.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=I.
flatMap((n,o)=>o?fe(I[o-1],n,1,60):[n]);I.length>2&&(b.polygon([...e,...fe(I[I.length-1],I[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(ke),b.polyline([I[I.length-1],...fe(I[I.length-1],I[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(ke)),e.length>1&&b.polyline(e,{...t,className:"measured"}).addTo(ke);for(let n of I)b.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(ke);cr()}function cr(){if(!m.measuring)return;let t=xe.contains(
document.activeElement)?document.activeElement.id:null,e=[...I,I[0]],n=(r,s,i,l)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},c(s));xe.setAttribute("aria-label",c("measureTitle")),xe.replaceChildren(a("div.measure-head",{},a(
"strong",{},c("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":c("close"),onclick:()=>sn(
!1)},"×")),I.length<2?a("p.hint",{},c("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},c("length")),a(
"dd",{id:"measured-length"},Ln(Fn(I))),I.length>2?[a("dt",{},c("perimeter")),a("dd",{},Ln(Fn(e))),a("dt",{},c("area")),a(
"dd",{id:"measured-area"},Xs(Ke(I)))]:[]),a("div.row",{},n("middle","addMiddle",()=>Un(f.getCenter())),n("back","takeBac\
k",()=>{I.pop(),rn()},!I.length),n("clear","startOver",()=>{I=[],rn()},!I.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function sn(t){m.measuring=t,I=[],document.body.classList.toggle("measuring",t),xe.hidden=!t,f.
doubleClickZoom[t?"disable":"enable"](),t&&f.closePopup(),J(null),rn();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function ur(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&sn(!1)}),z("language",cr)}var an=b.layerGroup().addTo(f);function Zt(t){if(m.chosen=t,an.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?b.circleMarker(
o.point,{...e,radius:_[o.precision]+6,weight:3}).addTo(an):n.geometry==="line"?b.polyline(o.parts.map(([r])=>r),e).addTo(
an):b.polygon(o.parts,e).addTo(an)}$("chosen")}function ti(t){return m.shown[t.number]||t.geometry==="polygon"?null:a("p\
.layer-off",{},c("layerOff"),y(c(t.title)),a("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),K(t,!0)}},
c("showLayer")))}function Kt(t,e,n,o){let r=pt(t,e);if(!r){Zt({layer:t,place:null,row:e}),gt(()=>[a("h2",{id:"about-titl\
e"},y(Q(t,e))),a("p.lead",{},c("nowhere")),we(t,e,!0,!0)]);return}ge(r,n),Zt({layer:t,place:r,row:e}),ye(b.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[ti(t),en([{layer:t,place:r}])],o),ot(Q(t,e))}function ln(t,e){if(m.place){m.place(t);return}let n=qe(t);if(!n.length){on(t)&&ye(t,()=>on(t),e);return}Zt({...n[0],row:B(
n[0].layer,n[0].place)[0]}),ye(n[0].place.point?b.latLng(n[0].place.point):t,()=>{let o=on(t),r=en(n);return o&&r.append(
a("div.under",{},c("under")),o),r},e)}function dr(){f.on("click",t=>{m.measuring?Un(t.latlng):ln(t.latlng,!1)})}function ei(){let t=M.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||k.basemap)){f.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)b.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(f)}}function ni(t){let e=f.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let s=o.getElement();s&&s.setAttribute("aria-label",Mt(t,r))});t.nameMarks=n,z("lan\
guage",n),t.group.on("add",n),mr(t)}else t.geometry==="raster"?sr(t):pr(t)}function cn(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?mr(t):pr(t)}function pr(t){if(t.style.kind==="flows")new ar(t).addTo(t.group);else for(let e of t.
places)oi(t,e)}function oi(t,e){let{style:n}=t;if(!B(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,dashArray:n.dash||null,lineJoin:"round",
fill:o&&t.geometry==="polygon",fillColor:On(t,e)?Ge(Tt(t,e)):Tt(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.
color=Tt(t,e)),b.polyline(e.parts.map(([s])=>s),r).addTo(t.group);return}b.polygon(e.parts,r).addTo(t.group)}function mr(t){
if(t.places.length>Ht){t.dots=new Fo(t).addTo(t.group);return}t.places.filter(e=>B(t,e).length).forEach(e=>{let n=ce(e.precision,
Tt(t,e),On(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=b.marker(e.point,{pane:t.pane,keyboard:!0,icon:b.divIcon(
{html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(_[e.precision])});t.marks.push({marker:r,place:e}),
r.on("mouseover",()=>J(r.getLatLng())),r.on("click",s=>ln(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&
ln(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function fr(){ei(),M.forEach(ni)}function hr({tiles:t}){for(let e of t)
b.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(f)}var ve=document.getElementById("years"),gr=[...new Set(M.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?Bo(t):
[]]))].sort((t,e)=>t-e),G=gr.length&&k.years.length?k.years:gr,wr=k.groups.flatMap(t=>{let e=t.layers.map(n=>M[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Bt=0;function at(t){
let e=G.includes(t)?t:null;e!==m.year&&(m.year=e,M.filter(n=>n.yearColumn).forEach(cn),wr.forEach(ri),J(null),m.chosen?.
place&&!B(m.chosen.layer,m.chosen.place).length&&Zt(null),f.closePopup(),jn(),ot(ze()),$("year"))}function ri(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&K(n,n===e)}),m.year===null&&
(t.wanted=!1)}function ze(){if(m.year===null)return c("everyYear");let t=wr.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return bo(m.year)+(t?c("noYear"):"")}function Wn(t){clearInterval(Bt),Bt=t?setInterval(()=>{let e=G.indexOf(m.year)+
1;e<G.length&&at(G[e]),e>=G.length-1&&Wn(!1)},1400):0,t&&at(G[0]),jn()}function jn(){if(G.length<2)return;ve.hidden=!1;let t=document.
activeElement&&ve.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?G.length:G.indexOf(m.year);
ve.setAttribute("aria-label",c("years"));let n=[...G.map(String),c("allYears")];ve.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>Wn(!Bt),"aria-label":c(Bt?"stop":"play"),title:c(Bt?"stop":"play")},Lt(Bt?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:G.length,step:1,value:e,"a\
ria-label":c("years"),"aria-valuetext":ze(),oninput:o=>{Bt&&Wn(!1),at(G[o.target.valueAsNumber]??null)}}),a("div.ticks",
{"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>at(G[r]??null)},o)))),a("output.year-now",{},
ze())),t&&document.getElementById(t).focus()}function yr(t){z("language",jn),new ResizeObserver(()=>{ve.style.setProperty(
"--foot",`${t.offsetHeight}px`)}).observe(t)}var br=document.getElementById("sheet"),Hn=document.getElementById("sheet-more"),si=.0254/96,ii=[];function ai(){let t=f.
getSize(),e=f.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[f.containerPointToLatLng([t.x/2-50,t.y/2]),f.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=Qt(n.lng,e.lat,o.lng,e.lat)/(100*si),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${Z(Math.
round(s/i)*i)}`}function li(){return O("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":c("north")},O("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),O("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),O("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},c("north")))}function ci(){
return[...M].reverse().filter(t=>m.shown[t.number]).map(t=>{let e=nn(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button"))n.replaceWith(a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},y(c(t.title),
"strong.datum"),t.style.kind==="outline"?qt(t.style):null),e.children.length?e:null)})}function ui(){let t=M.filter(n=>m.
shown[n.number]).flatMap(n=>n.data.sources.map(o=>[c(o.title),c(o.publisher),o.date].filter(Boolean).join(" · "))),e=[c(
k.attribution),k.basemap?c(k.basemap.attribution):"",...new Set(t)].filter(Boolean);return a("p.sheet-credits",{},c("cre\
dits"),e.map((n,o)=>[o?"; ":"",y(n)]))}function kr(t){let e=a("div.sheet-legend",{},ci()),n=a("div.sheet-foot",{},m.year===
null?"":a("p",{},ze()),a("p.ratio",{},c("ratio"),ai()),a("p",{},c("projection")),ui(),a("p",{},c("printed"),Vt()),a("p.r\
eview",{},c("review"),k.review?y(k.review):c("noReviewLine")));br.replaceChildren(a("div.sheet-head",{},a("h2",{},c("leg\
end")),li()),e,n,t);let o=ii.flatMap(r=>r()).filter(Boolean);Hn.replaceChildren(...di(e,n),...o),Hn.hidden=!Hn.children.
length}function di(t,e){let n=[],o=e.querySelector(".sheet-credits");e.offsetHeight>br.clientHeight/3&&o.replaceWith(a("\
p",{},c("creditsOver")));let r=[];for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),
t.lastElementChild.remove();if(r.length){for(t.append(a("p.sheet-over",{},c("legendOver")));t.scrollHeight>t.clientHeight+
1&&t.children.length>1;){let s=t.children[t.children.length-2];r.unshift(s),s.remove()}n.push(a("h2",{},c("legendMore")),
a("div.sheet-legends",{},r))}return o.isConnected||n.push(a("h2",{},c("source")),o),n}var xr={A3:"A3 landscape",A4:"A4 landscape"},Pt=null,un="A3";function pi(){for(let t of document.styleSheets){let e=[...t.
cssRules].findIndex(n=>n instanceof CSSPageRule);if(!(e<0)){t.deleteRule(e),t.insertRule(`@page { size: ${xr[un]}; margi\
n: 12mm; }`,e);return}}}function mi(){return _n(.02)?Je()??f.getBounds():f.getBounds()}function vr(){Pt||document.body.classList.
contains("printing-list")||(Pt={centre:f.getCenter(),zoom:f.getZoom(),bounds:mi()},J(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,m.paper=!0,zr())}function zr(){
document.body.classList.toggle("paper-a4",un==="A4"),pi(),f.invalidateSize({animate:!1,pan:!1}),f.fitBounds(Pt.bounds,{animate:!1,
padding:[8,8]}),$("paper"),kr(fi()),bt()}function Gn(){if(!Pt)return;let{centre:t,zoom:e}=Pt;Pt=null,m.paper=!1,document.
documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById("sheet").
hidden=!0,document.getElementById("sheet-more").hidden=!0,f.invalidateSize({animate:!1,pan:!1}),f.setView(t,e,{animate:!1}),
$("paper"),bt()}function fi(){let t=e=>a("label",{},a("input",{type:"radio",name:"paper-size",id:`paper-${e.toLowerCase()}`,
checked:e===un,onchange:()=>{un=e,zr(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);return a("div.s\
heet-tools",{role:"group","aria-label":c("print")},Object.keys(xr).map(t),a("button.sheet-print",{type:"button",id:"pape\
r-print",onclick:()=>window.print()},c("print")),a("button.sheet-back",{type:"button",onclick:Gn},c("back")))}function Lr(){
vr(),document.getElementById("paper-print").focus()}function dn(){return Pt!==null}function Er(){let t=!1;window.addEventListener(
"beforeprint",()=>{t=dn(),vr()}),window.addEventListener("afterprint",()=>{t||Gn()}),document.addEventListener("keydown",
e=>{e.key==="Escape"&&Gn()})}var It={last:"",timer:0,ready:!1},Tr=ko(M),Vn=[];function Ar(t){Vn.push(t)}function Or(){return xo(window.location.hash,
{keys:Tr,groups:k.groups.length,years:G})}function $r(){let{lat:t,lng:e}=f.getCenter(),n=Vn.flatMap(o=>o.write());return vo(
{zoom:f.getZoom(),lat:t,lng:e},m,Tr,n)}function Mr(t){t.shown&&M.forEach((n,o)=>{m.shown[o]!==t.shown[o]&&K(n,t.shown[o])}),
t.opacity?.forEach((n,o)=>{_e(o,n)}),at(t.year);let e=new URLSearchParams(window.location.hash.replace(/^#/,""));for(let n of Vn)
n.follow(e);t.view&&f.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),It.ready=!0}function Sr(){!It.ready||dn()||(clearTimeout(
It.timer),It.timer=setTimeout(()=>{if(!dn()){It.last=$r();try{window.history.replaceState(null,"",It.last)}catch{}}},120))}
async function Cr(){let t=window.location.href.split("#")[0]+$r(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{
e=!1}gt(()=>[a("h2",{id:"about-title"},c("linkTitle")),a("p.lead",{},e?c("copied"):""," ",c("linkHint")),a("input",{id:"\
link-text",type:"text",readOnly:!0,value:t,"aria-label":c("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById(
"link-text").focus()}var Yn=Or();function Br(){Yn.lang&&(m.lang=Yn.lang)}function Pr(){Mr(Yn),window.addEventListener("h\
ashchange",()=>{if(window.location.hash===It.last)return;let t=Or();t.lang&&t.lang!==m.lang&&(m.lang=t.lang,$("language")),
Mr(t)}),f.on("moveend",Sr);for(let t of["language","layers","year","view","tasks"])z(t,Sr)}var hi=b.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!R.matches}),b.DomEvent.disableClickPropagation(
this.box),z("language",()=>this.write()),this.box},write(){let t=[...Object.values(k.tables).flatMap(r=>r.sources).map(r=>c(
r.title)),...k.headlines.flatMap(r=>r.sources.map(c))],e=[c(k.attribution),k.basemap?c(k.basemap.attribution):"",...new Set(
t)].filter(Boolean),n=a(k.review?"span.review":"span.review.unset",{},c("review"),k.review?y(k.review):c("noReview")),o=a(
"div.credits",{tabIndex:0},a("span",{},c("credits")));e.forEach((r,s)=>{o.append(s?"; ":"",y(r))}),this.box.replaceChildren(
a("summary",{},n),o)}}),gi=b.Control.extend({onAdd(){let t=(e,n,o)=>a("button",{type:"button","data-say":e,onclick:o},n);
return this.box=a("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>f.zoomIn()),t("zoomOut","−",()=>f.zoomOut()),t("home",Lt(
"home"),he)),b.DomEvent.disableClickPropagation(this.box),z("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=c(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function wi(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>ot(c("full")))}var yi=[["measure",()=>sn(
!m.measuring)],["full",wi],["link",Cr],["print",Lr]],bi=b.Control.extend({onAdd(){let t=yi.filter(([e])=>e!=="full"||document.
fullscreenEnabled);return this.box=a("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,
onclick:n,"aria-pressed":e==="measure"?"false":null},Lt(e)))),b.DomEvent.disableClickPropagation(this.box),z("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=c(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function Ir(){let t=new hi({position:"bottomright"}).addTo(f);return new gi({position:R.
matches?"bottomright":"topright"}).addTo(f),new bi({position:"topright"}).addTo(f),b.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(f),document.addEventListener("fullscreenchange",()=>f.invalidateSize({animate:!1})),t.box}var Dr=wt("gisplan-counts",588);Dr.classList.add("leaflet-zoom-hide");var Le=16;function ki(t,e){let[n,o]=[t/2+e*.5,Le/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Le/2-e-2],[0,Le/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function Nr(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function Rr(){let t=M.filter(r=>r.geometry==="point"&&m.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:f.latLngToLayerPoint(s.point),count:B(r,s).length,radius:_[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:i,own:l})=>{let u=String(s),d=8+7*u.length,p=ki(d,i).map(([x,E])=>[r.x+x-d/2,r.y+E-Le/2,r.x+x+d/2,r.y+E+Le/2]),h=p.
filter(x=>n.every(E=>Nr(x,E))),g=h.find(x=>e.every((E,T)=>T===l||Nr(x,E)))||h[0]||p[0];n.push(g);let w=a("span.mark-coun\
t",{"aria-hidden":"true"},u);return w.style.width=`${d}px`,b.DomUtil.setPosition(w,b.point(Math.round(g[0]),Math.round(g[1]))),
w});Dr.replaceChildren(...o)}function Fr(){f.on("zoomend viewreset resize",Rr);for(let t of["language","layers","year","\
kept","paper"])z(t,Rr)}var Nt={width:320,height:104,most:160};function _r(t,e,n){let o=e&&t.data.columns[e];return o&&dt(o)?vi(t,e,n):t.legend.
classes?zi(t):null}function xi(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"\
true"},n||""))}function vi(t,e,n){let r=t.data.columns[e],s=n.map(S=>({row:S,value:F(r.values,S)})).filter(S=>typeof S.value==
"number").slice(0,Nt.most);if(s.length<2)return null;let{width:i,height:l}=Nt,u=s.map(S=>S.value),[d,p]=[Math.min(0,...u),
Math.max(0,...u)],h=S=>4+(l-8)*(p-S)/(p-d||1),g=i/s.length,w=g>4?Math.min(3,g*.2):0,x=s.map(({row:S,value:P},H)=>{let nt=O(
"g",{class:"bar","data-row":S});return nt.append(O("rect",{class:"hit",x:H*g,y:0,width:g,height:l}),O("rect",{class:"val\
ue",x:H*g+w/2,width:Math.max(.6,g-w),y:Math.min(h(0),h(P)),height:Math.max(1,Math.abs(h(P)-h(0))),fill:e===t.column?je(t,
S):"#4d8296"})),nt}),E=`${c("chart")}${c(r.title)}`,T=O("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":E,preserveAspectRatio:"\
none"},...x,O("line",{class:"zero",x1:0,x2:i,y1:h(0),y2:h(0)}));T.addEventListener("mouseover",S=>Ot(t,jt(S))),T.addEventListener(
"mouseleave",()=>Ot(t,null)),T.addEventListener("click",S=>{let P=jt(S);P!==null&&Kt(t,P,!1,!1)});let A=s.length===Nt.most&&
n.length>Nt.most?a("span.count",{},` ${U("firstBars",Nt.most)}`):null;return xi([y(c(r.title)),r.unit?y(m.lang==="zh"?`（${c(
r.unit)}）`:` (${c(r.unit)})`):null,r.derived?Y():null,A],T)}function zi(t){let e=He(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:c(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:c(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,s=O("svg",{viewBox:`0 0 ${Nt.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${c("chart")}${c(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=Nt.width*i.count/o;s.append(O("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),a("figure.chart",{},a("figcaption",{},y(c(t.legend.title)),t.legend.derived?Y():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),y(i.text),a("span.count",{},` ${U(
"rows",i.count)}`)))))}function Ur(t,e,n){let o=t.data.columns[e];return n===null||!o||!dt(o)?[c("chartHint")]:[y(Q(t,n),
"strong.datum")," ",st(o,j(t.data,e,n),t,e)]}var xt=document.getElementById("figures"),pn=document.getElementById("figures-toggle"),C={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},Li=26;function qn(){let t=M.filter(r=>m.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===C.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function Wr(){let t=qn();return!t||t.data.
count<=5e3}function Zn(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
ae(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some((i,l)=>{let u=j(t.data,r,l);return typeof u=="s\
tring"&&!ae(e[r].words,u)&&(u.length>Li||u.includes(`
`))}))}function Ei(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(d,p)=>p).filter(d=>St(t,d));if(!e)return s;let i=o.columns[e],l=new Map(s.map(d=>{let p=j(o,e,d);return p==null?
[d,null]:[d,typeof p=="number"?p:rt(i,p,t,e)]})),u=n?-1:1;return s.sort((d,p)=>{let[h,g]=[l.get(d),l.get(p)];if(h===null||
g===null)return(h===null)-(g===null)||d-p;let w=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return u*w||d-
p})}function Mi(t){if(m.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=m.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function Si(){return k.headlines.length?a("dl.headlines",{},k.headlines.
map(t=>Mi(t)).map(t=>a("div",{title:c("credits")+t.sources.map(c).join("; ")},a("dt",{},y(c(t.title))),a("dd",{},t.before&&
t.value!==null?y(`${c(t.before)} `):null,a("strong",{},t.value===null?"—":Ti(t.value)),t.unit&&t.value!==null?y(` ${c(
t.unit)}`):null,t.of!==null?a("span.of",{},U("ofAll",t.of)):null,t.derived?Y():null,m.year!==null&&!t.years?a("span.note",
{},c("everyYearAlike")):null,t.missing?a("span.note",{},U("unknown",t.missing)):null,t.worth?y(c(t.worth),"span.note"):null)))):
null}function Ti(t){return Math.abs(t)>=1e3?Z(Math.round(t)):Z(Math.round(t*10)/10)}function Ai(t,e){let n=t.data.columns[e];
C.down=C.sort===e?!C.down:dt(n),C.sort=e,Rt(),document.getElementById(`sort-${Zn(t).indexOf(e)}`).focus()}function Oi(t,e,n){
let o=t.data.columns[e],r=C.sort===e;return a(dt(o)?"th.number":"th",{scope:"col","aria-sort":r?C.down?"descending":"asc\
ending":"none"},a("button",{type:"button",id:`sort-${n}`,onclick:()=>Ai(t,e)},y(c(o.title)),a("span.arrow",{"aria-hidden":"\
true"},r?C.down?"▼":"▲":"")),o.unit?a("span.unit",{dir:"auto"},c(o.unit)):null,o.derived?Y():null)}function $i(t,e,n){
let o=t.data,r=a("tr",{"data-row":String(n)});return e.forEach((s,i)=>{let l=o.columns[s],u=rt(l,j(o,s,n),t,s);if(i===0){
r.append(a("th",{scope:"row"},a("button",{type:"button",dir:"auto",onclick:d=>Kt(t,n,!1,d.detail===0)},u)));return}r.append(
a(dt(l)?"td.number":"td",{dir:dt(l)?null:"auto"},s===t.column&&t.style.kind!=="outline"?a("span.dot",{style:{"--color":je(
t,n)}}):null,u))}),r}function Ci(t){let e=M.filter(n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return a("labe\
l.pick",{},a("span",{},c("tableOf")),a("select",{id:"figures-layer",onchange:n=>{Object.assign(C,{picked:Number(n.target.
value),sort:null,most:200}),Rt()}},e.map(n=>a("option",{value:String(n.number),selected:n===t},c(n.title)))))}function Bi(t){
let e=Zn(t),n=C.rows.slice(0,C.most),o=a("table",{onmouseover:r=>Ot(t,jt(r)),onmouseleave:()=>Ot(t,null),onfocusin:r=>Ot(
t,jt(r))},a("caption",{},y(c(t.title)),a("span.count",{},` ${U("tableRows",C.rows.length)}`)),a("thead",{},a("tr",{},e.map(
(r,s)=>Oi(t,r,s)))),a("tbody",{},n.map(r=>$i(t,e,r))));return[C.rows.length?null:a("p.hint",{},c("nothingDue")),a("div.t\
able",{tabIndex:0,role:"region","aria-label":c(t.title)},o),n.length<C.rows.length?a("button.more",{type:"button",id:"fi\
gures-more",onclick:()=>{C.most+=500,Rt()}},c("more")):null]}function Rt(){if(pn.replaceChildren(c("figures")),xt.setAttribute(
"aria-label",c("figuresTitle")),!C.open)return;let t=xt.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=xt,n=qn(),o=[a("div.figures-head",{},a("h2",{},c("figuresTitle")),a("button.close",{type:"button",id:"figu\
res-close","aria-label":c("close"),onclick:()=>{vt(!1),pn.focus()}},"×")),Si()];if(n){let r=Zn(n);if(!r.includes(C.sort)){
let s=n.column&&r.includes(n.column)?n.column:r[0];C.sort=s||null,C.down=!!(s&&dt(n.data.columns[s]))}C.rows=Ei(n,C.sort,
C.down),o.push(Ci(n),_r(n,C.sort,C.rows),Bi(n))}else o.push(a("p.hint",{},c("nothingShown")));xt.replaceChildren(...o.flat(
1/0).filter(Boolean)),xt.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),Qn(!1)}function Qn(t){
if(!C.open)return;let e=qn();if(!e)return;let n=m.chosen&&m.chosen.layer.table===e.table?m.chosen:null,o=me.find(l=>l.layer.
table===e.table),r=o?new Set(o.place.rows):new Set;xt.querySelectorAll("[data-row]").forEach(l=>{let u=Number(l.dataset.
row);l.classList.toggle("hovered",r.has(u));let d=!!n&&(n.place?n.place.rows.includes(u):n.row===u);l.classList.toggle("\
picked",d),l.tagName==="TR"&&l.setAttribute("aria-selected",String(d)),t&&d&&l.tagName==="TR"&&Pi(l)});let s=xt.querySelector(
".chart-note"),i=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(...Ur(e,C.sort,i))}function Pi(t){let e=t.closest("\
.table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=
n+o-e.clientHeight)}function vt(t){Xe(()=>{C.open=t,t&&$("opened","figures"),xt.hidden=!t,document.body.classList.toggle(
"figures-open",t),pn.setAttribute("aria-expanded",String(t)),Rt()})}function jr(){pn.addEventListener("click",()=>vt(!C.
open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&R.matches&&C.open&&vt(!1)}),z("opened",t=>{(["desk","ta\
sks"].includes(t)||t==="panel"&&R.matches)&&C.open&&vt(!1)}),z("language",Rt),z("layers",Rt),z("year",Rt),z("hover",()=>Qn(
!1));for(let t of["chosen","docked"])z(t,()=>Qn(!0))}function Ii(t){let e=[c(t.publisher),t.date].filter(Boolean),n=a("li",{},y(c(t.title)));for(let o of e)n.append(" · ",y(
o));return t.url&&n.append(" · ",t.link?Re(t.url,t.url):y(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},c(t.note))),
n}function Ni(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=a("dl.values"),o=(r,...s)=>n.append(a("dt",{},c(r)),
a("dd",{},...s));return t.vintage&&o("vintage",y(t.vintage)),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(
Ii))),t.licence&&o("licence",y(t.licence)),e.length&&o("meaning",a("ul.plain",{},e.map(r=>a("li",{},y(c(r.title),"strong\
.datum"),r.derived?Y():null," ",y(c(r.meaning)))))),a("section",{},a("h3",{dir:"auto"},c(t.title)),a("p",{dir:"auto"},c(
t.description)),n)}function Hr(){return[a("h2",{id:"about-title"},c("about")),a("p.lead",{dir:"auto"},c(k.description)),
Object.values(k.tables).map(Ni),a("p.software",{},c("software"))]}var Gr=document.getElementById("about-open"),mn=document.getElementById("language");function Ri(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en",document.title=c(k.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=c(k[t]),e.title=c(k[t])}Gr.replaceChildren(...Ne("about")),mn.replaceChildren(c("language")),mn.setAttribute(
"aria-label",c("languageHint")),mn.lang=m.lang==="zh"?"en":"zh-CN",f.getContainer().setAttribute("role","main"),f.getContainer().
setAttribute("aria-label",c("map"))}function Yr(){Gr.addEventListener("click",()=>gt(Hr)),mn.addEventListener("click",()=>{
m.lang=m.lang==="zh"?"en":"zh",$("language")}),z("language",Ri)}var Kn=document.getElementById("panel"),Xn=document.getElementById("panel-toggle");function Di(t,e){return a("input",{type:"\
checkbox",id:e,checked:m.shown[t.number],onchange:n=>K(t,n.target.checked)})}function Fi(t,e){return a("input",{type:"ra\
dio",name:"theme",id:e,checked:m.shown[t.number],title:c("oneTheme"),onclick:()=>K(t,!m.shown[t.number])})}function _i(t){
let e=`layer-${t.number}`,n=a("div.layer",{},a("div.layer-head",{},ie(t)?Fi(t,e):Di(t,e),a("label",{for:e,dir:"auto"},c(
t.title)),t.style.kind==="outline"?qt(t.style):null)),o=nn(t);return o.children.length&&(o.hidden=!m.shown[t.number],n.append(
o)),n}function Ui(t,e){return a("label.opacity",{title:c("opacity")},a("span",{"aria-hidden":"true"},c("opacityShort")),
a("span.unseen",{dir:"auto"},`${c("opacity")} `,c(t.title)),a("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*m.opacity[e]),oninput:n=>_e(e,n.target.valueAsNumber/100)}))}function Jn(){let t=document.activeElement?.
id;Kn.setAttribute("aria-label",c("layers")),Kn.replaceChildren(...k.groups.map((e,n)=>a("fieldset",{style:{"--group":m.
opacity[n]}},a("legend",{dir:"auto"},c(e.title)),Ui(e,n),[...e.layers].reverse().map(o=>_i(M[o])))).reverse()),Xn.replaceChildren(
...Ne("layers")),t&&Kn.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(t).focus()}function Ee(t){document.body.
classList.toggle("panel-open",t),Xn.setAttribute("aria-expanded",String(t)),t&&$("opened","panel"),f.invalidateSize({animate:!1})}
function Wi(){for(let t of M){let e=document.getElementById(`legend-${t.number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.
getElementById(`layer-${t.number}`);n&&(n.checked=m.shown[t.number])}}function ji(){m.opacity.forEach((t,e)=>{let n=document.
getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest("fieldset").style.setProperty("--group",t))})}function Vr(){
Xn.addEventListener("click",()=>Ee(!document.body.classList.contains("panel-open"))),document.addEventListener("keydown",
t=>{t.key==="Escape"&&R.matches&&Ee(!1)}),z("opened",t=>{t!=="panel"&&R.matches&&Ee(!1)}),z("language",Jn),z("year",Jn),
z("kept",Jn),z("layers",Wi),z("view",ji)}function Me(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function qr({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Me);return{code:n||"",zh:Me(t??""),en:Me(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Me),initials:r.map(s=>s.slice(0,1)).join("")}}function Hi(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var Gi=3;function Qr({entry:t,fit:e}){
return t.unit&&e<=Gi?0:1}function Zr(t,e,n){let o=Me(e);return o?t.map(r=>({entry:r,fit:Hi(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Qr(r)-Qr(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var eo=document.getElementById("search"),Yi=12,to=null,W=[],q=-1;function Vi(){let t=[],e=new Set,n=r=>M.some(s=>s.table===
r&&m.shown[s.number]);return Object.keys(k.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=k.tables[r],{search:i}=s,l=i.
name?s.columns[i.name]:null;for(let u=0;u<s.count;u++){let d=l?F(l.values,u):null,p=l?.english?F(l.english,u):null,h=i.code?
i.code[u]:null,g=h?`${h} ${d}`:null;if(d===null&&p===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let w=i.pinyin?F(i.
pinyin,u):null,x=h!==null&&s.geometry==="polygon";t.push({table:r,row:u,unit:x,...qr({zh:d,en:p,code:h,pinyin:w})})}}),t}
function Kr(t){return to=to||Vi(),Zr(to,t,Yi)}function Jr(t){let e=M.filter(n=>n.table===t);return e.filter(n=>m.shown[n.
number]).pop()||e[0]}function Xr(t){let e=Jr(t.table);Qi(),m.year!==null&&!St(e,t.row)&&at(null),Kt(e,t.row,!0,!0),R.matches&&
vt(!1)}function Qi(){W=[],q=-1,Se()}function qi(t){let e=Jr(t.table),n=k.tables[t.table],o=n.search.name?n.columns[n.search.
name]:null,r=o?.english?F(m.lang==="zh"?o.english:o.values,t.row):null;return[y(Q(e,t.row),"strong.datum"),r?y(r,"span.o\
ther"):null,a("span.of",{},t.code?`${t.code} · `:"",y(c(e.title)))]}function Se(){let t=document.getElementById("search\
-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...W.
map((r,s)=>a("li",{id:`found-${s}`,role:"option","aria-selected":String(s===q),onmousedown:i=>{i.preventDefault(),Xr(r)}},
qi(r))));let o=document.getElementById("search-none");o.hidden=W.length>0||!n||q===-2,o.textContent=c("nothingFound"),t.
hidden=!W.length,e.setAttribute("aria-expanded",String(W.length>0)),q>=0?(e.setAttribute("aria-activedescendant",`found-${q}`),
document.getElementById(`found-${q}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Zi(t){
W=Kr(t.target.value),q=W.length?0:-1,Se(),t.target.value.trim()&&ot(W.length?U("found",W.length):c("nothingFound"))}function Ki(t){
let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&W.length?(t.preventDefault(),q=(q+e+W.length)%W.length,Se()):t.key==="Escape"&&
(t.stopPropagation(),W.length||(t.target.value=""),W=[],q=-2,Se())}function Ji(){let t=document.getElementById("search-i\
nput");eo.setAttribute("aria-label",c("search")),eo.replaceChildren(a("div.field",{},Lt("search"),a("input",{id:"search-\
input",type:"search",role:"combobox",placeholder:c("searchHint"),"aria-label":`${c("search")}: ${c("searchHint")}`,"aria\
-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Zi,
onkeydown:Ki,onblur:()=>{q=-2,W=[],Se()}})),a("ul",{id:"search-list",role:"listbox","aria-label":c("search"),hidden:!0}),
a("p",{id:"search-none",hidden:!0}))}function ts(){eo.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById(
"search-input");W.length||(W=Kr(e.value)),W.length&&Xr(W[Math.max(0,q)])}),document.addEventListener("keydown",t=>{t.key!==
"/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").
focus())}),z("language",Ji)}var Te={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},es={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function L(t){return c(Te[t])}function Dt(t,e){let n=Wt(e);return c({zh:es[t].zh(
n),en:es[t].en(n)})}function fn(t,e){let n=c({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+c({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function ns(t){return c({zh:`${t} ${Te.dueBy.zh}`,en:`${Te.dueBy.
en}${t}`})}function os(t){return c({zh:`${Te.asOf.zh}：${t}`,en:`${Te.asOf.en} ${t}`})}var Jt=["met","partly","short","undecided","awaiting"],X="overdue",Ae="aims",Xi=["target","milestone"],ta=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],Oe=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function rs(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return ta.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function no(t,e){let n=rs(e);if(!n)return[];let o=t.
map(s=>s.names.map(rs)),r=s=>o.map((i,l)=>i.some(s)?l:-1).filter(i=>i>=0);for(let s of[i=>i===n,i=>i===`省${n}`,i=>n.length>
1&&i.includes(n)]){let i=r(s);if(i.length)return i}return[]}function ss(t,e){let n=F(t,e);return n?n.split(" ").map(Number):
[]}function is({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,i=(u,d)=>r[u]?F(r[u].values,d):null,l=(u,d)=>r[u]?
[i(u,d),r[u].english?F(r[u].english,d):null]:[];return Array.from({length:s},(u,d)=>({row:d,item:i("item",d),kind:i("kin\
d",d),state:i("state",d),year:i("year",d),due:i("due",d),lead:ss(e,d),cooperate:ss(n,d),regions:new Map((F(o,d)||"").split(
" ").filter(Boolean).map(p=>p.split(":")).map(([p,h])=>[Number(p),h])),words:[...l("name",d),i("clause",d),i("item",d),i(
"text_zh",d)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function hn(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function oo(t){return Xi.
includes(t.kind)}function ea(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(no(e,t.unit)),u=t.
role?[t.role]:["lead","cooperate"];r.push(d=>u.some(p=>d[p].some(h=>l.has(h))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===Ae?oo(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let i=[];if(t.region){let l=n.findIndex(
u=>u.code===t.region);i.push(u=>u.regions.has(l))}return t.mark&&o&&i.push(l=>o.has(l.row)),{found:r,here:i}}function ro(t,e,n){
let{found:o,here:r}=ea(e,n),s=d=>!e.states.length||e.states.includes(d.state)||e.states.includes(X)&&hn(d,n.day),i=d=>t.
filter(p=>d.every(h=>h(p))),l=i([...o,...r]),u=e.due?ro(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:u,anyPlace:i(
[...o,s]),list:na(l.filter(s))}}function na(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function gn(t,e){
let n=Object.fromEntries([...Jt,X].map(o=>[o,0]));for(let o of t)n[o.state]++,hn(o,e)&&n[X]++;return n}function as(t){let e=t.
filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.from(
{length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(i=>i.year===o+s)}))}var oa=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function so(t){return oa.test(t)}function ls(t,{regions:e,kinds:n,years:o,rows:r}){let s=(i,l)=>{let u=t.get(i)??"";return l(
u)?u:""};return{...Oe,unit:(t.get("unit")??"").slice(0,80),role:s("role",i=>["lead","cooperate"].includes(i)),region:s("\
region",i=>e.some(l=>l.code===i)),due:s("due",i=>i==="none"||o.map(String).includes(i)),kind:s("kind",i=>i===Ae||n.includes(
i)),states:(t.get("state")??"").split(" ").filter(i=>[...Jt,X].includes(i)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",i=>{let[l,u,...d]=i.split(".");return!d.length&&/^\d{1,6}$/.test(u)&&r.includes(l)}),asOf:s("asof",so)}}function io(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var Xt=k.tasks,lt=Xt?is(Xt):[],tt=Xt?.table,$e=Xt?.units??[],et=Xt?.regions??[],ao=Xt?.rows??{},te=Object.keys(ao),lo=[...new Set(
lt.map(t=>t.year))].filter(Boolean).sort(),co=[...new Set(lt.map(t=>t.kind))],v={open:!1,asked:Oe,found:null,chosen:null};
function wn(t,e){let n=ao[t]?F(ao[t],e):"";return n?n.split(" ").map(Number):[]}function ct(){return v.asked.asOf||Vt()}
function Ce(t){let[e,n]=t.split("."),o=Et[e]?.[Number(n)];return o?{name:e,place:o}:null}function zt(t){v.asked={...v.asked,
...t};let e=v.asked.mark?Ce(v.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(o=>wn(e.name,o)));v.found=ro(lt,v.asked,
{units:$e,regions:et,marked:n,day:ct()}),$("tasks")}var ra={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},us=60,sa=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],ee=us;
function Be(t){return a(`span.sign.state-${t}`,{"aria-hidden":"true"},ra[t])}function ne(t,e){return rt(tt.columns[t],e)}
function ut(t){if(t.state===X)return L("overdue");let e=hn(t,ct())?`${c({zh:"，",en:", "})}${L("overdue")}`:"";return ne(
"state",t.state)+e}function D(t,e){return tt.columns[t]?j(tt,t,e):null}function uo(t){let e=D("form",t.row),n=ne("kind",
t.kind);return e?`${n} · ${ne("form",e)}`:n}function ia(t){let e=[...t.regions].filter(([,n])=>n==="place");return fn((e.
length?e:[...t.regions]).map(([n])=>c(et[n])),4)}function cs(t){let e=D("value",t);if(e==null)return null;let n=D("measu\
re_unit",t)??"";return`${st(tt.columns.value,e)} ${n}`.trim()}function aa(t,e){let n=a("dl.values"),o=(s,...i)=>{n.append(
a("dt.wide",{},y(s)),a("dd.wide",{dir:"auto"},...i))},r=D("text_zh",t.row);r&&o(c(tt.columns.text_zh.title),a("blockquot\
e",{lang:"zh-CN"},r));for(let s of sa){let i=D(s,t.row);if(s==="lead"&&!i&&o(c(tt.columns.lead.title),L("noLead")),s==="\
evidence"&&cs(t.row)&&o(L("known"),cs(t.row)),i==null)continue;let l=st(tt.columns[s],i);o(c(tt.columns[s].title),s==="u\
rl"?Re(i,i):l)}return t.regions.size&&o(L("about"),ia(t)),[n,e?a("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
L("onMap")):a("p.hint",{},L("noPlace"))]}function la(t,{open:e,place:n}){let o=v.chosen===t.row,r=`task-${t.row}`,s=D("l\
ead",t.row);return a(o?"li.task.opened":"li.task",{"data-item":t.item},a("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},Be(t.state),a("span.what",{},y(D("name",t.
row),"span.heading"),a("span.facts",{},a("strong",{},ut(t)),` · ${uo(t)} · `,y(D("clause",t.row)),s?[" · ",y(s)]:null))),
o?a("div.details",{id:`${r}-details`},aa(t,n(t))):null)}function ds(t,e){if(!t.length)return[a("p.hint",{},L("nothing"))];
let n=t.findIndex(i=>i.row===v.chosen);n>=ee&&(ee=n+1);let o=[],r,s;for(let i of t.slice(0,ee)){if(i.year!==r||!s){r=i.year;
let l=t.filter(u=>u.year===r);s=a("ul.tasks"),o.push(a("h3",{},r?ns(r):L("undated"),a("span.count",{},` ${Dt("tasks",l.length)}`)),
s)}s.append(la(i,e))}return t.length>ee&&o.push(a("button.more",{type:"button",id:"tasks-more",onclick:()=>{ee+=200,e.again()}},
c("more"))),o}function ps(){ee=us}var ms={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},oe=b.
layerGroup();function fs(t){return t.geometry==="polygon"?t.data.search.code:null}function hs(t){for(let e of M){let n=fs(
e)?.indexOf(t)??-1,o=n<0?null:pt(e,n);if(o)return{layer:e,place:o}}return null}function gs(t){let e=te.map(n=>M.find(o=>o.
table===n)).sort((n,o)=>Number(m.shown[o.number])-Number(m.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,i)=>i).filter(s=>wn(n.table,s).includes(t.row)).map(s=>pt(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>hs(et[n].code)).filter(Boolean)}function ws({
layer:t,place:e}){return e.point?b.circleMarker(e.point,{...ms,radius:_[e.precision]+6}).addTo(oe):b.polygon(e.parts,ms).
addTo(oe),t}function re(t){if(oe.clearLayers(),!t)return!1;let e=gs(t);return e.forEach(ws),e.length>0}function ys(t){let e=gs(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!m.shown[n.number]&&K(n,!0),re(t),ge(o,!1)}:null}
function bs(t){oe.clearLayers();let e=t?hs(t):null;e&&(ws(e),ge(e.place,!1))}function ca({layer:t,place:e,row:n}){if(te.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=fs(t)?.[n];if(!o)return null;let r=i=>et.
some(l=>l.code===i);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function ua(){let t=!v.open||!v.found,e=new Set(
t?[]:v.found.anyPlace.map(o=>o.row)),n=!1;for(let o of te){let r=M.filter(u=>u.table===o),s=Array.from({length:r[0].data.
count},(u,d)=>d).filter(u=>wn(o,u).some(d=>e.has(d))),i=t||s.length===r[0].data.count?void 0:new Set(s),l=m.kept[o];da(l,
i)||(m.kept[o]=i,r.forEach(cn),n=!0)}n&&$("kept")}function da(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function ks(){oe.addTo(f),z("tasks",ua),z("chosen",()=>{let t=m.chosen&&ca(m.chosen);t&&(oe.clearLayers(),
zt(t))})}var yn=null;function pa(t){return[[D("said_by",t.row),D("said_on",t.row)].filter(Boolean).join(" "),D("evidence",t.row),
t.state==="awaiting"?null:D("reason",t.row),D("note",t.row),D("found",t.row)].filter(Boolean).join(`
`)}function ma(t){let e=D("asked",t.row),n=D("text_zh",t.row);return[y(D("name",t.row)+(e?` · ${e}`:"")),n?a("blockquot\
e",{lang:"zh-CN"},n):null]}function fa(t){return a("table",{},a("thead",{},a("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>a("th",{scope:"col"},L(n))))),a("tbody",{},t.map(n=>a("tr",{},a("td",{},y(D("clause",n.row))),
a("td",{},n.year?String(n.year):""),a("td",{},uo(n)),a("td",{},ma(n)),a("td",{},y(D("lead",n.row)??"—")),a("td",{},ut(
n)),a("td.basis",{dir:"auto"},pa(n))))))}function ha(t,e){bn();let n=k.tables[Object.keys(k.tables)[0]]?c(k.attribution):
"";yn=a("section",{id:"tasks-sheet"},a("h1",{},L("title")),a("p",{},e),a("p",{},`${Dt("tasks",t.length)} · ${os(ct())}`),
fa(t),a("p.foot",{},`${c(k.title)} · ${c("printed")}${Vt()} · ${n}`),a("button.sheet-back",{type:"button",onclick:bn},
L("back"))),document.body.classList.add("printing-list"),document.body.append(yn)}function bn(){yn?.remove(),yn=null,document.
body.classList.remove("printing-list")}function xs(t,e){ha(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function vs(){window.addEventListener("afterprint",bn),document.addEventListener("keydown",t=>{t.key==="Escape"&&
bn()})}var mt=0;function zs(t,e){let n=as(t);if(!n.length)return null;let o=n.flatMap(u=>u.tasks);mt=Math.min(mt,o.length-1);let r=o.
findIndex(u=>u.row===v.chosen);r>=0&&(mt=r);let s=[],i=u=>{let d=j(tt,"name",u.row),p=`${u.year} · ${d} · ${ut(u)}`,h=a(
`button.moment.state-${u.state}`,{type:"button",id:`moment-${u.row}`,tabIndex:s.length===mt?0:-1,title:p,"aria-label":p,
"aria-current":u.row===v.chosen?"true":null,onclick:()=>e(u.row)},Be(u.state));return s.push(h),h},l=u=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[u.key],p=u.key==="Home"?0:u.key==="End"?s.length-1:d&&mt+d;p===void 0||!s[p]||(u.preventDefault(),
s[mt].tabIndex=-1,mt=p,s[mt].tabIndex=0,s[mt].focus())};return a("section.moments",{},a("h3",{id:"timeline-title"},L("ti\
meline")),a("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:u,tasks:d})=>a(d.length?"div.of-year":"div.of-year.none",{},a("div.dots",{},d.map(i)),a("span.year",{},String(
u))))),a("p.hint",{id:"timeline-hint"},L("timelineHint")),a("details",{},a("summary",{},L("timelineData")),a("div.scroll",
{tabIndex:0,role:"region","aria-label":L("timelineData")},ga(n))))}function ga(t){let e=[...Jt,X],n=(o,r)=>{let s=gn(r,ct());
return a("tr",{},a("th",{scope:"row"},o),a("td",{},String(r.length)),e.map(i=>a("td",{},String(s[i]))))};return a("table",
{id:"timeline-table"},a("caption.unseen",{},L("timeline")),a("thead",{},a("tr",{},a("th",{scope:"col"},L("year")),a("th",
{scope:"col"},L("sum")),e.map(o=>a("th",{scope:"col"},y(ut({state:o})))))),a("tbody",{},t.filter(o=>o.tasks.length).map(
o=>n(String(o.year),o.tasks)),n(L("sum"),t.flatMap(o=>o.tasks))))}var xn=a("aside",{id:"tasks",hidden:!0}),po=a("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),se=a("div.results"),mo=a(
"div.tasks-body",{},po,se),vn=a("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>Pe(!v.open)});function Pe(t){Xe(()=>{v.open=t,t&&$("opened","tasks"),xn.hidden=!t,document.body.classList.toggle(
"tasks-open",t),vn.setAttribute("aria-expanded",String(t)),t||re(null),zt({})})}function ft(t){ps(),zt(t)}function Ft(t,e,n){
return a("div.field",{},a("label",{for:`tasks-${t}`},L(t)),e,n??null)}function kn(t,e,n){let o=v.asked[t];return a("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>a("option",{value:r,selected:r===o},s)))}function wa(){
let t=$e.flatMap(e=>e.now?[c(e),c(e.now)]:[c(e)]);return[a("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:v.asked.unit,placeholder:L("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>ft({unit:e.target.value}),"\
data-list":"tasks-units"}),a("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>a("option",{value:e})))]}function ya(){
let t=[["",L("all")]];return et.forEach((e,n)=>{if(e.within===null){t.push([e.code,c(e)]);for(let o of et.filter(r=>r.within===
n))t.push([o.code,`　${c(o)}`])}}),t}function fo(){let t=po.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>ft({[r]:s}),[n,o]=wa();n.setAttribute("list","tasks-units"),po.replaceChildren(Ft("unit",n,a("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Ft("role",kn("role",[["",L("anyRole")],["lead",L("lead")],["cooperate",L("cooperate")]],
e("role"))),Ft("region",kn("region",ya(),r=>{ft({region:r,mark:""}),bs(r)})),Ft("due",kn("due",[["",L("all")],...lo.map(
r=>[String(r),String(r)]),["none",L("noYear")]],e("due"))),Ft("kind",kn("kind",[["",L("all")],[Ae,L("aims")],...co.map(r=>[
r,ne("kind",r)])],e("kind"))),Ft("words",a("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:v.
asked.words,oninput:r=>ft({words:r.target.value})})),Ft("asOf",a("input",{id:"tasks-asOf",type:"date",value:ct(),onchange:r=>ft(
{asOf:so(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Es(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=v.asked,n=no($e,e),o=i=>{let l=i.now&&c(i.now)!==c(i),u=c({zh:"（",en:" ("}),
d=c({zh:"）",en:")"});return c(i)+(l?u+L("now")+c(i.now)+d:"")},r=n.map(i=>o($e[i])),s=n.length&&!lt.some(i=>ba(i,n));t.
textContent=e.trim()?n.length?(s?L("unnamed"):"")+fn(r,4):L("noUnit"):""}function ba(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function ka(){let t=gn(v.found.anyState,ct()),e=v.asked.states;return a("div.states",{role:"\
group","aria-label":L("state")},[...Jt,X].map(n=>a(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"ar\
ia-pressed":String(e.includes(n)),onclick:()=>ft({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===X?null:Be(n),a(
"span",{},ut({state:n}))," ",a("strong",{},String(t[n])))))}function xa(){let{list:t}=v.found,e=t.filter(oo).length;return a(
"p.sum",{role:"status",id:"tasks-sum"},a("strong",{},Dt("tasks",t.length)),e&&e<t.length?a("span.count",{},` ${Dt("aims",
e)}`):null)}function va(){let t=v.asked.mark&&Ce(v.asked.mark);if(!t)return null;let e=M.find(n=>n.table===t.name);return a(
"p.marked",{},L("marked"),y(Mt(e,t.place)),a("button",{type:"button",id:"tasks-unmark","aria-label":L("unmark"),onclick:()=>ft(
{mark:""})},"×"))}function za(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:i}=v.asked,l=v.asked.mark&&Ce(v.
asked.mark);return[t.trim(),e&&L(e),n&&c(et.find(d=>d.code===n)),l&&Mt(M.find(d=>d.table===l.name),l.place),o&&(o==="non\
e"?L("noYear"):o),r&&(r===Ae?L("aims"):ne("kind",r)),...s.map(d=>ut({state:d})),i.trim()].filter(Boolean).join(c({zh:"；",
en:"; "}))||L("all")}function La(){let t=io(v.asked).length>0;return a("div.tools",{},a("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{v.chosen=null,re(null),ft(Oe),fo(),Es(),document.getElementById("tasks-unit").focus()}},
L("clear")),a("button",{type:"button",id:"tasks-print",onclick:()=>xs(v.found.list,za())},L("print")))}function Ls(t){v.
chosen=v.chosen===t?null:t;let e=v.chosen===null?null:lt[t];re(e),e&&!v.found.list.includes(e)?zt({states:[],due:""}):$(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),ot(`${D("name",t)}, ${ut(e)}`))}function ho(){if(!v.open)return;let t=se.contains(document.activeElement)?
document.activeElement.id:null,e=se.querySelector("details")?.open??!1,{scrollTop:n}=mo,o={open:Ls,place:ys,again:ho},r=[
va(),ka(),xa(),La(),zs(v.found.anyYear,Ls),...ds(v.found.list,o)];se.replaceChildren(...r.filter(Boolean)),e&&se.querySelector(
"details")&&(se.querySelector("details").open=!0),mo.scrollTop=n,t&&document.getElementById(t)?.focus(),Es()}function Ea(){
let t=document.getElementById("tasks-region");t&&t.value!==v.asked.region&&(t.value=v.asked.region)}function Ma(){vn.replaceChildren(
L("tasks")),xn.setAttribute("aria-label",L("title")),xn.replaceChildren(a("div.tasks-top",{},a("h2",{},L("title")),a("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":c("close"),onclick:()=>{Pe(!1),vn.focus()}},"×")),mo),fo(),ho()}
function Sa(t){let n=ls(t,{regions:et,kinds:co,years:lo,rows:te});n.mark&&!Ce(n.mark)&&(n.mark="");let o=t.get("item"),r=lt.
find(i=>i.item===o);v.asked=n,v.chosen=r?r.row:null;let s=t.has("tasks");fo(),s!==v.open?Pe(s):zt({}),re(s?r:null)}function Ta(){
if(!v.open)return[];let t=v.chosen===null?[]:[["item",lt[v.chosen].item]];return[["tasks","1"],...io(v.asked),...t]}function Ms(){
lt.length&&(document.getElementById("tools").prepend(vn),document.getElementById("panel").after(xn),v.found=null,ks(),vs(),
zt({}),Ar({write:Ta,follow:Sa}),window.gisplanTasks={view:v,tasks:lt,ask:ft},z("language",Ma),z("tasks",()=>{Ea(),ho()}),
z("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&R.matches)&&v.open&&Pe(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&R.matches&&v.open&&Pe(!1)}))}function Ss(...t){yo(k),Br(),k.basemap&&hr(k.basemap),Yo(),Wo(),er(),dr(),yr(Ir()),Vr(),jr(),ts(),ur(),Er(),Lo(),Yr(),fr(),
$o(),Fr(),Ms();for(let e of t)e(k);$("language"),Ee(!R.matches),vt(window.matchMedia("(min-width: 1180px)").matches&&Wr()),
he(),Pr(),bt(),window.gisplan={map:f,data:k,state:m,layers:M,places:Et,setYear:at,geodesicLength:Qt,geodesicArea:Ke}}Ss();
})();
