"use strict";
const $=(s,e=document)=>e.querySelector(s),$$=(s,e=document)=>[...e.querySelectorAll(s)];
const data=JSON.parse($("#data").textContent),keys=$("#keys"),actions={"?":()=>keys.open?keys.close():keys.showModal()};
$$("[data-keys]").forEach(b=>{b.hidden=false;b.onclick=actions["?"]});
addEventListener("keydown",e=>{
const act=actions[e.key];
if(!act||e.ctrlKey||e.metaKey||e.altKey||keys.open&&e.key!=="?"||e.target.closest("input:not([type=radio]),select,textarea"))return;
e.preventDefault();act()});
