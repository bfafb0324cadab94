export * from "./models";
export * from "./profile-models";
export * from "./profiles";
export * from "./schemas";
export { service } from "./service";
