import { xml } from './parts.js';

/** A picture whose top left is that of a cell; its size in pixels. */
export interface Picture {
  readonly column: number;
  readonly row: number;
  readonly png: Uint8Array;
}

/** English metric units to a pixel. */
const emu = 9525;

/** Width and height that a PNG says it has. */
export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Pictures in a sheet, each made as wide as `width` pixels at most. */
export function drawingXml(pictures: readonly Picture[], width: number): string {
  const anchors = pictures.map(({ column, row, png }, at) => {
    const size = pngSize(png);
    const shrunk = Math.min(1, width / size.width);
    const extent = `cx="${Math.round(size.width * shrunk * emu)}" cy="${Math.round(size.height * shrunk * emu)}"`;
    return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${extent}/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${at + 1}" name="Picture ${at + 1}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${at + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
  });
  return xml(
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`,
  );
}
