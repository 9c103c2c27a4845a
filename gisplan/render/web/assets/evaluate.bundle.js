// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 0535d6297508cd518cb1b8e8e4957c21fd8e852e61e34e7884f5f9c9434ea1ef
// bundle 7f5906b626e4b3ca434c357377109e004e05e66736135d13508189501eb922de esbuild 0.28.2
(async()=>{"use strict";
var Jo="东经|西经|北纬|南纬|经度|纬度|[NSEW]",qs=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,Uc=new RegExp(`(${Jo})?\\s*[:：=]?\\s*${qs}`,"gi"),
_c=new RegExp(`()${qs}(?:\\s*(${Jo}))?`,"gi"),jc={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},Gc=new Set(["西经","南纬","W","S"]);function Wc(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${Jo})`,"i").test(e),r=e.replace(o?Uc:_c,(s,a,l,c,d,f)=>{let m=(a||(typeof f=="s\
tring"?f:"")).toUpperCase(),g=/^[−-]/.test(l)?-1:1,w=Math.abs(parseFloat(l.replace("−","-"))),y=g*(w+(c?c/60:0)+(d?d/
3600:0)),S=(c===void 0||c<60)&&(d===void 0||d<60);return n.push({value:Gc.has(m)?-y:y,axis:jc[m]||null,short:S})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function Xt(t,e){let n=Wc(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,a=o.axis==="lat"||r.axis==="lon",l=(g,w)=>Math.abs(g)<=180&&Math.abs(w)<=90,c=a?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let d=c.findIndex(([g,w])=>l(g,w)&&e(g,w));if(d<0)return{fault:c.
some(([g,w])=>l(g,w))?"tooFar":"outOfRange"};let[f,m]=c[d].map(ut);return{lon:f,lat:m,note:d===1?"swapped":null}}function ut(t){
return Math.round(t*1e6)/1e6}var Ys=new Int8Array(128),Ks="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Ks.length;t++)
Ys[Ks.charCodeAt(t)]=t;function Jt(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=Ys[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function $t(t,{decimals:e,origin:n}){let o=10**-e,r=Jt(t),s=[],[a,
l]=n;for(let c=0;c<r.length;c+=2)a+=r[c],l+=r[c+1],s.push([l*o,a*o]);return s}function Un(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let a=r?1:0;a<s.length;a++)n.push(s[a])}),n}function R(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function _n(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
a,l]=t[r],[c,d]=t[s];a>e!=c>e&&n<(d-l)*(e-a)/(c-a)+l&&(o=!o)}return o}var lt=.0033528106647474805,Zt=6378137*(1-lt),Qo=6335439,tr=1e-4,F=Math.PI/180;function er(t,e){return((e-t+540)%360+360)%
360-180}function Ze(t,e){let n=lt*(2-lt),o=Math.sin(e*F),r=Math.cos(e*F),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*F),s*r*Math.sin(t*F),s*(1-n)*o]}function Xs(t){let e=t*(40680631590769-Zt*Zt)/(Zt*Zt);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function Js(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Zs(t){return lt/16*t*(4+lt*(4-3*t))}function mt(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-lt)*
Math.tan(e*F)),s=Math.atan((1-lt)*Math.tan(o*F)),[a,l,c,d]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],f=er(t,n)*F,
m=f;for(let g=0;g<100;g++){let w=Math.sin(m),y=Math.cos(m),S=Math.hypot(d*w,l*c-a*d*y);if(S===0)return 0;let z=a*c+l*d*y,
T=Math.atan2(S,z),L=l*d*w/S,O=1-L*L,I=O>1e-15?z-2*a*c/O:0,H=Zs(O),et=m;if(m=f+(1-H)*lt*L*(T+H*S*(I+H*z*(2*I*I-1))),Math.
abs(m-et)<1e-13){let[Lt,Yt]=Xs(O);return Zt*Lt*(T-Js(Yt,S,z,I))}}return NaN}function Qt(t,e,n,o){let r=n*F,s=(1-lt)*Math.
tan(e*F),a=1/Math.sqrt(1+s*s),l=s*a,c=Math.atan2(s,Math.cos(r)),d=a*Math.sin(r),f=1-d*d,[m,g]=Xs(f),w=o/(Zt*m);for(let et=0,
Lt=1/0;et<100&&Math.abs(w-Lt)>1e-13;et++)Lt=w,w=o/(Zt*m)+Js(g,Math.sin(w),Math.cos(w),Math.cos(2*c+w));let[y,S,z]=[Math.
sin(w),Math.cos(w),Math.cos(2*c+w)],T=l*y-a*S*Math.cos(r),L=Math.atan2(l*S+a*y*Math.cos(r),(1-lt)*Math.hypot(d,T)),O=Math.
atan2(y*Math.sin(r),a*S-l*y*Math.cos(r)),I=Zs(f),H=O-(1-I)*lt*d*(w+I*y*(z+I*S*(2*z*z-1)));return[L/F,t+H/F]}function Vc(t,e,n,o,r){
let[s,a]=[Ze(t,e),Ze(n,o)],[l,c,d]=[a[0]-s[0],a[1]-s[1],a[2]-s[2]],[f,m]=[Math.sin(t*F),Math.cos(t*F)],[g,w]=[Math.sin(e*
F),Math.cos(e*F)],y=-f*l+m*c,S=-g*m*l-g*f*c+w*d,z=Math.atan2(y,S)/F;for(let T=0;T<4;T++){let[L,O]=Qt(t,e,z,r),I=er(O,n)*
Math.cos(o*F)*F*6378137,H=(o-L)*F*6378137,[et,Lt]=Qt(t,e,z,r*.999),Yt=Math.atan2((O-Lt)*Math.cos(o*F),L-et),Je=I*Math.cos(
Yt)-H*Math.sin(Yt),Fc=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));z+=Je/Fc/F}return z}function Qe([t,e],[n,o],r,s){
let a=mt(e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(a/2e3)));if(l===1||!a||!Number.isFinite(a))return[[n,o]];let c=Vc(e,
t,o,n,a);return[...Array.from({length:l-1},(f,m)=>Qt(e,t,c,a*(m+1)/l)),[n,o]]}function Zo(t){let e=Math.sqrt(lt*(2-lt)),
n=Math.sin(t*F);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function jn(t){let e=0,n=Zo(t[0][0]);return t.forEach((o,r)=>{
let[s,a]=o;Qe(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=er(a,c)*F*(Zo(s)-n+Zo(l)-n)/2,[s,a]=[l,c]})}),Math.abs(e)*
6378137*6378137/2}function nr(t){return t.slice(1).reduce((e,[n,o],r)=>e+mt(t[r][1],t[r][0],o,n),0)}function ta({at:t,decimals:e,count:n}){let o=10**e,r=Jt(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
a=0,l=0;for(let c=0;c<n;c++)a+=r[2*c],l+=r[2*c+1],s.lon[c]=a/o,s.lat[c]=l/o,s.xyz.push(Ze(s.lon[c],s.lat[c]));return s}function Hc(t){
let e=ta(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function qc(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function Qs(t,e,n,o){let r=Ze(
e,n),s=o/11e4,a=[];for(let l=qc(t,n-s);l<t.count;l++){let c=t.order[l];if(t.lat[c]>n+s)break;let d=t.xyz[c],f=Math.hypot(
d[0]-r[0],d[1]-r[1],d[2]-r[2]);if(f>o+tr)continue;(2*Qo*Math.asin(Math.min(1,f/(2*Qo)))+tr<=o||mt(t.lon[c],t.lat[c],e,n)<=
o)&&a.push(c)}return a}function ea(t,e){let n=Hc(t.demand),o={...ta(t.sites),names:t.sites.names},r=d=>d.reduce((f,m)=>f+
n.amounts[m],0);function s(d,f){let m=null;for(let g=0;g<o.count;g++){let w=mt(d,f,o.lon[g],o.lat[g]);(!m||w<m.metres)&&
(m={at:g,metres:w})}return m}let a=new Map;function l(d){if(!a.has(d)){let f=new Uint8Array(n.count);for(let m=0;m<o.count;m++)
for(let g of Qs(n,o.lon[m],o.lat[m],d))f[g]=1;a.set(d,f)}return a.get(d)}function c(d,f){let m=l(f),g=new Uint16Array(n.
count),w=d.map(({lon:O,lat:I})=>{let H=Qs(n,O,I,f);for(let et of H)g[et]+=1;return H}),y=d.map(({lon:O,lat:I},H)=>{let et=w[H].
filter(Je=>!m[Je]),Lt=r(w[H]),Yt=r(et);return{reached:Lt,gained:Yt,overlap:Lt-Yt,only:r(et.filter(Je=>g[Je]===1)),nearest:s(
O,I),county:e(t.counties,O,I),region:e(t.regions,O,I)}}),S=()=>({total:0,before:0,after:0}),z=t.codes.map(S),T=S(),L=[];
for(let O=0;O<n.count;O++){let I=n.amounts[O],H=m[O]||g[O];H&&!m[O]&&L.push(O);for(let et of[T,z[n.region[O]]])et&&(et.total+=
I,m[O]&&(et.before+=I),H&&(et.after+=I))}return{each:y,whole:T,regions:z,gained:L}}return{demand:n,sites:o,evaluate:c}}async function Kc(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var or=document.getElementById("gisplan-data"),b=JSON.parse(or.dataset.packed?await Kc(or.textContent):or.textContent);var Yc=[[1e9,1e8,"亿"],[1e5,1e4,"万"]],Xc=[[1e8,1e8,"亿"],[1e4,1e4,"万"]],Jc=2,Zc={digits:null,myriads:!0},Qc={digits:3,
myriads:!0};function te(t){return(t<1e21?String(t):String(BigInt(t))).replace(/\B(?=(\d{3})+$)/g,",")}function Gn(t,e){if(t>=
1e21)return te(t);let[n,o]=t.toFixed(e).split("."),r=(o||"").replace(/0+$/,"");return te(Number(n))+(r?`.${r}`:"")}function tu(t,e){
let n=e&&Yc.find(([o])=>t>=o);return n?Gn(t/n[1],Jc)+n[2]:Number.isInteger(t)?te(t):t>=1?Gn(t,t>=1e3?1:2):Gn(Number(t.toPrecision(
3)),10)}function eu(t,e,n){let o=e,r=Number(t.toPrecision(o));for(;t<100&&r>=100&&o<12;)o+=1,r=Number(t.toPrecision(o));
let s=n&&Xc.find(([l])=>r>=l),a=s?r/s[1]:r;return Gn(a,nu(a))+(s?s[2]:"")}function nu(t){let[e,n]=String(t).split("e"),o=(e.
split(".")[1]||"").length-Number(n||0);return Math.min(10,Math.max(0,o))}function Z(t,e=Zc,n="en"){let o=Math.abs(t),r=e.
myriads&&n==="zh",s=e.digits?eu(o,e.digits,r):tu(o,r);return t<0&&s!=="0"?`−${s}`:s}function tn(t,e){return e>0?`${Z(t/
e*100,Qc)} %`:"—"}function rr(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Z(Number((t/1e3).toFixed(t<1e5?
3:2)))} km`:"—"}function Wn(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(2)} km`:"—"}function na(t){
let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Z(Number((t/n).toFixed(2))),e]}var p={lang:"zh",context:{},shown:[],opacity:[],year:null,chosen:null,kept:{},map:0,profile:null,filter:new Map,more:{},
measuring:!1,paper:!1,place:null},oa={language:[],layers:[],context:[],year:[],hover:[],chosen:[],view:[],opened:[],candidates:[],
picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],kept:[]};function M(t,e){oa[t].push(
e)}function $(t,e){for(let n of oa[t])n(e)}function ra(t){p.lang=t.lang,p.shown=t.layers.map(e=>e.show),p.opacity=t.groups.
map(()=>1)}var ou={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},ru={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
su={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},ownTaken:{zh:t=>`采用 ${t} 行。`,en:t=>`${t} rows taken.`},ownShapes:{zh:t=>`另绘线、面 ${t}\
 个。`,en:t=>`${t} lines or areas drawn.`},ownRefused:{zh:t=>`未采用 ${t} 行：`,en:t=>`${t} rows not taken:`},ownRow:{
zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{zh:t=>`另有 ${t} 项只知道所在的上一级单位，位置在此，未计入`,
en:t=>`${t} more are drawn here but known to the unit above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,
en:t=>`${t} of unknown year, shown in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>`\
 等 ${t} 项`,en:t=>` and ${t-1} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without\
 a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t}\
 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,
en:t=>`${t} rows`},firstBars:{zh:t=>`前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} f\
ound`},cells:{zh:t=>`${t} 格`,en:t=>`${t} cells`}};function u(t){let e=typeof t=="string"?ou[t]??ru[t]:t;return e?e[p.lang]:
""}function D(t,e){return su[t][p.lang](te(e))}function sa(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of \
the report is not known"}:{zh:`以下为 ${e} 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态\
不详：${n.zh}`,en:`Not known in ${t}: ${n.en}`}[p.lang]}function aa(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[p.lang]}function Rt(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function Q(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&Rt(n.words,o)?n.words[o]:{},t.words].find(a=>Rt(a,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):Z(e,t,p.lang):e}function en(t,e){if(typeof e!="number"||t.year||
t.words&&Rt(t.words,e))return null;let n=Z(e,{digits:15});return Z(e,t,p.lang)===n?null:n}function sr(t,{unit:e}){return(/[万亿]$/.
test(t)?"":" ")+u(e)}function st(t,e,n,o){let r=Q(t,e,n,o);return e==null||!t.unit?r:r+sr(r,t)}function Y(t){return(t.type===
"integer"||t.type==="number")&&!t.year}var k=window.L;function ia(t){let e=t.arcs?t.arcs.split(" ").map(n=>$t(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?$t(n.at,t):[],s=n.anchor?$t(n.anchor,t):[];return Array.from({length:o},(a,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=R(n.precision,l),c;if(c.
parts=n.shapes[l].map(d=>d.map(f=>Un(e,f))),c.bounds=k.latLngBounds(c.parts.flatMap(d=>d[0])),c.anchor=s[l],c.anchor){let d=c.
parts.find(([f])=>_n(f,c.anchor))||c.parts[0];c.room=k.latLngBounds(d[0])}return c})}}function Dt(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>_n(o,n)&&!r.some(s=>_n(s,n)))}function la(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),a=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>a.x+o||r.y>s.y+o||r.y<a.y-o?!1:e.parts.some(([l])=>{let c=l.map(d=>t.latLngToLayerPoint(d));return c.some((d,f)=>f&&
k.LineUtil.pointToSegmentDistance(r,c[f-1],d)<=o)})}var h=window.map_gisplan,au=ia(b),Ct=Object.fromEntries(Object.entries(b.tables).map(([t,e])=>[t,au(e)])),E=b.layers.map(
(t,e)=>({...t,number:e,data:b.tables[t.table],places:Ct[t.table],geometry:b.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),ze=600;function ot(t,e){let n=h.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function Ft({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function Vn(t,e){p.shown[t.number]=e,e?t.group.addTo(h):t.group.remove()}function tt(t,e){if(e&&Ft(t))for(let n of E)
n!==t&&p.shown[n.number]&&Ft(n)&&Vn(n,!1);Vn(t,e),$("layers")}function ca(t,e){for(let n of E)Ft(n)&&Vn(n,n===t||n===e);
$("layers")}function ua(){let t=E.filter(e=>p.shown[e.number]&&Ft(e));for(let e of t.slice(0,-1))Vn(e,!1)}function Hn(t,e){
p.opacity[t]=e;for(let n of b.groups[t].layers)h.getPane(E[n].pane).style.opacity=e;$("view")}var da=40,ee="@prefecture",Ee="@class";function qn(t,e){return`${t}~${e}`}function Kn(t){return qn(t.table,`${Ee}${t.number}`)}
function nn(t){return p.filter.get(t)??null}function Yn(t,e){let n=new Set(nn(t)??[]);n.delete(e)||n.add(e),iu(t,n)}function iu(t,e){
e.size?p.filter.set(t,e):p.filter.delete(t),$("filter")}function fa(){p.filter.clear(),$("filter")}function ne(t){return[
...p.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(Ee)||o===`${Ee}${t.number}`)})}function pa(t,e,n){
for(let[o,r]of ne(t)){let s=o.split("~")[1],a=null;if(s.startsWith(Ee)?a=String(n.classOfRow(t,e)):s===ee?a=ir(t,e,n):a=
String(R(t.data.columns[s].values,e)??""),!r.has(a))return!1}return!0}var ar=new Map;function ir(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";ar.has(t.table)||ar.set(t.table,new Map);let s=ar.get(t.table);if(s.has(e))return s.get(e);
let a=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=a.findIndex(f=>f.slice(0,4)===String(l).slice(0,4));else{
let f=o(t,e),m=f?.point??f?.anchor;m&&(c=n.places.findIndex(g=>r(g,m)))}let d=c<0?"":String(a[c]);return s.set(e,d),d}function G(t,e,n){let o=t.columns[e],r=R(o.values,n);if(!o.english)return r;let s=R(o.english,n);return p.lang==="zh"?r??
s:s??r}function W(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=G(
t.data,o,e);if(r!=null)return Q(n[o],r,t,o)}return u("untitled")}function oe(t,e){let n=U(t,e),o=W(t,n[0]);return n.length>
1?o+D("others",n.length):o}function ma(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>R(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function Xn(t,e){return R(t.data.columns[t.yearColumn].values,e)??null}function cr(t,e){if(p.
kept[t.table]&&!p.kept[t.table].has(e))return!1;if(!t.yearColumn||p.year===null)return!0;let n=Xn(t,e);return n===null||
n<=p.year}function ur(t,e){return R(t.data.columns[t.reportColumn].values,e)??null}function dr(t,e){if(!t.reportColumn||
p.year===null)return!0;let[n,o]=[Xn(t,e),ur(t,e)];return n===null&&o===null?!1:(n??o)<=p.year&&p.year<=(o??1/0)}function Te(t,e){
if(!dr(t,e))return-1;if(t.each)return t.each[e];let n=nt(t,e);return n&&t.of?t.of[n.at]:-1}var re={classOfRow:Te,rowPlace:nt,
prefectures:null,inPolygon:null};function bt(t){return!!t.yearColumn&&p.year!==null||!!p.kept[t.table]||ne(t).length>0}function se(t,e){
return cr(t,e)&&pa(t,e,re)}function U(t,e){return bt(t)?e.rows.filter(n=>se(t,n)):e.rows}var lr=new Map;function nt(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(lr.has(o)||lr.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),lr.get(o).get(e)||null)}var v={asked:null,coverage:null,list:[],past:[],future:[],reach:0,figures:null,made:0};function fr(t,e,n){let o=k.latLng(
n,e);return Ct[t].find(r=>Dt(r,o))||null}function ha(t){v.asked=t,v.reach=t.reach,v.coverage=ea(t,fr),mr()}function Le(){
return v.reach*1e3}function dt(t){return st(v.asked.quantity,t)}function Jn(t){let{names:e}=v.coverage.sites;return(p.lang===
"zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function pr(t){return E.find(e=>e.table===t)}function Zn({region:t,
county:e}){let n=[[v.asked.regions,t],[v.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>W(pr(o),r.rows[0]));return n.
length?[...new Set(n)].join(" · "):u("outside")}function $e(t,e){let[n,o,r,s]=b.bounds,a=Math.max(...v.asked.reaches),[
l,c]=[a/110,a/(111*Math.max(.1,Math.cos(e*F)))];return t>=n-c&&t<=r+c&&e>=o-l&&e<=s+l}function mr(){v.figures=v.coverage.
evaluate(v.list,Le())}function ae(t){v.past.push(v.list),v.future=[],v.list=t,Qn()}function on(t,e=[...v.past,v.list],n=[]){
Object.assign(v,{list:t,past:e,future:n}),Qn()}function ga(t,e){t.length&&(e.push(v.list),v.list=t.pop(),Qn())}function hr(){
ga(v.past,v.future)}function gr(){ga(v.future,v.past)}function Qn(){mr(),$("candidates")}function wa(t){v.list=t,mr(),$(
"candidates","moving")}function ya(t){v.reach=t,Qn()}function wr(t,e){let n=new Set(v.list.filter((r,s)=>s!==e).map(xt)),
o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function xt(t){return t.name||`${u("candidate")} ${t.number}`}function yr(t,e,n){
v.made+=1,ae([...v.list,{number:v.made,lon:ut(t),lat:ut(e),name:n?wr(n):""}])}function rn(t,e){ae(v.list.map((n,o)=>o===
t?{...n,...e}:n))}function to(t){ae(v.list.filter((e,n)=>n!==t))}function i(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[a,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(a==="style")for(let[c,d]of Object.entries(l))s.style.setProperty(c,d);else
a.startsWith("on")?s.addEventListener(a.slice(2),l):a.includes("-")||a==="role"||a==="for"?s.setAttribute(a,l):s[a]=l;for(let a of n.
flat(1/0))a==null||a===""||s.append(a);return s}function x(t,e){return i(e||"span.datum",{dir:"auto"},t)}function eo(t){
return[i("span.long",{},u(t)),i("span.short",{},u(`${t}Short`))]}function at(t){document.getElementById("spoken").textContent=
t}function P(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var lu={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function ie(t){return P("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},P("path",{d:lu[t]}))}function Ce(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
i("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):x(e)}function X(){return i("span.derived",{title:u(
"derivedHint")},u("derived"))}function Oe(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var ba=180,no=null,br=null,xr=null,va=null;function xa(){no.clearLayers(),v.list.forEach(({lon:e,lat:n})=>{let o=Array.from(
{length:ba},(r,s)=>Qt(e,n,s*360/ba,Le()));k.polygon(o,{pane:"gisplan-reach",interactive:!1,className:"reach",smoothFactor:0,
color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(no)});let{demand:t}=v.coverage;for(let e of v.figures.
gained)k.circleMarker([t.lat[e],t.lon[e]],{renderer:p.paper?va:xr,pane:"gisplan-reach",interactive:!1,radius:2.5,stroke:!0,
weight:.8,color:"#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(no)}function ka(){br.clearLayers(),v.list.forEach((t,e)=>{
let n=k.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,keyboard:!0,icon:k.divIcon({html:i("span\
.candidate-mark",{},String(t.number)),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}),o=v.list,r=0,s=()=>{
let{lat:l,lng:c}=n.getLatLng();return{...t,lon:ut(c),lat:ut(l)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(
()=>wa(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",()=>{cancelAnimationFrame(r),v.list=o,ae(o.map((l,c)=>c===e?s():l))}),
n.on("click",()=>$("picked",e)),n.addTo(br);let a=n.getElement();a.setAttribute("aria-label",xt(t)),a.title=xt(t),a.addEventListener(
"keydown",l=>uu(l,e))})}var cu={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function uu(t,e){if(t.
key==="Delete"){to(e);return}let n=cu[t.key];if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=v.list[e],
s=t.shiftKey?1:10,a=h.latLngToContainerPoint([r,o]).add([n[0]*s,n[1]*s]),l=h.containerPointToLatLng(a);rn(e,{lon:ut(l.lng),
lat:ut(l.lat)});let c=document.querySelectorAll(".candidate-icon")[e];c&&c.focus()}function Sa(){let t=h.createPane("gis\
plan-candidates");t.style.zIndex=640,ot("gisplan-reach",575),no=k.layerGroup().addTo(h),br=k.layerGroup().addTo(h),xr=k.
canvas({pane:"gisplan-reach"}),va=k.svg({pane:"gisplan-reach"}),M("candidates",e=>{xa(),e||ka()}),M("paper",()=>{xa(),p.
paper&&xr.remove()}),M("language",ka)}function sn(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function kt(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=i("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var vt=["A","B"],Ma=40,kr={list:[],past:[],future:[]},an={at:0};function oo(t){return t===an.at?v.list:kr.list}function Ae(t){
if(t===an.at)return;let{list:e,past:n,future:o}=v;an.at=t;let r={...kr};Object.assign(kr,{list:e,past:n,future:o}),on(r.
list,r.past,r.future)}function Sr(){if(!vt.every((r,s)=>oo(s).length))return null;let{coverage:t}=v,[e,n]=vt.map((r,s)=>new Set(
t.evaluate(oo(s),Le()).gained)),o=r=>r.reduce((s,a)=>s+t.demand.amounts[a],0);return{gained:[o([...e]),o([...n])],both:o(
[...e].filter(r=>n.has(r))),alone:[o([...e].filter(r=>!n.has(r))),o([...n].filter(r=>!e.has(r)))]}}function du(){let t=new Set,
e=vt.flatMap((n,o)=>{let r=oo(o),{each:s}=r.length?v.coverage.evaluate(r,Le()):{each:[]};return r.map((a,l)=>{let c=xt(a),
d=t.has(c)?`${c} (${n})`:c;t.add(d);let{reached:f,gained:m,overlap:g,only:w,nearest:y}=s[l];return{type:"Feature",properties:{
name:d,scenario:n,reach_km:v.reach,reached:f,gained:m,overlap:g,only:w,nearest_m:y?Math.round(y.metres):null},geometry:{
type:"Point",coordinates:[a.lon,a.lat]}}})});return JSON.stringify({type:"FeatureCollection",features:e},null,1)}function za(){
kt(`candidates_${b.name}.geojson`,"application/geo+json",du())}function vr({lon:t,lat:e,name:n}){return v.made+=1,{number:v.
made,lon:ut(t),lat:ut(e),name:n}}function Mr(t){let[e,n]=vt.map(r=>t.filter(s=>(s.cells?.scenario==="B"?"B":"A")===r));n.
length>0&&(Ae(1),on([...v.list,...n.map(vr)]),Ae(0)),on([...v.list,...e.map(vr)])}function fu(){let t=vt.map((e,n)=>oo(n).
slice(0,Ma).map(o=>`${o.lon},${o.lat},${encodeURIComponent(o.name)}`).join(";"));return t.some(Boolean)?t.join("/"):""}function pu(t){
return(t??"").split("/").slice(0,2).map(e=>e.split(";").filter(Boolean).slice(0,Ma).map(n=>{let[o,r,s=""]=n.split(","),a="";
try{a=decodeURIComponent(s).slice(0,80)}catch{a=""}return{lon:Number(o||Number.NaN),lat:Number(r||Number.NaN),name:a}}).
filter(({lon:n,lat:o})=>Math.abs(n)<=180&&Math.abs(o)<=90))}function mu(t){let e=pu(t.sites);if(!e.some(o=>o.length))return;
let n=Number(t.reach);v.asked.reaches.includes(n)&&(v.reach=n),e.forEach((o,r)=>{o.length&&(Ae(r),on(o.map(vr)))}),Ae(e[0].
length?0:1)}function Ea(){M("linked",mu),M("candidates",t=>{if(t)return;let e=fu();p.more=e?{sites:e,reach:String(v.reach)}:
{},$("view")})}function zr(t){return`${u("scenario")} ${vt[t]}`}function le(t,e){return i("tr",{"data-figure-row":t},i("th",{scope:"row"},u(t)),v.list.map((n,o)=>i("td",{},e(v.figures.
each[o],n))))}function Er(){let t=({nearest:e})=>e?[Wn(e.metres)," · ",x(Jn(e.at))]:"—";return i("table.candidates-ta\
ble",{},i("caption",{},`${u("evaluateTitle")} · ${v.reach} km`),i("thead",{},i("tr",{},i("th",{scope:"col"},u("candidat\
e")),v.list.map(e=>i("th",{scope:"col"},`${e.number} `,x(xt(e)))))),i("tbody",{},le("gained",e=>dt(e.gained)),le("reache\
d",e=>dt(e.reached)),le("overlap",e=>dt(e.overlap)),le("only",e=>dt(e.only)),le("nearest",t),le("lies",e=>x(Zn(e))),le("\
coordinateShort",(e,n)=>`${n.lon}, ${n.lat}`)))}var hu=[72.004,.8293,137.8347,55.8271],gu=.1,Ca=1e-9,Ta=6378245,La=1-(1-1/298.3)**2,{PI:it,sin:ct,cos:Lr,sqrt:Tr,abs:ro,
atan2:wu,hypot:yu}=Math;function $a(t,e,n=0){let[o,r,s,a]=hu;return t>=o-n&&t<=s+n&&e>=r-n&&e<=a+n}function Oa(t,e){let[
n,o]=[t-105,e-35],r=(20*ct(6*n*it)+20*ct(2*n*it))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*Tr(ro(n))+r+(20*ct(n*it)+40*ct(n/3*
it))*(2/3)+(150*ct(n/12*it)+300*ct(n/30*it))*(2/3),a=-100+2*n+3*o+.2*o*o+.1*n*o+.2*Tr(ro(n))+r+(20*ct(o*it)+40*ct(o/3*it))*
(2/3)+(160*ct(o/12*it)+320*ct(o*it/30))*(2/3),l=e*it/180,c=1-La*ct(l)**2,d=Tr(c);return[s*180/(Ta/d*Lr(l)*it),a*180/(Ta*
(1-La)/(c*d)*it)]}function bu(t,e){let n=16.666666666666668*it,o=yu(t,e)+2e-5*ct(e*n),r=wu(e,t)+3e-6*Lr(t*n);return[o*Lr(
r)+.0065-t,o*ct(r)+.006-e]}function xu(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[a,l]=t(o,r),c=Math.max(ro(e-a-o),
ro(n-l-r));if([o,r]=[e-a,n-l],c<Ca)break}return[o,r]}function Aa(t,e,n){if(!$a(t,e,gu))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=xu(s,o,r);return $a(o,r,Ca)?[o,r]:[t,e]}function Pa(t,e){return Aa(t,e,[Oa])}function Ba(t,e){return Aa(t,e,[bu,Oa])}function Ia(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function Ra(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=f=>n.split(f).length,r=["	",",",";","，"].sort((f,m)=>o(
m)-o(f))[0],s=[],[a,l,c]=[[],"",!1],d=()=>{a.push(l.trim()),l=""};for(let f=0;f<e.length;f++){let m=e[f];c?m!=='"'?l+=m:
e[f+1]==='"'?l+=e[++f]:c=!1:m==='"'&&l.trim()===""?(c=!0,l=""):m===r?d():m===`
`||m==="\r"?(m==="\r"&&e[f+1]===`
`&&f++,d(),s.push(a),a=[]):l+=m}return(l||a.length)&&(d(),s.push(a)),s}var Da={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function ku(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(Da).map(([n,o])=>[n,e(o)]))}
var Cr={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:Pa,bd09:Ba},Fa=Object.keys(Cr);function $r(t,e,n){t.push({row:e,why:n})}
function Na(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function so(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,a=ku(r),[l,c]=[[],[]],d=a.lon>=0&&a.lat>=0||a.both>=0;return s.forEach((f,m)=>{let g=m+2;if(f.
every(z=>z===""||z===null))return;let w=a.name>=0?String(f[a.name]??""):"",y=null,S="ownNoPlace";if(d){let z=a.both>=0?n(
String(f[a.both]??"")):{lon:Na(f[a.lon]),lat:Na(f[a.lat])},T=a.both>=0?String(f[a.both]??"")!=="":`${f[a.lon]??""}${f[a.
lat]??""}`.trim()!=="",{lon:L,lat:O}=z;if(Number.isFinite(L)&&Number.isFinite(O)&&Math.abs(L)<=180&&Math.abs(O)<=90){let[
I,H]=Cr[e](L,O);y={lon:I,lat:H,exact:!0}}else T&&(S=Math.abs(L)>1e3?"ownProjected":"ownNotCoordinate")}if(!y&&S==="ownNo\
Place"&&a.unit>=0&&f[a.unit]){let z=o(String(f[a.unit]));z?y={...z,exact:!1}:S="ownNoUnit"}if(!y)$r(c,g,S);else{let z=Object.
fromEntries(r.map((T,L)=>[T||`#${L+1}`,f[L]]).filter(([,T])=>T!==""&&T!=null));l.push({row:g,name:w||`#${g}`,...y,cells:z})}}),
{taken:l,refused:c}}function ao(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],a=([d,f])=>Number.isFinite(d)&&Number.isFinite(f)&&Math.
abs(d)<=180&&Math.abs(f)<=90,l=d=>typeof d?.[0]=="number"?[d]:(d??[]).flatMap(l),c=d=>typeof d[0]=="number"?Cr[e](d[0],d[1]):
d.map(c);return n.forEach((d,f)=>{let m=d?.geometry,g=d?.properties??{},w=f+1,y=l(m?.coordinates),S=y.some(([z])=>Math.abs(
z)>1e3)?"ownProjected":"ownNotCoordinate";if(!m||!y.length)$r(r,w,"ownNoPlace");else if(!y.every(a))$r(r,w,S);else if(m.
type==="Point"){let[z,T]=c(m.coordinates),L=Object.keys(g).find(I=>Da.name.test(I)),O=L?String(g[L]):`#${w}`;o.push({row:w,
name:O,lon:z,lat:T,exact:!0,cells:g})}else s.push({type:"Feature",properties:g,geometry:{type:m.type,coordinates:c(m.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function vu(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function Su(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let a=n.
getUint16(o+10,!0);a>0;a--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],d=[28,30,32].map(g=>n.getUint16(s+g,!0)),
f=new TextDecoder().decode(t.subarray(s+46,s+46+d[0])),m=n.getUint32(s+42,!0);if(e(f)){let g=m+30+n.getUint16(m+26,!0)+n.
getUint16(m+28,!0),w=t.subarray(g,g+c);r[f]=new TextDecoder().decode(l===8?await vu(w):w)}s+=46+d[0]+d[1]+d[2]}return r}
function Or(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function Mu(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function zu(t){let e=await Su(t,a=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(a)),n=a=>[...a.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...Or(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(a=>a.includes("/sheet")).sort((a,l)=>Number(/\d+/.exec(a)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let a of Or(e[r]).getElementsByTagName("row")){let l=[];for(let d of a.
getElementsByTagName("c")){let f=d.getElementsByTagName("v")[0]?.textContent??"",m=d.getAttribute("t"),g=m==="s"?o[Number(
f)]:m==="inlineStr"?n(d):f;l[Mu(d.getAttribute("r"))??l.length]=g??""}let c=Number(a.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,d=>d??"")}return Array.from(s,a=>a??[])}function Eu(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...Or(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[a]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),d=null;
return a?d={type:"Point",coordinates:n(a)[0]}:l?d={type:"LineString",coordinates:n(l)}:c&&(d={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:d}})}}async function io(t){
if(t[0]===80&&t[1]===75)return{rows:await zu(t)};let e=Ia(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:Eu(e)}:{rows:Ra(e)}}function Pe(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var Ot=-1,ln=-2,Tu="#d5d9dd";function Be(t,e){if(!t.each||!bt(t))return t.of[e.at];let n=new Set(U(t,e).map(o=>Te(t,o)));
return n.size===1?[...n][0]:ln}function Ua(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===Ot?o:e===
ln?r:n[e].color}function lo(t,e){return e===Ot?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Ar(t,e){
return!!t.of&&lo(t,Be(t,e))}function ce(t,e){return t.of?Ua(t,Be(t,e)):t.style.color}function co(t,e){let n=nt(t,e);return n?
t.of?Ua(t,t.each?Te(t,e):Be(t,n)):t.style.color:Tu}function uo(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.count),
missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!bt(t))return n;let o=Kn(t),r=p.filter.get(o);p.filter.
delete(o);let s=Lu(t,n);return r&&p.filter.set(o,r),s}function Lu(t,e){let n=t.places.map(r=>({place:r,rows:U(t,r)})).filter(
r=>r.rows.length),o=n.flatMap(r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(a=>Te(t,a)===s).length),missing:t.
of?o.filter(r=>Te(t,r)===Ot).length:e.missing,several:t.each?n.filter(r=>Be(t,r.place)===ln).length:0,precisions:e.precisions.
map(r=>({...r,count:n.filter(({place:s})=>s.precision===r.name).reduce((s,a)=>s+a.rows.length,0)})).filter(r=>r.count)}}var Ut=document.getElementById("about"),Pr=null;function _a(){Pr&&Ut.replaceChildren(i("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>Ut.close()},"×"),i("div.dialog-body",{},Pr()))}function St(t){Pr=t,_a(),Ut.open||Ut.showModal(),
Ut.scrollTop=0}function ja(){Ut.addEventListener("click",t=>{t.target===Ut&&Ut.close()}),M("language",_a)}var ue=7,Ga=new Set,Wa=P("defs");document.body.append(P("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},Wa));
function Ne(t){let e=`hatch-${t.slice(1)}`;if(!Ga.has(e)){Ga.add(e);let n=P("pattern",{id:e,width:ue,height:ue,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},P("rect",{width:ue,height:ue,fill:"#ffffff"}),P("rect",{width:ue,height:ue/
2,fill:t}),P("rect",{width:ue,height:1,fill:"#5b6b78"}));Wa.append(n)}return`url(#${e})`}var Va={town:[4,0],county:[4,45],prefecture:[6,0]};function fo(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!Va[t]){let c=r(
o),d=f=>`a${c} ${c} 0 1 0 ${f} 0`;return`M${r(e-o)} ${r(n)}${d(2*c)}${d(-2*c)}z`}let[s,a]=Va[t];return`M${Array.from({length:s},
(c,d)=>{let f=(a+360*d/s)*Math.PI/180;return`${r(e+o*Math.cos(f))} ${r(n+o*Math.sin(f))}`}).join("L")}z`}var po={dark:"#\
14222c",light:"#ffffff"},Ha={dark:4,light:2.4};function Br(t,e,n=Ha){let o=r=>P("path",{d:t,fill:"none",stroke:po[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),P("path",{d:t,fill:e})]}var q={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},Nr=new Set(["surveyed","digitised","address","site"]);function de(t,e,n=!1){
let o=2*q[t]+Ha.dark,r=o/2;return i(`span.mark.${Nr.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},P("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Br(fo(t,r,r,q[t]),n?Ne(e):e)))}var _=window.matchMedia("(max-width: 760px)");function mo(){if(!b.bounds)return null;let[t,e,n,o]=b.bounds;return k.latLngBounds(
[[e,t],[o,n]])}function Ir(t){let e=mo();return!e||h.getBounds().pad(t).contains(e)}function $u(){let t=document.getElementById(
"years");return t&&!t.hidden?t.offsetHeight+14:0}function cn(){let t=mo();if(!t)return;let[e,n]=_.matches?[62,58]:[14,14];
h.fitBounds(t,{paddingTopLeft:[_.matches?8:14,e],paddingBottomRight:[n,46+$u()],maxZoom:13,animate:!1})}function Ie(t){let e=Ir(
.05);t(),h.invalidateSize({animate:!1}),e&&cn()}function un(t,e){if(t.point){(!h.getBounds().pad(-.1).contains(t.point)||
e)&&h.setView(t.point,Math.max(h.getZoom(),e?9:7),{animate:!1});return}let n=h.latLngToLayerPoint(t.bounds.getNorthWest()),
o=h.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&h.getBounds().contains(t.bounds)||
h.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var fe=document.getElementById("dock"),ho=24;function qa(){return!_.matches&&document.body.classList.contains("figures-o\
pen")}var Ka=k.Popup.extend({options:{pane:fe,className:"docked",autoPan:!1},onAdd(t){fe.hidden=!1,document.body.classList.
add("docked-open"),k.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),$("docked")},onRemove(t){
k.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(fe.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){Cu(this.getLatLng())}});function Cu(t){if(fe.
classList.toggle("over",!qa()),qa())return;let e=h.latLngToContainerPoint(t),n=h.getSize();fe.classList.toggle("at-left",
!_.matches&&e.x>n.x/2);let o=fe.getBoundingClientRect(),r=h.getContainer().getBoundingClientRect(),[s,a]=[o.left-r.left-
ho,o.right-r.left+ho],[l,c]=[o.top-r.top-ho,o.bottom-r.top+ho];e.x<=s||e.x>=a||e.y<=l||e.y>=c||(_.matches?h.panBy([0,e.y-
l],{animate:!1}):fe.classList.contains("at-left")?h.panBy([e.x-a,0],{animate:!1}):h.panBy([e.x-s,0],{animate:!1}))}var Rr=new Set;M("paper",()=>{for(let t of Rr)t.draw()});function Ya(t,e,n){let o=h.options.crs.scale(h.getZoom())/256,r=h.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var pe=k.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Rr.add(this),this.draw()},onRemove(){Rr.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
p.paper,this.sheet?.remove(),this.sheet=null,p.paper){this.drawSheet();return}let t=h.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=h.containerPointToLayerPoint(e.multiplyBy(-1));k.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Ya(r,n,o))},drawSheet(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]);this.sheet=P("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Ya(e,t,1))),k.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var Ou=3e3,go=3.2,Dr=new Map;function Fr(t){if(Dr.has(t))return Dr.get(t);let e=Ct[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,a,l]=[256,256,0,0];e.forEach((z,T)=>{let L=h.options.crs.latLngToPoint(k.latLng(z.point),
0);n[T]=L.x,o[T]=L.y,r=Math.min(r,L.x),a=Math.max(a,L.x),s=Math.min(s,L.y),l=Math.max(l,L.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(a-r,l-s,1e-9)/c,f=z=>Math.min(c-1,Math.max(0,Math.floor((z-r)/d))),m=z=>Math.min(c-1,
Math.max(0,Math.floor((z-s)/d))),g=new Uint32Array(c*c+1);e.forEach((z,T)=>{g[m(o[T])*c+f(n[T])+1]++});for(let z=0;z<c*c;z++)
g[z+1]+=g[z];let w=g.slice(),y=new Uint32Array(e.length);e.forEach((z,T)=>{y[w[m(o[T])*c+f(n[T])]++]=T});let S={x:n,y:o,
side:c,column:f,row:m,starts:g,sorted:y};return Dr.set(t,S),S}function Ur(t,e,n,o,r){let{x:s,y:a,side:l,column:c,row:d,starts:f,
sorted:m}=Fr(t),g=[];for(let w=d(n);w<=d(r);w++)for(let y=f[w*l+c(e)];y<f[w*l+c(o)+1];y++){let S=m[y];s[S]>=e&&s[S]<=o&&
a[S]>=n&&a[S]<=r&&g.push(S)}return g}var dn={less:3.8,dark:2,light:1};function Au(t,e,n){let o=q[e]-dn.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let a=s.getContext("2d");a.scale(n,n),a.lineJoin="round";let l=new Path2D(
fo(e,r,r,o));for(let[c,d]of[[dn.dark,po.dark],[dn.light,po.light]])a.lineWidth=c,a.strokeStyle=d,a.stroke(l);return a.fillStyle=
t,a.fill(l),s}function Pu(t,e,n,o){let[r,s,a]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),l=255<<24|a<<16|s<<8|r,c=go*n,
d=Math.ceil(c),f=Nr.has(e)?(w,y)=>Math.hypot(w,y):(w,y)=>Math.abs(w)+Math.abs(y),[m,g]=[[],[]];for(let w=-d;w<=d;w++)for(let y=-d;y<=
d;y++){let S=f(y,w);S>c||(m.push(w*o+y),g.push(S>c-.9*n?-1:l))}return{steps:Int32Array.from(m),inks:Int32Array.from(g),reach:d}}
var Xa=pe.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(bt(t)&&!U(t,n).length)return 255;let o=[ce(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=Ur(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>Ou,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=Fr(this.layer.table),r=this.looks.map(()=>[]),s=a=>this.stamped?go-.6:q[a]-dn.less;for(let a of e){let l=this.
looks[this.lookOf[a]][1];r[this.lookOf[a]].push(fo(l,t.left(n[a]),t.top(o[a]),s(l)))}return this.looks.map(([a,l],c)=>({
color:a,precision:l,path:r[c].join("")})).filter(a=>a.path).sort((a,l)=>q[l.precision]-q[a.precision]).flatMap(({color:a,
path:l})=>Br(l,a,dn))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:a,y:l}=Fr(this.layer.table),[c,d]=[f=>o(
a[f]),f=>r(l[f])];this.stamped?this.stamp(t,s,c,d,n):this.picture(t,s,c,d,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>Au(l,c,r)),a=l=>q[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>a(c)-a(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:a}=this.canvas,l=t.createImageData(
s,a),c=new Int32Array(l.data.buffer),d=this.looks.map(([f,m])=>Pu(f,m,r,s));e.forEach(f=>{let{steps:m,inks:g,reach:w}=d[this.
lookOf[f]],[y,S]=[Math.round(n(f)),Math.round(o(f))];if(y<w||S<w||y>=s-w||S>=a-w)return;let z=S*s+y;for(let T=0;T<m.length;T++)
c[z+m[T]]=g[T]}),t.putImageData(l,0,0)}});function wo(t){let e=h.latLngToLayerPoint(t),n=[];return[...E].reverse().forEach(o=>{p.shown[o.number]&&Bu(o,t).forEach(
r=>{if(!(bt(o)&&!U(o,r).length)){if(o.geometry==="point"){let s=h.latLngToLayerPoint(r.point).distanceTo(e),a=o.dots?.stamped?
go:q[r.precision];s<=a+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")la(h,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(Dt(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Bu(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=ze)return n;let o=h.options.crs.scale(h.getZoom())/256,{x:r,y:s}=h.options.
crs.latLngToPoint(e,0),a=18/o;return Ur(t.table,r-a,s-a,r+a,s+a).map(l=>n[l])}ot("gisplan-highlight",580);var fn=null,pn=null,mn=[],yo=k.tooltip({className:"hover",direction:"top",offset:[0,-10]});function Ja(t){
if(fn&&fn.remove(),fn=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};fn=t.layer.geometry==="line"?k.polyline(t.place.parts.map(([n])=>n),e):
k.polygon(t.place.parts,e),fn.addTo(h)}function ft(t){mn=t?wo(t):[];let e=mn[0]||null;h.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&pn&&e.place===pn.place&&e.layer===pn.layer;if(n||Ja(e),pn=e,$("hover"),!e){yo.remove();return}
n||yo.setContent(i("div",{},x(oe(e.layer,e.place),"strong.datum"),Nu(e))),yo.setLatLng(e.place.point||t).addTo(h)}function Nu({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=G(o,t.column,e.rows[0]);return i("span.headline",{},st(o.columns[t.
column],r))}function me(t,e){let n=e===null?null:nt(t,e);Ja(n?{layer:t,place:n}:null),mn=n?[{layer:t,place:n}]:[],pn=null,
$("hover")}function Za(){yo.remove()}function Qa(){let t=0;h.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>ft(p.measuring?null:e.latlng))}),h.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),ft(null)}),
M("language",()=>ft(null))}var Iu=(t,e)=>E.findIndex(n=>n.table===t.table)===e;function ti(t,e){let n=E.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function hn(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:G(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function _r(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var Ru={province:0,prefecture:1,
county:2};function ei(t,e){let n=nt(t,e);if(!n)return[];let o=_r(t.data.search.code[e]);return E.filter((r,s)=>r.geometry===
"point"&&Iu(r,s)).map(r=>{let s=[],a=0;for(let l of r.places)!n.bounds.contains(l.point)||!Dt(n,k.latLng(l.point))||((Ru[l.
precision]??3)<o?a+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:a}}).filter(r=>r.rows.length||r.vague)}
function ni(t){let e=_r(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of E)r.geometry!=="polygon"||
!r.data.search.code||r.data.search.code.forEach((s,a)=>{_r(String(s))===e+1&&String(s).startsWith(n)&&!o.has(s)&&o.set(s,
{layer:r,row:a})});return[...o.values()]}function oi(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];let r=c=>new Set(n[c].
flat(2).map(d=>d<0?~d:d)),s=c=>typeof o=="number"?[c]:o[c],a=nt(t,e);if(!a)return[];let l=r(a.at);return t.places.filter(
c=>c.at!==a.at&&[...r(c.at)].some(d=>l.has(d))).map(c=>({layer:t,row:s(c.at)[0]}))}function ri(t,e){let{code:n}=t.data.search;
return t.geometry==="polygon"&&n?String(R(n,e)):null}var _t=null;function Du(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(G(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>Rt(b.quotes??{},r));return[...new Set(
o)].map(r=>[i("dt.wide",{},u("quote"),x(r)),i("dd.wide",{},i("blockquote",{lang:"zh-CN"},b.quotes[r]))])}function Fu(t,e){
let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],a=G(n,r,e),l=/\n|^.{17}/.test(st(s,
a,t,r));o.append(i(l?"dt.wide":"dt",{},x(u(s.title)),s.derived?X():null),i(l?"dd.wide":"dd",{dir:"auto",title:en(s,a)},st(
s,a,t,r)))}),o.append(...Du(t,e).flat()),o}function Uu(t,e){let n=ri(t,e);return n?i("button.profile-open-button",{type:"\
button",onclick:()=>$("profile",{table:t.table,code:n})},u("profile")):null}function gn(t,e,n,o){let r=t.popup.length?Q(
t.data.columns[t.popup[0]],G(t.data,t.popup[0],e),t,t.popup[0]):W(t,e);return i("details.feature",{open:n},i("summary",{},
o?x(u(t.title),"span.kicker"):null,x(r,"span.heading")),dr(t,e)?null:i("p.precision",{},sa(p.year,ur(t,e))),Fu(t,e),Uu(t,
e))}function bo(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("div.under",{},u("\
under")));let s=U(n,o),a=s.length>1;if(a&&e.append(i("div.many",{},x(u(n.title),"span.kicker"),i("span.count",{},D("here",
s.length)))),s.forEach((l,c)=>{e.append(gn(n,l,r===0&&c===0,!a))}),n.geometry==="point"){let l=n.legend.precisions.find(
c=>c.name===o.precision);e.append(i("p.precision",{},u("position")+u(l.title)))}}),e}function si(t){return i("div",{},t)}
function he(t,e,n){Za(),_t=new Ka().setLatLng(t).setContent(si(e())),_t.again=e,_t.openOn(h),ai();let o=_t.getElement();
o.tabIndex=-1,n&&o.focus()}function ai(){let t=_t.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function ii(){M("language",()=>{_t?.isOpen()&&(_t.setContent(si(_t.again())),ai())})}function _u(t,e,n,o){return i(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function Re(t){
return P("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},P("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function li(t){let e=Re(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function wn(t,e,n,o="rows"){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?null:
i("span.count",{},D(o,n)))}function ci(t,e,n){let o=Kn(e),r=nn(o),s=!r||r.has(String(n)),a=t.querySelector(".what"),l=i(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>Yn(
o,String(n))});l.append(...a.childNodes),a.replaceWith(l),t.classList.toggle("unwanted",!s)}function ui(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(a=>a.precision===s&&(e===null||Be(t,a)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function xo(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.number}`}),
s=uo(t);e.title&&r.append(i("p.legend-title",{},x(u(e.title)),e.unit?x(`（${u(e.unit)}）`.replace(/[（）]/g,f=>p.lang===
"zh"?f:f==="（"?" (":")")):null,e.derived?X():null));let a=i("ul"),l=(f,m)=>{let g=m!==void 0&&lo(t,m);if(o==="point"){
let w=ui(t,m)||ui(t,null);return w?de(w,f,g):null}return o==="line"?Re({...n,color:f}):_u(f,n.opacity,n.color,g)},c=o===
"point"?"items":"rows";if((e.classes||[]).forEach((f,m)=>{if(f.count===0&&f.low===void 0&&o!=="raster")return;let g=wn(l(
f.color,m),u(f.words),o==="raster"?null:s.classes[m],c);o!=="raster"&&ci(g,t,m),o==="raster"&&g.append(i("span.count",{},
D("cells",f.count))),a.append(g)}),(e.widths||[]).forEach(f=>{a.append(wn(li({...n,weight:f.width}),u(f.said),null))}),s.
several){let f=wn(l(e.severalColor,ln),u(e.severalWords),s.several,"places");a.append(f)}if(s.missing){let f=n.kind==="f\
lows"?li({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,Ot),m=wn(f,u(e.missingWords),s.missing,c);m.classList.
add("missing"),t.of&&ci(m,t,Ot),a.append(m)}if(o==="point"){let f=e.classes?"#5b6b78":n.color;s.precisions.forEach(m=>{let g=wn(
de(m.name,f),u(m.title),m.count,c);g.classList.add("of-precision"),a.append(g)})}a.children.length&&r.append(a),r.append(
...ju(t,s));let d=di(t);return d.length&&r.append(i("button.unplaced",{type:"button",onclick:()=>Wu(t)},D("unplaced",d.length))),
r}function ju(t,e){let n=[],o=l=>n.push(i("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>U(t,l)).filter(l=>l.length),
s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),p.year!==null&&t.yearColumn&&
!t.reportColumn){let l=r.flat().filter(c=>Xn(t,c)===null).length;l&&o(D("undated",l))}let{legend:a}=t;if(a.classes&&t.geometry===
"polygon"&&s>1){let l=e.missing===s?Ot:e.classes.indexOf(s);if(l===Ot?e.missing===s:l>=0&&Gu(t,l)){let d=l===Ot?a.missingWords:
a.classes[l].words;o([u("allGrey")(s,u(d))," ",x(u(a.meaning||t.data.description))])}}return n}function Gu(t,e){let{color:n}=t.
legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return lo(t,e)||Math.max(...o)-Math.min(...o)<32}
function di(t){return t.data.unplaced.filter(e=>se(t,e))}function Wu(t){let e=di(t);St(()=>[i("h2",{id:"about-title"},x(
u(t.title))),i("p.lead",{},D("unplacedTitle",e.length)),e.map((n,o)=>gn(t,n,o===0&&e.length<4,!1))])}function fi(t){let[e,n,o,r]=t.corners;t.overlay=k.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let a=document.createElement(
"canvas");[a.width,a.height]=[s.naturalWidth,s.naturalHeight];let l=a.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Vu(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,a=(O,I)=>h.options.crs.
latLngToPoint(k.latLng(O,I),0),[l,c,d]=[a(s,n),a(o,r),a(e.lat,e.lng)],{width:f,height:m}=t.pixels.canvas,g=Math.floor(f*
(d.x-l.x)/(c.x-l.x)),w=Math.floor(m*(d.y-l.y)/(c.y-l.y));if(g<0||w<0||g>=f||w>=m)return null;let[y,S,z,T]=t.pixels.getImageData(
g,w,1,1).data;if(!T)return null;let L=`#${[y,S,z].map(O=>O.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(O=>O.color===L)||null}function ko(t){let e=[...E].reverse().filter(n=>n.geometry==="raster"&&p.shown[n.number]).map(
n=>({layer:n,cell:Vu(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},x(u(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),x(u(o.words)),n.legend.unit?x(` ${u(n.legend.unit)}`):null,n.legend.derived?X():null));
return e.length?i("div.identify",{},e):null}var pi=.8,mi=pe.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>h.options.crs.latLngToPoint(k.latLng(n),0);this.lines=
t.places.filter(n=>U(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let a=r===null?o.missingColor:n.color,l=Math.max(pi,r??0);return s.flatMap(c=>{let d=c.map(({x:w,y})=>[t(w),e(y)]),f=P("\
path",{d:`M${d.map(w=>w.join(" ")).join("L")}`,fill:"none",stroke:a,"stroke-width":l,"stroke-opacity":n.opacity,"stroke-\
linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),m=hi(d,Math.max(3.5,.9*l));if(!m)return[f];let g=P("path",{
d:`M${m.map(w=>w.join(" ")).join("L")}z`,fill:a,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[f,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:a,
paths:l})=>{let c=a===null?s.missingColor:r.color,d=Math.max(pi,a??0);l.forEach(f=>{t.lineWidth=d,t.setLineDash(a===null?
[3,3]:[]);let m=f.map(({x:g,y:w})=>[n(g)/e,o(w)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[g,w]of m)
t.lineTo(g,w);t.stroke(),t.globalAlpha=1,Hu(t,m,Math.max(3.5,.9*d),c)})})}});function hi(t,e){let n=t.slice(1).map(([T,L],O)=>Math.
hypot(T-t[O][0],L-t[O][1])),o=n.reduce((T,L)=>T+L,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(T=>(r-=T,r<=0)),[[a,l],
[c,d]]=[t[s],t[s+1]],f=1+r/n[s],m=Math.atan2(d-l,c-a),[g,w]=[a+f*(c-a),l+f*(d-l)],[y,S]=[Math.cos(m),Math.sin(m)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([T,L])=>[g+y*T-S*L,w+S*T+y*L])}function Hu(t,e,n,o){let r=hi(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,a]of r)t.lineTo(s,a);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}ot("gisplan-measure",630);var yn=k.layerGroup().addTo(h),bn=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(bn);var j=[];function qu(t){let[e,n]=na(t);return`${e} ${u(n)}`}function jr(t){j.push([t.lat,t.lng]),vo()}
function vo(){yn.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=j.
flatMap((n,o)=>o?Qe(j[o-1],n,1,60):[n]);j.length>2&&(k.polygon([...e,...Qe(j[j.length-1],j[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(yn),k.polyline([j[j.length-1],...Qe(j[j.length-1],j[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(yn)),e.length>1&&k.polyline(e,{...t,className:"measured"}).addTo(yn);for(let n of j)k.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(yn);gi()}function gi(){if(!p.measuring)return;let t=bn.contains(
document.activeElement)?document.activeElement.id:null,e=[...j,j[0]],n=(r,s,a,l)=>i("button",{type:"button",id:`measure-${r}`,
onclick:a,disabled:l},u(s));bn.setAttribute("aria-label",u("measureTitle")),bn.replaceChildren(i("div.measure-head",{},i(
"strong",{},u("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>So(
!1)},"×")),j.length<2?i("p.hint",{},u("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},u("length")),i(
"dd",{id:"measured-length"},rr(nr(j))),j.length>2?[i("dt",{},u("perimeter")),i("dd",{},rr(nr(e))),i("dt",{},u("area")),i(
"dd",{id:"measured-area"},qu(jn(j)))]:[]),i("div.row",{},n("middle","addMiddle",()=>jr(h.getCenter())),n("back","takeBac\
k",()=>{j.pop(),vo()},!j.length),n("clear","startOver",()=>{j=[],vo()},!j.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function So(t){p.measuring=t,j=[],document.body.classList.toggle("measuring",t),bn.hidden=!t,h.
doubleClickZoom[t?"disable":"enable"](),t&&h.closePopup(),ft(null),vo();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function wi(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&p.measuring&&So(!1)}),M("language",gi)}var Mo=k.layerGroup().addTo(h);function De(t){if(p.chosen=t,Mo.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?k.circleMarker(
o.point,{...e,radius:q[o.precision]+6,weight:3}).addTo(Mo):n.geometry==="line"?k.polyline(o.parts.map(([r])=>r),e).addTo(
Mo):k.polygon(o.parts,e).addTo(Mo)}$("chosen")}function Ku(t){return p.shown[t.number]||t.geometry==="polygon"?null:i("p\
.layer-off",{},u("layerOff"),x(u(t.title)),i("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),tt(t,!0)}},
u("showLayer")))}function jt(t,e,n,o){let r=nt(t,e);if(!r){De({layer:t,place:null,row:e}),St(()=>[i("h2",{id:"about-titl\
e"},x(W(t,e))),i("p.lead",{},u("nowhere")),gn(t,e,!0,!0)]);return}un(r,n),De({layer:t,place:r,row:e}),he(k.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Ku(t),bo([{layer:t,place:r}])],o),at(W(t,e))}function zo(t,e){if(p.place){p.place(t);return}let n=wo(t);if(!n.length){ko(t)&&he(t,()=>ko(t),e);return}De({...n[0],row:U(
n[0].layer,n[0].place)[0]}),he(n[0].place.point?k.latLng(n[0].place.point):t,()=>{let o=ko(t),r=bo(n);return o&&r.append(
i("div.under",{},u("under")),o),r},e)}function yi(){h.on("click",t=>{p.measuring?jr(t.latlng):zo(t.latlng,!1)})}function Yu(){let t=E.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||b.basemap)){h.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)k.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(h)}}function bi(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",oe(t,o))});t.nameMarks=e,M("language",e),t.group.on("add",e),ki(t)}else t.geometry==="ras\
ter"?fi(t):xi(t)}function xn(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?ki(t):xi(t))}function xi(t){
if(t.style.kind==="flows")new mi(t).addTo(t.group);else for(let e of t.places)Xu(t,e)}function Xu(t,e){let{style:n}=t;if(!U(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:Ar(
t,e)?Ne(ce(t,e)):ce(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=ce(t,e)),k.polyline(e.parts.map(([s])=>s),
r).addTo(t.group);return}k.polygon(e.parts,r).addTo(t.group)}function ki(t){if(t.places.length>ze){t.dots=new Xa(t).addTo(
t.group);return}t.places.filter(e=>U(t,e).length).forEach(e=>{let n=de(e.precision,ce(t,e),Ar(t,e)),o=parseFloat(n.style.
getPropertyValue("--size")),r=k.marker(e.point,{pane:t.pane,keyboard:!0,icon:k.divIcon({html:n,className:"mark-icon",iconSize:[
o,o]}),zIndexOffset:-1e3*Math.round(q[e.precision])});t.marks.push({marker:r,place:e}),r.on("mouseover",()=>ft(r.getLatLng())),
r.on("click",s=>zo(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&zo(r.getLatLng(),!0)}),r.addTo(t.group)}),
t.nameMarks()}function vi(){Yu();for(let t of E)h.createPane(t.pane).style.zIndex=400+t.number,t.marks=[],p.shown[t.number]?
bi(t):t.group.once("add",()=>bi(t))}function Si({tiles:t}){for(let e of t)k.tileLayer(e,{subdomains:"01234567",maxZoom:18,
attribution:""}).addTo(h)}var kn=document.getElementById("years"),Mi=[...new Set(E.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?ma(t):
[]]))].sort((t,e)=>t-e),rt=Mi.length&&b.years.length?b.years:Mi,zi=b.groups.flatMap(t=>{let e=t.layers.map(n=>E[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),ge=0;function Mt(t){
let e=rt.includes(t)?t:null;e!==p.year&&(p.year=e,E.filter(n=>n.yearColumn).forEach(xn),zi.forEach(Ju),ft(null),p.chosen?.
place&&!U(p.chosen.layer,p.chosen.place).length&&De(null),h.closePopup(),Wr(),at(vn()),$("year"))}function Ju(t){if(t.wanted=
t.wanted||t.layers.some(n=>p.shown[n.number]),!t.wanted)return;let e=p.year===null?t.layers.find(n=>p.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===p.year);t.layers.forEach(n=>{p.shown[n.number]!==(n===e)&&tt(n,n===e)}),p.year===null&&
(t.wanted=!1)}function vn(){if(p.year===null)return u("everyYear");let t=zi.some(e=>e.wanted&&!e.layers.some(n=>n.year===
p.year));return aa(p.year)+(t?u("noYear"):"")}function Gr(t){clearInterval(ge),ge=t?setInterval(()=>{let e=rt.indexOf(p.
year)+1;e<rt.length&&Mt(rt[e]),e>=rt.length-1&&Gr(!1)},1400):0,t&&Mt(rt[0]),Wr()}function Wr(){if(rt.length<2)return;kn.
hidden=!1;let t=document.activeElement&&kn.contains(document.activeElement)?document.activeElement.id:null,e=p.year===null?
rt.length:rt.indexOf(p.year);kn.setAttribute("aria-label",u("years"));let n=[...rt.map(String),u("allYears")];kn.replaceChildren(
i("button",{type:"button",id:"years-play",onclick:()=>Gr(!ge),"aria-label":u(ge?"stop":"play"),title:u(ge?"stop":"play")},
ie(ge?"pause":"play")),i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:rt.
length,step:1,value:e,"aria-label":u("years"),"aria-valuetext":vn(),oninput:o=>{ge&&Gr(!1),Mt(rt[o.target.valueAsNumber]??
null)}}),i("div.ticks",{"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>Mt(rt[r]??null)},o)))),
i("output.year-now",{},vn())),t&&document.getElementById(t).focus()}function Ei(t){M("language",Wr);let e=new Set;M("fil\
ter",()=>{let n=new Set(E.filter(o=>ne(o).length));for(let o of new Set([...n,...e]))xn(o);e=n,ft(null),h.closePopup()}),
new ResizeObserver(()=>{kn.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var Ti=document.getElementById("sheet"),Vr=document.getElementById("sheet-more"),Zu=.0254/96,Hr=[];function Qu(){let t=h.
getSize(),e=h.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[h.containerPointToLatLng([t.x/2-50,t.y/2]),h.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=mt(n.lng,e.lat,o.lng,e.lat)/(100*Zu),a=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${Z(Math.
round(s/a)*a)}`}function td(){return P("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},P("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),P("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),P("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function ed(){
return[...E].reverse().filter(t=>p.shown[t.number]).map(t=>{let e=xo(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(i("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},x(u(t.title),"strong.datum"),t.style.
kind==="outline"?Re(t.style):null),e.children.length?e:null)})}function nd(){let t=E.filter(n=>p.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(b.attribution),b.basemap?
u(b.basemap.attribution):"",...new Set(t)].filter(Boolean);return i("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",x(n)]))}function Li(t){let e=i("div.sheet-legend",{},ed()),n=i("div.sheet-foot",{},p.year===null?"":i("p",{},vn()),
i("p.ratio",{},u("ratio"),Qu()),i("p",{},u("projection")),nd(),i("p",{},u("printed"),Pe()),i("p.review",{},u("review"),b.
review?x(b.review):u("noReviewLine")));Ti.replaceChildren(i("div.sheet-head",{},i("h2",{},u("legend")),td()),e,n,t);let o=Hr.
flatMap(r=>r()).filter(Boolean);Vr.replaceChildren(...od(e,n),...o),Vr.hidden=!Vr.children.length}function od(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>Ti.clientHeight/3&&o.replaceWith(i("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(i("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(i("h2",{},u("legendMore")),i("div.sheet-legends",{},r))}return o.
isConnected||n.push(i("h2",{},u("source")),o),n}var we=i("aside",{id:"evaluate",hidden:!0}),Eo=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>Sn(!ye.open)}),ye={open:!1,say:null};function Sn(t){Ie(()=>{ye.open=t,t&&(h.closePopup(),
$("opened","desk")),we.hidden=!t,document.body.classList.toggle("evaluate-open",t),Eo.setAttribute("aria-expanded",String(
t)),Kr(t&&(!!p.place||!v.list.length))})}function Kr(t){p.place=t?e=>{$e(e.lng,e.lat)?(Fe(null),yr(e.lng,e.lat)):Fe("too\
Far")}:null,document.body.classList.toggle("picking",t),qr()}function Fe(t){ye.say=t;let e=document.getElementById("eval\
uate-note");e&&(e.textContent=t?u(t):"")}function rd(t){t.preventDefault();let e=document.getElementById("evaluate-coord\
inate"),n=document.getElementById("evaluate-name"),o=Xt(e.value,$e);if(Fe(o.fault||o.note),e.setAttribute("aria-invalid",
String(!!o.fault)),o.fault){e.focus();return}let r=n.value.trim();e.value="",n.value="",yr(o.lon,o.lat,r),h.getBounds().
contains([o.lat,o.lon])||h.panTo([o.lat,o.lon])}function sd(){return i("form.ask",{onsubmit:rd,noValidate:!0},i("div.row",
{},i("div.field.grow",{},i("label",{for:"evaluate-coordinate"},u("coordinate")),i("input",{id:"evaluate-coordinate",type:"\
text",autocomplete:"off",spellcheck:!1,"aria-describedby":"evaluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"\
evaluate-name"},u("name")),i("input",{id:"evaluate-name",type:"text",autocomplete:"off",maxLength:80})),i("button.main",
{type:"submit"},u("add"))),i("p.note",{id:"evaluate-note",role:"status"},ye.say?u(ye.say):""),i("p.hint",{id:"evaluate-h\
int"},u("coordinateHint")))}function ad(){return i("fieldset.reaches",{},i("legend",{},u("reachOf")),v.asked.reaches.map(
(t,e)=>i("label",{},i("input",{type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===v.reach,onchange:()=>ya(
t)}),i("span",{},`${t} km`))))}function id(){let t=Sr();return i("div.scenarios",{},i("div.tools",{role:"group","aria-la\
bel":u("scenario")},vt.map((e,n)=>i("button",{type:"button",id:`scenario-${e}`,"aria-pressed":String(n===an.at),onclick:()=>Ae(
n)},zr(n))),i("label.load",{for:"evaluate-load"},u("load"),i("input",{id:"evaluate-load",type:"file",accept:".geojson,.j\
son,.csv,.xlsx,.kml","aria-label":u("load"),onchange:ld}))),t?Ci(t):null)}function Ci({gained:t,both:e,alone:n}){let o=(r,s,a)=>i(
"tr",{},i("th",{scope:"row"},r),i("td",{"data-figure":a},dt(s)));return i("table.scenario-table",{},i("caption",{},u("sc\
enarios")),i("tbody",{},vt.map((r,s)=>o(`${zr(s)}: ${u("gained")}`,t[s],`gained-${r}`)),o(u("gainedByBoth"),e,"both"),vt.
map((r,s)=>o(`${u("gainedOnly")} ${r}`,n[s],`alone-${r}`))))}async function ld(t){let[e]=t.target.files;if(e)try{let n=await io(
new Uint8Array(await e.arrayBuffer())),{taken:o,refused:r}=n.features?ao(n.features,"wgs84"):so(n.rows,"wgs84",{readCoordinate:s=>Xt(
s,$e),unitOf:()=>null});Mr(o),Fe(r.length||!o.length?"loadedPart":"loaded")}catch{Fe("ownUnread")}}function cd(){let t=(n,o,r,s)=>i(
"button",{type:"button",id:n,onclick:r,disabled:s},u(o)),e=!v.list.length;return i("div.tools",{},i("button",{type:"butt\
on",id:"evaluate-pick","aria-pressed":String(!!p.place),onclick:()=>Kr(!p.place)},u("pick")),t("evaluate-undo","undo",hr,
!v.past.length),t("evaluate-redo","redo",gr,!v.future.length),t("evaluate-clear","clear",()=>ae([]),e))}function ud(t,e){
let n=v.figures.each[e],o=Math.max(...v.figures.each.map(c=>c.gained),1),r=xt(t),s=(c,...d)=>[i("dt",{},u(c)),i("dd",{},
...d)],a=c=>{let d=c.target.value.trim();d!==r&&rn(e,{name:d?wr(d,e):""})},l=c=>{let d=Xt(c.target.value,$e);Fe(d.fault||
d.note),d.fault?c.target.value=$i(t):rn(e,{lon:d.lon,lat:d.lat})};return i("li.candidate",{id:`candidate-${e}`},i("div.c\
andidate-head",{},i("span.number",{"aria-hidden":"true"},String(t.number)),i("input.name",{id:`candidate-name-${e}`,type:"\
text",value:r,maxLength:80,dir:"auto","aria-label":u("name"),onchange:a}),i("button",{type:"button",id:`candidate-show-${e}`,
title:`${u("show")}: ${r}`,"aria-label":`${u("show")}: ${r}`,onclick:()=>h.setView([t.lat,t.lon],Math.max(h.getZoom(),8))},
u("show")),i("button",{type:"button",id:`candidate-remove-${e}`,"aria-label":`${u("remove")}: ${r}`,onclick:()=>to(e)},u(
"remove"))),i("div.gain",{},i("span",{},u("gained")),i("strong",{"data-figure":"gained"},dt(n.gained)),i("span.bar",{"ar\
ia-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),i("dl.values",{},s("reached",i("span",{"data-fig\
ure":"reached"},dt(n.reached))),s("overlap",i("span",{"data-figure":"overlap"},dt(n.overlap))),v.list.length>1?s("only",
i("span",{"data-figure":"only"},dt(n.only))):null,n.nearest?s("nearest",i("span",{"data-figure":"nearest"},Wn(n.nearest.
metres))," · ",x(Jn(n.nearest.at))):null,s("lies",x(Zn(n))),i("dt",{},i("label",{for:`candidate-at-${e}`},u("coordinate\
Short"))),i("dd",{},i("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"off",value:$i(t),onchange:l}))))}function $i({
lon:t,lat:e}){return`${t}, ${e}`}function Oi(){let{whole:t,regions:e}=v.figures,n=(...s)=>i("tr",{},s.map(a=>i("th",{scope:"\
col"},u(a)))),o=pr(v.asked.regions),r=e.map((s,a)=>({sums:s,at:a})).filter(({sums:s})=>s.total>0).map(({sums:s,at:a})=>i(
s.after>s.before?"tr.changed":"tr",{},i("th",{scope:"row"},x(nt(o,a)?W(o,a):v.asked.codes[a])),i("td",{},tn(s.before,s.total)),
i("td",{},tn(s.after,s.total)),i("td",{"data-region":v.asked.codes[a]},s.after>s.before?`+${Z(s.after-s.before,v.asked.quantity,
p.lang)}`:"0")));return i("section.sums",{},i("h3",{},u("together")),i("p.total",{},i("span",{},u("gained"))," ",i("stro\
ng",{"data-figure":"together"},dt(t.after-t.before)),i("span.change",{},`${tn(t.before,t.total)} → ${tn(t.after,t.total)}`)),
i("table",{},i("caption",{},u("byRegion")),i("thead",{},n("region","now","withThem","gained")),i("tbody",{},r)))}function qr(){
Eo.replaceChildren(u("evaluate"));let t=document.activeElement&&we.contains(document.activeElement)?document.activeElement.
id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let s=document.getElementById(r);return[r,s?s.value:""]}),{scrollTop:n}=we;
we.setAttribute("aria-label",u("evaluateTitle")),we.replaceChildren(i("div.desk-head",{},i("h2",{},u("evaluateTitle")),i(
"button.close",{type:"button",id:"evaluate-close","aria-label":u("close"),onclick:()=>{Sn(!1),Eo.focus()}},"×")),id(),ad(),
cd(),i("p.hint.mode",{},u(p.place?"picking":"notPicking")),sd(),...(v.list.length?[i("ol.candidates",{},v.list.map(ud)),
v.list.length>1?i("div.compared",{tabIndex:0,role:"region","aria-label":u("evaluateTitle")},Er()):null,Oi(),i("div.save",
{},i("button.main",{type:"button",id:"evaluate-save",onclick:za},u("save")),i("p.hint",{},u("saveHint")))]:[]).filter(Boolean),
i("p.hint",{},u("existing"),x(u(v.asked.existing)),p.lang==="zh"?`（${v.coverage.sites.count}）；`:` (${v.coverage.sites.
count}); `,x(u(v.asked.quantity.title)),v.asked.quantity.derived?X():null)),e.forEach(([r,s])=>{document.getElementById(
r).value=s}),we.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}function dd(t){if(!ye.open)return;
let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.toLowerCase();n==="escape"&&p.place?
Kr(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||t.shiftKey?gr():hr())}function Ai({evaluate:t}){
ha(t),document.getElementById("tools").prepend(Eo),document.getElementById("panel").after(we),Sa(),Ea(),M("bring",e=>{Sn(
!0),Mr(e)}),Hr.push(()=>{if(!v.list.length)return[];let e=Sr();return[Er(),e?Ci(e):null,Oi()]}),document.addEventListener(
"keydown",dd),M("language",qr),M("candidates",qr),M("picked",e=>{Sn(!0);let n=document.getElementById(`candidate-${e}`);
n&&n.scrollIntoView({block:"nearest"})}),M("opened",e=>{(["figures","tasks"].includes(e)||e==="panel"&&_.matches)&&ye.open&&
Sn(!1)}),window.gisplanEvaluate={evaluation:v,evaluateCandidates:v.coverage.evaluate,geodesicLength:mt,destination:Qt,placeAt:fr,
readCoordinate:Xt,inside:$e}}var Yr=document.getElementById("maps"),fd={name:b.name,title:b.title,description:b.description,groups:b.groups.map((t,e)=>e),
headlines:b.headlines.map((t,e)=>e)};function be(){return b.maps?b.maps[p.map]:fd}function Xr(t){let e=b.groups.findIndex(
n=>n.layers.includes(t.number));return b.maps.findIndex(n=>n.groups.includes(e))}function Ue(t){return!b.maps||Xr(t)===p.
map}function _e(t){return b.maps?u(b.maps[Xr(t)].title):""}function To(t,e){if(!b.maps||t===p.map||!b.maps[t])return;h.closePopup(),
p.map=t;let n=e??b.maps[t].shown;for(let o of E){let r=n.includes(o.number);p.shown[o.number]&&!r&&tt(o,!1)}for(let o of n)
p.shown[o]||tt(E[o],!0);$("map"),$("layers")}function Bi(t){b.maps&&To(Xr(t))}function Pi(){if(!b.maps)return;Yr.hidden=
!1,Yr.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.id:null;
Yr.replaceChildren(...b.maps.map((e,n)=>i("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===p.map?
"page":null,onclick:()=>To(n)},u(e.title)))),t&&document.getElementById(t).focus()}function Ni(){M("language",Pi),M("map",
Pi)}var Lo=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function Ii(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function Ri(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:Lo[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return Lo.
map((r,s)=>{let[a,l]=[o[s],o[s+1]],c=e.filter(d=>Di(d,o)===s).length;return{low:a,high:l,color:r,count:c}})}function Di(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?Lo.length-1:n}function Fi(t,e){return e.length===1?e[0].color:Lo[Di(t,[
e[0].low,...e.map(n=>n.high)])]}var Mn=i("section",{id:"compare",hidden:!0}),At=i("div",{id:"divider",hidden:!0}),N={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},Jr=null,$o=()=>E.filter(Ft),pd=t=>b.maps&&!Ue(t)?`${u(t.title)} · ${_e(t)}`:u(t.title);function zn(){
for(let a of $o())h.getPane(a.pane).style.clip="";let t=N.open&&N.mode==="swipe";if(At.hidden=!t,!t)return;let e=h.getSize(),
[n,o]=[h.containerPointToLayerPoint([0,0]),h.containerPointToLayerPoint([e.x,e.y])],r=n.x+e.x*N.at;At.style.left=`${100*
N.at}%`;let s=(a,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${a}px)`;h.getPane(N.a.pane).style.clip=s(n.x,r),h.getPane(N.b.pane).
style.clip=s(r,o.x)}function Ui(t){let e=t.data.columns?.[t.column],{code:n}=t.data.search;return!e||!Y(e)||!n?null:new Map(
n.map((o,r)=>[o,R(e.values,r)??null]))}function ji(){Jr.clearLayers();let t=N.open&&N.mode==="difference";for(let d of $o())
h.getPane(d.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,b:n}=N,[o,r]=[Ui(e),Ui(n)];if(!o||!r)return u(
"noFigures");let s=d=>d.data.columns[d.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let a=Ii(o,r);if(!a.size)
return u("noCommon");let l=Ri(a.values());e.data.search.code.forEach((d,f)=>{if(!a.has(d))return;let m=a.get(d);k.polygon(
e.places[f].parts,{pane:"gisplan-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape d\
ifference",fillColor:m===null?Ne("#d5d9dd"):Fi(m,l),fillOpacity:.85}).addTo(Jr)});let c=[...a.values()].filter(d=>d===null).
length;return i("ul.difference-legend",{},l.map(({low:d,high:f,color:m,count:g})=>i("li",{},i("span.swatch",{style:{"--c\
olor":m,"--opacity":.85}}),i("span.what",{},d===f?"0":`${Z(d)} – ${Z(f)}`),i("span.count",{},String(g)))),c?i("li",{},
i("span.swatch.hatched",{style:{"--color":"#d5d9dd","--opacity":.85}}),i("span.what",{},u("oneMissing")),i("span.count",
{},String(c))):null)}function _i(t){return i("label",{},i("span",{},u(t==="a"?"leftTheme":"rightTheme")),i("select",{id:`\
compare-${t}`,onchange:e=>{N[t]=E[Number(e.target.value)],Qr()}},$o().map(e=>i("option",{value:String(e.number),selected:e===
N[t]},pd(e)))))}function Zr(){if(Mn.hidden=!N.open,!N.open)return;let t=Mn.contains(document.activeElement)?document.activeElement.
id:null,e=ji(),n=o=>i("label.mode",{},i("input",{type:"radio",name:"compare-mode",id:`compare-${o}`,checked:N.mode===o,onchange:()=>{
N.mode=o,Qr()}}),u(o));Mn.setAttribute("aria-label",u("compare")),Mn.replaceChildren(i("div.measure-head",{},i("strong",
{},u("compare")),i("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>Co(!1)},"×")),_i(
"a"),_i("b"),i("div.row",{},n("swipe"),n("difference")),N.mode==="swipe"?i("input",{id:"compare-at",type:"range",min:0,max:100,
value:Math.round(100*N.at),"aria-label":u("swipe"),oninput:o=>{N.at=o.target.valueAsNumber/100,zn()}}):i("div",{id:"comp\
are-told"},e)),t&&document.getElementById(t)?.focus()}function Qr(){ca(N.a,N.b),Zr(),zn()}function Co(t){if(t===N.open)return;
let e=$o();if(!(t&&e.length<2)){if(t){let n=e.find(o=>p.shown[o.number]);N.before=n??null,N.a=n??e[0],N.b=e.find(o=>o!==
N.a&&o.table===N.a.table&&o.year!==null)??e.filter(Ue).find(o=>o!==N.a)??e.find(o=>o!==N.a)}if(N.open=t,document.getElementById(
"tool-compare")?.setAttribute("aria-pressed",String(t)),t){h.closePopup(),Qr();return}Zr(),ji(),zn();for(let n of[N.a,N.
b])n!==N.before&&p.shown[n.number]&&tt(n,!1);N.before&&tt(N.before,!0)}}function Gi(){return N.open}function md(t){t.preventDefault(),
At.setPointerCapture(t.pointerId),At.onpointermove=e=>{let n=h.getContainer().getBoundingClientRect();N.at=Math.min(1,Math.
max(0,(e.clientX-n.left)/n.width));let o=document.getElementById("compare-at");o&&(o.value=Math.round(100*N.at)),zn()},At.
onpointerup=()=>{At.onpointermove=null}}function Wi(){ot("gisplan-difference",570),Jr=k.layerGroup().addTo(h),h.getContainer().
append(At),At.addEventListener("pointerdown",md),k.DomEvent.disableClickPropagation(At),document.getElementById("search").
after(Mn),h.on("move zoomend resize viewreset",zn),M("language",Zr);for(let t of["layers","map"])M(t,()=>{let e=N.open&&
[N.a,N.b].every(n=>p.shown[n.number]);N.open&&!e&&(N.before=null,Co(!1))})}function Vi({decimals:t,nodes:e,edges:n,lengths:o}){let r=10**t,s=Jt(e),a=new Float64Array(s.length/2),l=new Float64Array(
s.length/2),[c,d]=[0,0];for(let y=0;y<a.length;y++)c+=s[2*y],d+=s[2*y+1],a[y]=c/r,l[y]=d/r;let f=Jt(n),m=new Int32Array(
f.length/2),g=new Int32Array(f.length/2),w=0;for(let y=0;y<m.length;y++)w+=f[2*y],m[y]=w,g[y]=w+f[2*y+1];return{lon:a,lat:l,
start:m,end:g,length:Float64Array.from(Jt(o))}}var ts=b.context?.seats,Oo=ts?$t(ts.at,b).map((t,e)=>({at:t,names:ts.names[e]})):[];var Gt=t=>Math.round(10*t)/10,Ao=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${Gt(e)} ${Gt(n)}`)}lineTo(e,n){this.parts.push(`L${Gt(e)} ${Gt(n)}`)}arc(e,n,o){
let[r,s]=[Gt(o),Gt(2*o)];this.parts.push(`M${Gt(e-o)} ${Gt(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(P("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var hd=["county","prefecture","province","country"],gd=b.context?.borders??{},wd={country:0,province:0,prefecture:0,county:7},
Hi={railway:6,river:6.8},ht=b.context?b.context.layers.map(yd):[],Wy=ht.find(t=>t.graph)?.graph??null;function yd(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=Vi(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>Un(bd(),r)))),e.anchors=
t.anchors?$t(t.anchors,b):[],e}var es=null;function bd(){return es??(es=b.arcs.split(" ").map(t=>$t(t,b))),es}function Pt(t){
return p.context[t.name]!==!1}function qi(t,e){p.context[t.name]=e,$("context")}function rs([t,e]){let{x:n,y:o}=h.options.
crs.latLngToPoint(k.latLng(t,e),0);return[n,o]}function os(t){let e=t.map(rs),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function Ki(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],a)=>{a?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function Yi(t){let e=new Ao;return this.paint(e,t),e.elements}var xd=pe.extend({name:"\
context-ground",prepare(){this.areas=ht.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(os)})))},vectors:Yi,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(Pt(n)){t.beginPath();for(let s of r)Ki(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
kd=pe.extend({name:"context-lines",prepare(){this.lines=ht.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>os(r))}))})),this.shores=ht.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(os)}));let t=ht.find(e=>e.graph);this.seats=Oo.
map(({at:e})=>rs(e)),this.roads=t&&{one:t,...vd(t.graph)}},vectors:Yi,paint(t,e){let n=h.getZoom();t.scale(e.ratio,e.ratio),
t.lineJoin="round";for(let{one:o,rings:r}of this.shores)Pt(o)&&En(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,
paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!Pt(o))continue;let s=!o.style.dash;if(!s&&n<Hi.railway)continue;let l=r.
filter(d=>!s||d.named||n>=Hi.river).flatMap(d=>d.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);En(t,l,e,{color:o.style.color,
width:c,dash:[]}),!s&&n>=7.5&&En(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&Pt(this.roads.one)&&this.paintRoads(
t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(Pt(o))for(let s of hd){if(!Sd(s,n))continue;let a=r.
filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&En(t,a,e,{color:"rgba(120, 98, 140, 0.16)",width:6,
dash:[]}),En(t,a,e,gd[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)
o<e.west||o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle=
"#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:a,one:l}=this.
roads;t.beginPath();for(let d=0;d<s.length;d++){let[f,m]=[s[d],a[d]];o[f]<e.west&&o[m]<e.west||o[f]>e.east&&o[m]>e.east||
r[f]<e.north&&r[m]<e.north||r[f]>e.south&&r[m]>e.south||(t.moveTo(e.left(o[f])/e.ratio,e.top(r[f])/e.ratio),t.lineTo(e.left(
o[m])/e.ratio,e.top(r[m])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function vd({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let a=0;a<t.length;a++)[r[a],s[a]]=rs(
[e[a],t[a]]);return{x:r,y:s,start:n,end:o}}function En(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let a of e)Ki(t,
a,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function Sd(t,e){let n=E.filter(o=>o.border===t);return n.
length?n.some(o=>p.shown[o.number]):e>=wd[t]}var ns=[];function Xi(){if(!ht.length)return;ot("gisplan-ground",380);let t=E.
filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.length?t[t.length-1].number:-1;ot(
"gisplan-lines",400+Math.max(e,0)),ns.push(new xd({pane:"gisplan-ground"}).addTo(h)),ns.push(new kd({pane:"gisplan-lines"}).
addTo(h));let n=()=>{for(let o of ns)o.draw()};M("context",n),M("layers",n)}function Ji(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Po(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function ss(t){try{return decodeURIComponent(t)}catch{
return""}}function Zi(t,e){return`#${new URLSearchParams({find:`${Po(t)}~${Po(e)}`})}`}function Qi(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let a=new URLSearchParams(t.replace(/^#/,"")),l=(T,L)=>{let O=(a.get(T)??"").split(",").map(I=>I?
Number(I):Number.NaN);return O.length===L&&O.every(Number.isFinite)?O:null},c={},d=l("map",3);if(d&&Math.abs(d[1])<=85&&
Math.abs(d[2])<=360&&d[0]>=0&&d[0]<=22&&(c.view=d),a.has("layers")){let T=a.get("layers").split(" ");c.shown=e.map(L=>T.
includes(L))}let f=l("opacity",n);f?.every(T=>T>=0&&T<=100)&&(c.opacity=f.map(T=>T/100)),["zh","en"].includes(a.get("lan\
g"))&&(c.lang=a.get("lang")),r.includes(a.get("on"))&&(c.map=r.indexOf(a.get("on")));let m=new Map;for(let T of a.getAll(
"only")){let[L,O,I]=T.split("~");!I||!Object.prototype.hasOwnProperty.call(s,L)||!O.startsWith("@")&&!s[L].includes(O)||
m.set(`${L}~${O}`,new Set(I.split("|").map(ss)))}m.size&&(c.filter=m);let[g,w]=(a.get("find")??"").split("~").map(ss);g&&
w&&(c.find={table:g,name:w});let[y,S]=(a.get("profile")??"").split("~").map(ss);y&&/^\d{6}$/.test(S??"")&&(c.profile={table:y,
code:S}),a.has("sites")&&(c.more={sites:a.get("sites"),reach:a.get("reach")});let z=Number(a.get("year"));return c.year=
a.has("year")&&o.includes(z)?z:null,c}function tl({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:a,filter:l=new Map,
map:c=0,profile:d=null,more:f={}},m,g=[],w=[]){let y=new URLSearchParams;w.length&&y.set("on",w[c]);for(let[S,z]of l)y.append(
"only",`${S}~${[...z].map(Po).join("|")}`);y.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),y.set("layers",
m.filter((S,z)=>o[z]).join(" ")),r.some(S=>S!==1)&&y.set("opacity",r.map(S=>Math.round(100*S)).join(","));for(let[S,z]of Object.
entries(f))y.set(S,z);s!==null&&y.set("year",s),d&&y.set("profile",`${Po(d.table)}~${d.code}`),y.set("lang",a);for(let[S,
z]of g)y.set(S,z);return`#${y.toString().replace(/%2C/g,",")}`}var Md=/\s+(?:City|District|Province|County|(?:(?:\w+ )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,zd=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function el(t,e){if(e==="en")return t.replace(Md,"")||t;let n=t.replace(zd,(o,r)=>r==="区"?"":r);return n.length>1?n:t}function nl(t,e){let n=null,o=0;for(let r of t){let s=[];for(let a of[...r,null])if(a&&e.contains(a))s.push(a);else{let l=Ed(
s);l>o&&([n,o]=[Td(s,l),l]),s=[]}}return n}function Ed(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function Td(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var sl=ot("gisplan-labels",590);sl.classList.add("leaflet-zoom-hide");var al=P("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),je=[],as={leader:4.4,seat:7.5,water:7},is=[[0,0],[0,18],[0,-18]],Ld=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function $d(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function Cd(){return E.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:$d(t),name:W(t,e.rows[0]),size:Bd(e)})))}function il(t){return p.lang==="zh"?t[0]:t[1]||t[0]}function Od(){
return ht.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:il(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function Ad(){return Oo.map(({names:t,at:e})=>({
rank:"seat",name:il(t),anchor:e}))}var ol=[2,1,3,"seat","water","around"];function Pd(){for(let t of je)t.element.remove();
je=[...Cd(),...Ad(),...Od()].map(t=>({...t,element:i(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},el(t.
name,p.lang))})),je.sort((t,e)=>ol.indexOf(t.rank)-ol.indexOf(e.rank)||(e.size??0)-(t.size??0)),sl.append(al,...je.map(t=>t.
element)),je.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),Wt()}function Bd(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function Nd(){let t=h.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=h.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function Id(){let t=[];return E.forEach(e=>{let n=e.places.
length<=ze;e.geometry!=="point"||!p.shown[e.number]||!n||e.places.forEach(o=>{if(bt(e)&&!U(e,o).length)return;let r=h.latLngToLayerPoint(
o.point),s=q[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function Rd(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function rl(t,e,[n,o]){let{width:r,height:s}=t,[a,l]=[e.x+n,e.y+o];return[a-r/2,l-s/2,a+r/2,l+s/2]}function Dd(t){
let e=h.getZoom();if(t.layer){if(!p.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,a=h.latLngToLayerPoint(
o.room.getNorthWest()),l=h.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-a.x>.8*r&&l.y-a.y>s,d=h.latLngToLayerPoint(o.
anchor);return h.getBounds().contains(o.anchor)?t.rank===2?{at:d,near:c?is:[],far:e<as.leader?[]:Ld}:c?{at:d,near:is,far:[]}:
null:null}if(t.rank==="seat"){if(e<as.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:h.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!Pt(t.context)||t.rank==="water"&&e<as.water)return null;let n=t.paths?
nl(t.paths,h.getBounds()):t.anchor;return n?{at:h.latLngToLayerPoint(n),near:is,far:[]}:null}function Wt(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=f=>f[0]>=n[0]&&f[1]>=n[1]&&f[2]<=n[2]&&f[3]<=
n[3],r=Nd(),s=Id(),a=[],l=new Set,c=[],d=(f,m)=>o(f)&&!m.some(g=>Rd(f,g));je.forEach(f=>{let{element:m}=f,g=m.textContent,
w=l.has(g)?null:Dd(f),y=null,S=!1;if(w){let z=[...a,...s,...r];y=w.near.map(T=>rl(f,w.at,T)).find(T=>d(T,z)),y||(y=w.far.
map(T=>rl(f,w.at,T)).find(T=>d(T,z)),S=!!y)}m.hidden=!y,y&&(l.add(g),a.push(y),S&&c.push(Fd(w.at,y)),k.DomUtil.setPosition(
m,k.point(Math.round(y[0]),Math.round(y[1]))))}),al.replaceChildren(...c)}function Fd({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return P("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function ll(){M("la\
nguage",Pd);for(let t of["layers","context","filter"])M(t,Wt);h.on("moveend viewreset resize",Wt)}var us={A3:"A3 landscape",A4:"A4 landscape"},xe=null,Tn="A3";function ls(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function Ud(){return Ir(.02)?mo()??h.getBounds():h.getBounds()}function cl(){xe||document.body.classList.
contains("printing-list")||(xe={centre:h.getCenter(),zoom:h.getZoom(),bounds:Ud()},ft(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,p.paper=!0,ul())}function ul(){
document.body.classList.toggle("paper-a4",Tn==="A4"),ls(us[Tn]),h.invalidateSize({animate:!1,pan:!1}),h.fitBounds(xe.bounds,
{animate:!1,padding:[8,8]}),$("paper"),Li(_d()),Wt()}function cs(){if(!xe)return;let{centre:t,zoom:e}=xe;xe=null,p.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,h.invalidateSize({animate:!1,pan:!1}),h.setView(t,e,{
animate:!1}),$("paper"),Wt()}function _d(){let t=e=>i("label",{},i("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===Tn,onchange:()=>{Tn=e,ul(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return i("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(us).map(t),i("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),i("button.sheet-back",{type:"button",onclick:cs},u("back")))}
function dl(){cl(),document.getElementById("paper-print").focus()}function Bo(){return xe!==null}function fl(){let t=!1;
window.addEventListener("beforeprint",()=>{t=Bo(),p.profile?ls("A4 portrait"):cl()}),window.addEventListener("afterprint",
()=>{p.profile&&ls(us[Tn]),t||cs()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&cs()})}var ke={width:320,height:104,most:160};function pl(t,e,n){let o=e&&t.data.columns[e];return o&&Y(o)?Gd(t,e,n):t.legend.classes?
Wd(t):null}function jd(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"true"},
n||""))}function Gd(t,e,n){let r=t.data.columns[e],s=n.map(L=>({row:L,value:R(r.values,L)})).filter(L=>typeof L.value=="\
number").slice(0,ke.most);if(s.length<2)return null;let{width:a,height:l}=ke,c=s.map(L=>L.value),[d,f]=[Math.min(0,...c),
Math.max(0,...c)],m=L=>4+(l-8)*(f-L)/(f-d||1),g=a/s.length,w=g>4?Math.min(3,g*.2):0,y=s.map(({row:L,value:O},I)=>{let H=P(
"g",{class:"bar","data-row":L});return H.append(P("rect",{class:"hit",x:I*g,y:0,width:g,height:l}),P("rect",{class:"valu\
e",x:I*g+w/2,width:Math.max(.6,g-w),y:Math.min(m(0),m(O)),height:Math.max(1,Math.abs(m(O)-m(0))),fill:e===t.column?co(t,
L):"#4d8296"})),H}),S=`${u("chart")}${u(r.title)}`,z=P("svg",{viewBox:`0 0 ${a} ${l}`,role:"img","aria-label":S,preserveAspectRatio:"\
none"},...y,P("line",{class:"zero",x1:0,x2:a,y1:m(0),y2:m(0)}));z.addEventListener("mouseover",L=>me(t,Oe(L))),z.addEventListener(
"mouseleave",()=>me(t,null)),z.addEventListener("click",L=>{let O=Oe(L);O!==null&&jt(t,O,!1,!1)});let T=s.length===ke.most&&
n.length>ke.most?i("span.count",{},` ${D("firstBars",ke.most)}`):null;return jd([x(u(r.title)),r.unit?x(p.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?X():null,T],z)}function Wd(t){let e=uo(t),n=t.legend.classes.map((a,l)=>({
color:a.color,count:e.classes[l],text:u(a.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((a,l)=>a+l.count,0);if(!o)return null;let r=0,s=P("svg",{viewBox:`0 0 ${ke.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
a=>a.count).forEach(a=>{let l=ke.width*a.count/o;s.append(P("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:a.color,
class:"part"})),r+=l}),i("figure.chart",{},i("figcaption",{},x(u(t.legend.title)),t.legend.derived?X():null),s,i("ul.par\
ts",{},n.filter(a=>a.count).map(a=>i("li",{},i("span.dot",{style:{"--color":a.color}}),x(a.text),i("span.count",{},` ${D(
"rows",a.count)}`)))))}function ml(t,e,n){let o=t.data.columns[e];return n===null||!o||!Y(o)?[u("chartHint")]:[x(W(t,n),
"strong.datum")," ",st(o,G(t.data,e,n),t,e)]}var ds=new Set;function ms(t){return Array.from({length:t.data.count},(e,n)=>n)}var fs=new Map;function ps(t,e){let n=qn(
t.table,e);if(!fs.has(n)){let o=new Map;for(let s of ms(t)){let a=e===ee?ir(t,s,re):String(R(t.data.columns[e].values,s)??
"");o.set(a,(o.get(a)??0)+1)}let r=o.size>1&&o.size<=da&&o.size<t.data.count;fs.set(n,r?o:null)}return fs.get(n)}function Vd(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!Y(e[o])&&ps(t,o));return re.prefectures&&t.table!=="prefecture\
s"&&ps(t,ee)&&n.push(ee),n}function hl(t,e,n){if(n==="")return u("noValue");if(e===ee){let{prefectures:a}=re;return W(a,
a.data.search.code.indexOf(n))}let o=t.data.columns[e],r=ms(t).find(a=>String(R(o.values,a)??"")===n),s=p.lang==="en"&&o.
english?o.english:o.values;return Q(o,R(s,r),t,e)}function Hd(t,e){let n=qn(t.table,e),o=nn(n),r=e===ee?u("prefecture"):
u(t.data.columns[e].title),s=[...ps(t,e)].sort((c,d)=>d[1]-c[1]),a=o?[...o].map(c=>hl(t,e,c)).join("、"):"",l=a.length>
18?`${a.slice(0,17)}…`:a;return i(o?"details.chosen":"details",{open:ds.has(n),ontoggle:c=>{c.target.open?ds.add(n):ds.
delete(n)}},i("summary",{id:`chip-${n}`},x(r),l?`：${l}`:""),i("div.values-list",{role:"group","aria-label":r},s.map(([
c,d],f)=>i("label",{},i("input",{type:"checkbox",id:`chip-${n}-${f}`,checked:!!o?.has(c),onchange:()=>Yn(n,c)}),x(hl(t,e,
c)),i("span.count",{},String(d))))))}function gl(t){let e=Vd(t),n=p.filter.size>0;if(!e.length&&!n)return null;let o=ne(
t).some(([s])=>s.includes(`~${Ee}`)),r=ms(t).filter(s=>se(t,s)).length;return i("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>Hd(t,s)),n?i("button.clear-filter",{type:"button",id:"filter-clear",onclick:fa},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}var qd=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function wl(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((a,l)=>{let c=getComputedStyle(a);for(let d of qd)
s[l].setAttribute(d,c.getPropertyValue(d))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function hs(t){return new XMLSerializer().serializeToString(t)}async function Kd(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(hs(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(a=>{r.toBlob(a,"image/png")})}async function gs(t,e,n,o){kt(t,"image/png",
await Kd(e,n,o))}function Yd(t,e,n){let o=getComputedStyle(t),r=P("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function yl(){
let t=h.getContainer().getBoundingClientRect(),{x:e,y:n}=h.getSize(),o=l=>{let c=l.getBoundingClientRect();return{left:c.
left-t.left,top:c.top-t.top,width:c.width,height:c.height}},r=P("svg",{xmlns:"http://www.w3.org/2000/svg",width:e,height:n,
viewBox:`0 0 ${e} ${n}`}),s=document.querySelector(".hatches defs");s&&r.append(s.cloneNode(!0)),r.append(P("rect",{width:e,
height:n,fill:"#e8eef2"}));let a=[...h.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort((l,c)=>Number(getComputedStyle(
l).zIndex)-Number(getComputedStyle(c).zIndex));for(let l of a){let c=P("g",{opacity:getComputedStyle(l).opacity});for(let d of l.
children){if(d.classList.contains("leaflet-pane")||d.hidden)continue;let f=o(d),m={x:f.left,y:f.top,width:f.width,height:f.
height};if(d.tagName==="svg"){let g=d.cloneNode(!0);g.removeAttribute("style");for(let[w,y]of Object.entries(m))g.setAttribute(
w,y);c.append(g)}else if(d.tagName==="CANVAS"||d.tagName==="IMG"){let g=d.tagName==="IMG"?d.src:d.toDataURL(),w=d.style.
opacity||1;c.append(P("image",{...m,href:g,opacity:w,preserveAspectRatio:"none"}))}else if(d.querySelector("svg")){let g=d.
querySelector("svg"),w=g.cloneNode(!0),y=o(g);w.setAttribute("x",y.left),w.setAttribute("y",y.top),w.setAttribute("overf\
low","visible"),c.append(w)}else d.textContent.trim()&&f.width&&c.append(Yd(d,f))}r.append(c)}return{picture:r,width:e,height:n}}var Xd=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function Jd(t){
let e=4294967295;for(let n of t)e=Xd[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function Zd(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(m,g)=>{let w=new DataView(new ArrayBuffer(4+g.reduce((S,[z])=>S+z,0)));w.setUint32(0,m,!0);let y=4;for(let[S,
z]of g)S===2?w.setUint16(y,z,!0):w.setUint32(y,z,!0),y+=S;return new Uint8Array(w.buffer)};for(let{name:m,text:g}of t){let[
w,y]=[e.encode(m),e.encode(g)],S=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Jd(y)],[4,y.length],[4,y.length],[2,w.length],[2,
0]],z=s(67324752,S),T=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...S,...T]),w),n.push(z,w,y),r+=z.length+
w.length+y.length}let a=o.reduce((m,g)=>m+g.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,a],[4,r],[
2,0]]),c=[...n,...o,l],d=new Uint8Array(c.reduce((m,g)=>m+g.length,0)),f=0;for(let m of c)d.set(m,f),f+=m.length;return d}
function vl(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function Qd(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${vl(t)}</t></is></c>`}var bl="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",ws="http://schemas.openxmlformats.org/package/2006",xl="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",kl="application/vnd.openxmlformats-officedocument.spread\
sheetml",Ln=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function No(t,e){let n=vl(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(Qd).join("")}</row\
>`).join(""),r=(s,a,l)=>`<Relationship Id="${s}" Type="${xl}/${a}" Target="${l}"/>`;return Zd([{name:"[Content_Types].xm\
l",text:`${Ln}<Types xmlns="${ws}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${kl}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kl}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${Ln}<Relationships xmlns="${ws}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${Ln}<workbook xmlns="${bl}" xmlns:r="${xl}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${Ln}<Relationships\
 xmlns="${ws}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${Ln}<worksheet xmlns="${bl}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function ys(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function tf(t,e,n){let o=e.map(s=>{let a=t.data.columns[s];return u(a.title)+(a.unit?` (${u(a.unit)})`:"")}),r=n.map(s=>e.
map(a=>{let l=t.data.columns[a],c=G(t.data,a,s);return c==null?null:Y(l)||l.year?c:Q(l,c,t,a)}));return[o,...r]}function Sl(){
let t=document.querySelector("#figures .chart svg");return t?wl(t,640,208):null}function Ml(t,e,n){let o=c=>`${sn(b.name,
u(t.title))}.${c}`,r=()=>tf(t,e,n),s=async()=>{let c=ys(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let d=i(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(d),d.select(),document.execCommand("copy"),d.remove()}at(
u("copied"))},a=(c,d,f)=>i("button",{type:"button",id:`take-${c}`,onclick:f},d),l=document.querySelector.bind(document);
return i("details.takeout",{},i("summary",{id:"take-out"},u("takeOut")),i("div.row",{},a("copy",u("copyTable"),s),a("csv",
"CSV",()=>kt(o("csv"),"text/csv",`\uFEFF${ys(r(),",")}\r
`)),a("xlsx","XLSX",()=>kt(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",No(u(t.title),r()))),
a("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&kt(o("svg"),"image/svg+xml",hs(Sl()))}),a("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&gs(o("png"),Sl(),640,208)}),a("map-png",u("mapPng"),()=>{let{picture:c,width:d,height:f}=yl();
gs(`${sn(b.name,u("map"))}.png`,c,d,f)})))}var Vt=document.getElementById("figures"),Ro=document.getElementById("figures-toggle"),B={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},ef=26;function ks(){let t=E.filter(r=>p.shown[r.number]&&r.geometry!=="raster"),
e=t.find(r=>r.number===B.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="o\
utline");return o[o.length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function Tl(){let t=ks();
return!t||t.data.count<=5e3}function vs(t){let e=B.hidden.get(t.table),n=Ll(t);return e?n.filter((o,r)=>r===0||!e.has(o)):
n}function nf(t){let e=B.hidden.get(t.table)??new Set;return i("details.columns",{open:B.choosing,ontoggle:n=>{B.choosing=
n.target.open}},i("summary",{id:"figures-columns"},u("columns")),i("div.values-list",{role:"group","aria-label":u("colum\
ns")},Ll(t).slice(1).map((n,o)=>i("label",{},i("input",{type:"checkbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{
e.delete(n)||e.add(n),B.hidden.set(t.table,e),Bt()}}),x(u(t.data.columns[n].title))))))}var of=/%|‰|率|\/|per |km$|千米$|人\/|户均/;
function rf(t,e){let n=e.map((o,r)=>{let s=t.data.columns[o];if(r===0||!Y(s)||!s.unit||of.test(`${s.unit.zh} ${s.title.zh}`))
return null;let a=B.rows.map(l=>G(t.data,o,l)).filter(l=>typeof l=="number");return a.length?{sum:a.reduce((l,c)=>l+c,0),
missing:B.rows.length-a.length}:null});return n.every(o=>o===null)?null:i("tfoot",{},i("tr",{},e.map((o,r)=>r===0?i("th",
{scope:"row"},u("total")):i("td.number",{},n[r]?Z(n[r].sum,t.data.columns[e[r]],p.lang):"",n[r]?.missing?i("span.unit",{},
D("unknown",n[r].missing)):null))))}function bs(t){B.wide=t,document.body.classList.toggle("figures-wide",t),Bt()}function Ll(t){
let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&Rt(e,r)).filter((r,s)=>s===
0||r===t.column||!Array.from({length:n}).some((a,l)=>{let c=G(t.data,r,l);return typeof c=="string"&&!Rt(e[r].words,c)&&
(c.length>ef||c.includes(`
`))}))}function sf(t,e,n){let o=t.data,r=new Intl.Collator(p.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(d,f)=>f).filter(d=>se(t,d));if(!e)return s;let a=o.columns[e],l=new Map(s.map(d=>{let f=G(o,e,d);return f==null?
[d,null]:[d,typeof f=="number"?f:Q(a,f,t,e)]})),c=n?-1:1;return s.sort((d,f)=>{let[m,g]=[l.get(d),l.get(f)];if(m===null||
g===null)return(m===null)-(g===null)||d-f;let w=typeof m=="number"&&typeof g=="number"?m-g:r.compare(m,g);return c*w||d-
f})}function af(t){if(p.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=p.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function lf(){return be().headlines.length?i("dl.headlines",{},be().
headlines.map(t=>af(b.headlines[t])).map(t=>i("div",{title:u("credits")+t.sources.map(u).join("; ")},i("dt",{},x(u(t.title))),
i("dd",{},t.before&&t.value!==null?x(`${u(t.before)} `):null,i("strong",{title:cf(t)},zl(t)),t.unit&&t.value!==null?x(sr(
zl(t),t)):null,t.of!==null?i("span.of",{},D("ofAll",t.of)):null,t.derived?X():null,p.year!==null&&!t.years?i("span.note",
{},u("everyYearAlike")):null,t.missing?i("span.note",{},D("unknown",t.missing)):null,t.point&&t.value!==null?x(`${u(t.point)}\
 ${Io(t,t.value)}`,"span.note"):null,t.worth?x(u(t.worth),"span.note"):null)))):null}function zl(t){if(t.value===null)return"\
—";if(!t.point)return Io(t,t.value);let[e,n]=[Io(t,t.low),Io(t,t.high)];return e===n?e:`${e}–${n}`}function Io(t,e){
return Z(e,t,p.lang)}function cf(t){return t.value===null||t.point?null:en(t,t.value)}function uf(t,e){let n=t.data.columns[e];
B.down=B.sort===e?!B.down:Y(n),B.sort=e,Bt(),document.getElementById(`sort-${vs(t).indexOf(e)}`).focus()}function df(t,e,n){
let o=t.data.columns[e],r=B.sort===e;return i(Y(o)?"th.number":"th",{scope:"col","aria-sort":r?B.down?"descending":"asce\
nding":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>uf(t,e)},x(u(o.title)),i("span.arrow",{"aria-hidden":"\
true"},r?B.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?X():null)}function El(t,e,n){
B.wide&&bs(!1),jt(t,e,!1,n)}function ff(t,e,n){let o=t.data,r=i("tr",{"data-row":String(n),onclick:s=>{s.target.closest(
"button")||El(t,n,!1)}});return e.forEach((s,a)=>{let l=o.columns[s],c=Q(l,G(o,s,n),t,s);if(a===0){r.append(i("th",{scope:"\
row"},i("button",{type:"button",dir:"auto",onclick:d=>El(t,n,d.detail===0)},c)));return}r.append(i(Y(l)?"td.number":"td",
{dir:Y(l)?null:"auto",title:en(l,G(o,s,n))},s===t.column&&t.style.kind!=="outline"?i("span.dot",{style:{"--color":co(t,n)}}):
null,c))}),r}function pf(t){let e=E.filter(n=>p.shown[n.number]&&n.geometry!=="raster").reverse();return i("label.pick",
{},i("span",{},u("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(B,{picked:Number(n.target.value),
sort:null,most:200}),Bt()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},u(n.title)))))}function mf(t){let e=vs(
t),n=B.rows.slice(0,B.most),o=i("table",{onmouseover:r=>me(t,Oe(r)),onmouseleave:()=>me(t,null),onfocusin:r=>me(t,Oe(r))},
i("caption",{},x(u(t.title)),i("span.count",{},` ${D("tableRows",B.rows.length)}`)),i("thead",{},i("tr",{},e.map((r,s)=>df(
t,r,s)))),i("tbody",{},n.map(r=>ff(t,e,r))),rf(t,e));return[B.rows.length?null:i("p.hint",{},u("nothingDue")),i("div.tab\
le",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<B.rows.length?i("button.more",{type:"button",id:"figu\
res-more",onclick:()=>{B.most+=500,Bt()}},u("more")):null]}function Bt(){if(Ro.replaceChildren(u("figures")),Vt.setAttribute(
"aria-label",u("figuresTitle")),!B.open)return;let t=Vt.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=Vt,n=ks(),o=[i("div.figures-head",{},i("h2",{},u("figuresTitle")),i("button.wide",{type:"button",id:"figur\
es-wide","aria-pressed":String(B.wide),onclick:()=>bs(!B.wide)},u(B.wide?"narrowTable":"wideTable")),i("button.close",{type:"\
button",id:"figures-close","aria-label":u("close"),onclick:()=>{B.wide&&bs(!1),Ht(!1),Ro.focus()}},"×")),lf()];if(n){let r=vs(
n);if(!r.includes(B.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];B.sort=s||null,B.down=!!(s&&Y(n.data.columns[s]))}
B.rows=sf(n,B.sort,B.down),o.push(pf(n),gl(n),i("div.table-tools",{},nf(n),Ml(n,r,B.rows)),pl(n,B.sort,B.rows),mf(n))}else
o.push(i("p.hint",{},u("nothingShown")));Vt.replaceChildren(...o.flat(1/0).filter(Boolean)),Vt.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),xs(!1)}function xs(t){if(!B.open)return;let e=ks();if(!e)return;let n=p.chosen&&p.
chosen.layer.table===e.table?p.chosen:null,o=mn.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;Vt.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let d=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",d),l.tagName==="TR"&&l.setAttribute("aria-selected",String(d)),t&&
d&&l.tagName==="TR"&&hf(l)});let s=Vt.querySelector(".chart-note"),a=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...ml(e,B.sort,a))}function hf(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function Ht(t){Ie(()=>{B.open=t,t&&$("opened","fig\
ures"),Vt.hidden=!t,document.body.classList.toggle("figures-open",t),Ro.setAttribute("aria-expanded",String(t)),Bt()})}function $l(){
Ro.addEventListener("click",()=>Ht(!B.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&_.matches&&B.open&&
Ht(!1)}),M("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&_.matches)&&B.open&&Ht(!1)}),M("language",Bt),M("lay\
ers",Bt);for(let t of["year","filter","map"])M(t,Bt);M("hover",()=>xs(!1));for(let t of["chosen","docked"])M(t,()=>xs(!0))}function $n(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function Ss({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map($n);return{code:n||"",zh:$n(t??""),en:$n(e??""),
syllables:r,english:String(e??"").split(/\s+/).map($n),initials:r.map(s=>s.slice(0,1)).join("")}}function gf(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var wf=3;function Cl({entry:t,fit:e}){
return t.unit&&e<=wf?0:1}function Ol(t,e,n){let o=$n(e);return o?t.map(r=>({entry:r,fit:gf(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Cl(r)-Cl(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var zs=document.getElementById("search"),yf=12,Ms=null,K=[],pt=-1;function bf(){let t=[],e=new Set,n=r=>E.some(s=>s.table===
r&&p.shown[s.number]);Object.keys(b.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=b.tables[r],{search:a}=s,l=a.name?s.
columns[a.name]:null;for(let c=0;c<s.count;c++){let d=l?R(l.values,c):null,f=l?.english?R(l.english,c):null,m=a.code?a.code[c]:
null,g=m?`${m} ${d}`:null;if(d===null&&f===null&&m===null||g&&e.has(g))continue;g&&e.add(g);let w=a.pinyin?R(a.pinyin,c):
null,y=m!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:y,...Ss({zh:d,en:f,code:m,pinyin:w})})}});for(let r of b.
elsewhere??[])r.zh.forEach((s,a)=>{let l=r.en?.[a]??null;if(s===null&&l===null)return;let c=r.pinyin[a];t.push({elsewhere:r,
row:a,...Ss({zh:s,en:l,code:null,pinyin:c})})});return t}function Al(t){return Ms=Ms||bf(),Ol(Ms,t,yf)}function Pl(t){let e=E.
filter(n=>n.table===t);return e.filter(n=>p.shown[n.number]).pop()||e.find(Ue)||e[0]}function Bl(t,e){let n=Object.prototype.
hasOwnProperty.call(b.tables,t)&&b.tables[t];if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,a=Array.
from({length:r},(l,c)=>c).find(l=>o.code?.[l]===e||s&&R(s.values,l)===e);a!==void 0&&Es({table:t,row:a})}function Es(t){
if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,a=r[t.row]??s[t.row];window.location.href=`${n}${b.ending}${Zi(
o,a)}&lang=${p.lang}`;return}let e=Pl(t.table);xf(),Bi(e),p.year!==null&&!cr(e,t.row)&&Mt(null),jt(e,t.row,!0,!0),_.matches&&
Ht(!1)}function xf(){K=[],pt=-1,Cn()}function kf(t){if(t.elsewhere){let{zh:s,en:a,title:l,layer:c}=t.elsewhere,d=[s[t.row],
a?.[t.row]??null].filter(f=>f!==null);return p.lang==="en"&&d.reverse(),[x(d[0],"strong.datum"),d[1]?x(d[1],"span.other"):
null,i("span.of",{},x(u(c)),` · ${u("onMap")} `,x(u(l)))]}let e=Pl(t.table),n=b.tables[t.table],o=n.search.name?n.columns[n.
search.name]:null,r=o?.english?R(p.lang==="zh"?o.english:o.values,t.row):null;return[x(W(e,t.row),"strong.datum"),r?x(r,
"span.other"):null,i("span.of",{},t.code?`${t.code} · `:"",x(u(e.title)),Ue(e)?null:[` · ${u("onMap")} `,x(_e(e))])]}function Cn(){
let t=document.getElementById("search-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===
e;t.replaceChildren(...K.map((r,s)=>i("li",{id:`found-${s}`,role:"option","aria-selected":String(s===pt),onmousedown:a=>{
a.preventDefault(),Es(r)}},kf(r))));let o=document.getElementById("search-none");o.hidden=K.length>0||!n||pt===-2,o.textContent=
u("nothingFound"),t.hidden=!K.length,e.setAttribute("aria-expanded",String(K.length>0)),pt>=0?(e.setAttribute("aria-acti\
vedescendant",`found-${pt}`),document.getElementById(`found-${pt}`).scrollIntoView({block:"nearest"})):e.removeAttribute(
"aria-activedescendant")}function vf(t){K=Al(t.target.value),pt=K.length?0:-1,Cn(),t.target.value.trim()&&at(K.length?D(
"found",K.length):u("nothingFound"))}function Sf(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&K.length?(t.preventDefault(),
pt=(pt+e+K.length)%K.length,Cn()):t.key==="Escape"&&(t.stopPropagation(),K.length||(t.target.value=""),K=[],pt=-2,Cn())}
function Mf(){let t=document.getElementById("search-input");zs.setAttribute("aria-label",u("search")),zs.replaceChildren(
i("div.field",{},ie("search"),i("input",{id:"search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"ar\
ia-label":`${u("search")}: ${u("searchHint")}`,"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"\
false",spellcheck:!1,value:t?t.value:"",oninput:vf,onkeydown:Sf,onblur:()=>{pt=-2,K=[],Cn()}})),i("ul",{id:"search-list",
role:"listbox","aria-label":u("search"),hidden:!0}),i("p",{id:"search-none",hidden:!0}))}function Nl(){zs.addEventListener(
"submit",t=>{t.preventDefault();let e=document.getElementById("search-input");K.length||(K=Al(e.value)),K.length&&Es(K[Math.
max(0,pt)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||
(t.preventDefault(),document.getElementById("search-input").focus())}),M("language",Mf)}var ve={last:"",timer:0,ready:!1},Dl=Ji(E),Ls=[];function Fl(t){Ls.push(t)}var Ul=(b.maps??[]).map(t=>t.name);function _l(){
return Qi(window.location.hash,{keys:Dl,groups:b.groups.length,years:rt,maps:Ul,columns:Object.fromEntries(Object.entries(
b.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function jl(){let{lat:t,lng:e}=h.getCenter(),n=Ls.flatMap(o=>o.
write());return tl({zoom:h.getZoom(),lat:t,lng:e},p,Dl,n,Ul)}function Il(t){if(t.map!==void 0&&To(t.map),t.filter||p.filter.
size){p.filter.clear();for(let[n,o]of t.filter??[])p.filter.set(n,o);$("filter")}t.shown&&E.forEach((n,o)=>{p.shown[o]!==
t.shown[o]&&tt(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{Hn(o,n)}),Mt(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of Ls)n.follow(e);t.view&&h.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
$("linked",t.more),t.profile&&$("profile",t.profile),t.find&&Bl(t.find.table,t.find.name),ve.ready=!0}function Rl(){!ve.
ready||Bo()||(clearTimeout(ve.timer),ve.timer=setTimeout(()=>{if(!Bo()){ve.last=jl();try{window.history.replaceState(null,
"",ve.last)}catch{}}},120))}async function Gl(){let t=window.location.href.split("#")[0]+jl(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}St(()=>[i("h2",{id:"about-title"},u("linkTitle")),i("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),i("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var Ts=_l();function Wl(){Ts.lang&&(p.lang=Ts.lang)}function Vl(){Il(Ts),window.
addEventListener("hashchange",()=>{if(window.location.hash===ve.last)return;let e=_l();e.lang&&e.lang!==p.lang&&(p.lang=
e.lang,$("language")),Il(e)}),h.on("moveend",Rl);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
M(e,Rl)}var zf=k.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!_.matches}),k.DomEvent.disableClickPropagation(
this.box),M("language",()=>this.write()),this.box},write(){let t=new Map;for(let r of[...b.context?.layers??[]].reverse())
for(let s of r.sources)t.set(u(s),null);for(let r of Object.values(b.tables).flatMap(s=>s.sources)){let s=u(r.title);t.get(
s)||t.set(s,r.link?r.url:null)}for(let r of b.headlines.flatMap(s=>s.sources.map(u)))t.has(r)||t.set(r,null);let e=[[u(b.
attribution),null],b.basemap?[u(b.basemap.attribution),null]:["",null],...t].filter(([r])=>r),n=i(b.review?"span.review":
"span.review.unset",{},u("review"),b.review?x(b.review):u("noReview")),o=i("div.credits",{tabIndex:0},i("span",{},u("cre\
dits")));e.forEach(([r,s],a)=>{o.append(a?"; ":"",s?Ce(s,r):x(r))}),this.box.replaceChildren(i("summary",{},n),o)}}),Ef=k.
Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-say":e,onclick:o},n);return this.box=i("div.zoom.\
leaflet-bar",{},t("zoomIn","+",()=>h.zoomIn()),t("zoomOut","−",()=>h.zoomOut()),t("home",ie("home"),cn)),k.DomEvent.disableClickPropagation(
this.box),M("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.dataset.
say),t.setAttribute("aria-label",t.title)})}});function Tf(){document.fullscreenElement?document.exitFullscreen():document.
documentElement.requestFullscreen().catch(()=>at(u("full")))}var Lf=[["measure",()=>So(!p.measuring)],["compare",()=>Co(
!Gi())],["full",Tf],["link",Gl],["print",dl]],$f=k.Control.extend({onAdd(){let t=Lf.filter(([e])=>e!=="full"||document.fullscreenEnabled);
return this.box=i("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>i("button",{type:"button",id:`tool-${e}`,onclick:n,"ari\
a-pressed":e==="measure"||e==="compare"?"false":null},ie(e)))),k.DomEvent.disableClickPropagation(this.box),M("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function Hl(){let t=new zf({position:"bottomright"}).addTo(h);return new Ef({position:_.
matches?"bottomright":"topright"}).addTo(h),new $f({position:"topright"}).addTo(h),k.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(h),document.addEventListener("fullscreenchange",()=>h.invalidateSize({animate:!1})),t.box}var Yl=ot("gisplan-counts",588);Yl.classList.add("leaflet-zoom-hide");var On=16;function Cf(t,e){let[n,o]=[t/2+e*.5,On/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-On/2-e-2],[0,On/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function ql(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function Kl(){let t=E.filter(r=>r.geometry==="point"&&p.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:h.latLngToLayerPoint(s.point),count:U(r,s).length,radius:q[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:a,own:l})=>{let c=String(s),d=8+7*c.length,f=Cf(d,a).map(([y,S])=>[r.x+y-d/2,r.y+S-On/2,r.x+y+d/2,r.y+S+On/2]),m=f.
filter(y=>n.every(S=>ql(y,S))),g=m.find(y=>e.every((S,z)=>z===l||ql(y,S)))||m[0]||f[0];n.push(g);let w=i("span.mark-coun\
t",{"aria-hidden":"true"},c);return w.style.width=`${d}px`,k.DomUtil.setPosition(w,k.point(Math.round(g[0]),Math.round(g[1]))),
w});Yl.replaceChildren(...o)}function Xl(){h.on("zoomend viewreset resize",Kl);let t=["language","layers","year","kept",
"filter","paper"];for(let e of t)M(e,Kl)}var Jl="#7a0177",Of={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},Af=2e7,J={name:"",
content:null,datum:"wgs84",result:null,fault:null},qt=null;function Pf(t){let e=t.trim(),n=new Map;for(let a of E)a.geometry!==
"polygon"||!a.data.search.code||a.data.search.code.forEach((l,c)=>{let d=a.data.columns[a.data.search.name],f=[d?.values,
d?.english].filter(Boolean).map(w=>Array.isArray(w)?w[c]:w.words[w.of===0?0:w.of[c]]).filter(Boolean),m=f.filter(w=>w.length>
2).map(w=>w.slice(0,-1)),g=f.some(w=>e.length>w.length&&e.endsWith(w));(l===e||f.includes(e)||m.includes(e)||g)&&a.places[c]?.
anchor&&n.set(l,a.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var Bf=(t,e)=>{let[n,o,r,s]=b.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function Zl(){let{content:t}=J;
t&&(J.result=t.features?ao(t.features,J.datum):so(t.rows,J.datum,{readCoordinate:e=>Xt(e,Bf),unitOf:Pf}),If())}function Nf(t){
let e=i("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
i("dt",{},x(n)),i("dd",{dir:"auto"},r))}return i("div.identify",{},x(J.name,"span.kicker"),x(t.name,"strong.datum"),e,i(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function If(){qt.clearLayers();let{taken:t,shapes:e=[]}=J.
result;for(let o of e)k.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:Jl,weight:2,fillOpacity:.12}}).addTo(qt);
for(let o of t){let r=de(o.exact?"site":"county",Jl),s=parseFloat(r.style.getPropertyValue("--size")),a=k.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:k.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(qt),
l=c=>he(a.getLatLng(),()=>Nf(o),c);a.on("click",()=>l(!1)),a.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),a.
getElement().setAttribute("aria-label",o.name)}let n=qt.getLayers().length?k.featureGroup(qt.getLayers()).getBounds():null;
n?.isValid()&&h.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function Ql(t,e){Object.assign(J,{name:t,content:null,
result:null,fault:null}),qt.clearLayers();try{if(e.length>Af)throw new Error("large");J.content=await io(e),Zl(),at(D("o\
wnTaken",J.result.taken.length))}catch(n){J.fault=n.message==="large"?"ownLarge":"ownUnread"}Do()}async function tc(t){t&&
await Ql(t.name,new Uint8Array(await t.arrayBuffer()))}function Rf(){if(J.fault)return i("p.fault",{role:"alert"},u(J.fault));
if(!J.result)return null;let{taken:t,refused:e,shapes:n=[]}=J.result;return[i("h3",{},x(J.name)),i("p",{id:"own-taken"},
D("ownTaken",t.length),n.length?` ${D("ownShapes",n.length)}`:"",e.length?` ${D("ownRefused",e.length)}`:""),e.length?i(
"ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>i("li",{},D("ownRow",o),u(r)))):null,i("div.row",{},b.
evaluate&&t.length?i("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").close(),$(
"bring",t)}},u("ownCandidates")):null,i("button",{type:"button",id:"own-clear",onclick:()=>{qt.clearLayers(),Object.assign(
J,{name:"",content:null,result:null,fault:null}),Do()}},u("ownClear")))]}function Df(){return[i("h2",{id:"about-title"},
u("own")),i("p.lead",{},u("ownHint")),i("label.field",{},u("ownDatum")," ",i("select",{id:"own-datum",onchange:t=>{J.datum=
t.target.value,Zl(),Do()}},Fa.map(t=>i("option",{value:t,selected:t===J.datum},u(Of[t])))))," ",i("label.load",{},u("own\
File"),i("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>tc(t.target.files[0])})),
i("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),i("button",{type:"button",id:"\
own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&Ql(u("ownPasted"),new TextEncoder().encode(
t))}},u("ownTake")),i("div.own-result",{},Rf())]}function Do(){St(Df)}function ec(){h.createPane("gisplan-own").style.zIndex=
587,qt=k.layerGroup().addTo(h);let t=i("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:Do});document.
getElementById("about-open").before(t),M("language",()=>{t.replaceChildren(i("span.long",{},u("own")),i("span.short",{},
u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes("Files")&&
(n.preventDefault(),e==="drop"&&tc(n.dataTransfer.files[0]))})}function Ff(t){let e=[u(t.publisher),t.date].filter(Boolean),n=i("li",{},x(u(t.title)));for(let o of e)n.append(" · ",x(
o));return t.url&&n.append(" · ",t.link?Ce(t.url,t.url):x(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},u(t.note))),
n}function Uf(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=i("dl.values"),o=(s,...a)=>n.append(i("dt",{},u(s)),
i("dd",{},...a));u(t.vintage)&&o("vintage",x(u(t.vintage))),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(Ff))),
u(t.licence)&&o("licence",x(u(t.licence))),e.length&&o("meaning",i("ul.plain",{},e.map(s=>i("li",{},x(u(s.title),"strong\
.datum"),s.derived?X():null," ",x(u(s.meaning))))));let r=b.maps?[...new Set(E.filter(s=>s.data===t).map(_e))]:[];return r.
length&&o("maps",r.map((s,a)=>[a?"；":"",x(s)])),i("section",{},i("h3",{dir:"auto"},u(t.title)),i("p",{dir:"auto"},u(t.
description)),n)}function nc(){return[i("h2",{id:"about-title"},u("about")),i("p.lead",{dir:"auto"},u(b.description)),Object.
values(b.tables).map(Uf),i("p.software",{},u("software"))]}var rc=document.getElementById("about-open"),Fo=document.getElementById("language");function oc(){document.documentElement.
lang=p.lang==="zh"?"zh-CN":"en";let t=be();document.title=b.maps?`${u(t.title)} · ${u(b.title)}`:u(b.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}rc.replaceChildren(...eo(
"about")),Fo.replaceChildren(u("language")),Fo.setAttribute("aria-label",u("languageHint")),Fo.lang=p.lang==="zh"?"en":"\
zh-CN",h.getContainer().setAttribute("role","main"),h.getContainer().setAttribute("aria-label",u("map"))}function sc(){rc.
addEventListener("click",()=>St(nc)),Fo.addEventListener("click",()=>{p.lang=p.lang==="zh"?"en":"zh",$("language")}),M("\
language",oc),M("map",oc)}function _f(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?i("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):P("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},P("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function ac(){return ht.length?i("fieldset.context",{},i("legend",{},u("context")),[...ht].reverse().
map(t=>{let e=`context-${t.name}`;return i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:Pt(
t),onchange:n=>qi(t,n.target.checked)}),i("label",{for:e,dir:"auto"},x(u(t.title))),_f(t)))})):null}var $s=document.getElementById("panel"),Cs=document.getElementById("panel-toggle");function jf(t,e){return i("input",{type:"\
checkbox",id:e,checked:p.shown[t.number],onchange:n=>tt(t,n.target.checked)})}function Gf(t,e){return i("input",{type:"r\
adio",name:"theme",id:e,checked:p.shown[t.number],title:u("oneTheme"),onclick:()=>tt(t,!p.shown[t.number])})}function Wf(t){
let e=`layer-${t.number}`,n=i("div.layer",{},i("div.layer-head",{},Ft(t)?Gf(t,e):jf(t,e),i("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?Re(t.style):null)),o=xo(t);return o.children.length&&(o.hidden=!p.shown[t.number],n.append(
o)),n}function Vf(t,e){return i("label.opacity",{title:u("opacity")},i("span",{"aria-hidden":"true"},u("opacityShort")),
i("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),i("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*p.opacity[e]),oninput:n=>Hn(e,n.target.valueAsNumber/100)}))}function ic(){let t=document.activeElement?.
id;$s.setAttribute("aria-label",u("layers")),$s.replaceChildren(...be().groups.map(e=>[b.groups[e],e]).map(([e,n])=>i("f\
ieldset",{style:{"--group":p.opacity[n]}},i("legend",{dir:"auto"},u(e.title)),Vf(e,n),[...e.layers].reverse().map(o=>Wf(
E[o])))).reverse(),ac()??""),Cs.replaceChildren(...eo("layers")),t&&$s.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function An(t){document.body.classList.toggle("panel-open",t),Cs.setAttribute("aria-expanded",String(t)),t&&$(
"opened","panel"),h.invalidateSize({animate:!1})}function Hf(){for(let t of E){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!p.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=p.shown[t.number])}}
function qf(){p.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function lc(){Cs.addEventListener("click",()=>An(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&_.matches&&An(!1)}),M("opened",t=>{t!==
"panel"&&_.matches&&An(!1)}),M("language",ic);for(let t of["year","kept","filter","map"])M(t,ic);M("layers",Hf),M("view",
qf)}var _o=document.getElementById("profile"),Os=40;function Kf(t,e,n){let o=i("dl.values");for(let{name:r,column:s,value:a}of hn(
t,n))o.append(i("dt",{},x(u(s.title)),s.derived?X():null),i("dd",{dir:"auto"},st(s,a,e,r)));return o}function Yf(t,e){Ps(),
jt(t,e,!0,!1)}function Xf({layer:t,rows:e}){let n=t.popup.filter(s=>t.data.columns[s]).slice(0,5),o=s=>i("th",{scope:"co\
l"},u(t.data.columns[s].title)),r=s=>i("tr",{},n.map((a,l)=>{let c=t.data.columns[a],d=hn(t.data,s,[a])[0]?.value??null,
f=Q(c,d,t,a);return l?i("td",{dir:"auto"},f):i("th",{scope:"row"},i("button",{type:"button",dir:"auto",onclick:()=>Yf(t,
s)},f))}));return i("table",{},i("thead",{},i("tr",{},n.map(o))),i("tbody",{},e.slice(0,Os).map(r)))}function cc(t){return i(
"p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",i("button",{type:"button",onclick:()=>uc(e.table,e.data.search.code[n])},
W(e,n))]))}function Uo(t,...e){return i("section",{},i("h3",{},t),e)}function Jf(t){let e=t.flatMap(n=>n.sources.map(o=>[
u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[...new Set(e)].join("；")}function Zf({table:t,
code:e}){let n=ti(t,e);if(!n)return null;let{layer:o,row:r}=n,a=E.filter((f,m)=>f.data.search.code&&E.findIndex(g=>g.table===
f.table)===m).map(f=>({layer:f,row:f.data.search.code.indexOf(e)})).filter(f=>f.row>=0&&hn(f.layer.data,f.row).length),l=ei(
o,r),c=ni(e),d=oi(o,r);return[i("div.profile-head",{},i("h2",{id:"profile-title"},x(W(o,r))," ",i("small",{},e)),i("div.\
row",{},i("button",{type:"button",id:"profile-print",onclick:()=>window.print()},u("printA4")),i("button",{type:"button",
id:"profile-save",onclick:()=>Qf(a)},"XLSX"),i("button.close",{type:"button",id:"profile-close","aria-label":u("close"),
onclick:Ps},"×"))),a.map(f=>Uo(x(u(f.layer.data.title)),Kf(f.layer.data,f.layer,f.row))),l.map(f=>Uo([x(u(f.layer.data.
title)),i("span.count",{},` ${D("items",f.rows.length)}`)],f.rows.length?Xf(f):null,f.rows.length>Os?i("p.note",{},D("fi\
rstBars",Os)):null,f.vague?i("p.note",{},D("vague",f.vague)):null)),c.length?Uo(u("units"),cc(c)):null,d.length?Uo(u("ne\
ighbours"),cc(d)):null,i("p.note",{},u("credits"),Jf([...a,...l].map(f=>f.layer.data)))]}function Qf(t){let e=[[u("sourc\
e"),u("item"),u("value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of t)for(let{name:a,column:l,value:c}of hn(r.data,
s))e.push([u(r.data.title),u(l.title),Y(l)?c:Q(l,c,r,a),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);let n=W(t[0].layer,
t[0].row);kt(`${sn(n)}.xlsx`,"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",No(n,e))}function As(){
let t=p.profile&&Zf(p.profile);if(_o.hidden=!t,document.body.classList.toggle("profile-open",!!t),!t){p.profile=null;return}
_o.setAttribute("aria-labelledby","profile-title"),_o.replaceChildren(...i("div",{},t).childNodes)}function uc(t,e){p.profile=
{table:t,code:e},As(),_o.scrollTop=0,document.getElementById("profile-close")?.focus(),$("view")}function Ps(){p.profile&&
(p.profile=null,As(),$("view"))}function dc(){M("language",As),M("profile",({table:t,code:e})=>uc(t,e)),document.addEventListener(
"keydown",t=>{t.key==="Escape"&&p.profile&&Ps()})}var Pn={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},fc={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function A(t){return u(Pn[t])}function Se(t,e){let n=te(e);return u({zh:fc[t].zh(
n),en:fc[t].en(n)})}function jo(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function pc(t){return u({zh:`${t} ${Pn.dueBy.zh}`,en:`${Pn.dueBy.
en}${t}`})}function mc(t){return u({zh:`${Pn.asOf.zh}：${t}`,en:`${Pn.asOf.en} ${t}`})}var Ge=["met","partly","short","undecided","awaiting"],gt="overdue",Bn="aims",tp=["target","milestone"],ep=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],Nn=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function hc(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return ep.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Bs(t,e){let n=hc(e);if(!n)return[];let o=t.
map(s=>s.names.map(hc)),r=s=>o.map((a,l)=>a.some(s)?l:-1).filter(a=>a>=0);for(let s of[a=>a===n,a=>a===`省${n}`,a=>n.length>
1&&a.includes(n)]){let a=r(s);if(a.length)return a}return[]}function gc(t,e){let n=R(t,e);return n?n.split(" ").map(Number):
[]}function wc({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,a=(c,d)=>r[c]?R(r[c].values,d):null,l=(c,d)=>r[c]?
[a(c,d),r[c].english?R(r[c].english,d):null]:[];return Array.from({length:s},(c,d)=>({row:d,item:a("item",d),kind:a("kin\
d",d),state:a("state",d),year:a("year",d),due:a("due",d),lead:gc(e,d),cooperate:gc(n,d),regions:new Map((R(o,d)||"").split(
" ").filter(Boolean).map(f=>f.split(":")).map(([f,m])=>[Number(f),m])),words:[...l("name",d),a("clause",d),a("item",d),a(
"text_zh",d)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function Go(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function Ns(t){return tp.
includes(t.kind)}function np(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Bs(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(d=>c.some(f=>d[f].some(m=>l.has(m))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===Bn?Ns(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let a=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);a.push(c=>c.regions.has(l))}return t.mark&&o&&a.push(l=>o.has(l.row)),{found:r,here:a}}function Is(t,e,n){
let{found:o,here:r}=np(e,n),s=d=>!e.states.length||e.states.includes(d.state)||e.states.includes(gt)&&Go(d,n.day),a=d=>t.
filter(f=>d.every(m=>m(f))),l=a([...o,...r]),c=e.due?Is(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:a(
[...o,s]),list:op(l.filter(s))}}function op(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function Wo(t,e){
let n=Object.fromEntries([...Ge,gt].map(o=>[o,0]));for(let o of t)n[o.state]++,Go(o,e)&&n[gt]++;return n}function yc(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(a=>a.year===o+s)}))}var rp=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function Rs(t){return rp.test(t)}function bc(t,{regions:e,kinds:n,years:o,rows:r}){let s=(a,l)=>{let c=t.get(a)??"";return l(
c)?c:""};return{...Nn,unit:(t.get("unit")??"").slice(0,80),role:s("role",a=>["lead","cooperate"].includes(a)),region:s("\
region",a=>e.some(l=>l.code===a)),due:s("due",a=>a==="none"||o.map(String).includes(a)),kind:s("kind",a=>a===Bn||n.includes(
a)),states:(t.get("state")??"").split(" ").filter(a=>[...Ge,gt].includes(a)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",a=>{let[l,c,...d]=a.split(".");return!d.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",Rs)}}function Ds(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var We=b.tasks,zt=We?wc(We):[],wt=We?.table,In=We?.units??[],yt=We?.regions??[],Fs=We?.rows??{},Ve=Object.keys(Fs),Us=[...new Set(
zt.map(t=>t.year))].filter(Boolean).sort(),_s=[...new Set(zt.map(t=>t.kind))],C={open:!1,asked:Nn,found:null,chosen:null};
function Vo(t,e){let n=Fs[t]?R(Fs[t],e):"";return n?n.split(" ").map(Number):[]}function Et(){return C.asked.asOf||Pe()}
function Rn(t){let[e,n]=t.split("."),o=Ct[e]?.[Number(n)];return o?{name:e,place:o}:null}function Kt(t){C.asked={...C.asked,
...t};let e=C.asked.mark?Rn(C.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(o=>Vo(e.name,o)));C.found=Is(zt,C.asked,
{units:In,regions:yt,marked:n,day:Et()}),$("tasks")}var sp={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},kc=60,ap=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],He=kc;
function Dn(t){return i(`span.sign.state-${t}`,{"aria-hidden":"true"},sp[t])}function qe(t,e){return Q(wt.columns[t],e)}
function Tt(t){if(t.state===gt)return A("overdue");let e=Go(t,Et())?`${u({zh:"，",en:", "})}${A("overdue")}`:"";return qe(
"state",t.state)+e}function V(t,e){return wt.columns[t]?G(wt,t,e):null}function js(t){let e=V("form",t.row),n=qe("kind",
t.kind);return e?`${n} · ${qe("form",e)}`:n}function ip(t){let e=[...t.regions].filter(([,n])=>n==="place");return jo((e.
length?e:[...t.regions]).map(([n])=>u(yt[n])),4)}function xc(t){let e=V("value",t);if(e==null)return null;let n=V("measu\
re_unit",t)??"";return`${st(wt.columns.value,e)} ${n}`.trim()}function lp(t,e){let n=i("dl.values"),o=(s,...a)=>{n.append(
i("dt.wide",{},x(s)),i("dd.wide",{dir:"auto"},...a))},r=V("text_zh",t.row);r&&o(u(wt.columns.text_zh.title),i("blockquot\
e",{lang:"zh-CN"},r));for(let s of ap){let a=V(s,t.row);if(s==="lead"&&!a&&o(u(wt.columns.lead.title),A("noLead")),s==="\
evidence"&&xc(t.row)&&o(A("known"),xc(t.row)),a==null)continue;let l=st(wt.columns[s],a);o(u(wt.columns[s].title),s==="u\
rl"?Ce(a,a):l)}return t.regions.size&&o(A("about"),ip(t)),[n,e?i("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
A("onMap")):i("p.hint",{},A("noPlace"))]}function cp(t,{open:e,place:n}){let o=C.chosen===t.row,r=`task-${t.row}`,s=V("l\
ead",t.row);return i(o?"li.task.opened":"li.task",{"data-item":t.item},i("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},Dn(t.state),i("span.what",{},x(V("name",t.
row),"span.heading"),i("span.facts",{},i("strong",{},Tt(t)),` · ${js(t)} · `,x(V("clause",t.row)),s?[" · ",x(s)]:null))),
o?i("div.details",{id:`${r}-details`},lp(t,n(t))):null)}function vc(t,e){if(!t.length)return[i("p.hint",{},A("nothing"))];
let n=t.findIndex(a=>a.row===C.chosen);n>=He&&(He=n+1);let o=[],r,s;for(let a of t.slice(0,He)){if(a.year!==r||!s){r=a.year;
let l=t.filter(c=>c.year===r);s=i("ul.tasks"),o.push(i("h3",{},r?pc(r):A("undated"),i("span.count",{},` ${Se("tasks",l.length)}`)),
s)}s.append(cp(a,e))}return t.length>He&&o.push(i("button.more",{type:"button",id:"tasks-more",onclick:()=>{He+=200,e.again()}},
u("more"))),o}function Sc(){He=kc}var Mc={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},Ke=k.
layerGroup();function zc(t){return t.geometry==="polygon"?t.data.search.code:null}function Ec(t){for(let e of E){let n=zc(
e)?.indexOf(t)??-1,o=n<0?null:nt(e,n);if(o)return{layer:e,place:o}}return null}function Tc(t){let e=Ve.map(n=>E.find(o=>o.
table===n)).sort((n,o)=>Number(p.shown[o.number])-Number(p.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,a)=>a).filter(s=>Vo(n.table,s).includes(t.row)).map(s=>nt(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>Ec(yt[n].code)).filter(Boolean)}function Lc({
layer:t,place:e}){return e.point?k.circleMarker(e.point,{...Mc,radius:q[e.precision]+6}).addTo(Ke):k.polygon(e.parts,Mc).
addTo(Ke),t}function Ye(t){if(Ke.clearLayers(),!t)return!1;let e=Tc(t);return e.forEach(Lc),e.length>0}function $c(t){let e=Tc(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!p.shown[n.number]&&tt(n,!0),Ye(t),un(o,!1)}:null}
function Cc(t){Ke.clearLayers();let e=t?Ec(t):null;e&&(Lc(e),un(e.place,!1))}function up({layer:t,place:e,row:n}){if(Ve.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=zc(t)?.[n];if(!o)return null;let r=a=>yt.
some(l=>l.code===a);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function dp(){let t=!C.open||!C.found,e=new Set(
t?[]:C.found.anyPlace.map(o=>o.row)),n=!1;for(let o of Ve){let r=E.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,d)=>d).filter(c=>Vo(o,c).some(d=>e.has(d))),a=t||s.length===r[0].data.count?void 0:new Set(s),l=p.kept[o];fp(l,
a)||(p.kept[o]=a,r.forEach(xn),n=!0)}n&&$("kept")}function fp(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function Oc(){Ke.addTo(h),M("tasks",dp),M("chosen",()=>{let t=p.chosen&&up(p.chosen);t&&(Ke.clearLayers(),
Kt(t))})}var Ho=null;function pp(t){return[[V("said_by",t.row),V("said_on",t.row)].filter(Boolean).join(" "),V("evidence",t.row),
t.state==="awaiting"?null:V("reason",t.row),V("note",t.row),V("found",t.row)].filter(Boolean).join(`
`)}function mp(t){let e=V("asked",t.row),n=V("text_zh",t.row);return[x(V("name",t.row)+(e?` · ${e}`:"")),n?i("blockquot\
e",{lang:"zh-CN"},n):null]}function hp(t){return i("table",{},i("thead",{},i("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>i("th",{scope:"col"},A(n))))),i("tbody",{},t.map(n=>i("tr",{},i("td",{},x(V("clause",n.row))),
i("td",{},n.year?String(n.year):""),i("td",{},js(n)),i("td",{},mp(n)),i("td",{},x(V("lead",n.row)??"—")),i("td",{},Tt(
n)),i("td.basis",{dir:"auto"},pp(n))))))}function gp(t,e){qo();let n=b.tables[Object.keys(b.tables)[0]]?u(b.attribution):
"";Ho=i("section",{id:"tasks-sheet"},i("h1",{},A("title")),i("p",{},e),i("p",{},`${Se("tasks",t.length)} · ${mc(Et())}`),
hp(t),i("p.foot",{},`${u(b.title)} · ${u("printed")}${Pe()} · ${n}`),i("button.sheet-back",{type:"button",onclick:qo},
A("back"))),document.body.classList.add("printing-list"),document.body.append(Ho)}function qo(){Ho?.remove(),Ho=null,document.
body.classList.remove("printing-list")}function Ac(t,e){gp(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function Pc(){window.addEventListener("afterprint",qo),document.addEventListener("keydown",t=>{t.key==="Escape"&&
qo()})}var Nt=0;function Bc(t,e){let n=yc(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Nt=Math.min(Nt,o.length-1);let r=o.
findIndex(c=>c.row===C.chosen);r>=0&&(Nt=r);let s=[],a=c=>{let d=G(wt,"name",c.row),f=`${c.year} · ${d} · ${Tt(c)}`,m=i(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Nt?0:-1,title:f,"aria-label":f,
"aria-current":c.row===C.chosen?"true":null,onclick:()=>e(c.row)},Dn(c.state));return s.push(m),m},l=c=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],f=c.key==="Home"?0:c.key==="End"?s.length-1:d&&Nt+d;f===void 0||!s[f]||(c.preventDefault(),
s[Nt].tabIndex=-1,Nt=f,s[Nt].tabIndex=0,s[Nt].focus())};return i("section.moments",{},i("h3",{id:"timeline-title"},A("ti\
meline")),i("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:d})=>i(d.length?"div.of-year":"div.of-year.none",{},i("div.dots",{},d.map(a)),i("span.year",{},String(
c))))),i("p.hint",{id:"timeline-hint"},A("timelineHint")),i("details",{},i("summary",{},A("timelineData")),i("div.scroll",
{tabIndex:0,role:"region","aria-label":A("timelineData")},wp(n))))}function wp(t){let e=[...Ge,gt],n=(o,r)=>{let s=Wo(r,
Et());return i("tr",{},i("th",{scope:"row"},o),i("td",{},String(r.length)),e.map(a=>i("td",{},String(s[a]))))};return i(
"table",{id:"timeline-table"},i("caption.unseen",{},A("timeline")),i("thead",{},i("tr",{},i("th",{scope:"col"},A("year")),
i("th",{scope:"col"},A("sum")),e.map(o=>i("th",{scope:"col"},x(Tt({state:o})))))),i("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(A("sum"),t.flatMap(o=>o.tasks))))}var Yo=i("aside",{id:"tasks",hidden:!0}),Gs=i("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),Xe=i("div.results"),Ws=i(
"div.tasks-body",{},Gs,Xe),Xo=i("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>Fn(!C.open)});function Fn(t){Ie(()=>{C.open=t,t&&$("opened","tasks"),Yo.hidden=!t,document.body.classList.toggle(
"tasks-open",t),Xo.setAttribute("aria-expanded",String(t)),t||Ye(null),Kt({})})}function It(t){Sc(),Kt(t)}function Me(t,e,n){
return i("div.field",{},i("label",{for:`tasks-${t}`},A(t)),e,n??null)}function Ko(t,e,n){let o=C.asked[t];return i("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>i("option",{value:r,selected:r===o},s)))}function yp(){
let t=In.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[i("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:C.asked.unit,placeholder:A("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>It({unit:e.target.value}),"\
data-list":"tasks-units"}),i("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>i("option",{value:e})))]}function bp(){
let t=[["",A("all")]];return yt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of yt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function Vs(){let t=Gs.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>It({[r]:s}),[n,o]=yp();n.setAttribute("list","tasks-units"),Gs.replaceChildren(Me("unit",n,i("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Me("role",Ko("role",[["",A("anyRole")],["lead",A("lead")],["cooperate",A("cooperate")]],
e("role"))),Me("region",Ko("region",bp(),r=>{It({region:r,mark:""}),Cc(r)})),Me("due",Ko("due",[["",A("all")],...Us.map(
r=>[String(r),String(r)]),["none",A("noYear")]],e("due"))),Me("kind",Ko("kind",[["",A("all")],[Bn,A("aims")],..._s.map(r=>[
r,qe("kind",r)])],e("kind"))),Me("words",i("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:C.
asked.words,oninput:r=>It({words:r.target.value})})),Me("asOf",i("input",{id:"tasks-asOf",type:"date",value:Et(),onchange:r=>It(
{asOf:Rs(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Ic(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=C.asked,n=Bs(In,e),o=a=>{let l=a.now&&u(a.now)!==u(a),c=u({zh:"（",en:" ("}),
d=u({zh:"）",en:")"});return u(a)+(l?c+A("now")+u(a.now)+d:"")},r=n.map(a=>o(In[a])),s=n.length&&!zt.some(a=>xp(a,n));t.
textContent=e.trim()?n.length?(s?A("unnamed"):"")+jo(r,4):A("noUnit"):""}function xp(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function kp(){let t=Wo(C.found.anyState,Et()),e=C.asked.states;return i("div.states",{role:"\
group","aria-label":A("state")},[...Ge,gt].map(n=>i(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>It({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===gt?null:Dn(n),
i("span",{},Tt({state:n}))," ",i("strong",{},String(t[n])))))}function vp(){let{list:t}=C.found,e=t.filter(Ns).length;return i(
"p.sum",{role:"status",id:"tasks-sum"},i("strong",{},Se("tasks",t.length)),e&&e<t.length?i("span.count",{},` ${Se("aims",
e)}`):null)}function Sp(){let t=C.asked.mark&&Rn(C.asked.mark);if(!t)return null;let e=E.find(n=>n.table===t.name);return i(
"p.marked",{},A("marked"),x(oe(e,t.place)),i("button",{type:"button",id:"tasks-unmark","aria-label":A("unmark"),onclick:()=>It(
{mark:""})},"×"))}function Mp(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:a}=C.asked,l=C.asked.mark&&Rn(C.
asked.mark);return[t.trim(),e&&A(e),n&&u(yt.find(d=>d.code===n)),l&&oe(E.find(d=>d.table===l.name),l.place),o&&(o==="non\
e"?A("noYear"):o),r&&(r===Bn?A("aims"):qe("kind",r)),...s.map(d=>Tt({state:d})),a.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||A("all")}function zp(){let t=Ds(C.asked).length>0;return i("div.tools",{},i("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{C.chosen=null,Ye(null),It(Nn),Vs(),Ic(),document.getElementById("tasks-unit").focus()}},
A("clear")),i("button",{type:"button",id:"tasks-print",onclick:()=>Ac(C.found.list,Mp())},A("print")))}function Nc(t){C.
chosen=C.chosen===t?null:t;let e=C.chosen===null?null:zt[t];Ye(e),e&&!C.found.list.includes(e)?Kt({states:[],due:""}):$(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),at(`${V("name",t)}, ${Tt(e)}`))}function Hs(){if(!C.open)return;let t=Xe.contains(document.activeElement)?
document.activeElement.id:null,e=Xe.querySelector("details")?.open??!1,{scrollTop:n}=Ws,o={open:Nc,place:$c,again:Hs},r=[
Sp(),kp(),vp(),zp(),Bc(C.found.anyYear,Nc),...vc(C.found.list,o)];Xe.replaceChildren(...r.filter(Boolean)),e&&Xe.querySelector(
"details")&&(Xe.querySelector("details").open=!0),Ws.scrollTop=n,t&&document.getElementById(t)?.focus(),Ic()}function Ep(){
let t=document.getElementById("tasks-region");t&&t.value!==C.asked.region&&(t.value=C.asked.region)}function Tp(){Xo.replaceChildren(
A("tasks")),Yo.setAttribute("aria-label",A("title")),Yo.replaceChildren(i("div.tasks-top",{},i("h2",{},A("title")),i("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{Fn(!1),Xo.focus()}},"×")),Ws),Vs(),Hs()}
function Lp(t){let n=bc(t,{regions:yt,kinds:_s,years:Us,rows:Ve});n.mark&&!Rn(n.mark)&&(n.mark="");let o=t.get("item"),r=zt.
find(a=>a.item===o);C.asked=n,C.chosen=r?r.row:null;let s=t.has("tasks");Vs(),s!==C.open?Fn(s):Kt({}),Ye(s?r:null)}function $p(){
if(!C.open)return[];let t=C.chosen===null?[]:[["item",zt[C.chosen].item]];return[["tasks","1"],...Ds(C.asked),...t]}function Rc(){
zt.length&&(document.getElementById("tools").prepend(Xo),document.getElementById("panel").after(Yo),C.found=null,Oc(),Pc(),
Kt({}),Fl({write:$p,follow:Lp}),window.gisplanTasks={view:C,tasks:zt,ask:It},M("language",Tp),M("tasks",()=>{Ep(),Hs()}),
M("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&_.matches)&&C.open&&Fn(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&_.matches&&C.open&&Fn(!1)}))}function Dc(...t){ra(b),Wl(),b.basemap&&Si(b.basemap),ll(),Qa(),ii(),yi(),Ei(Hl()),Object.assign(re,{prefectures:E.find(
e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>Dt(e,k.latLng(n,o))}),Ni(),lc(),$l(),Nl(),wi(),Wi(),
ec(),dc(),fl(),ja(),sc(),vi(),Xi(),ua(),Xl(),Rc();for(let e of t)e(b);$("language"),An(!_.matches),Ht(window.matchMedia(
"(min-width: 1180px)").matches&&Tl()),cn(),Vl(),Wt(),window.gisplan={map:h,data:b,state:p,layers:E,places:Ct,setYear:Mt,
geodesicLength:mt,geodesicArea:jn}}Dc(Ai);
})();
