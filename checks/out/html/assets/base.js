"use strict";
const $=(s,e=document)=>e.querySelector(s),$$=(s,e=document)=>[...e.querySelectorAll(s)];
const keys=$("#keys"),actions={"?":()=>keys.open?keys.close():keys.showModal()};
$$("[data-keys]").forEach(b=>{b.hidden=false;b.onclick=actions["?"]});
addEventListener("keydown",e=>{
if(e.ctrlKey||e.metaKey||e.altKey||e.target.closest("input:not([type=radio]),select,textarea"))return;
if(keys.open&&e.key!=="?")return;
const act=actions[e.key];
if(act){e.preventDefault();act()}});
const data=JSON.parse($("#data").textContent);
const calm=matchMedia("(prefers-reduced-motion:reduce)");
