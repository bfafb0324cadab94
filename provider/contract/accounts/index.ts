export * from "./login";
export * from "./members";
export * from "./organisations";
export * from "./passwords";
export * from "./permissions";
export * from "./registration";
export { customFields, service } from "./service";
export * from "./tokens";
export * from "./users";
