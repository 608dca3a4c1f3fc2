const text=$("#text"),stops=text?$$(".n,.sn>a",text).filter(n=>n.matches(".n")||!$$(".n",n.closest("p")).some(m=>m.hash===n.hash)):[];
let at=-1;
const reveal=n=>{for(let d=n.closest("details");d;d=d.parentElement.closest("details"))d.open=true};
const light=id=>{
$$(".on",text).forEach(n=>n.classList.remove("on"));
$$(`#${CSS.escape(id)}:not(b),[data-e~="${CSS.escape(id)}"]`,text).forEach(n=>n.classList.add("on"))};
const arrive=()=>{
const id=decodeURIComponent(location.hash.slice(1)),to=id&&document.getElementById(id);
if(!to)return;
reveal(to);
if(text&&text.contains(to)){if($("[value=clean]").checked){$("[value=raw]").checked=true;view()}light(id)}
else if(to.matches(".cause"))to.focus({preventScroll:true});
to.scrollIntoView({block:"center",behavior:calm.matches?"instant":"smooth"})};
addEventListener("hashchange",arrive);
addEventListener("click",e=>{const a=e.target.closest('a[href^="#"]');if(a&&a.hash===location.hash){e.preventDefault();arrive()}});
const step=by=>{
if(!stops.length)return;
at=(at+by+stops.length+(at<0&&by<0?1:0))%stops.length;
const stop=stops[at];
if($("[value=clean]").checked){$("[value=raw]").checked=true;view()}
reveal(stop);
$$(".on",text).forEach(n=>n.classList.remove("on"));
let mark=stop.nextElementSibling;
while(mark&&!mark.matches("mark"))mark=mark.nextElementSibling;
(stop.matches(".n")&&mark||stop.closest("p")).classList.add("on");
stop.focus({preventScroll:true});
stop.scrollIntoView({block:"center",behavior:calm.matches?"instant":"smooth"});
$("#at").textContent=data.w.finding_of.replace("{n}",at+1).replace("{all}",stops.length)};
const panes=$(".panes");
const view=()=>{
const both=$("[value=both]").checked;
let copy=$(".copy");
if(both&&!copy&&panes){
copy=text.cloneNode(true);copy.id="";copy.removeAttribute("id");copy.className="copy";
$$("[data-z=junk],.sn,.n,b[id],.t",copy).forEach(n=>n.remove());
$$("[id]",copy).forEach(n=>n.removeAttribute("id"));
$$("mark,.e",copy).forEach(n=>n.replaceWith(...n.childNodes));
panes.append(copy)}
if(copy)copy.hidden=!both;
if(panes)panes.classList.toggle("both",both)};
$$("[name=view]").forEach(n=>n.onchange=view);
$$("[data-js]").forEach(n=>n.hidden=!text||n.matches(".step")&&!stops.length||n.matches("[data-fold]")&&!$("[data-z=junk]",text));
$$("[data-step]").forEach(b=>b.onclick=()=>step(+b.dataset.step));
const fold=()=>{
const b=$("[data-fold]"),runs=$$("[data-z=junk]",text),open=!runs.some(r=>r.open);
runs.forEach(r=>r.open=open);
b.textContent=open?b.dataset.a:b.dataset.b};
if(text)$("[data-fold]").onclick=fold;
const copyText=async words=>{
const said=$("#said");
try{await navigator.clipboard.writeText(words);said.textContent=data.w.copied}
catch{
let box=$("#box");
if(!box){box=document.createElement("textarea");box.id="box";box.rows=10;box.cols=60;box.setAttribute("aria-label",data.w.copy_failed);said.after(box)}
box.value=words;box.select();said.textContent=data.w.copy_failed}};
const quoted=s=>JSON.stringify(s).replace(/[\u007f-\uffff]/g,c=>c<"\u00a0"?"\\u"+c.charCodeAt().toString(16).padStart(4,"0"):c);
$$("[data-waiver]").forEach(b=>{b.hidden=false;b.onclick=()=>copyText(
["[[waiver]]",`code = ${quoted(b.closest(".cause").dataset.code)}`,`path = ${quoted(data.path.replace(/[[*?]/g,"[$&]"))}`,
`reason = ""  # ${data.w.reason_hint}`,`who = ""  # ${data.w.who_hint}`,`# until = 2030-12-31  # ${data.w.until_hint}`,""].join("\n"))});
$$("[data-request]").forEach(b=>{b.hidden=false;b.onclick=()=>{
const w=data.w,one=c=>{
const places=$$(".places>li",c).map(l=>"   - "+l.innerText.replace(/\s+/g," ").trim());
return[`${$(".num",c).textContent}. ${$(".t1",c).textContent}`,...places].join("\n")};
copyText([w.subject.replace("{headline}",$("h1").textContent),"",w.opening,$("h1").textContent,w.file.replace("{path}",data.path),"",
w.found,...$$(".cause").map(one),"",w.closing,""].join("\n"))}});
const go=id=>()=>{const a=document.getElementById(id);if(a)a.click()};
Object.assign(actions,{j:()=>step(1),n:()=>step(1),k:()=>step(-1),p:()=>step(-1),"]":go("after"),"[":go("before"),u:go("up"),
f:()=>$("[data-fold]").click(),
v:()=>{const r=$$("[name=view]"),n=r[(r.findIndex(x=>x.checked)+1)%r.length];n.checked=true;view()}});
addEventListener("beforeprint",()=>$$("#text details").forEach(d=>d.open=true));
arrive();
