// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 37e9ec9814019250979345ef77ec302431501c06dff7d9d7105158d264272c34
// bundle b23c5e4f4345199dc16d5e93d477d136267e9497cdf77a613bf2891af16c99a9 esbuild 0.28.2
(async()=>{"use strict";
var Fe="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Sn=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,fr=new RegExp(`(${Fe})?\\s*[:：=]?\\s*${Sn}`,"gi"),
hr=new RegExp(`()${Sn}(?:\\s*(${Fe}))?`,"gi"),gr={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},wr=new Set(["西经","南纬","W","S"]);function yr(t){let e=t.replace(/[！-～]/g,a=>String.
fromCharCode(a.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${Fe})`,"i").test(e),r=e.replace(o?fr:hr,(a,s,c,u,d,p)=>{let h=(s||(typeof p=="s\
tring"?p:"")).toUpperCase(),g=/^[−-]/.test(c)?-1:1,w=Math.abs(parseFloat(c.replace("−","-"))),M=g*(w+(u?u/60:0)+(d?d/
3600:0)),k=(u===void 0||u<60)&&(d===void 0||d<60);return n.push({value:wr.has(h)?-M:M,axis:gr[h]||null,short:k})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function se(t,e){let n=yr(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let a=o.axis||r.axis,s=o.axis==="lat"||r.axis==="lon",c=(g,w)=>Math.abs(g)<=180&&Math.abs(w)<=90,u=s?[[r.value,
o.value]]:[[o.value,r.value]];a||u.push([r.value,o.value]);let d=u.findIndex(([g,w])=>c(g,w)&&e(g,w));if(d<0)return{fault:u.
some(([g,w])=>c(g,w))?"tooFar":"outOfRange"};let[p,h]=u[d].map(et);return{lon:p,lat:h,note:d===1?"swapped":null}}function et(t){
return Math.round(t*1e6)/1e6}var An=new Int8Array(128),Cn="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Cn.length;t++)
An[Cn.charCodeAt(t)]=t;function De(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,a;do a=An[t.charCodeAt(n++)],o+=(a&31)*
r,r*=32;while(a&32);e.push(o%2?-(o+1)/2:o/2)}return e}function le(t,{decimals:e,origin:n}){let o=10**-e,r=De(t),a=[],[s,
c]=n;for(let u=0;u<r.length;u+=2)s+=r[u],c+=r[u+1],a.push([c*o,s*o]);return a}function Tn(t,e){let n=[];return e.forEach(
(o,r)=>{let a=o<0?t[~o].slice().reverse():t[o];for(let s=r?1:0;s<a.length;s++)n.push(a[s])}),n}function G(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function ce(t,[e,n]){let o=!1;for(let r=0,a=t.length-1;r<t.length;a=r++){let[
s,c]=t[r],[u,d]=t[a];s>e!=u>e&&n<(d-c)*(e-s)/(u-s)+c&&(o=!o)}return o}var V=.0033528106647474805,gt=6378137*(1-V),_e=6335439,We=1e-4,P=Math.PI/180;function je(t,e){return((e-t+540)%360+360)%
360-180}function Ut(t,e){let n=V*(2-V),o=Math.sin(e*P),r=Math.cos(e*P),a=6378137/Math.sqrt(1-n*o*o);return[a*r*Math.cos(
t*P),a*r*Math.sin(t*P),a*(1-n)*o]}function $n(t){let e=t*(40680631590769-gt*gt)/(gt*gt);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function On(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Pn(t){return V/16*t*(4+V*(4-3*t))}function q(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-V)*Math.
tan(e*P)),a=Math.atan((1-V)*Math.tan(o*P)),[s,c,u,d]=[Math.sin(r),Math.cos(r),Math.sin(a),Math.cos(a)],p=je(t,n)*P,h=p;for(let g=0;g<
100;g++){let w=Math.sin(h),M=Math.cos(h),k=Math.hypot(d*w,c*u-s*d*M);if(k===0)return 0;let E=s*u+c*d*M,A=Math.atan2(k,E),
S=c*d*w/k,z=1-S*S,O=z>1e-15?E-2*s*u/z:0,R=Pn(z),_=h;if(h=p+(1-R)*V*S*(A+R*k*(O+R*E*(2*O*O-1))),Math.abs(h-_)<1e-13){let[
tt,ht]=$n(z);return gt*tt*(A-On(ht,k,E,O))}}return NaN}function wt(t,e,n,o){let r=n*P,a=(1-V)*Math.tan(e*P),s=1/Math.sqrt(
1+a*a),c=a*s,u=Math.atan2(a,Math.cos(r)),d=s*Math.sin(r),p=1-d*d,[h,g]=$n(p),w=o/(gt*h);for(let _=0,tt=1/0;_<100&&Math.abs(
w-tt)>1e-13;_++)tt=w,w=o/(gt*h)+On(g,Math.sin(w),Math.cos(w),Math.cos(2*u+w));let[M,k,E]=[Math.sin(w),Math.cos(w),Math.cos(
2*u+w)],A=c*M-s*k*Math.cos(r),S=Math.atan2(c*k+s*M*Math.cos(r),(1-V)*Math.hypot(d,A)),z=Math.atan2(M*Math.sin(r),s*k-c*M*
Math.cos(r)),O=Pn(p),R=z-(1-O)*V*d*(w+O*M*(E+O*k*(2*E*E-1)));return[S/P,t+R/P]}function br(t,e,n,o,r){let[a,s]=[Ut(t,e),
Ut(n,o)],[c,u,d]=[s[0]-a[0],s[1]-a[1],s[2]-a[2]],[p,h]=[Math.sin(t*P),Math.cos(t*P)],[g,w]=[Math.sin(e*P),Math.cos(e*P)],
M=-p*c+h*u,k=-g*h*c-g*p*u+w*d,E=Math.atan2(M,k)/P;for(let A=0;A<4;A++){let[S,z]=wt(t,e,E,r),O=je(z,n)*Math.cos(o*P)*P*6378137,
R=(o-S)*P*6378137,[_,tt]=wt(t,e,E,r*.999),ht=Math.atan2((z-tt)*Math.cos(o*P),S-_),Dt=O*Math.cos(ht)-R*Math.sin(ht),mr=6378137*
Math.sin(Math.min(r/6378137,Math.PI-.1));E+=Dt/mr/P}return E}function _t([t,e],[n,o],r,a){let s=q(e,t,o,n),c=Math.max(r,
Math.min(a,Math.ceil(s/2e3)));if(c===1||!s||!Number.isFinite(s))return[[n,o]];let u=br(e,t,o,n,s);return[...Array.from({
length:c-1},(p,h)=>wt(e,t,u,s*(h+1)/c)),[n,o]]}function Ue(t){let e=Math.sqrt(V*(2-V)),n=Math.sin(t*P);return(1-e*e)*(n/
(1-e*e*n*n)+Math.atanh(e*n)/e)}function ue(t){let e=0,n=Ue(t[0][0]);return t.forEach((o,r)=>{let[a,s]=o;_t(o,t[(r+1)%t.length],
100,500).forEach(([c,u])=>{e+=je(s,u)*P*(Ue(a)-n+Ue(c)-n)/2,[a,s]=[c,u]})}),Math.abs(e)*6378137*6378137/2}function He(t){
return t.slice(1).reduce((e,[n,o],r)=>e+q(t[r][1],t[r][0],o,n),0)}function Bn({at:t,decimals:e,count:n}){let o=10**e,r=De(t),a={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
s=0,c=0;for(let u=0;u<n;u++)s+=r[2*u],c+=r[2*u+1],a.lon[u]=s/o,a.lat[u]=c/o,a.xyz.push(Ut(a.lon[u],a.lat[u]));return a}function vr(t){
let e=Bn(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function xr(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function In(t,e,n,o){let r=Ut(
e,n),a=o/11e4,s=[];for(let c=xr(t,n-a);c<t.count;c++){let u=t.order[c];if(t.lat[u]>n+a)break;let d=t.xyz[u],p=Math.hypot(
d[0]-r[0],d[1]-r[1],d[2]-r[2]);if(p>o+We)continue;(2*_e*Math.asin(Math.min(1,p/(2*_e)))+We<=o||q(t.lon[u],t.lat[u],e,n)<=
o)&&s.push(u)}return s}function Rn(t,e){let n=vr(t.demand),o={...Bn(t.sites),names:t.sites.names},r=d=>d.reduce((p,h)=>p+
n.amounts[h],0);function a(d,p){let h=null;for(let g=0;g<o.count;g++){let w=q(d,p,o.lon[g],o.lat[g]);(!h||w<h.metres)&&(h=
{at:g,metres:w})}return h}let s=new Map;function c(d){if(!s.has(d)){let p=new Uint8Array(n.count);for(let h=0;h<o.count;h++)
for(let g of In(n,o.lon[h],o.lat[h],d))p[g]=1;s.set(d,p)}return s.get(d)}function u(d,p){let h=c(p),g=new Uint16Array(n.
count),w=d.map(({lon:z,lat:O})=>{let R=In(n,z,O,p);for(let _ of R)g[_]+=1;return R}),M=d.map(({lon:z,lat:O},R)=>{let _=w[R].
filter(Dt=>!h[Dt]),tt=r(w[R]),ht=r(_);return{reached:tt,gained:ht,overlap:tt-ht,only:r(_.filter(Dt=>g[Dt]===1)),nearest:a(
z,O),county:e(t.counties,z,O),region:e(t.regions,z,O)}}),k=()=>({total:0,before:0,after:0}),E=t.codes.map(k),A=k(),S=[];
for(let z=0;z<n.count;z++){let O=n.amounts[z],R=h[z]||g[z];R&&!h[z]&&S.push(z);for(let _ of[A,E[n.region[z]]])_&&(_.total+=
O,h[z]&&(_.before+=O),R&&(_.after+=O))}return{each:M,whole:A,regions:E,gained:S}}return{demand:n,sites:o,evaluate:u}}async function kr(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var Ge=document.getElementById("gisplan-data"),v=JSON.parse(Ge.dataset.packed?await kr(Ge.textContent):Ge.textContent);function de(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function Y(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+de(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,a]=o.replace(/(\.\d*?)0+$/,"$1").split("."),s=de(r)+(a?`.${a}`:"");return s==="0"?s:e+s}function Wt(t,e){
return e>0?`${(t/e*100).toFixed(2)} %`:"—"}function Ve(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Y(Number(
(t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function Nn(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(
2)} km`:"—"}function Fn(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Y(Number((t/n).toFixed(2))),e]}var m={lang:"zh",shown:[],opacity:[],year:null,chosen:null,measuring:!1,place:null},Dn={language:[],layers:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[]};function L(t,e){Dn[t].push(e)}function $(t,e){for(let n of Dn[t])n(
e)}function Un(t){m.lang=t.lang,m.shown=t.layers.map(e=>e.show),m.opacity=t.groups.map(()=>1)}var Lr={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},Mr={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},here:{zh:t=>`\
此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1} more`},unplaced:{zh:t=>`另有\
 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t}\
 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,
en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`前 ${t} 行`,en:t=>`fir\
st ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t} cells`}};function l(t){
let e=typeof t=="string"?Lr[t]:t;return e?e[m.lang]:""}function D(t,e){return Mr[t][m.lang](de(e))}function _n(t){return{
zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function i(t,e,...n){let[o,...r]=t.split("."),a=document.createElement(o);r.length&&(a.className=r.join(" "));for(let[s,
c]of Object.entries(e||{}))if(!(c==null||c===!1))if(s==="style")for(let[u,d]of Object.entries(c))a.style.setProperty(u,d);else
s.startsWith("on")?a.addEventListener(s.slice(2),c):s.includes("-")||s==="role"||s==="for"?a.setAttribute(s,c):a[s]=c;for(let s of n.
flat(1/0))s==null||s===""||a.append(s);return a}function x(t,e){return i(e||"span.datum",{dir:"auto"},t)}function pe(t){
return[i("span.long",{},l(t)),i("span.short",{},l(`${t}Short`))]}function rt(t){document.getElementById("spoken").textContent=
t}function U(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,a]of Object.entries(e||{}))
o.setAttribute(r,a);return o.append(...n),o}var Er={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function yt(t){return U("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
U("path",{d:Er[t]}))}function Wn(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?i("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):x(e)}function W(){return i("span.derived",{title:l("derivedHint")},l("derived"))}function $t(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var y=window.L;function jn(t){let e=t.arcs?t.arcs.split(" ").map(n=>le(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?le(n.at,t):[],a=n.anchor?le(n.anchor,t):[];return Array.from({length:o},(s,c)=>{let u={at:c,
rows:typeof n.rows=="number"?[c]:n.rows[c]};if(n.geometry==="point")return u.point=r[c],u.precision=G(n.precision,c),u;if(u.
parts=n.shapes[c].map(d=>d.map(p=>Tn(e,p))),u.bounds=y.latLngBounds(u.parts.flatMap(d=>d[0])),u.anchor=a[c],u.anchor){let d=u.
parts.find(([p])=>ce(p,u.anchor))||u.parts[0];u.room=y.latLngBounds(d[0])}return u})}}function me(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>ce(o,n)&&!r.some(a=>ce(a,n)))}function Hn(t,e,n,o){let r=t.
latLngToLayerPoint(n),a=t.latLngToLayerPoint(e.bounds.getSouthWest()),s=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<a.x-o||r.x>s.x+o||r.y>a.y+o||r.y<s.y-o?!1:e.parts.some(([c])=>{let u=c.map(d=>t.latLngToLayerPoint(d));return u.some((d,p)=>p&&
y.LineUtil.pointToSegmentDistance(r,u[p-1],d)<=o)})}var f=window.map_gisplan,zr=jn(v),bt=Object.fromEntries(Object.entries(v.tables).map(([t,e])=>[t,zr(e)])),C=v.layers.map(
(t,e)=>({...t,number:e,data:v.tables[t.table],places:bt[t.table],geometry:v.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),K={surveyed:6,digitised:6,address:6,site:6.5,town:8,county:9.5,prefecture:12},
vt=new Set(["surveyed","digitised","address","site"]),Ot=600;function at(t,e){let n=f.createPane(t);return n.style.zIndex=
e,n.style.pointerEvents="none",n}function it(t,e){m.shown[t.number]=e,e?t.group.addTo(f):t.group.remove(),$("layers")}function fe(t,e){
m.opacity[t]=e;for(let n of v.groups[t].layers)f.getPane(C[n].pane).style.opacity=e;$("view")}var b={asked:null,coverage:null,list:[],past:[],future:[],reach:0,figures:null,made:0};function Ye(t,e,n){let o=y.latLng(
n,e);return bt[t].find(r=>me(r,o))||null}function Gn(t){b.asked=t,b.reach=t.reach,b.coverage=Rn(t,Ye),Ze()}function Ke(){
return b.reach*1e3}function jt(t,e){let[n,o,r,a]=v.bounds,s=Math.max(...b.asked.reaches),[c,u]=[s/110,s/(111*Math.max(.1,
Math.cos(e*P)))];return t>=n-u&&t<=r+u&&e>=o-c&&e<=a+c}function Ze(){b.figures=b.coverage.evaluate(b.list,Ke())}function xt(t){
b.past.push(b.list),b.future=[],b.list=t,Je()}function Vn(t,e){t.length&&(e.push(b.list),b.list=t.pop(),Je())}function Qe(){
Vn(b.past,b.future)}function qe(){Vn(b.future,b.past)}function Je(){Ze(),$("candidates")}function Yn(t){b.list=t,Ze(),$(
"candidates","moving")}function Kn(t){b.reach=t,Je()}function Xe(t,e){let n=new Set(b.list.filter((r,a)=>a!==e).map(kt)),
o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function kt(t){return t.name||`${l("candidate")} ${t.number}`}function tn(t,e,n){
b.made+=1,xt([...b.list,{number:b.made,lon:et(t),lat:et(e),name:n?Xe(n):""}])}function Ht(t,e){xt(b.list.map((n,o)=>o===
t?{...n,...e}:n))}function he(t){xt(b.list.filter((e,n)=>n!==t))}function Sr(){return JSON.stringify({type:"FeatureColle\
ction",features:b.list.map(t=>({type:"Feature",properties:{name:kt(t)},geometry:{type:"Point",coordinates:[t.lon,t.lat]}}))},
null,1)}function Zn(){let t=new Blob([Sr()],{type:"application/geo+json"}),e=URL.createObjectURL(t),n=i("a",{href:e,download:`\
candidates_${v.name}.geojson`});document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(e),1e4)}var Qn=180,ge=null,en=null,Jn=null;function Cr(){ge.clearLayers(),b.list.forEach(({lon:e,lat:n})=>{let o=Array.from({length:Qn},
(r,a)=>wt(e,n,a*360/Qn,Ke()));y.polygon(o,{pane:"gisplan-reach",interactive:!1,className:"reach",smoothFactor:0,color:"#\
9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(ge)});let{demand:t}=b.coverage;for(let e of b.figures.gained)
y.circleMarker([t.lat[e],t.lon[e]],{renderer:Jn,pane:"gisplan-reach",interactive:!1,radius:2.5,stroke:!0,weight:.8,color:"\
#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(ge)}function qn(){en.clearLayers(),b.list.forEach((t,e)=>{let n=y.marker(
[t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,keyboard:!0,icon:y.divIcon({html:i("span.candidate-mark",
{},String(t.number)),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}),o=b.list,r=0,a=()=>{let{lat:c,lng:u}=n.
getLatLng();return{...t,lon:et(u),lat:et(c)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(()=>Yn(o.
map((c,u)=>u===e?a():c)))}),n.on("dragend",()=>{cancelAnimationFrame(r),b.list=o,xt(o.map((c,u)=>u===e?a():c))}),n.on("c\
lick",()=>$("picked",e)),n.addTo(en);let s=n.getElement();s.setAttribute("aria-label",kt(t)),s.title=kt(t),s.addEventListener(
"keydown",c=>Tr(c,e))})}var Ar={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function Tr(t,e){if(t.
key==="Delete"){he(e);return}let n=Ar[t.key];if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=b.list[e],
a=t.shiftKey?1:10,s=f.latLngToContainerPoint([r,o]).add([n[0]*a,n[1]*a]),c=f.containerPointToLatLng(s);Ht(e,{lon:et(c.lng),
lat:et(c.lat)});let u=document.querySelectorAll(".candidate-icon")[e];u&&u.focus()}function Xn(){let t=f.createPane("gis\
plan-candidates");t.style.zIndex=640,at("gisplan-reach",575),ge=y.layerGroup().addTo(f),en=y.layerGroup().addTo(f),Jn=y.
canvas({pane:"gisplan-reach"}),L("candidates",e=>{Cr(),e||qn()}),L("language",qn)}function Gt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function st(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,a=[n&&Gt(n.words,o)?n.words[o]:{},t.words].find(s=>Gt(s,r));return a?l(a[r]):typeof e=="boo\
lean"?l(e?"yes":"no"):typeof e=="number"?t.year?String(e):Y(e):e}function nt(t,e,n,o){let r=st(t,e,n,o);return e==null||
!t.unit?r:`${r} ${l(t.unit)}`}function ot(t){return(t.type==="integer"||t.type==="number")&&!t.year}function Z(t,e,n){let o=t.columns[e],r=G(o.values,n);if(!o.english)return r;let a=G(o.english,n);return m.lang==="zh"?r??
a:a??r}function j(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=Z(
t.data,o,e);if(r!=null)return st(n[o],r,t,o)}return l("untitled")}function we(t,e){let n=B(t,e),o=j(t,n[0]);return n.length>
1?o+D("others",n.length):o}function to(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>G(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function Lt(t,e){if(!t.yearColumn||m.year===null)return!0;let n=G(t.data.columns[t.yearColumn].
values,e);return n==null||n<=m.year}function B(t,e){return t.yearColumn&&m.year!==null?e.rows.filter(n=>Lt(t,n)):e.rows}
var nn=new Map;function lt(t,e){let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(nn.has(o)||nn.set(o,new Map(
o.flatMap(r=>r.rows.map(a=>[a,r])))),nn.get(o).get(e)||null)}var N=window.matchMedia("(max-width: 760px)");function ye(){if(!v.bounds)return null;let[t,e,n,o]=v.bounds;return y.latLngBounds(
[[e,t],[o,n]])}function on(t){let e=ye();return!e||f.getBounds().pad(t).contains(e)}function Vt(){let t=ye();if(!t)return;
let[e,n]=N.matches?[62,58]:[14,14];f.fitBounds(t,{paddingTopLeft:[N.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function be(t){let e=on(.05);t(),f.invalidateSize({animate:!1}),e&&Vt()}function eo(t,e){if(t.point){(!f.getBounds().
pad(-.1).contains(t.point)||e)&&f.setView(t.point,Math.max(f.getZoom(),e?9:7),{animate:!1});return}let n=f.latLngToLayerPoint(
t.bounds.getNorthWest()),o=f.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&f.getBounds().
contains(t.bounds)||f.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Mt=i("aside",{id:"evaluate",hidden:!0}),ve=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>xe(!Et.open)}),Et={open:!1,say:null};function xe(t){be(()=>{Et.open=t,t&&$("opened",
"desk"),Mt.hidden=!t,document.body.classList.toggle("evaluate-open",t),ve.setAttribute("aria-expanded",String(t)),an(t&&
(!!m.place||!b.list.length))})}function an(t){m.place=t?e=>{jt(e.lng,e.lat)?(ke(null),tn(e.lng,e.lat)):ke("tooFar")}:null,
document.body.classList.toggle("picking",t),rn()}function ke(t){Et.say=t;let e=document.getElementById("evaluate-note");
e&&(e.textContent=t?l(t):"")}function Yt(t){return nt(b.asked.quantity,t)}function $r(t){let{names:e}=b.coverage.sites;return(m.
lang==="zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||l("untitled")}var oo=t=>C.find(e=>e.table===t);function Or(t,e){return j(
oo(t),e.rows[0])}function Pr(t){t.preventDefault();let e=document.getElementById("evaluate-coordinate"),n=document.getElementById(
"evaluate-name"),o=se(e.value,jt);if(ke(o.fault||o.note),e.setAttribute("aria-invalid",String(!!o.fault)),o.fault){e.focus();
return}let r=n.value.trim();e.value="",n.value="",tn(o.lon,o.lat,r),f.getBounds().contains([o.lat,o.lon])||f.panTo([o.lat,
o.lon])}function Ir(){return i("form.ask",{onsubmit:Pr,noValidate:!0},i("div.row",{},i("div.field.grow",{},i("label",{for:"\
evaluate-coordinate"},l("coordinate")),i("input",{id:"evaluate-coordinate",type:"text",autocomplete:"off",spellcheck:!1,
"aria-describedby":"evaluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"evaluate-name"},l("name")),i("input",
{id:"evaluate-name",type:"text",autocomplete:"off",maxLength:80})),i("button.main",{type:"submit"},l("add"))),i("p.note",
{id:"evaluate-note",role:"status"},Et.say?l(Et.say):""),i("p.hint",{id:"evaluate-hint"},l("coordinateHint")))}function Br(){
return i("fieldset.reaches",{},i("legend",{},l("reachOf")),b.asked.reaches.map((t,e)=>i("label",{},i("input",{type:"radi\
o",name:"reach",id:`reach-${e}`,value:String(t),checked:t===b.reach,onchange:()=>Kn(t)}),i("span",{},`${t} km`))))}function Rr(){
let t=(n,o,r,a)=>i("button",{type:"button",id:n,onclick:r,disabled:a},l(o)),e=!b.list.length;return i("div.tools",{},i("\
button",{type:"button",id:"evaluate-pick","aria-pressed":String(!!m.place),onclick:()=>an(!m.place)},l("pick")),t("evalu\
ate-undo","undo",Qe,!b.past.length),t("evaluate-redo","redo",qe,!b.future.length),t("evaluate-clear","clear",()=>xt([]),
e))}function Nr(t,e){let n=b.figures.each[e],o=Math.max(...b.figures.each.map(d=>d.gained),1),r=kt(t),a=(d,...p)=>[i("dt",
{},l(d)),i("dd",{},...p)],s=[[b.asked.regions,n.region],[b.asked.counties,n.county]].filter(([,d])=>d).map(([d,p])=>Or(d,
p)),c=d=>{let p=d.target.value.trim();p!==r&&Ht(e,{name:p?Xe(p,e):""})},u=d=>{let p=se(d.target.value,jt);ke(p.fault||p.
note),p.fault?d.target.value=no(t):Ht(e,{lon:p.lon,lat:p.lat})};return i("li.candidate",{id:`candidate-${e}`},i("div.can\
didate-head",{},i("span.number",{"aria-hidden":"true"},String(t.number)),i("input.name",{id:`candidate-name-${e}`,type:"\
text",value:r,maxLength:80,dir:"auto","aria-label":l("name"),onchange:c}),i("button",{type:"button",id:`candidate-show-${e}`,
title:`${l("show")}: ${r}`,"aria-label":`${l("show")}: ${r}`,onclick:()=>f.setView([t.lat,t.lon],Math.max(f.getZoom(),8))},
l("show")),i("button",{type:"button",id:`candidate-remove-${e}`,"aria-label":`${l("remove")}: ${r}`,onclick:()=>he(e)},l(
"remove"))),i("div.gain",{},i("span",{},l("gained")),i("strong",{"data-figure":"gained"},Yt(n.gained)),i("span.bar",{"ar\
ia-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),i("dl.values",{},a("reached",i("span",{"data-fig\
ure":"reached"},Yt(n.reached))),a("overlap",i("span",{"data-figure":"overlap"},Yt(n.overlap))),b.list.length>1?a("only",
i("span",{"data-figure":"only"},Yt(n.only))):null,n.nearest?a("nearest",i("span",{"data-figure":"nearest"},Nn(n.nearest.
metres))," · ",x($r(n.nearest.at))):null,a("lies",s.length?x(s.filter((d,p)=>s.indexOf(d)===p).join(" · ")):l("outside")),
i("dt",{},i("label",{for:`candidate-at-${e}`},l("coordinateShort"))),i("dd",{},i("input",{id:`candidate-at-${e}`,type:"t\
ext",autocomplete:"off",value:no(t),onchange:u}))))}function no({lon:t,lat:e}){return`${t}, ${e}`}function Fr(){let{whole:t,
regions:e}=b.figures,n=(...a)=>i("tr",{},a.map(s=>i("th",{scope:"col"},l(s)))),o=oo(b.asked.regions),r=e.map((a,s)=>({sums:a,
at:s})).filter(({sums:a})=>a.total>0).map(({sums:a,at:s})=>i(a.after>a.before?"tr.changed":"tr",{},i("th",{scope:"row"},
x(lt(o,s)?j(o,s):b.asked.codes[s])),i("td",{},Wt(a.before,a.total)),i("td",{},Wt(a.after,a.total)),i("td",{"data-region":b.
asked.codes[s]},a.after>a.before?`+${Y(a.after-a.before)}`:"0")));return i("section.sums",{},i("h3",{},l("together")),i(
"p.total",{},i("span",{},l("gained"))," ",i("strong",{"data-figure":"together"},Yt(t.after-t.before)),i("span.change",{},
`${Wt(t.before,t.total)} → ${Wt(t.after,t.total)}`)),i("table",{},i("caption",{},l("byRegion")),i("thead",{},n("region",
"now","withThem","gained")),i("tbody",{},r)))}function rn(){ve.replaceChildren(l("evaluate"));let t=document.activeElement&&
Mt.contains(document.activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let a=document.
getElementById(r);return[r,a?a.value:""]}),{scrollTop:n}=Mt;Mt.setAttribute("aria-label",l("evaluateTitle")),Mt.replaceChildren(
i("div.desk-head",{},i("h2",{},l("evaluateTitle")),i("button.close",{type:"button",id:"evaluate-close","aria-label":l("c\
lose"),onclick:()=>{xe(!1),ve.focus()}},"×")),Br(),Rr(),i("p.hint.mode",{},l(m.place?"picking":"notPicking")),Ir(),...b.
list.length?[i("ol.candidates",{},b.list.map(Nr)),Fr(),i("div.save",{},i("button.main",{type:"button",id:"evaluate-save",
onclick:Zn},l("save")),i("p.hint",{},l("saveHint")))]:[],i("p.hint",{},l("existing"),x(l(b.asked.existing)),m.lang==="zh"?
`（${b.coverage.sites.count}）；`:` (${b.coverage.sites.count}); `,x(l(b.asked.quantity.title)),b.asked.quantity.derived?
W():null)),e.forEach(([r,a])=>{document.getElementById(r).value=a}),Mt.scrollTop=n;let o=t&&document.getElementById(t);o&&
!o.disabled&&o.focus()}function Dr(t){if(!Et.open)return;let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.
type!=="radio",n=t.key.toLowerCase();n==="escape"&&m.place?an(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),
n==="y"||t.shiftKey?qe():Qe())}function ro({evaluate:t}){Gn(t),document.getElementById("tools").prepend(ve),document.getElementById(
"panel").after(Mt),Xn(),document.addEventListener("keydown",Dr),L("language",rn),L("candidates",rn),L("picked",e=>{xe(!0);
let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView({block:"nearest"})}),L("opened",e=>{(e==="figures"||
e==="panel"&&N.matches)&&Et.open&&xe(!1)}),window.gisplanEvaluate={evaluation:b,evaluateCandidates:b.coverage.evaluate,geodesicLength:q,
destination:wt,placeAt:Ye,readCoordinate:se,inside:jt}}function ao(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function io(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),a=(p,h)=>{let g=(r.get(
p)??"").split(",").map(w=>w?Number(w):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},s={},c=a("map",3);
if(c&&Math.abs(c[1])<=85&&Math.abs(c[2])<=360&&c[0]>=0&&c[0]<=22&&(s.view=c),r.has("layers")){let p=r.get("layers").split(
" ");s.shown=e.map(h=>p.includes(h))}let u=a("opacity",n);u?.every(p=>p>=0&&p<=100)&&(s.opacity=u.map(p=>p/100)),["zh","\
en"].includes(r.get("lang"))&&(s.lang=r.get("lang"));let d=Number(r.get("year"));return s.year=r.has("year")&&o.includes(
d)?d:null,s}function so({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:a,lang:s},c){let u=new URLSearchParams;return u.set(
"map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),u.set("layers",c.filter((d,p)=>o[p]).join(" ")),r.some(d=>d!==
1)&&u.set("opacity",r.map(d=>Math.round(100*d)).join(",")),a!==null&&u.set("year",a),u.set("lang",s),`#${u.toString().replace(
/%2C/g,",")}`}var ct=document.getElementById("about"),sn=null;function lo(){sn&&ct.replaceChildren(i("button.close",{type:"button","ar\
ia-label":l("close"),onclick:()=>ct.close()},"×"),i("div.dialog-body",{},sn()))}function ut(t){sn=t,lo(),ct.open||ct.showModal(),
ct.scrollTop=0}function co(){ct.addEventListener("click",t=>{t.target===ct&&ct.close()}),L("language",lo)}var Le=y.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.prepare&&this.prepare()},onAdd(){this.
canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.add(this.name),this.getPane().append(this.
canvas),this.draw()},onRemove(){this.canvas.remove()},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){let t=f.
getSize(),e=t.multiplyBy(.2).round(),n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=f.containerPointToLayerPoint(
e.multiplyBy(-1));y.DomUtil.setPosition(this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(
n.y*o),Object.assign(this.canvas.style,{width:`${n.x}px`,height:`${n.y}px`});let a=f.options.crs.scale(f.getZoom())/256,
s=f.getPixelOrigin().add(r);this.paint(this.canvas.getContext("2d"),{ratio:o,corner:r,left:c=>(c*a-s.x)*o,top:c=>(c*a-s.
y)*o,west:(s.x-12)/a,east:(s.x+n.x+12)/a,north:(s.y-12)/a,south:(s.y+n.y+12)/a})}});var uo=-1,ln=-2,Ur="#d5d9dd";function cn(t,e){if(!t.each||m.year===null)return t.of[e.at];let n=new Set(B(t,e).map(o=>t.
each[o]));return n.size===1?[...n][0]:ln}function po(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===
uo?o:e===ln?r:n[e].color}function Pt(t,e){return t.of?po(t,cn(t,e)):t.style.color}function Me(t,e){let n=lt(t,e);return n?
t.of?po(t,t.each?t.each[e]:cn(t,n)):t.style.color:Ur}function Ee(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!t.yearColumn||m.year===null)return n;let o=t.
places.map(a=>({place:a,rows:B(t,a)})).filter(a=>a.rows.length),r=o.flatMap(a=>a.rows);return{classes:n.classes.map((a,s)=>r.
filter(c=>t.each[c]===s).length),missing:t.each?r.filter(a=>t.each[a]===uo).length:0,several:t.each?o.filter(a=>cn(t,a.place)===
ln).length:0,precisions:n.precisions.map(a=>({...a,count:o.filter(({place:s})=>s.precision===a.name).reduce((s,c)=>s+c.rows.
length,0)})).filter(a=>a.count)}}var _r=3e3,dn=3.2,un=new Map;function mo(t){if(un.has(t))return un.get(t);let e=bt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,a,s,c]=[256,256,0,0];e.forEach((E,A)=>{let S=f.options.crs.latLngToPoint(y.latLng(E.point),
0);n[A]=S.x,o[A]=S.y,r=Math.min(r,S.x),s=Math.max(s,S.x),a=Math.min(a,S.y),c=Math.max(c,S.y)});let u=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(s-r,c-a,1e-9)/u,p=E=>Math.min(u-1,Math.max(0,Math.floor((E-r)/d))),h=E=>Math.min(u-1,
Math.max(0,Math.floor((E-a)/d))),g=new Uint32Array(u*u+1);e.forEach((E,A)=>{g[h(o[A])*u+p(n[A])+1]++});for(let E=0;E<u*u;E++)
g[E+1]+=g[E];let w=g.slice(),M=new Uint32Array(e.length);e.forEach((E,A)=>{M[w[h(o[A])*u+p(n[A])]++]=A});let k={x:n,y:o,
side:u,column:p,row:h,starts:g,sorted:M};return un.set(t,k),k}function pn(t,e,n,o,r){let{x:a,y:s,side:c,column:u,row:d,starts:p,
sorted:h}=mo(t),g=[];for(let w=d(n);w<=d(r);w++)for(let M=p[w*c+u(e)];M<p[w*c+u(o)+1];M++){let k=h[M];a[k]>=e&&a[k]<=o&&
s[k]>=n&&s[k]<=r&&g.push(k)}return g}function Wr(t,e,n){let o=vt.has(e),r=K[e]-2,a=document.createElement("canvas");a.width=
a.height=Math.ceil((2*r+4)*n);let s=a.getContext("2d");return s.scale(n,n),s.beginPath(),s.arc(r+2,r+2,r,0,2*Math.PI),s.
globalAlpha=o?.9:.15,s.fillStyle=t,s.fill(),s.globalAlpha=1,s.strokeStyle=o?"#ffffff":t,o||s.setLineDash([3,2]),s.stroke(),
a}function jr(t,e,n,o){let[r,a,s]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),c=255<<24|s<<16|a<<8|r,u=dn*n,d=Math.ceil(
u),p=vt.has(e)?-1:u-1.6*n,[h,g]=[[],[]];for(let w=-d;w<=d;w++)for(let M=-d;M<=d;M++){let k=Math.hypot(M,w);k>u||(h.push(
w*o+M),g.push(k<p||p<0&&k>u-.9*n?-1:c))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:d}}var fo=Le.extend(
{name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;return Uint8Array.
from(t.places,n=>{if(t.yearColumn&&!B(t,n).length)return 255;let o=[Pt(t,n),n.precision],r=o.join();return e.has(r)||(e.
set(r,this.looks.length),this.looks.push(o)),e.get(r)})},paint(t,{ratio:e,left:n,top:o,west:r,east:a,north:s,south:c}){let u=pn(
this.layer.table,r,s,a,c).filter(w=>this.lookOf[w]!==255);this.stamped=u.length>_r;let{x:d,y:p}=mo(this.layer.table),[h,
g]=[w=>n(d[w]),w=>o(p[w])];this.stamped?this.stamp(t,u,h,g,e):this.picture(t,u,h,g,e)},picture(t,e,n,o,r){let a=this.looks.
map(([c,u])=>Wr(c,u,r)),s=c=>K[this.looks[this.lookOf[c]][1]];e.sort((c,u)=>s(u)-s(c)||c-u).forEach(c=>{let u=a[this.lookOf[c]];
t.drawImage(u,n(c)-u.width/2,o(c)-u.height/2)})},stamp(t,e,n,o,r){let{width:a,height:s}=this.canvas,c=t.createImageData(
a,s),u=new Int32Array(c.data.buffer),d=this.looks.map(([p,h])=>jr(p,h,r,a));e.forEach(p=>{let{steps:h,inks:g,reach:w}=d[this.
lookOf[p]],[M,k]=[Math.round(n(p)),Math.round(o(p))];if(M<w||k<w||M>=a-w||k>=s-w)return;let E=k*a+M;for(let A=0;A<h.length;A++)
u[E+h[A]]=g[A]}),t.putImageData(c,0,0)}});function ze(t){let e=f.latLngToLayerPoint(t),n=[];return[...C].reverse().forEach(o=>{m.shown[o.number]&&Hr(o,t).forEach(
r=>{if(!(o.yearColumn&&!B(o,r).length)){if(o.geometry==="point"){let a=f.latLngToLayerPoint(r.point).distanceTo(e),s=o.dots?.
stamped?dn:K[r.precision];a<=s+4&&n.push({layer:o,place:r,far:a,order:0})}else if(o.geometry==="line")Hn(f,r,t,6)&&n.push(
{layer:o,place:r,far:0,order:1});else if(me(r,t)){let a=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:a})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Hr(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Ot)return n;let o=f.options.crs.scale(f.getZoom())/256,{x:r,y:a}=f.options.
crs.latLngToPoint(e,0),s=18/o;return pn(t.table,r-s,a-s,r+s,a+s).map(c=>n[c])}at("gisplan-highlight",580);var Kt=null,Zt=null,Qt=[],Se=y.tooltip({className:"hover",direction:"top",offset:[0,-10]});function ho(t){
if(Kt&&Kt.remove(),Kt=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};Kt=t.layer.geometry==="line"?y.polyline(t.place.parts.map(([n])=>n),e):
y.polygon(t.place.parts,e),Kt.addTo(f)}function J(t){Qt=t?ze(t):[];let e=Qt[0]||null;f.getContainer().classList.toggle("\
over-feature",!!e);let n=e&&Zt&&e.place===Zt.place&&e.layer===Zt.layer;if(n||ho(e),Zt=e,$("hover"),!e){Se.remove();return}
n||Se.setContent(i("div",{},x(we(e.layer,e.place),"strong.datum"),Gr(e))),Se.setLatLng(e.place.point||t).addTo(f)}function Gr({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=Z(o,t.column,e.rows[0]);return i("span.headline",{},nt(o.columns[t.
column],r))}function zt(t,e){let n=e===null?null:lt(t,e);ho(n?{layer:t,place:n}:null),Qt=n?[{layer:t,place:n}]:[],Zt=null,
$("hover")}function go(){Se.remove()}function wo(){let t=0;f.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>J(m.measuring?null:e.latlng))}),f.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),J(null)}),
L("language",()=>J(null))}var vo=at("gisplan-labels",590);vo.classList.add("leaflet-zoom-hide");var It=[];function yo(t){let e=t.places.length;return e<=
1?1:e<=30?2:3}function Vr(){for(let e of It)e.element.remove();It=C.filter(e=>e.label&&e.geometry==="polygon").flatMap(e=>e.
places.map(n=>({layer:e,place:n,rank:yo(e),element:i(`span.label.rank-${yo(e)}`,{"aria-hidden":"true",dir:"auto"},j(e,n.
rows[0]))}))),It.sort((e,n)=>e.rank-n.rank||bo(n.place)-bo(e.place)),vo.append(...It.map(e=>e.element)),It.forEach(e=>{e.
width=e.element.offsetWidth,e.height=e.element.offsetHeight}),dt()}function bo(t){let{room:e}=t;return(e.getEast()-e.getWest())*
(e.getNorth()-e.getSouth())}function dt(){let t=[];C.forEach(n=>{let o=n.places.length<=Ot;n.geometry!=="point"||!m.shown[n.
number]||!o||n.places.forEach(r=>{if(n.yearColumn&&!B(n,r).length)return;let a=f.latLngToLayerPoint(r.point),s=K[r.precision]+
2;t.push([a.x-s,a.y-s,a.x+s,a.y+s])})});let e=new Set;It.forEach(n=>{let{place:o,width:r,height:a,element:s}=n,c=s.textContent,
u=null;if(m.shown[n.layer.number]&&!e.has(c)){let d=f.latLngToLayerPoint(o.room.getNorthWest()),p=f.latLngToLayerPoint(o.
room.getSouthEast()),h=p.x-d.x>.8*r&&p.y-d.y>a,g=f.latLngToLayerPoint(o.anchor);u=(h?[0,18,-18]:[]).map(M=>[g.x-r/2,g.y+
M-a/2,g.x+r/2,g.y+M+a/2]).find(M=>!t.some(k=>M[0]<k[2]&&M[2]>k[0]&&M[1]<k[3]&&M[3]>k[1]))}s.hidden=!u,u&&(e.add(c),t.push(
u),y.DomUtil.setPosition(s,y.point(Math.round(u[0]),Math.round(u[1]))))})}function xo(){L("language",Vr),L("layers",dt),
f.on("zoomend viewreset resize",dt)}var pt=null;function Yr(t,e){let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let a=n.columns[r],s=Z(n,
r,e),c=/\n|^.{17}/.test(nt(a,s,t,r));o.append(i(c?"dt.wide":"dt",{},x(l(a.title)),a.derived?W():null),i(c?"dd.wide":"dd",
{dir:"auto"},nt(a,s,t,r)))}),o}function qt(t,e,n,o){let r=t.popup.length?st(t.data.columns[t.popup[0]],Z(t.data,t.popup[0],
e),t,t.popup[0]):j(t,e);return i("details.feature",{open:n},i("summary",{},o?x(l(t.title),"span.kicker"):null,x(r,"span.\
heading")),Yr(t,e))}function Ce(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("d\
iv.under",{},l("under")));let a=B(n,o),s=a.length>1;if(s&&e.append(i("div.many",{},x(l(n.title),"span.kicker"),i("span.c\
ount",{},D("here",a.length)))),a.forEach((c,u)=>{e.append(qt(n,c,r===0&&u===0,!s))}),n.geometry==="point"){let c=n.legend.
precisions.find(u=>u.name===o.precision);e.append(i("p.precision",{},l("position")+l(c.title)))}}),e}function Jt(t,e,n){
let o=f.getSize();go(),pt=y.popup({maxWidth:Math.min(420,o.x-60),minWidth:Math.min(280,o.x-80),maxHeight:Math.max(160,Math.
min(420,o.y-130)),autoPanPaddingTopLeft:[16,62],autoPanPaddingBottomRight:N.matches?[16,160]:[60,40]}).setLatLng(t).setContent(
e()),pt.again=e,pt.openOn(f),ko();let r=pt.getElement();r.tabIndex=-1,n&&r.focus()}function ko(){let t=pt.getElement().querySelector(
".leaflet-popup-close-button");t&&t.setAttribute("aria-label",l("close"))}function Lo(){L("language",()=>{pt?.isOpen()&&
(pt.setContent(pt.again()),ko())})}function Kr(t,e,n){return i("span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function Bt(t){return U("svg",
{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},U("path",{d:"M1 6H23",stroke:t.color,"stroke-width":Math.max(1,
t.weight),"stroke-dasharray":t.dash||"none"}))}function Mo(t){let e=Bt(t);return e.firstChild.setAttribute("stroke-opaci\
ty",t.opacity),e}function Xt(t,e,n){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?null:i("span.count",{},D("\
rows",n)))}function Te(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.number}`}),a=Ee(t);e.title&&
r.append(i("p.legend-title",{},x(l(e.title)),e.unit?x(`（${l(e.unit)}）`.replace(/[（）]/g,p=>m.lang==="zh"?p:p==="（"?
" (":")")):null,e.derived?W():null));let s=i("ul"),c=o==="point"&&e.precisions[0]?e.precisions[0].name:null,u=p=>o==="po\
int"?Ae(vt.has(c)?c:"site",p,1):o==="line"?Bt({...n,color:p}):Kr(p,n.opacity,n.color);if((e.classes||[]).forEach((p,h)=>{
let g=Xt(u(p.color),l(p.words),o==="raster"?null:a.classes[h]);o==="raster"&&g.append(i("span.count",{},D("cells",p.count))),
s.append(g)}),(e.widths||[]).forEach(p=>{s.append(Xt(Mo({...n,weight:p.width}),Y(p.value),null))}),a.several&&s.append(Xt(
u(e.severalColor),l(e.severalWords),a.several)),a.missing){let p=n.kind==="flows"?Mo({...n,color:e.missingColor,weight:1,
dash:"3 3"}):u(e.missingColor),h=Xt(p,l(e.missingWords),a.missing);h.classList.add("missing"),s.append(h)}if(o==="point"){
let p=e.classes?"#5b6b78":n.color;a.precisions.forEach(h=>{let g=Xt(Ae(h.name,p,1),l(h.title),h.count);g.classList.add("\
of-precision"),s.append(g)})}s.children.length&&r.append(s);let d=Eo(t);return d.length&&r.append(i("button.unplaced",{type:"\
button",onclick:()=>Zr(t)},D("unplaced",d.length))),r}function Eo(t){return t.data.unplaced.filter(e=>Lt(t,e))}function Zr(t){
let e=Eo(t);ut(()=>[i("h2",{id:"about-title"},x(l(t.title))),i("p.lead",{},D("unplacedTitle",e.length)),e.map((n,o)=>qt(
t,n,o===0&&e.length<4,!1))])}function Ae(t,e,n){let o=K[t]+(n>1&&vt.has(t)?3.5:0);return i(`span.mark.${vt.has(t)?"exact":
"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${2*o}px`,"--ink":Qr(e)?"#ffffff":"#1d2b36"}},n>1?String(n):"")}function Qr(t){
let[e,n,o]=[1,3,5].map(r=>parseInt(t.slice(r,r+2),16));return .299*e+.587*n+.114*o<150}function zo(t){let[e,n,o,r]=t.corners;t.overlay=y.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let a=new Image;a.onload=()=>{let s=document.createElement(
"canvas");[s.width,s.height]=[a.naturalWidth,a.naturalHeight];let c=s.getContext("2d",{willReadFrequently:!0});c.drawImage(
a,0,0),t.pixels=c},a.src=t.picture}function qr(t,e){if(!t.pixels)return null;let[n,o,r,a]=t.corners,s=(z,O)=>f.options.crs.
latLngToPoint(y.latLng(z,O),0),[c,u,d]=[s(a,n),s(o,r),s(e.lat,e.lng)],{width:p,height:h}=t.pixels.canvas,g=Math.floor(p*
(d.x-c.x)/(u.x-c.x)),w=Math.floor(h*(d.y-c.y)/(u.y-c.y));if(g<0||w<0||g>=p||w>=h)return null;let[M,k,E,A]=t.pixels.getImageData(
g,w,1,1).data;if(!A)return null;let S=`#${[M,k,E].map(z=>z.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(z=>z.color===S)||null}function $e(t){let e=[...C].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:qr(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},x(l(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),x(l(o.words)),n.legend.unit?x(` ${l(n.legend.unit)}`):null,n.legend.derived?W():null));
return e.length?i("div.identify",{},e):null}var Jr=.8,So=Le.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>f.options.crs.latLngToPoint(y.latLng(n),0);this.lines=
t.places.filter(n=>B(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:a}=this.layer;t.scale(e,e),t.lineJoin="round",this.
lines.forEach(({width:s,paths:c})=>{let u=s===null?a.missingColor:r.color;t.lineWidth=Math.max(Jr,s??0),t.setLineDash(s===
null?[3,3]:[]),c.forEach(d=>{let p=d.map(({x:h,y:g})=>[n(h)/e,o(g)/e]);t.globalAlpha=r.opacity,t.strokeStyle=u,t.beginPath();
for(let[h,g]of p)t.lineTo(h,g);t.stroke(),t.globalAlpha=1,Xr(t,p,Math.max(3.5,.9*t.lineWidth),u)})})}});function Xr(t,e,n,o){
let r=e.slice(1).map(([k,E],A)=>Math.hypot(k-e[A][0],E-e[A][1])),a=r.reduce((k,E)=>k+E,0);if(a<4*n)return;let s=a/2,c=r.
findIndex(k=>(s-=k,s<=0)),[[u,d],[p,h]]=[e[c],e[c+1]],g=1+s/r[c],w=Math.atan2(h-d,p-u);t.save(),t.translate(u+g*(p-u),d+
g*(h-d)),t.rotate(w),t.setLineDash([]),t.beginPath();let M=[[n,0],[-n,n],[-.4*n,0],[-n,-n]];for(let[k,E]of M)t.lineTo(k,
E);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=o,t.fill(),t.restore()}at("gisplan-measure",630);var te=y.layerGroup().addTo(f),ee=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(ee);var I=[];function ta(t){let[e,n]=Fn(t);return`${e} ${l(n)}`}function mn(t){I.push([t.lat,t.lng]),Oe()}
function Oe(){te.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=I.
flatMap((n,o)=>o?_t(I[o-1],n,1,60):[n]);I.length>2&&(y.polygon([...e,..._t(I[I.length-1],I[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(te),y.polyline([I[I.length-1],..._t(I[I.length-1],I[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(te)),e.length>1&&y.polyline(e,{...t,className:"measured"}).addTo(te);for(let n of I)y.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(te);Co()}function Co(){if(!m.measuring)return;let t=ee.contains(
document.activeElement)?document.activeElement.id:null,e=[...I,I[0]],n=(r,a,s,c)=>i("button",{type:"button",id:`measure-${r}`,
onclick:s,disabled:c},l(a));ee.setAttribute("aria-label",l("measureTitle")),ee.replaceChildren(i("div.measure-head",{},i(
"strong",{},l("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":l("close"),onclick:()=>Pe(
!1)},"×")),I.length<2?i("p.hint",{},l("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},l("length")),i(
"dd",{id:"measured-length"},Ve(He(I))),I.length>2?[i("dt",{},l("perimeter")),i("dd",{},Ve(He(e))),i("dt",{},l("area")),i(
"dd",{id:"measured-area"},ta(ue(I)))]:[]),i("div.row",{},n("middle","addMiddle",()=>mn(f.getCenter())),n("back","takeBac\
k",()=>{I.pop(),Oe()},!I.length),n("clear","startOver",()=>{I=[],Oe()},!I.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Pe(t){m.measuring=t,I=[],document.body.classList.toggle("measuring",t),ee.hidden=!t,f.
doubleClickZoom[t?"disable":"enable"](),t&&f.closePopup(),J(null),Oe();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function Ao(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&Pe(!1)}),L("language",Co)}var Ie=y.layerGroup().addTo(f);function Rt(t){if(m.chosen=t,Ie.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?y.circleMarker(
o.point,{...e,radius:K[o.precision]+6,weight:3}).addTo(Ie):n.geometry==="line"?y.polyline(o.parts.map(([r])=>r),e).addTo(
Ie):y.polygon(o.parts,e).addTo(Ie)}$("chosen")}function Nt(t,e,n,o){let r=lt(t,e);if(!r){Rt({layer:t,place:null,row:e}),
ut(()=>[i("h2",{id:"about-title"},x(j(t,e))),i("p.lead",{},l("nowhere")),qt(t,e,!0,!0)]);return}t.geometry!=="polygon"&&
!m.shown[t.number]&&it(t,!0),eo(r,n),Rt({layer:t,place:r,row:e}),Jt(y.latLng(r.point||r.anchor||r.bounds.getCenter()),()=>Ce(
[{layer:t,place:r}]),o),rt(j(t,e))}function Be(t,e){if(m.place){m.place(t);return}let n=ze(t);if(!n.length){$e(t)&&Jt(t,()=>$e(t),e);return}Rt({...n[0],row:B(
n[0].layer,n[0].place)[0]}),Jt(n[0].place.point?y.latLng(n[0].place.point):t,()=>{let o=$e(t),r=Ce(n);return o&&r.append(
i("div.under",{},l("under")),o),r},e)}function To(){f.on("click",t=>{m.measuring?mn(t.latlng):Be(t.latlng,!1)})}function ea(){let t=C.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||v.basemap)){f.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)y.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(f)}}function na(t){let e=f.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let a=o.getElement();a&&a.setAttribute("aria-label",we(t,r))});t.nameMarks=n,L("lan\
guage",n),t.group.on("add",n),Po(t)}else t.geometry==="raster"?zo(t):Oo(t)}function $o(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?Po(t):Oo(t)}function Oo(t){if(t.style.kind==="flows")new So(t).addTo(t.group);else for(let e of t.
places)oa(t,e)}function oa(t,e){let{style:n}=t;if(!B(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,dashArray:n.dash||null,lineJoin:"round",
fill:o&&t.geometry==="polygon",fillColor:Pt(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=Pt(t,e)),y.polyline(
e.parts.map(([a])=>a),r).addTo(t.group);return}y.polygon(e.parts,r).addTo(t.group)}function Po(t){if(t.places.length>Ot){
t.dots=new fo(t).addTo(t.group);return}t.places.filter(e=>B(t,e).length).forEach(e=>{let n=Ae(e.precision,Pt(t,e),B(t,e).
length),o=parseFloat(n.style.getPropertyValue("--size")),r=y.marker(e.point,{pane:t.pane,keyboard:!0,icon:y.divIcon({html:n,
className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(K[e.precision])});t.marks.push({marker:r,place:e}),r.
on("mouseover",()=>J(r.getLatLng())),r.on("click",a=>Be(a.latlng,!1)),r.on("keypress",a=>{a.originalEvent.key==="Enter"&&
Be(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function Io(){ea(),C.forEach(na)}function Bo({tiles:t}){for(let e of t)
y.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(f)}var ne=document.getElementById("years"),Ro=[...new Set(C.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?to(t):
[]]))].sort((t,e)=>t-e),H=Ro.length&&v.years.length?v.years:Ro,No=v.groups.flatMap(t=>{let e=t.layers.map(n=>C[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),St=0;function X(t){
let e=H.includes(t)?t:null;e!==m.year&&(m.year=e,C.filter(n=>n.yearColumn).forEach($o),No.forEach(ra),J(null),m.chosen?.
place&&!B(m.chosen.layer,m.chosen.place).length&&Rt(null),f.closePopup(),hn(),rt(oe()),$("year"))}function ra(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&it(n,n===e)}),m.year===null&&
(t.wanted=!1)}function oe(){if(m.year===null)return l("everyYear");let t=No.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return _n(m.year)+(t?l("noYear"):"")}function fn(t){clearInterval(St),St=t?setInterval(()=>{let e=H.indexOf(m.year)+
1;e<H.length&&X(H[e]),e>=H.length-1&&fn(!1)},1400):0,t&&X(H[0]),hn()}function hn(){if(H.length<2)return;ne.hidden=!1;let t=document.
activeElement&&ne.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?H.length:H.indexOf(m.year);
ne.setAttribute("aria-label",l("years"));let n=[...H.map(String),l("allYears")];ne.replaceChildren(i("button",{type:"but\
ton",id:"years-play",onclick:()=>fn(!St),"aria-label":l(St?"stop":"play"),title:l(St?"stop":"play")},yt(St?"pause":"play")),
i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:H.length,step:1,value:e,"a\
ria-label":l("years"),"aria-valuetext":oe(),oninput:o=>{St&&fn(!1),X(H[o.target.valueAsNumber]??null)}}),i("div.ticks",{
"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>X(H[r]??null)},o)))),i("output.year-now",{},oe())),
t&&document.getElementById(t).focus()}function Fo(t){L("language",hn),new ResizeObserver(()=>{ne.style.setProperty("--fo\
ot",`${t.offsetHeight}px`)}).observe(t)}var wn=document.getElementById("sheet"),aa=.0254/96,Ft=null;function ia(){let t=f.getSize(),e=f.containerPointToLatLng([
t.x/2,t.y/2]),[n,o]=[f.containerPointToLatLng([t.x/2-50,t.y/2]),f.containerPointToLatLng([t.x/2+50,t.y/2])],a=q(n.lng,e.
lat,o.lng,e.lat)/(100*aa),s=10**Math.max(0,Math.floor(Math.log10(a))-2);return`1:${Y(Math.round(a/s)*s)}`}function sa(){
let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}function la(){
return U("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":l("north")},U("path",{d:"M20 16L30 52L20 44z",
fill:"#1d2b36"}),U("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke-width":"1.2"}),U("text",{x:20,
y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},l("north")))}function ca(){return[...C].reverse().filter(
t=>m.shown[t.number]).map(t=>{let e=Te(t);e.removeAttribute("id");for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},x(l(t.title),"strong.datum"),t.style.
kind==="outline"?Bt(t.style):null),e.children.length?e:null)})}function ua(){let t=C.filter(n=>m.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[l(o.title),l(o.publisher),o.date].filter(Boolean).join(" · "))),e=[l(v.attribution),v.basemap?
l(v.basemap.attribution):"",...new Set(t)].filter(Boolean);wn.replaceChildren(la(),i("h2",{},l("legend")),i("div.sheet-l\
egend",{},ca()),i("div.sheet-foot",{},m.year===null?"":i("p",{},oe()),i("p.ratio",{},l("ratio"),ia()),i("p",{},l("projec\
tion")),i("p",{},l("credits"),e.map((n,o)=>[o?"; ":"",x(n)])),i("p",{},l("printed"),sa()),i("p.review",{},l("review"),v.
review?x(v.review):l("noReviewLine"))),i("button.sheet-back",{type:"button",onclick:gn},l("back")))}function da(){return on(
.02)?ye()??f.getBounds():f.getBounds()}function Do(){if(Ft)return;Ft={centre:f.getCenter(),zoom:f.getZoom()};let t=da();
J(null),document.documentElement.classList.add("printing"),document.body.classList.add("printing"),wn.hidden=!1,f.invalidateSize(
{animate:!1,pan:!1}),f.fitBounds(t,{animate:!1,padding:[8,8]}),ua(),dt()}function gn(){if(!Ft)return;let{centre:t,zoom:e}=Ft;
Ft=null,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),wn.hidden=!0,f.
invalidateSize({animate:!1,pan:!1}),f.setView(t,e,{animate:!1}),dt()}function Uo(){Do(),requestAnimationFrame(()=>requestAnimationFrame(
()=>window.print()))}function yn(){return Ft!==null}function _o(){window.addEventListener("beforeprint",Do),window.addEventListener(
"afterprint",gn),document.addEventListener("keydown",t=>{t.key==="Escape"&&gn()})}var Ct={last:"",timer:0,ready:!1},Ho=ao(C);function Go(){return io(window.location.hash,{keys:Ho,groups:v.groups.length,
years:H})}function Vo(){let{lat:t,lng:e}=f.getCenter();return so({zoom:f.getZoom(),lat:t,lng:e},m,Ho)}function Wo(t){t.shown&&
C.forEach((e,n)=>{m.shown[n]!==t.shown[n]&&it(e,t.shown[n])}),t.opacity?.forEach((e,n)=>{fe(n,e)}),X(t.year),t.view&&f.setView(
[t.view[1],t.view[2]],t.view[0],{animate:!1}),Ct.ready=!0}function jo(){!Ct.ready||yn()||(clearTimeout(Ct.timer),Ct.timer=
setTimeout(()=>{if(!yn()){Ct.last=Vo();try{window.history.replaceState(null,"",Ct.last)}catch{}}},120))}async function Yo(){
let t=window.location.href.split("#")[0]+Vo(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{e=!1}ut(()=>[i(
"h2",{id:"about-title"},l("linkTitle")),i("p.lead",{},e?l("copied"):""," ",l("linkHint")),i("input",{id:"link-text",type:"\
text",readOnly:!0,value:t,"aria-label":l("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById("link-tex\
t").focus()}var bn=Go();function Ko(){bn.lang&&(m.lang=bn.lang)}function Zo(){Wo(bn),window.addEventListener("hashchange",
()=>{if(window.location.hash===Ct.last)return;let t=Go();t.lang&&t.lang!==m.lang&&(m.lang=t.lang,$("language")),Wo(t)}),
f.on("moveend",jo);for(let t of["language","layers","year","view"])L(t,jo)}var pa=y.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!N.matches}),y.DomEvent.disableClickPropagation(
this.box),L("language",()=>this.write()),this.box},write(){let t=[...Object.values(v.tables).flatMap(r=>r.sources).map(r=>l(
r.title)),...v.headlines.flatMap(r=>r.sources.map(l))],e=[l(v.attribution),v.basemap?l(v.basemap.attribution):"",...new Set(
t)].filter(Boolean),n=i(v.review?"span.review":"span.review.unset",{},l("review"),v.review?x(v.review):l("noReview")),o=i(
"div.credits",{tabIndex:0},i("span",{},l("credits")));e.forEach((r,a)=>{o.append(a?"; ":"",x(r))}),this.box.replaceChildren(
i("summary",{},n),o)}}),ma=y.Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-say":e,onclick:o},n);
return this.box=i("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>f.zoomIn()),t("zoomOut","−",()=>f.zoomOut()),t("home",yt(
"home"),Vt)),y.DomEvent.disableClickPropagation(this.box),L("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=l(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function fa(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>rt(l("full")))}var ha=[["measure",()=>Pe(
!m.measuring)],["full",fa],["link",Yo],["print",Uo]],ga=y.Control.extend({onAdd(){let t=ha.filter(([e])=>e!=="full"||document.
fullscreenEnabled);return this.box=i("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>i("button",{type:"button",id:`tool-${e}`,
onclick:n,"aria-pressed":e==="measure"?"false":null},yt(e)))),y.DomEvent.disableClickPropagation(this.box),L("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=l(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function Qo(){let t=new pa({position:"bottomright"}).addTo(f);return new ma({position:N.
matches?"bottomright":"topright"}).addTo(f),new ga({position:"topright"}).addTo(f),y.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(f),document.addEventListener("fullscreenchange",()=>f.invalidateSize({animate:!1})),t.box}var At={width:320,height:104,most:160};function qo(t,e,n){let o=e&&t.data.columns[e];return o&&ot(o)?ya(t,e,n):t.legend.
classes?ba(t):null}function wa(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"\
true"},n||""))}function ya(t,e,n){let r=t.data.columns[e],a=n.map(S=>({row:S,value:G(r.values,S)})).filter(S=>typeof S.value==
"number").slice(0,At.most);if(a.length<2)return null;let{width:s,height:c}=At,u=a.map(S=>S.value),[d,p]=[Math.min(0,...u),
Math.max(0,...u)],h=S=>4+(c-8)*(p-S)/(p-d||1),g=s/a.length,w=g>4?Math.min(3,g*.2):0,M=a.map(({row:S,value:z},O)=>{let R=U(
"g",{class:"bar","data-row":S});return R.append(U("rect",{class:"hit",x:O*g,y:0,width:g,height:c}),U("rect",{class:"valu\
e",x:O*g+w/2,width:Math.max(.6,g-w),y:Math.min(h(0),h(z)),height:Math.max(1,Math.abs(h(z)-h(0))),fill:e===t.column?Me(t,
S):"#4d8296"})),R}),k=`${l("chart")}${l(r.title)}`,E=U("svg",{viewBox:`0 0 ${s} ${c}`,role:"img","aria-label":k,preserveAspectRatio:"\
none"},...M,U("line",{class:"zero",x1:0,x2:s,y1:h(0),y2:h(0)}));E.addEventListener("mouseover",S=>zt(t,$t(S))),E.addEventListener(
"mouseleave",()=>zt(t,null)),E.addEventListener("click",S=>{let z=$t(S);z!==null&&Nt(t,z,!1,!1)});let A=a.length===At.most&&
n.length>At.most?i("span.count",{},` ${D("firstBars",At.most)}`):null;return wa([x(l(r.title)),r.unit?x(m.lang==="zh"?`（${l(
r.unit)}）`:` (${l(r.unit)})`):null,r.derived?W():null,A],E)}function ba(t){let e=Ee(t),n=t.legend.classes.map((s,c)=>({
color:s.color,count:e.classes[c],text:l(s.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:l(
t.legend.missingWords)});let o=n.reduce((s,c)=>s+c.count,0);if(!o)return null;let r=0,a=U("svg",{viewBox:`0 0 ${At.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${l("chart")}${l(t.legend.title)}`});return n.filter(
s=>s.count).forEach(s=>{let c=At.width*s.count/o;a.append(U("rect",{x:r,y:0,width:Math.max(.5,c-1.5),height:22,fill:s.color,
class:"part"})),r+=c}),i("figure.chart",{},i("figcaption",{},x(l(t.legend.title)),t.legend.derived?W():null),a,i("ul.par\
ts",{},n.filter(s=>s.count).map(s=>i("li",{},i("span.dot",{style:{"--color":s.color}}),x(s.text),i("span.count",{},` ${D(
"rows",s.count)}`)))))}function Jo(t,e,n){let o=t.data.columns[e];return n===null||!o||!ot(o)?[l("chartHint")]:[x(j(t,n),
"strong.datum")," ",nt(o,Z(t.data,e,n),t,e)]}var mt=document.getElementById("figures"),Re=document.getElementById("figures-toggle"),T={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},va=26;function xn(){let t=C.filter(r=>m.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===T.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,a)=>a.places.length-r.places.length)[0]||t[t.length-1]||null}function Xo(){let t=xn();return!t||t.data.
count<=5e3}function kn(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
Gt(e,r)).filter((r,a)=>a===0||r===t.column||!Array.from({length:n}).some((s,c)=>{let u=Z(t.data,r,c);return typeof u=="s\
tring"&&!Gt(e[r].words,u)&&(u.length>va||u.includes(`
`))}))}function xa(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),a=Array.from({length:o.
count},(d,p)=>p).filter(d=>Lt(t,d));if(!e)return a;let s=o.columns[e],c=new Map(a.map(d=>{let p=Z(o,e,d);return p==null?
[d,null]:[d,typeof p=="number"?p:st(s,p,t,e)]})),u=n?-1:1;return a.sort((d,p)=>{let[h,g]=[c.get(d),c.get(p)];if(h===null||
g===null)return(h===null)-(g===null)||d-p;let w=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return u*w||d-
p})}function ka(){return v.headlines.length?i("dl.headlines",{},v.headlines.map(t=>i("div",{title:l("credits")+t.sources.
map(l).join("; ")},i("dt",{},x(l(t.title))),i("dd",{},t.before&&t.value!==null?x(`${l(t.before)} `):null,i("strong",{},t.
value===null?"—":La(t.value)),t.unit&&t.value!==null?x(` ${l(t.unit)}`):null,t.of!==null?i("span.of",{},D("ofAll",t.of)):
null,t.derived?W():null,t.missing?i("span.note",{},D("unknown",t.missing)):null,t.worth?x(l(t.worth),"span.note"):null)))):
null}function La(t){return Math.abs(t)>=1e3?Y(Math.round(t)):Y(Math.round(t*10)/10)}function Ma(t,e){let n=t.data.columns[e];
T.down=T.sort===e?!T.down:ot(n),T.sort=e,Tt(),document.getElementById(`sort-${kn(t).indexOf(e)}`).focus()}function Ea(t,e,n){
let o=t.data.columns[e],r=T.sort===e;return i(ot(o)?"th.number":"th",{scope:"col","aria-sort":r?T.down?"descending":"asc\
ending":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>Ma(t,e)},x(l(o.title)),i("span.arrow",{"aria-hidden":"\
true"},r?T.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},l(o.unit)):null,o.derived?W():null)}function za(t,e,n){
let o=t.data,r=i("tr",{"data-row":String(n)});return e.forEach((a,s)=>{let c=o.columns[a],u=st(c,Z(o,a,n),t,a);if(s===0){
r.append(i("th",{scope:"row"},i("button",{type:"button",dir:"auto",onclick:d=>Nt(t,n,!1,d.detail===0)},u)));return}r.append(
i(ot(c)?"td.number":"td",{dir:ot(c)?null:"auto"},a===t.column&&t.style.kind!=="outline"?i("span.dot",{style:{"--color":Me(
t,n)}}):null,u))}),r}function Sa(t){let e=C.filter(n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return i("labe\
l.pick",{},i("span",{},l("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(T,{picked:Number(n.target.
value),sort:null,most:200}),Tt()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},l(n.title)))))}function Ca(t){
let e=kn(t),n=T.rows.slice(0,T.most),o=i("table",{onmouseover:r=>zt(t,$t(r)),onmouseleave:()=>zt(t,null),onfocusin:r=>zt(
t,$t(r))},i("caption",{},x(l(t.title)),i("span.count",{},` ${D("tableRows",T.rows.length)}`)),i("thead",{},i("tr",{},e.map(
(r,a)=>Ea(t,r,a)))),i("tbody",{},n.map(r=>za(t,e,r))));return[T.rows.length?null:i("p.hint",{},l("nothingDue")),i("div.t\
able",{tabIndex:0,role:"region","aria-label":l(t.title)},o),n.length<T.rows.length?i("button.more",{type:"button",id:"fi\
gures-more",onclick:()=>{T.most+=500,Tt()}},l("more")):null]}function Tt(){if(Re.replaceChildren(l("figures")),mt.setAttribute(
"aria-label",l("figuresTitle")),!T.open)return;let t=mt.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=mt,n=xn(),o=[i("div.figures-head",{},i("h2",{},l("figuresTitle")),i("button.close",{type:"button",id:"figu\
res-close","aria-label":l("close"),onclick:()=>{ft(!1),Re.focus()}},"×")),ka()];if(n){let r=kn(n);if(!r.includes(T.sort)){
let a=n.column&&r.includes(n.column)?n.column:r[0];T.sort=a||null,T.down=!!(a&&ot(n.data.columns[a]))}T.rows=xa(n,T.sort,
T.down),o.push(Sa(n),qo(n,T.sort,T.rows),Ca(n))}else o.push(i("p.hint",{},l("nothingShown")));mt.replaceChildren(...o.flat(
1/0).filter(Boolean)),mt.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),vn(!1)}function vn(t){
if(!T.open)return;let e=xn();if(!e)return;let n=m.chosen&&m.chosen.layer.table===e.table?m.chosen:null,o=Qt.find(c=>c.layer.
table===e.table),r=o?new Set(o.place.rows):new Set;mt.querySelectorAll("[data-row]").forEach(c=>{let u=Number(c.dataset.
row);c.classList.toggle("hovered",r.has(u));let d=!!n&&(n.place?n.place.rows.includes(u):n.row===u);c.classList.toggle("\
picked",d),c.tagName==="TR"&&c.setAttribute("aria-selected",String(d)),t&&d&&c.tagName==="TR"&&Aa(c)});let a=mt.querySelector(
".chart-note"),s=o?o.place.rows[0]:n?n.row:null;a&&a.replaceChildren(...Jo(e,T.sort,s))}function Aa(t){let e=t.closest("\
.table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=
n+o-e.clientHeight)}function ft(t){be(()=>{T.open=t,t&&$("opened","figures"),mt.hidden=!t,document.body.classList.toggle(
"figures-open",t),Re.setAttribute("aria-expanded",String(t)),Tt()})}function tr(){Re.addEventListener("click",()=>ft(!T.
open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&T.open&&ft(!1)}),L("opened",t=>{(t==="desk"||
t==="panel"&&N.matches)&&T.open&&ft(!1)}),L("language",Tt),L("layers",Tt),L("year",Tt),L("hover",()=>vn(!1)),L("chosen",
()=>vn(!0))}function Ta(t){let e=[l(t.publisher),t.date].filter(Boolean),n=i("li",{},x(l(t.title)));for(let o of e)n.append(" · ",x(
o));return t.url&&n.append(" · ",t.link?Wn(t.url,t.url):x(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},l(t.note))),
n}function $a(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=i("dl.values"),o=(r,...a)=>n.append(i("dt",{},l(r)),
i("dd",{},...a));return t.vintage&&o("vintage",x(t.vintage)),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(
Ta))),t.licence&&o("licence",x(t.licence)),e.length&&o("meaning",i("ul.plain",{},e.map(r=>i("li",{},x(l(r.title),"strong\
.datum"),r.derived?W():null," ",x(l(r.meaning)))))),i("section",{},i("h3",{dir:"auto"},l(t.title)),i("p",{dir:"auto"},l(
t.description)),n)}function er(){return[i("h2",{id:"about-title"},l("about")),i("p.lead",{dir:"auto"},l(v.description)),
Object.values(v.tables).map($a),i("p.software",{},l("software"))]}var nr=document.getElementById("about-open"),Ne=document.getElementById("language");function Oa(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en",document.title=l(v.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=l(v[t]),e.title=l(v[t])}nr.replaceChildren(...pe("about")),Ne.replaceChildren(l("language")),Ne.setAttribute(
"aria-label",l("languageHint")),Ne.lang=m.lang==="zh"?"en":"zh-CN",f.getContainer().setAttribute("role","main"),f.getContainer().
setAttribute("aria-label",l("map"))}function or(){nr.addEventListener("click",()=>ut(er)),Ne.addEventListener("click",()=>{
m.lang=m.lang==="zh"?"en":"zh",$("language")}),L("language",Oa)}var Ln=document.getElementById("panel"),Mn=document.getElementById("panel-toggle");function Pa(t){let e=`layer-${t.number}`,
n=i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:m.shown[t.number],onchange:r=>it(t,r.target.
checked)}),i("label",{for:e,dir:"auto"},l(t.title)),t.style.kind==="outline"?Bt(t.style):null)),o=Te(t);return o.children.
length&&(o.hidden=!m.shown[t.number],n.append(o)),n}function Ia(t,e){return i("label.opacity",{title:l("opacity")},i("sp\
an",{"aria-hidden":"true"},l("opacityShort")),i("span.unseen",{dir:"auto"},`${l("opacity")} `,l(t.title)),i("input",{type:"\
range",id:`opacity-${e}`,min:0,max:100,step:5,value:Math.round(100*m.opacity[e]),oninput:n=>fe(e,n.target.valueAsNumber/
100)}))}function rr(){let t=document.activeElement?.id;Ln.setAttribute("aria-label",l("layers")),Ln.replaceChildren(...v.
groups.map((e,n)=>i("fieldset",{style:{"--group":m.opacity[n]}},i("legend",{dir:"auto"},l(e.title)),Ia(e,n),[...e.layers].
reverse().map(o=>Pa(C[o])))).reverse()),Mn.replaceChildren(...pe("layers")),t&&Ln.querySelector(`#${CSS.escape(t)}`)&&document.
getElementById(t).focus()}function re(t){document.body.classList.toggle("panel-open",t),Mn.setAttribute("aria-expanded",
String(t)),t&&$("opened","panel"),f.invalidateSize({animate:!1})}function Ba(){for(let t of C){let e=document.getElementById(
`legend-${t.number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=
m.shown[t.number])}}function Ra(){m.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.
round(100*t),n.closest("fieldset").style.setProperty("--group",t))})}function ar(){Mn.addEventListener("click",()=>re(!document.
body.classList.contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&re(!1)}),L(
"opened",t=>{t!=="panel"&&N.matches&&re(!1)}),L("language",rr),L("year",rr),L("layers",Ba),L("view",Ra)}function ae(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function ir({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(ae);return{code:n||"",zh:ae(t??""),en:ae(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(ae),initials:r.map(a=>a.slice(0,1)).join("")}}function Na(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}function sr(t,e,n){let o=ae(e);return o?
t.map(r=>({entry:r,fit:Na(r,o)})).filter(r=>r.fit!==null).sort((r,a)=>r.fit-a.fit||r.entry.zh.length-a.entry.zh.length).
slice(0,n).map(r=>r.entry):[]}var zn=document.getElementById("search"),Fa=12,En=null,F=[],Q=-1;function Da(){let t=[],e=new Set,n=r=>C.some(a=>a.table===
r&&m.shown[a.number]);return Object.keys(v.tables).sort((r,a)=>n(a)-n(r)).forEach(r=>{let a=v.tables[r],{search:s}=a,c=s.
name?a.columns[s.name]:null;for(let u=0;u<a.count;u++){let d=c?G(c.values,u):null,p=c?.english?G(c.english,u):null,h=s.code?
s.code[u]:null,g=h?`${h} ${d}`:null;if(d===null&&p===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let w=s.pinyin?G(s.
pinyin,u):null;t.push({table:r,row:u,...ir({zh:d,en:p,code:h,pinyin:w})})}}),t}function lr(t){return En=En||Da(),sr(En,t,
Fa)}function cr(t){let e=C.filter(n=>n.table===t);return e.filter(n=>m.shown[n.number]).pop()||e[0]}function ur(t){let e=cr(
t.table);Ua(),m.year!==null&&!Lt(e,t.row)&&X(null),Nt(e,t.row,!0,!0),N.matches&&ft(!1)}function Ua(){F=[],Q=-1,ie()}function _a(t){
let e=cr(t.table),n=v.tables[t.table],o=n.search.name?n.columns[n.search.name]:null,r=o?.english?G(m.lang==="zh"?o.english:
o.values,t.row):null;return[x(j(e,t.row),"strong.datum"),r?x(r,"span.other"):null,i("span.of",{},t.code?`${t.code} · `:
"",x(l(e.title)))]}function ie(){let t=document.getElementById("search-list"),e=document.getElementById("search-input"),
n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...F.map((r,a)=>i("li",{id:`found-${a}`,role:"option",
"aria-selected":String(a===Q),onmousedown:s=>{s.preventDefault(),ur(r)}},_a(r))));let o=document.getElementById("search-\
none");o.hidden=F.length>0||!n||Q===-2,o.textContent=l("nothingFound"),t.hidden=!F.length,e.setAttribute("aria-expanded",
String(F.length>0)),Q>=0?(e.setAttribute("aria-activedescendant",`found-${Q}`),document.getElementById(`found-${Q}`).scrollIntoView(
{block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Wa(t){F=lr(t.target.value),Q=F.length?0:-1,ie(),
t.target.value.trim()&&rt(F.length?D("found",F.length):l("nothingFound"))}function ja(t){let e={ArrowDown:1,ArrowUp:-1}[t.
key];e&&F.length?(t.preventDefault(),Q=(Q+e+F.length)%F.length,ie()):t.key==="Escape"&&(t.stopPropagation(),F.length||(t.
target.value=""),F=[],Q=-2,ie())}function Ha(){let t=document.getElementById("search-input");zn.setAttribute("aria-label",
l("search")),zn.replaceChildren(i("div.field",{},yt("search"),i("input",{id:"search-input",type:"search",role:"combobox",
placeholder:l("searchHint"),"aria-label":`${l("search")}: ${l("searchHint")}`,"aria-autocomplete":"list","aria-controls":"\
search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Wa,onkeydown:ja,onblur:()=>{Q=-2,F=[],ie()}})),
i("ul",{id:"search-list",role:"listbox","aria-label":l("search"),hidden:!0}),i("p",{id:"search-none",hidden:!0}))}function dr(){
zn.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById("search-input");F.length||(F=lr(e.value)),
F.length&&ur(F[Math.max(0,Q)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.
target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").focus())}),L("language",Ha)}function pr(...t){Un(v),Ko(),v.basemap&&Bo(v.basemap),xo(),wo(),Lo(),To(),Fo(Qo()),ar(),tr(),dr(),Ao(),_o(),co(),or(),Io();
for(let e of t)e(v);$("language"),re(!N.matches),ft(window.matchMedia("(min-width: 1180px)").matches&&Xo()),Vt(),Zo(),dt(),
window.gisplan={map:f,data:v,state:m,layers:C,places:bt,setYear:X,geodesicLength:q,geodesicArea:ue}}pr(ro);
})();
