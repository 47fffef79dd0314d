/** The part of a pino logger that storage and jobs use. Fields first, then the text; never words of an answer. */
export type Logger = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** Drops everything: the default where no logger is passed. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
