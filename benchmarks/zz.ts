import { openImage } from '../src/read/ocr/decode-image.ts'
import { readPagesByOcr } from '../src/read/ocr/read-pages.ts'
import { composePages } from '../src/read/layout/compose.ts'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
const [file, page, pattern] = process.argv.slice(2)
execFileSync('pdfimages', ['-png','-f',page!,'-l',page!,file!,'/tmp/scans/view/zz'])
const [im]=await openImage(readFileSync('/tmp/scans/view/zz-000.png'),'image/png')
const image=await im!.decode()
const w=595,h=595*image.height/image.width
const r=await readPagesByOcr([{number:1,width:w,height:h,picture:async()=>({number:1,width:w,height:h,image,box:[0,0,w,h] as const,bilevel:process.argv[5]==='bw'})}],{signal:new AbortController().signal} as any)
const words=r.pages[0]!.words
const re=new RegExp(pattern!)
const hit=words.find(x=>re.test(x.text))
if(process.argv[6]==='all') for(const x of words) console.log(x.baseline.toFixed(1),x.left.toFixed(0),x.right.toFixed(0),x.fontSize,(x.confidence??0).toFixed(2),x.text)
else if(hit) for(const x of words.filter(x=>Math.abs(x.baseline-hit.baseline)<40)) console.log(x.baseline.toFixed(1),x.left.toFixed(0),x.right.toFixed(0),x.fontSize,(x.confidence??0).toFixed(2),x.text)
console.log(r.pages[0]!.rules.length,'rules')
