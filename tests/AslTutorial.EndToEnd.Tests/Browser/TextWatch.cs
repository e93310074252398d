using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>
/// Makes an error of every text outside of translate="no" that is put in, taken out or changed by itself, and of every element
/// put in before one: a translator of the browser, or a highlighter of words, may have taken such a text out of the page by then.
/// </summary>
internal static class TextWatch
{
    // Texts that a script sets come and go in one record. What was put in with its element is not by itself.
    private const string Script = """
        (() => {
          const noted = new Set();
          const live = "[translate=no], svg, math, script, style, noscript, title, textarea, option, font";
          const speaks = node => node?.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
          const note = (what, node, home) => {
            if (!home?.isConnected || home.closest(live)) return;
            const way = [];
            for (let at = home; at && way.length < 4; at = at.parentElement) way.unshift(at.localName + (at.className ? "." + String(at.className).trim().replace(/\s+/g, ".") : ""));
            const place = `${what} in ${way.join(" > ")}`;
            if (noted.has(place)) return;
            noted.add(place);
            console.error(`Text ${place}: ${node.data ?? node.outerHTML.slice(0, 80)}`);
          };
          new MutationObserver(records => {
            if (document.readyState === "loading" || window.translated) return;
            const isNew = new Set(records.flatMap(record => [...record.addedNodes]));
            const isWithinNew = node => {
              for (let at = node; at; at = at.parentNode) if (isNew.has(at)) return true;
              return false;
            };
            for (const { type, target, addedNodes, removedNodes, nextSibling } of records) {
              const home = type === "characterData" ? target.parentElement : target;
              if (isWithinNew(home)) continue;
              if (type === "characterData") { if (speaks(target)) note("changed", target, home); continue; }
              if (addedNodes.length > 0 && removedNodes.length > 0) continue;
              for (const node of addedNodes) if (speaks(node)) note("put in", node, home);
              for (const node of removedNodes) if (speaks(node)) note("taken out", node, home);
              if (addedNodes[0]?.nodeType === Node.ELEMENT_NODE && speaks(nextSibling)) note("put before a text", addedNodes[0], home);
            }
          }).observe(document, { subtree: true, childList: true, characterData: true });
        })();
        """;

    public static Task AddToAsync(IBrowserContext context) => context.AddInitScriptAsync(Script);
}
