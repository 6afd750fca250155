export { ConfigError, type ConfigFault } from "./config-error.ts";
export { type Config, checkEnvironment, readConfig, type Variables } from "./read-config.ts";
