import type { LanguageSigns } from './sign.js';

export const french: LanguageSigns = {
  done: /(?:envoyée?|transmise?|soumise?|enregistrée?) avec succès|(?:signalement|plainte|demande|réclamation|formulaire|notification) (?:a|ont) (?:bien )?été (?:envoyée?|reçue?|transmise?|enregistrée?|soumise?)|nous avons (?:bien )?reçu votre|merci (?:pour|de) (?:votre|nous avoir)/i,
  words: {
    suspended:
      /(?:compte|accès|adhésion)\b[^.!?]{0,30}(?:a été |est |sont )?(?:suspendu|désactivé|révoqué|bloqué|résilié|fermé)/i,
    'region-blocked':
      /(?:n'est pas|pas|indisponible|non) (?:disponible |accessible |proposé )?(?:dans|depuis|pour) votre (?:pays|région|zone|localisation)/i,
    'address-blocked':
      /adresse IP\b[^.!?]{0,30}(?:bloquée|bannie|interdite|refusée)|trafic (?:inhabituel|exceptionnel)[^.!?]{0,40}réseau|(?:VPN|proxy)\b[^.!?]{0,30}(?:interdit|détecté|désactive[rz])/i,
    'code-undelivered':
      /code (?:de (?:vérification|sécurité|confirmation)|SMS|par SMS)\b[^.!?]{0,30}(?:n'a pas (?:pu )?(?:être |été )?(?:envoyé|reçu|arrivé)|pas (?:reçu|arrivé))|(?:pas|jamais) reçu (?:le|de|mon) (?:code|SMS)/i,
    'captcha-broken':
      /captcha[^.!?]{0,40}(?:ne (?:se )?(?:charge|fonctionne|s'affiche)|n'a pas pu (?:être )?(?:charg|affich)|ne s'affiche|impossible à (?:charger|résoudre))/i,
    'session-lost':
      /session\b[^.!?]{0,25}(?:a |est )?(?:expiré|terminée?|invalide|interrompue)|déconnecté[^.!?]{0,25}inactivité/i,
    'too-many-items':
      /trop de (?:liens|URL|annonces|produits|articles|adresses|lignes)|(?:au plus|maximum(?: de)?|plus de) \d{1,5} (?:liens|URL|annonces|produits|articles|adresses)[^.!?]{0,25}(?:autoris|à la fois|par (?:demande|signalement|envoi))/i,
    'rate-limited':
      /trop de (?:requêtes|demandes|tentatives|signalements|connexions)|(?:limite|quota)\b[^.!?]{0,30}(?:atteinte?|dépassée?)|trop (?:souvent|vite|fréquemment|fréquentes)/i,
    captcha:
      /(?:complétez|saisissez|remplissez|résolvez|entrez|validez)[^.!?]{0,15}captcha|captcha[^.!?]{0,20}(?:incorrect|invalide|erroné|expiré|obligatoire|requis)|(?:confirmez|prouvez|vérifiez) que vous (?:êtes (?:humain|un humain)|n'êtes pas un robot)|(?:saisissez|recopiez|entrez) les caractères/i,
    'account-unverified':
      /(?:compte|identité|entreprise|société)[^.!?]{0,25}(?:n'est pas|pas|n'a pas)(?: encore)?(?: été)? (?:vérifiée?|validée?|confirmée?)|(?:veuillez )?(?:d'abord )?vérifie[rz] votre (?:compte|identité)/i,
    'document-pending':
      /(?:marque|brevet|droit|certificat|document|justificatif|titre)\b[^.!?]{0,30}(?:en (?:cours|attente) de (?:vérification|validation|examen)|pas encore (?:vérifié|validé))/i,
    'file-too-large':
      /(?:fichier|pièce jointe|image|document|photo)\b[^.!?]{0,25}(?:trop (?:volumineux|volumineuse|gros|grosse|lourde?|grande?)|dépasse (?!pas))|taille maximale[^.!?]{0,20}dépassée/i,
    'file-type':
      /(?:type|format|extension) (?:de |du )?(?:fichier|pièce jointe|document|image)?[^.!?]{0,20}(?:non (?:pris en charge|autorisé|accepté|valide)|n'est pas (?:pris en charge|autorisé|accepté|valide)|invalide|interdit)/i,
    'no-option': /aucune? (?:option|choix|catégorie|réponse)\b[^.!?]{0,20}(?:ne )?(?:convient|correspond|s'applique)/i,
    'invalid-input':
      /(?:numéro (?:d'enregistrement|de (?:marque|brevet|dépôt|téléphone|certificat|dossier))|code postal|adresse e-?mail|format|saisie|URL|valeur|champ)\b[^.!?]{0,25}(?:n'est pas valide|invalide|incorrecte?|erronée?|non valide)|(?:saisir|saisissez|entrez|entrer) (?:un|une) [^.!?]{0,30}valide|caractères? (?:spéciaux |spécial )?(?:non autorisé|interdit|invalide)/i,
    'sign-in-refused':
      /(?:mot de passe|identifiants?|identification|nom d'utilisateur)\b[^.!?]{0,25}(?:incorrecte?s?|invalides?|erronée?s?)|(?:connexion|authentification) (?:a )?échoué|échec de (?:la connexion|l'authentification)|(?:veuillez )?vous (?:re)?connecter (?:pour|d'abord)/i,
    'interface-retired':
      /(?:API|interface|version)\b[^.!?]{0,30}(?:obsolète|retirée?|arrêtée?|n'est plus (?:prise? en charge|disponible|proposée?))/i,
    'channel-removed':
      /(?:formulaire|service|adresse|boîte|portail|page)\b[^.!?]{0,30}(?:n'est plus (?:disponible|utilisée?|en service|proposée?)|a été (?:supprimée?|remplacée?|fermée?))|n'accept(?:ons|e) plus (?:les |de )?(?:plaintes|signalements|notifications)/i,
    unmonitored:
      /(?:boîte|adresse|messagerie)\b[^.!?]{0,25}(?:n'est pas (?:surveillée|consultée|lue|relevée)|non (?:surveillée|consultée|relevée))|(?:ne pas|merci de ne pas) répondre à (?:ce|cet|cette) (?:message|e-?mail|courriel|adresse)/i,
    'mailbox-full': /boîte (?:aux lettres |de réception |mail )?(?:est )?pleine/i,
    'no-such-mailbox': /(?:destinataire|adresse|boîte)\b[^.!?]{0,15}(?:inconnue?|n'existe pas|introuvable)/i,
    'dead-link':
      /(?:page|lien|URL|fichier)\b[^.!?]{0,30}(?:introuvable|n'existe (?:pas|plus)|n'a pas été trouvée?|(?:est )?(?:mort|brisé|cassé)|ne mène nulle part)|trop de redirections|redirigée? à de trop nombreuses/i,
    'timed-out':
      /(?:délai|temps) (?:d'attente |de réponse |de connexion )?(?:a été |est )?(?:dépassé|expiré|écoulé)|a mis trop (?:de temps|longtemps) à répondre/i,
    'no-connection':
      /site (?:est )?(?:inaccessible|injoignable)|(?:impossible de|ne peut pas|n'a pas pu)[^.!?]{0,15} (?:se connecter|établir[^.!?]{0,20}connexion|contacter le serveur)|certificat[^.!?]{0,20}(?:expiré|invalide|non valide)|connexion (?:a été )?(?:refusée|réinitialisée|interrompue)/i,
    'server-failed':
      /erreur (?:interne )?(?:du |de )?serveur|service (?:est )?(?:temporairement |momentanément )?indisponible|(?:en|de) maintenance|erreur (?:système|de base de données)/i,
    busy: /(?:système|serveur|service|réseau) (?:est )?(?:actuellement |trop )?(?:occupé|surchargé|saturé|encombré)/i,
    vague:
      /une erreur (?:inconnue |inattendue |technique )?(?:est survenue|s'est produite)|erreur (?:inconnue|inattendue)|(?:n'a pas pu|impossible de|n'ont pas pu)[^.!?]{0,20}(?:être )?(?:envoy|trait|enregistr|soumettre|soumis|transm)|réessaye[rz]|réessaie[rz]|code d'erreur|quelque chose s'est mal passé/i,
  },
};
