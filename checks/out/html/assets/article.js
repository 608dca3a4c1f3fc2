const text=$("#text")||keys,views=$$("[name=view]"),said=$("#said"),w=data.w,causes=$$(".cause[id]");
const junk=$$("details",text),stops=$$("a,summary:has([class])",text).filter(n=>!n.matches("small>a")||!$$("p>a",n.closest("p")).some(m=>m.hash===n.hash));
const title=c=>$("h4",c).lastChild.data;
const lost=String.fromCharCode(65533);
let at=-1,copy;
$$("a",text).forEach(a=>a.ariaLabel=a.title=w.mark.replace("{n}",a.text).replace("{title}",title($(a.hash))));
const show=(to,lit)=>{
if(views[1].checked)choose(0);
for(let d=to;d=d.parentElement.closest("details");)d.open=true;
$$(".on").forEach(n=>n.classList.remove("on"));
lit.forEach(n=>n.classList.add("on"));
to.scrollIntoView({block:"center"})};
const arrive=()=>{
const id=location.hash.slice(1),to=id&&document.getElementById(id);
if(!to)return;
if(to.matches(".cause")){($("details",to)||to).open=true;to.focus()}
if(text.contains(to))show(to,$$(`#${id}:not(b),[data-e~=${id}]`));
else to.scrollIntoView({block:"center"})};
const step=by=>{
if(!stops.length)return;
at=(at+by+stops.length+(at<0&&by<0))%stops.length;
const stop=stops[at];
let mark=stop;
while(mark&&!mark.matches("mark"))mark=mark.nextElementSibling;
show(stop,[stop.matches("p>a")&&mark||stop.closest("p,details")]);
stop.focus({preventScroll:true});
$("#at").textContent=w.finding_of.replace("{n}",at+1).replace("{all}",stops.length)};
const choose=n=>{views[n].checked=true;view()};
const view=()=>{
const both=views[2].checked;
if(both&&!copy){
copy=text.cloneNode(true);
$$(".junk,.t>:nth-child(2n),small,a,b",copy).forEach(n=>n.remove());
$$("i",copy).forEach(n=>n.replaceWith(n.matches(".x")||n.textContent[0]===lost?lost:/^(VT|FF|NEL|LS|PS)/.test(n.textContent)?" ":""));
$$("mark,span",copy).forEach(n=>n.replaceWith(...n.childNodes));
[copy,...$$("[id]",copy)].forEach(n=>n.removeAttribute("id"));
text.after(copy)}
if(copy)copy.hidden=!both;
text.parentElement.classList.toggle("both",both)};
const fold=()=>{
const b=$("[data-fold]"),open=!junk.some(d=>d.open);
b.dataset.a??=b.textContent;
junk.forEach(d=>d.open=open);
b.textContent=open?b.dataset.a:b.dataset.b};
const give=async words=>{
try{await navigator.clipboard.writeText(words);said.textContent=w.copied}
catch{
const box=$("textarea")||document.createElement("textarea");
box.ariaLabel=said.textContent=w.copy_failed;
box.value=words;said.after(box);box.select()}};
const quoted=s=>JSON.stringify(s).replace(/[\x7f-\x9f]/g,c=>"\\u00"+c.charCodeAt().toString(16));
const press=(selector,act)=>$$(selector).forEach(b=>{b.hidden=false;b.onclick=()=>act(b)});
causes.forEach(c=>{
c.tabIndex=-1;
const b=document.createElement("button"),code=$("code",c).textContent;
b.className="link";b.textContent=w.copy_waiver;
b.onclick=()=>give(
`[[waiver]]
code = ${quoted(code)}
path = ${quoted(data.path.replace(/[[*?]/g,"[$&]"))}
reason = ""  # ${w.reason_hint}
who = ""  # ${w.who_hint}
# until = 2030-12-31  # ${w.until_hint}
`);
($("details",c)||c).append(b)});
press("[data-request]",()=>{
const headline=$("h1").textContent;
give([w.subject.replace("{headline}",headline),"",w.opening,headline,w.file.replace("{path}",data.path),"",w.found,
...causes.map((c,n)=>[n+1+". "+title(c),...$$("li,code~a",c).map(l=>"   - "+l.textContent.replace(/\s+/g," ").trim())].join("\n")),"",w.closing,""].join("\n"))});
press("[data-step]",b=>step(+b.dataset.step));
if(stops.length)$(".step").hidden=false;
if(junk.length)press("[data-fold]",fold);
if(text!==keys){
$("[data-both]").hidden=false;
views.forEach(n=>n.onchange=view)}
const go=id=>()=>$(id)?.click();
Object.assign(actions,{j:()=>step(1),n:()=>step(1),k:()=>step(-1),p:()=>step(-1),"]":go("#after"),"[":go("#before"),u:go("#up"),f:fold,
v:()=>choose((views.findIndex(n=>n.checked)+1)%3)});
addEventListener("hashchange",arrive);
addEventListener("click",e=>{const a=e.target.closest("a[href^='#']");if(a&&a.hash===location.hash){e.preventDefault();arrive()}});
addEventListener("beforeprint",()=>junk.forEach(d=>d.open=true));
arrive();
