using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>
/// Does to a page what a browser's translator does, and a highlighter of words: text nodes are taken out and stand as
/// copies in elements, or in part move into one, and what comes later is treated alike. The words stay the same.
/// </summary>
internal sealed class Translator(IPage page)
{
    private const string Script = """
        way => {
          // A highlighter of words asks nobody.
          const kept = (way === "highlights" ? "" : "[translate=no], ") + "svg, math, script, style, noscript, title, textarea, option, font, .highlit";
          const texts = window.translated = new Map();
          const ways = {
            copies(text) {
              const outer = document.createElement("font");
              const inner = outer.appendChild(document.createElement("font"));
              inner.append(text.data);
              text.replaceWith(outer);
              return outer;
            },
            moves(text) {
              const font = document.createElement("font");
              text.replaceWith(font);
              font.append(text);
              return font;
            },
            highlights(text) {
              const span = Object.assign(document.createElement("span"), { className: "highlit" });
              const part = text.splitText(Math.floor(text.data.length / 2));
              part.replaceWith(span);
              span.append(part);
              return span;
            },
          };
          const treat = root => {
            if (!root.isConnected) return;
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const found = root.nodeType === Node.TEXT_NODE ? [root] : [];
            while (walker.nextNode()) found.push(walker.currentNode);
            for (const text of found) {
              if (text.data.trim() === "" || texts.has(text) || text.parentElement.closest(kept)) continue;
              const place = ways[way](text);
              texts.set(text, { place, data: text.data });
            }
          };
          treat(document.body);
          new MutationObserver(records => records.flatMap(record => [...record.addedNodes]).forEach(treat))
            .observe(document.body, { childList: true, subtree: true });
        }
        """;

    /// <summary>How many texts stand translated.</summary>
    public Task<int> CountAsync() => page.EvaluateAsync<int>("[...window.translated.values()].filter(each => each.place.isConnected).length");

    /// <param name="way">"copies", "moves" or "highlights".</param>
    public Task TranslateAsync(string way) => page.EvaluateAsync($"({Script})('{way}')");

    /// <summary>Texts that have changed since, while the reader sees what they were.</summary>
    public Task<string[]> StaleAsync() => page.EvaluateAsync<string[]>("""
        [...window.translated].filter(([text, { place, data }]) => place.isConnected && text.data !== data)
          .map(([text, { place, data }]) => `${data} -> ${text.data} in ${place.parentElement.outerHTML.slice(0, 120)}`)
        """);
}
