/** The version that manifests name. A constant: all of package.json would travel with the Worker else. [X11] */
export const serverVersion = '0.1.0'
