// A child that cannot load a module, as where too few open files are allowed.
const fault = new Error("EMFILE: too many open files, open 'x.js'");
throw fault;
