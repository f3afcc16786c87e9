"use strict";(()=>{function convexHull(points2){const sorted=[...points2].sort((a,b)=>a.x-b.x||a.y-b.y);if(sorted.length<3)return sorted;return[...halfHull(sorted),...halfHull(sorted.
reverse())]}function halfHull(sorted){const turn=(o,a,b)=>(a.x-o.x)*(b.y-o.y)-(a.y-o.y)*(b.x-o.x);const chain=[];for(const point of sorted){while(chain.length>1&&
turn(chain[chain.length-2],chain[chain.length-1],point)<=0)chain.pop();chain.push(point)}chain.pop();return chain}function gatheredPoints(points2,room){if(points2.
length<3)return[];const half=points2.length>>1;const median=axis=>points2.map(point=>point[axis]).sort((a,b)=>a-b)[half];const[x,y]=[median("x"),median("y")];const distances=points2.
map(point=>Math.hypot(point.x-x,point.y-y));const usual=[...distances].sort((a,b)=>a-b)[half];return points2.filter((_,at)=>distances[at]<=2.6*usual+room)}function nearestTowards([
dx,dy],start2,candidates,placeOf){const from=placeOf(start2);let nearest=null;let least=Infinity;for(const candidate of candidates){const{x,y}=placeOf(candidate);
const along=(x-from.x)*dx+(y-from.y)*dy;const aside=Math.abs((x-from.x)*dy)+Math.abs((y-from.y)*dx);if(candidate!==start2&&along>1&&along+2*aside<least){least=along+
2*aside;nearest=candidate}}return nearest}function distanceToLine({x,y},[ax,ay,bx,by]){const length=(bx-ax)**2+(by-ay)**2||1;const along=Math.max(0,Math.min(1,((x-
ax)*(bx-ax)+(y-ay)*(by-ay))/length));return Math.hypot(x-ax-along*(bx-ax),y-ay-along*(by-ay))}function buildModel(island2){const{nodes:nodes2,kinds:kinds2,facets:facets2}=island2;const ties2=setLanes(island2.ties,nodes2.length);return{nodes:nodes2,ties:ties2,
kinds:kinds2,types:island2.types.map(withPolarity),facets:facets2,measures:island2.measures.map(withValues),tiesOf:tiesByNode(nodes2,ties2)}}function setLanes(islandTies,nodeCount){
const ties2=islandTies.map((tie,at)=>Object.assign(tie,{at,lane:0}));const parallel=groupBy(ties2,tie=>Math.min(tie.from,tie.to)*nodeCount+Math.max(tie.from,tie.
to));for(const group of parallel.values()){group.forEach((tie,at)=>{tie.lane=(at-(group.length-1)/2)*(tie.from<tie.to?1:-1)})}return ties2}function tiesByNode(nodes2,ties2){
const tiesOf2=nodes2.map(()=>[]);for(const tie of ties2){tiesOf2[tie.from].push(tie);if(tie.to!==tie.from)tiesOf2[tie.to].push(tie)}return tiesOf2}function withPolarity(type){
const at=type.columns.findIndex(column=>column.name==="polarity");return at<0?type:Object.assign(type,{polarity:String(at)})}function withValues(measure){const isSpan=measure.
at.length===2&&measure.values.length!==2;const byNode=values=>new Map(values.map((value,place2)=>[isSpan?measure.at[0]+place2:measure.at[place2],value]));const of=byNode(
measure.values);const defined=[...of.values()].filter(value=>value!==null);return Object.assign(measure,{of,errorOf:byNode(measure.errors??[]),sorted:defined.sort(
(a,b)=>b-a)})}function groupBy(items2,keyOf){const groups=new Map;for(const item of items2){const key=keyOf(item);const group=groups.get(key);if(group)group.push(
item);else groups.set(key,[item])}return groups}var otherEnd=(tie,node)=>tie.from===node?tie.to:tie.from;function rankOf(measure,node){const value=measure.of.get(
node);return value===null||value===void 0?0:measure.sorted.indexOf(value)+1}function shareOf(measure,node){const value=measure.of.get(node);if(value===null||value===
void 0)return null;const most=measure.sorted[0];const least=measure.sorted[measure.sorted.length-1];return most>least?Math.sqrt((value-least)/(most-least)):.5}function keyOfNode({
nodes:nodes2,kinds:kinds2},node){const kind=kinds2[nodes2[node].k];const idColumn=kind.columns.findIndex(column=>column.name==="id");return`${kind.name}:${nodes2[node].
p[idColumn]??node}`}function elementOf(id){const element=document.getElementById(id);if(!element)throw new Error(`the page has no element "${id}"`);return element}var find=(selector,root=document)=>root.
querySelector(selector);function findOne(selector,root){const element=find(selector,root);if(!element)throw new Error(`there is no "${selector}"`);return element}
function presentChildren(children){const flat=children.flat(Infinity);return flat.filter(child=>child!==null&&child!==void 0&&child!==false).map(child=>typeof child===
"number"?String(child):child)}function setAttributes(element,attributes){for(const[name,value]of Object.entries(attributes??{})){if(value===false||value===null||
value===void 0)continue;if(name.startsWith("on"))element.addEventListener(name.slice(2),value);else if(name==="style"){for(const[key,text]of Object.entries(value))
element.style.setProperty(key,text)}else element.setAttribute(name,value===true?"":String(value))}}function make(tag2,attributes=null,...children){const element=document.
createElement(tag2);setAttributes(element,attributes);element.append(...presentChildren(children));return element}function makeSvg(tag2,attributes={},...children){
const element=document.createElementNS("http://www.w3.org/2000/svg",tag2);setAttributes(element,attributes);element.append(...presentChildren(children));return element}
var fill=(element,...children)=>element.replaceChildren(...presentChildren(children));var focusedIn=root=>document.activeElement instanceof HTMLElement&&root.contains(
document.activeElement)?document.activeElement:null;var nextTurn=()=>new Promise(resolve=>{setTimeout(resolve)});var isField=event=>event.target instanceof HTMLElement&&
/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);var hasModifier=event=>event.ctrlKey||event.metaKey||event.altKey;var panel=elementOf("panel");var stage=elementOf(
"stage");var viewRoot=elementOf("view");var island=JSON.parse(elementOf("sysmap-data").textContent??"");var model=buildModel(island);var{nodes,ties,kinds,types,facets,measures,tiesOf}=model;var{findings,
gaps}=island;var kindOf=node=>kinds[nodes[node].k];var nodeKey=node=>keyOfNode(model,node);var nodeOfKey=key=>nodes.findIndex(node=>nodeKey(node.id)===key);var hasPartners=node=>tiesOf[node].
some(tie=>types[tie.t].type==="PARTNERS_WITH");var Address=class{constructor(){this.entries=[]}add(key,write,read){this.entries.push({key,write,read})}text(){const values=new URLSearchParams;for(const{key,write}of this.
entries){const text=write();if(text!==null)values.set(key,text)}return values.toString()}read(text,set){const values=new URLSearchParams(text);for(const{key,read}of this.
entries){const value=values.get(key);const meaning=value===null?null:read(value);if(meaning)set(meaning)}}};var DETAILS={en:{name:"English",dates:"en-GB",thousands:","},id:{name:"Bahasa Indonesia",dates:"id-ID",thousands:"."}};var languagesOf=island2=>island2.languages??
["en","id"];var offeredLanguages=([source,...translations])=>[...translations,source];var textIn=(texts2,languages,language)=>texts2[languages.indexOf(language)]??
texts2[0];var detailsOf=language=>DETAILS[language]??{name:language,dates:language,thousands:","};var Store=class{constructor(state2,nothing,afterChange){this.state=Object.assign(state2,nothing);this.nothing=nothing;this.afterChange=afterChange;this.watchers=
[];this.initial=state2}add(initial){return Object.assign(this.state,initial)}addLookedAt(nothing){Object.assign(this.nothing,nothing);return this.add(nothing)}watch(keys,show){
this.watchers.push({keys:keys.split(" "),show})}showEverything(except=[]){for(const{show}of this.watchers)if(!except.includes(show))show()}change(values){const before={
...this.state};const changed=Object.entries(values).filter(([key,value])=>key==="off"||before[key]!==value).map(([key])=>key);Object.assign(this.state,values);for(const{
keys,show}of this.watchers)if(keys.some(key=>changed.includes(key)))show();if(changed.length)this.afterChange()}lookAt(values){this.change({...this.nothing,...values})}remember(){
this.initial=structuredClone(this.state)}reset(){Object.assign(this.state,structuredClone(this.initial))}};var THEMES=["system","light","dark"];var LANGUAGES=languagesOf(island);var store=new Store(initialState(),{...nothingLookedAt()},writeAddress);var{state}=store;
function nothingLookedAt(){return{selected:null,tie:null,finding:null,gap:null,suggestion:null,question:null,step:null,seeking:null,path:null}}function initialState(){
return{...nothingLookedAt(),language:island.language,theme:island.theme,view:"map",sheet:"overview",steps:1,direction:"both",off:{kinds:new Set,types:new Set(island.
quiet),ghosts:false,grounds:false,facets:facets.map(()=>new Set)},colorBy:island.colorBy,sizeBy:island.sizeBy,suggestionsDrawn:false}}var addState=initial=>store.
add(initial);var addLookedAt=nothing=>store.addLookedAt(nothing);var watch=(keys,show)=>store.watch(keys,show);var showEverything=except=>store.showEverything(except);
var change=values=>store.change(values);var lookAt=values=>store.lookAt(values);var address=new Address;var keep=(key,write,read)=>address.add(key,write,read);function keepChoice(key,name,choices2,usual){
const chosen=()=>String(state[name]);keep(key,()=>chosen()===usual?null:chosen(),text=>choices2().includes(text)?{[name]:text}:null)}keepChoice("lang","language",
()=>LANGUAGES,island.language);keepChoice("theme","theme",()=>THEMES,island.theme);keepChoice("color","colorBy",()=>["label",...facets.map(({key})=>key),...measureNames()],
island.colorBy);keepChoice("size","sizeBy",()=>["",...measureNames()],island.sizeBy);keep("node",()=>state.selected===null?null:nodeKey(state.selected),text=>{const node=nodeOfKey(
text);return node<0?null:{selected:node,sheet:"node"}});keep("finding",()=>state.finding===null||state.step!==null?null:String(state.finding),text=>{const at=Number.
parseInt(text,10);return findings[at]&&state.selected===null?{finding:at,sheet:"findings"}:null});function measureNames(){return measures.map(measure=>measure.name)}
var addressText=()=>address.text();function writeAddress(){const text=address.text();const bare=location.pathname.endsWith("/")?"#":location.pathname.split("/").
pop()||"#";history.replaceState(null,"",text?`#${text}`:bare)}var readAddress=(text=location.hash.slice(1))=>address.read(text,values=>Object.assign(state,values));
var rememberInitialState=()=>store.remember();function restore(text){store.reset();readAddress(text);showEverything();writeAddress()}function select(node){if(state.seeking!==null&&node!==null&&node!==state.seeking){lookAt({path:[state.seeking,node],sheet:"path"})}else lookAt({selected:node,sheet:node===
null?"overview":"node"})}var selectTie=tie=>lookAt({tie,sheet:"tie"});var selectFinding=finding=>lookAt({finding,sheet:"findings"});var selectGap=gap=>lookAt({gap,
sheet:"gaps"});var selectSuggestion=suggestion=>lookAt({suggestion,sheet:"suggestions"});var clearSelection=()=>lookAt({sheet:"overview"});function dateText(iso,locale){const parts=iso.split("-").map(Number);if(parts.some(Number.isNaN))return iso;const[year,month,day]=parts;const format={year:"nume\
ric",timeZone:"UTC"};if(month)format.month="short";if(day)format.day="numeric";return new Date(Date.UTC(year,(month||1)-1,day||1)).toLocaleDateString(locale,format)}
var yearOf=date2=>Number(String(date2).slice(0,4));var heldInYear=(since,until,year)=>(!since||yearOf(since)<=year)&&(!until||year<=yearOf(until));var integerText=(value,language)=>String(value).replace(/\B(?=(\d{3})+$)/g,detailsOf(language).thousands);var numberText=(value,language)=>value.toLocaleString(
language,{maximumSignificantDigits:Math.abs(value)>=1e3?6:3});var decimalText=(value,digits,language)=>value.toLocaleString(language,{minimumFractionDigits:digits,
maximumFractionDigits:digits});function signedText(value,language){const text=decimalText(Math.abs(value),2,language);if(Number(Math.abs(value).toFixed(2))===0)
return text;return`${value>0?"+":"−"}${text}`}var percentText=(share,language)=>share.toLocaleString(language,{style:"percent",maximumFractionDigits:0});var fold=text=>String(text).normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase();var capitalized=text=>text.replace(/^./u,letter=>letter.toUpperCase());var filledIn=(text,values)=>text.
replace(/\{(\w+)\}/g,(_,name)=>values?String(values[name]):"");var LONGEST_LINE=21;var SHORTEST_LINE=6;function labelLines(text){const name=text.replace(/\s+/g,
" ").trim();if(name.length<=LONGEST_LINE)return[name];const space=name.lastIndexOf(" ",LONGEST_LINE);const cut=space>SHORTEST_LINE?space:LONGEST_LINE;const rest=name.
slice(cut).trim();const second=rest.length>LONGEST_LINE?`${rest.slice(0,LONGEST_LINE-1).trimEnd()}…`:rest;return[name.slice(0,cut).trim(),second]}var fileNameOf=title=>fold(
title).replace(/[^a-z0-9]+/g,"-").replace(/^-|-$/g,"").slice(0,60)||"sysmap";var say=texts2=>textIn(texts2,LANGUAGES,state.language);var t=(key,values)=>filledIn(say(island.words[key]),values);var sayCapitalized=texts2=>capitalized(say(texts2));
var integer=value=>integerText(value,state.language);var number=value=>numberText(value,state.language);var oneDecimal=value=>decimalText(value,1,state.language);
var signed=value=>signedText(value,state.language);var date=iso=>dateText(iso,detailsOf(state.language).dates);var scoreText=(measure,value)=>`${measure.estimated?
"≈ ":""}${number(value)}`;var sentence=tie=>say(types[tie.t].sentence).replace(/\{(source|target)\}/g,(_,end)=>nodes[end==="source"?tie.from:tie.to].label);var compareTexts=(one,other,options)=>one.
localeCompare(other,state.language,options);var nodeFilters=[];var tieFilters=[];var addNodeFilter=isShown2=>nodeFilters.push(isShown2);var addTieFilter=isShown2=>tieFilters.push(isShown2);var shown=nodes.
map(()=>true);function isNodeShown(node){if(state.off.kinds.has(nodes[node].k)||!nodeFilters.every(isShown2=>isShown2(node)))return false;return facets.every((facet,at)=>facet.
of[node]<0||!state.off.facets[at].has(facet.of[node]))}var refreshShown=()=>nodes.forEach(({id})=>shown[id]=isNodeShown(id));var isTieShown=tie=>shown[tie.from]&&
shown[tie.to]&&!state.off.types.has(tie.t)&&tieFilters.every(isShown2=>isShown2(tie));var isTypeHidden=type=>state.off.types.has(type)&&!island.quiet.includes(type);
var isTieLit=tie=>shown[tie.from]&&shown[tie.to]&&!isTypeHidden(tie.t);var countShownTies=()=>ties.filter(isTieShown).length;var shownNodes=()=>nodes.filter(({id})=>shown[id]).
map(({id})=>id);var shownOnly=members=>members.filter(node=>node!==null).filter(node=>shown[node]);var darkSystem=matchMedia("(prefers-color-scheme: dark)");var stillness=matchMedia("(prefers-reduced-motion: reduce)");var phone=matchMedia("(max-width: 760px)");
function applyTheme(){if(state.theme==="system")delete document.documentElement.dataset.theme;else document.documentElement.dataset.theme=state.theme}var DIRECTIONS=["both","up","down"];var followsDirection=(type,tie,node,direction)=>direction==="both"||type.directed&&(direction==="up"?tie.to:tie.from)===node;
function surroundings(tiesOf2,start2,steps2,isFollowed){const near=new Map([[start2,0]]);const lines2=new Set;let edge=[start2];for(let step2=1;step2<=steps2;step2+=
1){const next=[];for(const node of edge){for(const tie of tiesOf2[node]){if(!isFollowed(tie,node))continue;lines2.add(tie.at);const other=otherEnd(tie,node);if(near.
has(other))continue;near.set(other,step2);next.push(other)}}edge=next}return{near,lines:lines2}}function joinedNodes(ties2,tiesOf2,members,lines2){const near=new Map(
members.map(node=>[node,0]));const drawn2=new Set(lines2);for(const at of lines2){near.set(ties2[at].from,0);near.set(ties2[at].to,0)}for(const node of near.keys()){
for(const tie of tiesOf2[node])if(near.has(otherEnd(tie,node)))drawn2.add(tie.at)}return{near,lines:drawn2}}function shortestWay(tiesOf2,from,to,isOpen){const cameFrom=new Map(
[[from,null]]);for(const node of cameFrom.keys()){for(const tie of tiesOf2[node]){const other=otherEnd(tie,node);if(!isOpen(tie)||cameFrom.has(other))continue;cameFrom.
set(other,{tie,node});if(other===to)return wayBack(cameFrom,to)}}return null}function wayBack(cameFrom,to){const way=[];for(let step2=cameFrom.get(to);step2;step2=
cameFrom.get(step2.node))way.unshift(step2.tie);return way}var attention={focus:null,hovered:null,hoveredType:null,moving:false};var lights=[];var addLight=light=>lights.push(light);function focusOfState(){for(const light of lights){
const focus=light();if(focus)return focus}if(state.selected!==null)return focusAround(state.selected,state.steps);if(state.tie!==null){const{from,to}=ties[state.
tie];return{near:new Map([from,to].map(node=>[node,0])),lines:new Set([state.tie])}}const finding=state.finding!==null?findings[state.finding]:null;if(finding&&
(finding.nodes.length||finding.ties.length))return focusAmong(finding.nodes,finding.ties);if(state.gap!==null){const gap=gaps[state.gap];return focusAmong([gap.
s,gap.t,...gap.problems],[])}return null}var focusAround=(node,steps2)=>surroundings(tiesOf,node,steps2,(tie,from)=>isTieLit(tie)&&followsDirection(types[tie.t],
tie,from,state.direction));var focusAmong=(members,lines2)=>joinedNodes(ties,tiesOf,members,lines2);var focusOn=members=>({near:new Map(members.map(node=>[node,
0])),lines:new Set});var LANE=5;var places=nodes.map(({x,y})=>({x,y}));function endsOf(tie,unit){const a=places[tie.from];const b=places[tie.to];if(!tie.lane)return[a.x,a.y,b.x,b.y];
const length=Math.hypot(b.x-a.x,b.y-a.y)||1;const shift=tie.lane*Math.min(LANE,LANE*unit)/length;const dx=-(b.y-a.y)*shift;const dy=(b.x-a.x)*shift;return[a.x+dx,
a.y+dy,b.x+dx,b.y+dy]}function strokeBetween(ctx,from,to){ctx.beginPath();ctx.moveTo(places[from].x,places[from].y);ctx.lineTo(places[to].x,places[to].y);ctx.stroke()}var loading=null;var loadVis=()=>loading??=unpackVis();async function unpackVis(){const letters=atob(elementOf("vis-network").textContent??"");const packed=new Uint8Array(
letters.length);for(let at=0;at<letters.length;at+=1)packed[at]=letters.charCodeAt(at);const stream=new Blob([packed]).stream().pipeThrough(new DecompressionStream(
"gzip"));document.head.append(make("script",null,await new Response(stream).text()));return window.vis}function mixColors(from,to,share){const part=at=>Math.round(parseInt(from.slice(at,at+2),16)*(1-share)+parseInt(to.slice(at,at+2),16)*share);return`rgb(${part(1)}\
,${part(3)},${part(5)})`}function hexColor(color){if(color.startsWith("#"))return color;const parts=color.match(/\d+/g)??[];return`#${parts.map(part=>Number(part).
toString(16).padStart(2,"0")).join("")}`}var UP=-Math.PI/2;var polygon=(corners,turn,radius=()=>1)=>Array.from({length:corners},(_,at)=>{const angle=turn+at*2*Math.PI/corners;return[Math.cos(angle)*radius(
at),Math.sin(angle)*radius(at)]});var SHAPES={dot:null,triangle:polygon(3,UP).map(([x,y])=>[x*1.22,y*1.22+.18]),triangleDown:polygon(3,-UP).map(([x,y])=>[x*1.22,
y*1.22-.18]),star:polygon(10,UP,at=>at%2?.58:1.3),square:polygon(4,Math.PI/4).map(([x,y])=>[x*1.22,y*1.22]),hexagon:polygon(6,0).map(([x,y])=>[x*1.1,y*1.1]),diamond:polygon(
4,0).map(([x,y])=>[x*1.25,y*1.25])};var ICONS={search:"M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14",close:"M4 4l8 8M12 4l-8 8",plus:"M8 3v10M3 8h10",minus:"M3 8h10",fit:"M2.5 6V2.5\
H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",save:"M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",print:"M4.5 6V2.5h7V6M4.5 11.5h-2v-5h11v5h-2M4.5 9.5h7v4h-7z",sun:"M\
8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1",moon:"\
M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z",device:"M2 3h12v8H2zM6 13.5h4M8 11v2.5",overview:"M3 4h10M3 8h10M3 12h6",legend:"M2.5 4.5h3M2.5 8h3M2.5 11.5h\
3M8 4.5h5.5M8 8h5.5M8 11.5h5.5",findings:"M8 2.2 14 13H2zM8 6.5v3M8 11.2v.3",map:"M5 4.5a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM14 6a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0\
 0 3 0zM8.5 12a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM5 4.8l6 1M4 5.9l2.3 4.8M8.1 10.9l3-3.6",up:"M8 13V3.5M4 7l4-4 4 4",down:"M8 3v9.5M4 9l4 4 4-4",check:"M3.500\
 8.5 6.5 11.5 12.5 5",cross:"M4.500 4.500l7 7M11.500 4.500l-7 7"};var addIcons=icons=>Object.assign(ICONS,icons);var picture=(size2,...shapes)=>makeSvg("svg",{viewBox:`\
0 0 ${size2} ${size2}`,width:size2,height:size2,"aria-hidden":"true"},shapes.map(([tag2,attributes])=>makeSvg(tag2,attributes)));var icon=name=>picture(16,["pat\
h",{d:ICONS[name],class:"icon"}]);var iconButton=(name,label,attributes)=>make("button",{type:"button",class:"tool","aria-label":label,title:label,...attributes},
icon(name));function shapeAt(shape,[x,y],radius,style,written=value=>value){const corners=SHAPES[shape];if(!corners)return["circle",{cx:x,cy:y,r:radius,style}];
const points2=corners.map(([dx,dy])=>`${written(x+dx*radius)},${written(y+dy*radius)}`);return["polygon",{points:points2.join(" "),style}]}var shapeIcon=(shape,color)=>picture(
16,shapeAt(shape,[8,8],5.5,{fill:color}));var arrow=(y,color)=>[["line",{x1:1,y1:y,x2:11.5,y2:y,style:{stroke:`var(--${color})`,"stroke-width":1.4}}],["polygon",
{points:`15,${y} 11,${y-2.4} 11,${y+2.4}`,style:{fill:`var(--${color})`}}]];function strokeIcon(type){if(type.polarity!==void 0)return picture(16,...arrow(4.5,"\
plus"),...arrow(11.5,"minus"));const color=`var(--${type.color})`;const style={stroke:color,"stroke-width":Math.max(1.4,type.width),"stroke-dasharray":type.dash.
join(" ")||"none"};const shapes=[["line",{x1:1,y1:8,x2:type.directed?11.5:15,y2:8,style}]];if(type.directed)shapes.push(["polygon",{points:"15,8 10.5,5.4 10.5,1\
0.6",style:{fill:color}}]);return picture(16,...shapes)}var swatch=color=>make("span",{class:"swatch",style:{background:`var(--${color})`}});var CATEGORIES=8;var OTHER="other";var COLOR_NAMES="canvas surface text muted ground line edge accent info tie tie-strong plus minus other faint strong c1 c2 c3\
 c4 c5 c6 c7 c8";var ROOM=13.8;var SMALLEST=6.5;var USUAL=9;var colorFacet=()=>facets.find(facet=>facet.key===state.colorBy);var colorMeasure=()=>measures.find(
measure=>measure.name===state.colorBy);var sizeMeasure=()=>measures.find(measure=>measure.name===state.sizeBy);var valueColor=(facet,value)=>value===facet.silent||
value>=CATEGORIES?OTHER:`c${value+1}`;var palette={};function readPalette(){const style=getComputedStyle(document.documentElement);for(const name of COLOR_NAMES.
split(" "))palette[name]=style.getPropertyValue(`--${name}`).trim()}var colors=new Array(nodes.length);var radii=new Float32Array(nodes.length);function refreshLooks(){
for(const{id}of nodes){colors[id]=colorOf(id);radii[id]=radiusOf(id)}}function colorOf(node){const facet=colorFacet();if(facet)return facet.of[node]<0?palette.other:
palette[valueColor(facet,facet.of[node])];const measure=colorMeasure();if(!measure)return palette[`c${kinds[nodes[node].k].color}`];const share=shareOf(measure,
node);return share===null?palette.other:mixColors(palette.edge,palette.strong,share)}function radiusOf(node){const measure=sizeMeasure();if(!measure)return USUAL;
const share=shareOf(measure,node);return share===null?SMALLEST+1:SMALLEST+(ROOM-SMALLEST)*share}var baseRadius=node=>radii[node];var radiusAt=(node,unit)=>Math.
min(ROOM,radii[node]*Math.max(1,Math.sqrt(unit)));function markColor(node){const facet=colorFacet();if(!facet)return`c${kindOf(node).color}`;return facet.of[node]<
0?OTHER:valueColor(facet,facet.of[node])}var nodeMark=node=>shapeIcon(nodes[node].shape,`var(--${markColor(node)})`);var{suggestions}=island;var GAP_STROKE={color:"accent",width:1.6,dash:[4,3],directed:false};var SUGGESTION_STROKE={color:"info",width:1.8,dash:[2,4],directed:false};
var areListed=()=>state.sheet==="suggestions"||state.question!==null&&Boolean(island.questions[state.question].pairs);var isSuggestionDrawn=at=>state.suggestion===
at||state.suggestionsDrawn||areListed();function suggestionTip(at){const reasons=suggestions[at].terms.map(([,,why])=>why?say(why):"").filter(Boolean);return`${t(
"suggestion_line")}: ${reasons[0]||""}`}var GHOSTS=[{pairs:gaps,isDrawn:()=>!state.off.ghosts,tip:at=>say(gaps[at].reason),choose:selectGap},{pairs:suggestions,
isDrawn:isSuggestionDrawn,tip:suggestionTip,choose:selectSuggestion}];var isNear=({s,t:other})=>attention.focus!==null&&attention.focus.near.has(s)&&attention.focus.
near.has(other);function paintGhosts(ctx,unit){if(!state.off.ghosts&&!areListed())paintGaps(ctx,unit);paintSuggestions(ctx,unit);ctx.setLineDash([]);ctx.lineCap=
"butt";ctx.globalAlpha=1}function paintGaps(ctx,unit){ctx.strokeStyle=palette.accent;gaps.forEach((gap,at)=>{if(!shown[gap.s]||!shown[gap.t])return;const isChosen2=state.
gap===at;ctx.globalAlpha=isChosen2?1:attention.focus===null?.42:isNear(gap)?.8:.1;ctx.lineWidth=(isChosen2?3:1.3)*unit;ctx.setLineDash(gap.together?[2*unit,2*unit]:
[6*unit,5*unit]);strokeBetween(ctx,gap.s,gap.t)})}function paintSuggestions(ctx,unit){ctx.strokeStyle=palette.info;ctx.lineCap="round";suggestions.forEach((pair,at)=>{
const isChosen2=state.suggestion===at;if(!isSuggestionDrawn(at)||!isChosen2&&(!shown[pair.s]||!shown[pair.t]))return;ctx.globalAlpha=isChosen2?1:attention.focus===
null||isNear(pair)?.75:.12;ctx.lineWidth=(isChosen2?3.2:SUGGESTION_STROKE.width)*unit;ctx.setLineDash(SUGGESTION_STROKE.dash.map(length=>length*(isChosen2?1.6:1)*
unit));strokeBetween(ctx,pair.s,pair.t)})}var REACH=24;var groundOf=new Int32Array(nodes.length).fill(-1);island.grounds.forEach((group,at)=>{for(const node of group.of)groundOf[node]=at});var isAcross=tie=>groundOf[tie.
from]!==groundOf[tie.to];var leading=new Set(island.grounds.map(group=>group.name));var namesGroup=node=>attention.focus===null&&!state.off.grounds&&leading.has(
node)&&shown[node];var outlines=[];function refreshGrounds(){outlines=island.grounds.map(({of})=>gatheredPoints(of.filter(node=>shown[node]).map(node=>places[node]),
2*REACH)).map(points2=>convexHull(points2)).filter(corners=>corners.length>2)}function paintGrounds(ctx){if(attention.focus!==null||state.off.grounds)return;ctx.
lineJoin="round";ctx.setLineDash([]);for(const corners of outlines){paintGround(ctx,corners,palette.canvas,REACH*2+6);paintGround(ctx,corners,palette.ground,REACH*
2)}}function paintGround(ctx,corners,color,width){ctx.beginPath();corners.forEach(({x,y},at)=>at?ctx.lineTo(x,y):ctx.moveTo(x,y));ctx.closePath();ctx.lineWidth=
width;ctx.strokeStyle=ctx.fillStyle=color;ctx.stroke();ctx.fill()}var CELL={wide:64,high:32};var TakenBoxes=class{constructor(){this.cells=new Map}put(box){for(const key of this.keysOf(box)){const cell=this.cells.get(key);if(cell)
cell.push(box);else this.cells.set(key,[box])}}try(box,overMarks=false){const meets=other=>!(overMarks&&other.mark)&&box.left<other.right&&other.left<box.right&&
box.top<other.bottom&&other.top<box.bottom;if(this.keysOf(box).some(key=>(this.cells.get(key)??[]).some(meets)))return false;this.put(box);return true}keysOf(box){
const keys=[];for(let x=Math.floor(box.left/CELL.wide);x<=Math.floor(box.right/CELL.wide);x+=1){for(let y=Math.floor(box.top/CELL.high);y<=Math.floor(box.bottom/
CELL.high);y+=1){keys.push(x*4096+y)}}return keys}};var MANY_TIES=700;var MOST_MOVING=4e3;var CROWD=400;function tieColor(tie){const type=types[tie.t];const sign=type.polarity===void 0?void 0:tie.p?.[type.polarity];
if(sign==="+")return"plus";return sign==="-"?"minus":type.color}var tieColors=ties.map(tieColor);var bundles=[];var shownCount=0;var idle=[];var isIdle=node=>idle[node];
function bundleTies(){const drawn2=ties.filter(isTieShown);const groups=groupBy(drawn2,tie=>`${tie.t}|${tieColors[tie.at]}|${isAcross(tie)}`);bundles=[...groups.
values()].sort((a,b)=>Number(isAcross(b[0]))-Number(isAcross(a[0])));shownCount=drawn2.length;idle=nodes.map(({id})=>tiesOf[id].length>0&&!tiesOf[id].some(isTieShown))}
var isPlain=()=>attention.moving&&shownCount>MANY_TIES;function strokeTies(ctx,bundle,unit,frame){for(const tie of bundle){const[ax,ay,bx,by]=endsOf(tie,unit);const isAside=ax<
frame.left&&bx<frame.left||ax>frame.right&&bx>frame.right;if(isAside||ay<frame.top&&by<frame.top||ay>frame.bottom&&by>frame.bottom)continue;ctx.beginPath();ctx.
moveTo(ax,ay);ctx.lineTo(bx,by);ctx.stroke()}}function fillArrowHeads(ctx,bundle,unit){const size2=7*Math.min(unit,1.6);ctx.beginPath();for(const tie of bundle){
const[ax,ay,bx,by]=endsOf(tie,unit);const length=Math.hypot(bx-ax,by-ay);const tip2=radiusAt(tie.to,unit)+2*unit;if(length<tip2+size2)continue;const ux=(bx-ax)/
length;const uy=(by-ay)/length;const x=bx-ux*tip2;const y=by-uy*tip2;ctx.moveTo(x,y);ctx.lineTo(x-ux*size2-uy*size2*.45,y-uy*size2+ux*size2*.45);ctx.lineTo(x-ux*
size2+uy*size2*.45,y-uy*size2-ux*size2*.45);ctx.closePath()}ctx.fill()}function paintTies(ctx,unit,frame){if(attention.moving&&shownCount>MOST_MOVING)return;const crowd=shownCount>
1500?.4:shownCount>250?.62:.85;const{focus,hoveredType}=attention;for(const bundle of bundles){const type=types[bundle[0].t];const isAsked=hoveredType===bundle[0].
t;const isQuiet=focus!==null||hoveredType!==null&&!isAsked;const strength=isAcross(bundle[0])?crowd*.55:crowd;const hasRoom=shownCount<=MANY_TIES&&(unit<1.1||type.
polarity!==void 0);strokeBundle(ctx,bundle,{color:tieColors[bundle[0].at],type,unit,frame,alpha:isAsked?1:isQuiet?.1:strength,wide:isAsked?1:0,heads:!isQuiet&&(isAsked||
hasRoom)})}if(focus)paintFocusTies(ctx,focus,unit,frame)}function strokeBundle(ctx,bundle,{color,type,unit,frame,alpha,wide,heads}){ctx.strokeStyle=ctx.fillStyle=
tonedColor(palette[color],alpha);ctx.lineWidth=isPlain()?.99*unit:(type.width+wide)*unit;ctx.setLineDash(isPlain()?[]:type.dash.map(length=>length*unit));strokeTies(
ctx,bundle,unit,frame);ctx.setLineDash([]);if(heads&&type.directed)fillArrowHeads(ctx,bundle,unit)}function paintFocusTies(ctx,focus,unit,frame){const close=[...focus.
lines].map(at=>ties[at]).filter(isTieLit);const isCrowded=close.length>CROWD;for(const tie of close){const type=types[tie.t];const alpha=isCrowded?.5:1;strokeBundle(
ctx,[tie],{color:tieColors[tie.at],type,unit,frame,alpha,wide:.4,heads:!isCrowded})}}function traceShape(ctx,shape,x,y,radius){ctx.beginPath();const corners=SHAPES[shape];
if(!corners)ctx.arc(x,y,radius,0,2*Math.PI);else{corners.forEach(([dx,dy],at)=>at?ctx.lineTo(x+dx*radius,y+dy*radius):ctx.moveTo(x+dx*radius,y+dy*radius));ctx.closePath()}}
var isChosen=node=>node===state.selected||attention.focus!==null&&state.selected===null&&attention.focus.near.get(node)===0;function paintNode(ctx,node,x,y,unit){
const{focus,hovered}=attention;const radius=radiusAt(node,unit);const{shape}=nodes[node];const isFar=focus!==null&&!focus.near.has(node);const isResting=focus===
null&&idle[node]&&node!==hovered;if(isChosen(node)||node===hovered){traceShape(ctx,shape,x,y,radius+4*unit);ctx.fillStyle=isChosen(node)?palette.accent:palette.
edge;ctx.fill()}traceShape(ctx,shape,x,y,radius);if(!isPlain()){ctx.lineJoin="round";ctx.lineWidth=2.5*unit;ctx.strokeStyle=palette.canvas;ctx.stroke()}ctx.fillStyle=
tonedColor(colors[node],isFar?.22:isResting?.45:1);ctx.fill()}var tones=new Map;var forgetTones=()=>tones.clear();function tonedColor(color,strength){if(strength>=
1)return color;const key=color+strength;let tone=tones.get(key);if(tone===void 0){tone=mixColors(palette.canvas,hexColor(color),strength);tones.set(key,tone)}return tone}var FONT="13px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";var BOLD=FONT.replace("13px","650 13px");var LINE=15;var FEW=300;var AT_REST=40;
var MARKED=2e3;var lines=nodes.map(node=>labelLines(node.label));var widths=new Map;function widthOf(ctx,text,font){const key=font+text;let width=widths.get(key);
if(width===void 0){ctx.font=font;width=ctx.measureText(text).width;widths.set(key,width)}return width}var order=[];var weightiestNode=()=>order[0];function weightOf(node){
const{focus,hovered}=attention;const distance=focus?.near.get(node);return(state.selected===node?4e6:0)+(hovered===node?5e6:0)+(distance===void 0?0:2e6-1e5*distance)+
baseRadius(node)*100-(isIdle(node)?1e5:0)+(namesGroup(node)?1e5:0)+tiesOf[node].length*25-nodes[node].k*10}function orderLabels(){const{focus,hovered}=attention;
const weights=nodes.map(({id})=>weightOf(id));order=nodes.map(({id})=>id).filter(node=>shown[node]&&(focus===null||focus.near.has(node)||node===hovered)).sort((a,b)=>weights[b]-
weights[a]||a-b)}var labelBudget=zoomed=>nodes.length<=FEW||attention.focus?Infinity:AT_REST*Math.max(1,zoomed*zoomed);function paintLabels(ctx,view,width,height,budget){
const taken=new TakenBoxes;takeMarks(taken,view,width,height);ctx.textAlign="center";ctx.textBaseline="alphabetic";ctx.lineJoin="round";ctx.lineWidth=3.5;let left=budget;
for(const node of order){if(left<=0)break;const at=places[node].x*view.scale+view.dx;const y=places[node].y*view.scale+view.dy;if(at<0||y<-10||at>width||y>height+
10)continue;const half=halfWidth(ctx,node);const x=Math.min(Math.max(at,half+2),width-half-2);const spot=labelSpot(ctx,node,{x,y,radius:radiusAt(node,1/view.scale)*
view.scale},taken,width);if(!spot)continue;left-=1;paintLabel(ctx,node,spot)}}function paintLabel(ctx,node,[x,y]){ctx.font=namesGroup(node)?BOLD:FONT;ctx.strokeStyle=
palette.canvas;const isFar=(attention.focus?.near.get(node)??0)>0;ctx.fillStyle=isFar?palette.muted:palette.text;lines[node].forEach((line,at)=>{ctx.strokeText(
line,x,y+at*LINE);ctx.fillText(line,x,y+at*LINE)})}function takeMarks(taken,view,width,height){if(nodes.length>MARKED)return;for(const node of attention.focus?attention.
focus.near.keys():order){const x=places[node].x*view.scale+view.dx;const y=places[node].y*view.scale+view.dy;if(!shown[node]||x<-20||y<-20||x>width+20||y>height+
20)continue;const radius=radiusAt(node,1/view.scale)*view.scale*.9;taken.put({left:x-radius,right:x+radius,top:y-radius,bottom:y+radius,mark:true})}}var halfWidth=(ctx,node)=>Math.
max(...lines[node].map(line=>widthOf(ctx,line,namesGroup(node)?BOLD:FONT)))/2+3;function labelSpot(ctx,node,{x,y,radius},taken,width){const half=halfWidth(ctx,node);
const high=lines[node].length*LINE;const[below,above]=[y+radius,y-radius-high];const spots=[[0,below+3],[0,above-3],[half+radius+2,y-high/2],[half*.7,below+1],[
half*.7,above-1],[-(half+radius+2),y-high/2],[-half*.7,below+1],[-half*.7,above-1]];const boxAt=([aside,top])=>({left:x+aside-half,right:x+aside+half,top,bottom:top+
high});for(const[aside,top]of spots){if(x+aside<half||x+aside>width-half)continue;if(taken.try(boxAt([aside,top])))return[x+aside,top+12]}if(namesGroup(node)){for(const[
aside,top]of spots)if(taken.try(boxAt([aside,top]),true))return[x+aside,top+12]}return node===state.selected||node===attention.hovered?[x,y+radius+15]:null}var network=null;var points=null;var held=new Set;var starters=[];var onStageBuilt=act=>starters.push(act);var painters=[];var addPainter=paint=>painters.push(paint);
async function openStage(){const vis=await loadVis();await nextTurn();if(!network)buildStage(vis);refreshSize();redraw()}function buildStage(vis){const drawn2=nodes.
filter(({id})=>shown[id]).map(({id,x,y})=>({id,x,y}));points=new vis.DataSet(drawn2);held=new Set(drawn2.map(({id})=>id));const built=new vis.Network(stage,{nodes:points,
edges:[]},stageOptions());network=built;const inner=stage.firstElementChild;inner.tabIndex=-1;built.on("beforeDrawing",ctx=>{const a=built.DOMtoCanvas({x:0,y:0});
const b=built.DOMtoCanvas({x:stage.clientWidth,y:stage.clientHeight});paintBelow(ctx,1/built.getScale(),{left:a.x,top:a.y,right:b.x,bottom:b.y})});built.on("aft\
erDrawing",paintNames);for(const event of["zoom","dragging"])built.on(event,()=>markMoving());new ResizeObserver(()=>refreshSize()).observe(stage);for(const act of starters)
act(built)}function stageOptions(){const options={...island.options,autoResize:false};const ctxRenderer=({ctx,id,x,y})=>{const unit=1/stageScale();const size2=radiusAt(
id,unit)*2.4;return{drawNode:()=>paintNode(ctx,id,x,y,unit),nodeDimensions:{width:size2,height:size2}}};return{...options,nodes:{...options.nodes,ctxRenderer}}}
var stageScale=()=>network?network.getScale():1;function paintBelow(ctx,unit,frame){paintGrounds(ctx);paintTies(ctx,unit,frame);for(const paint of painters)paint(
ctx,unit);paintGhosts(ctx,unit)}function paintNames(ctx){const ratio=ctx.canvas.width/ctx.canvas.clientWidth||1;const now=ctx.getTransform();ctx.save();ctx.setTransform(
ratio,0,0,ratio,0,0);const view={scale:now.a/ratio,dx:now.e/ratio,dy:now.f/ratio};paintLabels(ctx,view,stage.clientWidth,stage.clientHeight,labelBudget(view.scale/
fittedScale()));ctx.restore()}var resting=0;function markMoving(lasting=0){attention.moving=true;clearTimeout(resting);resting=setTimeout(()=>{attention.moving=
false;redraw()},160+lasting)}var isRedrawing=false;function redraw(){if(isRedrawing||!network)return;isRedrawing=true;requestAnimationFrame(()=>{isRedrawing=false;
network?.redraw()})}var fitted=1;var fittedScale=()=>fitted;function setFittedScale(scale){fitted=scale}var isFitted=()=>network!==null&&Math.abs(network.getScale()/
fitted-1)<.02;var size="";var fitAgain=()=>{};function onResize(fit){fitAgain=fit}function refreshSize(){const next=`${stage.clientWidth}x${stage.clientHeight}`;
if(!network||next===size||!stage.clientWidth)return;const isFirst=size==="";size=next;network.setSize(`${stage.clientWidth}px`,`${stage.clientHeight}px`);network.
redraw();if(isFirst||isFitted())fitAgain()}function glideTo(view,isAnimated){const glides=isAnimated&&!stillness.matches;if(glides)markMoving(380);const animation=glides?
{duration:380,easingFunction:"easeInOutCubic"}:false;network?.moveTo({...view,animation})}function refreshStage(){refreshShown();bundleTies();refreshGrounds();if(points){
const gone=[...held].filter(node=>!shown[node]);const added=nodes.filter(({id})=>shown[id]&&!held.has(id)).map(({id})=>id);points.remove(gone);points.add(added.
map(id=>({id,...places[id]})));for(const node of gone)held.delete(node);for(const node of added)held.add(node)}refreshFocus()}function refreshFocus(){attention.
focus=focusOfState();stage.dataset.lit=attention.focus?[...attention.focus.near.keys()].join(" "):"";orderLabels();redraw()}function hoverNode(node){attention.hovered=
node;orderLabels();redraw()}function hoverType(type){attention.hoveredType=type;redraw()}function coveredHeight(){if(!phone.matches)return 0;return Math.max(elementOf("rail").offsetHeight,panel.offsetHeight,0)}function fitAll(isAnimated=true){const drawn2=shownNodes();
fitTo(drawn2.length?drawn2:nodes.map(({id})=>id),isAnimated,1.25)}function fitTo(members,isAnimated,largest){if(!members.length||!network)return;refreshSize();const xs=members.
map(node=>places[node].x);const ys=members.map(node=>places[node].y);const[left,right,top,bottom]=[Math.min(...xs),Math.max(...xs),Math.min(...ys),Math.max(...ys)];
const height=stage.clientHeight-coveredHeight();const room=phone.matches?64:90;const[across,down]=[(stage.clientWidth-room)/(right-left+40),(height-room)/(bottom-
top+40)];const scale=Math.max(.02,Math.min(across,down,largest));const middle={x:(left+right)/2,y:(top+bottom)/2+(coveredHeight()/2+8)/scale};if(members.length===
shownNodes().length)setFittedScale(scale);glideTo({position:middle,scale},isAnimated)}var focusScale=()=>Math.max(fittedScale()*1.3,.9);function showFocus(isAnimated=true){
const{focus}=attention;if(focus&&focus.near.size<nodes.length)fitTo([...focus.near.keys()],isAnimated,focusScale())}function flyTo(node){const near=[...focusAround(
node,1).near.keys()];fitTo(near.length>1?near:[node],true,Math.max(fittedScale()*1.6,.9))}var zoomBy=factor=>glideTo({scale:Math.min(4,Math.max(fittedScale()/3,
stageScale()*factor))},true);function keepInSight(node){if(!network)return;const{x,y}=network.canvasToDOM(places[node]);const isInside=x>=40&&y>=40&&x<=stage.clientWidth-
40&&y<=stage.clientHeight-40;if(!isInside)glideTo({position:places[node]},true)}onResize(()=>fitAll(false));onStageBuilt(()=>{refreshSize();if(state.selected!==
null)flyTo(state.selected);else showFocus(false)});var REACH2=6;var tip=elementOf("tip");function showTip(text,x=0,y=0){tip.hidden=!text;if(!text)return;tip.textContent=text;tip.style.left=`${Math.min(x+14,innerWidth-
tip.offsetWidth-8)}px`;tip.style.top=`${Math.min(y+16,innerHeight-tip.offsetHeight-8)}px`}function lineAt(point){if(!network)return null;const at=network.DOMtoCanvas(
point);const unit=1/network.getScale();const{focus}=attention;let nearest=null;let least=REACH2*unit;const isNearer=ends=>{const distance=distanceToLine(at,ends);
if(distance>=least)return false;least=distance;return true};for(const tie of ties){if(focus?!focus.lines.has(tie.at)||!isTieLit(tie):!isTieShown(tie))continue;if(isNearer(
endsOf(tie,unit)))nearest={text:()=>sentence(tie),choose:()=>selectTie(tie.at)}}for(const{pairs,isDrawn,tip:textOf,choose}of GHOSTS){pairs.forEach(({s,t:other},number2)=>{
if(!isDrawn(number2)||!shown[s]||!shown[other])return;if(isNearer([places[s].x,places[s].y,places[other].x,places[other].y])){nearest={text:()=>textOf(number2),
choose:()=>choose(number2)}}})}return nearest}function clickStage(node,point){if(node!==void 0){select(node);return}const line=lineAt(point);if(line)line.choose();else
clearSelection()}var isPointing=false;function pointAt(event){if(isPointing||event.pointerType==="touch")return;isPointing=true;requestAnimationFrame(()=>{isPointing=
false;showTip(event.buttons?"":textAt(event),event.clientX,event.clientY)})}function textAt(event){if(attention.hovered!==null)return tipOfNode(attention.hovered);
const corner=stage.getBoundingClientRect();const line=lineAt({x:event.clientX-corner.left,y:event.clientY-corner.top});return line?line.text():""}var tipOfNode=node=>`${nodes[node].
label}
${say(kindOf(node).title)} · ${t("tie_count")}: ${integer(tiesOf[node].length)}`;var ARROWS={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};
function steerStage(event){if(hasModifier(event))return;if(ARROWS[event.key])stepTowards(ARROWS[event.key]);else if(event.key==="+"||event.key==="=")zoomBy(1.35);else if(event.
key==="-")zoomBy(1/1.35);else if(event.key==="0")fitAll();else return;event.preventDefault()}function stepTowards(way){if(state.selected===null){const first=weightiestNode();
if(first!==void 0)select(first);return}const next=nearestTowards(way,state.selected,shownNodes(),node=>places[node]);if(next===null)return;select(next);keepInSight(
next)}onStageBuilt(built=>{built.on("click",({nodes:[node],pointer})=>clickStage(node,pointer.DOM));built.on("hoverNode",({node})=>hoverNode(node));built.on("bl\
urNode",()=>hoverNode(null));built.on("dragging",({nodes:dragged})=>{if(!dragged.length)return;for(const[node,place2]of Object.entries(built.getPositions(dragged)))
places[Number(node)]=place2;refreshGrounds()});stage.addEventListener("keydown",steerStage);stage.addEventListener("pointermove",pointAt);stage.addEventListener(
"pointerleave",()=>showTip(""))});var views=[{name:"map",order:0,has:()=>true,keys:"",show:()=>{},holds:()=>true}];function addView(view){if(!view.has())return;if(view.icon)addIcons({[view.name]:view.
icon});views.push(view)}var viewNamed=name=>views.find(view=>view.name===name)||views[0];var currentView=()=>viewNamed(state.view);var isHeld=node=>currentView().
holds?.(node)??false;var viewOrMap=name=>name in island.views&&!island.views[name]?"map":name;var viewAlone=view=>phone.matches&&state.sheet==="overview"?{view,
sheet:"none"}:{view};keep("view",()=>state.view===views[0].name?null:state.view,text=>views.some(({name})=>name===text)?viewAlone(text):null);function arrangeViews(){
const placeOf=view=>island.order.length?island.order.indexOf(view.name):view.order;const wanted=views.filter(({name})=>!island.order.length||island.order.includes(
name));if(wanted.length)views.splice(0,views.length,...wanted.sort((a,b)=>placeOf(a)-placeOf(b)));state.view=views[0].name}var drawn="map";function showView(){const view=currentView();
stage.hidden=view.name!=="map";viewRoot.hidden=!stage.hidden;if(drawn!==view.name){viewRoot.replaceChildren();viewRoot.scrollTo(0,0)}drawn=view.name;document.body.
dataset.view=view.name;viewRoot.dataset.view=view.name;viewRoot.setAttribute("aria-label",t(view.name));view.show(viewRoot)}var bar=elementOf("views");function showBar(){
const focused=focusedIn(bar)?.dataset.view;bar.setAttribute("aria-label",t("view"));fill(bar,views.map(({name})=>make("button",{type:"button","data-view":name,"\
aria-current":state.view===name?"page":null,onclick:()=>change(phone.matches?{view:name,sheet:"none"}:{view:name})},icon(name),make("span",null,t(name)))));const current=bar.
querySelector("[aria-current]");if(current&&bar.scrollWidth>bar.clientWidth){bar.scrollLeft=current.offsetLeft-(bar.clientWidth-current.offsetWidth)/2}if(focused)
findOne(`[data-view="${focused}"]`,bar).focus({preventScroll:true})}var starters2=[];var onStart=act=>starters2.push(act);function startViews(){watch("language \
view",showBar);for(const view of views){watch(`language view theme ${view.keys}`,()=>{if(currentView()===view)showView()})}for(const act of starters2)act()}var chooser=(key,label,value,options,choose)=>make("div",{class:"chooser"},make("label",{for:`by-${key}`},label),make("select",{id:`by-${key}`,onchange:event=>choose(
event.target.value)},options.map(([name,text])=>make("option",{value:name,selected:name===value},text))));var segments=(label,choices2,value,choose)=>make("div",
{class:"segments",role:"group","aria-label":label},choices2.map(([name,text,title=null])=>make("button",{type:"button","aria-pressed":String(name===value),title,
"aria-label":title,onclick:()=>choose(name),"data-choice":name},text)));function facetTitle(facet){const title=sayCapitalized(facet.title);const hasTwin=facets.
some(other=>other!==facet&&say(other.title)===say(facet.title));const kind=kinds.find(({label})=>facet.key.startsWith(`${label}.`));return hasTwin&&kind?`${title}\
 (${say(kind.title).toLowerCase()})`:title}var legend=elementOf("legend");var CONTROLS="input,select,button,summary";function toggle(hidden,value){if(hidden.has(value))hidden.delete(value);else hidden.add(
value);change({off:state.off})}function flipHidden(name){state.off[name]=!state.off[name];change({off:state.off})}var legendRow=({mark,label,count,isOff,flip,hover})=>make(
"label",{class:isOff?"row off":"row",onpointerenter:hover&&(()=>hover(true)),onpointerleave:hover&&(()=>hover(false))},make("input",{type:"checkbox",checked:!isOff,
onchange:flip,onfocus:hover&&(()=>hover(true)),onblur:hover&&(()=>hover(false))}),mark,make("span",{class:"name"},label),make("span",{class:"count"},integer(count)));
var openSections=new Set(["kinds","ties"]);function openColorSection(){if(colorFacet())openSections.add(state.colorBy)}var section=(key,title,rows,count)=>make(
"details",{open:openSections.has(key),"data-key":key,ontoggle:event=>event.target.open?openSections.add(key):openSections.delete(key)},make("summary",null,make(
"span",null,title),count?make("span",{class:"count"},count):null),rows);function countEach(numbers,length){const counts=new Array(length).fill(0);for(const value of numbers)
if(value>=0)counts[value]+=1;return counts}function kindRows(){const counts=countEach(nodes.map(node=>node.k),kinds.length);const isColored=!colorFacet()&&!colorMeasure();
const rows=kinds.map((kind,at)=>legendRow({mark:shapeIcon(kind.shape,isColored?`var(--c${kind.color})`:"var(--muted)"),label:say(kind.title),count:counts[at],isOff:state.
off.kinds.has(at),flip:()=>toggle(state.off.kinds,at)}));return island.grounds.length?[...rows,groundRow()]:rows}var groundRow=()=>legendRow({mark:make("span",{
class:"swatch ground"}),label:t("grounds"),count:island.grounds.length,isOff:state.off.grounds,flip:()=>flipHidden("grounds")});function tieRows(){const counts=countEach(
ties.map(tie=>tie.t),types.length);const rows=types.map((type,at)=>legendRow({mark:strokeIcon(type),label:say(type.title),count:counts[at],isOff:state.off.types.
has(at),flip:()=>toggle(state.off.types,at),hover:isOver=>hoverType(isOver?at:null)}));return[gaps.length?gapRow():null,island.suggestions.length?suggestionRow():
null,rows,quietNote()]}var gapRow=()=>legendRow({mark:strokeIcon(GAP_STROKE),label:t("gaps"),count:gaps.length,isOff:state.off.ghosts,flip:()=>flipHidden("ghost\
s")});var suggestionRow=()=>legendRow({mark:strokeIcon(SUGGESTION_STROKE),label:t("suggestions"),count:island.suggestions.length,isOff:!state.suggestionsDrawn,flip:()=>change(
{suggestionsDrawn:!state.suggestionsDrawn})});function quietNote(){if(!island.quiet.length)return null;const quiet=island.quiet.map(at=>say(types[at].title).toLowerCase()).
join(", ");const hasView=views.some(({name})=>name==="causal");return make("p",{class:"muted small-print"},t(hasView?"quiet_view":"quiet",{ties:quiet}))}function facetSection(facet){
const at=facets.indexOf(facet);const counts=countEach(facet.of,facet.values.length);const isColored=colorFacet()===facet;const rows=facet.values.map((label,value)=>legendRow(
{mark:isColored?swatch(valueColor(facet,value)):null,label:say(label),count:counts[value],isOff:state.off.facets[at].has(value),flip:()=>toggle(state.off.facets[at],
value)}));return section(facet.key,facetTitle(facet),rows,"")}function colorRamp(){const measure=colorMeasure();if(!measure)return null;const[least,most]=[measure.
sorted[measure.sorted.length-1],measure.sorted[0]];return make("div",{class:"ramp",title:measure.estimated?say(measure.estimated):null},make("span",null,scoreText(
measure,least)),make("i"),make("span",null,scoreText(measure,most)))}var isFiltered=()=>state.off.kinds.size>0||[...state.off.types].some(isTypeHidden)||state.off.
facets.some(set=>set.size>0);var nothingHidden=()=>({kinds:new Set,types:new Set,ghosts:false,grounds:false,facets:facets.map(()=>new Set)});var HIDEABLE=[{name:"\
ghosts",isHidden:()=>state.off.ghosts,hide:off=>off.ghosts=true},{name:"grounds",isHidden:()=>state.off.grounds,hide:off=>off.grounds=true},...kinds.map(({label},at)=>({
name:label,isHidden:()=>state.off.kinds.has(at),hide:off=>off.kinds.add(at)})),...types.map(({type},at)=>({name:type,isHidden:()=>state.off.types.has(at),hide:off=>off.
types.add(at)})),...facets.flatMap(({key,values},of)=>values.map(([value],at)=>({name:`${key}=${value}`,isHidden:()=>state.off.facets[of].has(at),hide:off=>off.
facets[of].add(at)})))];var listedName=name=>name.replaceAll(",",";");var hiddenText=()=>HIDEABLE.filter(({isHidden})=>isHidden()).map(({name})=>listedName(name)).
join(",");var hiddenAtFirst=hiddenText();keep("hide",()=>hiddenText()===hiddenAtFirst?null:hiddenText(),text=>{const off=nothingHidden();const wanted=new Set(text.
split(","));for(const{name,hide}of HIDEABLE)if(wanted.has(listedName(name)))hide(off);return{off}});var showEveryNode=()=>change({off:{...nothingHidden(),ghosts:state.
off.ghosts,grounds:state.off.grounds}});function lookChoosers(){const measureOptions=measuresToChoose();const facetOptions=facets.map(facet=>[facet.key,facetTitle(
facet)]);const color=colorFacet()||colorMeasure()?state.colorBy:"label";return make("div",{class:"choosers"},chooser("color",t("color_by"),color,[["label",t("by\
_kind")],...facetOptions,...measureOptions],colorBy=>change({colorBy})),chooser("size",t("size_by"),sizeMeasure()?state.sizeBy:"",[["",t("same_size")],...measureOptions],
sizeBy=>change({sizeBy})))}function measuresToChoose(){const ranked=measures.filter(measure=>measure.ranked&&measure.sorted.length);const options=ranked.map(measure=>[
measure.name,sayCapitalized(measure.title)]);return options.sort((a,b)=>compareTexts(a[1],b[1]))}function showLegend(){const focused=focusedIn(legend);const focusedAt=focused?
[...legend.querySelectorAll(CONTROLS)].indexOf(focused):-1;const shownCount2=integer(shown.filter(Boolean).length);const facet=colorFacet();fill(legend,make("di\
v",{class:"shown","aria-live":"polite"},make("h2",null,t("legend")),make("span",{class:"count"},t("filtered",{shown:shownCount2,total:integer(nodes.length)})),isFiltered()?
make("button",{type:"button",class:"link",onclick:showEveryNode},t("show_all")):null),section("kinds",t("kinds"),kindRows(),integer(nodes.length)),lookChoosers(),
colorRamp(),facet?facetSection(facet):null,types.length||gaps.length?section("ties",t("ties"),tieRows(),integer(ties.length)):null,facets.map(other=>other===facet?
null:facetSection(other)));if(focusedAt>=0)legend.querySelectorAll(CONTROLS)[focusedAt]?.focus()}function revealNode(node){if(!shown[node]){state.off.kinds.delete(nodes[node].k);facets.forEach((facet,at)=>state.off.facets[at].delete(facet.of[node]));change(
{off:state.off})}if(!isHeld(node))change({view:"map"});select(node);if(state.view==="map")flyTo(node)}var nodeButton=(node,remark2="")=>make("button",{type:"but\
ton",class:"node",onclick:()=>revealNode(node)},nodeMark(node),make("span",{class:"name"},nodes[node].label),remark2?make("span",{class:"count"},remark2):null);
var nodeButtons=(members,...more)=>make("div",{class:"evidence"},members.map(node=>nodeButton(node)),...more);var nodeTitle=(node,act=select)=>make("button",{type:"\
button",class:"node",onclick:()=>act(node)},nodeMark(node),make("b",{class:"name"},nodes[node].label));var sheets={};function addSheet(name,content){sheets[name]=content}var sheetHead=(title,count="",mark=null)=>make("div",{class:"head"},mark,make("h2",{tabindex:"\
-1"},title),count?make("span",{class:"count"},count):null,iconButton("close",t("close"),{class:"tool shut",onclick:closePanel}));function closePanel(){clearSelection();
stage.focus({preventScroll:true})}var muted=(...text)=>make("p",{class:"muted"},...text);var linkButton=(text,act)=>make("button",{type:"button",class:"link",onclick:act},
text);var shownKey="";function showPanel(){const content=sheets[state.sheet]?.()??null;const key=`${state.sheet}|${state.selected}|${state.tie}`;const focused=focusedIn(
panel);const focusedAt=focused?.dataset.at;const top=key===shownKey?panel.scrollTop:0;panel.hidden=!content;document.body.dataset.sheet=state.sheet;if(!content){
shownKey="";panel.replaceChildren();return}fill(panel,content);const title=findOne("h2",panel);panel.setAttribute("aria-label",title.textContent??"");panel.scrollTop=
top;shownKey=key;find(".cards [aria-expanded=true]",panel)?.scrollIntoView({block:"nearest"});const again=focusedAt===void 0?null:find(`[data-at="${focusedAt}"]`,
panel);if(again)again.focus({preventScroll:true});else if(focused)title.focus({preventScroll:true})}keepChoice("dir","direction",()=>DIRECTIONS,"both");keep("steps",()=>state.steps===1?null:String(state.steps),text=>["2","3"].includes(text)?{steps:Number(text)}:
null);keep("path",()=>state.path===null?null:state.path.map(nodeKey).join("~"),text=>{const ends=text.split("~").map(nodeOfKey);if(ends.length!==2||ends[0]===ends[1]||
!ends.every(node=>node>=0))return null;return{path:[ends[0],ends[1]],sheet:"path"}});var directionChooser=()=>make("div",{class:"segments ways",role:"group","ar\
ia-label":t("way")},DIRECTIONS.map(direction=>make("button",{type:"button","data-at":`way-${direction}`,"aria-pressed":String(state.direction===direction),onclick:()=>change(
{direction})},t(`way_${direction}`))));var wayBetween=([from,to])=>shortestWay(tiesOf,from,to,isTieLit);addLight(()=>{if(state.path===null)return null;const way=wayBetween(
state.path)??[];const members=[...state.path,...way.flatMap(tie=>[tie.from,tie.to])];return{near:new Map(members.map(node=>[node,0])),lines:new Set(way.map(tie=>tie.
at))}});var seekButton=node=>make("button",{type:"button",class:"link","data-at":"seek",onclick:()=>seekFrom(node)},t("path_to"));function seekFrom(node){lookAt(
{seeking:node,sheet:"path"});if(state.view!=="map"&&!isHeld(node))change({view:"map"})}addSheet("path",()=>{if(state.seeking!==null)return seekingSheet(state.seeking);
if(state.path===null)return null;const[from,to]=state.path;const way=wayBetween(state.path);return[sheetHead(t("path",{from:nodes[from].label,to:nodes[to].label})),
muted(way?t("path_length",{n:integer(way.length)}):t("path_none")),way?make("ol",{class:"way"},way.map(tie=>make("li",null,strokeIcon(types[tie.t]),make("span",
null,sentence(tie))))):null,nodeButtons([from,to])]});var seekingSheet=from=>[sheetHead(t("path_to")),nodeButtons([from]),make("p",null,t("path_choose")),make("\
button",{type:"button",class:"button",onclick:()=>select(null)},t("cancel"))];var TELLING_FIELDS=["kind","role","polarity"];function itemText(column,item){const choice=column.choices?.[String(item)];if(choice)return say(choice);if(typeof item===
"boolean")return item?"✓":"–";if(typeof item==="number")return item.toLocaleString(state.language,{useGrouping:Math.abs(item)>=1e4});return item}function valueText(column,value){
const items2=Array.isArray(value)?value:[value];const text=items2.map(item=>itemText(column,item)).join(" · ");return column.unit?`${text} ${say(column.unit)}`:
text}function factList(columns,values,skipped=[]){const rows=Object.entries(values).map(([at,value])=>({column:columns[Number(at)],value})).filter(({column})=>!skipped.
includes(column.name));if(!rows.length)return make("p",{class:"muted"},t("no_facts"));return make("dl",{class:"facts"},rows.map(({column,value})=>[make("dt",{title:column.
meaning?say(column.meaning):null},say(column.label)),make("dd",null,valueText(column,value))]))}function tieRemark(tie){const{columns}=types[tie.t];for(const name of TELLING_FIELDS){
const at=columns.findIndex(column=>column.name===name);const value=at<0?void 0:tie.p?.[at];if(value!==void 0)return valueText(columns[at],value)}return""}var MOST_EVIDENCE=12;var severityClass=severity=>severity.replace("_","-");var severityWord=severity=>make("span",{class:`severity ${severityClass(severity)}`},
t(severity));var findingLine=at=>make("span",{class:"say"},severityWord(findings[at].severity),say(findings[at].title));function openFinding(at){const evidence=findings[at].
nodes;if(!(currentView().lights&&evidence.length&&evidence.every(isHeld)))change({view:"map"});selectFinding(at);showFocus()}var toggleFinding=at=>state.finding===
at?change({finding:null}):openFinding(at);function findingCard(at,toggle2=()=>toggleFinding(at)){const finding=findings[at];const isOpen=state.finding===at;return make(
"li",null,make("button",{type:"button",class:`headline ${severityClass(finding.severity)}`,"aria-expanded":String(isOpen),"data-at":at,onclick:toggle2},findingLine(
at)),isOpen?make("div",{class:"more"},findingReasons(at),findingEvidence(finding.nodes)):null)}var findingReasons=at=>[make("h3",null,t("why")),make("p",null,say(
findings[at].why)),make("h3",null,t("next")),make("p",null,say(findings[at].next))];function findingEvidence(evidence){if(!evidence.length)return null;const rest=evidence.
length-MOST_EVIDENCE;return nodeButtons(evidence.slice(0,MOST_EVIDENCE),rest>0?muted(`+ ${integer(rest)}`):null)}addSheet("findings",()=>[sheetHead(t("findings"),
integer(findings.length+island.moreFindings)),findings.length?null:muted(t("no_findings")),make("ol",{class:"cards"},findings.map((_,at)=>findingCard(at))),island.
moreFindings?muted(t("findings_more",{n:integer(island.moreFindings)})):null]);function gapsIntro(){if(gaps.length)return`${t("gap_line")}. ${t("gaps_shown",{n:integer(
gaps.length)})}`;if(!island.gapsAbsent)return t("no_gaps");return`${sayCapitalized(island.words.not_assessed)}. ${say(island.gapsAbsent)}`}addSheet("gaps",()=>[
sheetHead(t("gaps"),gaps.length?integer(gaps.length+island.moreGaps):""),muted(gapsIntro()),make("ol",{class:"cards"},gaps.map((_,at)=>gapCard(at))),island.moreGaps?
muted(t("gaps_more",{n:integer(island.moreGaps)})):null]);function gapCard(at){const gap=gaps[at];const isOpen=state.gap===at;return make("li",null,make("button",
{type:"button",class:"headline ghost","aria-expanded":String(isOpen),"data-at":at,onclick:()=>isOpen?change({gap:null}):openGap(at)},make("span",{class:"say"},`${nodes[gap.
s].label} – ${nodes[gap.t].label}`)),isOpen?make("div",{class:"more"},make("p",null,say(gap.reason)),nodeButtons([gap.s,gap.t]),gap.problems.length?[make("h3",
null,t("problems_behind")),nodeButtons(gap.problems)]:null):null)}function openGap(at){change({view:"map"});selectGap(at);showFocus()}var isYesNo=({sorted})=>sorted!==void 0&&sorted.length>0&&sorted.every(value=>value===0||value===1);var isRanked=measure=>measure.ranked&&!isYesNo(measure);var rankText=(measure,node)=>isRanked(
measure)?t("rank",{rank:integer(rankOf(measure,node)),n:integer(measure.sorted.length)}):" ";function whyUndefined(measure,node){if(!island.assessed&&!measure.sorted.
length)return t("not_assessed");return t(hasPartners(node)?"undefined":"undefined_isolated")}function measureList(node){const known=measures.filter(measure=>measure.
of.has(node));if(!known.length)return null;return[make("h3",null,t("measures")),known.map(measure=>{const value=measure.of.get(node);const remark2=value===null?
whyUndefined(measure,node):rankText(measure,node);return measureBlock(measure,value,remark2,measure.errorOf.get(node))})]}function valueText2(measure,value){if(value===
null||value===void 0)return"—";if(isYesNo(measure))return t(value?"yes":"no");return typeof value==="number"?scoreText(measure,value):value}function valueBar(measure,value){
const most=measure.sorted?.[0]??0;if(!isRanked(measure)||typeof value!=="number"||most<=0)return null;return make("i",{class:"bar",style:{"--part":`${Math.max(0,
Math.min(100,100*value/most))}%`}})}function estimateNote(measure,error){if(!measure.estimated)return null;const ownError=typeof error==="number"?` ${t("own_err\
or",{n:number(error)})}`:"";return make("p",{class:"estimated"},say(measure.estimated),ownError)}function measureBlock(measure,value,remark2,error){const isUndefined=value===
null||value===void 0;return make("details",{class:"measure","data-measure":measure.name},make("summary",null,make("span",{class:"name"},sayCapitalized(measure.title)),
make("span",{class:"value"},valueText2(measure,value)),make("span",{class:"count"},remark2||(isUndefined?t("not_assessed"):"")),valueBar(measure,value)),make("p",
null,make("b",null,`${t("how")}. `),say(measure.how),measure.term?` (${measure.term})`:""),estimateNote(measure,error),make("p",null,make("b",null,`${t("advice")}\
. `),say(measure.advice)),measure.source?make("p",{class:"muted"},`${t("source")}: ${measure.source}`):null)}var MOST_FINDINGS=8;var MOST_GAPS=5;var MOST_OPEN=8;var SHOWN_ELSEWHERE=["description","stage_history"];var sections=[];var addSection=section2=>sections.push(section2);
addSheet("node",()=>state.selected===null?null:nodeSheet(state.selected));addSheet("tie",()=>state.tie===null?null:tieSheet(ties[state.tie]));function nodeSheet(node){
const kind=kindOf(node);const description=descriptionOf(node);const neighbourCount=new Set(tiesOf[node].map(tie=>otherEnd(tie,node))).size;return[sheetHead(nodes[node].
label,"",nodeMark(node)),make("p",{class:"muted kind"},say(kind.title)),description?make("p",null,description):null,stepsChooser(),seekButton(node),sections.map(
section2=>section2(node)),findingsAbout(node),make("h3",null,t("facts")),factList(kind.columns,nodes[node].p,SHOWN_ELSEWHERE),assessmentTable(node),make("h3",null,
`${t("neighbours")} (${integer(neighbourCount)})`),neighbourLists(node),measureList(node)]}function descriptionOf(node){const at=kindOf(node).columns.findIndex(
column=>column.name==="description");return at<0?"":String(nodes[node].p[at]??"")}var stepsChooser=()=>make("div",{class:"around"},make("h3",null,t("focus")),make(
"div",{class:"segments",role:"group","aria-label":t("focus")},[1,2,3].map(steps2=>make("button",{type:"button","data-at":`steps-${steps2}`,"aria-pressed":String(
state.steps===steps2),onclick:()=>change({steps:steps2})},t(steps2===1?"steps":"steps_many",{n:steps2})))),directionChooser());function findingsAbout(node){const about=findings.
map((finding,at)=>({finding,at})).filter(({finding})=>finding.nodes.includes(node));const missing=gaps.map((gap,at)=>({gap,at})).filter(({gap})=>gap.s===node||gap.
t===node);if(!about.length&&!missing.length)return null;const card=(kind,act,line)=>make("li",null,make("button",{type:"button",class:`headline ${kind}`,onclick:act},
line));return[make("h3",null,t("found_in")),make("ol",{class:"cards"},about.slice(0,MOST_FINDINGS).map(({finding,at})=>card(severityClass(finding.severity),()=>openFinding(
at),findingLine(at))),missing.slice(0,MOST_GAPS).map(({gap,at})=>{const other=nodes[gap.s===node?gap.t:gap.s].label;const line=make("span",{class:"say"},make("b",
null,`${other}. `),say(gap.reason));return card("ghost",()=>openGap(at),line)}))]}function neighbourLists(node){const groups=groupBy(tiesOf[node],tie=>`${tie.t}\
|${types[tie.t].directed&&tie.to===node?"in":"out"}`);if(!groups.size)return make("p",{class:"muted"},t("no_neighbours"));return[...groups.entries()].sort(([a],[
b])=>a.localeCompare(b,void 0,{numeric:true})).map(([key,group])=>neighbourList(node,group,key.endsWith("in")))}function neighbourList(node,group,isInward){const type=types[group[0].
t];const arrow2=type.directed?isInward?" ←":" →":"";const others=[...new Map(group.map(tie=>[otherEnd(tie,node),tie])).entries()].sort((a,b)=>compareTexts(nodes[a[0]].
label,nodes[b[0]].label));return make("details",{open:others.length<=MOST_OPEN},make("summary",null,strokeIcon(type),make("span",null,say(type.title)+arrow2),make(
"span",{class:"count"},integer(others.length))),make("div",{class:"evidence"},others.map(([other,tie])=>nodeButton(other,tieRemark(tie)))))}function assessmentTable(node){
const rows=island.learning[node];if(!rows)return null;const waves=[...new Set(rows.map(([,wave])=>wave))];const names2=[...new Set(rows.map(([discipline])=>say(
discipline)))];const cell=(name,wave)=>{const row=rows.find(([discipline,asked])=>say(discipline)===name&&asked===wave);const title=row&&row[3]?t("respondents",
{n:integer(row[3])}):null;return make("td",{title},row?number(row[2]):"—")};return[make("h3",null,t("disciplines")),make("table",{class:"small"},make("thead",
null,make("tr",null,make("td"),waves.map(wave=>make("th",{scope:"col"},wave===null?"–":String(wave))))),make("tbody",null,names2.map(name=>make("tr",null,make(
"th",{scope:"row"},name),waves.map(wave=>cell(name,wave))))))]}var tieSheet=tie=>[sheetHead(say(types[tie.t].title),"",strokeIcon(types[tie.t])),make("p",null,sentence(
tie)),nodeButtons([tie.from,tie.to]),make("h3",null,t("facts")),factList(types[tie.t].columns,tie.p??{})];var{story}=island;var MOST_NODES=12;keep("story",()=>state.step===null?null:String(state.step+1),text=>{const step2=Number(text)-1;if(!story[step2])return null;
return{step:step2,finding:story[step2].finding,sheet:"story",view:viewOrMap(story[step2].view)}});function showStep(step2){change({view:viewNamed(viewOrMap(story[step2].
view)).name});lookAt({step:step2,finding:story[step2].finding,sheet:"story"});if(state.view==="map")openStage().then(()=>showFocus());find("h2",panel)?.focus({preventScroll:true})}
function turnPage(by){if(state.step!==null&&story[state.step+by])showStep(state.step+by)}var pageButton=(by,word,isMain)=>make("button",{type:"button",class:isMain?
"button main":"button","data-at":word,disabled:!story[(state.step??0)+by],onclick:()=>turnPage(by)},t(word));var endButton=()=>make("button",{type:"button",class:"\
button main","data-at":"story_end",onclick:closePanel},t("story_end"));addSheet("story",()=>{if(state.step===null)return null;const step2=state.step;const{title,
finding:at,view}=story[step2];const finding=findings[at];const place2=viewOrMap(view)==="map"?"":` · ${t(viewOrMap(view))}`;return[sheetHead(say(title)),muted(
t("story_step",{n:step2+1,all:story.length}),place2),make("div",{class:"steps","aria-hidden":"true"},story.map((_,number2)=>make("i",{class:number2<=step2?"done":
""}))),make("p",{class:"lead"},severityWord(finding.severity)," ",say(finding.title)),findingReasons(at),make("div",{class:"pages"},pageButton(-1,"story_back",false),
step2===story.length-1?endButton():pageButton(1,"story_next",true)),make("p",{class:"muted small-print"},t("story_keys")),finding.nodes.length?[make("h3",null,`${t(
"on_it")} (${integer(finding.nodes.length)})`),nodeButtons(finding.nodes.slice(0,MOST_NODES))]:null]});function turnByKey(event){const by={ArrowRight:1,ArrowLeft:-1}[event.
key];const isBusy=isField(event)||stage.contains(event.target);if(!by||state.sheet!=="story"||state.step===null||isBusy||hasModifier(event))return;event.preventDefault();
turnPage(by)}addEventListener("keydown",turnByKey);var storyButton=()=>story.length>1?make("button",{type:"button",class:"button main start",onclick:()=>showStep(
0)},t("story_start")):null;var{suggestions:suggestions2}=island;keep("suggested",()=>state.suggestionsDrawn?"1":null,()=>({suggestionsDrawn:true}));addLight(()=>{if(state.suggestion!==null)
return focusOn(endsOf2(suggestions2[state.suggestion]));return state.sheet==="suggestions"&&suggestions2.length?focusOn(suggestedNodes()):null});var endsOf2=({s,
t:other})=>[s,other];var suggestedNodes=()=>suggestions2.flatMap(endsOf2);function suggestionCard(at,choose){const{s,t:other,score,terms}=suggestions2[at];const isOpen=state.
suggestion===at;return make("li",null,make("button",{type:"button",class:"headline suggested","aria-expanded":String(isOpen),"data-at":`suggestion-${at}`,onclick:()=>choose(
{suggestion:isOpen?null:at})},make("span",{class:"say"},`${nodes[s].label} – ${nodes[other].label}`),make("span",{class:"muted"},t("suggestion_score",{n:number(
score)}))),isOpen?make("div",{class:"more"},termList(terms),nodeButtons([s,other])):null)}var termList=terms=>make("ul",{class:"terms"},terms.map(([term,added,why])=>make(
"li",null,make("b",null,`${t(`term_${term}`)} ${added<0?"−":"+"}${number(Math.abs(added))}`),why?` ${say(why)}`:"")));function suggestionList(choose){const chooseAndShow=choice=>{
choose(choice);if(state.view==="map"&&choice.suggestion!==null)openStage().then(()=>showFocus())};return[muted(`${t("suggestion_line")}.`),make("ol",{class:"car\
ds"},suggestions2.map((_,at)=>suggestionCard(at,chooseAndShow)))]}addSheet("suggestions",()=>[sheetHead(t("suggestions"),suggestions2.length?integer(suggestions2.
length):""),suggestions2.length?suggestionList(choice=>{change({view:"map"});lookAt({sheet:"suggestions",...choice})}):muted(t(island.assessed?"no_suggestions":
"gaps_not_assessed"))]);var{questions}=island;var{causal}=island.views;keep("ask",()=>state.question===null?null:questions[state.question].name,text=>{const at=questions.findIndex(({name})=>name===
text);if(at<0)return null;const question=questions[at];return{question:at,sheet:sheetOf(question),view:viewOrMap(question.view),...pushOf(question)}});var sheetOf=({
push})=>push===void 0||!causal?"answer":"whatif";function pushOf({push}){if(push===void 0||!causal)return{};return{pushes:{[causal.boxes.findIndex(([node])=>node===
push)]:1}}}addLight(()=>{if(state.question===null||state.finding!==null||state.suggestion!==null)return null;const{findings:answers,nodes:highest=[],pairs}=questions[state.
question];const evidence=answers.flatMap(at=>findings[at].nodes);const lit=[...evidence,...highest.map(([node])=>node)];if(pairs)return focusOn([...lit,...suggestedNodes()]);
return lit.length?focusAmong(lit,answers.flatMap(at=>findings[at].ties)):null});function answerQuestion(at){const question=questions[at];change({view:viewNamed(
viewOrMap(question.view)).name,...pushOf(question)});lookAt({question:at,sheet:sheetOf(question)});if(state.view==="map")openStage().then(()=>showFocus())}addSheet(
"answer",()=>{if(state.question===null)return null;const{question}=state;const{ask,findings:answers,pairs}=questions[question];const lookWithin=values=>lookAt({
question,sheet:"answer",...values});const toggle2=finding=>lookWithin({finding:state.finding===finding?null:finding});return[sheetHead(say(ask)),answers.length?
make("ol",{class:"cards"},answers.map(finding=>findingCard(finding,()=>toggle2(finding)))):null,highestNodes(questions[question]),pairs?suggestionList(lookWithin):
null]});function highestNodes({nodes:nodes2=[],measure:name}){const measure=measures.find(candidate=>candidate.name===name);if(!nodes2.length||!measure)return null;
return[make("h3",null,t("answer_rank",{measure:sayCapitalized(measure.title)})),make("div",{class:"evidence"},nodes2.map(([node,value])=>nodeButton(node,scoreText(
measure,value)))),muted(say(measure.how))]}var NONE={boxes:[],links:[],idle:0,maps:[{name:"",links:[[],[]]}],apart:[],loops:[],listed:[{loops:[[],[]],more:0}],levers:null,roles:{},stories:null};var causes=island.
views.causal??NONE;var boxes=causes.boxes.map(([node,x,y,wide,high,lines2])=>({node,x,y,wide,high,lines:lines2}));var arrows=causes.links.map(([from,to,sign,delay,
strength,bend])=>({from,to,sign,delay,strength,bend}));var boxByNode=new Map(boxes.map((box,at)=>[box.node,at]));var boxOf=node=>node===null?void 0:boxByNode.get(
node);var boxName=box=>nodes[boxes[box].node].label;function signOf(sign){if(sign>0)return{name:"plus",text:"+"};return sign<0?{name:"minus",text:"−"}:{name:"\
unknown",text:"?"}}var NOTHING={loop:null,story:null};addLookedAt(NOTHING);var causalState=addState({...NOTHING,through:null,holder:0,way:"around",reach:1,pushes:{},
rule:"modified",squash:"tanh",slope:1});var WAYS={around:0,causes:-1,effects:1};var isPushed=()=>Object.keys(causalState.pushes).length>0;function wholeLists(differences){
const[[,common]]=differences;return differences.map(([less,more])=>[...common.filter(item=>!less.includes(item)),...more===common?[]:more])}var arrowsByMap=wholeLists(
causes.maps.map(({links})=>links));var loopsByMap=wholeLists(causes.listed.map(({loops})=>loops)).map(loops=>loops.sort((a,b)=>causes.loops[a][4].length-causes.
loops[b][4].length||a-b));var currentArrows=()=>arrowsByMap[causalState.holder];function loopAt(at){const[polarity,basic,delays,strength,members]=causes.loops[at];return{at,polarity,isBasic:Boolean(
basic),delays,strength,members}}var currentLoops=()=>loopsByMap[causalState.holder].map(loopAt);var INFLUENCES=types.findIndex(type=>type.type==="INFLUENCES");var HELD_BY=INFLUENCES<
0?-1:types[INFLUENCES].columns.findIndex(column=>column.name==="held_by");var pairOf=({from,to})=>`${from}>${to}`;var commonSigns=new Map(arrowsByMap[0].map(at=>[
pairOf(arrows[at]),arrows[at].sign]));function standingOf(at){const{holder}=causalState;if(!holder||arrowsByMap[0].includes(at))return null;const{sign}=arrows[at];
const others=arrowsByMap.flatMap((list2,map)=>map===holder?[]:list2);const signs=new Set(others.filter(other=>pairOf(arrows[other])===pairOf(arrows[at])).map(other=>arrows[other].
sign));if(sign&&signs.has(-sign))return"disputed";return signs.has(sign)?"agreed":"own"}function missingArrows(){const known=new Set(currentArrows().map(at=>pairOf(
arrows[at])));return arrowsByMap[0].filter(at=>!known.has(pairOf(arrows[at])))}function tieBehind(arrow2){const[from,to]=[boxes[arrow2.from].node,boxes[arrow2.to].
node];const parallel=ties.filter(tie=>tie.t===INFLUENCES&&tie.from===from&&tie.to===to);const common=parallel.find(tie=>!tie.p?.[HELD_BY]);const held2=parallel.
find(tie=>tie.p?.[HELD_BY]&&signOfTie(tie)===arrow2.sign);return commonSigns.get(pairOf(arrow2))===arrow2.sign&&common||held2||parallel[0]}function signOfTie({p,
t:t2}){const polarity=p?.[types[t2].polarity??""];if(polarity==="+")return 1;return polarity==="-"?-1:0}var isBoxShown=at=>shown[boxes[at].node];var isArrowShown=at=>isBoxShown(
arrows[at].from)&&isBoxShown(arrows[at].to)&&!isTypeHidden(INFLUENCES);function followArrows(start2,way,reach){const near=new Map([[start2,0]]);const lines2=new Set;
let edge=[start2];for(let step2=1;step2<=reach&&edge.length;step2+=1){const next=[];for(const at of currentArrows()){const{from,to}=arrows[at];if(!isBoxShown(from)||
!isBoxShown(to))continue;for(const[here,there,direction]of[[from,to,1],[to,from,-1]]){if(direction===-way||!edge.includes(here))continue;lines2.add(at);if(near.
has(there))continue;near.set(there,step2);next.push(there)}}edge=next}return{near,lines:lines2}}var focusOnBoxes=(members,lines2)=>({near:new Map(members.map(box=>[
box,0])),lines:new Set(lines2)});function loopFocus(at){const{members}=loopAt(at);const lines2=members.map((box,place2)=>arrowBetween(currentArrows(),box,members[(place2+
1)%members.length]));return focusOnBoxes(members,lines2.filter(line=>line!==void 0))}var arrowBetween=(list2,from,to)=>list2.find(at=>arrows[at].from===from&&arrows[at].
to===to);function signInLoop({at,members},place2){const{holder}=causalState;const map=loopsByMap[holder].includes(at)?holder:loopsByMap.findIndex(loops=>loops.includes(
at));const arrow2=arrowBetween(arrowsByMap[map],members[place2],members[(place2+1)%members.length]);return arrow2===void 0?0:arrows[arrow2].sign}var archetypes=()=>causes.
stories?.found??[];function diagramFocus(){const{loop,story:story2,way,reach}=causalState;if(loop!==null)return loopFocus(loop);if(story2!==null)return focusOnBoxes(
archetypes()[story2].boxes,archetypes()[story2].arrows);const box=boxOf(state.selected);const isAsked=way!=="around"||reach!==1;if(box!==void 0&&(isAsked||!isPushed())){
return followArrows(box,WAYS[way],reach==="all"?Infinity:reach)}if(state.tie!==null&&ties[state.tie].t===INFLUENCES){const tie=ties[state.tie];return focusOnNodes(
[tie.from,tie.to],[tie])}const finding=state.finding===null?null:findings[state.finding];if(!finding||!finding.nodes.some(node=>boxOf(node)!==void 0))return null;
return focusOnNodes(finding.nodes,finding.ties.map(at=>ties[at]))}function focusOnNodes(members,some){const lines2=currentArrows().filter(at=>{const[from,to]=[boxes[arrows[at].
from].node,boxes[arrows[at].to].node];return some.some(tie=>tie.from===from&&tie.to===to)});const own2=members.map(boxOf).filter(box=>box!==void 0);return focusOnBoxes(
[...own2,...lines2.flatMap(at=>[arrows[at].from,arrows[at].to])],lines2)}addLight(()=>{const focus=causalState.loop===null&&causalState.story===null?null:diagramFocus();
if(!focus)return null;const behind=[...focus.lines].map(at=>tieBehind(arrows[at])).filter(tie=>tie!==void 0);return focusAmong([...focus.near.keys()].map(box=>boxes[box].
node),behind.map(tie=>tie.at))});keep("loop",()=>causalState.loop===null?null:String(causalState.loop+1),text=>{const at=Number.parseInt(text,10)-1;return causes.
loops[at]&&state.selected===null?{loop:at,sheet:"loops"}:null});keep("archetype",()=>causalState.story===null?null:String(causalState.story+1),text=>{const at=Number.
parseInt(text,10)-1;return archetypes()[at]&&state.selected===null?{story:at,sheet:"stories"}:null});keep("whose",()=>causalState.holder?causes.maps[causalState.
holder].name:null,text=>{const at=causes.maps.findIndex(({name})=>name===text);return at>0?{holder:at}:null});keepChoice("way","way",()=>Object.keys(WAYS),"arou\
nd");keep("reach",()=>causalState.reach===1?null:String(causalState.reach),text=>["2","3","all"].includes(text)?{reach:Number(text)||"all"}:null);var sheetTool=(sheet,word,count="")=>make("button",{type:"button","aria-pressed":String(state.sheet===sheet),"data-tool":sheet,onclick:()=>state.sheet===sheet?clearSelection():
lookAt({sheet,through:null})},word,count?make("span",{class:"count"},count):null);addSheet("stories",()=>{if(!causes.stories)return null;const{found,more,cut,timed}=causes.stories;return[sheetHead(t("causal_stories"),integer(found.length+more)),
muted(t(found.length?"causal_stories_about":"causal_no_stories")),timed?null:muted(t("causal_untimed")),make("ol",{class:"cards"},found.map(archetypeCard)),more?
muted(t("causal_more_stories",{n:integer(more)})):null,cut===null?null:muted(t("causal_stories_cut",{n:cut}))]});function archetypeCard(archetype,at){const isOpen=causalState.
story===at;const toggle2=()=>{change({view:"causal"});lookAt({story:isOpen?null:at,sheet:"stories"})};return make("li",null,make("button",{type:"button",class:"\
headline loop","aria-expanded":String(isOpen),"data-at":at,onclick:toggle2},make("span",{class:"muted"},say(archetype.title)),make("span",{class:"say"},say(archetype.
headline))),isOpen?make("div",{class:"more"},make("p",null,say(archetype.story)),make("p",null,make("b",null,`${t("causal_check")}. `),say(archetype.check)),make(
"p",null,make("b",null,`${t("causal_remedy")}: `),say(archetype.remedy)),nodeButtons(archetype.boxes.map(box=>boxes[box].node))):null)}var archetypesTool=()=>sheetTool(
"stories",t("causal_stories"),integer(archetypes().length+(causes.stories?.more??0)));var NEAREST=2.5;var READABLE=.68;var LARGEST_FIT=1.25;var DRAG=4;var within=(value,least,most)=>least>most?(least+most)/2:Math.max(least,Math.min(most,value));function busiestBox(){
const counts=boxes.map(()=>0);for(const{members}of currentLoops())for(const box of members)counts[box]+=1;return counts.indexOf(Math.max(...counts))}var Camera=class{constructor(pane,drawing,world){
this.pane=pane;this.drawing=drawing;this.world=world;this.eye={x:0,y:0,scale:1};this.whole=1;this.isUntouched=true;this.lastRoom=null;this.dragLength=0;this.fingers=
new Map;this.listen()}get room(){const key=this.pane.nextElementSibling;const covered=Math.max((key?.offsetHeight??0)+12,coveredHeight());return{wide:this.pane.
clientWidth,high:this.pane.clientHeight-covered}}get wasDragged(){return this.dragLength>=DRAG}show(){const{x,y,scale}=this.eye;const[left,top]=[Math.round(x*10)/
10,Math.round(y*10)/10];this.world.setAttribute("transform",`translate(${left} ${top}) scale(${scale.toFixed(4)})`)}aim(x,y,scale){const{wide,high}=this.room;this.
eye={scale,x:wide/2-x*scale,y:high/2-y*scale};this.show()}frameOf(members){const framed=members.length?members.map(at=>boxes[at]):boxes;const left=Math.min(...framed.
map(box=>box.x-box.wide/2));const right=Math.max(...framed.map(box=>box.x+box.wide/2));const top=Math.min(...framed.map(box=>box.y-box.high/2));const bottom=Math.
max(...framed.map(box=>box.y+box.high/2));const{wide,high}=this.room;const scale=Math.min(wide/(right-left+64),high/(bottom-top+24),LARGEST_FIT);return{left,right,
top,bottom,x:(left+right)/2,y:(top+bottom)/2,scale}}resize(){const now=this.room;const isFirst=this.isUntouched||!this.lastRoom;if(this.isUntouched||!this.lastRoom)
this.fit(true);else this.move((now.wide-this.lastRoom.wide)/2,(now.high-this.lastRoom.high)/2);this.isUntouched=isFirst;this.lastRoom=now}fit(isOpening=false){const{
x,y,scale,left,right,top,bottom}=this.frameOf([]);this.whole=scale;this.isUntouched=true;if(!isOpening||scale>=READABLE){this.aim(x,y,scale);return}const hub=boxes[busiestBox()];
const{wide,high}=this.room;const half={x:wide/2/READABLE,y:high/2/READABLE};this.aim(within(hub.x,left+half.x-16,right-half.x+16),within(hub.y,top+half.y-16,bottom-
half.y+16),READABLE)}zoom(factor,at={x:this.room.wide/2,y:this.room.high/2}){const{eye}=this;const scale=Math.min(NEAREST,Math.max(Math.min(this.whole,READABLE)*
.6,eye.scale*factor));const growth=scale/eye.scale;this.isUntouched=false;this.eye={x:at.x-(at.x-eye.x)*growth,y:at.y-(at.y-eye.y)*growth,scale};this.show()}keepInView(members){
const{x,y,scale}=this.frameOf(members);const{wide,high}=this.room;const{eye}=this;const isInside=members.every(at=>{const[left,top]=[eye.x+boxes[at].x*eye.scale,
eye.y+boxes[at].y*eye.scale];return left>60&&left<wide-60&&top>24&&top<high-24});if(!isInside)this.aim(x,y,Math.min(eye.scale,Math.max(scale,.4)))}move(dx,dy){this.
isUntouched=false;this.eye.x+=dx;this.eye.y+=dy;this.show()}get middle(){const all2=[...this.fingers.values()];const sum=all2.reduce((total,{x,y})=>({x:total.x+
x,y:total.y+y}),{x:0,y:0});return{x:sum.x/all2.length,y:sum.y/all2.length}}get spread(){const[a,b]=[...this.fingers.values()];return b?Math.hypot(a.x-b.x,a.y-b.
y):0}pointOf(event){const corner=this.pane.getBoundingClientRect();return{x:event.clientX-corner.left,y:event.clientY-corner.top}}listen(){const{drawing,fingers}=this;
drawing.addEventListener("pointerdown",event=>{fingers.set(event.pointerId,this.pointOf(event));if(fingers.size===1)this.dragLength=0});drawing.addEventListener(
"pointermove",event=>this.drag(event));for(const end of["pointerup","pointercancel","pointerleave"]){drawing.addEventListener(end,event=>fingers.delete(event.pointerId))}
const turnWheel=event=>{event.preventDefault();this.zoom(Math.exp(-event.deltaY*(event.ctrlKey?.01:.0016)),this.pointOf(event))};drawing.addEventListener("wheel",
turnWheel,{passive:false})}drag(event){const{drawing,fingers}=this;if(!fingers.has(event.pointerId))return;const[before,apart]=[this.middle,this.spread];fingers.
set(event.pointerId,this.pointOf(event));const now=this.middle;this.dragLength+=Math.hypot(now.x-before.x,now.y-before.y);if(!this.wasDragged&&fingers.size===1)
return;if(!drawing.hasPointerCapture(event.pointerId))drawing.setPointerCapture(event.pointerId);this.move(now.x-before.x,now.y-before.y);if(!apart)return;this.
dragLength+=DRAG;this.zoom(this.spread/apart,now)}};var between=(a,b,share)=>({x:a.x+(b.x-a.x)*share,y:a.y+(b.y-a.y)*share});var isInBox=(box,{x,y},room)=>Math.abs(x-box.x)<box.wide/2+room&&Math.abs(y-box.y)<box.
high/2+room;function curve(a,knee,b){const at=time=>between(between(a,knee,time),between(knee,b,time),time);const cut=(from,to)=>[at(from),between(between(a,knee,
from),between(knee,b,from),to),at(to)];return{at,cut}}function bowOf(arrow2,a,b){if(a===b)return ownLoop(a);const knee={x:(a.x+b.x)/2+2*arrow2.bend*(b.y-a.y),y:(a.
y+b.y)/2-2*arrow2.bend*(b.x-a.x)};const{at,cut}=curve(a,knee,b);const crossing=(inside,outside,box,room)=>{let[near,far]=[inside,outside];for(let round=0;round<
14;round+=1){const middle=(near+far)/2;if(isInBox(box,at(middle),room))near=middle;else far=middle}return far};return{at,cut,first:crossing(0,.6,a,1),last:crossing(
1,.4,b,2),side:arrow2.bend<0?-1:1}}function ownLoop(box){const top=box.y-box.high/2;const{at,cut}=curve({x:box.x-22,y:top},{x:box.x,y:top-62},{x:box.x+22,y:top-
2});return{at,cut,first:0,last:1,side:1}}var oneDecimal2=value=>Math.round(value*10)/10;var pathPoint=({x,y})=>`${oneDecimal2(x)} ${oneDecimal2(y)}`;function arrowPaths(arrow2,{
at,first,last:last2,side,cut}){const tip2=at(last2);const before=at(last2-.02);const length=Math.hypot(tip2.x-before.x,tip2.y-before.y)||1;const[ux,uy]=[(tip2.x-
before.x)/length,(tip2.y-before.y)/length];const back=far=>Math.max(first,last2-far*.02/length);const width=1.1+2.2*(arrow2.strength===null?1:arrow2.strength)**
1.5;const size2=6+width;const corner=way=>({x:tip2.x-ux*size2+way*uy*size2*.52,y:tip2.y-uy*size2-way*ux*size2*.52});const beside=at(back(size2+9));const[start2,
knee,end]=cut(first,back(size2-1));const middle=(first+last2)/2;return{line:`M${pathPoint(start2)}Q${pathPoint(knee)} ${pathPoint(end)}`,head:`M${pathPoint(tip2)}\
L${pathPoint(corner(1))} ${pathPoint(corner(-1))}Z`,bars:arrow2.delay?delayBars(at(middle),at(middle+.01)):null,width,sign:{x:beside.x+uy*side*9,y:beside.y-ux*side*
9+5}}}function delayBars(middle,next){const length=Math.hypot(next.x-middle.x,next.y-middle.y)||1;const[ux,uy]=[(next.x-middle.x)/length,(next.y-middle.y)/length];
const point=(along,aside)=>pathPoint({x:middle.x+ux*along+uy*aside,y:middle.y+uy*along-ux*aside});const bar2=along=>`M${point(along,6)}L${point(along,-6)}`;return bar2(
-2.5)+bar2(2.5)}var LINE2=15;var numberOf=(part,name)=>Number(part.getAttribute(`data-${name}`));function drawArrow(at,kind){const arrow2=arrows[at];const{line,head,bars,width,
sign}=arrowPaths(arrow2,bowOf(arrow2,boxes[arrow2.from],boxes[arrow2.to]));const{name,text}=signOf(arrow2.sign);return makeSvg("g",{class:`arrow ${name} ${kind??
""}`,"data-arrow":at},makeSvg("path",{class:"hit",d:line}),makeSvg("path",{class:"line",d:line,"stroke-width":oneDecimal2(width)}),makeSvg("path",{class:"head",
d:head}),bars?makeSvg("path",{class:"bars",d:bars}):null,signText(sign.x,sign.y,text))}var signText=(x,y,text)=>makeSvg("text",{class:"sign",x:oneDecimal2(x),y:oneDecimal2(
y)},text);function drawBox(at){const{node,x,y,wide,high,lines:lines2}=boxes[at];const[left,top]=[x-wide/2,y-high/2];const color=`var(--${markColor(node)})`;const[
tag2,attributes]=shapeAt(nodes[node].shape,[left+17,y],5.5,{fill:color},oneDecimal2);const name=lines2.map((line,row)=>{const lineY=y+4.5+(row-(lines2.length-1)/
2)*LINE2;return makeSvg("text",{x:oneDecimal2(left+30),y:oneDecimal2(lineY)},line)});const frame={x:oneDecimal2(left),y:oneDecimal2(top),width:wide,height:high,
rx:8,style:{stroke:color}};return makeSvg("g",{class:"box","data-box":at},makeSvg("rect",frame),makeSvg(tag2,attributes),makeSvg("g",{class:"name"},name),lines2.
join(" ")===boxName(at)?null:makeSvg("title",{},boxName(at)))}function drawDiagram(){const held2=currentArrows();const missing=missingArrows();const linked=new Set(
[...held2,...missing].flatMap(at=>[arrows[at].from,arrows[at].to]));const drawn2=boxes.map((_,at)=>at).filter(at=>isBoxShown(at)&&linked.has(at));return[makeSvg(
"g",{class:"arrows"},missing.filter(isArrowShown).map(at=>drawArrow(at,"missing")),held2.filter(isArrowShown).map(at=>drawArrow(at,standingOf(at)))),makeSvg("g",
{class:"boxes"},drawn2.map(drawBox))]}function fitNames(drawing){for(const box of drawing.querySelectorAll(".box")){const room=boxes[numberOf(box,"box")].wide-36;
for(const line of box.querySelectorAll("text")){if(line.getComputedTextLength()<=room)continue;line.setAttribute("textLength",String(room));line.setAttribute("l\
engthAdjust","spacingAndGlyphs")}}}function lightUp(drawing,focus){drawing.classList.toggle("focused",focus!==null);for(const part of drawing.querySelectorAll("\
[data-arrow]")){part.classList.toggle("near",focus!==null&&focus.lines.has(numberOf(part,"arrow")))}for(const part of drawing.querySelectorAll("[data-box]")){const at=numberOf(
part,"box");part.classList.toggle("near",focus!==null&&focus.near.has(at));part.classList.toggle("chosen",boxes[at].node===state.selected)}}var PLANE={wide:316,high:264,edge:18};var NUMBERED=12;var CORNERS=[{role:"driver",x:6,y:14,anchor:"start"},{role:"relay",x:310,y:14,anchor:"end"},{role:"autonom\
ous",x:6,y:240,anchor:"start"},{role:"dependent",x:310,y:240,anchor:"end"}];function measureNamed(name){const measure=measures.find(candidate=>candidate.name===
name);if(!measure)throw new Error(`the page has no measure "${name}"`);return measure}function axisOf(name,rows,placeOf){const{of}=measureNamed(name);const valueOf=box=>of.
get(boxes[box].node)??0;const most=Math.max(...rows.map(([box])=>valueOf(box)))||1;const place2=value=>oneDecimal2(placeOf(value/most));return{place:place2,placeOfBox:box=>place2(
valueOf(box))}}var planeText=(x,y,anchor,words,kind=null)=>makeSvg("text",{x,y,"text-anchor":anchor,class:kind},words);var planeLine=(x1,y1,x2,y2)=>makeSvg("lin\
e",{x1,y1,x2,y2});function leversPlane({rows,split}){const bottom=PLANE.high-PLANE.edge;const across=axisOf("micmac_dependence",rows,share=>12+share*(PLANE.wide-
24));const up=axisOf("micmac_influence",rows,share=>bottom-26-share*(bottom-50));const isFree=freePlaces();const marks=rows.map(([box],place2)=>{const[x,y]=[across.
placeOfBox(box),up.placeOfBox(box)];const isNumbered=place2<NUMBERED&&isFree(x,y);return leverMark(box,x,y,isNumbered?String(place2+1):"")});const plane=makeSvg(
"svg",{class:"plane",viewBox:`0 0 ${PLANE.wide} ${PLANE.high}`,"aria-hidden":"true"},makeSvg("rect",{x:.5,y:.5,width:PLANE.wide-1,height:bottom-1}),planeLine(across.
place(split[0]),0,across.place(split[0]),bottom),planeLine(0,up.place(split[1]),PLANE.wide,up.place(split[1])),CORNERS.map(({role,x,y,anchor})=>planeText(x,y,anchor,
sayCapitalized(causes.roles[role]),"corner")),planeText(PLANE.wide,PLANE.high-4,"end",`${t("causal_dependence")} →`),planeText(0,PLANE.high-4,"start",`↑ ${t(
"causal_influence")}`),marks.reverse());listen(plane);return plane}function freePlaces(){const taken=[];return(x,y)=>{const isFree=taken.every(([a,b])=>Math.abs(
a-x)>16||Math.abs(b-y)>12);if(isFree)taken.push([x,y]);return isFree}}function leverMark(box,x,y,place2){const{node}=boxes[box];return makeSvg("g",{class:node===
state.selected?"lever chosen":"lever","data-lever":box},makeSvg("circle",{cx:x,cy:y,r:4.5,style:{fill:`var(--${markColor(node)})`}}),place2?planeText(x+6,y-4,"s\
tart",place2,"place"):null)}function listen(plane){const boxAt=event=>{const mark=event.target instanceof Element?event.target.closest("[data-lever]"):null;return mark?
Number(mark.getAttribute("data-lever")):null};plane.addEventListener("click",event=>{const box=boxAt(event);if(box!==null)select(boxes[box].node)});plane.addEventListener(
"pointermove",event=>{const box=boxAt(event);showTip(box===null?"":boxName(box),event.clientX,event.clientY)});plane.addEventListener("pointerleave",()=>showTip(
""))}addSheet("levers",()=>{const{levers}=causes;if(!levers||!levers.rows.length)return null;const{scores,links}=levers;return[sheetHead(t("causal_levers")),muted(
t("causal_levers_about")),make("h3",null,t("causal_plane")),leversPlane(levers),muted(t("causal_plane_about",{n:links})),make("h3",null,t("causal_ranks")),rankTable(
levers),make("h3",null,t("causal_agreement")),agreementTable(levers),muted(t("causal_tau")),scores.map((name,at)=>muted(make("b",null,`${sayCapitalized(island.words[`\
causal_score_${at}`])}: `),say(measureNamed(name).how)))]});function rankTable({rows,scores}){const heads=scores.map((name,at)=>make("th",{scope:"col",title:say(
measureNamed(name).how)},t(`causal_score_${at}`)));const body=rows.map(([box,role,...ranks],place2)=>{const name=make("span",{class:"name"},boxName(box),make("s\
pan",{class:"muted"},` ${say(causes.roles[role])}`));const button=make("button",{type:"button",class:"node",onclick:()=>select(boxes[box].node)},make("span",{class:"\
place"},integer(place2+1)),name);const cells=ranks.map(rank=>make("td",null,rank===null?"—":integer(rank)));return make("tr",null,make("th",{scope:"row"},button),
cells)});return make("table",{class:"small levers"},make("thead",null,make("tr",null,make("td"),heads)),make("tbody",null,body))}function agreementTable({scores,
agree}){const count=scores.length;const cellText3=(row,column)=>{if(column<=row)return"";const tau=agree.find(([one,other])=>one===row&&other===column)?.[2]??null;
return tau===null?"—":number(tau)};const columns=Array.from({length:count-1},(_,at)=>at+1);const rows=Array.from({length:count-1},(_,at)=>at);return make("tab\
le",{class:"small"},make("thead",null,make("tr",null,make("td"),columns.map(at=>make("th",{scope:"col"},t(`causal_score_${at}`))))),make("tbody",null,rows.map(row=>make(
"tr",null,make("th",{scope:"row"},t(`causal_score_${row}`)),columns.map(column=>make("td",null,cellText3(row,column)))))))}var leversTool=()=>sheetTool("levers",
t("causal_levers"));var POLARITIES=["R","B","?"];var listedPolarity="";var withName=(key,name)=>say(island.words[key]).replace("{name}",()=>name);function loopSentence(loop){const names2=loop.
members.map(boxName);let way=1;const steps2=names2.map((name,place2)=>{const step2=withName(`causal_step_${way}`,name);way=way*signInLoop(loop,place2)||0;return step2});
const chain=[...steps2,withName(`causal_back_${loop.polarity}`,names2[0])].join(" → ");const late=loop.delays?` ${t("causal_come_late",{n:loop.delays})}`:"";return`${t(
`causal_kinds_${loop.polarity}`)}: ${chain}.${late}`}var countOf=(loops,polarity)=>loops.filter(loop=>loop.polarity===polarity).length;function polarityChooser(loops){
const choice=(polarity,word,n)=>make("button",{type:"button","aria-pressed":String(listedPolarity===polarity),"data-at":`kind-${polarity}`,title:polarity?t(`cau\
sal_kinds_${polarity}`):null,onclick:()=>{listedPolarity=polarity;showPanel()}},`${word} ${integer(n)}`);return make("div",{class:"segments loop-kinds",role:"gr\
oup","aria-label":t("causal_loops")},choice("",t("causal_all_kinds"),loops.length),POLARITIES.filter(polarity=>countOf(loops,polarity)).map(polarity=>choice(polarity,
polarity,countOf(loops,polarity))))}var limitNote=(key,n)=>n===null||n===void 0?null:muted(t(key,{n}));addSheet("loops",()=>{if(!boxes.length)return null;const{
holder,through}=causalState;const{more,complete,cut}=causes.listed[holder];const loops=currentLoops().filter(({members})=>through===null||members.includes(through));
const unlisted=through===null?more:0;return[sheetHead(through===null?t("causal_loops"):t("causal_through",{name:boxName(through)}),integer(loops.length+unlisted)),
muted(t(loops.length?"causal_loops_about":"causal_no_loops")),loops.length?polarityChooser(loops):null,make("ol",{class:"cards"},loops.filter(({polarity})=>!listedPolarity||
polarity===listedPolarity).map(loopCard)),unlisted?muted(t("causal_more_loops",{n:integer(more)})):null,limitNote("causal_truncated",complete),limitNote("causal\
_cut",cut)]});function loopCard(loop){const isOpen=causalState.loop===loop.at;const[kind,...rest]=loopSentence(loop).split(": ");const tone=loop.polarity==="?"?
"u":loop.polarity.toLowerCase();const facts=t("causal_facts",{links:integer(loop.members.length),late:integer(loop.delays),strength:number(loop.strength)});const basis=make(
"span",{class:"basic",title:t("causal_independent")},` · ${t("causal_basis")}`);const toggle2=()=>{change({view:"causal"});lookAt({loop:isOpen?null:loop.at,sheet:"\
loops"})};return make("li",null,make("button",{type:"button",class:`headline loop loop-${tone}`,"aria-expanded":String(isOpen),"data-at":loop.at,onclick:toggle2},
make("span",{class:"say"},make("b",null,`${kind}: `),rest.join(": ")),make("span",{class:"muted"},facts,loop.isBasic?basis:null)),isOpen?loopEvidence(loop):null)}
function loopEvidence({members,isBasic}){const evidence=nodeButtons(members.map(box=>boxes[box].node),isBasic?muted(t("causal_independent")):null);evidence.classList.
add("more");return evidence}var loopsTool=()=>sheetTool("loops",t("causal_loops"),integer(currentLoops().length+causes.listed[causalState.holder].more));var STANDINGS=["disputed","agreed","own","missing"];addSheet("maps",()=>{const{holder}=causalState;if(!holder||!boxes.length)return null;const rows=[...currentArrows().
map(at=>({at,standing:standingOf(at)})),...missingArrows().map(at=>({at,standing:"missing"}))];const groups=STANDINGS.map(name=>({name,members:rows.filter(({standing:standing2})=>standing2===
name)}));return[sheetHead(causes.maps[holder].name),muted(t("causal_maps_about")),groups.filter(({members})=>members.length).map(({name,members})=>[make("h3",null,
`${sayCapitalized(island.words[`causal_${name}`])} (${integer(members.length)})`),members.map(({at})=>arrowButton(at))]),distanceTable(holder)]});function arrowButton(at){
const arrow2=arrows[at];const{name,text}=signOf(arrow2.sign);const choose=()=>{const tie=tieBehind(arrow2);if(tie)selectTie(tie.at)};return make("button",{type:"\
button",class:"node",onclick:choose},make("span",{class:`sign-${name}`},text),make("span",{class:"name"},`${boxName(arrow2.from)} → ${boxName(arrow2.to)}`))}function distanceTable(holder){
const apart=causes.apart.filter(([one,other])=>one===holder||other===holder);if(!apart.length)return null;const rows=apart.map(([one,other,distance])=>make("tr",
null,make("th",{scope:"row"},causes.maps[one===holder?other:one].name),make("td",null,distance===null?"—":number(distance))));return[make("h3",null,t("causal_\
apart")),make("table",{class:"small"},make("tbody",null,rows)),muted(t("causal_apart_about"))]}var differencesTool=()=>causalState.holder?sheetTool("maps",t("ca\
usal_differences")):null;var MOST_STEPS=1e3;var LAST=400;var SPAN=50;var[BESIDE,PARTED]=[1e-8,1e-4];var SLOPES=[.5,1,2];function hearing({count,links},{rule,squash,slope:slope2}){const rows=Array.
from({length:count},(_,at)=>new Map(rule==="plain"?[]:[[at,1]]));for(const{from,to,sign,strength}of links){if(sign)rows[to].set(from,(rows[to].get(from)||0)+sign*
(strength===null?1:strength))}const factor=squash==="tanh"?slope2:slope2/2;const sorted=rows.map(row=>[...row].sort((a,b)=>a[0]-b[0]));const starts=new Int32Array(
count+1);sorted.forEach((row,at)=>{starts[at+1]=starts[at]+row.length});return{starts,from:Int32Array.from(sorted.flat().map(([from])=>from)),weight:Float64Array.
from(sorted.flat().map(([,weight])=>weight*factor)),rescaled:rule==="rescaled",sigmoid:squash==="sigmoid"}}function step({starts,from,weight,rescaled,sigmoid},now,next,held2){
const span=sigmoid?1:2;let largest=0;for(let at=0;at<now.length;at+=1){let value=held2[at];if(Number.isNaN(value)){let sum=0;if(rescaled){for(let link=starts[at];link<
starts[at+1];link+=1)sum+=weight[link]*(2*now[from[link]]-1)}else for(let link=starts[at];link<starts[at+1];link+=1)sum+=weight[link]*now[from[link]];value=1-span/
(Math.exp(2*sum)+1)}next[at]=value;const move=Math.abs(value-now[at]);if(move>largest)largest=move}return largest}var SMOOTH=smoothWeights();function smoothWeights(){
const bumps=Float64Array.from({length:LAST},(_,at)=>{const along=(at+1)/(LAST+1);return Math.exp(-1/(along*(1-along)))});const whole=bumps.reduce((sum,bump)=>sum+
bump);return bumps.map(bump=>bump/whole)}function run(heard,held2){const middle=heard.sigmoid?.5:0;let now=Float64Array.from(held2,value=>Number.isNaN(value)?middle:
value);let next=new Float64Array(held2.length);const twinOf=()=>now.map((value,at)=>Number.isNaN(held2[at])?value+BESIDE*(value-middle):value);let twin=null;let spare=new Float64Array(
held2.length);const mean=new Float64Array(held2.length);const moves=[];const apart=[];for(let number2=1;number2<=MOST_STEPS;number2+=1){if(number2===MOST_STEPS-
LAST+1)twin=twinOf();const moved=step(heard,now,next,held2);[now,next]=[next,now];if(moved<=1e-12)return{values:now,steps:number2,outcome:"settled"};if(!twin)continue;
step(heard,twin,spare,held2);[twin,spare]=[spare,twin];const weight=SMOOTH[moves.length];let widest=0;for(let at=0;at<mean.length;at+=1){mean[at]+=weight*now[at];
const off=Math.abs(twin[at]-now[at]);if(off>widest)widest=off}if(!widest)twin=twinOf();moves.push(moved);apart.push(widest)}const outcome=unsettledOutcome(moves,
apart);const values=outcome==="creeping"?now:outcome==="cycle"?mean:null;return{values,steps:MOST_STEPS,outcome}}function unsettledOutcome(moves,apart){const spans=Array.
from({length:LAST/SPAN},(_,span)=>Math.max(...moves.slice(span*SPAN,(span+1)*SPAN)));const isFading=spans.every((most,at)=>!at||most<=spans[at-1]);if(isFading&&
spans[spans.length-1]<.9*spans[0])return"creeping";return Math.max(...apart.slice(-LAST/4))>PARTED?"chaos":"cycle"}function changeBy(map,pushes,how){const key=`${how.
rule} ${how.squash} ${how.slope}`;const free=new Float64Array(map.count).fill(NaN);let kept=map.kept.get(key);if(!kept){const heard2=hearing(map,how);kept={heard:heard2,
nothing:run(heard2,free)};map.kept.set(key,kept)}const{heard,nothing}=kept;const held2=free.slice();for(const[at,amount]of Object.entries(pushes)){held2[Number(
at)]=how.squash==="tanh"?amount:(1+amount)/2}const pushed=run(heard,held2);const grain=[pushed.outcome,nothing.outcome].includes("cycle")?1e3:1e9;const before=nothing.
values;const moved=pushed.values&&before?pushed.values.map((value,at)=>Math.round((value-before[at])*grain)/grain):null;return{outcome:pushed.outcome,steps:pushed.
steps,baseline:nothing.outcome,moved}}var causalMap=(count,links,idle2)=>({count,links,idle:idle2,kept:new Map});function whatIf(map,pushes,how){const change2=changeBy(
map,pushes,how);const others=otherCurves(how).map(other=>changeBy(map,pushes,other).moved);const known=others.filter(moved2=>moved2!==null);const{moved}=change2;
const result={outcome:change2.outcome,steps:change2.steps,baseline:change2.baseline,unknown:map.links.filter(link=>!link.sign).length,others:others.length,lost:others.
length-known.length};if(!moved)return{...result,effects:[],agreement:null,turned:[]};const free=[...moved.keys()].filter(at=>!(at in pushes));const isRanked2=free.
length+map.idle>1&&known.length>0;return{...result,effects:rankedEffects(free,moved),agreement:isRanked2?Math.min(...known.map(other=>likeness(free,moved,other,
map.idle))):null,turned:free.filter(at=>known.some(other=>other[at]*moved[at]<0))}}function otherCurves(how){const squashes=how.rule==="rescaled"?["sigmoid"]:["\
tanh","sigmoid"];return squashes.flatMap(squash=>SLOPES.map(slope2=>({rule:how.rule,squash,slope:slope2}))).filter(({squash,slope:slope2})=>squash!==how.squash||
slope2!==how.slope)}function rankedEffects(free,moved){const order2=[...free].sort((a,b)=>Math.abs(moved[b])-Math.abs(moved[a])||a-b);let rank=0;return order2.map(
(at,place2)=>{if(!place2||Math.abs(moved[at])<Math.abs(moved[order2[place2-1]]))rank=place2+1;return{at,change:moved[at],sign:Math.sign(moved[at]),rank}})}function likeness(free,one,other,idle2){
const a=Float64Array.from(free,at=>Math.abs(one[at]));const b=Float64Array.from(free,at=>Math.abs(other[at]));let same=0;for(let i=0;i<a.length;i+=1){if(a[i]>0===
b[i]>0)same+=idle2;for(let j=0;j<i;j+=1)if(a[i]<a[j]===b[i]<b[j]&&a[i]>a[j]===b[i]>b[j])same+=1}const all2=a.length+idle2;return(2*same+idle2*(idle2-1))/(all2*(all2-
1))}var RULES=["modified","plain","rescaled"];var maps=arrowsByMap.map(list2=>causalMap(boxes.length,list2.map(at=>arrows[at]),causes.idle));var last={key:"",result:null};
function whatFollows(){const{pushes,holder,rule,squash,slope:slope2}=causalState;const key=JSON.stringify([pushes,holder,rule,squash,slope2]);if(last.key!==key){
last={key,result:isPushed()?whatIf(maps[holder],pushes,{rule,squash,slope:slope2}):null}}return last.result}var pushList=()=>Object.entries(causalState.pushes).
map(([box,amount])=>[Number(box),amount]);function pushBox(box,amount){const pushes={...causalState.pushes};if(amount&&pushes[box]!==amount)pushes[box]=amount;else
delete pushes[box];change({view:"causal",pushes})}keep("push",()=>isPushed()?pushList().map(pushText).join(","):null,text=>{const pushes={};for(const push of text.
split(",")){const[key,amount]=push.split("=");const wanted=key.replace(/%(25|2C|3D)/g,decodeURIComponent);const box=boxes.findIndex(({node})=>nodeKey(node)===wanted);
if(box>=0&&Math.abs(Number(amount))<=1)pushes[box]=Number(amount)}return{pushes}});var pushText=([box,amount])=>`${nodeKey(boxes[box].node).replace(/[%,=]/g,encodeURIComponent)}\
=${amount}`;keepChoice("rule","rule",()=>RULES,"modified");keepChoice("squash","squash",()=>["tanh","sigmoid"],"tanh");keep("lambda",()=>causalState.slope===1?null:
String(causalState.slope),text=>Number(text)>0&&Number(text)<=20?{slope:Number(text)}:null);var quoted=text=>/^[\w:.=+-]+$/.test(text)?text:`"${text.replace(/(["\\$`])/g,
"\\$1")}"`;function commandText(){const{holder,rule,squash,slope:slope2}=causalState;const ids=boxes.map(({node})=>nodeKey(node).split(":").slice(1).join(":"));
const words=pushList().map(([box,amount])=>{const isUnique=ids.filter(id=>id===ids[box]).length===1;const name=isUnique?ids[box]:nodeKey(boxes[box].node);return`\
--push ${quoted(`${name}=${amount>0?"+":""}${amount}`)}`});if(holder)words.push(`--held-by ${quoted(causes.maps[holder].name)}`);if(rule!=="modified")words.push(
`--rule ${rule}`);if(squash!==(rule==="rescaled"?"sigmoid":"tanh"))words.push(`--squash ${squash}`);if(slope2!==1)words.push(`--lambda ${slope2}`);return`sysmap\
 whatif ${words.join(" ")}`}var WAYS2=[{glyph:"up",word:"causal_up",amount:1},{glyph:"down",word:"causal_down",amount:-1}];function pushButtons(box){const amount=causalState.pushes[box]||0;
const result=whatFollows();const own2=result?.effects.find(({at})=>at===box);return[make("div",{class:"segments pushes",role:"group","aria-label":t("causal_what\
if")},WAYS2.map(({glyph,word,amount:value})=>make("button",{type:"button","aria-pressed":String(amount===value),"data-at":`push-${value}-${box}`,onclick:()=>pushBox(
box,value)},icon(glyph),t(word)))),result?make("p",null,own2?`${effectWord(own2.sign)}. `:null,effectsLink(result)):null]}function effectsLink({effects}){const count=integer(
effects.filter(({sign})=>sign).length);return linkButton(`${t("causal_effects_list")}: ${count}`,()=>lookAt({sheet:"whatif"}))}var effectWord=sign=>capitalized(
sign>0?t("causal_rises"):sign<0?t("causal_falls"):t("causal_still"));addSheet("whatif",()=>{if(!boxes.length)return null;const result=whatFollows();return[sheetHead(
t("causal_whatif")),muted(t("causal_about_whatif")),result?pushedList():make("p",null,t("causal_push_first")),pushAnother(),result?[effectList(result),certainty(
result)]:null,settings(),result?command():null]});var pushedList=()=>[make("h3",null,t("causal_pushed")),make("div",{class:"evidence"},pushList().map(([box,amount])=>make(
"div",{class:"pushed-row"},nodeButton(boxes[box].node),WAYS2.map(({glyph,word,amount:value})=>iconButton(glyph,t(word),{"aria-pressed":String(Math.sign(amount)===
value),"data-at":`list-${value}-${box}`,onclick:()=>pushBox(box,value)}))))),linkButton(t("causal_release_all"),()=>change({pushes:{}}))];var wished="";function pushAnother(){
const free=boxes.map((_,at)=>at).filter(at=>!(at in causalState.pushes)&&isBoxShown(at)).sort((a,b)=>compareTexts(boxName(a),boxName(b)));if(!free.length)return null;
const chosen=wished!==""&&free.includes(Number(wished))?wished:String(free[0]);const list2=make("select",{"aria-label":t("causal_add"),"data-at":"wish",onchange:event=>{
wished=event.target.value}},free.map(at=>make("option",{value:at,selected:String(at)===chosen},boxName(at))));const buttons=WAYS2.map(({glyph,word,amount})=>iconButton(
glyph,t(word),{"data-at":`more-${amount}`,onclick:()=>pushBox(Number(list2.value),amount)}));return make("div",{class:"push-more"},list2,buttons)}var effectItem=({
at,sign,rank})=>make("li",null,make("span",{class:"rank"},integer(rank)),make("span",{class:sign>0?"way plus":"way minus"},icon(sign>0?"up":"down"),t(sign>0?"ca\
usal_rises":"causal_falls")),nodeButton(boxes[at].node));function effectList({effects}){if(!effects.length)return null;const moved=effects.filter(({sign})=>sign);
const still=effects.length-moved.length;return[make("h3",null,t("causal_effects_list")),moved.length?null:muted(t("causal_no_effect")),make("ol",{class:"effects"},
moved.map(effectItem)),moved.length&&still?muted(t("causal_unmoved",{n:integer(still)})):null]}var warning=text=>make("p",{class:"warning"},text);function certainty(result){
const{outcome,baseline,steps:steps2,unknown,lost,others,agreement,turned,effects}=result;const outcomeText=name=>t(`causal_${name}`,{n:integer(steps2)});const isReranked=agreement!==
null&&agreement<1;const isUnsure=turned.length>0||lost>0||!effects.length||isReranked;return make("div",{class:"certainty"},outcome==="settled"?muted(outcomeText(
outcome)):warning(outcomeText(outcome)),baseline==="settled"?null:warning(`${t("causal_baseline")} ${outcomeText(baseline)}`),unknown?muted(t("causal_left_out",
{n:integer(unknown)})):null,isUnsure?null:muted(t("causal_sure")),lost?muted(t("causal_lost",{n:integer(lost),all:integer(others)})):null,isReranked?warning(t("\
causal_reranked",{n:percentText(agreement,state.language)})):null,turned.length?warning(t("causal_turned",{names:turned.map(boxName).join(", ")})):null)}var areSettingsOpen=false;
function settings(){const{rule,squash,slope:slope2}=causalState;const slopes=[...new Set([...SLOPES,slope2])].sort((a,b)=>a-b);const squashes=rule==="rescaled"?
["sigmoid"]:["tanh","sigmoid"];return make("details",{class:"push-settings",open:areSettingsOpen,ontoggle:event=>{areSettingsOpen=event.target.open}},make("summ\
ary",null,t("causal_settings")),chooser("rule",t("causal_rule"),rule,RULES.map(name=>[name,t(`causal_${name}`)]),name=>change(name==="rescaled"?{rule:name,squash:"\
sigmoid"}:{rule:name})),chooser("squash",t("causal_squash"),squash,squashes.map(name=>[name,name]),name=>change({squash:name})),chooser("slope",t("causal_slope"),
String(slope2),slopes.map(value=>[String(value),number(value)]),value=>change({slope:Number(value)})))}var command=()=>[make("h3",null,t("causal_command")),make(
"p",{class:"command"},make("code",null,commandText()))];function drawEffects(){const result=whatFollows();if(!result)return[];const moved=result.effects.filter(
({at,sign})=>sign&&isBoxShown(at));const most=Math.max(1,...moved.map(({rank})=>rank));const effects=moved.map(({at,sign,rank})=>{const size2=.95+.5*(1-(rank-1)/
most)**2;return badge(at,sign,integer(rank),size2,sign>0?"plus":"minus")});const pushed=pushList().filter(([box])=>isBoxShown(box)).map(([box,amount])=>badge(box,
Math.sign(amount),"",1.5,"pushed"));return[makeSvg("g",{class:"what-follows"},effects,pushed)]}function badge(at,sign,text,scale,kind){const{x,y,wide,high}=boxes[at];
const corner=`translate(${oneDecimal2(x+wide/2-8)} ${oneDecimal2(y-high/2)})`;const arrow2=sign>0?"M8.5 5V-5M5 -1.5 8.5 -5 12 -1.5":"M8.5 -5V5M5 1.5 8.5 5 12 1.\
5";return makeSvg("g",{class:`badge ${kind}`,transform:`${corner} scale(${scale.toFixed(2)}) translate(-4 0)`,"data-effect":at},makeSvg("rect",{x:0,y:-9,width:19+
8.5*text.length,height:18,rx:9}),makeSvg("path",{d:arrow2}),makeSvg("text",{x:15,y:4.5},text))}var whatIfTool=()=>sheetTool("whatif",t("causal_whatif"),isPushed()?
integer(pushList().length):"");watch("pushes rule squash slope",()=>{if(boxes.length)showPanel()});var TOOLS=[whatIfTool,loopsTool,leversTool,archetypesTool,differencesTool];var diagram=null;var hoveredBox=null;var framedSize="";function buildDiagram(root){const world=makeSvg(
"g");const drawing=makeSvg("svg",{class:"diagram","aria-hidden":"true"},world);const pane=make("div",{id:"causes",tabindex:"0",role:"application",onkeydown:steerDiagram},
drawing);const[key,zoom]=["causal-key","causal-zoom"].map(name=>make("div",{class:name}));fill(root,make("div",{class:"causal-tools",role:"group"}),make("div",{
class:"causal-pane"},pane,key,zoom));diagram={camera:new Camera(pane,drawing,world),drawing,world,pane};drawing.addEventListener("click",clickDiagram);drawing.addEventListener(
"pointerover",hoverDiagram);drawing.addEventListener("pointerleave",()=>hoverBox(null));drawing.addEventListener("pointermove",tipOfArrow);framedSize="";new ResizeObserver(
()=>{if(isShown())frameDiagram()}).observe(pane);return diagram}var isShown=()=>currentView().name==="causal";function showCausal(root){const{camera,drawing,world,
pane}=diagram&&root.contains(diagram.pane)?diagram:buildDiagram(root);const counts={nodes:integer(boxes.length),links:integer(currentArrows().length)};pane.setAttribute(
"aria-label",t("causal_canvas",counts));fill(world,drawDiagram(),drawEffects());drawing.classList.toggle("pushing",isPushed());fitNames(drawing);showTools(findOne(
".causal-tools",root));fill(findOne(".causal-key",root),keyOfMarks());fill(findOne(".causal-zoom",root),iconButton("plus",t("zoom_in"),{onclick:()=>camera.zoom(
1.35)}),iconButton("minus",t("zoom_out"),{onclick:()=>camera.zoom(1/1.35)}),iconButton("fit",t("fit"),{onclick:()=>camera.fit()}));refreshLight();frameDiagram()}
function frameDiagram(){if(!diagram||!diagram.pane.isConnected||!diagram.pane.clientWidth)return;const{camera,pane}=diagram;const size2=`${pane.clientWidth}x${pane.
clientHeight}`;if(framedSize!==size2)camera.resize();framedSize=size2;const focus=diagramFocus();if(focus&&focus.near.size)camera.keepInView([...focus.near.keys()].
filter(box=>focus.near.get(box)===0))}function refreshLight(){if(!diagram||!isShown())return;lightUp(diagram.drawing,hoveredBox===null?diagramFocus():followArrows(
hoveredBox,0,1))}function showTools(root){const focused=focusedIn(root)?.dataset.tool;root.setAttribute("aria-label",t("causal"));fill(root,TOOLS.map(tool=>tool()),
holderChooser());if(focused)find(`[data-tool="${focused}"]`,root)?.focus()}function holderChooser(){if(causes.maps.length<2)return null;return chooser("map-of",
t("causal_map_of"),String(causalState.holder),causes.maps.map(({name},holder)=>[String(holder),name||t("causal_common")]),holder=>change({holder:Number(holder),
loop:null}))}function keyOfMarks(){const line=(kind,sign)=>makeSvg("svg",{width:36,height:16,viewBox:"0 0 36 16","aria-hidden":"true"},makeSvg("g",{class:`arrow\
 ${kind}`},makeSvg("path",{class:"hit",d:"M2 8L30 8"}),makeSvg("path",{class:"line",d:"M2 8L28 8","stroke-width":kind==="strong"?3.4:1.8}),makeSvg("path",{class:"\
head",d:"M35 8L26 3.5 26 12.5Z"}),kind==="late"?makeSvg("path",{class:"bars",d:"M11 3L11 13M16 3L16 13"}):null,sign?signText(14,13.5,sign):null));const marks=[[
"plus","+","causal_same"],["minus","−","causal_opposite"],["unknown","?","causal_unknown"],["late","","causal_late"],["strong","","causal_strong"]];const standings=[
"disputed","agreed","own","missing"].map(kind=>[kind,"",`causal_${kind}`]);const shownMarks=causalState.holder?[...marks,...standings]:marks;return shownMarks.map(
([kind,sign,word])=>make("span",null,line(kind,sign),t(word)))}function targetOf(event,name){const part=event.target instanceof Element?event.target.closest(`[d\
ata-${name}]`):null;return part?numberOf(part,name):null}function clickDiagram(event){if(diagram?.camera.wasDragged)return;const box=targetOf(event,"box");const tie=tieOf(
event);if(box!==null)select(boxes[box].node);else if(tie)selectTie(tie.at);else clearSelection()}function tieOf(event){const arrow2=targetOf(event,"arrow");return arrow2===
null?void 0:tieBehind(arrows[arrow2])}function hoverDiagram(event){hoverBox(event.pointerType==="touch"?null:targetOf(event,"box"))}function hoverBox(box){if(box===
hoveredBox)return;hoveredBox=box;showTip("");refreshLight()}function tipOfArrow(event){const tie=event.buttons||event.pointerType==="touch"?void 0:tieOf(event);
showTip(tie?sentence(tie):"",event.clientX,event.clientY)}function steerDiagram(event){if(hasModifier(event)||!diagram)return;const{camera}=diagram;const{key}=event;
const box=boxOf(state.selected);if(event.shiftKey&&(key==="ArrowUp"||key==="ArrowDown")&&box!==void 0){pushBox(box,key==="ArrowUp"?1:-1)}else if((key==="Delete"||
key==="Backspace")&&box!==void 0)pushBox(box,0);else if(ARROWS[key])stepTowards2(ARROWS[key],box);else if(key==="+"||key==="=")camera.zoom(1.35);else if(key==="\
-")camera.zoom(1/1.35);else if(key==="0")camera.fit();else if(key==="Enter"&&box!==void 0)findOne("h2",panel).focus();else return;event.preventDefault()}function stepTowards2(way,from){
const candidates=boxes.map((_,at)=>at).filter(isBoxShown);const next=from===void 0?busiestBox():nearestTowards(way,from,candidates,at=>boxes[at]);if(next!==null)
select(boxes[next].node)}addSection(node=>{const box=boxOf(node);if(box===void 0)return null;const openView=linkButton(t("causal_open"),()=>change({view:"causal"}));
return make("div",{class:"causal-node"},make("h3",null,t("causal_title")),loopsThrough(box),pushButtons(box),state.view==="causal"?followChooser():openView)});function loopsThrough(box){
const loops=currentLoops().filter(({members})=>members.includes(box));if(!loops.length)return muted(t("causal_no_loops"));const counts=POLARITIES.map(polarity=>({
polarity,n:loops.filter(loop=>loop.polarity===polarity).length}));const kinds2=counts.filter(({n})=>n).map(({polarity,n})=>`${integer(n)} ${polarity}`).join(", ");
return linkButton(t("causal_counts",{n:integer(loops.length),kinds:kinds2}),()=>{change({view:"causal"});lookAt({sheet:"loops",through:box})})}function followChooser(){
const{way,reach}=causalState;return[followButtons(t("causal_way"),Object.keys(WAYS).map(name=>({value:name,text:t(`causal_${name}`)})),way,value=>change({way:value})),
followButtons(t("causal_reach"),[{value:1,text:"1"},{value:2,text:"2"},{value:3,text:"3"},{value:"all",text:t("causal_everything")}],reach,value=>change({reach:value}))]}
var followButtons=(word,choices2,chosen,choose)=>make("div",{class:"segments",role:"group","aria-label":word},make("span",{class:"muted"},word),choices2.map(({value,
text})=>make("button",{type:"button","aria-pressed":String(value===chosen),"data-at":`${word}-${value}`,onclick:()=>choose(value)},text)));addView({name:"causal",
icon:"M12.9 6.2A5.2 5.2 0 0 0 3.2 5.9M3.1 9.8a5.2 5.2 0 0 0 9.7.3M2.4 3.2l.6 3 3-.5M13.6 12.9l-.6-3-3 .5",order:10,lights:true,has:()=>boxes.length>0,keys:"off \
sheet holder pushes rule squash slope colorBy",show:showCausal,holds:node=>boxOf(node)!==void 0&&shown[node]});watch("selected tie finding loop story way reach",
()=>{if(!isShown())return;refreshLight();frameDiagram()});watch("view holder way reach loop story through",()=>{if(boxes.length)showPanel()});var chosenBefore=null;var focusable=root=>[...root.querySelectorAll("button, summary, [tabindex]")].map(element=>element);function redrawBoard(root,content){const focused=focusedIn(
root);const focusedAt=focused?focusable(root).indexOf(focused):-1;const wasOpen=[...root.querySelectorAll("details")].map(details=>details.open);const isNew=!root.
firstChild;const{scrollTop}=root;fill(root,content);root.querySelectorAll("details").forEach((details,at)=>{details.open=Boolean(wasOpen[at])||details.querySelector(
"[aria-current]")!==null});root.scrollTo(0,scrollTop);if(focusedAt>=0)focusable(root)[focusedAt]?.focus({preventScroll:true});const isChosenNew=state.selected!==
chosenBefore||isNew;chosenBefore=state.selected;if(isChosenNew&&focusedAt<0)root.querySelector("[aria-current]")?.scrollIntoView({block:"nearest"})}function keepFocus(root,name,draw){
const value=focusedIn(root)?.dataset[name];draw();if(value===void 0)return;const again=[...root.querySelectorAll(`[data-${name}]`)].map(element=>element);again.
find(element=>element.dataset[name]===value)?.focus({preventScroll:true})}var{sectors,goals}=island.views.goals??{sectors:[],goals:[]};var boardNodes=new Set(goals.flatMap(({n,holders,pull,apart})=>[n,...holders.map(([node])=>node),...pull,
...apart]));function sectorName(sector){const known=sectors.find(([value])=>value===sector);return known?say(known[1]):sector}var sectorsOf=goal=>new Set(goal.holders.
map(([,sector])=>sector).filter(sector=>sector!==null));function tally(all2){const grave=(key,n,tone)=>n?make("li",{class:tone},make("b",{class:"severity"},t(key,
{n:integer(n)}))):null;const shared=all2.filter(goal=>goal.shared).length;return make("ul",{class:"tally"},all2.length?make("li",null,t(all2.length===1?"goal_co\
unt_one":"goal_count",{n:integer(all2.length)})):null,make("li",null,t("goal_shared_count",{n:integer(shared)})),grave("goal_unheld_count",all2.filter(goal=>!goal.
holders.length).length,"high"),grave("goal_away_count",all2.filter(({progress})=>progress!==null&&progress<0).length,"medium"))}function sharedTag(goal){if(!goal.
holders.length)return make("b",{class:"tag high"},t("goal_unheld"));if(goal.shared===null)return make("b",{class:"tag info"},t("goal_unclear"));if(!goal.shared)
return make("b",{class:"tag medium"},t("goal_alone"));return make("b",{class:"tag info"},t("goal_shared",{n:integer(sectorsOf(goal).size)}))}function goalValue(goal,name){
const value=goal[name];return value===null?t(`goal_no_${name}`):t(`goal_${name}`,{n:number(value)})}function progressText({progress,share,baseline,target}){if(progress===
null)return baseline!==null&&baseline===target?t("goal_unmoved"):null;if(progress>=1)return t("goal_reached");if(share===null)return null;return progress<0?sayCapitalized(
share):t("goal_way",{share:say(share)})}function progressBar(goal){const{progress}=goal;const low=progress!==null&&progress<0?progress*1.15-.04:0;const high=progress!==
null&&progress>1?progress*1.03:1;const place2=part=>100*(part-low)/(high-low);const between2=(a,b)=>({left:`${place2(Math.min(a,b))}%`,width:`${Math.abs(place2(
b)-place2(a))}%`});const now=progress===null?null:place2(progress);const text=progressText(goal);return make("div",{class:progress===null?"bullet blank":progress<
0?"bullet back":"bullet"},make("p",{class:"now",style:now===null?{}:{"padding-left":`clamp(0px, ${now}% - 70px, 100% - 190px)`}},make("b",null,goalValue(goal,"a\
ctual")),text?` · ${text}`:null),make("div",{class:"bar-box","aria-hidden":"true"},make("i",{class:"way",style:between2(0,1)}),progress===null?null:make("i",{class:"\
gone",style:between2(0,progress)}),make("i",{class:"start",style:{left:`${place2(0)}%`}}),make("i",{class:"end",style:{left:`${place2(1)}%`}}),now===null?null:make(
"i",{class:"here",style:{left:`${now}%`}})),make("p",{class:"ends"},make("span",{style:{"padding-left":`${place2(0)>4?place2(0)-2:0}%`}},goalValue(goal,"baselin\
e")),make("span",null,goalValue(goal,"target"))))}var countedHead=(key,count)=>make("h3",null,t(key),make("span",{class:"count"},integer(count)));var names=members=>make(
"div",{class:"names"},members.map(node=>nodeButton(node)));function holderLists(goal){const values=sectors.map(([value])=>value);const groups=[...values,null].map(
sector=>({sector,members:shownOnly(goal.holders.filter(([,of])=>of===sector).map(([node])=>node))})).filter(({members})=>members.length);const absent=values.filter(
sector=>!sectorsOf(goal).has(sector));return[countedHead("goal_holders",goal.holders.length),groups.map(({sector,members})=>make("div",{class:"sector"},make("h4",
null,sector===null?t("goal_no_sector"):sectorName(sector)),names(members))),absent.length?make("p",{class:"gapped"},t("goal_not_yet",{names:absent.map(sectorName).
join(", ")})):null]}function horizonText({horizon}){if(!horizon)return t("goal_no_horizon");const text=String(horizon);return t("goal_by",{when:/^\d{4}-/.test(text)?
date(text):horizon})}function contributors({pull}){return[countedHead("goal_pull",pull.length),pull.length?names(shownOnly(pull)):make("p",{class:"gapped"},t("g\
oal_no_pull"))]}function goalCard(goal){const apart=shownOnly(goal.apart);const measure=goal.measure?make("p",{class:"measure"},capitalized(goal.measure)):make(
"p",{class:"measure muted"},t("goal_no_measure"));return make("article",{class:goal.holders.length?"goal":"goal unheld","aria-label":nodes[goal.n].label,"aria-c\
urrent":state.selected===goal.n?"true":null},make("header",{class:"goal-head"},nodeTitle(goal.n,select),make("span",{class:"muted"},horizonText(goal)),sharedTag(
goal)),make("section",null,measure,progressBar(goal),contributors(goal)),make("section",null,holderLists(goal),apart.length?[countedHead("goal_apart",goal.apart.
length),names(apart)]:null))}function showGoals(root){const all2=goals.filter(({n})=>shown[n]);redrawBoard(root,[make("h2",{class:"large"},t("goal_title")),tally(
all2),all2.map(goalCard)])}addView({name:"goals",icon:"M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",order:70,has:()=>goals.
length>0,keys:"off selected colorBy",show:showGoals,holds:node=>boardNodes.has(node)});var{grid}=island.views;var QUADRANTS=[{power:true,interest:true},{power:true,interest:false},{power:false,interest:true},{power:false,interest:false}];var RATINGS=[
5,4,3,2,1];var ratingOf=new Map((grid?.at??[]).map(rating=>[rating[0],rating]));function chip([node,power,interest]){const ratings=`${t("grid_power")} ${number(
power)}, ${t("grid_interest")} ${number(interest)}`;return make("button",{type:"button",class:"chip","aria-pressed":String(node===state.selected),"data-node":node,
onclick:()=>select(node),title:`${nodes[node].label}: ${ratings}`},nodeMark(node),make("span",{class:"name"},nodes[node].label))}var chips=ratings=>ratings.sort(
(a,b)=>compareTexts(nodes[a[0]].label,nodes[b[0]].label)).map(chip);var ratingsOn=(high,isHigh)=>RATINGS.filter(rating=>rating>=high===isHigh);function cellOf(high,rating){
const whole=rating>=high?Math.ceil(high)+Math.floor(rating-high):Math.floor(rating);return Math.min(5,Math.max(1,whole))}function quadrant({high,classes},at,ratings){
const{name,rule,plan}=classes[at];const members=ratings.filter(rating=>rating[3]===at);const rows=ratingsOn(high,QUADRANTS[at].power);const columns=ratingsOn(high,
QUADRANTS[at].interest).reverse();const cells=rows.flatMap(row=>columns.map(column=>{const here=members.filter(([,power,interest])=>cellOf(high,power)===row&&cellOf(
high,interest)===column);return make("div",{class:here.length?"cell":"cell bare"},make("span",{class:"muted at"},`${row} · ${column}`),chips(here))}));const template=`\
repeat(${columns.length}, minmax(0, 1fr))`;return make("section",{class:"quadrant","aria-label":say(name),style:{"grid-area":`q${at}`}},make("h3",{title:say(rule)},
say(name),make("span",{class:"count"},integer(members.length))),make("p",{class:"muted"},say(plan)),make("div",{class:"cells",style:{"grid-template-columns":template}},
cells))}function gridIntro(data2,ratings){const unrated=nodes.filter(node=>kindOf(node.id).label==="Stakeholder").length-data2.at.length;const filtered=data2.at.
length-ratings.length;return make("div",{class:"intro"},make("h2",null,t("grid_caption",{high:number(data2.high)})),make("p",{class:"muted"},unrated?t("grid_unr\
ated",{n:integer(unrated)}):"",filtered>0?` ${t("grid_filtered",{n:integer(filtered)})}`:""))}function showGrid(root){if(!grid)return;const ratings=grid.at.filter(
([node])=>shown[node]);keepFocus(root,"node",()=>fill(root,gridIntro(grid,ratings),make("div",{class:"grid"},make("span",{class:"axis up"},`${t("grid_power")} →`),
make("span",{class:"axis along"},`${t("grid_interest")} →`),QUADRANTS.map((_,at)=>quadrant(grid,at,ratings)))))}addView({name:"grid",icon:"M2.5 2.5h11v11h-11z\
M8 2.5v11M2.5 8h11",order:30,has:()=>Boolean(grid),keys:"off selected colorBy",show:showGrid,holds:node=>ratingOf.has(node)});addSection(node=>{const rating=ratingOf.
get(node);if(!grid||!rating)return null;const classes=[rating[3],rating[4]].filter(at=>at>=0).map(at=>grid.classes[at]);return[make("h3",null,t("grid_engage")),
classes.map(({name,rule,plan})=>make("p",null,make("b",null,`${say(name)}. `),`${say(rule)}. `,say(plan)))]});function countGroups({nodes:nodes2,ties:ties2,kinds:kinds2},groupOf,count,{hasKind,hasType}){const groups=Array.from({length:count},(_,at)=>({at,kinds:new Array(
kinds2.length).fill(0),size:0,inside:0,outside:0,x:0,y:0,all:0}));for(const node of nodes2){const group=groups[groupOf[node.id]];group.x+=node.x;group.y+=node.y;
group.all+=1;if(!hasKind(node.k))continue;group.kinds[node.k]+=1;group.size+=1}const between2=new Map;for(const tie of ties2){if(!hasType(tie.t))continue;const[
one,other]=[groupOf[tie.from],groupOf[tie.to]];if(one===other){groups[one].inside+=1;continue}groups[one].outside+=1;groups[other].outside+=1;const key=Math.min(
one,other)*count+Math.max(one,other);between2.set(key,(between2.get(key)??0)+1)}return{groups,between:between2}}var ROUNDS=300;var SMALLEST2=9;var ROOM2=40;function placeGroups(groups,pane){
const total=groups.reduce((sum,group)=>sum+group.all,0);const unit=Math.sqrt(.24*pane.wide*pane.high/Math.PI/total);const xs=spreadOver(groups.map(group=>group.
x/group.all),pane.wide);const ys=spreadOver(groups.map(group=>group.y/group.all),pane.high);const discs=groups.map((group,at)=>({x:xs[at],y:ys[at],r:Math.max(SMALLEST2,
unit*Math.sqrt(group.all))}));for(let round=0;round<ROUNDS;round+=1)if(pushApart(discs)<.1)break;return discs}function spreadOver(values,room){const least=Math.
min(...values);const range=Math.max(...values)-least||1;return values.map(value=>(value-least)/range*room)}function pushApart(discs){let largest=0;for(let a=0;a<
discs.length;a+=1){for(let b=a+1;b<discs.length;b+=1){const dx=discs[b].x-discs[a].x||.01;const dy=(discs[b].y-discs[a].y)*.8;const away=Math.hypot(dx,dy)||.01;
const push=(discs[a].r+discs[b].r+ROOM2-away)/2;if(push<=.05)continue;largest=Math.max(largest,push);for(const{disc,way}of[{disc:discs[a],way:-1},{disc:discs[b],
way:1}]){disc.x+=way*push*dx/away;disc.y+=way*push*dy/away}}}return largest}function chooseNames(groups,discs,nameOf){const taken=discs.map(({x,y,r})=>({left:x-
r,right:x+r,top:y-r,bottom:y+r}));const named=[...groups].sort((a,b)=>b.all-a.all).filter(({at})=>{const{x,y,r}=discs[at];const half=nameOf(at).length*3.6;const box={
left:x-half,right:x+half,top:y+r+3,bottom:y+r+18};const isHit=taken.some(other=>box.left<other.right&&box.right>other.left&&box.top<other.bottom&&box.bottom>other.
top);if(!isHit)taken.push(box);return!isHit});return new Set(named.map(({at})=>at))}var LONGEST_NAME=26;var groupState=addState({group:null});function openGroup(group){lookAt({group,view:"map",off:state.off,sheet:phone.matches?"none":"overview"});
openStage().then(()=>fitAll(false))}var groupName=({centre,rest},at)=>rest&&at===centre.length-1?t("groups_rest"):t("groups_around",{name:nodes[centre[at]].label});
function shortName(data2,at){const name=groupName(data2,at);return name.length>LONGEST_NAME?`${name.slice(0,LONGEST_NAME-1)}…`:name}function ring(group,{x,y,r}){
let from=-Math.PI/2;const point=angle=>`${x+r*Math.cos(angle)} ${y+r*Math.sin(angle)}`;return group.kinds.map((count,kind)=>{if(!count)return null;const style={
fill:`var(--c${kinds[kind].color})`};if(count===group.size)return makeSvg("circle",{cx:x,cy:y,r,style});const turn=count/group.size*2*Math.PI;const arc=`A${r} ${r}\
 0 ${turn>Math.PI?1:0} 1 ${point(from+turn)}`;const part=makeSvg("path",{d:`M${x} ${y}L${point(from)}${arc}Z`,style});from+=turn;return part})}function groupMark(data2,group,disc,isNamed){
const{x,y,r}=disc;const label=`${groupName(data2,group.at)}: ${integer(group.size)}`;const open=()=>openGroup(group.at);const openByKey=event=>{if(event.key!=="\
Enter"&&event.key!==" ")return;event.preventDefault();open()};return makeSvg("g",{class:"mark",tabindex:"0",role:"button","aria-label":label,onclick:open,onkeydown:openByKey},
makeSvg("title",{},label),makeSvg("circle",{class:"edge",cx:x,cy:y,r:r+3}),ring(group,disc),makeSvg("circle",{cx:x,cy:y,r:r*.62,style:{fill:"var(--surface)"}}),
r>18?makeSvg("text",{class:"many",x,y:y+4.5},integer(group.size)):null,isNamed?makeSvg("text",{x,y:y+r+15},shortName(data2,group.at)):null)}function groupPicture(data2,{
groups,between:between2},pane){const discs=placeGroups(groups,pane);const most=Math.max(1,...between2.values());const named=chooseNames(groups,discs,at=>shortName(
data2,at));const lines2=[...between2].map(([key,count])=>{const[a,b]=[discs[Math.floor(key/groups.length)],discs[key%groups.length]];const part=Math.sqrt(count/
most);const style={stroke:"var(--tie)","stroke-width":String(.5+7*part),opacity:String(.15+.5*part)};return makeSvg("line",{x1:a.x,y1:a.y,x2:b.x,y2:b.y,style})});
const left=Math.min(...discs.map(({x,r})=>x-r))-60;const top=Math.min(...discs.map(({y,r})=>y-r))-8;const width=Math.max(...discs.map(({x,r})=>x+r))+60-left;const height=Math.
max(...discs.map(({y,r})=>y+r))+24-top;return makeSvg("svg",{viewBox:`${left} ${top} ${width} ${height}`,width,height,role:"group","aria-label":t("groups")},lines2,
groups.filter(({size:size2})=>size2).map(group=>groupMark(data2,group,discs[group.at],named.has(group.at))))}function groupTable(data2,groups){const heads=[t("g\
roups"),t("groups_members"),...kinds.map(kind=>say(kind.plural)),t("groups_inside"),t("groups_outside")];const row=group=>make("tr",null,make("th",{scope:"row"},
linkButton(groupName(data2,group.at),()=>openGroup(group.at))),[group.size,...group.kinds,group.inside,group.outside].map(count=>make("td",null,integer(count))));
return make("table",{class:"small"},make("thead",null,make("tr",null,heads.map(text=>make("th",{scope:"col"},text)))),make("tbody",null,groups.map(row)))}function showGroups(data2,root){
const counts=countGroups(model,data2.of,data2.centre.length,{hasKind:kind=>!state.off.kinds.has(kind),hasType:type=>!isTypeHidden(type)});const pane={wide:Math.
max(640,root.clientWidth-260),high:Math.max(380,root.clientHeight-240)};const caption2=t("groups_caption",{nodes:integer(nodes.length),n:integer(counts.groups.length)});
fill(root,make("div",{class:"intro"},make("h2",null,caption2),linkButton(t("groups_whole"),()=>openGroup(null))),groupPicture(data2,counts,pane),groupTable(data2,
counts.groups))}function addGroupLine(data2){const line=make("div",{id:"group",hidden:true});elementOf("middle").append(line);const back=()=>change({group:null,
view:"groups",off:state.off});watch("language group view",()=>{line.hidden=groupState.group===null||state.view==="groups";if(groupState.group===null||line.hidden)
return;fill(line,t("groups_one",{name:groupName(data2,groupState.group)}),linkButton(t("groups_back"),back))})}function addGroups(data2){keep("group",()=>groupState.
group===null?null:String(groupState.group),text=>data2.centre[Number(text)]===void 0?null:{group:Number(text),view:"map"});addNodeFilter(node=>groupState.group===
null||data2.of[node]===groupState.group);addView({name:"groups",icon:"M5.5 2.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM11.5 8.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM4.\
5 11.5a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM7.8 7.5l2 1.8M5 8.5v3",order:-10,has:()=>true,keys:"off",show:root=>showGroups(data2,root)});addGroupLine(data2)}
if(island.views.groups)addGroups(island.views.groups);var growData=island.views.grow??{day:"",steps:[],sectors:{},sessions:[]};var{sessions,steps,sectors:sectors2}=growData;var PARTS=[{letter:"G",name:"goal"},{letter:"\
R",name:"reality"},{letter:"O",name:"options"},{letter:"W",name:"next"}];var boardNodes2=new Set(sessions.flatMap(({n,problems,involved,options,chosen,actions})=>[
n,...problems,...involved,...options,...chosen,...actions.map(({who})=>who)]));var tag=(tone,text)=>make("b",{class:`tag ${tone}`},text);var gapNote=key=>make("\
p",{class:"gapped"},t(key));function tally2(all2){const actions=all2.flatMap(session=>session.actions);const late=actions.filter(action=>action.overdue).length;
const count=(key,n,of)=>make("li",null,t(key,{n:integer(n),all:of===void 0?"":integer(of)}));return make("ul",{class:"tally"},count(all2.length===1?"grow_count_\
one":"grow_count",all2.length),count("grow_complete_count",all2.filter(({complete})=>complete).length),count("grow_together_count",all2.filter(({together})=>together).
length),count("grow_done_count",actions.filter(({done})=>done).length,actions.length),late?make("li",{class:"high"},make("b",{class:"severity"},t("grow_late_cou\
nt",{n:integer(late)}))):null,make("li",{class:"muted"},t("grow_as_of",{day:date(growData.day)})))}function stepList({step:step2}){const reached=steps.findIndex(
([value])=>value===step2);return make("ol",{class:"steps","aria-label":t("grow_steps")},steps.map(([value,words],at)=>{const isLast=at===steps.length-1;const isTaken=at<=
reached;return make("li",{class:isTaken?"taken":null,title:say(words)},make("span",{class:"unseen"},t(isTaken?"grow_step_done":"grow_step_open",{step:say(words)})),
make("span",{"aria-hidden":"true"},isLast?icon("check"):value))}))}function togetherTag({together}){if(together===null)return tag("info",t("grow_perhaps"));return together?
tag("info",t("grow_together")):tag("medium",t("grow_apart"))}function togetherReason(session){const names2=session.sectors.map(sector=>sectors2[sector]?say(sectors2[sector]):
sector).join(", ");const n=session.sectors.length;const known=n?t(n===1?"grow_one_sector":"grow_sectors",{n:integer(n),names:names2}):t("grow_no_sector");const heard=session.
affected.length?t("grow_heard",{n:integer(session.affected.length)}):t(session.asked?"grow_unheard":"grow_not_asked");return muted(`${capitalized(known)}; ${heard}\
.`)}function sessionHead(session){const late=session.actions.filter(action=>action.overdue).length;return make("header",{class:"lane"},make("h2",null,make("butt\
on",{type:"button",class:"node","aria-current":state.selected===session.n?"true":null,onclick:()=>select(session.n)},nodeMark(session.n),make("b",{class:"name"},
nodes[session.n].label))),make("span",{class:"muted"},session.date?date(session.date):t("grow_undated")),stepList(session),make("span",{class:"tags"},session.lacks.
length?tag("medium",t("grow_lacks")):null,session.complete?tag("info",t("grow_complete")):null,togetherTag(session),late?tag("high",t("grow_late_count",{n:integer(
late)})):null))}function optionItem({chosen,stuck},node){const isChosen2=chosen.includes(node);return make("li",{class:isChosen2?"chosen":null},nodeButton(node),
isChosen2?make("span",{class:"tags"},make("b",{class:"tag picked"},icon("check"),t("grow_chosen")),stuck.includes(node)?tag("medium",t("grow_stuck")):null):null)}
function actionDay({done,due}){if(done)return make("span",{class:"muted"},t("grow_done",{day:date(done)}));return due?make("span",{class:"muted"},t("grow_due",{
day:date(due)})):tag("medium",t("grow_no_due"))}function lateTag({overdue,late}){if(!overdue)return null;return tag("high",late===null?t("grow_late_unknown"):t(
"grow_late",{n:integer(late)}))}var actionItem=action=>make("li",{class:action.done?"done":action.overdue?"late":"open"},make("i",{class:"box","aria-hidden":"tr\
ue"},action.done?icon("check"):null),make("div",null,make("p",null,action.what||make("span",{class:"muted"},t("grow_some_action"))),action.who===null?null:nodeButton(
action.who),make("span",{class:"tags"},actionDay(action),lateTag(action))));var CELLS={goal:session=>[session.goal?make("p",{class:"say"},session.goal):gapNote(
"grow_no_goal"),make("details",null,make("summary",null,t("grow_who"),make("span",{class:"count"},integer(session.involved.length))),session.involved.length?shownOnly(
session.involved).map(node=>nodeButton(node,session.affected.includes(node)?t("grow_affected"):"")):muted(t("grow_nobody"))),session.involved.length?togetherReason(
session):null],reality:session=>[session.reality?make("p",{class:"say"},session.reality):gapNote("grow_no_reality"),session.problems.length?[make("h4",null,t("g\
row_problems")),shownOnly(session.problems).map(node=>nodeButton(node))]:null],options:session=>{const options=[...new Set([...session.options,...session.chosen])];
return[make("ul",null,shownOnly(options).map(node=>optionItem(session,node))),session.lacks.includes("options")?gapNote(session.options.length?"grow_one_option":
"grow_no_options"):null,options.length&&!session.chosen.length?muted(t("grow_no_choice")):null]},next:session=>[make("ul",{class:"actions"},session.actions.map(
actionItem)),session.lacks.includes("actions")?gapNote("grow_no_actions"):null]};var sessionLane=session=>make("article",{class:"session","aria-label":nodes[session.
n].label},sessionHead(session),make("div",{class:"columns"},PARTS.map(({letter,name})=>make("div",null,make("h3",null,make("span",{class:"letter","aria-hidden":"\
true"},letter),t(`grow_${name}`),make("span",{class:"asks"},t(`grow_${name}_asks`))),CELLS[name](session)))));function showGrow(root){const all2=sessions.filter(
({n})=>shown[n]);redrawBoard(root,[tally2(all2),all2.map(sessionLane)])}addView({name:"grow",icon:"M2 2.5h3v11H2zM6.5 2.5h3v7h-3zM11 2.5h3v4h-3z",order:50,has:()=>sessions.
length>0,keys:"off selected colorBy",show:showGrow,holds:node=>boardNodes2.has(node)});var NONE2={disciplines:[],waves:[],means:[],units:[],paces:[],apart:[],trend:[],spread:[],months:null,company:1,private:false};var learning=island.views.learning??
NONE2;var units=new Map((learning.units??[]).map(unit=>[unit.n,unit]));var lastRound=learning.waves.length-1;var MOST_COMPARED=4;var LAST_LOOK={color:"accent",dash:[],
marker:{shape:"dot"},hasFace:true};var earlier=(shape,dash)=>({color:"tie-strong",dash,marker:{shape,hollow:true}});var EARLIER_LOOKS=[earlier("square",[5,4]),earlier(
"triangle",[1,4]),earlier("diamond",[8,3,1,3]),earlier("hexagon",[2,6])];var MOST_ROUNDS=EARLIER_LOOKS.length+1;var COMPARED_LOOKS=[{color:"c2",dash:[],marker:{
shape:"square"}},{color:"c1",dash:[6,4],marker:{shape:"triangle"}},{color:"c3",dash:[2,4],marker:{shape:"diamond"}},{color:"c5",dash:[9,3,2,3],marker:{shape:"he\
xagon"}}];var WHOLE_LOOK={color:"tie-strong",dash:[],marker:{shape:"dot",hollow:true},hasFace:true};var roundLook=at=>at===lastRound?LAST_LOOK:EARLIER_LOOKS[(lastRound-
1-at)%EARLIER_LOOKS.length];var learningState=addState({compared:[]});keep("compare",()=>learningState.compared.length?learningState.compared.map(nodeKey).join(
"|"):null,text=>({compared:text.split("|").map(nodeOfKey).filter(node=>units.has(node)).slice(0,MOST_COMPARED)}));function roundText(at){const{wave,day}=learning.
waves[at];return day?date(day.slice(0,7)):t("learn_wave",{n:integer(wave)})}var disciplineNames=()=>learning.disciplines.map(say);var scoreText2=value=>value===
null?"—":oneDecimal(value);var scoresOf=(unit,at)=>unit.rounds[at]?.[0]??learning.disciplines.map(()=>null);var RADAR={middle:50,reach:46,lowest:1,highest:5};function radarPoint(axis,axes,score){const angle=UP+axis*2*Math.PI/axes;const radius=RADAR.reach*(score-RADAR.
lowest)/(RADAR.highest-RADAR.lowest);return[RADAR.middle+Math.cos(angle)*radius,RADAR.middle+Math.sin(angle)*radius]}function niceStep(range){const power=10**Math.
floor(Math.log10(range/4));return[1,2,5,10].map(factor=>factor*power).find(step2=>range/step2<=5)??range}function ticksOf(values){const[low,high]=[Math.min(...values),
Math.max(...values)];const step2=niceStep(Math.max(high-low,1e-6));const first=Math.floor(low/step2);return Array.from({length:Math.ceil(high/step2)-first+1},(_,at)=>(first+
at)*step2)}function labelPlace(taken,x,y,width){const places2=[[8,-8],[-8-width,-8],[-width/2,-26],[-width/2,8]];const boxAt=([dx,dy])=>[x+dx,y+dy,x+dx+width,y+
dy+18];const isFree=([left,top,right,bottom])=>left>0&&taken.every(([l,t2,r,b])=>right<l||left>r||bottom<t2||top>b);const place2=places2.find(candidate=>isFree(
boxAt(candidate)))??places2[0];taken.push(boxAt(place2),[x-6,y-6,x+6,y+6]);return place2}var twoDecimals=value=>value.toFixed(2);var pointsText=points2=>points2.map(point=>point.map(twoDecimals).join(",")).join(" ");function radarGround(axes){const all2=Array.
from({length:axes},(_,axis)=>axis);const rings=[2,3,4,5].map(ring2=>["polygon",{points:pointsText(all2.map(axis=>radarPoint(axis,axes,ring2))),class:ring2===5?"\
ring edge":"ring"}]);const spokes=all2.map(axis=>{const[x2,y2]=radarPoint(axis,axes,5);return["line",{x1:50,y1:50,x2,y2,class:"ring"}]});return[...rings,...spokes]}
function marker(middle,{color,marker:{shape,hollow}},unit){const ink=`var(--${color})`;const style=hollow?{fill:"var(--surface)",stroke:ink,"stroke-width":1.6*unit}:
{fill:ink};return shapeAt(shape,middle,3.6*unit,style,twoDecimals)}var lineStyle=({color,dash},unit)=>({stroke:`var(--${color})`,"stroke-width":2*unit,"stroke-d\
asharray":dash.map(length=>length*unit).join(" ")||"none"});function radarSeries(series,unit){const axes=series.values.length;const points2=series.values.map((value,axis)=>value===
null?null:radarPoint(axis,axes,value));const known=points2.filter(point=>point!==null);const style={...lineStyle(series,unit),fill:"none","stroke-linecap":"roun\
d"};const shapes=[];if(series.hasFace&&known.length===axes){const face={fill:`var(--${series.color})`,"fill-opacity":.14};shapes.push(["polygon",{points:pointsText(
known),style:face}])}points2.forEach((point,axis)=>{const next=points2[(axis+1)%axes];if(point&&next)shapes.push(["line",{x1:point[0],y1:point[1],x2:next[0],y2:next[1],
style}])});return[...shapes,...known.map(point=>marker(point,series,unit))]}function radarPicture(size2,series,labels){const unit=100/size2;const chart=picture(
100,...radarGround(labels.length),...series.flatMap(line=>radarSeries(line,unit)));chart.setAttribute("width",String(size2));chart.setAttribute("height",String(
size2));const names2=labels.map((label,axis)=>{const[x,y]=radarPoint(axis,labels.length,5);const side=Math.abs(x-50)<1?"over":x>50?"right":"left";return make("s\
pan",{class:`axis ${side}${y>75?" low":""}`,style:{left:`${x}%`,top:`${y}%`}},label)});const style={width:`${size2}px`,height:`${size2}px`};return make("div",{class:"\
radar","aria-hidden":"true",style},chart,names2)}function seriesKey(look){const line={x1:-6,y1:8,x2:22,y2:8,style:lineStyle(look,1)};const key=picture(16,["line",
line],marker([8,8],look,1));key.setAttribute("viewBox","-8 0 32 16");key.setAttribute("width","32");return key}var RADAR_SIZE=144;var PLOT={width:620,height:260};var AWAY=[-9,-9,-9,-9];var numberHead=text=>make("th",{scope:"col",class:"number"},text);var unitNotes=unit=>unit.
rounds.map((round,at)=>{if(!round)return null;const[scores,suppressed,respondents]=round;const wave=roundText(at);const names2=suppressed.map(discipline=>say(learning.
disciplines[discipline])).join(", ");const isWhole=scores.every(score=>score===null);const hidden=isWhole?t("learn_suppressed",{wave}):t("learn_partly",{wave,names:names2});
return[suppressed.length?make("li",null,hidden):null,respondents===null?null:make("li",null,t("learn_answered",{wave,n:integer(respondents)}))]});var unitTable=unit=>make(
"table",{class:"figures"},make("thead",null,make("tr",null,make("th",{scope:"col"},t("learn_discipline")),learning.waves.map((_,at)=>numberHead(roundText(at))))),
make("tbody",null,disciplineNames().map((name,discipline)=>make("tr",null,make("th",{scope:"row"},name),learning.waves.map((_,at)=>make("td",{class:"number"},scoreText2(
scoresOf(unit,at)[discipline])))))));function unitCard(unit){const series=learning.waves.map((_,at)=>({...roundLook(at),values:scoresOf(unit,at)})).slice(-MOST_ROUNDS).
filter(({values})=>values.some(value=>value!==null));return make("li",{class:"unit","aria-current":state.selected===unit.n?"true":null},nodeTitle(unit.n,select),
radarPicture(RADAR_SIZE,series,disciplineNames()),make("ul",{class:"muted notes"},unitNotes(unit)),make("details",null,make("summary",null,t("learn_numbers")),unitTable(
unit)))}function unitsPart(){const members=[...units.values()].filter(({n})=>shown[n]);if(!members.length)return null;const keys=learning.waves.map((_,at)=>make(
"li",null,seriesKey(roundLook(at)),make("span",null,roundText(at))));return make("section",{"aria-label":t("learn_each")},make("div",{class:"line"},make("h2",null,
t("learn_each")),make("ul",{class:"keys"},keys.slice(-MOST_ROUNDS))),make("ul",{class:"units"},members.map(unitCard)))}var percentScale=ticks=>{const[first,last2]=[
ticks[0],ticks[ticks.length-1]];return value=>(value-first)/(last2-first||1)*100};function paceScatter(paces){const xs=ticksOf(paces.map(([,,days])=>days));const ys=ticksOf(
[0,...paces.map(([,change2])=>change2)]);const across=percentScale(xs);const along=percentScale(ys);const down=change2=>100-along(change2);const spots=paces.map(
([,change2,days])=>({x:across(days)*PLOT.width/100,y:down(change2)*PLOT.height/100}));const taken=spots.map(({x,y})=>[x-6,y-6,x+6,y+6]);const points2=paces.map(
([node,change2,days],at)=>{taken.splice(at,1,AWAY);const name=nodes[node].label;const[dx,dy]=labelPlace(taken,spots[at].x,spots[at].y,name.length*7.3+4);return make(
"button",{type:"button",class:"point","aria-current":state.selected===node?"true":null,"aria-label":`${name}: ${signed(change2)}, ${number(days)}`,onclick:()=>select(
node),style:{left:`${across(days)}%`,top:`${down(change2)}%`}},make("span",{style:{left:`${dx+10}px`,top:`${dy+10}px`}},name))});const tick=(kind,style,text)=>make(
"span",{class:kind,"aria-hidden":"true",style},make("i",null,text));return make("div",{class:"plot"},ys.map(y=>tick(Math.abs(y)<1e-9?"tick y zero":"tick y",{top:`${down(
y)}%`},signed(y))),xs.map(x=>tick("tick x",{left:`${across(x)}%`},number(x))),points2)}function pacePart(){const paces=(learning.paces??[]).filter(([node])=>shown[node]);
if(!paces.length)return null;const title=t("learn_pace");return make("section",{class:"pace","aria-label":title},make("h2",null,title),muted(t("learn_pace_how",
{n:integer(paces.length)})),make("div",{class:"wide",tabindex:"0",role:"group","aria-label":title},make("p",{class:"name-y"},t("learn_pace_y")),paceScatter(paces),
make("p",{class:"name-x"},t("learn_pace_x"))),make("details",null,make("summary",null,t("learn_numbers")),paceTable(paces)))}var paceTable=paces=>make("table",{
class:"figures"},make("thead",null,make("tr",null,make("th",{scope:"col"},t("learn_unit")),numberHead(t("learn_pace_y")),numberHead(t("learn_pace_x")))),make("t\
body",null,paces.map(([node,change2,days])=>make("tr",null,make("th",{scope:"row"},nodes[node].label),make("td",{class:"number"},signed(change2)),make("td",{class:"\
number"},number(days))))));function hiddenNote({suppressed,wave}){if(!suppressed)return null;const key=suppressed===1?"learn_hidden_one":"learn_hidden_in";return make("li",{class:"muted"},
t(key,{n:integer(suppressed),wave:integer(wave)}))}function boardHead(){const{waves,months}=learning;const rounds=t(waves.length===1?"learn_round":"learn_rounds",
{n:integer(waves.length)});return[make("h2",{class:"large"},t("learn_title")),make("ul",{class:"tally"},make("li",null,rounds,": ",waves.map((_,at)=>roundText(at)).
join(", ")),make("li",null,t("learn_units",{n:integer(waves[lastRound].units)})),make("li",null,months===null?t("learn_undated"):t("learn_ago",{n:integer(months)})),
waves.map(hiddenNote))]}function wholeSeries(){const mean=at=>learning.means[at].map(([score])=>score);const name=at=>t("learn_mean",{wave:roundText(at)});const{
compared}=learningState;if(!compared.length){return learning.waves.map((_,at)=>({...roundLook(at),name:name(at),short:roundText(at),values:mean(at),counts:learning.
means[at].map(([,count])=>count)}))}const chosen=compared.flatMap(node=>units.get(node)??[]);return[{...WHOLE_LOOK,name:name(lastRound),values:mean(lastRound)},
...chosen.map((unit,at)=>({...COMPARED_LOOKS[at],name:nodes[unit.n].label,values:scoresOf(unit,lastRound)}))]}function toggleCompared(node){const{compared}=learningState;
const isChosen2=compared.includes(node);change({compared:isChosen2?compared.filter(other=>other!==node):[...compared,node].slice(-MOST_COMPARED)})}function compareChooser(){
const members=[...units.keys()].filter(node=>shown[node]);if(members.length<2)return null;return make("div",{class:"choose",role:"group","aria-label":t("learn_c\
ompare")},make("h3",null,t("learn_compare")),muted(t("learn_compare_how",{n:MOST_COMPARED})),make("div",{class:"picks"},members.map(node=>make("button",{type:"b\
utton",class:"pick","aria-pressed":String(learningState.compared.includes(node)),onclick:()=>toggleCompared(node)},nodes[node].label))))}function spreadStrip(discipline){
const scores=[...units.values()].map(unit=>scoresOf(unit,lastRound)[discipline]);return make("span",{class:"strip","aria-hidden":"true"},scores.filter(score=>score!==
null).map(score=>make("i",{style:{left:`${25*(score-1)}%`}})))}var spreadEnd=(score,node)=>[oneDecimal(score)," ",node===null?null:linkButton(nodes[node].label,
()=>revealNode(node))];function spreadCell(at){const spread=learning.spread[at];if(spread===null)return make("td",null,"—");const apart=(learning.apart??[]).find(
([discipline])=>discipline===at);if(!apart)return make("td",{class:"apart"},make("b",null,oneDecimal(spread)));const[,low,high,lowest,highest]=apart;return make(
"td",{class:"apart"},make("b",null,oneDecimal(spread)),spreadStrip(at),make("span",{class:"ends"},spreadEnd(low,lowest)," – ",spreadEnd(high,highest)))}var ofUnits=n=>make(
"span",{class:"muted"},t("learn_of",{n:integer(n)}));function scoreCell({values,counts},at){const value=values[at];const count=counts?.[at];const text=count&&value===
null?t("learn_few",{n:learning.company}):scoreText2(value);return make("td",{class:"number"},text,count!==void 0&&value!==null?ofUnits(count):null)}function trendCell(at){
const trend=learning.trend.find(([discipline])=>discipline===at);if(!trend)return make("td",{class:"number"},"—");return make("td",{class:"number"},make("b",null,
signed(trend[1])),ofUnits(trend[2]))}function wholeTable(series){const isCompared=learningState.compared.length>0;return make("table",{class:"figures"},make("ca\
ption",{class:"unseen"},t("learn_all")),make("thead",null,make("tr",null,make("th",{scope:"col"},t("learn_discipline")),series.map(({short,name})=>make("th",{scope:"\
col",class:"number"},short||name)),isCompared?null:make("th",{scope:"col",class:"number"},t("learn_change")),isCompared?null:make("th",{scope:"col"},t("learn_sp\
read")))),make("tbody",null,disciplineNames().map((name,at)=>make("tr",null,make("th",{scope:"row"},name),series.map(line=>scoreCell(line,at)),isCompared?null:[
trendCell(at),spreadCell(at)]))))}function wholePart(){const series=wholeSeries();const drawn2=series.slice(-MOST_ROUNDS);return make("section",{class:"whole","\
aria-label":t("learn_all")},make("div",{class:"big"},radarPicture(phone.matches?196:232,drawn2,disciplineNames()),make("ul",{class:"keys"},drawn2.map(line=>make(
"li",null,seriesKey(line),make("span",null,line.name)))),muted(t("learn_scale"))),make("div",null,make("h3",{class:"first"},t("learn_all")),make("div",{class:"w\
ide",tabindex:"0",role:"group","aria-label":t("learn_numbers")},wholeTable(series)),learning.private?make("p",{class:"muted note"},t("learn_private")):compareChooser()))}
var showLearning=root=>redrawBoard(root,[boardHead(),wholePart(),unitsPart(),pacePart()]);addView({name:"learning",icon:"M8 2 14 6.4 11.7 13.5H4.3L2 6.4zM8 5.5 \
10.8 7.5 9.7 11H6.3L5.2 7.5z",order:60,has:()=>learning.waves.length>0,keys:"off selected colorBy compared",show:showLearning,holds:node=>units.has(node)});var ROLES=[{bit:1,name:"matrix_owns"},{bit:2,name:"matrix_works"},{bit:4,name:"matrix_through"},{bit:8,name:"matrix_affected"},{bit:16,name:"matrix_reported"}];
var CARRIES=7;var CARRYING=ROLES.filter(({bit})=>bit&CARRIES).map(({name})=>name);var FIRST_ROWS=200;var MORE_ROWS=1e3;var matrixState=addState({rows:"sector"});
keepChoice("rows","rows",()=>["sector","load"],"sector");var mostRows=FIRST_ROWS;var{matrix:data}=island.views;var pageMatrix=data?{...data,cells:new Map(data.rows.
map(([node,flat])=>[node,cellsOf(flat)]))}:null;var gapsOf=new Map;for(const[one,other]of pairsOf(data?.gaps??[])){gapsOf.set(one,(gapsOf.get(one)??new Set).add(
other));gapsOf.set(other,(gapsOf.get(other)??new Set).add(one))}function pairsOf(flat){return Array.from({length:flat.length/2},(_,at)=>[flat[2*at],flat[2*at+1]])}
function cellsOf(flat){return new Map(pairsOf(flat))}var sectorFacet=()=>facets.find(facet=>facet.key==="Stakeholder.sector");function rowGroups({rows,cells}){const facet=matrixState.
rows==="sector"?sectorFacet():void 0;const load=node=>[...(cells.get(node)??new Map).values()].filter(roles2=>roles2&CARRIES).length;const sorted=rows.map(([node])=>node).
filter(node=>shown[node]).sort((a,b)=>load(b)-load(a)||compareTexts(nodes[a].label,nodes[b].label));if(!facet)return[["",sorted]];return facet.values.map((label,value)=>[
say(label),sorted.filter(node=>facet.of[node]===value)]).filter(([,members])=>members.length)}var HOLLOW={fill:"none",stroke:"var(--muted)"};var MARKS={matrix_owns:[
"rect",{x:2,y:2,width:12,height:12,rx:2,style:{fill:"var(--accent)"}}],matrix_works:["circle",{cx:8,cy:8,r:4.5,style:{fill:"var(--text)"}}],matrix_through:shapeAt(
"star",[8,8],4.6,{fill:"var(--c3)"}),matrix_affected:["circle",{cx:8,cy:8,r:5,style:{...HOLLOW,"stroke-width":1.6}}],matrix_reported:["path",{d:"M4 14V3h8l-2 3 \
2 3H4",style:{...HOLLOW,"stroke-width":1.5}}]};var roleMark=role=>picture(16,MARKS[role]);var rolesIn=roles2=>ROLES.filter(({bit})=>roles2&bit).map(({name})=>name);
function rolesToDraw(roles2){const names2=rolesIn(roles2);const strongest=names2.find(name=>CARRYING.includes(name));return[...strongest?[strongest]:[],...names2.
slice(-2).filter(name=>!CARRYING.includes(name))]}function headRows({problems}){const names2=problems.map(([node])=>make("th",{scope:"col","aria-current":state.
selected===node?"true":null},make("button",{type:"button",title:nodes[node].label,onclick:()=>select(node),"data-node":node},make("span",null,nodes[node].label))));
const carriers=problems.map(([,,count,,,isOwned])=>make("td",null,integer(count),isOwned===false?make("span",{class:"unowned"},t("matrix_unowned")):null));return[
make("tr",{class:"names"},make("td"),names2),make("tr",{class:"counts"},make("th",{scope:"row"},t("matrix_carriers")),carriers),problems.some(([,,,needed])=>needed!==
null)?make("tr",{class:"counts"},make("th",{scope:"row"},t("matrix_partners")),problems.map(partnersCell)):null]}function partnersCell([,,,needed,met]){if(!needed||
met===null)return make("td",{title:null},"—");const title=t("matrix_of",{met:integer(met),needed:integer(needed)});return make("td",{title},`${Math.round(100*
met/needed)}%`)}var chosenRow=({cells})=>state.selected!==null&&cells.has(state.selected)?state.selected:null;function bodyRow(matrix,node){const chosen=chosenRow(
matrix);const isGap=chosen!==null&&(gapsOf.get(chosen)?.has(node)??false);const cells=matrix.cells.get(node)??new Map;const chosenCells=chosen===null?void 0:matrix.
cells.get(chosen);return make("tr",{"aria-current":node===chosen?"true":null,class:isGap?"gap":null},make("th",{scope:"row"},make("button",{type:"button",class:"\
node",onclick:()=>select(node),"data-node":node},nodeMark(node),make("span",{class:"name"},nodes[node].label),isGap?make("span",{class:"count"},t("matrix_gap")):
null)),matrix.problems.map(([problem],at)=>{const roles2=cells.get(at)??0;const isShared=isGap&&Boolean(roles2&CARRIES&&(chosenCells?.get(at)??0)&CARRIES);return bodyCell(
node,problem,roles2,isShared)}))}function bodyCell(node,problem,roles2,isShared){if(!roles2)return make("td");const words=rolesIn(roles2).map(name=>t(name)).join(
", ");return make("td",{class:isShared?"shared":null,title:`${nodes[node].label} · ${nodes[problem].label}: ${words}`},rolesToDraw(roles2).map(roleMark),make("\
span",{class:"unseen"},words))}function intro(matrix,rowCount){const stakeholders=nodes.filter(({id})=>kindOf(id).label==="Stakeholder"&&shown[id]).length;const idle2=stakeholders-
rowCount;const used=ROLES.filter(({bit})=>[...matrix.cells.values()].some(cells=>[...cells.values()].some(roles2=>roles2&bit)));return make("div",{class:"intro"},
make("h2",null,t("matrix_caption")),make("div",{class:"key"},used.map(({name})=>make("span",null,roleMark(name),t(name)))),sectorFacet()?segments(t("matrix_by"),
[["sector",t("matrix_by_sector")],["load",t("matrix_by_load")]],matrixState.rows,rows=>change({rows})):null,make("p",{class:"muted","aria-live":"polite"},gapSentence(
chosenRow(matrix)),idle2>0?` ${t("matrix_idle",{n:integer(idle2)})}`:""))}function gapSentence(chosen){if(!island.assessed)return t("gaps_not_assessed");if(chosen===
null)return t("matrix_choose");return t("matrix_chosen",{name:nodes[chosen].label,n:integer(gapsOf.get(chosen)?.size??0)})}function bodies(matrix,groups){let left=mostRows;
return groups.map(([title,rows])=>{const drawn2=rows.slice(0,left);left-=drawn2.length;const heading=`${capitalized(title)} (${integer(rows.length)})`;const head=make(
"th",{scope:"rowgroup",colspan:matrix.problems.length+1},make("span",null,heading));return make("tbody",null,title&&drawn2.length?make("tr",{class:"group"},head):
null,drawn2.map(node=>bodyRow(matrix,node)))})}function showMatrix(root){if(!pageMatrix)return;const groups=rowGroups(pageMatrix);const count=groups.reduce((sum,[
,rows])=>sum+rows.length,0);const{scrollTop,scrollLeft}=root;if(!root.firstChild)mostRows=FIRST_ROWS;keepFocus(root,"node",()=>{fill(root,intro(pageMatrix,count),
make("table",null,make("thead",null,headRows(pageMatrix)),bodies(pageMatrix,groups)),count>mostRows?moreButton(root,count):null);root.scrollTo(scrollLeft,scrollTop)})}
var moreButton=(root,count)=>make("button",{type:"button",class:"more-rows",onclick:()=>{mostRows+=MORE_ROWS;showMatrix(root)}},t("more_rows",{n:integer(Math.min(
MORE_ROWS,count-mostRows))}));addView({name:"matrix",icon:"M2.5 2.5h11v11h-11zM2.5 6h11M2.5 10h11M6 2.5v11M10 2.5v11",order:20,has:()=>pageMatrix!==null,keys:"o\
ff selected colorBy rows",show:showMatrix,holds:node=>pageMatrix!==null&&(pageMatrix.cells.has(node)||pageMatrix.problems.some(([problem])=>problem===node))});var MARGIN=24;var ABOVE=68;var ROW=22;function saveFile(blob,ending){const link=make("a",{href:URL.createObjectURL(blob),download:`${fileNameOf(island.title)}.${ending}`});
document.body.append(link);link.click();link.remove();setTimeout(()=>URL.revokeObjectURL(link.href),1e3)}function legendEntries(){const facet=colorFacet();const isByKind=!facet&&
!colorMeasure();const kindEntries=kinds.filter((_,at)=>!state.off.kinds.has(at)).map(({shape,color,title})=>({shape,color:isByKind?`c${color}`:"muted",text:say(
title)}));const facetEntries=(facet?facet.values.slice(0,CATEGORIES):[]).map((label,value)=>({shape:"dot",color:facet?valueColor(facet,value):"muted",text:say(label)}));
const ghosts=gaps.length&&!state.off.ghosts?[{width:1.6,dash:[5,4],color:"accent",text:t("gaps")}]:[];return[...kindEntries,...facetEntries,...ghosts,...tieEntries()]}
function tieEntries(){const isQuiet=type=>type.color==="tie"&&!type.dash.length;const drawn2=types.filter((_,at)=>bundles.some(bundle=>bundle[0].t===at));const entries=drawn2.
filter(type=>!isQuiet(type)).flatMap(({width,dash,color,title,polarity})=>polarity===void 0?[{width,dash,color,text:say(title)}]:[{width,dash,color:"plus",text:`${say(
title)} (+)`},{width,dash,color:"minus",text:`${say(title)} (−)`}]);const quiet=drawn2.filter(isQuiet);if(quiet.length){const[{width,dash,title}]=quiet;entries.
push({width,dash,color:"tie",text:quiet.length===1?say(title):t("other_ties")})}return entries}function placeEntries(ctx,entries,width){ctx.font=FONT;let[x,y]=[
MARGIN,0];const placed=entries.map(entry=>{const wide=26+ctx.measureText(entry.text).width+18;if(x+wide>width-MARGIN&&x>MARGIN)[x,y]=[MARGIN,y+ROW];const spot={
...entry,x,y};x+=wide;return spot});return{placed,height:entries.length?y+ROW:0}}function paintLegend(ctx,entries,top){for(const{x,y:row,color,text,shape,width=1,
dash=[]}of entries){const y=top+row+8;ctx.fillStyle=ctx.strokeStyle=palette[color]||palette.other;if(shape){traceShape(ctx,shape,x+8,y,6);ctx.fill()}else{ctx.lineWidth=
width+.4;ctx.setLineDash([...dash]);ctx.beginPath();ctx.moveTo(x,y);ctx.lineTo(x+20,y);ctx.stroke();ctx.setLineDash([])}ctx.fillStyle=palette.text;ctx.fillText(
text,x+26,y+4.5)}}function paintPicture(built,times){const{clientWidth:width,clientHeight:height}=stage;const canvas=make("canvas");const ctx=canvas.getContext(
"2d");const{placed,height:below}=placeEntries(ctx,legendEntries(),width);const whole=height+ABOVE+below+MARGIN;canvas.width=width*times;canvas.height=whole*times;
ctx.scale(times,times);ctx.fillStyle=palette.canvas;ctx.fillRect(0,0,width,whole);ctx.fillStyle=palette.text;ctx.font=FONT.replace("13px","600 20px");ctx.fillText(
island.title,MARGIN,34,width-2*MARGIN);ctx.font=FONT;ctx.fillStyle=palette.muted;ctx.fillText(say(island.about),MARGIN,56,width-2*MARGIN);paintMap(ctx,built,width,
height);ctx.textAlign="left";ctx.font=FONT;paintLegend(ctx,placed,height+ABOVE+6);return canvas}function paintMap(ctx,built,width,height){const scale=built.getScale();
const corner=built.DOMtoCanvas({x:0,y:0});const view={scale,dx:-corner.x*scale,dy:-corner.y*scale};const frame={left:corner.x,top:corner.y,right:corner.x+width/
scale,bottom:corner.y+height/scale};ctx.save();ctx.beginPath();ctx.rect(0,ABOVE,width,height);ctx.clip();ctx.translate(0,ABOVE);ctx.save();ctx.translate(view.dx,
view.dy);ctx.scale(scale,scale);paintBelow(ctx,1/scale,frame);for(const{id}of nodes)if(shown[id])paintNode(ctx,id,places[id].x,places[id].y,1/scale);ctx.restore();
paintLabels(ctx,view,width,height,labelBudget(scale/fittedScale()));ctx.restore()}async function savePicture(){change({view:"map"});await openStage();if(!network)
return;paintPicture(network,2).toBlob(blob=>{if(blob)saveFile(blob,"png")},"image/png")}var overview=elementOf("overview");var{suggestions:suggestions3}=island;var doors=[];var addDoor=door=>doors.push(door);var headline=at=>make("li",null,make("bu\
tton",{type:"button",class:`headline ${severityClass(findings[at].severity)}`,"aria-pressed":String(state.finding===at),onclick:()=>openFinding(at)},findingLine(
at)));var sheetLink=(sheet,text)=>linkButton(text,()=>change({sheet}));function showOverview(){const findingCount=integer(findings.length+island.moreFindings);const gapCount=gaps.
length?` (${integer(gaps.length+island.moreGaps)})`:"";fill(overview,make("p",{class:"muted phone"},say(island.about)),make("h2",null,t("headlines")),storyButton(),
island.headlines.length?make("ol",{class:"headlines"},island.headlines.map(headline)):muted(t(nodes.length?"no_findings":"empty")),make("div",{class:"links"},findings.
length?sheetLink("findings",t("all_findings",{n:findingCount})):null,sheetLink("gaps",t("gaps")+gapCount),suggestions3.length?sheetLink("suggestions",`${t("sugg\
estions")} (${integer(suggestions3.length)})`):null,sheetLink("about",t("notes")),doors.map(door=>door()),make("button",{type:"button",class:"link phone",onclick:savePicture},
t("save_png"))))}addSheet("about",()=>[sheetHead(t("notes")),make("p",null,say(island.about)),island.author?muted(island.author):null,island.notes.map(note=>make(
"p",null,say(note))),muted(t("offline")),island.numbers.length?[make("h3",null,t("numbers")),island.numbers.map(measure=>measureBlock(measure,measure.value,""))]:
null]);var KIND="sysmap notes and views";var LONGEST=5e3;var MOST=500;var shelfName=title=>`${KIND}: ${title}`;var isText=value=>typeof value==="string"&&value.length>
0&&value.length<=LONGEST;function isView(view){if(typeof view!=="object"||view===null||!("name"in view)||!("hash"in view))return false;return isText(view.name)&&
typeof view.hash==="string"&&view.hash.length<=LONGEST}function readOwnTexts(content){if(typeof content!=="object"||content===null)return null;if(!("kind"in content&&
"notes"in content&&"views"in content)||content.kind!==KIND)return null;if(typeof content.notes!=="object"||content.notes===null||!Array.isArray(content.views))return null;
const notes=[];for(const[key,value]of Object.entries(content.notes)){if(key.length<=LONGEST&&isText(value))notes.push([key,value])}return{notes:notes.slice(0,MOST),
views:content.views.filter(isView).slice(0,MOST)}}var writeOwnTexts=(title,{notes,views:views2})=>JSON.stringify({kind:KIND,map:title,notes:Object.fromEntries(notes),
views:views2},null,1);var withView=(views2,{name,hash})=>[...views2.filter(view=>view.name!==name),{name,hash}];var LONGEST_NAME2=80;var own={notes:new Map,views:[]};var isKept=true;var message="";function takeIn(content){const read=readOwnTexts(content);if(!read)return null;
for(const[key,note]of read.notes)own.notes.set(key,note);for(const view of read.views)own.views=withView(own.views,view);return{notes:read.notes.length,views:read.
views.length}}function putOnShelf(){try{localStorage.setItem(shelfName(island.title),writeOwnTexts(island.title,own))}catch{isKept=false}}try{takeIn(JSON.parse(
localStorage.getItem(shelfName(island.title))??"null"))}catch{isKept=false}function writeNote(key,text){const note=text.trim().slice(0,LONGEST);if(note)own.notes.
set(key,note);else own.notes.delete(key);putOnShelf()}function noteField(key,label){const field={rows:3,maxlength:LONGEST,"aria-label":label,"data-note":key,oninput:event=>writeNote(
key,event.target.value)};return make("details",{class:"note",open:own.notes.has(key)},make("summary",null,label),make("textarea",field,own.notes.get(key)||""))}
addSection(node=>noteField(nodeKey(node),t("own_note")));function noteList(){const rows=[...own.notes].filter(([key])=>key);if(!rows.length)return muted(t("own_\
no_notes"));return rows.map(([key,note])=>{const node=nodeOfKey(key);const about=node<0?muted(`${key} (${t("own_elsewhere")})`):nodeButton(node);return make("di\
v",{class:"noted"},about,make("p",null,note))})}function keepView(event){event.preventDefault();const field=findOne("input",event.target);const name=field.value.
trim();if(!name){field.focus();return}own.views=withView(own.views,{name,hash:addressText()});putOnShelf();showPanel();findOne("form input",panel).focus()}function forgetView(name){
own.views=own.views.filter(view=>view.name!==name);putOnShelf();showPanel()}function viewList(){const rows=own.views.map(({name,hash})=>make("div",{class:"kept"},
linkButton(name,()=>restore(hash)),iconButton("close",t("own_forget",{name}),{onclick:()=>forgetView(name)})));const label=t("own_name");const input=make("input",
{type:"text",maxlength:LONGEST_NAME2,"aria-label":label,placeholder:label,autocomplete:"off"});const button=make("button",{type:"submit",class:"link"},t("own_ke\
ep"));return[rows,make("form",{class:"keep",onsubmit:keepView},input,button)]}async function readFile(event){const file=event.target.files?.[0];if(!file)return;
const added=takeIn(parsed(await file.text()));message=added?t("own_added",{notes:integer(added.notes),views:integer(added.views)}):t("own_strange");putOnShelf();
showPanel()}function parsed(text){try{return JSON.parse(text)}catch{return null}}function saveOwn(){saveFile(new Blob([writeOwnTexts(island.title,own)],{type:"a\
pplication/json"}),"json")}addSheet("own",()=>[sheetHead(t("own")),muted(t(isKept?"own_kept":"own_lost")),make("h3",null,t("own_views")),viewList(),make("h3",null,
t("own_notes")),noteField("",t("own_page_note")),noteList(),make("div",{class:"links"},linkButton(t("own_save"),saveOwn),make("label",{class:"link"},t("own_read"),
make("input",{type:"file",accept:".json,application/json",class:"unseen",onchange:readFile}))),make("p",{role:"status"},message)]);addDoor(()=>linkButton(t("own"),
()=>{message="";lookAt({sheet:"own"})}));var NOT_DRAWN=-1;var{items,stages,all}=island.views.pipeline??{items:[],stages:[],all:[]};var innovationOf=new Map(all.map(innovation=>[innovation.n,innovation]));
var lackedItems=({lacks=[]})=>lacks;var isStopped=({stage:stage2})=>stage2!==void 0&&stages[stage2].dead;function lacksText({lacks=[],unknown=[]}){const known=items.
length-unknown.length;const text=lacks.length?t("valley_lacks",{n:integer(lacks.length),all:integer(known)}):t("valley_whole");return unknown.length?`${text} · ${t(
"valley_unknown",{n:integer(unknown.length)})}`:text}function itemState({lacks=[],unknown=[]},item){if(lacks.includes(item))return"missing";return unknown.includes(
item)?"not_known":"have"}var itemMark=having=>having==="not_known"?make("span",{class:"mark","aria-hidden":"true"},"?"):make("span",{class:"mark"},icon(having===
"have"?"check":"cross"));function monthsText(innovation,key=innovation.months===1?"valley_month":"valley_months"){if(innovation.months!==void 0)return t(key,{n:integer(
innovation.months)});return isStopped(innovation)?null:t("valley_undated")}var readinessText=({trl})=>trl===void 0?null:t("valley_readiness",{n:number(trl)});var stalledTag=({
stalled})=>stalled?make("b",{class:"tag medium"},t("valley_stalled")):null;var nameOrOutside=node=>node===NOT_DRAWN?t("valley_outside"):nodes[node].label;var remediesFor=({
remedies=[]},item)=>remedies.filter(([of])=>of===item);function itemHelpers(innovation,item){const byHelper=new Map(remediesFor(innovation,item).map(([of,who])=>[
who,of]));return[...byHelper].map(([who,of])=>{if(who===NOT_DRAWN)return make("span",{class:"muted"},nameOrOutside(who));if(who!==null)return linkButton(nodes[who].
label,()=>revealNode(who));return make("span",{class:"muted"},t(items[of]==="moving"?"valley_decide":"valley_nobody"))})}var askSentence=([item,who,target])=>t(
`ask_${items[item]}`,{who:who===null||who===NOT_DRAWN?t("valley_somebody"):nodes[who].label,target:nameOrOutside(target)});var routeState=addLookedAt({route:null});function remedyLine(remedy){const who=remedy[1];const text=capitalized(askSentence(remedy));return who===null||who===NOT_DRAWN?
make("p",null,text):linkButton(text,()=>revealNode(who))}var checklist=innovation=>make("ul",{class:"checklist"},items.map((name,item)=>{const having=itemState(
innovation,item);return make("li",{class:having},itemMark(having),make("span",null,make("b",null,t(`item_${name}`)),make("span",{class:"muted"},` ${t(`valley_${having}`)}`),
remediesFor(innovation,item).map(remedyLine)))}));function showRoute({n},path){lookAt({selected:n,sheet:"node",route:n});change({view:"map"});fitTo(path.filter(
node=>node!==NOT_DRAWN),true,focusScale())}function survivalPath(innovation){const{path}=innovation;if(!path)return muted(t("valley_no_path"));const steps2=path.
map(node=>make("li",null,node===NOT_DRAWN?make("span",{class:"muted"},nameOrOutside(node)):nodeButton(node)));const show=linkButton(t("valley_show_path"),()=>showRoute(
innovation,path));return make("div",null,make("ol",{class:"evidence chain"},steps2),show)}function stageHistory({history:history2}){if(!history2)return null;return[
make("h3",null,t("valley_history")),make("dl",{class:"facts"},history2.map(([day,stage2])=>[make("dt",null,date(day)),make("dd",null,say(stages[stage2].title))]))]}
function standing(innovation){const{inside,tone,past}=innovation;if(inside){const text=`${t("valley")}: ${lacksText(innovation)}`;return make("p",{class:tone||"\
info"},make("b",{class:"severity"},text))}return muted(inside===false?t(past?"valley_behind":"valley_not_yet"):null)}addSection(node=>{const innovation=innovationOf.
get(node);if(!innovation)return null;if(isStopped(innovation))return stageHistory(innovation);return[make("h3",null,t("valley_checklist")),standing(innovation),
checklist(innovation),innovation.unrated?muted(t("valley_trust")):null,make("h3",null,t("valley_path")),survivalPath(innovation),stageHistory(innovation)]});addLight(
()=>{const path=routeState.route===null?void 0:innovationOf.get(routeState.route)?.path;if(!path)return null;const drawn2=path.filter(node=>node!==NOT_DRAWN);const next=new Map(
path.slice(1).map((node,at)=>[path[at],node]));const lines2=ties.filter(tie=>next.get(tie.from)===tie.to||next.get(tie.to)===tie.from);return{near:new Map(drawn2.
map((node,at)=>[node,at?1:0])),lines:new Set(lines2.map(tie=>tie.at))}});watch("route",refreshFocus);var LEAST_DEPTH=2;var MOST_STACKED=3;var WIDTH={narrow:112,wide:200,phone:172,side:36};var depthOf=innovation=>innovation.inside?lackedItems(innovation).length:
0;var itemDots=innovation=>make("span",{class:"dots","aria-hidden":"true"},items.map((_,item)=>make("i",{class:itemState(innovation,item)})));function problemLine({
problems=[],inside}){const[first,...others]=problems;if(!first)return make("span",{class:"about"},t("valley_no_problem"));const[problem,severity]=first;const grave=severity===
null?null:make("span",null,t("valley_severity",{n:number(severity)}));return[make("span",{class:"about problem",title:problems.map(([node])=>nameOrOutside(node)).
join(" · ")},make("span",null,nameOrOutside(problem)),others.length?make("span",null,`+${others.length}`):null,inside?grave:null),inside?null:make("span",{class:"\
about"},grave)]}function innovationCard(innovation){const{n,inside,tone,stalled}=innovation;const months=inside?monthsText(innovation):monthsText(innovation,"va\
lley_months_short");const facts=[readinessText(innovation),months].filter(Boolean).join(" · ");return make("li",null,make("button",{type:"button",class:inside?
`card inside ${tone||"info"}`:"card","aria-current":state.selected===n?"true":null,onclick:()=>select(n)},make("b",{class:"name"},nodes[n].label),inside?make("s\
pan",{class:"lacks"},make("b",null,lacksText(innovation)),itemDots(innovation)):null,problemLine(innovation),make("span",{class:"about"},facts,facts&&stalled?" ":
null,stalledTag(innovation))))}function stageColumns(){const living=stages.map((stage2,at)=>({...stage2,at})).filter(stage2=>!stage2.dead);if(all.some(({stage:stage2})=>stage2===
void 0)){living.unshift({title:island.words.valley_stage,valley:false,dead:false,at:void 0})}const isLow=({valley,at})=>valley||all.some(({inside,stage:stage2})=>inside&&
stage2===at);const low=living.map((column,place2)=>isLow(column)?place2:-1).filter(place2=>place2>=0);const[first,last2]=[Math.min(...low),Math.max(...low)];return{
before:living.slice(0,first),valley:living.slice(first,last2+1),after:living.slice(last2+1)}}function cardStack(here){const outside=here.filter(({inside})=>!inside);
const folded=outside.length>MOST_STACKED?outside.slice(MOST_STACKED-1):[];const open=here.filter(innovation=>!folded.includes(innovation));return[folded.length?
make("details",null,make("summary",null,t("valley_more",{n:integer(folded.length)})),make("ul",null,folded.map(innovationCard))):null,make("ul",null,open.map(innovationCard))]}
var place=(column,row,width=1,height=1)=>({style:{"grid-column":`${column} / span ${width}`,"grid-row":`${row} / span ${height}`}});function columnCells(stage2,column,living,depth){
const members=living.filter(innovation=>innovation.stage===stage2.at);const title=say(stage2.title);const rows=depth?Array.from({length:depth+1},(_,row)=>row):[
0];const head=make("h3",place(column,1),make("span",null,title),make("span",{class:"count"},integer(members.length)));const cells=rows.map(row=>{const here=members.
filter(innovation=>depthOf(innovation)===row);if(!here.length)return null;const label=depth?`${title}: ${t("valley_level",{n:integer(row)})}`:title;return make(
"div",{class:"cell",role:"group","aria-label":label,...place(column,row+2)},cardStack(here))});return[head,...cells]}var scenery=(kind,where,...content)=>make("\
div",{class:kind,"aria-hidden":"true",...where},...content);function valleyPicture(){const{before,valley,after}=stageColumns();const living=all.filter(({n})=>shown[n]);
const depth=Math.max(LEAST_DEPTH,...living.map(depthOf));const start2={valley:before.length+2,after:before.length+valley.length+3};const cells=[before.map((stage2,at)=>columnCells(
stage2,1+at,living,0)),valley.map((stage2,at)=>columnCells(stage2,start2.valley+at,living,depth)),after.map((stage2,at)=>columnCells(stage2,start2.after+at,living,
0))];const gorge=place(start2.valley-1,3,valley.length+2,depth);const floor=depth+3;return make("div",{class:"valley",style:gridStyle(before.length,valley.length,
after.length,depth)},scenery("gorge",gorge),before.length?scenery("ground",place(1,3,before.length,depth+1)):null,slope(place(start2.valley-1,3,1,depth),"M0,0C7\
0,0 62,100 100,100","L0,100Z"),slope(place(start2.valley+valley.length,3,1,depth),"M100,0C30,0 38,100 0,100","L100,100Z"),after.length?explanation(place(start2.
after,3,after.length,depth+1)):null,scenery("ground deep",place(start2.valley-1,floor,valley.length+2)),scenery("floor",place(start2.valley,floor,valley.length)),
depthMarks(depth,start2.valley,before.length,valley.length),cells)}function gridStyle(before,valley,after,depth){const wide=phone.matches?WIDTH.phone:WIDTH.wide;
const columns=(count,column)=>new Array(count).fill(column).join(" ");const narrow=`minmax(${WIDTH.narrow}px, 1fr)`;const side=`${WIDTH.side}px`;const low=columns(
valley,`minmax(${wide}px, 1.8fr)`);return{"min-width":`${WIDTH.narrow*(before+after)+wide*valley+2*WIDTH.side}px`,"grid-template-columns":`${columns(before,narrow)}\
 ${side} ${low} ${side} ${columns(after,narrow)}`,"grid-template-rows":`auto auto repeat(${depth}, minmax(26px, auto)) 20px`}}var explanation=where=>make("div",
{class:"ground",...where},make("p",null,make("b",null,t("valley"))),make("p",null,t("valley_how")));var depthMarks=(depth,start2,before,width)=>Array.from({length:depth},
(_,row)=>[row+1===depth?null:scenery("level",place(start2,row+3,width)),before?scenery("depth",place(before,row+3),t("valley_level",{n:integer(row+1)})):null]);
function slope(where,edge,below){const side=picture(100,["path",{d:edge+below,class:"earth"}],["path",{d:edge,class:"rim"}]);side.setAttribute("preserveAspectRa\
tio","none");return scenery("slope",where,side)}function stoppedLine(){const stopped=all.filter(innovation=>isStopped(innovation)&&shown[innovation.n]);if(!stopped.
length)return null;const title=sayCapitalized(stages[stopped[0].stage??0].title);const count=make("span",{class:"count"},integer(stopped.length));return make("d\
iv",{class:"stopped"},make("h3",null,make("span",null,title),count),make("ul",null,stopped.map(innovationCard)))}var shownInside=()=>all.filter(({inside,n})=>inside&&shown[n]);function rescue(){const inside=shownInside();const worst=inside.find(innovation=>lackedItems(innovation).
length);if(!worst)return make("p",{class:"rescue"},t(inside.length?"valley_safe":"valley_empty"));return make("section",{class:`rescue ${worst.tone}`,"aria-labe\
l":t("valley_worst")},make("div",{class:"who"},make("h2",null,t("valley_worst")),nodeTitle(worst.n,select),make("p",null,make("b",{class:"severity"},lacksText(worst)),
worst.months===void 0?null:` · ${monthsText(worst)} `,stalledTag(worst))),make("div",{class:"save"},make("h2",null,t("valley_save")),make("ul",null,lackedItems(
worst).map(item=>make("li",null,make("span",{class:"muted"},t(`item_${items[item]}`)),itemHelpers(worst,item))))))}function checklistTable(){const inside=shownInside();
if(!inside.length)return null;const heads=[t("pipeline"),...items.map(name=>t(`item_${name}`))];return[make("h2",null,t("valley_list")),muted(t("valley_list_how")),
make("div",{class:"wide",tabindex:"0",role:"group","aria-label":t("valley_list")},make("table",null,make("thead",null,make("tr",null,heads.map(text=>make("th",{
scope:"col"},text)))),make("tbody",null,inside.map(checklistRow))))]}var checklistRow=innovation=>make("tr",{"aria-current":innovation.n===state.selected?"true":
null},make("th",{scope:"row",class:innovation.tone||"info"},make("button",{type:"button",class:"node",onclick:()=>select(innovation.n)},nodeMark(innovation.n),make(
"span",{class:"name"},nodes[innovation.n].label)),make("span",{class:"severity"},lacksText(innovation))),items.map((_,item)=>{const having=itemState(innovation,
item);return make("td",{class:having},make("span",{class:"unseen"},t(`valley_${having}`)),itemMark(having),itemHelpers(innovation,item))}));function showPipeline(root){
const before=find(".valley-scroll",root);const scrollLeft=before?before.scrollLeft:null;const frame={class:"valley-scroll",tabindex:"0",role:"group","aria-label":t(
"valley")};redrawBoard(root,[rescue(),make("div",frame,valleyPicture()),stoppedLine(),make("div",{class:"below"},checklistTable())]);const scroll=findOne(".vall\
ey-scroll",root);if(scrollLeft!==null){scroll.scrollLeft=scrollLeft;return}const gorge=findOne(".gorge",scroll);scroll.scrollLeft=Math.max(0,gorge.offsetLeft-(scroll.
clientWidth-gorge.offsetWidth)/2);find("[aria-current]",scroll)?.scrollIntoView({block:"nearest",inline:"nearest"})}addView({name:"pipeline",icon:"M1 4h2.5c2.5 \
0 2 8.5 4.5 8.5S10 4 12.5 4H15",order:40,has:()=>all.length>0,keys:"off selected colorBy",show:showPipeline,holds:node=>innovationOf.has(node)});var{roles}=island.views;var ROLE_WORDS=["role_own","role_door","role_inside","role_between"];addSection(node=>{const counts=roles?.of[node];if(!roles||!counts||
!hasPartners(node))return null;const played=ROLE_WORDS.map((word,at)=>({word,count:counts[at]})).filter(({count})=>count).sort((a,b)=>b.count-a.count);const whole=counts.
reduce((sum,count)=>sum+count,0);return make("details",{class:"roles"},make("summary",null,make("span",null,t("roles_title",{field:say(roles.field).toLowerCase()})),
make("span",{class:"count"},integer(whole))),played.length?make("dl",{class:"facts"},played.map(({word,count})=>[make("dt",null,t(word)),make("dd",null,t("role_\
pairs",{n:integer(count)}))])):muted(t("role_none")))});function cellText(value){if(value===null||value===void 0)return"";let text=String(value);if(typeof value!=="number"&&/^[=+\-@\t\r]/.test(text))text=`'${text}`;return/[",\n\r]/.
test(text)?`"${text.replaceAll('"','""')}"`:text}var csvText=rows=>`\uFEFF${rows.map(row=>row.map(cellText).join(",")).join("\r\n")}\r
`;var SHOWN_FACETS=["Stakeholder.sector","Stakeholder.boundary","Problem.status","Innovation.stage"];var FIRST_ROWS2=300;var MORE_ROWS2=1e3;var tableState=addState(
{sort:{column:"name",down:false}});var mostRows2=FIRST_ROWS2;function measureColumns(measure){const title=sayCapitalized(measure.title);if(!measure.estimated){return[
{key:measure.name,title,isNumber:true,valueOf:node=>measure.of.get(node)}]}const about=say(measure.estimated);return[{key:measure.name,title:`≈ ${title}`,about,
isNumber:true,valueOf:node=>measure.of.get(node)},{key:`${measure.name}_error`,title:t("error_of",{title}),about,isNumber:true,valueOf:node=>measure.errorOf.get(
node)}]}function tableColumns(){const named=facets.filter(facet=>SHOWN_FACETS.includes(facet.key));return[{key:"name",title:t("name"),valueOf:node=>nodes[node].
label},{key:"kind",title:t("kind"),valueOf:node=>say(kindOf(node).title)},...named.map(facet=>({key:facet.key,title:facetTitle(facet),valueOf:node=>facet.of[node]<
0?null:say(facet.values[facet.of[node]])})),{key:"ties",title:t("tie_count"),isNumber:true,valueOf:node=>tiesOf[node].length},...measures.flatMap(measureColumns)]}
var isEmpty=value=>value===null||value===void 0;function sortedRows(column){const way=tableState.sort.down?-1:1;return shownNodes().sort((a,b)=>{const[one,other]=[
column.valueOf(a),column.valueOf(b)];if(isEmpty(one)||isEmpty(other))return Number(isEmpty(one))-Number(isEmpty(other))||a-b;const order2=column.isNumber?Number(
one)-Number(other):compareTexts(String(one),String(other),{numeric:true});return way*order2||a-b})}function cellText2(value){if(value===null||value===void 0)return"\
—";return typeof value==="number"?number(value):value}function headCell({key,title,about,isNumber}){const{sort}=tableState;const isSorted=sort.column===key;const down=isSorted?
!sort.down:Boolean(isNumber);return make("th",{scope:"col",title:about??null,class:isNumber?"number":null,"aria-sort":isSorted?sort.down?"descending":"ascending":
"none"},make("button",{type:"button",onclick:()=>change({sort:{column:key,down}}),"data-column":key},title,make("i",{class:"arrow","aria-hidden":"true"},isSorted?
sort.down?"↓":"↑":"")))}function tableRow([first,...others],node){return make("tr",{"aria-current":node===state.selected?"true":null},make("th",{scope:"row"},
make("button",{type:"button",class:"node",onclick:()=>select(node)},nodeMark(node),make("span",{class:"name"},first.valueOf(node)))),others.map(({isNumber,valueOf})=>make(
"td",{class:isNumber?"number":null},cellText2(valueOf(node)))))}function caption(columns,rows){const estimates=measures.flatMap(measure=>measure.estimated?[`≈ ${sayCapitalized(
measure.title)}: ${say(measure.estimated)} `]:[]);const save=linkButton(t("export_csv"),()=>saveTable(columns,rows));return make("caption",null,t("table_caption"),
" ",estimates,save)}function showTable(root){const columns=tableColumns();const column=columns.find(({key})=>key===tableState.sort.column)??columns[0];const rows=sortedRows(
column);const focused=focusedIn(root)?.dataset.column;const{scrollTop,scrollLeft}=root;if(!root.firstChild)mostRows2=FIRST_ROWS2;root.replaceChildren(make("tabl\
e",null,caption(columns,rows),make("thead",null,make("tr",null,columns.map(headCell))),make("tbody",null,rows.slice(0,mostRows2).map(node=>tableRow(columns,node)))),
rows.length>mostRows2?moreButton2(root,rows.length):"");root.scrollTo(scrollLeft,scrollTop);const heads=[...root.querySelectorAll("[data-column]")].map(head=>head);
if(focused)heads.find(head=>head.dataset.column===focused)?.focus()}var moreButton2=(root,count)=>make("button",{type:"button",class:"more-rows",onclick:()=>{mostRows2+=
MORE_ROWS2;showTable(root)}},t("more_rows",{n:integer(Math.min(MORE_ROWS2,count-mostRows2))}));function saveTable(columns,rows){const heads=columns.map(({title,
about})=>about?`${title} (${about})`:title);const cells=rows.map(node=>columns.map(column=>column.valueOf(node)));saveFile(new Blob([csvText([heads,...cells])],
{type:"text/csv"}),"csv")}addView({name:"table",icon:"M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",order:90,has:()=>true,keys:"off sort selected colorBy",show:showTable,
holds:node=>shown[node]});var timeState=addState({at:null});var BEAT=1e3;var dateColumns=({columns})=>["since","until"].map(name=>columns.findIndex(column=>column.name===name));var tieDates=types.
map(dateColumns);var nodeDates=kinds.map(dateColumns);var heldIn=(fields,[since,until],year)=>!fields||heldInYear(fields[since],fields[until],year);var goneIn=(years,year)=>years.
gone.filter(([from,to,,since,until])=>shown[from]&&shown[to]&&heldInYear(since,until,year));function addYears(years){keep("at",()=>timeState.at===null?null:String(
timeState.at),text=>Number(text)>=years.first&&Number(text)<=years.last?{at:Number(text)}:null);addTieFilter(tie=>timeState.at===null||heldIn(tie.p,tieDates[tie.
t],timeState.at));addNodeFilter(node=>{const{p,k}=nodes[node];return timeState.at===null||heldIn(p,nodeDates[k],timeState.at)});addPainter((ctx,unit)=>{if(timeState.
at===null)return;ctx.lineWidth=1.2*unit;for(const[from,to,color]of goneIn(years,timeState.at)){ctx.strokeStyle=palette[color];strokeBetween(ctx,from,to)}});elementOf(
"middle").append(clock);onStart(()=>watch("language view at off",()=>showClock(years)))}var clock=make("div",{id:"clock",hidden:true});var timer=0;function stopClock(){
clearInterval(timer);timer=0}var turnTo=at=>change({at,off:state.off});function playOrStop(years){if(timer)stopClock();else{turnTo(timeState.at===years.last?years.
first:timeState.at);timer=setInterval(()=>turnOn(years),stillness.matches?2*BEAT:BEAT)}showClock(years)}function turnOn(years){if(timeState.at!==null&&timeState.
at<years.last&&state.view==="map")turnTo(timeState.at+1);else{stopClock();showClock(years)}}function showClock(years){clock.hidden=state.view!=="map";if(clock.hidden){
stopClock();return}const focused=focusedIn(clock)?.dataset.turn;if(timeState.at===null){stopClock();fill(clock,turnButton("show",t("time_show"),()=>turnTo(years.
last)))}else fill(clock,...clockParts(years,timeState.at));if(focused)(find(`[data-turn="${focused}"]`,clock)??find("button",clock))?.focus({preventScroll:true})}
var turnButton=(name,text,act)=>make("button",{type:"button",class:"link","data-turn":name,onclick:act},text);function clockParts(years,year){const count=countShownTies()+
goneIn(years,year).length;return[turnButton("play",t(timer?"time_stop":"time_play"),()=>playOrStop(years)),make("label",null,make("span",{class:"unseen"},t("tim\
e_year")),yearSlider(years,year)),make("output",{"aria-live":timer?"off":"polite"},t("time_held",{year,n:integer(count)})),turnButton("today",t("time_today",{day:say(
island.day)}),()=>turnTo(null))]}var yearSlider=(years,year)=>make("input",{type:"range",min:years.first,max:years.last,step:1,value:year,"data-turn":"year","ar\
ia-valuetext":String(year),oninput:event=>{stopClock();turnTo(Number(event.target.value))}});if(island.views.time)addYears(island.views.time);var searchTexts=({nodes:nodes2,kinds:kinds2})=>nodes2.map(node=>({name:fold(node.label),all:fold([kinds2[node.k].title.join(" "),...Object.values(node.p).flat()].
join(" "))}));function fitOf(texts2,words){if(!words.every(word=>texts2.name.includes(word)||texts2.all.includes(word)))return 0;if(texts2.name.startsWith(words.
join(" ")))return 4;if(texts2.name.split(/[\s/(-]+/).some(part=>part.startsWith(words[0])))return 3;return words.every(word=>texts2.name.includes(word))?2:1}function findNodes({
nodes:nodes2,tiesOf:tiesOf2},texts2,query){const words=fold(query).split(/\s+/).filter(Boolean);if(!words.length)return[];return nodes2.map(({id})=>({id,fit:fitOf(
texts2[id],words)})).filter(({fit})=>fit).sort((a,b)=>b.fit-a.fit||tiesOf2[b.id].length-tiesOf2[a.id].length||a.id-b.id).map(({id})=>id)}var MOST_MATCHES=8;var{questions:questions2}=island;var texts=searchTexts(model);var list=make("ul",{id:"matches",role:"listbox",hidden:true});var searchInput=make(
"input",{id:"search",type:"search",role:"combobox","aria-expanded":"false","aria-controls":"matches","aria-autocomplete":"list",autocomplete:"off",spellcheck:"f\
alse"});var searchBox=make("div",{class:"search"},icon("search"),searchInput,list);var choices=[];var chosenAt=0;function closeList(){list.hidden=true;searchInput.
setAttribute("aria-expanded","false");searchInput.removeAttribute("aria-activedescendant")}function leave(){closeList();searchInput.value="";searchInput.blur()}
function markChosen(){list.querySelectorAll("[role=option]").forEach((option2,place2)=>{option2.setAttribute("aria-selected",String(place2===chosenAt));if(place2===
chosenAt)searchInput.setAttribute("aria-activedescendant",option2.id)})}var option=(place2,...content)=>make("li",{role:"option",id:`match-${place2}`,onpointerdown:event=>{
event.preventDefault();choices[place2]()}},...content);var remark=text=>make("li",{class:"none",role:"presentation"},text);function openList(acts,entries,isOpen){
choices=acts;chosenAt=0;fill(list,entries);list.hidden=!isOpen;searchInput.setAttribute("aria-expanded",String(isOpen));markChosen()}function showQuestions(){const acts=questions2.
map((_,at)=>()=>{leave();answerQuestion(at)});const entries=questions2.map(({ask},place2)=>option(place2,make("span",{class:"name"},say(ask))));openList(acts,[remark(
t("questions")),entries],questions2.length>0)}function showMatches(){const matches=findNodes(model,texts,searchInput.value);const listed=matches.slice(0,MOST_MATCHES);
const acts=listed.map(node=>()=>{leave();revealNode(node);stage.focus({preventScroll:true})});const entries=listed.map((node,place2)=>option(place2,nodeMark(node),
make("span",{class:"name"},nodes[node].label),make("span",{class:"count"},say(kindOf(node).title))));const more=matches.length-listed.length;openList(acts,[entries,
matches.length?null:remark(t("no_match")),more?remark(t("more_matches",{n:integer(more)})):null],true)}var showList=()=>searchInput.value.trim()?showMatches():showQuestions();
function steerList(event){if(event.key==="Enter"&&choices.length){choices[chosenAt]();return}if(event.key==="Escape"){leave();event.stopPropagation();return}if(event.
key==="ArrowDown")chosenAt=Math.min(chosenAt+1,choices.length-1);else if(event.key==="ArrowUp")chosenAt=Math.max(chosenAt-1,0);else return;event.preventDefault();
markChosen()}searchInput.addEventListener("input",showList);searchInput.addEventListener("focus",showList);searchInput.addEventListener("blur",closeList);searchInput.
addEventListener("keydown",steerList);watch("language",()=>{searchInput.setAttribute("aria-label",t("search"));searchInput.placeholder=innerWidth<1080?t("search"):
`${t("search")}  ( / )`});var header=elementOf("header");var tabs=elementOf("tabs");var THEME_ICONS={system:"device",light:"sun",dark:"moon"};var TAB_OF_SHEET={node:"map",tie:"map",gaps:"\
findings",suggestions:"findings",story:"overview",path:"map",answer:"map",about:"overview",none:"map"};function showHeader(){const focused=focusedIn(header);const focusedChoice=focused&&
focused!==searchInput?focused.dataset.choice:void 0;header.replaceChildren(make("div",{class:"title"},make("h1",{title:island.title},island.title),make("p",{title:say(
island.about)},say(island.about))),searchBox,headerTools());if(focusedChoice)find(`[data-choice="${focusedChoice}"]`,header)?.focus()}function headerTools(){const theme=`${t(
"theme")}: ${t(state.theme)}`;const nextTheme=THEMES[(THEMES.indexOf(state.theme)+1)%THEMES.length];const languages=offeredLanguages(LANGUAGES).map(code=>[code,
code.toUpperCase(),detailsOf(code).name]);return make("div",{class:"tools"},segments(t("language"),languages,state.language,language=>change({language})),iconButton(
THEME_ICONS[state.theme],theme,{"data-choice":"theme",onclick:()=>change({theme:nextTheme})}),iconButton("save",t("save_png"),{"data-choice":"png",onclick:savePicture}),
iconButton("print",t("print"),{"data-choice":"print",class:"tool wide",onclick:()=>window.print()}))}function showTabs(){const open=TAB_OF_SHEET[state.sheet]||state.
sheet;const tab=(name,glyph,label,act)=>make("button",{type:"button","aria-pressed":String(open===name),"data-tab":name,onclick:act},icon(glyph),make("span",null,
label));const flip=sheet=>()=>change({sheet:state.sheet===sheet?"none":sheet});tabs.replaceChildren(tab("map",currentView().name,t("view"),()=>lookAt({sheet:"no\
ne"})),tab("overview","overview",t("overview"),flip("overview")),tab("findings","findings",t("findings"),flip("findings")),tab("legend","legend",t("legend").split(
" ")[0],flip("legend")))}function zoomButtons(){const buttons=make("div",{id:"zoom"});watch("language",()=>buttons.replaceChildren(iconButton("plus",t("zoom_in"),
{onclick:()=>zoomBy(1.35)}),iconButton("minus",t("zoom_out"),{onclick:()=>zoomBy(1/1.35)}),iconButton("fit",t("fit"),{onclick:()=>fitAll()})));return buttons}function preparePrinting(refreshColors2,restoreTheme){addEventListener("beforeprint",()=>{document.documentElement.dataset.theme="light";refreshColors2();if(state.
view!=="map"||!network)return;const paper=paintPicture(network,2);paper.id="paper";document.body.prepend(paper)});addEventListener("afterprint",()=>{document.getElementById(
"paper")?.remove();restoreTheme()})}var FOCUS_KEYS="selected tie finding gap steps direction path seeking question suggestion sheet";var PANEL_KEYS="language sheet selected tie finding gap steps d\
irection path seeking step question suggestion colorBy";function labelPage(){document.documentElement.lang=state.language;elementOf("skip").textContent=t("skip");
elementOf("rail").setAttribute("aria-label",t("overview"));const counts={nodes:integer(nodes.length),ties:integer(ties.length)};stage.setAttribute("aria-label",
t("canvas",counts));showTip("")}function refreshColors(){readPalette();forgetTones();refreshLooks()}function recolor(){applyTheme();refreshColors();orderLabels();
redraw()}function answerKey(event){const isTyping=isField(event)&&event.target.type!=="checkbox";if(isTyping)return;if(event.key==="/"&&!event.ctrlKey&&!event.metaKey){
event.preventDefault();searchInput.focus()}if(event.key==="Escape"){if(panel.contains(document.activeElement))closePanel();else clearSelection()}}function emptyNote(){
if(nodes.length)return[];const note=make("div",{class:"empty"});watch("language",()=>note.replaceChildren(make("strong",null,t("empty")),make("span",null,t("emp\
ty_next"))));return[note]}function fitBesideSheet(){if(phone.matches&&!attention.focus&&isFitted())fitAll()}function watchState(){watch("language",labelPage);watch(
"off",refreshStage);watch(FOCUS_KEYS,refreshFocus);watch("suggestionsDrawn",redraw);watch("theme colorBy sizeBy",recolor);watch("colorBy",openColorSection);watch(
"language theme",showHeader);watch("language view sheet",showTabs);watch("language finding",showOverview);watch("language off suggestionsDrawn colorBy sizeBy th\
eme",showLegend);watch(PANEL_KEYS,showPanel);startViews();watch("sheet",fitBesideSheet);watch("view",()=>{if(state.view==="map")openStage()})}function listen2(){
darkSystem.addEventListener("change",recolor);addEventListener("keydown",answerKey);addEventListener("hashchange",()=>{if(location.hash.slice(1)!==addressText())
restore(location.hash.slice(1))});elementOf("skip").addEventListener("click",event=>{event.preventDefault();change({view:"table"});viewRoot.focus()});preparePrinting(
refreshColors,recolor)}function start(){arrangeViews();rememberInitialState();readAddress();watchState();elementOf("middle").append(zoomButtons(),...emptyNote());
refreshShown();bundleTies();refreshGrounds();recolor();openColorSection();showEverything([refreshStage,recolor]);listen2();setTimeout(showFirstView)}async function showFirstView(){
showView();if(state.view==="map")await openStage();document.body.dataset.ready="true";performance.mark("ready")}nextTurn().then(start);})();
