// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources c147988b3c978863d5b2789b69c33ec9ce31166db8b8b920d6eff4db07a55a1d
// bundle c525f75e58ff6f693726029ef652652ae9e903c527a0d81847a2c22b71ddbb05 esbuild 0.28.2
(async()=>{"use strict";
var _e="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Cn=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,gr=new RegExp(`(${_e})?\\s*[:：=]?\\s*${Cn}`,"gi"),
wr=new RegExp(`()${Cn}(?:\\s*(${_e}))?`,"gi"),yr={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},br=new Set(["西经","南纬","W","S"]);function vr(t){let e=t.replace(/[！-～]/g,a=>String.
fromCharCode(a.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${_e})`,"i").test(e),r=e.replace(o?gr:wr,(a,s,c,u,p,d)=>{let h=(s||(typeof d=="s\
tring"?d:"")).toUpperCase(),g=/^[−-]/.test(c)?-1:1,w=Math.abs(parseFloat(c.replace("−","-"))),M=g*(w+(u?u/60:0)+(p?p/
3600:0)),k=(u===void 0||u<60)&&(p===void 0||p<60);return n.push({value:br.has(h)?-M:M,axis:yr[h]||null,short:k})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function ue(t,e){let n=vr(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let a=o.axis||r.axis,s=o.axis==="lat"||r.axis==="lon",c=(g,w)=>Math.abs(g)<=180&&Math.abs(w)<=90,u=s?[[r.value,
o.value]]:[[o.value,r.value]];a||u.push([r.value,o.value]);let p=u.findIndex(([g,w])=>c(g,w)&&e(g,w));if(p<0)return{fault:u.
some(([g,w])=>c(g,w))?"tooFar":"outOfRange"};let[d,h]=u[p].map(et);return{lon:d,lat:h,note:p===1?"swapped":null}}function et(t){
return Math.round(t*1e6)/1e6}var $n=new Int8Array(128),On="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<On.length;t++)
$n[On.charCodeAt(t)]=t;function We(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,a;do a=$n[t.charCodeAt(n++)],o+=(a&31)*
r,r*=32;while(a&32);e.push(o%2?-(o+1)/2:o/2)}return e}function de(t,{decimals:e,origin:n}){let o=10**-e,r=We(t),a=[],[s,
c]=n;for(let u=0;u<r.length;u+=2)s+=r[u],c+=r[u+1],a.push([c*o,s*o]);return a}function Pn(t,e){let n=[];return e.forEach(
(o,r)=>{let a=o<0?t[~o].slice().reverse():t[o];for(let s=r?1:0;s<a.length;s++)n.push(a[s])}),n}function V(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function pe(t,[e,n]){let o=!1;for(let r=0,a=t.length-1;r<t.length;a=r++){let[
s,c]=t[r],[u,p]=t[a];s>e!=u>e&&n<(p-c)*(e-s)/(u-s)+c&&(o=!o)}return o}var Y=.0033528106647474805,gt=6378137*(1-Y),He=6335439,Ge=1e-4,P=Math.PI/180;function Ve(t,e){return((e-t+540)%360+360)%
360-180}function jt(t,e){let n=Y*(2-Y),o=Math.sin(e*P),r=Math.cos(e*P),a=6378137/Math.sqrt(1-n*o*o);return[a*r*Math.cos(
t*P),a*r*Math.sin(t*P),a*(1-n)*o]}function In(t){let e=t*(40680631590769-gt*gt)/(gt*gt);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function Bn(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Rn(t){return Y/16*t*(4+Y*(4-3*t))}function q(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-Y)*Math.
tan(e*P)),a=Math.atan((1-Y)*Math.tan(o*P)),[s,c,u,p]=[Math.sin(r),Math.cos(r),Math.sin(a),Math.cos(a)],d=Ve(t,n)*P,h=d;for(let g=0;g<
100;g++){let w=Math.sin(h),M=Math.cos(h),k=Math.hypot(p*w,c*u-s*p*M);if(k===0)return 0;let E=s*u+c*p*M,T=Math.atan2(k,E),
S=c*p*w/k,z=1-S*S,$=z>1e-15?E-2*s*u/z:0,R=Rn(z),W=h;if(h=d+(1-R)*Y*S*(T+R*k*($+R*E*(2*$*$-1))),Math.abs(h-W)<1e-13){let[
tt,ht]=In(z);return gt*tt*(T-Bn(ht,k,E,$))}}return NaN}function wt(t,e,n,o){let r=n*P,a=(1-Y)*Math.tan(e*P),s=1/Math.sqrt(
1+a*a),c=a*s,u=Math.atan2(a,Math.cos(r)),p=s*Math.sin(r),d=1-p*p,[h,g]=In(d),w=o/(gt*h);for(let W=0,tt=1/0;W<100&&Math.abs(
w-tt)>1e-13;W++)tt=w,w=o/(gt*h)+Bn(g,Math.sin(w),Math.cos(w),Math.cos(2*u+w));let[M,k,E]=[Math.sin(w),Math.cos(w),Math.cos(
2*u+w)],T=c*M-s*k*Math.cos(r),S=Math.atan2(c*k+s*M*Math.cos(r),(1-Y)*Math.hypot(p,T)),z=Math.atan2(M*Math.sin(r),s*k-c*M*
Math.cos(r)),$=Rn(d),R=z-(1-$)*Y*p*(w+$*M*(E+$*k*(2*E*E-1)));return[S/P,t+R/P]}function xr(t,e,n,o,r){let[a,s]=[jt(t,e),
jt(n,o)],[c,u,p]=[s[0]-a[0],s[1]-a[1],s[2]-a[2]],[d,h]=[Math.sin(t*P),Math.cos(t*P)],[g,w]=[Math.sin(e*P),Math.cos(e*P)],
M=-d*c+h*u,k=-g*h*c-g*d*u+w*p,E=Math.atan2(M,k)/P;for(let T=0;T<4;T++){let[S,z]=wt(t,e,E,r),$=Ve(z,n)*Math.cos(o*P)*P*6378137,
R=(o-S)*P*6378137,[W,tt]=wt(t,e,E,r*.999),ht=Math.atan2((z-tt)*Math.cos(o*P),S-W),Wt=$*Math.cos(ht)-R*Math.sin(ht),hr=6378137*
Math.sin(Math.min(r/6378137,Math.PI-.1));E+=Wt/hr/P}return E}function Ht([t,e],[n,o],r,a){let s=q(e,t,o,n),c=Math.max(r,
Math.min(a,Math.ceil(s/2e3)));if(c===1||!s||!Number.isFinite(s))return[[n,o]];let u=xr(e,t,o,n,s);return[...Array.from({
length:c-1},(d,h)=>wt(e,t,u,s*(h+1)/c)),[n,o]]}function je(t){let e=Math.sqrt(Y*(2-Y)),n=Math.sin(t*P);return(1-e*e)*(n/
(1-e*e*n*n)+Math.atanh(e*n)/e)}function me(t){let e=0,n=je(t[0][0]);return t.forEach((o,r)=>{let[a,s]=o;Ht(o,t[(r+1)%t.length],
100,500).forEach(([c,u])=>{e+=Ve(s,u)*P*(je(a)-n+je(c)-n)/2,[a,s]=[c,u]})}),Math.abs(e)*6378137*6378137/2}function Ye(t){
return t.slice(1).reduce((e,[n,o],r)=>e+q(t[r][1],t[r][0],o,n),0)}function Dn({at:t,decimals:e,count:n}){let o=10**e,r=We(t),a={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
s=0,c=0;for(let u=0;u<n;u++)s+=r[2*u],c+=r[2*u+1],a.lon[u]=s/o,a.lat[u]=c/o,a.xyz.push(jt(a.lon[u],a.lat[u]));return a}function kr(t){
let e=Dn(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function Lr(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function Nn(t,e,n,o){let r=jt(
e,n),a=o/11e4,s=[];for(let c=Lr(t,n-a);c<t.count;c++){let u=t.order[c];if(t.lat[u]>n+a)break;let p=t.xyz[u],d=Math.hypot(
p[0]-r[0],p[1]-r[1],p[2]-r[2]);if(d>o+Ge)continue;(2*He*Math.asin(Math.min(1,d/(2*He)))+Ge<=o||q(t.lon[u],t.lat[u],e,n)<=
o)&&s.push(u)}return s}function Fn(t,e){let n=kr(t.demand),o={...Dn(t.sites),names:t.sites.names},r=p=>p.reduce((d,h)=>d+
n.amounts[h],0);function a(p,d){let h=null;for(let g=0;g<o.count;g++){let w=q(p,d,o.lon[g],o.lat[g]);(!h||w<h.metres)&&(h=
{at:g,metres:w})}return h}let s=new Map;function c(p){if(!s.has(p)){let d=new Uint8Array(n.count);for(let h=0;h<o.count;h++)
for(let g of Nn(n,o.lon[h],o.lat[h],p))d[g]=1;s.set(p,d)}return s.get(p)}function u(p,d){let h=c(d),g=new Uint16Array(n.
count),w=p.map(({lon:z,lat:$})=>{let R=Nn(n,z,$,d);for(let W of R)g[W]+=1;return R}),M=p.map(({lon:z,lat:$},R)=>{let W=w[R].
filter(Wt=>!h[Wt]),tt=r(w[R]),ht=r(W);return{reached:tt,gained:ht,overlap:tt-ht,only:r(W.filter(Wt=>g[Wt]===1)),nearest:a(
z,$),county:e(t.counties,z,$),region:e(t.regions,z,$)}}),k=()=>({total:0,before:0,after:0}),E=t.codes.map(k),T=k(),S=[];
for(let z=0;z<n.count;z++){let $=n.amounts[z],R=h[z]||g[z];R&&!h[z]&&S.push(z);for(let W of[T,E[n.region[z]]])W&&(W.total+=
$,h[z]&&(W.before+=$),R&&(W.after+=$))}return{each:M,whole:T,regions:E,gained:S}}return{demand:n,sites:o,evaluate:u}}async function Mr(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var Ke=document.getElementById("gisplan-data"),v=JSON.parse(Ke.dataset.packed?await Mr(Ke.textContent):Ke.textContent);function fe(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function F(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+fe(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,a]=o.replace(/(\.\d*?)0+$/,"$1").split("."),s=fe(r)+(a?`.${a}`:"");return s==="0"?s:e+s}function $t(t,e){
return t===null&&e===null?"":t===null?`≤ ${F(e)}`:e===null?`> ${F(t)}`:t===e?F(t):`${F(t)} – ${F(e)}`}function Gt(t,e){
return e>0?`${(t/e*100).toFixed(2)} %`:"—"}function Ze(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${F(Number(
(t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function Un(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(
2)} km`:"—"}function _n(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[F(Number((t/n).toFixed(2))),e]}var m={lang:"zh",shown:[],opacity:[],year:null,chosen:null,measuring:!1,place:null},Wn={language:[],layers:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[]};function L(t,e){Wn[t].push(e)}function O(t,e){for(let n of Wn[t])n(
e)}function jn(t){m.lang=t.lang,m.shown=t.layers.map(e=>e.show),m.opacity=t.groups.map(()=>1)}var Er={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
s and legend"},about:{zh:"关于数据",en:"About the data"},language:{zh:"English",en:"中文"},languageHint:{zh:"Switc\
h to English",en:"切换为中文"},close:{zh:"关闭",en:"Close"},zoomIn:{zh:"放大",en:"Zoom in"},zoomOut:{zh:"缩小",
en:"Zoom out"},home:{zh:"显示全图",en:"Show the whole map"},map:{zh:"地图",en:"Map"},missing:{zh:"无数据",en:"N\
o data"},several:{zh:"多类并存",en:"Several kinds"},derived:{zh:"推算",en:"derived"},derivedHint:{zh:"由其他数据推算，非公布数\
字",en:"computed from other data, not published"},source:{zh:"来源",en:"Sources"},credits:{zh:"来源：",en:"Sources\
: "},licence:{zh:"许可",en:"Licence"},vintage:{zh:"数据时点",en:"As of"},meaning:{zh:"字段说明",en:"Columns"},
review:{zh:"审图号：",en:"Map review number: "},noReview:{zh:"未填写",en:"not set"},position:{zh:"位置：",en:"\
Position: "},yes:{zh:"是",en:"yes"},no:{zh:"否",en:"no"},under:{zh:"此处还有",en:"Also here"},untitled:{zh:"（无名称）",
en:"(no name)"},software:{zh:"由 gisplan 制作，使用 Folium 与 Leaflet",en:"Made with gisplan, Folium and Leaflet"},
years:{zh:"年份",en:"Year"},allYears:{zh:"全部",en:"All"},everyYear:{zh:"全部年份",en:"All years"},play:{zh:"逐年播\
放",en:"Play through the years"},stop:{zh:"停止",en:"Stop"},noYear:{zh:"（本图没有该年的分区指标）",en:"\
 (this map has no regional figure of that year)"},figures:{zh:"数据",en:"Figures"},figuresTitle:{zh:"数据面板",en:"\
Figures"},tableOf:{zh:"图层",en:"Layer"},more:{zh:"显示更多",en:"Show more"},nowhere:{zh:"没有位置，未绘在图上",
en:"Without a position, so not drawn"},nothingShown:{zh:"没有显示可列成表的图层。",en:"No layer with a table\
 is shown."},nothingDue:{zh:"所选年份没有条目。",en:"Nothing in the chosen year."},opacityShort:{zh:"不透明度",
en:"Opacity"},opacity:{zh:"不透明度",en:"Opacity of"},chart:{zh:"图表：",en:"Chart: "},chartHint:{zh:"移到柱上查看；点击定位",
en:"Point at a bar; click to go there"},search:{zh:"搜索",en:"Search"},searchHint:{zh:"名称、拼音或代码",en:"N\
ame, pinyin or code"},nothingFound:{zh:"没有找到",en:"Nothing found"},measure:{zh:"量测距离和面积",en:"Measur\
e length and area"},measureTitle:{zh:"量测（WGS 84 椭球面）",en:"Measure (WGS 84 ellipsoid)"},measureHint:{zh:"在地\
图上逐点点击；Esc 结束。",en:"Click point by point on the map; Esc ends."},length:{zh:"长度",en:"Length"},perimeter:{
zh:"周长（闭合）",en:"Perimeter (closed)"},m2:{zh:"平方米",en:"m²"},ha:{zh:"公顷",en:"ha"},km2:{zh:"平方千米",
en:"km²"},area:{zh:"面积",en:"Area"},addMiddle:{zh:"在图中心加点",en:"Add the map's middle"},takeBack:{zh:"撤销一点",
en:"Remove last"},startOver:{zh:"清除",en:"Clear"},print:{zh:"打印（A3）",en:"Print (A3)"},legend:{zh:"图例",en:"\
Legend"},north:{zh:"北",en:"N"},ratio:{zh:"图幅中心比例尺：",en:"Scale at the middle: "},projection:{zh:"Web 墨卡\
托投影，数据坐标系 WGS 84",en:"Web Mercator; data in WGS 84"},printed:{zh:"制图日期：",en:"Printed: "},back:{
zh:"返回地图",en:"Back to the map"},noReviewLine:{zh:"__________",en:"__________"},link:{zh:"复制本视图链接",
en:"Copy a link to this view"},linkTitle:{zh:"本视图的链接",en:"Link to this view"},linkHint:{zh:"链接含位置、缩放、图层、年份和语\
言；对方须有同一文件，放在相同的位置。",en:"It holds position, zoom, layers, year and language; who o\
pens it needs the same file in the same place."},copied:{zh:"已复制。",en:"Copied."},full:{zh:"全屏",en:"Full scre\
en"},evaluate:{zh:"选址试算",en:"Try sites"},evaluateTitle:{zh:"候选站点试算",en:"Candidate sites"},candidate:{
zh:"候选点",en:"Candidate"},reachOf:{zh:"服务半径（椭球面直线距离）",en:"Reach (straight line on the ell\
ipsoid)"},pick:{zh:"在地图上点选",en:"Click on the map"},picking:{zh:"点击地图放置候选点；拖动可移动。",
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
en:"Read as latitude, longitude and put in order; please check."}},zr={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},here:{zh:t=>`\
此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1} more`},unplaced:{zh:t=>`另有\
 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t}\
 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,
en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`前 ${t} 行`,en:t=>`fir\
st ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t} cells`}};function l(t){
let e=typeof t=="string"?Er[t]:t;return e?e[m.lang]:""}function U(t,e){return zr[t][m.lang](fe(e))}function Hn(t){return{
zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function i(t,e,...n){let[o,...r]=t.split("."),a=document.createElement(o);r.length&&(a.className=r.join(" "));for(let[s,
c]of Object.entries(e||{}))if(!(c==null||c===!1))if(s==="style")for(let[u,p]of Object.entries(c))a.style.setProperty(u,p);else
s.startsWith("on")?a.addEventListener(s.slice(2),c):s.includes("-")||s==="role"||s==="for"?a.setAttribute(s,c):a[s]=c;for(let s of n.
flat(1/0))s==null||s===""||a.append(s);return a}function x(t,e){return i(e||"span.datum",{dir:"auto"},t)}function he(t){
return[i("span.long",{},l(t)),i("span.short",{},l(`${t}Short`))]}function rt(t){document.getElementById("spoken").textContent=
t}function _(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,a]of Object.entries(e||{}))
o.setAttribute(r,a);return o.append(...n),o}var Sr={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function yt(t){return _("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
_("path",{d:Sr[t]}))}function Gn(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?i("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):x(e)}function j(){return i("span.derived",{title:l("derivedHint")},l("derived"))}function Pt(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var y=window.L;function Vn(t){let e=t.arcs?t.arcs.split(" ").map(n=>de(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?de(n.at,t):[],a=n.anchor?de(n.anchor,t):[];return Array.from({length:o},(s,c)=>{let u={at:c,
rows:typeof n.rows=="number"?[c]:n.rows[c]};if(n.geometry==="point")return u.point=r[c],u.precision=V(n.precision,c),u;if(u.
parts=n.shapes[c].map(p=>p.map(d=>Pn(e,d))),u.bounds=y.latLngBounds(u.parts.flatMap(p=>p[0])),u.anchor=a[c],u.anchor){let p=u.
parts.find(([d])=>pe(d,u.anchor))||u.parts[0];u.room=y.latLngBounds(p[0])}return u})}}function ge(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>pe(o,n)&&!r.some(a=>pe(a,n)))}function Yn(t,e,n,o){let r=t.
latLngToLayerPoint(n),a=t.latLngToLayerPoint(e.bounds.getSouthWest()),s=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<a.x-o||r.x>s.x+o||r.y>a.y+o||r.y<s.y-o?!1:e.parts.some(([c])=>{let u=c.map(p=>t.latLngToLayerPoint(p));return u.some((p,d)=>d&&
y.LineUtil.pointToSegmentDistance(r,u[d-1],p)<=o)})}var f=window.map_gisplan,Ar=Vn(v),bt=Object.fromEntries(Object.entries(v.tables).map(([t,e])=>[t,Ar(e)])),A=v.layers.map(
(t,e)=>({...t,number:e,data:v.tables[t.table],places:bt[t.table],geometry:v.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),K={surveyed:6,digitised:6,address:6,site:6.5,town:8,county:9.5,prefecture:12},
vt=new Set(["surveyed","digitised","address","site"]),It=600;function at(t,e){let n=f.createPane(t);return n.style.zIndex=
e,n.style.pointerEvents="none",n}function it(t,e){m.shown[t.number]=e,e?t.group.addTo(f):t.group.remove(),O("layers")}function we(t,e){
m.opacity[t]=e;for(let n of v.groups[t].layers)f.getPane(A[n].pane).style.opacity=e;O("view")}var b={asked:null,coverage:null,list:[],past:[],future:[],reach:0,figures:null,made:0};function Qe(t,e,n){let o=y.latLng(
n,e);return bt[t].find(r=>ge(r,o))||null}function Kn(t){b.asked=t,b.reach=t.reach,b.coverage=Fn(t,Qe),Je()}function qe(){
return b.reach*1e3}function Vt(t,e){let[n,o,r,a]=v.bounds,s=Math.max(...b.asked.reaches),[c,u]=[s/110,s/(111*Math.max(.1,
Math.cos(e*P)))];return t>=n-u&&t<=r+u&&e>=o-c&&e<=a+c}function Je(){b.figures=b.coverage.evaluate(b.list,qe())}function xt(t){
b.past.push(b.list),b.future=[],b.list=t,en()}function Zn(t,e){t.length&&(e.push(b.list),b.list=t.pop(),en())}function Xe(){
Zn(b.past,b.future)}function tn(){Zn(b.future,b.past)}function en(){Je(),O("candidates")}function Qn(t){b.list=t,Je(),O(
"candidates","moving")}function qn(t){b.reach=t,en()}function nn(t,e){let n=new Set(b.list.filter((r,a)=>a!==e).map(kt)),
o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function kt(t){return t.name||`${l("candidate")} ${t.number}`}function on(t,e,n){
b.made+=1,xt([...b.list,{number:b.made,lon:et(t),lat:et(e),name:n?nn(n):""}])}function Yt(t,e){xt(b.list.map((n,o)=>o===
t?{...n,...e}:n))}function ye(t){xt(b.list.filter((e,n)=>n!==t))}function Tr(){return JSON.stringify({type:"FeatureColle\
ction",features:b.list.map(t=>({type:"Feature",properties:{name:kt(t)},geometry:{type:"Point",coordinates:[t.lon,t.lat]}}))},
null,1)}function Jn(){let t=new Blob([Tr()],{type:"application/geo+json"}),e=URL.createObjectURL(t),n=i("a",{href:e,download:`\
candidates_${v.name}.geojson`});document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(e),1e4)}var Xn=180,be=null,rn=null,eo=null;function Cr(){be.clearLayers(),b.list.forEach(({lon:e,lat:n})=>{let o=Array.from({length:Xn},
(r,a)=>wt(e,n,a*360/Xn,qe()));y.polygon(o,{pane:"gisplan-reach",interactive:!1,className:"reach",smoothFactor:0,color:"#\
9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(be)});let{demand:t}=b.coverage;for(let e of b.figures.gained)
y.circleMarker([t.lat[e],t.lon[e]],{renderer:eo,pane:"gisplan-reach",interactive:!1,radius:2.5,stroke:!0,weight:.8,color:"\
#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(be)}function to(){rn.clearLayers(),b.list.forEach((t,e)=>{let n=y.marker(
[t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,keyboard:!0,icon:y.divIcon({html:i("span.candidate-mark",
{},String(t.number)),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}),o=b.list,r=0,a=()=>{let{lat:c,lng:u}=n.
getLatLng();return{...t,lon:et(u),lat:et(c)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(()=>Qn(o.
map((c,u)=>u===e?a():c)))}),n.on("dragend",()=>{cancelAnimationFrame(r),b.list=o,xt(o.map((c,u)=>u===e?a():c))}),n.on("c\
lick",()=>O("picked",e)),n.addTo(rn);let s=n.getElement();s.setAttribute("aria-label",kt(t)),s.title=kt(t),s.addEventListener(
"keydown",c=>$r(c,e))})}var Or={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function $r(t,e){if(t.
key==="Delete"){ye(e);return}let n=Or[t.key];if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=b.list[e],
a=t.shiftKey?1:10,s=f.latLngToContainerPoint([r,o]).add([n[0]*a,n[1]*a]),c=f.containerPointToLatLng(s);Yt(e,{lon:et(c.lng),
lat:et(c.lat)});let u=document.querySelectorAll(".candidate-icon")[e];u&&u.focus()}function no(){let t=f.createPane("gis\
plan-candidates");t.style.zIndex=640,at("gisplan-reach",575),be=y.layerGroup().addTo(f),rn=y.layerGroup().addTo(f),eo=y.
canvas({pane:"gisplan-reach"}),L("candidates",e=>{Cr(),e||to()}),L("language",to)}function Kt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function st(t,e,n,o){if(e==null)return"—";if(typeof e==
"boolean")return l(e?"yes":"no");if(typeof e=="number")return t.year?String(e):F(e);let r=[t.words,n&&Kt(n.words,o)?n.words[o]:
{}].find(a=>Kt(a,e));return r?l(r[e]):e}function nt(t,e,n,o){let r=st(t,e,n,o);return e==null||!t.unit?r:`${r} ${l(t.unit)}`}
function ot(t){return(t.type==="integer"||t.type==="number")&&!t.year}function Z(t,e,n){let o=t.columns[e],r=V(o.values,n);if(!o.english)return r;let a=V(o.english,n);return m.lang==="zh"?r??
a:a??r}function H(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=Z(
t.data,o,e);if(r!=null)return st(n[o],r,t,o)}return l("untitled")}function ve(t,e){let n=B(t,e),o=H(t,n[0]);return n.length>
1?o+U("others",n.length):o}function oo(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>V(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function Lt(t,e){if(!t.yearColumn||m.year===null)return!0;let n=V(t.data.columns[t.yearColumn].
values,e);return n==null||n<=m.year}function B(t,e){return t.yearColumn&&m.year!==null?e.rows.filter(n=>Lt(t,n)):e.rows}
var an=new Map;function lt(t,e){let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(an.has(o)||an.set(o,new Map(
o.flatMap(r=>r.rows.map(a=>[a,r])))),an.get(o).get(e)||null)}var N=window.matchMedia("(max-width: 760px)");function xe(){if(!v.bounds)return null;let[t,e,n,o]=v.bounds;return y.latLngBounds(
[[e,t],[o,n]])}function sn(t){let e=xe();return!e||f.getBounds().pad(t).contains(e)}function Zt(){let t=xe();if(!t)return;
let[e,n]=N.matches?[62,58]:[14,14];f.fitBounds(t,{paddingTopLeft:[N.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function ke(t){let e=sn(.05);t(),f.invalidateSize({animate:!1}),e&&Zt()}function ro(t,e){if(t.point){(!f.getBounds().
pad(-.1).contains(t.point)||e)&&f.setView(t.point,Math.max(f.getZoom(),e?9:7),{animate:!1});return}let n=f.latLngToLayerPoint(
t.bounds.getNorthWest()),o=f.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&f.getBounds().
contains(t.bounds)||f.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Mt=i("aside",{id:"evaluate",hidden:!0}),Le=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>Me(!Et.open)}),Et={open:!1,say:null};function Me(t){ke(()=>{Et.open=t,t&&O("opened",
"desk"),Mt.hidden=!t,document.body.classList.toggle("evaluate-open",t),Le.setAttribute("aria-expanded",String(t)),cn(t&&
(!!m.place||!b.list.length))})}function cn(t){m.place=t?e=>{Vt(e.lng,e.lat)?(Ee(null),on(e.lng,e.lat)):Ee("tooFar")}:null,
document.body.classList.toggle("picking",t),ln()}function Ee(t){Et.say=t;let e=document.getElementById("evaluate-note");
e&&(e.textContent=t?l(t):"")}function Qt(t){return nt(b.asked.quantity,t)}function Pr(t){let{names:e}=b.coverage.sites;return(m.
lang==="zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||l("untitled")}var io=t=>A.find(e=>e.table===t);function Ir(t,e){return H(
io(t),e.rows[0])}function Br(t){t.preventDefault();let e=document.getElementById("evaluate-coordinate"),n=document.getElementById(
"evaluate-name"),o=ue(e.value,Vt);if(Ee(o.fault||o.note),e.setAttribute("aria-invalid",String(!!o.fault)),o.fault){e.focus();
return}let r=n.value.trim();e.value="",n.value="",on(o.lon,o.lat,r),f.getBounds().contains([o.lat,o.lon])||f.panTo([o.lat,
o.lon])}function Rr(){return i("form.ask",{onsubmit:Br,noValidate:!0},i("div.row",{},i("div.field.grow",{},i("label",{for:"\
evaluate-coordinate"},l("coordinate")),i("input",{id:"evaluate-coordinate",type:"text",autocomplete:"off",spellcheck:!1,
"aria-describedby":"evaluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"evaluate-name"},l("name")),i("input",
{id:"evaluate-name",type:"text",autocomplete:"off",maxLength:80})),i("button.main",{type:"submit"},l("add"))),i("p.note",
{id:"evaluate-note",role:"status"},Et.say?l(Et.say):""),i("p.hint",{id:"evaluate-hint"},l("coordinateHint")))}function Nr(){
return i("fieldset.reaches",{},i("legend",{},l("reachOf")),b.asked.reaches.map((t,e)=>i("label",{},i("input",{type:"radi\
o",name:"reach",id:`reach-${e}`,value:String(t),checked:t===b.reach,onchange:()=>qn(t)}),i("span",{},`${t} km`))))}function Dr(){
let t=(n,o,r,a)=>i("button",{type:"button",id:n,onclick:r,disabled:a},l(o)),e=!b.list.length;return i("div.tools",{},i("\
button",{type:"button",id:"evaluate-pick","aria-pressed":String(!!m.place),onclick:()=>cn(!m.place)},l("pick")),t("evalu\
ate-undo","undo",Xe,!b.past.length),t("evaluate-redo","redo",tn,!b.future.length),t("evaluate-clear","clear",()=>xt([]),
e))}function Fr(t,e){let n=b.figures.each[e],o=Math.max(...b.figures.each.map(p=>p.gained),1),r=kt(t),a=(p,...d)=>[i("dt",
{},l(p)),i("dd",{},...d)],s=[[b.asked.regions,n.region],[b.asked.counties,n.county]].filter(([,p])=>p).map(([p,d])=>Ir(p,
d)),c=p=>{let d=p.target.value.trim();d!==r&&Yt(e,{name:d?nn(d,e):""})},u=p=>{let d=ue(p.target.value,Vt);Ee(d.fault||d.
note),d.fault?p.target.value=ao(t):Yt(e,{lon:d.lon,lat:d.lat})};return i("li.candidate",{id:`candidate-${e}`},i("div.can\
didate-head",{},i("span.number",{"aria-hidden":"true"},String(t.number)),i("input.name",{id:`candidate-name-${e}`,type:"\
text",value:r,maxLength:80,dir:"auto","aria-label":l("name"),onchange:c}),i("button",{type:"button",id:`candidate-show-${e}`,
title:`${l("show")}: ${r}`,"aria-label":`${l("show")}: ${r}`,onclick:()=>f.setView([t.lat,t.lon],Math.max(f.getZoom(),8))},
l("show")),i("button",{type:"button",id:`candidate-remove-${e}`,"aria-label":`${l("remove")}: ${r}`,onclick:()=>ye(e)},l(
"remove"))),i("div.gain",{},i("span",{},l("gained")),i("strong",{"data-figure":"gained"},Qt(n.gained)),i("span.bar",{"ar\
ia-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),i("dl.values",{},a("reached",i("span",{"data-fig\
ure":"reached"},Qt(n.reached))),a("overlap",i("span",{"data-figure":"overlap"},Qt(n.overlap))),b.list.length>1?a("only",
i("span",{"data-figure":"only"},Qt(n.only))):null,n.nearest?a("nearest",i("span",{"data-figure":"nearest"},Un(n.nearest.
metres))," · ",x(Pr(n.nearest.at))):null,a("lies",s.length?x(s.filter((p,d)=>s.indexOf(p)===d).join(" · ")):l("outside")),
i("dt",{},i("label",{for:`candidate-at-${e}`},l("coordinateShort"))),i("dd",{},i("input",{id:`candidate-at-${e}`,type:"t\
ext",autocomplete:"off",value:ao(t),onchange:u}))))}function ao({lon:t,lat:e}){return`${t}, ${e}`}function Ur(){let{whole:t,
regions:e}=b.figures,n=(...a)=>i("tr",{},a.map(s=>i("th",{scope:"col"},l(s)))),o=io(b.asked.regions),r=e.map((a,s)=>({sums:a,
at:s})).filter(({sums:a})=>a.total>0).map(({sums:a,at:s})=>i(a.after>a.before?"tr.changed":"tr",{},i("th",{scope:"row"},
x(lt(o,s)?H(o,s):b.asked.codes[s])),i("td",{},Gt(a.before,a.total)),i("td",{},Gt(a.after,a.total)),i("td",{"data-region":b.
asked.codes[s]},a.after>a.before?`+${F(a.after-a.before)}`:"0")));return i("section.sums",{},i("h3",{},l("together")),i(
"p.total",{},i("span",{},l("gained"))," ",i("strong",{"data-figure":"together"},Qt(t.after-t.before)),i("span.change",{},
`${Gt(t.before,t.total)} → ${Gt(t.after,t.total)}`)),i("table",{},i("caption",{},l("byRegion")),i("thead",{},n("region",
"now","withThem","gained")),i("tbody",{},r)))}function ln(){Le.replaceChildren(l("evaluate"));let t=document.activeElement&&
Mt.contains(document.activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let a=document.
getElementById(r);return[r,a?a.value:""]}),{scrollTop:n}=Mt;Mt.setAttribute("aria-label",l("evaluateTitle")),Mt.replaceChildren(
i("div.desk-head",{},i("h2",{},l("evaluateTitle")),i("button.close",{type:"button",id:"evaluate-close","aria-label":l("c\
lose"),onclick:()=>{Me(!1),Le.focus()}},"×")),Nr(),Dr(),i("p.hint.mode",{},l(m.place?"picking":"notPicking")),Rr(),...b.
list.length?[i("ol.candidates",{},b.list.map(Fr)),Ur(),i("div.save",{},i("button.main",{type:"button",id:"evaluate-save",
onclick:Jn},l("save")),i("p.hint",{},l("saveHint")))]:[],i("p.hint",{},l("existing"),x(l(b.asked.existing)),m.lang==="zh"?
`（${b.coverage.sites.count}）；`:` (${b.coverage.sites.count}); `,x(l(b.asked.quantity.title)),b.asked.quantity.derived?
j():null)),e.forEach(([r,a])=>{document.getElementById(r).value=a}),Mt.scrollTop=n;let o=t&&document.getElementById(t);o&&
!o.disabled&&o.focus()}function _r(t){if(!Et.open)return;let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.
type!=="radio",n=t.key.toLowerCase();n==="escape"&&m.place?cn(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),
n==="y"||t.shiftKey?tn():Xe())}function so({evaluate:t}){Kn(t),document.getElementById("tools").prepend(Le),document.getElementById(
"panel").after(Mt),no(),document.addEventListener("keydown",_r),L("language",ln),L("candidates",ln),L("picked",e=>{Me(!0);
let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView({block:"nearest"})}),L("opened",e=>{(e==="figures"||
e==="panel"&&N.matches)&&Et.open&&Me(!1)}),window.gisplanEvaluate={evaluation:b,evaluateCandidates:b.coverage.evaluate,geodesicLength:q,
destination:wt,placeAt:Qe,readCoordinate:ue,inside:Vt}}function lo(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function co(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),a=(d,h)=>{let g=(r.get(
d)??"").split(",").map(w=>w?Number(w):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},s={},c=a("map",3);
if(c&&Math.abs(c[1])<=85&&Math.abs(c[2])<=360&&c[0]>=0&&c[0]<=22&&(s.view=c),r.has("layers")){let d=r.get("layers").split(
" ");s.shown=e.map(h=>d.includes(h))}let u=a("opacity",n);u?.every(d=>d>=0&&d<=100)&&(s.opacity=u.map(d=>d/100)),["zh","\
en"].includes(r.get("lang"))&&(s.lang=r.get("lang"));let p=Number(r.get("year"));return s.year=r.has("year")&&o.includes(
p)?p:null,s}function uo({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:a,lang:s},c){let u=new URLSearchParams;return u.set(
"map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),u.set("layers",c.filter((p,d)=>o[d]).join(" ")),r.some(p=>p!==
1)&&u.set("opacity",r.map(p=>Math.round(100*p)).join(",")),a!==null&&u.set("year",a),u.set("lang",s),`#${u.toString().replace(
/%2C/g,",")}`}var ct=document.getElementById("about"),un=null;function po(){un&&ct.replaceChildren(i("button.close",{type:"button","ar\
ia-label":l("close"),onclick:()=>ct.close()},"×"),i("div.dialog-body",{},un()))}function ut(t){un=t,po(),ct.open||ct.showModal(),
ct.scrollTop=0}function mo(){ct.addEventListener("click",t=>{t.target===ct&&ct.close()}),L("language",po)}var ze=y.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.prepare&&this.prepare()},onAdd(){this.
canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.add(this.name),this.getPane().append(this.
canvas),this.draw()},onRemove(){this.canvas.remove()},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){let t=f.
getSize(),e=t.multiplyBy(.2).round(),n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=f.containerPointToLayerPoint(
e.multiplyBy(-1));y.DomUtil.setPosition(this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(
n.y*o),Object.assign(this.canvas.style,{width:`${n.x}px`,height:`${n.y}px`});let a=f.options.crs.scale(f.getZoom())/256,
s=f.getPixelOrigin().add(r);this.paint(this.canvas.getContext("2d"),{ratio:o,corner:r,left:c=>(c*a-s.x)*o,top:c=>(c*a-s.
y)*o,west:(s.x-12)/a,east:(s.x+n.x+12)/a,north:(s.y-12)/a,south:(s.y+n.y+12)/a})}});var fo=-1,dn=-2,Bt="#d5d9dd",Rt="#8a8f98";function pn(t,e){if(!t.each||m.year===null)return t.of[e.at];let n=new Set(B(t,
e).map(o=>t.each[o]));return n.size===1?[...n][0]:dn}function ho(t,e){return e===fo?Bt:e===dn?Rt:t.legend.classes[e].color}
function Nt(t,e){return t.of?ho(t,pn(t,e)):t.style.color}function Se(t,e){let n=lt(t,e);return n?t.of?ho(t,t.each?t.each[e]:
pn(t,n)):t.style.color:Bt}function Ae(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.count),missing:e.missing,several:e.
several,precisions:e.precisions||[]};if(!t.yearColumn||m.year===null)return n;let o=t.places.map(a=>({place:a,rows:B(t,a)})).
filter(a=>a.rows.length),r=o.flatMap(a=>a.rows);return{classes:n.classes.map((a,s)=>r.filter(c=>t.each[c]===s).length),missing:t.
each?r.filter(a=>t.each[a]===fo).length:0,several:t.each?o.filter(a=>pn(t,a.place)===dn).length:0,precisions:n.precisions.
map(a=>({...a,count:o.filter(({place:s})=>s.precision===a.name).reduce((s,c)=>s+c.rows.length,0)})).filter(a=>a.count)}}var Wr=3e3,fn=3.2,mn=new Map;function go(t){if(mn.has(t))return mn.get(t);let e=bt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,a,s,c]=[256,256,0,0];e.forEach((E,T)=>{let S=f.options.crs.latLngToPoint(y.latLng(E.point),
0);n[T]=S.x,o[T]=S.y,r=Math.min(r,S.x),s=Math.max(s,S.x),a=Math.min(a,S.y),c=Math.max(c,S.y)});let u=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),p=Math.max(s-r,c-a,1e-9)/u,d=E=>Math.min(u-1,Math.max(0,Math.floor((E-r)/p))),h=E=>Math.min(u-1,
Math.max(0,Math.floor((E-a)/p))),g=new Uint32Array(u*u+1);e.forEach((E,T)=>{g[h(o[T])*u+d(n[T])+1]++});for(let E=0;E<u*u;E++)
g[E+1]+=g[E];let w=g.slice(),M=new Uint32Array(e.length);e.forEach((E,T)=>{M[w[h(o[T])*u+d(n[T])]++]=T});let k={x:n,y:o,
side:u,column:d,row:h,starts:g,sorted:M};return mn.set(t,k),k}function hn(t,e,n,o,r){let{x:a,y:s,side:c,column:u,row:p,starts:d,
sorted:h}=go(t),g=[];for(let w=p(n);w<=p(r);w++)for(let M=d[w*c+u(e)];M<d[w*c+u(o)+1];M++){let k=h[M];a[k]>=e&&a[k]<=o&&
s[k]>=n&&s[k]<=r&&g.push(k)}return g}function jr(t,e,n){let o=vt.has(e),r=K[e]-2,a=document.createElement("canvas");a.width=
a.height=Math.ceil((2*r+4)*n);let s=a.getContext("2d");return s.scale(n,n),s.beginPath(),s.arc(r+2,r+2,r,0,2*Math.PI),s.
globalAlpha=o?.9:.15,s.fillStyle=t,s.fill(),s.globalAlpha=1,s.strokeStyle=o?"#ffffff":t,o||s.setLineDash([3,2]),s.stroke(),
a}function Hr(t,e,n,o){let[r,a,s]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),c=255<<24|s<<16|a<<8|r,u=fn*n,p=Math.ceil(
u),d=vt.has(e)?-1:u-1.6*n,[h,g]=[[],[]];for(let w=-p;w<=p;w++)for(let M=-p;M<=p;M++){let k=Math.hypot(M,w);k>u||(h.push(
w*o+M),g.push(k<d||d<0&&k>u-.9*n?-1:c))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:p}}var wo=ze.extend(
{name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;return Uint8Array.
from(t.places,n=>{if(t.yearColumn&&!B(t,n).length)return 255;let o=[Nt(t,n),n.precision],r=o.join();return e.has(r)||(e.
set(r,this.looks.length),this.looks.push(o)),e.get(r)})},paint(t,{ratio:e,left:n,top:o,west:r,east:a,north:s,south:c}){let u=hn(
this.layer.table,r,s,a,c).filter(w=>this.lookOf[w]!==255);this.stamped=u.length>Wr;let{x:p,y:d}=go(this.layer.table),[h,
g]=[w=>n(p[w]),w=>o(d[w])];this.stamped?this.stamp(t,u,h,g,e):this.picture(t,u,h,g,e)},picture(t,e,n,o,r){let a=this.looks.
map(([c,u])=>jr(c,u,r)),s=c=>K[this.looks[this.lookOf[c]][1]];e.sort((c,u)=>s(u)-s(c)||c-u).forEach(c=>{let u=a[this.lookOf[c]];
t.drawImage(u,n(c)-u.width/2,o(c)-u.height/2)})},stamp(t,e,n,o,r){let{width:a,height:s}=this.canvas,c=t.createImageData(
a,s),u=new Int32Array(c.data.buffer),p=this.looks.map(([d,h])=>Hr(d,h,r,a));e.forEach(d=>{let{steps:h,inks:g,reach:w}=p[this.
lookOf[d]],[M,k]=[Math.round(n(d)),Math.round(o(d))];if(M<w||k<w||M>=a-w||k>=s-w)return;let E=k*a+M;for(let T=0;T<h.length;T++)
u[E+h[T]]=g[T]}),t.putImageData(c,0,0)}});function Te(t){let e=f.latLngToLayerPoint(t),n=[];return[...A].reverse().forEach(o=>{m.shown[o.number]&&Gr(o,t).forEach(
r=>{if(!(o.yearColumn&&!B(o,r).length)){if(o.geometry==="point"){let a=f.latLngToLayerPoint(r.point).distanceTo(e),s=o.dots?.
stamped?fn:K[r.precision];a<=s+4&&n.push({layer:o,place:r,far:a,order:0})}else if(o.geometry==="line")Yn(f,r,t,6)&&n.push(
{layer:o,place:r,far:0,order:1});else if(ge(r,t)){let a=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:a})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Gr(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=It)return n;let o=f.options.crs.scale(f.getZoom())/256,{x:r,y:a}=f.options.
crs.latLngToPoint(e,0),s=18/o;return hn(t.table,r-s,a-s,r+s,a+s).map(c=>n[c])}at("gisplan-highlight",580);var qt=null,Jt=null,Xt=[],Ce=y.tooltip({className:"hover",direction:"top",offset:[0,-10]});function yo(t){
if(qt&&qt.remove(),qt=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};qt=t.layer.geometry==="line"?y.polyline(t.place.parts.map(([n])=>n),e):
y.polygon(t.place.parts,e),qt.addTo(f)}function J(t){Xt=t?Te(t):[];let e=Xt[0]||null;f.getContainer().classList.toggle("\
over-feature",!!e);let n=e&&Jt&&e.place===Jt.place&&e.layer===Jt.layer;if(n||yo(e),Jt=e,O("hover"),!e){Ce.remove();return}
n||Ce.setContent(i("div",{},x(ve(e.layer,e.place),"strong.datum"),Vr(e))),Ce.setLatLng(e.place.point||t).addTo(f)}function Vr({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=Z(o,t.column,e.rows[0]);return i("span.headline",{},nt(o.columns[t.
column],r))}function zt(t,e){let n=e===null?null:lt(t,e);yo(n?{layer:t,place:n}:null),Xt=n?[{layer:t,place:n}]:[],Jt=null,
O("hover")}function bo(){Ce.remove()}function vo(){let t=0;f.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>J(m.measuring?null:e.latlng))}),f.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),J(null)}),
L("language",()=>J(null))}var Lo=at("gisplan-labels",590);Lo.classList.add("leaflet-zoom-hide");var Dt=[];function xo(t){let e=t.places.length;return e<=
1?1:e<=30?2:3}function Yr(){for(let e of Dt)e.element.remove();Dt=A.filter(e=>e.label&&e.geometry==="polygon").flatMap(e=>e.
places.map(n=>({layer:e,place:n,rank:xo(e),element:i(`span.label.rank-${xo(e)}`,{"aria-hidden":"true",dir:"auto"},H(e,n.
rows[0]))}))),Dt.sort((e,n)=>e.rank-n.rank||ko(n.place)-ko(e.place)),Lo.append(...Dt.map(e=>e.element)),Dt.forEach(e=>{e.
width=e.element.offsetWidth,e.height=e.element.offsetHeight}),dt()}function ko(t){let{room:e}=t;return(e.getEast()-e.getWest())*
(e.getNorth()-e.getSouth())}function dt(){let t=[];A.forEach(n=>{let o=n.places.length<=It;n.geometry!=="point"||!m.shown[n.
number]||!o||n.places.forEach(r=>{if(n.yearColumn&&!B(n,r).length)return;let a=f.latLngToLayerPoint(r.point),s=K[r.precision]+
2;t.push([a.x-s,a.y-s,a.x+s,a.y+s])})});let e=new Set;Dt.forEach(n=>{let{place:o,width:r,height:a,element:s}=n,c=s.textContent,
u=null;if(m.shown[n.layer.number]&&!e.has(c)){let p=f.latLngToLayerPoint(o.room.getNorthWest()),d=f.latLngToLayerPoint(o.
room.getSouthEast()),h=d.x-p.x>.8*r&&d.y-p.y>a,g=f.latLngToLayerPoint(o.anchor);u=(h?[0,18,-18]:[]).map(M=>[g.x-r/2,g.y+
M-a/2,g.x+r/2,g.y+M+a/2]).find(M=>!t.some(k=>M[0]<k[2]&&M[2]>k[0]&&M[1]<k[3]&&M[3]>k[1]))}s.hidden=!u,u&&(e.add(c),t.push(
u),y.DomUtil.setPosition(s,y.point(Math.round(u[0]),Math.round(u[1]))))})}function Mo(){L("language",Yr),L("layers",dt),
f.on("zoomend viewreset resize",dt)}var pt=null;function Kr(t,e){let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let a=n.columns[r],s=Z(n,
r,e),c=/\n|^.{17}/.test(nt(a,s,t,r));o.append(i(c?"dt.wide":"dt",{},x(l(a.title)),a.derived?j():null),i(c?"dd.wide":"dd",
{dir:"auto"},nt(a,s,t,r)))}),o}function te(t,e,n,o){let r=t.popup.length?st(t.data.columns[t.popup[0]],Z(t.data,t.popup[0],
e),t,t.popup[0]):H(t,e);return i("details.feature",{open:n},i("summary",{},o?x(l(t.title),"span.kicker"):null,x(r,"span.\
heading")),Kr(t,e))}function Oe(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("d\
iv.under",{},l("under")));let a=B(n,o),s=a.length>1;if(s&&e.append(i("div.many",{},x(l(n.title),"span.kicker"),i("span.c\
ount",{},U("here",a.length)))),a.forEach((c,u)=>{e.append(te(n,c,r===0&&u===0,!s))}),n.geometry==="point"){let c=n.legend.
precisions.find(u=>u.name===o.precision);e.append(i("p.precision",{},l("position")+l(c.title)))}}),e}function ee(t,e,n){
let o=f.getSize();bo(),pt=y.popup({maxWidth:Math.min(420,o.x-60),minWidth:Math.min(280,o.x-80),maxHeight:Math.max(160,Math.
min(420,o.y-130)),autoPanPaddingTopLeft:[16,62],autoPanPaddingBottomRight:N.matches?[16,160]:[60,40]}).setLatLng(t).setContent(
e()),pt.again=e,pt.openOn(f),Eo();let r=pt.getElement();r.tabIndex=-1,n&&r.focus()}function Eo(){let t=pt.getElement().querySelector(
".leaflet-popup-close-button");t&&t.setAttribute("aria-label",l("close"))}function zo(){L("language",()=>{pt?.isOpen()&&
(pt.setContent(pt.again()),Eo())})}function Zr(t,e,n){return i("span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function St(t){return _("svg",
{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},_("path",{d:"M1 6H23",stroke:t.color,"stroke-width":Math.max(1,
t.weight),"stroke-dasharray":t.dash||"none"}))}function ne(t,e,n){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?
null:i("span.count",{},U("rows",n)))}function Pe(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.
number}`}),a=Ae(t);e.title&&r.append(i("p.legend-title",{},x(l(e.title)),e.unit?x(`（${l(e.unit)}）`.replace(/[（）]/g,
d=>m.lang==="zh"?d:d==="（"?" (":")")):null,e.derived?j():null));let s=i("ul"),c=o==="point"&&e.precisions[0]?e.precisions[0].
name:null,u=d=>o==="point"?$e(vt.has(c)?c:"site",d,1):o==="line"?St({...n,color:d}):Zr(d,n.opacity,n.color);if((e.classes||
[]).forEach((d,h)=>{let g=ne(u(d.color),d.words?l(d.words):$t(d.low,d.high),o==="raster"?null:a.classes[h]);o==="raster"&&
g.append(i("span.count",{},U("cells",d.count))),s.append(g)}),(e.widths||[]).forEach(d=>{s.append(ne(St({...n,weight:d.width}),
F(d.value),null))}),a.several&&s.append(ne(u(Rt),l("several"),a.several)),a.missing){let d=n.kind==="flows"?St({color:Rt,
weight:1,dash:"3 3"}):u(Bt),h=ne(d,l(e.missingWords||"missing"),a.missing);h.classList.add("missing"),s.append(h)}if(o===
"point"){let d=e.classes?"#5b6b78":n.color;a.precisions.forEach(h=>{let g=ne($e(h.name,d,1),l(h.title),h.count);g.classList.
add("of-precision"),s.append(g)})}s.children.length&&r.append(s);let p=So(t);return p.length&&r.append(i("button.unplace\
d",{type:"button",onclick:()=>Qr(t)},U("unplaced",p.length))),r}function So(t){return t.data.unplaced.filter(e=>Lt(t,e))}
function Qr(t){let e=So(t);ut(()=>[i("h2",{id:"about-title"},x(l(t.title))),i("p.lead",{},U("unplacedTitle",e.length)),e.
map((n,o)=>te(t,n,o===0&&e.length<4,!1))])}function $e(t,e,n){let o=K[t]+(n>1&&vt.has(t)?3.5:0);return i(`span.mark.${vt.
has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${2*o}px`,"--ink":qr(e)?"#ffffff":"#1d2b36"}},n>1?
String(n):"")}function qr(t){let[e,n,o]=[1,3,5].map(r=>parseInt(t.slice(r,r+2),16));return .299*e+.587*n+.114*o<150}function Ao(t){let[e,n,o,r]=t.corners;t.overlay=y.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let a=new Image;a.onload=()=>{let s=document.createElement(
"canvas");[s.width,s.height]=[a.naturalWidth,a.naturalHeight];let c=s.getContext("2d",{willReadFrequently:!0});c.drawImage(
a,0,0),t.pixels=c},a.src=t.picture}function Jr(t,e){if(!t.pixels)return null;let[n,o,r,a]=t.corners,s=(z,$)=>f.options.crs.
latLngToPoint(y.latLng(z,$),0),[c,u,p]=[s(a,n),s(o,r),s(e.lat,e.lng)],{width:d,height:h}=t.pixels.canvas,g=Math.floor(d*
(p.x-c.x)/(u.x-c.x)),w=Math.floor(h*(p.y-c.y)/(u.y-c.y));if(g<0||w<0||g>=d||w>=h)return null;let[M,k,E,T]=t.pixels.getImageData(
g,w,1,1).data;if(!T)return null;let S=`#${[M,k,E].map(z=>z.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(z=>z.color===S)||null}function Ie(t){let e=[...A].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:Jr(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},x(l(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),x(o.words?l(o.words):$t(o.low,o.high)),n.legend.unit?x(` ${l(n.legend.unit)}`):null,n.
legend.derived?j():null));return e.length?i("div.identify",{},e):null}var Xr=.8,To=ze.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>f.options.crs.latLngToPoint(y.latLng(n),0);this.lines=
t.places.filter(n=>B(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},paint(t,{ratio:e,left:n,top:o}){let{style:r}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(
({width:a,paths:s})=>{let c=a===null?Rt:r.color;t.lineWidth=Math.max(Xr,a??0),t.setLineDash(a===null?[3,3]:[]),s.forEach(
u=>{let p=u.map(({x:d,y:h})=>[n(d)/e,o(h)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[d,h]of p)t.lineTo(
d,h);t.stroke(),t.globalAlpha=1,ta(t,p,Math.max(3.5,.9*t.lineWidth),c)})})}});function ta(t,e,n,o){let r=e.slice(1).map(
([k,E],T)=>Math.hypot(k-e[T][0],E-e[T][1])),a=r.reduce((k,E)=>k+E,0);if(a<4*n)return;let s=a/2,c=r.findIndex(k=>(s-=k,s<=
0)),[[u,p],[d,h]]=[e[c],e[c+1]],g=1+s/r[c],w=Math.atan2(h-p,d-u);t.save(),t.translate(u+g*(d-u),p+g*(h-p)),t.rotate(w),t.
setLineDash([]),t.beginPath();let M=[[n,0],[-n,n],[-.4*n,0],[-n,-n]];for(let[k,E]of M)t.lineTo(k,E);t.closePath(),t.lineWidth=
1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=o,t.fill(),t.restore()}at("gisplan-measure",630);var oe=y.layerGroup().addTo(f),re=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(re);var I=[];function ea(t){let[e,n]=_n(t);return`${e} ${l(n)}`}function gn(t){I.push([t.lat,t.lng]),Be()}
function Be(){oe.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=I.
flatMap((n,o)=>o?Ht(I[o-1],n,1,60):[n]);I.length>2&&(y.polygon([...e,...Ht(I[I.length-1],I[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(oe),y.polyline([I[I.length-1],...Ht(I[I.length-1],I[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(oe)),e.length>1&&y.polyline(e,{...t,className:"measured"}).addTo(oe);for(let n of I)y.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(oe);Co()}function Co(){if(!m.measuring)return;let t=re.contains(
document.activeElement)?document.activeElement.id:null,e=[...I,I[0]],n=(r,a,s,c)=>i("button",{type:"button",id:`measure-${r}`,
onclick:s,disabled:c},l(a));re.setAttribute("aria-label",l("measureTitle")),re.replaceChildren(i("div.measure-head",{},i(
"strong",{},l("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":l("close"),onclick:()=>Re(
!1)},"×")),I.length<2?i("p.hint",{},l("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},l("length")),i(
"dd",{id:"measured-length"},Ze(Ye(I))),I.length>2?[i("dt",{},l("perimeter")),i("dd",{},Ze(Ye(e))),i("dt",{},l("area")),i(
"dd",{id:"measured-area"},ea(me(I)))]:[]),i("div.row",{},n("middle","addMiddle",()=>gn(f.getCenter())),n("back","takeBac\
k",()=>{I.pop(),Be()},!I.length),n("clear","startOver",()=>{I=[],Be()},!I.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Re(t){m.measuring=t,I=[],document.body.classList.toggle("measuring",t),re.hidden=!t,f.
doubleClickZoom[t?"disable":"enable"](),t&&f.closePopup(),J(null),Be();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function Oo(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&Re(!1)}),L("language",Co)}var Ne=y.layerGroup().addTo(f);function Ft(t){if(m.chosen=t,Ne.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?y.circleMarker(
o.point,{...e,radius:K[o.precision]+6,weight:3}).addTo(Ne):n.geometry==="line"?y.polyline(o.parts.map(([r])=>r),e).addTo(
Ne):y.polygon(o.parts,e).addTo(Ne)}O("chosen")}function Ut(t,e,n,o){let r=lt(t,e);if(!r){Ft({layer:t,place:null,row:e}),
ut(()=>[i("h2",{id:"about-title"},x(H(t,e))),i("p.lead",{},l("nowhere")),te(t,e,!0,!0)]);return}t.geometry!=="polygon"&&
!m.shown[t.number]&&it(t,!0),ro(r,n),Ft({layer:t,place:r,row:e}),ee(y.latLng(r.point||r.anchor||r.bounds.getCenter()),()=>Oe(
[{layer:t,place:r}]),o),rt(H(t,e))}function De(t,e){if(m.place){m.place(t);return}let n=Te(t);if(!n.length){Ie(t)&&ee(t,()=>Ie(t),e);return}Ft({...n[0],row:B(
n[0].layer,n[0].place)[0]}),ee(n[0].place.point?y.latLng(n[0].place.point):t,()=>{let o=Ie(t),r=Oe(n);return o&&r.append(
i("div.under",{},l("under")),o),r},e)}function $o(){f.on("click",t=>{m.measuring?gn(t.latlng):De(t.latlng,!1)})}function na(){let t=A.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||v.basemap)){f.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)y.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(f)}}function oa(t){let e=f.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let a=o.getElement();a&&a.setAttribute("aria-label",ve(t,r))});t.nameMarks=n,L("lan\
guage",n),t.group.on("add",n),Bo(t)}else t.geometry==="raster"?Ao(t):Io(t)}function Po(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?Bo(t):Io(t)}function Io(t){if(t.style.kind==="flows")new To(t).addTo(t.group);else for(let e of t.
places)ra(t,e)}function ra(t,e){let{style:n}=t;if(!B(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,dashArray:n.dash||null,lineJoin:"round",
fill:o&&t.geometry==="polygon",fillColor:Nt(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=Nt(t,e)),y.polyline(
e.parts.map(([a])=>a),r).addTo(t.group);return}y.polygon(e.parts,r).addTo(t.group)}function Bo(t){if(t.places.length>It){
t.dots=new wo(t).addTo(t.group);return}t.places.filter(e=>B(t,e).length).forEach(e=>{let n=$e(e.precision,Nt(t,e),B(t,e).
length),o=parseFloat(n.style.getPropertyValue("--size")),r=y.marker(e.point,{pane:t.pane,keyboard:!0,icon:y.divIcon({html:n,
className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(K[e.precision])});t.marks.push({marker:r,place:e}),r.
on("mouseover",()=>J(r.getLatLng())),r.on("click",a=>De(a.latlng,!1)),r.on("keypress",a=>{a.originalEvent.key==="Enter"&&
De(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function Ro(){na(),A.forEach(oa)}function No({tiles:t}){for(let e of t)
y.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(f)}var ae=document.getElementById("years"),Do=[...new Set(A.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?oo(t):
[]]))].sort((t,e)=>t-e),G=Do.length&&v.years.length?v.years:Do,Fo=v.groups.flatMap(t=>{let e=t.layers.map(n=>A[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),At=0;function X(t){
let e=G.includes(t)?t:null;e!==m.year&&(m.year=e,A.filter(n=>n.yearColumn).forEach(Po),Fo.forEach(aa),J(null),m.chosen?.
place&&!B(m.chosen.layer,m.chosen.place).length&&Ft(null),f.closePopup(),yn(),rt(ie()),O("year"))}function aa(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&it(n,n===e)}),m.year===null&&
(t.wanted=!1)}function ie(){if(m.year===null)return l("everyYear");let t=Fo.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return Hn(m.year)+(t?l("noYear"):"")}function wn(t){clearInterval(At),At=t?setInterval(()=>{let e=G.indexOf(m.year)+
1;e<G.length&&X(G[e]),e>=G.length-1&&wn(!1)},1400):0,t&&X(G[0]),yn()}function yn(){if(G.length<2)return;ae.hidden=!1;let t=document.
activeElement&&ae.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?G.length:G.indexOf(m.year);
ae.setAttribute("aria-label",l("years"));let n=[...G.map(String),l("allYears")];ae.replaceChildren(i("button",{type:"but\
ton",id:"years-play",onclick:()=>wn(!At),"aria-label":l(At?"stop":"play"),title:l(At?"stop":"play")},yt(At?"pause":"play")),
i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:G.length,step:1,value:e,"a\
ria-label":l("years"),"aria-valuetext":ie(),oninput:o=>{At&&wn(!1),X(G[o.target.valueAsNumber]??null)}}),i("div.ticks",{
"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>X(G[r]??null)},o)))),i("output.year-now",{},ie())),
t&&document.getElementById(t).focus()}function Uo(t){L("language",yn),new ResizeObserver(()=>{ae.style.setProperty("--fo\
ot",`${t.offsetHeight}px`)}).observe(t)}var vn=document.getElementById("sheet"),ia=.0254/96,_t=null;function sa(){let t=f.getSize(),e=f.containerPointToLatLng([
t.x/2,t.y/2]),[n,o]=[f.containerPointToLatLng([t.x/2-50,t.y/2]),f.containerPointToLatLng([t.x/2+50,t.y/2])],a=q(n.lng,e.
lat,o.lng,e.lat)/(100*ia),s=10**Math.max(0,Math.floor(Math.log10(a))-2);return`1:${F(Math.round(a/s)*s)}`}function la(){
let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}function ca(){
return _("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":l("north")},_("path",{d:"M20 16L30 52L20 44z",
fill:"#1d2b36"}),_("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke-width":"1.2"}),_("text",{x:20,
y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},l("north")))}function ua(){return[...A].reverse().filter(
t=>m.shown[t.number]).map(t=>{let e=Pe(t);e.removeAttribute("id");for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},x(l(t.title),"strong.datum"),t.style.
kind==="outline"?St(t.style):null),e.children.length?e:null)})}function da(){let t=A.filter(n=>m.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[o.title,o.publisher,o.date].filter(Boolean).join(" · "))),e=[l(v.attribution),v.basemap?l(v.basemap.
attribution):"",...new Set(t)].filter(Boolean);vn.replaceChildren(ca(),i("h2",{},l("legend")),i("div.sheet-legend",{},ua()),
i("div.sheet-foot",{},m.year===null?"":i("p",{},ie()),i("p.ratio",{},l("ratio"),sa()),i("p",{},l("projection")),i("p",{},
l("credits"),e.map((n,o)=>[o?"; ":"",x(n)])),i("p",{},l("printed"),la()),i("p.review",{},l("review"),v.review?x(v.review):
l("noReviewLine"))),i("button.sheet-back",{type:"button",onclick:bn},l("back")))}function pa(){return sn(.02)?xe()??f.getBounds():
f.getBounds()}function _o(){if(_t)return;_t={centre:f.getCenter(),zoom:f.getZoom()};let t=pa();J(null),document.documentElement.
classList.add("printing"),document.body.classList.add("printing"),vn.hidden=!1,f.invalidateSize({animate:!1,pan:!1}),f.fitBounds(
t,{animate:!1,padding:[8,8]}),da(),dt()}function bn(){if(!_t)return;let{centre:t,zoom:e}=_t;_t=null,document.documentElement.
classList.remove("printing"),document.body.classList.remove("printing"),vn.hidden=!0,f.invalidateSize({animate:!1,pan:!1}),
f.setView(t,e,{animate:!1}),dt()}function Wo(){_o(),requestAnimationFrame(()=>requestAnimationFrame(()=>window.print()))}
function xn(){return _t!==null}function jo(){window.addEventListener("beforeprint",_o),window.addEventListener("afterpri\
nt",bn),document.addEventListener("keydown",t=>{t.key==="Escape"&&bn()})}var Tt={last:"",timer:0,ready:!1},Vo=lo(A);function Yo(){return co(window.location.hash,{keys:Vo,groups:v.groups.length,
years:G})}function Ko(){let{lat:t,lng:e}=f.getCenter();return uo({zoom:f.getZoom(),lat:t,lng:e},m,Vo)}function Ho(t){t.shown&&
A.forEach((e,n)=>{m.shown[n]!==t.shown[n]&&it(e,t.shown[n])}),t.opacity?.forEach((e,n)=>{we(n,e)}),X(t.year),t.view&&f.setView(
[t.view[1],t.view[2]],t.view[0],{animate:!1}),Tt.ready=!0}function Go(){!Tt.ready||xn()||(clearTimeout(Tt.timer),Tt.timer=
setTimeout(()=>{if(!xn()){Tt.last=Ko();try{window.history.replaceState(null,"",Tt.last)}catch{}}},120))}async function Zo(){
let t=window.location.href.split("#")[0]+Ko(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{e=!1}ut(()=>[i(
"h2",{id:"about-title"},l("linkTitle")),i("p.lead",{},e?l("copied"):""," ",l("linkHint")),i("input",{id:"link-text",type:"\
text",readOnly:!0,value:t,"aria-label":l("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById("link-tex\
t").focus()}var kn=Yo();function Qo(){kn.lang&&(m.lang=kn.lang)}function qo(){Ho(kn),window.addEventListener("hashchange",
()=>{if(window.location.hash===Tt.last)return;let t=Yo();t.lang&&t.lang!==m.lang&&(m.lang=t.lang,O("language")),Ho(t)}),
f.on("moveend",Go);for(let t of["language","layers","year","view"])L(t,Go)}var ma=y.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!N.matches}),y.DomEvent.disableClickPropagation(
this.box),L("language",()=>this.write()),this.box},write(){let t=[...Object.values(v.tables).flatMap(r=>r.sources).map(r=>r.
title),...v.headlines.flatMap(r=>r.sources)],e=[l(v.attribution),v.basemap?l(v.basemap.attribution):"",...new Set(t)].filter(
Boolean),n=i(v.review?"span.review":"span.review.unset",{},l("review"),v.review?x(v.review):l("noReview")),o=i("div.cred\
its",{tabIndex:0},i("span",{},l("credits")));e.forEach((r,a)=>{o.append(a?"; ":"",x(r))}),this.box.replaceChildren(i("su\
mmary",{},n),o)}}),fa=y.Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-say":e,onclick:o},n);return this.
box=i("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>f.zoomIn()),t("zoomOut","−",()=>f.zoomOut()),t("home",yt("home"),Zt)),
y.DomEvent.disableClickPropagation(this.box),L("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=l(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function ha(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>rt(l("full")))}var ga=[["measure",()=>Re(
!m.measuring)],["full",ha],["link",Zo],["print",Wo]],wa=y.Control.extend({onAdd(){let t=ga.filter(([e])=>e!=="full"||document.
fullscreenEnabled);return this.box=i("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>i("button",{type:"button",id:`tool-${e}`,
onclick:n,"aria-pressed":e==="measure"?"false":null},yt(e)))),y.DomEvent.disableClickPropagation(this.box),L("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=l(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function Jo(){let t=new ma({position:"bottomright"}).addTo(f);return new fa({position:N.
matches?"bottomright":"topright"}).addTo(f),new wa({position:"topright"}).addTo(f),y.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(f),document.addEventListener("fullscreenchange",()=>f.invalidateSize({animate:!1})),t.box}var Ct={width:320,height:104,most:160};function Xo(t,e,n){let o=e&&t.data.columns[e];return o&&ot(o)?ba(t,e,n):t.legend.
classes?va(t):null}function ya(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"\
true"},n||""))}function ba(t,e,n){let r=t.data.columns[e],a=n.map(S=>({row:S,value:V(r.values,S)})).filter(S=>typeof S.value==
"number").slice(0,Ct.most);if(a.length<2)return null;let{width:s,height:c}=Ct,u=a.map(S=>S.value),[p,d]=[Math.min(0,...u),
Math.max(0,...u)],h=S=>4+(c-8)*(d-S)/(d-p||1),g=s/a.length,w=g>4?Math.min(3,g*.2):0,M=a.map(({row:S,value:z},$)=>{let R=_(
"g",{class:"bar","data-row":S});return R.append(_("rect",{class:"hit",x:$*g,y:0,width:g,height:c}),_("rect",{class:"valu\
e",x:$*g+w/2,width:Math.max(.6,g-w),y:Math.min(h(0),h(z)),height:Math.max(1,Math.abs(h(z)-h(0))),fill:e===t.column?Se(t,
S):"#4d8296"})),R}),k=`${l("chart")}${l(r.title)}`,E=_("svg",{viewBox:`0 0 ${s} ${c}`,role:"img","aria-label":k,preserveAspectRatio:"\
none"},...M,_("line",{class:"zero",x1:0,x2:s,y1:h(0),y2:h(0)}));E.addEventListener("mouseover",S=>zt(t,Pt(S))),E.addEventListener(
"mouseleave",()=>zt(t,null)),E.addEventListener("click",S=>{let z=Pt(S);z!==null&&Ut(t,z,!1,!1)});let T=a.length===Ct.most&&
n.length>Ct.most?i("span.count",{},` ${U("firstBars",Ct.most)}`):null;return ya([x(l(r.title)),r.unit?x(m.lang==="zh"?`（${l(
r.unit)}）`:` (${l(r.unit)})`):null,r.derived?j():null,T],E)}function va(t){let e=Ae(t),n=t.legend.classes.map((s,c)=>({
color:s.color,count:e.classes[c],text:s.words?l(s.words):$t(s.low,s.high)}));e.missing&&n.push({color:Bt,count:e.missing,
text:l(t.legend.missingWords||"missing")});let o=n.reduce((s,c)=>s+c.count,0);if(!o)return null;let r=0,a=_("svg",{viewBox:`\
0 0 ${Ct.width} 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${l("chart")}${l(t.legend.title)}`});
return n.filter(s=>s.count).forEach(s=>{let c=Ct.width*s.count/o;a.append(_("rect",{x:r,y:0,width:Math.max(.5,c-1.5),height:22,
fill:s.color,class:"part"})),r+=c}),i("figure.chart",{},i("figcaption",{},x(l(t.legend.title)),t.legend.derived?j():null),
a,i("ul.parts",{},n.filter(s=>s.count).map(s=>i("li",{},i("span.dot",{style:{"--color":s.color}}),x(s.text),i("span.coun\
t",{},` ${U("rows",s.count)}`)))))}function tr(t,e,n){let o=t.data.columns[e];return n===null||!o||!ot(o)?[l("chartHint")]:
[x(H(t,n),"strong.datum")," ",nt(o,Z(t.data,e,n),t,e)]}var mt=document.getElementById("figures"),Fe=document.getElementById("figures-toggle"),C={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},xa=26;function Mn(){let t=A.filter(r=>m.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===C.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,a)=>a.places.length-r.places.length)[0]||t[t.length-1]||null}function er(){let t=Mn();return!t||t.data.
count<=5e3}function En(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
Kt(e,r)).filter((r,a)=>a===0||r===t.column||!Array.from({length:n}).some((s,c)=>{let u=Z(t.data,r,c);return typeof u=="s\
tring"&&!Kt(e[r].words,u)&&(u.length>xa||u.includes(`
`))}))}function ka(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),a=Array.from({length:o.
count},(p,d)=>d).filter(p=>Lt(t,p));if(!e)return a;let s=o.columns[e],c=new Map(a.map(p=>{let d=Z(o,e,p);return d==null?
[p,null]:[p,typeof d=="number"?d:st(s,d,t,e)]})),u=n?-1:1;return a.sort((p,d)=>{let[h,g]=[c.get(p),c.get(d)];if(h===null||
g===null)return(h===null)-(g===null)||p-d;let w=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return u*w||p-
d})}function La(){return v.headlines.length?i("dl.headlines",{},v.headlines.map(t=>i("div",{title:l("credits")+t.sources.
join("; ")},i("dt",{},x(l(t.title))),i("dd",{},i("strong",{},t.value===null?"—":Ma(t.value)),t.unit&&t.value!==null?x(
` ${l(t.unit)}`):null,t.of!==null?i("span.of",{},U("ofAll",t.of)):null,t.derived?j():null,t.missing?i("span.note",{},U("\
unknown",t.missing)):null)))):null}function Ma(t){return Math.abs(t)>=1e3?F(Math.round(t)):F(Math.round(t*10)/10)}function Ea(t,e){
let n=t.data.columns[e];C.down=C.sort===e?!C.down:ot(n),C.sort=e,Ot(),document.getElementById(`sort-${En(t).indexOf(e)}`).
focus()}function za(t,e,n){let o=t.data.columns[e],r=C.sort===e;return i(ot(o)?"th.number":"th",{scope:"col","aria-sort":r?
C.down?"descending":"ascending":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>Ea(t,e)},x(l(o.title)),i("s\
pan.arrow",{"aria-hidden":"true"},r?C.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},l(o.unit)):null,o.derived?
j():null)}function Sa(t,e,n){let o=t.data,r=i("tr",{"data-row":String(n)});return e.forEach((a,s)=>{let c=o.columns[a],u=st(
c,Z(o,a,n),t,a);if(s===0){r.append(i("th",{scope:"row"},i("button",{type:"button",dir:"auto",onclick:p=>Ut(t,n,!1,p.detail===
0)},u)));return}r.append(i(ot(c)?"td.number":"td",{dir:ot(c)?null:"auto"},a===t.column&&t.style.kind!=="outline"?i("span\
.dot",{style:{"--color":Se(t,n)}}):null,u))}),r}function Aa(t){let e=A.filter(n=>m.shown[n.number]&&n.geometry!=="raster").
reverse();return i("label.pick",{},i("span",{},l("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(C,
{picked:Number(n.target.value),sort:null,most:200}),Ot()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},l(
n.title)))))}function Ta(t){let e=En(t),n=C.rows.slice(0,C.most),o=i("table",{onmouseover:r=>zt(t,Pt(r)),onmouseleave:()=>zt(
t,null),onfocusin:r=>zt(t,Pt(r))},i("caption",{},x(l(t.title)),i("span.count",{},` ${U("tableRows",C.rows.length)}`)),i(
"thead",{},i("tr",{},e.map((r,a)=>za(t,r,a)))),i("tbody",{},n.map(r=>Sa(t,e,r))));return[C.rows.length?null:i("p.hint",{},
l("nothingDue")),i("div.table",{tabIndex:0,role:"region","aria-label":l(t.title)},o),n.length<C.rows.length?i("button.mo\
re",{type:"button",id:"figures-more",onclick:()=>{C.most+=500,Ot()}},l("more")):null]}function Ot(){if(Fe.replaceChildren(
l("figures")),mt.setAttribute("aria-label",l("figuresTitle")),!C.open)return;let t=mt.contains(document.activeElement)?document.
activeElement.id:null,{scrollTop:e}=mt,n=Mn(),o=[i("div.figures-head",{},i("h2",{},l("figuresTitle")),i("button.close",{
type:"button",id:"figures-close","aria-label":l("close"),onclick:()=>{ft(!1),Fe.focus()}},"×")),La()];if(n){let r=En(n);
if(!r.includes(C.sort)){let a=n.column&&r.includes(n.column)?n.column:r[0];C.sort=a||null,C.down=!!(a&&ot(n.data.columns[a]))}
C.rows=ka(n,C.sort,C.down),o.push(Aa(n),Xo(n,C.sort,C.rows),Ta(n))}else o.push(i("p.hint",{},l("nothingShown")));mt.replaceChildren(
...o.flat(1/0).filter(Boolean)),mt.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),Ln(!1)}
function Ln(t){if(!C.open)return;let e=Mn();if(!e)return;let n=m.chosen&&m.chosen.layer.table===e.table?m.chosen:null,o=Xt.
find(c=>c.layer.table===e.table),r=o?new Set(o.place.rows):new Set;mt.querySelectorAll("[data-row]").forEach(c=>{let u=Number(
c.dataset.row);c.classList.toggle("hovered",r.has(u));let p=!!n&&(n.place?n.place.rows.includes(u):n.row===u);c.classList.
toggle("picked",p),c.tagName==="TR"&&c.setAttribute("aria-selected",String(p)),t&&p&&c.tagName==="TR"&&Ca(c)});let a=mt.
querySelector(".chart-note"),s=o?o.place.rows[0]:n?n.row:null;a&&a.replaceChildren(...tr(e,C.sort,s))}function Ca(t){let e=t.
closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.
scrollTop=n+o-e.clientHeight)}function ft(t){ke(()=>{C.open=t,t&&O("opened","figures"),mt.hidden=!t,document.body.classList.
toggle("figures-open",t),Fe.setAttribute("aria-expanded",String(t)),Ot()})}function nr(){Fe.addEventListener("click",()=>ft(
!C.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&C.open&&ft(!1)}),L("opened",t=>{(t==="des\
k"||t==="panel"&&N.matches)&&C.open&&ft(!1)}),L("language",Ot),L("layers",Ot),L("year",Ot),L("hover",()=>Ln(!1)),L("chos\
en",()=>Ln(!0))}function Oa(t){let e=[t.publisher,t.date].filter(Boolean),n=i("li",{},x(t.title));for(let o of e)n.append(" · ",x(o));return t.
url&&n.append(" · ",t.link?Gn(t.url,t.url):x(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},l(t.note))),n}function $a(t){
let e=Object.values(t.columns).filter(r=>r.meaning),n=i("dl.values"),o=(r,...a)=>n.append(i("dt",{},l(r)),i("dd",{},...a));
return t.vintage&&o("vintage",x(t.vintage)),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(Oa))),t.licence&&
o("licence",x(t.licence)),e.length&&o("meaning",i("ul.plain",{},e.map(r=>i("li",{},x(l(r.title),"strong.datum"),r.derived?
j():null," ",x(l(r.meaning)))))),i("section",{},i("h3",{dir:"auto"},l(t.title)),i("p",{dir:"auto"},l(t.description)),n)}
function or(){return[i("h2",{id:"about-title"},l("about")),i("p.lead",{dir:"auto"},l(v.description)),Object.values(v.tables).
map($a),i("p.software",{},l("software"))]}var rr=document.getElementById("about-open"),Ue=document.getElementById("language");function Pa(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en",document.title=l(v.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=l(v[t]),e.title=l(v[t])}rr.replaceChildren(...he("about")),Ue.replaceChildren(l("language")),Ue.setAttribute(
"aria-label",l("languageHint")),Ue.lang=m.lang==="zh"?"en":"zh-CN",f.getContainer().setAttribute("role","main"),f.getContainer().
setAttribute("aria-label",l("map"))}function ar(){rr.addEventListener("click",()=>ut(or)),Ue.addEventListener("click",()=>{
m.lang=m.lang==="zh"?"en":"zh",O("language")}),L("language",Pa)}var zn=document.getElementById("panel"),Sn=document.getElementById("panel-toggle");function Ia(t){let e=`layer-${t.number}`,
n=i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:m.shown[t.number],onchange:r=>it(t,r.target.
checked)}),i("label",{for:e,dir:"auto"},l(t.title)),t.style.kind==="outline"?St(t.style):null)),o=Pe(t);return o.children.
length&&(o.hidden=!m.shown[t.number],n.append(o)),n}function Ba(t,e){return i("label.opacity",{title:l("opacity")},i("sp\
an",{"aria-hidden":"true"},l("opacityShort")),i("span.unseen",{dir:"auto"},`${l("opacity")} `,l(t.title)),i("input",{type:"\
range",id:`opacity-${e}`,min:0,max:100,step:5,value:Math.round(100*m.opacity[e]),oninput:n=>we(e,n.target.valueAsNumber/
100)}))}function ir(){let t=document.activeElement?.id;zn.setAttribute("aria-label",l("layers")),zn.replaceChildren(...v.
groups.map((e,n)=>i("fieldset",{style:{"--group":m.opacity[n]}},i("legend",{dir:"auto"},l(e.title)),Ba(e,n),[...e.layers].
reverse().map(o=>Ia(A[o])))).reverse()),Sn.replaceChildren(...he("layers")),t&&zn.querySelector(`#${CSS.escape(t)}`)&&document.
getElementById(t).focus()}function se(t){document.body.classList.toggle("panel-open",t),Sn.setAttribute("aria-expanded",
String(t)),t&&O("opened","panel"),f.invalidateSize({animate:!1})}function Ra(){for(let t of A){let e=document.getElementById(
`legend-${t.number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=
m.shown[t.number])}}function Na(){m.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.
round(100*t),n.closest("fieldset").style.setProperty("--group",t))})}function sr(){Sn.addEventListener("click",()=>se(!document.
body.classList.contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&N.matches&&se(!1)}),L(
"opened",t=>{t!=="panel"&&N.matches&&se(!1)}),L("language",ir),L("year",ir),L("layers",Ra),L("view",Na)}function le(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function lr({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(le);return{code:n||"",zh:le(t??""),en:le(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(le),initials:r.map(a=>a.slice(0,1)).join("")}}function Da(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}function cr(t,e,n){let o=le(e);return o?
t.map(r=>({entry:r,fit:Da(r,o)})).filter(r=>r.fit!==null).sort((r,a)=>r.fit-a.fit||r.entry.zh.length-a.entry.zh.length).
slice(0,n).map(r=>r.entry):[]}var Tn=document.getElementById("search"),Fa=12,An=null,D=[],Q=-1;function Ua(){let t=[],e=new Set,n=r=>A.some(a=>a.table===
r&&m.shown[a.number]);return Object.keys(v.tables).sort((r,a)=>n(a)-n(r)).forEach(r=>{let a=v.tables[r],{search:s}=a,c=s.
name?a.columns[s.name]:null;for(let u=0;u<a.count;u++){let p=c?V(c.values,u):null,d=c?.english?V(c.english,u):null,h=s.code?
s.code[u]:null,g=h?`${h} ${p}`:null;if(p===null&&d===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let w=s.pinyin?V(s.
pinyin,u):null;t.push({table:r,row:u,...lr({zh:p,en:d,code:h,pinyin:w})})}}),t}function ur(t){return An=An||Ua(),cr(An,t,
Fa)}function dr(t){let e=A.filter(n=>n.table===t);return e.filter(n=>m.shown[n.number]).pop()||e[0]}function pr(t){let e=dr(
t.table);_a(),m.year!==null&&!Lt(e,t.row)&&X(null),Ut(e,t.row,!0,!0),N.matches&&ft(!1)}function _a(){D=[],Q=-1,ce()}function Wa(t){
let e=dr(t.table),n=v.tables[t.table],o=n.search.name?n.columns[n.search.name]:null,r=o?.english?V(m.lang==="zh"?o.english:
o.values,t.row):null;return[x(H(e,t.row),"strong.datum"),r?x(r,"span.other"):null,i("span.of",{},t.code?`${t.code} · `:
"",x(l(e.title)))]}function ce(){let t=document.getElementById("search-list"),e=document.getElementById("search-input"),
n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...D.map((r,a)=>i("li",{id:`found-${a}`,role:"option",
"aria-selected":String(a===Q),onmousedown:s=>{s.preventDefault(),pr(r)}},Wa(r))));let o=document.getElementById("search-\
none");o.hidden=D.length>0||!n||Q===-2,o.textContent=l("nothingFound"),t.hidden=!D.length,e.setAttribute("aria-expanded",
String(D.length>0)),Q>=0?(e.setAttribute("aria-activedescendant",`found-${Q}`),document.getElementById(`found-${Q}`).scrollIntoView(
{block:"nearest"})):e.removeAttribute("aria-activedescendant")}function ja(t){D=ur(t.target.value),Q=D.length?0:-1,ce(),
t.target.value.trim()&&rt(D.length?U("found",D.length):l("nothingFound"))}function Ha(t){let e={ArrowDown:1,ArrowUp:-1}[t.
key];e&&D.length?(t.preventDefault(),Q=(Q+e+D.length)%D.length,ce()):t.key==="Escape"&&(t.stopPropagation(),D.length||(t.
target.value=""),D=[],Q=-2,ce())}function Ga(){let t=document.getElementById("search-input");Tn.setAttribute("aria-label",
l("search")),Tn.replaceChildren(i("div.field",{},yt("search"),i("input",{id:"search-input",type:"search",role:"combobox",
placeholder:l("searchHint"),"aria-label":`${l("search")}: ${l("searchHint")}`,"aria-autocomplete":"list","aria-controls":"\
search-list","aria-expanded":"false",spellcheck:!1,value:t?t.value:"",oninput:ja,onkeydown:Ha,onblur:()=>{Q=-2,D=[],ce()}})),
i("ul",{id:"search-list",role:"listbox","aria-label":l("search"),hidden:!0}),i("p",{id:"search-none",hidden:!0}))}function mr(){
Tn.addEventListener("submit",t=>{t.preventDefault();let e=document.getElementById("search-input");D.length||(D=ur(e.value)),
D.length&&pr(D[Math.max(0,Q)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.
target.tagName||"")||(t.preventDefault(),document.getElementById("search-input").focus())}),L("language",Ga)}function fr(...t){jn(v),Qo(),v.basemap&&No(v.basemap),Mo(),vo(),zo(),$o(),Uo(Jo()),sr(),nr(),mr(),Oo(),jo(),mo(),ar(),Ro();
for(let e of t)e(v);O("language"),se(!N.matches),ft(window.matchMedia("(min-width: 1180px)").matches&&er()),Zt(),qo(),dt(),
window.gisplan={map:f,data:v,state:m,layers:A,places:bt,setYear:X,geodesicLength:q,geodesicArea:me}}fr(so);
})();
