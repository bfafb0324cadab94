export { service } from "./service";
export * from "./usage";
export * from "./validation";
