import type { LanguageSigns } from './sign.js';

export const german: LanguageSigns = {
  done: /erfolgreich (?:übermittelt|gesendet|eingereicht|abgeschickt|versendet)|(?:Meldung|Beschwerde|Anfrage|Antrag|Formular)[^.!?]{0,20}(?:ist|wurde|haben wir) (?:eingegangen|erhalten|übermittelt|gesendet|bei uns eingegangen)|(?:vielen )?dank für Ihre (?:Meldung|Nachricht|Beschwerde|Anfrage)/i,
  words: {
    suspended:
      /(?:Konto|Zugang|Zugriff|Mitgliedschaft|Benutzerkonto)\b[^.!?]{0,30}(?:gesperrt|deaktiviert|entzogen|suspendiert|eingeschränkt worden)/i,
    'region-blocked':
      /in (?:Ihrem|deinem|Ihrer|deiner) (?:Land|Region|Gebiet|Standort)[^.!?]{0,20}nicht (?:verfügbar|zugänglich|unterstützt|angeboten)|nicht (?:verfügbar|zugänglich) in (?:Ihrem|deinem|Ihrer|deiner) (?:Land|Region)/i,
    'address-blocked':
      /IP-?(?:Adresse)?\b[^.!?]{0,30}(?:gesperrt|blockiert)|ungewöhnliche[rn]? (?:Datenverkehr|Zugriffe)[^.!?]{0,30}Netzwerk|(?:VPN|Proxy)\b[^.!?]{0,30}(?:nicht erlaubt|erkannt|deaktivieren)/i,
    'code-undelivered':
      /(?:Bestätigungscode|Sicherheitscode|Prüfcode|SMS-Code|Einmalpasswort|TAN)\b[^.!?]{0,30}(?:konnte nicht|nicht) (?:gesendet|zugestellt|versendet|erhalten|angekommen)|(?:kein|keinen) (?:Bestätigungscode|Sicherheitscode|SMS-Code|Code)[^.!?]{0,15}(?:erhalten|bekommen|angekommen)/i,
    'captcha-broken':
      /Captcha[^.!?]{0,40}(?:konnte nicht|kann nicht|lässt sich nicht|wird nicht)[^.!?]{0,15}(?:geladen|laden|angezeigt|lösen|dargestellt)/i,
    'session-lost':
      /Sitzung[^.!?]{0,25}(?:abgelaufen|beendet|ungültig|unterbrochen)|(?:wegen|aufgrund(?: von)?) Inaktivität[^.!?]{0,20}abgemeldet/i,
    'too-many-items':
      /zu viele (?:Links|URLs|Artikel|Angebote|Einträge|Produkte|Adressen)|(?:höchstens|maximal|nicht mehr als) \d{1,5} (?:Links|URLs|Artikel|Angebote|Einträge|Produkte)[^.!?]{0,25}(?:erlaubt|möglich|melden|gemeldet|zulässig)/i,
    'rate-limited':
      /zu viele (?:Anfragen|Versuche|Meldungen|Aufrufe|Anmeldeversuche|Zugriffe)|(?:Tageslimit|Anfragelimit|Limit|Kontingent)\b[^.!?]{0,25}(?:erreicht|überschritten|ausgeschöpft)|zu (?:häufig|oft|schnell) (?:versucht|abgesendet|gesendet|hintereinander)/i,
    captcha:
      /(?:Captcha|Sicherheitsabfrage|Sicherheitsprüfung)\b[^.!?]{0,25}(?:lösen|ausfüllen|eingeben|abschließen|falsch|ungültig|abgelaufen|nicht korrekt|erforderlich)|(?:bestätigen Sie|bestätige|beweisen Sie),? dass (?:Sie|du) (?:ein Mensch|kein Roboter)|(?:geben Sie|gib) die Zeichen[^.!?]{0,20}ein/i,
    'account-unverified':
      /(?:Konto|Identität|Unternehmen|Firma)\b[^.!?]{0,25}(?:noch nicht|nicht) (?:verifiziert|bestätigt|geprüft|freigeschaltet)|(?:bitte )?verifizieren Sie zuerst/i,
    'document-pending':
      /(?:Marke|Schutzrecht|Patent|Urkunde|Nachweis|Dokument|Rechtsnachweis|Markenurkunde)\b[^.!?]{0,30}(?:wird noch|noch nicht|befindet sich|noch in|in) (?:geprüft|verifiziert|in Prüfung|bestätigt|Prüfung)/i,
    'file-too-large':
      /(?:Datei|Anhang|Bild|Dokument|Foto)\b[^.!?]{0,25}(?:zu groß|überschreitet)|(?:zulässige|maximale) (?:Dateigröße|Größe)[^.!?]{0,20}überschritten/i,
    'file-type':
      /(?:Dateityp|Dateiformat|Format|Dateiendung)\b[^.!?]{0,25}(?:nicht (?:unterstützt|erlaubt|zulässig|akzeptiert)|ungültig)|(?:ungültig|unzulässig|nicht unterstützt)e[rs]? (?:Dateityp|Dateiformat|Format)/i,
    'no-option':
      /(?:keine|kein) (?:passende|zutreffende|geeignete)[rns]? (?:Auswahl|Option|Antwort|Kategorie|Möglichkeit)/i,
    'invalid-input':
      /(?:Registernummer|Registrierungsnummer|Markennummer|Patentnummer|Telefonnummer|Postleitzahl|Aktenzeichen|E-Mail-Adresse|URL|Eingabe|Steuernummer|Format)\b[^.!?]{0,25}(?:ist |sind )?(?:ungültig|nicht gültig|falsch|fehlerhaft|nicht korrekt)|ungültige[rs]? (?:Registernummer|Registrierungsnummer|Markennummer|Eingabe|Zeichen|Format|Wert|Telefonnummer)|geben Sie eine? gültige/i,
    'sign-in-refused':
      /(?:Passwort|Kennwort|Zugangsdaten|Anmeldedaten|Benutzername)\b[^.!?]{0,25}(?:falsch|ungültig|nicht korrekt|stimmen nicht|stimmt nicht)|Anmeldung (?:ist )?fehlgeschlagen|(?:bitte )?melden Sie sich (?:zuerst |erneut )?an\b/i,
    'interface-retired':
      /(?:API|Schnittstelle|Version)\b[^.!?]{0,30}(?:eingestellt|veraltet|abgeschaltet|nicht mehr (?:unterstützt|verfügbar|angeboten))/i,
    'channel-removed':
      /(?:Formular|Dienst|Seite|Postfach|E-Mail-Adresse|Portal|Meldeweg)\b[^.!?]{0,30}(?:eingestellt|nicht mehr (?:verfügbar|in Betrieb|genutzt|angeboten)|durch [^.!?]{0,30}ersetzt)|(?:Meldungen|Beschwerden)\b[^.!?]{0,40}nicht mehr (?:angenommen|entgegengenommen|bearbeitet)/i,
    unmonitored:
      /(?:Postfach|Adresse|Mailbox)\b[^.!?]{0,25}(?:nicht (?:überwacht|gelesen|betreut)|unbetreut)|antworten Sie (?:bitte )?nicht auf diese (?:E-Mail|Nachricht)/i,
    'mailbox-full': /(?:Postfach|Mailbox)\b[^.!?]{0,15}(?:voll|überfüllt)/i,
    'no-such-mailbox': /(?:Empfänger|Postfach|Adresse)\b[^.!?]{0,15}(?:unbekannt|existiert nicht)/i,
    'dead-link':
      /(?:Seite|Link|Adresse|URL|Datei)\b[^.!?]{0,30}(?:nicht gefunden|existiert nicht|nicht (?:mehr )?vorhanden|ist tot|defekt|führt ins Leere)|zu viele Umleitungen|zu oft umgeleitet/i,
    'timed-out':
      /Zeitüberschreitung|(?:Anfrage|Verbindung|Server)\b[^.!?]{0,20}(?:abgelaufen|zu lange gedauert)|dauert zu lange/i,
    'no-connection':
      /(?:Website|Seite|Server) (?:ist )?nicht erreichbar|(?:keine|konnte keine|kann keine) (?:sichere )?Verbindung|Verbindung[^.!?]{0,25}(?:abgelehnt|fehlgeschlagen|unterbrochen|nicht sicher|zurückgesetzt)|Zertifikat[^.!?]{0,20}(?:abgelaufen|ungültig)/i,
    'server-failed':
      /(?:interner )?Serverfehler|Dienst[^.!?]{0,15}nicht verfügbar|Wartungsarbeiten|Systemfehler|Datenbankfehler/i,
    busy: /(?:System|Server|Dienst|Netz)\b[^.!?]{0,15}(?:überlastet|ausgelastet|überlaufen)/i,
    vague:
      /(?:ein )?(?:unbekannter |unerwarteter |allgemeiner )?Fehler (?:ist )?aufgetreten|(?:etwas|da) ist schiefgelaufen|etwas ist schief ?gegangen|(?:konnte|kann|konnten)[^.!?]{0,40}nicht (?:gesendet|übermittelt|verarbeitet|gespeichert|abgeschickt|bearbeitet)|(?:versuchen Sie es|versuche es|probieren Sie es)[^.!?]{0,25}(?:später|erneut|noch einmal)|Fehler(?:code|nummer)/i,
  },
};
