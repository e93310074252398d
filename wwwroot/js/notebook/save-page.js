// The lesson as one file that needs nothing else: the learner's values and outputs in it, styles and fonts inlined, no
// script.
import { showAllDrawn } from "./held.js";
import { usedRules } from "./used-css.js";

const dropped = "script, noscript, dialog, .rail, .app-bar, .site-footer, .notice, .skip-link, .no-print, .mud-popover-provider, "
  + ".bar-menu, link, template, style, .visually-hidden[role=status], figure-steps button, base";

export async function savePage(name) {
  const html = await selfContained();
  const address = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export async function selfContained() {
  await showAllDrawn();
  const root = document.documentElement.cloneNode(true);
  root.removeAttribute("data-first-view");
  root.removeAttribute("data-whole");
  copyTyped(root);
  root.querySelectorAll(dropped).forEach(element => element.remove());
  // A title is still one; any other button would be dead.
  root.querySelectorAll("button").forEach(button => {
    if (!button.matches(".reveal-title")) button.remove();
    else button.replaceWith(Object.assign(document.createElement("p"), { className: "reveal-title", textContent: button.textContent.trim() }));
  });
  // Whoever has only the file cannot answer: it is open, and the questions say that they are answered below.
  root.querySelectorAll(".after-body[hidden]").forEach(body => body.removeAttribute("hidden"));
  root.dataset.saved = "";
  root.querySelectorAll(".fold").forEach(fold => fold.classList.add("is-open"));
  root.querySelectorAll("[tabindex]").forEach(element => element.removeAttribute("tabindex"));
  root.querySelector(".frame")?.classList.remove("has-contents", "has-side");
  dropComments(root);
  localLinks(root);
  await inlineImages(root);
  const style = document.createElement("style");
  style.textContent = await inlineFiles(usedRules(document.styleSheets, selector => root.matches(selector) || root.querySelector(selector) !== null));
  root.querySelector("head").append(style);
  return `<!DOCTYPE html>\n${root.outerHTML}`;
}

// Fields become text, what is chosen or moved stays as it is: what was typed is a property of theirs, which a copy does not have.
function copyTyped(root) {
  const typed = document.documentElement.querySelectorAll("input");
  root.querySelectorAll("input").forEach((copy, i) => {
    if (copy.type === "hidden") {
      copy.remove();
      return;
    }
    if (["radio", "checkbox", "range"].includes(copy.type)) {
      copy.toggleAttribute("checked", typed[i].checked);
      copy.setAttribute("value", typed[i].value);
      copy.disabled = true;
      return;
    }
    const text = document.createElement("span");
    text.className = "typed";
    text.textContent = typed[i].value || "____";
    copy.replaceWith(text);
  });
}

function dropComments(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  comments.forEach(comment => comment.remove());
}

// Links within the lesson stay in the file, others go to where the page came from.
function localLinks(root) {
  const here = location.href.split("#")[0].split("?")[0];
  for (const link of root.querySelectorAll("a[href]")) {
    const address = new URL(link.getAttribute("href"), document.baseURI);
    link.setAttribute("href", address.href.split("#")[0].split("?")[0] === here && address.hash ? address.hash : address.href);
  }
}

async function inlineImages(root) {
  for (const image of root.querySelectorAll("img[src]:not([src^='data:'])")) {
    image.src = await asData(new URL(image.getAttribute("src"), document.baseURI));
  }
}

async function inlineFiles(css) {
  const files = [...new Set([...css.matchAll(/url\("?(https?:[^")]+)"?\)/g)].map(match => match[1]))];
  for (const file of files) css = css.replaceAll(file, await asData(file));
  return css;
}

async function asData(address) {
  const blob = await (await fetch(address)).blob();
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
