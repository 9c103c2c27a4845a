// The script of gisplan's pages; made from web/src by web/build.js. Change it there.
// sources 7b28c4efd69d9fccc8558eb765053ce3c025c51be1afd7c7715c7c755c4f88ad
// bundle 29dd693e35a03f2f6eaed126efb6924e3b35e785cffeb7b5b07c21ab1faf91fd esbuild 0.28.2
(async()=>{"use strict";
var Yn="东经|西经|北纬|南纬|经度|纬度|[NSEW]",rr=`([+−-]?\\d+(?:\\.\\d+)?)\\s*(?:[°º度]\\s*(?:(\\d+(?:\\.\\d+)?)\\s*[′\
'’分]\\s*)?(?:(\\d+(?:\\.\\d+)?)\\s*(?:[″"”秒]|''|′′))?)?`,Oa=new RegExp(`(${Yn})?\\s*[:：=]?\\s*${rr}`,"gi"),
Ba=new RegExp(`()${rr}(?:\\s*(${Yn}))?`,"gi"),Ia={东经:"lon",西经:"lon",经度:"lon",E:"lon",W:"lon",北纬:"lat",南纬:"\
lat",纬度:"lat",N:"lat",S:"lat"},Pa=new Set(["西经","南纬","W","S"]);function Ra(t){let e=t.replace(/[！-～]/g,s=>String.
fromCharCode(s.charCodeAt(0)-65248)).replace(/\u3000/g," ").replace(/lon(gitude)?\b|lng\b/gi,"经度").replace(/lat(itude)?\b/gi,
"纬度"),n=[],o=new RegExp(`^[\\s(]*(?:${Yn})`,"i").test(e),r=e.replace(o?Oa:Ba,(s,i,l,c,d,p)=>{let h=(i||(typeof p=="s\
tring"?p:"")).toUpperCase(),g=/^[−-]/.test(l)?-1:1,w=Math.abs(parseFloat(l.replace("−","-"))),v=g*(w+(c?c/60:0)+(d?d/
3600:0)),L=(c===void 0||c<60)&&(d===void 0||d<60);return n.push({value:Pa.has(h)?-v:v,axis:Ia[h]||null,short:L})," "});return/^[\s,;、()]*$/.
test(r)?n:[]}function Ze(t,e){let n=Ra(t);if(n.length!==2||n.some(g=>!g.short))return{fault:"notCoordinate"};let[o,r]=n;
if(o.axis&&o.axis===r.axis)return{fault:"notCoordinate"};if(Math.max(Math.abs(o.value),Math.abs(r.value))>360)return{fault:"\
projected"};let s=o.axis||r.axis,i=o.axis==="lat"||r.axis==="lon",l=(g,w)=>Math.abs(g)<=180&&Math.abs(w)<=90,c=i?[[r.value,
o.value]]:[[o.value,r.value]];s||c.push([r.value,o.value]);let d=c.findIndex(([g,w])=>l(g,w)&&e(g,w));if(d<0)return{fault:c.
some(([g,w])=>l(g,w))?"tooFar":"outOfRange"};let[p,h]=c[d].map(yt);return{lon:p,lat:h,note:d===1?"swapped":null}}function yt(t){
return Math.round(t*1e6)/1e6}var ar=new Int8Array(128),sr="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";for(let t=0;t<sr.length;t++)
ar[sr.charCodeAt(t)]=t;function Kn(t){let e=[];for(let n=0;n<t.length;){let o=0,r=1,s;do s=ar[t.charCodeAt(n++)],o+=(s&31)*
r,r*=32;while(s&32);e.push(o%2?-(o+1)/2:o/2)}return e}function Je(t,{decimals:e,origin:n}){let o=10**-e,r=Kn(t),s=[],[i,
l]=n;for(let c=0;c<r.length;c+=2)i+=r[c],l+=r[c+1],s.push([l*o,i*o]);return s}function ir(t,e){let n=[];return e.forEach(
(o,r)=>{let s=o<0?t[~o].slice().reverse():t[o];for(let i=r?1:0;i<s.length;i++)n.push(s[i])}),n}function _(t,e){return Array.
isArray(t)?t[e]:t.words[t.of===0?0:t.of[e]]}function Xe(t,[e,n]){let o=!1;for(let r=0,s=t.length-1;r<t.length;s=r++){let[
i,l]=t[r],[c,d]=t[s];i>e!=c>e&&n<(d-l)*(e-i)/(c-i)+l&&(o=!o)}return o}var Z=.0033528106647474805,Bt=6378137*(1-Z),Qn=6335439,Zn=1e-4,R=Math.PI/180;function Jn(t,e){return((e-t+540)%360+360)%
360-180}function ye(t,e){let n=Z*(2-Z),o=Math.sin(e*R),r=Math.cos(e*R),s=6378137/Math.sqrt(1-n*o*o);return[s*r*Math.cos(
t*R),s*r*Math.sin(t*R),s*(1-n)*o]}function lr(t){let e=t*(40680631590769-Bt*Bt)/(Bt*Bt);return[1+e/16384*(4096+e*(-768+e*
(320-175*e))),e/1024*(256+e*(-128+e*(74-47*e)))]}function cr(t,e,n,o){return t*e*(o+t/4*(n*(2*o*o-1)-t/6*o*(4*e*e-3)*(4*
o*o-3)))}function ur(t){return Z/16*t*(4+Z*(4-3*t))}function et(t,e,n,o){if(t===n&&e===o)return 0;let r=Math.atan((1-Z)*
Math.tan(e*R)),s=Math.atan((1-Z)*Math.tan(o*R)),[i,l,c,d]=[Math.sin(r),Math.cos(r),Math.sin(s),Math.cos(s)],p=Jn(t,n)*R,
h=p;for(let g=0;g<100;g++){let w=Math.sin(h),v=Math.cos(h),L=Math.hypot(d*w,l*c-i*d*v);if(L===0)return 0;let A=i*c+l*d*v,
O=Math.atan2(L,A),T=l*d*w/L,$=1-T*T,P=$>1e-15?A-2*i*c/$:0,j=ur($),V=h;if(h=p+(1-j)*Z*T*(O+j*L*(P+j*A*(2*P*P-1))),Math.abs(
h-V)<1e-13){let[wt,Ot]=lr($);return Bt*wt*(O-cr(Ot,L,A,P))}}return NaN}function It(t,e,n,o){let r=n*R,s=(1-Z)*Math.tan(e*
R),i=1/Math.sqrt(1+s*s),l=s*i,c=Math.atan2(s,Math.cos(r)),d=i*Math.sin(r),p=1-d*d,[h,g]=lr(p),w=o/(Bt*h);for(let V=0,wt=1/0;V<
100&&Math.abs(w-wt)>1e-13;V++)wt=w,w=o/(Bt*h)+cr(g,Math.sin(w),Math.cos(w),Math.cos(2*c+w));let[v,L,A]=[Math.sin(w),Math.
cos(w),Math.cos(2*c+w)],O=l*v-i*L*Math.cos(r),T=Math.atan2(l*L+i*v*Math.cos(r),(1-Z)*Math.hypot(d,O)),$=Math.atan2(v*Math.
sin(r),i*L-l*v*Math.cos(r)),P=ur(p),j=$-(1-P)*Z*d*(w+P*v*(A+P*L*(2*A*A-1)));return[T/R,t+j/R]}function Na(t,e,n,o,r){let[
s,i]=[ye(t,e),ye(n,o)],[l,c,d]=[i[0]-s[0],i[1]-s[1],i[2]-s[2]],[p,h]=[Math.sin(t*R),Math.cos(t*R)],[g,w]=[Math.sin(e*R),
Math.cos(e*R)],v=-p*l+h*c,L=-g*h*l-g*p*c+w*d,A=Math.atan2(v,L)/R;for(let O=0;O<4;O++){let[T,$]=It(t,e,A,r),P=Jn($,n)*Math.
cos(o*R)*R*6378137,j=(o-T)*R*6378137,[V,wt]=It(t,e,A,r*.999),Ot=Math.atan2(($-wt)*Math.cos(o*R),T-V),we=P*Math.cos(Ot)-j*
Math.sin(Ot),Ca=6378137*Math.sin(Math.min(r/6378137,Math.PI-.1));A+=we/Ca/R}return A}function be([t,e],[n,o],r,s){let i=et(
e,t,o,n),l=Math.max(r,Math.min(s,Math.ceil(i/2e3)));if(l===1||!i||!Number.isFinite(i))return[[n,o]];let c=Na(e,t,o,n,i);
return[...Array.from({length:l-1},(p,h)=>It(e,t,c,i*(h+1)/l)),[n,o]]}function qn(t){let e=Math.sqrt(Z*(2-Z)),n=Math.sin(
t*R);return(1-e*e)*(n/(1-e*e*n*n)+Math.atanh(e*n)/e)}function tn(t){let e=0,n=qn(t[0][0]);return t.forEach((o,r)=>{let[s,
i]=o;be(o,t[(r+1)%t.length],100,500).forEach(([l,c])=>{e+=Jn(i,c)*R*(qn(s)-n+qn(l)-n)/2,[s,i]=[l,c]})}),Math.abs(e)*6378137*
6378137/2}function Xn(t){return t.slice(1).reduce((e,[n,o],r)=>e+et(t[r][1],t[r][0],o,n),0)}function pr({at:t,decimals:e,count:n}){let o=10**e,r=Kn(t),s={count:n,lon:new Float64Array(n),lat:new Float64Array(n),xyz:[]},
i=0,l=0;for(let c=0;c<n;c++)i+=r[2*c],l+=r[2*c+1],s.lon[c]=i/o,s.lat[c]=l/o,s.xyz.push(ye(s.lon[c],s.lat[c]));return s}function Da(t){
let e=pr(t),n=Array.from(e.lat.keys()).sort((o,r)=>e.lat[o]-e.lat[r]);return{...e,order:n,amounts:t.amounts,region:t.region}}
function Fa(t,e){let n=0,o=t.count;for(;n<o;){let r=n+o>>1;t.lat[t.order[r]]<e?n=r+1:o=r}return n}function dr(t,e,n,o){let r=ye(
e,n),s=o/11e4,i=[];for(let l=Fa(t,n-s);l<t.count;l++){let c=t.order[l];if(t.lat[c]>n+s)break;let d=t.xyz[c],p=Math.hypot(
d[0]-r[0],d[1]-r[1],d[2]-r[2]);if(p>o+Zn)continue;(2*Qn*Math.asin(Math.min(1,p/(2*Qn)))+Zn<=o||et(t.lon[c],t.lat[c],e,n)<=
o)&&i.push(c)}return i}function mr(t,e){let n=Da(t.demand),o={...pr(t.sites),names:t.sites.names},r=d=>d.reduce((p,h)=>p+
n.amounts[h],0);function s(d,p){let h=null;for(let g=0;g<o.count;g++){let w=et(d,p,o.lon[g],o.lat[g]);(!h||w<h.metres)&&
(h={at:g,metres:w})}return h}let i=new Map;function l(d){if(!i.has(d)){let p=new Uint8Array(n.count);for(let h=0;h<o.count;h++)
for(let g of dr(n,o.lon[h],o.lat[h],d))p[g]=1;i.set(d,p)}return i.get(d)}function c(d,p){let h=l(p),g=new Uint16Array(n.
count),w=d.map(({lon:$,lat:P})=>{let j=dr(n,$,P,p);for(let V of j)g[V]+=1;return j}),v=d.map(({lon:$,lat:P},j)=>{let V=w[j].
filter(we=>!h[we]),wt=r(w[j]),Ot=r(V);return{reached:wt,gained:Ot,overlap:wt-Ot,only:r(V.filter(we=>g[we]===1)),nearest:s(
$,P),county:e(t.counties,$,P),region:e(t.regions,$,P)}}),L=()=>({total:0,before:0,after:0}),A=t.codes.map(L),O=L(),T=[];
for(let $=0;$<n.count;$++){let P=n.amounts[$],j=h[$]||g[$];j&&!h[$]&&T.push($);for(let V of[O,A[n.region[$]]])V&&(V.total+=
P,h[$]&&(V.before+=P),j&&(V.after+=P))}return{each:v,whole:O,regions:A,gained:T}}return{demand:n,sites:o,evaluate:c}}async function Ua(t){if(!window.DecompressionStream){let o="数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 20\
23 or later.";throw document.getElementById("description").textContent=o,new Error(o)}let e=Uint8Array.from(window.atob(
t),o=>o.charCodeAt(0)),n=new Blob([e]).stream().pipeThrough(new DecompressionStream("deflate"));return new Response(n).text()}
var to=document.getElementById("gisplan-data"),x=JSON.parse(to.dataset.packed?await Ua(to.textContent):to.textContent);function Xt(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}function J(t){let e=t<0?"−":"",n=Math.abs(t);if(Number.
isInteger(t))return e+Xt(n);let o=n>=1e3?n.toFixed(1):n>=1?n.toFixed(2):n.toPrecision(3);o.includes("e")&&(o=n.toFixed(10).
replace(/0+$/,""));let[r,s]=o.replace(/(\.\d*?)0+$/,"$1").split("."),i=Xt(r)+(s?`.${s}`:"");return i==="0"?i:e+i}function ke(t,e){
return e>0?`${(t/e*100).toFixed(2)} %`:"—"}function eo(t){return Number.isFinite(t)?t<1e3?`${t.toFixed(1)} m`:`${J(Number(
(t/1e3).toFixed(t<1e5?3:2)))} km`:"—"}function en(t){return Number.isFinite(t)?t<1e3?`${Math.round(t)} m`:`${(t/1e3).toFixed(
2)} km`:"—"}function fr(t){let[e,n]=t<1e4?["m2",1]:t<1e6?["ha",1e4]:["km2",1e6];return[J(Number((t/n).toFixed(2))),e]}var m={lang:"zh",shown:[],opacity:[],year:null,chosen:null,kept:{},measuring:!1,paper:!1,place:null},hr={language:[],layers:[],
year:[],hover:[],chosen:[],view:[],opened:[],candidates:[],picked:[],docked:[],paper:[],tasks:[],kept:[]};function z(t,e){
hr[t].push(e)}function C(t,e){for(let n of hr[t])n(e)}function gr(t){m.lang=t.lang,m.shown=t.layers.map(e=>e.show),m.opacity=
t.groups.map(()=>1)}var _a={layersShort:{zh:"图层",en:"Layers"},aboutShort:{zh:"说明",en:"About"},layers:{zh:"图层与图例",en:"Layer\
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
en:"Read as latitude, longitude and put in order; please check."}},Wa={shareMarks:{zh:(t,e)=>`${t} 项，图上 ${e} 个标记\
（同一位置合为一个，旁注项数）`,en:(t,e)=>`${t} items at ${e} marks (those in one place share one, with t\
heir number beside it)`},allGrey:{zh:(t,e)=>`全部 ${t} 个单位都是“${e}”。`,en:(t,e)=>`All ${t} units: ${e}.`}},
ja={rows:{zh:t=>`${t} 个`,en:t=>`${t}`},items:{zh:t=>`${t} 项`,en:t=>`${t}`},places:{zh:t=>`${t} 处`,en:t=>t===1?"1 p\
lace":`${t} places`},undated:{zh:t=>`其中 ${t} 项年份不详，各年都显示`,en:t=>`${t} of unknown year, shown i\
n every year`},here:{zh:t=>`此处共 ${t} 项`,en:t=>`${t} items here`},others:{zh:t=>` 等 ${t} 项`,en:t=>` and ${t-1}\
 more`},unplaced:{zh:t=>`另有 ${t} 项无位置，未绘出`,en:t=>`${t} more without a position, not drawn`},unplacedTitle:{
zh:t=>`无位置的 ${t} 项`,en:t=>`${t} without a position`},ofAll:{zh:t=>`／共 ${t} 项`,en:t=>` of ${t}`},unknown:{
zh:t=>`另 ${t} 项无数据`,en:t=>`${t} without data`},tableRows:{zh:t=>`共 ${t} 行`,en:t=>`${t} rows`},firstBars:{zh:t=>`\
前 ${t} 行`,en:t=>`first ${t} rows`},found:{zh:t=>`找到 ${t} 项`,en:t=>`${t} found`},cells:{zh:t=>`${t} 格`,en:t=>`${t}\
 cells`}};function u(t){let e=typeof t=="string"?_a[t]??Wa[t]:t;return e?e[m.lang]:""}function H(t,e){return ja[t][m.lang](
Xt(e))}function wr(t){return{zh:`截至 ${t} 年`,en:`By ${t}`}[m.lang]}function a(t,e,...n){let[o,...r]=t.split("."),s=document.createElement(o);r.length&&(s.className=r.join(" "));for(let[i,
l]of Object.entries(e||{}))if(!(l==null||l===!1))if(i==="style")for(let[c,d]of Object.entries(l))s.style.setProperty(c,d);else
i.startsWith("on")?s.addEventListener(i.slice(2),l):i.includes("-")||i==="role"||i==="for"?s.setAttribute(i,l):s[i]=l;for(let i of n.
flat(1/0))i==null||i===""||s.append(i);return s}function y(t,e){return a(e||"span.datum",{dir:"auto"},t)}function nn(t){
return[a("span.long",{},u(t)),a("span.short",{},u(`${t}Short`))]}function ct(t){document.getElementById("spoken").textContent=
t}function B(t,e,...n){let o=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[r,s]of Object.entries(e||{}))
o.setAttribute(r,s);return o.append(...n),o}var Ha={search:"M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.7 12.7L17 1\
7",measure:"M2.5 13.5l11-11 4 4-11 11zM5.5 10.5l1.6 1.6M8 8l2.4 2.4M10.5 5.5l1.6 1.6",full:"M3 7V3h4M13 3h4v4M17 13v4h-4\
M7 17H3v-4",link:"M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5\
 5l1-1",print:"M5.5 8V3h9v5M5.5 14h-3V8h15v6h-3M5.5 11.5h9V17h-9z",play:"M6 4l10 6-10 6z",pause:"M6.5 4v12M13.5 4v12",home:"\
M3 10l7-6.5L17 10M5 8.5V17h10V8.5"};function Pt(t){return B("svg",{viewBox:"0 0 20 20",class:"icon","aria-hidden":"true"},
B("path",{d:Ha[t]}))}function on(t,e){return/^https?:\/\/[^\s]+$/i.test(t)?a("a",{href:t,target:"_blank",rel:"noopener n\
oreferrer",dir:"auto"},e):y(e)}function Y(){return a("span.derived",{title:u("derivedHint")},u("derived"))}function te(t){
let e=t.target.closest("[data-row]");return e?Number(e.dataset.row):null}function xe(t,e){return Object.prototype.hasOwnProperty.call(t,e)}function ut(t,e,n,o){if(e==null)return"—";let r=typeof e==
"boolean"?e?"True":"False":e,s=[n&&xe(n.words,o)?n.words[o]:{},t.words].find(i=>xe(i,r));return s?u(s[r]):typeof e=="boo\
lean"?u(e?"yes":"no"):typeof e=="number"?t.year?String(e):J(e):e}function X(t,e,n,o){let r=ut(t,e,n,o);return e==null||!t.
unit?r:`${r} ${u(t.unit)}`}function bt(t){return(t.type==="integer"||t.type==="number")&&!t.year}var b=window.L;function yr(t){let e=t.arcs?t.arcs.split(" ").map(n=>Je(n,t)):[];return n=>{let o=typeof n.rows=="number"?n.rows:n.rows.
length,r=n.geometry==="point"?Je(n.at,t):[],s=n.anchor?Je(n.anchor,t):[];return Array.from({length:o},(i,l)=>{let c={at:l,
rows:typeof n.rows=="number"?[l]:n.rows[l]};if(n.geometry==="point")return c.point=r[l],c.precision=_(n.precision,l),c;if(c.
parts=n.shapes[l].map(d=>d.map(p=>ir(e,p))),c.bounds=b.latLngBounds(c.parts.flatMap(d=>d[0])),c.anchor=s[l],c.anchor){let d=c.
parts.find(([p])=>Xe(p,c.anchor))||c.parts[0];c.room=b.latLngBounds(d[0])}return c})}}function rn(t,e){if(!t.bounds.contains(
e))return!1;let n=[e.lat,e.lng];return t.parts.some(([o,...r])=>Xe(o,n)&&!r.some(s=>Xe(s,n)))}function br(t,e,n,o){let r=t.
latLngToLayerPoint(n),s=t.latLngToLayerPoint(e.bounds.getSouthWest()),i=t.latLngToLayerPoint(e.bounds.getNorthEast());return r.
x<s.x-o||r.x>i.x+o||r.y>s.y+o||r.y<i.y-o?!1:e.parts.some(([l])=>{let c=l.map(d=>t.latLngToLayerPoint(d));return c.some((d,p)=>p&&
b.LineUtil.pointToSegmentDistance(r,c[p-1],d)<=o)})}var f=window.map_gisplan,Ga=yr(x),kt=Object.fromEntries(Object.entries(x.tables).map(([t,e])=>[t,Ga(e)])),S=x.layers.map(
(t,e)=>({...t,number:e,data:x.tables[t.table],places:kt[t.table],geometry:x.tables[t.table].geometry,group:window[`featu\
re_group_${e}`],pane:`gisplan-layer-${e}`})),ee=600;function dt(t,e){let n=f.createPane(t);return n.style.zIndex=e,n.style.
pointerEvents="none",n}function ve({geometry:t,style:e}){return t==="raster"?!0:t==="polygon"&&e.kind!=="outline"&&e.kind!==
"flows"}function no(t,e){m.shown[t.number]=e,e?t.group.addTo(f):t.group.remove()}function nt(t,e){if(e&&ve(t))for(let n of S)
n!==t&&m.shown[n.number]&&ve(n)&&no(n,!1);no(t,e),C("layers")}function kr(){let t=S.filter(e=>m.shown[e.number]&&ve(e));
for(let e of t.slice(0,-1))no(e,!1)}function sn(t,e){m.opacity[t]=e;for(let n of x.groups[t].layers)f.getPane(S[n].pane).
style.opacity=e;C("view")}function K(t,e,n){let o=t.columns[e],r=_(o.values,n);if(!o.english)return r;let s=_(o.english,n);return m.lang==="zh"?r??
s:s??r}function q(t,e){let{columns:n}=t.data;for(let o of[t.label,t.popup[0],...Object.keys(n)]){if(!o||!n[o])continue;let r=K(
t.data,o,e);if(r!=null)return ut(n[o],r,t,o)}return u("untitled")}function Rt(t,e){let n=N(t,e),o=q(t,n[0]);return n.length>
1?o+H("others",n.length):o}function xr(t){let{count:e,columns:n}=t.data;return Array.from({length:e},(o,r)=>_(n[t.yearColumn].
values,r)).filter(o=>o!=null)}function ro(t,e){return _(t.data.columns[t.yearColumn].values,e)??null}function pt(t){return!!(t.
yearColumn&&m.year!==null||m.kept[t.table])}function Nt(t,e){if(m.kept[t.table]&&!m.kept[t.table].has(e))return!1;if(!t.
yearColumn||m.year===null)return!0;let n=ro(t,e);return n===null||n<=m.year}function N(t,e){return pt(t)?e.rows.filter(n=>Nt(
t,n)):e.rows}var oo=new Map;function ot(t,e){let{data:n,places:o}=t;return typeof n.rows=="number"?o[e]||null:(oo.has(o)||
oo.set(o,new Map(o.flatMap(r=>r.rows.map(s=>[s,r])))),oo.get(o).get(e)||null)}var k={asked:null,coverage:null,list:[],past:[],future:[],reach:0,figures:null,made:0};function so(t,e,n){let o=b.latLng(
n,e);return kt[t].find(r=>rn(r,o))||null}function vr(t){k.asked=t,k.reach=t.reach,k.coverage=mr(t,so),lo()}function ao(){
return k.reach*1e3}function rt(t){return X(k.asked.quantity,t)}function an(t){let{names:e}=k.coverage.sites;return(m.lang===
"zh"?e.zh[t]||e.en[t]:e.en[t]||e.zh[t])||u("untitled")}function io(t){return S.find(e=>e.table===t)}function ln({region:t,
county:e}){let n=[[k.asked.regions,t],[k.asked.counties,e]].filter(([,o])=>o).map(([o,r])=>q(io(o),r.rows[0]));return n.
length?[...new Set(n)].join(" · "):u("outside")}function ze(t,e){let[n,o,r,s]=x.bounds,i=Math.max(...k.asked.reaches),[
l,c]=[i/110,i/(111*Math.max(.1,Math.cos(e*R)))];return t>=n-c&&t<=r+c&&e>=o-l&&e<=s+l}function lo(){k.figures=k.coverage.
evaluate(k.list,ao())}function Dt(t){k.past.push(k.list),k.future=[],k.list=t,po()}function zr(t,e){t.length&&(e.push(k.
list),k.list=t.pop(),po())}function co(){zr(k.past,k.future)}function uo(){zr(k.future,k.past)}function po(){lo(),C("can\
didates")}function Er(t){k.list=t,lo(),C("candidates","moving")}function Lr(t){k.reach=t,po()}function mo(t,e){let n=new Set(
k.list.filter((r,s)=>s!==e).map(xt)),o=t;for(let r=2;n.has(o);r++)o=`${t} (${r})`;return o}function xt(t){return t.name||
`${u("candidate")} ${t.number}`}function fo(t,e,n){k.made+=1,Dt([...k.list,{number:k.made,lon:yt(t),lat:yt(e),name:n?mo(
n):""}])}function Ee(t,e){Dt(k.list.map((n,o)=>o===t?{...n,...e}:n))}function cn(t){Dt(k.list.filter((e,n)=>n!==t))}function Va(){
return JSON.stringify({type:"FeatureCollection",features:k.list.map(t=>({type:"Feature",properties:{name:xt(t)},geometry:{
type:"Point",coordinates:[t.lon,t.lat]}}))},null,1)}function Mr(){let t=new Blob([Va()],{type:"application/geo+json"}),e=URL.
createObjectURL(t),n=a("a",{href:e,download:`candidates_${x.name}.geojson`});document.body.append(n),n.click(),n.remove(),
setTimeout(()=>URL.revokeObjectURL(e),1e4)}var Sr=180,un=null,ho=null,go=null,$r=null;function Tr(){un.clearLayers(),k.list.forEach(({lon:e,lat:n})=>{let o=Array.from(
{length:Sr},(r,s)=>It(e,n,s*360/Sr,ao()));b.polygon(o,{pane:"gisplan-reach",interactive:!1,className:"reach",smoothFactor:0,
color:"#9d174d",weight:2,fillColor:"#9d174d",fillOpacity:.08}).addTo(un)});let{demand:t}=k.coverage;for(let e of k.figures.
gained)b.circleMarker([t.lat[e],t.lon[e]],{renderer:m.paper?$r:go,pane:"gisplan-reach",interactive:!1,radius:2.5,stroke:!0,
weight:.8,color:"#ffffff",fillColor:"#9d174d",fillOpacity:1}).addTo(un)}function Ar(){ho.clearLayers(),k.list.forEach((t,e)=>{
let n=b.marker([t.lat,t.lon],{pane:"gisplan-candidates",draggable:!0,autoPan:!0,keyboard:!0,icon:b.divIcon({html:a("span\
.candidate-mark",{},String(t.number)),className:"candidate-icon",iconSize:[28,36],iconAnchor:[14,35]})}),o=k.list,r=0,s=()=>{
let{lat:l,lng:c}=n.getLatLng();return{...t,lon:yt(c),lat:yt(l)}};n.on("drag",()=>{cancelAnimationFrame(r),r=requestAnimationFrame(
()=>Er(o.map((l,c)=>c===e?s():l)))}),n.on("dragend",()=>{cancelAnimationFrame(r),k.list=o,Dt(o.map((l,c)=>c===e?s():l))}),
n.on("click",()=>C("picked",e)),n.addTo(ho);let i=n.getElement();i.setAttribute("aria-label",xt(t)),i.title=xt(t),i.addEventListener(
"keydown",l=>Ka(l,e))})}var Ya={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function Ka(t,e){if(t.
key==="Delete"){cn(e);return}let n=Ya[t.key];if(!n)return;t.preventDefault(),t.stopPropagation();let{lon:o,lat:r}=k.list[e],
s=t.shiftKey?1:10,i=f.latLngToContainerPoint([r,o]).add([n[0]*s,n[1]*s]),l=f.containerPointToLatLng(i);Ee(e,{lon:yt(l.lng),
lat:yt(l.lat)});let c=document.querySelectorAll(".candidate-icon")[e];c&&c.focus()}function Cr(){let t=f.createPane("gis\
plan-candidates");t.style.zIndex=640,dt("gisplan-reach",575),un=b.layerGroup().addTo(f),ho=b.layerGroup().addTo(f),go=b.
canvas({pane:"gisplan-reach"}),$r=b.svg({pane:"gisplan-reach"}),z("candidates",e=>{Tr(),e||Ar()}),z("paper",()=>{Tr(),m.
paper&&go.remove()}),z("language",Ar)}function Ft(t,e){return a("tr",{"data-figure-row":t},a("th",{scope:"row"},u(t)),k.list.map((n,o)=>a("td",{},e(k.figures.
each[o],n))))}function wo(){let t=({nearest:e})=>e?[en(e.metres)," · ",y(an(e.at))]:"—";return a("table.candidates-ta\
ble",{},a("caption",{},`${u("evaluateTitle")} · ${k.reach} km`),a("thead",{},a("tr",{},a("th",{scope:"col"},u("candidat\
e")),k.list.map(e=>a("th",{scope:"col"},`${e.number} `,y(xt(e)))))),a("tbody",{},Ft("gained",e=>rt(e.gained)),Ft("reache\
d",e=>rt(e.reached)),Ft("overlap",e=>rt(e.overlap)),Ft("only",e=>rt(e.only)),Ft("nearest",t),Ft("lies",e=>y(ln(e))),Ft("\
coordinateShort",(e,n)=>`${n.lon}, ${n.lat}`)))}function ne(){let t=new Date,e=n=>String(n).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}var Et=-1,Le=-2,qa="#d5d9dd";function oe(t,e){if(!t.each||!pt(t))return t.of[e.at];let n=new Set(N(t,e).map(o=>t.each[o]));
return n.size===1?[...n][0]:Le}function Or(t,e){let{classes:n,missingColor:o,severalColor:r}=t.legend;return e===Et?o:e===
Le?r:n[e].color}function dn(t,e){return e===Et?!!t.legend.missingHatched:e>=0&&!!t.legend.classes[e].unknown}function yo(t,e){
return!!t.of&&dn(t,oe(t,e))}function Ut(t,e){return t.of?Or(t,oe(t,e)):t.style.color}function pn(t,e){let n=ot(t,e);return n?
t.of?Or(t,t.each?t.each[e]:oe(t,n)):t.style.color:qa}function mn(t){let{legend:e}=t,n={classes:(e.classes||[]).map(s=>s.
count),missing:e.missing,several:e.several,precisions:e.precisions||[]};if(!pt(t))return n;let o=t.places.map(s=>({place:s,
rows:N(t,s)})).filter(s=>s.rows.length),r=o.flatMap(s=>s.rows);return{classes:n.classes.map((s,i)=>r.filter(l=>t.each[l]===
i).length),missing:t.each?r.filter(s=>t.each[s]===Et).length:0,several:t.each?o.filter(s=>oe(t,s.place)===Le).length:0,precisions:n.
precisions.map(s=>({...s,count:o.filter(({place:i})=>i.precision===s.name).reduce((i,l)=>i+l.rows.length,0)})).filter(s=>s.
count)}}var Lt=document.getElementById("about"),bo=null;function Br(){bo&&Lt.replaceChildren(a("button.close",{type:"button","ar\
ia-label":u("close"),onclick:()=>Lt.close()},"×"),a("div.dialog-body",{},bo()))}function Mt(t){bo=t,Br(),Lt.open||Lt.showModal(),
Lt.scrollTop=0}function Ir(){Lt.addEventListener("click",t=>{t.target===Lt&&Lt.close()}),z("language",Br)}var _t=7,Pr=new Set,Rr=B("defs");document.body.append(B("svg",{class:"hatches",width:0,height:0,"aria-hidden":"true"},Rr));
function fn(t){let e=`hatch-${t.slice(1)}`;if(!Pr.has(e)){Pr.add(e);let n=B("pattern",{id:e,width:_t,height:_t,patternUnits:"\
userSpaceOnUse",patternTransform:"rotate(45)"},B("rect",{width:_t,height:_t,fill:"#ffffff"}),B("rect",{width:_t,height:_t/
2,fill:t}),B("rect",{width:_t,height:1,fill:"#5b6b78"}));Rr.append(n)}return`url(#${e})`}var Nr={town:[4,0],county:[4,45],prefecture:[6,0]};function hn(t,e,n,o){let r=c=>Math.round(c*100)/100;if(!Nr[t]){let c=r(
o),d=p=>`a${c} ${c} 0 1 0 ${p} 0`;return`M${r(e-o)} ${r(n)}${d(2*c)}${d(-2*c)}z`}let[s,i]=Nr[t];return`M${Array.from({length:s},
(c,d)=>{let p=(i+360*d/s)*Math.PI/180;return`${r(e+o*Math.cos(p))} ${r(n+o*Math.sin(p))}`}).join("L")}z`}var gn={dark:"#\
14222c",light:"#ffffff"},Dr={dark:4,light:2.4};function ko(t,e,n=Dr){let o=r=>B("path",{d:t,fill:"none",stroke:gn[r],"st\
roke-width":n[r],"stroke-linejoin":"round"});return[o("dark"),o("light"),B("path",{d:t,fill:e})]}var W={surveyed:6,digitised:6,
address:6,site:6,town:7.5,county:7.5,prefecture:8.5},xo=new Set(["surveyed","digitised","address","site"]);function Me(t,e,n=!1){
let o=2*W[t]+Dr.dark,r=o/2;return a(`span.mark.${xo.has(t)?"exact":"rough"}.precision-${t}`,{style:{"--color":e,"--size":`${o}\
px`}},B("svg",{viewBox:`0 0 ${o} ${o}`,width:o,height:o,"aria-hidden":"true"},...ko(hn(t,r,r,W[t]),n?fn(e):e)))}var D=window.matchMedia("(max-width: 760px)");function wn(){if(!x.bounds)return null;let[t,e,n,o]=x.bounds;return b.latLngBounds(
[[e,t],[o,n]])}function vo(t){let e=wn();return!e||f.getBounds().pad(t).contains(e)}function Se(){let t=wn();if(!t)return;
let[e,n]=D.matches?[62,58]:[14,14];f.fitBounds(t,{paddingTopLeft:[D.matches?8:14,e],paddingBottomRight:[n,46],maxZoom:13,
animate:!1})}function re(t){let e=vo(.05);t(),f.invalidateSize({animate:!1}),e&&Se()}function Te(t,e){if(t.point){(!f.getBounds().
pad(-.1).contains(t.point)||e)&&f.setView(t.point,Math.max(f.getZoom(),e?9:7),{animate:!1});return}let n=f.latLngToLayerPoint(
t.bounds.getNorthWest()),o=f.latLngToLayerPoint(t.bounds.getSouthEast()),r=Math.max(o.x-n.x,o.y-n.y)>60;!e&&r&&f.getBounds().
contains(t.bounds)||f.fitBounds(t.bounds,{padding:[50,50],maxZoom:11,animate:!1})}var Wt=document.getElementById("dock"),yn=24;function Fr(){return!D.matches&&document.body.classList.contains("figures-o\
pen")}var Ur=b.Popup.extend({options:{pane:Wt,className:"docked",autoPan:!1},onAdd(t){Wt.hidden=!1,document.body.classList.
add("docked-open"),b.Popup.prototype.onAdd.call(this,t),this._container.prepend(this._closeButton),C("docked")},onRemove(t){
b.Popup.prototype.onRemove.call(this,t),(!t._popup||t._popup===this||!t._popup.isOpen())&&(Wt.hidden=!0,document.body.classList.
remove("docked-open"))},_updateLayout(){},_animateZoom(){},_updatePosition(){Qa(this.getLatLng())}});function Qa(t){if(Wt.
classList.toggle("over",!Fr()),Fr())return;let e=f.latLngToContainerPoint(t),n=f.getSize();Wt.classList.toggle("at-left",
!D.matches&&e.x>n.x/2);let o=Wt.getBoundingClientRect(),r=f.getContainer().getBoundingClientRect(),[s,i]=[o.left-r.left-
yn,o.right-r.left+yn],[l,c]=[o.top-r.top-yn,o.bottom-r.top+yn];e.x<=s||e.x>=i||e.y<=l||e.y>=c||(D.matches?f.panBy([0,e.y-
l],{animate:!1}):Wt.classList.contains("at-left")?f.panBy([e.x-i,0],{animate:!1}):f.panBy([e.x-s,0],{animate:!1}))}var zo=new Set;z("paper",()=>{for(let t of zo)t.draw()});function _r(t,e,n){let o=f.options.crs.scale(f.getZoom())/256,r=f.
getPixelOrigin().add(t);return{ratio:n,corner:t,left:s=>(s*o-r.x)*n,top:s=>(s*o-r.y)*n,west:(r.x-12)/o,east:(r.x+e.x+12)/
o,north:(r.y-12)/o,south:(r.y+e.y+12)/o}}var bn=b.Layer.extend({initialize(t){this.layer=t,this.options={pane:t.pane},this.
prepare&&this.prepare()},onAdd(){this.canvas=a("canvas.leaflet-zoom-hide",{"aria-hidden":"true"}),this.canvas.classList.
add(this.name),this.getPane().append(this.canvas),zo.add(this),this.draw()},onRemove(){zo.delete(this),this.canvas.remove(),
this.sheet?.remove(),this.sheet=null},getEvents(){return{moveend:this.draw,resize:this.draw}},draw(){if(this.canvas.hidden=
m.paper,this.sheet?.remove(),this.sheet=null,m.paper){this.drawSheet();return}let t=f.getSize(),e=t.multiplyBy(.2).round(),
n=t.add(e.multiplyBy(2)),o=window.devicePixelRatio||1,r=f.containerPointToLayerPoint(e.multiplyBy(-1));b.DomUtil.setPosition(
this.canvas,r),this.canvas.width=Math.round(n.x*o),this.canvas.height=Math.round(n.y*o),Object.assign(this.canvas.style,
{width:`${n.x}px`,height:`${n.y}px`}),this.paint(this.canvas.getContext("2d"),_r(r,n,o))},drawSheet(){let t=f.getSize(),
e=f.containerPointToLayerPoint([0,0]);this.sheet=B("svg",{class:this.name,viewBox:`0 0 ${t.x} ${t.y}`,width:t.x,height:t.
y,"aria-hidden":"true"}),this.sheet.append(...this.vectors(_r(e,t,1))),b.DomUtil.setPosition(this.sheet,e),this.getPane().
append(this.sheet)}});var Za=3e3,kn=3.2,Eo=new Map;function Lo(t){if(Eo.has(t))return Eo.get(t);let e=kt[t],[n,o]=[new Float64Array(e.length),
new Float64Array(e.length)],[r,s,i,l]=[256,256,0,0];e.forEach((A,O)=>{let T=f.options.crs.latLngToPoint(b.latLng(A.point),
0);n[O]=T.x,o[O]=T.y,r=Math.min(r,T.x),i=Math.max(i,T.x),s=Math.min(s,T.y),l=Math.max(l,T.y)});let c=Math.max(1,Math.ceil(
Math.sqrt(e.length/8))),d=Math.max(i-r,l-s,1e-9)/c,p=A=>Math.min(c-1,Math.max(0,Math.floor((A-r)/d))),h=A=>Math.min(c-1,
Math.max(0,Math.floor((A-s)/d))),g=new Uint32Array(c*c+1);e.forEach((A,O)=>{g[h(o[O])*c+p(n[O])+1]++});for(let A=0;A<c*c;A++)
g[A+1]+=g[A];let w=g.slice(),v=new Uint32Array(e.length);e.forEach((A,O)=>{v[w[h(o[O])*c+p(n[O])]++]=O});let L={x:n,y:o,
side:c,column:p,row:h,starts:g,sorted:v};return Eo.set(t,L),L}function Mo(t,e,n,o,r){let{x:s,y:i,side:l,column:c,row:d,starts:p,
sorted:h}=Lo(t),g=[];for(let w=d(n);w<=d(r);w++)for(let v=p[w*l+c(e)];v<p[w*l+c(o)+1];v++){let L=h[v];s[L]>=e&&s[L]<=o&&
i[L]>=n&&i[L]<=r&&g.push(L)}return g}var Ae={less:3.8,dark:2,light:1};function Ja(t,e,n){let o=W[e]-Ae.less,r=o+2,s=document.
createElement("canvas");s.width=s.height=Math.ceil(2*r*n);let i=s.getContext("2d");i.scale(n,n),i.lineJoin="round";let l=new Path2D(
hn(e,r,r,o));for(let[c,d]of[[Ae.dark,gn.dark],[Ae.light,gn.light]])i.lineWidth=c,i.strokeStyle=d,i.stroke(l);return i.fillStyle=
t,i.fill(l),s}function Xa(t,e,n,o){let[r,s,i]=[1,3,5].map(w=>parseInt(t.slice(w,w+2),16)),l=255<<24|i<<16|s<<8|r,c=kn*n,
d=Math.ceil(c),p=xo.has(e)?(w,v)=>Math.hypot(w,v):(w,v)=>Math.abs(w)+Math.abs(v),[h,g]=[[],[]];for(let w=-d;w<=d;w++)for(let v=-d;v<=
d;v++){let L=p(v,w);L>c||(h.push(w*o+v),g.push(L>c-.9*n?-1:l))}return{steps:Int32Array.from(h),inks:Int32Array.from(g),reach:d}}
var Wr=bn.extend({name:"dots",prepare(){this.looks=[],this.lookOf=this.sortLooks()},sortLooks(){let{layer:t}=this,e=new Map;
return Uint8Array.from(t.places,n=>{if(pt(t)&&!N(t,n).length)return 255;let o=[Ut(t,n),n.precision],r=o.join();return e.
has(r)||(e.set(r,this.looks.length),this.looks.push(o)),e.get(r)})},inView({west:t,east:e,north:n,south:o}){let r=Mo(this.
layer.table,t,n,e,o).filter(s=>this.lookOf[s]!==255);return this.stamped=r.length>Za,r},vectors(t){let e=this.inView(t),
{x:n,y:o}=Lo(this.layer.table),r=this.looks.map(()=>[]),s=i=>this.stamped?kn-.6:W[i]-Ae.less;for(let i of e){let l=this.
looks[this.lookOf[i]][1];r[this.lookOf[i]].push(hn(l,t.left(n[i]),t.top(o[i]),s(l)))}return this.looks.map(([i,l],c)=>({
color:i,precision:l,path:r[c].join("")})).filter(i=>i.path).sort((i,l)=>W[l.precision]-W[i.precision]).flatMap(({color:i,
path:l})=>ko(l,i,Ae))},paint(t,e){let{ratio:n,left:o,top:r}=e,s=this.inView(e),{x:i,y:l}=Lo(this.layer.table),[c,d]=[p=>o(
i[p]),p=>r(l[p])];this.stamped?this.stamp(t,s,c,d,n):this.picture(t,s,c,d,n)},picture(t,e,n,o,r){let s=this.looks.map(([
l,c])=>Ja(l,c,r)),i=l=>W[this.looks[this.lookOf[l]][1]];e.sort((l,c)=>i(c)-i(l)||l-c).forEach(l=>{let c=s[this.lookOf[l]];
t.drawImage(c,n(l)-c.width/2,o(l)-c.height/2)})},stamp(t,e,n,o,r){let{width:s,height:i}=this.canvas,l=t.createImageData(
s,i),c=new Int32Array(l.data.buffer),d=this.looks.map(([p,h])=>Xa(p,h,r,s));e.forEach(p=>{let{steps:h,inks:g,reach:w}=d[this.
lookOf[p]],[v,L]=[Math.round(n(p)),Math.round(o(p))];if(v<w||L<w||v>=s-w||L>=i-w)return;let A=L*s+v;for(let O=0;O<h.length;O++)
c[A+h[O]]=g[O]}),t.putImageData(l,0,0)}});function xn(t){let e=f.latLngToLayerPoint(t),n=[];return[...S].reverse().forEach(o=>{m.shown[o.number]&&ti(o,t).forEach(
r=>{if(!(pt(o)&&!N(o,r).length)){if(o.geometry==="point"){let s=f.latLngToLayerPoint(r.point).distanceTo(e),i=o.dots?.stamped?
kn:W[r.precision];s<=i+4&&n.push({layer:o,place:r,far:s,order:0})}else if(o.geometry==="line")br(f,r,t,6)&&n.push({layer:o,
place:r,far:0,order:1});else if(rn(r,t)){let s=o.style.kind==="outline"?3:2;n.push({layer:o,place:r,far:0,order:s})}}})}),
n.sort((o,r)=>o.order-r.order||o.far-r.far||(o.order===3?r.layer.places.length-o.layer.places.length:0))}function ti(t,e){
let n=t.places;if(t.geometry!=="point"||n.length<=ee)return n;let o=f.options.crs.scale(f.getZoom())/256,{x:r,y:s}=f.options.
crs.latLngToPoint(e,0),i=18/o;return Mo(t.table,r-i,s-i,r+i,s+i).map(l=>n[l])}dt("gisplan-highlight",580);var $e=null,Ce=null,Oe=[],vn=b.tooltip({className:"hover",direction:"top",offset:[0,-10]});function jr(t){
if($e&&$e.remove(),$e=null,!t||t.layer.geometry==="point")return;let e={pane:"gisplan-highlight",interactive:!1,color:"#\
14222c",weight:2.5,fill:!1,className:"highlight"};$e=t.layer.geometry==="line"?b.polyline(t.place.parts.map(([n])=>n),e):
b.polygon(t.place.parts,e),$e.addTo(f)}function st(t){Oe=t?xn(t):[];let e=Oe[0]||null;f.getContainer().classList.toggle(
"over-feature",!!e);let n=e&&Ce&&e.place===Ce.place&&e.layer===Ce.layer;if(n||jr(e),Ce=e,C("hover"),!e){vn.remove();return}
n||vn.setContent(a("div",{},y(Rt(e.layer,e.place),"strong.datum"),ei(e))),vn.setLatLng(e.place.point||t).addTo(f)}function ei({
layer:t,place:e}){if(!(["choropleth","flows"].includes(t.style.kind)&&t.legend)||e.rows.length>1)return null;let o=t.data;
if(!t.column||!o.columns[t.column])return null;let r=K(o,t.column,e.rows[0]);return a("span.headline",{},X(o.columns[t.column],
r))}function jt(t,e){let n=e===null?null:ot(t,e);jr(n?{layer:t,place:n}:null),Oe=n?[{layer:t,place:n}]:[],Ce=null,C("hov\
er")}function Hr(){vn.remove()}function Gr(){let t=0;f.on("mousemove",e=>{cancelAnimationFrame(t),t=requestAnimationFrame(
()=>st(m.measuring?null:e.latlng))}),f.getContainer().addEventListener("mouseleave",()=>{cancelAnimationFrame(t),st(null)}),
z("language",()=>st(null))}var St=null;function ni(t,e){let n=t.data,o=a("dl.values");return t.popup.slice(1).forEach(r=>{let s=n.columns[r],i=K(n,
r,e),l=/\n|^.{17}/.test(X(s,i,t,r));o.append(a(l?"dt.wide":"dt",{},y(u(s.title)),s.derived?Y():null),a(l?"dd.wide":"dd",
{dir:"auto"},X(s,i,t,r)))}),o}function Be(t,e,n,o){let r=t.popup.length?ut(t.data.columns[t.popup[0]],K(t.data,t.popup[0],
e),t,t.popup[0]):q(t,e);return a("details.feature",{open:n},a("summary",{},o?y(u(t.title),"span.kicker"):null,y(r,"span.\
heading")),ni(t,e))}function zn(t){let e=a("div.identify");return t.forEach(({layer:n,place:o},r)=>{r===1&&e.append(a("d\
iv.under",{},u("under")));let s=N(n,o),i=s.length>1;if(i&&e.append(a("div.many",{},y(u(n.title),"span.kicker"),a("span.c\
ount",{},H("here",s.length)))),s.forEach((l,c)=>{e.append(Be(n,l,r===0&&c===0,!i))}),n.geometry==="point"){let l=n.legend.
precisions.find(c=>c.name===o.precision);e.append(a("p.precision",{},u("position")+u(l.title)))}}),e}function Vr(t){return a(
"div",{},t)}function Ie(t,e,n){Hr(),St=new Ur().setLatLng(t).setContent(Vr(e())),St.again=e,St.openOn(f),Yr();let o=St.getElement();
o.tabIndex=-1,n&&o.focus()}function Yr(){let t=St.getElement().querySelector(".leaflet-popup-close-button");t&&t.setAttribute(
"aria-label",u("close"))}function Kr(){z("language",()=>{St?.isOpen()&&(St.setContent(Vr(St.again())),Yr())})}function oi(t,e,n,o){return a(o?"span.swatch.hatched":"span.swatch",{style:{"--color":t,"--opacity":e,"--border":n}})}function se(t){
return B("svg",{class:"sample",viewBox:"0 0 24 12","aria-hidden":"true"},B("path",{d:"M1 6H23",stroke:t.color,"stroke-wi\
dth":Math.max(1,t.weight),"stroke-dasharray":t.dash||"none"}))}function qr(t){let e=se(t);return e.firstChild.setAttribute(
"stroke-opacity",t.opacity),e}function Pe(t,e,n,o="rows"){return a("li",{},t,a("span.what",{dir:"auto"},e),n===null?null:
a("span.count",{},H(o,n)))}function Qr(t,e){let{precisions:n}=t.legend,o=n.map(({name:s})=>t.places.filter(i=>i.precision===
s&&(e===null||oe(t,i)===e)).length),r=Math.max(...o);return r>0?n[o.indexOf(r)].name:null}function En(t){let{legend:e,style:n,
geometry:o}=t,r=a("div.legend",{id:`legend-${t.number}`}),s=mn(t);e.title&&r.append(a("p.legend-title",{},y(u(e.title)),
e.unit?y(`（${u(e.unit)}）`.replace(/[（）]/g,p=>m.lang==="zh"?p:p==="（"?" (":")")):null,e.derived?Y():null));let i=a(
"ul"),l=(p,h)=>{let g=h!==void 0&&dn(t,h);if(o==="point"){let w=Qr(t,h)||Qr(t,null);return w?Me(w,p,g):null}return o==="\
line"?se({...n,color:p}):oi(p,n.opacity,n.color,g)},c=o==="point"?"items":"rows";if((e.classes||[]).forEach((p,h)=>{if(p.
count===0&&p.low===void 0&&o!=="raster")return;let g=Pe(l(p.color,h),u(p.words),o==="raster"?null:s.classes[h],c);o==="r\
aster"&&g.append(a("span.count",{},H("cells",p.count))),i.append(g)}),(e.widths||[]).forEach(p=>{i.append(Pe(qr({...n,weight:p.
width}),J(p.value),null))}),s.several){let p=Pe(l(e.severalColor,Le),u(e.severalWords),s.several,"places");i.append(p)}if(s.
missing){let p=n.kind==="flows"?qr({...n,color:e.missingColor,weight:1,dash:"3 3"}):l(e.missingColor,Et),h=Pe(p,u(e.missingWords),
s.missing,c);h.classList.add("missing"),i.append(h)}if(o==="point"){let p=e.classes?"#5b6b78":n.color;s.precisions.forEach(
h=>{let g=Pe(Me(h.name,p),u(h.title),h.count,c);g.classList.add("of-precision"),i.append(g)})}i.children.length&&r.append(
i),r.append(...ri(t,s));let d=Zr(t);return d.length&&r.append(a("button.unplaced",{type:"button",onclick:()=>ai(t)},H("u\
nplaced",d.length))),r}function ri(t,e){let n=[],o=l=>n.push(a("p.legend-note",{dir:"auto"},l)),r=t.places.map(l=>N(t,l)).
filter(l=>l.length),s=r.reduce((l,c)=>l+c.length,0);if(t.geometry==="point"&&s>r.length&&o(u("shareMarks")(s,r.length)),
m.year!==null&&t.yearColumn){let l=r.flat().filter(c=>ro(t,c)===null).length;l&&o(H("undated",l))}let{legend:i}=t;if(i.classes&&
t.geometry==="polygon"&&s>1){let l=e.missing===s?Et:e.classes.indexOf(s);if(l===Et?e.missing===s:l>=0&&si(t,l)){let d=l===
Et?i.missingWords:i.classes[l].words;o([u("allGrey")(s,u(d))," ",y(u(i.meaning||t.data.description))])}}return n}function si(t,e){
let{color:n}=t.legend.classes[e],o=[1,3,5].map(r=>Number.parseInt(n.slice(r,r+2),16));return dn(t,e)||Math.max(...o)-Math.
min(...o)<32}function Zr(t){return t.data.unplaced.filter(e=>Nt(t,e))}function ai(t){let e=Zr(t);Mt(()=>[a("h2",{id:"abo\
ut-title"},y(u(t.title))),a("p.lead",{},H("unplacedTitle",e.length)),e.map((n,o)=>Be(t,n,o===0&&e.length<4,!1))])}function Jr(t){let[e,n,o,r]=t.corners;t.overlay=b.imageOverlay(t.picture,[[n,e],[r,o]],{pane:t.pane,interactive:!1,opacity:t.
style.opacity,className:"cells",alt:""}),t.overlay.addTo(t.group);let s=new Image;s.onload=()=>{let i=document.createElement(
"canvas");[i.width,i.height]=[s.naturalWidth,s.naturalHeight];let l=i.getContext("2d",{willReadFrequently:!0});l.drawImage(
s,0,0),t.pixels=l},s.src=t.picture}function ii(t,e){if(!t.pixels)return null;let[n,o,r,s]=t.corners,i=($,P)=>f.options.crs.
latLngToPoint(b.latLng($,P),0),[l,c,d]=[i(s,n),i(o,r),i(e.lat,e.lng)],{width:p,height:h}=t.pixels.canvas,g=Math.floor(p*
(d.x-l.x)/(c.x-l.x)),w=Math.floor(h*(d.y-l.y)/(c.y-l.y));if(g<0||w<0||g>=p||w>=h)return null;let[v,L,A,O]=t.pixels.getImageData(
g,w,1,1).data;if(!O)return null;let T=`#${[v,L,A].map($=>$.toString(16).padStart(2,"0")).join("")}`;return t.legend.classes.
find($=>$.color===T)||null}function Ln(t){let e=[...S].reverse().filter(n=>n.geometry==="raster"&&m.shown[n.number]).map(
n=>({layer:n,cell:ii(n,t)})).filter(n=>n.cell).map(({layer:n,cell:o})=>a("p.cell",{},y(u(n.title),"span.kicker"),a("span\
.dot",{style:{"--color":o.color}}),y(u(o.words)),n.legend.unit?y(` ${u(n.legend.unit)}`):null,n.legend.derived?Y():null));
return e.length?a("div.identify",{},e):null}var Xr=.8,ts=bn.extend({name:"flows",prepare(){let{layer:t}=this,e=n=>f.options.crs.latLngToPoint(b.latLng(n),0);this.lines=
t.places.filter(n=>N(t,n).length).map(n=>({width:t.widths[n.at],paths:n.parts.map(([o])=>o.map(e))})).sort((n,o)=>(o.width??
0)-(n.width??0))},vectors({left:t,top:e}){let{style:n,legend:o}=this.layer;return this.lines.flatMap(({width:r,paths:s})=>{
let i=r===null?o.missingColor:n.color,l=Math.max(Xr,r??0);return s.flatMap(c=>{let d=c.map(({x:w,y:v})=>[t(w),e(v)]),p=B(
"path",{d:`M${d.map(w=>w.join(" ")).join("L")}`,fill:"none",stroke:i,"stroke-width":l,"stroke-opacity":n.opacity,"stroke\
-linejoin":"round","stroke-dasharray":r===null?"3 3":"none"}),h=es(d,Math.max(3.5,.9*l));if(!h)return[p];let g=B("path",
{d:`M${h.map(w=>w.join(" ")).join("L")}z`,fill:i,stroke:"#ffffff","stroke-width":1.5,"paint-order":"stroke"});return[p,g]})})},
paint(t,{ratio:e,left:n,top:o}){let{style:r,legend:s}=this.layer;t.scale(e,e),t.lineJoin="round",this.lines.forEach(({width:i,
paths:l})=>{let c=i===null?s.missingColor:r.color,d=Math.max(Xr,i??0);l.forEach(p=>{t.lineWidth=d,t.setLineDash(i===null?
[3,3]:[]);let h=p.map(({x:g,y:w})=>[n(g)/e,o(w)/e]);t.globalAlpha=r.opacity,t.strokeStyle=c,t.beginPath();for(let[g,w]of h)
t.lineTo(g,w);t.stroke(),t.globalAlpha=1,li(t,h,Math.max(3.5,.9*d),c)})})}});function es(t,e){let n=t.slice(1).map(([O,T],$)=>Math.
hypot(O-t[$][0],T-t[$][1])),o=n.reduce((O,T)=>O+T,0);if(o<4*e)return null;let r=o/2,s=n.findIndex(O=>(r-=O,r<=0)),[[i,l],
[c,d]]=[t[s],t[s+1]],p=1+r/n[s],h=Math.atan2(d-l,c-i),[g,w]=[i+p*(c-i),l+p*(d-l)],[v,L]=[Math.cos(h),Math.sin(h)];return[
[e,0],[-e,e],[-.4*e,0],[-e,-e]].map(([O,T])=>[g+v*O-L*T,w+L*O+v*T])}function li(t,e,n,o){let r=es(e,n);if(r){t.setLineDash(
[]),t.beginPath();for(let[s,i]of r)t.lineTo(s,i);t.closePath(),t.lineWidth=1.5,t.strokeStyle="#ffffff",t.stroke(),t.fillStyle=
o,t.fill()}}dt("gisplan-measure",630);var Re=b.layerGroup().addTo(f),Ne=a("section.measure",{id:"measure",hidden:!0});document.getElementById(
"years").before(Ne);var F=[];function ci(t){let[e,n]=fr(t);return`${e} ${u(n)}`}function So(t){F.push([t.lat,t.lng]),Mn()}
function Mn(){Re.clearLayers();let t={pane:"gisplan-measure",interactive:!1,color:"#7c2d12",weight:2.5,smoothFactor:0},e=F.
flatMap((n,o)=>o?be(F[o-1],n,1,60):[n]);F.length>2&&(b.polygon([...e,...be(F[F.length-1],F[0],1,60)],{...t,stroke:!1,fillColor:"\
#7c2d12",fillOpacity:.12}).addTo(Re),b.polyline([F[F.length-1],...be(F[F.length-1],F[0],1,60)],{...t,weight:1.5,dashArray:"\
4 4"}).addTo(Re)),e.length>1&&b.polyline(e,{...t,className:"measured"}).addTo(Re);for(let n of F)b.circleMarker(n,{...t,
radius:4,fillColor:"#ffffff",fillOpacity:1,weight:2}).addTo(Re);ns()}function ns(){if(!m.measuring)return;let t=Ne.contains(
document.activeElement)?document.activeElement.id:null,e=[...F,F[0]],n=(r,s,i,l)=>a("button",{type:"button",id:`measure-${r}`,
onclick:i,disabled:l},u(s));Ne.setAttribute("aria-label",u("measureTitle")),Ne.replaceChildren(a("div.measure-head",{},a(
"strong",{},u("measureTitle")),a("button.close",{type:"button",id:"measure-close","aria-label":u("close"),onclick:()=>Sn(
!1)},"×")),F.length<2?a("p.hint",{},u("measureHint")):"",a("dl.values",{"aria-live":"polite"},a("dt",{},u("length")),a(
"dd",{id:"measured-length"},eo(Xn(F))),F.length>2?[a("dt",{},u("perimeter")),a("dd",{},eo(Xn(e))),a("dt",{},u("area")),a(
"dd",{id:"measured-area"},ci(tn(F)))]:[]),a("div.row",{},n("middle","addMiddle",()=>So(f.getCenter())),n("back","takeBac\
k",()=>{F.pop(),Mn()},!F.length),n("clear","startOver",()=>{F=[],Mn()},!F.length)));let o=t&&document.getElementById(t);
o&&!o.disabled&&o.focus()}function Sn(t){m.measuring=t,F=[],document.body.classList.toggle("measuring",t),Ne.hidden=!t,f.
doubleClickZoom[t?"disable":"enable"](),t&&f.closePopup(),st(null),Mn();let e=document.getElementById("tool-measure");e&&
(e.setAttribute("aria-pressed",String(t)),t||e.focus())}function os(){document.addEventListener("keydown",t=>{t.key==="E\
scape"&&m.measuring&&Sn(!1)}),z("language",ns)}var Tn=b.layerGroup().addTo(f);function ae(t){if(m.chosen=t,Tn.clearLayers(),t?.place){let e={pane:"gisplan-highlight",interactive:!1,
fill:!1,className:"chosen",color:"#0b5f73",weight:4,opacity:.95},{layer:n,place:o}=t;n.geometry==="point"?b.circleMarker(
o.point,{...e,radius:W[o.precision]+6,weight:3}).addTo(Tn):n.geometry==="line"?b.polyline(o.parts.map(([r])=>r),e).addTo(
Tn):b.polygon(o.parts,e).addTo(Tn)}C("chosen")}function ui(t){return m.shown[t.number]||t.geometry==="polygon"?null:a("p\
.layer-off",{},u("layerOff"),y(u(t.title)),a("button",{type:"button",onclick:e=>{e.target.closest("p").remove(),nt(t,!0)}},
u("showLayer")))}function ie(t,e,n,o){let r=ot(t,e);if(!r){ae({layer:t,place:null,row:e}),Mt(()=>[a("h2",{id:"about-titl\
e"},y(q(t,e))),a("p.lead",{},u("nowhere")),Be(t,e,!0,!0)]);return}Te(r,n),ae({layer:t,place:r,row:e}),Ie(b.latLng(r.point||
r.anchor||r.bounds.getCenter()),()=>[ui(t),zn([{layer:t,place:r}])],o),ct(q(t,e))}function An(t,e){if(m.place){m.place(t);return}let n=xn(t);if(!n.length){Ln(t)&&Ie(t,()=>Ln(t),e);return}ae({...n[0],row:N(
n[0].layer,n[0].place)[0]}),Ie(n[0].place.point?b.latLng(n[0].place.point):t,()=>{let o=Ln(t),r=zn(n);return o&&r.append(
a("div.under",{},u("under")),o),r},e)}function rs(){f.on("click",t=>{m.measuring?So(t.latlng):An(t.latlng,!1)})}function di(){let t=S.filter(o=>o.geometry==="polygon"),n=t.filter(o=>o.style.kind==="outline").sort((o,r)=>o.places.length-
r.places.length)[0]||t[0];if(!(!n||x.basemap)){f.createPane("gisplan-land").style.zIndex=390;for(let o of n.places)b.polygon(
o.parts,{pane:"gisplan-land",interactive:!1,smoothFactor:.4,stroke:!1,fillColor:"#ffffff",fillOpacity:1,className:"land"}).
addTo(f)}}function pi(t){let e=f.createPane(t.pane);if(e.style.zIndex=400+t.number,t.marks=[],t.geometry==="point"){let n=()=>t.
marks.forEach(({marker:o,place:r})=>{let s=o.getElement();s&&s.setAttribute("aria-label",Rt(t,r))});t.nameMarks=n,z("lan\
guage",n),t.group.on("add",n),as(t)}else t.geometry==="raster"?Jr(t):ss(t)}function $n(t){t.group.clearLayers(),t.marks=
[],t.geometry==="point"?as(t):ss(t)}function ss(t){if(t.style.kind==="flows")new ts(t).addTo(t.group);else for(let e of t.
places)mi(t,e)}function mi(t,e){let{style:n}=t;if(!N(t,e).length)return;let o=n.kind!=="outline",r={pane:t.pane,interactive:!1,
smoothFactor:.4,className:`shape layer-${t.number}`,color:n.color,weight:n.weight,dashArray:n.dash||null,lineJoin:"round",
fill:o&&t.geometry==="polygon",fillColor:yo(t,e)?fn(Ut(t,e)):Ut(t,e),fillOpacity:n.opacity};if(t.geometry==="line"){o&&(r.
color=Ut(t,e)),b.polyline(e.parts.map(([s])=>s),r).addTo(t.group);return}b.polygon(e.parts,r).addTo(t.group)}function as(t){
if(t.places.length>ee){t.dots=new Wr(t).addTo(t.group);return}t.places.filter(e=>N(t,e).length).forEach(e=>{let n=Me(e.precision,
Ut(t,e),yo(t,e)),o=parseFloat(n.style.getPropertyValue("--size")),r=b.marker(e.point,{pane:t.pane,keyboard:!0,icon:b.divIcon(
{html:n,className:"mark-icon",iconSize:[o,o]}),zIndexOffset:-1e3*Math.round(W[e.precision])});t.marks.push({marker:r,place:e}),
r.on("mouseover",()=>st(r.getLatLng())),r.on("click",s=>An(s.latlng,!1)),r.on("keypress",s=>{s.originalEvent.key==="Ente\
r"&&An(r.getLatLng(),!0)}),r.addTo(t.group)}),t.nameMarks()}function is(){di(),S.forEach(pi)}function ls({tiles:t}){for(let e of t)
b.tileLayer(e,{subdomains:"01234567",maxZoom:18,attribution:""}).addTo(f)}var De=document.getElementById("years"),cs=[...new Set(S.flatMap(t=>[...t.year===null?[]:[t.year],...t.yearColumn?xr(t):
[]]))].sort((t,e)=>t-e),Q=cs.length&&x.years.length?x.years:cs,us=x.groups.flatMap(t=>{let e=t.layers.map(n=>S[n]).filter(
n=>n.year!==null);return[...new Set(e.map(n=>n.table))].map(n=>({layers:e.filter(o=>o.table===n),wanted:!1}))}),Ht=0;function mt(t){
let e=Q.includes(t)?t:null;e!==m.year&&(m.year=e,S.filter(n=>n.yearColumn).forEach($n),us.forEach(fi),st(null),m.chosen?.
place&&!N(m.chosen.layer,m.chosen.place).length&&ae(null),f.closePopup(),Ao(),ct(Fe()),C("year"))}function fi(t){if(t.wanted=
t.wanted||t.layers.some(n=>m.shown[n.number]),!t.wanted)return;let e=m.year===null?t.layers.find(n=>m.shown[n.number])||
t.layers[0]:t.layers.find(n=>n.year===m.year);t.layers.forEach(n=>{m.shown[n.number]!==(n===e)&&nt(n,n===e)}),m.year===null&&
(t.wanted=!1)}function Fe(){if(m.year===null)return u("everyYear");let t=us.some(e=>e.wanted&&!e.layers.some(n=>n.year===
m.year));return wr(m.year)+(t?u("noYear"):"")}function To(t){clearInterval(Ht),Ht=t?setInterval(()=>{let e=Q.indexOf(m.year)+
1;e<Q.length&&mt(Q[e]),e>=Q.length-1&&To(!1)},1400):0,t&&mt(Q[0]),Ao()}function Ao(){if(Q.length<2)return;De.hidden=!1;let t=document.
activeElement&&De.contains(document.activeElement)?document.activeElement.id:null,e=m.year===null?Q.length:Q.indexOf(m.year);
De.setAttribute("aria-label",u("years"));let n=[...Q.map(String),u("allYears")];De.replaceChildren(a("button",{type:"but\
ton",id:"years-play",onclick:()=>To(!Ht),"aria-label":u(Ht?"stop":"play"),title:u(Ht?"stop":"play")},Pt(Ht?"pause":"play")),
a("div.track",{style:{"--steps":n.length}},a("input",{type:"range",id:"years-range",min:0,max:Q.length,step:1,value:e,"a\
ria-label":u("years"),"aria-valuetext":Fe(),oninput:o=>{Ht&&To(!1),mt(Q[o.target.valueAsNumber]??null)}}),a("div.ticks",
{"aria-hidden":"true"},n.map((o,r)=>a(r===e?"span.now":"span",{onclick:()=>mt(Q[r]??null)},o)))),a("output.year-now",{},
Fe())),t&&document.getElementById(t).focus()}function ds(t){z("language",Ao),new ResizeObserver(()=>{De.style.setProperty(
"--foot",`${t.offsetHeight}px`)}).observe(t)}var ps=document.getElementById("sheet"),$o=document.getElementById("sheet-more"),hi=.0254/96,Co=[];function gi(){let t=f.
getSize(),e=f.containerPointToLatLng([t.x/2,t.y/2]),[n,o]=[f.containerPointToLatLng([t.x/2-50,t.y/2]),f.containerPointToLatLng(
[t.x/2+50,t.y/2])],s=et(n.lng,e.lat,o.lng,e.lat)/(100*hi),i=10**Math.max(0,Math.floor(Math.log10(s))-2);return`1:${J(Math.
round(s/i)*i)}`}function wi(){return B("svg",{viewBox:"0 0 40 56",class:"north",role:"img","aria-label":u("north")},B("p\
ath",{d:"M20 16L30 52L20 44z",fill:"#1d2b36"}),B("path",{d:"M20 16L10 52L20 44z",fill:"#ffffff",stroke:"#1d2b36","stroke\
-width":"1.2"}),B("text",{x:20,y:12,"text-anchor":"middle","font-size":"13","font-weight":"700"},u("north")))}function yi(){
return[...S].reverse().filter(t=>m.shown[t.number]).map(t=>{let e=En(t);e.removeAttribute("id");for(let n of e.querySelectorAll(
"button"))n.replaceWith(a("p.unplaced-note",{},n.textContent));return a("div.layer",{},a("div.layer-head",{},y(u(t.title),
"strong.datum"),t.style.kind==="outline"?se(t.style):null),e.children.length?e:null)})}function bi(){let t=S.filter(n=>m.
shown[n.number]).flatMap(n=>n.data.sources.map(o=>[u(o.title),u(o.publisher),o.date].filter(Boolean).join(" · "))),e=[u(
x.attribution),x.basemap?u(x.basemap.attribution):"",...new Set(t)].filter(Boolean);return a("p.sheet-credits",{},u("cre\
dits"),e.map((n,o)=>[o?"; ":"",y(n)]))}function ms(t){let e=a("div.sheet-legend",{},yi()),n=a("div.sheet-foot",{},m.year===
null?"":a("p",{},Fe()),a("p.ratio",{},u("ratio"),gi()),a("p",{},u("projection")),bi(),a("p",{},u("printed"),ne()),a("p.r\
eview",{},u("review"),x.review?y(x.review):u("noReviewLine")));ps.replaceChildren(a("div.sheet-head",{},a("h2",{},u("leg\
end")),wi()),e,n,t);let o=Co.flatMap(r=>r()).filter(Boolean);$o.replaceChildren(...ki(e,n),...o),$o.hidden=!$o.children.
length}function ki(t,e){let n=[],o=e.querySelector(".sheet-credits");e.offsetHeight>ps.clientHeight/3&&o.replaceWith(a("\
p",{},u("creditsOver")));let r=[];for(;t.scrollHeight>t.clientHeight+1&&t.children.length;)r.unshift(t.lastElementChild),
t.lastElementChild.remove();if(r.length){for(t.append(a("p.sheet-over",{},u("legendOver")));t.scrollHeight>t.clientHeight+
1&&t.children.length>1;){let s=t.children[t.children.length-2];r.unshift(s),s.remove()}n.push(a("h2",{},u("legendMore")),
a("div.sheet-legends",{},r))}return o.isConnected||n.push(a("h2",{},u("source")),o),n}var Gt=a("aside",{id:"evaluate",hidden:!0}),Cn=a("button",{type:"button",id:"evaluate-toggle","aria-controls":"evaluate",
"aria-expanded":"false",onclick:()=>On(!Vt.open)}),Vt={open:!1,say:null};function On(t){re(()=>{Vt.open=t,t&&(f.closePopup(),
C("opened","desk")),Gt.hidden=!t,document.body.classList.toggle("evaluate-open",t),Cn.setAttribute("aria-expanded",String(
t)),Bo(t&&(!!m.place||!k.list.length))})}function Bo(t){m.place=t?e=>{ze(e.lng,e.lat)?(Bn(null),fo(e.lng,e.lat)):Bn("too\
Far")}:null,document.body.classList.toggle("picking",t),Oo()}function Bn(t){Vt.say=t;let e=document.getElementById("eval\
uate-note");e&&(e.textContent=t?u(t):"")}function xi(t){t.preventDefault();let e=document.getElementById("evaluate-coord\
inate"),n=document.getElementById("evaluate-name"),o=Ze(e.value,ze);if(Bn(o.fault||o.note),e.setAttribute("aria-invalid",
String(!!o.fault)),o.fault){e.focus();return}let r=n.value.trim();e.value="",n.value="",fo(o.lon,o.lat,r),f.getBounds().
contains([o.lat,o.lon])||f.panTo([o.lat,o.lon])}function vi(){return a("form.ask",{onsubmit:xi,noValidate:!0},a("div.row",
{},a("div.field.grow",{},a("label",{for:"evaluate-coordinate"},u("coordinate")),a("input",{id:"evaluate-coordinate",type:"\
text",autocomplete:"off",spellcheck:!1,"aria-describedby":"evaluate-note evaluate-hint"})),a("div.field",{},a("label",{for:"\
evaluate-name"},u("name")),a("input",{id:"evaluate-name",type:"text",autocomplete:"off",maxLength:80})),a("button.main",
{type:"submit"},u("add"))),a("p.note",{id:"evaluate-note",role:"status"},Vt.say?u(Vt.say):""),a("p.hint",{id:"evaluate-h\
int"},u("coordinateHint")))}function zi(){return a("fieldset.reaches",{},a("legend",{},u("reachOf")),k.asked.reaches.map(
(t,e)=>a("label",{},a("input",{type:"radio",name:"reach",id:`reach-${e}`,value:String(t),checked:t===k.reach,onchange:()=>Lr(
t)}),a("span",{},`${t} km`))))}function Ei(){let t=(n,o,r,s)=>a("button",{type:"button",id:n,onclick:r,disabled:s},u(o)),
e=!k.list.length;return a("div.tools",{},a("button",{type:"button",id:"evaluate-pick","aria-pressed":String(!!m.place),onclick:()=>Bo(
!m.place)},u("pick")),t("evaluate-undo","undo",co,!k.past.length),t("evaluate-redo","redo",uo,!k.future.length),t("evalu\
ate-clear","clear",()=>Dt([]),e))}function Li(t,e){let n=k.figures.each[e],o=Math.max(...k.figures.each.map(c=>c.gained),
1),r=xt(t),s=(c,...d)=>[a("dt",{},u(c)),a("dd",{},...d)],i=c=>{let d=c.target.value.trim();d!==r&&Ee(e,{name:d?mo(d,e):""})},
l=c=>{let d=Ze(c.target.value,ze);Bn(d.fault||d.note),d.fault?c.target.value=fs(t):Ee(e,{lon:d.lon,lat:d.lat})};return a(
"li.candidate",{id:`candidate-${e}`},a("div.candidate-head",{},a("span.number",{"aria-hidden":"true"},String(t.number)),
a("input.name",{id:`candidate-name-${e}`,type:"text",value:r,maxLength:80,dir:"auto","aria-label":u("name"),onchange:i}),
a("button",{type:"button",id:`candidate-show-${e}`,title:`${u("show")}: ${r}`,"aria-label":`${u("show")}: ${r}`,onclick:()=>f.
setView([t.lat,t.lon],Math.max(f.getZoom(),8))},u("show")),a("button",{type:"button",id:`candidate-remove-${e}`,"aria-la\
bel":`${u("remove")}: ${r}`,onclick:()=>cn(e)},u("remove"))),a("div.gain",{},a("span",{},u("gained")),a("strong",{"data-\
figure":"gained"},rt(n.gained)),a("span.bar",{"aria-hidden":"true",style:{"--share":`${Math.round(100*n.gained/o)}%`}})),
a("dl.values",{},s("reached",a("span",{"data-figure":"reached"},rt(n.reached))),s("overlap",a("span",{"data-figure":"ove\
rlap"},rt(n.overlap))),k.list.length>1?s("only",a("span",{"data-figure":"only"},rt(n.only))):null,n.nearest?s("nearest",
a("span",{"data-figure":"nearest"},en(n.nearest.metres))," · ",y(an(n.nearest.at))):null,s("lies",y(ln(n))),a("dt",{},a(
"label",{for:`candidate-at-${e}`},u("coordinateShort"))),a("dd",{},a("input",{id:`candidate-at-${e}`,type:"text",autocomplete:"\
off",value:fs(t),onchange:l}))))}function fs({lon:t,lat:e}){return`${t}, ${e}`}function hs(){let{whole:t,regions:e}=k.figures,
n=(...s)=>a("tr",{},s.map(i=>a("th",{scope:"col"},u(i)))),o=io(k.asked.regions),r=e.map((s,i)=>({sums:s,at:i})).filter(({
sums:s})=>s.total>0).map(({sums:s,at:i})=>a(s.after>s.before?"tr.changed":"tr",{},a("th",{scope:"row"},y(ot(o,i)?q(o,i):
k.asked.codes[i])),a("td",{},ke(s.before,s.total)),a("td",{},ke(s.after,s.total)),a("td",{"data-region":k.asked.codes[i]},
s.after>s.before?`+${J(s.after-s.before)}`:"0")));return a("section.sums",{},a("h3",{},u("together")),a("p.total",{},a("\
span",{},u("gained"))," ",a("strong",{"data-figure":"together"},rt(t.after-t.before)),a("span.change",{},`${ke(t.before,
t.total)} → ${ke(t.after,t.total)}`)),a("table",{},a("caption",{},u("byRegion")),a("thead",{},n("region","now","withTh\
em","gained")),a("tbody",{},r)))}function Oo(){Cn.replaceChildren(u("evaluate"));let t=document.activeElement&&Gt.contains(
document.activeElement)?document.activeElement.id:null,e=["evaluate-coordinate","evaluate-name"].map(r=>{let s=document.
getElementById(r);return[r,s?s.value:""]}),{scrollTop:n}=Gt;Gt.setAttribute("aria-label",u("evaluateTitle")),Gt.replaceChildren(
a("div.desk-head",{},a("h2",{},u("evaluateTitle")),a("button.close",{type:"button",id:"evaluate-close","aria-label":u("c\
lose"),onclick:()=>{On(!1),Cn.focus()}},"×")),zi(),Ei(),a("p.hint.mode",{},u(m.place?"picking":"notPicking")),vi(),...k.
list.length?[a("ol.candidates",{},k.list.map(Li)),k.list.length>1?a("div.compared",{tabIndex:0,role:"region","aria-label":u(
"evaluateTitle")},wo()):null,hs(),a("div.save",{},a("button.main",{type:"button",id:"evaluate-save",onclick:Mr},u("save")),
a("p.hint",{},u("saveHint")))]:[],a("p.hint",{},u("existing"),y(u(k.asked.existing)),m.lang==="zh"?`（${k.coverage.sites.
count}）；`:` (${k.coverage.sites.count}); `,y(u(k.asked.quantity.title)),k.asked.quantity.derived?Y():null)),e.forEach(
([r,s])=>{document.getElementById(r).value=s}),Gt.scrollTop=n;let o=t&&document.getElementById(t);o&&!o.disabled&&o.focus()}
function Mi(t){if(!Vt.open)return;let e=/^(INPUT|TEXTAREA)$/.test(t.target.tagName||"")&&t.target.type!=="radio",n=t.key.
toLowerCase();n==="escape"&&m.place?Bo(!1):(t.ctrlKey||t.metaKey)&&!e&&(n==="z"||n==="y")&&(t.preventDefault(),n==="y"||
t.shiftKey?uo():co())}function gs({evaluate:t}){vr(t),document.getElementById("tools").prepend(Cn),document.getElementById(
"panel").after(Gt),Cr(),Co.push(()=>k.list.length?[wo(),hs()]:[]),document.addEventListener("keydown",Mi),z("language",Oo),
z("candidates",Oo),z("picked",e=>{On(!0);let n=document.getElementById(`candidate-${e}`);n&&n.scrollIntoView({block:"nea\
rest"})}),z("opened",e=>{(["figures","tasks"].includes(e)||e==="panel"&&D.matches)&&Vt.open&&On(!1)}),window.gisplanEvaluate=
{evaluation:k,evaluateCandidates:k.coverage.evaluate,geodesicLength:et,destination:It,placeAt:so,readCoordinate:Ze,inside:ze}}function ws(t){return t.map((e,n)=>{let o=t.slice(0,n).filter(r=>r.table===e.table).length;return o?`${e.table}~${o+1}`:
e.table})}function ys(t,{keys:e,groups:n,years:o}){let r=new URLSearchParams(t.replace(/^#/,"")),s=(p,h)=>{let g=(r.get(
p)??"").split(",").map(w=>w?Number(w):Number.NaN);return g.length===h&&g.every(Number.isFinite)?g:null},i={},l=s("map",3);
if(l&&Math.abs(l[1])<=85&&Math.abs(l[2])<=360&&l[0]>=0&&l[0]<=22&&(i.view=l),r.has("layers")){let p=r.get("layers").split(
" ");i.shown=e.map(h=>p.includes(h))}let c=s("opacity",n);c?.every(p=>p>=0&&p<=100)&&(i.opacity=c.map(p=>p/100)),["zh","\
en"].includes(r.get("lang"))&&(i.lang=r.get("lang"));let d=Number(r.get("year"));return i.year=r.has("year")&&o.includes(
d)?d:null,i}function bs({zoom:t,lat:e,lng:n},{shown:o,opacity:r,year:s,lang:i},l,c=[]){let d=new URLSearchParams;d.set("\
map",[t.toFixed(2),e.toFixed(5),n.toFixed(5)].join(",")),d.set("layers",l.filter((p,h)=>o[h]).join(" ")),r.some(p=>p!==1)&&
d.set("opacity",r.map(p=>Math.round(100*p)).join(",")),s!==null&&d.set("year",s),d.set("lang",i);for(let[p,h]of c)d.set(
p,h);return`#${d.toString().replace(/%2C/g,",")}`}var vs=dt("gisplan-labels",590);vs.classList.add("leaflet-zoom-hide");var le=[];function ks(t){let e=t.places.length;return e<=
1?1:e<=30?2:3}function Si(){for(let e of le)e.element.remove();le=S.filter(e=>e.label&&e.geometry==="polygon").flatMap(e=>e.
places.map(n=>({layer:e,place:n,rank:ks(e),element:a(`span.label.rank-${ks(e)}`,{"aria-hidden":"true",dir:"auto"},q(e,n.
rows[0]))}))),le.sort((e,n)=>e.rank-n.rank||xs(n.place)-xs(e.place)),vs.append(...le.map(e=>e.element)),le.forEach(e=>{e.
width=e.element.offsetWidth,e.height=e.element.offsetHeight}),Tt()}function xs(t){let{room:e}=t;return(e.getEast()-e.getWest())*
(e.getNorth()-e.getSouth())}function Tt(){let t=[];S.forEach(n=>{let o=n.places.length<=ee;n.geometry!=="point"||!m.shown[n.
number]||!o||n.places.forEach(r=>{if(pt(n)&&!N(n,r).length)return;let s=f.latLngToLayerPoint(r.point),i=W[r.precision]+2;
t.push([s.x-i,s.y-i,s.x+i,s.y+i])})});let e=new Set;le.forEach(n=>{let{place:o,width:r,height:s,element:i}=n,l=i.textContent,
c=null;if(m.shown[n.layer.number]&&!e.has(l)){let d=f.latLngToLayerPoint(o.room.getNorthWest()),p=f.latLngToLayerPoint(o.
room.getSouthEast()),h=p.x-d.x>.8*r&&p.y-d.y>s,g=f.latLngToLayerPoint(o.anchor);c=(h?[0,18,-18]:[]).map(v=>[g.x-r/2,g.y+
v-s/2,g.x+r/2,g.y+v+s/2]).find(v=>!t.some(L=>v[0]<L[2]&&v[2]>L[0]&&v[1]<L[3]&&v[3]>L[1]))}i.hidden=!c,c&&(e.add(l),t.push(
c),b.DomUtil.setPosition(i,b.point(Math.round(c[0]),Math.round(c[1]))))})}function zs(){z("language",Si),z("layers",Tt),
f.on("zoomend viewreset resize",Tt)}var Es={A3:"A3 landscape",A4:"A4 landscape"},Yt=null,In="A3";function Ti(){for(let t of document.styleSheets){let e=[...t.
cssRules].findIndex(n=>n instanceof CSSPageRule);if(!(e<0)){t.deleteRule(e),t.insertRule(`@page { size: ${Es[In]}; margi\
n: 12mm; }`,e);return}}}function Ai(){return vo(.02)?wn()??f.getBounds():f.getBounds()}function Ls(){Yt||document.body.classList.
contains("printing-list")||(Yt={centre:f.getCenter(),zoom:f.getZoom(),bounds:Ai()},st(null),document.documentElement.classList.
add("printing"),document.body.classList.add("printing"),document.getElementById("sheet").hidden=!1,m.paper=!0,Ms())}function Ms(){
document.body.classList.toggle("paper-a4",In==="A4"),Ti(),f.invalidateSize({animate:!1,pan:!1}),f.fitBounds(Yt.bounds,{animate:!1,
padding:[8,8]}),C("paper"),ms($i()),Tt()}function Io(){if(!Yt)return;let{centre:t,zoom:e}=Yt;Yt=null,m.paper=!1,document.
documentElement.classList.remove("printing"),document.body.classList.remove("printing"),document.getElementById("sheet").
hidden=!0,document.getElementById("sheet-more").hidden=!0,f.invalidateSize({animate:!1,pan:!1}),f.setView(t,e,{animate:!1}),
C("paper"),Tt()}function $i(){let t=e=>a("label",{},a("input",{type:"radio",name:"paper-size",id:`paper-${e.toLowerCase()}`,
checked:e===In,onchange:()=>{In=e,Ms(),document.getElementById(`paper-${e.toLowerCase()}`).focus()}}),e);return a("div.s\
heet-tools",{role:"group","aria-label":u("print")},Object.keys(Es).map(t),a("button.sheet-print",{type:"button",id:"pape\
r-print",onclick:()=>window.print()},u("print")),a("button.sheet-back",{type:"button",onclick:Io},u("back")))}function Ss(){
Ls(),document.getElementById("paper-print").focus()}function Pn(){return Yt!==null}function Ts(){let t=!1;window.addEventListener(
"beforeprint",()=>{t=Pn(),Ls()}),window.addEventListener("afterprint",()=>{t||Io()}),document.addEventListener("keydown",
e=>{e.key==="Escape"&&Io()})}var Kt={last:"",timer:0,ready:!1},Cs=ws(S),Ro=[];function Os(t){Ro.push(t)}function Bs(){return ys(window.location.hash,
{keys:Cs,groups:x.groups.length,years:Q})}function Is(){let{lat:t,lng:e}=f.getCenter(),n=Ro.flatMap(o=>o.write());return bs(
{zoom:f.getZoom(),lat:t,lng:e},m,Cs,n)}function As(t){t.shown&&S.forEach((n,o)=>{m.shown[o]!==t.shown[o]&&nt(n,t.shown[o])}),
t.opacity?.forEach((n,o)=>{sn(o,n)}),mt(t.year);let e=new URLSearchParams(window.location.hash.replace(/^#/,""));for(let n of Ro)
n.follow(e);t.view&&f.setView([t.view[1],t.view[2]],t.view[0],{animate:!1}),Kt.ready=!0}function $s(){!Kt.ready||Pn()||(clearTimeout(
Kt.timer),Kt.timer=setTimeout(()=>{if(!Pn()){Kt.last=Is();try{window.history.replaceState(null,"",Kt.last)}catch{}}},120))}
async function Ps(){let t=window.location.href.split("#")[0]+Is(),e=!1;try{await navigator.clipboard.writeText(t),e=!0}catch{
e=!1}Mt(()=>[a("h2",{id:"about-title"},u("linkTitle")),a("p.lead",{},e?u("copied"):""," ",u("linkHint")),a("input",{id:"\
link-text",type:"text",readOnly:!0,value:t,"aria-label":u("linkTitle"),onfocus:n=>n.target.select()})]),document.getElementById(
"link-text").focus()}var Po=Bs();function Rs(){Po.lang&&(m.lang=Po.lang)}function Ns(){As(Po),window.addEventListener("h\
ashchange",()=>{if(window.location.hash===Kt.last)return;let t=Bs();t.lang&&t.lang!==m.lang&&(m.lang=t.lang,C("language")),
As(t)}),f.on("moveend",$s);for(let t of["language","layers","year","view","tasks"])z(t,$s)}var Ci=b.Control.extend({onAdd(){return this.box=a("details.attribution",{open:!D.matches}),b.DomEvent.disableClickPropagation(
this.box),z("language",()=>this.write()),this.box},write(){let t=[...Object.values(x.tables).flatMap(r=>r.sources).map(r=>u(
r.title)),...x.headlines.flatMap(r=>r.sources.map(u))],e=[u(x.attribution),x.basemap?u(x.basemap.attribution):"",...new Set(
t)].filter(Boolean),n=a(x.review?"span.review":"span.review.unset",{},u("review"),x.review?y(x.review):u("noReview")),o=a(
"div.credits",{tabIndex:0},a("span",{},u("credits")));e.forEach((r,s)=>{o.append(s?"; ":"",y(r))}),this.box.replaceChildren(
a("summary",{},n),o)}}),Oi=b.Control.extend({onAdd(){let t=(e,n,o)=>a("button",{type:"button","data-say":e,onclick:o},n);
return this.box=a("div.zoom.leaflet-bar",{},t("zoomIn","+",()=>f.zoomIn()),t("zoomOut","−",()=>f.zoomOut()),t("home",Pt(
"home"),Se)),b.DomEvent.disableClickPropagation(this.box),z("language",()=>this.write()),this.box},write(){this.box.querySelectorAll(
"button").forEach(t=>{t.title=u(t.dataset.say),t.setAttribute("aria-label",t.title)})}});function Bi(){document.fullscreenElement?
document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>ct(u("full")))}var Ii=[["measure",()=>Sn(
!m.measuring)],["full",Bi],["link",Ps],["print",Ss]],Pi=b.Control.extend({onAdd(){let t=Ii.filter(([e])=>e!=="full"||document.
fullscreenEnabled);return this.box=a("div.zoom.tools.leaflet-bar",{},t.map(([e,n])=>a("button",{type:"button",id:`tool-${e}`,
onclick:n,"aria-pressed":e==="measure"?"false":null},Pt(e)))),b.DomEvent.disableClickPropagation(this.box),z("language",
()=>this.write()),this.box},write(){this.box.querySelectorAll("button").forEach(t=>{t.title=u(t.id.replace("tool-","")),
t.setAttribute("aria-label",t.title)})}});function Ds(){let t=new Ci({position:"bottomright"}).addTo(f);return new Oi({position:D.
matches?"bottomright":"topright"}).addTo(f),new Pi({position:"topright"}).addTo(f),b.control.scale({imperial:!1,maxWidth:120,
position:"bottomleft"}).addTo(f),document.addEventListener("fullscreenchange",()=>f.invalidateSize({animate:!1})),t.box}var _s=dt("gisplan-counts",588);_s.classList.add("leaflet-zoom-hide");var Ue=16;function Ri(t,e){let[n,o]=[t/2+e*.5,Ue/2+
e*.5];return[[n,-o],[-n,-o],[n,o],[-n,o],[0,-Ue/2-e-2],[0,Ue/2+e+2],[t/2+e+2,0],[-t/2-e-2,0]]}function Fs(t,e){return t[0]>=
e[2]||t[2]<=e[0]||t[1]>=e[3]||t[3]<=e[1]}function Us(){let t=S.filter(r=>r.geometry==="point"&&m.shown[r.number]).flatMap(
r=>r.marks.map(({place:s})=>({at:f.latLngToLayerPoint(s.point),count:N(r,s).length,radius:W[s.precision]}))),e=t.map(({at:r,
radius:s})=>[r.x-s/2,r.y-s/2,r.x+s/2,r.y+s/2]),n=[],o=t.map((r,s)=>({...r,own:s})).filter(r=>r.count>1).map(({at:r,count:s,
radius:i,own:l})=>{let c=String(s),d=8+7*c.length,p=Ri(d,i).map(([v,L])=>[r.x+v-d/2,r.y+L-Ue/2,r.x+v+d/2,r.y+L+Ue/2]),h=p.
filter(v=>n.every(L=>Fs(v,L))),g=h.find(v=>e.every((L,A)=>A===l||Fs(v,L)))||h[0]||p[0];n.push(g);let w=a("span.mark-coun\
t",{"aria-hidden":"true"},c);return w.style.width=`${d}px`,b.DomUtil.setPosition(w,b.point(Math.round(g[0]),Math.round(g[1]))),
w});_s.replaceChildren(...o)}function Ws(){f.on("zoomend viewreset resize",Us);for(let t of["language","layers","year","\
kept","paper"])z(t,Us)}var qt={width:320,height:104,most:160};function js(t,e,n){let o=e&&t.data.columns[e];return o&&bt(o)?Di(t,e,n):t.legend.
classes?Fi(t):null}function Ni(t,e,n){return a("figure.chart",{},a("figcaption",{},t),e,a("p.chart-note",{"aria-hidden":"\
true"},n||""))}function Di(t,e,n){let r=t.data.columns[e],s=n.map(T=>({row:T,value:_(r.values,T)})).filter(T=>typeof T.value==
"number").slice(0,qt.most);if(s.length<2)return null;let{width:i,height:l}=qt,c=s.map(T=>T.value),[d,p]=[Math.min(0,...c),
Math.max(0,...c)],h=T=>4+(l-8)*(p-T)/(p-d||1),g=i/s.length,w=g>4?Math.min(3,g*.2):0,v=s.map(({row:T,value:$},P)=>{let j=B(
"g",{class:"bar","data-row":T});return j.append(B("rect",{class:"hit",x:P*g,y:0,width:g,height:l}),B("rect",{class:"valu\
e",x:P*g+w/2,width:Math.max(.6,g-w),y:Math.min(h(0),h($)),height:Math.max(1,Math.abs(h($)-h(0))),fill:e===t.column?pn(t,
T):"#4d8296"})),j}),L=`${u("chart")}${u(r.title)}`,A=B("svg",{viewBox:`0 0 ${i} ${l}`,role:"img","aria-label":L,preserveAspectRatio:"\
none"},...v,B("line",{class:"zero",x1:0,x2:i,y1:h(0),y2:h(0)}));A.addEventListener("mouseover",T=>jt(t,te(T))),A.addEventListener(
"mouseleave",()=>jt(t,null)),A.addEventListener("click",T=>{let $=te(T);$!==null&&ie(t,$,!1,!1)});let O=s.length===qt.most&&
n.length>qt.most?a("span.count",{},` ${H("firstBars",qt.most)}`):null;return Ni([y(u(r.title)),r.unit?y(m.lang==="zh"?`（${u(
r.unit)}）`:` (${u(r.unit)})`):null,r.derived?Y():null,O],A)}function Fi(t){let e=mn(t),n=t.legend.classes.map((i,l)=>({
color:i.color,count:e.classes[l],text:u(i.words)}));e.missing&&n.push({color:t.legend.missingColor,count:e.missing,text:u(
t.legend.missingWords)});let o=n.reduce((i,l)=>i+l.count,0);if(!o)return null;let r=0,s=B("svg",{viewBox:`0 0 ${qt.width}\
 22`,role:"img",preserveAspectRatio:"none",class:"parts","aria-label":`${u("chart")}${u(t.legend.title)}`});return n.filter(
i=>i.count).forEach(i=>{let l=qt.width*i.count/o;s.append(B("rect",{x:r,y:0,width:Math.max(.5,l-1.5),height:22,fill:i.color,
class:"part"})),r+=l}),a("figure.chart",{},a("figcaption",{},y(u(t.legend.title)),t.legend.derived?Y():null),s,a("ul.par\
ts",{},n.filter(i=>i.count).map(i=>a("li",{},a("span.dot",{style:{"--color":i.color}}),y(i.text),a("span.count",{},` ${H(
"rows",i.count)}`)))))}function Hs(t,e,n){let o=t.data.columns[e];return n===null||!o||!bt(o)?[u("chartHint")]:[y(q(t,n),
"strong.datum")," ",X(o,K(t.data,e,n),t,e)]}var At=document.getElementById("figures"),Rn=document.getElementById("figures-toggle"),I={open:!1,picked:null,sort:null,
down:!0,most:200,rows:[]},Ui=26;function Do(){let t=S.filter(r=>m.shown[r.number]&&r.geometry!=="raster"),e=t.find(r=>r.
number===I.picked);if(e)return e;let n=t.filter(r=>r.geometry==="polygon"),o=n.filter(r=>r.style.kind!=="outline");return o[o.
length-1]||n.sort((r,s)=>s.places.length-r.places.length)[0]||t[t.length-1]||null}function Gs(){let t=Do();return!t||t.data.
count<=5e3}function Fo(t){let{columns:e,count:n}=t.data;return[...new Set([t.popup[0],t.column,...t.popup])].filter(r=>r&&
xe(e,r)).filter((r,s)=>s===0||r===t.column||!Array.from({length:n}).some((i,l)=>{let c=K(t.data,r,l);return typeof c=="s\
tring"&&!xe(e[r].words,c)&&(c.length>Ui||c.includes(`
`))}))}function _i(t,e,n){let o=t.data,r=new Intl.Collator(m.lang==="zh"?"zh-CN":"en",{numeric:!0}),s=Array.from({length:o.
count},(d,p)=>p).filter(d=>Nt(t,d));if(!e)return s;let i=o.columns[e],l=new Map(s.map(d=>{let p=K(o,e,d);return p==null?
[d,null]:[d,typeof p=="number"?p:ut(i,p,t,e)]})),c=n?-1:1;return s.sort((d,p)=>{let[h,g]=[l.get(d),l.get(p)];if(h===null||
g===null)return(h===null)-(g===null)||d-p;let w=typeof h=="number"&&typeof g=="number"?h-g:r.compare(h,g);return c*w||d-
p})}function Wi(t){if(m.year===null||!t.years)return t;let n=Object.keys(t.years).map(Number).filter(o=>o<=m.year);return{
...t,...n.length?t.years[Math.max(...n)]:t.years[0]}}function ji(){return x.headlines.length?a("dl.headlines",{},x.headlines.
map(t=>Wi(t)).map(t=>a("div",{title:u("credits")+t.sources.map(u).join("; ")},a("dt",{},y(u(t.title))),a("dd",{},t.before&&
t.value!==null?y(`${u(t.before)} `):null,a("strong",{},t.value===null?"—":Hi(t.value)),t.unit&&t.value!==null?y(` ${u(
t.unit)}`):null,t.of!==null?a("span.of",{},H("ofAll",t.of)):null,t.derived?Y():null,m.year!==null&&!t.years?a("span.note",
{},u("everyYearAlike")):null,t.missing?a("span.note",{},H("unknown",t.missing)):null,t.worth?y(u(t.worth),"span.note"):null)))):
null}function Hi(t){return Math.abs(t)>=1e3?J(Math.round(t)):J(Math.round(t*10)/10)}function Gi(t,e){let n=t.data.columns[e];
I.down=I.sort===e?!I.down:bt(n),I.sort=e,Qt(),document.getElementById(`sort-${Fo(t).indexOf(e)}`).focus()}function Vi(t,e,n){
let o=t.data.columns[e],r=I.sort===e;return a(bt(o)?"th.number":"th",{scope:"col","aria-sort":r?I.down?"descending":"asc\
ending":"none"},a("button",{type:"button",id:`sort-${n}`,onclick:()=>Gi(t,e)},y(u(o.title)),a("span.arrow",{"aria-hidden":"\
true"},r?I.down?"▼":"▲":"")),o.unit?a("span.unit",{dir:"auto"},u(o.unit)):null,o.derived?Y():null)}function Yi(t,e,n){
let o=t.data,r=a("tr",{"data-row":String(n)});return e.forEach((s,i)=>{let l=o.columns[s],c=ut(l,K(o,s,n),t,s);if(i===0){
r.append(a("th",{scope:"row"},a("button",{type:"button",dir:"auto",onclick:d=>ie(t,n,!1,d.detail===0)},c)));return}r.append(
a(bt(l)?"td.number":"td",{dir:bt(l)?null:"auto"},s===t.column&&t.style.kind!=="outline"?a("span.dot",{style:{"--color":pn(
t,n)}}):null,c))}),r}function Ki(t){let e=S.filter(n=>m.shown[n.number]&&n.geometry!=="raster").reverse();return a("labe\
l.pick",{},a("span",{},u("tableOf")),a("select",{id:"figures-layer",onchange:n=>{Object.assign(I,{picked:Number(n.target.
value),sort:null,most:200}),Qt()}},e.map(n=>a("option",{value:String(n.number),selected:n===t},u(n.title)))))}function qi(t){
let e=Fo(t),n=I.rows.slice(0,I.most),o=a("table",{onmouseover:r=>jt(t,te(r)),onmouseleave:()=>jt(t,null),onfocusin:r=>jt(
t,te(r))},a("caption",{},y(u(t.title)),a("span.count",{},` ${H("tableRows",I.rows.length)}`)),a("thead",{},a("tr",{},e.map(
(r,s)=>Vi(t,r,s)))),a("tbody",{},n.map(r=>Yi(t,e,r))));return[I.rows.length?null:a("p.hint",{},u("nothingDue")),a("div.t\
able",{tabIndex:0,role:"region","aria-label":u(t.title)},o),n.length<I.rows.length?a("button.more",{type:"button",id:"fi\
gures-more",onclick:()=>{I.most+=500,Qt()}},u("more")):null]}function Qt(){if(Rn.replaceChildren(u("figures")),At.setAttribute(
"aria-label",u("figuresTitle")),!I.open)return;let t=At.contains(document.activeElement)?document.activeElement.id:null,
{scrollTop:e}=At,n=Do(),o=[a("div.figures-head",{},a("h2",{},u("figuresTitle")),a("button.close",{type:"button",id:"figu\
res-close","aria-label":u("close"),onclick:()=>{$t(!1),Rn.focus()}},"×")),ji()];if(n){let r=Fo(n);if(!r.includes(I.sort)){
let s=n.column&&r.includes(n.column)?n.column:r[0];I.sort=s||null,I.down=!!(s&&bt(n.data.columns[s]))}I.rows=_i(n,I.sort,
I.down),o.push(Ki(n),js(n,I.sort,I.rows),qi(n))}else o.push(a("p.hint",{},u("nothingShown")));At.replaceChildren(...o.flat(
1/0).filter(Boolean)),At.scrollTop=e,t&&document.getElementById(t)&&document.getElementById(t).focus(),No(!1)}function No(t){
if(!I.open)return;let e=Do();if(!e)return;let n=m.chosen&&m.chosen.layer.table===e.table?m.chosen:null,o=Oe.find(l=>l.layer.
table===e.table),r=o?new Set(o.place.rows):new Set;At.querySelectorAll("[data-row]").forEach(l=>{let c=Number(l.dataset.
row);l.classList.toggle("hovered",r.has(c));let d=!!n&&(n.place?n.place.rows.includes(c):n.row===c);l.classList.toggle("\
picked",d),l.tagName==="TR"&&l.setAttribute("aria-selected",String(d)),t&&d&&l.tagName==="TR"&&Qi(l)});let s=At.querySelector(
".chart-note"),i=o?o.place.rows[0]:n?n.row:null;s&&s.replaceChildren(...Hs(e,I.sort,i))}function Qi(t){let e=t.closest("\
.table"),[n,o]=[t.offsetTop,t.offsetHeight];n<e.scrollTop+60?e.scrollTop=n-60:n+o>e.scrollTop+e.clientHeight&&(e.scrollTop=
n+o-e.clientHeight)}function $t(t){re(()=>{I.open=t,t&&C("opened","figures"),At.hidden=!t,document.body.classList.toggle(
"figures-open",t),Rn.setAttribute("aria-expanded",String(t)),Qt()})}function Vs(){Rn.addEventListener("click",()=>$t(!I.
open)),document.addEventListener("keydown",t=>{t.key==="Escape"&&D.matches&&I.open&&$t(!1)}),z("opened",t=>{(["desk","ta\
sks"].includes(t)||t==="panel"&&D.matches)&&I.open&&$t(!1)}),z("language",Qt),z("layers",Qt),z("year",Qt),z("hover",()=>No(
!1));for(let t of["chosen","docked"])z(t,()=>No(!0))}function Zi(t){let e=[u(t.publisher),t.date].filter(Boolean),n=a("li",{},y(u(t.title)));for(let o of e)n.append(" · ",y(
o));return t.url&&n.append(" · ",t.link?on(t.url,t.url):y(t.url)),t.note&&n.append(a("span.note",{dir:"auto"},u(t.note))),
n}function Ji(t){let e=Object.values(t.columns).filter(r=>r.meaning),n=a("dl.values"),o=(r,...s)=>n.append(a("dt",{},u(r)),
a("dd",{},...s));return t.vintage&&o("vintage",y(t.vintage)),t.sources.length&&o("source",a("ul.plain",{},t.sources.map(
Zi))),t.licence&&o("licence",y(t.licence)),e.length&&o("meaning",a("ul.plain",{},e.map(r=>a("li",{},y(u(r.title),"strong\
.datum"),r.derived?Y():null," ",y(u(r.meaning)))))),a("section",{},a("h3",{dir:"auto"},u(t.title)),a("p",{dir:"auto"},u(
t.description)),n)}function Ys(){return[a("h2",{id:"about-title"},u("about")),a("p.lead",{dir:"auto"},u(x.description)),
Object.values(x.tables).map(Ji),a("p.software",{},u("software"))]}var Ks=document.getElementById("about-open"),Nn=document.getElementById("language");function Xi(){document.documentElement.
lang=m.lang==="zh"?"zh-CN":"en",document.title=u(x.title);for(let t of["title","description"]){let e=document.getElementById(
t);e.textContent=u(x[t]),e.title=u(x[t])}Ks.replaceChildren(...nn("about")),Nn.replaceChildren(u("language")),Nn.setAttribute(
"aria-label",u("languageHint")),Nn.lang=m.lang==="zh"?"en":"zh-CN",f.getContainer().setAttribute("role","main"),f.getContainer().
setAttribute("aria-label",u("map"))}function qs(){Ks.addEventListener("click",()=>Mt(Ys)),Nn.addEventListener("click",()=>{
m.lang=m.lang==="zh"?"en":"zh",C("language")}),z("language",Xi)}var Uo=document.getElementById("panel"),Wo=document.getElementById("panel-toggle");function tl(t,e){return a("input",{type:"\
checkbox",id:e,checked:m.shown[t.number],onchange:n=>nt(t,n.target.checked)})}function el(t,e){return a("input",{type:"r\
adio",name:"theme",id:e,checked:m.shown[t.number],title:u("oneTheme"),onclick:()=>nt(t,!m.shown[t.number])})}function nl(t){
let e=`layer-${t.number}`,n=a("div.layer",{},a("div.layer-head",{},ve(t)?el(t,e):tl(t,e),a("label",{for:e,dir:"auto"},u(
t.title)),t.style.kind==="outline"?se(t.style):null)),o=En(t);return o.children.length&&(o.hidden=!m.shown[t.number],n.append(
o)),n}function ol(t,e){return a("label.opacity",{title:u("opacity")},a("span",{"aria-hidden":"true"},u("opacityShort")),
a("span.unseen",{dir:"auto"},`${u("opacity")} `,u(t.title)),a("input",{type:"range",id:`opacity-${e}`,min:0,max:100,step:5,
value:Math.round(100*m.opacity[e]),oninput:n=>sn(e,n.target.valueAsNumber/100)}))}function _o(){let t=document.activeElement?.
id;Uo.setAttribute("aria-label",u("layers")),Uo.replaceChildren(...x.groups.map((e,n)=>a("fieldset",{style:{"--group":m.
opacity[n]}},a("legend",{dir:"auto"},u(e.title)),ol(e,n),[...e.layers].reverse().map(o=>nl(S[o])))).reverse()),Wo.replaceChildren(
...nn("layers")),t&&Uo.querySelector(`#${CSS.escape(t)}`)&&document.getElementById(t).focus()}function _e(t){document.body.
classList.toggle("panel-open",t),Wo.setAttribute("aria-expanded",String(t)),t&&C("opened","panel"),f.invalidateSize({animate:!1})}
function rl(){for(let t of S){let e=document.getElementById(`legend-${t.number}`);e&&(e.hidden=!m.shown[t.number]);let n=document.
getElementById(`layer-${t.number}`);n&&(n.checked=m.shown[t.number])}}function sl(){m.opacity.forEach((t,e)=>{let n=document.
getElementById(`opacity-${e}`);n&&(n.value=Math.round(100*t),n.closest("fieldset").style.setProperty("--group",t))})}function Qs(){
Wo.addEventListener("click",()=>_e(!document.body.classList.contains("panel-open"))),document.addEventListener("keydown",
t=>{t.key==="Escape"&&D.matches&&_e(!1)}),z("opened",t=>{t!=="panel"&&D.matches&&_e(!1)}),z("language",_o),z("year",_o),
z("kept",_o),z("layers",rl),z("view",sl)}function We(t){return String(t).normalize("NFKD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[\s'’ʼ·.-]/g,
"")}function Js({zh:t,en:e,code:n,pinyin:o}){let r=(o||"").split(" ").map(We);return{code:n||"",zh:We(t??""),en:We(e??""),
syllables:r,english:String(e??"").split(/\s+/).map(We),initials:r.map(s=>s.slice(0,1)).join("")}}function al(t,e){return t.
code===e||t.zh===e||t.en===e?0:t.zh.startsWith(e)||t.code.startsWith(e)?1:t.en.startsWith(e)||t.syllables.join("").startsWith(
e)?2:e.length>1&&t.initials.startsWith(e)?3:t.english.some(n=>n.startsWith(e))?4:t.zh.includes(e)?5:t.syllables.some((n,o)=>t.
syllables.slice(o).join("").startsWith(e))?6:e.length>2&&t.initials.includes(e)?7:null}var il=3;function Zs({entry:t,fit:e}){
return t.unit&&e<=il?0:1}function Xs(t,e,n){let o=We(e);return o?t.map(r=>({entry:r,fit:al(r,o)})).filter(r=>r.fit!==null).
sort((r,s)=>Zs(r)-Zs(s)||r.fit-s.fit||r.entry.zh.length-s.entry.zh.length).slice(0,n).map(r=>r.entry):[]}var Ho=document.getElementById("search"),ll=12,jo=null,G=[],tt=-1;function cl(){let t=[],e=new Set,n=r=>S.some(s=>s.table===
r&&m.shown[s.number]);return Object.keys(x.tables).sort((r,s)=>n(s)-n(r)).forEach(r=>{let s=x.tables[r],{search:i}=s,l=i.
name?s.columns[i.name]:null;for(let c=0;c<s.count;c++){let d=l?_(l.values,c):null,p=l?.english?_(l.english,c):null,h=i.code?
i.code[c]:null,g=h?`${h} ${d}`:null;if(d===null&&p===null&&h===null||g&&e.has(g))continue;g&&e.add(g);let w=i.pinyin?_(i.
pinyin,c):null,v=h!==null&&s.geometry==="polygon";t.push({table:r,row:c,unit:v,...Js({zh:d,en:p,code:h,pinyin:w})})}}),t}
function ta(t){return jo=jo||cl(),Xs(jo,t,ll)}function ea(t){let e=S.filter(n=>n.table===t);return e.filter(n=>m.shown[n.
number]).pop()||e[0]}function na(t){let e=ea(t.table);ul(),m.year!==null&&!Nt(e,t.row)&&mt(null),ie(e,t.row,!0,!0),D.matches&&
$t(!1)}function ul(){G=[],tt=-1,je()}function dl(t){let e=ea(t.table),n=x.tables[t.table],o=n.search.name?n.columns[n.search.
name]:null,r=o?.english?_(m.lang==="zh"?o.english:o.values,t.row):null;return[y(q(e,t.row),"strong.datum"),r?y(r,"span.o\
ther"):null,a("span.of",{},t.code?`${t.code} · `:"",y(u(e.title)))]}function je(){let t=document.getElementById("search\
-list"),e=document.getElementById("search-input"),n=e.value.trim()!==""&&document.activeElement===e;t.replaceChildren(...G.
map((r,s)=>a("li",{id:`found-${s}`,role:"option","aria-selected":String(s===tt),onmousedown:i=>{i.preventDefault(),na(r)}},
dl(r))));let o=document.getElementById("search-none");o.hidden=G.length>0||!n||tt===-2,o.textContent=u("nothingFound"),t.
hidden=!G.length,e.setAttribute("aria-expanded",String(G.length>0)),tt>=0?(e.setAttribute("aria-activedescendant",`found\
-${tt}`),document.getElementById(`found-${tt}`).scrollIntoView({block:"nearest"})):e.removeAttribute("aria-activedescend\
ant")}function pl(t){G=ta(t.target.value),tt=G.length?0:-1,je(),t.target.value.trim()&&ct(G.length?H("found",G.length):u(
"nothingFound"))}function ml(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];e&&G.length?(t.preventDefault(),tt=(tt+e+G.length)%
G.length,je()):t.key==="Escape"&&(t.stopPropagation(),G.length||(t.target.value=""),G=[],tt=-2,je())}function fl(){let t=document.
getElementById("search-input");Ho.setAttribute("aria-label",u("search")),Ho.replaceChildren(a("div.field",{},Pt("search"),
a("input",{id:"search-input",type:"search",role:"combobox",placeholder:u("searchHint"),"aria-label":`${u("search")}: ${u(
"searchHint")}`,"aria-autocomplete":"list","aria-controls":"search-list","aria-expanded":"false",spellcheck:!1,value:t?t.
value:"",oninput:pl,onkeydown:ml,onblur:()=>{tt=-2,G=[],je()}})),a("ul",{id:"search-list",role:"listbox","aria-label":u(
"search"),hidden:!0}),a("p",{id:"search-none",hidden:!0}))}function oa(){Ho.addEventListener("submit",t=>{t.preventDefault();
let e=document.getElementById("search-input");G.length||(G=ta(e.value)),G.length&&na(G[Math.max(0,tt)])}),document.addEventListener(
"keydown",t=>{t.key!=="/"||/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName||"")||(t.preventDefault(),document.getElementById(
"search-input").focus())}),z("language",fl)}var He={tasks:{zh:"任务",en:"Tasks"},title:{zh:"任务台账",en:"Tasks of the plan"},unit:{zh:"单位（新旧名称均可）",
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
事项",en:"Task"},leadUnits:{zh:"牵头单位",en:"Lead units"},basis:{zh:"依据、原因",en:"Evidence, or why"}},ra={
tasks:{zh:t=>`${t} 项`,en:t=>t==="1"?"1 task":`${t} tasks`},aims:{zh:t=>`其中目标和时限 ${t} 项`,en:t=>t==="1"?
"1 of them an aim":`${t} of them aims`}};function M(t){return u(He[t])}function Zt(t,e){let n=Xt(e);return u({zh:ra[t].zh(
n),en:ra[t].en(n)})}function Dn(t,e){let n=u({zh:"、",en:", "});return t.length<=e?t.join(n):t.slice(0,e-1).join(n)+u({
zh:` 等 ${t.length} 个`,en:` and ${t.length-e+1} more`})}function sa(t){return u({zh:`${t} ${He.dueBy.zh}`,en:`${He.dueBy.
en}${t}`})}function aa(t){return u({zh:`${He.asOf.zh}：${t}`,en:`${He.asOf.en} ${t}`})}var ce=["met","partly","short","undecided","awaiting"],at="overdue",Ge="aims",hl=["target","milestone"],gl=[["甘肃省",
"省"],["人民政府","政府"],["（","("],["）",")"],["、自治州","州"]],Ve=Object.freeze({unit:"",role:"",region:"",
due:"",kind:"",states:Object.freeze([]),words:"",mark:"",asOf:""});function ia(t){let e=String(t).normalize("NFKC").replace(
/\s/g,"").toLowerCase();return gl.reduce((n,[o,r])=>n.replaceAll(o,r),e)}function Go(t,e){let n=ia(e);if(!n)return[];let o=t.
map(s=>s.names.map(ia)),r=s=>o.map((i,l)=>i.some(s)?l:-1).filter(i=>i>=0);for(let s of[i=>i===n,i=>i===`省${n}`,i=>n.length>
1&&i.includes(n)]){let i=r(s);if(i.length)return i}return[]}function la(t,e){let n=_(t,e);return n?n.split(" ").map(Number):
[]}function ca({table:t,lead:e,cooperate:n,places:o}){let{columns:r,count:s}=t,i=(c,d)=>r[c]?_(r[c].values,d):null,l=(c,d)=>r[c]?
[i(c,d),r[c].english?_(r[c].english,d):null]:[];return Array.from({length:s},(c,d)=>({row:d,item:i("item",d),kind:i("kin\
d",d),state:i("state",d),year:i("year",d),due:i("due",d),lead:la(e,d),cooperate:la(n,d),regions:new Map((_(o,d)||"").split(
" ").filter(Boolean).map(p=>p.split(":")).map(([p,h])=>[Number(p),h])),words:[...l("name",d),i("clause",d),i("item",d),i(
"text_zh",d)].filter(Boolean).join(`
`).normalize("NFKC").toLowerCase()}))}function Fn(t,e){return!!t.due&&t.due<e&&t.state!=="met"}function Vo(t){return hl.
includes(t.kind)}function wl(t,{units:e,regions:n,marked:o}){let r=[];if(t.unit.trim()){let l=new Set(Go(e,t.unit)),c=t.
role?[t.role]:["lead","cooperate"];r.push(d=>c.some(p=>d[p].some(h=>l.has(h))))}else t.role&&r.push(l=>l[t.role].length>
0);t.due&&r.push(l=>t.due==="none"?!l.year:String(l.year)===t.due),t.kind&&r.push(l=>t.kind===Ge?Vo(l):l.kind===t.kind);
let s=t.words.normalize("NFKC").toLowerCase().trim();s&&r.push(l=>l.words.includes(s));let i=[];if(t.region){let l=n.findIndex(
c=>c.code===t.region);i.push(c=>c.regions.has(l))}return t.mark&&o&&i.push(l=>o.has(l.row)),{found:r,here:i}}function Yo(t,e,n){
let{found:o,here:r}=wl(e,n),s=d=>!e.states.length||e.states.includes(d.state)||e.states.includes(at)&&Fn(d,n.day),i=d=>t.
filter(p=>d.every(h=>h(p))),l=i([...o,...r]),c=e.due?Yo(t,{...e,due:""},n).anyState:l;return{anyState:l,anyYear:c,anyPlace:i(
[...o,s]),list:yl(l.filter(s))}}function yl(t){return[...t].sort((e,n)=>(e.year||9999)-(n.year||9999)||e.row-n.row)}function Un(t,e){
let n=Object.fromEntries([...ce,at].map(o=>[o,0]));for(let o of t)n[o.state]++,Fn(o,e)&&n[at]++;return n}function ua(t){
let e=t.filter(r=>r.kind==="milestone"&&r.year);if(!e.length)return[];let n=e.map(r=>r.year),o=Math.min(...n);return Array.
from({length:Math.max(...n)-o+1},(r,s)=>({year:o+s,tasks:e.filter(i=>i.year===o+s)}))}var bl=/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
function Ko(t){return bl.test(t)}function da(t,{regions:e,kinds:n,years:o,rows:r}){let s=(i,l)=>{let c=t.get(i)??"";return l(
c)?c:""};return{...Ve,unit:(t.get("unit")??"").slice(0,80),role:s("role",i=>["lead","cooperate"].includes(i)),region:s("\
region",i=>e.some(l=>l.code===i)),due:s("due",i=>i==="none"||o.map(String).includes(i)),kind:s("kind",i=>i===Ge||n.includes(
i)),states:(t.get("state")??"").split(" ").filter(i=>[...ce,at].includes(i)),words:(t.get("words")??"").slice(0,80),mark:s(
"mark",i=>{let[l,c,...d]=i.split(".");return!d.length&&/^\d{1,6}$/.test(c)&&r.includes(l)}),asOf:s("asof",Ko)}}function qo(t){
return[["unit",t.unit.trim()],["role",t.role],["region",t.region],["due",t.due],["kind",t.kind],["state",t.states.join("\
 ")],["words",t.words.trim()],["mark",t.mark],["asof",t.asOf]].filter(([,e])=>e)}var ue=x.tasks,ft=ue?ca(ue):[],it=ue?.table,Ye=ue?.units??[],lt=ue?.regions??[],Qo=ue?.rows??{},de=Object.keys(Qo),Zo=[...new Set(
ft.map(t=>t.year))].filter(Boolean).sort(),Jo=[...new Set(ft.map(t=>t.kind))],E={open:!1,asked:Ve,found:null,chosen:null};
function _n(t,e){let n=Qo[t]?_(Qo[t],e):"";return n?n.split(" ").map(Number):[]}function ht(){return E.asked.asOf||ne()}
function Ke(t){let[e,n]=t.split("."),o=kt[e]?.[Number(n)];return o?{name:e,place:o}:null}function Ct(t){E.asked={...E.asked,
...t};let e=E.asked.mark?Ke(E.asked.mark):null,n=e&&new Set(e.place.rows.flatMap(o=>_n(e.name,o)));E.found=Yo(ft,E.asked,
{units:Ye,regions:lt,marked:n,day:ht()}),C("tasks")}var kl={met:"✓",partly:"◐",short:"✕",undecided:"?",awaiting:"…"},ma=60,xl=["lead","cooperating","asked","evidenc\
e","reason","decided_by","data_status","said_status","said_by","said_on","document","url","note","history","found"],pe=ma;
function qe(t){return a(`span.sign.state-${t}`,{"aria-hidden":"true"},kl[t])}function me(t,e){return ut(it.columns[t],e)}
function gt(t){if(t.state===at)return M("overdue");let e=Fn(t,ht())?`${u({zh:"，",en:", "})}${M("overdue")}`:"";return me(
"state",t.state)+e}function U(t,e){return it.columns[t]?K(it,t,e):null}function Xo(t){let e=U("form",t.row),n=me("kind",
t.kind);return e?`${n} · ${me("form",e)}`:n}function vl(t){let e=[...t.regions].filter(([,n])=>n==="place");return Dn((e.
length?e:[...t.regions]).map(([n])=>u(lt[n])),4)}function pa(t){let e=U("value",t);if(e==null)return null;let n=U("measu\
re_unit",t)??"";return`${X(it.columns.value,e)} ${n}`.trim()}function zl(t,e){let n=a("dl.values"),o=(s,...i)=>{n.append(
a("dt.wide",{},y(s)),a("dd.wide",{dir:"auto"},...i))},r=U("text_zh",t.row);r&&o(u(it.columns.text_zh.title),a("blockquot\
e",{lang:"zh-CN"},r));for(let s of xl){let i=U(s,t.row);if(s==="lead"&&!i&&o(u(it.columns.lead.title),M("noLead")),s==="\
evidence"&&pa(t.row)&&o(M("known"),pa(t.row)),i==null)continue;let l=X(it.columns[s],i);o(u(it.columns[s].title),s==="ur\
l"?on(i,i):l)}return t.regions.size&&o(M("about"),vl(t)),[n,e?a("button.show",{type:"button",id:`task-show-${t.row}`,onclick:e},
M("onMap")):a("p.hint",{},M("noPlace"))]}function El(t,{open:e,place:n}){let o=E.chosen===t.row,r=`task-${t.row}`,s=U("l\
ead",t.row);return a(o?"li.task.opened":"li.task",{"data-item":t.item},a("button.task-head",{type:"button",id:r,"aria-ex\
panded":String(o),"aria-controls":o?`${r}-details`:null,onclick:()=>e(t.row)},qe(t.state),a("span.what",{},y(U("name",t.
row),"span.heading"),a("span.facts",{},a("strong",{},gt(t)),` · ${Xo(t)} · `,y(U("clause",t.row)),s?[" · ",y(s)]:null))),
o?a("div.details",{id:`${r}-details`},zl(t,n(t))):null)}function fa(t,e){if(!t.length)return[a("p.hint",{},M("nothing"))];
let n=t.findIndex(i=>i.row===E.chosen);n>=pe&&(pe=n+1);let o=[],r,s;for(let i of t.slice(0,pe)){if(i.year!==r||!s){r=i.year;
let l=t.filter(c=>c.year===r);s=a("ul.tasks"),o.push(a("h3",{},r?sa(r):M("undated"),a("span.count",{},` ${Zt("tasks",l.length)}`)),
s)}s.append(El(i,e))}return t.length>pe&&o.push(a("button.more",{type:"button",id:"tasks-more",onclick:()=>{pe+=200,e.again()}},
u("more"))),o}function ha(){pe=ma}var ga={pane:"gisplan-highlight",interactive:!1,fill:!1,className:"of-task",color:"#0b5f73",weight:3,dashArray:"6 4"},fe=b.
layerGroup();function wa(t){return t.geometry==="polygon"?t.data.search.code:null}function ya(t){for(let e of S){let n=wa(
e)?.indexOf(t)??-1,o=n<0?null:ot(e,n);if(o)return{layer:e,place:o}}return null}function ba(t){let e=de.map(n=>S.find(o=>o.
table===n)).sort((n,o)=>Number(m.shown[o.number])-Number(m.shown[n.number]));for(let n of e){let r=Array.from({length:n.
data.count},(s,i)=>i).filter(s=>_n(n.table,s).includes(t.row)).map(s=>ot(n,s)).filter(Boolean);if(r.length)return r.map(
s=>({layer:n,place:s}))}return[...t.regions].filter(([,n])=>n==="place").map(([n])=>ya(lt[n].code)).filter(Boolean)}function ka({
layer:t,place:e}){return e.point?b.circleMarker(e.point,{...ga,radius:W[e.precision]+6}).addTo(fe):b.polygon(e.parts,ga).
addTo(fe),t}function he(t){if(fe.clearLayers(),!t)return!1;let e=ba(t);return e.forEach(ka),e.length>0}function xa(t){let e=ba(
t);return e.length?()=>{let[{layer:n,place:o}]=e;n.geometry==="point"&&!m.shown[n.number]&&nt(n,!0),he(t),Te(o,!1)}:null}
function va(t){fe.clearLayers();let e=t?ya(t):null;e&&(ka(e),Te(e.place,!1))}function Ll({layer:t,place:e,row:n}){if(de.
includes(t.table)&&e)return{mark:`${t.table}.${t.places.indexOf(e)}`,region:""};let o=wa(t)?.[n];if(!o)return null;let r=i=>lt.
some(l=>l.code===i);return{region:[o,`${o.slice(0,4)}00`].find(r)??"",mark:""}}function Ml(){let t=!E.open||!E.found,e=new Set(
t?[]:E.found.anyPlace.map(o=>o.row)),n=!1;for(let o of de){let r=S.filter(c=>c.table===o),s=Array.from({length:r[0].data.
count},(c,d)=>d).filter(c=>_n(o,c).some(d=>e.has(d))),i=t||s.length===r[0].data.count?void 0:new Set(s),l=m.kept[o];Sl(l,
i)||(m.kept[o]=i,r.forEach($n),n=!0)}n&&C("kept")}function Sl(t,e){return t===e||!!(t&&e&&t.size===e.size&&[...t].every(
n=>e.has(n)))}function za(){fe.addTo(f),z("tasks",Ml),z("chosen",()=>{let t=m.chosen&&Ll(m.chosen);t&&(fe.clearLayers(),
Ct(t))})}var Wn=null;function Tl(t){return[[U("said_by",t.row),U("said_on",t.row)].filter(Boolean).join(" "),U("evidence",t.row),
t.state==="awaiting"?null:U("reason",t.row),U("note",t.row),U("found",t.row)].filter(Boolean).join(`
`)}function Al(t){let e=U("asked",t.row),n=U("text_zh",t.row);return[y(U("name",t.row)+(e?` · ${e}`:"")),n?a("blockquot\
e",{lang:"zh-CN"},n):null]}function $l(t){return a("table",{},a("thead",{},a("tr",{},["clause","due","kind","what","lead\
Units","state","basis"].map(n=>a("th",{scope:"col"},M(n))))),a("tbody",{},t.map(n=>a("tr",{},a("td",{},y(U("clause",n.row))),
a("td",{},n.year?String(n.year):""),a("td",{},Xo(n)),a("td",{},Al(n)),a("td",{},y(U("lead",n.row)??"—")),a("td",{},gt(
n)),a("td.basis",{dir:"auto"},Tl(n))))))}function Cl(t,e){jn();let n=x.tables[Object.keys(x.tables)[0]]?u(x.attribution):
"";Wn=a("section",{id:"tasks-sheet"},a("h1",{},M("title")),a("p",{},e),a("p",{},`${Zt("tasks",t.length)} · ${aa(ht())}`),
$l(t),a("p.foot",{},`${u(x.title)} · ${u("printed")}${ne()} · ${n}`),a("button.sheet-back",{type:"button",onclick:jn},
M("back"))),document.body.classList.add("printing-list"),document.body.append(Wn)}function jn(){Wn?.remove(),Wn=null,document.
body.classList.remove("printing-list")}function Ea(t,e){Cl(t,e),requestAnimationFrame(()=>requestAnimationFrame(()=>window.
print()))}function La(){window.addEventListener("afterprint",jn),document.addEventListener("keydown",t=>{t.key==="Escape"&&
jn()})}var vt=0;function Ma(t,e){let n=ua(t);if(!n.length)return null;let o=n.flatMap(c=>c.tasks);vt=Math.min(vt,o.length-1);let r=o.
findIndex(c=>c.row===E.chosen);r>=0&&(vt=r);let s=[],i=c=>{let d=K(it,"name",c.row),p=`${c.year} · ${d} · ${gt(c)}`,h=a(
`button.moment.state-${c.state}`,{type:"button",id:`moment-${c.row}`,tabIndex:s.length===vt?0:-1,title:p,"aria-label":p,
"aria-current":c.row===E.chosen?"true":null,onclick:()=>e(c.row)},qe(c.state));return s.push(h),h},l=c=>{let d={ArrowRight:1,
ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key],p=c.key==="Home"?0:c.key==="End"?s.length-1:d&&vt+d;p===void 0||!s[p]||(c.preventDefault(),
s[vt].tabIndex=-1,vt=p,s[vt].tabIndex=0,s[vt].focus())};return a("section.moments",{},a("h3",{id:"timeline-title"},M("ti\
meline")),a("div.line",{role:"group","aria-labelledby":"timeline-title","aria-describedby":"timeline-hint",onkeydown:l},
n.map(({year:c,tasks:d})=>a(d.length?"div.of-year":"div.of-year.none",{},a("div.dots",{},d.map(i)),a("span.year",{},String(
c))))),a("p.hint",{id:"timeline-hint"},M("timelineHint")),a("details",{},a("summary",{},M("timelineData")),a("div.scroll",
{tabIndex:0,role:"region","aria-label":M("timelineData")},Ol(n))))}function Ol(t){let e=[...ce,at],n=(o,r)=>{let s=Un(r,
ht());return a("tr",{},a("th",{scope:"row"},o),a("td",{},String(r.length)),e.map(i=>a("td",{},String(s[i]))))};return a(
"table",{id:"timeline-table"},a("caption.unseen",{},M("timeline")),a("thead",{},a("tr",{},a("th",{scope:"col"},M("year")),
a("th",{scope:"col"},M("sum")),e.map(o=>a("th",{scope:"col"},y(gt({state:o})))))),a("tbody",{},t.filter(o=>o.tasks.length).
map(o=>n(String(o.year),o.tasks)),n(M("sum"),t.flatMap(o=>o.tasks))))}var Gn=a("aside",{id:"tasks",hidden:!0}),tr=a("form.ask-tasks",{onsubmit:t=>t.preventDefault()}),ge=a("div.results"),er=a(
"div.tasks-body",{},tr,ge),Vn=a("button",{type:"button",id:"tasks-toggle","aria-controls":"tasks","aria-expanded":"false",
onclick:()=>Qe(!E.open)});function Qe(t){re(()=>{E.open=t,t&&C("opened","tasks"),Gn.hidden=!t,document.body.classList.toggle(
"tasks-open",t),Vn.setAttribute("aria-expanded",String(t)),t||he(null),Ct({})})}function zt(t){ha(),Ct(t)}function Jt(t,e,n){
return a("div.field",{},a("label",{for:`tasks-${t}`},M(t)),e,n??null)}function Hn(t,e,n){let o=E.asked[t];return a("sele\
ct",{id:`tasks-${t}`,onchange:r=>n(r.target.value)},e.map(([r,s])=>a("option",{value:r,selected:r===o},s)))}function Bl(){
let t=Ye.flatMap(e=>e.now?[u(e),u(e.now)]:[u(e)]);return[a("input",{id:"tasks-unit",type:"search",autocomplete:"off",maxLength:80,
value:E.asked.unit,placeholder:M("unitHint"),"aria-describedby":"tasks-unit-note",oninput:e=>zt({unit:e.target.value}),"\
data-list":"tasks-units"}),a("datalist",{id:"tasks-units"},[...new Set(t)].map(e=>a("option",{value:e})))]}function Il(){
let t=[["",M("all")]];return lt.forEach((e,n)=>{if(e.within===null){t.push([e.code,u(e)]);for(let o of lt.filter(r=>r.within===
n))t.push([o.code,`　${u(o)}`])}}),t}function nr(){let t=tr.contains(document.activeElement)?document.activeElement.id:
null,e=r=>s=>zt({[r]:s}),[n,o]=Bl();n.setAttribute("list","tasks-units"),tr.replaceChildren(Jt("unit",n,a("p.hint",{id:"\
tasks-unit-note",role:"status"})),o,Jt("role",Hn("role",[["",M("anyRole")],["lead",M("lead")],["cooperate",M("cooperate")]],
e("role"))),Jt("region",Hn("region",Il(),r=>{zt({region:r,mark:""}),va(r)})),Jt("due",Hn("due",[["",M("all")],...Zo.map(
r=>[String(r),String(r)]),["none",M("noYear")]],e("due"))),Jt("kind",Hn("kind",[["",M("all")],[Ge,M("aims")],...Jo.map(r=>[
r,me("kind",r)])],e("kind"))),Jt("words",a("input",{id:"tasks-words",type:"search",autocomplete:"off",maxLength:80,value:E.
asked.words,oninput:r=>zt({words:r.target.value})})),Jt("asOf",a("input",{id:"tasks-asOf",type:"date",value:ht(),onchange:r=>zt(
{asOf:Ko(r.target.value)?r.target.value:""})}))),t&&document.getElementById(t)?.focus()}function Ta(){let t=document.getElementById(
"tasks-unit-note");if(!t)return;let{unit:e}=E.asked,n=Go(Ye,e),o=i=>{let l=i.now&&u(i.now)!==u(i),c=u({zh:"（",en:" ("}),
d=u({zh:"）",en:")"});return u(i)+(l?c+M("now")+u(i.now)+d:"")},r=n.map(i=>o(Ye[i])),s=n.length&&!ft.some(i=>Pl(i,n));t.
textContent=e.trim()?n.length?(s?M("unnamed"):"")+Dn(r,4):M("noUnit"):""}function Pl(t,e){return e.some(n=>t.lead.includes(
n)||t.cooperate.includes(n))}function Rl(){let t=Un(E.found.anyState,ht()),e=E.asked.states;return a("div.states",{role:"\
group","aria-label":M("state")},[...ce,at].map(n=>a(`button.of-state.state-${n}`,{type:"button",id:`tasks-state-${n}`,"a\
ria-pressed":String(e.includes(n)),onclick:()=>zt({states:e.includes(n)?e.filter(o=>o!==n):[...e,n]})},n===at?null:qe(n),
a("span",{},gt({state:n}))," ",a("strong",{},String(t[n])))))}function Nl(){let{list:t}=E.found,e=t.filter(Vo).length;return a(
"p.sum",{role:"status",id:"tasks-sum"},a("strong",{},Zt("tasks",t.length)),e&&e<t.length?a("span.count",{},` ${Zt("aims",
e)}`):null)}function Dl(){let t=E.asked.mark&&Ke(E.asked.mark);if(!t)return null;let e=S.find(n=>n.table===t.name);return a(
"p.marked",{},M("marked"),y(Rt(e,t.place)),a("button",{type:"button",id:"tasks-unmark","aria-label":M("unmark"),onclick:()=>zt(
{mark:""})},"×"))}function Fl(){let{unit:t,role:e,region:n,due:o,kind:r,states:s,words:i}=E.asked,l=E.asked.mark&&Ke(E.
asked.mark);return[t.trim(),e&&M(e),n&&u(lt.find(d=>d.code===n)),l&&Rt(S.find(d=>d.table===l.name),l.place),o&&(o==="non\
e"?M("noYear"):o),r&&(r===Ge?M("aims"):me("kind",r)),...s.map(d=>gt({state:d})),i.trim()].filter(Boolean).join(u({zh:"；",
en:"; "}))||M("all")}function Ul(){let t=qo(E.asked).length>0;return a("div.tools",{},a("button",{type:"button",id:"task\
s-clear",disabled:!t,onclick:()=>{E.chosen=null,he(null),zt(Ve),nr(),Ta(),document.getElementById("tasks-unit").focus()}},
M("clear")),a("button",{type:"button",id:"tasks-print",onclick:()=>Ea(E.found.list,Fl())},M("print")))}function Sa(t){E.
chosen=E.chosen===t?null:t;let e=E.chosen===null?null:ft[t];he(e),e&&!E.found.list.includes(e)?Ct({states:[],due:""}):C(
"tasks");let n=document.getElementById(`task-${t}`);!e||!n||(n.focus({preventScroll:!0}),n.closest("li").scrollIntoView(
{block:"nearest"}),ct(`${U("name",t)}, ${gt(e)}`))}function or(){if(!E.open)return;let t=ge.contains(document.activeElement)?
document.activeElement.id:null,e=ge.querySelector("details")?.open??!1,{scrollTop:n}=er,o={open:Sa,place:xa,again:or},r=[
Dl(),Rl(),Nl(),Ul(),Ma(E.found.anyYear,Sa),...fa(E.found.list,o)];ge.replaceChildren(...r.filter(Boolean)),e&&ge.querySelector(
"details")&&(ge.querySelector("details").open=!0),er.scrollTop=n,t&&document.getElementById(t)?.focus(),Ta()}function _l(){
let t=document.getElementById("tasks-region");t&&t.value!==E.asked.region&&(t.value=E.asked.region)}function Wl(){Vn.replaceChildren(
M("tasks")),Gn.setAttribute("aria-label",M("title")),Gn.replaceChildren(a("div.tasks-top",{},a("h2",{},M("title")),a("bu\
tton.close",{type:"button",id:"tasks-close","aria-label":u("close"),onclick:()=>{Qe(!1),Vn.focus()}},"×")),er),nr(),or()}
function jl(t){let n=da(t,{regions:lt,kinds:Jo,years:Zo,rows:de});n.mark&&!Ke(n.mark)&&(n.mark="");let o=t.get("item"),r=ft.
find(i=>i.item===o);E.asked=n,E.chosen=r?r.row:null;let s=t.has("tasks");nr(),s!==E.open?Qe(s):Ct({}),he(s?r:null)}function Hl(){
if(!E.open)return[];let t=E.chosen===null?[]:[["item",ft[E.chosen].item]];return[["tasks","1"],...qo(E.asked),...t]}function Aa(){
ft.length&&(document.getElementById("tools").prepend(Vn),document.getElementById("panel").after(Gn),E.found=null,za(),La(),
Ct({}),Os({write:Hl,follow:jl}),window.gisplanTasks={view:E,tasks:ft,ask:zt},z("language",Wl),z("tasks",()=>{_l(),or()}),
z("opened",t=>{(["figures","desk"].includes(t)||t==="panel"&&D.matches)&&E.open&&Qe(!1)}),document.addEventListener("key\
down",t=>{t.key==="Escape"&&D.matches&&E.open&&Qe(!1)}))}function $a(...t){gr(x),Rs(),x.basemap&&ls(x.basemap),zs(),Gr(),Kr(),rs(),ds(Ds()),Qs(),Vs(),oa(),os(),Ts(),Ir(),qs(),is(),
kr(),Ws(),Aa();for(let e of t)e(x);C("language"),_e(!D.matches),$t(window.matchMedia("(min-width: 1180px)").matches&&Gs()),
Se(),Ns(),Tt(),window.gisplan={map:f,data:x,state:m,layers:S,places:kt,setYear:mt,geodesicLength:et,geodesicArea:tn}}$a(gs);
})();
