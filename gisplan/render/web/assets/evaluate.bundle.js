// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources d7a14e6e3560abb8ffaaeed1ea39b8cd9e053e4b9c594feff13f81cb59c671b3
// bundle 49f5866185079c0ae6e2bd68ddddfd73da65a54107e832c65e2f82020bac8f49 esbuild 0.28.2
(async()=>{"use strict";
var on="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Xn=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,aa=new RegExp(`(${on})?\\s*[:：=]?\\s*${Xn}`,"gi"),
sa=new RegExp(`()${Xn}(?:\\s*(${on}))?`,"gi"),ia={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},la=new Set(["西经","南纬","W","S"]);function ca(t){let e=t.replace(/[！-～]/g,a=>String.
fromCharCode(a.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${on})`,"i").test(e),r=e.replace(o?aa:sa,(a,i,l,u,d,m)=>{let h=(i||(typeof m=="s\
tring"?m:"")).toUpperCase(),g=/^[−-]/.test(l)?-1:1,w=Math.abs(parseFloat(l.replace("−","-"))),x=g*(w+(u?u/60:0)+(d?d/
3600:0)),M=(u===void 0||u<60)&&(d===void 0||d<60);return n.push({value:la.has(h)?-x:x,axis:ia[h]||null,short:M})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function ge(t,e){let n=ca(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let a=o.axis||r.axis,i=o.axis==="lat"||r.axis==="lon",l=(g,w)=>Math.abs(g)<=180&&Math.abs(w)<=90,u=i?[[r.value,
o.value]]:[[o.value,r.value]];a||u.push([r.value,o.value]);let d=u.findIndex(([g,w])=>l(g,w)&&e(g,w));if(d<0)return{fault:u.
some(([g,w])=>l(g,w))?"tooFar":"outOfRange"};let[m,h]=u[d].map(ot);return{lon:m,lat:h,note:d===1?"swapped":null}}function ot(t){
return Math.round(t*1e6)/1e6}var eo=new Int8Array(128),to="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<to.length;t++)
eo[to.charCodeAt(t)]=t;function rn(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,a;do a=eo[t.charCodeAt(n++)],o+=(a&31)*
r,r*=32;while(a&32);e.push(o%2?-(o+1)/2:o/2)}return e}function we(t,{decimals:e,origin:n}){let o=10**-e,r=rn(t),a=[],[i,
l]=n;for(let u=0;u<r.length;u+=2)i+=r[u],l+=r[u+1],a.push([l*o,i*o]);return a}function no(t,e){let n=[];return e.forEach(
(o,r)=>{let a=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<a.length;i++)n.push(a[i])}),n}function V(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function ye(t,[e,n]){let o=!1;for(let r=0,a=t.length-1;r<t.length;a=r++){let[
i,l]=t[r],[u,d]=t[a];i>e!=u>e&&n<(d-l)*(e-i)/(u-i)+l&&(o=!o)}return o}var Y=.0033528106647474805,bt=6378137*(1-Y),sn=6335439,ln=1e-4,B=Math.PI/180;function cn(t,e){return((e-t+540)%360+360)%
360-180}function Gt(t,e){let n=Y*(2-Y),o=Math.sin(e*B),r=Math.cos(e*B),a=6378137/Math.sqrt(1-n*o*o);return[a*r*Math.cos(
t*B),a*r*Math.sin(t*B),a*(1-n)*o]}function oo(t){let e=t*(40680631590769-bt*bt)/(bt*bt);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function ro(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function ao(t){return Y/16*t*(4+Y*(4-3*t))}function q(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-Y)*Math.
tan(e*B)),a=Math.atan((1-Y)*Math.tan(o*B)),[i,l,u,d]=[Math.sin(r),Math.cos(r),Math.sin(a),Math.cos(a)],m=cn(t,n)*B,h=m;for(let g=0;g<
100;g++){let w=Math.sin(h),x=Math.cos(h),M=Math.hypot(d*w,l*u-i*d*x);if(M===0)return 0;let z=i*u+l*d*x,C=Math.atan2(M,z),
E=l*d*w/M,S=1-E*E,P=S>1e-15?z-2*i*u/S:0,D=ao(S),W=h;if(h=m+(1-D)*Y*E*(C+D*M*(P+D*z*(2*P*P-1))),Math.abs(h-W)<1e-13){let[
nt,yt]=oo(S);return bt*nt*(C-ro(yt,M,z,P))}}return NaN}function vt(t,e,n,o){let r=n*B,a=(1-Y)*Math.tan(e*B),i=1/Math.sqrt(
1+a*a),l=a*i,u=Math.atan2(a,Math.cos(r)),d=i*Math.sin(r),m=1-d*d,[h,g]=oo(m),w=o/(bt*h);for(let W=0,nt=1/0;W<100&&Math.abs(
w-nt)>1e-13;W++)nt=w,w=o/(bt*h)+ro(g,Math.sin(w),Math.cos(w),Math.cos(2*u+w));let[x,M,z]=[Math.sin(w),Math.cos(w),Math.cos(
2*u+w)],C=l*x-i*M*Math.cos(r),E=Math.atan2(l*M+i*x*Math.cos(r),(1-Y)*Math.hypot(d,C)),S=Math.atan2(x*Math.sin(r),i*M-l*x*
Math.cos(r)),P=ao(m),D=S-(1-P)*Y*d*(w+P*x*(z+P*M*(2*z*z-1)));return[E/B,t+D/B]}function ua(t,e,n,o,r){let[a,i]=[Gt(t,e),
Gt(n,o)],[l,u,d]=[i[0]-a[0],i[1]-a[1],i[2]-a[2]],[m,h]=[Math.sin(t*B),Math.cos(t*B)],[g,w]=[Math.sin(e*B),Math.cos(e*B)],
x=-m*l+h*u,M=-g*h*l-g*m*u+w*d,z=Math.atan2(x,M)/B;for(let C=0;C<4;C++){let[E,S]=vt(t,e,z,r),P=cn(S,n)*Math.cos(o*B)*B*6378137,
D=(o-E)*B*6378137,[W,nt]=vt(t,e,z,r*.999),yt=Math.atan2((S-nt)*Math.cos(o*B),E-W),Ht=P*Math.cos(yt)-D*Math.sin(yt),ra=6378137*
Math.sin(Math.min(r/6378137,Math.PI-.1));z+=Ht/ra/B}return z}function Vt([t,e],[n,o],r,a){let i=q(e,t,o,n),l=Math.max(r,
Math.min(a,Math.ceil(i/2e3)));if(l===1||!i||!Number.isFinite(i))return[[n,o]];let u=ua(e,t,o,n,i);return[...Array.from({
length:l-1},(m,h)=>vt(e,t,u,i*(h+1)/l)),[n,o]]}function an(t){let e=Math.sqrt(Y*(2-Y)),n=Math.sin(t*B);return(1-e*e)*(n/
(1-e*e*n*n)+Math.atanh(e*n)/e)}function be(t){let e=0,n=an(t[0][0]);return t.forEach((o,r)=>{let[a,i]=o;Vt(o,t[(r+1)%t.length],
100,500).forEach(([l,u])=>{e+=cn(i,u)*B*(an(a)-n+an(l)-n)/2,[a,i]=[l,u]})}),Math.abs(e)*6378137*6378137/2}function un(t){
return t.slice(1).reduce((e,[n,o],r)=>e+q(t[r][1],t[r][0],o,n),0)}function io({at:t,decimals:e,count:n}){let o=10**e,r=rn(t),a={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
i=0,l=0;for(let u=0;u<n;u++)i+=r[2*u],l+=r[2*u+1],a.lon[u]=i/o,a.lat[u]=l/o,a.xyz.push(Gt(a.lon[u],a.lat[u]));return a}function da(t){
let e=io(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function pa(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function so(t,e,n,o){let r=Gt(
e,n),a=o/11e4,i=[];for(let l=pa(t,n-a);l<t.count;l++){let u=t.order[l];if(t.lat[u]>n+a)break;let d=t.xyz[u],m=Math.hypot(
d[0]-r[0],d[1]-r[1],d[2]-r[2]);if(m>o+ln)continue;(2*sn*Math.asin(Math.min(1,m/(2*sn)))+ln<=o||q(t.lon[u],t.lat[u],e,n)<=
o)&&i.push(u)}return i}function lo(t,e){let n=da(t.demand),o={...io(t.sites),names:t.sites.names},r=d=>d.reduce((m,h)=>m+
n.amounts[h],0);function a(d,m){let h=null;for(let g=0;g<o.count;g++){let w=q(d,m,o.lon[g],o.lat[g]);(!h||w<h.metres)&&(h=
{at:g,metres:w})}return h}let i=new Map;function l(d){if(!i.has(d)){let m=new Uint8Array(n.count);for(let h=0;h<o.count;h++)
for(let g of so(n,o.lon[h],o.lat[h],d))m[g]=1;i.set(d,m)}return i.get(d)}function u(d,m){let h=l(m),g=new Uint16Array(n.
count),w=d.map(({lon:S,lat:P})=>{let D=so(n,S,P,m);for(let W of D)g[W]+=1;return D}),x=d.map(({lon:S,lat:P},D)=>{let W=w[D].
filter(Ht=>!h[Ht]),nt=r(w[D]),yt=r(W);return{reached:nt,gained:yt,overlap:nt-yt,only:r(W.filter(Ht=>g[Ht]===1)),nearest:a(
S,P),county:e(t.counties,S,P),region:e(t.regions,S,P)}}),M=()=>({total:0,before:0,after:0}),z=t.codes.map(M),C=M(),E=[];
for(let S=0;S<n.count;S++){let P=n.amounts[S],D=h[S]||g[S];D&&!h[S]&&E.push(S);for(let W of[C,z[n.region[S]]])W&&(W.total+=
P,h[S]&&(W.before+=P),D&&(W.after+=P))}return{each:x,whole:C,regions:z,gained:E}}return{demand:n,sites:o,evaluate:u}}async function ma(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var dn=document.getElementById("gisplan-data"),k=JSON.parse(dn.dataset.packed?await ma(dn.textContent):dn.textContent);function ve(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function Z(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+ve(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,a]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=ve(r)+(a?`.${a}`:"");return i==="0"?i:e+i}function Yt(t,e){
return e>0?`${(t/e*100).toFixed(2)} %`:"—"}function pn(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Z(Number(
(t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function xe(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(
2)} km`:"—"}function co(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Z(Number((t/n).toFixed(2))),e]}var p={lang:"zh",shown:[],opacity:[],year:null,chosen:null,measuring:!1,paper:!1,place:null},uo={language:[],layers:[],year:[],
hover:[],chosen:[],view:[],opened:[],candidates:[],picked:[],docked:[],paper:[]};function L(t,e){uo[t].push(e)}function $(t,e){
for(let n of uo[t])n(e)}function po(t){p.lang=t.lang,p.shown=t.layers.map(e=>e.show),p.opacity=t.groups.map(()=>1)}var fa={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},ha={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
ga={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} of unknown year, shown i\
n every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1}\
 more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{
zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{
zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t}\
 cells`}};function c(t){let e=typeof t=="string"?fa[t]??ha[t]:t;return e?e[p.lang]:""}function F(t,e){return ga[t][p.lang](
ve(e))}function mo(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[p.lang]}function s(t,e,...n){let[o,...r]=t.split("."),a=document.createElement(o);r.length&&(a.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[u,d]of Object.entries(l))a.style.setProperty(u,d);else
i.startsWith("on")?a.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?a.setAttribute(i,l):a[i]=l;for(let i of n.
flat(1/0))i==null||i===""||a.append(i);return a}function v(t,e){return s(e||"span.datum",{dir:"auto"},t)}function ke(t){
return[s("span.long",{},c(t)),s("span.short",{},c(`${t}Short`))]}function lt(t){document.getElementById("spoken").textContent=
t}function A(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,a]of Object.entries(e||{}))
o.setAttribute(r,a);return o.append(...n),o}var wa={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function xt(t){return A("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
A("path",{d:wa[t]}))}function fo(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?s("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):v(e)}function j(){return s("span.derived",{title:c("derivedHint")},c("derived"))}function Nt(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}function Zt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function ct(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,a=[n&&Zt(n.words,o)?n.words[o]:{},t.words].find(i=>Zt(i,r));return a?c(a[r]):typeof e=="boo\
lean"?c(e?"yes":"no"):typeof e=="number"?t.year?String(e):Z(e):e}function rt(t,e,n,o){let r=ct(t,e,n,o);return e==null||
!t.unit?r:`${r} ${c(t.unit)}`}function at(t){return(t.type==="integer"||t.type==="number")&&!t.year}var y=window.L;function ho(t){let e=t.arcs?t.arcs.split(" ").map(n=>we(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?we(n.at,t):[],a=n.anchor?we(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let u={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return u.point=r[l],u.precision=V(n.precision,l),u;if(u.
parts=n.shapes[l].map(d=>d.map(m=>no(e,m))),u.bounds=y.latLngBounds(u.parts.flatMap(d=>d[0])),u.anchor=a[l],u.anchor){let d=u.
parts.find(([m])=>ye(m,u.anchor))||u.parts[0];u.room=y.latLngBounds(d[0])}return u})}}function Me(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>ye(o,n)&&!r.some(a=>ye(a,n)))}function go(t,e,n,o){let r=t.
latLngToLayerPoint(n),a=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<a.x-o||r.x>i.x+o||r.y>a.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let u=l.map(d=>t.latLngToLayerPoint(d));return u.some((d,m)=>m&&
y.LineUtil.pointToSegmentDistance(r,u[m-1],d)<=o)})}var f=window.map_gisplan,ya=ho(k),kt=Object.fromEntries(Object.entries(k.tables).map(([t,e])=>[t,ya(e)])),T=k.layers.map(
(t,e)=>({...t,number:e,data:k.tables[t.table],places:kt[t.table],geometry:k.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Dt=600;function tt(t,e){let n=f.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function Kt({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function mn(t,e){p.shown[t.number]=e,e?t.group.addTo(f):t.group.remove()}function st(t,e){if(e&&Kt(t))for(let n of T)
n!==t&&p.shown[n.number]&&Kt(n)&&mn(n,!1);mn(t,e),$("layers")}function wo(){let t=T.filter(e=>p.shown[e.number]&&Kt(e));
for(let e of t.slice(0,-1))mn(e,!1)}function Le(t,e){p.opacity[t]=e;for(let n of k.groups[t].layers)f.getPane(T[n].pane).
style.opacity=e;$("view")}function K(t,e,n){let o=t.columns[e],r=V(o.values,n);if(!o.english)return r;let a=V(o.english,n);return p.lang==="zh"?r??
a:a??r}function H(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=K(
t.data,o,e);if(r!=null)return ct(n[o],r,t,o)}return c("untitled")}function Ee(t,e){let n=I(t,e),o=H(t,n[0]);return n.length>
1?o+F("others",n.length):o}function yo(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>V(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function hn(t,e){return V(t.data.columns[t.yearColumn].values,e)??null}function Mt(t,e){if(!t.
yearColumn||p.year===null)return!0;let n=hn(t,e);return n===null||n<=p.year}function I(t,e){return t.yearColumn&&p.year!==
null?e.rows.filter(n=>Mt(t,n)):e.rows}var fn=new Map;function ut(t,e){let{data:n,places:o}=t;return typeof n.rows=="numb\
er"?o[e]||null:(fn.has(o)||fn.set(o,new Map(o.flatMap(r=>r.rows.map(a=>[a,r])))),fn.get(o).get(e)||null)}var b={asked:null,coverage:null,list:[],past:[],future:[],reach:0,figures:null,made:0};function gn(t,e,n){let o=y.latLng(
n,e);return kt[t].find(r=>Me(r,o))||null}function bo(t){b.asked=t,b.reach=t.reach,b.coverage=lo(t,gn),bn()}function wn(){
return b.reach*1e3}function J(t){return rt(b.asked.quantity,t)}function ze(t){let{names:e}=b.coverage.sites;return(p.lang===
"zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||c("untitled")}function yn(t){return T.find(e=>e.table===t)}function Se({region:t,
county:e}){let n=[[b.asked.regions,t],[b.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>H(yn(o),r.rows[0]));return n.
length?[...new Set(n)].join(" · "):c("outside")}function Qt(t,e){let[n,o,r,a]=k.bounds,i=Math.max(...b.asked.reaches),[
l,u]=[i/110,i/(111*Math.max(.1,Math.cos(e*B)))];return t>=n-u&&t<=r+u&&e>=o-l&&e<=a+l}function bn(){b.figures=b.coverage.
evaluate(b.list,wn())}function Lt(t){b.past.push(b.list),b.future=[],b.list=t,kn()}function vo(t,e){t.length&&(e.push(b.
list),b.list=t.pop(),kn())}function vn(){vo(b.past,b.future)}function xn(){vo(b.future,b.past)}function kn(){bn(),$("can\
didates")}function xo(t){b.list=t,bn(),$("candidates","moving")}function ko(t){b.reach=t,kn()}function Mn(t,e){let n=new Set(
b.list.filter((r,a)=>a!==e).map(it)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function it(t){return t.name||
`${c("candidate")} ${t.number}`}function Ln(t,e,n){b.made+=1,Lt([...b.list,{number:b.made,lon:ot(t),lat:ot(e),name:n?Mn(
n):""}])}function qt(t,e){Lt(b.list.map((n,o)=>o===t?{...n,...e}:n))}function Ce(t){Lt(b.list.filter((e,n)=>n!==t))}function ba(){
return JSON.stringify({type:"FeatureCollection",features:b.list.map(t=>({type:"Feature",properties:{name:it(t)},geometry:{
type:"Point",coordinates:[t.lon,t.lat]}}))},null,1)}function Mo(){let t=new Blob([ba()],{type:"application/geo+json"}),e=URL.
createObjectURL(t),n=s("a",{href:e,download:`candidates_${k.name}.geojson`});document.body.append(n),n.click(),n.remove(),
setTimeout(()=>URL.revokeObjectURL(e),1e4)}var Lo=180,Te=null,En=null,zn=null,So=null;function Eo(){Te.clearLayers(),b.list.forEach(({lon:e,lat:n})=>{let o=Array.from(
{length:Lo},(r,a)=>vt(e,n,a*360/Lo,wn()));y.polygon(o,{pane:"gisplan-reach",interactive:!1,className:"reach",smoothFactor:0,
color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(Te)});let{demand:t}=b.coverage;for(let e of b.figures.
gained)y.circleMarker([t.lat[e],t.lon[e]],{renderer:p.paper?So:zn,pane:"gisplan-reach",interactive:!1,radius:2.5,stroke:!0,
weight:.8,color:"#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(Te)}function zo(){En.clearLayers(),b.list.forEach((t,e)=>{
let n=y.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,keyboard:!0,icon:y.divIcon({html:s("span\
.candidate-mark",{},String(t.number)),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}),o=b.list,r=0,a=()=>{
let{lat:l,lng:u}=n.getLatLng();return{...t,lon:ot(u),lat:ot(l)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(
()=>xo(o.map((l,u)=>u===e?a():l)))}),n.on("dragend",()=>{cancelAnimationFrame(r),b.list=o,Lt(o.map((l,u)=>u===e?a():l))}),
n.on("click",()=>$("picked",e)),n.addTo(En);let i=n.getElement();i.setAttribute("aria-label",it(t)),i.title=it(t),i.addEventListener(
"keydown",l=>xa(l,e))})}var va={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function xa(t,e){if(t.
key==="Delete"){Ce(e);return}let n=va[t.key];if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=b.list[e],
a=t.shiftKey?1:10,i=f.latLngToContainerPoint([r,o]).add([n[0]*a,n[1]*a]),l=f.containerPointToLatLng(i);qt(e,{lon:ot(l.lng),
lat:ot(l.lat)});let u=document.querySelectorAll(".candidate-icon")[e];u&&u.focus()}function Co(){let t=f.createPane("gis\
plan-candidates");t.style.zIndex=640,tt("gisplan-reach",575),Te=y.layerGroup().addTo(f),En=y.layerGroup().addTo(f),zn=y.
canvas({pane:"gisplan-reach"}),So=y.svg({pane:"gisplan-reach"}),L("candidates",e=>{Eo(),e||zo()}),L("paper",()=>{Eo(),p.
paper&&zn.remove()}),L("language",zo)}function Et(t,e){return s("tr",{"data-figure-row":t},s("th",{scope:"row"},c(t)),b.list.map((n,o)=>s("td",{},e(b.figures.
each[o],n))))}function Sn(){let t=({nearest:e})=>e?[xe(e.metres)," · ",v(ze(e.at))]:"—";return s("table.candidates-ta\
ble",{},s("caption",{},`${c("evaluateTitle")} · ${b.reach} km`),s("thead",{},s("tr",{},s("th",{scope:"col"},c("candidat\
e")),b.list.map(e=>s("th",{scope:"col"},`${e.number} `,v(it(e)))))),s("tbody",{},Et("gained",e=>J(e.gained)),Et("reached",
e=>J(e.reached)),Et("overlap",e=>J(e.overlap)),Et("only",e=>J(e.only)),Et("nearest",t),Et("lies",e=>v(Se(e))),Et("coordi\
nateShort",(e,n)=>`${n.lon}, ${n.lat}`)))}var dt=-1,Jt=-2,ka="#d5d9dd";function Ft(t,e){if(!t.each||p.year===null)return t.of[e.at];let n=new Set(I(t,e).map(o=>t.
each[o]));return n.size===1?[...n][0]:Jt}function To(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===
dt?o:e===Jt?r:n[e].color}function Ae(t,e){return e===dt?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Cn(t,e){
return!!t.of&&Ae(t,Ft(t,e))}function zt(t,e){return t.of?To(t,Ft(t,e)):t.style.color}function $e(t,e){let n=ut(t,e);return n?
t.of?To(t,t.each?t.each[e]:Ft(t,n)):t.style.color:ka}function Oe(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!t.yearColumn||p.year===null)return n;let o=t.
places.map(a=>({place:a,rows:I(t,a)})).filter(a=>a.rows.length),r=o.flatMap(a=>a.rows);return{classes:n.classes.map((a,i)=>r.
filter(l=>t.each[l]===i).length),missing:t.each?r.filter(a=>t.each[a]===dt).length:0,several:t.each?o.filter(a=>Ft(t,a.place)===
Jt).length:0,precisions:n.precisions.map(a=>({...a,count:o.filter(({place:i})=>i.precision===a.name).reduce((i,l)=>i+l.rows.
length,0)})).filter(a=>a.count)}}var pt=document.getElementById("about"),Tn=null;function Ao(){Tn&&pt.replaceChildren(s("button.close",{type:"button","ar\
ia-label":c("close"),onclick:()=>pt.close()},"×"),s("div.dialog-body",{},Tn()))}function mt(t){Tn=t,Ao(),pt.open||pt.showModal(),
pt.scrollTop=0}function $o(){pt.addEventListener("click",t=>{t.target===pt&&pt.close()}),L("language",Ao)}var St=7,Oo=new Set,Po=A("defs");document.body.append(A("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},Po));
function Pe(t){let e=`hatch-${t.slice(1)}`;if(!Oo.has(e)){Oo.add(e);let n=A("pattern",{id:e,width:St,height:St,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},A("rect",{width:St,height:St,fill:"#ffffff"}),A("rect",{width:St,height:St/
2,fill:t}),A("rect",{width:St,height:1,fill:"#5b6b78"}));Po.append(n)}return`url(#${e})`}var Bo={town:[4,0],county:[4,45],prefecture:[6,0]};function Be(t,e,n,o){let r=u=>Math.round(u*100)/100;if(!Bo[t]){let u=r(
o),d=m=>`a${u} ${u} 0 1 0 ${m} 0`;return`M${r(e-o)} ${r(n)}${d(2*u)}${d(-2*u)}z`}let[a,i]=Bo[t];return`M${Array.from({length:a},
(u,d)=>{let m=(i+360*d/a)*Math.PI/180;return`${r(e+o*Math.cos(m))} ${r(n+o*Math.sin(m))}`}).join("L")}z`}var Ie={dark:"#\
14222c",light:"#ffffff"},Io={dark:4,light:2.4};function An(t,e,n=Io){let o=r=>A("path",{d:t,fill:"none",stroke:Ie[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),A("path",{d:t,fill:e})]}var _={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},$n=new Set(["surveyed","digitised","address","site"]);function Xt(t,e,n=!1){
let o=2*_[t]+Io.dark,r=o/2;return s(`span.mark.${$n.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},A("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...An(Be(t,r,r,_[t]),n?Pe(e):e)))}var N=window.matchMedia("(max-width: 760px)");function Re(){if(!k.bounds)return null;let[t,e,n,o]=k.bounds;return y.latLngBounds(
[[e,t],[o,n]])}function On(t){let e=Re();return!e||f.getBounds().pad(t).contains(e)}function te(){let t=Re();if(!t)return;
let[e,n]=N.matches?[62,58]:[14,14];f.fitBounds(t,{paddingTopLeft:[N.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function Ne(t){let e=On(.05);t(),f.invalidateSize({animate:!1}),e&&te()}function Ro(t,e){if(t.point){(!f.getBounds().
pad(-.1).contains(t.point)||e)&&f.setView(t.point,Math.max(f.getZoom(),e?9:7),{animate:!1});return}let n=f.latLngToLayerPoint(
t.bounds.getNorthWest()),o=f.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&f.getBounds().
contains(t.bounds)||f.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Ct=document.getElementById("dock"),De=24;function No(){return!N.matches&&document.body.classList.contains("figures-o\
pen")}var Do=y.Popup.extend({options:{pane:Ct,className:"docked",autoPan:!1},onAdd(t){Ct.hidden=!1,document.body.classList.
add("docked-open"),y.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),$("docked")},onRemove(t){
y.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(Ct.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){Ma(this.getLatLng())}});function Ma(t){if(Ct.
classList.toggle("over",!No()),No())return;let e=f.latLngToContainerPoint(t),n=f.getSize();Ct.classList.toggle("at-left",
!N.matches&&e.x>n.x/2);let o=Ct.getBoundingClientRect(),r=f.getContainer().getBoundingClientRect(),[a,i]=[o.left-r.left-
De,o.right-r.left+De],[l,u]=[o.top-r.top-De,o.bottom-r.top+De];e.x<=a||e.x>=i||e.y<=l||e.y>=u||(N.matches?f.panBy([0,e.y-
l],{animate:!1}):Ct.classList.contains("at-left")?f.panBy([e.x-i,0],{animate:!1}):f.panBy([e.x-a,0],{animate:!1}))}var Pn=new Set;L("paper",()=>{for(let t of Pn)t.draw()});function Fo(t,e,n){let o=f.options.crs.scale(f.getZoom())/256,r=f.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:a=>(a*o-r.x)*n,top:a=>(a*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var Fe=y.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=s("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Pn.add(this),this.draw()},onRemove(){Pn.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
p.paper,this.sheet?.remove(),this.sheet=null,p.paper){this.drawSheet();return}let t=f.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=f.containerPointToLayerPoint(e.multiplyBy(-1));y.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Fo(r,n,o))},drawSheet(){let t=f.getSize(),
e=f.containerPointToLayerPoint([0,0]);this.sheet=A("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Fo(e,t,1))),y.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var La=3e3,Ue=3.2,Bn=new Map;function In(t){if(Bn.has(t))return Bn.get(t);let e=kt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,a,i,l]=[256,256,0,0];e.forEach((z,C)=>{let E=f.options.crs.latLngToPoint(y.latLng(z.point),
0);n[C]=E.x,o[C]=E.y,r=Math.min(r,E.x),i=Math.max(i,E.x),a=Math.min(a,E.y),l=Math.max(l,E.y)});let u=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(i-r,l-a,1e-9)/u,m=z=>Math.min(u-1,Math.max(0,Math.floor((z-r)/d))),h=z=>Math.min(u-1,
Math.max(0,Math.floor((z-a)/d))),g=new Uint32Array(u*u+1);e.forEach((z,C)=>{g[h(o[C])*u+m(n[C])+1]++});for(let z=0;z<u*u;z++)
g[z+1]+=g[z];let w=g.slice(),x=new Uint32Array(e.length);e.forEach((z,C)=>{x[w[h(o[C])*u+m(n[C])]++]=C});let M={x:n,y:o,
side:u,column:m,row:h,starts:g,sorted:x};return Bn.set(t,M),M}function Rn(t,e,n,o,r){let{x:a,y:i,side:l,column:u,row:d,starts:m,
sorted:h}=In(t),g=[];for(let w=d(n);w<=d(r);w++)for(let x=m[w*l+u(e)];x<m[w*l+u(o)+1];x++){let M=h[x];a[M]>=e&&a[M]<=o&&
i[M]>=n&&i[M]<=r&&g.push(M)}return g}var ee={less:3.8,dark:2,light:1};function Ea(t,e,n){let o=_[e]-ee.less,r=o+2,a=document.
createElement("canvas");a.width=a.height=Math.ceil(2*r*n);let i=a.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
Be(e,r,r,o));for(let[u,d]of[[ee.dark,Ie.dark],[ee.light,Ie.light]])i.lineWidth=u,i.strokeStyle=d,i.stroke(l);return i.fillStyle=
t,i.fill(l),a}function za(t,e,n,o){let[r,a,i]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),l=255<<24|i<<16|a<<8|r,u=Ue*n,
d=Math.ceil(u),m=$n.has(e)?(w,x)=>Math.hypot(w,x):(w,x)=>Math.abs(w)+Math.abs(x),[h,g]=[[],[]];for(let w=-d;w<=d;w++)for(let x=-d;x<=
d;x++){let M=m(x,w);M>u||(h.push(w*o+x),g.push(M>u-.9*n?-1:l))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:d}}
var Uo=Fe.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(t.yearColumn&&!I(t,n).length)return 255;let o=[zt(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=Rn(this.
layer.table,t,n,e,o).filter(a=>this.lookOf[a]!==255);return this.stamped=r.length>La,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=In(this.layer.table),r=this.looks.map(()=>[]),a=i=>this.stamped?Ue-.6:_[i]-ee.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(Be(l,t.left(n[i]),t.top(o[i]),a(l)))}return this.looks.map(([i,l],u)=>({
color:i,precision:l,path:r[u].join("")})).filter(i=>i.path).sort((i,l)=>_[l.precision]-_[i.precision]).flatMap(({color:i,
path:l})=>An(l,i,ee))},paint(t,e){let{ratio:n,left:o,top:r}=e,a=this.inView(e),{x:i,y:l}=In(this.layer.table),[u,d]=[m=>o(
i[m]),m=>r(l[m])];this.stamped?this.stamp(t,a,u,d,n):this.picture(t,a,u,d,n)},picture(t,e,n,o,r){let a=this.looks.map(([
l,u])=>Ea(l,u,r)),i=l=>_[this.looks[this.lookOf[l]][1]];e.sort((l,u)=>i(u)-i(l)||l-u).forEach(l=>{let u=a[this.lookOf[l]];
t.drawImage(u,n(l)-u.width/2,o(l)-u.height/2)})},stamp(t,e,n,o,r){let{width:a,height:i}=this.canvas,l=t.createImageData(
a,i),u=new Int32Array(l.data.buffer),d=this.looks.map(([m,h])=>za(m,h,r,a));e.forEach(m=>{let{steps:h,inks:g,reach:w}=d[this.
lookOf[m]],[x,M]=[Math.round(n(m)),Math.round(o(m))];if(x<w||M<w||x>=a-w||M>=i-w)return;let z=M*a+x;for(let C=0;C<h.length;C++)
u[z+h[C]]=g[C]}),t.putImageData(l,0,0)}});function _e(t){let e=f.latLngToLayerPoint(t),n=[];return[...T].reverse().forEach(o=>{p.shown[o.number]&&Sa(o,t).forEach(
r=>{if(!(o.yearColumn&&!I(o,r).length)){if(o.geometry==="point"){let a=f.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.
stamped?Ue:_[r.precision];a<=i+4&&n.push({layer:o,place:r,far:a,order:0})}else if(o.geometry==="line")go(f,r,t,6)&&n.push(
{layer:o,place:r,far:0,order:1});else if(Me(r,t)){let a=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:a})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Sa(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Dt)return n;let o=f.options.crs.scale(f.getZoom())/256,{x:r,y:a}=f.options.
crs.latLngToPoint(e,0),i=18/o;return Rn(t.table,r-i,a-i,r+i,a+i).map(l=>n[l])}tt("gisplan-highlight",580);var ne=null,oe=null,re=[],We=y.tooltip({className:"hover",direction:"top",offset:[0,-10]});function _o(t){
if(ne&&ne.remove(),ne=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};ne=t.layer.geometry==="line"?y.polyline(t.place.parts.map(([n])=>n),e):
y.polygon(t.place.parts,e),ne.addTo(f)}function X(t){re=t?_e(t):[];let e=re[0]||null;f.getContainer().classList.toggle("\
over-feature",!!e);let n=e&&oe&&e.place===oe.place&&e.layer===oe.layer;if(n||_o(e),oe=e,$("hover"),!e){We.remove();return}
n||We.setContent(s("div",{},v(Ee(e.layer,e.place),"strong.datum"),Ca(e))),We.setLatLng(e.place.point||t).addTo(f)}function Ca({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=K(o,t.column,e.rows[0]);return s("span.headline",{},rt(o.columns[t.
column],r))}function Tt(t,e){let n=e===null?null:ut(t,e);_o(n?{layer:t,place:n}:null),re=n?[{layer:t,place:n}]:[],oe=null,
$("hover")}function Wo(){We.remove()}function jo(){let t=0;f.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>X(p.measuring?null:e.latlng))}),f.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),X(null)}),
L("language",()=>X(null))}var ft=null;function Ta(t,e){let n=t.data,o=s("dl.values");return t.popup.slice(1).forEach(r=>{let a=n.columns[r],i=K(n,
r,e),l=/\n|^.{17}/.test(rt(a,i,t,r));o.append(s(l?"dt.wide":"dt",{},v(c(a.title)),a.derived?j():null),s(l?"dd.wide":"dd",
{dir:"auto"},rt(a,i,t,r)))}),o}function ae(t,e,n,o){let r=t.popup.length?ct(t.data.columns[t.popup[0]],K(t.data,t.popup[0],
e),t,t.popup[0]):H(t,e);return s("details.feature",{open:n},s("summary",{},o?v(c(t.title),"span.kicker"):null,v(r,"span.\
heading")),Ta(t,e))}function je(t){let e=s("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(s("d\
iv.under",{},c("under")));let a=I(n,o),i=a.length>1;if(i&&e.append(s("div.many",{},v(c(n.title),"span.kicker"),s("span.c\
ount",{},F("here",a.length)))),a.forEach((l,u)=>{e.append(ae(n,l,r===0&&u===0,!i))}),n.geometry==="point"){let l=n.legend.
precisions.find(u=>u.name===o.precision);e.append(s("p.precision",{},c("position")+c(l.title)))}}),e}function Ho(t){return s(
"div",{},t)}function se(t,e,n){Wo(),ft=new Do().setLatLng(t).setContent(Ho(e())),ft.again=e,ft.openOn(f),Go();let o=ft.getElement();
o.tabIndex=-1,n&&o.focus()}function Go(){let t=ft.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",c("close"))}function Vo(){L("language",()=>{ft?.isOpen()&&(ft.setContent(Ho(ft.again())),Go())})}function Aa(t,e,n,o){return s(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function Ut(t){
return A("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},A("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function Yo(t){let e=Ut(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function ie(t,e,n,o="rows"){return s("li",{},t,s("span.what",{dir:"auto"},e),n===null?null:
s("span.count",{},F(o,n)))}function Zo(t,e){let{precisions:n}=t.legend,o=n.map(({name:a})=>t.places.filter(i=>i.precision===
a&&(e===null||Ft(t,i)===e)).length),r=Math.max(...o);return r>0?n[o.indexOf(r)].name:null}function He(t){let{legend:e,style:n,
geometry:o}=t,r=s("div.legend",{id:`legend-${t.number}`}),a=Oe(t);e.title&&r.append(s("p.legend-title",{},v(c(e.title)),
e.unit?v(`（${c(e.unit)}）`.replace(/[（）]/g,m=>p.lang==="zh"?m:m==="（"?" (":")")):null,e.derived?j():null));let i=s(
"ul"),l=(m,h)=>{let g=h!==void 0&&Ae(t,h);if(o==="point"){let w=Zo(t,h)||Zo(t,null);return w?Xt(w,m,g):null}return o==="\
line"?Ut({...n,color:m}):Aa(m,n.opacity,n.color,g)},u=o==="point"?"items":"rows";if((e.classes||[]).forEach((m,h)=>{if(m.
count===0&&m.low===void 0&&o!=="raster")return;let g=ie(l(m.color,h),c(m.words),o==="raster"?null:a.classes[h],u);o==="r\
aster"&&g.append(s("span.count",{},F("cells",m.count))),i.append(g)}),(e.widths||[]).forEach(m=>{i.append(ie(Yo({...n,weight:m.
width}),Z(m.value),null))}),a.several){let m=ie(l(e.severalColor,Jt),c(e.severalWords),a.several,"places");i.append(m)}if(a.
missing){let m=n.kind==="flows"?Yo({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,dt),h=ie(m,c(e.missingWords),
a.missing,u);h.classList.add("missing"),i.append(h)}if(o==="point"){let m=e.classes?"#5b6b78":n.color;a.precisions.forEach(
h=>{let g=ie(Xt(h.name,m),c(h.title),h.count,u);g.classList.add("of-precision"),i.append(g)})}i.children.length&&r.append(
i),r.append(...$a(t,a));let d=Ko(t);return d.length&&r.append(s("button.unplaced",{type:"button",onclick:()=>Pa(t)},F("u\
nplaced",d.length))),r}function $a(t,e){let n=[],o=l=>n.push(s("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>I(t,l)).
filter(l=>l.length),a=r.reduce((l,u)=>l+u.length,0);if(t.geometry==="point"&&a>r.length&&o(c("shareMarks")(a,r.length)),
p.year!==null&&t.yearColumn){let l=r.flat().filter(u=>hn(t,u)===null).length;l&&o(F("undated",l))}let{legend:i}=t;if(i.classes&&
t.geometry==="polygon"&&a>1){let l=e.missing===a?dt:e.classes.indexOf(a);if(l===dt?e.missing===a:l>=0&&Oa(t,l)){let d=l===
dt?i.missingWords:i.classes[l].words;o([c("allGrey")(a,c(d))," ",v(c(i.meaning||t.data.description))])}}return n}function Oa(t,e){
let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return Ae(t,e)||Math.max(...o)-Math.
min(...o)<32}function Ko(t){return t.data.unplaced.filter(e=>Mt(t,e))}function Pa(t){let e=Ko(t);mt(()=>[s("h2",{id:"abo\
ut-title"},v(c(t.title))),s("p.lead",{},F("unplacedTitle",e.length)),e.map((n,o)=>ae(t,n,o===0&&e.length<4,!1))])}function Qo(t){let[e,n,o,r]=t.corners;t.overlay=y.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let a=new Image;a.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[a.naturalWidth,a.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
a,0,0),t.pixels=l},a.src=t.picture}function Ba(t,e){if(!t.pixels)return null;let[n,o,r,a]=t.corners,i=(S,P)=>f.options.crs.
latLngToPoint(y.latLng(S,P),0),[l,u,d]=[i(a,n),i(o,r),i(e.lat,e.lng)],{width:m,height:h}=t.pixels.canvas,g=Math.floor(m*
(d.x-l.x)/(u.x-l.x)),w=Math.floor(h*(d.y-l.y)/(u.y-l.y));if(g<0||w<0||g>=m||w>=h)return null;let[x,M,z,C]=t.pixels.getImageData(
g,w,1,1).data;if(!C)return null;let E=`#${[x,M,z].map(S=>S.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(S=>S.color===E)||null}function Ge(t){let e=[...T].reverse().filter(n=>n.geometry==="raster"&&p.shown[n.number]).map(
n=>({layer:n,cell:Ba(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>s("p.cell",{},v(c(n.title),"span.kicker"),s("span\
.dot",{style:{"--color":o.color}}),v(c(o.words)),n.legend.unit?v(` ${c(n.legend.unit)}`):null,n.legend.derived?j():null));
return e.length?s("div.identify",{},e):null}var qo=.8,Jo=Fe.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>f.options.crs.latLngToPoint(y.latLng(n),0);this.lines=
t.places.filter(n=>I(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:a})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(qo,r??0);return a.flatMap(u=>{let d=u.map(({x:w,y:x})=>[t(w),e(x)]),m=A(
"path",{d:`M${d.map(w=>w.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke\
-linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),h=Xo(d,Math.max(3.5,.9*l));if(!h)return[m];let g=A("path",
{d:`M${h.map(w=>w.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[m,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:a}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let u=i===null?a.missingColor:r.color,d=Math.max(qo,i??0);l.forEach(m=>{t.lineWidth=d,t.setLineDash(i===null?
[3,3]:[]);let h=m.map(({x:g,y:w})=>[n(g)/e,o(w)/e]);t.globalAlpha=r.opacity,t.strokeStyle=u,t.beginPath();for(let[g,w]of h)
t.lineTo(g,w);t.stroke(),t.globalAlpha=1,Ia(t,h,Math.max(3.5,.9*d),u)})})}});function Xo(t,e){let n=t.slice(1).map(([C,E],S)=>Math.
hypot(C-t[S][0],E-t[S][1])),o=n.reduce((C,E)=>C+E,0);if(o<4*e)return null;let r=o/2,a=n.findIndex(C=>(r-=C,r<=0)),[[i,l],
[u,d]]=[t[a],t[a+1]],m=1+r/n[a],h=Math.atan2(d-l,u-i),[g,w]=[i+m*(u-i),l+m*(d-l)],[x,M]=[Math.cos(h),Math.sin(h)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([C,E])=>[g+x*C-M*E,w+M*C+x*E])}function Ia(t,e,n,o){let r=Xo(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[a,i]of r)t.lineTo(a,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}tt("gisplan-measure",630);var le=y.layerGroup().addTo(f),ce=s("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(ce);var R=[];function Ra(t){let[e,n]=co(t);return`${e} ${c(n)}`}function Nn(t){R.push([t.lat,t.lng]),Ve()}
function Ve(){le.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=R.
flatMap((n,o)=>o?Vt(R[o-1],n,1,60):[n]);R.length>2&&(y.polygon([...e,...Vt(R[R.length-1],R[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(le),y.polyline([R[R.length-1],...Vt(R[R.length-1],R[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(le)),e.length>1&&y.polyline(e,{...t,className:"measured"}).addTo(le);for(let n of R)y.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(le);tr()}function tr(){if(!p.measuring)return;let t=ce.contains(
document.activeElement)?document.activeElement.id:null,e=[...R,R[0]],n=(r,a,i,l)=>s("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},c(a));ce.setAttribute("aria-label",c("measureTitle")),ce.replaceChildren(s("div.measure-head",{},s(
"strong",{},c("measureTitle")),s("button.close",{type:"button",id:"measure-close","aria-label":c("close"),onclick:()=>Ye(
!1)},"×")),R.length<2?s("p.hint",{},c("measureHint")):"",s("dl.values",{"aria-live":"polite"},s("dt",{},c("length")),s(
"dd",{id:"measured-length"},pn(un(R))),R.length>2?[s("dt",{},c("perimeter")),s("dd",{},pn(un(e))),s("dt",{},c("area")),s(
"dd",{id:"measured-area"},Ra(be(R)))]:[]),s("div.row",{},n("middle","addMiddle",()=>Nn(f.getCenter())),n("back","takeBac\
k",()=>{R.pop(),Ve()},!R.length),n("clear","startOver",()=>{R=[],Ve()},!R.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Ye(t){p.measuring=t,R=[],document.body.classList.toggle("measuring",t),ce.hidden=!t,f.
doubleClickZoom[t?"disable":"enable"](),t&&f.closePopup(),X(null),Ve();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function er(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&p.measuring&&Ye(!1)}),L("language",tr)}var Ze=y.layerGroup().addTo(f);function _t(t){if(p.chosen=t,Ze.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?y.circleMarker(
o.point,{...e,radius:_[o.precision]+6,weight:3}).addTo(Ze):n.geometry==="line"?y.polyline(o.parts.map(([r])=>r),e).addTo(
Ze):y.polygon(o.parts,e).addTo(Ze)}$("chosen")}function Na(t){return p.shown[t.number]||t.geometry==="polygon"?null:s("p\
.layer-off",{},c("layerOff"),v(c(t.title)),s("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),st(t,!0)}},
c("showLayer")))}function Wt(t,e,n,o){let r=ut(t,e);if(!r){_t({layer:t,place:null,row:e}),mt(()=>[s("h2",{id:"about-titl\
e"},v(H(t,e))),s("p.lead",{},c("nowhere")),ae(t,e,!0,!0)]);return}Ro(r,n),_t({layer:t,place:r,row:e}),se(y.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Na(t),je([{layer:t,place:r}])],o),lt(H(t,e))}function Ke(t,e){if(p.place){p.place(t);return}let n=_e(t);if(!n.length){Ge(t)&&se(t,()=>Ge(t),e);return}_t({...n[0],row:I(
n[0].layer,n[0].place)[0]}),se(n[0].place.point?y.latLng(n[0].place.point):t,()=>{let o=Ge(t),r=je(n);return o&&r.append(
s("div.under",{},c("under")),o),r},e)}function nr(){f.on("click",t=>{p.measuring?Nn(t.latlng):Ke(t.latlng,!1)})}function Da(){let t=T.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||k.basemap)){f.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)y.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(f)}}function Fa(t){let e=f.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let a=o.getElement();a&&a.setAttribute("aria-label",Ee(t,r))});t.nameMarks=n,L("lan\
guage",n),t.group.on("add",n),ar(t)}else t.geometry==="raster"?Qo(t):rr(t)}function or(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?ar(t):rr(t)}function rr(t){if(t.style.kind==="flows")new Jo(t).addTo(t.group);else for(let e of t.
places)Ua(t,e)}function Ua(t,e){let{style:n}=t;if(!I(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,dashArray:n.dash||null,lineJoin:"round",
fill:o&&t.geometry==="polygon",fillColor:Cn(t,e)?Pe(zt(t,e)):zt(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.
color=zt(t,e)),y.polyline(e.parts.map(([a])=>a),r).addTo(t.group);return}y.polygon(e.parts,r).addTo(t.group)}function ar(t){
if(t.places.length>Dt){t.dots=new Uo(t).addTo(t.group);return}t.places.filter(e=>I(t,e).length).forEach(e=>{let n=Xt(e.precision,
zt(t,e),Cn(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=y.marker(e.point,{pane:t.pane,keyboard:!0,icon:y.divIcon(
{html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(_[e.precision])});t.marks.push({marker:r,place:e}),
r.on("mouseover",()=>X(r.getLatLng())),r.on("click",a=>Ke(a.latlng,!1)),r.on("keypress",a=>{a.originalEvent.key==="Enter"&&
Ke(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function sr(){Da(),T.forEach(Fa)}function ir({tiles:t}){for(let e of t)
y.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(f)}var ue=document.getElementById("years"),lr=[...new Set(T.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?yo(t):
[]]))].sort((t,e)=>t-e),G=lr.length&&k.years.length?k.years:lr,cr=k.groups.flatMap(t=>{let e=t.layers.map(n=>T[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),At=0;function et(t){
let e=G.includes(t)?t:null;e!==p.year&&(p.year=e,T.filter(n=>n.yearColumn).forEach(or),cr.forEach(_a),X(null),p.chosen?.
place&&!I(p.chosen.layer,p.chosen.place).length&&_t(null),f.closePopup(),Fn(),lt(de()),$("year"))}function _a(t){if(t.wanted=
t.wanted||t.layers.some(n=>p.shown[n.number]),!t.wanted)return;let e=p.year===null?t.layers.find(n=>p.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===p.year);t.layers.forEach(n=>{p.shown[n.number]!==(n===e)&&st(n,n===e)}),p.year===null&&
(t.wanted=!1)}function de(){if(p.year===null)return c("everyYear");let t=cr.some(e=>e.wanted&&!e.layers.some(n=>n.year===
p.year));return mo(p.year)+(t?c("noYear"):"")}function Dn(t){clearInterval(At),At=t?setInterval(()=>{let e=G.indexOf(p.year)+
1;e<G.length&&et(G[e]),e>=G.length-1&&Dn(!1)},1400):0,t&&et(G[0]),Fn()}function Fn(){if(G.length<2)return;ue.hidden=!1;let t=document.
activeElement&&ue.contains(document.activeElement)?document.activeElement.id:null,e=p.year===null?G.length:G.indexOf(p.year);
ue.setAttribute("aria-label",c("years"));let n=[...G.map(String),c("allYears")];ue.replaceChildren(s("button",{type:"but\
ton",id:"years-play",onclick:()=>Dn(!At),"aria-label":c(At?"stop":"play"),title:c(At?"stop":"play")},xt(At?"pause":"play")),
s("div.track",{style:{"--steps":n.length}},s("input",{type:"range",id:"years-range",min:0,max:G.length,step:1,value:e,"a\
ria-label":c("years"),"aria-valuetext":de(),oninput:o=>{At&&Dn(!1),et(G[o.target.valueAsNumber]??null)}}),s("div.ticks",
{"aria-hidden":"true"},n.map((o,r)=>s(r===e?"span.now":"span",{onclick:()=>et(G[r]??null)},o)))),s("output.year-now",{},
de())),t&&document.getElementById(t).focus()}function ur(t){L("language",Fn),new ResizeObserver(()=>{ue.style.setProperty(
"--foot",`${t.offsetHeight}px`)}).observe(t)}var dr=document.getElementById("sheet"),Un=document.getElementById("sheet-more"),Wa=.0254/96,_n=[];function ja(){let t=f.
getSize(),e=f.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[f.containerPointToLatLng([t.x/2-50,t.y/2]),f.containerPointToLatLng(
[t.x/2+50,t.y/2])],a=q(n.lng,e.lat,o.lng,e.lat)/(100*Wa),i=10**Math.max(0,Math.floor(Math.log10(a))-2);return`1:${Z(Math.
round(a/i)*i)}`}function Ha(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}\
-${e(t.getDate())}`}function Ga(){return A("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":c("north")},
A("path",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),A("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","st\
roke-width":"1.2"}),A("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},c("north")))}function Va(){
return[...T].reverse().filter(t=>p.shown[t.number]).map(t=>{let e=He(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button"))n.replaceWith(s("p.unplaced-note",{},n.textContent));return s("div.layer",{},s("div.layer-head",{},v(c(t.title),
"strong.datum"),t.style.kind==="outline"?Ut(t.style):null),e.children.length?e:null)})}function Ya(){let t=T.filter(n=>p.
shown[n.number]).flatMap(n=>n.data.sources.map(o=>[c(o.title),c(o.publisher),o.date].filter(Boolean).join(" · "))),e=[c(
k.attribution),k.basemap?c(k.basemap.attribution):"",...new Set(t)].filter(Boolean);return s("p.sheet-credits",{},c("cre\
dits"),e.map((n,o)=>[o?"; ":"",v(n)]))}function pr(t){let e=s("div.sheet-legend",{},Va()),n=s("div.sheet-foot",{},p.year===
null?"":s("p",{},de()),s("p.ratio",{},c("ratio"),ja()),s("p",{},c("projection")),Ya(),s("p",{},c("printed"),Ha()),s("p.r\
eview",{},c("review"),k.review?v(k.review):c("noReviewLine")));dr.replaceChildren(s("div.sheet-head",{},s("h2",{},c("leg\
end")),Ga()),e,n,t);let o=_n.flatMap(r=>r()).filter(Boolean);Un.replaceChildren(...Za(e,n),...o),Un.hidden=!Un.children.
length}function Za(t,e){let n=[],o=e.querySelector(".sheet-credits");e.offsetHeight>dr.clientHeight/3&&o.replaceWith(s("\
p",{},c("creditsOver")));let r=[];for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),
t.lastElementChild.remove();if(r.length){for(t.append(s("p.sheet-over",{},c("legendOver")));t.scrollHeight>t.clientHeight+
1&&t.children.length>1;){let a=t.children[t.children.length-2];r.unshift(a),a.remove()}n.push(s("h2",{},c("legendMore")),
s("div.sheet-legends",{},r))}return o.isConnected||n.push(s("h2",{},c("source")),o),n}var $t=s("aside",{id:"evaluate",hidden:!0}),Qe=s("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>qe(!Ot.open)}),Ot={open:!1,say:null};function qe(t){Ne(()=>{Ot.open=t,t&&(f.closePopup(),
$("opened","desk")),$t.hidden=!t,document.body.classList.toggle("evaluate-open",t),Qe.setAttribute("aria-expanded",String(
t)),jn(t&&(!!p.place||!b.list.length))})}function jn(t){p.place=t?e=>{Qt(e.lng,e.lat)?(Je(null),Ln(e.lng,e.lat)):Je("too\
Far")}:null,document.body.classList.toggle("picking",t),Wn()}function Je(t){Ot.say=t;let e=document.getElementById("eval\
uate-note");e&&(e.textContent=t?c(t):"")}function Ka(t){t.preventDefault();let e=document.getElementById("evaluate-coord\
inate"),n=document.getElementById("evaluate-name"),o=ge(e.value,Qt);if(Je(o.fault||o.note),e.setAttribute("aria-invalid",
String(!!o.fault)),o.fault){e.focus();return}let r=n.value.trim();e.value="",n.value="",Ln(o.lon,o.lat,r),f.getBounds().
contains([o.lat,o.lon])||f.panTo([o.lat,o.lon])}function Qa(){return s("form.ask",{onsubmit:Ka,noValidate:!0},s("div.row",
{},s("div.field.grow",{},s("label",{for:"evaluate-coordinate"},c("coordinate")),s("input",{id:"evaluate-coordinate",type:"\
text",autocomplete:"off",spellcheck:!1,"aria-describedby":"evaluate-note evaluate-hint"})),s("div.field",{},s("label",{for:"\
evaluate-name"},c("name")),s("input",{id:"evaluate-name",type:"text",autocomplete:"off",maxLength:80})),s("button.main",
{type:"submit"},c("add"))),s("p.note",{id:"evaluate-note",role:"status"},Ot.say?c(Ot.say):""),s("p.hint",{id:"evaluate-h\
int"},c("coordinateHint")))}function qa(){return s("fieldset.reaches",{},s("legend",{},c("reachOf")),b.asked.reaches.map(
(t,e)=>s("label",{},s("input",{type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===b.reach,onchange:()=>ko(
t)}),s("span",{},`${t} km`))))}function Ja(){let t=(n,o,r,a)=>s("button",{type:"button",id:n,onclick:r,disabled:a},c(o)),
e=!b.list.length;return s("div.tools",{},s("button",{type:"button",id:"evaluate-pick","aria-pressed":String(!!p.place),onclick:()=>jn(
!p.place)},c("pick")),t("evaluate-undo","undo",vn,!b.past.length),t("evaluate-redo","redo",xn,!b.future.length),t("evalu\
ate-clear","clear",()=>Lt([]),e))}function Xa(t,e){let n=b.figures.each[e],o=Math.max(...b.figures.each.map(u=>u.gained),
1),r=it(t),a=(u,...d)=>[s("dt",{},c(u)),s("dd",{},...d)],i=u=>{let d=u.target.value.trim();d!==r&&qt(e,{name:d?Mn(d,e):""})},
l=u=>{let d=ge(u.target.value,Qt);Je(d.fault||d.note),d.fault?u.target.value=mr(t):qt(e,{lon:d.lon,lat:d.lat})};return s(
"li.candidate",{id:`candidate-${e}`},s("div.candidate-head",{},s("span.number",{"aria-hidden":"true"},String(t.number)),
s("input.name",{id:`candidate-name-${e}`,type:"text",value:r,maxLength:80,dir:"auto","aria-label":c("name"),onchange:i}),
s("button",{type:"button",id:`candidate-show-${e}`,title:`${c("show")}: ${r}`,"aria-label":`${c("show")}: ${r}`,onclick:()=>f.
setView([t.lat,t.lon],Math.max(f.getZoom(),8))},c("show")),s("button",{type:"button",id:`candidate-remove-${e}`,"aria-la\
bel":`${c("remove")}: ${r}`,onclick:()=>Ce(e)},c("remove"))),s("div.gain",{},s("span",{},c("gained")),s("strong",{"data-\
figure":"gained"},J(n.gained)),s("span.bar",{"aria-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),
s("dl.values",{},a("reached",s("span",{"data-figure":"reached"},J(n.reached))),a("overlap",s("span",{"data-figure":"over\
lap"},J(n.overlap))),b.list.length>1?a("only",s("span",{"data-figure":"only"},J(n.only))):null,n.nearest?a("nearest",s("\
span",{"data-figure":"nearest"},xe(n.nearest.metres))," · ",v(ze(n.nearest.at))):null,a("lies",v(Se(n))),s("dt",{},s("l\
abel",{for:`candidate-at-${e}`},c("coordinateShort"))),s("dd",{},s("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"\
off",value:mr(t),onchange:l}))))}function mr({lon:t,lat:e}){return`${t}, ${e}`}function fr(){let{whole:t,regions:e}=b.figures,
n=(...a)=>s("tr",{},a.map(i=>s("th",{scope:"col"},c(i)))),o=yn(b.asked.regions),r=e.map((a,i)=>({sums:a,at:i})).filter(({
sums:a})=>a.total>0).map(({sums:a,at:i})=>s(a.after>a.before?"tr.changed":"tr",{},s("th",{scope:"row"},v(ut(o,i)?H(o,i):
b.asked.codes[i])),s("td",{},Yt(a.before,a.total)),s("td",{},Yt(a.after,a.total)),s("td",{"data-region":b.asked.codes[i]},
a.after>a.before?`+${Z(a.after-a.before)}`:"0")));return s("section.sums",{},s("h3",{},c("together")),s("p.total",{},s("\
span",{},c("gained"))," ",s("strong",{"data-figure":"together"},J(t.after-t.before)),s("span.change",{},`${Yt(t.before,t.
total)} → ${Yt(t.after,t.total)}`)),s("table",{},s("caption",{},c("byRegion")),s("thead",{},n("region","now","withThem",
"gained")),s("tbody",{},r)))}function Wn(){Qe.replaceChildren(c("evaluate"));let t=document.activeElement&&$t.contains(document.
activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let a=document.getElementById(
r);return[r,a?a.value:""]}),{scrollTop:n}=$t;$t.setAttribute("aria-label",c("evaluateTitle")),$t.replaceChildren(s("div.\
desk-head",{},s("h2",{},c("evaluateTitle")),s("button.close",{type:"button",id:"evaluate-close","aria-label":c("close"),
onclick:()=>{qe(!1),Qe.focus()}},"×")),qa(),Ja(),s("p.hint.mode",{},c(p.place?"picking":"notPicking")),Qa(),...b.list.length?
[s("ol.candidates",{},b.list.map(Xa)),b.list.length>1?s("div.compared",{tabIndex:0,role:"region","aria-label":c("evaluat\
eTitle")},Sn()):null,fr(),s("div.save",{},s("button.main",{type:"button",id:"evaluate-save",onclick:Mo},c("save")),s("p.\
hint",{},c("saveHint")))]:[],s("p.hint",{},c("existing"),v(c(b.asked.existing)),p.lang==="zh"?`（${b.coverage.sites.count}\
）；`:` (${b.coverage.sites.count}); `,v(c(b.asked.quantity.title)),b.asked.quantity.derived?j():null)),e.forEach(([r,
a])=>{document.getElementById(r).value=a}),$t.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}
function ts(t){if(!Ot.open)return;let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.
toLowerCase();n==="escape"&&p.place?jn(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||
t.shiftKey?xn():vn())}function hr({evaluate:t}){bo(t),document.getElementById("tools").prepend(Qe),document.getElementById(
"panel").after($t),Co(),_n.push(()=>b.list.length?[Sn(),fr()]:[]),document.addEventListener("keydown",ts),L("language",Wn),
L("candidates",Wn),L("picked",e=>{qe(!0);let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView({block:"nea\
rest"})}),L("opened",e=>{(e==="figures"||e==="panel"&&N.matches)&&Ot.open&&qe(!1)}),window.gisplanEvaluate={evaluation:b,
evaluateCandidates:b.coverage.evaluate,geodesicLength:q,destination:vt,placeAt:gn,readCoordinate:ge,inside:Qt}}function gr(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function wr(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),a=(m,h)=>{let g=(r.get(
m)??"").split(",").map(w=>w?Number(w):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},i={},l=a("map",3);
if(l&&Math.abs(l[1])<=85&&Math.abs(l[2])<=360&&l[0]>=0&&l[0]<=22&&(i.view=l),r.has("layers")){let m=r.get("layers").split(
" ");i.shown=e.map(h=>m.includes(h))}let u=a("opacity",n);u?.every(m=>m>=0&&m<=100)&&(i.opacity=u.map(m=>m/100)),["zh","\
en"].includes(r.get("lang"))&&(i.lang=r.get("lang"));let d=Number(r.get("year"));return i.year=r.has("year")&&o.includes(
d)?d:null,i}function yr({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:a,lang:i},l){let u=new URLSearchParams;return u.set(
"map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),u.set("layers",l.filter((d,m)=>o[m]).join(" ")),r.some(d=>d!==
1)&&u.set("opacity",r.map(d=>Math.round(100*d)).join(",")),a!==null&&u.set("year",a),u.set("lang",i),`#${u.toString().replace(
/%2C/g,",")}`}var xr=tt("gisplan-labels",590);xr.classList.add("leaflet-zoom-hide");var jt=[];function br(t){let e=t.places.length;return e<=
1?1:e<=30?2:3}function es(){for(let e of jt)e.element.remove();jt=T.filter(e=>e.label&&e.geometry==="polygon").flatMap(e=>e.
places.map(n=>({layer:e,place:n,rank:br(e),element:s(`span.label.rank-${br(e)}`,{"aria-hidden":"true",dir:"auto"},H(e,n.
rows[0]))}))),jt.sort((e,n)=>e.rank-n.rank||vr(n.place)-vr(e.place)),xr.append(...jt.map(e=>e.element)),jt.forEach(e=>{e.
width=e.element.offsetWidth,e.height=e.element.offsetHeight}),ht()}function vr(t){let{room:e}=t;return(e.getEast()-e.getWest())*
(e.getNorth()-e.getSouth())}function ht(){let t=[];T.forEach(n=>{let o=n.places.length<=Dt;n.geometry!=="point"||!p.shown[n.
number]||!o||n.places.forEach(r=>{if(n.yearColumn&&!I(n,r).length)return;let a=f.latLngToLayerPoint(r.point),i=_[r.precision]+
2;t.push([a.x-i,a.y-i,a.x+i,a.y+i])})});let e=new Set;jt.forEach(n=>{let{place:o,width:r,height:a,element:i}=n,l=i.textContent,
u=null;if(p.shown[n.layer.number]&&!e.has(l)){let d=f.latLngToLayerPoint(o.room.getNorthWest()),m=f.latLngToLayerPoint(o.
room.getSouthEast()),h=m.x-d.x>.8*r&&m.y-d.y>a,g=f.latLngToLayerPoint(o.anchor);u=(h?[0,18,-18]:[]).map(x=>[g.x-r/2,g.y+
x-a/2,g.x+r/2,g.y+x+a/2]).find(x=>!t.some(M=>x[0]<M[2]&&x[2]>M[0]&&x[1]<M[3]&&x[3]>M[1]))}i.hidden=!u,u&&(e.add(l),t.push(
u),y.DomUtil.setPosition(i,y.point(Math.round(u[0]),Math.round(u[1]))))})}function kr(){L("language",es),L("layers",ht),
f.on("zoomend viewreset resize",ht)}var Mr={A3:"A3 landscape",A4:"A4 landscape"},Pt=null,Xe="A3";function ns(){for(let t of document.styleSheets){let e=[...t.
cssRules].findIndex(n=>n instanceof CSSPageRule);if(!(e<0)){t.deleteRule(e),t.insertRule(`@page { size: ${Mr[Xe]}; margi\
n: 12mm; }`,e);return}}}function os(){return On(.02)?Re()??f.getBounds():f.getBounds()}function Lr(){Pt||(Pt={centre:f.getCenter(),
zoom:f.getZoom(),bounds:os()},X(null),document.documentElement.classList.add("printing"),document.body.classList.add("pr\
inting"),document.getElementById("sheet").hidden=!1,p.paper=!0,Er())}function Er(){document.body.classList.toggle("paper\
-a4",Xe==="A4"),ns(),f.invalidateSize({animate:!1,pan:!1}),f.fitBounds(Pt.bounds,{animate:!1,padding:[8,8]}),$("paper"),
pr(rs()),ht()}function Hn(){if(!Pt)return;let{centre:t,zoom:e}=Pt;Pt=null,p.paper=!1,document.documentElement.classList.
remove("printing"),document.body.classList.remove("printing"),document.getElementById("sheet").hidden=!0,document.getElementById(
"sheet-more").hidden=!0,f.invalidateSize({animate:!1,pan:!1}),f.setView(t,e,{animate:!1}),$("paper"),ht()}function rs(){
let t=e=>s("label",{},s("input",{type:"radio",name:"paper-size",id:`paper-${e.toLowerCase()}`,checked:e===Xe,onchange:()=>{
Xe=e,Er(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);return s("div.sheet-tools",{role:"group","ar\
ia-label":c("print")},Object.keys(Mr).map(t),s("button.sheet-print",{type:"button",id:"paper-print",onclick:()=>window.print()},
c("print")),s("button.sheet-back",{type:"button",onclick:Hn},c("back")))}function zr(){Lr(),document.getElementById("pap\
er-print").focus()}function tn(){return Pt!==null}function Sr(){let t=!1;window.addEventListener("beforeprint",()=>{t=tn(),
Lr()}),window.addEventListener("afterprint",()=>{t||Hn()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&Hn()})}var Bt={last:"",timer:0,ready:!1},Ar=gr(T);function $r(){return wr(window.location.hash,{keys:Ar,groups:k.groups.length,
years:G})}function Or(){let{lat:t,lng:e}=f.getCenter();return yr({zoom:f.getZoom(),lat:t,lng:e},p,Ar)}function Cr(t){t.shown&&
T.forEach((e,n)=>{p.shown[n]!==t.shown[n]&&st(e,t.shown[n])}),t.opacity?.forEach((e,n)=>{Le(n,e)}),et(t.year),t.view&&f.
setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),Bt.ready=!0}function Tr(){!Bt.ready||tn()||(clearTimeout(Bt.timer),
Bt.timer=setTimeout(()=>{if(!tn()){Bt.last=Or();try{window.history.replaceState(null,"",Bt.last)}catch{}}},120))}async function Pr(){
let t=window.location.href.split("#")[0]+Or(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{e=!1}mt(()=>[s(
"h2",{id:"about-title"},c("linkTitle")),s("p.lead",{},e?c("copied"):""," ",c("linkHint")),s("input",{id:"link-text",type:"\
text",readOnly:!0,value:t,"aria-label":c("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById("link-tex\
t").focus()}var Gn=$r();function Br(){Gn.lang&&(p.lang=Gn.lang)}function Ir(){Cr(Gn),window.addEventListener("hashchange",
()=>{if(window.location.hash===Bt.last)return;let t=$r();t.lang&&t.lang!==p.lang&&(p.lang=t.lang,$("language")),Cr(t)}),
f.on("moveend",Tr);for(let t of["language","layers","year","view"])L(t,Tr)}var as=y.Control.extend({onAdd(){return this.box=s("details.attribution",{open:!N.matches}),y.DomEvent.disableClickPropagation(
this.box),L("language",()=>this.write()),this.box},write(){let t=[...Object.values(k.tables).flatMap(r=>r.sources).map(r=>c(
r.title)),...k.headlines.flatMap(r=>r.sources.map(c))],e=[c(k.attribution),k.basemap?c(k.basemap.attribution):"",...new Set(
t)].filter(Boolean),n=s(k.review?"span.review":"span.review.unset",{},c("review"),k.review?v(k.review):c("noReview")),o=s(
"div.credits",{tabIndex:0},s("span",{},c("credits")));e.forEach((r,a)=>{o.append(a?"; ":"",v(r))}),this.box.replaceChildren(
s("summary",{},n),o)}}),ss=y.Control.extend({onAdd(){let t=(e,n,o)=>s("button",{type:"button","data-say":e,onclick:o},n);
return this.box=s("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>f.zoomIn()),t("zoomOut","−",()=>f.zoomOut()),t("home",xt(
"home"),te)),y.DomEvent.disableClickPropagation(this.box),L("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=c(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function is(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>lt(c("full")))}var ls=[["measure",()=>Ye(
!p.measuring)],["full",is],["link",Pr],["print",zr]],cs=y.Control.extend({onAdd(){let t=ls.filter(([e])=>e!=="full"||document.
fullscreenEnabled);return this.box=s("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>s("button",{type:"button",id:`tool-${e}`,
onclick:n,"aria-pressed":e==="measure"?"false":null},xt(e)))),y.DomEvent.disableClickPropagation(this.box),L("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=c(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function Rr(){let t=new as({position:"bottomright"}).addTo(f);return new ss({position:N.
matches?"bottomright":"topright"}).addTo(f),new cs({position:"topright"}).addTo(f),y.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(f),document.addEventListener("fullscreenchange",()=>f.invalidateSize({animate:!1})),t.box}var Fr=tt("gisplan-counts",588);Fr.classList.add("leaflet-zoom-hide");var pe=16;function us(t,e){let[n,o]=[t/2+e*.5,pe/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-pe/2-e-2],[0,pe/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function Nr(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function Dr(){let t=T.filter(r=>r.geometry==="point"&&p.shown[r.number]).flatMap(
r=>r.marks.map(({place:a})=>({at:f.latLngToLayerPoint(a.point),count:I(r,a).length,radius:_[a.precision]}))),e=t.map(({at:r,
radius:a})=>[r.x-a/2,r.y-a/2,r.x+a/2,r.y+a/2]),n=[],o=t.map((r,a)=>({...r,own:a})).filter(r=>r.count>1).map(({at:r,count:a,
radius:i,own:l})=>{let u=String(a),d=8+7*u.length,m=us(d,i).map(([x,M])=>[r.x+x-d/2,r.y+M-pe/2,r.x+x+d/2,r.y+M+pe/2]),h=m.
filter(x=>n.every(M=>Nr(x,M))),g=h.find(x=>e.every((M,z)=>z===l||Nr(x,M)))||h[0]||m[0];n.push(g);let w=s("span.mark-coun\
t",{"aria-hidden":"true"},u);return w.style.width=`${d}px`,y.DomUtil.setPosition(w,y.point(Math.round(g[0]),Math.round(g[1]))),
w});Fr.replaceChildren(...o)}function Ur(){f.on("zoomend viewreset resize",Dr);for(let t of["language","layers","year","\
paper"])L(t,Dr)}var It={width:320,height:104,most:160};function _r(t,e,n){let o=e&&t.data.columns[e];return o&&at(o)?ps(t,e,n):t.legend.
classes?ms(t):null}function ds(t,e,n){return s("figure.chart",{},s("figcaption",{},t),e,s("p.chart-note",{"aria-hidden":"\
true"},n||""))}function ps(t,e,n){let r=t.data.columns[e],a=n.map(E=>({row:E,value:V(r.values,E)})).filter(E=>typeof E.value==
"number").slice(0,It.most);if(a.length<2)return null;let{width:i,height:l}=It,u=a.map(E=>E.value),[d,m]=[Math.min(0,...u),
Math.max(0,...u)],h=E=>4+(l-8)*(m-E)/(m-d||1),g=i/a.length,w=g>4?Math.min(3,g*.2):0,x=a.map(({row:E,value:S},P)=>{let D=A(
"g",{class:"bar","data-row":E});return D.append(A("rect",{class:"hit",x:P*g,y:0,width:g,height:l}),A("rect",{class:"valu\
e",x:P*g+w/2,width:Math.max(.6,g-w),y:Math.min(h(0),h(S)),height:Math.max(1,Math.abs(h(S)-h(0))),fill:e===t.column?$e(t,
E):"#4d8296"})),D}),M=`${c("chart")}${c(r.title)}`,z=A("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":M,preserveAspectRatio:"\
none"},...x,A("line",{class:"zero",x1:0,x2:i,y1:h(0),y2:h(0)}));z.addEventListener("mouseover",E=>Tt(t,Nt(E))),z.addEventListener(
"mouseleave",()=>Tt(t,null)),z.addEventListener("click",E=>{let S=Nt(E);S!==null&&Wt(t,S,!1,!1)});let C=a.length===It.most&&
n.length>It.most?s("span.count",{},` ${F("firstBars",It.most)}`):null;return ds([v(c(r.title)),r.unit?v(p.lang==="zh"?`（${c(
r.unit)}）`:` (${c(r.unit)})`):null,r.derived?j():null,C],z)}function ms(t){let e=Oe(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:c(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:c(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,a=A("svg",{viewBox:`0 0 ${It.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${c("chart")}${c(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=It.width*i.count/o;a.append(A("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),s("figure.chart",{},s("figcaption",{},v(c(t.legend.title)),t.legend.derived?j():null),a,s("ul.par\
ts",{},n.filter(i=>i.count).map(i=>s("li",{},s("span.dot",{style:{"--color":i.color}}),v(i.text),s("span.count",{},` ${F(
"rows",i.count)}`)))))}function Wr(t,e,n){let o=t.data.columns[e];return n===null||!o||!at(o)?[c("chartHint")]:[v(H(t,n),
"strong.datum")," ",rt(o,K(t.data,e,n),t,e)]}var gt=document.getElementById("figures"),en=document.getElementById("figures-toggle"),O={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},fs=26;function Yn(){let t=T.filter(r=>p.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===O.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,a)=>a.places.length-r.places.length)[0]||t[t.length-1]||null}function jr(){let t=Yn();return!t||t.data.
count<=5e3}function Zn(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
Zt(e,r)).filter((r,a)=>a===0||r===t.column||!Array.from({length:n}).some((i,l)=>{let u=K(t.data,r,l);return typeof u=="s\
tring"&&!Zt(e[r].words,u)&&(u.length>fs||u.includes(`
`))}))}function hs(t,e,n){let o=t.data,r=new Intl.Collator(p.lang==="zh"?"zh-CN":"en",{numeric:!0}),a=Array.from({length:o.
count},(d,m)=>m).filter(d=>Mt(t,d));if(!e)return a;let i=o.columns[e],l=new Map(a.map(d=>{let m=K(o,e,d);return m==null?
[d,null]:[d,typeof m=="number"?m:ct(i,m,t,e)]})),u=n?-1:1;return a.sort((d,m)=>{let[h,g]=[l.get(d),l.get(m)];if(h===null||
g===null)return(h===null)-(g===null)||d-m;let w=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return u*w||d-
m})}function gs(t){if(p.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=p.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function ws(){return k.headlines.length?s("dl.headlines",{},k.headlines.
map(t=>gs(t)).map(t=>s("div",{title:c("credits")+t.sources.map(c).join("; ")},s("dt",{},v(c(t.title))),s("dd",{},t.before&&
t.value!==null?v(`${c(t.before)} `):null,s("strong",{},t.value===null?"—":ys(t.value)),t.unit&&t.value!==null?v(` ${c(
t.unit)}`):null,t.of!==null?s("span.of",{},F("ofAll",t.of)):null,t.derived?j():null,p.year!==null&&!t.years?s("span.note",
{},c("everyYearAlike")):null,t.missing?s("span.note",{},F("unknown",t.missing)):null,t.worth?v(c(t.worth),"span.note"):null)))):
null}function ys(t){return Math.abs(t)>=1e3?Z(Math.round(t)):Z(Math.round(t*10)/10)}function bs(t,e){let n=t.data.columns[e];
O.down=O.sort===e?!O.down:at(n),O.sort=e,Rt(),document.getElementById(`sort-${Zn(t).indexOf(e)}`).focus()}function vs(t,e,n){
let o=t.data.columns[e],r=O.sort===e;return s(at(o)?"th.number":"th",{scope:"col","aria-sort":r?O.down?"descending":"asc\
ending":"none"},s("button",{type:"button",id:`sort-${n}`,onclick:()=>bs(t,e)},v(c(o.title)),s("span.arrow",{"aria-hidden":"\
true"},r?O.down?"▼":"▲":"")),o.unit?s("span.unit",{dir:"auto"},c(o.unit)):null,o.derived?j():null)}function xs(t,e,n){
let o=t.data,r=s("tr",{"data-row":String(n)});return e.forEach((a,i)=>{let l=o.columns[a],u=ct(l,K(o,a,n),t,a);if(i===0){
r.append(s("th",{scope:"row"},s("button",{type:"button",dir:"auto",onclick:d=>Wt(t,n,!1,d.detail===0)},u)));return}r.append(
s(at(l)?"td.number":"td",{dir:at(l)?null:"auto"},a===t.column&&t.style.kind!=="outline"?s("span.dot",{style:{"--color":$e(
t,n)}}):null,u))}),r}function ks(t){let e=T.filter(n=>p.shown[n.number]&&n.geometry!=="raster").reverse();return s("labe\
l.pick",{},s("span",{},c("tableOf")),s("select",{id:"figures-layer",onchange:n=>{Object.assign(O,{picked:Number(n.target.
value),sort:null,most:200}),Rt()}},e.map(n=>s("option",{value:String(n.number),selected:n===t},c(n.title)))))}function Ms(t){
let e=Zn(t),n=O.rows.slice(0,O.most),o=s("table",{onmouseover:r=>Tt(t,Nt(r)),onmouseleave:()=>Tt(t,null),onfocusin:r=>Tt(
t,Nt(r))},s("caption",{},v(c(t.title)),s("span.count",{},` ${F("tableRows",O.rows.length)}`)),s("thead",{},s("tr",{},e.map(
(r,a)=>vs(t,r,a)))),s("tbody",{},n.map(r=>xs(t,e,r))));return[O.rows.length?null:s("p.hint",{},c("nothingDue")),s("div.t\
able",{tabIndex:0,role:"region","aria-label":c(t.title)},o),n.length<O.rows.length?s("button.more",{type:"button",id:"fi\
gures-more",onclick:()=>{O.most+=500,Rt()}},c("more")):null]}function Rt(){if(en.replaceChildren(c("figures")),gt.setAttribute(
"aria-label",c("figuresTitle")),!O.open)return;let t=gt.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=gt,n=Yn(),o=[s("div.figures-head",{},s("h2",{},c("figuresTitle")),s("button.close",{type:"button",id:"figu\
res-close","aria-label":c("close"),onclick:()=>{wt(!1),en.focus()}},"×")),ws()];if(n){let r=Zn(n);if(!r.includes(O.sort)){
let a=n.column&&r.includes(n.column)?n.column:r[0];O.sort=a||null,O.down=!!(a&&at(n.data.columns[a]))}O.rows=hs(n,O.sort,
O.down),o.push(ks(n),_r(n,O.sort,O.rows),Ms(n))}else o.push(s("p.hint",{},c("nothingShown")));gt.replaceChildren(...o.flat(
1/0).filter(Boolean)),gt.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),Vn(!1)}function Vn(t){
if(!O.open)return;let e=Yn();if(!e)return;let n=p.chosen&&p.chosen.layer.table===e.table?p.chosen:null,o=re.find(l=>l.layer.
table===e.table),r=o?new Set(o.place.rows):new Set;gt.querySelectorAll("[data-row]").forEach(l=>{let u=Number(l.dataset.
row);l.classList.toggle("hovered",r.has(u));let d=!!n&&(n.place?n.place.rows.includes(u):n.row===u);l.classList.toggle("\
picked",d),l.tagName==="TR"&&l.setAttribute("aria-selected",String(d)),t&&d&&l.tagName==="TR"&&Ls(l)});let a=gt.querySelector(
".chart-note"),i=o?o.place.rows[0]:n?n.row:null;a&&a.replaceChildren(...Wr(e,O.sort,i))}function Ls(t){let e=t.closest("\
.table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=
n+o-e.clientHeight)}function wt(t){Ne(()=>{O.open=t,t&&$("opened","figures"),gt.hidden=!t,document.body.classList.toggle(
"figures-open",t),en.setAttribute("aria-expanded",String(t)),Rt()})}function Hr(){en.addEventListener("click",()=>wt(!O.
open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&O.open&&wt(!1)}),L("opened",t=>{(t==="desk"||
t==="panel"&&N.matches)&&O.open&&wt(!1)}),L("language",Rt),L("layers",Rt),L("year",Rt),L("hover",()=>Vn(!1));for(let t of[
"chosen","docked"])L(t,()=>Vn(!0))}function Es(t){let e=[c(t.publisher),t.date].filter(Boolean),n=s("li",{},v(c(t.title)));for(let o of e)n.append(" · ",v(
o));return t.url&&n.append(" · ",t.link?fo(t.url,t.url):v(t.url)),t.note&&n.append(s("span.note",{dir:"auto"},c(t.note))),
n}function zs(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=s("dl.values"),o=(r,...a)=>n.append(s("dt",{},c(r)),
s("dd",{},...a));return t.vintage&&o("vintage",v(t.vintage)),t.sources.length&&o("source",s("ul.plain",{},t.sources.map(
Es))),t.licence&&o("licence",v(t.licence)),e.length&&o("meaning",s("ul.plain",{},e.map(r=>s("li",{},v(c(r.title),"strong\
.datum"),r.derived?j():null," ",v(c(r.meaning)))))),s("section",{},s("h3",{dir:"auto"},c(t.title)),s("p",{dir:"auto"},c(
t.description)),n)}function Gr(){return[s("h2",{id:"about-title"},c("about")),s("p.lead",{dir:"auto"},c(k.description)),
Object.values(k.tables).map(zs),s("p.software",{},c("software"))]}var Vr=document.getElementById("about-open"),nn=document.getElementById("language");function Ss(){document.documentElement.
lang=p.lang==="zh"?"zh-CN":"en",document.title=c(k.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=c(k[t]),e.title=c(k[t])}Vr.replaceChildren(...ke("about")),nn.replaceChildren(c("language")),nn.setAttribute(
"aria-label",c("languageHint")),nn.lang=p.lang==="zh"?"en":"zh-CN",f.getContainer().setAttribute("role","main"),f.getContainer().
setAttribute("aria-label",c("map"))}function Yr(){Vr.addEventListener("click",()=>mt(Gr)),nn.addEventListener("click",()=>{
p.lang=p.lang==="zh"?"en":"zh",$("language")}),L("language",Ss)}var Kn=document.getElementById("panel"),Qn=document.getElementById("panel-toggle");function Cs(t,e){return s("input",{type:"\
checkbox",id:e,checked:p.shown[t.number],onchange:n=>st(t,n.target.checked)})}function Ts(t,e){return s("input",{type:"r\
adio",name:"theme",id:e,checked:p.shown[t.number],title:c("oneTheme"),onclick:()=>st(t,!p.shown[t.number])})}function As(t){
let e=`layer-${t.number}`,n=s("div.layer",{},s("div.layer-head",{},Kt(t)?Ts(t,e):Cs(t,e),s("label",{for:e,dir:"auto"},c(
t.title)),t.style.kind==="outline"?Ut(t.style):null)),o=He(t);return o.children.length&&(o.hidden=!p.shown[t.number],n.append(
o)),n}function $s(t,e){return s("label.opacity",{title:c("opacity")},s("span",{"aria-hidden":"true"},c("opacityShort")),
s("span.unseen",{dir:"auto"},`${c("opacity")} `,c(t.title)),s("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*p.opacity[e]),oninput:n=>Le(e,n.target.valueAsNumber/100)}))}function Zr(){let t=document.activeElement?.
id;Kn.setAttribute("aria-label",c("layers")),Kn.replaceChildren(...k.groups.map((e,n)=>s("fieldset",{style:{"--group":p.
opacity[n]}},s("legend",{dir:"auto"},c(e.title)),$s(e,n),[...e.layers].reverse().map(o=>As(T[o])))).reverse()),Qn.replaceChildren(
...ke("layers")),t&&Kn.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(t).focus()}function me(t){document.body.
classList.toggle("panel-open",t),Qn.setAttribute("aria-expanded",String(t)),t&&$("opened","panel"),f.invalidateSize({animate:!1})}
function Os(){for(let t of T){let e=document.getElementById(`legend-${t.number}`);e&&(e.hidden=!p.shown[t.number]);let n=document.
getElementById(`layer-${t.number}`);n&&(n.checked=p.shown[t.number])}}function Ps(){p.opacity.forEach((t,e)=>{let n=document.
getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest("fieldset").style.setProperty("--group",t))})}function Kr(){
Qn.addEventListener("click",()=>me(!document.body.classList.contains("panel-open"))),document.addEventListener("keydown",
t=>{t.key==="Escape"&&N.matches&&me(!1)}),L("opened",t=>{t!=="panel"&&N.matches&&me(!1)}),L("language",Zr),L("year",Zr),
L("layers",Os),L("view",Ps)}function fe(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function qr({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(fe);return{code:n||"",zh:fe(t??""),en:fe(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(fe),initials:r.map(a=>a.slice(0,1)).join("")}}function Bs(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var Is=3;function Qr({entry:t,fit:e}){
return t.unit&&e<=Is?0:1}function Jr(t,e,n){let o=fe(e);return o?t.map(r=>({entry:r,fit:Bs(r,o)})).filter(r=>r.fit!==null).
sort((r,a)=>Qr(r)-Qr(a)||r.fit-a.fit||r.entry.zh.length-a.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var Jn=document.getElementById("search"),Rs=12,qn=null,U=[],Q=-1;function Ns(){let t=[],e=new Set,n=r=>T.some(a=>a.table===
r&&p.shown[a.number]);return Object.keys(k.tables).sort((r,a)=>n(a)-n(r)).forEach(r=>{let a=k.tables[r],{search:i}=a,l=i.
name?a.columns[i.name]:null;for(let u=0;u<a.count;u++){let d=l?V(l.values,u):null,m=l?.english?V(l.english,u):null,h=i.code?
i.code[u]:null,g=h?`${h} ${d}`:null;if(d===null&&m===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let w=i.pinyin?V(i.
pinyin,u):null,x=h!==null&&a.geometry==="polygon";t.push({table:r,row:u,unit:x,...qr({zh:d,en:m,code:h,pinyin:w})})}}),t}
function Xr(t){return qn=qn||Ns(),Jr(qn,t,Rs)}function ta(t){let e=T.filter(n=>n.table===t);return e.filter(n=>p.shown[n.
number]).pop()||e[0]}function ea(t){let e=ta(t.table);Ds(),p.year!==null&&!Mt(e,t.row)&&et(null),Wt(e,t.row,!0,!0),N.matches&&
wt(!1)}function Ds(){U=[],Q=-1,he()}function Fs(t){let e=ta(t.table),n=k.tables[t.table],o=n.search.name?n.columns[n.search.
name]:null,r=o?.english?V(p.lang==="zh"?o.english:o.values,t.row):null;return[v(H(e,t.row),"strong.datum"),r?v(r,"span.o\
ther"):null,s("span.of",{},t.code?`${t.code} · `:"",v(c(e.title)))]}function he(){let t=document.getElementById("search\
-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...U.
map((r,a)=>s("li",{id:`found-${a}`,role:"option","aria-selected":String(a===Q),onmousedown:i=>{i.preventDefault(),ea(r)}},
Fs(r))));let o=document.getElementById("search-none");o.hidden=U.length>0||!n||Q===-2,o.textContent=c("nothingFound"),t.
hidden=!U.length,e.setAttribute("aria-expanded",String(U.length>0)),Q>=0?(e.setAttribute("aria-activedescendant",`found-${Q}`),
document.getElementById(`found-${Q}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescendant")}function Us(t){
U=Xr(t.target.value),Q=U.length?0:-1,he(),t.target.value.trim()&&lt(U.length?F("found",U.length):c("nothingFound"))}function _s(t){
let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&U.length?(t.preventDefault(),Q=(Q+e+U.length)%U.length,he()):t.key==="Escape"&&
(t.stopPropagation(),U.length||(t.target.value=""),U=[],Q=-2,he())}function Ws(){let t=document.getElementById("search-i\
nput");Jn.setAttribute("aria-label",c("search")),Jn.replaceChildren(s("div.field",{},xt("search"),s("input",{id:"search-\
input",type:"search",role:"combobox",placeholder:c("searchHint"),"aria-label":`${c("search")}: ${c("searchHint")}`,"aria\
-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:Us,
onkeydown:_s,onblur:()=>{Q=-2,U=[],he()}})),s("ul",{id:"search-list",role:"listbox","aria-label":c("search"),hidden:!0}),
s("p",{id:"search-none",hidden:!0}))}function na(){Jn.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById(
"search-input");U.length||(U=Xr(e.value)),U.length&&ea(U[Math.max(0,Q)])}),document.addEventListener("keydown",t=>{t.key!==
"/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").
focus())}),L("language",Ws)}function oa(...t){po(k),Br(),k.basemap&&ir(k.basemap),kr(),jo(),Vo(),nr(),ur(Rr()),Kr(),Hr(),na(),er(),Sr(),$o(),Yr(),sr(),
wo(),Ur();for(let e of t)e(k);$("language"),me(!N.matches),wt(window.matchMedia("(min-width: 1180px)").matches&&jr()),te(),
Ir(),ht(),window.gisplan={map:f,data:k,state:p,layers:T,places:kt,setYear:et,geodesicLength:q,geodesicArea:be}}oa(hr);
})();
