// The widgets of the lessons: pointing at single cells, arrow keys, sliders that show their value while they move.
// The drawn part is computed and rendered on the server; what the pointer passes over never goes there.
import { AliveWidget } from '../alive/alive-widget.js';
import { ConvView } from './conv-view.js';
import { RovingGrid } from './roving-grid.js';
import { WidgetSlider } from './widget-slider.js';

const elements = { 'alive-widget': AliveWidget, 'conv-view': ConvView, 'roving-grid': RovingGrid, 'widget-slider': WidgetSlider };
for (const [name, type] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, type);
}

// What was changed while the line was lost is told once it stands, in the same order.
const untold = new Set();
const lost = '#components-reconnect-modal[class*="components-reconnect-"]:not(.components-reconnect-hide)';

document.addEventListener('change', (event) => {
  if (!event.target.closest('.widget') || !document.querySelector(lost)) return;
  untold.delete(event.target);
  untold.add(event.target);
});

addEventListener('asl-connected', () => {
  for (const input of untold) {
    untold.delete(input);
    if (input.isConnected && (input.type !== 'radio' || input.checked)) input.dispatchEvent(new Event('change', { bubbles: true }));
  }
});
