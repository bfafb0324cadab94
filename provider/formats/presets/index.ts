export { presets, type Preset } from "./catalogue";
