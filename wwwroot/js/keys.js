// What several scripts have to know of keys and of what they close.

/**
 * Whether a key belongs to a composition, in which Chinese, Japanese and Korean are typed: Enter takes a word then, arrows choose
 * among words. Some browsers report the last Enter after the composition, with the code that stands for it all the same.
 */
export const isOfComposition = event => event.isComposing || event.keyCode === 229;

/** The open drawer or menu, or null: browsers that know no popovers have none, and do not know the selector. */
export function openPopover() {
  try {
    return document.querySelector("[popover]:popover-open");
  } catch {
    return null;
  }
}
