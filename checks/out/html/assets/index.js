const form=$("#filters"),list=$("#list"),pager=$("#pager");
const V=data.verdicts&&data.verdicts.map(v=>v[0]);
const el=(tag,attributes={},...children)=>{
const node=document.createElement(tag);
for(const[name,value]of Object.entries(attributes))if(value!==""&&value!=null&&value!==false)node.setAttribute(name,value===true?"":value);
node.append(...children.filter(c=>c!==""&&c!=null));
return node};
const fill=(phrase,values)=>phrase.replace(/\{(\w+)\}/g,(all,name)=>values[name]??all);
const number=n=>n.toLocaleString(document.documentElement.lang);
const counted=(key,n,values={})=>fill(data.w[n===1&&data.w[key+".one"]?key+".one":key+".other"],{n:number(n),...values});
const folded=s=>s.normalize("NFKD").replace(/\p{M}/gu,"").toUpperCase().replace(/Đ/g,"D");
const LEVEL=["error","warning","note"];
const start=()=>{
const rows=data.rows.map((r,n)=>({n,path:r[0],headline:r[1]||r[0],outlet:r[2],source:r[3],date:r[4],lang:r[5],verdict:r[6],
codes:r[7].map(c=>Math.floor(c/3)),levels:r[7].map(c=>c%3),href:r[8]??r[0].split("/").map(p=>encodeURIComponent(p)).join("/")+".html"}));
rows.forEach(r=>{r.find=folded([r.headline,data.outlets[r.outlet],data.sources[r.source],r.path].join("\n"))});
const day=iso=>{
if(!iso)return data.w.unknown_date;
const[y,m,d]=iso.slice(0,10).split("-"),months=data.months.months;
return m?fill(d?data.months.day:data.months.month_only,{year:+y,month:months[m-1],day:+d}):y};
const options=(name,entries)=>{
const select=form.elements[name];
select.append(new Option(data.w.any,""),...entries.map(([value,label,n])=>new Option(`${label} (${number(n)})`,value)))};
const tally=pick=>{const counts=new Map();rows.forEach(r=>new Set([pick(r)].flat()).forEach(k=>counts.set(k,(counts.get(k)||0)+1)));return[...counts].sort((a,b)=>b[1]-a[1])};
options("cause",tally(r=>r.codes).map(([c,n])=>[data.codes[c][0],data.codes[c][1],n]));
options("outlet",tally(r=>r.outlet).map(([o,n])=>[data.outlets[o]||"-",data.outlets[o]||data.w.unknown_outlet,n]));
options("lang",tally(r=>r.lang).map(([l,n])=>[data.tongues[l][0]||"-",data.tongues[l][1]||data.w.unknown_language,n]));
const state=()=>Object.fromEntries(new FormData(form));
const collator=new Intl.Collator(document.documentElement.lang);
const orders={
worst:null,
newest:(a,b)=>!a.date-!b.date||(a.date<b.date?1:a.date>b.date?-1:a.n-b.n),
oldest:(a,b)=>!a.date-!b.date||(a.date<b.date?-1:a.date>b.date?1:a.n-b.n),
headline:(a,b)=>collator.compare(a.headline,b.headline)||a.n-b.n,
outlet:(a,b)=>!data.outlets[a.outlet]-!data.outlets[b.outlet]||collator.compare(data.outlets[a.outlet],data.outlets[b.outlet])||a.n-b.n};
const chosen=s=>{
const cause=data.codes.findIndex(c=>c[0]===s.cause),q=folded(s.q).trim().split(/\s+/).filter(Boolean);
const found=rows.filter(r=>
(!s.verdict||V[r.verdict]===s.verdict)&&(!s.cause||r.codes.includes(cause))&&(!s.outlet||(data.outlets[r.outlet]||"-")===s.outlet)&&
(!s.lang||(data.tongues[r.lang][0]||"-")===s.lang)&&(!s.from||r.date&&r.date.slice(0,10)>=s.from.slice(0,r.date.length))&&
(!s.until||r.date&&r.date.slice(0,10)<=s.until)&&q.every(part=>r.find.includes(part)));
return orders[s.sort]?found.sort(orders[s.sort]):found};
const card=(r,level="h3")=>{
const tongue=data.tongues[r.lang][0],why=r.codes.slice(0,3).map((c,n)=>el("li",{class:LEVEL[r.levels[n]],lang:data.codes[c][2]},data.codes[c][1]));
if(r.codes.length>3)why.push(el("li",{},counted("more",r.codes.length-3)));
const outlet=data.outlets[r.outlet]?el("span",{dir:"auto"},data.outlets[r.outlet]):el("span",{class:"slot"},data.w.unknown_outlet);
const source=data.sources[r.source]?[" ",el("span",{dir:"auto"},"← "+data.sources[r.source])]:[];
return el("li",{class:"card "+V[r.verdict]},el("p",{class:"verdict "+V[r.verdict]},el("b",{},data.verdicts[r.verdict][1])),
el("div",{},...r.href?[el(level,{},el("a",{href:r.href,dir:"auto",lang:tongue},r.headline)),
el("p",{class:"meta"},outlet,...source," · "+day(r.date)+(tongue?" · "+data.tongues[r.lang][1]:""))]:[el(level,{dir:"auto"},r.headline)],
level==="h3"&&why.length?el("ul",{class:"why"},...why):""))};
let page=1;
const groups=(found,s)=>{
const of=new Map();
found.forEach(r=>new Set(s.group==="cause"?r.codes:[r.outlet]).forEach(k=>of.has(k)?of.get(k).push(r):of.set(k,[r])));
return[...of].sort((a,b)=>b[1].length-a[1].length).map(([key,members])=>{
const what=s.group==="cause"?data.codes[key][1]:data.outlets[key]||data.w.unknown_outlet;
const all=el("button",{type:"button"},fill(data.w.show_all,{n:number(members.length)}));
all.onclick=()=>{form.elements[s.group].value=s.group==="cause"?data.codes[key][0]:data.outlets[key]||"-";form.elements.group.value="none";page=1;changed();list.querySelector("a")?.focus()};
return el("section",{class:"group"},el("h3",{},counted("group_line",members.length,{what})),el("ol",{class:"cards"},...members.slice(0,5).map(r=>card(r,"h4"))),members.length>5?all:"")})};
const draw=()=>{
const s=state(),found=chosen(s);
$("#count").textContent=found.length?counted("shown",found.length):data.w.nothing;
if(s.group!=="none"){list.replaceChildren(...groups(found,s));pager.hidden=true;return}
const pages=Math.max(1,Math.ceil(found.length/data.perPage));
page=Math.min(page,pages);
list.replaceChildren(el("ol",{class:"cards"},...found.slice((page-1)*data.perPage,page*data.perPage).map(r=>card(r))));
const turn=(by,label)=>{const b=el("button",{type:"button",disabled:page+by<1||page+by>pages},label);b.onclick=()=>{page+=by;changed();scrollTo(0,0);list.querySelector("a")?.focus({preventScroll:true})};return b};
pager.replaceChildren(turn(-1,data.w.previous_page),el("span",{},fill(data.w.page_of,{page,pages})),turn(1,data.w.next_page));
pager.hidden=pages<2};
const plain={verdict:"",q:"",cause:"",outlet:"",lang:"",from:"",until:"",sort:"worst",group:"none"};
const changed=()=>{
const said=new URLSearchParams(Object.entries(state()).filter(([k,v])=>v!==plain[k]));
if(page>1)said.set("page",page);
history.replaceState(null,"","#"+said);
draw()};
const restore=()=>{
const said=new URLSearchParams(location.hash.slice(1));
for(const[name,value]of Object.entries(plain))form.elements[name].value=said.get(name)??value;
page=Math.max(1,parseInt(said.get("page"),10)||1);
draw()};
form.hidden=false;
let wait;
form.addEventListener("input",e=>{page=1;clearTimeout(wait);if(e.target.name==="q")wait=setTimeout(changed,120);else changed()});
form.addEventListener("submit",e=>{e.preventDefault();changed()});
form.addEventListener("reset",()=>setTimeout(()=>{page=1;changed()}));
addEventListener("hashchange",restore);
const move=by=>()=>{const links=$$(".card a",list),n=links.indexOf(document.activeElement);links[Math.max(0,Math.min(links.length-1,n<0?(by>0?0:links.length-1):n+by))]?.focus()};
Object.assign(actions,{j:move(1),k:move(-1),"/":()=>form.elements.q.focus()});
form.elements.q.addEventListener("keydown",e=>{if(e.key==="Escape")form.elements.q.blur()});
restore()};
if(form)start();
