// The widgets of the lessons: pointing at single cells, arrow keys, sliders that show their value while they move.
// Everything is computed and rendered on the server; what the pointer passes over never goes there.
import { ConvView } from './conv-view.js';
import { RovingGrid } from './roving-grid.js';
import { WidgetSlider } from './widget-slider.js';

const elements = { 'conv-view': ConvView, 'roving-grid': RovingGrid, 'widget-slider': WidgetSlider };
for (const [name, type] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, type);
}
