// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 9bc1565d3d1c44db134809f9a4042ff9030ab50f4ceed7922a9d0d50b30253e2
// bundle 9f7895618ea6c5e1e2fbb025cc16ae1016922887110bf135e4bfecfeef27491b esbuild 0.28.2
(async()=>{"use strict";
var no="东经|西经|北纬|南纬|经度|纬度|[NSEW]",kr=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,oi=new RegExp(`(${no})?\\s*[:：=]?\\s*${kr}`,"gi"),
ri=new RegExp(`()${kr}(?:\\s*(${no}))?`,"gi"),si={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},ai=new Set(["西经","南纬","W","S"]);function ii(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${no})`,"i").test(e),r=e.replace(o?oi:ri,(s,i,l,c,d,p)=>{let h=(i||(typeof p=="s\
tring"?p:"")).toUpperCase(),g=/^[−-]/.test(l)?-1:1,y=Math.abs(parseFloat(l.replace("−","-"))),x=g*(y+(c?c/60:0)+(d?d/
3600:0)),E=(c===void 0||c<60)&&(d===void 0||d<60);return n.push({value:ai.has(h)?-x:x,axis:si[h]||null,short:E})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function rn(t,e){let n=ii(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,i=o.axis==="lat"||r.axis==="lon",l=(g,y)=>Math.abs(g)<=180&&Math.abs(y)<=90,c=i?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let d=c.findIndex(([g,y])=>l(g,y)&&e(g,y));if(d<0)return{fault:c.
some(([g,y])=>l(g,y))?"tooFar":"outOfRange"};let[p,h]=c[d].map(kt);return{lon:p,lat:h,note:d===1?"swapped":null}}function kt(t){
return Math.round(t*1e6)/1e6}var br=new Int8Array(128),xr="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<xr.length;t++)
br[xr.charCodeAt(t)]=t;function Nt(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=br[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function xt(t,{decimals:e,origin:n}){let o=10**-e,r=Nt(t),s=[],[i,
l]=n;for(let c=0;c<r.length;c+=2)i+=r[c],l+=r[c+1],s.push([l*o,i*o]);return s}function sn(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function U(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function an(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,l]=t[r],[c,d]=t[s];i>e!=c>e&&n<(d-l)*(e-i)/(c-i)+l&&(o=!o)}return o}var Q=.0033528106647474805,Dt=6378137*(1-Q),ro=6335439,so=1e-4,R=Math.PI/180;function ao(t,e){return((e-t+540)%360+360)%
360-180}function Ee(t,e){let n=Q*(2-Q),o=Math.sin(e*R),r=Math.cos(e*R),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*R),s*r*Math.sin(t*R),s*(1-n)*o]}function vr(t){let e=t*(40680631590769-Dt*Dt)/(Dt*Dt);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function Lr(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function Mr(t){return Q/16*t*(4+Q*(4-3*t))}function nt(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-Q)*
Math.tan(e*R)),s=Math.atan((1-Q)*Math.tan(o*R)),[i,l,c,d]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],p=ao(t,n)*R,
h=p;for(let g=0;g<100;g++){let y=Math.sin(h),x=Math.cos(h),E=Math.hypot(d*y,l*c-i*d*x);if(E===0)return 0;let $=i*c+l*d*x,
T=Math.atan2(E,$),A=l*d*y/E,B=1-A*A,I=B>1e-15?$-2*i*c/B:0,j=Mr(B),Y=h;if(h=p+(1-j)*Q*A*(T+j*E*(I+j*$*(2*I*I-1))),Math.abs(
h-Y)<1e-13){let[wt,Rt]=vr(B);return Dt*wt*(T-Lr(Rt,E,$,I))}}return NaN}function Ft(t,e,n,o){let r=n*R,s=(1-Q)*Math.tan(e*
R),i=1/Math.sqrt(1+s*s),l=s*i,c=Math.atan2(s,Math.cos(r)),d=i*Math.sin(r),p=1-d*d,[h,g]=vr(p),y=o/(Dt*h);for(let Y=0,wt=1/0;Y<
100&&Math.abs(y-wt)>1e-13;Y++)wt=y,y=o/(Dt*h)+Lr(g,Math.sin(y),Math.cos(y),Math.cos(2*c+y));let[x,E,$]=[Math.sin(y),Math.
cos(y),Math.cos(2*c+y)],T=l*x-i*E*Math.cos(r),A=Math.atan2(l*E+i*x*Math.cos(r),(1-Q)*Math.hypot(d,T)),B=Math.atan2(x*Math.
sin(r),i*E-l*x*Math.cos(r)),I=Mr(p),j=B-(1-I)*Q*d*(y+I*x*($+I*E*(2*$*$-1)));return[A/R,t+j/R]}function li(t,e,n,o,r){let[
s,i]=[Ee(t,e),Ee(n,o)],[l,c,d]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],[p,h]=[Math.sin(t*R),Math.cos(t*R)],[g,y]=[Math.sin(e*R),
Math.cos(e*R)],x=-p*l+h*c,E=-g*h*l-g*p*c+y*d,$=Math.atan2(x,E)/R;for(let T=0;T<4;T++){let[A,B]=Ft(t,e,$,r),I=ao(B,n)*Math.
cos(o*R)*R*6378137,j=(o-A)*R*6378137,[Y,wt]=Ft(t,e,$,r*.999),Rt=Math.atan2((B-wt)*Math.cos(o*R),A-Y),Me=I*Math.cos(Rt)-j*
Math.sin(Rt),ni=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));$+=Me/ni/R}return $}function ze([t,e],[n,o],r,s){let i=nt(
e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(l===1||!i||!Number.isFinite(i))return[[n,o]];let c=li(e,t,o,n,i);
return[...Array.from({length:l-1},(p,h)=>Ft(e,t,c,i*(h+1)/l)),[n,o]]}function oo(t){let e=Math.sqrt(Q*(2-Q)),n=Math.sin(
t*R);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function ln(t){let e=0,n=oo(t[0][0]);return t.forEach((o,r)=>{let[s,
i]=o;ze(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=ao(i,c)*R*(oo(s)-n+oo(l)-n)/2,[s,i]=[l,c]})}),Math.abs(e)*6378137*
6378137/2}function io(t){return t.slice(1).reduce((e,[n,o],r)=>e+nt(t[r][1],t[r][0],o,n),0)}function zr({at:t,decimals:e,count:n}){let o=10**e,r=Nt(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
i=0,l=0;for(let c=0;c<n;c++)i+=r[2*c],l+=r[2*c+1],s.lon[c]=i/o,s.lat[c]=l/o,s.xyz.push(Ee(s.lon[c],s.lat[c]));return s}function ci(t){
let e=zr(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function ui(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function Er(t,e,n,o){let r=Ee(
e,n),s=o/11e4,i=[];for(let l=ui(t,n-s);l<t.count;l++){let c=t.order[l];if(t.lat[c]>n+s)break;let d=t.xyz[c],p=Math.hypot(
d[0]-r[0],d[1]-r[1],d[2]-r[2]);if(p>o+so)continue;(2*ro*Math.asin(Math.min(1,p/(2*ro)))+so<=o||nt(t.lon[c],t.lat[c],e,n)<=
o)&&i.push(c)}return i}function Sr(t,e){let n=ci(t.demand),o={...zr(t.sites),names:t.sites.names},r=d=>d.reduce((p,h)=>p+
n.amounts[h],0);function s(d,p){let h=null;for(let g=0;g<o.count;g++){let y=nt(d,p,o.lon[g],o.lat[g]);(!h||y<h.metres)&&
(h={at:g,metres:y})}return h}let i=new Map;function l(d){if(!i.has(d)){let p=new Uint8Array(n.count);for(let h=0;h<o.count;h++)
for(let g of Er(n,o.lon[h],o.lat[h],d))p[g]=1;i.set(d,p)}return i.get(d)}function c(d,p){let h=l(p),g=new Uint16Array(n.
count),y=d.map(({lon:B,lat:I})=>{let j=Er(n,B,I,p);for(let Y of j)g[Y]+=1;return j}),x=d.map(({lon:B,lat:I},j)=>{let Y=y[j].
filter(Me=>!h[Me]),wt=r(y[j]),Rt=r(Y);return{reached:wt,gained:Rt,overlap:wt-Rt,only:r(Y.filter(Me=>g[Me]===1)),nearest:s(
B,I),county:e(t.counties,B,I),region:e(t.regions,B,I)}}),E=()=>({total:0,before:0,after:0}),$=t.codes.map(E),T=E(),A=[];
for(let B=0;B<n.count;B++){let I=n.amounts[B],j=h[B]||g[B];j&&!h[B]&&A.push(B);for(let Y of[T,$[n.region[B]]])Y&&(Y.total+=
I,h[B]&&(Y.before+=I),j&&(Y.after+=I))}return{each:x,whole:T,regions:$,gained:A}}return{demand:n,sites:o,evaluate:c}}async function di(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var lo=document.getElementById("gisplan-data"),w=JSON.parse(lo.dataset.packed?await di(lo.textContent):lo.textContent);function ae(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function J(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+ae(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,s]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=ae(r)+(s?`.${s}`:"");return i==="0"?i:e+i}function Se(t,e){
return e>0?`${(t/e*100).toFixed(2)} %`:"—"}function co(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${J(Number(
(t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function cn(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(
2)} km`:"—"}function Tr(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[J(Number((t/n).toFixed(2))),e]}var f={lang:"zh",context:{},shown:[],opacity:[],year:null,chosen:null,kept:{},measuring:!1,paper:!1,place:null},$r={language:[],
layers:[],context:[],year:[],hover:[],chosen:[],view:[],opened:[],candidates:[],picked:[],docked:[],paper:[],tasks:[],kept:[]};
function L(t,e){$r[t].push(e)}function O(t,e){for(let n of $r[t])n(e)}function Ar(t){f.lang=t.lang,f.shown=t.layers.map(
e=>e.show),f.opacity=t.groups.map(()=>1)}var pi={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},fi={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
mi={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} of unknown year, shown i\
n every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1}\
 more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{
zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{
zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t}\
 cells`}};function u(t){let e=typeof t=="string"?pi[t]??fi[t]:t;return e?e[f.lang]:""}function H(t,e){return mi[t][f.lang](
ae(e))}function Cr(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[f.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[c,d]of Object.entries(l))s.style.setProperty(c,d);else
i.startsWith("on")?s.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,l):s[i]=l;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function k(t,e){return a(e||"span.datum",{dir:"auto"},t)}function un(t){
return[a("span.long",{},u(t)),a("span.short",{},u(`${t}Short`))]}function dt(t){document.getElementById("spoken").textContent=
t}function C(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var hi={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function _t(t){return C("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
C("path",{d:hi[t]}))}function dn(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?a("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):k(e)}function q(){return a("span.derived",{title:u("derivedHint")},u("derived"))}function ie(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}function Ut(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function pt(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&Ut(n.words,o)?n.words[o]:{},t.words].find(i=>Ut(i,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):J(e):e}function tt(t,e,n,o){let r=pt(t,e,n,o);return e==null||
!t.unit?r:`${r} ${u(t.unit)}`}function bt(t){return(t.type==="integer"||t.type==="number")&&!t.year}var b=window.L;function Or(t){let e=t.arcs?t.arcs.split(" ").map(n=>xt(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?xt(n.at,t):[],s=n.anchor?xt(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=U(n.precision,l),c;if(c.
parts=n.shapes[l].map(d=>d.map(p=>sn(e,p))),c.bounds=b.latLngBounds(c.parts.flatMap(d=>d[0])),c.anchor=s[l],c.anchor){let d=c.
parts.find(([p])=>an(p,c.anchor))||c.parts[0];c.room=b.latLngBounds(d[0])}return c})}}function pn(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>an(o,n)&&!r.some(s=>an(s,n)))}function Br(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let c=l.map(d=>t.latLngToLayerPoint(d));return c.some((d,p)=>p&&
b.LineUtil.pointToSegmentDistance(r,c[p-1],d)<=o)})}var m=window.map_gisplan,gi=Or(w),vt=Object.fromEntries(Object.entries(w.tables).map(([t,e])=>[t,gi(e)])),S=w.layers.map(
(t,e)=>({...t,number:e,data:w.tables[t.table],places:vt[t.table],geometry:w.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),le=600;function X(t,e){let n=m.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function Te({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function uo(t,e){f.shown[t.number]=e,e?t.group.addTo(m):t.group.remove()}function ot(t,e){if(e&&Te(t))for(let n of S)
n!==t&&f.shown[n.number]&&Te(n)&&uo(n,!1);uo(t,e),O("layers")}function Pr(){let t=S.filter(e=>f.shown[e.number]&&Te(e));
for(let e of t.slice(0,-1))uo(e,!1)}function fn(t,e){f.opacity[t]=e;for(let n of w.groups[t].layers)m.getPane(S[n].pane).
style.opacity=e;O("view")}function V(t,e,n){let o=t.columns[e],r=U(o.values,n);if(!o.english)return r;let s=U(o.english,n);return f.lang==="zh"?r??
s:s??r}function K(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=V(
t.data,o,e);if(r!=null)return pt(n[o],r,t,o)}return u("untitled")}function Wt(t,e){let n=N(t,e),o=K(t,n[0]);return n.length>
1?o+H("others",n.length):o}function Ir(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>U(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function fo(t,e){return U(t.data.columns[t.yearColumn].values,e)??null}function ft(t){return!!(t.
yearColumn&&f.year!==null||f.kept[t.table])}function jt(t,e){if(f.kept[t.table]&&!f.kept[t.table].has(e))return!1;if(!t.
yearColumn||f.year===null)return!0;let n=fo(t,e);return n===null||n<=f.year}function N(t,e){return ft(t)?e.rows.filter(n=>jt(
t,n)):e.rows}var po=new Map;function rt(t,e){let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(po.has(o)||
po.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[s,r])))),po.get(o).get(e)||null)}var v={asked:null,coverage:null,list:[],past:[],future:[],reach:0,figures:null,made:0};function mo(t,e,n){let o=b.latLng(
n,e);return vt[t].find(r=>pn(r,o))||null}function Rr(t){v.asked=t,v.reach=t.reach,v.coverage=Sr(t,mo),yo()}function ho(){
return v.reach*1e3}function st(t){return tt(v.asked.quantity,t)}function mn(t){let{names:e}=v.coverage.sites;return(f.lang===
"zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function go(t){return S.find(e=>e.table===t)}function hn({region:t,
county:e}){let n=[[v.asked.regions,t],[v.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>K(go(o),r.rows[0]));return n.
length?[...new Set(n)].join(" · "):u("outside")}function $e(t,e){let[n,o,r,s]=w.bounds,i=Math.max(...v.asked.reaches),[
l,c]=[i/110,i/(111*Math.max(.1,Math.cos(e*R)))];return t>=n-c&&t<=r+c&&e>=o-l&&e<=s+l}function yo(){v.figures=v.coverage.
evaluate(v.list,ho())}function Ht(t){v.past.push(v.list),v.future=[],v.list=t,xo()}function Nr(t,e){t.length&&(e.push(v.
list),v.list=t.pop(),xo())}function wo(){Nr(v.past,v.future)}function ko(){Nr(v.future,v.past)}function xo(){yo(),O("can\
didates")}function Dr(t){v.list=t,yo(),O("candidates","moving")}function Fr(t){v.reach=t,xo()}function bo(t,e){let n=new Set(
v.list.filter((r,s)=>s!==e).map(Lt)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function Lt(t){return t.name||
`${u("candidate")} ${t.number}`}function vo(t,e,n){v.made+=1,Ht([...v.list,{number:v.made,lon:kt(t),lat:kt(e),name:n?bo(
n):""}])}function Ae(t,e){Ht(v.list.map((n,o)=>o===t?{...n,...e}:n))}function gn(t){Ht(v.list.filter((e,n)=>n!==t))}function yi(){
return JSON.stringify({type:"FeatureCollection",features:v.list.map(t=>({type:"Feature",properties:{name:Lt(t)},geometry:{
type:"Point",coordinates:[t.lon,t.lat]}}))},null,1)}function _r(){let t=new Blob([yi()],{type:"application/geo+json"}),e=URL.
createObjectURL(t),n=a("a",{href:e,download:`candidates_${w.name}.geojson`});document.body.append(n),n.click(),n.remove(),
setTimeout(()=>URL.revokeObjectURL(e),1e4)}var Ur=180,yn=null,Lo=null,Mo=null,Hr=null;function Wr(){yn.clearLayers(),v.list.forEach(({lon:e,lat:n})=>{let o=Array.from(
{length:Ur},(r,s)=>Ft(e,n,s*360/Ur,ho()));b.polygon(o,{pane:"gisplan-reach",interactive:!1,className:"reach",smoothFactor:0,
color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(yn)});let{demand:t}=v.coverage;for(let e of v.figures.
gained)b.circleMarker([t.lat[e],t.lon[e]],{renderer:f.paper?Hr:Mo,pane:"gisplan-reach",interactive:!1,radius:2.5,stroke:!0,
weight:.8,color:"#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(yn)}function jr(){Lo.clearLayers(),v.list.forEach((t,e)=>{
let n=b.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,keyboard:!0,icon:b.divIcon({html:a("span\
.candidate-mark",{},String(t.number)),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}),o=v.list,r=0,s=()=>{
let{lat:l,lng:c}=n.getLatLng();return{...t,lon:kt(c),lat:kt(l)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(
()=>Dr(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",()=>{cancelAnimationFrame(r),v.list=o,Ht(o.map((l,c)=>c===e?s():l))}),
n.on("click",()=>O("picked",e)),n.addTo(Lo);let i=n.getElement();i.setAttribute("aria-label",Lt(t)),i.title=Lt(t),i.addEventListener(
"keydown",l=>ki(l,e))})}var wi={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function ki(t,e){if(t.
key==="Delete"){gn(e);return}let n=wi[t.key];if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=v.list[e],
s=t.shiftKey?1:10,i=m.latLngToContainerPoint([r,o]).add([n[0]*s,n[1]*s]),l=m.containerPointToLatLng(i);Ae(e,{lon:kt(l.lng),
lat:kt(l.lat)});let c=document.querySelectorAll(".candidate-icon")[e];c&&c.focus()}function Gr(){let t=m.createPane("gis\
plan-candidates");t.style.zIndex=640,X("gisplan-reach",575),yn=b.layerGroup().addTo(m),Lo=b.layerGroup().addTo(m),Mo=b.canvas(
{pane:"gisplan-reach"}),Hr=b.svg({pane:"gisplan-reach"}),L("candidates",e=>{Wr(),e||jr()}),L("paper",()=>{Wr(),f.paper&&
Mo.remove()}),L("language",jr)}function Gt(t,e){return a("tr",{"data-figure-row":t},a("th",{scope:"row"},u(t)),v.list.map((n,o)=>a("td",{},e(v.figures.
each[o],n))))}function Eo(){let t=({nearest:e})=>e?[cn(e.metres)," · ",k(mn(e.at))]:"—";return a("table.candidates-ta\
ble",{},a("caption",{},`${u("evaluateTitle")} · ${v.reach} km`),a("thead",{},a("tr",{},a("th",{scope:"col"},u("candidat\
e")),v.list.map(e=>a("th",{scope:"col"},`${e.number} `,k(Lt(e)))))),a("tbody",{},Gt("gained",e=>st(e.gained)),Gt("reache\
d",e=>st(e.reached)),Gt("overlap",e=>st(e.overlap)),Gt("only",e=>st(e.only)),Gt("nearest",t),Gt("lies",e=>k(hn(e))),Gt("\
coordinateShort",(e,n)=>`${n.lon}, ${n.lat}`)))}function ce(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var St=-1,Ce=-2,xi="#d5d9dd";function ue(t,e){if(!t.each||!ft(t))return t.of[e.at];let n=new Set(N(t,e).map(o=>t.each[o]));
return n.size===1?[...n][0]:Ce}function Vr(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===St?o:e===
Ce?r:n[e].color}function wn(t,e){return e===St?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function zo(t,e){
return!!t.of&&wn(t,ue(t,e))}function Vt(t,e){return t.of?Vr(t,ue(t,e)):t.style.color}function kn(t,e){let n=rt(t,e);return n?
t.of?Vr(t,t.each?t.each[e]:ue(t,n)):t.style.color:xi}function xn(t){let{legend:e}=t,n={classes:(e.classes||[]).map(s=>s.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!ft(t))return n;let o=t.places.map(s=>({place:s,
rows:N(t,s)})).filter(s=>s.rows.length),r=o.flatMap(s=>s.rows);return{classes:n.classes.map((s,i)=>r.filter(l=>t.each[l]===
i).length),missing:t.each?r.filter(s=>t.each[s]===St).length:0,several:t.each?o.filter(s=>ue(t,s.place)===Ce).length:0,precisions:n.
precisions.map(s=>({...s,count:o.filter(({place:i})=>i.precision===s.name).reduce((i,l)=>i+l.rows.length,0)})).filter(s=>s.
count)}}var Tt=document.getElementById("about"),So=null;function Yr(){So&&Tt.replaceChildren(a("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>Tt.close()},"×"),a("div.dialog-body",{},So()))}function $t(t){So=t,Yr(),Tt.open||Tt.showModal(),
Tt.scrollTop=0}function qr(){Tt.addEventListener("click",t=>{t.target===Tt&&Tt.close()}),L("language",Yr)}var Yt=7,Kr=new Set,Zr=C("defs");document.body.append(C("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},Zr));
function bn(t){let e=`hatch-${t.slice(1)}`;if(!Kr.has(e)){Kr.add(e);let n=C("pattern",{id:e,width:Yt,height:Yt,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},C("rect",{width:Yt,height:Yt,fill:"#ffffff"}),C("rect",{width:Yt,height:Yt/
2,fill:t}),C("rect",{width:Yt,height:1,fill:"#5b6b78"}));Zr.append(n)}return`url(#${e})`}var Qr={town:[4,0],county:[4,45],prefecture:[6,0]};function vn(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!Qr[t]){let c=r(
o),d=p=>`a${c} ${c} 0 1 0 ${p} 0`;return`M${r(e-o)} ${r(n)}${d(2*c)}${d(-2*c)}z`}let[s,i]=Qr[t];return`M${Array.from({length:s},
(c,d)=>{let p=(i+360*d/s)*Math.PI/180;return`${r(e+o*Math.cos(p))} ${r(n+o*Math.sin(p))}`}).join("L")}z`}var Ln={dark:"#\
14222c",light:"#ffffff"},Jr={dark:4,light:2.4};function To(t,e,n=Jr){let o=r=>C("path",{d:t,fill:"none",stroke:Ln[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),C("path",{d:t,fill:e})]}var W={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},$o=new Set(["surveyed","digitised","address","site"]);function Oe(t,e,n=!1){
let o=2*W[t]+Jr.dark,r=o/2;return a(`span.mark.${$o.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},C("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...To(vn(t,r,r,W[t]),n?bn(e):e)))}var D=window.matchMedia("(max-width: 760px)");function Mn(){if(!w.bounds)return null;let[t,e,n,o]=w.bounds;return b.latLngBounds(
[[e,t],[o,n]])}function Ao(t){let e=Mn();return!e||m.getBounds().pad(t).contains(e)}function Be(){let t=Mn();if(!t)return;
let[e,n]=D.matches?[62,58]:[14,14];m.fitBounds(t,{paddingTopLeft:[D.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function de(t){let e=Ao(.05);t(),m.invalidateSize({animate:!1}),e&&Be()}function Pe(t,e){if(t.point){(!m.getBounds().
pad(-.1).contains(t.point)||e)&&m.setView(t.point,Math.max(m.getZoom(),e?9:7),{animate:!1});return}let n=m.latLngToLayerPoint(
t.bounds.getNorthWest()),o=m.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&m.getBounds().
contains(t.bounds)||m.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var qt=document.getElementById("dock"),En=24;function Xr(){return!D.matches&&document.body.classList.contains("figures-o\
pen")}var ts=b.Popup.extend({options:{pane:qt,className:"docked",autoPan:!1},onAdd(t){qt.hidden=!1,document.body.classList.
add("docked-open"),b.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),O("docked")},onRemove(t){
b.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(qt.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){bi(this.getLatLng())}});function bi(t){if(qt.
classList.toggle("over",!Xr()),Xr())return;let e=m.latLngToContainerPoint(t),n=m.getSize();qt.classList.toggle("at-left",
!D.matches&&e.x>n.x/2);let o=qt.getBoundingClientRect(),r=m.getContainer().getBoundingClientRect(),[s,i]=[o.left-r.left-
En,o.right-r.left+En],[l,c]=[o.top-r.top-En,o.bottom-r.top+En];e.x<=s||e.x>=i||e.y<=l||e.y>=c||(D.matches?m.panBy([0,e.y-
l],{animate:!1}):qt.classList.contains("at-left")?m.panBy([e.x-i,0],{animate:!1}):m.panBy([e.x-s,0],{animate:!1}))}var Co=new Set;L("paper",()=>{for(let t of Co)t.draw()});function es(t,e,n){let o=m.options.crs.scale(m.getZoom())/256,r=m.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var Kt=b.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),Co.add(this),this.draw()},onRemove(){Co.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
f.paper,this.sheet?.remove(),this.sheet=null,f.paper){this.drawSheet();return}let t=m.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=m.containerPointToLayerPoint(e.multiplyBy(-1));b.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),es(r,n,o))},drawSheet(){let t=m.getSize(),
e=m.containerPointToLayerPoint([0,0]);this.sheet=C("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(es(e,t,1))),b.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var vi=3e3,zn=3.2,Oo=new Map;function Bo(t){if(Oo.has(t))return Oo.get(t);let e=vt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,l]=[256,256,0,0];e.forEach(($,T)=>{let A=m.options.crs.latLngToPoint(b.latLng($.point),
0);n[T]=A.x,o[T]=A.y,r=Math.min(r,A.x),i=Math.max(i,A.x),s=Math.min(s,A.y),l=Math.max(l,A.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(i-r,l-s,1e-9)/c,p=$=>Math.min(c-1,Math.max(0,Math.floor(($-r)/d))),h=$=>Math.min(c-1,
Math.max(0,Math.floor(($-s)/d))),g=new Uint32Array(c*c+1);e.forEach(($,T)=>{g[h(o[T])*c+p(n[T])+1]++});for(let $=0;$<c*c;$++)
g[$+1]+=g[$];let y=g.slice(),x=new Uint32Array(e.length);e.forEach(($,T)=>{x[y[h(o[T])*c+p(n[T])]++]=T});let E={x:n,y:o,
side:c,column:p,row:h,starts:g,sorted:x};return Oo.set(t,E),E}function Po(t,e,n,o,r){let{x:s,y:i,side:l,column:c,row:d,starts:p,
sorted:h}=Bo(t),g=[];for(let y=d(n);y<=d(r);y++)for(let x=p[y*l+c(e)];x<p[y*l+c(o)+1];x++){let E=h[x];s[E]>=e&&s[E]<=o&&
i[E]>=n&&i[E]<=r&&g.push(E)}return g}var Ie={less:3.8,dark:2,light:1};function Li(t,e,n){let o=W[e]-Ie.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let i=s.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
vn(e,r,r,o));for(let[c,d]of[[Ie.dark,Ln.dark],[Ie.light,Ln.light]])i.lineWidth=c,i.strokeStyle=d,i.stroke(l);return i.fillStyle=
t,i.fill(l),s}function Mi(t,e,n,o){let[r,s,i]=[1,3,5].map(y=>parseInt(t.slice(y,y+2),16)),l=255<<24|i<<16|s<<8|r,c=zn*n,
d=Math.ceil(c),p=$o.has(e)?(y,x)=>Math.hypot(y,x):(y,x)=>Math.abs(y)+Math.abs(x),[h,g]=[[],[]];for(let y=-d;y<=d;y++)for(let x=-d;x<=
d;x++){let E=p(x,y);E>c||(h.push(y*o+x),g.push(E>c-.9*n?-1:l))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:d}}
var ns=Kt.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(ft(t)&&!N(t,n).length)return 255;let o=[Vt(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=Po(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>vi,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=Bo(this.layer.table),r=this.looks.map(()=>[]),s=i=>this.stamped?zn-.6:W[i]-Ie.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(vn(l,t.left(n[i]),t.top(o[i]),s(l)))}return this.looks.map(([i,l],c)=>({
color:i,precision:l,path:r[c].join("")})).filter(i=>i.path).sort((i,l)=>W[l.precision]-W[i.precision]).flatMap(({color:i,
path:l})=>To(l,i,Ie))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:i,y:l}=Bo(this.layer.table),[c,d]=[p=>o(
i[p]),p=>r(l[p])];this.stamped?this.stamp(t,s,c,d,n):this.picture(t,s,c,d,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>Li(l,c,r)),i=l=>W[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>i(c)-i(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,l=t.createImageData(
s,i),c=new Int32Array(l.data.buffer),d=this.looks.map(([p,h])=>Mi(p,h,r,s));e.forEach(p=>{let{steps:h,inks:g,reach:y}=d[this.
lookOf[p]],[x,E]=[Math.round(n(p)),Math.round(o(p))];if(x<y||E<y||x>=s-y||E>=i-y)return;let $=E*s+x;for(let T=0;T<h.length;T++)
c[$+h[T]]=g[T]}),t.putImageData(l,0,0)}});function Sn(t){let e=m.latLngToLayerPoint(t),n=[];return[...S].reverse().forEach(o=>{f.shown[o.number]&&Ei(o,t).forEach(
r=>{if(!(ft(o)&&!N(o,r).length)){if(o.geometry==="point"){let s=m.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.stamped?
zn:W[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")Br(m,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(pn(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function Ei(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=le)return n;let o=m.options.crs.scale(m.getZoom())/256,{x:r,y:s}=m.options.
crs.latLngToPoint(e,0),i=18/o;return Po(t.table,r-i,s-i,r+i,s+i).map(l=>n[l])}X("gisplan-highlight",580);var Re=null,Ne=null,De=[],Tn=b.tooltip({className:"hover",direction:"top",offset:[0,-10]});function os(t){
if(Re&&Re.remove(),Re=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};Re=t.layer.geometry==="line"?b.polyline(t.place.parts.map(([n])=>n),e):
b.polygon(t.place.parts,e),Re.addTo(m)}function at(t){De=t?Sn(t):[];let e=De[0]||null;m.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&Ne&&e.place===Ne.place&&e.layer===Ne.layer;if(n||os(e),Ne=e,O("hover"),!e){Tn.remove();return}
n||Tn.setContent(a("div",{},k(Wt(e.layer,e.place),"strong.datum"),zi(e))),Tn.setLatLng(e.place.point||t).addTo(m)}function zi({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=V(o,t.column,e.rows[0]);return a("span.headline",{},tt(o.columns[t.
column],r))}function Zt(t,e){let n=e===null?null:rt(t,e);os(n?{layer:t,place:n}:null),De=n?[{layer:t,place:n}]:[],Ne=null,
O("hover")}function rs(){Tn.remove()}function ss(){let t=0;m.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>at(f.measuring?null:e.latlng))}),m.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),at(null)}),
L("language",()=>at(null))}var At=null;function Si(t,e){if(t.popup.includes("text_zh"))return[];let o=t.popup.filter(r=>r==="clause"||r==="clauses").
flatMap(r=>String(V(t.data,r,e)??"").split(/[;；、]/)).map(r=>r.trim()).filter(r=>Ut(w.quotes??{},r));return[...new Set(
o)].map(r=>[a("dt.wide",{},u("quote"),k(r)),a("dd.wide",{},a("blockquote",{lang:"zh-CN"},w.quotes[r]))])}function Ti(t,e){
let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=V(n,r,e),l=/\n|^.{17}/.test(tt(s,
i,t,r));o.append(a(l?"dt.wide":"dt",{},k(u(s.title)),s.derived?q():null),a(l?"dd.wide":"dd",{dir:"auto"},tt(s,i,t,r)))}),
o.append(...Si(t,e).flat()),o}function Fe(t,e,n,o){let r=t.popup.length?pt(t.data.columns[t.popup[0]],V(t.data,t.popup[0],
e),t,t.popup[0]):K(t,e);return a("details.feature",{open:n},a("summary",{},o?k(u(t.title),"span.kicker"):null,k(r,"span.\
heading")),Ti(t,e))}function $n(t){let e=a("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("d\
iv.under",{},u("under")));let s=N(n,o),i=s.length>1;if(i&&e.append(a("div.many",{},k(u(n.title),"span.kicker"),a("span.c\
ount",{},H("here",s.length)))),s.forEach((l,c)=>{e.append(Fe(n,l,r===0&&c===0,!i))}),n.geometry==="point"){let l=n.legend.
precisions.find(c=>c.name===o.precision);e.append(a("p.precision",{},u("position")+u(l.title)))}}),e}function as(t){return a(
"div",{},t)}function _e(t,e,n){rs(),At=new ts().setLatLng(t).setContent(as(e())),At.again=e,At.openOn(m),is();let o=At.getElement();
o.tabIndex=-1,n&&o.focus()}function is(){let t=At.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function ls(){L("language",()=>{At?.isOpen()&&(At.setContent(as(At.again())),is())})}function $i(t,e,n,o){return a(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function pe(t){
return C("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},C("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function cs(t){let e=pe(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Ue(t,e,n,o="rows"){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:
a("span.count",{},H(o,n)))}function us(t,e){let{precisions:n}=t.legend,o=n.map(({name:s})=>t.places.filter(i=>i.precision===
s&&(e===null||ue(t,i)===e)).length),r=Math.max(...o);return r>0?n[o.indexOf(r)].name:null}function An(t){let{legend:e,style:n,
geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),s=xn(t);e.title&&r.append(a("p.legend-title",{},k(u(e.title)),
e.unit?k(`（${u(e.unit)}）`.replace(/[（）]/g,p=>f.lang==="zh"?p:p==="（"?" (":")")):null,e.derived?q():null));let i=a(
"ul"),l=(p,h)=>{let g=h!==void 0&&wn(t,h);if(o==="point"){let y=us(t,h)||us(t,null);return y?Oe(y,p,g):null}return o==="\
line"?pe({...n,color:p}):$i(p,n.opacity,n.color,g)},c=o==="point"?"items":"rows";if((e.classes||[]).forEach((p,h)=>{if(p.
count===0&&p.low===void 0&&o!=="raster")return;let g=Ue(l(p.color,h),u(p.words),o==="raster"?null:s.classes[h],c);o==="r\
aster"&&g.append(a("span.count",{},H("cells",p.count))),i.append(g)}),(e.widths||[]).forEach(p=>{i.append(Ue(cs({...n,weight:p.
width}),J(p.value),null))}),s.several){let p=Ue(l(e.severalColor,Ce),u(e.severalWords),s.several,"places");i.append(p)}if(s.
missing){let p=n.kind==="flows"?cs({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,St),h=Ue(p,u(e.missingWords),
s.missing,c);h.classList.add("missing"),i.append(h)}if(o==="point"){let p=e.classes?"#5b6b78":n.color;s.precisions.forEach(
h=>{let g=Ue(Oe(h.name,p),u(h.title),h.count,c);g.classList.add("of-precision"),i.append(g)})}i.children.length&&r.append(
i),r.append(...Ai(t,s));let d=ds(t);return d.length&&r.append(a("button.unplaced",{type:"button",onclick:()=>Oi(t)},H("u\
nplaced",d.length))),r}function Ai(t,e){let n=[],o=l=>n.push(a("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>N(t,l)).
filter(l=>l.length),s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),
f.year!==null&&t.yearColumn){let l=r.flat().filter(c=>fo(t,c)===null).length;l&&o(H("undated",l))}let{legend:i}=t;if(i.classes&&
t.geometry==="polygon"&&s>1){let l=e.missing===s?St:e.classes.indexOf(s);if(l===St?e.missing===s:l>=0&&Ci(t,l)){let d=l===
St?i.missingWords:i.classes[l].words;o([u("allGrey")(s,u(d))," ",k(u(i.meaning||t.data.description))])}}return n}function Ci(t,e){
let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return wn(t,e)||Math.max(...o)-Math.
min(...o)<32}function ds(t){return t.data.unplaced.filter(e=>jt(t,e))}function Oi(t){let e=ds(t);$t(()=>[a("h2",{id:"abo\
ut-title"},k(u(t.title))),a("p.lead",{},H("unplacedTitle",e.length)),e.map((n,o)=>Fe(t,n,o===0&&e.length<4,!1))])}function ps(t){let[e,n,o,r]=t.corners;t.overlay=b.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function Bi(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=(B,I)=>m.options.crs.
latLngToPoint(b.latLng(B,I),0),[l,c,d]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:p,height:h}=t.pixels.canvas,g=Math.floor(p*
(d.x-l.x)/(c.x-l.x)),y=Math.floor(h*(d.y-l.y)/(c.y-l.y));if(g<0||y<0||g>=p||y>=h)return null;let[x,E,$,T]=t.pixels.getImageData(
g,y,1,1).data;if(!T)return null;let A=`#${[x,E,$].map(B=>B.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find(B=>B.color===A)||null}function Cn(t){let e=[...S].reverse().filter(n=>n.geometry==="raster"&&f.shown[n.number]).map(
n=>({layer:n,cell:Bi(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},k(u(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),k(u(o.words)),n.legend.unit?k(` ${u(n.legend.unit)}`):null,n.legend.derived?q():null));
return e.length?a("div.identify",{},e):null}var fs=.8,ms=Kt.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>m.options.crs.latLngToPoint(b.latLng(n),0);this.lines=
t.places.filter(n=>N(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(fs,r??0);return s.flatMap(c=>{let d=c.map(({x:y,y:x})=>[t(y),e(x)]),p=C(
"path",{d:`M${d.map(y=>y.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke\
-linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),h=hs(d,Math.max(3.5,.9*l));if(!h)return[p];let g=C("path",
{d:`M${h.map(y=>y.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[p,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let c=i===null?s.missingColor:r.color,d=Math.max(fs,i??0);l.forEach(p=>{t.lineWidth=d,t.setLineDash(i===null?
[3,3]:[]);let h=p.map(({x:g,y})=>[n(g)/e,o(y)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[g,y]of h)
t.lineTo(g,y);t.stroke(),t.globalAlpha=1,Pi(t,h,Math.max(3.5,.9*d),c)})})}});function hs(t,e){let n=t.slice(1).map(([T,A],B)=>Math.
hypot(T-t[B][0],A-t[B][1])),o=n.reduce((T,A)=>T+A,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(T=>(r-=T,r<=0)),[[i,l],
[c,d]]=[t[s],t[s+1]],p=1+r/n[s],h=Math.atan2(d-l,c-i),[g,y]=[i+p*(c-i),l+p*(d-l)],[x,E]=[Math.cos(h),Math.sin(h)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([T,A])=>[g+x*T-E*A,y+E*T+x*A])}function Pi(t,e,n,o){let r=hs(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,i]of r)t.lineTo(s,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}X("gisplan-measure",630);var We=b.layerGroup().addTo(m),je=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(je);var F=[];function Ii(t){let[e,n]=Tr(t);return`${e} ${u(n)}`}function Io(t){F.push([t.lat,t.lng]),On()}
function On(){We.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=F.
flatMap((n,o)=>o?ze(F[o-1],n,1,60):[n]);F.length>2&&(b.polygon([...e,...ze(F[F.length-1],F[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(We),b.polyline([F[F.length-1],...ze(F[F.length-1],F[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(We)),e.length>1&&b.polyline(e,{...t,className:"measured"}).addTo(We);for(let n of F)b.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(We);gs()}function gs(){if(!f.measuring)return;let t=je.contains(
document.activeElement)?document.activeElement.id:null,e=[...F,F[0]],n=(r,s,i,l)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},u(s));je.setAttribute("aria-label",u("measureTitle")),je.replaceChildren(a("div.measure-head",{},a(
"strong",{},u("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>Bn(
!1)},"×")),F.length<2?a("p.hint",{},u("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},u("length")),a(
"dd",{id:"measured-length"},co(io(F))),F.length>2?[a("dt",{},u("perimeter")),a("dd",{},co(io(e))),a("dt",{},u("area")),a(
"dd",{id:"measured-area"},Ii(ln(F)))]:[]),a("div.row",{},n("middle","addMiddle",()=>Io(m.getCenter())),n("back","takeBac\
k",()=>{F.pop(),On()},!F.length),n("clear","startOver",()=>{F=[],On()},!F.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Bn(t){f.measuring=t,F=[],document.body.classList.toggle("measuring",t),je.hidden=!t,m.
doubleClickZoom[t?"disable":"enable"](),t&&m.closePopup(),at(null),On();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function ys(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&f.measuring&&Bn(!1)}),L("language",gs)}var Pn=b.layerGroup().addTo(m);function fe(t){if(f.chosen=t,Pn.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?b.circleMarker(
o.point,{...e,radius:W[o.precision]+6,weight:3}).addTo(Pn):n.geometry==="line"?b.polyline(o.parts.map(([r])=>r),e).addTo(
Pn):b.polygon(o.parts,e).addTo(Pn)}O("chosen")}function Ri(t){return f.shown[t.number]||t.geometry==="polygon"?null:a("p\
.layer-off",{},u("layerOff"),k(u(t.title)),a("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),ot(t,!0)}},
u("showLayer")))}function me(t,e,n,o){let r=rt(t,e);if(!r){fe({layer:t,place:null,row:e}),$t(()=>[a("h2",{id:"about-titl\
e"},k(K(t,e))),a("p.lead",{},u("nowhere")),Fe(t,e,!0,!0)]);return}Pe(r,n),fe({layer:t,place:r,row:e}),_e(b.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[Ri(t),$n([{layer:t,place:r}])],o),dt(K(t,e))}function In(t,e){if(f.place){f.place(t);return}let n=Sn(t);if(!n.length){Cn(t)&&_e(t,()=>Cn(t),e);return}fe({...n[0],row:N(
n[0].layer,n[0].place)[0]}),_e(n[0].place.point?b.latLng(n[0].place.point):t,()=>{let o=Cn(t),r=$n(n);return o&&r.append(
a("div.under",{},u("under")),o),r},e)}function ws(){m.on("click",t=>{f.measuring?Io(t.latlng):In(t.latlng,!1)})}function Ni(){let t=S.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||w.basemap)){m.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)b.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(m)}}function Di(t){let e=m.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let s=o.getElement();s&&s.setAttribute("aria-label",Wt(t,r))});t.nameMarks=n,L("lan\
guage",n),t.group.on("add",n),xs(t)}else t.geometry==="raster"?ps(t):ks(t)}function Rn(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?xs(t):ks(t)}function ks(t){if(t.style.kind==="flows")new ms(t).addTo(t.group);else for(let e of t.
places)Fi(t,e)}function Fi(t,e){let{style:n}=t;if(!N(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,stroke:!t.border,dashArray:n.dash||null,
lineJoin:"round",fill:o&&t.geometry==="polygon",fillColor:zo(t,e)?bn(Vt(t,e)):Vt(t,e),fillOpacity:n.opacity};if(t.geometry===
"line"){o&&(r.color=Vt(t,e)),b.polyline(e.parts.map(([s])=>s),r).addTo(t.group);return}b.polygon(e.parts,r).addTo(t.group)}
function xs(t){if(t.places.length>le){t.dots=new ns(t).addTo(t.group);return}t.places.filter(e=>N(t,e).length).forEach(e=>{
let n=Oe(e.precision,Vt(t,e),zo(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=b.marker(e.point,{pane:t.pane,keyboard:!0,
icon:b.divIcon({html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(W[e.precision])});t.marks.push(
{marker:r,place:e}),r.on("mouseover",()=>at(r.getLatLng())),r.on("click",s=>In(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.
key==="Enter"&&In(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function bs(){Ni(),S.forEach(Di)}function vs({tiles:t}){
for(let e of t)b.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(m)}var He=document.getElementById("years"),Ls=[...new Set(S.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?Ir(t):
[]]))].sort((t,e)=>t-e),Z=Ls.length&&w.years.length?w.years:Ls,Ms=w.groups.flatMap(t=>{let e=t.layers.map(n=>S[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Qt=0;function mt(t){
let e=Z.includes(t)?t:null;e!==f.year&&(f.year=e,S.filter(n=>n.yearColumn).forEach(Rn),Ms.forEach(_i),at(null),f.chosen?.
place&&!N(f.chosen.layer,f.chosen.place).length&&fe(null),m.closePopup(),No(),dt(Ge()),O("year"))}function _i(t){if(t.wanted=
t.wanted||t.layers.some(n=>f.shown[n.number]),!t.wanted)return;let e=f.year===null?t.layers.find(n=>f.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===f.year);t.layers.forEach(n=>{f.shown[n.number]!==(n===e)&&ot(n,n===e)}),f.year===null&&
(t.wanted=!1)}function Ge(){if(f.year===null)return u("everyYear");let t=Ms.some(e=>e.wanted&&!e.layers.some(n=>n.year===
f.year));return Cr(f.year)+(t?u("noYear"):"")}function Ro(t){clearInterval(Qt),Qt=t?setInterval(()=>{let e=Z.indexOf(f.year)+
1;e<Z.length&&mt(Z[e]),e>=Z.length-1&&Ro(!1)},1400):0,t&&mt(Z[0]),No()}function No(){if(Z.length<2)return;He.hidden=!1;let t=document.
activeElement&&He.contains(document.activeElement)?document.activeElement.id:null,e=f.year===null?Z.length:Z.indexOf(f.year);
He.setAttribute("aria-label",u("years"));let n=[...Z.map(String),u("allYears")];He.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>Ro(!Qt),"aria-label":u(Qt?"stop":"play"),title:u(Qt?"stop":"play")},_t(Qt?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:Z.length,step:1,value:e,"a\
ria-label":u("years"),"aria-valuetext":Ge(),oninput:o=>{Qt&&Ro(!1),mt(Z[o.target.valueAsNumber]??null)}}),a("div.ticks",
{"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>mt(Z[r]??null)},o)))),a("output.year-now",{},
Ge())),t&&document.getElementById(t).focus()}function Es(t){L("language",No),new ResizeObserver(()=>{He.style.setProperty(
"--foot",`${t.offsetHeight}px`)}).observe(t)}var zs=document.getElementById("sheet"),Do=document.getElementById("sheet-more"),Ui=.0254/96,Fo=[];function Wi(){let t=m.
getSize(),e=m.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[m.containerPointToLatLng([t.x/2-50,t.y/2]),m.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=nt(n.lng,e.lat,o.lng,e.lat)/(100*Ui),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${J(Math.
round(s/i)*i)}`}function ji(){return C("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},C("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),C("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),C("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function Hi(){
return[...S].reverse().filter(t=>f.shown[t.number]).map(t=>{let e=An(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button"))n.replaceWith(a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},k(u(t.title),
"strong.datum"),t.style.kind==="outline"?pe(t.style):null),e.children.length?e:null)})}function Gi(){let t=S.filter(n=>f.
shown[n.number]).flatMap(n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(
w.attribution),w.basemap?u(w.basemap.attribution):"",...new Set(t)].filter(Boolean);return a("p.sheet-credits",{},u("cre\
dits"),e.map((n,o)=>[o?"; ":"",k(n)]))}function Ss(t){let e=a("div.sheet-legend",{},Hi()),n=a("div.sheet-foot",{},f.year===
null?"":a("p",{},Ge()),a("p.ratio",{},u("ratio"),Wi()),a("p",{},u("projection")),Gi(),a("p",{},u("printed"),ce()),a("p.r\
eview",{},u("review"),w.review?k(w.review):u("noReviewLine")));zs.replaceChildren(a("div.sheet-head",{},a("h2",{},u("leg\
end")),ji()),e,n,t);let o=Fo.flatMap(r=>r()).filter(Boolean);Do.replaceChildren(...Vi(e,n),...o),Do.hidden=!Do.children.
length}function Vi(t,e){let n=[],o=e.querySelector(".sheet-credits");e.offsetHeight>zs.clientHeight/3&&o.replaceWith(a("\
p",{},u("creditsOver")));let r=[];for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),
t.lastElementChild.remove();if(r.length){for(t.append(a("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+
1&&t.children.length>1;){let s=t.children[t.children.length-2];r.unshift(s),s.remove()}n.push(a("h2",{},u("legendMore")),
a("div.sheet-legends",{},r))}return o.isConnected||n.push(a("h2",{},u("source")),o),n}var Jt=a("aside",{id:"evaluate",hidden:!0}),Nn=a("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>Dn(!Xt.open)}),Xt={open:!1,say:null};function Dn(t){de(()=>{Xt.open=t,t&&(m.closePopup(),
O("opened","desk")),Jt.hidden=!t,document.body.classList.toggle("evaluate-open",t),Nn.setAttribute("aria-expanded",String(
t)),Uo(t&&(!!f.place||!v.list.length))})}function Uo(t){f.place=t?e=>{$e(e.lng,e.lat)?(Fn(null),vo(e.lng,e.lat)):Fn("too\
Far")}:null,document.body.classList.toggle("picking",t),_o()}function Fn(t){Xt.say=t;let e=document.getElementById("eval\
uate-note");e&&(e.textContent=t?u(t):"")}function Yi(t){t.preventDefault();let e=document.getElementById("evaluate-coord\
inate"),n=document.getElementById("evaluate-name"),o=rn(e.value,$e);if(Fn(o.fault||o.note),e.setAttribute("aria-invalid",
String(!!o.fault)),o.fault){e.focus();return}let r=n.value.trim();e.value="",n.value="",vo(o.lon,o.lat,r),m.getBounds().
contains([o.lat,o.lon])||m.panTo([o.lat,o.lon])}function qi(){return a("form.ask",{onsubmit:Yi,noValidate:!0},a("div.row",
{},a("div.field.grow",{},a("label",{for:"evaluate-coordinate"},u("coordinate")),a("input",{id:"evaluate-coordinate",type:"\
text",autocomplete:"off",spellcheck:!1,"aria-describedby":"evaluate-note evaluate-hint"})),a("div.field",{},a("label",{for:"\
evaluate-name"},u("name")),a("input",{id:"evaluate-name",type:"text",autocomplete:"off",maxLength:80})),a("button.main",
{type:"submit"},u("add"))),a("p.note",{id:"evaluate-note",role:"status"},Xt.say?u(Xt.say):""),a("p.hint",{id:"evaluate-h\
int"},u("coordinateHint")))}function Ki(){return a("fieldset.reaches",{},a("legend",{},u("reachOf")),v.asked.reaches.map(
(t,e)=>a("label",{},a("input",{type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===v.reach,onchange:()=>Fr(
t)}),a("span",{},`${t} km`))))}function Zi(){let t=(n,o,r,s)=>a("button",{type:"button",id:n,onclick:r,disabled:s},u(o)),
e=!v.list.length;return a("div.tools",{},a("button",{type:"button",id:"evaluate-pick","aria-pressed":String(!!f.place),onclick:()=>Uo(
!f.place)},u("pick")),t("evaluate-undo","undo",wo,!v.past.length),t("evaluate-redo","redo",ko,!v.future.length),t("evalu\
ate-clear","clear",()=>Ht([]),e))}function Qi(t,e){let n=v.figures.each[e],o=Math.max(...v.figures.each.map(c=>c.gained),
1),r=Lt(t),s=(c,...d)=>[a("dt",{},u(c)),a("dd",{},...d)],i=c=>{let d=c.target.value.trim();d!==r&&Ae(e,{name:d?bo(d,e):""})},
l=c=>{let d=rn(c.target.value,$e);Fn(d.fault||d.note),d.fault?c.target.value=Ts(t):Ae(e,{lon:d.lon,lat:d.lat})};return a(
"li.candidate",{id:`candidate-${e}`},a("div.candidate-head",{},a("span.number",{"aria-hidden":"true"},String(t.number)),
a("input.name",{id:`candidate-name-${e}`,type:"text",value:r,maxLength:80,dir:"auto","aria-label":u("name"),onchange:i}),
a("button",{type:"button",id:`candidate-show-${e}`,title:`${u("show")}: ${r}`,"aria-label":`${u("show")}: ${r}`,onclick:()=>m.
setView([t.lat,t.lon],Math.max(m.getZoom(),8))},u("show")),a("button",{type:"button",id:`candidate-remove-${e}`,"aria-la\
bel":`${u("remove")}: ${r}`,onclick:()=>gn(e)},u("remove"))),a("div.gain",{},a("span",{},u("gained")),a("strong",{"data-\
figure":"gained"},st(n.gained)),a("span.bar",{"aria-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),
a("dl.values",{},s("reached",a("span",{"data-figure":"reached"},st(n.reached))),s("overlap",a("span",{"data-figure":"ove\
rlap"},st(n.overlap))),v.list.length>1?s("only",a("span",{"data-figure":"only"},st(n.only))):null,n.nearest?s("nearest",
a("span",{"data-figure":"nearest"},cn(n.nearest.metres))," · ",k(mn(n.nearest.at))):null,s("lies",k(hn(n))),a("dt",{},a(
"label",{for:`candidate-at-${e}`},u("coordinateShort"))),a("dd",{},a("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"\
off",value:Ts(t),onchange:l}))))}function Ts({lon:t,lat:e}){return`${t}, ${e}`}function $s(){let{whole:t,regions:e}=v.figures,
n=(...s)=>a("tr",{},s.map(i=>a("th",{scope:"col"},u(i)))),o=go(v.asked.regions),r=e.map((s,i)=>({sums:s,at:i})).filter(({
sums:s})=>s.total>0).map(({sums:s,at:i})=>a(s.after>s.before?"tr.changed":"tr",{},a("th",{scope:"row"},k(rt(o,i)?K(o,i):
v.asked.codes[i])),a("td",{},Se(s.before,s.total)),a("td",{},Se(s.after,s.total)),a("td",{"data-region":v.asked.codes[i]},
s.after>s.before?`+${J(s.after-s.before)}`:"0")));return a("section.sums",{},a("h3",{},u("together")),a("p.total",{},a("\
span",{},u("gained"))," ",a("strong",{"data-figure":"together"},st(t.after-t.before)),a("span.change",{},`${Se(t.before,
t.total)} → ${Se(t.after,t.total)}`)),a("table",{},a("caption",{},u("byRegion")),a("thead",{},n("region","now","withTh\
em","gained")),a("tbody",{},r)))}function _o(){Nn.replaceChildren(u("evaluate"));let t=document.activeElement&&Jt.contains(
document.activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let s=document.
getElementById(r);return[r,s?s.value:""]}),{scrollTop:n}=Jt;Jt.setAttribute("aria-label",u("evaluateTitle")),Jt.replaceChildren(
a("div.desk-head",{},a("h2",{},u("evaluateTitle")),a("button.close",{type:"button",id:"evaluate-close","aria-label":u("c\
lose"),onclick:()=>{Dn(!1),Nn.focus()}},"×")),Ki(),Zi(),a("p.hint.mode",{},u(f.place?"picking":"notPicking")),qi(),...v.
list.length?[a("ol.candidates",{},v.list.map(Qi)),v.list.length>1?a("div.compared",{tabIndex:0,role:"region","aria-label":u(
"evaluateTitle")},Eo()):null,$s(),a("div.save",{},a("button.main",{type:"button",id:"evaluate-save",onclick:_r},u("save")),
a("p.hint",{},u("saveHint")))]:[],a("p.hint",{},u("existing"),k(u(v.asked.existing)),f.lang==="zh"?`（${v.coverage.sites.
count}）；`:` (${v.coverage.sites.count}); `,k(u(v.asked.quantity.title)),v.asked.quantity.derived?q():null)),e.forEach(
([r,s])=>{document.getElementById(r).value=s}),Jt.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}
function Ji(t){if(!Xt.open)return;let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.
toLowerCase();n==="escape"&&f.place?Uo(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||
t.shiftKey?ko():wo())}function As({evaluate:t}){Rr(t),document.getElementById("tools").prepend(Nn),document.getElementById(
"panel").after(Jt),Gr(),Fo.push(()=>v.list.length?[Eo(),$s()]:[]),document.addEventListener("keydown",Ji),L("language",_o),
L("candidates",_o),L("picked",e=>{Dn(!0);let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView({block:"nea\
rest"})}),L("opened",e=>{(["figures","tasks"].includes(e)||e==="panel"&&D.matches)&&Xt.open&&Dn(!1)}),window.gisplanEvaluate=
{evaluation:v,evaluateCandidates:v.coverage.evaluate,geodesicLength:nt,destination:Ft,placeAt:mo,readCoordinate:rn,inside:$e}}function Cs({decimals:t,nodes:e,edges:n,lengths:o}){let r=10**t,s=Nt(e),i=new Float64Array(s.length/2),l=new Float64Array(
s.length/2),[c,d]=[0,0];for(let x=0;x<i.length;x++)c+=s[2*x],d+=s[2*x+1],i[x]=c/r,l[x]=d/r;let p=Nt(n),h=new Int32Array(
p.length/2),g=new Int32Array(p.length/2),y=0;for(let x=0;x<h.length;x++)y+=p[2*x],h[x]=y,g[x]=y+p[2*x+1];return{lon:i,lat:l,
start:h,end:g,length:Float64Array.from(Nt(o))}}var Wo=w.context?.seats,_n=Wo?xt(Wo.at,w).map((t,e)=>({at:t,names:Wo.names[e]})):[];var Ct=t=>Math.round(10*t)/10,Un=class{constructor(){this.elements=[],this.dash=[],this.parts=[]}scale(){}beginPath(){this.
parts=[]}moveTo(e,n){this.parts.push(`M${Ct(e)} ${Ct(n)}`)}lineTo(e,n){this.parts.push(`L${Ct(e)} ${Ct(n)}`)}arc(e,n,o){
let[r,s]=[Ct(o),Ct(2*o)];this.parts.push(`M${Ct(e-o)} ${Ct(n)}a${r} ${r} 0 1 0 ${s} 0`),this.parts.push(`a${r} ${r} 0 1 \
0 ${-s} 0`)}setLineDash(e){this.dash=e}add(e){this.parts.length&&this.elements.push(C("path",{d:this.parts.join(""),...e}))}stroke(){
this.add({fill:"none",stroke:this.strokeStyle,"stroke-width":this.lineWidth,"stroke-dasharray":this.dash.join(" ")||"non\
e","stroke-linejoin":this.lineJoin??"round"})}fill(e="nonzero"){this.add({fill:this.fillStyle,"fill-rule":e,stroke:"none"})}};var Xi=["county","prefecture","province","country"],tl=w.context?.borders??{},el={country:0,province:0,prefecture:0,county:7},
Os={railway:6,river:6.8},it=w.context?w.context.layers.map(nl):[],am=it.find(t=>t.graph)?.graph??null;function nl(t){let e={
...t,paths:[],graph:null};return t.graph?e.graph=Cs(t.graph):e.paths=t.shapes.map(n=>n.map(o=>o.map(r=>sn(ol(),r)))),e.anchors=
t.anchors?xt(t.anchors,w):[],e}var jo=null;function ol(){return jo??(jo=w.arcs.split(" ").map(t=>xt(t,w))),jo}function Mt(t){
return f.context[t.name]!==!1}function Bs(t,e){f.context[t.name]=e,O("context")}function Vo([t,e]){let{x:n,y:o}=m.options.
crs.latLngToPoint(b.latLng(t,e),0);return[n,o]}function Go(t){let e=t.map(Vo),n=e.map(([s])=>s),o=e.map(([,s])=>s),r=[Math.
min(...n),Math.min(...o),Math.max(...n),Math.max(...o)];return{line:e,box:r}}function Ps(t,{line:e,box:n},o){n[0]>o.east||
n[2]<o.west||n[1]>o.south||n[3]<o.north||e.forEach(([r,s],i)=>{i?t.lineTo(o.left(r)/o.ratio,o.top(s)/o.ratio):t.moveTo(o.
left(r)/o.ratio,o.top(s)/o.ratio)})}function Is(t){let e=new Un;return this.paint(e,t),e.elements}var rl=Kt.extend({name:"\
context-ground",prepare(){this.areas=it.filter(t=>t.geometry==="polygon").flatMap(t=>t.paths.map((e,n)=>({one:t,color:t.
style.colors[t.kinds?.[n]]??t.style.color,rings:e.flat().map(Go)})))},vectors:Is,paint(t,e){t.scale(e.ratio,e.ratio);for(let{
one:n,color:o,rings:r}of this.areas)if(Mt(n)){t.beginPath();for(let s of r)Ps(t,s,e);t.fillStyle=o,t.fill("evenodd")}}}),
sl=Kt.extend({name:"context-lines",prepare(){this.lines=it.filter(e=>e.geometry==="line"&&!e.graph).map(e=>({one:e,paths:e.
paths.map((n,o)=>({kind:e.kinds?.[o]??null,named:!!e.names?.[o],lines:n.map(([r])=>Go(r))}))})),this.shores=it.filter(e=>e.
geometry==="polygon"&&!e.kinds).map(e=>({one:e,rings:e.paths.flat(2).map(Go)}));let t=it.find(e=>e.graph);this.seats=_n.
map(({at:e})=>Vo(e)),this.roads=t&&{one:t,...al(t.graph)}},vectors:Is,paint(t,e){let n=m.getZoom();t.scale(e.ratio,e.ratio),
t.lineJoin="round";for(let{one:o,rings:r}of this.shores)Mt(o)&&Ve(t,r,e,{color:"#8dbad9",width:.8,dash:[]});for(let{one:o,
paths:r}of this.lines.filter(s=>!s.one.kinds)){if(!Mt(o))continue;let s=!o.style.dash;if(!s&&n<Os.railway)continue;let l=r.
filter(d=>!s||d.named||n>=Os.river).flatMap(d=>d.lines),c=o.style.weight*(n<6.5?.8:n<9?1:1.6);Ve(t,l,e,{color:o.style.color,
width:c,dash:[]}),!s&&n>=7.5&&Ve(t,l,e,{color:"#ffffff",width:.55*c,dash:[7,7]})}this.roads&&Mt(this.roads.one)&&this.paintRoads(
t,e,n);for(let{one:o,paths:r}of this.lines.filter(s=>s.one.kinds))if(Mt(o))for(let s of Xi){if(!il(s,n))continue;let i=r.
filter(l=>l.kind===s).flatMap(l=>l.lines);(s==="province"||s==="country")&&Ve(t,i,e,{color:"rgba(120, 98, 140, 0.16)",width:6,
dash:[]}),Ve(t,i,e,tl[s])}this.paintSeats(t,e,n)},paintSeats(t,e,n){if(!(n<7.5)){t.setLineDash([]);for(let[o,r]of this.seats)
o<e.west||o>e.east||r<e.north||r>e.south||(t.beginPath(),t.arc(e.left(o)/e.ratio,e.top(r)/e.ratio,2.6,0,2*Math.PI),t.fillStyle=
"#ffffff",t.fill(),t.lineWidth=1.2,t.strokeStyle="#3c464e",t.stroke())}},paintRoads(t,e,n){let{x:o,y:r,start:s,end:i,one:l}=this.
roads;t.beginPath();for(let d=0;d<s.length;d++){let[p,h]=[s[d],i[d]];o[p]<e.west&&o[h]<e.west||o[p]>e.east&&o[h]>e.east||
r[p]<e.north&&r[h]<e.north||r[p]>e.south&&r[h]>e.south||(t.moveTo(e.left(o[p])/e.ratio,e.top(r[p])/e.ratio),t.lineTo(e.left(
o[h])/e.ratio,e.top(r[h])/e.ratio))}t.setLineDash([]);let c=n<6.5?.7:n<8?1:n<10?1.6:2.6;n>=8.5&&(t.lineWidth=c+1.6,t.strokeStyle=
"rgba(255, 255, 255, 0.85)",t.stroke()),t.lineWidth=c,t.strokeStyle=l.style.color,t.stroke()}});function al({lon:t,lat:e,
start:n,end:o}){let r=new Float64Array(t.length),s=new Float64Array(t.length);for(let i=0;i<t.length;i++)[r[i],s[i]]=Vo(
[e[i],t[i]]);return{x:r,y:s,start:n,end:o}}function Ve(t,e,n,{color:o,width:r,dash:s}){t.beginPath();for(let i of e)Ps(t,
i,n);t.setLineDash(s),t.lineWidth=r,t.strokeStyle=o,t.stroke()}function il(t,e){let n=S.filter(o=>o.border===t);return n.
length?n.some(o=>f.shown[o.number]):e>=el[t]}var Ho=[];function Rs(){if(!it.length)return;X("gisplan-ground",380);let t=S.
filter(o=>o.geometry==="raster"||o.geometry==="polygon"&&o.style.kind!=="outline"),e=t.length?t[t.length-1].number:-1;X(
"gisplan-lines",400+Math.max(e,0)),Ho.push(new rl({pane:"gisplan-ground"}).addTo(m)),Ho.push(new sl({pane:"gisplan-lines"}).
addTo(m));let n=()=>{for(let o of Ho)o.draw()};L("context",n),L("layers",n)}function Ns(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function Ds(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),s=(p,h)=>{let g=(r.get(
p)??"").split(",").map(y=>y?Number(y):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},i={},l=s("map",3);
if(l&&Math.abs(l[1])<=85&&Math.abs(l[2])<=360&&l[0]>=0&&l[0]<=22&&(i.view=l),r.has("layers")){let p=r.get("layers").split(
" ");i.shown=e.map(h=>p.includes(h))}let c=s("opacity",n);c?.every(p=>p>=0&&p<=100)&&(i.opacity=c.map(p=>p/100)),["zh","\
en"].includes(r.get("lang"))&&(i.lang=r.get("lang"));let d=Number(r.get("year"));return i.year=r.has("year")&&o.includes(
d)?d:null,i}function Fs({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i},l,c=[]){let d=new URLSearchParams;d.set("\
map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),d.set("layers",l.filter((p,h)=>o[h]).join(" ")),r.some(p=>p!==1)&&
d.set("opacity",r.map(p=>Math.round(100*p)).join(",")),s!==null&&d.set("year",s),d.set("lang",i);for(let[p,h]of c)d.set(
p,h);return`#${d.toString().replace(/%2C/g,",")}`}var ll=/\s+(?:City|District|Province|County|(?:(?:\w+ )+)?Autonomous (?:Prefecture|County|Region)|Banner)$/,cl=/(?:回族|藏族|蒙古族|裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|维吾尔|壮族)+自治(州|县|区)$/;
function _s(t,e){if(e==="en")return t.replace(ll,"")||t;let n=t.replace(cl,(o,r)=>r==="区"?"":r);return n.length>1?n:t}function Us(t,e){let n=null,o=0;for(let r of t){let s=[];for(let i of[...r,null])if(i&&e.contains(i))s.push(i);else{let l=ul(
s);l>o&&([n,o]=[dl(s,l),l]),s=[]}}return n}function ul(t){return t.slice(1).reduce((e,[n,o],r)=>e+Math.hypot(n-t[r][0],o-
t[r][1]),0)}function dl(t,e){let n=e/2;for(let o=1;o<t.length;o++){let r=Math.hypot(t[o][0]-t[o-1][0],t[o][1]-t[o-1][1]);
if(r>=n)return t[o];n-=r}return t[t.length-1]??null}var Hs=X("gisplan-labels",590);Hs.classList.add("leaflet-zoom-hide");var Gs=C("svg",{class:"leaders",width:1,height:1,"a\
ria-hidden":"true"}),he=[],Yo={leader:4.4,seat:7.5,water:7},qo=[[0,0],[0,18],[0,-18]],pl=[26,40,56,74,94,118,144].flatMap(
t=>Array.from({length:16},(e,n)=>{let o=Math.PI*n/8;return[1.25*t*Math.cos(o),t*Math.sin(o)]}));function fl(t){let e=t.places.
length;return e<=1?1:e<=30?2:3}function ml(){return S.filter(t=>t.label&&t.geometry==="polygon").flatMap(t=>t.places.map(
e=>({layer:t,place:e,rank:fl(t),name:K(t,e.rows[0]),size:wl(e)})))}function Vs(t){return f.lang==="zh"?t[0]:t[1]||t[0]}function hl(){
return it.filter(t=>t.names).flatMap(t=>t.names.flatMap((e,n)=>e?[{context:t,rank:t.kinds?"around":"water",name:Vs(e),anchor:t.
anchors[n]??null,paths:t.geometry==="line"?t.paths[n].map(([o])=>o):null}]:[]))}function gl(){return _n.map(({names:t,at:e})=>({
rank:"seat",name:Vs(t),anchor:e}))}var Ws=[2,1,3,"seat","water","around"];function yl(){for(let t of he)t.element.remove();
he=[...ml(),...gl(),...hl()].map(t=>({...t,element:a(`span.label.rank-${t.rank}`,{"aria-hidden":"true",dir:"auto"},_s(t.
name,f.lang))})),he.sort((t,e)=>Ws.indexOf(t.rank)-Ws.indexOf(e.rank)||(e.size??0)-(t.size??0)),Hs.append(Gs,...he.map(t=>t.
element)),he.forEach(t=>{t.element.hidden=!1,t.width=t.element.offsetWidth,t.height=t.element.offsetHeight}),Ot()}function wl(t){
let{room:e}=t;return(e.getEast()-e.getWest())*(e.getNorth()-e.getSouth())}function kl(){let t=m.getContainer().getBoundingClientRect();
return[...document.querySelectorAll(".leaflet-control-container .leaflet-control, #search, #years, #measure, .over-map")].
map(n=>n.getBoundingClientRect()).filter(n=>n.width&&n.height).map(n=>{let o=m.containerPointToLayerPoint([n.left-t.left,
n.top-t.top]);return[o.x-2,o.y-2,o.x+n.width+2,o.y+n.height+2]})}function xl(){let t=[];return S.forEach(e=>{let n=e.places.
length<=le;e.geometry!=="point"||!f.shown[e.number]||!n||e.places.forEach(o=>{if(ft(e)&&!N(e,o).length)return;let r=m.latLngToLayerPoint(
o.point),s=W[o.precision]+2;t.push([r.x-s,r.y-s,r.x+s,r.y+s])})}),t}function bl(t,e){return t[0]<e[2]&&t[2]>e[0]&&t[1]<e[3]&&
t[3]>e[1]}function js(t,e,[n,o]){let{width:r,height:s}=t,[i,l]=[e.x+n,e.y+o];return[i-r/2,l-s/2,i+r/2,l+s/2]}function vl(t){
let e=m.getZoom();if(t.layer){if(!f.shown[t.layer.number])return null;let{place:o,width:r,height:s}=t,i=m.latLngToLayerPoint(
o.room.getNorthWest()),l=m.latLngToLayerPoint(o.room.getSouthEast()),c=l.x-i.x>.8*r&&l.y-i.y>s,d=m.latLngToLayerPoint(o.
anchor);return m.getBounds().contains(o.anchor)?t.rank===2?{at:d,near:c?qo:[],far:e<Yo.leader?[]:pl}:c?{at:d,near:qo,far:[]}:
null:null}if(t.rank==="seat"){if(e<Yo.seat)return null;let[o,r]=[t.width/2+6,t.height/2+4];return{at:m.latLngToLayerPoint(
t.anchor),near:[[o,0],[-o,0],[0,-r],[0,r]],far:[]}}if(!Mt(t.context)||t.rank==="water"&&e<Yo.water)return null;let n=t.paths?
Us(t.paths,m.getBounds()):t.anchor;return n?{at:m.latLngToLayerPoint(n),near:qo,far:[]}:null}function Ot(){let t=m.getSize(),
e=m.containerPointToLayerPoint([0,0]),n=[e.x+3,e.y+3,e.x+t.x-3,e.y+t.y-3],o=p=>p[0]>=n[0]&&p[1]>=n[1]&&p[2]<=n[2]&&p[3]<=
n[3],r=kl(),s=xl(),i=[],l=new Set,c=[],d=(p,h)=>o(p)&&!h.some(g=>bl(p,g));he.forEach(p=>{let{element:h}=p,g=h.textContent,
y=l.has(g)?null:vl(p),x=null,E=!1;if(y){let $=[...i,...s,...r];x=y.near.map(T=>js(p,y.at,T)).find(T=>d(T,$)),x||(x=y.far.
map(T=>js(p,y.at,T)).find(T=>d(T,$)),E=!!x)}h.hidden=!x,x&&(l.add(g),i.push(x),E&&c.push(Ll(y.at,x)),b.DomUtil.setPosition(
h,b.point(Math.round(x[0]),Math.round(x[1]))))}),Gs.replaceChildren(...c)}function Ll({x:t,y:e},n){let o=[Math.min(Math.
max(t,n[0]),n[2]),Math.min(Math.max(e,n[1]),n[3])];return C("path",{d:`M${t} ${e}L${o[0]} ${o[1]}`})}function Ys(){L("la\
nguage",yl);for(let t of["layers","context"])L(t,Ot);m.on("moveend viewreset resize",Ot)}var qs={A3:"A3 landscape",A4:"A4 landscape"},te=null,Wn="A3";function Ml(){for(let t of document.styleSheets){let e=[...t.
cssRules].findIndex(n=>n instanceof CSSPageRule);if(!(e<0)){t.deleteRule(e),t.insertRule(`@page { size: ${qs[Wn]}; margi\
n: 12mm; }`,e);return}}}function El(){return Ao(.02)?Mn()??m.getBounds():m.getBounds()}function Ks(){te||document.body.classList.
contains("printing-list")||(te={centre:m.getCenter(),zoom:m.getZoom(),bounds:El()},at(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,f.paper=!0,Zs())}function Zs(){
document.body.classList.toggle("paper-a4",Wn==="A4"),Ml(),m.invalidateSize({animate:!1,pan:!1}),m.fitBounds(te.bounds,{animate:!1,
padding:[8,8]}),O("paper"),Ss(zl()),Ot()}function Ko(){if(!te)return;let{centre:t,zoom:e}=te;te=null,f.paper=!1,document.
documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById("sheet").
hidden=!0,document.getElementById("sheet-more").hidden=!0,m.invalidateSize({animate:!1,pan:!1}),m.setView(t,e,{animate:!1}),
O("paper"),Ot()}function zl(){let t=e=>a("label",{},a("input",{type:"radio",name:"paper-size",id:`paper-${e.toLowerCase()}`,
checked:e===Wn,onchange:()=>{Wn=e,Zs(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);return a("div.s\
heet-tools",{role:"group","aria-label":u("print")},Object.keys(qs).map(t),a("button.sheet-print",{type:"button",id:"pape\
r-print",onclick:()=>window.print()},u("print")),a("button.sheet-back",{type:"button",onclick:Ko},u("back")))}function Qs(){
Ks(),document.getElementById("paper-print").focus()}function jn(){return te!==null}function Js(){let t=!1;window.addEventListener(
"beforeprint",()=>{t=jn(),Ks()}),window.addEventListener("afterprint",()=>{t||Ko()}),document.addEventListener("keydown",
e=>{e.key==="Escape"&&Ko()})}var ee={last:"",timer:0,ready:!1},ea=Ns(S),Qo=[];function na(t){Qo.push(t)}function oa(){return Ds(window.location.hash,
{keys:ea,groups:w.groups.length,years:Z})}function ra(){let{lat:t,lng:e}=m.getCenter(),n=Qo.flatMap(o=>o.write());return Fs(
{zoom:m.getZoom(),lat:t,lng:e},f,ea,n)}function Xs(t){t.shown&&S.forEach((n,o)=>{f.shown[o]!==t.shown[o]&&ot(n,t.shown[o])}),
t.opacity?.forEach((n,o)=>{fn(o,n)}),mt(t.year);let e=new URLSearchParams(window.location.hash.replace(/^#/,""));for(let n of Qo)
n.follow(e);t.view&&m.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),ee.ready=!0}function ta(){!ee.ready||jn()||(clearTimeout(
ee.timer),ee.timer=setTimeout(()=>{if(!jn()){ee.last=ra();try{window.history.replaceState(null,"",ee.last)}catch{}}},120))}
async function sa(){let t=window.location.href.split("#")[0]+ra(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{
e=!1}$t(()=>[a("h2",{id:"about-title"},u("linkTitle")),a("p.lead",{},e?u("copied"):""," ",u("linkHint")),a("input",{id:"\
link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById(
"link-text").focus()}var Zo=oa();function aa(){Zo.lang&&(f.lang=Zo.lang)}function ia(){Xs(Zo),window.addEventListener("h\
ashchange",()=>{if(window.location.hash===ee.last)return;let t=oa();t.lang&&t.lang!==f.lang&&(f.lang=t.lang,O("language")),
Xs(t)}),m.on("moveend",ta);for(let t of["language","layers","year","view","tasks"])L(t,ta)}var Sl=b.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!D.matches}),b.DomEvent.disableClickPropagation(
this.box),L("language",()=>this.write()),this.box},write(){let t=[...[...w.context?.layers??[]].reverse().flatMap(r=>r.sources.
map(u)),...Object.values(w.tables).flatMap(r=>r.sources).map(r=>u(r.title)),...w.headlines.flatMap(r=>r.sources.map(u))],
e=[u(w.attribution),w.basemap?u(w.basemap.attribution):"",...new Set(t)].filter(Boolean),n=a(w.review?"span.review":"spa\
n.review.unset",{},u("review"),w.review?k(w.review):u("noReview")),o=a("div.credits",{tabIndex:0},a("span",{},u("credits")));
e.forEach((r,s)=>{o.append(s?"; ":"",k(r))}),this.box.replaceChildren(a("summary",{},n),o)}}),Tl=b.Control.extend({onAdd(){
let t=(e,n,o)=>a("button",{type:"button","data-say":e,onclick:o},n);return this.box=a("div.zoom.leaflet-bar",{},t("zoomI\
n","+",()=>m.zoomIn()),t("zoomOut","−",()=>m.zoomOut()),t("home",_t("home"),Be)),b.DomEvent.disableClickPropagation(this.
box),L("language",()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.dataset.
say),t.setAttribute("aria-label",t.title)})}});function $l(){document.fullscreenElement?document.exitFullscreen():document.
documentElement.requestFullscreen().catch(()=>dt(u("full")))}var Al=[["measure",()=>Bn(!f.measuring)],["full",$l],["link",
sa],["print",Qs]],Cl=b.Control.extend({onAdd(){let t=Al.filter(([e])=>e!=="full"||document.fullscreenEnabled);return this.
box=a("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,onclick:n,"aria-pressed":e===
"measure"?"false":null},_t(e)))),b.DomEvent.disableClickPropagation(this.box),L("language",()=>this.write()),this.box},write(){
this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.id.replace("tool-","")),t.setAttribute("aria-label",t.title)})}});
function la(){let t=new Sl({position:"bottomright"}).addTo(m);return new Tl({position:D.matches?"bottomright":"topright"}).
addTo(m),new Cl({position:"topright"}).addTo(m),b.control.scale({imperial:!1,maxWidth:120,position:"bottomleft"}).addTo(
m),document.addEventListener("fullscreenchange",()=>m.invalidateSize({animate:!1})),t.box}var da=X("gisplan-counts",588);da.classList.add("leaflet-zoom-hide");var Ye=16;function Ol(t,e){let[n,o]=[t/2+e*.5,Ye/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Ye/2-e-2],[0,Ye/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function ca(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function ua(){let t=S.filter(r=>r.geometry==="point"&&f.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:m.latLngToLayerPoint(s.point),count:N(r,s).length,radius:W[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:i,own:l})=>{let c=String(s),d=8+7*c.length,p=Ol(d,i).map(([x,E])=>[r.x+x-d/2,r.y+E-Ye/2,r.x+x+d/2,r.y+E+Ye/2]),h=p.
filter(x=>n.every(E=>ca(x,E))),g=h.find(x=>e.every((E,$)=>$===l||ca(x,E)))||h[0]||p[0];n.push(g);let y=a("span.mark-coun\
t",{"aria-hidden":"true"},c);return y.style.width=`${d}px`,b.DomUtil.setPosition(y,b.point(Math.round(g[0]),Math.round(g[1]))),
y});da.replaceChildren(...o)}function pa(){m.on("zoomend viewreset resize",ua);for(let t of["language","layers","year","\
kept","paper"])L(t,ua)}var ne={width:320,height:104,most:160};function fa(t,e,n){let o=e&&t.data.columns[e];return o&&bt(o)?Pl(t,e,n):t.legend.
classes?Il(t):null}function Bl(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"\
true"},n||""))}function Pl(t,e,n){let r=t.data.columns[e],s=n.map(A=>({row:A,value:U(r.values,A)})).filter(A=>typeof A.value==
"number").slice(0,ne.most);if(s.length<2)return null;let{width:i,height:l}=ne,c=s.map(A=>A.value),[d,p]=[Math.min(0,...c),
Math.max(0,...c)],h=A=>4+(l-8)*(p-A)/(p-d||1),g=i/s.length,y=g>4?Math.min(3,g*.2):0,x=s.map(({row:A,value:B},I)=>{let j=C(
"g",{class:"bar","data-row":A});return j.append(C("rect",{class:"hit",x:I*g,y:0,width:g,height:l}),C("rect",{class:"valu\
e",x:I*g+y/2,width:Math.max(.6,g-y),y:Math.min(h(0),h(B)),height:Math.max(1,Math.abs(h(B)-h(0))),fill:e===t.column?kn(t,
A):"#4d8296"})),j}),E=`${u("chart")}${u(r.title)}`,$=C("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":E,preserveAspectRatio:"\
none"},...x,C("line",{class:"zero",x1:0,x2:i,y1:h(0),y2:h(0)}));$.addEventListener("mouseover",A=>Zt(t,ie(A))),$.addEventListener(
"mouseleave",()=>Zt(t,null)),$.addEventListener("click",A=>{let B=ie(A);B!==null&&me(t,B,!1,!1)});let T=s.length===ne.most&&
n.length>ne.most?a("span.count",{},` ${H("firstBars",ne.most)}`):null;return Bl([k(u(r.title)),r.unit?k(f.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?q():null,T],$)}function Il(t){let e=xn(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:u(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,s=C("svg",{viewBox:`0 0 ${ne.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=ne.width*i.count/o;s.append(C("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),a("figure.chart",{},a("figcaption",{},k(u(t.legend.title)),t.legend.derived?q():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),k(i.text),a("span.count",{},` ${H(
"rows",i.count)}`)))))}function ma(t,e,n){let o=t.data.columns[e];return n===null||!o||!bt(o)?[u("chartHint")]:[k(K(t,n),
"strong.datum")," ",tt(o,V(t.data,e,n),t,e)]}var Bt=document.getElementById("figures"),Gn=document.getElementById("figures-toggle"),P={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},Rl=26;function Xo(){let t=S.filter(r=>f.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===P.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function ha(){let t=Xo();return!t||t.data.
count<=5e3}function tr(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
Ut(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some((i,l)=>{let c=V(t.data,r,l);return typeof c=="s\
tring"&&!Ut(e[r].words,c)&&(c.length>Rl||c.includes(`
`))}))}function Nl(t,e,n){let o=t.data,r=new Intl.Collator(f.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(d,p)=>p).filter(d=>jt(t,d));if(!e)return s;let i=o.columns[e],l=new Map(s.map(d=>{let p=V(o,e,d);return p==null?
[d,null]:[d,typeof p=="number"?p:pt(i,p,t,e)]})),c=n?-1:1;return s.sort((d,p)=>{let[h,g]=[l.get(d),l.get(p)];if(h===null||
g===null)return(h===null)-(g===null)||d-p;let y=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return c*y||d-
p})}function Dl(t){if(f.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=f.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function Fl(){return w.headlines.length?a("dl.headlines",{},w.headlines.
map(t=>Dl(t)).map(t=>a("div",{title:u("credits")+t.sources.map(u).join("; ")},a("dt",{},k(u(t.title))),a("dd",{},t.before&&
t.value!==null?k(`${u(t.before)} `):null,a("strong",{},_l(t)),t.unit&&t.value!==null?k(` ${u(t.unit)}`):null,t.of!==null?
a("span.of",{},H("ofAll",t.of)):null,t.derived?q():null,f.year!==null&&!t.years?a("span.note",{},u("everyYearAlike")):null,
t.missing?a("span.note",{},H("unknown",t.missing)):null,t.point&&t.value!==null?k(`${u(t.point)} ${Hn(t.value)}`,"span.n\
ote"):null,t.worth?k(u(t.worth),"span.note"):null)))):null}function _l(t){if(t.value===null)return"—";if(!t.point)return Hn(
t.value);let[e,n]=[Hn(t.low),Hn(t.high)];return e===n?e:`${e}–${n}`}function Hn(t){return Math.abs(t)>=1e3?J(Math.round(
t)):J(Math.round(t*10)/10)}function Ul(t,e){let n=t.data.columns[e];P.down=P.sort===e?!P.down:bt(n),P.sort=e,oe(),document.
getElementById(`sort-${tr(t).indexOf(e)}`).focus()}function Wl(t,e,n){let o=t.data.columns[e],r=P.sort===e;return a(bt(o)?
"th.number":"th",{scope:"col","aria-sort":r?P.down?"descending":"ascending":"none"},a("button",{type:"button",id:`sort-${n}`,
onclick:()=>Ul(t,e)},k(u(o.title)),a("span.arrow",{"aria-hidden":"true"},r?P.down?"▼":"▲":"")),o.unit?a("span.unit",
{dir:"auto"},u(o.unit)):null,o.derived?q():null)}function jl(t,e,n){let o=t.data,r=a("tr",{"data-row":String(n)});return e.
forEach((s,i)=>{let l=o.columns[s],c=pt(l,V(o,s,n),t,s);if(i===0){r.append(a("th",{scope:"row"},a("button",{type:"button",
dir:"auto",onclick:d=>me(t,n,!1,d.detail===0)},c)));return}r.append(a(bt(l)?"td.number":"td",{dir:bt(l)?null:"auto"},s===
t.column&&t.style.kind!=="outline"?a("span.dot",{style:{"--color":kn(t,n)}}):null,c))}),r}function Hl(t){let e=S.filter(
n=>f.shown[n.number]&&n.geometry!=="raster").reverse();return a("label.pick",{},a("span",{},u("tableOf")),a("select",{id:"\
figures-layer",onchange:n=>{Object.assign(P,{picked:Number(n.target.value),sort:null,most:200}),oe()}},e.map(n=>a("optio\
n",{value:String(n.number),selected:n===t},u(n.title)))))}function Gl(t){let e=tr(t),n=P.rows.slice(0,P.most),o=a("table",
{onmouseover:r=>Zt(t,ie(r)),onmouseleave:()=>Zt(t,null),onfocusin:r=>Zt(t,ie(r))},a("caption",{},k(u(t.title)),a("span.c\
ount",{},` ${H("tableRows",P.rows.length)}`)),a("thead",{},a("tr",{},e.map((r,s)=>Wl(t,r,s)))),a("tbody",{},n.map(r=>jl(
t,e,r))));return[P.rows.length?null:a("p.hint",{},u("nothingDue")),a("div.table",{tabIndex:0,role:"region","aria-label":u(
t.title)},o),n.length<P.rows.length?a("button.more",{type:"button",id:"figures-more",onclick:()=>{P.most+=500,oe()}},u("\
more")):null]}function oe(){if(Gn.replaceChildren(u("figures")),Bt.setAttribute("aria-label",u("figuresTitle")),!P.open)
return;let t=Bt.contains(document.activeElement)?document.activeElement.id:null,{scrollTop:e}=Bt,n=Xo(),o=[a("div.figure\
s-head",{},a("h2",{},u("figuresTitle")),a("button.close",{type:"button",id:"figures-close","aria-label":u("close"),onclick:()=>{
Pt(!1),Gn.focus()}},"×")),Fl()];if(n){let r=tr(n);if(!r.includes(P.sort)){let s=n.column&&r.includes(n.column)?n.column:
r[0];P.sort=s||null,P.down=!!(s&&bt(n.data.columns[s]))}P.rows=Nl(n,P.sort,P.down),o.push(Hl(n),fa(n,P.sort,P.rows),Gl(n))}else
o.push(a("p.hint",{},u("nothingShown")));Bt.replaceChildren(...o.flat(1/0).filter(Boolean)),Bt.scrollTop=e,t&&document.getElementById(
t)&&document.getElementById(t).focus(),Jo(!1)}function Jo(t){if(!P.open)return;let e=Xo();if(!e)return;let n=f.chosen&&f.
chosen.layer.table===e.table?f.chosen:null,o=De.find(l=>l.layer.table===e.table),r=o?new Set(o.place.rows):new Set;Bt.querySelectorAll(
"[data-row]").forEach(l=>{let c=Number(l.dataset.row);l.classList.toggle("hovered",r.has(c));let d=!!n&&(n.place?n.place.
rows.includes(c):n.row===c);l.classList.toggle("picked",d),l.tagName==="TR"&&l.setAttribute("aria-selected",String(d)),t&&
d&&l.tagName==="TR"&&Vl(l)});let s=Bt.querySelector(".chart-note"),i=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(
...ma(e,P.sort,i))}function Vl(t){let e=t.closest(".table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=
n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=n+o-e.clientHeight)}function Pt(t){de(()=>{P.open=t,t&&O("opened","fig\
ures"),Bt.hidden=!t,document.body.classList.toggle("figures-open",t),Gn.setAttribute("aria-expanded",String(t)),oe()})}function ga(){
Gn.addEventListener("click",()=>Pt(!P.open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&D.matches&&P.open&&
Pt(!1)}),L("opened",t=>{(["desk","tasks"].includes(t)||t==="panel"&&D.matches)&&P.open&&Pt(!1)}),L("language",oe),L("lay\
ers",oe),L("year",oe),L("hover",()=>Jo(!1));for(let t of["chosen","docked"])L(t,()=>Jo(!0))}function Yl(t){let e=[u(t.publisher),t.date].filter(Boolean),n=a("li",{},k(u(t.title)));for(let o of e)n.append(" · ",k(
o));return t.url&&n.append(" · ",t.link?dn(t.url,t.url):k(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},u(t.note))),
n}function ql(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=a("dl.values"),o=(r,...s)=>n.append(a("dt",{},u(r)),
a("dd",{},...s));return t.vintage&&o("vintage",k(t.vintage)),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(
Yl))),t.licence&&o("licence",k(t.licence)),e.length&&o("meaning",a("ul.plain",{},e.map(r=>a("li",{},k(u(r.title),"strong\
.datum"),r.derived?q():null," ",k(u(r.meaning)))))),a("section",{},a("h3",{dir:"auto"},u(t.title)),a("p",{dir:"auto"},u(
t.description)),n)}function ya(){return[a("h2",{id:"about-title"},u("about")),a("p.lead",{dir:"auto"},u(w.description)),
Object.values(w.tables).map(ql),a("p.software",{},u("software"))]}var wa=document.getElementById("about-open"),Vn=document.getElementById("language");function Kl(){document.documentElement.
lang=f.lang==="zh"?"zh-CN":"en",document.title=u(w.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=u(w[t]),e.title=u(w[t])}wa.replaceChildren(...un("about")),Vn.replaceChildren(u("language")),Vn.setAttribute(
"aria-label",u("languageHint")),Vn.lang=f.lang==="zh"?"en":"zh-CN",m.getContainer().setAttribute("role","main"),m.getContainer().
setAttribute("aria-label",u("map"))}function ka(){wa.addEventListener("click",()=>$t(ya)),Vn.addEventListener("click",()=>{
f.lang=f.lang==="zh"?"en":"zh",O("language")}),L("language",Kl)}function Zl(t){let{color:e,colors:n,weight:o,dash:r}=t.style;return t.geometry==="polygon"?a("span.swatch",{style:{"--co\
lor":Object.values(n)[0]??e,"--opacity":1,"--border":"#b9c4cc"}}):C("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidd\
en":"true"},C("path",{d:"M1 6H23",stroke:t.kinds?"#4f4a55":e,"stroke-width":Math.max(1.2,o),"stroke-dasharray":t.kinds?"\
8 3 1.6 3":r||"none"}))}function xa(){return it.length?a("fieldset.context",{},a("legend",{},u("context")),[...it].reverse().
map(t=>{let e=`context-${t.name}`;return a("div.layer",{},a("div.layer-head",{},a("input",{type:"checkbox",id:e,checked:Mt(
t),onchange:n=>Bs(t,n.target.checked)}),a("label",{for:e,dir:"auto"},k(u(t.title))),Zl(t)))})):null}var er=document.getElementById("panel"),or=document.getElementById("panel-toggle");function Ql(t,e){return a("input",{type:"\
checkbox",id:e,checked:f.shown[t.number],onchange:n=>ot(t,n.target.checked)})}function Jl(t,e){return a("input",{type:"r\
adio",name:"theme",id:e,checked:f.shown[t.number],title:u("oneTheme"),onclick:()=>ot(t,!f.shown[t.number])})}function Xl(t){
let e=`layer-${t.number}`,n=a("div.layer",{},a("div.layer-head",{},Te(t)?Jl(t,e):Ql(t,e),a("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?pe(t.style):null)),o=An(t);return o.children.length&&(o.hidden=!f.shown[t.number],n.append(
o)),n}function tc(t,e){return a("label.opacity",{title:u("opacity")},a("span",{"aria-hidden":"true"},u("opacityShort")),
a("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),a("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*f.opacity[e]),oninput:n=>fn(e,n.target.valueAsNumber/100)}))}function nr(){let t=document.activeElement?.
id;er.setAttribute("aria-label",u("layers")),er.replaceChildren(...w.groups.map((e,n)=>a("fieldset",{style:{"--group":f.
opacity[n]}},a("legend",{dir:"auto"},u(e.title)),tc(e,n),[...e.layers].reverse().map(o=>Xl(S[o])))).reverse(),xa()??""),
or.replaceChildren(...un("layers")),t&&er.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(t).focus()}function qe(t){
document.body.classList.toggle("panel-open",t),or.setAttribute("aria-expanded",String(t)),t&&O("opened","panel"),m.invalidateSize(
{animate:!1})}function ec(){for(let t of S){let e=document.getElementById(`legend-${t.number}`);e&&(e.hidden=!f.shown[t.
number]);let n=document.getElementById(`layer-${t.number}`);n&&(n.checked=f.shown[t.number])}}function nc(){f.opacity.forEach(
(t,e)=>{let n=document.getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest("fieldset").style.setProperty(
"--group",t))})}function ba(){or.addEventListener("click",()=>qe(!document.body.classList.contains("panel-open"))),document.
addEventListener("keydown",t=>{t.key==="Escape"&&D.matches&&qe(!1)}),L("opened",t=>{t!=="panel"&&D.matches&&qe(!1)}),L("\
language",nr),L("year",nr),L("kept",nr),L("layers",ec),L("view",nc)}function Ke(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function La({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(Ke);return{code:n||"",zh:Ke(t??""),en:Ke(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(Ke),initials:r.map(s=>s.slice(0,1)).join("")}}function oc(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var rc=3;function va({entry:t,fit:e}){
return t.unit&&e<=rc?0:1}function Ma(t,e,n){let o=Ke(e);return o?t.map(r=>({entry:r,fit:oc(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>va(r)-va(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var sr=document.getElementById("search"),sc=12,rr=null,G=[],et=-1;function ac(){let t=[],e=new Set,n=r=>S.some(s=>s.table===
r&&f.shown[s.number]);return Object.keys(w.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=w.tables[r],{search:i}=s,l=i.
name?s.columns[i.name]:null;for(let c=0;c<s.count;c++){let d=l?U(l.values,c):null,p=l?.english?U(l.english,c):null,h=i.code?
i.code[c]:null,g=h?`${h} ${d}`:null;if(d===null&&p===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let y=i.pinyin?U(i.
pinyin,c):null,x=h!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:x,...La({zh:d,en:p,code:h,pinyin:y})})}}),t}
function Ea(t){return rr=rr||ac(),Ma(rr,t,sc)}function za(t){let e=S.filter(n=>n.table===t);return e.filter(n=>f.shown[n.
number]).pop()||e[0]}function Sa(t){let e=za(t.table);ic(),f.year!==null&&!jt(e,t.row)&&mt(null),me(e,t.row,!0,!0),D.matches&&
Pt(!1)}function ic(){G=[],et=-1,Ze()}function lc(t){let e=za(t.table),n=w.tables[t.table],o=n.search.name?n.columns[n.search.
name]:null,r=o?.english?U(f.lang==="zh"?o.english:o.values,t.row):null;return[k(K(e,t.row),"strong.datum"),r?k(r,"span.o\
ther"):null,a("span.of",{},t.code?`${t.code} · `:"",k(u(e.title)))]}function Ze(){let t=document.getElementById("search\
-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...G.
map((r,s)=>a("li",{id:`found-${s}`,role:"option","aria-selected":String(s===et),onmousedown:i=>{i.preventDefault(),Sa(r)}},
lc(r))));let o=document.getElementById("search-none");o.hidden=G.length>0||!n||et===-2,o.textContent=u("nothingFound"),t.
hidden=!G.length,e.setAttribute("aria-expanded",String(G.length>0)),et>=0?(e.setAttribute("aria-activedescendant",`found\
-${et}`),document.getElementById(`found-${et}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescend\
ant")}function cc(t){G=Ea(t.target.value),et=G.length?0:-1,Ze(),t.target.value.trim()&&dt(G.length?H("found",G.length):u(
"nothingFound"))}function uc(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&G.length?(t.preventDefault(),et=(et+e+G.length)%
G.length,Ze()):t.key==="Escape"&&(t.stopPropagation(),G.length||(t.target.value=""),G=[],et=-2,Ze())}function dc(){let t=document.
getElementById("search-input");sr.setAttribute("aria-label",u("search")),sr.replaceChildren(a("div.field",{},_t("search"),
a("input",{id:"search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"aria-label":`${u("search")}: ${u(
"searchHint")}`,"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.
value:"",oninput:cc,onkeydown:uc,onblur:()=>{et=-2,G=[],Ze()}})),a("ul",{id:"search-list",role:"listbox","aria-label":u(
"search"),hidden:!0}),a("p",{id:"search-none",hidden:!0}))}function Ta(){sr.addEventListener("submit",t=>{t.preventDefault();
let e=document.getElementById("search-input");G.length||(G=Ea(e.value)),G.length&&Sa(G[Math.max(0,et)])}),document.addEventListener(
"keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById(
"search-input").focus())}),L("language",dc)}var Qe={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},$a={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function z(t){return u(Qe[t])}function re(t,e){let n=ae(e);return u({zh:$a[t].zh(
n),en:$a[t].en(n)})}function Yn(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function Aa(t){return u({zh:`${t} ${Qe.dueBy.zh}`,en:`${Qe.dueBy.
en}${t}`})}function Ca(t){return u({zh:`${Qe.asOf.zh}：${t}`,en:`${Qe.asOf.en} ${t}`})}var ge=["met","partly","short","undecided","awaiting"],lt="overdue",Je="aims",pc=["target","milestone"],fc=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],Xe=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function Oa(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return fc.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function ar(t,e){let n=Oa(e);if(!n)return[];let o=t.
map(s=>s.names.map(Oa)),r=s=>o.map((i,l)=>i.some(s)?l:-1).filter(i=>i>=0);for(let s of[i=>i===n,i=>i===`省${n}`,i=>n.length>
1&&i.includes(n)]){let i=r(s);if(i.length)return i}return[]}function Ba(t,e){let n=U(t,e);return n?n.split(" ").map(Number):
[]}function Pa({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,i=(c,d)=>r[c]?U(r[c].values,d):null,l=(c,d)=>r[c]?
[i(c,d),r[c].english?U(r[c].english,d):null]:[];return Array.from({length:s},(c,d)=>({row:d,item:i("item",d),kind:i("kin\
d",d),state:i("state",d),year:i("year",d),due:i("due",d),lead:Ba(e,d),cooperate:Ba(n,d),regions:new Map((U(o,d)||"").split(
" ").filter(Boolean).map(p=>p.split(":")).map(([p,h])=>[Number(p),h])),words:[...l("name",d),i("clause",d),i("item",d),i(
"text_zh",d)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function qn(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function ir(t){return pc.
includes(t.kind)}function mc(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(ar(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(d=>c.some(p=>d[p].some(h=>l.has(h))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===Je?ir(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let i=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);i.push(c=>c.regions.has(l))}return t.mark&&o&&i.push(l=>o.has(l.row)),{found:r,here:i}}function lr(t,e,n){
let{found:o,here:r}=mc(e,n),s=d=>!e.states.length||e.states.includes(d.state)||e.states.includes(lt)&&qn(d,n.day),i=d=>t.
filter(p=>d.every(h=>h(p))),l=i([...o,...r]),c=e.due?lr(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:i(
[...o,s]),list:hc(l.filter(s))}}function hc(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function Kn(t,e){
let n=Object.fromEntries([...ge,lt].map(o=>[o,0]));for(let o of t)n[o.state]++,qn(o,e)&&n[lt]++;return n}function Ia(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(i=>i.year===o+s)}))}var gc=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function cr(t){return gc.test(t)}function Ra(t,{regions:e,kinds:n,years:o,rows:r}){let s=(i,l)=>{let c=t.get(i)??"";return l(
c)?c:""};return{...Xe,unit:(t.get("unit")??"").slice(0,80),role:s("role",i=>["lead","cooperate"].includes(i)),region:s("\
region",i=>e.some(l=>l.code===i)),due:s("due",i=>i==="none"||o.map(String).includes(i)),kind:s("kind",i=>i===Je||n.includes(
i)),states:(t.get("state")??"").split(" ").filter(i=>[...ge,lt].includes(i)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",i=>{let[l,c,...d]=i.split(".");return!d.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",cr)}}function ur(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var ye=w.tasks,ht=ye?Pa(ye):[],ct=ye?.table,tn=ye?.units??[],ut=ye?.regions??[],dr=ye?.rows??{},we=Object.keys(dr),pr=[...new Set(
ht.map(t=>t.year))].filter(Boolean).sort(),fr=[...new Set(ht.map(t=>t.kind))],M={open:!1,asked:Xe,found:null,chosen:null};
function Zn(t,e){let n=dr[t]?U(dr[t],e):"";return n?n.split(" ").map(Number):[]}function gt(){return M.asked.asOf||ce()}
function en(t){let[e,n]=t.split("."),o=vt[e]?.[Number(n)];return o?{name:e,place:o}:null}function It(t){M.asked={...M.asked,
...t};let e=M.asked.mark?en(M.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(o=>Zn(e.name,o)));M.found=lr(ht,M.asked,
{units:tn,regions:ut,marked:n,day:gt()}),O("tasks")}var yc={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},Da=60,wc=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],ke=Da;
function nn(t){return a(`span.sign.state-${t}`,{"aria-hidden":"true"},yc[t])}function xe(t,e){return pt(ct.columns[t],e)}
function yt(t){if(t.state===lt)return z("overdue");let e=qn(t,gt())?`${u({zh:"，",en:", "})}${z("overdue")}`:"";return xe(
"state",t.state)+e}function _(t,e){return ct.columns[t]?V(ct,t,e):null}function mr(t){let e=_("form",t.row),n=xe("kind",
t.kind);return e?`${n} · ${xe("form",e)}`:n}function kc(t){let e=[...t.regions].filter(([,n])=>n==="place");return Yn((e.
length?e:[...t.regions]).map(([n])=>u(ut[n])),4)}function Na(t){let e=_("value",t);if(e==null)return null;let n=_("measu\
re_unit",t)??"";return`${tt(ct.columns.value,e)} ${n}`.trim()}function xc(t,e){let n=a("dl.values"),o=(s,...i)=>{n.append(
a("dt.wide",{},k(s)),a("dd.wide",{dir:"auto"},...i))},r=_("text_zh",t.row);r&&o(u(ct.columns.text_zh.title),a("blockquot\
e",{lang:"zh-CN"},r));for(let s of wc){let i=_(s,t.row);if(s==="lead"&&!i&&o(u(ct.columns.lead.title),z("noLead")),s==="\
evidence"&&Na(t.row)&&o(z("known"),Na(t.row)),i==null)continue;let l=tt(ct.columns[s],i);o(u(ct.columns[s].title),s==="u\
rl"?dn(i,i):l)}return t.regions.size&&o(z("about"),kc(t)),[n,e?a("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
z("onMap")):a("p.hint",{},z("noPlace"))]}function bc(t,{open:e,place:n}){let o=M.chosen===t.row,r=`task-${t.row}`,s=_("l\
ead",t.row);return a(o?"li.task.opened":"li.task",{"data-item":t.item},a("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},nn(t.state),a("span.what",{},k(_("name",t.
row),"span.heading"),a("span.facts",{},a("strong",{},yt(t)),` · ${mr(t)} · `,k(_("clause",t.row)),s?[" · ",k(s)]:null))),
o?a("div.details",{id:`${r}-details`},xc(t,n(t))):null)}function Fa(t,e){if(!t.length)return[a("p.hint",{},z("nothing"))];
let n=t.findIndex(i=>i.row===M.chosen);n>=ke&&(ke=n+1);let o=[],r,s;for(let i of t.slice(0,ke)){if(i.year!==r||!s){r=i.year;
let l=t.filter(c=>c.year===r);s=a("ul.tasks"),o.push(a("h3",{},r?Aa(r):z("undated"),a("span.count",{},` ${re("tasks",l.length)}`)),
s)}s.append(bc(i,e))}return t.length>ke&&o.push(a("button.more",{type:"button",id:"tasks-more",onclick:()=>{ke+=200,e.again()}},
u("more"))),o}function _a(){ke=Da}var Ua={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},be=b.
layerGroup();function Wa(t){return t.geometry==="polygon"?t.data.search.code:null}function ja(t){for(let e of S){let n=Wa(
e)?.indexOf(t)??-1,o=n<0?null:rt(e,n);if(o)return{layer:e,place:o}}return null}function Ha(t){let e=we.map(n=>S.find(o=>o.
table===n)).sort((n,o)=>Number(f.shown[o.number])-Number(f.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,i)=>i).filter(s=>Zn(n.table,s).includes(t.row)).map(s=>rt(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>ja(ut[n].code)).filter(Boolean)}function Ga({
layer:t,place:e}){return e.point?b.circleMarker(e.point,{...Ua,radius:W[e.precision]+6}).addTo(be):b.polygon(e.parts,Ua).
addTo(be),t}function ve(t){if(be.clearLayers(),!t)return!1;let e=Ha(t);return e.forEach(Ga),e.length>0}function Va(t){let e=Ha(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!f.shown[n.number]&&ot(n,!0),ve(t),Pe(o,!1)}:null}
function Ya(t){be.clearLayers();let e=t?ja(t):null;e&&(Ga(e),Pe(e.place,!1))}function vc({layer:t,place:e,row:n}){if(we.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=Wa(t)?.[n];if(!o)return null;let r=i=>ut.
some(l=>l.code===i);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function Lc(){let t=!M.open||!M.found,e=new Set(
t?[]:M.found.anyPlace.map(o=>o.row)),n=!1;for(let o of we){let r=S.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,d)=>d).filter(c=>Zn(o,c).some(d=>e.has(d))),i=t||s.length===r[0].data.count?void 0:new Set(s),l=f.kept[o];Mc(l,
i)||(f.kept[o]=i,r.forEach(Rn),n=!0)}n&&O("kept")}function Mc(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function qa(){be.addTo(m),L("tasks",Lc),L("chosen",()=>{let t=f.chosen&&vc(f.chosen);t&&(be.clearLayers(),
It(t))})}var Qn=null;function Ec(t){return[[_("said_by",t.row),_("said_on",t.row)].filter(Boolean).join(" "),_("evidence",t.row),
t.state==="awaiting"?null:_("reason",t.row),_("note",t.row),_("found",t.row)].filter(Boolean).join(`
`)}function zc(t){let e=_("asked",t.row),n=_("text_zh",t.row);return[k(_("name",t.row)+(e?` · ${e}`:"")),n?a("blockquot\
e",{lang:"zh-CN"},n):null]}function Sc(t){return a("table",{},a("thead",{},a("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>a("th",{scope:"col"},z(n))))),a("tbody",{},t.map(n=>a("tr",{},a("td",{},k(_("clause",n.row))),
a("td",{},n.year?String(n.year):""),a("td",{},mr(n)),a("td",{},zc(n)),a("td",{},k(_("lead",n.row)??"—")),a("td",{},yt(
n)),a("td.basis",{dir:"auto"},Ec(n))))))}function Tc(t,e){Jn();let n=w.tables[Object.keys(w.tables)[0]]?u(w.attribution):
"";Qn=a("section",{id:"tasks-sheet"},a("h1",{},z("title")),a("p",{},e),a("p",{},`${re("tasks",t.length)} · ${Ca(gt())}`),
Sc(t),a("p.foot",{},`${u(w.title)} · ${u("printed")}${ce()} · ${n}`),a("button.sheet-back",{type:"button",onclick:Jn},
z("back"))),document.body.classList.add("printing-list"),document.body.append(Qn)}function Jn(){Qn?.remove(),Qn=null,document.
body.classList.remove("printing-list")}function Ka(t,e){Tc(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function Za(){window.addEventListener("afterprint",Jn),document.addEventListener("keydown",t=>{t.key==="Escape"&&
Jn()})}var Et=0;function Qa(t,e){let n=Ia(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);Et=Math.min(Et,o.length-1);let r=o.
findIndex(c=>c.row===M.chosen);r>=0&&(Et=r);let s=[],i=c=>{let d=V(ct,"name",c.row),p=`${c.year} · ${d} · ${yt(c)}`,h=a(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===Et?0:-1,title:p,"aria-label":p,
"aria-current":c.row===M.chosen?"true":null,onclick:()=>e(c.row)},nn(c.state));return s.push(h),h},l=c=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],p=c.key==="Home"?0:c.key==="End"?s.length-1:d&&Et+d;p===void 0||!s[p]||(c.preventDefault(),
s[Et].tabIndex=-1,Et=p,s[Et].tabIndex=0,s[Et].focus())};return a("section.moments",{},a("h3",{id:"timeline-title"},z("ti\
meline")),a("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:d})=>a(d.length?"div.of-year":"div.of-year.none",{},a("div.dots",{},d.map(i)),a("span.year",{},String(
c))))),a("p.hint",{id:"timeline-hint"},z("timelineHint")),a("details",{},a("summary",{},z("timelineData")),a("div.scroll",
{tabIndex:0,role:"region","aria-label":z("timelineData")},$c(n))))}function $c(t){let e=[...ge,lt],n=(o,r)=>{let s=Kn(r,
gt());return a("tr",{},a("th",{scope:"row"},o),a("td",{},String(r.length)),e.map(i=>a("td",{},String(s[i]))))};return a(
"table",{id:"timeline-table"},a("caption.unseen",{},z("timeline")),a("thead",{},a("tr",{},a("th",{scope:"col"},z("year")),
a("th",{scope:"col"},z("sum")),e.map(o=>a("th",{scope:"col"},k(yt({state:o})))))),a("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(z("sum"),t.flatMap(o=>o.tasks))))}var to=a("aside",{id:"tasks",hidden:!0}),hr=a("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),Le=a("div.results"),gr=a(
"div.tasks-body",{},hr,Le),eo=a("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>on(!M.open)});function on(t){de(()=>{M.open=t,t&&O("opened","tasks"),to.hidden=!t,document.body.classList.toggle(
"tasks-open",t),eo.setAttribute("aria-expanded",String(t)),t||ve(null),It({})})}function zt(t){_a(),It(t)}function se(t,e,n){
return a("div.field",{},a("label",{for:`tasks-${t}`},z(t)),e,n??null)}function Xn(t,e,n){let o=M.asked[t];return a("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>a("option",{value:r,selected:r===o},s)))}function Ac(){
let t=tn.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[a("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:M.asked.unit,placeholder:z("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>zt({unit:e.target.value}),"\
data-list":"tasks-units"}),a("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>a("option",{value:e})))]}function Cc(){
let t=[["",z("all")]];return ut.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of ut.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function yr(){let t=hr.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>zt({[r]:s}),[n,o]=Ac();n.setAttribute("list","tasks-units"),hr.replaceChildren(se("unit",n,a("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,se("role",Xn("role",[["",z("anyRole")],["lead",z("lead")],["cooperate",z("cooperate")]],
e("role"))),se("region",Xn("region",Cc(),r=>{zt({region:r,mark:""}),Ya(r)})),se("due",Xn("due",[["",z("all")],...pr.map(
r=>[String(r),String(r)]),["none",z("noYear")]],e("due"))),se("kind",Xn("kind",[["",z("all")],[Je,z("aims")],...fr.map(r=>[
r,xe("kind",r)])],e("kind"))),se("words",a("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:M.
asked.words,oninput:r=>zt({words:r.target.value})})),se("asOf",a("input",{id:"tasks-asOf",type:"date",value:gt(),onchange:r=>zt(
{asOf:cr(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Xa(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=M.asked,n=ar(tn,e),o=i=>{let l=i.now&&u(i.now)!==u(i),c=u({zh:"（",en:" ("}),
d=u({zh:"）",en:")"});return u(i)+(l?c+z("now")+u(i.now)+d:"")},r=n.map(i=>o(tn[i])),s=n.length&&!ht.some(i=>Oc(i,n));t.
textContent=e.trim()?n.length?(s?z("unnamed"):"")+Yn(r,4):z("noUnit"):""}function Oc(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function Bc(){let t=Kn(M.found.anyState,gt()),e=M.asked.states;return a("div.states",{role:"\
group","aria-label":z("state")},[...ge,lt].map(n=>a(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>zt({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===lt?null:nn(n),
a("span",{},yt({state:n}))," ",a("strong",{},String(t[n])))))}function Pc(){let{list:t}=M.found,e=t.filter(ir).length;return a(
"p.sum",{role:"status",id:"tasks-sum"},a("strong",{},re("tasks",t.length)),e&&e<t.length?a("span.count",{},` ${re("aims",
e)}`):null)}function Ic(){let t=M.asked.mark&&en(M.asked.mark);if(!t)return null;let e=S.find(n=>n.table===t.name);return a(
"p.marked",{},z("marked"),k(Wt(e,t.place)),a("button",{type:"button",id:"tasks-unmark","aria-label":z("unmark"),onclick:()=>zt(
{mark:""})},"×"))}function Rc(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:i}=M.asked,l=M.asked.mark&&en(M.
asked.mark);return[t.trim(),e&&z(e),n&&u(ut.find(d=>d.code===n)),l&&Wt(S.find(d=>d.table===l.name),l.place),o&&(o==="non\
e"?z("noYear"):o),r&&(r===Je?z("aims"):xe("kind",r)),...s.map(d=>yt({state:d})),i.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||z("all")}function Nc(){let t=ur(M.asked).length>0;return a("div.tools",{},a("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{M.chosen=null,ve(null),zt(Xe),yr(),Xa(),document.getElementById("tasks-unit").focus()}},
z("clear")),a("button",{type:"button",id:"tasks-print",onclick:()=>Ka(M.found.list,Rc())},z("print")))}function Ja(t){M.
chosen=M.chosen===t?null:t;let e=M.chosen===null?null:ht[t];ve(e),e&&!M.found.list.includes(e)?It({states:[],due:""}):O(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),dt(`${_("name",t)}, ${yt(e)}`))}function wr(){if(!M.open)return;let t=Le.contains(document.activeElement)?
document.activeElement.id:null,e=Le.querySelector("details")?.open??!1,{scrollTop:n}=gr,o={open:Ja,place:Va,again:wr},r=[
Ic(),Bc(),Pc(),Nc(),Qa(M.found.anyYear,Ja),...Fa(M.found.list,o)];Le.replaceChildren(...r.filter(Boolean)),e&&Le.querySelector(
"details")&&(Le.querySelector("details").open=!0),gr.scrollTop=n,t&&document.getElementById(t)?.focus(),Xa()}function Dc(){
let t=document.getElementById("tasks-region");t&&t.value!==M.asked.region&&(t.value=M.asked.region)}function Fc(){eo.replaceChildren(
z("tasks")),to.setAttribute("aria-label",z("title")),to.replaceChildren(a("div.tasks-top",{},a("h2",{},z("title")),a("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{on(!1),eo.focus()}},"×")),gr),yr(),wr()}
function _c(t){let n=Ra(t,{regions:ut,kinds:fr,years:pr,rows:we});n.mark&&!en(n.mark)&&(n.mark="");let o=t.get("item"),r=ht.
find(i=>i.item===o);M.asked=n,M.chosen=r?r.row:null;let s=t.has("tasks");yr(),s!==M.open?on(s):It({}),ve(s?r:null)}function Uc(){
if(!M.open)return[];let t=M.chosen===null?[]:[["item",ht[M.chosen].item]];return[["tasks","1"],...ur(M.asked),...t]}function ti(){
ht.length&&(document.getElementById("tools").prepend(eo),document.getElementById("panel").after(to),M.found=null,qa(),Za(),
It({}),na({write:Uc,follow:_c}),window.gisplanTasks={view:M,tasks:ht,ask:zt},L("language",Fc),L("tasks",()=>{Dc(),wr()}),
L("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&D.matches)&&M.open&&on(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&D.matches&&M.open&&on(!1)}))}function ei(...t){Ar(w),aa(),w.basemap&&vs(w.basemap),Ys(),ss(),ls(),ws(),Es(la()),ba(),ga(),Ta(),ys(),Js(),qr(),ka(),bs(),
Rs(),Pr(),pa(),ti();for(let e of t)e(w);O("language"),qe(!D.matches),Pt(window.matchMedia("(min-width: 1180px)").matches&&
ha()),Be(),ia(),Ot(),window.gisplan={map:m,data:w,state:f,layers:S,places:vt,setYear:mt,geodesicLength:nt,geodesicArea:ln}}ei(As);
})();
