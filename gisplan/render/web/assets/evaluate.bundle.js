// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 0c22b90f25cc25e240b667e9bcfd2d6ca9d807a34124706d9273a063a3b6d73a
// bundle aba2e11571b0869674275ca66d43a54b04e51c52a7a38e0e96fd24ac749442f4 esbuild 0.28.2
(async()=>{"use strict";
var Zo="东经|西经|北纬|南纬|经度|纬度|[NSEW]",Ks=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,_c=new RegExp(`(${Zo})?\\s*[:：=]?\\s*${Ks}`,"gi"),
Gc=new RegExp(`()${Ks}(?:\\s*(${Zo}))?`,"gi"),Wc={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},Vc=new Set(["西经","南纬","W","S"]);function Hc(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${Zo})`,"i").test(e),r=e.replace(o?_c:Gc,(s,a,l,c,d,f)=>{let m=(a||(typeof f=="s\
tring"?f:"")).toUpperCase(),g=/^[−-]/.test(l)?-1:1,w=Math.abs(parseFloat(l.replace("−","-"))),y=g*(w+(c?c/60:0)+(d?d/
3600:0)),S=(c===void 0||c<60)&&(d===void 0||d<60);return n.push({value:Vc.has(m)?-y:y,axis:Wc[m]||null,short:S})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function Yt(t,e){let n=Hc(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,a=o.axis==="lat"||r.axis==="lon",l=(g,w)=>Math.abs(g)<=180&&Math.abs(w)<=90,c=a?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let d=c.findIndex(([g,w])=>l(g,w)&&e(g,w));if(d<0)return{fault:c.
some(([g,w])=>l(g,w))?"tooFar":"outOfRange"};let[f,m]=c[d].map(ut);return{lon:f,lat:m,note:d===1?"swapped":null}}function ut(t){
return Math.round(t*1e6)/1e6}var Xs=new Int8Array(128),Ys="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<Ys.length;t++)
Xs[Ys.charCodeAt(t)]=t;function Xt(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=Xs[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function Lt(t,{decimals:e,origin:n}){let o=10**-e,r=Xt(t),s=[],[a,
l]=n;for(let c=0;c<r.length;c+=2)a+=r[c],l+=r[c+1],s.push([l*o,a*o]);return s}function jn(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let a=r?1:0;a<s.length;a++)n.push(s[a])}),n}function R(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function _n(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
a,l]=t[r],[c,d]=t[s];a>e!=c>e&&n<(d-l)*(e-a)/(c-a)+l&&(o=!o)}return o}var lt=.0033528106647474805,Jt=6378137*(1-lt),tr=6335439,er=1e-4,F=Math.PI/180;function nr(t,e){return((e-t+540)%360+360)%
360-180}function tn(t,e){let n=lt*(2-lt),o=Math.sin(e*F),r=Math.cos(e*F),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*F),s*r*Math.sin(t*F),s*(1-n)*o]}function Js(t){let e=t*(40680631590769-Jt*Jt)/(Jt*Jt);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function Zs(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Qs(t){return lt/16*t*(4+lt*(4-3*t))}function pt(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-lt)*
Math.tan(e*F)),s=Math.atan((1-lt)*Math.tan(o*F)),[a,l,c,d]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],f=nr(t,n)*F,
m=f;for(let g=0;g<100;g++){let w=Math.sin(m),y=Math.cos(m),S=Math.hypot(d*w,l*c-a*d*y);if(S===0)return 0;let z=a*c+l*d*y,
T=Math.atan2(S,z),L=l*d*w/S,O=1-L*L,I=O>1e-15?z-2*a*c/O:0,H=Qs(O),et=m;if(m=f+(1-H)*lt*L*(T+H*S*(I+H*z*(2*I*I-1))),Math.
abs(m-et)<1e-13){let[Tt,Kt]=Js(O);return Jt*Tt*(T-Zs(Kt,S,z,I))}}return NaN}function Zt(t,e,n,o){let r=n*F,s=(1-lt)*Math.
tan(e*F),a=1/Math.sqrt(1+s*s),l=s*a,c=Math.atan2(s,Math.cos(r)),d=a*Math.sin(r),f=1-d*d,[m,g]=Js(f),w=o/(Jt*m);for(let et=0,
Tt=1/0;et<100&&Math.abs(w-Tt)>1e-13;et++)Tt=w,w=o/(Jt*m)+Zs(g,Math.sin(w),Math.cos(w),Math.cos(2*c+w));let[y,S,z]=[Math.
sin(w),Math.cos(w),Math.cos(2*c+w)],T=l*y-a*S*Math.cos(r),L=Math.atan2(l*S+a*y*Math.cos(r),(1-lt)*Math.hypot(d,T)),O=Math.
atan2(y*Math.sin(r),a*S-l*y*Math.cos(r)),I=Qs(f),H=O-(1-I)*lt*d*(w+I*y*(z+I*S*(2*z*z-1)));return[L/F,t+H/F]}function qc(t,e,n,o,r){
let[s,a]=[tn(t,e),tn(n,o)],[l,c,d]=[a[0]-s[0],a[1]-s[1],a[2]-s[2]],[f,m]=[Math.sin(t*F),Math.cos(t*F)],[g,w]=[Math.sin(e*
F),Math.cos(e*F)],y=-f*l+m*c,S=-g*m*l-g*f*c+w*d,z=Math.atan2(y,S)/F;for(let T=0;T<4;T++){let[L,O]=Zt(t,e,z,r),I=nr(O,n)*
Math.cos(o*F)*F*6378137,H=(o-L)*F*6378137,[et,Tt]=Zt(t,e,z,r*.999),Kt=Math.atan2((O-Tt)*Math.cos(o*F),L-et),Qe=I*Math.cos(
Kt)-H*Math.sin(Kt),jc=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));z+=Qe/jc/F}return z}function en([t,e],[n,o],r,s){
let a=pt(e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(a/2e3)));if(l===1||!a||!Number.isFinite(a))return[[n,o]];let c=qc(e,
t,o,n,a);return[...Array.from({length:l-1},(f,m)=>Zt(e,t,c,a*(m+1)/l)),[n,o]]}function Qo(t){let e=Math.sqrt(lt*(2-lt)),
n=Math.sin(t*F);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function Gn(t){let e=0,n=Qo(t[0][0]);return t.forEach((o,r)=>{
let[s,a]=o;en(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=nr(a,c)*F*(Qo(s)-n+Qo(l)-n)/2,[s,a]=[l,c]})}),Math.abs(e)*
6378137*6378137/2}function or(t){return t.slice(1).reduce((e,[n,o],r)=>e+pt(t[r][1],t[r][0],o,n),0)}function ea({at:t,decimals:e,count:n}){let o=10**e,r=Xt(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
a=0,l=0;for(let c=0;c<n;c++)a+=r[2*c],l+=r[2*c+1],s.lon[c]=a/o,s.lat[c]=l/o,s.xyz.push(tn(s.lon[c],s.lat[c]));return s}function Kc(t){
let e=ea(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function Yc(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function ta(t,e,n,o){let r=tn(
e,n),s=o/11e4,a=[];for(let l=Yc(t,n-s);l<t.count;l++){let c=t.order[l];if(t.lat[c]>n+s)break;let d=t.xyz[c],f=Math.hypot(
d[0]-r[0],d[1]-r[1],d[2]-r[2]);if(f>o+er)continue;(2*tr*Math.asin(Math.min(1,f/(2*tr)))+er<=o||pt(t.lon[c],t.lat[c],e,n)<=
o)&&a.push(c)}return a}function na(t,e){let n=Kc(t.demand),o={...ea(t.sites),names:t.sites.names},r=d=>d.reduce((f,m)=>f+
n.amounts[m],0);function s(d,f){let m=null;for(let g=0;g<o.count;g++){let w=pt(d,f,o.lon[g],o.lat[g]);(!m||w<m.metres)&&
(m={at:g,metres:w})}return m}let a=new Map;function l(d){if(!a.has(d)){let f=new Uint8Array(n.count);for(let m=0;m<o.count;m++)
for(let g of ta(n,o.lon[m],o.lat[m],d))f[g]=1;a.set(d,f)}return a.get(d)}function c(d,f){let m=l(f),g=new Uint16Array(n.
count),w=d.map(({lon:O,lat:I})=>{let H=ta(n,O,I,f);for(let et of H)g[et]+=1;return H}),y=d.map(({lon:O,lat:I},H)=>{let et=w[H].
filter(Qe=>!m[Qe]),Tt=r(w[H]),Kt=r(et);return{reached:Tt,gained:Kt,overlap:Tt-Kt,only:r(et.filter(Qe=>g[Qe]===1)),nearest:s(
O,I),county:e(t.counties,O,I),region:e(t.regions,O,I)}}),S=()=>({total:0,before:0,after:0}),z=t.codes.map(S),T=S(),L=[];
for(let O=0;O<n.count;O++){let I=n.amounts[O],H=m[O]||g[O];H&&!m[O]&&L.push(O);for(let et of[T,z[n.region[O]]])et&&(et.total+=
I,m[O]&&(et.before+=I),H&&(et.after+=I))}return{each:y,whole:T,regions:z,gained:L}}return{demand:n,sites:o,evaluate:c}}async function Xc(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var rr=document.getElementById("gisplan-data"),b=JSON.parse(rr.dataset.packed?await Xc(rr.textContent):rr.textContent);var Jc=[[1e9,1e8,"亿"],[1e5,1e4,"万"]],Zc=[[1e8,1e8,"亿"],[1e4,1e4,"万"]],Qc=2,tu={digits:null,myriads:!0},eu={digits:3,
myriads:!0};function Qt(t){return(t<1e21?String(t):String(BigInt(t))).replace(/\B(?=(\d{3})+$)/g,",")}function Wn(t,e){if(t>=
1e21)return Qt(t);let[n,o]=t.toFixed(e).split("."),r=(o||"").replace(/0+$/,"");return Qt(Number(n))+(r?`.${r}`:"")}function nu(t,e){
let n=e&&Jc.find(([o])=>t>=o);return n?Wn(t/n[1],Qc)+n[2]:Number.isInteger(t)?Qt(t):t>=1?Wn(t,t>=1e3?1:2):Wn(Number(t.toPrecision(
3)),10)}function ou(t,e,n){let o=e,r=Number(t.toPrecision(o));for(;t<100&&r>=100&&o<12;)o+=1,r=Number(t.toPrecision(o));
let s=n&&Zc.find(([l])=>r>=l),a=s?r/s[1]:r;return Wn(a,ru(a))+(s?s[2]:"")}function ru(t){let[e,n]=String(t).split("e"),o=(e.
split(".")[1]||"").length-Number(n||0);return Math.min(10,Math.max(0,o))}function Z(t,e=tu,n="en"){let o=Math.abs(t),r=e.
myriads&&n==="zh",s=e.digits?ou(o,e.digits,r):nu(o,r);return t<0&&s!=="0"?`−${s}`:s}function nn(t,e){return e>0?`${Z(t/
e*100,eu)} %`:"—"}function sr(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${Z(Number((t/1e3).toFixed(t<1e5?
3:2)))} km`:"—"}function Vn(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(2)} km`:"—"}function oa(t){
let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[Z(Number((t/n).toFixed(2))),e]}var p={lang:"zh",context:Object.create(null),shown:[],opacity:[],year:null,chosen:null,kept:Object.create(null),map:0,profile:null,
filter:new Map,more:Object.create(null),measuring:!1,paper:!1,place:null},ra={language:[],layers:[],context:[],year:[],hover:[],
chosen:[],view:[],opened:[],candidates:[],picked:[],map:[],filter:[],bring:[],linked:[],profile:[],docked:[],paper:[],tasks:[],
kept:[]};function M(t,e){ra[t].push(e)}function $(t,e){for(let n of ra[t])n(e)}function sa(t){p.lang=t.lang,p.shown=t.layers.
map(e=>e.show),p.opacity=t.groups.map(()=>1)}var su={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},au={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
iu={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},ownTaken:{zh:t=>`采用 ${t} 行。`,en:t=>`${t} rows taken.`},ownShapes:{zh:t=>`另绘线、面 ${t}\
 个。`,en:t=>`${t} lines or areas drawn.`},ownRefused:{zh:t=>`未采用 ${t} 行：`,en:t=>`${t} rows not taken:`},ownRow:{
zh:t=>`第 ${t} 行：`,en:t=>`Row ${t}: `},vague:{zh:t=>`另有 ${t} 项只知道所在的上一级单位，位置在此，未计入`,
en:t=>`${t} more are drawn here but known to the unit above only; not counted`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,
en:t=>`${t} of unknown year, shown in every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>`\
 等 ${t} 项`,en:t=>` and ${t-1} more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without\
 a position, not drawn`},unplacedTitle:{zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t}\
 项`,en:t=>` of ${t}`},unknown:{zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,
en:t=>`${t} rows`},firstBars:{zh:t=>`前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} f\
ound`},cells:{zh:t=>`${t} 格`,en:t=>`${t} cells`}};function u(t){let e=typeof t=="string"?su[t]??au[t]:t;return e?e[p.lang]:
""}function D(t,e){return iu[t][p.lang](Qt(e))}function aa(t,e){let n=e===null?{zh:"报道年份不详",en:"the year of \
the report is not known"}:{zh:`以下为 ${e} 年的报道`,en:`what follows was reported in ${e}`};return{zh:`${t} 年的状态\
不详：${n.zh}`,en:`Not known in ${t}: ${n.en}`}[p.lang]}function ia(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[p.lang]}function It(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function Q(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&It(n.words,o)?n.words[o]:{},t.words].find(a=>It(a,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):Z(e,t,p.lang):e}function te(t,e){if(typeof e!="number"||t.year||
t.words&&It(t.words,e))return null;let n=Z(e,{digits:15});return Z(e,t,p.lang)===n?null:n}function ar(t,{unit:e}){return(/[万亿]$/.
test(t)?"":" ")+u(e)}function st(t,e,n,o){let r=Q(t,e,n,o);return e==null||!t.unit?r:r+ar(r,t)}function Y(t){return(t.type===
"integer"||t.type==="number")&&!t.year}var k=window.L;function la(t){let e=t.arcs?t.arcs.split(" ").map(n=>Lt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?Lt(n.at,t):[],s=n.anchor?Lt(n.anchor,t):[];return Array.from({length:o},(a,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=R(n.precision,l),c;if(c.
parts=n.shapes[l].map(d=>d.map(f=>jn(e,f))),c.bounds=k.latLngBounds(c.parts.flatMap(d=>d[0])),c.anchor=s[l],c.anchor){let d=c.
parts.find(([f])=>_n(f,c.anchor))||c.parts[0];c.room=k.latLngBounds(d[0])}return c})}}function Rt(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>_n(o,n)&&!r.some(s=>_n(s,n)))}function ca(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),a=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>a.x+o||r.y>s.y+o||r.y<a.y-o?!1:e.parts.some(([l])=>{let c=l.map(d=>t.latLngToLayerPoint(d));return c.some((d,f)=>f&&
k.LineUtil.pointToSegmentDistance(r,c[f-1],d)<=o)})}var h=window.map_gisplan,lu=la(b),$t=Object.fromEntries(Object.entries(b.tables).map(([t,e])=>[t,lu(e)])),E=b.layers.map(
(t,e)=>({...t,number:e,data:b.tables[t.table],places:$t[t.table],geometry:b.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),Ee=600;function ot(t,e){let n=h.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function Dt({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function Hn(t,e){p.shown[t.number]=e,e?t.group.addTo(h):t.group.remove()}function tt(t,e){if(e&&Dt(t))for(let n of E)
n!==t&&p.shown[n.number]&&Dt(n)&&Hn(n,!1);Hn(t,e),$("layers")}function ua(t,e){for(let n of E)Dt(n)&&Hn(n,n===t||n===e);
$("layers")}function da(){let t=E.filter(e=>p.shown[e.number]&&Dt(e));for(let e of t.slice(0,-1))Hn(e,!1)}function qn(t,e){
p.opacity[t]=e;for(let n of b.groups[t].layers)h.getPane(E[n].pane).style.opacity=e;$("view")}var fa=40,ee="@prefecture",Te="@class";function Kn(t,e){return`${t}~${e}`}function Yn(t){return Kn(t.table,`${Te}${t.number}`)}
function on(t){return p.filter.get(t)??null}function Xn(t,e){let n=new Set(on(t)??[]);n.delete(e)||n.add(e),cu(t,n)}function cu(t,e){
e.size?p.filter.set(t,e):p.filter.delete(t),$("filter")}function pa(){p.filter.clear(),$("filter")}function ne(t){return[
...p.filter].filter(([e])=>{let[n,o]=e.split("~");return n===t.table&&(!o.startsWith(Te)||o===`${Te}${t.number}`)})}function ma(t,e,n){
for(let[o,r]of ne(t)){let s=o.split("~")[1],a=null;if(s.startsWith(Te)?a=String(n.classOfRow(t,e)):s===ee?a=lr(t,e,n):a=
String(R(t.data.columns[s].values,e)??""),!r.has(a))return!1}return!0}var ir=new Map;function lr(t,e,{prefectures:n,rowPlace:o,
inPolygon:r}){if(!n)return"";ir.has(t.table)||ir.set(t.table,new Map);let s=ir.get(t.table);if(s.has(e))return s.get(e);
let a=n.data.search.code,l=t.data.search.code?.[e],c=-1;if(l)c=a.findIndex(f=>f.slice(0,4)===String(l).slice(0,4));else{
let f=o(t,e),m=f?.point??f?.anchor;m&&(c=n.places.findIndex(g=>r(g,m)))}let d=c<0?"":String(a[c]);return s.set(e,d),d}function G(t,e,n){let o=t.columns[e],r=R(o.values,n);if(!o.english)return r;let s=R(o.english,n);return p.lang==="zh"?r??
s:s??r}function W(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=G(
t.data,o,e);if(r!=null)return Q(n[o],r,t,o)}return u("untitled")}function oe(t,e){let n=U(t,e),o=W(t,n[0]);return n.length>
1?o+D("others",n.length):o}function ha(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>R(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function Jn(t,e){return R(t.data.columns[t.yearColumn].values,e)??null}function ur(t,e){if(p.
kept[t.table]&&!p.kept[t.table].has(e))return!1;if(!t.yearColumn||p.year===null)return!0;let n=Jn(t,e);return n===null||
n<=p.year}function dr(t,e){return R(t.data.columns[t.reportColumn].values,e)??null}function fr(t,e){if(!t.reportColumn||
p.year===null)return!0;let[n,o]=[Jn(t,e),dr(t,e)];return n===null&&o===null?!1:(n??o)<=p.year&&p.year<=(o??1/0)}function Le(t,e){
if(!fr(t,e))return-1;if(t.each)return t.each[e];let n=nt(t,e);return n&&t.of?t.of[n.at]:-1}var re={classOfRow:Le,rowPlace:nt,
prefectures:null,inPolygon:null};function yt(t){return!!t.yearColumn&&p.year!==null||!!p.kept[t.table]||ne(t).length>0}function se(t,e){
return ur(t,e)&&ma(t,e,re)}function U(t,e){return yt(t)?e.rows.filter(n=>se(t,n)):e.rows}var cr=new Map;function nt(t,e){
let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(cr.has(o)||cr.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[
s,r])))),cr.get(o).get(e)||null)}var v={asked:null,coverage:null,list:[],past:[],future:[],reach:0,figures:null,made:0};function pr(t,e,n){let o=k.latLng(
n,e);return $t[t].find(r=>Rt(r,o))||null}function ga(t){v.asked=t,v.reach=t.reach,v.coverage=na(t,pr),hr()}function $e(){
return v.reach*1e3}function ae(t){return st(v.asked.quantity,t)}function wa(t){return te(v.asked.quantity,t)}function Zn(t){
let{names:e}=v.coverage.sites;return(p.lang==="zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function mr(t){return E.
find(e=>e.table===t)}function Qn({region:t,county:e}){let n=[[v.asked.regions,t],[v.asked.counties,e]].filter(([,o])=>o).
map(([o,r])=>W(mr(o),r.rows[0]));return n.length?[...new Set(n)].join(" · "):u("outside")}function Ce(t,e){let[n,o,r,s]=b.
bounds,a=Math.max(...v.asked.reaches),[l,c]=[a/110,a/(111*Math.max(.1,Math.cos(e*F)))];return t>=n-c&&t<=r+c&&e>=o-l&&e<=
s+l}function hr(){v.figures=v.coverage.evaluate(v.list,$e())}function ie(t){v.past.push(v.list),v.future=[],v.list=t,to()}
function rn(t,e=[...v.past,v.list],n=[]){Object.assign(v,{list:t,past:e,future:n}),to()}function ya(t,e){t.length&&(e.push(
v.list),v.list=t.pop(),to())}function gr(){ya(v.past,v.future)}function wr(){ya(v.future,v.past)}function to(){hr(),$("c\
andidates")}function ba(t){v.list=t,hr(),$("candidates","moving")}function xa(t){v.reach=t,to()}function yr(t,e){let n=new Set(
v.list.filter((r,s)=>s!==e).map(bt)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function bt(t){return t.name||
`${u("candidate")} ${t.number}`}function br(t,e,n){v.made+=1,ie([...v.list,{number:v.made,lon:ut(t),lat:ut(e),name:n?yr(
n):""}])}function sn(t,e){ie(v.list.map((n,o)=>o===t?{...n,...e}:n))}function eo(t){ie(v.list.filter((e,n)=>n!==t))}function i(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[a,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(a==="style")for(let[c,d]of Object.entries(l))s.style.setProperty(c,d);else
a.startsWith("on")?s.addEventListener(a.slice(2),l):a.includes("-")||a==="role"||a==="for"?s.setAttribute(a,l):s[a]=l;for(let a of n.
flat(1/0))a==null||a===""||s.append(a);return s}function x(t,e){return i(e||"span.datum",{dir:"auto"},t)}function no(t){
return[i("span.long",{},u(t)),i("span.short",{},u(`${t}Short`))]}function at(t){document.getElementById("spoken").textContent=
t}function P(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var uu={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",compare:"M10 2v16M3 5h5v10H3zM12 5\
h5v10h-5z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11\
.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6\
 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function le(t){return P("svg",{viewBox:"\
0 0 20 20",class:"icon","aria-hidden":"true"},P("path",{d:uu[t]}))}function Oe(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?
i("a",{href:t,target:"_blank",rel:"noopener noreferrer",dir:"auto"},e):x(e)}function X(){return i("span.derived",{title:u(
"derivedHint")},u("derived"))}function Ae(t){let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}var ka=180,oo=null,xr=null,kr=null,Ma=null;function va(){oo.clearLayers(),v.list.forEach(({lon:e,lat:n})=>{let o=Array.from(
{length:ka},(r,s)=>Zt(e,n,s*360/ka,$e()));k.polygon(o,{pane:"gisplan-reach",interactive:!1,className:"reach",smoothFactor:0,
color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(oo)});let{demand:t}=v.coverage;for(let e of v.figures.
gained)k.circleMarker([t.lat[e],t.lon[e]],{renderer:p.paper?Ma:kr,pane:"gisplan-reach",interactive:!1,radius:2.5,stroke:!0,
weight:.8,color:"#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(oo)}function Sa(){xr.clearLayers(),v.list.forEach((t,e)=>{
let n=k.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,keyboard:!0,icon:k.divIcon({html:i("span\
.candidate-mark",{},String(t.number)),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}),o=v.list,r=0,s=()=>{
let{lat:l,lng:c}=n.getLatLng();return{...t,lon:ut(c),lat:ut(l)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(
()=>ba(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",()=>{cancelAnimationFrame(r),v.list=o,ie(o.map((l,c)=>c===e?s():l))}),
n.on("click",()=>$("picked",e)),n.addTo(xr);let a=n.getElement();a.setAttribute("aria-label",bt(t)),a.title=bt(t),a.addEventListener(
"keydown",l=>fu(l,e))})}var du={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function fu(t,e){if(t.
key==="Delete"){eo(e);return}let n=du[t.key];if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=v.list[e],
s=t.shiftKey?1:10,a=h.latLngToContainerPoint([r,o]).add([n[0]*s,n[1]*s]),l=h.containerPointToLatLng(a);sn(e,{lon:ut(l.lng),
lat:ut(l.lat)});let c=document.querySelectorAll(".candidate-icon")[e];c&&c.focus()}function za(){let t=h.createPane("gis\
plan-candidates");t.style.zIndex=640,ot("gisplan-reach",575),oo=k.layerGroup().addTo(h),xr=k.layerGroup().addTo(h),kr=k.
canvas({pane:"gisplan-reach"}),Ma=k.svg({pane:"gisplan-reach"}),M("candidates",e=>{va(),e||Sa()}),M("paper",()=>{va(),p.
paper&&kr.remove()}),M("language",Sa)}function an(...t){return t.filter(Boolean).join("_").replace(/[\\/:*?"<>|\s]+/g,"_").slice(0,100)}function xt(t,e,n){let o=URL.
createObjectURL(new Blob([n],{type:e})),r=i("a",{href:o,download:t});document.body.append(r),r.click(),r.remove(),setTimeout(
()=>URL.revokeObjectURL(o),1e4)}var kt=["A","B"],Ea=40,vr={list:[],past:[],future:[]},ln={at:0};function ro(t){return t===ln.at?v.list:vr.list}function Pe(t){
if(t===ln.at)return;let{list:e,past:n,future:o}=v;ln.at=t;let r={...vr};Object.assign(vr,{list:e,past:n,future:o}),rn(r.
list,r.past,r.future)}function Mr(){if(!kt.every((r,s)=>ro(s).length))return null;let{coverage:t}=v,[e,n]=kt.map((r,s)=>new Set(
t.evaluate(ro(s),$e()).gained)),o=r=>r.reduce((s,a)=>s+t.demand.amounts[a],0);return{gained:[o([...e]),o([...n])],both:o(
[...e].filter(r=>n.has(r))),alone:[o([...e].filter(r=>!n.has(r))),o([...n].filter(r=>!e.has(r)))]}}function pu(){let t=new Set,
e=kt.flatMap((n,o)=>{let r=ro(o),{each:s}=r.length?v.coverage.evaluate(r,$e()):{each:[]};return r.map((a,l)=>{let c=bt(a),
d=t.has(c)?`${c} (${n})`:c;t.add(d);let{reached:f,gained:m,overlap:g,only:w,nearest:y}=s[l];return{type:"Feature",properties:{
name:d,scenario:n,reach_km:v.reach,reached:f,gained:m,overlap:g,only:w,nearest_m:y?Math.round(y.metres):null},geometry:{
type:"Point",coordinates:[a.lon,a.lat]}}})});return JSON.stringify({type:"FeatureCollection",features:e},null,1)}function Ta(){
xt(`candidates_${b.name}.geojson`,"application/geo+json",pu())}function Sr({lon:t,lat:e,name:n}){return v.made+=1,{number:v.
made,lon:ut(t),lat:ut(e),name:n}}function zr(t){let[e,n]=kt.map(r=>t.filter(s=>(s.cells?.scenario==="B"?"B":"A")===r));n.
length>0&&(Pe(1),rn([...v.list,...n.map(Sr)]),Pe(0)),rn([...v.list,...e.map(Sr)])}function mu(){let t=kt.map((e,n)=>ro(n).
slice(0,Ea).map(o=>`${o.lon},${o.lat},${encodeURIComponent(o.name)}`).join(";"));return t.some(Boolean)?t.join("/"):""}function hu(t){
return(t??"").split("/").slice(0,2).map(e=>e.split(";").filter(Boolean).slice(0,Ea).map(n=>{let[o,r,s=""]=n.split(","),a="";
try{a=decodeURIComponent(s).slice(0,80)}catch{a=""}return{lon:Number(o||Number.NaN),lat:Number(r||Number.NaN),name:a}}).
filter(({lon:n,lat:o})=>Math.abs(n)<=180&&Math.abs(o)<=90))}function gu(t){let e=hu(t.sites);if(!e.some(o=>o.length))return;
let n=Number(t.reach);v.asked.reaches.includes(n)&&(v.reach=n),e.forEach((o,r)=>{o.length&&(Pe(r),rn(o.map(Sr)))}),Pe(e[0].
length?0:1)}function La(){M("linked",gu),M("candidates",t=>{if(t)return;let e=mu();p.more=Object.assign(Object.create(null),
e?{sites:e,reach:String(v.reach)}:null),$("view")})}function Er(t){return`${u("scenario")} ${kt[t]}`}function ce(t,e){return i("tr",{"data-figure-row":t},i("th",{scope:"row"},u(t)),v.list.map((n,o)=>i("td",{},e(v.figures.
each[o],n))))}function Tr(){let t=({nearest:e})=>e?[Vn(e.metres)," · ",x(Zn(e.at))]:"—";return i("table.candidates-ta\
ble",{},i("caption",{},`${u("evaluateTitle")} · ${v.reach} km`),i("thead",{},i("tr",{},i("th",{scope:"col"},u("candidat\
e")),v.list.map(e=>i("th",{scope:"col"},`${e.number} `,x(bt(e)))))),i("tbody",{},ce("gained",e=>ae(e.gained)),ce("reache\
d",e=>ae(e.reached)),ce("overlap",e=>ae(e.overlap)),ce("only",e=>ae(e.only)),ce("nearest",t),ce("lies",e=>x(Qn(e))),ce("\
coordinateShort",(e,n)=>`${n.lon}, ${n.lat}`)))}var wu=[72.004,.8293,137.8347,55.8271],yu=.1,Aa=1e-9,$a=6378245,Ca=1-(1-1/298.3)**2,{PI:it,sin:ct,cos:$r,sqrt:Lr,abs:so,
atan2:bu,hypot:xu}=Math;function Oa(t,e,n=0){let[o,r,s,a]=wu;return t>=o-n&&t<=s+n&&e>=r-n&&e<=a+n}function Pa(t,e){let[
n,o]=[t-105,e-35],r=(20*ct(6*n*it)+20*ct(2*n*it))*(2/3),s=300+n+2*o+.1*n*n+.1*n*o+.1*Lr(so(n))+r+(20*ct(n*it)+40*ct(n/3*
it))*(2/3)+(150*ct(n/12*it)+300*ct(n/30*it))*(2/3),a=-100+2*n+3*o+.2*o*o+.1*n*o+.2*Lr(so(n))+r+(20*ct(o*it)+40*ct(o/3*it))*
(2/3)+(160*ct(o/12*it)+320*ct(o*it/30))*(2/3),l=e*it/180,c=1-Ca*ct(l)**2,d=Lr(c);return[s*180/($a/d*$r(l)*it),a*180/($a*
(1-Ca)/(c*d)*it)]}function ku(t,e){let n=16.666666666666668*it,o=xu(t,e)+2e-5*ct(e*n),r=bu(e,t)+3e-6*$r(t*n);return[o*$r(
r)+.0065-t,o*ct(r)+.006-e]}function vu(t,e,n){let[o,r]=[e,n];for(let s=0;s<30;s++){let[a,l]=t(o,r),c=Math.max(so(e-a-o),
so(n-l-r));if([o,r]=[e-a,n-l],c<Aa)break}return[o,r]}function Ba(t,e,n){if(!Oa(t,e,yu))return[t,e];let[o,r]=[t,e];for(let s of n)
[o,r]=vu(s,o,r);return Oa(o,r,Aa)?[o,r]:[t,e]}function Na(t,e){return Ba(t,e,[Pa])}function Ia(t,e){return Ba(t,e,[ku,Pa])}function Da(t){try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch{return new TextDecoder("gb18030").decode(t)}}
function Fa(t){let e=t.replace(/^\ufeff/,""),n=e.split(/\r?\n/,1)[0],o=f=>n.split(f).length,r=["	",",",";","，"].sort((f,m)=>o(
m)-o(f))[0],s=[],[a,l,c]=[[],"",!1],d=()=>{a.push(l.trim()),l=""};for(let f=0;f<e.length;f++){let m=e[f];c?m!=='"'?l+=m:
e[f+1]==='"'?l+=e[++f]:c=!1:m==='"'&&l.trim()===""?(c=!0,l=""):m===r?d():m===`
`||m==="\r"?(m==="\r"&&e[f+1]===`
`&&f++,d(),s.push(a),a=[]):l+=m}return(l||a.length)&&(d(),s.push(a)),s}var Ua={lon:/^(经度|东经|lon|lng|long|longitude|x)([（(].*)?$/i,
lat:/^(纬度|北纬|lat|latitude|y)([（(].*)?$/i,both:/^(坐标|经纬度|位置|coordinates?|location|position)([（(].*)?$/i,
unit:/^(县|区县|县区|县级单位|县（区）|所在县|所在区县|所在地|地区|行政区|市州|所属地区|county|region|district|place|adcode|行政区划代码)$/i,
name:/^(名称|企业名称|单位名称|项目名称|站点|站点名称|设施名称|设施|企业|name|title)$/i};function Su(t){
let e=n=>t.findIndex(o=>n.test(String(o??"").trim()));return Object.fromEntries(Object.entries(Ua).map(([n,o])=>[n,e(o)]))}
var Or={wgs84:(t,e)=>[t,e],cgcs2000:(t,e)=>[t,e],gcj02:Na,bd09:Ia},ja=Object.keys(Or);function Cr(t,e,n){t.push({row:e,why:n})}
function Ra(t){let e=String(t??"").replace(/[°度\s]/g,"");return e===""?Number.NaN:Number(e)}function ao(t,e,{readCoordinate:n,
unitOf:o}){let[r=[],...s]=t,a=Su(r),[l,c]=[[],[]],d=a.lon>=0&&a.lat>=0||a.both>=0;return s.forEach((f,m)=>{let g=m+2;if(f.
every(z=>z===""||z===null))return;let w=a.name>=0?String(f[a.name]??""):"",y=null,S="ownNoPlace";if(d){let z=a.both>=0?n(
String(f[a.both]??"")):{lon:Ra(f[a.lon]),lat:Ra(f[a.lat])},T=a.both>=0?String(f[a.both]??"")!=="":`${f[a.lon]??""}${f[a.
lat]??""}`.trim()!=="",{lon:L,lat:O}=z;if(Number.isFinite(L)&&Number.isFinite(O)&&Math.abs(L)<=180&&Math.abs(O)<=90){let[
I,H]=Or[e](L,O);y={lon:I,lat:H,exact:!0}}else T&&(S=Math.abs(L)>1e3?"ownProjected":"ownNotCoordinate")}if(!y&&S==="ownNo\
Place"&&a.unit>=0&&f[a.unit]){let z=o(String(f[a.unit]));z?y={...z,exact:!1}:S="ownNoUnit"}if(!y)Cr(c,g,S);else{let z=Object.
fromEntries(r.map((T,L)=>[T||`#${L+1}`,f[L]]).filter(([,T])=>T!==""&&T!=null));l.push({row:g,name:w||`#${g}`,...y,cells:z})}}),
{taken:l,refused:c}}function io(t,e){let n=t?.type==="FeatureCollection"?t.features:t?.type==="Feature"?[t]:t?.coordinates?
[{type:"Feature",properties:{},geometry:t}]:[],[o,r,s]=[[],[],[]],a=([d,f])=>Number.isFinite(d)&&Number.isFinite(f)&&Math.
abs(d)<=180&&Math.abs(f)<=90,l=d=>typeof d?.[0]=="number"?[d]:(d??[]).flatMap(l),c=d=>typeof d[0]=="number"?Or[e](d[0],d[1]):
d.map(c);return n.forEach((d,f)=>{let m=d?.geometry,g=d?.properties??{},w=f+1,y=l(m?.coordinates),S=y.some(([z])=>Math.abs(
z)>1e3)?"ownProjected":"ownNotCoordinate";if(!m||!y.length)Cr(r,w,"ownNoPlace");else if(!y.every(a))Cr(r,w,S);else if(m.
type==="Point"){let[z,T]=c(m.coordinates),L=Object.keys(g).find(I=>Ua.name.test(I)),O=L?String(g[L]):`#${w}`;o.push({row:w,
name:O,lon:z,lat:T,exact:!0,cells:g})}else s.push({type:"Feature",properties:g,geometry:{type:m.type,coordinates:c(m.coordinates)}})}),
{taken:o,refused:r,shapes:s}}async function Mu(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw"));return new Uint8Array(
await new Response(e).arrayBuffer())}async function zu(t,e){let n=new DataView(t.buffer,t.byteOffset,t.byteLength),o=t.length-
22;for(;o>=0&&n.getUint32(o,!0)!==101010256;)o--;if(o<0)throw new Error("zip");let r={},s=n.getUint32(o+16,!0);for(let a=n.
getUint16(o+10,!0);a>0;a--){let[l,c]=[n.getUint16(s+10,!0),n.getUint32(s+20,!0)],d=[28,30,32].map(g=>n.getUint16(s+g,!0)),
f=new TextDecoder().decode(t.subarray(s+46,s+46+d[0])),m=n.getUint32(s+42,!0);if(e(f)){let g=m+30+n.getUint16(m+26,!0)+n.
getUint16(m+28,!0),w=t.subarray(g,g+c);r[f]=new TextDecoder().decode(l===8?await Mu(w):w)}s+=46+d[0]+d[1]+d[2]}return r}
function Ar(t){let e=new DOMParser().parseFromString(t,"application/xml");if(e.querySelector("parsererror"))throw new Error(
"xml");return e}function Eu(t){let e=/^[A-Z]+/.exec(t??"");return e?[...e[0]].reduce((n,o)=>26*n+o.charCodeAt(0)-64,0)-1:
null}async function Tu(t){let e=await zu(t,a=>/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(a)),n=a=>[...a.getElementsByTagName(
"t")].map(l=>l.textContent).join(""),o=e["xl/sharedStrings.xml"]?[...Ar(e["xl/sharedStrings.xml"]).getElementsByTagName(
"si")].map(n):[],[r]=Object.keys(e).filter(a=>a.includes("/sheet")).sort((a,l)=>Number(/\d+/.exec(a)[0])-Number(/\d+/.exec(
l)[0]));if(!r)throw new Error("sheet");let s=[];for(let a of Ar(e[r]).getElementsByTagName("row")){let l=[];for(let d of a.
getElementsByTagName("c")){let f=d.getElementsByTagName("v")[0]?.textContent??"",m=d.getAttribute("t"),g=m==="s"?o[Number(
f)]:m==="inlineStr"?n(d):f;l[Eu(d.getAttribute("r"))??l.length]=g??""}let c=Number(a.getAttribute("r"))||s.length+1;s[c-
1]=Array.from(l,d=>d??"")}return Array.from(s,a=>a??[])}function Lu(t){let e=r=>(r?.textContent??"").trim().split(/\s+/).
map(s=>s.split(",").slice(0,2).map(Number)),n=r=>e(r.getElementsByTagName("coordinates")[0]);return{type:"FeatureCollect\
ion",features:[...Ar(t).getElementsByTagName("Placemark")].map(r=>{let s=r.getElementsByTagName("name")[0]?.textContent??
"",[a]=r.getElementsByTagName("Point"),[l]=r.getElementsByTagName("LineString"),[c]=r.getElementsByTagName("Polygon"),d=null;
return a?d={type:"Point",coordinates:n(a)[0]}:l?d={type:"LineString",coordinates:n(l)}:c&&(d={type:"Polygon",coordinates:[
...c.getElementsByTagName("coordinates")].map(e)}),{type:"Feature",properties:s?{name:s}:{},geometry:d}})}}async function lo(t){
if(t[0]===80&&t[1]===75)return{rows:await Tu(t)};let e=Da(t).replace(/^\ufeff/,"").trim();return/^[[{]/.test(e)?{features:JSON.
parse(e)}:e.startsWith("<")?{features:Lu(e)}:{rows:Fa(e)}}function Be(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var Ct=-1,cn=-2,$u="#d5d9dd";function Ne(t,e){if(!t.each||!yt(t))return t.of[e.at];let n=new Set(U(t,e).map(o=>Le(t,o)));
return n.size===1?[...n][0]:cn}function _a(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===Ct?o:e===
cn?r:n[e].color}function co(t,e){return e===Ct?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function Pr(t,e){
return!!t.of&&co(t,Ne(t,e))}function ue(t,e){return t.of?_a(t,Ne(t,e)):t.style.color}function uo(t,e){let n=nt(t,e);return n?
t.of?_a(t,t.each?Le(t,e):Ne(t,n)):t.style.color:$u}function fo(t){let{legend:e}=t,n={classes:(e.classes||[]).map(a=>a.count),
missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!yt(t))return n;let o=Yn(t),r=p.filter.get(o);p.filter.
delete(o);let s=Cu(t,n);return r&&p.filter.set(o,r),s}function Cu(t,e){let n=t.places.map(r=>({place:r,rows:U(t,r)})).filter(
r=>r.rows.length),o=n.flatMap(r=>r.rows);return{classes:e.classes.map((r,s)=>o.filter(a=>Le(t,a)===s).length),missing:t.
of?o.filter(r=>Le(t,r)===Ct).length:e.missing,several:t.each?n.filter(r=>Ne(t,r.place)===cn).length:0,precisions:e.precisions.
map(r=>({...r,count:n.filter(({place:s})=>s.precision===r.name).reduce((s,a)=>s+a.rows.length,0)})).filter(r=>r.count)}}var Ft=document.getElementById("about"),Br=null;function Ga(){Br&&Ft.replaceChildren(i("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>Ft.close()},"×"),i("div.dialog-body",{},Br()))}function vt(t){Br=t,Ga(),Ft.open||Ft.showModal(),
Ft.scrollTop=0}function Wa(){Ft.addEventListener("click",t=>{t.target===Ft&&Ft.close()}),M("language",Ga)}var de=7,Va=new Set,Ha=P("defs");document.body.append(P("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},Ha));
function Ie(t){let e=`hatch-${t.slice(1)}`;if(!Va.has(e)){Va.add(e);let n=P("pattern",{id:e,width:de,height:de,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},P("rect",{width:de,height:de,fill:"#ffffff"}),P("rect",{width:de,height:de/
2,fill:t}),P("rect",{width:de,height:1,fill:"#5b6b78"}));Ha.append(n)}return`url(#${e})`}var qa={town:[4,0],county:[4,45],prefecture:[6,0]};function po(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!qa[t]){let c=r(
o),d=f=>`a${c} ${c} 0 1 0 ${f} 0`;return`M${r(e-o)} ${r(n)}${d(2*c)}${d(-2*c)}z`}let[s,a]=qa[t];return`M${Array.from({length:s},
(c,d)=>{let f=(a+360*d/s)*Math.PI/180;return`${r(e+o*Math.cos(f))} ${r(n+o*Math.sin(f))}`}).join("L")}z`}var mo={dark:"#\
14222c",light:"#ffffff"},Ka={dark:4,light:2.4};function Nr(t,e,n=Ka){let o=r=>P("path",{d:t,fill:"none",stroke:mo[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),P("path",{d:t,fill:e})]}var q={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},Ir=new Set(["surveyed","digitised","address","site"]);function fe(t,e,n=!1){
let o=2*q[t]+Ka.dark,r=o/2;return i(`span.mark.${Ir.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},P("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...Nr(po(t,r,r,q[t]),n?Ie(e):e)))}var j=window.matchMedia("(max-width: 760px)");function ho(){if(!b.bounds)return null;let[t,e,n,o]=b.bounds;return k.latLngBounds(
[[e,t],[o,n]])}function Rr(t){let e=ho();return!e||h.getBounds().pad(t).contains(e)}function Ou(){let t=document.getElementById(
"years");return t&&!t.hidden?t.offsetHeight+14:0}function un(){let t=ho();if(!t)return;let[e,n]=j.matches?[62,58]:[14,14];
h.fitBounds(t,{paddingTopLeft:[j.matches?8:14,e],paddingBottomRight:[n,46+Ou()],maxZoom:13,animate:!1})}function Re(t){let e=Rr(
.05);t(),h.invalidateSize({animate:!1}),e&&un()}function dn(t,e){if(t.point){(!h.getBounds().pad(-.1).contains(t.point)||
e)&&h.setView(t.point,Math.max(h.getZoom(),e?9:7),{animate:!1});return}let n=h.latLngToLayerPoint(t.bounds.getNorthWest()),
o=h.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&h.getBounds().contains(t.bounds)||
h.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var pe=document.getElementById("dock"),go=24;function Ya(){return!j.matches&&document.body.classList.contains("figures-o\
pen")}var Xa=k.Popup.extend({options:{pane:pe,className:"docked",autoPan:!1},onAdd(t){pe.hidden=!1,document.body.classList.
add("docked-open"),k.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),$("docked")},onRemove(t){
k.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(pe.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){Au(this.getLatLng())}});function Au(t){if(pe.
classList.toggle("over",!Ya()),Ya())return;let e=h.latLngToContainerPoint(t),n=h.getSize();pe.classList.toggle("at-left",
!j.matches&&e.x>n.x/2);let o=pe.getBoundingClientRect(),r=h.getContainer().getBoundingClientRect(),[s,a]=[o.left-r.left-
go,o.right-r.left+go],[l,c]=[o.top-r.top-go,o.bottom-r.top+go];e.x<=s||e.x>=a||e.y<=l||e.y>=c||(j.matches?h.panBy([0,e.y-
l],{animate:!1}):pe.classList.contains("at-left")?h.panBy([e.x-a,0],{animate:!1}):h.panBy([e.x-s,0],{animate:!1}))}var Dr=new Set;M("paper",()=>{for(let t of Dr)t.draw()});function Ja(t,e,n){let o=h.options.crs.scale(h.getZoom())/256,r=h.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var me=k.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=i("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Dr.add(this),this.draw()},onRemove(){Dr.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
p.paper,this.sheet?.remove(),this.sheet=null,p.paper){this.drawSheet();return}let t=h.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=h.containerPointToLayerPoint(e.multiplyBy(-1));k.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),Ja(r,n,o))},drawSheet(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]);this.sheet=P("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(Ja(e,t,1))),k.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var Pu=3e3,wo=3.2,Fr=new Map;function Ur(t){if(Fr.has(t))return Fr.get(t);let e=$t[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,a,l]=[256,256,0,0];e.forEach((z,T)=>{let L=h.options.crs.latLngToPoint(k.latLng(z.point),
0);n[T]=L.x,o[T]=L.y,r=Math.min(r,L.x),a=Math.max(a,L.x),s=Math.min(s,L.y),l=Math.max(l,L.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(a-r,l-s,1e-9)/c,f=z=>Math.min(c-1,Math.max(0,Math.floor((z-r)/d))),m=z=>Math.min(c-1,
Math.max(0,Math.floor((z-s)/d))),g=new Uint32Array(c*c+1);e.forEach((z,T)=>{g[m(o[T])*c+f(n[T])+1]++});for(let z=0;z<c*c;z++)
g[z+1]+=g[z];let w=g.slice(),y=new Uint32Array(e.length);e.forEach((z,T)=>{y[w[m(o[T])*c+f(n[T])]++]=T});let S={x:n,y:o,
side:c,column:f,row:m,starts:g,sorted:y};return Fr.set(t,S),S}function jr(t,e,n,o,r){let{x:s,y:a,side:l,column:c,row:d,starts:f,
sorted:m}=Ur(t),g=[];for(let w=d(n);w<=d(r);w++)for(let y=f[w*l+c(e)];y<f[w*l+c(o)+1];y++){let S=m[y];s[S]>=e&&s[S]<=o&&
a[S]>=n&&a[S]<=r&&g.push(S)}return g}var fn={less:3.8,dark:2,light:1};function Bu(t,e,n){let o=q[e]-fn.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let a=s.getContext("2d");a.scale(n,n),a.lineJoin="round";let l=new Path2D(
po(e,r,r,o));for(let[c,d]of[[fn.dark,mo.dark],[fn.light,mo.light]])a.lineWidth=c,a.strokeStyle=d,a.stroke(l);return a.fillStyle=
t,a.fill(l),s}function Nu(t,e,n,o){let[r,s,a]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),l=255<<24|a<<16|s<<8|r,c=wo*n,
d=Math.ceil(c),f=Ir.has(e)?(w,y)=>Math.hypot(w,y):(w,y)=>Math.abs(w)+Math.abs(y),[m,g]=[[],[]];for(let w=-d;w<=d;w++)for(let y=-d;y<=
d;y++){let S=f(y,w);S>c||(m.push(w*o+y),g.push(S>c-.9*n?-1:l))}return{steps:Int32Array.from(m),inks:Int32Array.from(g),reach:d}}
var Za=me.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(yt(t)&&!U(t,n).length)return 255;let o=[ue(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=jr(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>Pu,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=Ur(this.layer.table),r=this.looks.map(()=>[]),s=a=>this.stamped?wo-.6:q[a]-fn.less;for(let a of e){let l=this.
looks[this.lookOf[a]][1];r[this.lookOf[a]].push(po(l,t.left(n[a]),t.top(o[a]),s(l)))}return this.looks.map(([a,l],c)=>({
color:a,precision:l,path:r[c].join("")})).filter(a=>a.path).sort((a,l)=>q[l.precision]-q[a.precision]).flatMap(({color:a,
path:l})=>Nr(l,a,fn))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:a,y:l}=Ur(this.layer.table),[c,d]=[f=>o(
a[f]),f=>r(l[f])];this.stamped?this.stamp(t,s,c,d,n):this.picture(t,s,c,d,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>Bu(l,c,r)),a=l=>q[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>a(c)-a(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:a}=this.canvas,l=t.createImageData(
s,a),c=new Int32Array(l.data.buffer),d=this.looks.map(([f,m])=>Nu(f,m,r,s));e.forEach(f=>{let{steps:m,inks:g,reach:w}=d[this.
lookOf[f]],[y,S]=[Math.round(n(f)),Math.round(o(f))];if(y<w||S<w||y>=s-w||S>=a-w)return;let z=S*s+y;for(let T=0;T<m.length;T++)
c[z+m[T]]=g[T]}),t.putImageData(l,0,0)}});function yo(t){let e=h.latLngToLayerPoint(t),n=[];return[...E].reverse().forEach(o=>{p.shown[o.number]&&Iu(o,t).forEach(
r=>{if(!(yt(o)&&!U(o,r).length)){if(o.geometry==="point"){let s=h.latLngToLayerPoint(r.point).distanceTo(e),a=o.dots?.stamped?
wo:q[r.precision];s<=a+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")ca(h,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(Rt(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Iu(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=Ee)return n;let o=h.options.crs.scale(h.getZoom())/256,{x:r,y:s}=h.options.
crs.latLngToPoint(e,0),a=18/o;return jr(t.table,r-a,s-a,r+a,s+a).map(l=>n[l])}ot("gisplan-highlight",580);var pn=null,mn=null,hn=[],bo=k.tooltip({className:"hover",direction:"top",offset:[0,-10]});function Qa(t){
if(pn&&pn.remove(),pn=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};pn=t.layer.geometry==="line"?k.polyline(t.place.parts.map(([n])=>n),e):
k.polygon(t.place.parts,e),pn.addTo(h)}function dt(t){hn=t?yo(t):[];let e=hn[0]||null;h.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&mn&&e.place===mn.place&&e.layer===mn.layer;if(n||Qa(e),mn=e,$("hover"),!e){bo.remove();return}
n||bo.setContent(i("div",{},x(oe(e.layer,e.place),"strong.datum"),Ru(e))),bo.setLatLng(e.place.point||t).addTo(h)}function Ru({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=G(o,t.column,e.rows[0]);return i("span.headline",{},st(o.columns[t.
column],r))}function he(t,e){let n=e===null?null:nt(t,e);Qa(n?{layer:t,place:n}:null),hn=n?[{layer:t,place:n}]:[],mn=null,
$("hover")}function ti(){bo.remove()}function ei(){let t=0;h.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>dt(p.measuring?null:e.latlng))}),h.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),dt(null)}),
M("language",()=>dt(null))}var Du=(t,e)=>E.findIndex(n=>n.table===t.table)===e;function ni(t,e){let n=E.find(r=>r.table===t&&r.data.search.code),o=n?
n.data.search.code.indexOf(e):-1;return o<0?null:{layer:n,row:o}}function gn(t,e,n){return(n??Object.keys(t.columns)).filter(
o=>n||o!==t.search.name&&!/^(adcode|code)$/.test(o)).map(o=>({name:o,column:t.columns[o],value:G(t,o,e)})).filter(o=>n||
o.value!==null&&o.value!==void 0)}function _r(t){return/0000$/.test(t)?0:/00$/.test(t)?1:2}var Fu={province:0,prefecture:1,
county:2};function oi(t,e){let n=nt(t,e);if(!n)return[];let o=_r(t.data.search.code[e]);return E.filter((r,s)=>r.geometry===
"point"&&Du(r,s)).map(r=>{let s=[],a=0;for(let l of r.places)!n.bounds.contains(l.point)||!Rt(n,k.latLng(l.point))||((Fu[l.
precision]??3)<o?a+=l.rows.length:s.push(...l.rows));return{layer:r,rows:s,vague:a}}).filter(r=>r.rows.length||r.vague)}
function ri(t){let e=_r(t);if(e===2)return[];let n=t.slice(0,e===0?2:4),o=new Map;for(let r of E)r.geometry!=="polygon"||
!r.data.search.code||r.data.search.code.forEach((s,a)=>{_r(String(s))===e+1&&String(s).startsWith(n)&&!o.has(s)&&o.set(s,
{layer:r,row:a})});return[...o.values()]}function si(t,e){let{shapes:n,rows:o}=t.data;if(!n)return[];let r=c=>new Set(n[c].
flat(2).map(d=>d<0?~d:d)),s=c=>typeof o=="number"?[c]:o[c],a=nt(t,e);if(!a)return[];let l=r(a.at);return t.places.filter(
c=>c.at!==a.at&&[...r(c.at)].some(d=>l.has(d))).map(c=>({layer:t,row:s(c.at)[0]}))}function ai(t,e){let{code:n}=t.data.search;
return t.geometry==="polygon"&&n?String(R(n,e)):null}var Ut=null;function Uu(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(G(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>It(b.quotes??{},r));return[...new Set(
o)].map(r=>[i("dt.wide",{},u("quote"),x(r)),i("dd.wide",{},i("blockquote",{lang:"zh-CN"},b.quotes[r]))])}function ju(t,e){
let n=t.data,o=i("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],a=G(n,r,e),l=/\n|^.{17}/.test(st(s,
a,t,r));o.append(i(l?"dt.wide":"dt",{},x(u(s.title)),s.derived?X():null),i(l?"dd.wide":"dd",{dir:"auto",title:te(s,a)},st(
s,a,t,r)))}),o.append(...Uu(t,e).flat()),o}function _u(t,e){let n=ai(t,e);return n?i("button.profile-open-button",{type:"\
button",onclick:()=>$("profile",{table:t.table,code:n})},u("profile")):null}function wn(t,e,n,o){let r=t.popup.length?Q(
t.data.columns[t.popup[0]],G(t.data,t.popup[0],e),t,t.popup[0]):W(t,e);return i("details.feature",{open:n},i("summary",{},
o?x(u(t.title),"span.kicker"):null,x(r,"span.heading")),fr(t,e)?null:i("p.precision",{},aa(p.year,dr(t,e))),ju(t,e),_u(t,
e))}function xo(t){let e=i("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(i("div.under",{},u("\
under")));let s=U(n,o),a=s.length>1;if(a&&e.append(i("div.many",{},x(u(n.title),"span.kicker"),i("span.count",{},D("here",
s.length)))),s.forEach((l,c)=>{e.append(wn(n,l,r===0&&c===0,!a))}),n.geometry==="point"){let l=n.legend.precisions.find(
c=>c.name===o.precision);e.append(i("p.precision",{},u("position")+u(l.title)))}}),e}function ii(t){return i("div",{},t)}
function ge(t,e,n){ti(),Ut=new Xa().setLatLng(t).setContent(ii(e())),Ut.again=e,Ut.openOn(h),li();let o=Ut.getElement();
o.tabIndex=-1,n&&o.focus()}function li(){let t=Ut.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function ci(){M("language",()=>{Ut?.isOpen()&&(Ut.setContent(ii(Ut.again())),li())})}function Gu(t,e,n,o){return i(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function De(t){
return P("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},P("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function ui(t){let e=De(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function yn(t,e,n,o="rows"){return i("li",{},t,i("span.what",{dir:"auto"},e),n===null?null:
i("span.count",{},D(o,n)))}function di(t,e,n){let o=Yn(e),r=on(o),s=!r||r.has(String(n)),a=t.querySelector(".what"),l=i(
"button.what",{type:"button",dir:"auto",id:`class-${e.number}-${n}`,title:u("onlyClass"),"aria-pressed":String(!!r&&s),onclick:()=>Xn(
o,String(n))});l.append(...a.childNodes),a.replaceWith(l),t.classList.toggle("unwanted",!s)}function fi(t,e){let{precisions:n}=t.
legend,o=n.map(({name:s})=>t.places.filter(a=>a.precision===s&&(e===null||Ne(t,a)===e)).length),r=Math.max(...o);return r>
0?n[o.indexOf(r)].name:null}function ko(t){let{legend:e,style:n,geometry:o}=t,r=i("div.legend",{id:`legend-${t.number}`}),
s=fo(t);e.title&&r.append(i("p.legend-title",{},x(u(e.title)),e.unit?x(`（${u(e.unit)}）`.replace(/[（）]/g,f=>p.lang===
"zh"?f:f==="（"?" (":")")):null,e.derived?X():null));let a=i("ul"),l=(f,m)=>{let g=m!==void 0&&co(t,m);if(o==="point"){
let w=fi(t,m)||fi(t,null);return w?fe(w,f,g):null}return o==="line"?De({...n,color:f}):Gu(f,n.opacity,n.color,g)},c=o===
"point"?"items":"rows";if((e.classes||[]).forEach((f,m)=>{if(f.count===0&&f.low===void 0&&o!=="raster")return;let g=yn(l(
f.color,m),u(f.words),o==="raster"?null:s.classes[m],c);o!=="raster"&&di(g,t,m),o==="raster"&&g.append(i("span.count",{},
D("cells",f.count))),a.append(g)}),(e.widths||[]).forEach(f=>{a.append(yn(ui({...n,weight:f.width}),u(f.said),null))}),s.
several){let f=yn(l(e.severalColor,cn),u(e.severalWords),s.several,"places");a.append(f)}if(s.missing){let f=n.kind==="f\
lows"?ui({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,Ct),m=yn(f,u(e.missingWords),s.missing,c);m.classList.
add("missing"),t.of&&di(m,t,Ct),a.append(m)}if(o==="point"){let f=e.classes?"#5b6b78":n.color;s.precisions.forEach(m=>{let g=yn(
fe(m.name,f),u(m.title),m.count,c);g.classList.add("of-precision"),a.append(g)})}a.children.length&&r.append(a),r.append(
...Wu(t,s));let d=pi(t);return d.length&&r.append(i("button.unplaced",{type:"button",onclick:()=>Hu(t)},D("unplaced",d.length))),
r}function Wu(t,e){let n=[],o=l=>n.push(i("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>U(t,l)).filter(l=>l.length),
s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),p.year!==null&&t.yearColumn&&
!t.reportColumn){let l=r.flat().filter(c=>Jn(t,c)===null).length;l&&o(D("undated",l))}let{legend:a}=t;if(a.classes&&t.geometry===
"polygon"&&s>1){let l=e.missing===s?Ct:e.classes.indexOf(s);if(l===Ct?e.missing===s:l>=0&&Vu(t,l)){let d=l===Ct?a.missingWords:
a.classes[l].words;o([u("allGrey")(s,u(d))," ",x(u(a.meaning||t.data.description))])}}return n}function Vu(t,e){let{color:n}=t.
legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return co(t,e)||Math.max(...o)-Math.min(...o)<32}
function pi(t){return t.data.unplaced.filter(e=>se(t,e))}function Hu(t){let e=pi(t);vt(()=>[i("h2",{id:"about-title"},x(
u(t.title))),i("p.lead",{},D("unplacedTitle",e.length)),e.map((n,o)=>wn(t,n,o===0&&e.length<4,!1))])}function mi(t){let[e,n,o,r]=t.corners;t.overlay=k.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let a=document.createElement(
"canvas");[a.width,a.height]=[s.naturalWidth,s.naturalHeight];let l=a.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function qu(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,a=(O,I)=>h.options.crs.
latLngToPoint(k.latLng(O,I),0),[l,c,d]=[a(s,n),a(o,r),a(e.lat,e.lng)],{width:f,height:m}=t.pixels.canvas,g=Math.floor(f*
(d.x-l.x)/(c.x-l.x)),w=Math.floor(m*(d.y-l.y)/(c.y-l.y));if(g<0||w<0||g>=f||w>=m)return null;let[y,S,z,T]=t.pixels.getImageData(
g,w,1,1).data;if(!T)return null;let L=`#${[y,S,z].map(O=>O.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(O=>O.color===L)||null}function vo(t){let e=[...E].reverse().filter(n=>n.geometry==="raster"&&p.shown[n.number]).map(
n=>({layer:n,cell:qu(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>i("p.cell",{},x(u(n.title),"span.kicker"),i("span\
.dot",{style:{"--color":o.color}}),x(u(o.words)),n.legend.unit?x(` ${u(n.legend.unit)}`):null,n.legend.derived?X():null));
return e.length?i("div.identify",{},e):null}var hi=.8,gi=me.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>h.options.crs.latLngToPoint(k.latLng(n),0);this.lines=
t.places.filter(n=>U(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let a=r===null?o.missingColor:n.color,l=Math.max(hi,r??0);return s.flatMap(c=>{let d=c.map(({x:w,y})=>[t(w),e(y)]),f=P("\
path",{d:`M${d.map(w=>w.join(" ")).join("L")}`,fill:"none",stroke:a,"stroke-width":l,"stroke-opacity":n.opacity,"stroke-\
linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),m=wi(d,Math.max(3.5,.9*l));if(!m)return[f];let g=P("path",{
d:`M${m.map(w=>w.join(" ")).join("L")}z`,fill:a,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[f,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:a,
paths:l})=>{let c=a===null?s.missingColor:r.color,d=Math.max(hi,a??0);l.forEach(f=>{t.lineWidth=d,t.setLineDash(a===null?
[3,3]:[]);let m=f.map(({x:g,y:w})=>[n(g)/e,o(w)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[g,w]of m)
t.lineTo(g,w);t.stroke(),t.globalAlpha=1,Ku(t,m,Math.max(3.5,.9*d),c)})})}});function wi(t,e){let n=t.slice(1).map(([T,L],O)=>Math.
hypot(T-t[O][0],L-t[O][1])),o=n.reduce((T,L)=>T+L,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(T=>(r-=T,r<=0)),[[a,l],
[c,d]]=[t[s],t[s+1]],f=1+r/n[s],m=Math.atan2(d-l,c-a),[g,w]=[a+f*(c-a),l+f*(d-l)],[y,S]=[Math.cos(m),Math.sin(m)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([T,L])=>[g+y*T-S*L,w+S*T+y*L])}function Ku(t,e,n,o){let r=wi(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,a]of r)t.lineTo(s,a);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}ot("gisplan-measure",630);var bn=k.layerGroup().addTo(h),xn=i("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(xn);var _=[];function Yu(t){let[e,n]=oa(t);return`${e} ${u(n)}`}function Gr(t){_.push([t.lat,t.lng]),So()}
function So(){bn.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=_.
flatMap((n,o)=>o?en(_[o-1],n,1,60):[n]);_.length>2&&(k.polygon([...e,...en(_[_.length-1],_[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(bn),k.polyline([_[_.length-1],...en(_[_.length-1],_[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(bn)),e.length>1&&k.polyline(e,{...t,className:"measured"}).addTo(bn);for(let n of _)k.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(bn);yi()}function yi(){if(!p.measuring)return;let t=xn.contains(
document.activeElement)?document.activeElement.id:null,e=[..._,_[0]],n=(r,s,a,l)=>i("button",{type:"button",id:`measure-${r}`,
onclick:a,disabled:l},u(s));xn.setAttribute("aria-label",u("measureTitle")),xn.replaceChildren(i("div.measure-head",{},i(
"strong",{},u("measureTitle")),i("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>Mo(
!1)},"×")),_.length<2?i("p.hint",{},u("measureHint")):"",i("dl.values",{"aria-live":"polite"},i("dt",{},u("length")),i(
"dd",{id:"measured-length"},sr(or(_))),_.length>2?[i("dt",{},u("perimeter")),i("dd",{},sr(or(e))),i("dt",{},u("area")),i(
"dd",{id:"measured-area"},Yu(Gn(_)))]:[]),i("div.row",{},n("middle","addMiddle",()=>Gr(h.getCenter())),n("back","takeBac\
k",()=>{_.pop(),So()},!_.length),n("clear","startOver",()=>{_=[],So()},!_.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Mo(t){p.measuring=t,_=[],document.body.classList.toggle("measuring",t),xn.hidden=!t,h.
doubleClickZoom[t?"disable":"enable"](),t&&h.closePopup(),dt(null),So();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function bi(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&p.measuring&&Mo(!1)}),M("language",yi)}var zo=k.layerGroup().addTo(h);function Fe(t){if(p.chosen=t,zo.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?k.circleMarker(
o.point,{...e,radius:q[o.precision]+6,weight:3}).addTo(zo):n.geometry==="line"?k.polyline(o.parts.map(([r])=>r),e).addTo(
zo):k.polygon(o.parts,e).addTo(zo)}$("chosen")}function Xu(t){return p.shown[t.number]||t.geometry==="polygon"?null:i("p\
.layer-off",{},u("layerOff"),x(u(t.title)),i("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),tt(t,!0)}},
u("showLayer")))}function jt(t,e,n,o){let r=nt(t,e);if(!r){Fe({layer:t,place:null,row:e}),vt(()=>[i("h2",{id:"about-titl\
e"},x(W(t,e))),i("p.lead",{},u("nowhere")),wn(t,e,!0,!0)]);return}dn(r,n),Fe({layer:t,place:r,row:e}),ge(k.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Xu(t),xo([{layer:t,place:r}])],o),at(W(t,e))}function Eo(t,e){if(p.place){p.place(t);return}let n=yo(t);if(!n.length){vo(t)&&ge(t,()=>vo(t),e);return}Fe({...n[0],row:U(
n[0].layer,n[0].place)[0]}),ge(n[0].place.point?k.latLng(n[0].place.point):t,()=>{let o=vo(t),r=xo(n);return o&&r.append(
i("div.under",{},u("under")),o),r},e)}function xi(){h.on("click",t=>{p.measuring?Gr(t.latlng):Eo(t.latlng,!1)})}function Ju(){let t=E.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||b.basemap)){h.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)k.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(h)}}function ki(t){if(t.drawn=!0,t.geometry==="point"){let e=()=>t.marks.forEach(({marker:n,place:o})=>{let r=n.getElement();
r&&r.setAttribute("aria-label",oe(t,o))});t.nameMarks=e,M("language",e),t.group.on("add",e),Si(t)}else t.geometry==="ras\
ter"?mi(t):vi(t)}function kn(t){t.drawn&&(t.group.clearLayers(),t.marks=[],t.geometry==="point"?Si(t):vi(t))}function vi(t){
if(t.style.kind==="flows")new gi(t).addTo(t.group);else for(let e of t.places)Zu(t,e)}function Zu(t,e){let{style:n}=t;if(!U(
t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,smoothFactor:.4,className:`shape layer-${t.number}`,
color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:Pr(
t,e)?Ie(ue(t,e)):ue(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.color=ue(t,e)),k.polyline(e.parts.map(([s])=>s),
r).addTo(t.group);return}k.polygon(e.parts,r).addTo(t.group)}function Si(t){if(t.places.length>Ee){t.dots=new Za(t).addTo(
t.group);return}t.places.filter(e=>U(t,e).length).forEach(e=>{let n=fe(e.precision,ue(t,e),Pr(t,e)),o=parseFloat(n.style.
getPropertyValue("--size")),r=k.marker(e.point,{pane:t.pane,keyboard:!0,icon:k.divIcon({html:n,className:"mark-icon",iconSize:[
o,o]}),zIndexOffset:-1e3*Math.round(q[e.precision])});t.marks.push({marker:r,place:e}),r.on("mouseover",()=>dt(r.getLatLng())),
r.on("click",s=>Eo(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Enter"&&Eo(r.getLatLng(),!0)}),r.addTo(t.group)}),
t.nameMarks()}function Mi(){Ju();for(let t of E)h.createPane(t.pane).style.zIndex=400+t.number,t.marks=[],p.shown[t.number]?
ki(t):t.group.once("add",()=>ki(t))}function zi({tiles:t}){for(let e of t)k.tileLayer(e,{subdomains:"01234567",maxZoom:18,
attribution:""}).addTo(h)}var vn=document.getElementById("years"),Ei=[...new Set(E.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?ha(t):
[]]))].sort((t,e)=>t-e),rt=Ei.length&&b.years.length?b.years:Ei,Ti=b.groups.flatMap(t=>{let e=t.layers.map(n=>E[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),we=0;function St(t){
let e=rt.includes(t)?t:null;e!==p.year&&(p.year=e,E.filter(n=>n.yearColumn).forEach(kn),Ti.forEach(Qu),dt(null),p.chosen?.
place&&!U(p.chosen.layer,p.chosen.place).length&&Fe(null),h.closePopup(),Vr(),at(Sn()),$("year"))}function Qu(t){if(t.wanted=
t.wanted||t.layers.some(n=>p.shown[n.number]),!t.wanted)return;let e=p.year===null?t.layers.find(n=>p.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===p.year);t.layers.forEach(n=>{p.shown[n.number]!==(n===e)&&tt(n,n===e)}),p.year===null&&
(t.wanted=!1)}function Sn(){if(p.year===null)return u("everyYear");let t=Ti.some(e=>e.wanted&&!e.layers.some(n=>n.year===
p.year));return ia(p.year)+(t?u("noYear"):"")}function Wr(t){clearInterval(we),we=t?setInterval(()=>{let e=rt.indexOf(p.
year)+1;e<rt.length&&St(rt[e]),e>=rt.length-1&&Wr(!1)},1400):0,t&&St(rt[0]),Vr()}function Vr(){if(rt.length<2)return;vn.
hidden=!1;let t=document.activeElement&&vn.contains(document.activeElement)?document.activeElement.id:null,e=p.year===null?
rt.length:rt.indexOf(p.year);vn.setAttribute("aria-label",u("years"));let n=[...rt.map(String),u("allYears")];vn.replaceChildren(
i("button",{type:"button",id:"years-play",onclick:()=>Wr(!we),"aria-label":u(we?"stop":"play"),title:u(we?"stop":"play")},
le(we?"pause":"play")),i("div.track",{style:{"--steps":n.length}},i("input",{type:"range",id:"years-range",min:0,max:rt.
length,step:1,value:e,"aria-label":u("years"),"aria-valuetext":Sn(),oninput:o=>{we&&Wr(!1),St(rt[o.target.valueAsNumber]??
null)}}),i("div.ticks",{"aria-hidden":"true"},n.map((o,r)=>i(r===e?"span.now":"span",{onclick:()=>St(rt[r]??null)},o)))),
i("output.year-now",{},Sn())),t&&document.getElementById(t).focus()}function Li(t){M("language",Vr);let e=new Set;M("fil\
ter",()=>{let n=new Set(E.filter(o=>ne(o).length));for(let o of new Set([...n,...e]))kn(o);e=n,dt(null),h.closePopup()}),
new ResizeObserver(()=>{vn.style.setProperty("--foot",`${t.offsetHeight}px`)}).observe(t)}var $i=document.getElementById("sheet"),Hr=document.getElementById("sheet-more"),td=.0254/96,qr=[];function ed(){let t=h.
getSize(),e=h.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[h.containerPointToLatLng([t.x/2-50,t.y/2]),h.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=pt(n.lng,e.lat,o.lng,e.lat)/(100*td),a=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${Z(Math.
round(s/a)*a)}`}function nd(){return P("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},P("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),P("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),P("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function od(){
return[...E].reverse().filter(t=>p.shown[t.number]).map(t=>{let e=ko(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button.what"))n.replaceWith(i("span.what",{},...n.childNodes));for(let n of e.querySelectorAll("button"))n.replaceWith(
i("p.unplaced-note",{},n.textContent));return i("div.layer",{},i("div.layer-head",{},x(u(t.title),"strong.datum"),t.style.
kind==="outline"?De(t.style):null),e.children.length?e:null)})}function rd(){let t=E.filter(n=>p.shown[n.number]).flatMap(
n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(b.attribution),b.basemap?
u(b.basemap.attribution):"",...new Set(t)].filter(Boolean);return i("p.sheet-credits",{},u("credits"),e.map((n,o)=>[o?";\
 ":"",x(n)]))}function Ci(t){let e=i("div.sheet-legend",{},od()),n=i("div.sheet-foot",{},p.year===null?"":i("p",{},Sn()),
i("p.ratio",{},u("ratio"),ed()),i("p",{},u("projection")),rd(),i("p",{},u("printed"),Be()),i("p.review",{},u("review"),b.
review?x(b.review):u("noReviewLine")));$i.replaceChildren(i("div.sheet-head",{},i("h2",{},u("legend")),nd()),e,n,t);let o=qr.
flatMap(r=>r()).filter(Boolean);Hr.replaceChildren(...sd(e,n),...o),Hr.hidden=!Hr.children.length}function sd(t,e){let n=[],
o=e.querySelector(".sheet-credits");e.offsetHeight>$i.clientHeight/3&&o.replaceWith(i("p",{},u("creditsOver")));let r=[];
for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),t.lastElementChild.remove();if(r.
length){for(t.append(i("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+1&&t.children.length>1;){let s=t.
children[t.children.length-2];r.unshift(s),s.remove()}n.push(i("h2",{},u("legendMore")),i("div.sheet-legends",{},r))}return o.
isConnected||n.push(i("h2",{},u("source")),o),n}var ye=i("aside",{id:"evaluate",hidden:!0}),To=i("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>Mn(!be.open)}),be={open:!1,say:null};function Ue(t,e,n){return i(t,{"data-figure":e,
title:wa(n)},ae(n))}function Mn(t){Re(()=>{be.open=t,t&&(h.closePopup(),$("opened","desk")),ye.hidden=!t,document.body.classList.
toggle("evaluate-open",t),To.setAttribute("aria-expanded",String(t)),Yr(t&&(!!p.place||!v.list.length))})}function Yr(t){
p.place=t?e=>{Ce(e.lng,e.lat)?(je(null),br(e.lng,e.lat)):je("tooFar")}:null,document.body.classList.toggle("picking",t),
Kr()}function je(t){be.say=t;let e=document.getElementById("evaluate-note");e&&(e.textContent=t?u(t):"")}function ad(t){
t.preventDefault();let e=document.getElementById("evaluate-coordinate"),n=document.getElementById("evaluate-name"),o=Yt(
e.value,Ce);if(je(o.fault||o.note),e.setAttribute("aria-invalid",String(!!o.fault)),o.fault){e.focus();return}let r=n.value.
trim();e.value="",n.value="",br(o.lon,o.lat,r),h.getBounds().contains([o.lat,o.lon])||h.panTo([o.lat,o.lon])}function id(){
return i("form.ask",{onsubmit:ad,noValidate:!0},i("div.row",{},i("div.field.grow",{},i("label",{for:"evaluate-coordinate"},
u("coordinate")),i("input",{id:"evaluate-coordinate",type:"text",autocomplete:"off",spellcheck:!1,"aria-describedby":"ev\
aluate-note evaluate-hint"})),i("div.field",{},i("label",{for:"evaluate-name"},u("name")),i("input",{id:"evaluate-name",
type:"text",autocomplete:"off",maxLength:80})),i("button.main",{type:"submit"},u("add"))),i("p.note",{id:"evaluate-note",
role:"status"},be.say?u(be.say):""),i("p.hint",{id:"evaluate-hint"},u("coordinateHint")))}function ld(){return i("fields\
et.reaches",{},i("legend",{},u("reachOf")),v.asked.reaches.map((t,e)=>i("label",{},i("input",{type:"radio",name:"reach",
id:`reach-${e}`,value:String(t),checked:t===v.reach,onchange:()=>xa(t)}),i("span",{},`${t} km`))))}function cd(){let t=Mr();
return i("div.scenarios",{},i("div.tools",{role:"group","aria-label":u("scenario")},kt.map((e,n)=>i("button",{type:"butt\
on",id:`scenario-${e}`,"aria-pressed":String(n===ln.at),onclick:()=>Pe(n)},Er(n))),i("label.load",{for:"evaluate-load"},
u("load"),i("input",{id:"evaluate-load",type:"file",accept:".geojson,.json,.csv,.xlsx,.kml","aria-label":u("load"),onchange:ud}))),
t?Ai(t):null)}function Ai({gained:t,both:e,alone:n}){let o=(r,s,a)=>i("tr",{},i("th",{scope:"row"},r),Ue("td",a,s));return i(
"table.scenario-table",{},i("caption",{},u("scenarios")),i("tbody",{},kt.map((r,s)=>o(`${Er(s)}: ${u("gained")}`,t[s],`g\
ained-${r}`)),o(u("gainedByBoth"),e,"both"),kt.map((r,s)=>o(`${u("gainedOnly")} ${r}`,n[s],`alone-${r}`))))}async function ud(t){
let[e]=t.target.files;if(e)try{let n=await lo(new Uint8Array(await e.arrayBuffer())),{taken:o,refused:r}=n.features?io(n.
features,"wgs84"):ao(n.rows,"wgs84",{readCoordinate:s=>Yt(s,Ce),unitOf:()=>null});zr(o),je(r.length||!o.length?"loadedPa\
rt":"loaded")}catch{je("ownUnread")}}function dd(){let t=(n,o,r,s)=>i("button",{type:"button",id:n,onclick:r,disabled:s},
u(o)),e=!v.list.length;return i("div.tools",{},i("button",{type:"button",id:"evaluate-pick","aria-pressed":String(!!p.place),
onclick:()=>Yr(!p.place)},u("pick")),t("evaluate-undo","undo",gr,!v.past.length),t("evaluate-redo","redo",wr,!v.future.length),
t("evaluate-clear","clear",()=>ie([]),e))}function fd(t,e){let n=v.figures.each[e],o=Math.max(...v.figures.each.map(c=>c.
gained),1),r=bt(t),s=(c,...d)=>[i("dt",{},u(c)),i("dd",{},...d)],a=c=>{let d=c.target.value.trim();d!==r&&sn(e,{name:d?yr(
d,e):""})},l=c=>{let d=Yt(c.target.value,Ce);je(d.fault||d.note),d.fault?c.target.value=Oi(t):sn(e,{lon:d.lon,lat:d.lat})};
return i("li.candidate",{id:`candidate-${e}`},i("div.candidate-head",{},i("span.number",{"aria-hidden":"true"},String(t.
number)),i("input.name",{id:`candidate-name-${e}`,type:"text",value:r,maxLength:80,dir:"auto","aria-label":u("name"),onchange:a}),
i("button",{type:"button",id:`candidate-show-${e}`,title:`${u("show")}: ${r}`,"aria-label":`${u("show")}: ${r}`,onclick:()=>h.
setView([t.lat,t.lon],Math.max(h.getZoom(),8))},u("show")),i("button",{type:"button",id:`candidate-remove-${e}`,"aria-la\
bel":`${u("remove")}: ${r}`,onclick:()=>eo(e)},u("remove"))),i("div.gain",{},i("span",{},u("gained")),Ue("strong","gaine\
d",n.gained),i("span.bar",{"aria-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),i("dl.values",{},s(
"reached",Ue("span","reached",n.reached)),s("overlap",Ue("span","overlap",n.overlap)),v.list.length>1?s("only",Ue("span",
"only",n.only)):null,n.nearest?s("nearest",i("span",{"data-figure":"nearest"},Vn(n.nearest.metres))," · ",x(Zn(n.nearest.
at))):null,s("lies",x(Qn(n))),i("dt",{},i("label",{for:`candidate-at-${e}`},u("coordinateShort"))),i("dd",{},i("input",{
id:`candidate-at-${e}`,type:"text",autocomplete:"off",value:Oi(t),onchange:l}))))}function Oi({lon:t,lat:e}){return`${t}\
, ${e}`}function Pi(){let{whole:t,regions:e}=v.figures,n=(...s)=>i("tr",{},s.map(a=>i("th",{scope:"col"},u(a)))),o=mr(v.
asked.regions),r=e.map((s,a)=>({sums:s,at:a})).filter(({sums:s})=>s.total>0).map(({sums:s,at:a})=>i(s.after>s.before?"tr\
.changed":"tr",{},i("th",{scope:"row"},x(nt(o,a)?W(o,a):v.asked.codes[a])),i("td",{},nn(s.before,s.total)),i("td",{},nn(
s.after,s.total)),i("td",{"data-region":v.asked.codes[a]},s.after>s.before?`+${Z(s.after-s.before,v.asked.quantity,p.lang)}`:
"0")));return i("section.sums",{},i("h3",{},u("together")),i("p.total",{},i("span",{},u("gained"))," ",Ue("strong","toge\
ther",t.after-t.before),i("span.change",{},`${nn(t.before,t.total)} → ${nn(t.after,t.total)}`)),i("table",{},i("captio\
n",{},u("byRegion")),i("thead",{},n("region","now","withThem","gained")),i("tbody",{},r)))}function Kr(){To.replaceChildren(
u("evaluate"));let t=document.activeElement&&ye.contains(document.activeElement)?document.activeElement.id:null,e=["eval\
uate-coordinate","evaluate-name"].map(r=>{let s=document.getElementById(r);return[r,s?s.value:""]}),{scrollTop:n}=ye;ye.
setAttribute("aria-label",u("evaluateTitle")),ye.replaceChildren(i("div.desk-head",{},i("h2",{},u("evaluateTitle")),i("b\
utton.close",{type:"button",id:"evaluate-close","aria-label":u("close"),onclick:()=>{Mn(!1),To.focus()}},"×")),cd(),ld(),
dd(),i("p.hint.mode",{},u(p.place?"picking":"notPicking")),id(),...(v.list.length?[i("ol.candidates",{},v.list.map(fd)),
v.list.length>1?i("div.compared",{tabIndex:0,role:"region","aria-label":u("evaluateTitle")},Tr()):null,Pi(),i("div.save",
{},i("button.main",{type:"button",id:"evaluate-save",onclick:Ta},u("save")),i("p.hint",{},u("saveHint")))]:[]).filter(Boolean),
i("p.hint",{},u("existing"),x(u(v.asked.existing)),p.lang==="zh"?`（${v.coverage.sites.count}）；`:` (${v.coverage.sites.
count}); `,x(u(v.asked.quantity.title)),v.asked.quantity.derived?X():null)),e.forEach(([r,s])=>{document.getElementById(
r).value=s}),ye.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}function pd(t){if(!be.open)return;
let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.toLowerCase();n==="escape"&&p.place?
Yr(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||t.shiftKey?wr():gr())}function Bi({evaluate:t}){
ga(t),document.getElementById("tools").prepend(To),document.getElementById("panel").after(ye),za(),La(),M("bring",e=>{Mn(
!0),zr(e)}),qr.push(()=>{if(!v.list.length)return[];let e=Mr();return[Tr(),e?Ai(e):null,Pi()]}),document.addEventListener(
"keydown",pd),M("language",Kr),M("candidates",Kr),M("picked",e=>{Mn(!0);let n=document.getElementById(`candidate-${e}`);
n&&n.scrollIntoView({block:"nearest"})}),M("opened",e=>{(["figures","tasks"].includes(e)||e==="panel"&&j.matches)&&be.open&&
Mn(!1)}),window.gisplanEvaluate={evaluation:v,evaluateCandidates:v.coverage.evaluate,geodesicLength:pt,destination:Zt,placeAt:pr,
readCoordinate:Yt,inside:Ce}}var Xr=document.getElementById("maps"),md={name:b.name,title:b.title,description:b.description,groups:b.groups.map((t,e)=>e),
headlines:b.headlines.map((t,e)=>e)};function xe(){return b.maps?b.maps[p.map]:md}function Jr(t){let e=b.groups.findIndex(
n=>n.layers.includes(t.number));return b.maps.findIndex(n=>n.groups.includes(e))}function _e(t){return!b.maps||Jr(t)===p.
map}function Ge(t){return b.maps?u(b.maps[Jr(t)].title):""}function Lo(t,e){if(!b.maps||t===p.map||!b.maps[t])return;h.closePopup(),
p.map=t;let n=e??b.maps[t].shown;for(let o of E){let r=n.includes(o.number);p.shown[o.number]&&!r&&tt(o,!1)}for(let o of n)
p.shown[o]||tt(E[o],!0);$("map"),$("layers")}function Ii(t){b.maps&&Lo(Jr(t))}function Ni(){if(!b.maps)return;Xr.hidden=
!1,Xr.setAttribute("aria-label",u("maps"));let t=document.activeElement?.closest("#maps")?document.activeElement.id:null;
Xr.replaceChildren(...b.maps.map((e,n)=>i("button",{type:"button",id:`map-${n}`,title:u(e.title),"aria-current":n===p.map?
"page":null,onclick:()=>Lo(n)},u(e.title)))),t&&document.getElementById(t).focus()}function Ri(){M("language",Ni),M("map",
Ni)}var $o=["#b35806","#f1a340","#f7f7f7","#998ec3","#542788"];function Di(t,e){let n=new Map;for(let[o,r]of t){if(!e.has(o))
continue;let s=e.get(o);n.set(o,r===null||s===null?null:s-r)}return n}function Fi(t){let e=[...t].filter(r=>r!==null),n=Math.
max(0,...e.map(Math.abs));if(n===0)return[{low:0,high:0,color:$o[2],count:e.length}];let o=[-n,-n/2,-n/6,n/6,n/2,n];return $o.
map((r,s)=>{let[a,l]=[o[s],o[s+1]],c=e.filter(d=>Ui(d,o)===s).length;return{low:a,high:l,color:r,count:c}})}function Ui(t,e){
let n=e.slice(1,-1).findIndex(o=>t<o);return n<0?$o.length-1:n}function ji(t,e){return e.length===1?e[0].color:$o[Ui(t,[
e[0].low,...e.map(n=>n.high)])]}var zn=i("section",{id:"compare",hidden:!0}),Ot=i("div",{id:"divider",hidden:!0}),N={open:!1,a:null,b:null,mode:"swipe",
at:.5,before:null},Zr=null,Co=()=>E.filter(Dt),hd=t=>b.maps&&!_e(t)?`${u(t.title)} · ${Ge(t)}`:u(t.title);function En(){
for(let a of Co())h.getPane(a.pane).style.clip="";let t=N.open&&N.mode==="swipe";if(Ot.hidden=!t,!t)return;let e=h.getSize(),
[n,o]=[h.containerPointToLayerPoint([0,0]),h.containerPointToLayerPoint([e.x,e.y])],r=n.x+e.x*N.at;Ot.style.left=`${100*
N.at}%`;let s=(a,l)=>`rect(${n.y}px, ${l}px, ${o.y}px, ${a}px)`;h.getPane(N.a.pane).style.clip=s(n.x,r),h.getPane(N.b.pane).
style.clip=s(r,o.x)}function _i(t){let e=t.data.columns?.[t.column],{code:n}=t.data.search;return!e||!Y(e)||!n?null:new Map(
n.map((o,r)=>[o,R(e.values,r)??null]))}function Wi(){Zr.clearLayers();let t=N.open&&N.mode==="difference";for(let d of Co())
h.getPane(d.pane).style.visibility=t?"hidden":"";if(!t)return null;let{a:e,b:n}=N,[o,r]=[_i(e),_i(n)];if(!o||!r)return u(
"noFigures");let s=d=>d.data.columns[d.column].unit;if(u(s(e))!==u(s(n)))return u("otherUnits");let a=Di(o,r);if(!a.size)
return u("noCommon");let l=Fi(a.values());e.data.search.code.forEach((d,f)=>{if(!a.has(d))return;let m=a.get(d);k.polygon(
e.places[f].parts,{pane:"gisplan-difference",interactive:!1,smoothFactor:.4,color:"#5b6b78",weight:.6,className:"shape d\
ifference",fillColor:m===null?Ie("#d5d9dd"):ji(m,l),fillOpacity:.85}).addTo(Zr)});let c=[...a.values()].filter(d=>d===null).
length;return i("ul.difference-legend",{},l.map(({low:d,high:f,color:m,count:g})=>i("li",{},i("span.swatch",{style:{"--c\
olor":m,"--opacity":.85}}),i("span.what",{},d===f?"0":`${Z(d)} – ${Z(f)}`),i("span.count",{},String(g)))),c?i("li",{},
i("span.swatch.hatched",{style:{"--color":"#d5d9dd","--opacity":.85}}),i("span.what",{},u("oneMissing")),i("span.count",
{},String(c))):null)}function Gi(t){return i("label",{},i("span",{},u(t==="a"?"leftTheme":"rightTheme")),i("select",{id:`\
compare-${t}`,onchange:e=>{N[t]=E[Number(e.target.value)],ts()}},Co().map(e=>i("option",{value:String(e.number),selected:e===
N[t]},hd(e)))))}function Qr(){if(zn.hidden=!N.open,!N.open)return;let t=zn.contains(document.activeElement)?document.activeElement.
id:null,e=Wi(),n=o=>i("label.mode",{},i("input",{type:"radio",name:"compare-mode",id:`compare-${o}`,checked:N.mode===o,onchange:()=>{
N.mode=o,ts()}}),u(o));zn.setAttribute("aria-label",u("compare")),zn.replaceChildren(i("div.measure-head",{},i("strong",
{},u("compare")),i("button.close",{type:"button",id:"compare-close","aria-label":u("close"),onclick:()=>Oo(!1)},"×")),Gi(
"a"),Gi("b"),i("div.row",{},n("swipe"),n("difference")),N.mode==="swipe"?i("input",{id:"compare-at",type:"range",min:0,max:100,
value:Math.round(100*N.at),"aria-label":u("swipe"),oninput:o=>{N.at=o.target.valueAsNumber/100,En()}}):i("div",{id:"comp\
are-told"},e)),t&&document.getElementById(t)?.focus()}function ts(){ua(N.a,N.b),Qr(),En()}function Oo(t){if(t===N.open)return;
let e=Co();if(!(t&&e.length<2)){if(t){let n=e.find(o=>p.shown[o.number]);N.before=n??null,N.a=n??e[0],N.b=e.find(o=>o!==
N.a&&o.table===N.a.table&&o.year!==null)??e.filter(_e).find(o=>o!==N.a)??e.find(o=>o!==N.a)}if(N.open=t,document.getElementById(
"tool-compare")?.setAttribute("aria-pressed",String(t)),t){h.closePopup(),ts();return}Qr(),Wi(),En();for(let n of[N.a,N.
b])n!==N.before&&p.shown[n.number]&&tt(n,!1);N.before&&tt(N.before,!0)}}function Vi(){return N.open}function gd(t){t.preventDefault(),
Ot.setPointerCapture(t.pointerId),Ot.onpointermove=e=>{let n=h.getContainer().getBoundingClientRect();N.at=Math.min(1,Math.
max(0,(e.clientX-n.left)/n.width));let o=document.getElementById("compare-at");o&&(o.value=Math.round(100*N.at)),En()},Ot.
onpointerup=()=>{Ot.onpointermove=null}}function Hi(){ot("gisplan-difference",570),Zr=k.layerGroup().addTo(h),h.getContainer().
append(Ot),Ot.addEventListener("pointerdown",gd),k.DomEvent.disableClickPropagation(Ot),document.getElementById("search").
after(zn),h.on("move zoomend resize viewreset",En),M("language",Qr);for(let t of["layers","map"])M(t,()=>{let e=N.open&&
[N.a,N.b].every(n=>p.shown[n.number]);N.open&&!e&&(N.before=null,Oo(!1))})}function qi({decimals:t,nodes:e,edges:n,lengths:o}){let r=10**t,s=Xt(e),a=new Float64Array(s.length/2),l=new Float64Array(
s.length/2),[c,d]=[0,0];for(let y=0;y<a.length;y++)c+=s[2*y],d+=s[2*y+1],a[y]=c/r,l[y]=d/r;let f=Xt(n),m=new Int32Array(
f.length/2),g=new Int32Array(f.length/2),w=0;for(let y=0;y<m.length;y++)w+=f[2*y],m[y]=w,g[y]=w+f[2*y+1];return{lon:a,lat:l,
start:m,end:g,length:Float64Array.from(Xt(o))}}var es=b.context?.seats,Ao=es?Lt(es.at,b).map((t,e)=>({at:t,names:es.names[e]})):[];var _t=t=>Math.round(10*t)/10,Po=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${_t(e)} ${_t(n)}`)}lineTo(e,n){this.parts.push(`L${_t(e)} ${_t(n)}`)}arc(e,n,o){
let[r,s]=[_t(o),_t(2*o)];this.parts.push(`M${_t(e-o)} ${_t(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(P("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var wd=["county","prefecture","province","country"],yd=b.context?.borders??{},bd={country:0,province:0,prefecture:0,county:7},
Ki={railway:6,river:6.8},mt=b.context?b.context.layers.map(xd):[],Hy=mt.find(t=>t.graph)?.graph??null;function xd(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=qi(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>jn(kd(),r)))),e.anchors=
t.anchors?Lt(t.anchors,b):[],e}var ns=null;function kd(){return ns??(ns=b.arcs.split(" ").map(t=>Lt(t,b))),ns}function At(t){
return p.context[t.name]!==!1}function Yi(t,e){p.context[t.name]=e,$("context")}function ss([t,e]){let{x:n,y:o}=h.options.
crs.latLngToPoint(k.latLng(t,e),0);return[n,o]}function rs(t){let e=t.map(ss),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function Xi(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],a)=>{a?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function Ji(t){let e=new Po;return this.paint(e,t),e.elements}var vd=me.extend({name:"\
context-ground",prepare(){this.areas=mt.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(rs)})))},vectors:Ji,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(At(n)){t.beginPath();for(let s of r)Xi(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
Sd=me.extend({name:"context-lines",prepare(){this.lines=mt.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>rs(r))}))})),this.shores=mt.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(rs)}));let t=mt.find(e=>e.graph);this.seats=Ao.
map(({at:e})=>ss(e)),this.roads=t&&{one:t,...Md(t.graph)}},vectors:Ji,paint(t,e){let n=h.getZoom();t.scale(e.ratio,e.ratio),
t.lineJoin="round";for(let{one:o,rings:r}of this.shores)At(o)&&Tn(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,
paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!At(o))continue;let s=!o.style.dash;if(!s&&n<Ki.railway)continue;let l=r.
filter(d=>!s||d.named||n>=Ki.river).flatMap(d=>d.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);Tn(t,l,e,{color:o.style.color,
width:c,dash:[]}),!s&&n>=7.5&&Tn(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&At(this.roads.one)&&this.paintRoads(
t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(At(o))for(let s of wd){if(!zd(s,n))continue;let a=r.
filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&Tn(t,a,e,{color:"rgba(120, 98, 140, 0.16)",width:6,
dash:[]}),Tn(t,a,e,yd[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)
o<e.west||o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle=
"#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:a,one:l}=this.
roads;t.beginPath();for(let d=0;d<s.length;d++){let[f,m]=[s[d],a[d]];o[f]<e.west&&o[m]<e.west||o[f]>e.east&&o[m]>e.east||
r[f]<e.north&&r[m]<e.north||r[f]>e.south&&r[m]>e.south||(t.moveTo(e.left(o[f])/e.ratio,e.top(r[f])/e.ratio),t.lineTo(e.left(
o[m])/e.ratio,e.top(r[m])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function Md({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let a=0;a<t.length;a++)[r[a],s[a]]=ss(
[e[a],t[a]]);return{x:r,y:s,start:n,end:o}}function Tn(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let a of e)Xi(t,
a,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function zd(t,e){let n=E.filter(o=>o.border===t);return n.
length?n.some(o=>p.shown[o.number]):e>=bd[t]}var os=[];function Zi(){if(!mt.length)return;ot("gisplan-ground",380);let t=E.
filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.length?t[t.length-1].number:-1;ot(
"gisplan-lines",400+Math.max(e,0)),os.push(new vd({pane:"gisplan-ground"}).addTo(h)),os.push(new Sd({pane:"gisplan-lines"}).
addTo(h));let n=()=>{for(let o of os)o.draw()};M("context",n),M("layers",n)}function Qi(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Bo(t){return encodeURIComponent(t).replace(/~/g,"%7E")}function as(t){try{return decodeURIComponent(t)}catch{
return""}}function tl(t,e){return`#${new URLSearchParams({find:`${Bo(t)}~${Bo(e)}`})}`}function el(t,{keys:e,groups:n,years:o,
maps:r=[],columns:s={}}){let a=new URLSearchParams(t.replace(/^#/,"")),l=(T,L)=>{let O=(a.get(T)??"").split(",").map(I=>I?
Number(I):Number.NaN);return O.length===L&&O.every(Number.isFinite)?O:null},c={},d=l("map",3);if(d&&Math.abs(d[1])<=85&&
Math.abs(d[2])<=360&&d[0]>=0&&d[0]<=22&&(c.view=d),a.has("layers")){let T=a.get("layers").split(" ");c.shown=e.map(L=>T.
includes(L))}let f=l("opacity",n);f?.every(T=>T>=0&&T<=100)&&(c.opacity=f.map(T=>T/100)),["zh","en"].includes(a.get("lan\
g"))&&(c.lang=a.get("lang")),r.includes(a.get("on"))&&(c.map=r.indexOf(a.get("on")));let m=new Map;for(let T of a.getAll(
"only")){let[L,O,I]=T.split("~");!I||!Object.prototype.hasOwnProperty.call(s,L)||!O.startsWith("@")&&!s[L].includes(O)||
m.set(`${L}~${O}`,new Set(I.split("|").map(as)))}m.size&&(c.filter=m);let[g,w]=(a.get("find")??"").split("~").map(as);g&&
w&&(c.find={table:g,name:w});let[y,S]=(a.get("profile")??"").split("~").map(as);y&&/^\d{6}$/.test(S??"")&&(c.profile={table:y,
code:S}),a.has("sites")&&(c.more={sites:a.get("sites"),reach:a.get("reach")});let z=Number(a.get("year"));return c.year=
a.has("year")&&o.includes(z)?z:null,c}function nl({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:a,filter:l=new Map,
map:c=0,profile:d=null,more:f={}},m,g=[],w=[]){let y=new URLSearchParams;w.length&&y.set("on",w[c]);for(let[S,z]of l)y.append(
"only",`${S}~${[...z].map(Bo).join("|")}`);y.set("map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),y.set("layers",
m.filter((S,z)=>o[z]).join(" ")),r.some(S=>S!==1)&&y.set("opacity",r.map(S=>Math.round(100*S)).join(","));for(let[S,z]of Object.
entries(f))y.set(S,z);s!==null&&y.set("year",s),d&&y.set("profile",`${Bo(d.table)}~${d.code}`),y.set("lang",a);for(let[S,
z]of g)y.set(S,z);return`#${y.toString().replace(/%2C/g,",")}`}var Ed=/\s+(?:City|District|Province|County|(?:(?:\w+ )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,Td=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function ol(t,e){if(e==="en")return t.replace(Ed,"")||t;let n=t.replace(Td,(o,r)=>r==="区"?"":r);return n.length>1?n:t}function rl(t,e){let n=null,o=0;for(let r of t){let s=[];for(let a of[...r,null])if(a&&e.contains(a))s.push(a);else{let l=Ld(
s);l>o&&([n,o]=[$d(s,l),l]),s=[]}}return n}function Ld(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function $d(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var il=ot("gisplan-labels",590);il.classList.add("leaflet-zoom-hide");var ll=P("svg",{class:"leaders",width:1,height:1,"\
aria-hidden":"true"}),We=[],is={leader:4.4,seat:7.5,water:7},ls=[[0,0],[0,18],[0,-18]],Cd=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function Od(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function Ad(){return E.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:Od(t),name:W(t,e.rows[0]),size:Id(e)})))}function cl(t){return p.lang==="zh"?t[0]:t[1]||t[0]}function Pd(){
return mt.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:cl(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function Bd(){return Ao.map(({names:t,at:e})=>({
rank:"seat",name:cl(t),anchor:e}))}var sl=[2,1,3,"seat","water","around"];function Nd(){for(let t of We)t.element.remove();
We=[...Ad(),...Bd(),...Pd()].map(t=>({...t,element:i(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},ol(t.
name,p.lang))})),We.sort((t,e)=>sl.indexOf(t.rank)-sl.indexOf(e.rank)||(e.size??0)-(t.size??0)),il.append(ll,...We.map(t=>t.
element)),We.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),Gt()}function Id(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function Rd(){let t=h.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=h.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function Dd(){let t=[];return E.forEach(e=>{let n=e.places.
length<=Ee;e.geometry!=="point"||!p.shown[e.number]||!n||e.places.forEach(o=>{if(yt(e)&&!U(e,o).length)return;let r=h.latLngToLayerPoint(
o.point),s=q[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function Fd(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function al(t,e,[n,o]){let{width:r,height:s}=t,[a,l]=[e.x+n,e.y+o];return[a-r/2,l-s/2,a+r/2,l+s/2]}function Ud(t){
let e=h.getZoom();if(t.layer){if(!p.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,a=h.latLngToLayerPoint(
o.room.getNorthWest()),l=h.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-a.x>.8*r&&l.y-a.y>s,d=h.latLngToLayerPoint(o.
anchor);return h.getBounds().contains(o.anchor)?t.rank===2?{at:d,near:c?ls:[],far:e<is.leader?[]:Cd}:c?{at:d,near:ls,far:[]}:
null:null}if(t.rank==="seat"){if(e<is.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:h.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!At(t.context)||t.rank==="water"&&e<is.water)return null;let n=t.paths?
rl(t.paths,h.getBounds()):t.anchor;return n?{at:h.latLngToLayerPoint(n),near:ls,far:[]}:null}function Gt(){let t=h.getSize(),
e=h.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=f=>f[0]>=n[0]&&f[1]>=n[1]&&f[2]<=n[2]&&f[3]<=
n[3],r=Rd(),s=Dd(),a=[],l=new Set,c=[],d=(f,m)=>o(f)&&!m.some(g=>Fd(f,g));We.forEach(f=>{let{element:m}=f,g=m.textContent,
w=l.has(g)?null:Ud(f),y=null,S=!1;if(w){let z=[...a,...s,...r];y=w.near.map(T=>al(f,w.at,T)).find(T=>d(T,z)),y||(y=w.far.
map(T=>al(f,w.at,T)).find(T=>d(T,z)),S=!!y)}m.hidden=!y,y&&(l.add(g),a.push(y),S&&c.push(jd(w.at,y)),k.DomUtil.setPosition(
m,k.point(Math.round(y[0]),Math.round(y[1]))))}),ll.replaceChildren(...c)}function jd({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return P("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function ul(){M("la\
nguage",Nd);for(let t of["layers","context","filter"])M(t,Gt);h.on("moveend viewreset resize",Gt)}var ds={A3:"A3 landscape",A4:"A4 landscape"},ke=null,Ln="A3";function cs(t){for(let e of document.styleSheets){let n=[...e.
cssRules].findIndex(o=>o instanceof CSSPageRule);if(!(n<0)){e.deleteRule(n),e.insertRule(`@page { size: ${t}; margin: 12\
mm; }`,n);return}}}function _d(){return Rr(.02)?ho()??h.getBounds():h.getBounds()}function dl(){ke||document.body.classList.
contains("printing-list")||(ke={centre:h.getCenter(),zoom:h.getZoom(),bounds:_d()},dt(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,p.paper=!0,fl())}function fl(){
document.body.classList.toggle("paper-a4",Ln==="A4"),cs(ds[Ln]),h.invalidateSize({animate:!1,pan:!1}),h.fitBounds(ke.bounds,
{animate:!1,padding:[8,8]}),$("paper"),Ci(Gd()),Gt()}function us(){if(!ke)return;let{centre:t,zoom:e}=ke;ke=null,p.paper=
!1,document.documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById(
"sheet").hidden=!0,document.getElementById("sheet-more").hidden=!0,h.invalidateSize({animate:!1,pan:!1}),h.setView(t,e,{
animate:!1}),$("paper"),Gt()}function Gd(){let t=e=>i("label",{},i("input",{type:"radio",name:"paper-size",id:`paper-${e.
toLowerCase()}`,checked:e===Ln,onchange:()=>{Ln=e,fl(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);
return i("div.sheet-tools",{role:"group","aria-label":u("print")},Object.keys(ds).map(t),i("button.sheet-print",{type:"b\
utton",id:"paper-print",onclick:()=>window.print()},u("print")),i("button.sheet-back",{type:"button",onclick:us},u("back")))}
function pl(){dl(),document.getElementById("paper-print").focus()}function No(){return ke!==null}function ml(){let t=!1;
window.addEventListener("beforeprint",()=>{t=No(),p.profile?cs("A4 portrait"):dl()}),window.addEventListener("afterprint",
()=>{p.profile&&cs(ds[Ln]),t||us()}),document.addEventListener("keydown",e=>{e.key==="Escape"&&us()})}var ve={width:320,height:104,most:160};function hl(t,e,n){let o=e&&t.data.columns[e];return o&&Y(o)?Vd(t,e,n):t.legend.classes?
Hd(t):null}function Wd(t,e,n){return i("figure.chart",{},i("figcaption",{},t),e,i("p.chart-note",{"aria-hidden":"true"},
n||""))}function Vd(t,e,n){let r=t.data.columns[e],s=n.map(L=>({row:L,value:R(r.values,L)})).filter(L=>typeof L.value=="\
number").slice(0,ve.most);if(s.length<2)return null;let{width:a,height:l}=ve,c=s.map(L=>L.value),[d,f]=[Math.min(0,...c),
Math.max(0,...c)],m=L=>4+(l-8)*(f-L)/(f-d||1),g=a/s.length,w=g>4?Math.min(3,g*.2):0,y=s.map(({row:L,value:O},I)=>{let H=P(
"g",{class:"bar","data-row":L});return H.append(P("rect",{class:"hit",x:I*g,y:0,width:g,height:l}),P("rect",{class:"valu\
e",x:I*g+w/2,width:Math.max(.6,g-w),y:Math.min(m(0),m(O)),height:Math.max(1,Math.abs(m(O)-m(0))),fill:e===t.column?uo(t,
L):"#4d8296"})),H}),S=`${u("chart")}${u(r.title)}`,z=P("svg",{viewBox:`0 0 ${a} ${l}`,role:"img","aria-label":S,preserveAspectRatio:"\
none"},...y,P("line",{class:"zero",x1:0,x2:a,y1:m(0),y2:m(0)}));z.addEventListener("mouseover",L=>he(t,Ae(L))),z.addEventListener(
"mouseleave",()=>he(t,null)),z.addEventListener("click",L=>{let O=Ae(L);O!==null&&jt(t,O,!1,!1)});let T=s.length===ve.most&&
n.length>ve.most?i("span.count",{},` ${D("firstBars",ve.most)}`):null;return Wd([x(u(r.title)),r.unit?x(p.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?X():null,T],z)}function Hd(t){let e=fo(t),n=t.legend.classes.map((a,l)=>({
color:a.color,count:e.classes[l],text:u(a.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((a,l)=>a+l.count,0);if(!o)return null;let r=0,s=P("svg",{viewBox:`0 0 ${ve.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
a=>a.count).forEach(a=>{let l=ve.width*a.count/o;s.append(P("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:a.color,
class:"part"})),r+=l}),i("figure.chart",{},i("figcaption",{},x(u(t.legend.title)),t.legend.derived?X():null),s,i("ul.par\
ts",{},n.filter(a=>a.count).map(a=>i("li",{},i("span.dot",{style:{"--color":a.color}}),x(a.text),i("span.count",{},` ${D(
"rows",a.count)}`)))))}function gl(t,e,n){let o=t.data.columns[e];return n===null||!o||!Y(o)?[u("chartHint")]:[x(W(t,n),
"strong.datum")," ",st(o,G(t.data,e,n),t,e)]}var fs=new Set;function hs(t){return Array.from({length:t.data.count},(e,n)=>n)}var ps=new Map;function ms(t,e){let n=Kn(
t.table,e);if(!ps.has(n)){let o=new Map;for(let s of hs(t)){let a=e===ee?lr(t,s,re):String(R(t.data.columns[e].values,s)??
"");o.set(a,(o.get(a)??0)+1)}let r=o.size>1&&o.size<=fa&&o.size<t.data.count;ps.set(n,r?o:null)}return ps.get(n)}function qd(t){
let{columns:e}=t.data,n=t.popup.filter((o,r)=>r>0&&e[o]&&!Y(e[o])&&ms(t,o));return re.prefectures&&t.table!=="prefecture\
s"&&ms(t,ee)&&n.push(ee),n}function wl(t,e,n){if(n==="")return u("noValue");if(e===ee){let{prefectures:a}=re;return W(a,
a.data.search.code.indexOf(n))}let o=t.data.columns[e],r=hs(t).find(a=>String(R(o.values,a)??"")===n),s=p.lang==="en"&&o.
english?o.english:o.values;return Q(o,R(s,r),t,e)}function Kd(t,e){let n=Kn(t.table,e),o=on(n),r=e===ee?u("prefecture"):
u(t.data.columns[e].title),s=[...ms(t,e)].sort((c,d)=>d[1]-c[1]),a=o?[...o].map(c=>wl(t,e,c)).join("、"):"",l=a.length>
18?`${a.slice(0,17)}…`:a;return i(o?"details.chosen":"details",{open:fs.has(n),ontoggle:c=>{c.target.open?fs.add(n):fs.
delete(n)}},i("summary",{id:`chip-${n}`},x(r),l?`：${l}`:""),i("div.values-list",{role:"group","aria-label":r},s.map(([
c,d],f)=>i("label",{},i("input",{type:"checkbox",id:`chip-${n}-${f}`,checked:!!o?.has(c),onchange:()=>Xn(n,c)}),x(wl(t,e,
c)),i("span.count",{},String(d))))))}function yl(t){let e=qd(t),n=p.filter.size>0;if(!e.length&&!n)return null;let o=ne(
t).some(([s])=>s.includes(`~${Te}`)),r=hs(t).filter(s=>se(t,s)).length;return i("div.chips",{role:"group","aria-label":u(
"filter")},e.map(s=>Kd(t,s)),n?i("button.clear-filter",{type:"button",id:"filter-clear",onclick:pa},`${u(o?"clearClasses":
"clearFilter")} (${r}/${t.data.count}) ×`):null)}var Yd=["fill","fill-opacity","stroke","stroke-width","stroke-opacity","opacity"];function bl(t,e,n){let o=t.cloneNode(!0),
[r,s]=[[...t.querySelectorAll("*")],[...o.querySelectorAll("*")]];return r.forEach((a,l)=>{let c=getComputedStyle(a);for(let d of Yd)
s[l].setAttribute(d,c.getPropertyValue(d))}),o.setAttribute("xmlns","http://www.w3.org/2000/svg"),o.setAttribute("width",
e),o.setAttribute("height",n),o}function gs(t){return new XMLSerializer().serializeToString(t)}async function Xd(t,e,n){
let o=new Image;o.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(gs(t))}`,await o.decode();let r=document.createElement(
"canvas");[r.width,r.height]=[2*e,2*n];let s=r.getContext("2d");return s.fillStyle="#ffffff",s.fillRect(0,0,r.width,r.height),
s.drawImage(o,0,0,r.width,r.height),new Promise(a=>{r.toBlob(a,"image/png")})}async function ws(t,e,n,o){xt(t,"image/png",
await Xd(e,n,o))}function Jd(t,e,n){let o=getComputedStyle(t),r=P("text",{x:e.left+e.width/2,y:e.top+e.height/2,"text-an\
chor":"middle","dominant-baseline":"central","font-family":o.fontFamily,"font-size":n??o.fontSize,"font-weight":o.fontWeight,
fill:o.color,stroke:"#ffffff","stroke-width":3,"paint-order":"stroke"});return r.textContent=t.textContent,r}function xl(){
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
low","visible"),c.append(w)}else d.textContent.trim()&&f.width&&c.append(Jd(d,f))}r.append(c)}return{picture:r,width:e,height:n}}var Zd=new Uint32Array(256).map((t,e)=>{let n=e;for(let o=0;o<8;o++)n=n&1?3988292384^n>>>1:n>>>1;return n>>>0});function Qd(t){
let e=4294967295;for(let n of t)e=Zd[(e^n)&255]^e>>>8;return(e^4294967295)>>>0}function tf(t){let e=new TextEncoder,n=[],
o=[],r=0,s=(m,g)=>{let w=new DataView(new ArrayBuffer(4+g.reduce((S,[z])=>S+z,0)));w.setUint32(0,m,!0);let y=4;for(let[S,
z]of g)S===2?w.setUint16(y,z,!0):w.setUint32(y,z,!0),y+=S;return new Uint8Array(w.buffer)};for(let{name:m,text:g}of t){let[
w,y]=[e.encode(m),e.encode(g)],S=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Qd(y)],[4,y.length],[4,y.length],[2,w.length],[2,
0]],z=s(67324752,S),T=[[2,0],[2,0],[2,0],[4,0],[4,r]];o.push(s(33639248,[[2,20],...S,...T]),w),n.push(z,w,y),r+=z.length+
w.length+y.length}let a=o.reduce((m,g)=>m+g.length,0),l=s(101010256,[[2,0],[2,0],[2,t.length],[2,t.length],[4,a],[4,r],[
2,0]]),c=[...n,...o,l],d=new Uint8Array(c.reduce((m,g)=>m+g.length,0)),f=0;for(let m of c)d.set(m,f),f+=m.length;return d}
function Ml(t){return String(t).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"�").replace(/&/g,"&am\
p;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;")}function ef(t){return t==null||t===""?"<c/>":typeof t==
"number"&&Number.isFinite(t)?`<c><v>${t}</v></c>`:`<c t="inlineStr"><is><t xml:space="preserve">${Ml(t)}</t></is></c>`}var kl="\
http://schemas.openxmlformats.org/spreadsheetml/2006/main",ys="http://schemas.openxmlformats.org/package/2006",vl="http:\
//schemas.openxmlformats.org/officeDocument/2006/relationships",Sl="application/vnd.openxmlformats-officedocument.spread\
sheetml",$n=`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
`;function Io(t,e){let n=Ml(t.replace(/[[\]:*?/\\']/g," ").slice(0,31))||"1",o=e.map(s=>`<row>${s.map(ef).join("")}</row\
>`).join(""),r=(s,a,l)=>`<Relationship Id="${s}" Type="${vl}/${a}" Target="${l}"/>`;return tf([{name:"[Content_Types].xm\
l",text:`${$n}<Types xmlns="${ys}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-p\
ackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"\
 ContentType="${Sl}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${Sl}.worksheet+xml"/><\
/Types>`},{name:"_rels/.rels",text:`${$n}<Relationships xmlns="${ys}/relationships">${r("rId1","officeDocument","xl/work\
book.xml")}</Relationships>`},{name:"xl/workbook.xml",text:`${$n}<workbook xmlns="${kl}" xmlns:r="${vl}"><sheets><sheet \
name="${n}" sheetId="1" r:id="rId1"/></sheets></workbook>`},{name:"xl/_rels/workbook.xml.rels",text:`${$n}<Relationships\
 xmlns="${ys}/relationships">${r("rId1","worksheet","worksheets/sheet1.xml")}</Relationships>`},{name:"xl/worksheets/she\
et1.xml",text:`${$n}<worksheet xmlns="${kl}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLe\
ftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${o}</sheetData></worksheet>`}])}
function bs(t,e){let n=o=>{if(o==null)return"";if(typeof o=="number")return String(o);let r=/^[=+\-@\t\r]/.test(o)?`'${o}`:
String(o);return r.includes(e)||/["\r\n]/.test(r)?`"${r.replace(/"/g,'""')}"`:r};return t.map(o=>o.map(n).join(e)).join(
`\r
`)}function nf(t,e,n){let o=e.map(s=>{let a=t.data.columns[s];return u(a.title)+(a.unit?` (${u(a.unit)})`:"")}),r=n.map(s=>e.
map(a=>{let l=t.data.columns[a],c=G(t.data,a,s);return c==null?null:Y(l)||l.year?c:Q(l,c,t,a)}));return[o,...r]}function zl(){
let t=document.querySelector("#figures .chart svg");return t?bl(t,640,208):null}function El(t,e,n){let o=c=>`${an(b.name,
u(t.title))}.${c}`,r=()=>nf(t,e,n),s=async()=>{let c=bs(r(),"	");try{await navigator.clipboard.writeText(c)}catch{let d=i(
"textarea",{value:c,"aria-hidden":"true"});document.body.append(d),d.select(),document.execCommand("copy"),d.remove()}at(
u("copied"))},a=(c,d,f)=>i("button",{type:"button",id:`take-${c}`,onclick:f},d),l=document.querySelector.bind(document);
return i("details.takeout",{},i("summary",{id:"take-out"},u("takeOut")),i("div.row",{},a("copy",u("copyTable"),s),a("csv",
"CSV",()=>xt(o("csv"),"text/csv",`\uFEFF${bs(r(),",")}\r
`)),a("xlsx","XLSX",()=>xt(o("xlsx"),"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",Io(u(t.title),r()))),
a("chart-svg",u("chartSvg"),()=>{l("#figures .chart svg")&&xt(o("svg"),"image/svg+xml",gs(zl()))}),a("chart-png",u("char\
tPng"),()=>{l("#figures .chart svg")&&ws(o("png"),zl(),640,208)}),a("map-png",u("mapPng"),()=>{let{picture:c,width:d,height:f}=xl();
ws(`${an(b.name,u("map"))}.png`,c,d,f)})))}var Wt=document.getElementById("figures"),Do=document.getElementById("figures-toggle"),B={open:!1,wide:!1,picked:null,sort:null,
down:!0,most:200,rows:[],hidden:new Map},of=26;function vs(){let t=E.filter(r=>p.shown[r.number]&&r.geometry!=="raster"),
e=t.find(r=>r.number===B.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="o\
utline");return o[o.length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function $l(){let t=vs();
return!t||t.data.count<=5e3}function Ss(t){let e=B.hidden.get(t.table),n=Cl(t);return e?n.filter((o,r)=>r===0||!e.has(o)):
n}function rf(t){let e=B.hidden.get(t.table)??new Set;return i("details.columns",{open:B.choosing,ontoggle:n=>{B.choosing=
n.target.open}},i("summary",{id:"figures-columns"},u("columns")),i("div.values-list",{role:"group","aria-label":u("colum\
ns")},Cl(t).slice(1).map((n,o)=>i("label",{},i("input",{type:"checkbox",id:`column-${o}`,checked:!e.has(n),onchange:()=>{
e.delete(n)||e.add(n),B.hidden.set(t.table,e),Pt()}}),x(u(t.data.columns[n].title))))))}var sf=/%|‰|率|\/|per |km$|千米$|人\/|户均/;
function af(t,e){let n=e.map((o,r)=>{let s=t.data.columns[o];if(r===0||!Y(s)||!s.unit||sf.test(`${s.unit.zh} ${s.title.zh}`))
return null;let a=B.rows.map(l=>G(t.data,o,l)).filter(l=>typeof l=="number");return a.length?{sum:a.reduce((l,c)=>l+c,0),
missing:B.rows.length-a.length}:null});return n.every(o=>o===null)?null:i("tfoot",{},i("tr",{},e.map((o,r)=>r===0?i("th",
{scope:"row"},u("total")):i("td.number",{},n[r]?Z(n[r].sum,t.data.columns[e[r]],p.lang):"",n[r]?.missing?i("span.unit",{},
D("unknown",n[r].missing)):null))))}function xs(t){B.wide=t,document.body.classList.toggle("figures-wide",t),Pt()}function Cl(t){
let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&It(e,r)).filter((r,s)=>s===
0||r===t.column||!Array.from({length:n}).some((a,l)=>{let c=G(t.data,r,l);return typeof c=="string"&&!It(e[r].words,c)&&
(c.length>of||c.includes(`
`))}))}function lf(t,e,n){let o=t.data,r=new Intl.Collator(p.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(d,f)=>f).filter(d=>se(t,d));if(!e)return s;let a=o.columns[e],l=new Map(s.map(d=>{let f=G(o,e,d);return f==null?
[d,null]:[d,typeof f=="number"?f:Q(a,f,t,e)]})),c=n?-1:1;return s.sort((d,f)=>{let[m,g]=[l.get(d),l.get(f)];if(m===null||
g===null)return(m===null)-(g===null)||d-f;let w=typeof m=="number"&&typeof g=="number"?m-g:r.compare(m,g);return c*w||d-
f})}function cf(t){if(p.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=p.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function uf(){return xe().headlines.length?i("dl.headlines",{},xe().
headlines.map(t=>cf(b.headlines[t])).map(t=>i("div",{title:u("credits")+t.sources.map(u).join("; ")},i("dt",{},x(u(t.title))),
i("dd",{},t.before&&t.value!==null?x(`${u(t.before)} `):null,i("strong",{title:df(t)},Tl(t)),t.unit&&t.value!==null?x(ar(
Tl(t),t)):null,t.of!==null?i("span.of",{},D("ofAll",t.of)):null,t.derived?X():null,p.year!==null&&!t.years?i("span.note",
{},u("everyYearAlike")):null,t.missing?i("span.note",{},D("unknown",t.missing)):null,t.point&&t.value!==null?x(`${u(t.point)}\
 ${Ro(t,t.value)}`,"span.note"):null,t.worth?x(u(t.worth),"span.note"):null)))):null}function Tl(t){if(t.value===null)return"\
—";if(!t.point)return Ro(t,t.value);let[e,n]=[Ro(t,t.low),Ro(t,t.high)];return e===n?e:`${e}–${n}`}function Ro(t,e){
return Z(e,t,p.lang)}function df(t){return t.value===null||t.point?null:te(t,t.value)}function ff(t,e){let n=t.data.columns[e];
B.down=B.sort===e?!B.down:Y(n),B.sort=e,Pt(),document.getElementById(`sort-${Ss(t).indexOf(e)}`).focus()}function pf(t,e,n){
let o=t.data.columns[e],r=B.sort===e;return i(Y(o)?"th.number":"th",{scope:"col","aria-sort":r?B.down?"descending":"asce\
nding":"none"},i("button",{type:"button",id:`sort-${n}`,onclick:()=>ff(t,e)},x(u(o.title)),i("span.arrow",{"aria-hidden":"\
true"},r?B.down?"▼":"▲":"")),o.unit?i("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?X():null)}function Ll(t,e,n){
B.wide&&xs(!1),jt(t,e,!1,n)}function mf(t,e,n){let o=t.data,r=i("tr",{"data-row":String(n),onclick:s=>{s.target.closest(
"button")||Ll(t,n,!1)}});return e.forEach((s,a)=>{let l=o.columns[s],c=Q(l,G(o,s,n),t,s);if(a===0){r.append(i("th",{scope:"\
row"},i("button",{type:"button",dir:"auto",onclick:d=>Ll(t,n,d.detail===0)},c)));return}r.append(i(Y(l)?"td.number":"td",
{dir:Y(l)?null:"auto",title:te(l,G(o,s,n))},s===t.column&&t.style.kind!=="outline"?i("span.dot",{style:{"--color":uo(t,n)}}):
null,c))}),r}function hf(t){let e=E.filter(n=>p.shown[n.number]&&n.geometry!=="raster").reverse();return i("label.pick",
{},i("span",{},u("tableOf")),i("select",{id:"figures-layer",onchange:n=>{Object.assign(B,{picked:Number(n.target.value),
sort:null,most:200}),Pt()}},e.map(n=>i("option",{value:String(n.number),selected:n===t},u(n.title)))))}function gf(t){let e=Ss(
t),n=B.rows.slice(0,B.most),o=i("table",{onmouseover:r=>he(t,Ae(r)),onmouseleave:()=>he(t,null),onfocusin:r=>he(t,Ae(r))},
i("caption",{},x(u(t.title)),i("span.count",{},` ${D("tableRows",B.rows.length)}`)),i("thead",{},i("tr",{},e.map((r,s)=>pf(
t,r,s)))),i("tbody",{},n.map(r=>mf(t,e,r))),af(t,e));return[B.rows.length?null:i("p.hint",{},u("nothingDue")),i("div.tab\
le",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<B.rows.length?i("button.more",{type:"button",id:"figu\
res-more",onclick:()=>{B.most+=500,Pt()}},u("more")):null]}function Pt(){if(Do.replaceChildren(u("figures")),Wt.setAttribute(
"aria-label",u("figuresTitle")),!B.open)return;let t=Wt.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=Wt,n=vs(),o=[i("div.figures-head",{},i("h2",{},u("figuresTitle")),i("button.wide",{type:"button",id:"figur\
es-wide","aria-pressed":String(B.wide),onclick:()=>xs(!B.wide)},u(B.wide?"narrowTable":"wideTable")),i("button.close",{type:"\
button",id:"figures-close","aria-label":u("close"),onclick:()=>{B.wide&&xs(!1),Vt(!1),Do.focus()}},"×")),uf()];if(n){let r=Ss(
n);if(!r.includes(B.sort)){let s=n.column&&r.includes(n.column)?n.column:r[0];B.sort=s||null,B.down=!!(s&&Y(n.data.columns[s]))}
B.rows=lf(n,B.sort,B.down),o.push(hf(n),yl(n),i("div.table-tools",{},rf(n),El(n,r,B.rows)),hl(n,B.sort,B.rows),gf(n))}else
o.push(i("p.hint",{},u("nothingShown")));Wt.replaceChildren(...o.flat(1/0).filter(Boolean)),Wt.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),ks(!1)}function ks(t){if(!B.open)return;let e=vs();if(!e)return;let n=p.chosen&&p.
chosen.layer.table===e.table?p.chosen:null,o=hn.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;Wt.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let d=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",d),l.tagName==="TR"&&l.setAttribute("aria-selected",String(d)),t&&
d&&l.tagName==="TR"&&wf(l)});let s=Wt.querySelector(".chart-note"),a=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...gl(e,B.sort,a))}function wf(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function Vt(t){Re(()=>{B.open=t,t&&$("opened","fig\
ures"),Wt.hidden=!t,document.body.classList.toggle("figures-open",t),Do.setAttribute("aria-expanded",String(t)),Pt()})}function Ol(){
Do.addEventListener("click",()=>Vt(!B.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&j.matches&&B.open&&
Vt(!1)}),M("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&j.matches)&&B.open&&Vt(!1)}),M("language",Pt),M("lay\
ers",Pt);for(let t of["year","filter","map"])M(t,Pt);M("hover",()=>ks(!1));for(let t of["chosen","docked"])M(t,()=>ks(!0))}function Cn(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function Ms({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Cn);return{code:n||"",zh:Cn(t??""),en:Cn(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Cn),initials:r.map(s=>s.slice(0,1)).join("")}}function yf(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var bf=3;function Al({entry:t,fit:e}){
return t.unit&&e<=bf?0:1}function Pl(t,e,n){let o=Cn(e);return o?t.map(r=>({entry:r,fit:yf(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Al(r)-Al(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var Es=document.getElementById("search"),xf=12,zs=null,K=[],ft=-1;function kf(){let t=[],e=new Set,n=r=>E.some(s=>s.table===
r&&p.shown[s.number]);Object.keys(b.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=b.tables[r],{search:a}=s,l=a.name?s.
columns[a.name]:null;for(let c=0;c<s.count;c++){let d=l?R(l.values,c):null,f=l?.english?R(l.english,c):null,m=a.code?a.code[c]:
null,g=m?`${m} ${d}`:null;if(d===null&&f===null&&m===null||g&&e.has(g))continue;g&&e.add(g);let w=a.pinyin?R(a.pinyin,c):
null,y=m!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:y,...Ms({zh:d,en:f,code:m,pinyin:w})})}});for(let r of b.
elsewhere??[])r.zh.forEach((s,a)=>{let l=r.en?.[a]??null;if(s===null&&l===null)return;let c=r.pinyin[a];t.push({elsewhere:r,
row:a,...Ms({zh:s,en:l,code:null,pinyin:c})})});return t}function Bl(t){return zs=zs||kf(),Pl(zs,t,xf)}function Nl(t){let e=E.
filter(n=>n.table===t);return e.filter(n=>p.shown[n.number]).pop()||e.find(_e)||e[0]}function Il(t,e){let n=Object.prototype.
hasOwnProperty.call(b.tables,t)&&b.tables[t];if(!n)return;let{search:o,count:r}=n,s=o.name?n.columns[o.name]:null,a=Array.
from({length:r},(l,c)=>c).find(l=>o.code?.[l]===e||s&&R(s.values,l)===e);a!==void 0&&Ts({table:t,row:a})}function Ts(t){
if(t.elsewhere){let{map:n,table:o,zh:r,en:s}=t.elsewhere,a=r[t.row]??s[t.row];window.location.href=`${n}${b.ending}${tl(
o,a)}&lang=${p.lang}`;return}let e=Nl(t.table);vf(),Ii(e),p.year!==null&&!ur(e,t.row)&&St(null),jt(e,t.row,!0,!0),j.matches&&
Vt(!1)}function vf(){K=[],ft=-1,On()}function Sf(t){if(t.elsewhere){let{zh:s,en:a,title:l,layer:c}=t.elsewhere,d=[s[t.row],
a?.[t.row]??null].filter(f=>f!==null);return p.lang==="en"&&d.reverse(),[x(d[0],"strong.datum"),d[1]?x(d[1],"span.other"):
null,i("span.of",{},x(u(c)),` · ${u("onMap")} `,x(u(l)))]}let e=Nl(t.table),n=b.tables[t.table],o=n.search.name?n.columns[n.
search.name]:null,r=o?.english?R(p.lang==="zh"?o.english:o.values,t.row):null;return[x(W(e,t.row),"strong.datum"),r?x(r,
"span.other"):null,i("span.of",{},t.code?`${t.code} · `:"",x(u(e.title)),_e(e)?null:[` · ${u("onMap")} `,x(Ge(e))])]}function On(){
let t=document.getElementById("search-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===
e;t.replaceChildren(...K.map((r,s)=>i("li",{id:`found-${s}`,role:"option","aria-selected":String(s===ft),onmousedown:a=>{
a.preventDefault(),Ts(r)}},Sf(r))));let o=document.getElementById("search-none");o.hidden=K.length>0||!n||ft===-2,o.textContent=
u("nothingFound"),t.hidden=!K.length,e.setAttribute("aria-expanded",String(K.length>0)),ft>=0?(e.setAttribute("aria-acti\
vedescendant",`found-${ft}`),document.getElementById(`found-${ft}`).scrollIntoView({block:"nearest"})):e.removeAttribute(
"aria-activedescendant")}function Mf(t){K=Bl(t.target.value),ft=K.length?0:-1,On(),t.target.value.trim()&&at(K.length?D(
"found",K.length):u("nothingFound"))}function zf(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&K.length?(t.preventDefault(),
ft=(ft+e+K.length)%K.length,On()):t.key==="Escape"&&(t.stopPropagation(),K.length||(t.target.value=""),K=[],ft=-2,On())}
function Ef(){let t=document.getElementById("search-input");Es.setAttribute("aria-label",u("search")),Es.replaceChildren(
i("div.field",{},le("search"),i("input",{id:"search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"ar\
ia-label":`${u("search")}: ${u("searchHint")}`,"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"\
false",spellcheck:!1,value:t?t.value:"",oninput:Mf,onkeydown:zf,onblur:()=>{ft=-2,K=[],On()}})),i("ul",{id:"search-list",
role:"listbox","aria-label":u("search"),hidden:!0}),i("p",{id:"search-none",hidden:!0}))}function Rl(){Es.addEventListener(
"submit",t=>{t.preventDefault();let e=document.getElementById("search-input");K.length||(K=Bl(e.value)),K.length&&Ts(K[Math.
max(0,ft)])}),document.addEventListener("keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||
(t.preventDefault(),document.getElementById("search-input").focus())}),M("language",Ef)}var Se={last:"",timer:0,ready:!1},Ul=Qi(E),$s=[];function jl(t){$s.push(t)}var _l=(b.maps??[]).map(t=>t.name);function Gl(){
return el(window.location.hash,{keys:Ul,groups:b.groups.length,years:rt,maps:_l,columns:Object.fromEntries(Object.entries(
b.tables).map(([t,e])=>[t,Object.keys(e.columns??{})]))})}function Wl(){let{lat:t,lng:e}=h.getCenter(),n=$s.flatMap(o=>o.
write());return nl({zoom:h.getZoom(),lat:t,lng:e},p,Ul,n,_l)}function Dl(t){if(t.map!==void 0&&Lo(t.map),t.filter||p.filter.
size){p.filter.clear();for(let[n,o]of t.filter??[])p.filter.set(n,o);$("filter")}t.shown&&E.forEach((n,o)=>{p.shown[o]!==
t.shown[o]&&tt(n,t.shown[o])}),t.opacity?.forEach((n,o)=>{qn(o,n)}),St(t.year);let e=new URLSearchParams(window.location.
hash.replace(/^#/,""));for(let n of $s)n.follow(e);t.view&&h.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),t.more&&
$("linked",t.more),t.profile&&$("profile",t.profile),t.find&&Il(t.find.table,t.find.name),Se.ready=!0}function Fl(){!Se.
ready||No()||(clearTimeout(Se.timer),Se.timer=setTimeout(()=>{if(!No()){Se.last=Wl();try{window.history.replaceState(null,
"",Se.last)}catch{}}},120))}async function Vl(){let t=window.location.href.split("#")[0]+Wl(),e=!1;try{await navigator.clipboard.
writeText(t),e=!0}catch{e=!1}vt(()=>[i("h2",{id:"about-title"},u("linkTitle")),i("p.lead",{},e?u("copied"):""," ",u("lin\
kHint")),i("input",{id:"link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),
document.getElementById("link-text").focus()}var Ls=Gl();function Hl(){Ls.lang&&(p.lang=Ls.lang)}function ql(){Dl(Ls),window.
addEventListener("hashchange",()=>{if(window.location.hash===Se.last)return;let e=Gl();e.lang&&e.lang!==p.lang&&(p.lang=
e.lang,$("language")),Dl(e)}),h.on("moveend",Fl);let t=["language","layers","year","view","tasks","filter","map"];for(let e of t)
M(e,Fl)}var Tf=k.Control.extend({onAdd(){return this.box=i("details.attribution",{open:!j.matches}),k.DomEvent.disableClickPropagation(
this.box),M("language",()=>this.write()),this.box},write(){let t=new Map;for(let r of Object.values(b.tables).flatMap(s=>s.
sources)){let s=u(r.title);t.get(s)||t.set(s,r.link?r.url:null)}for(let r of b.headlines.flatMap(s=>s.sources.map(u)))t.
has(r)||t.set(r,null);for(let r of[...b.context?.layers??[]].reverse())for(let s of r.sources)t.has(u(s))||t.set(u(s),null);
let e=[[u(b.attribution),null],b.basemap?[u(b.basemap.attribution),null]:["",null],...t].filter(([r])=>r),n=i(b.review?"\
span.review":"span.review.unset",{},u("review"),b.review?x(b.review):u("noReview")),o=i("div.credits",{tabIndex:0},i("sp\
an",{},u("credits")));e.forEach(([r,s],a)=>{o.append(a?"; ":"",s?Oe(s,r):x(r))}),this.box.replaceChildren(i("summary",{},
n),o)}}),Lf=k.Control.extend({onAdd(){let t=(e,n,o)=>i("button",{type:"button","data-say":e,onclick:o},n);return this.box=
i("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>h.zoomIn()),t("zoomOut","−",()=>h.zoomOut()),t("home",le("home"),un)),k.
DomEvent.disableClickPropagation(this.box),M("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("b\
utton").forEach(t=>{t.title=u(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function $f(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>at(u("full")))}var Cf=[["measure",()=>Mo(
!p.measuring)],["compare",()=>Oo(!Vi())],["full",$f],["link",Vl],["print",pl]],Of=k.Control.extend({onAdd(){let t=Cf.filter(
([e])=>e!=="full"||document.fullscreenEnabled);return this.box=i("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>i("butto\
n",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e==="measure"||e==="compare"?"false":null},le(e)))),k.DomEvent.
disableClickPropagation(this.box),M("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(
t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});function Kl(){let t=new Tf({position:"\
bottomright"}).addTo(h);return new Lf({position:j.matches?"bottomright":"topright"}).addTo(h),new Of({position:"topright"}).
addTo(h),k.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(h),document.addEventListener("fullscree\
nchange",()=>h.invalidateSize({animate:!1})),t.box}var Jl=ot("gisplan-counts",588);Jl.classList.add("leaflet-zoom-hide");var An=16;function Af(t,e){let[n,o]=[t/2+e*.5,An/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-An/2-e-2],[0,An/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function Yl(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function Xl(){let t=E.filter(r=>r.geometry==="point"&&p.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:h.latLngToLayerPoint(s.point),count:U(r,s).length,radius:q[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:a,own:l})=>{let c=String(s),d=8+7*c.length,f=Af(d,a).map(([y,S])=>[r.x+y-d/2,r.y+S-An/2,r.x+y+d/2,r.y+S+An/2]),m=f.
filter(y=>n.every(S=>Yl(y,S))),g=m.find(y=>e.every((S,z)=>z===l||Yl(y,S)))||m[0]||f[0];n.push(g);let w=i("span.mark-coun\
t",{"aria-hidden":"true"},c);return w.style.width=`${d}px`,k.DomUtil.setPosition(w,k.point(Math.round(g[0]),Math.round(g[1]))),
w});Jl.replaceChildren(...o)}function Zl(){h.on("zoomend viewreset resize",Xl);let t=["language","layers","year","kept",
"filter","paper"];for(let e of t)M(e,Xl)}var Ql="#7a0177",Pf={wgs84:"datumWgs84",cgcs2000:"datumCgcs2000",gcj02:"datumGcj02",bd09:"datumBd09"},Bf=2e7,J={name:"",
content:null,datum:"wgs84",result:null,fault:null},Ht=null;function Nf(t){let e=t.trim(),n=new Map;for(let a of E)a.geometry!==
"polygon"||!a.data.search.code||a.data.search.code.forEach((l,c)=>{let d=a.data.columns[a.data.search.name],f=[d?.values,
d?.english].filter(Boolean).map(w=>Array.isArray(w)?w[c]:w.words[w.of===0?0:w.of[c]]).filter(Boolean),m=f.filter(w=>w.length>
2).map(w=>w.slice(0,-1)),g=f.some(w=>e.length>w.length&&e.endsWith(w));(l===e||f.includes(e)||m.includes(e)||g)&&a.places[c]?.
anchor&&n.set(l,a.places[c].anchor)});let o=[...n.keys()].sort();if(o.length!==1)return null;let[r,s]=n.get(o[0]);return{
lon:s,lat:r}}var If=(t,e)=>{let[n,o,r,s]=b.bounds;return t>=n-5&&t<=r+5&&e>=o-5&&e<=s+5};function tc(){let{content:t}=J;
t&&(J.result=t.features?io(t.features,J.datum):ao(t.rows,J.datum,{readCoordinate:e=>Yt(e,If),unitOf:Nf}),Df())}function Rf(t){
let e=i("dl.values");for(let[n,o]of Object.entries(t.cells)){let r=typeof o=="object"?JSON.stringify(o):String(o);e.append(
i("dt",{},x(n)),i("dd",{dir:"auto"},r))}return i("div.identify",{},x(J.name,"span.kicker"),x(t.name,"strong.datum"),e,i(
"p.precision",{},u("position"),u(t.exact?"ownGiven":"ownUnit")))}function Df(){Ht.clearLayers();let{taken:t,shapes:e=[]}=J.
result;for(let o of e)k.geoJSON(o,{pane:"gisplan-own",interactive:!1,style:{color:Ql,weight:2,fillOpacity:.12}}).addTo(Ht);
for(let o of t){let r=fe(o.exact?"site":"county",Ql),s=parseFloat(r.style.getPropertyValue("--size")),a=k.marker([o.lat,
o.lon],{pane:"gisplan-own",keyboard:!0,icon:k.divIcon({html:r,className:"mark-icon own-icon",iconSize:[s,s]})}).addTo(Ht),
l=c=>ge(a.getLatLng(),()=>Rf(o),c);a.on("click",()=>l(!1)),a.on("keypress",c=>{c.originalEvent.key==="Enter"&&l(!0)}),a.
getElement().setAttribute("aria-label",o.name)}let n=Ht.getLayers().length?k.featureGroup(Ht.getLayers()).getBounds():null;
n?.isValid()&&h.fitBounds(n,{padding:[40,40],maxZoom:11,animate:!1})}async function ec(t,e){Object.assign(J,{name:t,content:null,
result:null,fault:null}),Ht.clearLayers();try{if(e.length>Bf)throw new Error("large");J.content=await lo(e),tc(),at(D("o\
wnTaken",J.result.taken.length))}catch(n){J.fault=n.message==="large"?"ownLarge":"ownUnread"}Fo()}async function nc(t){t&&
await ec(t.name,new Uint8Array(await t.arrayBuffer()))}function Ff(){if(J.fault)return i("p.fault",{role:"alert"},u(J.fault));
if(!J.result)return null;let{taken:t,refused:e,shapes:n=[]}=J.result;return[i("h3",{},x(J.name)),i("p",{id:"own-taken"},
D("ownTaken",t.length),n.length?` ${D("ownShapes",n.length)}`:"",e.length?` ${D("ownRefused",e.length)}`:""),e.length?i(
"ul.plain",{id:"own-refused"},e.slice(0,200).map(({row:o,why:r})=>i("li",{},D("ownRow",o),u(r)))):null,i("div.row",{},b.
evaluate&&t.length?i("button",{type:"button",id:"own-candidates",onclick:()=>{document.getElementById("about").close(),$(
"bring",t)}},u("ownCandidates")):null,i("button",{type:"button",id:"own-clear",onclick:()=>{Ht.clearLayers(),Object.assign(
J,{name:"",content:null,result:null,fault:null}),Fo()}},u("ownClear")))]}function Uf(){return[i("h2",{id:"about-title"},
u("own")),i("p.lead",{},u("ownHint")),i("label.field",{},u("ownDatum")," ",i("select",{id:"own-datum",onchange:t=>{J.datum=
t.target.value,tc(),Fo()}},ja.map(t=>i("option",{value:t,selected:t===J.datum},u(Pf[t])))))," ",i("label.load",{},u("own\
File"),i("input",{id:"own-file",type:"file",accept:".csv,.txt,.tsv,.xlsx,.geojson,.json,.kml",onchange:t=>nc(t.target.files[0])})),
i("textarea",{id:"own-text",rows:4,placeholder:u("ownPaste"),"aria-label":u("ownPaste")}),i("button",{type:"button",id:"\
own-take",onclick:()=>{let{value:t}=document.getElementById("own-text");t.trim()&&ec(u("ownPasted"),new TextEncoder().encode(
t))}},u("ownTake")),i("div.own-result",{},Ff())]}function Fo(){vt(Uf)}function oc(){h.createPane("gisplan-own").style.zIndex=
587,Ht=k.layerGroup().addTo(h);let t=i("button",{type:"button",id:"own-open","aria-haspopup":"dialog",onclick:Fo});document.
getElementById("about-open").before(t),M("language",()=>{t.replaceChildren(i("span.long",{},u("own")),i("span.short",{},
u("ownShort")))});for(let e of["dragover","drop"])document.addEventListener(e,n=>{n.dataTransfer?.types.includes("Files")&&
(n.preventDefault(),e==="drop"&&nc(n.dataTransfer.files[0]))})}function jf(t){let e=[u(t.publisher),t.date].filter(Boolean),n=i("li",{},x(u(t.title)));for(let o of e)n.append(" · ",x(
o));return t.url&&n.append(" · ",t.link?Oe(t.url,t.url):x(t.url)),t.note&&n.append(i("span.note",{dir:"auto"},u(t.note))),
n}function _f(t){let e=Object.values(t.columns).filter(s=>s.meaning),n=i("dl.values"),o=(s,...a)=>n.append(i("dt",{},u(s)),
i("dd",{},...a));u(t.vintage)&&o("vintage",x(u(t.vintage))),t.sources.length&&o("source",i("ul.plain",{},t.sources.map(jf))),
u(t.licence)&&o("licence",x(u(t.licence))),e.length&&o("meaning",i("ul.plain",{},e.map(s=>i("li",{},x(u(s.title),"strong\
.datum"),s.derived?X():null," ",x(u(s.meaning))))));let r=b.maps?[...new Set(E.filter(s=>s.data===t).map(Ge))]:[];return r.
length&&o("maps",r.map((s,a)=>[a?"；":"",x(s)])),i("section",{},i("h3",{dir:"auto"},u(t.title)),i("p",{dir:"auto"},u(t.
description)),n)}function rc(){return[i("h2",{id:"about-title"},u("about")),i("p.lead",{dir:"auto"},u(b.description)),Object.
values(b.tables).map(_f),i("p.software",{},u("software"))]}var ac=document.getElementById("about-open"),Uo=document.getElementById("language");function sc(){document.documentElement.
lang=p.lang==="zh"?"zh-CN":"en";let t=xe();document.title=b.maps?`${u(t.title)} · ${u(b.title)}`:u(b.title);for(let e of[
"title","description"]){let n=document.getElementById(e);n.textContent=u(t[e]),n.title=u(t[e])}ac.replaceChildren(...no(
"about")),Uo.replaceChildren(u("language")),Uo.setAttribute("aria-label",u("languageHint")),Uo.lang=p.lang==="zh"?"en":"\
zh-CN",h.getContainer().setAttribute("role","main"),h.getContainer().setAttribute("aria-label",u("map"))}function ic(){ac.
addEventListener("click",()=>vt(rc)),Uo.addEventListener("click",()=>{p.lang=p.lang==="zh"?"en":"zh",$("language")}),M("\
language",sc),M("map",sc)}function Gf(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?i("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):P("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},P("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function lc(){return mt.length?i("fieldset.context",{},i("legend",{},u("context")),[...mt].reverse().
map(t=>{let e=`context-${t.name}`;return i("div.layer",{},i("div.layer-head",{},i("input",{type:"checkbox",id:e,checked:At(
t),onchange:n=>Yi(t,n.target.checked)}),i("label",{for:e,dir:"auto"},x(u(t.title))),Gf(t)))})):null}var Cs=document.getElementById("panel"),Os=document.getElementById("panel-toggle");function Wf(t,e){return i("input",{type:"\
checkbox",id:e,checked:p.shown[t.number],onchange:n=>tt(t,n.target.checked)})}function Vf(t,e){return i("input",{type:"r\
adio",name:"theme",id:e,checked:p.shown[t.number],title:u("oneTheme"),onclick:()=>tt(t,!p.shown[t.number])})}function Hf(t){
let e=`layer-${t.number}`,n=i("div.layer",{},i("div.layer-head",{},Dt(t)?Vf(t,e):Wf(t,e),i("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?De(t.style):null)),o=ko(t);return o.children.length&&(o.hidden=!p.shown[t.number],n.append(
o)),n}function qf(t,e){return i("label.opacity",{title:u("opacity")},i("span",{"aria-hidden":"true"},u("opacityShort")),
i("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),i("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*p.opacity[e]),oninput:n=>qn(e,n.target.valueAsNumber/100)}))}function cc(){let t=document.activeElement?.
id;Cs.setAttribute("aria-label",u("layers")),Cs.replaceChildren(...xe().groups.map(e=>[b.groups[e],e]).map(([e,n])=>i("f\
ieldset",{style:{"--group":p.opacity[n]}},i("legend",{dir:"auto"},u(e.title)),qf(e,n),[...e.layers].reverse().map(o=>Hf(
E[o])))).reverse(),lc()??""),Os.replaceChildren(...no("layers")),t&&Cs.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(
t).focus()}function Pn(t){document.body.classList.toggle("panel-open",t),Os.setAttribute("aria-expanded",String(t)),t&&$(
"opened","panel"),h.invalidateSize({animate:!1})}function Kf(){for(let t of E){let e=document.getElementById(`legend-${t.
number}`);e&&(e.hidden=!p.shown[t.number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=p.shown[t.number])}}
function Yf(){p.opacity.forEach((t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest(
"fieldset").style.setProperty("--group",t))})}function uc(){Os.addEventListener("click",()=>Pn(!document.body.classList.
contains("panel-open"))),document.addEventListener("keydown",t=>{t.key==="Escape"&&j.matches&&Pn(!1)}),M("opened",t=>{t!==
"panel"&&j.matches&&Pn(!1)}),M("language",cc);for(let t of["year","kept","filter","map"])M(t,cc);M("layers",Kf),M("view",
Yf)}var _o=document.getElementById("profile"),As=40;function Xf(t,e,n){let o=i("dl.values");for(let{name:r,column:s,value:a}of gn(
t,n))o.append(i("dt",{},x(u(s.title)),s.derived?X():null),i("dd",{dir:"auto"},st(s,a,e,r)));return o}function Jf(t,e){Bs(),
jt(t,e,!0,!1)}function Zf({layer:t,rows:e}){let n=t.popup.filter(s=>t.data.columns[s]).slice(0,5),o=s=>i("th",{scope:"co\
l"},u(t.data.columns[s].title)),r=s=>i("tr",{},n.map((a,l)=>{let c=t.data.columns[a],d=gn(t.data,s,[a])[0]?.value??null,
f=Q(c,d,t,a);return l?i("td",{dir:"auto"},f):i("th",{scope:"row"},i("button",{type:"button",dir:"auto",onclick:()=>Jf(t,
s)},f))}));return i("table",{},i("thead",{},i("tr",{},n.map(o))),i("tbody",{},e.slice(0,As).map(r)))}function dc(t){return i(
"p.units",{},t.map(({layer:e,row:n},o)=>[o?"、":"",i("button",{type:"button",onclick:()=>fc(e.table,e.data.search.code[n])},
W(e,n))]))}function jo(t,...e){return i("section",{},i("h3",{},t),e)}function Qf(t){let e=t.flatMap(n=>n.sources.map(o=>[
u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · ")));return[...new Set(e)].join("；")}function tp({table:t,
code:e}){let n=ni(t,e);if(!n)return null;let{layer:o,row:r}=n,a=E.filter((f,m)=>f.data.search.code&&E.findIndex(g=>g.table===
f.table)===m).map(f=>({layer:f,row:f.data.search.code.indexOf(e)})).filter(f=>f.row>=0&&gn(f.layer.data,f.row).length),l=oi(
o,r),c=ri(e),d=si(o,r);return[i("div.profile-head",{},i("h2",{id:"profile-title"},x(W(o,r))," ",i("small",{},e)),i("div.\
row",{},i("button",{type:"button",id:"profile-print",onclick:()=>window.print()},u("printA4")),i("button",{type:"button",
id:"profile-save",onclick:()=>ep(a)},"XLSX"),i("button.close",{type:"button",id:"profile-close","aria-label":u("close"),
onclick:Bs},"×"))),a.map(f=>jo(x(u(f.layer.data.title)),Xf(f.layer.data,f.layer,f.row))),l.map(f=>jo([x(u(f.layer.data.
title)),i("span.count",{},` ${D("items",f.rows.length)}`)],f.rows.length?Zf(f):null,f.rows.length>As?i("p.note",{},D("fi\
rstBars",As)):null,f.vague?i("p.note",{},D("vague",f.vague)):null)),c.length?jo(u("units"),dc(c)):null,d.length?jo(u("ne\
ighbours"),dc(d)):null,i("p.note",{},u("credits"),Qf([...a,...l].map(f=>f.layer.data)))]}function ep(t){let e=[[u("sourc\
e"),u("item"),u("value"),u("unit"),u("derived")]];for(let{layer:r,row:s}of t)for(let{name:a,column:l,value:c}of gn(r.data,
s))e.push([u(r.data.title),u(l.title),Y(l)?c:Q(l,c,r,a),l.unit?u(l.unit):"",u(l.derived?"yes":"no")]);let n=W(t[0].layer,
t[0].row);xt(`${an(n)}.xlsx`,"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",Io(n,e))}function Ps(){
let t=p.profile&&tp(p.profile);if(_o.hidden=!t,document.body.classList.toggle("profile-open",!!t),!t){p.profile=null;return}
_o.setAttribute("aria-labelledby","profile-title"),_o.replaceChildren(...i("div",{},t).childNodes)}function fc(t,e){p.profile=
{table:t,code:e},Ps(),_o.scrollTop=0,document.getElementById("profile-close")?.focus(),$("view")}function Bs(){p.profile&&
(p.profile=null,Ps(),$("view"))}function pc(){M("language",Ps),M("profile",({table:t,code:e})=>fc(t,e)),document.addEventListener(
"keydown",t=>{t.key==="Escape"&&p.profile&&Bs()})}var Bn={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},mc={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function A(t){return u(Bn[t])}function Me(t,e){let n=Qt(e);return u({zh:mc[t].zh(
n),en:mc[t].en(n)})}function Go(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function hc(t){return u({zh:`${t} ${Bn.dueBy.zh}`,en:`${Bn.dueBy.
en}${t}`})}function gc(t){return u({zh:`${Bn.asOf.zh}：${t}`,en:`${Bn.asOf.en} ${t}`})}var Ve=["met","partly","short","undecided","awaiting"],ht="overdue",Nn="aims",np=["target","milestone"],op=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],In=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function wc(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return op.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Ns(t,e){let n=wc(e);if(!n)return[];let o=t.
map(s=>s.names.map(wc)),r=s=>o.map((a,l)=>a.some(s)?l:-1).filter(a=>a>=0);for(let s of[a=>a===n,a=>a===`省${n}`,a=>n.length>
1&&a.includes(n)]){let a=r(s);if(a.length)return a}return[]}function yc(t,e){let n=R(t,e);return n?n.split(" ").map(Number):
[]}function bc({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,a=(c,d)=>r[c]?R(r[c].values,d):null,l=(c,d)=>r[c]?
[a(c,d),r[c].english?R(r[c].english,d):null]:[];return Array.from({length:s},(c,d)=>({row:d,item:a("item",d),kind:a("kin\
d",d),state:a("state",d),year:a("year",d),due:a("due",d),lead:yc(e,d),cooperate:yc(n,d),regions:new Map((R(o,d)||"").split(
" ").filter(Boolean).map(f=>f.split(":")).map(([f,m])=>[Number(f),m])),words:[...l("name",d),a("clause",d),a("item",d),a(
"text_zh",d)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function Wo(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function Is(t){return np.
includes(t.kind)}function rp(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Ns(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(d=>c.some(f=>d[f].some(m=>l.has(m))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===Nn?Is(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let a=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);a.push(c=>c.regions.has(l))}return t.mark&&o&&a.push(l=>o.has(l.row)),{found:r,here:a}}function Rs(t,e,n){
let{found:o,here:r}=rp(e,n),s=d=>!e.states.length||e.states.includes(d.state)||e.states.includes(ht)&&Wo(d,n.day),a=d=>t.
filter(f=>d.every(m=>m(f))),l=a([...o,...r]),c=e.due?Rs(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:a(
[...o,s]),list:sp(l.filter(s))}}function sp(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function Vo(t,e){
let n=Object.fromEntries([...Ve,ht].map(o=>[o,0]));for(let o of t)n[o.state]++,Wo(o,e)&&n[ht]++;return n}function xc(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(a=>a.year===o+s)}))}var ap=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function Ds(t){return ap.test(t)}function kc(t,{regions:e,kinds:n,years:o,rows:r}){let s=(a,l)=>{let c=t.get(a)??"";return l(
c)?c:""};return{...In,unit:(t.get("unit")??"").slice(0,80),role:s("role",a=>["lead","cooperate"].includes(a)),region:s("\
region",a=>e.some(l=>l.code===a)),due:s("due",a=>a==="none"||o.map(String).includes(a)),kind:s("kind",a=>a===Nn||n.includes(
a)),states:(t.get("state")??"").split(" ").filter(a=>[...Ve,ht].includes(a)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",a=>{let[l,c,...d]=a.split(".");return!d.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",Ds)}}function Fs(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var He=b.tasks,Mt=He?bc(He):[],gt=He?.table,Rn=He?.units??[],wt=He?.regions??[],Us=Object.assign(Object.create(null),He?.
rows),qe=Object.keys(Us),js=[...new Set(Mt.map(t=>t.year))].filter(Boolean).sort(),_s=[...new Set(Mt.map(t=>t.kind))],C={
open:!1,asked:In,found:null,chosen:null};function Ho(t,e){let n=Us[t]?R(Us[t],e):"";return n?n.split(" ").map(Number):[]}
function zt(){return C.asked.asOf||Be()}function Dn(t){let[e,n]=t.split("."),o=$t[e]?.[Number(n)];return o?{name:e,place:o}:
null}function qt(t){C.asked={...C.asked,...t};let e=C.asked.mark?Dn(C.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(
o=>Ho(e.name,o)));C.found=Rs(Mt,C.asked,{units:Rn,regions:wt,marked:n,day:zt()}),$("tasks")}var ip={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},Sc=60,lp=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],Ke=Sc;
function Fn(t){return i(`span.sign.state-${t}`,{"aria-hidden":"true"},ip[t])}function Ye(t,e){return Q(gt.columns[t],e)}
function Et(t){if(t.state===ht)return A("overdue");let e=Wo(t,zt())?`${u({zh:"，",en:", "})}${A("overdue")}`:"";return Ye(
"state",t.state)+e}function V(t,e){return gt.columns[t]?G(gt,t,e):null}function Gs(t){let e=V("form",t.row),n=Ye("kind",
t.kind);return e?`${n} · ${Ye("form",e)}`:n}function cp(t){let e=[...t.regions].filter(([,n])=>n==="place");return Go((e.
length?e:[...t.regions]).map(([n])=>u(wt[n])),4)}function vc(t){let e=V("value",t);if(e==null)return null;let n=V("measu\
re_unit",t)??"";return`${st(gt.columns.value,e)} ${n}`.trim()}function up(t,e){let n=i("dl.values"),o=(s,...a)=>{n.append(
i("dt.wide",{},x(s)),i("dd.wide",{dir:"auto"},...a))},r=V("text_zh",t.row);r&&o(u(gt.columns.text_zh.title),i("blockquot\
e",{lang:"zh-CN"},r));for(let s of lp){let a=V(s,t.row);if(s==="lead"&&!a&&o(u(gt.columns.lead.title),A("noLead")),s==="\
evidence"&&vc(t.row)&&o(A("known"),vc(t.row)),a==null)continue;let l=st(gt.columns[s],a);o(u(gt.columns[s].title),s==="u\
rl"?Oe(a,a):l)}return t.regions.size&&o(A("about"),cp(t)),[n,e?i("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
A("onMap")):i("p.hint",{},A("noPlace"))]}function dp(t,{open:e,place:n}){let o=C.chosen===t.row,r=`task-${t.row}`,s=V("l\
ead",t.row);return i(o?"li.task.opened":"li.task",{"data-item":t.item},i("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},Fn(t.state),i("span.what",{},x(V("name",t.
row),"span.heading"),i("span.facts",{},i("strong",{},Et(t)),` · ${Gs(t)} · `,x(V("clause",t.row)),s?[" · ",x(s)]:null))),
o?i("div.details",{id:`${r}-details`},up(t,n(t))):null)}function Mc(t,e){if(!t.length)return[i("p.hint",{},A("nothing"))];
let n=t.findIndex(a=>a.row===C.chosen);n>=Ke&&(Ke=n+1);let o=[],r,s;for(let a of t.slice(0,Ke)){if(a.year!==r||!s){r=a.year;
let l=t.filter(c=>c.year===r);s=i("ul.tasks"),o.push(i("h3",{},r?hc(r):A("undated"),i("span.count",{},` ${Me("tasks",l.length)}`)),
s)}s.append(dp(a,e))}return t.length>Ke&&o.push(i("button.more",{type:"button",id:"tasks-more",onclick:()=>{Ke+=200,e.again()}},
u("more"))),o}function zc(){Ke=Sc}var Ec={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},Xe=k.
layerGroup();function Tc(t){return t.geometry==="polygon"?t.data.search.code:null}function Lc(t){for(let e of E){let n=Tc(
e)?.indexOf(t)??-1,o=n<0?null:nt(e,n);if(o)return{layer:e,place:o}}return null}function $c(t){let e=qe.map(n=>E.find(o=>o.
table===n)).sort((n,o)=>Number(p.shown[o.number])-Number(p.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,a)=>a).filter(s=>Ho(n.table,s).includes(t.row)).map(s=>nt(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>Lc(wt[n].code)).filter(Boolean)}function Cc({
layer:t,place:e}){return e.point?k.circleMarker(e.point,{...Ec,radius:q[e.precision]+6}).addTo(Xe):k.polygon(e.parts,Ec).
addTo(Xe),t}function Je(t){if(Xe.clearLayers(),!t)return!1;let e=$c(t);return e.forEach(Cc),e.length>0}function Oc(t){let e=$c(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!p.shown[n.number]&&tt(n,!0),Je(t),dn(o,!1)}:null}
function Ac(t){Xe.clearLayers();let e=t?Lc(t):null;e&&(Cc(e),dn(e.place,!1))}function fp({layer:t,place:e,row:n}){if(qe.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=Tc(t)?.[n];if(!o)return null;let r=a=>wt.
some(l=>l.code===a);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function pp(){let t=!C.open||!C.found,e=new Set(
t?[]:C.found.anyPlace.map(o=>o.row)),n=!1;for(let o of qe){let r=E.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,d)=>d).filter(c=>Ho(o,c).some(d=>e.has(d))),a=t||s.length===r[0].data.count?void 0:new Set(s),l=p.kept[o];mp(l,
a)||(p.kept[o]=a,r.forEach(kn),n=!0)}n&&$("kept")}function mp(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function Pc(){Xe.addTo(h),M("tasks",pp),M("chosen",()=>{let t=p.chosen&&fp(p.chosen);t&&(Xe.clearLayers(),
qt(t))})}var qo=null;function hp(t){return[[V("said_by",t.row),V("said_on",t.row)].filter(Boolean).join(" "),V("evidence",t.row),
t.state==="awaiting"?null:V("reason",t.row),V("note",t.row),V("found",t.row)].filter(Boolean).join(`
`)}function gp(t){let e=V("asked",t.row),n=V("text_zh",t.row);return[x(V("name",t.row)+(e?` · ${e}`:"")),n?i("blockquot\
e",{lang:"zh-CN"},n):null]}function wp(t){return i("table",{},i("thead",{},i("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>i("th",{scope:"col"},A(n))))),i("tbody",{},t.map(n=>i("tr",{},i("td",{},x(V("clause",n.row))),
i("td",{},n.year?String(n.year):""),i("td",{},Gs(n)),i("td",{},gp(n)),i("td",{},x(V("lead",n.row)??"—")),i("td",{},Et(
n)),i("td.basis",{dir:"auto"},hp(n))))))}function yp(t,e){Ko();let n=b.tables[Object.keys(b.tables)[0]]?u(b.attribution):
"";qo=i("section",{id:"tasks-sheet"},i("h1",{},A("title")),i("p",{},e),i("p",{},`${Me("tasks",t.length)} · ${gc(zt())}`),
wp(t),i("p.foot",{},`${u(b.title)} · ${u("printed")}${Be()} · ${n}`),i("button.sheet-back",{type:"button",onclick:Ko},
A("back"))),document.body.classList.add("printing-list"),document.body.append(qo)}function Ko(){qo?.remove(),qo=null,document.
body.classList.remove("printing-list")}function Bc(t,e){yp(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function Nc(){window.addEventListener("afterprint",Ko),document.addEventListener("keydown",t=>{t.key==="Escape"&&
Ko()})}var Bt=0;function Ic(t,e){let n=xc(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Bt=Math.min(Bt,o.length-1);let r=o.
findIndex(c=>c.row===C.chosen);r>=0&&(Bt=r);let s=[],a=c=>{let d=G(gt,"name",c.row),f=`${c.year} · ${d} · ${Et(c)}`,m=i(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Bt?0:-1,title:f,"aria-label":f,
"aria-current":c.row===C.chosen?"true":null,onclick:()=>e(c.row)},Fn(c.state));return s.push(m),m},l=c=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],f=c.key==="Home"?0:c.key==="End"?s.length-1:d&&Bt+d;f===void 0||!s[f]||(c.preventDefault(),
s[Bt].tabIndex=-1,Bt=f,s[Bt].tabIndex=0,s[Bt].focus())};return i("section.moments",{},i("h3",{id:"timeline-title"},A("ti\
meline")),i("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:d})=>i(d.length?"div.of-year":"div.of-year.none",{},i("div.dots",{},d.map(a)),i("span.year",{},String(
c))))),i("p.hint",{id:"timeline-hint"},A("timelineHint")),i("details",{},i("summary",{},A("timelineData")),i("div.scroll",
{tabIndex:0,role:"region","aria-label":A("timelineData")},bp(n))))}function bp(t){let e=[...Ve,ht],n=(o,r)=>{let s=Vo(r,
zt());return i("tr",{},i("th",{scope:"row"},o),i("td",{},String(r.length)),e.map(a=>i("td",{},String(s[a]))))};return i(
"table",{id:"timeline-table"},i("caption.unseen",{},A("timeline")),i("thead",{},i("tr",{},i("th",{scope:"col"},A("year")),
i("th",{scope:"col"},A("sum")),e.map(o=>i("th",{scope:"col"},x(Et({state:o})))))),i("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(A("sum"),t.flatMap(o=>o.tasks))))}var Xo=i("aside",{id:"tasks",hidden:!0}),Ws=i("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),Ze=i("div.results"),Vs=i(
"div.tasks-body",{},Ws,Ze),Jo=i("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>Un(!C.open)});function Un(t){Re(()=>{C.open=t,t&&$("opened","tasks"),Xo.hidden=!t,document.body.classList.toggle(
"tasks-open",t),Jo.setAttribute("aria-expanded",String(t)),t||Je(null),qt({})})}function Nt(t){zc(),qt(t)}function ze(t,e,n){
return i("div.field",{},i("label",{for:`tasks-${t}`},A(t)),e,n??null)}function Yo(t,e,n){let o=C.asked[t];return i("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>i("option",{value:r,selected:r===o},s)))}function xp(){
let t=Rn.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[i("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:C.asked.unit,placeholder:A("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>Nt({unit:e.target.value}),"\
data-list":"tasks-units"}),i("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>i("option",{value:e})))]}function kp(){
let t=[["",A("all")]];return wt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of wt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function Hs(){let t=Ws.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>Nt({[r]:s}),[n,o]=xp();n.setAttribute("list","tasks-units"),Ws.replaceChildren(ze("unit",n,i("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,ze("role",Yo("role",[["",A("anyRole")],["lead",A("lead")],["cooperate",A("cooperate")]],
e("role"))),ze("region",Yo("region",kp(),r=>{Nt({region:r,mark:""}),Ac(r)})),ze("due",Yo("due",[["",A("all")],...js.map(
r=>[String(r),String(r)]),["none",A("noYear")]],e("due"))),ze("kind",Yo("kind",[["",A("all")],[Nn,A("aims")],..._s.map(r=>[
r,Ye("kind",r)])],e("kind"))),ze("words",i("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:C.
asked.words,oninput:r=>Nt({words:r.target.value})})),ze("asOf",i("input",{id:"tasks-asOf",type:"date",value:zt(),onchange:r=>Nt(
{asOf:Ds(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Dc(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=C.asked,n=Ns(Rn,e),o=a=>{let l=a.now&&u(a.now)!==u(a),c=u({zh:"（",en:" ("}),
d=u({zh:"）",en:")"});return u(a)+(l?c+A("now")+u(a.now)+d:"")},r=n.map(a=>o(Rn[a])),s=n.length&&!Mt.some(a=>vp(a,n));t.
textContent=e.trim()?n.length?(s?A("unnamed"):"")+Go(r,4):A("noUnit"):""}function vp(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function Sp(){let t=Vo(C.found.anyState,zt()),e=C.asked.states;return i("div.states",{role:"\
group","aria-label":A("state")},[...Ve,ht].map(n=>i(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>Nt({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===ht?null:Fn(n),
i("span",{},Et({state:n}))," ",i("strong",{},String(t[n])))))}function Mp(){let{list:t}=C.found,e=t.filter(Is).length;return i(
"p.sum",{role:"status",id:"tasks-sum"},i("strong",{},Me("tasks",t.length)),e&&e<t.length?i("span.count",{},` ${Me("aims",
e)}`):null)}function zp(){let t=C.asked.mark&&Dn(C.asked.mark);if(!t)return null;let e=E.find(n=>n.table===t.name);return i(
"p.marked",{},A("marked"),x(oe(e,t.place)),i("button",{type:"button",id:"tasks-unmark","aria-label":A("unmark"),onclick:()=>Nt(
{mark:""})},"×"))}function Ep(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:a}=C.asked,l=C.asked.mark&&Dn(C.
asked.mark);return[t.trim(),e&&A(e),n&&u(wt.find(d=>d.code===n)),l&&oe(E.find(d=>d.table===l.name),l.place),o&&(o==="non\
e"?A("noYear"):o),r&&(r===Nn?A("aims"):Ye("kind",r)),...s.map(d=>Et({state:d})),a.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||A("all")}function Tp(){let t=Fs(C.asked).length>0;return i("div.tools",{},i("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{C.chosen=null,Je(null),Nt(In),Hs(),Dc(),document.getElementById("tasks-unit").focus()}},
A("clear")),i("button",{type:"button",id:"tasks-print",onclick:()=>Bc(C.found.list,Ep())},A("print")))}function Rc(t){C.
chosen=C.chosen===t?null:t;let e=C.chosen===null?null:Mt[t];Je(e),e&&!C.found.list.includes(e)?qt({states:[],due:""}):$(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),at(`${V("name",t)}, ${Et(e)}`))}function qs(){if(!C.open)return;let t=Ze.contains(document.activeElement)?
document.activeElement.id:null,e=Ze.querySelector("details")?.open??!1,{scrollTop:n}=Vs,o={open:Rc,place:Oc,again:qs},r=[
zp(),Sp(),Mp(),Tp(),Ic(C.found.anyYear,Rc),...Mc(C.found.list,o)];Ze.replaceChildren(...r.filter(Boolean)),e&&Ze.querySelector(
"details")&&(Ze.querySelector("details").open=!0),Vs.scrollTop=n,t&&document.getElementById(t)?.focus(),Dc()}function Lp(){
let t=document.getElementById("tasks-region");t&&t.value!==C.asked.region&&(t.value=C.asked.region)}function $p(){Jo.replaceChildren(
A("tasks")),Xo.setAttribute("aria-label",A("title")),Xo.replaceChildren(i("div.tasks-top",{},i("h2",{},A("title")),i("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{Un(!1),Jo.focus()}},"×")),Vs),Hs(),qs()}
function Cp(t){let n=kc(t,{regions:wt,kinds:_s,years:js,rows:qe});n.mark&&!Dn(n.mark)&&(n.mark="");let o=t.get("item"),r=Mt.
find(a=>a.item===o);C.asked=n,C.chosen=r?r.row:null;let s=t.has("tasks");Hs(),s!==C.open?Un(s):qt({}),Je(s?r:null)}function Op(){
if(!C.open)return[];let t=C.chosen===null?[]:[["item",Mt[C.chosen].item]];return[["tasks","1"],...Fs(C.asked),...t]}function Fc(){
Mt.length&&(document.getElementById("tools").prepend(Jo),document.getElementById("panel").after(Xo),C.found=null,Pc(),Nc(),
qt({}),jl({write:Op,follow:Cp}),window.gisplanTasks={view:C,tasks:Mt,ask:Nt},M("language",$p),M("tasks",()=>{Lp(),qs()}),
M("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&j.matches)&&C.open&&Un(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&j.matches&&C.open&&Un(!1)}))}function Uc(...t){sa(b),Hl(),b.basemap&&zi(b.basemap),ul(),ei(),ci(),xi(),Li(Kl()),Object.assign(re,{prefectures:E.find(
e=>e.table==="prefectures"&&e.data.search.code),inPolygon:(e,[n,o])=>Rt(e,k.latLng(n,o))}),Ri(),uc(),Ol(),Rl(),bi(),Hi(),
oc(),pc(),ml(),Wa(),ic(),Mi(),Zi(),da(),Zl(),Fc();for(let e of t)e(b);$("language"),Pn(!j.matches),Vt(window.matchMedia(
"(min-width: 1180px)").matches&&$l()),un(),ql(),Gt(),window.gisplan={map:h,data:b,state:p,layers:E,places:$t,setYear:St,
geodesicLength:pt,geodesicArea:Gn}}Uc(Bi);
})();
