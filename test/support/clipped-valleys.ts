/** Two valleys with a border between; K may be an end that the extract's edge cut. */
export const CLIPPED_VALLEYS = `
  A---B : C---D
  |   | :     |
  |   K :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  |     :     |
  E-----:-----F`;
