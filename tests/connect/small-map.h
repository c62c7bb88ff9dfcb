/* small-map.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* A map of a tool that there is not: everything that a map may have, in a few lines. %s is how its pages are. */
#define SMALL_MAP(query, paging) \
  "{\"title\": \"Desk\", \"system\": \"desk\", \"base\": \"https://desk.example.org/api\"," \
  " \"sign_in\": [{\"kind\": \"bearer\"}, {\"kind\": \"basic\"}]," \
  " \"zone\": \"Europe/Berlin\", \"overlap\": 60," \
  " \"headers\": {\"X-Desk\": \"1\"}," \
  " \"test\": {\"path\": \"/me\", \"query\": {\"user\": \"{user}\"}, \"who\": \"/name\"}," \
  " \"values\": {\"status\": {\"neu\": \"new\", \"offen\": \"open\", \"wartet\": \"waiting_customer\", \"fertig\": \"resolved\"}}," \
  " \"lookups\": {" \
  "   \"people\": {\"path\": \"/people/{key}\", \"at\": \"/person\"}," \
  "   \"texts\": {\"of\": \"item\", \"path\": \"/items/{id}/texts\", \"key\": \"/of\"}}," \
  " \"changes\": [{\"path\": \"/items\", \"query\": {\"since\": \"{since}\", \"n\": \"{limit}\"" query "}," \
  "   \"since\": \"local\", \"limit\": 3, \"entries\": \"/items\", \"whole\": true" paging "}]," \
  " \"item\": {\"path\": \"/items/{id}\", \"id\": \"/id\", \"changed\": \"/changed\", \"deleted\": {\"/gone\": true}," \
  "   \"merged_into\": \"/into\"}," \
  " \"machine\": {\"/by\": \"robot\"}," \
  " \"us\": [{\"/by\": {\"lookup\": \"people\", \"then\": \"/staff\", \"is\": \"true\"}}, {\"/mail\": {\"domain\": [\"desk.example.org\"]}}]," \
  " \"people\": [{\"in\": \"/askers\", \"when\": {\"/mail\": true}, \"fields\": {\"name\": \"/name\", \"email\": \"/mail\"}}]," \
  " \"hints\": {\"email\": \"/askers/0/mail\"," \
  "   \"organisation\": {\"in\": \"/fields\", \"where\": {\"/name\": \"Customer\"}, \"at\": \"/value\"}}," \
  " \"records\": {\"case\": {" \
  "   \"fields\": {\"number\": \"/id\", \"title\": \"/title\", \"opened_at\": \"/opened\"," \
  "     \"url\": {\"text\": \"https://desk.example.org/show/{/id}\"}," \
  "     \"category\": {\"in\": \"/tags\", \"join\": \", \", \"at\": \"\"}," \
  "     \"status\": {\"at\": \"/status\", \"values\": \"status\"}," \
  "     \"priority\": [{\"at\": \"/urgent\", \"when\": {\"/urgent\": true}, \"values\": {\"true\": \"P1\"}}, {\"constant\": \"P3\"}]," \
  "     \"impact\": {\"at\": \"/impact\", \"html\": true}}," \
  "   \"history\": [{\"entries\": \"/steps\", \"each\": \"/parts\", \"id\": \"{/id}\", \"at\": \"entry:/at\"," \
  "     \"parts\": [" \
  "       {\"when\": {\"/what\": \"opened\"}, \"kind\": \"opened\", \"actor\": \"customer\"}," \
  "       {\"when\": {\"/what\": \"said\"}, \"kind\": \"message\", \"public\": {\"/hidden\": false}," \
  "        \"fields\": {\"text\": {\"at\": \"entry:/id\", \"lookup\": \"texts\", \"then\": \"/text\"}}}," \
  "       {\"when\": {\"/what\": \"status\"}, \"kind\": \"status\", \"fields\": {\"from\": {\"at\": \"/old\", \"values\": \"status\"}," \
  "        \"to\": {\"at\": \"/new\", \"values\": \"status\"}}}]}]}}}"
