// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 37e9ec9814019250979345ef77ec302431501c06dff7d9d7105158d264272c34
// bundle cb234c7cbff3ee6d701b7b1eb9812d46a5f5166da835982db18b4e4814a5a8fc esbuild 0.28.2
(async()=>{"use strict";
async function xo(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var we=document.getElementById("gisplan-data"),b=JSON.parse(we.dataset.packed?await xo(we.textContent):we.textContent);function Zt(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function V(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+Zt(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,s]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=Zt(r)+(s?`.${s}`:"");return i==="0"?i:e+i}function be(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${V(Number((t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function Ge(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[V(Number((t/n).toFixed(2))),e]}var p={lang:"zh",shown:[],opacity:[],year:null,chosen:null,measuring:!1,place:null},Ye={language:[],layers:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[]};function L(t,e){Ye[t].push(e)}function I(t,e){for(let n of Ye[t])n(
e)}function Ve(t){p.lang=t.lang,p.shown=t.layers.map(e=>e.show),p.opacity=t.groups.map(()=>1)}var vo={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
s and legend"},about:{zh:"关于数据",en:"About the data"},language:{zh:"English",en:"中文"},languageHint:{zh:"Switc\
h to English",en:"切换为中文"},close:{zh:"关闭",en:"Close"},zoomIn:{zh:"放大",en:"Zoom in"},zoomOut:{zh:"缩小",
en:"Zoom out"},home:{zh:"显示全图",en:"Show the whole map"},map:{zh:"地图",en:"Map"},derived:{zh:"推算",en:"deri\
ved"},derivedHint:{zh:"由其他数据推算，非公布数字",en:"computed from other data, not published"},source:{zh:"\
来源",en:"Sources"},credits:{zh:"来源：",en:"Sources: "},licence:{zh:"许可",en:"Licence"},vintage:{zh:"数据时点",
en:"As of"},meaning:{zh:"字段说明",en:"Columns"},review:{zh:"审图号：",en:"Map review number: "},noReview:{zh:"未\
填写",en:"not set"},position:{zh:"位置：",en:"Position: "},yes:{zh:"是",en:"yes"},no:{zh:"否",en:"no"},under:{zh:"\
此处还有",en:"Also here"},untitled:{zh:"（无名称）",en:"(no name)"},software:{zh:"由 gisplan 制作，使用 Folium 与 Leaf\
let",en:"Made with gisplan, Folium and Leaflet"},years:{zh:"年份",en:"Year"},allYears:{zh:"全部",en:"All"},everyYear:{
zh:"全部年份",en:"All years"},play:{zh:"逐年播放",en:"Play through the years"},stop:{zh:"停止",en:"Stop"},noYear:{
zh:"（本图没有该年的分区指标）",en:" (this map has no regional figure of that year)"},figures:{zh:"数据",
en:"Figures"},figuresTitle:{zh:"数据面板",en:"Figures"},tableOf:{zh:"图层",en:"Layer"},more:{zh:"显示更多",en:"\
Show more"},nowhere:{zh:"没有位置，未绘在图上",en:"Without a position, so not drawn"},nothingShown:{zh:"没有显示可列\
成表的图层。",en:"No layer with a table is shown."},nothingDue:{zh:"所选年份没有条目。",en:"Nothing in th\
e chosen year."},opacityShort:{zh:"不透明度",en:"Opacity"},opacity:{zh:"不透明度",en:"Opacity of"},chart:{zh:"图表\
：",en:"Chart: "},chartHint:{zh:"移到柱上查看；点击定位",en:"Point at a bar; click to go there"},search:{zh:"\
搜索",en:"Search"},searchHint:{zh:"名称、拼音或代码",en:"Name, pinyin or code"},nothingFound:{zh:"没有找到",
en:"Nothing found"},measure:{zh:"量测距离和面积",en:"Measure length and area"},measureTitle:{zh:"量测（WGS 84 椭球面）",
en:"Measure (WGS 84 ellipsoid)"},measureHint:{zh:"在地图上逐点点击；Esc 结束。",en:"Click point by point on \
the map; Esc ends."},length:{zh:"长度",en:"Length"},perimeter:{zh:"周长（闭合）",en:"Perimeter (closed)"},m2:{zh:"\
平方米",en:"m²"},ha:{zh:"公顷",en:"ha"},km2:{zh:"平方千米",en:"km²"},area:{zh:"面积",en:"Area"},addMiddle:{
zh:"在图中心加点",en:"Add the map's middle"},takeBack:{zh:"撤销一点",en:"Remove last"},startOver:{zh:"清除",
en:"Clear"},print:{zh:"打印（A3）",en:"Print (A3)"},legend:{zh:"图例",en:"Legend"},north:{zh:"北",en:"N"},ratio:{
zh:"图幅中心比例尺：",en:"Scale at the middle: "},projection:{zh:"Web 墨卡托投影，数据坐标系 WGS 84",
en:"Web Mercator; data in WGS 84"},printed:{zh:"制图日期：",en:"Printed: "},back:{zh:"返回地图",en:"Back to the\
 map"},noReviewLine:{zh:"__________",en:"__________"},link:{zh:"复制本视图链接",en:"Copy a link to this view"},linkTitle:{
zh:"本视图的链接",en:"Link to this view"},linkHint:{zh:"链接含位置、缩放、图层、年份和语言；对方须有同一文件，放在相同的位置。",
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
en:"Read as latitude, longitude and put in order; please check."}},ko={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},here:{zh:t=>`\
此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1} more`},unplaced:{zh:t=>`另有\
 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t}\
 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,
en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`前 ${t} 行`,en:t=>`fir\
st ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t} cells`}};function l(t){
let e=typeof t=="string"?vo[t]:t;return e?e[p.lang]:""}function B(t,e){return ko[t][p.lang](Zt(e))}function Ze(t){return{
zh:`截至 ${t} 年`,en:`By ${t}`}[p.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
c]of Object.entries(e||{}))if(!(c==null||c===!1))if(i==="style")for(let[u,f]of Object.entries(c))s.style.setProperty(u,f);else
i.startsWith("on")?s.addEventListener(i.slice(2),c):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,c):s[i]=c;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function x(t,e){return a(e||"span.datum",{dir:"auto"},t)}function Qt(t){
return[a("span.long",{},l(t)),a("span.short",{},l(`${t}Short`))]}function X(t){document.getElementById("spoken").textContent=
t}function N(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var Mo={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function at(t){return N("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
N("path",{d:Mo[t]}))}function Qe(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?a("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):x(e)}function D(){return a("span.derived",{title:l("derivedHint")},l("derived"))}function yt(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var y=window.L;function Je(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Ke(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),s=(d,h)=>{let g=(r.get(
d)??"").split(",").map(w=>w?Number(w):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},i={},c=s("map",3);
if(c&&Math.abs(c[1])<=85&&Math.abs(c[2])<=360&&c[0]>=0&&c[0]<=22&&(i.view=c),r.has("layers")){let d=r.get("layers").split(
" ");i.shown=e.map(h=>d.includes(h))}let u=s("opacity",n);u?.every(d=>d>=0&&d<=100)&&(i.opacity=u.map(d=>d/100)),["zh","\
en"].includes(r.get("lang"))&&(i.lang=r.get("lang"));let f=Number(r.get("year"));return i.year=r.has("year")&&o.includes(
f)?f:null,i}function Xe({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i},c){let u=new URLSearchParams;return u.set(
"map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),u.set("layers",c.filter((f,d)=>o[d]).join(" ")),r.some(f=>f!==
1)&&u.set("opacity",r.map(f=>Math.round(100*f)).join(",")),s!==null&&u.set("year",s),u.set("lang",i),`#${u.toString().replace(
/%2C/g,",")}`}var q=document.getElementById("about"),ye=null;function qe(){ye&&q.replaceChildren(a("button.close",{type:"button","aria\
-label":l("close"),onclick:()=>q.close()},"×"),a("div.dialog-body",{},ye()))}function tt(t){ye=t,qe(),q.open||q.showModal(),
q.scrollTop=0}function tn(){q.addEventListener("click",t=>{t.target===q&&q.close()}),L("language",qe)}var nn=new Int8Array(128),en="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<en.length;t++)
nn[en.charCodeAt(t)]=t;function Lo(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=nn[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function Jt(t,{decimals:e,origin:n}){let o=10**-e,r=Lo(t),s=[],[i,
c]=n;for(let u=0;u<r.length;u+=2)i+=r[u],c+=r[u+1],s.push([c*o,i*o]);return s}function on(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function _(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function Kt(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,c]=t[r],[u,f]=t[s];i>e!=u>e&&n<(f-c)*(e-i)/(u-i)+c&&(o=!o)}return o}function rn(t){let e=t.arcs?t.arcs.split(" ").map(n=>Jt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?Jt(n.at,t):[],s=n.anchor?Jt(n.anchor,t):[];return Array.from({length:o},(i,c)=>{let u={at:c,
rows:typeof n.rows=="number"?[c]:n.rows[c]};if(n.geometry==="point")return u.point=r[c],u.precision=_(n.precision,c),u;if(u.
parts=n.shapes[c].map(f=>f.map(d=>on(e,d))),u.bounds=y.latLngBounds(u.parts.flatMap(f=>f[0])),u.anchor=s[c],u.anchor){let f=u.
parts.find(([d])=>Kt(d,u.anchor))||u.parts[0];u.room=y.latLngBounds(f[0])}return u})}}function sn(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>Kt(o,n)&&!r.some(s=>Kt(s,n)))}function an(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([c])=>{let u=c.map(f=>t.latLngToLayerPoint(f));return u.some((f,d)=>d&&
y.LineUtil.pointToSegmentDistance(r,u[d-1],f)<=o)})}var m=window.map_gisplan,Eo=rn(b),Ct=Object.fromEntries(Object.entries(b.tables).map(([t,e])=>[t,Eo(e)])),z=b.layers.map(
(t,e)=>({...t,number:e,data:b.tables[t.table],places:Ct[t.table],geometry:b.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),W={surveyed:6,digitised:6,address:6,site:6.5,town:8,county:9.5,prefecture:12},
lt=new Set(["surveyed","digitised","address","site"]),xt=600;function vt(t,e){let n=m.createPane(t);return n.style.zIndex=
e,n.style.pointerEvents="none",n}function et(t,e){p.shown[t.number]=e,e?t.group.addTo(m):t.group.remove(),I("layers")}function Xt(t,e){
p.opacity[t]=e;for(let n of b.groups[t].layers)m.getPane(z[n].pane).style.opacity=e;I("view")}var j=.0033528106647474805,ct=6378137*(1-j);var C=Math.PI/180;function ke(t,e){return((e-t+540)%360+360)%360-180}function ln(t,e){let n=j*(2-j),o=Math.sin(e*C),r=Math.
cos(e*C),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(t*C),s*r*Math.sin(t*C),s*(1-n)*o]}function cn(t){let e=t*(40680631590769-
ct*ct)/(ct*ct);return[1+e/16384*(4096+e*(-768+e*(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function un(t,e,n,o){return t*
e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*o*o-3)))}function pn(t){return j/16*t*(4+j*(4-3*t))}function kt(t,e,n,o){if(t===
n&&e===o)return 0;let r=Math.atan((1-j)*Math.tan(e*C)),s=Math.atan((1-j)*Math.tan(o*C)),[i,c,u,f]=[Math.sin(r),Math.cos(
r),Math.sin(s),Math.cos(s)],d=ke(t,n)*C,h=d;for(let g=0;g<100;g++){let w=Math.sin(h),M=Math.cos(h),v=Math.hypot(f*w,c*u-
i*f*M);if(v===0)return 0;let k=i*u+c*f*M,T=Math.atan2(v,k),E=c*f*w/v,P=1-E*E,F=P>1e-15?k-2*i*u/P:0,Q=pn(P),wt=h;if(h=d+(1-
Q)*j*E*(T+Q*v*(F+Q*k*(2*F*F-1))),Math.abs(h-wt)<1e-13){let[bt,Vt]=cn(P);return ct*bt*(T-un(Vt,v,k,F))}}return NaN}function ve(t,e,n,o){
let r=n*C,s=(1-j)*Math.tan(e*C),i=1/Math.sqrt(1+s*s),c=s*i,u=Math.atan2(s,Math.cos(r)),f=i*Math.sin(r),d=1-f*f,[h,g]=cn(
d),w=o/(ct*h);for(let wt=0,bt=1/0;wt<100&&Math.abs(w-bt)>1e-13;wt++)bt=w,w=o/(ct*h)+un(g,Math.sin(w),Math.cos(w),Math.cos(
2*u+w));let[M,v,k]=[Math.sin(w),Math.cos(w),Math.cos(2*u+w)],T=c*M-i*v*Math.cos(r),E=Math.atan2(c*v+i*M*Math.cos(r),(1-j)*
Math.hypot(f,T)),P=Math.atan2(M*Math.sin(r),i*v-c*M*Math.cos(r)),F=pn(d),Q=P-(1-F)*j*f*(w+F*M*(k+F*v*(2*k*k-1)));return[
E/C,t+Q/C]}function zo(t,e,n,o,r){let[s,i]=[ln(t,e),ln(n,o)],[c,u,f]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],[d,h]=[Math.sin(t*C),
Math.cos(t*C)],[g,w]=[Math.sin(e*C),Math.cos(e*C)],M=-d*c+h*u,v=-g*h*c-g*d*u+w*f,k=Math.atan2(M,v)/C;for(let T=0;T<4;T++){
let[E,P]=ve(t,e,k,r),F=ke(P,n)*Math.cos(o*C)*C*6378137,Q=(o-E)*C*6378137,[wt,bt]=ve(t,e,k,r*.999),Vt=Math.atan2((P-bt)*Math.
cos(o*C),E-wt),bo=F*Math.cos(Vt)-Q*Math.sin(Vt),yo=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));k+=bo/yo/C}return k}
function Ot([t,e],[n,o],r,s){let i=kt(e,t,o,n),c=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(c===1||!i||!Number.isFinite(
i))return[[n,o]];let u=zo(e,t,o,n,i);return[...Array.from({length:c-1},(d,h)=>ve(e,t,u,i*(h+1)/c)),[n,o]]}function xe(t){
let e=Math.sqrt(j*(2-j)),n=Math.sin(t*C);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function qt(t){let e=0,n=xe(t[0][0]);
return t.forEach((o,r)=>{let[s,i]=o;Ot(o,t[(r+1)%t.length],100,500).forEach(([c,u])=>{e+=ke(i,u)*C*(xe(s)-n+xe(c)-n)/2,[
s,i]=[c,u]})}),Math.abs(e)*6378137*6378137/2}function Me(t){return t.slice(1).reduce((e,[n,o],r)=>e+kt(t[r][1],t[r][0],o,
n),0)}function Pt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function nt(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&Pt(n.words,o)?n.words[o]:{},t.words].find(i=>Pt(i,r));return s?l(s[r]):typeof e=="boo\
lean"?l(e?"yes":"no"):typeof e=="number"?t.year?String(e):V(e):e}function ut(t,e,n,o){let r=nt(t,e,n,o);return e==null||
!t.unit?r:`${r} ${l(t.unit)}`}function K(t){return(t.type==="integer"||t.type==="number")&&!t.year}var te=y.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.prepare&&this.prepare()},onAdd(){this.
canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.add(this.name),this.getPane().append(this.
canvas),this.draw()},onRemove(){this.canvas.remove()},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){let t=m.
getSize(),e=t.multiplyBy(.2).round(),n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=m.containerPointToLayerPoint(
e.multiplyBy(-1));y.DomUtil.setPosition(this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(
n.y*o),Object.assign(this.canvas.style,{width:`${n.x}px`,height:`${n.y}px`});let s=m.options.crs.scale(m.getZoom())/256,
i=m.getPixelOrigin().add(r);this.paint(this.canvas.getContext("2d"),{ratio:o,corner:r,left:c=>(c*s-i.x)*o,top:c=>(c*s-i.
y)*o,west:(i.x-12)/s,east:(i.x+n.x+12)/s,north:(i.y-12)/s,south:(i.y+n.y+12)/s})}});function H(t,e,n){let o=t.columns[e],r=_(o.values,n);if(!o.english)return r;let s=_(o.english,n);return p.lang==="zh"?r??
s:s??r}function G(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=H(
t.data,o,e);if(r!=null)return nt(n[o],r,t,o)}return l("untitled")}function ee(t,e){let n=O(t,e),o=G(t,n[0]);return n.length>
1?o+B("others",n.length):o}function mn(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>_(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function pt(t,e){if(!t.yearColumn||p.year===null)return!0;let n=_(t.data.columns[t.yearColumn].
values,e);return n==null||n<=p.year}function O(t,e){return t.yearColumn&&p.year!==null?e.rows.filter(n=>pt(t,n)):e.rows}
var Le=new Map;function Mt(t,e){let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(Le.has(o)||Le.set(o,new Map(
o.flatMap(r=>r.rows.map(s=>[s,r])))),Le.get(o).get(e)||null)}var dn=-1,Ee=-2,So="#d5d9dd";function ze(t,e){if(!t.each||p.year===null)return t.of[e.at];let n=new Set(O(t,e).map(o=>t.
each[o]));return n.size===1?[...n][0]:Ee}function fn(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===
dn?o:e===Ee?r:n[e].color}function Lt(t,e){return t.of?fn(t,ze(t,e)):t.style.color}function ne(t,e){let n=Mt(t,e);return n?
t.of?fn(t,t.each?t.each[e]:ze(t,n)):t.style.color:So}function oe(t){let{legend:e}=t,n={classes:(e.classes||[]).map(s=>s.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!t.yearColumn||p.year===null)return n;let o=t.
places.map(s=>({place:s,rows:O(t,s)})).filter(s=>s.rows.length),r=o.flatMap(s=>s.rows);return{classes:n.classes.map((s,i)=>r.
filter(c=>t.each[c]===i).length),missing:t.each?r.filter(s=>t.each[s]===dn).length:0,several:t.each?o.filter(s=>ze(t,s.place)===
Ee).length:0,precisions:n.precisions.map(s=>({...s,count:o.filter(({place:i})=>i.precision===s.name).reduce((i,c)=>i+c.rows.
length,0)})).filter(s=>s.count)}}var To=3e3,Te=3.2,Se=new Map;function hn(t){if(Se.has(t))return Se.get(t);let e=Ct[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,c]=[256,256,0,0];e.forEach((k,T)=>{let E=m.options.crs.latLngToPoint(y.latLng(k.point),
0);n[T]=E.x,o[T]=E.y,r=Math.min(r,E.x),i=Math.max(i,E.x),s=Math.min(s,E.y),c=Math.max(c,E.y)});let u=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),f=Math.max(i-r,c-s,1e-9)/u,d=k=>Math.min(u-1,Math.max(0,Math.floor((k-r)/f))),h=k=>Math.min(u-1,
Math.max(0,Math.floor((k-s)/f))),g=new Uint32Array(u*u+1);e.forEach((k,T)=>{g[h(o[T])*u+d(n[T])+1]++});for(let k=0;k<u*u;k++)
g[k+1]+=g[k];let w=g.slice(),M=new Uint32Array(e.length);e.forEach((k,T)=>{M[w[h(o[T])*u+d(n[T])]++]=T});let v={x:n,y:o,
side:u,column:d,row:h,starts:g,sorted:M};return Se.set(t,v),v}function Ae(t,e,n,o,r){let{x:s,y:i,side:c,column:u,row:f,starts:d,
sorted:h}=hn(t),g=[];for(let w=f(n);w<=f(r);w++)for(let M=d[w*c+u(e)];M<d[w*c+u(o)+1];M++){let v=h[M];s[v]>=e&&s[v]<=o&&
i[v]>=n&&i[v]<=r&&g.push(v)}return g}function Ao(t,e,n){let o=lt.has(e),r=W[e]-2,s=document.createElement("canvas");s.width=
s.height=Math.ceil((2*r+4)*n);let i=s.getContext("2d");return i.scale(n,n),i.beginPath(),i.arc(r+2,r+2,r,0,2*Math.PI),i.
globalAlpha=o?.9:.15,i.fillStyle=t,i.fill(),i.globalAlpha=1,i.strokeStyle=o?"#ffffff":t,o||i.setLineDash([3,2]),i.stroke(),
s}function Co(t,e,n,o){let[r,s,i]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),c=255<<24|i<<16|s<<8|r,u=Te*n,f=Math.ceil(
u),d=lt.has(e)?-1:u-1.6*n,[h,g]=[[],[]];for(let w=-f;w<=f;w++)for(let M=-f;M<=f;M++){let v=Math.hypot(M,w);v>u||(h.push(
w*o+M),g.push(v<d||d<0&&v>u-.9*n?-1:c))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:f}}var gn=te.extend(
{name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;return Uint8Array.
from(t.places,n=>{if(t.yearColumn&&!O(t,n).length)return 255;let o=[Lt(t,n),n.precision],r=o.join();return e.has(r)||(e.
set(r,this.looks.length),this.looks.push(o)),e.get(r)})},paint(t,{ratio:e,left:n,top:o,west:r,east:s,north:i,south:c}){let u=Ae(
this.layer.table,r,i,s,c).filter(w=>this.lookOf[w]!==255);this.stamped=u.length>To;let{x:f,y:d}=hn(this.layer.table),[h,
g]=[w=>n(f[w]),w=>o(d[w])];this.stamped?this.stamp(t,u,h,g,e):this.picture(t,u,h,g,e)},picture(t,e,n,o,r){let s=this.looks.
map(([c,u])=>Ao(c,u,r)),i=c=>W[this.looks[this.lookOf[c]][1]];e.sort((c,u)=>i(u)-i(c)||c-u).forEach(c=>{let u=s[this.lookOf[c]];
t.drawImage(u,n(c)-u.width/2,o(c)-u.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,c=t.createImageData(
s,i),u=new Int32Array(c.data.buffer),f=this.looks.map(([d,h])=>Co(d,h,r,s));e.forEach(d=>{let{steps:h,inks:g,reach:w}=f[this.
lookOf[d]],[M,v]=[Math.round(n(d)),Math.round(o(d))];if(M<w||v<w||M>=s-w||v>=i-w)return;let k=v*s+M;for(let T=0;T<h.length;T++)
u[k+h[T]]=g[T]}),t.putImageData(c,0,0)}});function re(t){let e=m.latLngToLayerPoint(t),n=[];return[...z].reverse().forEach(o=>{p.shown[o.number]&&Oo(o,t).forEach(
r=>{if(!(o.yearColumn&&!O(o,r).length)){if(o.geometry==="point"){let s=m.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.
stamped?Te:W[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")an(m,r,t,6)&&n.push(
{layer:o,place:r,far:0,order:1});else if(sn(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Oo(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=xt)return n;let o=m.options.crs.scale(m.getZoom())/256,{x:r,y:s}=m.options.
crs.latLngToPoint(e,0),i=18/o;return Ae(t.table,r-i,s-i,r+i,s+i).map(c=>n[c])}vt("gisplan-highlight",580);var It=null,$t=null,Bt=[],se=y.tooltip({className:"hover",direction:"top",offset:[0,-10]});function wn(t){
if(It&&It.remove(),It=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};It=t.layer.geometry==="line"?y.polyline(t.place.parts.map(([n])=>n),e):
y.polygon(t.place.parts,e),It.addTo(m)}function Z(t){Bt=t?re(t):[];let e=Bt[0]||null;m.getContainer().classList.toggle("\
over-feature",!!e);let n=e&&$t&&e.place===$t.place&&e.layer===$t.layer;if(n||wn(e),$t=e,I("hover"),!e){se.remove();return}
n||se.setContent(a("div",{},x(ee(e.layer,e.place),"strong.datum"),Po(e))),se.setLatLng(e.place.point||t).addTo(m)}function Po({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=H(o,t.column,e.rows[0]);return a("span.headline",{},ut(o.columns[t.
column],r))}function mt(t,e){let n=e===null?null:Mt(t,e);wn(n?{layer:t,place:n}:null),Bt=n?[{layer:t,place:n}]:[],$t=null,
I("hover")}function bn(){se.remove()}function yn(){let t=0;m.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>Z(p.measuring?null:e.latlng))}),m.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),Z(null)}),
L("language",()=>Z(null))}var kn=vt("gisplan-labels",590);kn.classList.add("leaflet-zoom-hide");var Et=[];function xn(t){let e=t.places.length;return e<=
1?1:e<=30?2:3}function Io(){for(let e of Et)e.element.remove();Et=z.filter(e=>e.label&&e.geometry==="polygon").flatMap(e=>e.
places.map(n=>({layer:e,place:n,rank:xn(e),element:a(`span.label.rank-${xn(e)}`,{"aria-hidden":"true",dir:"auto"},G(e,n.
rows[0]))}))),Et.sort((e,n)=>e.rank-n.rank||vn(n.place)-vn(e.place)),kn.append(...Et.map(e=>e.element)),Et.forEach(e=>{e.
width=e.element.offsetWidth,e.height=e.element.offsetHeight}),ot()}function vn(t){let{room:e}=t;return(e.getEast()-e.getWest())*
(e.getNorth()-e.getSouth())}function ot(){let t=[];z.forEach(n=>{let o=n.places.length<=xt;n.geometry!=="point"||!p.shown[n.
number]||!o||n.places.forEach(r=>{if(n.yearColumn&&!O(n,r).length)return;let s=m.latLngToLayerPoint(r.point),i=W[r.precision]+
2;t.push([s.x-i,s.y-i,s.x+i,s.y+i])})});let e=new Set;Et.forEach(n=>{let{place:o,width:r,height:s,element:i}=n,c=i.textContent,
u=null;if(p.shown[n.layer.number]&&!e.has(c)){let f=m.latLngToLayerPoint(o.room.getNorthWest()),d=m.latLngToLayerPoint(o.
room.getSouthEast()),h=d.x-f.x>.8*r&&d.y-f.y>s,g=m.latLngToLayerPoint(o.anchor);u=(h?[0,18,-18]:[]).map(M=>[g.x-r/2,g.y+
M-s/2,g.x+r/2,g.y+M+s/2]).find(M=>!t.some(v=>M[0]<v[2]&&M[2]>v[0]&&M[1]<v[3]&&M[3]>v[1]))}i.hidden=!u,u&&(e.add(c),t.push(
u),y.DomUtil.setPosition(i,y.point(Math.round(u[0]),Math.round(u[1]))))})}function Mn(){L("language",Io),L("layers",ot),
m.on("zoomend viewreset resize",ot)}var R=window.matchMedia("(max-width: 760px)");function ie(){if(!b.bounds)return null;let[t,e,n,o]=b.bounds;return y.latLngBounds(
[[e,t],[o,n]])}function Ce(t){let e=ie();return!e||m.getBounds().pad(t).contains(e)}function Nt(){let t=ie();if(!t)return;
let[e,n]=R.matches?[62,58]:[14,14];m.fitBounds(t,{paddingTopLeft:[R.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function Ln(t){let e=Ce(.05);t(),m.invalidateSize({animate:!1}),e&&Nt()}function En(t,e){if(t.point){(!m.getBounds().
pad(-.1).contains(t.point)||e)&&m.setView(t.point,Math.max(m.getZoom(),e?9:7),{animate:!1});return}let n=m.latLngToLayerPoint(
t.bounds.getNorthWest()),o=m.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&m.getBounds().
contains(t.bounds)||m.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var rt=null;function $o(t,e){let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=H(n,
r,e),c=/\n|^.{17}/.test(ut(s,i,t,r));o.append(a(c?"dt.wide":"dt",{},x(l(s.title)),s.derived?D():null),a(c?"dd.wide":"dd",
{dir:"auto"},ut(s,i,t,r)))}),o}function Rt(t,e,n,o){let r=t.popup.length?nt(t.data.columns[t.popup[0]],H(t.data,t.popup[0],
e),t,t.popup[0]):G(t,e);return a("details.feature",{open:n},a("summary",{},o?x(l(t.title),"span.kicker"):null,x(r,"span.\
heading")),$o(t,e))}function ae(t){let e=a("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("d\
iv.under",{},l("under")));let s=O(n,o),i=s.length>1;if(i&&e.append(a("div.many",{},x(l(n.title),"span.kicker"),a("span.c\
ount",{},B("here",s.length)))),s.forEach((c,u)=>{e.append(Rt(n,c,r===0&&u===0,!i))}),n.geometry==="point"){let c=n.legend.
precisions.find(u=>u.name===o.precision);e.append(a("p.precision",{},l("position")+l(c.title)))}}),e}function Ft(t,e,n){
let o=m.getSize();bn(),rt=y.popup({maxWidth:Math.min(420,o.x-60),minWidth:Math.min(280,o.x-80),maxHeight:Math.max(160,Math.
min(420,o.y-130)),autoPanPaddingTopLeft:[16,62],autoPanPaddingBottomRight:R.matches?[16,160]:[60,40]}).setLatLng(t).setContent(
e()),rt.again=e,rt.openOn(m),zn();let r=rt.getElement();r.tabIndex=-1,n&&r.focus()}function zn(){let t=rt.getElement().querySelector(
".leaflet-popup-close-button");t&&t.setAttribute("aria-label",l("close"))}function Sn(){L("language",()=>{rt?.isOpen()&&
(rt.setContent(rt.again()),zn())})}function Bo(t,e,n){return a("span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function zt(t){return N("svg",
{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},N("path",{d:"M1 6H23",stroke:t.color,"stroke-width":Math.max(1,
t.weight),"stroke-dasharray":t.dash||"none"}))}function Tn(t){let e=zt(t);return e.firstChild.setAttribute("stroke-opaci\
ty",t.opacity),e}function Ut(t,e,n){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:a("span.count",{},B("\
rows",n)))}function ce(t){let{legend:e,style:n,geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),s=oe(t);e.title&&
r.append(a("p.legend-title",{},x(l(e.title)),e.unit?x(`（${l(e.unit)}）`.replace(/[（）]/g,d=>p.lang==="zh"?d:d==="（"?
" (":")")):null,e.derived?D():null));let i=a("ul"),c=o==="point"&&e.precisions[0]?e.precisions[0].name:null,u=d=>o==="po\
int"?le(lt.has(c)?c:"site",d,1):o==="line"?zt({...n,color:d}):Bo(d,n.opacity,n.color);if((e.classes||[]).forEach((d,h)=>{
let g=Ut(u(d.color),l(d.words),o==="raster"?null:s.classes[h]);o==="raster"&&g.append(a("span.count",{},B("cells",d.count))),
i.append(g)}),(e.widths||[]).forEach(d=>{i.append(Ut(Tn({...n,weight:d.width}),V(d.value),null))}),s.several&&i.append(Ut(
u(e.severalColor),l(e.severalWords),s.several)),s.missing){let d=n.kind==="flows"?Tn({...n,color:e.missingColor,weight:1,
dash:"3 3"}):u(e.missingColor),h=Ut(d,l(e.missingWords),s.missing);h.classList.add("missing"),i.append(h)}if(o==="point"){
let d=e.classes?"#5b6b78":n.color;s.precisions.forEach(h=>{let g=Ut(le(h.name,d,1),l(h.title),h.count);g.classList.add("\
of-precision"),i.append(g)})}i.children.length&&r.append(i);let f=An(t);return f.length&&r.append(a("button.unplaced",{type:"\
button",onclick:()=>No(t)},B("unplaced",f.length))),r}function An(t){return t.data.unplaced.filter(e=>pt(t,e))}function No(t){
let e=An(t);tt(()=>[a("h2",{id:"about-title"},x(l(t.title))),a("p.lead",{},B("unplacedTitle",e.length)),e.map((n,o)=>Rt(
t,n,o===0&&e.length<4,!1))])}function le(t,e,n){let o=W[t]+(n>1&&lt.has(t)?3.5:0);return a(`span.mark.${lt.has(t)?"exact":
"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${2*o}px`,"--ink":Ro(e)?"#ffffff":"#1d2b36"}},n>1?String(n):"")}function Ro(t){
let[e,n,o]=[1,3,5].map(r=>parseInt(t.slice(r,r+2),16));return .299*e+.587*n+.114*o<150}function Cn(t){let[e,n,o,r]=t.corners;t.overlay=y.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let c=i.getContext("2d",{willReadFrequently:!0});c.drawImage(
s,0,0),t.pixels=c},s.src=t.picture}function Fo(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=(P,F)=>m.options.crs.
latLngToPoint(y.latLng(P,F),0),[c,u,f]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:d,height:h}=t.pixels.canvas,g=Math.floor(d*
(f.x-c.x)/(u.x-c.x)),w=Math.floor(h*(f.y-c.y)/(u.y-c.y));if(g<0||w<0||g>=d||w>=h)return null;let[M,v,k,T]=t.pixels.getImageData(
g,w,1,1).data;if(!T)return null;let E=`#${[M,v,k].map(P=>P.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(P=>P.color===E)||null}function ue(t){let e=[...z].reverse().filter(n=>n.geometry==="raster"&&p.shown[n.number]).map(
n=>({layer:n,cell:Fo(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},x(l(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),x(l(o.words)),n.legend.unit?x(` ${l(n.legend.unit)}`):null,n.legend.derived?D():null));
return e.length?a("div.identify",{},e):null}var Uo=.8,On=te.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>m.options.crs.latLngToPoint(y.latLng(n),0);this.lines=
t.places.filter(n=>O(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.
lines.forEach(({width:i,paths:c})=>{let u=i===null?s.missingColor:r.color;t.lineWidth=Math.max(Uo,i??0),t.setLineDash(i===
null?[3,3]:[]),c.forEach(f=>{let d=f.map(({x:h,y:g})=>[n(h)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=u,t.beginPath();
for(let[h,g]of d)t.lineTo(h,g);t.stroke(),t.globalAlpha=1,Do(t,d,Math.max(3.5,.9*t.lineWidth),u)})})}});function Do(t,e,n,o){
let r=e.slice(1).map(([v,k],T)=>Math.hypot(v-e[T][0],k-e[T][1])),s=r.reduce((v,k)=>v+k,0);if(s<4*n)return;let i=s/2,c=r.
findIndex(v=>(i-=v,i<=0)),[[u,f],[d,h]]=[e[c],e[c+1]],g=1+i/r[c],w=Math.atan2(h-f,d-u);t.save(),t.translate(u+g*(d-u),f+
g*(h-f)),t.rotate(w),t.setLineDash([]),t.beginPath();let M=[[n,0],[-n,n],[-.4*n,0],[-n,-n]];for(let[v,k]of M)t.lineTo(v,
k);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=o,t.fill(),t.restore()}vt("gisplan-measure",630);var Dt=y.layerGroup().addTo(m),_t=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(_t);var A=[];function _o(t){let[e,n]=Ge(t);return`${e} ${l(n)}`}function Oe(t){A.push([t.lat,t.lng]),pe()}
function pe(){Dt.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=A.
flatMap((n,o)=>o?Ot(A[o-1],n,1,60):[n]);A.length>2&&(y.polygon([...e,...Ot(A[A.length-1],A[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Dt),y.polyline([A[A.length-1],...Ot(A[A.length-1],A[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Dt)),e.length>1&&y.polyline(e,{...t,className:"measured"}).addTo(Dt);for(let n of A)y.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Dt);Pn()}function Pn(){if(!p.measuring)return;let t=_t.contains(
document.activeElement)?document.activeElement.id:null,e=[...A,A[0]],n=(r,s,i,c)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:c},l(s));_t.setAttribute("aria-label",l("measureTitle")),_t.replaceChildren(a("div.measure-head",{},a(
"strong",{},l("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":l("close"),onclick:()=>me(
!1)},"×")),A.length<2?a("p.hint",{},l("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},l("length")),a(
"dd",{id:"measured-length"},be(Me(A))),A.length>2?[a("dt",{},l("perimeter")),a("dd",{},be(Me(e))),a("dt",{},l("area")),a(
"dd",{id:"measured-area"},_o(qt(A)))]:[]),a("div.row",{},n("middle","addMiddle",()=>Oe(m.getCenter())),n("back","takeBac\
k",()=>{A.pop(),pe()},!A.length),n("clear","startOver",()=>{A=[],pe()},!A.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function me(t){p.measuring=t,A=[],document.body.classList.toggle("measuring",t),_t.hidden=!t,m.
doubleClickZoom[t?"disable":"enable"](),t&&m.closePopup(),Z(null),pe();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function In(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&p.measuring&&me(!1)}),L("language",Pn)}var de=y.layerGroup().addTo(m);function St(t){if(p.chosen=t,de.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?y.circleMarker(
o.point,{...e,radius:W[o.precision]+6,weight:3}).addTo(de):n.geometry==="line"?y.polyline(o.parts.map(([r])=>r),e).addTo(
de):y.polygon(o.parts,e).addTo(de)}I("chosen")}function Tt(t,e,n,o){let r=Mt(t,e);if(!r){St({layer:t,place:null,row:e}),
tt(()=>[a("h2",{id:"about-title"},x(G(t,e))),a("p.lead",{},l("nowhere")),Rt(t,e,!0,!0)]);return}t.geometry!=="polygon"&&
!p.shown[t.number]&&et(t,!0),En(r,n),St({layer:t,place:r,row:e}),Ft(y.latLng(r.point||r.anchor||r.bounds.getCenter()),()=>ae(
[{layer:t,place:r}]),o),X(G(t,e))}function fe(t,e){if(p.place){p.place(t);return}let n=re(t);if(!n.length){ue(t)&&Ft(t,()=>ue(t),e);return}St({...n[0],row:O(
n[0].layer,n[0].place)[0]}),Ft(n[0].place.point?y.latLng(n[0].place.point):t,()=>{let o=ue(t),r=ae(n);return o&&r.append(
a("div.under",{},l("under")),o),r},e)}function $n(){m.on("click",t=>{p.measuring?Oe(t.latlng):fe(t.latlng,!1)})}function Wo(){let t=z.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||b.basemap)){m.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)y.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(m)}}function jo(t){let e=m.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let s=o.getElement();s&&s.setAttribute("aria-label",ee(t,r))});t.nameMarks=n,L("lan\
guage",n),t.group.on("add",n),Rn(t)}else t.geometry==="raster"?Cn(t):Nn(t)}function Bn(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?Rn(t):Nn(t)}function Nn(t){if(t.style.kind==="flows")new On(t).addTo(t.group);else for(let e of t.
places)Ho(t,e)}function Ho(t,e){let{style:n}=t;if(!O(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,dashArray:n.dash||null,lineJoin:"round",
fill:o&&t.geometry==="polygon",fillColor:Lt(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=Lt(t,e)),y.polyline(
e.parts.map(([s])=>s),r).addTo(t.group);return}y.polygon(e.parts,r).addTo(t.group)}function Rn(t){if(t.places.length>xt){
t.dots=new gn(t).addTo(t.group);return}t.places.filter(e=>O(t,e).length).forEach(e=>{let n=le(e.precision,Lt(t,e),O(t,e).
length),o=parseFloat(n.style.getPropertyValue("--size")),r=y.marker(e.point,{pane:t.pane,keyboard:!0,icon:y.divIcon({html:n,
className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(W[e.precision])});t.marks.push({marker:r,place:e}),r.
on("mouseover",()=>Z(r.getLatLng())),r.on("click",s=>fe(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&
fe(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function Fn(){Wo(),z.forEach(jo)}function Un({tiles:t}){for(let e of t)
y.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(m)}var Wt=document.getElementById("years"),Dn=[...new Set(z.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?mn(t):
[]]))].sort((t,e)=>t-e),U=Dn.length&&b.years.length?b.years:Dn,_n=b.groups.flatMap(t=>{let e=t.layers.map(n=>z[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),dt=0;function J(t){
let e=U.includes(t)?t:null;e!==p.year&&(p.year=e,z.filter(n=>n.yearColumn).forEach(Bn),_n.forEach(Go),Z(null),p.chosen?.
place&&!O(p.chosen.layer,p.chosen.place).length&&St(null),m.closePopup(),Ie(),X(jt()),I("year"))}function Go(t){if(t.wanted=
t.wanted||t.layers.some(n=>p.shown[n.number]),!t.wanted)return;let e=p.year===null?t.layers.find(n=>p.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===p.year);t.layers.forEach(n=>{p.shown[n.number]!==(n===e)&&et(n,n===e)}),p.year===null&&
(t.wanted=!1)}function jt(){if(p.year===null)return l("everyYear");let t=_n.some(e=>e.wanted&&!e.layers.some(n=>n.year===
p.year));return Ze(p.year)+(t?l("noYear"):"")}function Pe(t){clearInterval(dt),dt=t?setInterval(()=>{let e=U.indexOf(p.year)+
1;e<U.length&&J(U[e]),e>=U.length-1&&Pe(!1)},1400):0,t&&J(U[0]),Ie()}function Ie(){if(U.length<2)return;Wt.hidden=!1;let t=document.
activeElement&&Wt.contains(document.activeElement)?document.activeElement.id:null,e=p.year===null?U.length:U.indexOf(p.year);
Wt.setAttribute("aria-label",l("years"));let n=[...U.map(String),l("allYears")];Wt.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>Pe(!dt),"aria-label":l(dt?"stop":"play"),title:l(dt?"stop":"play")},at(dt?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:U.length,step:1,value:e,"a\
ria-label":l("years"),"aria-valuetext":jt(),oninput:o=>{dt&&Pe(!1),J(U[o.target.valueAsNumber]??null)}}),a("div.ticks",{
"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>J(U[r]??null)},o)))),a("output.year-now",{},jt())),
t&&document.getElementById(t).focus()}function Wn(t){L("language",Ie),new ResizeObserver(()=>{Wt.style.setProperty("--fo\
ot",`${t.offsetHeight}px`)}).observe(t)}var Be=document.getElementById("sheet"),Yo=.0254/96,At=null;function Vo(){let t=m.getSize(),e=m.containerPointToLatLng([
t.x/2,t.y/2]),[n,o]=[m.containerPointToLatLng([t.x/2-50,t.y/2]),m.containerPointToLatLng([t.x/2+50,t.y/2])],s=kt(n.lng,e.
lat,o.lng,e.lat)/(100*Yo),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${V(Math.round(s/i)*i)}`}function Zo(){
let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}function Qo(){
return N("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":l("north")},N("path",{d:"M20 16L30 52L20 44z",
fill:"#1d2b36"}),N("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke-width":"1.2"}),N("text",{x:20,
y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},l("north")))}function Jo(){return[...z].reverse().filter(
t=>p.shown[t.number]).map(t=>{let e=ce(t);e.removeAttribute("id");for(let n of e.querySelectorAll("button"))n.replaceWith(
a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},x(l(t.title),"strong.datum"),t.style.
kind==="outline"?zt(t.style):null),e.children.length?e:null)})}function Ko(){let t=z.filter(n=>p.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[l(o.title),l(o.publisher),o.date].filter(Boolean).join(" · "))),e=[l(b.attribution),b.basemap?
l(b.basemap.attribution):"",...new Set(t)].filter(Boolean);Be.replaceChildren(Qo(),a("h2",{},l("legend")),a("div.sheet-l\
egend",{},Jo()),a("div.sheet-foot",{},p.year===null?"":a("p",{},jt()),a("p.ratio",{},l("ratio"),Vo()),a("p",{},l("projec\
tion")),a("p",{},l("credits"),e.map((n,o)=>[o?"; ":"",x(n)])),a("p",{},l("printed"),Zo()),a("p.review",{},l("review"),b.
review?x(b.review):l("noReviewLine"))),a("button.sheet-back",{type:"button",onclick:$e},l("back")))}function Xo(){return Ce(
.02)?ie()??m.getBounds():m.getBounds()}function jn(){if(At)return;At={centre:m.getCenter(),zoom:m.getZoom()};let t=Xo();
Z(null),document.documentElement.classList.add("printing"),document.body.classList.add("printing"),Be.hidden=!1,m.invalidateSize(
{animate:!1,pan:!1}),m.fitBounds(t,{animate:!1,padding:[8,8]}),Ko(),ot()}function $e(){if(!At)return;let{centre:t,zoom:e}=At;
At=null,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),Be.hidden=!0,m.
invalidateSize({animate:!1,pan:!1}),m.setView(t,e,{animate:!1}),ot()}function Hn(){jn(),requestAnimationFrame(()=>requestAnimationFrame(
()=>window.print()))}function Ne(){return At!==null}function Gn(){window.addEventListener("beforeprint",jn),window.addEventListener(
"afterprint",$e),document.addEventListener("keydown",t=>{t.key==="Escape"&&$e()})}var ft={last:"",timer:0,ready:!1},Zn=Je(z);function Qn(){return Ke(window.location.hash,{keys:Zn,groups:b.groups.length,
years:U})}function Jn(){let{lat:t,lng:e}=m.getCenter();return Xe({zoom:m.getZoom(),lat:t,lng:e},p,Zn)}function Yn(t){t.shown&&
z.forEach((e,n)=>{p.shown[n]!==t.shown[n]&&et(e,t.shown[n])}),t.opacity?.forEach((e,n)=>{Xt(n,e)}),J(t.year),t.view&&m.setView(
[t.view[1],t.view[2]],t.view[0],{animate:!1}),ft.ready=!0}function Vn(){!ft.ready||Ne()||(clearTimeout(ft.timer),ft.timer=
setTimeout(()=>{if(!Ne()){ft.last=Jn();try{window.history.replaceState(null,"",ft.last)}catch{}}},120))}async function Kn(){
let t=window.location.href.split("#")[0]+Jn(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{e=!1}tt(()=>[a(
"h2",{id:"about-title"},l("linkTitle")),a("p.lead",{},e?l("copied"):""," ",l("linkHint")),a("input",{id:"link-text",type:"\
text",readOnly:!0,value:t,"aria-label":l("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById("link-tex\
t").focus()}var Re=Qn();function Xn(){Re.lang&&(p.lang=Re.lang)}function qn(){Yn(Re),window.addEventListener("hashchange",
()=>{if(window.location.hash===ft.last)return;let t=Qn();t.lang&&t.lang!==p.lang&&(p.lang=t.lang,I("language")),Yn(t)}),
m.on("moveend",Vn);for(let t of["language","layers","year","view"])L(t,Vn)}var qo=y.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!R.matches}),y.DomEvent.disableClickPropagation(
this.box),L("language",()=>this.write()),this.box},write(){let t=[...Object.values(b.tables).flatMap(r=>r.sources).map(r=>l(
r.title)),...b.headlines.flatMap(r=>r.sources.map(l))],e=[l(b.attribution),b.basemap?l(b.basemap.attribution):"",...new Set(
t)].filter(Boolean),n=a(b.review?"span.review":"span.review.unset",{},l("review"),b.review?x(b.review):l("noReview")),o=a(
"div.credits",{tabIndex:0},a("span",{},l("credits")));e.forEach((r,s)=>{o.append(s?"; ":"",x(r))}),this.box.replaceChildren(
a("summary",{},n),o)}}),tr=y.Control.extend({onAdd(){let t=(e,n,o)=>a("button",{type:"button","data-say":e,onclick:o},n);
return this.box=a("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>m.zoomIn()),t("zoomOut","−",()=>m.zoomOut()),t("home",at(
"home"),Nt)),y.DomEvent.disableClickPropagation(this.box),L("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=l(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function er(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>X(l("full")))}var nr=[["measure",()=>me(
!p.measuring)],["full",er],["link",Kn],["print",Hn]],or=y.Control.extend({onAdd(){let t=nr.filter(([e])=>e!=="full"||document.
fullscreenEnabled);return this.box=a("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,
onclick:n,"aria-pressed":e==="measure"?"false":null},at(e)))),y.DomEvent.disableClickPropagation(this.box),L("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=l(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function to(){let t=new qo({position:"bottomright"}).addTo(m);return new tr({position:R.
matches?"bottomright":"topright"}).addTo(m),new or({position:"topright"}).addTo(m),y.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(m),document.addEventListener("fullscreenchange",()=>m.invalidateSize({animate:!1})),t.box}var ht={width:320,height:104,most:160};function eo(t,e,n){let o=e&&t.data.columns[e];return o&&K(o)?sr(t,e,n):t.legend.classes?
ir(t):null}function rr(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"true"},
n||""))}function sr(t,e,n){let r=t.data.columns[e],s=n.map(E=>({row:E,value:_(r.values,E)})).filter(E=>typeof E.value=="\
number").slice(0,ht.most);if(s.length<2)return null;let{width:i,height:c}=ht,u=s.map(E=>E.value),[f,d]=[Math.min(0,...u),
Math.max(0,...u)],h=E=>4+(c-8)*(d-E)/(d-f||1),g=i/s.length,w=g>4?Math.min(3,g*.2):0,M=s.map(({row:E,value:P},F)=>{let Q=N(
"g",{class:"bar","data-row":E});return Q.append(N("rect",{class:"hit",x:F*g,y:0,width:g,height:c}),N("rect",{class:"valu\
e",x:F*g+w/2,width:Math.max(.6,g-w),y:Math.min(h(0),h(P)),height:Math.max(1,Math.abs(h(P)-h(0))),fill:e===t.column?ne(t,
E):"#4d8296"})),Q}),v=`${l("chart")}${l(r.title)}`,k=N("svg",{viewBox:`0 0 ${i} ${c}`,role:"img","aria-label":v,preserveAspectRatio:"\
none"},...M,N("line",{class:"zero",x1:0,x2:i,y1:h(0),y2:h(0)}));k.addEventListener("mouseover",E=>mt(t,yt(E))),k.addEventListener(
"mouseleave",()=>mt(t,null)),k.addEventListener("click",E=>{let P=yt(E);P!==null&&Tt(t,P,!1,!1)});let T=s.length===ht.most&&
n.length>ht.most?a("span.count",{},` ${B("firstBars",ht.most)}`):null;return rr([x(l(r.title)),r.unit?x(p.lang==="zh"?`（${l(
r.unit)}）`:` (${l(r.unit)})`):null,r.derived?D():null,T],k)}function ir(t){let e=oe(t),n=t.legend.classes.map((i,c)=>({
color:i.color,count:e.classes[c],text:l(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:l(
t.legend.missingWords)});let o=n.reduce((i,c)=>i+c.count,0);if(!o)return null;let r=0,s=N("svg",{viewBox:`0 0 ${ht.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${l("chart")}${l(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let c=ht.width*i.count/o;s.append(N("rect",{x:r,y:0,width:Math.max(.5,c-1.5),height:22,fill:i.color,
class:"part"})),r+=c}),a("figure.chart",{},a("figcaption",{},x(l(t.legend.title)),t.legend.derived?D():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),x(i.text),a("span.count",{},` ${B(
"rows",i.count)}`)))))}function no(t,e,n){let o=t.data.columns[e];return n===null||!o||!K(o)?[l("chartHint")]:[x(G(t,n),
"strong.datum")," ",ut(o,H(t.data,e,n),t,e)]}var st=document.getElementById("figures"),he=document.getElementById("figures-toggle"),S={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},ar=26;function Ue(){let t=z.filter(r=>p.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===S.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function oo(){let t=Ue();return!t||t.data.
count<=5e3}function De(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
Pt(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some((i,c)=>{let u=H(t.data,r,c);return typeof u=="s\
tring"&&!Pt(e[r].words,u)&&(u.length>ar||u.includes(`
`))}))}function lr(t,e,n){let o=t.data,r=new Intl.Collator(p.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(f,d)=>d).filter(f=>pt(t,f));if(!e)return s;let i=o.columns[e],c=new Map(s.map(f=>{let d=H(o,e,f);return d==null?
[f,null]:[f,typeof d=="number"?d:nt(i,d,t,e)]})),u=n?-1:1;return s.sort((f,d)=>{let[h,g]=[c.get(f),c.get(d)];if(h===null||
g===null)return(h===null)-(g===null)||f-d;let w=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return u*w||f-
d})}function cr(){return b.headlines.length?a("dl.headlines",{},b.headlines.map(t=>a("div",{title:l("credits")+t.sources.
map(l).join("; ")},a("dt",{},x(l(t.title))),a("dd",{},t.before&&t.value!==null?x(`${l(t.before)} `):null,a("strong",{},t.
value===null?"—":ur(t.value)),t.unit&&t.value!==null?x(` ${l(t.unit)}`):null,t.of!==null?a("span.of",{},B("ofAll",t.of)):
null,t.derived?D():null,t.missing?a("span.note",{},B("unknown",t.missing)):null,t.worth?x(l(t.worth),"span.note"):null)))):
null}function ur(t){return Math.abs(t)>=1e3?V(Math.round(t)):V(Math.round(t*10)/10)}function pr(t,e){let n=t.data.columns[e];
S.down=S.sort===e?!S.down:K(n),S.sort=e,gt(),document.getElementById(`sort-${De(t).indexOf(e)}`).focus()}function mr(t,e,n){
let o=t.data.columns[e],r=S.sort===e;return a(K(o)?"th.number":"th",{scope:"col","aria-sort":r?S.down?"descending":"asce\
nding":"none"},a("button",{type:"button",id:`sort-${n}`,onclick:()=>pr(t,e)},x(l(o.title)),a("span.arrow",{"aria-hidden":"\
true"},r?S.down?"▼":"▲":"")),o.unit?a("span.unit",{dir:"auto"},l(o.unit)):null,o.derived?D():null)}function dr(t,e,n){
let o=t.data,r=a("tr",{"data-row":String(n)});return e.forEach((s,i)=>{let c=o.columns[s],u=nt(c,H(o,s,n),t,s);if(i===0){
r.append(a("th",{scope:"row"},a("button",{type:"button",dir:"auto",onclick:f=>Tt(t,n,!1,f.detail===0)},u)));return}r.append(
a(K(c)?"td.number":"td",{dir:K(c)?null:"auto"},s===t.column&&t.style.kind!=="outline"?a("span.dot",{style:{"--color":ne(
t,n)}}):null,u))}),r}function fr(t){let e=z.filter(n=>p.shown[n.number]&&n.geometry!=="raster").reverse();return a("labe\
l.pick",{},a("span",{},l("tableOf")),a("select",{id:"figures-layer",onchange:n=>{Object.assign(S,{picked:Number(n.target.
value),sort:null,most:200}),gt()}},e.map(n=>a("option",{value:String(n.number),selected:n===t},l(n.title)))))}function hr(t){
let e=De(t),n=S.rows.slice(0,S.most),o=a("table",{onmouseover:r=>mt(t,yt(r)),onmouseleave:()=>mt(t,null),onfocusin:r=>mt(
t,yt(r))},a("caption",{},x(l(t.title)),a("span.count",{},` ${B("tableRows",S.rows.length)}`)),a("thead",{},a("tr",{},e.map(
(r,s)=>mr(t,r,s)))),a("tbody",{},n.map(r=>dr(t,e,r))));return[S.rows.length?null:a("p.hint",{},l("nothingDue")),a("div.t\
able",{tabIndex:0,role:"region","aria-label":l(t.title)},o),n.length<S.rows.length?a("button.more",{type:"button",id:"fi\
gures-more",onclick:()=>{S.most+=500,gt()}},l("more")):null]}function gt(){if(he.replaceChildren(l("figures")),st.setAttribute(
"aria-label",l("figuresTitle")),!S.open)return;let t=st.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=st,n=Ue(),o=[a("div.figures-head",{},a("h2",{},l("figuresTitle")),a("button.close",{type:"button",id:"figu\
res-close","aria-label":l("close"),onclick:()=>{it(!1),he.focus()}},"×")),cr()];if(n){let r=De(n);if(!r.includes(S.sort)){
let s=n.column&&r.includes(n.column)?n.column:r[0];S.sort=s||null,S.down=!!(s&&K(n.data.columns[s]))}S.rows=lr(n,S.sort,
S.down),o.push(fr(n),eo(n,S.sort,S.rows),hr(n))}else o.push(a("p.hint",{},l("nothingShown")));st.replaceChildren(...o.flat(
1/0).filter(Boolean)),st.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),Fe(!1)}function Fe(t){
if(!S.open)return;let e=Ue();if(!e)return;let n=p.chosen&&p.chosen.layer.table===e.table?p.chosen:null,o=Bt.find(c=>c.layer.
table===e.table),r=o?new Set(o.place.rows):new Set;st.querySelectorAll("[data-row]").forEach(c=>{let u=Number(c.dataset.
row);c.classList.toggle("hovered",r.has(u));let f=!!n&&(n.place?n.place.rows.includes(u):n.row===u);c.classList.toggle("\
picked",f),c.tagName==="TR"&&c.setAttribute("aria-selected",String(f)),t&&f&&c.tagName==="TR"&&gr(c)});let s=st.querySelector(
".chart-note"),i=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(...no(e,S.sort,i))}function gr(t){let e=t.closest("\
.table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=
n+o-e.clientHeight)}function it(t){Ln(()=>{S.open=t,t&&I("opened","figures"),st.hidden=!t,document.body.classList.toggle(
"figures-open",t),he.setAttribute("aria-expanded",String(t)),gt()})}function ro(){he.addEventListener("click",()=>it(!S.
open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&R.matches&&S.open&&it(!1)}),L("opened",t=>{(t==="desk"||
t==="panel"&&R.matches)&&S.open&&it(!1)}),L("language",gt),L("layers",gt),L("year",gt),L("hover",()=>Fe(!1)),L("chosen",
()=>Fe(!0))}function wr(t){let e=[l(t.publisher),t.date].filter(Boolean),n=a("li",{},x(l(t.title)));for(let o of e)n.append(" · ",x(
o));return t.url&&n.append(" · ",t.link?Qe(t.url,t.url):x(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},l(t.note))),
n}function br(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=a("dl.values"),o=(r,...s)=>n.append(a("dt",{},l(r)),
a("dd",{},...s));return t.vintage&&o("vintage",x(t.vintage)),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(
wr))),t.licence&&o("licence",x(t.licence)),e.length&&o("meaning",a("ul.plain",{},e.map(r=>a("li",{},x(l(r.title),"strong\
.datum"),r.derived?D():null," ",x(l(r.meaning)))))),a("section",{},a("h3",{dir:"auto"},l(t.title)),a("p",{dir:"auto"},l(
t.description)),n)}function so(){return[a("h2",{id:"about-title"},l("about")),a("p.lead",{dir:"auto"},l(b.description)),
Object.values(b.tables).map(br),a("p.software",{},l("software"))]}var io=document.getElementById("about-open"),ge=document.getElementById("language");function yr(){document.documentElement.
lang=p.lang==="zh"?"zh-CN":"en",document.title=l(b.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=l(b[t]),e.title=l(b[t])}io.replaceChildren(...Qt("about")),ge.replaceChildren(l("language")),ge.setAttribute(
"aria-label",l("languageHint")),ge.lang=p.lang==="zh"?"en":"zh-CN",m.getContainer().setAttribute("role","main"),m.getContainer().
setAttribute("aria-label",l("map"))}function ao(){io.addEventListener("click",()=>tt(so)),ge.addEventListener("click",()=>{
p.lang=p.lang==="zh"?"en":"zh",I("language")}),L("language",yr)}var _e=document.getElementById("panel"),We=document.getElementById("panel-toggle");function xr(t){let e=`layer-${t.number}`,
n=a("div.layer",{},a("div.layer-head",{},a("input",{type:"checkbox",id:e,checked:p.shown[t.number],onchange:r=>et(t,r.target.
checked)}),a("label",{for:e,dir:"auto"},l(t.title)),t.style.kind==="outline"?zt(t.style):null)),o=ce(t);return o.children.
length&&(o.hidden=!p.shown[t.number],n.append(o)),n}function vr(t,e){return a("label.opacity",{title:l("opacity")},a("sp\
an",{"aria-hidden":"true"},l("opacityShort")),a("span.unseen",{dir:"auto"},`${l("opacity")} `,l(t.title)),a("input",{type:"\
range",id:`opacity-${e}`,min:0,max:100,step:5,value:Math.round(100*p.opacity[e]),oninput:n=>Xt(e,n.target.valueAsNumber/
100)}))}function lo(){let t=document.activeElement?.id;_e.setAttribute("aria-label",l("layers")),_e.replaceChildren(...b.
groups.map((e,n)=>a("fieldset",{style:{"--group":p.opacity[n]}},a("legend",{dir:"auto"},l(e.title)),vr(e,n),[...e.layers].
reverse().map(o=>xr(z[o])))).reverse()),We.replaceChildren(...Qt("layers")),t&&_e.querySelector(`#${CSS.escape(t)}`)&&document.
getElementById(t).focus()}function Ht(t){document.body.classList.toggle("panel-open",t),We.setAttribute("aria-expanded",
String(t)),t&&I("opened","panel"),m.invalidateSize({animate:!1})}function kr(){for(let t of z){let e=document.getElementById(
`legend-${t.number}`);e&&(e.hidden=!p.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=
p.shown[t.number])}}function Mr(){p.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.
round(100*t),n.closest("fieldset").style.setProperty("--group",t))})}function co(){We.addEventListener("click",()=>Ht(!document.
body.classList.contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&R.matches&&Ht(!1)}),L(
"opened",t=>{t!=="panel"&&R.matches&&Ht(!1)}),L("language",lo),L("year",lo),L("layers",kr),L("view",Mr)}function Gt(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function uo({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Gt);return{code:n||"",zh:Gt(t??""),en:Gt(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Gt),initials:r.map(s=>s.slice(0,1)).join("")}}function Lr(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}function po(t,e,n){let o=Gt(e);return o?
t.map(r=>({entry:r,fit:Lr(r,o)})).filter(r=>r.fit!==null).sort((r,s)=>r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).
slice(0,n).map(r=>r.entry):[]}var He=document.getElementById("search"),Er=12,je=null,$=[],Y=-1;function zr(){let t=[],e=new Set,n=r=>z.some(s=>s.table===
r&&p.shown[s.number]);return Object.keys(b.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=b.tables[r],{search:i}=s,c=i.
name?s.columns[i.name]:null;for(let u=0;u<s.count;u++){let f=c?_(c.values,u):null,d=c?.english?_(c.english,u):null,h=i.code?
i.code[u]:null,g=h?`${h} ${f}`:null;if(f===null&&d===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let w=i.pinyin?_(i.
pinyin,u):null;t.push({table:r,row:u,...uo({zh:f,en:d,code:h,pinyin:w})})}}),t}function mo(t){return je=je||zr(),po(je,t,
Er)}function fo(t){let e=z.filter(n=>n.table===t);return e.filter(n=>p.shown[n.number]).pop()||e[0]}function ho(t){let e=fo(
t.table);Sr(),p.year!==null&&!pt(e,t.row)&&J(null),Tt(e,t.row,!0,!0),R.matches&&it(!1)}function Sr(){$=[],Y=-1,Yt()}function Tr(t){
let e=fo(t.table),n=b.tables[t.table],o=n.search.name?n.columns[n.search.name]:null,r=o?.english?_(p.lang==="zh"?o.english:
o.values,t.row):null;return[x(G(e,t.row),"strong.datum"),r?x(r,"span.other"):null,a("span.of",{},t.code?`${t.code} · `:
"",x(l(e.title)))]}function Yt(){let t=document.getElementById("search-list"),e=document.getElementById("search-input"),
n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...$.map((r,s)=>a("li",{id:`found-${s}`,role:"option",
"aria-selected":String(s===Y),onmousedown:i=>{i.preventDefault(),ho(r)}},Tr(r))));let o=document.getElementById("search-\
none");o.hidden=$.length>0||!n||Y===-2,o.textContent=l("nothingFound"),t.hidden=!$.length,e.setAttribute("aria-expanded",
String($.length>0)),Y>=0?(e.setAttribute("aria-activedescendant",`found-${Y}`),document.getElementById(`found-${Y}`).scrollIntoView(
{block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Ar(t){$=mo(t.target.value),Y=$.length?0:-1,Yt(),
t.target.value.trim()&&X($.length?B("found",$.length):l("nothingFound"))}function Cr(t){let e={ArrowDown:1,ArrowUp:-1}[t.
key];e&&$.length?(t.preventDefault(),Y=(Y+e+$.length)%$.length,Yt()):t.key==="Escape"&&(t.stopPropagation(),$.length||(t.
target.value=""),$=[],Y=-2,Yt())}function Or(){let t=document.getElementById("search-input");He.setAttribute("aria-label",
l("search")),He.replaceChildren(a("div.field",{},at("search"),a("input",{id:"search-input",type:"search",role:"combobox",
placeholder:l("searchHint"),"aria-label":`${l("search")}: ${l("searchHint")}`,"aria-autocomplete":"list","aria-controls":"\
search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Ar,onkeydown:Cr,onblur:()=>{Y=-2,$=[],Yt()}})),
a("ul",{id:"search-list",role:"listbox","aria-label":l("search"),hidden:!0}),a("p",{id:"search-none",hidden:!0}))}function go(){
He.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById("search-input");$.length||($=mo(e.value)),
$.length&&ho($[Math.max(0,Y)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.
target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").focus())}),L("language",Or)}function wo(...t){Ve(b),Xn(),b.basemap&&Un(b.basemap),Mn(),yn(),Sn(),$n(),Wn(to()),co(),ro(),go(),In(),Gn(),tn(),ao(),Fn();
for(let e of t)e(b);I("language"),Ht(!R.matches),it(window.matchMedia("(min-width: 1180px)").matches&&oo()),Nt(),qn(),ot(),
window.gisplan={map:m,data:b,state:p,layers:z,places:Ct,setYear:J,geodesicLength:kt,geodesicArea:qt}}wo();
})();
