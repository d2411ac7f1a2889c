/** The look of a page of findings, on a screen and on A4. */
export const style = `
body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1a1a1a;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem;border-bottom:2px solid #444}
.file,.place,.rule,.why-not{color:#555;font-size:.87rem;overflow-wrap:anywhere}
article{border:1px solid #bbb;border-left-width:.4rem;padding:.6rem 1rem;margin:1rem 0;break-inside:avoid}
article.error{border-left-color:#b00020}article.warning{border-left-color:#b85c00}article.review{border-left-color:#0b5cad}
article h3{font-size:1rem;margin:.2rem 0}.arithmetic{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
blockquote{margin:.4rem 0;padding:.3rem .8rem;background:#f4f4f4;overflow-wrap:anywhere;white-space:pre-wrap}
mark{background:#ffe08a;color:#000;border-bottom:2px solid #b00020}
img{max-width:100%;border:1px solid #bbb;margin:.4rem 0}
.reply{border-top:1px dashed #999;margin-top:.6rem;padding-top:.4rem;min-height:3.5rem;white-space:pre-wrap}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}}
@page{size:A4;margin:18mm}
`;
