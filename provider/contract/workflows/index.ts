export * from "./job-models";
export * from "./jobs";
export { service } from "./service";
export * from "./service-types";
