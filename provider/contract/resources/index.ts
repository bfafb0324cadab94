export { service } from "./service";
export * from "./settings";
export * from "./theme-automation";
export * from "./theme-display";
export * from "./theme-metadata";
export * from "./theme-models";
export * from "./theme-services";
export * from "./themes";
export { unlike } from "../no-duplicates";
