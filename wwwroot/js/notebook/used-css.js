// The rules of some style sheets that a page uses: a component library brings many that it does not.
export function usedRules(sheets, isUsed) {
  let css = "";
  for (const sheet of sheets) {
    if (!sheet.disabled) css += rulesOf(sheet.cssRules, isUsed, sheet.href);
  }
  return css;
}

function rulesOf(rules, isUsed, base) {
  let css = "";
  for (const rule of rules) {
    if (rule.styleSheet) {
      css += rulesOf(rule.styleSheet.cssRules, isUsed, rule.styleSheet.href);
    } else if (rule.selectorText !== undefined) {
      if (matches(rule.selectorText, isUsed)) css += `${absolute(rule.cssText, base)}\n`;
    } else if (rule.cssRules && !rule.name) {
      const inner = rulesOf(rule.cssRules, isUsed, base);
      const head = rule.cssText.slice(0, rule.cssText.indexOf("{"));
      if (inner) css += `${head}{\n${inner}}\n`;
    } else {
      css += `${absolute(rule.cssText, base)}\n`;
    }
  }
  return css;
}

// What is asked of a state or of a part is asked of the element alone.
function matches(selector, isUsed) {
  const plain = selector.replaceAll(":root", "html").replace(/::?(before|after|marker|placeholder|selection|backdrop|first-line|first-letter|hover|focus-visible|focus-within|focus|active|target|checked|disabled)\b(\([^)]*\))?/g, "");
  try {
    return plain.split(",").some(part => part.trim() === "" || isUsed(part.trim()));
  } catch {
    // A selector that cannot be asked like this, such as a list within :is(), stays.
    return true;
  }
}

function absolute(text, base) {
  return text.replace(/url\(["']?(?!data:|https?:|#)([^"')]+)["']?\)/g, (_, file) => `url("${new URL(file, base ?? undefined).href}")`);
}
