export * from "./job-models";
export * from "./jobs";
export * from "./monitoring";
export { service } from "./service";
export * from "./service-models";
export * from "./service-types";
export * from "./services";
