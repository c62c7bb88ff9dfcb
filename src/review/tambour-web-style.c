/* tambour-web-style.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-web-private.h"

/* Contrast with the dark paper that an accent must have. */
#define LEAST_CONTRAST 5.5

/* What is left of a lightened accent on dark paper in its companions. */
#define MID_SHARE  0.5
#define PALE_SHARE 0.16

/* The tones at night: their contrasts with the paper are those of the day, or better. */
static const TambourColour night[TAMBOUR_N_TONES] = {
  [TAMBOUR_TONE_NONE]    = 0x000000,
  [TAMBOUR_TONE_INK]     = 0xeef1f4,
  [TAMBOUR_TONE_INK2]    = 0xc3cbd3,
  [TAMBOUR_TONE_INK3]    = 0x9aa5b0,
  [TAMBOUR_TONE_MID]     = 0x75818d,
  [TAMBOUR_TONE_RULE]    = 0x36414c,
  [TAMBOUR_TONE_TRACK]   = 0x2a333d,
  [TAMBOUR_TONE_WASH]    = 0x1c242c,
  [TAMBOUR_TONE_PAPER]   = 0x12171d,
  [TAMBOUR_TONE_MET]     = 0x54b8a1,
  [TAMBOUR_TONE_NEARLY]  = 0xe6b04a,
  [TAMBOUR_TONE_MISSED]  = 0xee8a72,
};

static const char sheet[] =
  "*{box-sizing:border-box}\n"
  "html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}\n"
  "body{margin:0;background:var(--c8);color:var(--c1);line-height:1.5;overflow-wrap:anywhere}\n"
  "header,nav,section,footer{max-width:76rem;margin:0 auto;padding:2.5rem 1.25rem}\n"
  "h1,h2,h3,p,ul,ol,table,figure{margin:0;padding:0}\n"
  "h1{font-size:clamp(1.9rem,5vw,3rem);line-height:1.15;font-weight:600;letter-spacing:-.02em;margin:.4rem 0 1rem;"
  "text-wrap:balance}\n"
  "h2{font-size:clamp(1.45rem,3.2vw,2rem);line-height:1.25;font-weight:600;letter-spacing:-.012em;"
  "margin:.25rem 0 1.25rem;max-width:62rem;text-wrap:balance}\n"
  "h3{font-size:1.06rem;line-height:1.4;font-weight:400;margin:1.75rem 0 .6rem}\n"
  "h3.ruled{border-top:2px solid var(--c1);padding-top:.6rem}\n"
  ".row>div>h3:first-child,.many>div>h3:first-child{margin-top:.5rem}\n"
  "b,th b{font-weight:600}\n"
  "p+p{margin-top:.35rem}\n"
  ".label{color:var(--c9);font-weight:600;font-size:.9rem}\n"
  ".big{font-size:2.6rem;line-height:1.15;font-weight:600;letter-spacing:-.03em}\n"
  ".lead{font-size:1.15rem}\n"
  ".second{font-size:.92rem}\n"
  ".small{font-size:.84rem}\n"
  "a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em}\n"
  "p a,li a,td a{color:var(--c2);white-space:nowrap}\n"
  "a.figure{display:block;text-decoration:none}\n"
  "a.figure:hover{text-decoration:underline;text-underline-offset:.18em}\n"
  "a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--c9);outline-offset:3px}\n"
  "section:target,tr:target{background:var(--c7)}\n"
  ".skip{position:absolute;left:-100vw;top:0;padding:.75rem 1.25rem;background:var(--c8);color:var(--c1);z-index:1}\n"
  ".skip:focus{left:0;inset-inline-start:0}\n"
  ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
  ".points{list-style:none}\n"
  ".points li{padding:.65rem 0;border-bottom:1px solid var(--c5)}\n"
  ".row>div,.many>div{min-width:0}\n"
  ".row>div+div{margin-top:1.5rem}\n"
  ".many{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.25rem,1fr));gap:1.5rem;margin-bottom:1.5rem}\n"
  ".panel>*+*{margin-top:1rem}\n"
  ".panel svg{min-width:0!important}\n"
  ".panel{--c1:#fff;--c2:#fff;--c3:#fff;--c8:#fff;--c9:var(--panel);background:var(--panel);color:#fff;"
  "padding:1.5rem;border-radius:.25rem;-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
  "figure{margin:.25rem 0 .75rem}\n"
  ".scroll{overflow-x:auto;padding-bottom:2px}\n"
  "figure>.scroll{background:linear-gradient(90deg,var(--c8) 2rem,transparent) 0 0/3rem 100% no-repeat local,"
  "linear-gradient(270deg,var(--c8) 2rem,transparent) 100% 0/3rem 100% no-repeat local,"
  "linear-gradient(90deg,var(--c5),transparent) 0 0/.6rem 100% no-repeat scroll,"
  "linear-gradient(270deg,var(--c5),transparent) 100% 0/.6rem 100% no-repeat scroll}\n"
  ".panel .scroll{background:none}\n"
  "svg{display:block;max-width:100%;height:auto;overflow:visible}\n"
  ".bars{margin-top:.4rem}\n"
  ".sign{display:inline-block;width:1.05em;height:1.05em;vertical-align:-.16em;margin-inline-end:.1em}\n"
  ".round{stroke-linecap:round;stroke-linejoin:round}\n"
  ".w400{font-weight:400}\n"
  ".w600{font-weight:600}\n"
  ".w700{font-weight:700}\n"
  ".tnum,.number{font-feature-settings:\"tnum\"}\n"
  "table{border-collapse:collapse;width:100%;font-size:.95rem}\n"
  "th,td{text-align:start;vertical-align:middle;padding:.5rem 0;padding-inline-end:.9rem;font-weight:400;min-width:3.5rem}\n"
  "tbody th{min-width:9rem}\n"
  "th:last-child,td:last-child{padding-inline-end:0}\n"
  "thead th,thead td{vertical-align:bottom;color:var(--c3);font-size:.86rem;border-bottom:1.5px solid var(--c2)}\n"
  "tbody th,tbody td{border-bottom:1px solid var(--c5);overflow-wrap:break-word}\n"
  "td:has(>.sign){white-space:nowrap}\n"
  ".number,thead .number{text-align:end;white-space:nowrap}\n"
  "header table{max-width:34rem;margin-block:1rem}\n"
  "header tbody th,header tbody td{border:0;padding-block:.2rem;vertical-align:top}\n"
  "header tbody th{color:var(--c3);min-width:7rem;width:7rem}\n"
  "nav{padding-top:0}\n"
  "nav h2{font-size:1.06rem;margin:0 0 .5rem}\n"
  "nav ol{list-style:none}\n"
  "nav li{display:flex;padding:.2rem 0}\n"
  "nav li span{flex:0 0 2rem;font-feature-settings:\"tnum\"}\n"
  "nav li a{white-space:normal;color:inherit}\n"
  "main>section{border-top:1px solid var(--c5)}\n"
  ".source{margin-top:1.75rem;font-size:.86rem;color:var(--c3)}\n"
  ".source p{font-size:1em;max-width:60rem}\n"
  "details{margin-top:.4rem;font-size:.88rem;color:var(--c2)}\n"
  "summary{cursor:pointer;padding:.3rem 0;color:var(--c3)}\n"
  "details ul{padding-inline-start:1.2rem;columns:16rem;column-gap:2rem}\n"
  "footer{border-top:1px solid var(--c5);color:var(--c3);font-size:.86rem;padding-block:1.25rem 3rem}\n"
  "@media (min-width:60rem){\n"
  ".row{display:flex;gap:3rem;align-items:flex-start}\n"
  ".row>div+div{margin-top:0}\n"
  "header,nav,section,footer{padding-inline:2.5rem}\n"
  "}\n"
  "@media (max-width:30rem){.big{font-size:2.1rem}}\n"
  /* Narrow windows show a row as a card, each cell after the head of its column. */
  "@media screen and (max-width:44rem){\n"
  "main table,main tbody,main tr,main tbody th,main tbody td{display:block}\n"
  "main thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
  "main tr{border-bottom:1px solid var(--c5);padding:.6rem 0}\n"
  "main tbody th,main tbody td,main tbody td.number{border:0;padding:.1rem 0;min-width:0;text-align:start;"
  "white-space:normal}\n"
  "main td[data-head]::before{content:attr(data-head) \": \";color:var(--c3)}\n"
  "main td.order{display:none}\n"
  "}\n"
  "@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}\n";

static const char printed[] =
  "@media print{\n"
  "html{font-size:9.8pt}\n"
  "body{line-height:1.36}\n"
  "header,section,footer{max-width:none;padding:0}\n"
  "nav,.skip,details{display:none}\n"
  "main>section{break-before:page;border:0}\n"
  ".panel{padding:12pt}\n"
  ".source{margin-top:10pt}\n"
  "h2{font-size:20pt;margin-bottom:10pt}\n"
  "h2,h3{break-after:avoid}\n"
  "h3{margin-top:14pt}\n"
  "tr,li,figure,svg{break-inside:avoid}\n"
  "thead{display:table-header-group}\n"
  ".scroll{overflow:visible}\n"
  "svg[id]{min-width:0}\n"
  "th,td{padding-block:2.6pt;min-width:0}\n"
  "tbody th{min-width:0}\n"
  "a{text-decoration:none}\n"
  ".panel,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
  "footer{border:0;padding-top:14pt}\n"
  "}\n";

static guint
channel (TambourColour colour,
         guint         shift)
{
  return (colour >> shift) & 0xff;
}

/* @share of @one over @other, in hundredths so that every machine rounds alike. */
static TambourColour
mix (TambourColour one,
     TambourColour other,
     guint         share)
{
  TambourColour mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    mixed |= ((channel (one, shift) * share + channel (other, shift) * (100 - share)) / 100) << shift;

  return mixed;
}

static TambourColour
lighten_until_readable (TambourColour accent)
{
  TambourColour colour = accent;

  for (guint share = 100; share > 0 && tambour_colour_contrast (colour, night[TAMBOUR_TONE_PAPER]) < LEAST_CONTRAST; share--)
    colour = mix (accent, 0xffffff, share);

  return colour;
}

static TambourColour
tone_at_night (const TambourTheme *theme,
               TambourTone         tone)
{
  TambourColour accent = lighten_until_readable (theme->colours[TAMBOUR_TONE_ACCENT]);

  if (tone == TAMBOUR_TONE_ACCENT)
    return accent;
  if (tone == TAMBOUR_TONE_ACCENT_MID)
    return mix (accent, night[TAMBOUR_TONE_PAPER], 100 * MID_SHARE);
  if (tone == TAMBOUR_TONE_ACCENT_PALE)
    return mix (accent, night[TAMBOUR_TONE_PAPER], 100 * PALE_SHARE);

  return night[tone];
}

static void
write_colours (GString            *style,
               const TambourTheme *theme)
{
  g_string_append_printf (style, ":root{color-scheme:light dark;--panel:#%06x", theme->colours[TAMBOUR_TONE_ACCENT]);
  for (TambourTone tone = TAMBOUR_TONE_INK; tone < TAMBOUR_N_TONES; tone++)
    g_string_append_printf (style, ";--c%d:#%06x", tone, theme->colours[tone]);
  g_string_append (style, "}\n@media screen and (prefers-color-scheme:dark){:root{--night:1");
  for (TambourTone tone = TAMBOUR_TONE_INK; tone < TAMBOUR_N_TONES; tone++)
    g_string_append_printf (style, ";--c%d:#%06x", tone, tone_at_night (theme, tone));
  g_string_append (style, "}}\n");
}

static void
write_classes (GString *style)
{
  g_string_append (style, ".f0{fill:none}\n");
  for (TambourTone tone = TAMBOUR_TONE_INK; tone < TAMBOUR_N_TONES; tone++)
    g_string_append_printf (style, ".f%d{fill:var(--c%d)}.s%d{stroke:var(--c%d)}.t%d{color:var(--c%d)}"
                                   "h3.b%d{border-color:var(--c%d)}\n",
                            tone, tone, tone, tone, tone, tone, tone, tone);
  for (guint parts = 1; parts <= 12; parts++)
    g_string_append_printf (style, ".row>.c%u{flex:%u 1 0}", parts, parts);
  g_string_append_c (style, '\n');
}

/**
 * tambour_web_style:
 * @theme: the colours by day; those by night follow from them
 * @width: of a printed page, in points
 * @height: of a printed page
 * @families: the typefaces
 *
 * Returns: (transfer full): what the page looks like on screens, by day and
 *   by night, and on paper
 */
char *
tambour_web_style (const TambourTheme *theme,
                   double              width,
                   double              height,
                   const char         *families)
{
  g_autoptr(GString) style = g_string_new (NULL);

  write_colours (style, theme);
  g_string_append_printf (style, "body{font-family:%s,sans-serif}\n", families);
  g_string_append (style, sheet);
  write_classes (style);
  g_string_append (style, "@page{margin:34pt 44pt;size:");
  tambour_web_number (style, width);
  g_string_append (style, "pt ");
  tambour_web_number (style, height);
  g_string_append (style, "pt}\n");
  g_string_append (style, printed);
  if (width > height)
    g_string_append (style, "@media print{.row{display:flex;gap:24pt;align-items:flex-start}.row>div+div{margin-top:0}}\n");

  return g_string_free_and_steal (g_steal_pointer (&style));
}
